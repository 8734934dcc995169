"""The pages for practitioners: filling in the YAML is all it takes."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.pages import guidance
from macros.pages.addresses import Here

from ..drawn import Shown, checked, words

Edit = Callable[[str, str, str], None]
LEVELS, LEVEL = "guidance/support-levels/index.md", "guidance/support-levels/first-level.md"
OFFICIAL = '<a href="https://example.org/page">Example page</a>'


def explain(folder: Path, *ids: str) -> None:
    """Names new records in a change note, as every addition asks."""
    path = folder / "data/changes/2001-2002.yaml"
    path.write_text(path.read_text("utf-8").replace("where: [refreshments-see]", f"where: [refreshments-see, {', '.join(ids)}]"), "utf-8")


def test_a_provision_is_quoted_with_its_lead_in_its_address_and_its_citation(shown: Shown) -> None:
    found = guidance.said(shown.site.now, ("members-vote", "meetings-frequency"), Here("glossary.md"))
    assert [(each.provision.text, each.lead_in, each.address, each.citation) for each in found] == [
        ("vote", "attend, and", "../arrangements/2002/meetings/#members-vote", "Example arrangements, March 2002, section 2, Meetings, item 2.1"),
        (
            "The board will meet quarterly.",
            "",
            "../arrangements/2002/meetings/#meetings-frequency",
            "Example arrangements, March 2002, section 2, Meetings, provision 1",
        ),
    ]


def test_levels_stand_side_by_side_each_with_its_page(shown: Shown) -> None:
    page = shown.block(LEVELS, "support_levels")
    assert '<a href="first-level/">First level</a>' in page
    assert "<p>read the papers</p>" in page and f"Ask the school. {OFFICIAL}" in page


def test_a_level_puts_the_official_page_first_and_says_not_supplied(shown: Shown) -> None:
    page = shown.page(LEVEL)
    assert page.index("What to do:") < page.index("Official page:") < page.index('<span class="lead">Members must:</span> read the papers')
    assert OFFICIAL in page
    assert '<em class="silence">Not supplied.</em>' in page
    assert 'href="../../../arrangements/2002/meetings/#members-read"' in page
    assert "The first level is the widest." in page[page.index("From the official page") :]


def test_a_level_is_told_edition_by_edition_the_newest_first(shown: Shown) -> None:
    page = shown.page(LEVEL)
    names = [each.name + ("" if each.current else " (superseded)") for each in reversed(shown.site.editions.values())]
    assert [name for _, name, anchor in shown.contents if anchor.startswith("edition-")] == names
    assert page.index("Members must:") < page.index("Members should:")


def test_without_a_page_of_its_own_the_whole_guidance_is_named(mini: Path, edit: Edit) -> None:
    edit("data/support-levels.yaml", "  official: example-page\n", "")
    page = Shown(checked(mini)).page(LEVEL)
    assert 'the address of this level\'s own page is <em class="silence">not supplied</em>' in page and OFFICIAL in page


FILLED = "  indicators: {version: '3', date: 2026-01-02, approved_by: The board, listed: [Tired, Hungry & cold]}\n"


def test_filling_in_the_indicators_is_all_it_takes(mini: Path, edit: Edit) -> None:
    edit("data/support-levels.yaml", "  official: example-page\n", "  official: example-page\n" + FILLED)
    page = Shown(checked(mini)).page(LEVEL)
    assert "Version 3, 2 January 2026, approved by The board." in page
    assert "<li>Tired</li>" in page and "<li>Hungry &amp; cold</li>" in page
    assert "Not supplied" not in page


@pytest.mark.parametrize("missing", ["version: '3', ", "date: 2026-01-02, ", "approved_by: The board, "])
def test_indicators_without_version_date_or_approver_are_not_shown(mini: Path, edit: Edit, missing: str) -> None:
    edit("data/support-levels.yaml", "  official: example-page\n", "  official: example-page\n" + FILLED.replace(missing, ""))
    page = Shown(checked(mini)).page(LEVEL)
    assert "Tired" not in page and "Not supplied" in page


ROUTE = """
- id: quarrel
  route: practice
  editions:
    "2002": {name: Policy of the board, steps: not supplied, provisions: [meetings-frequency]}
"""


def test_steps_are_not_supplied_until_they_are_written(mini: Path) -> None:
    routes = mini / "data/escalation.yaml"
    given = routes.read_text("utf-8")
    routes.write_text(given + ROUTE)
    explain(mini, "escalation/quarrel")
    page = Shown(checked(mini)).page("guidance/escalation/index.md")
    assert '<em class="silence">not supplied</em> to this site' in page and "the policy is on the ETCP website" in words(page)
    routes.write_text(given + ROUTE.replace("not supplied", "[Talk, Ask the board]"))
    page = Shown(checked(mini)).page("guidance/escalation/index.md")
    assert "<ol><li>Talk</li><li>Ask the board</li></ol>" in page


def test_every_route_has_its_place_and_the_silent_ones_say_so(shown: Shown) -> None:
    page = shown.page("guidance/escalation/index.md")
    assert [anchor for level, _, anchor in shown.contents if level == 2] == ["which", "practice", "partnership", "review", "funding", "risk"]
    assert re.findall(r'<a href="#([a-z]+)">', page) == ["practice", "partnership", "review", "funding", "risk"]
    assert page.count('<p><em class="silence">not stated</em></p>') == 3
    assert (3, "Stage 1", "stage-board") in shown.contents


def test_a_route_of_one_step_says_who_decides_and_where_it_goes(mini: Path) -> None:
    path = mini / "data/escalation.yaml"
    path.write_text(
        path.read_text("utf-8")
        + '- id: money\n  route: funding\n  editions:\n    "2002": {name: Funding, decides: The chair, passes_to: the Town, note: A slip.}\n'
    )
    explain(mini, "escalation/money")
    page = Shown(checked(mini)).page("guidance/escalation/index.md")
    assert "<p><strong>Funding</strong>. The chair; then: the Town</p>" in page and "Editor's note: A slip." in page


DUTIES = """
- id: minutes
  editions:
    "2002": {provision: [minutes-kept], actor: not stated, frequency: regularly, ambiguity: not defined}
- id: teas
  editions:
    "2002": {provision: [minutes-published, minutes-kept], actor: a member, date: by May}
"""


def test_every_duty_stands_under_its_actor_and_its_time(mini: Path) -> None:
    path = mini / "data/duties.yaml"
    path.write_text(path.read_text("utf-8") + DUTIES)
    explain(mini, "duties/minutes", "duties/teas")
    page = Shown(checked(mini)).page("calendar.md")
    for duty in ("board-meets", "minutes", "teas"):
        assert page.count(f'id="duty-{duty}"') == 1 and page.count(f'href="#duty-{duty}"') == 1
    assert '<span class="ambiguous">ambiguous: not defined</span>' in page
    assert re.findall(r"<summary>(.*?)</summary>", page) == ["a member", "The Board", "not stated", "by May (1)", "quarterly (1)", "regularly (1)"]
    assert '<a href="duties.csv">' in page and '<a href="duties.ics">' in page


def test_the_glossary_is_in_alphabetical_order_and_by_edition(mini: Path) -> None:
    terms = mini / "data/terms.yaml"
    terms.write_text(
        terms.read_text("utf-8")
        + '- id: tea\n  kind: abbreviation\n  also: [cup]\n  editions:\n    "2002": {name: Afternoon tea, short: AT, where: meetings}\n'
    )
    shown = Shown(checked(mini))
    page = shown.page("glossary.md")
    at = [
        page.index(each)
        for each in ('<h2 id="words-2002">March 2002</h2>', "AT</dt>", "The board</dt>", '<h2 id="words-2001">2001 (draft text) (superseded)</h2>')
    ]
    assert at == sorted(at)
    assert "The members and the officers who meet." in page
    found = page[page.index('id="word-2002-tea"') :].split("</div>")[0]
    assert words(found.partition(">")[2]) == "AT Afternoon tea. Where it stands Also called or searched as: cup"
    assert '<a href="../arrangements/2002/meetings/">Where it stands</a>' in found


def test_a_word_that_is_written_out_or_explained_nowhere_says_so(mini: Path) -> None:
    terms = mini / "data/terms.yaml"
    terms.write_text(
        terms.read_text("utf-8")
        + '- id: xy\n  kind: abbreviation\n  editions:\n    "2002": {name: not stated, short: XY}\n- id: hall\n  kind: term\n  editions:\n    "2002": {name: Hall, note: A slip.}\n'
    )
    page = Shown(checked(mini)).page("glossary.md")
    assert '<dt>XY</dt><dd><em class="silence">written out nowhere in this edition</em>' in page
    assert '<dt>Hall</dt><dd><em class="silence">not explained in this edition</em>' in page and "Editor's note: A slip." in page


def test_what_is_not_covered_names_the_official_page_or_says_that_none_is_held(mini: Path) -> None:
    (mini / "data/not-covered.yaml").write_text(
        "- {id: lado, title: LADO, also: [allegation], says: The arrangements do not speak of it., link: example-page}\n"
        "- {id: hours, title: Out of hours, says: Nothing., page: about/gaps/, provision: [meetings-frequency]}\n"
    )
    page = Shown(checked(mini)).page("guidance/not-covered.md")
    assert page.count("Not covered here.") == 2
    assert 'Official page: <a href="https://example.org/page">' in page
    assert "No official address is held here" in page and "Also searched as: allegation" in page
    assert '<a href="../../about/gaps/">' in page and 'href="../../arrangements/2002/meetings/#meetings-frequency"' in page
