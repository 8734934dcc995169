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


def test_a_sector_page_answers_from_the_registers_together(shown: Shown) -> None:
    page = shown.page(EDUCATION)
    assert [anchor for level, _, anchor in shown.contents if level == 2] == ["relevant", "represented", "expected", "changed", "report"]
    assert re.findall("<li>(.*?)</li>", section(page, "relevant")) == ["Schools", "New College"]
    assert "<strong>Schools</strong>: Papers Group." in section(page, "represented")
    assert '<a href="../../compare/2001-2002/for/education/">What changed for you: Education</a>' in section(page, "changed")
    assert 'Schools met twice. <span class="where">(Yearly report, Schools)</span>' in section(page, "report")


def test_a_sector_that_a_register_does_not_know_is_told_so(shown: Shown) -> None:
    page = shown.page(HEALTH)
    assert "<li>Town &amp; County Hospital (TCH)" in page and "Since 1 April 2003: Shire Hospital" in page
    assert 'In the table of representation: <em class="silence">not stated</em>' in section(page, "represented")
    assert "Nothing of this sector by name" in section(page, "report")


def test_a_sector_that_the_list_does_not_name_is_told_so(mini: Path, edit: Edit) -> None:
    edit("data/agencies.yaml", '    "2002": {name: Town & County Hospital, short: TCH, group: Health}\n', "")
    edit("data/changes/2001-2002.yaml", "removed: [agencies/clinic, tea-served]", "removed: [agencies/clinic, agencies/hospital, tea-served]")
    assert "The list in March 2002 has no entry for this sector." in Shown(checked(mini)).page(HEALTH)


@pytest.fixture
def sector(mini: Path, edit: Edit) -> Path:
    """A sector with a note, a group, and passages in the list's page and elsewhere."""
    edit(
        "data/sectors.yaml",
        "- {id: education, name: Education}",
        (
            "- id: education\n  name: Education\n  note: All of them are.\n  groups: [board-meeting]\n  editions:\n"
            '    "2002": {provision: [agency-list-full, members-read]}'
        ),
    )
    return mini


def test_passages_answer_on_the_list_s_page_and_the_others_are_folded(sector: Path) -> None:
    page = Shown(checked(sector)).page(EDUCATION)
    relevant = section(page, "relevant")
    assert "All of them are." in relevant and "List of agencies <a" in relevant and "read the papers" not in relevant
    elsewhere = section(page, "elsewhere")
    assert "<summary>1 provision</summary>" in elsewhere and "read the papers" in elsewhere


def test_a_sector_s_groups_stand_with_their_provisions(sector: Path, edit: Edit) -> None:
    edit("data/groups.yaml", '"2002": {name: The Board, joint: "no",', '"2002": {name: The Board, joint: "yes", status: It is new.,')
    groups = section(Shown(checked(sector)).page(EDUCATION), "groups")
    assert "<strong>The Board</strong> (joint with Shire): It is new." in groups and "The board will meet quarterly." in groups


def test_the_duties_of_a_sector_s_passages_and_groups_are_apart(sector: Path) -> None:
    path = sector / "data/duties.yaml"
    path.write_text(
        path.read_text("utf-8")
        + '- id: read\n  editions:\n    "2002": {provision: [members-read], actor: Members of the board, frequency: always, ambiguity: not defined}\n'
    )
    explain(sector, "duties/read")
    expected = section(Shown(checked(sector)).page(EDUCATION), "expected")
    own, folded = expected.split("<details>")
    assert "Members of the board: always" in words(own) and "ambiguous: not defined" in own
    assert "<summary>What our groups do: 1 recurring duty</summary>" in folded
    assert "<strong>The Board</strong>: quarterly" in folded and "always" not in folded


def test_without_an_older_edition_nothing_has_changed(turned: Shown) -> None:
    assert 'id="changed"' not in turned.page(EDUCATION)


def test_the_structure_has_only_lines_that_the_words_state(shown: Shown) -> None:
    page = section(shown.page("people/index.md"), "structure")
    assert re.search(r'<ul class="tree">\s*<li><span class="box">The Board</span><ul><li><span class="box">Papers Group</span>', page)
    assert "Since April 2003: The group met twice." in page
    assert "Named without a line" not in page


def test_a_group_without_a_line_stands_apart(mini: Path, edit: Edit) -> None:
    edit("data/groups.yaml", '"2002": {name: Papers Group, under: board-meeting}', '"2002": {name: Papers Group, status: It is new.}')
    page = section(Shown(checked(mini)).page("people/index.md"), "structure")
    apart = page[page.index("Named without a line to another group:") :]
    assert "<li>The Board" in apart and "<li>Papers Group: It is new." in apart
    assert '<span class="box">' not in page


def test_nobody_is_named_where_nobody_is(shown: Shown) -> None:
    page = shown.page("people/index.md")
    row = section(page, "posts-2002").split("</tr>")[1]
    assert '<th scope="row">Chair</th><td data-label="Holder"><em class="silence">not named</em>' in row
    assert 'data-label="Body"><em class="silence">not stated</em>' in row


def test_later_holders_stand_beside_the_current_edition_only(shown: Shown) -> None:
    page = shown.page("people/index.md")
    assert "Since 1 April 2003: Jo Example" in section(page, "posts-2002")
    assert "Jo Example" not in section(page, "posts-2001")
    assert [name for _, name, anchor in shown.contents if anchor in ("posts-2002", "posts-2001")] == [
        "Posts and their holders: March 2002",
        "Posts and their holders: 2001 (draft text) (superseded)",
    ]
