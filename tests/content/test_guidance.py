"""What this partnership's guidance pages say."""

from __future__ import annotations

import pytest

from macros.pages import agencies, currency

from ..conftest import ROOT
from ..drawn import Shown, checked, words


@pytest.fixture(scope="module")
def real() -> Shown:
    return Shown(checked(ROOT))


def for_agency(real: Shown, sector: str) -> str:
    return real.block(f"agencies/{sector}.md", "for_agency", sector)


def test_a_sector_page_answers_from_section_and_list_together(real: Shown) -> None:
    text = for_agency(real, "education")
    answer = text[: text.index('<h2 id="expected">')]
    assert "Yes. Section 2 names all education establishments as Relevant Agencies in Kent." in answer
    assert 'href="../../arrangements/2024/relevant-agencies/#all-education-establishments-named"' in answer
    assert "Childminders" in text and "The Education People" in text
    assert "Education Safeguarding Group" in text
    assert 'href="../../compare/2019-2024/for/education/"' in text
    assert "KSCMP annual report 2024-25" in text
    expected = text[text.index('<h2 id="expected">') : text.index('<h2 id="represented">')]
    assert "Named Relevant Agencies will be expected to:" in expected and "#named-agencies-expected" in expected
    assert [each for each in EXPECTATIONS if f"relevant-agencies/#{each}" not in expected] == []
    assert '<a href="../../arrangements/2024/relevant-agency-list/">The whole list, as printed</a>' in text


EXPECTATIONS = [
    "expected-act-accordingly",
    "expected-attend-meetings",
    "expected-practice-reviews",
    "agencies-under-scrutiny",
    "expected-audits",
    "expected-performance-data",
]
"""The six expectations of every named Relevant Agency."""
SECTORS = [
    "education",
    "health",
    "police",
    "district-councils",
    "probation",
    "social-care",
    "fire-and-rescue",
    "family-court",
    "voluntary-sector",
    "safeguarding-partners",
]


@pytest.mark.parametrize("sector", SECTORS)
def test_every_sector_has_its_answers(real: Shown, sector: str) -> None:
    text = for_agency(real, sector)
    assert text.startswith('<div class="do-first answer">')
    who = "Our groups" if sector == "safeguarding-partners" else "Who represents us"
    for heading in (
        "What is expected of us",
        who,
        "What changed since 2019 (draft text)",
        "What the annual report says",
        "Which bodies the list names",
    ):
        assert f'">{heading}</h2>' in text


@pytest.mark.parametrize(("sector", "named"), [("health", True), ("police", True), ("voluntary-sector", False), ("safeguarding-partners", False)])
def test_the_six_expectations_stand_where_bodies_are_named(real: Shown, sector: str, named: bool) -> None:
    text = for_agency(real, sector)
    assert ("Named Relevant Agencies will be expected to:" in text) is named


BINDING = {
    "voice": ["voice-listen-and-reflect", "voice-heard-in-agencies"],
    "learning": ["learning-contribution-required", "learning-workforce-competence"],
    "funding": ["funding-appropriate-required", "funding-money-and-kind"],
    "dispute-resolution": ["dispute-agencies-comply"],
    "business-team": ["sub-group-actions-responsibility"],
    "geographical-area": ["geographical-duties-outside-area"],
}
"""What binds every named Relevant Agency beyond the six expectations, by topic."""


@pytest.mark.parametrize("sector", [each for each in SECTORS if each != "voluntary-sector"])
def test_what_other_sections_ask_of_agencies_and_partners_is_on_their_pages(real: Shown, sector: str) -> None:
    text = for_agency(real, sector)
    expected = text[text.index('<h2 id="expected">') : text.index('<h2 id="represented">')]
    assert [each for topic, ids in BINDING.items() for each in ids if f"/{topic}/#{each}" not in expected] == []


def test_the_voluntary_sector_is_told_what_binds_every_organisation(real: Shown) -> None:
    text = for_agency(real, "voluntary-sector")
    expected = text[text.index('<h2 id="expected">') : text.index('<h2 id="represented">')]
    assert "learning/#learning-workforce-competence" in expected and "funding" not in expected


@pytest.mark.parametrize("sector", ["education", "health", "district-councils", "probation"])
def test_a_sub_group_s_whole_task_is_told(real: Shown, sector: str) -> None:
    text = for_agency(real, sector)
    groups = text[text.index('<h2 id="represented">') : text.index('<h2 id="changed">')]
    for each in ("sub-groups-act-taskings", "sub-groups-accountable-plan", "sub-group-chairs-written-report", "sub-groups-escalate-risks"):
        assert f"partnership-structure/#{each}" in groups
    assert "#duty-sub-group-chair-written-report" in groups


def test_no_office_s_list_is_shown_in_part(real: Shown) -> None:
    text = real.block("people/index.md", "people")
    for lead, number in (("partnership-chair-functions", 5), ("scrutiny-scrutineer-duties", 7), ("sub-group-chairs-expected-to", 3)):
        items = [each.id for each in real.site.now.by_id.values() if each.lead_in == lead]
        assert len(items) == number and [each for each in items if f"#{each}" not in text] == []


ASKED = {
    "people/index.md": "Who chairs the KSCMP Executive? Its Board meetings are chaired by the Partnership Chair",
    "calendar.md": "The Section 11 audit has no date",
    "guidance/escalation/index.md": "the Partnership Chair will act for all three Safeguarding Partners",
}
"""What is asked most, and where a whole sentence answers it."""


@pytest.mark.parametrize(("path", "answer"), ASKED.items(), ids=lambda each: each[:12])
def test_what_is_asked_most_has_its_sentence(real: Shown, path: str, answer: str) -> None:
    assert answer in words(real.page(path))


def test_the_short_form_of_a_route_has_what_sets_a_stage_off(real: Shown) -> None:
    text = words(real.block("guidance/escalation/index.md", "escalation_routes")).split("Which route is mine?")[1]
    short = text[: text.index("The dispute is about a practice review")]
    assert "Stage 2: KSCMP Independent Scrutineer considers mediation (if required) and resolution, if the Lead Safeguarding Partners cannot" in short


def test_the_structure_has_only_lines_that_the_words_state(real: Shown) -> None:
    def shown(branch: agencies.Branch, depth: int = 0) -> list[tuple[int, str]]:
        return [(depth, branch.group.id), *(row for below in branch.below for row in shown(below, depth + 1))]

    assert [row for top in agencies._structure(real.site.now.entries("groups")) for row in shown(top)] == [
        (0, "lead-safeguarding-partner-meeting"),
        (1, "kscmp-executive"),
        (2, "scrutiny-sub-group"),
        (3, "policy-procedures-group"),
        (3, "learning-improvement-group"),
        (3, "child-exploitation-oversight-group"),
        (3, "education-safeguarding-group"),
        (3, "health-safeguarding-group"),
        (3, "district-council-safeguarding-group"),
    ]


def test_nobody_is_named_where_nobody_is(real: Shown) -> None:
    text = real.block("people/index.md", "people")
    row = text[text.index('<tr id="post-independent-scrutineer">') :].split("</tr>")[0]
    assert 'in print: <em class="silence">not named</em>' in row and "Samantha Haspell" in row and "KSCMP annual report 2024-25" in row
    assert "The document's own picture did not reach us" in words(text).replace("&#39;", "'")


def test_every_duty_stands_under_its_actor_and_its_time(real: Shown) -> None:
    text = real.block("calendar.md", "duty_calendar")
    when, who = text.split('<h2 id="actors">')
    for duty, _ in real.site.now.entries("duties"):
        assert (when.count(f'href="#duty-{duty.id}"'), who.count(f'id="duty-{duty.id}"')) == (1, 1), duty.id
    assert "Unclear: &#34;regular&#34; is not defined" in text


def test_currency_says_promised_and_not_overdue(real: Shown) -> None:
    text = real.block("about/currency.md", "currency")
    assert "<strong>The arrangements</strong>: annually. Promised; no later review is recorded here." in text
    assert "overdue" not in text
    assert "<summary>Amanda Beer (" in real.block("about/names.md", "names")


def test_what_was_only_seen_in_print_is_due_for_checking_first(real: Shown) -> None:
    rows = sorted(currency._checks(real.site))
    seen = [row[0] for row in rows]
    assert seen == sorted(seen) and seen[0] == "" and rows[-1][0] > "2026"
    text = real.block("about/currency.md", "currency")
    assert text.index("Amanda Beer, Chief Executive") < text.index('<li>Kent Support Levels Guidance <span class="where">(link)')
    assert "annual-report-2024-25" not in text


def test_the_stages_have_their_numbers_and_titles(real: Shown) -> None:
    real.block("guidance/escalation/index.md", "escalation_routes")
    assert [name for level, name, _ in real.contents if level == 3] == [
        "Stage 1: Executive",
        "Stage 2: Independent Scrutineer",
        "Stage 3: Independent arbitration",
    ]
