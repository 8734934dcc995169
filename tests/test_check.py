"""Broken input and the exact sentence that it earns, on the miniature site."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from macros.check import RULES, changes_are_explained, check
from macros.problems import report

from .conftest import MINIATURE, ROOT

MEETINGS = "docs/arrangements/2002/meetings.md"
OLD_MEETINGS = "docs/arrangements/2001/meetings.md"
AGENCIES = "data/agencies.yaml"
CHANGES = "data/changes/2001-2002.yaml"


def said(folder: Path) -> list[str]:
    return [f"{p.path}:{p.line}: {p.what}" for p in check(folder)[1]]


def test_the_miniature_and_the_real_site_keep_every_rule() -> None:
    assert check(MINIATURE)[1] == []
    assert report(check(ROOT)[1]) == ""


def test_every_rule_states_itself_in_a_line() -> None:
    assert [rule.__name__ for rule in (*RULES, changes_are_explained) if not (rule.__doc__ or "").strip().endswith(".") or "\n" in rule.__doc__] == []


BROKEN: list[tuple[str, str, str, str, list[str]]] = [
    # what an editor did · the file · the words there · what they became · what is said
    ("a wrong year", AGENCIES, '"2002": {name: Schools', '"2020": {name: Schools',
     [f"{AGENCIES}:2: agencies/schools is in 2001 but not in 2002, and no change note says what became of it.",
      f"{AGENCIES}:6: schools has an entry for edition 2020, which does not exist."]),
    ("a missing quotation mark", AGENCIES, '"2001": {name: Schools', '"2001: {name: Schools',
     [f"{AGENCIES}:5: a quotation mark is missing in this line."]),
    ("a tab", AGENCIES, "  sector: education\n  editions:\n    \"2001\"", "\tsector: education\n  editions:\n    \"2001\"",
     [f"{AGENCIES}:3: this line is indented with a tab."]),
    ("an id twice in a register", AGENCIES, "- id: college", "- id: schools",
     [f"{AGENCIES}:18: the id schools is used twice; it is first used on line 2."]),
    ("an id twice in an edition", MEETINGS, "{: #minutes-published }", "{: #minutes-kept }",
     [f"{CHANGES}:17: minutes-split names minutes-published under “replaces”, which 2002 does not have.",
      f"{MEETINGS}:19: the id minutes-kept is used twice in edition 2002; it is first used in {MEETINGS}, line 16."]),
    ("a deleted id line", MEETINGS, "Minutes will be kept.\n{: #minutes-kept }\n", "Minutes will be kept.\n",
     [f"{CHANGES}:11: minutes-split names minutes-kept under “where”, which 2001 or 2002 does not have.",
      f"{CHANGES}:17: minutes-split names minutes-kept under “replaces”, which 2002 does not have.",
      f"{MEETINGS}:16: there is no id below “Minutes will be kept.”."]),
    ("a stray {{", MEETINGS, "Minutes will be kept.", "Minutes {{ will be kept.", [f"{MEETINGS}:16: there is “{{{{” in the text."]),
    ("a stray {{ on another page", "docs/about/index.md", "# About", "# About {{ this",
     ["docs/about/index.md:5: there are curly brackets here that are instructions to the site, not text."]),
    ("code in a page", "docs/about/index.md", "# About", "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
     ["docs/about/index.md:5: there are curly brackets here that are instructions to the site, not text."]),
    ("code in a page's head", "docs/about/index.md", "title: About", 'title: "{{ 1 + 1 }}"',
     ["docs/about/index.md:2: there are curly brackets here that are instructions to the site, not text."]),
    ("a block macro where it does not belong", "docs/about/index.md", "{{ source_list() }}", "{{ agency_list() }}",
     ["docs/about/index.md:7: “agency_list” is not a block macro for this page."]),
    ("a comparison of nothing", "docs/compare/2001-2002/meetings.md", '"2001", "2002"', '"1999", "2002"',
     ["docs/compare/2001-2002/meetings.md:5: “comparison” names edition 1999, which does not exist."]),
    ("a comparison with too little", "docs/compare/2001-2002/meetings.md", ', "meetings"', "",
     ["docs/compare/2001-2002/meetings.md:5: “comparison” takes 3 texts, and is given 2."]),
    ("an empty name", AGENCIES, "{name: New College, group", "{name: , group", [f"{AGENCIES}:21: college has an empty “name”."]),
    ("a missing name", AGENCIES, "{name: New College, group", "{group", [f"{AGENCIES}:21: college has no “name”."]),
    ("an unknown sector", AGENCIES, "- id: college\n  sector: education", "- id: college\n  sector: educaton",
     [f"{AGENCIES}:19: college names “educaton” as its “sector”, which does not exist."]),
    ("an unknown source", "data/editions.yaml", "source: second-document", "source: third-document",
     ["data/editions.yaml:14: 2002 names “third-document” as its “source”, which does not exist."]),
    ("an unknown link", MEETINGS, "[example-page]", "[no-page]", [f"{MEETINGS}:37: this links to “no-page”, which is not among the links."]),
    ("a link to no page", MEETINGS, "(agency-list.md#agency-list-full)", "(agencies-list.md)", [f"{MEETINGS}:37: this links to agencies-list.md, which does not exist."]),
    ("a link to no provision", MEETINGS, "#agency-list-full", "#agency-lists", [f"{MEETINGS}:37: this links to #agency-lists, which docs/arrangements/2002/agency-list.md does not have."]),
    ("a link to no topic of the current edition", "docs/index.md", "current/meetings#meetings-frequency", "current/meeting",
     ["docs/index.md:7: this links to the topic meeting, which the current edition does not have."]),
    ("an unknown report", AGENCIES, "yearly-report:", "monthly-report:", [f"{AGENCIES}:23: college has an entry for the report monthly-report, which is not among the sources."]),
    ("HTML in an edition", MEETINGS, "Minutes will be kept.", "Minutes <script>will</script> be kept.", [f"{MEETINGS}:16: there is HTML here."]),
    ("HTML on another page", "docs/about/index.md", "# About", "<div onclick=x>", ["docs/about/index.md:5: there is HTML here."]),
    ("a script link", "docs/about/index.md", "# About", "[x](javascript:alert)", ["docs/about/index.md:5: there is an outside address here."]),
    ("attributes that run script", "docs/about/index.md", "# About", "# About { onclick=alert }", ["docs/about/index.md:5: there is a curly bracket in the text."]),
    ("marks of a conflict", MEETINGS, "Minutes will be kept.", "<<<<<<< HEAD\nMinutes will be kept.\n=======\nMinutes are kept.\n>>>>>>> other",
     [f"{MEETINGS}:16: there is a mark of an unfinished merge here.", f"{MEETINGS}:18: there is a mark of an unfinished merge here.",
      f"{MEETINGS}:20: there is a mark of an unfinished merge here."]),
    ("a current edition that does not exist", "data/editions.yaml", 'current: "2002"', 'current: "2020"',
     ["data/editions.yaml:2: the current edition is 2020, which is not among the editions."]),
    ("a topic without a page", "data/editions.yaml", "not among the sources.\n    topics: [meetings, agency-list]", "not among the sources.\n    topics: [meetings, agency-list, tea]",
     ["data/editions.yaml:18: edition 2002 lists the topic tea, which has no page.", "data/editions.yaml:18: tea has no page that compares 2001 and 2002."]),
    ("an older id with no fate", CHANGES, "removed: [agencies/clinic, tea-served]", "removed: [agencies/clinic]",
     [f"{OLD_MEETINGS}:31: tea-served is in 2001 but not in 2002, and no change note says what became of it."]),
    ("an older record with no fate", CHANGES, "removed: [agencies/clinic, tea-served]", "removed: [tea-served]",
     [f"{AGENCIES}:14: agencies/clinic is in 2001 but not in 2002, and no change note says what became of it."]),
    ("a removal of what is still there", CHANGES, "tea-served]", "tea-served, meetings]", [f"{CHANGES}:24: clinic-gone says that meetings was removed, but 2002 has it."]),
    ("a note about nothing", CHANGES, "where: [meetings-frequency, members-duties]", "where: [meetings-often, members-duties]",
     [f"{CHANGES}:3: meetings-stronger names meetings-often under “where”, which 2001 or 2002 does not have."]),
    ("a reason without a source", CHANGES, "    source: second-document\n", "", [f"{CHANGES}:5: meetings-stronger gives a reason without its source."]),
    ("a reason of one's own", CHANGES, "why: statutory guidance", "why: it was time", [f"{CHANGES}:5: meetings-stronger has “it was time” as its “why”."]),
    ("a page without a description", "docs/about/index.md", "description: About\n", "", ["docs/about/index.md:1: the page's head has no “description”."]),
    ("a head that changes the site", "docs/about/index.md", "title: About", "title: About\ntemplate: x.html", ["docs/about/index.md:3: the page's head has “template”, which is not known here."]),
    ("keywords that are no list", "docs/about/index.md", "title: About", "title: About\nkeywords: tea", ["docs/about/index.md:3: the “keywords” of this page are not a list of words."]),
    ("a search weight that is none", "docs/about/index.md", "title: About", "title: About\nsearch: {boost: high}", ["docs/about/index.md:3: the “search” of this page is not a weight."]),
    ("provisions that do not exist", "data/duties.yaml", "# None in the miniature.",
     '- id: meets\n  editions:\n    "2002": {provision: [meetings-often], actor: The board, frequency: quarterly}',
     ["data/duties.yaml:3: meets names the provision meetings-often, which edition 2002 does not have."]),
]


@pytest.mark.parametrize(("what", "path", "old", "new", "expected"), BROKEN, ids=[row[0] for row in BROKEN])
def test_a_broken_edit_earns_its_sentence(mini: Path, edit: Callable[[str, str, str], None], what: str, path: str, old: str, new: str, expected: list[str]) -> None:
    edit(path, old, new)
    found = said(mini)
    # A file that cannot be read is missed elsewhere too; its own sentence is what an editor needs.
    assert [each for each in found if each.startswith(path)] == [each for each in expected if each.startswith(path)]
    assert [each for each in expected if each not in found] == []


def test_a_file_that_is_not_utf_8(mini: Path) -> None:
    text = (mini / MEETINGS).read_text("utf-8").replace("Minutes will be kept.", "Minutes will be képt.")
    (mini / MEETINGS).write_bytes(text.encode("latin-1"))
    assert f"{MEETINGS}:16: this file is not saved as UTF-8; a character here cannot be read." in said(mini)


UNREADABLE = [
    ("the changes", CHANGES, "    what: The board will meet", "    what: 'The board's meeting", f"{CHANGES}:4: "),
    ("the sectors", "data/sectors.yaml", "{id: education,", "{id: education", "data/sectors.yaml:"),
    ("the links", "data/links.yaml", "title: Example page,", 'title: "Example page,', "data/links.yaml:"),
    ("the sources", "data/sources.yaml", "- {id: first-document,", "\t- {id: first-document,", "data/sources.yaml:1: "),
    ("a page", MEETINGS, "Minutes will be kept.", "<<<<<<< HEAD\nMinutes will be kept.", f"{MEETINGS}:16: "),
    ("a page's head", MEETINGS, "title: Meetings", 'title: "Meetings', f"{MEETINGS}:"),
]


@pytest.mark.parametrize(("what", "path", "old", "new", "start"), UNREADABLE, ids=[row[0] for row in UNREADABLE])
def test_of_a_file_that_cannot_be_read_only_that_is_said(mini: Path, edit: Callable[[str, str, str], None], what: str, path: str, old: str, new: str, start: str) -> None:
    edit(path, old, new)
    found = said(mini)
    assert [each[: len(start)] for each in found] == [start], found


def test_a_folder_with_no_entry(mini: Path) -> None:
    import shutil
    shutil.copytree(mini / "docs/arrangements/2002", mini / "docs/arrangements/2003")
    assert said(mini) == ["docs/arrangements/2003/agency-list.md:1: the folder of edition 2003 has no entry among the editions."]


def test_an_entry_with_no_folder(mini: Path) -> None:
    import shutil
    shutil.rmtree(mini / "docs/arrangements/2001")
    assert 'data/editions.yaml:4: the edition 2001 has no folder.' in said(mini)


def test_a_page_that_is_on_no_list(mini: Path) -> None:
    text = (mini / "docs/arrangements/2002/agency-list.md").read_text().replace("agency-list-full", "tea-list").replace("{{ agency_list() }}\n", "")
    (mini / "docs/arrangements/2002/tea.md").write_text(text)
    assert said(mini) == ["docs/arrangements/2002/tea.md:1: this page is not among the topics of edition 2002."]


def test_a_missing_register(mini: Path) -> None:
    (mini / "data/posts.yaml").unlink()
    assert said(mini) == ["data/posts.yaml:1: this file is missing."]


def test_a_meta_file(mini: Path) -> None:
    (mini / "docs/.meta.yml").write_text("search: {{ x }}\n")
    assert "docs/.meta.yml:1: this site has no use for a .meta.yml file." in said(mini)


def test_every_problem_comes_at_once(mini: Path, edit: Callable[[str, str, str], None]) -> None:
    edit(AGENCIES, "{name: New College, group", "{name: , group")
    edit(MEETINGS, "[example-page]", "[no-page]")
    edit("docs/about/index.md", "# About", "<b>")
    assert len(said(mini)) == 3


def test_no_sentence_speaks_of_machinery(mini: Path, edit: Callable[[str, str, str], None]) -> None:
    for what, path, old, new, _ in BROKEN:
        if old in (mini / path).read_text():
            edit(path, old, new)
            assert what
    words = report(check(mini)[1])
    assert not [each for each in ("Traceback", "pydantic", "yaml.", "Error", "dict", "None", "regex", "pattern", "NoneType") if each in words]
