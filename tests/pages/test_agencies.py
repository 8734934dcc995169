"""The pages for agencies, and that of people and structure."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from ..drawn import Shown, checked, words
from .test_guidance import explain

Edit = Callable[[str, str, str], None]
EDUCATION, HEALTH = "agencies/education.md", "agencies/health.md"


def section(page: str, anchor: str) -> str:
    """What stands under a heading."""
    return page[page.index(f'<h2 id="{anchor}">') :].split("<h2 ")[1]


def test_a_sector_page_answers_first_then_what_binds_it_who_speaks_for_it_and_what_changed(shown: Shown) -> None:
    page = shown.page(EDUCATION)
    assert [anchor for level, _, anchor in shown.contents if level == 2] == ["expected", "represented", "changed", "report", "relevant"]
    answer = page[page.index('<div class="do-first answer">') : page.index('<h2 id="expected">')]
    assert words(answer) == "Yes, schools are on the list. March 2002 s.2, Meetings 4"
    assert re.findall("<li>(.*?)</li>", section(page, "relevant")) == ["Schools", "New College"]
    assert '<li>Papers Group <span class="where">(March 2002, table of representation)</span></li>' in section(page, "represented")
    assert 'People from the sector also attend, or are invited to: <a href="../../people/#group-board-meeting">The Board</a>.' in section(
        page, "represented"
    )
    assert '<a href="../../compare/2001-2002/for/education/">What changed for you: Education</a>' in section(page, "changed")
    assert 'Schools met twice. <span class="where">(<a href="../../reports/2003-04/#schools-met">Schools</a>)</span>' in section(page, "report")
    assert '<a href="../../arrangements/2002/agency-list/">The whole list, as printed</a>' in section(page, "relevant")


def test_a_named_sector_has_the_expectations_of_all_once_below_their_introduction(shown: Shown) -> None:
    expected = section(shown.page(EDUCATION), "expected")
    assert expected.count("Members must:") == 1 and expected.count("read the papers") == 1  # its own expectation is one of all
    assert re.findall(r"<li>([a-z ,]+) <a", expected) == ["read the papers", "attend, and"]


def test_what_binds_a_sector_besides_is_told_apart(mini: Path, edit: Edit) -> None:
    edit("data/sectors.yaml", "expected: [members-read]", "expected: [members-read, minutes-kept]")
    own = section(Shown(checked(mini)).page(EDUCATION), "expected").split("<p>Besides, for this sector:</p>")[1]
    assert "Minutes will be kept." in own and "read the papers" not in own


@pytest.mark.parametrize(("named", "common"), [("yes", True), ("partly", True), ("no", False)])
def test_the_expectations_of_all_are_shown_to_those_who_are_named(mini: Path, edit: Edit, named: str, common: bool) -> None:
    edit("data/sectors.yaml", 'named: "yes"', f'named: "{named}"')
    assert ("attend, and" in section(Shown(checked(mini)).page(EDUCATION), "expected")) is common


def test_what_binds_all_on_other_pages_is_folded_by_page(mini: Path, edit: Edit) -> None:
    edit(
        "data/partnership.yaml",
        "expectations: members-duties",
        "expectations: members-duties\nbinding: [agency-list-full]\neverybody: [minutes-kept]",
    )
    expected = section(Shown(checked(mini)).page(EDUCATION), "expected")
    first, other = expected.split("<p>Other pages bind named bodies too:</p>")
    assert "read the papers" in first and "Minutes will be kept." in first  # said to everybody, on the page of the expectations
    assert "<details><summary>Agency list</summary>" in other and "List of agencies" in other and "List of agencies" not in first


def test_those_who_are_not_named_are_told_what_binds_every_organisation(mini: Path, edit: Edit) -> None:
    edit("data/sectors.yaml", 'named: "yes"', 'named: "no"')
    edit("data/partnership.yaml", "expectations: members-duties", "expectations: members-duties\neverybody: [minutes-kept]")
    expected = section(Shown(checked(mini)).page(EDUCATION), "expected")
    everybody = expected.split("<p>What binds every organisation:</p>")[1]
    assert "Minutes will be kept." in everybody and "attend, and" not in expected


def test_a_sub_group_does_what_every_sub_group_and_its_chair_does(mini: Path, edit: Edit) -> None:
    edit("data/sectors.yaml", "  name: Education\n", "  name: Education\n  groups: [board-meeting, papers-group]\n")
    edit("data/duties.yaml", '"2002": {provision: [meetings-frequency]', '"2002": {provision: [meetings-frequency, members-read]')
    edit("data/partnership.yaml", "sub_groups: [members-duties]", "sub_groups: [members-duties, minutes-published]")
    groups = section(Shown(checked(mini)).page(EDUCATION), "represented")
    board, sub_group = groups.split('#group-papers-group">Papers Group</a></strong>')
    assert "<p>As every sub-group and its chair:</p>" in sub_group and "Minutes will be published." in sub_group
    assert "#duty-board-meets" in sub_group  # a duty that rests on what every sub-group does
    assert "As every sub-group" not in board and "#duty-board-meets" in board


def test_a_caution_stands_with_the_answer(mini: Path, edit: Edit) -> None:
    edit("data/sectors.yaml", "expected: [members-read]}", "expected: [members-read], caution: The list is older.}")
    page = Shown(checked(mini)).page(EDUCATION)
    assert "The list is older." in page[page.index('<div class="do-first answer">') : page.index('<h2 id="expected">')]


def test_a_sector_that_a_register_does_not_know_is_told_so(shown: Shown) -> None:
    page = shown.page(HEALTH)
    assert "do-first answer" not in page
    assert 'Beyond what is said of everybody: <em class="silence">not stated</em>.' in section(page, "expected")
    assert "<li>Town &amp; County Hospital (TCH)" in page and "From 1 April 2003 its name is Shire Hospital." in page
    assert 'In the table of representation: <em class="silence">not stated</em>' in section(page, "represented")
    assert "Nothing of this sector by name" in section(page, "report")
    assert '<p class="record-note">Hospitals and clinics.</p>' in page


def test_a_sector_that_the_list_does_not_name_is_told_so(mini: Path, edit: Edit) -> None:
    edit("data/agencies.yaml", '    "2002": {name: Town & County Hospital, short: TCH, group: Health}\n', "")
    edit("data/changes/2001-2002.yaml", "removed: [agencies/clinic, tea-served]", "removed: [agencies/clinic, agencies/hospital, tea-served]")
    assert "The list in March 2002 has no entry for this sector." in Shown(checked(mini)).page(HEALTH)


@pytest.fixture
def sector(mini: Path, edit: Edit) -> Path:
    """A sector with a note, a group, and passages elsewhere."""
    edit("data/sectors.yaml", "  name: Education\n", "  name: Education\n  note: All of them are.\n  groups: [board-meeting]\n")
    edit(
        "data/sectors.yaml",
        '"2002": {provision: [members-duties]',
        '"2002": {provision: [members-duties, meetings-frequency, minutes-kept, agency-list-full]',
    )
    return mini


def test_passages_that_are_not_shown_above_are_folded_last(sector: Path) -> None:
    page = Shown(checked(sector)).page(EDUCATION)
    assert "All of them are." in page[: page.index('<h2 id="expected">')]
    elsewhere = page[page.index('<details id="elsewhere">') :].split("</details>")[0]
    assert "Where else the arrangements speak of us: 2 provisions" in elsewhere
    assert "Minutes will be kept." in elsewhere and "List of agencies <a" in elsewhere
    assert "quarterly" not in elsewhere and "Members must" not in elsewhere


def test_a_sector_s_groups_stand_with_their_provisions(sector: Path, edit: Edit) -> None:
    edit("data/groups.yaml", '"2002": {name: The Board, joint: "no",', '"2002": {name: The Board, joint: "yes", status: It is new.,')
    groups = section(Shown(checked(sector)).page(EDUCATION), "represented")
    assert '<strong><a href="../../people/#group-board-meeting">The Board</a></strong> (joint with Shire): It is new.' in groups
    assert "The board will meet quarterly." in groups


def test_the_duties_of_a_sector_and_of_its_groups_are_apart(sector: Path) -> None:
    path = sector / "data/duties.yaml"
    path.write_text(
        path.read_text("utf-8") + "- id: read\n  title: Reading\n  editions:\n"
        '    "2002": {provision: [members-read], by: [education], cadence: other interval, actor: Members, frequency: always, ambiguity: not defined}\n'
    )
    explain(sector, "duties/read")
    page = Shown(checked(sector)).page(EDUCATION)
    own, groups = section(page, "expected"), section(page, "represented")
    assert '<a href="../../calendar/#duty-read">Reading</a> <span class="where">printed “always”</span>' in own
    assert '<span class="ambiguous">Unclear: not defined</span>' in own and "duty-board-meets" not in own
    assert "<summary>What it does</summary>" in groups
    assert '<a href="../../calendar/#duty-board-meets">Board meetings</a> <span class="where">printed “quarterly”</span>' in groups


def test_without_an_older_edition_nothing_has_changed(turned: Shown) -> None:
    assert 'id="changed"' not in turned.page(EDUCATION)


def test_the_structure_has_only_lines_that_the_words_state(shown: Shown) -> None:
    page = section(shown.page("people/index.md"), "structure")
    assert re.search(
        r'<ul class="tree">\s*<li id="group-board-meeting"><span class="box">The Board</span><ul><li id="group-papers-group"><span class="box">Papers Group</span>',
        page,
    )
    assert "Since April 2003: The group met twice." in page
    assert "Named without a line" not in page


def test_a_group_without_a_line_stands_apart(mini: Path, edit: Edit) -> None:
    edit("data/groups.yaml", '"2002": {name: Papers Group, under: board-meeting}', '"2002": {name: Papers Group, status: It is new.}')
    page = section(Shown(checked(mini)).page("people/index.md"), "structure")
    apart = page[page.index("Named without a line to another group:") :]
    assert '<li id="group-board-meeting"><strong>The Board</strong></li>' in apart
    assert '<li id="group-papers-group"><strong>Papers Group</strong> <span class="where">It is new.</span>' in apart
    assert '<span class="box">' not in page and '<ul class="tree">' not in page


def test_a_group_that_only_a_draft_names_is_not_there_yet(shown: Shown) -> None:
    page = section(shown.page("people/index.md"), "structure")
    assert "does not print</summary>" not in page  # a draft is no edition that printed anything yet
    assert "Visits Group" not in page


def test_what_an_office_does_stands_whole_as_the_edition_lists_it(mini: Path, edit: Edit) -> None:
    given = '"2002": {office: Chair, holder: not named, where: meetings}'
    edit("data/posts.yaml", given, given.replace("where", "does: members-duties, where"))
    office = Shown(checked(mini)).page("people/index.md").split('id="post-chair"')[1].split("</tr>")[0]
    assert re.findall(r"<li>([a-z ,]+) <a", office.split("<summary>What it does: the whole list</summary>")[1]) == ["read the papers", "attend, and"]


def holders(page: str, edition: str) -> str:
    """The rows of the offices of one edition."""
    return page[page.index(f'<tbody id="posts-{edition}">') :].split("</tbody>")[0]


def test_a_later_holder_stands_first_with_its_source_and_beside_the_current_edition_only(shown: Shown) -> None:
    page = shown.page("people/index.md")
    now = holders(page, "2002")
    assert '<tr id="post-chair"><th scope="row">Jo Example <span class="where">(Since 1 April 2003; <a href="https://example.org/page">' in now
    assert 'in print: <em class="silence">not named</em></span></th><td data-label="Office">Chair</td>' in now
    assert "Jo Example" not in page.replace(now, "")
    assert "Al Example" not in page  # whom only a draft names


def test_nobody_is_named_where_nobody_is(shown: Shown) -> None:
    page = shown.page("people/index.md")
    assert 'id="posts-2001"' not in page
    unnamed = page[page.index('<details id="unnamed-2001">') :].split("</details>")[0]
    assert '<summary>2001 (draft text), superseded: 1 office, <em class="silence">not named</em></summary>' in unnamed
    assert "<li><strong>Chair</strong>: –</li>" in unnamed
