"""The guidance pages say what the registers say, and filling in the YAML is all it takes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from .drawn import Shown, checked

Edit = Callable[[str, str, str], None]
LEVEL = "guidance/support-levels/first-level.md"
FILLED = "  indicators: {version: '3', date: 2026-01-02, approved_by: The board, listed: [Tired, Hungry & cold]}\n"


def level(folder: Path) -> str:
    return Shown(checked(folder)).block(LEVEL, "support_level", "first-level")


def test_a_level_puts_the_official_page_first_and_says_not_supplied(mini: Path) -> None:
    text = level(mini)
    assert text.index("What to do:") < text.index("Official page:") < text.index("read the papers")
    assert '<a href="https://example.org/page">Example page</a>' in text
    assert '<em class="silence">Not supplied.</em>' in text
    assert 'href="../../../arrangements/2002/meetings/#members-read"' in text


def test_filling_in_the_indicators_is_all_it_takes(mini: Path, edit: Edit) -> None:
    edit("data/support-levels.yaml", "  editions:\n", FILLED + "  editions:\n")
    text = level(mini)
    assert "Version 3, 2 January 2026, approved by The board." in text
    assert "<li>Tired</li>" in text and "<li>Hungry &amp; cold</li>" in text
    assert "Not supplied" not in text


@pytest.mark.parametrize("missing", ["version: '3', ", "date: 2026-01-02, ", "approved_by: The board, "])
def test_indicators_without_version_date_or_approver_are_not_shown(mini: Path, edit: Edit, missing: str) -> None:
    edit("data/support-levels.yaml", "  editions:\n", FILLED.replace(missing, "") + "  editions:\n")
    text = level(mini)
    assert "Tired" not in text and "Not supplied" in text


ROUTE = """- id: quarrel
  route: practice
  editions:
    "2002": {name: Policy of the board, steps: not supplied, provisions: [meetings-frequency]}
"""


def test_steps_are_not_supplied_until_they_are_written(mini: Path, edit: Edit) -> None:
    routes = mini / "data/escalation.yaml"
    before = routes.read_text("utf-8")
    routes.write_text(before + ROUTE, "utf-8")
    # The new record is an addition between the editions, and so has its note.
    edit("data/changes/2001-2002.yaml", "where: [refreshments-see]", "where: [refreshments-see, escalation/quarrel]")
    page = "guidance/escalation/index.md"
    assert '<em class="silence">not supplied</em> to this site' in Shown(checked(mini)).block(page, "escalation_routes")
    routes.write_text(before + ROUTE.replace("not supplied", "[Talk, Ask the board]"), "utf-8")
    text = Shown(checked(mini)).block(page, "escalation_routes")
    assert "<ol><li>Talk</li><li>Ask the board</li></ol>" in text


def test_the_glossary_is_in_alphabetical_order_and_by_edition(mini: Path, edit: Edit) -> None:
    terms = mini / "data/terms.yaml"
    terms.write_text(
        terms.read_text("utf-8") + '- id: tea\n  kind: abbreviation\n  editions:\n    "2002": {name: Afternoon tea, short: AT, where: meetings}\n'
    )
    text = Shown(checked(mini)).block("glossary.md", "glossary")
    assert text.index(">March 2002<") < text.index("AT</dt>") < text.index("The board</dt>") < text.index(">2001 (draft text) (superseded)<")
    assert "The members and the officers who meet." in text


def test_every_silence_is_told(mini: Path, edit: Edit) -> None:
    before = Shown(checked(mini)).block("about/gaps.md", "gaps")
    assert "sources" in before.lower() and "not stated" in before
    edit("data/sources.yaml", "dated: not stated", "dated: May 2001")
    assert before.count('class="silence"') - Shown(checked(mini)).block("about/gaps.md", "gaps").count('class="silence"') == 1


def test_what_is_not_covered_names_the_official_page_or_says_that_none_is_held(mini: Path) -> None:
    (mini / "data/not-covered.yaml").write_text(
        "- {id: lado, title: LADO, also: [allegation], says: The arrangements do not speak of it., link: example-page}\n"
        "- {id: hours, title: Out of hours, says: Nothing., provision: [meetings-frequency]}\n"
    )
    text = Shown(checked(mini)).block("guidance/not-covered.md", "not_covered")
    assert text.count("Not covered here.") == 2
    assert 'Official page: <a href="https://example.org/page">' in text
    assert "No official address is held here" in text and "Also searched as: allegation" in text


def test_a_sector_page_leads_to_the_list_and_to_what_is_expected(mini: Path, edit: Edit) -> None:
    shown = Shown(checked(mini)).block("agencies/health.md", "for_agency", "health")
    assert '<a href="../../arrangements/2002/agency-list/">The whole list, as printed</a>' in shown
    assert '<a href="../../arrangements/2002/meetings/#members-duties">what section 2 expects of them</a>' in shown
    edit("data/partnership.yaml", "expected: members-duties", "expected: agency-list-full")
    shown = Shown(checked(mini)).block("agencies/health.md", "for_agency", "health")
    assert '<a href="../../arrangements/2002/agency-list/#agency-list-full">what Appendix 1 expects of them</a>' in shown


def test_the_page_of_people_says_what_is_known_of_the_picture(mini: Path, edit: Edit) -> None:
    assert "accountable. </p>" in Shown(checked(mini)).block("people/index.md", "people")
    edit("data/editions.yaml", "    written_under: Guidance 2002\n", "    written_under: Guidance 2002\n    picture: Its picture is <lost>.\n")
    assert "accountable. Its picture is &lt;lost&gt;.</p>" in Shown(checked(mini)).block("people/index.md", "people")


def test_the_stages_are_counted(mini: Path) -> None:
    shown = Shown(checked(mini))
    assert len(shown.site.now.entries("escalation")) >= 1
    assert "Partners or agencies disagree: 1 stage</h2>" in shown.block("guidance/escalation/index.md", "escalation_routes")
