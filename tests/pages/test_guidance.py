"""The pages for practitioners: filling in the YAML is all it takes."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from ..drawn import Shown, checked, words

Edit = Callable[[str, str, str], None]
LEVELS, LEVEL = "guidance/support-levels/index.md", "guidance/support-levels/first-level.md"
OFFICIAL = '<a href="https://example.org/page">Example page</a>'


def explain(folder: Path, *ids: str) -> None:
    """Names new records in a change note, as every addition asks."""
    path = folder / "data/changes/2001-2002.yaml"
    path.write_text(path.read_text("utf-8").replace("where: [refreshments-see]", f"where: [refreshments-see, {', '.join(ids)}]"), "utf-8")


def test_levels_stand_side_by_side_each_with_its_page(shown: Shown) -> None:
    page = shown.block(LEVELS, "support_levels")
    assert '<a href="first-level/">First level</a>' in page
    assert '<p>read the papers <a class="cite" href="../../arrangements/2002/meetings/#members-read">' in page
    assert "<li><strong>Ask the school.</strong></li>" in page and "What to do is from official pages, no edition's text: " in page
    assert "Call 999" not in page  # a step without a page of its own stands on the level's page


def test_a_level_says_what_to_do_first_then_its_words_and_that_indicators_are_not_supplied(shown: Shown) -> None:
    page = shown.page(LEVEL)
    at = [
        page.index(each)
        for each in (
            '<div class="do-first">',
            "<li><strong>Call 999 in danger.</strong></li>",
            f"<li>Ask the school. {OFFICIAL}</li>",
            '<h2 id="what">',
            "Members must:",
            "<li>read the papers <a",
            "The official page adds, no edition's text:",
            "The first level is the widest.",
            'id="indicators"',
            '<h2 id="levels">',
        )
    ]
    assert at == sorted(at)
    assert "seen on 22 November 2026; confirm on the page" in page
    assert f'Example indicators: <em class="silence">not supplied</em> to this site. The full guidance: {OFFICIAL}' in page
    assert 'href="../../../arrangements/2002/meetings/#members-read"' in page


def test_a_level_tells_the_superseded_words_last_folded_and_the_newest_first(shown: Shown) -> None:
    page = shown.page(LEVEL)
    older = re.findall(r'<details class="older" id="edition-(\d+)"><summary>(.*?)</summary>', page)
    assert older == [(each.id, f"{each.name}, superseded") for each in reversed(shown.site.issued) if not each.current]
    assert page.index('<p class="facts written">') < page.index('id="edition-')
    assert page.index("Members must:") < page.index("Members should:")


def test_words_that_stayed_are_told_as_the_same(mini: Path, edit: Edit) -> None:
    edit("docs/arrangements/2001/meetings.md", "Members should:", "Members must:")
    page = Shown(checked(mini)).page(LEVEL)
    assert "<summary>2001 (draft text), superseded: the same meaning, in our reading</summary>" in page


def test_one_who_is_unsure_is_told_what_to_do_in_place_of_steps(mini: Path) -> None:
    path = mini / "data/support-levels.yaml"
    text = path.read_text("utf-8")
    steps = text[text.index("  steps:") : text.index("  facts:")]
    path.write_text(text.replace(steps, "  unsure: {says: Ask first., link: example-page, seen: 2026-11-22}\n"), "utf-8")
    shown = Shown(checked(mini))
    assert f"<p>Ask first. {OFFICIAL}" in shown.page(LEVEL)
    assert '<p class="level-do">Ask first.</p>' in shown.block(LEVELS, "support_levels")


def test_without_a_page_of_its_own_the_whole_guidance_is_named(mini: Path, edit: Edit) -> None:
    edit("data/support-levels.yaml", "  official: example-page\n", "")
    page = Shown(checked(mini)).page(LEVEL)
    assert 'The address of this level\'s own page is <em class="silence">not supplied</em>' in page and OFFICIAL in page


FILLED = "  indicators: {version: '3', date: 2026-01-02, approved_by: The board, listed: [Tired, Hungry & cold]}\n"


def test_filling_in_the_indicators_is_all_it_takes(mini: Path, edit: Edit) -> None:
    edit("data/support-levels.yaml", "  official: example-page\n", "  official: example-page\n" + FILLED)
    page = Shown(checked(mini)).page(LEVEL)
    assert "Version 3, 2 January 2026, approved by The board." in page
    assert "<li>Tired</li>" in page and "<li>Hungry &amp; cold</li>" in page
    assert "not supplied" not in page


@pytest.mark.parametrize("missing", ["version: '3', ", "date: 2026-01-02, ", "approved_by: The board, "])
def test_indicators_without_version_date_or_approver_are_not_shown(mini: Path, edit: Edit, missing: str) -> None:
    edit("data/support-levels.yaml", "  official: example-page\n", "  official: example-page\n" + FILLED.replace(missing, ""))
    page = Shown(checked(mini)).page(LEVEL)
    assert "Tired" not in page and '<em class="silence">not supplied</em>' in page


ROUTES = "guidance/escalation/index.md"
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
    page = Shown(checked(mini)).page(ROUTES)
    assert 'Its steps: <em class="silence">not supplied</em> to this site. No address of it is known here.' in page
    assert "<p>Use the <strong>Policy of the board</strong>.</p>" in page
    routes.write_text(given + ROUTE.replace("steps: not supplied", "link: example-page, steps: not supplied"))
    page = Shown(checked(mini)).page(ROUTES)
    assert f"The arrangements say that it is on the ETCP website: {OFFICIAL}" in page and "No address" not in page
    assert '<dd>Use the <strong>Policy of the board</strong>, on <a href="https://example.org/page">Example page</a></dd>' in page
    routes.write_text(given + ROUTE.replace("not supplied", "[Talk, Ask the board]"))
    page = Shown(checked(mini)).page(ROUTES)
    assert "<ol><li>Talk</li><li>Ask the board</li></ol>" in page and "not supplied" not in page


def test_every_route_that_is_printed_has_its_place_and_its_answer_beside_the_question(mini: Path) -> None:
    path = mini / "data/escalation.yaml"
    path.write_text(
        path.read_text("utf-8")
        + ROUTE
        + """
- id: review
  route: practice-review
  editions:
    "2002": {name: Talk about reviews, provisions: [meetings-frequency]}
- id: risk
  route: sub-group-risk
  editions:
    "2002": {name: Risks, first_to: the Board}
"""
    )
    explain(mini, "escalation/quarrel", "escalation/review", "escalation/risk")
    shown = Shown(checked(mini))
    page = shown.page(ROUTES)
    assert [anchor for level, _, anchor in shown.contents if level == 2] == ["which", "practice", "partnership", "review", "risk"]
    assert re.findall(r'<dt><a href="#([a-z]+)">', page) == ["practice", "partnership", "review", "risk"]
    assert [words(each) for each in re.findall(r"<dd>(.*?)</dd>", page)] == [
        "Use the Policy of the board",
        "Stage 1: Board",
        "Talk about reviews",
        "First to the Board",
    ]
    assert (3, "Stage 1: Board", "stage-board") in shown.contents
    assert "<p>The Board settles it.</p>" in page


def test_a_route_without_stages_says_where_it_goes_first_and_what_is_the_exception(mini: Path) -> None:
    path = mini / "data/escalation.yaml"
    path.write_text(
        path.read_text("utf-8")
        + '- id: money\n  route: funding\n  editions:\n    "2002": {name: Funding, first_to: the chair, unless: unless it cannot wait, instead: to the Town, note: A slip.}\n'
    )
    explain(mini, "escalation/money")
    page = Shown(checked(mini)).page(ROUTES)
    assert "<p><strong>First</strong> to the chair, <strong>unless it cannot wait</strong>: then <strong>to the Town</strong>.</p>" in page
    assert "Editor's note: A slip." in page


def test_a_stage_says_what_follows_where_it_is_not_settled(mini: Path, edit: Edit) -> None:
    edit(
        "data/escalation.yaml",
        '"2002": {name: Stage 1, title: Board, at: The Board, does: settles it,',
        '"2002": {name: Stage 1, title: Board, at: The Board, does: settles it, unresolved: Else it goes to the Town., note: Or not.,',
    )
    page = Shown(checked(mini)).page(ROUTES)
    assert '<p>The Board settles it.</p>\n<p class="route-next">Else it goes to the Town.</p>' in page
    assert "<summary>The provisions, and what they leave open</summary>" in page and "Editor's note: Or not." in page


def test_what_a_policy_was_called_before_is_folded(mini: Path) -> None:
    path = mini / "data/escalation.yaml"
    path.write_text(
        path.read_text("utf-8")
        + ROUTE.replace(
            '    "2002"', '    "2001": {name: Old policy, steps: not supplied, note: In a footnote., provisions: [meetings-frequency]}\n    "2002"'
        )
    )
    explain(mini, "escalation/quarrel")
    page = Shown(checked(mini)).page(ROUTES)
    assert "<summary>What the policy was called before</summary>" in page and "<li>2001 (draft text): Old policy (In a footnote.)</li>" in page


DUTIES = """
- id: minutes
  title: Minutes
  since:
    - {from: 2003-05, says: They were kept., source: yearly-report, place: Minutes}
  editions:
    "2002": {provision: [minutes-kept], by: [not-stated], cadence: not stated, actor: not stated, frequency: regularly, ambiguity: not defined}
- id: teas
  title: Teas
  editions:
    "2002": {provision: [minutes-published, minutes-kept], by: [board-meeting, papers-group], cadence: by a date, actor: a member, date: by May}
"""


def test_every_duty_stands_under_its_heads_and_its_cadence(mini: Path) -> None:
    path = mini / "data/duties.yaml"
    path.write_text(path.read_text("utf-8") + DUTIES)
    explain(mini, "duties/minutes", "duties/teas")
    page = Shown(checked(mini)).page("calendar.md")
    for duty in ("board-meets", "minutes", "teas"):
        assert page.count(f'id="duty-{duty}"') == 1 and page.count(f'href="#duty-{duty}"') == (2 if duty == "teas" else 1)
    assert re.findall(r"<summary>(.*?)</summary>", page) == [
        "By a date (1)",
        "Quarterly (1)",
        "When: not stated (1)",
        "The Board (2)",
        "Papers Group (1)",
        "Nobody named (1)",
    ]
    assert '<p class="besides">With others: <a href="#duty-teas">Teas</a></p>' in page
    assert page.startswith('<h1 id="calendar">Calendar</h1>\n<p>3 recurring duties and dated commitments of March 2002')
    assert '<a href="duties.csv">' in page and '<a href="duties.ics">' in page


def test_a_duty_says_its_printed_words_what_is_unclear_and_what_is_known_since(mini: Path) -> None:
    path = mini / "data/duties.yaml"
    path.write_text(path.read_text("utf-8") + DUTIES)
    explain(mini, "duties/minutes", "duties/teas")
    page = Shown(checked(mini)).page("calendar.md")
    minutes = page[page.index('<h3 id="duty-minutes">') :].split("</div>")[0]
    assert words(minutes) == (
        "Minutes “regularly”. By whom: not stated . Minutes will be kept. March 2002 s.2, Meetings 2 Unclear: not defined Since May 2003: They were kept. "
        "(Yearly report, Minutes)"
    )
    teas = page[page.index('<h3 id="duty-teas">') :].split("</div>")[0]
    assert (
        words(teas)
        == "Teas “by May”. By whom, as printed: a member. Minutes will be published. March 2002 s.2, Meetings 3 See also March 2002 s.2, Meetings 2 ."
    )
    assert '“regularly”; by whom: <em class="silence">not stated</em>; unclear; more is known since</span>' in page


def test_the_glossary_is_in_alphabetical_order_with_the_current_edition_first(mini: Path) -> None:
    terms = mini / "data/terms.yaml"
    terms.write_text(
        terms.read_text("utf-8")
        + '- id: tea\n  kind: abbreviation\n  also: [cup]\n  editions:\n    "2002": {name: Afternoon tea, short: AT, where: meetings}\n'
    )
    shown = Shown(checked(mini))
    page = shown.page("glossary.md")
    assert shown.contents[1:] == ((2, "A", "letter-a"), (2, "B", "letter-b"))
    assert re.findall(r'<h3 id="(word-[a-z]+)">(.*?)</h3>', page) == [("word-tea", "AT"), ("word-board", "The board")]
    assert re.findall(r'href="#(letter-[a-z])"', page) == ["letter-a", "letter-b"]
    assert page.count('<details class="shelf"><summary data-search-exclude>') == 2  # folded by letter, its words told
    board = page[page.index('<h3 id="word-board">') :].split("</div>")[0]
    assert words(board) == "The board The members and the officers who meet. 2001 (draft text) 2001 (draft text), superseded: The members who meet."
    tea = page[page.index('<h3 id="word-tea">') :].split("</div>")[0]
    assert words(tea) == "AT Afternoon tea. March 2002, Meetings Also called or searched as: cup"
    assert '<p class="also" hidden>Also called or searched as: cup</p>' in tea
    assert '<a class="cite" href="../arrangements/2002/meetings/">March 2002, Meetings</a>' in tea


def test_a_draft_does_not_speak_of_words(shown: Shown) -> None:
    page = shown.page("glossary.md")
    board = page[page.index('<h3 id="word-board">') :].split("</div>")[0]
    assert words(board).startswith("The board The members and the officers who meet. 2001 (draft text) 2001 (draft text), superseded:")
    assert "Visits Group" not in page and "May 2004" not in page


def test_a_word_without_the_current_edition_says_where_it_stands(mini: Path, edit: Edit) -> None:
    terms = mini / "data/terms.yaml"
    terms.write_text(terms.read_text("utf-8") + '- id: hall\n  kind: term\n  editions:\n    "2001": {name: Hall, means: A room.}\n')
    edit("data/changes/2001-2002.yaml", "removed: [", "removed: [terms/hall, ")
    assert '<p id="word-2001-hall"><span class="only">2001 (draft text) only</span> A room. </p>' in Shown(checked(mini)).page("glossary.md")


def test_a_short_form_leads_to_the_word(mini: Path) -> None:
    terms = mini / "data/terms.yaml"
    terms.write_text(
        terms.read_text("utf-8") + '- id: house\n  kind: term\n  editions:\n    "2002": {name: House of tea, short: TH, means: A room.}\n'
    )
    page = Shown(checked(mini)).page("glossary.md")
    assert '<h3 id="word-house">House of tea (TH)</h3>' in page
    assert '<p class="see"><strong>TH</strong>: see <a href="#word-house">House of tea</a></p>' in page


def test_a_word_that_is_written_out_or_explained_nowhere_says_so(mini: Path) -> None:
    terms = mini / "data/terms.yaml"
    terms.write_text(
        terms.read_text("utf-8")
        + '- id: xy\n  kind: abbreviation\n  editions:\n    "2002": {name: not stated, short: XY}\n- id: hall\n  kind: term\n  editions:\n    "2002": {name: Hall, note: A slip.}\n'
    )
    page = Shown(checked(mini)).page("glossary.md")
    assert '<h3 id="word-xy">XY</h3>\n<p id="word-2002-xy"><em class="silence">Written out nowhere in this edition.</em>' in page
    assert '<h3 id="word-hall">Hall</h3>\n<p id="word-2002-hall"><em class="silence">Not explained in this edition.</em>' in page
    assert "<summary>Note</summary>\n<p>A slip.</p>" in page


def test_what_is_not_covered_names_the_official_page_or_says_that_none_is_held(mini: Path) -> None:
    (mini / "data/not-covered.yaml").write_text(
        "- {id: lado, title: LADO, need: an allegation, also: [allegation], says: The arrangements do not speak of it., link: example-page}\n"
        "- {id: hours, title: Out of hours, need: 'danger, now', says: Nothing., page: about/gaps/, provision: [meetings-frequency]}\n"
    )
    shown = Shown(checked(mini))
    page = shown.page("guidance/not-covered.md")
    assert [each for each in shown.contents if each[0] == 2] == [(2, "An allegation", "need-an-allegation"), (2, "Danger, now", "need-danger-now")]
    assert re.findall(r'<p class="jumps-to">(.*?)</p>', page) == [
        '<a href="#need-an-allegation">An allegation</a> · <a href="#need-danger-now">Danger, now</a>'
    ]
    lado, hours = re.findall(r'<details class="entry">(.*?)</details>', page, re.S)
    assert f"<strong>Official page:</strong> {OFFICIAL}" in lado and '<p class="also" hidden>Also searched as: allegation</p>' in lado
    assert 'No official page is known here. Worried about a child: <a href="https://example.org/worried">' in hours and "Official page" not in hours
    assert '<a href="../../about/gaps/">What this site does hold on it</a>' in hours
    assert 'href="../../arrangements/2002/meetings/#meetings-frequency"' in hours


@pytest.mark.parametrize(
    "path", [LEVELS, LEVEL, ROUTES, "calendar.md", "glossary.md", "guidance/not-covered.md", "agencies/education.md", "people/index.md"]
)
def test_every_page_on_the_current_edition_says_under_which_guidance_it_was_written(shown: Shown, path: str) -> None:
    page = shown.page(path)
    assert (
        "From Example arrangements, March 2002, in our words, not the document's. Written under Guidance 2002; check the Town Council for later guidance."
        in words(page)
    )
