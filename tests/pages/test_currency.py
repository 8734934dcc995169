"""What is promised and recorded, what is due for checking, what is silent, and what is new."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from ..drawn import Shown, checked, words

Edit = Callable[[str, str, str], None]
CURRENCY, NAMES, GAPS = "about/currency.md", "about/names.md", "about/gaps.md"


def test_the_day_of_the_build_is_said_or_that_it_is_not_known(shown: Shown) -> None:
    assert "Built from the state of 25 November 2026." in shown.page(CURRENCY)
    assert 'Built from the state of <em class="silence">a day that is not known</em>.' in Shown(shown.site, built=None).page(CURRENCY)


def test_currency_says_promised_and_what_is_recorded(mini: Path, edit: Edit) -> None:
    edit("data/duties.yaml", "- id: board-meets\n", "- id: board-meets\n  reviews: The arrangements\n")
    page = Shown(checked(mini)).page(CURRENCY)
    assert "<strong>The arrangements</strong>: quarterly. Promised; no later review is recorded here." in page
    assert page[page.index('id="reviews"') : page.index('id="checks"')].count("<li>") == 2  # the review, and the provision that promises it
    edit(
        "data/duties.yaml",
        "  reviews: The arrangements\n",
        "  reviews: The arrangements\n  recorded:\n    - {from: 2003-05, says: It was reviewed., source: yearly-report}\n",
    )
    page = Shown(checked(mini)).page(CURRENCY)
    assert "Since May 2003: It was reviewed." in page and "Promised; no later review" not in page


def test_a_duty_that_promises_no_review_is_none(shown: Shown) -> None:
    page = shown.page(CURRENCY)
    assert "<li>" not in page[page.index('id="reviews"') : page.index('id="checks"')]


def test_what_was_only_seen_in_print_is_due_for_checking_first_then_the_longest_unseen(mini: Path, edit: Edit) -> None:
    edit(
        "data/posts.yaml",
        '"2002": {office: Chair, holder: not named, where: meetings}',
        '"2002": {office: Chair, holder: Al Example, where: meetings}',
    )
    edit(
        "data/links.yaml",
        'title: Worried about a child, url: "https://example.org/worried", seen: 2026-11-22',
        'title: Worried about a child, url: "https://example.org/worried", seen: 2025-01-02',
    )
    page = Shown(checked(mini)).page(CURRENCY)
    found = re.findall(r"<details><summary>Last seen: (.*?) \((\d)\)</summary>(.*?)</details>", page, re.S)
    assert [(when, int(number), re.findall(r'<li>(.*?) <span class="where">\((.*?)\)</span></li>', rows)) for when, number, rows in found] == [
        ("as printed, March 2002", 1, [("Al Example, Chair", "holder")]),
        ("as told in the Yearly report", 1, [("The group met twice.", "dated fact")]),
        ("2 January 2025", 1, [("Worried about a child", "link")]),
        ("22 November 2026", 3, [("Jo Example", "dated fact"), ("Shire Hospital", "dated fact"), ("Example page", "link")]),
    ]


def test_a_name_leads_to_every_page_of_every_edition_whose_text_has_it(mini: Path, edit: Edit) -> None:
    edit("docs/arrangements/2001/meetings.md", "Tea will be served.", "Tea will be served by the papers group.")
    shown = Shown(checked(mini))
    assert '<a href="../names/">Where does a name appear?</a>' in shown.page(CURRENCY)
    names = shown.page(NAMES)
    found = dict(re.findall(r"<details><summary>(.*?)</summary>\s*<ul>(.*?)</ul>", names, re.S))
    assert list(found)[:2] == ["New College (1)", "Papers Group (3)"]
    assert re.findall(r'<a href="(.*?)">(.*?)</a>', found["Papers Group (3)"]) == [
        ("../../arrangements/2002/agency-list/", "Agency list, March 2002"),
        ("../../arrangements/2001/meetings/", "Meetings, 2001 (draft text)"),
        ("../../arrangements/2001/agency-list/", "Agency list, 2001 (draft text)"),
    ]


def test_a_name_that_no_page_has_is_in_a_list_of_records_only(mini: Path, edit: Edit) -> None:
    edit("data/groups.yaml", "name: Papers Group,", "name: Quiet Group,")
    page = Shown(checked(mini)).page(NAMES)
    assert "<summary>Quiet Group (0)</summary>" in page and "<li>In a list of records only.</li>" in page


def test_every_silence_is_told(mini: Path, edit: Edit) -> None:
    before = Shown(checked(mini)).page(GAPS)
    assert '<h2 id="gaps-sources">Sources (1)</h2>' in before and '<li>First document: dated <em class="silence">not stated</em></li>' in before
    total = int(re.match(r"<h1[^>]*>Gaps</h1>\s*<p>(\d+) values", before)[1])  # type: ignore[index]
    assert total == before.count("<li>") - 1  # the level without indicators is told above the list
    edit("data/sources.yaml", "dated: not stated", "dated: May 2001")
    after = Shown(checked(mini)).page(GAPS)
    assert f"<p>{total - 1} values" in after and "Sources (" not in after


def test_a_silence_is_told_with_its_edition(shown: Shown) -> None:
    page = shown.page(GAPS)
    assert '<li>Chair: March 2002, holder <em class="silence">not named</em></li>' in page
    assert '<li>Chair: organisation <em class="silence">not stated</em></li>' in page


@pytest.mark.parametrize(("field", "told"), [("capacity: [not stated]", "capacity"), ("note: not stated", "note")])
def test_a_silence_in_a_list_is_told_too(mini: Path, edit: Edit, field: str, told: str) -> None:
    edit("data/posts.yaml", '"2002": {office: Chair,', f'"2002": {{{field}, office: Chair,')
    assert f'<li>Chair: March 2002, {told} <em class="silence">not stated</em></li>' in Shown(checked(mini)).page(GAPS)


def test_a_level_without_indicators_is_told(shown: Shown) -> None:
    assert 'Example indicators of First level: <em class="silence">not supplied</em>' in shown.page(GAPS)
    assert '<a href="../../compare/2001-2002/untold/">' in shown.page(GAPS)


def test_what_is_new_shows_the_three_newest_facts_the_newest_first(mini: Path, edit: Edit) -> None:
    edit(
        "data/groups.yaml",
        "    - {from: 2003-04, says:",
        "    - {from: 2001, says: It was old., source: yearly-report}\n    - {from: 2004-02, says: It was new., source: yearly-report}\n    - {from: 2003-04, says:",
    )
    page = Shown(checked(mini)).block("index.md", "whats_new")
    assert [words(each) for each in re.findall(r"<li>(.*?) <span class", page)] == [
        "Papers Group . Since February 2004: It was new.",
        "Amended by the partnership: Minutes online . Since 1 June 2003: Minutes are published on a page of the Board.",
        "Town &amp; County Hospital . From 1 April 2003 its name is Shire Hospital.",
    ]
    assert "It was old." not in page
    assert (
        '<li>Current edition: <a href="arrangements/2002/">Example arrangements, March 2002</a>; <a href="compare/2001-2002/">what changed since 2001 (draft text)</a>. Written under Guidance 2002; check the Town Council for later guidance.</li>'
        in page
    )


def test_the_oldest_edition_has_changed_since_nothing(turned: Shown) -> None:
    page = turned.block("index.md", "whats_new")
    assert (
        'Current edition: <a href="arrangements/2001/">Example arrangements, 2001 (draft text)</a>. Written under Guidance 2000; check the Town Council for later guidance.</li>'
        in page
    )


def test_a_fact_about_the_guidance_is_news_and_stands_first_on_currency(mini: Path, edit: Edit) -> None:
    fact = "    since: [{from: 2005-01, says: The guidance is now Guidance 2005., source: yearly-report, place: Guidance}]\n"
    edit("data/guidance.yaml", "    replaces: guidance-2002\n", f"    replaces: guidance-2002\n{fact}")
    shown = Shown(checked(mini))
    page = shown.page(CURRENCY)
    assert [anchor for level, _, anchor in shown.contents if level == 2] == ["guidance", "reviews", "checks"]
    assert "Since January 2005: The guidance is now Guidance 2005." in page
    news = shown.block("index.md", "whats_new").split("</li>")[0]
    assert "The guidance is now Guidance 2005." in news and "about/currency/#guidance" in news
    assert '<a href="../later-guidance/">What is to be checked</a>' in shown.page("guidance/escalation/index.md")
