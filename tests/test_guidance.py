"""The guidance pages say what the registers say, and filling in the YAML is all it takes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from macros.check import check
from macros.guidance import Guidance
from macros.render import Renderer

from .conftest import ROOT


def guide(folder: Path) -> Guidance:
    site, problems = check(folder)
    assert problems == []
    return Guidance(Renderer(site, str(ROOT / "overrides/macros")))


@pytest.fixture(scope="module")
def real() -> Guidance:
    return guide(ROOT)


LEVEL = """
- id: low
  level: "1"
  official: example-page
  do: {says: Ask on the page., link: example-page, seen: 2026-11-22}
  editions:
    "2002": {name: Low need, heading: meetings, provisions: [meetings-frequency], note: A slip.}
"""
FILLED = "  indicators: {version: '3', date: 2026-01-02, approved_by: The board, listed: [Tired, Hungry & cold]}\n"


def test_a_level_puts_the_official_page_first_and_says_not_supplied(mini: Path) -> None:
    (mini / "data/support-levels.yaml").write_text(LEVEL)
    text = guide(mini).support_level("guidance/support-levels/low/", "low")
    assert text.index("What to do:") < text.index("Official page:") < text.index("The board will meet quarterly.")
    assert '<a href="https://example.org/page">Example page</a>' in text
    assert '<em class="silence">Not supplied.</em>' in text
    assert 'href="../../../arrangements/2002/meetings/#meetings-frequency"' in text


def test_filling_in_the_indicators_is_all_it_takes(mini: Path) -> None:
    (mini / "data/support-levels.yaml").write_text(LEVEL + FILLED)
    text = guide(mini).support_level("guidance/support-levels/low/", "low")
    assert "Version 3, 2 January 2026, approved by The board." in text
    assert "<li>Tired</li>" in text and "<li>Hungry &amp; cold</li>" in text
    assert "Not supplied" not in text


@pytest.mark.parametrize("missing", ["version: '3', ", "date: 2026-01-02, ", "approved_by: The board, "])
def test_indicators_without_version_date_or_approver_are_not_shown(mini: Path, missing: str) -> None:
    (mini / "data/support-levels.yaml").write_text(LEVEL + FILLED.replace(missing, ""))
    text = guide(mini).support_level("guidance/support-levels/low/", "low")
    assert "Tired" not in text and "Not supplied" in text


ROUTE = """
- id: quarrel
  route: practice
  editions:
    "2002": {name: Policy of the board, steps: not supplied, provisions: [meetings-frequency]}
"""


def test_steps_are_not_supplied_until_they_are_written(mini: Path) -> None:
    (mini / "data/escalation.yaml").write_text(ROUTE)
    # The new record is an addition between the editions, and so has its note.
    changes = mini / "data/changes/2001-2002.yaml"
    changes.write_text(changes.read_text().replace("where: [refreshments-see]", "where: [refreshments-see, escalation/quarrel]"))
    assert '<em class="silence">not supplied</em> to this site' in guide(mini).escalation_routes("guidance/escalation/")
    (mini / "data/escalation.yaml").write_text(ROUTE.replace("not supplied", "[Talk, Ask the board]"))
    text = guide(mini).escalation_routes("guidance/escalation/")
    assert "<ol><li>Talk</li><li>Ask the board</li></ol>" in text


def test_a_sector_page_answers_from_section_and_list_together(real: Guidance) -> None:
    text = real.for_agency("agencies/education/", "education")
    assert "all education establishments are named as Relevant Agencies in Kent" in text
    assert "Childminders" in text and "The Education People" in text
    assert "Education Safeguarding Group" in text
    assert 'href="../../compare/2019-2024/for/education/"' in text
    assert "KSCMP annual report 2024-25" in text


@pytest.mark.parametrize("sector", ["education", "health", "police", "district-councils", "probation", "social-care", "fire-and-rescue", "family-court", "voluntary-sector"])
def test_every_sector_has_its_answers(real: Guidance, sector: str) -> None:
    text = real.for_agency(f"agencies/{sector}/", sector)
    for heading in ("## Are we a relevant agency?", "## Who represents us?", "## What is expected of us", "## What changed since", "## What the annual report says"):
        assert heading in text


def test_the_structure_has_only_lines_that_the_words_state(real: Guidance) -> None:
    def shown(branch, depth=0):
        yield depth, branch.group.id
        for below in branch.below:
            yield from shown(below, depth + 1)

    assert [row for top in real.structure() for row in shown(top)] == [
        (0, "lead-safeguarding-partner-meeting"), (1, "kscmp-executive"), (2, "scrutiny-sub-group"),
        (3, "policy-procedures-group"), (3, "learning-improvement-group"), (3, "child-exploitation-oversight-group"),
        (3, "education-safeguarding-group"), (3, "health-safeguarding-group"), (3, "district-council-safeguarding-group")]


def test_nobody_is_named_where_nobody_is(real: Guidance) -> None:
    text = real.people("people/")
    row = text[text.index("Independent Scrutineer</th>"):].split("</tr>")[0]
    assert '<em class="silence">not named</em>' in row


def test_every_duty_stands_under_its_actor_and_its_time(real: Guidance) -> None:
    text = real.duty_calendar("calendar/")
    duties = [duty.id for duty, _ in real._entries("duties")]
    for duty in duties:
        assert text.count(f'id="duty-{duty}"') == 1 and text.count(f'href="#duty-{duty}"') == 1
    assert "ambiguous: not defined" in text


def test_the_glossary_is_in_alphabetical_order_and_by_edition(mini: Path) -> None:
    terms = mini / "data/terms.yaml"
    terms.write_text(terms.read_text() + '- id: tea\n  kind: abbreviation\n  editions:\n    "2002": {name: Afternoon tea, short: AT, where: meetings}\n')
    text = guide(mini).glossary("glossary/")
    assert text.index("## March 2002") < text.index("AT</dt>") < text.index("The board</dt>") < text.index("## 2001 (draft text) (superseded)")
    assert "The members and the officers who meet." in text


def test_currency_says_promised_and_not_overdue(real: Guidance) -> None:
    text = real.currency("about/currency/")
    assert "<strong>The arrangements</strong>: annually. Promised; no later review is recorded here." in text
    assert "overdue" not in text
    assert "<summary>Amanda Beer (" in text


def test_what_was_only_seen_in_print_is_due_for_checking_first(real: Guidance) -> None:
    rows = sorted(real._checks())
    seen = [row[0] for row in rows]
    assert seen == sorted(seen) and seen[0] == "" and rows[-1][0] > "2026"
    text = real.currency("about/currency/")
    assert text.index("Amanda Beer, Chief Executive") < text.index("Kent Support Levels Guidance</th>")
    assert "annual-report-2024-25" not in text


def test_every_silence_is_told(mini: Path, edit: Callable[[str, str, str], None]) -> None:
    before = guide(mini).gaps("about/gaps/")
    assert "sources" in before.lower() and "not stated" in before
    edit("data/sources.yaml", "dated: not stated", "dated: May 2001")
    assert before.count('class="silence"') - guide(mini).gaps("about/gaps/").count('class="silence"') == 1


def test_what_is_not_covered_names_the_official_page_or_says_that_none_is_held(mini: Path) -> None:
    (mini / "data/not-covered.yaml").write_text(
        "- {id: lado, title: LADO, also: [allegation], says: The arrangements do not speak of it., link: example-page}\n"
        "- {id: hours, title: Out of hours, says: Nothing., provision: [meetings-frequency]}\n")
    text = guide(mini).not_covered("guidance/not-covered/")
    assert text.count("Not covered here.") == 2
    assert 'Official page: <a href="https://example.org/page">' in text
    assert "No official address is held here" in text and "Also searched as: allegation" in text
