"""What a review says of an edit, word for word, and what it is written as."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest
from markdown import Markdown

from macros.__main__ import main
from macros.editing import as_html, as_json, as_markdown, as_text, remarks, review, values
from macros.editing.revisions import Unknown

from ..test_git import git
from .conftest import Step, change, committed

NOW, LATER, VISITS = (f"docs/arrangements/{each}.md" for each in ("2002/meetings", "2004/meetings", "2004/visits"))
FROZEN = "An edition is frozen as printed. Is each change a correction of our restatement? What came later stands beside an edition, under “since”."
DOCUMENT, OTHERS = "What an edition prints: an editor with the document.", "Everything else: one other editor."
NOTHING = "No page's words change. It may still show in the frame around them, in the search or in a download."

ROWS: tuple[tuple[str, tuple[Step, ...], tuple[str, ...], tuple[str, ...], tuple[str, ...], tuple[str, ...]], ...] = (
    (
        "a fact",
        (("data/agencies.yaml", "name: Shire Hospital", "name: County Hospital"),),
        (),
        (
            "You changed 1 fact: the name (later fact no. 1) of Town & County Hospital.",
            "It appears on 6 pages: /arrangements/2002/agency-list/, /about/changes/, /about/currency/, /agencies/health/, /agencies/, /.",
        ),
        (),
        (OTHERS,),
    ),
    (
        "a verb of duty, in an edition that was like another",
        ((NOW, "Minutes will be kept.", "Minutes should be kept."),),
        (),
        (
            "You changed 1 provision: the 2002 provision minutes-kept (Meetings).",
            "Once the problems are mended, it appears on 11 pages: /arrangements/2001/meetings/, /arrangements/2002/meetings/, "
            "/arrangements/2004/meetings/, /compare/, /reports/promised/, /compare/2001-2002/promises/, /compare/2001-2002/annex-redline/, "
            "/compare/2001-2002/meetings/, /compare/2002-2004/, /compare/2002-2004/annex-redline/, /compare/2002-2004/meetings/.",
        ),
        (
            "The 2002 provision minutes-kept (Meetings): The verb of duty changed: “will” became “should”.",
            f"What an edition prints reads otherwise here: March 2002 (1 place). {FROZEN}",
            "minutes-kept was the same in March 2002 and May 2004 (draft), and is so no longer. Has the meaning changed, or must both be mended?",
        ),
        (DOCUMENT,),
    ),
    (
        "the end of a provision, with a “no” in it",
        ((VISITS, "may visit schools; a VG visit is no inspection.", "may visit schools;"),),
        ("The end of the 2004 provision visits-made (Visits) is gone.",),
        (
            "You changed 1 provision: the 2004 provision visits-made (Visits).",
            "It appears on 4 pages: /arrangements/2004/visits/, /about/approvals/, /compare/2002-2004/annex-redline/, /compare/2002-2004/visits/.",
        ),
        (
            "The 2004 provision visits-made (Visits): “no” was taken out.",
            "The 2004 provision visits-made (Visits): The end of the text is gone.",
        ),
        (DOCUMENT,),
    ),
    (
        "a register emptied",
        (("data/terms.yaml", "", "# Nothing.\n"),),
        ("terms.yaml is empty: all of its 6 records are gone: force-must, force-will, force-should, board, vg, visit.",),
        (
            "You removed 6 records.",
            "Once the problems are mended, it appears on 11 pages: /arrangements/2001/meetings/, /arrangements/2002/meetings/, "
            "/arrangements/2004/visits/, /compare/, /data/, /glossary/, /compare/2001-2002/, /compare/2001-2002/terms/, "
            "/compare/2001-2002/annex-redline/, /compare/2001-2002/meetings/, /compare/2002-2004/terms/.",
        ),
        (f"What an edition prints reads otherwise here: 2001 (draft text) (1 place) and March 2002 (1 place). {FROZEN}",),
        (DOCUMENT, OTHERS),
    ),
    (
        "a record that no rule misses",
        (("data/not-covered.yaml", '- {id: tea-times, title: Times of tea, need: meetings, also: [tea], says: Neither edition says when tea is served., link: example-page, page: guidance/escalation/, provision: [refreshments-see]}\n', "- {id: cakes, title: Cakes, need: meetings, says: No edition names a cake.}\n"),),
        ("1 record gone from not-covered.yaml, and 1 new there: gone are tea-times.",),
        (
            "You added 1 record and removed 1 record: the record “Cakes” in not-covered.yaml and the record “Times of tea” in not-covered.yaml.",
            "It appears on 1 page: /guidance/not-covered/.",
        ),
        (),
        (OTHERS,),
    ),
    (
        "an editor's note deleted",
        ((NOW, '!!! note "Editor\'s note"\n    "Quarterly" is not defined.\n\n', ""),),
        ("1 editor's note fewer in docs/arrangements/2002/meetings.md: “\"Quarterly\" is not defined.”.",),
        (
            "You removed 1 editor's note: the 2002 editor's note on meetings-frequency (Meetings).",
            "It appears on 3 pages: /arrangements/2002/meetings/, /compare/2001-2002/untold/, /compare/2002-2004/untold/.",
        ),
        (),
        (OTHERS,),
    ),
    (
        "a block macro deleted",
        (("docs/glossary.md", "{{ glossary() }}\n", ""),),
        ("1 block macro fewer in docs/glossary.md, with all that it draws: glossary().",),
        ("You removed 1 passage: a passage of the page “Glossary”.", "Once the problems are mended, it appears on 1 page: /glossary/."),
        (),
        (OTHERS,),
    ),
    (
        "a field deleted",
        (("data/groups.yaml", ", status: It is new.", ""),),
        ("1 fact fewer: the 2004 status of Visits Group.",),
        (
            "You removed 1 fact: the 2004 status of Visits Group.",
            "It appears on 2 pages: /compare/2002-2004/group-fates/, /compare/2002-2004/groups/.",
        ),
        (),
        (DOCUMENT,),
    ),
    (
        "digits changed round",
        (("data/duties.yaml", "by 31 May", "by 13 May"),),
        (),
        (
            "You changed 1 fact: the 2004 date of Review of the visits.",
            "Once the problems are mended, it appears on 2 pages: /compare/2002-2004/pack/, /compare/2002-2004/duties/.",
        ),
        (
            "The 2004 date of Review of the visits: A number changed: 31 became 13.",
        ),
        (DOCUMENT,),
    ),
    (
        "a file that cannot be read",
        (("data/terms.yaml", "- id: board\n", "- id: board: x\n"),),
        (),
        ("Nothing that can be read changed.", "Which pages it changes cannot be told."),
        (),
        (),
    ),
    (
        "the line of help, a setting, a comment, a copy, the program",
        (
            ("data/links.yaml", "https://example.org/worried", "https://example.org/help"),
            ("mkdocs.yml", "run_by: nobody", "run_by: somebody"),
            ("data/terms.yaml", "- id: board\n", "# A comment.\n- id: board\n"),
            ("data/terms (1).yaml", "", "x: y\n"),
            ("Makefile", "", "all:\n"),
        ),
        (),
        (
            "You changed 1 fact, 1 setting and 1 file in its comments or layout and added 1 file that the site does not read and 1 file of the program.",
            "Once the problems are mended, it appears on 1 page: /guidance/support-levels/.",
        ),
        (),
        ("The line of help: a second person. It comes first.", "How the site is made: a maintainer.", OTHERS),
    ),
)  # fmt: skip
"""Edits, and of each: what is gone, what it is in short, what to look at twice, and whose approval it needs."""


NOW_AND_THEN = (
    "the end of a provision, with a “no” in it",
    "an editor's note deleted",
    "a block macro deleted",
    "a field deleted",
    "digits changed round",
    "a fact",
    "a record that no rule misses",
    "a file that cannot be read",
)
"""Those of them that are tried in the long proofs only."""
TRIED = [pytest.param(*row, id=row[0], marks=pytest.mark.trust if row[0] in NOW_AND_THEN else ()) for row in ROWS]


@pytest.mark.parametrize(("what", "steps", "gone", "short", "twice", "approvals"), TRIED)
def test_an_edit_is_told_so(
    edited: Callable[..., Path],
    what: str,
    steps: tuple[Step, ...],
    gone: tuple[str, ...],
    short: tuple[str, ...],
    twice: tuple[str, ...],
    approvals: tuple[str, ...],
) -> None:
    found = review.review(edited(*steps))
    assert found.gone == gone
    assert (review.headline(found), review.appears(found)) == short
    assert tuple(review.questions(found)) == twice
    assert tuple(each.says for each in found.approvals) == approvals


REMARKS = (
    ("The board will meet.", "The board will not meet.", ["“not” was put in."]),
    ("It cannot wait.", "It can wait.", ["“cannot” was taken out.", "The verb of duty changed: “can not” became “can”."]),
    ("The board will meet, and will vote.", "The board may meet, and will vote.", ["The verb of duty changed: “will” became “may”."]),
    ("Within 24 hours, by 2 people.", "Within 42 hours, by 2 people.", ["A number changed: 24 became 42."]),
    ("Tea is served. Cake is not.", "Tea is served.", ["“not” was taken out.", "The end of the text is gone."]),
    ("Tea is served.", "Coffee is served.", []),
    ("Tea is Served.", "Tea is served.", []),
    (
        "not supplied",
        "Ask the chair, who must answer within 2 days.",
        ["It was “not supplied”, and something stands there now. Does a source say it, and which?"],
    ),
    ("quarterly", "not stated", ["It is “not stated” now. Does the source really say nothing?"]),
    ("not named", "not stated", ["One silence became another: “not named” was, “not stated” is. Which of them does the source call for?"]),
    ("not stated here", "not stated there", []),
)


@pytest.mark.parametrize(("old", "new", "said"), REMARKS)
def test_what_must_not_be_overlooked(old: str, new: str, said: list[str]) -> None:
    assert list(remarks.on(old, new, {"will": "will", "may": "may", "can": "can"})) == said


VALUES = (
    ({"a": "1", "b": "2"}, {"a": "1", "b": "3"}, [(("b",), "2", "3")]),
    ([{"id": "x", "n": "1"}, {"id": "y"}], [{"id": "y"}, {"id": "x", "n": "2"}], [(("x", "n"), "1", "2"), ((), "x, y", "y, x")]),
    ([{"id": "x"}], [], [(("x",), {"id": "x"}, None)]),
    (None, {"rules": [{"id": "x"}]}, [((), None, {"rules": [{"id": "x"}]})]),
    ({}, {"rules": [{"id": "x"}]}, [(("rules", "x"), None, {"id": "x"})]),
    ([{"says": "a"}, {"says": "b"}], [{"says": "a"}, {"says": "c"}], [(("no. 2", "says"), "b", "c")]),
    (["a", "b"], ["b"], [((), ["a", "b"], ["b"])]),
)


@pytest.mark.parametrize(("old", "new", "found"), VALUES)
def test_values_are_compared_by_name(old: object, new: object, found: list[object]) -> None:
    assert [(each.trail, each.old, each.new) for each in values.differences(old, new)] == found


HOSTILE = (
    """@team <img src=x onerror=y> ![p](https://example.org/p.png) [l](javascript:x) #12 GH-3 www.example.org `c` **b** 1234567abc </del>|$x$ &lt;"""
)


class _Tags(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append(tag)


def test_no_text_is_an_instruction(edited: Callable[..., Path]) -> None:
    found = review.review(edited(("data/terms.yaml", "The members who meet and visit.", f'"{HOSTILE}"')))
    comment = as_markdown.written(found)
    assert "@team" not in comment and "#12" not in comment and "://" not in comment and "www.e" not in comment and "1234567abc" not in comment
    tags = set(_Tags(Markdown().convert(comment)).found)
    assert tags <= {"h2", "h3", "ul", "li", "p", "strong", "blockquote"}
    page = as_html.written(found)
    assert "<img" not in page and "&lt;img src=x onerror=y&gt;" in page and "<script" not in page
    assert not re.search("(?:src|href)=", re.sub(r"&lt;.*?&gt;", "", page))
    assert HOSTILE in json.loads(as_json.written(found))["changes"][0]["new"]


def test_a_comment_says_what_it_had_no_room_for(edited: Callable[..., Path]) -> None:
    found = review.review(
        edited(("data/terms.yaml", "The members who meet and visit.", "All."), ("docs/editing/index.md", "Words.", "word " * 20_000))
    )
    comment = as_markdown.written(found)
    assert len(comment) <= as_markdown.LIMIT and "### In short" in comment
    assert comment.endswith(
        "**Left out, as a comment holds no more:** 1 of 2 under “Every change”; 2 of 2 under “Pages that change”. The review as a file has them all.\n"
    )


def test_every_form_tells_the_same(edited: Callable[..., Path]) -> None:
    found = review.review(edited((NOW, "Minutes will be published.", "Minutes will be shown.")))
    assert "Minutes will be [-published-]{+shown+}." in as_text.written(found)
    assert "Minutes will be ~~published~~ **shown** ." in as_markdown.written(found)
    assert "<del><span" in as_html.written(found)
    value = json.loads(as_json.written(found))
    assert value["changes"][0]["words"] == [["same", "Minutes will be "], ["removed", "published"], ["added", "shown"], ["same", "."]]
    assert list(value) == ["base", "head", "says", "fewer", "problems", "questions", "unread", "approvals", "changes", "comparisons", "pages"]
    assert value["pages"] == list(found.pages or ())


def test_the_command_reviews_what_lies_between_two_revisions(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(project, [("data/terms.yaml", "The members who meet and visit.", "All.")])
    committed(project)
    change(project, [("docs/about/index.md", "# About", "<b>")])
    assert main(["--root", str(project), "review", "main", "edit"]) == 0
    assert "You changed 1 fact: the 2004 explanation of The board." in capsys.readouterr().out
    assert main(["--root", str(project), "review"]) == 1
    said = capsys.readouterr().out
    assert "WHAT IS WRONG\n  - 1 problem. Nothing can be published until it is mended.\n  - docs/about/index.md, line 5: there is HTML here." in said
    assert main(["--root", str(project), "review", "nowhere"]) == 2
    assert capsys.readouterr().err == "git does not know the revision nowhere. Name a branch, a tag or a commit that “git log --all” shows.\n"
    left = subprocess.run(["git", "status", "--porcelain"], cwd=project, capture_output=True, text=True, check=True).stdout
    assert left == " M docs/about/index.md\n"


def test_what_git_does_not_hold_is_said(project: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{project}", str(tmp_path / "shallow"))
    with pytest.raises(Unknown, match="newest commits only: run “git fetch --unshallow”"):
        review.review(tmp_path / "shallow", "HEAD~1")
    bare = tmp_path / "bare"
    bare.mkdir()
    with pytest.raises(Unknown, match="This folder is not in a git repository"):
        review.review(bare, "HEAD")


def test_a_link_in_a_revision_leads_nowhere(project: Path) -> None:
    (project / "docs/secret.md").symlink_to("/etc/hostname")
    committed(project)
    found = review.review(project, "main", "edit")
    assert [each.what for each, _ in found.problems] == ["this is a symbolic link, not a file."]
    assert Path("/etc/hostname").read_text().strip() not in as_json.written(found)


def test_a_template_that_nobody_has_read_runs_nothing(project: Path) -> None:
    template = "overrides/macros/search_box.html"
    change(project, [(template, (project / template).read_text("utf-8"), "{{ ''.__class__.__mro__[1].__subclasses__() }}\n")])
    change(project, [("docs/editing/index.md", "Words.", "{{ search_box() }}")])
    committed(project)
    git(project, "switch", "-q", "main")
    found = review.review(project, "main", "edit")
    assert found.pages is None and found.unread == ("The state after cannot be drawn, so the pages that change cannot be told.",)
