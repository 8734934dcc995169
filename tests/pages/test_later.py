"""The page on later guidance, and the line that leads to it."""

from __future__ import annotations

from pathlib import Path

from ..check.rows import edit
from ..drawn import Shown, checked, words

PAGE = "guidance/later-guidance.md"


def test_the_answer_comes_first_how_many_and_how_many_are_checked(shown: Shown) -> None:
    text = words(shown.page(PAGE))
    assert "2 provisions of March 2002 are to be checked against Guidance 2003; 1 of them has been checked so far." in text
    assert "To be listed here does not mean that a provision falls short." in text


def test_each_row_says_why_it_is_listed_and_who_checked_it_when_and_what_was_found(shown: Shown) -> None:
    text = words(shown.page(PAGE))
    assert "The board will meet quarterly. March 2002 s.2, Meetings 1 To be checked. Duty: Board meetings ." in text
    assert "Checked by Jo Example, clerk, 1 May 2003: It still holds. Speaks of “the papers”, without a name." in text


def test_a_theme_tells_no_more_than_its_source_with_the_day_on_which_it_was_seen(shown: Shown) -> None:
    shown.page(PAGE)
    assert [each for each in shown.contents if each[0] == 3] == [(3, "Meeting", "theme-meeting"), (3, "Meetings", "topic-meetings")]
    assert "The page tells: boards meet more often. ( Example page ; seen 22 November 2026, confirm on the page)" in words(shown.page(PAGE))


def test_every_edition_stands_with_the_guidance_under_which_it_was_written(pair: Path) -> None:
    edit("data/guidance.yaml", "{id: guidance-2002,", "{id: guidance-2002, replaced: which another is said to replace,")(pair)
    text = words(Shown(checked(pair)).page(PAGE))
    assert "March 2002 Guidance 2002, which another is said to replace 2001 (draft text) (superseded) Guidance 2000" in text
    line = "Written under Guidance 2002, which another is said to replace; check the Town Council for later guidance."
    escalation = Shown(checked(pair)).page("guidance/escalation/index.md")
    assert f'{line} <a href="../later-guidance/">What is to be checked</a>.</p>' in escalation


def test_without_later_guidance_the_page_says_that_none_is_recorded(pair: Path) -> None:
    edit("data/guidance.yaml", "    replaces: guidance-2002\n", "")(pair)
    page = Shown(checked(pair)).page(PAGE)
    assert "<strong>No later guidance is recorded here than Guidance 2002, under which March 2002 was written.</strong>" in page
    assert "To be checked" not in page
    assert "What is to be checked" not in Shown(checked(pair)).page("guidance/escalation/index.md")
