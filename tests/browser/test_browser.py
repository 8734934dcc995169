"""What only a browser shows: accessibility, narrow screens, print, no JavaScript, search."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, BrowserContext, Page

from .judge import flaws

FOUR = ("arrangements/2024/dispute-resolution/", "compare/2019-2024/dispute-resolution/", "agencies/", "")
PAGES = (
    *FOUR,
    "arrangements/2019/dispute-resolution/",
    "arrangements/2024/relevant-agencies/",
    "compare/2019-2024/",
    "compare/2019-2024/table/",
    "compare/2019-2024/promises/",
    "compare/2019-2024/pack/",
    "compare/2019-2024/for/education/",
    "arrangements/2024/",
    "404.html",
    "reports/promised/",
    "downloads/",
    "guidance/",
    "guidance/support-levels/intensive-support/",
    "guidance/escalation/",
    "guidance/not-covered/",
    "agencies/education/",
    "people/",
    "calendar/",
    "glossary/",
    "about/currency/",
)


@pytest.fixture(scope="module")
def readers(browser: Browser) -> Iterator[dict[str, BrowserContext]]:
    """Two readers who look at every page, one in light and one in dark: what pages share, each fetches once."""
    contexts = {"default": browser.new_context(color_scheme="light"), "slate": browser.new_context(color_scheme="dark")}
    yield contexts
    for each in contexts.values():
        each.close()


def opened(browser: Browser, address: str, width: int = 1300, **settings: Any) -> Page:
    context = browser.new_context(viewport={"width": width, "height": 844}, **settings)
    page = context.new_page()
    page.goto(address)
    return page


@pytest.mark.parametrize("address", PAGES)
def test_a_page_is_accessible_fits_320_pixels_and_asks_nobody_else(readers: dict[str, BrowserContext], home: str, address: str) -> None:
    """One visit a scheme, since visits are what the browser tests spend their time on: every flaw, in every look."""
    assert [flaw for scheme, reader in readers.items() for flaw in visit(reader, scheme, home, address)] == []


def visit(reader: BrowserContext, scheme: str, home: str, address: str) -> list[object]:
    """All that is wrong with a page for one reader: the chief pages narrow and wide, the others narrow in light and wide in dark."""
    found: list[object] = []
    page = reader.new_page()
    page.on("request", lambda request: found.append(("asks", request.url)) if not request.url.startswith((home, "data:", "blob:")) else None)
    page.on("console", lambda said: found.append(("logs", said.text)) if said.type in ("error", "warning") else None)
    widths = (390, 1300) if address in FOUR else (390,) if scheme == "default" else (1300,)
    page.set_viewport_size({"width": widths[0], "height": 844})
    page.goto(home + address)
    assert page.evaluate("document.body.dataset.mdColorScheme") == scheme
    for width in widths:
        page.set_viewport_size({"width": width, "height": 844})
        found += [(scheme, width, *flaw) for flaw in flaws(page)]
    if scheme == "default":
        page.set_viewport_size({"width": 320, "height": 844})
        across = page.evaluate("document.documentElement.scrollWidth")
        found += [("hangs out at 320 pixels", across)] if across > 320 else []
    found += [("keeps", each) for each in page.evaluate("Object.keys(localStorage).concat(Object.keys(sessionStorage))")]
    page.close()
    return found + [("sets a cookie", each) for each in reader.cookies()]


def test_the_open_search_is_clean_too(browser: Browser, home: str) -> None:
    page = opened(browser, home, 390)
    page.locator(".search-button").click()
    page.locator("input.md-search__input").press_sequentially("dispute")
    page.wait_for_selector(".md-search-result__item")
    assert flaws(page) == []
    page.context.close()


def test_pages_read_without_javascript(browser: Browser, home: str) -> None:
    page = opened(browser, home + "arrangements/2024/dispute-resolution/", java_script_enabled=False)
    assert page.locator("#dispute-first-resolution").is_visible()
    page.goto(home + "compare/2019-2024/dispute-resolution/")
    assert page.locator("#single-point-of-leadership .redline").is_visible()
    assert not page.locator("#single-point-of-leadership .sides").is_visible()
    page.locator("label[for=view-sides]").click()
    assert page.locator("#single-point-of-leadership .sides").is_visible()
    assert not page.locator("#single-point-of-leadership .redline").is_visible()
    page.context.close()


def test_a_provision_shows_its_citation_when_its_address_is_opened(browser: Browser, home: str) -> None:
    page = opened(browser, home + "arrangements/2024/dispute-resolution/", 390)
    citation = page.locator("#dispute-enforcement-action .citation")
    assert not citation.is_visible()
    page.locator("#dispute-enforcement-action .permalink").click()
    assert page.url.endswith("#dispute-enforcement-action")
    assert citation.inner_text().startswith("Cite as: KSCMP arrangements, December 2024, section 11, Dispute resolution, provision 3 (restated)")
    page.context.close()


COVERED = """each => {
  const box = each.getBoundingClientRect();
  const corners = [[1, 1], [box.width - 1, 1], [1, box.height - 1], [box.width - 1, box.height - 1]];
  return corners.filter(([x, y]) => !each.contains(document.elementFromPoint(box.left + x, box.top + y))).length;
}"""
"""How many corners of an element something else lies on."""


@pytest.mark.parametrize("width", (360, 412, 1300))
def test_the_link_of_a_page_s_title_stands_beside_it_and_nothing_covers_it(browser: Browser, home: str, width: int) -> None:
    page = opened(browser, home + "arrangements/2024/dispute-resolution/", width)
    title, link = page.locator("h1"), page.locator(".heading-tools .permalink").first
    assert link.evaluate(COVERED) == 0
    one, other = title.bounding_box(), link.bounding_box()
    assert one and other and one["y"] <= other["y"] + other["height"] / 2 <= one["y"] + one["height"]
    link.click()
    assert (
        page.locator(".heading-tools .citation").first.inner_text()
        == "Cite as: KSCMP arrangements, December 2024, section 11, Dispute resolution (restated)"
    )
    page.context.close()


def test_a_mark_leads_to_its_change_and_back(browser: Browser, home: str) -> None:
    page = opened(browser, home + "arrangements/2024/dispute-resolution/")
    page.locator("#show-changes > summary").click()
    page.locator(".changed-here .places a[href$='#single-point-of-leadership']").evaluate("each => each.closest('details').open = true")
    page.locator(".changed-here .places a[href$='#single-point-of-leadership']").click()
    assert page.url == home + "compare/2019-2024/dispute-resolution/#single-point-of-leadership"
    page.locator("#single-point-of-leadership .places a[href*='arrangements/2024/']").first.click()
    assert page.url == home + "arrangements/2024/dispute-resolution/#single-point-of-leadership"
    page.context.close()


def test_a_superseded_page_leads_to_the_same_topic_in_the_current_edition(browser: Browser, home: str) -> None:
    page = opened(browser, home + "arrangements/2019/dispute-resolution/")
    page.locator(".banner a").click()
    assert page.url == home + "arrangements/2024/dispute-resolution/"
    page.context.close()


def test_print_keeps_help_edition_and_date_and_drops_the_frame(browser: Browser, home: str) -> None:
    page = opened(browser, home + "arrangements/2024/dispute-resolution/")
    page.emulate_media(media="print")
    for selector in (".md-banner .help", ".edition-line", ".about-page", ".md-copyright"):
        assert page.locator(selector).first.is_visible(), selector
    for selector in (".md-header", ".md-sidebar--primary", ".permalink"):
        assert not page.locator(selector).first.is_visible(), selector
    assert "Built from the state of" in page.locator(".md-copyright").inner_text()
    page.context.close()


SECTORS = ("education", "health", "police", "district-councils", "probation", "social-care", "fire-and-rescue", "family-court", "voluntary-sector")


@pytest.mark.parametrize("sector", SECTORS)
def test_what_changed_for_a_sector_fits_one_printed_page(browser: Browser, home: str, sector: str) -> None:
    page = opened(browser, home + f"compare/2019-2024/for/{sector}/")
    margin = "12mm"
    printed = page.pdf(format="A4", margin={"top": margin, "bottom": margin, "left": margin, "right": margin})
    assert len(re.findall(rb"/Type\s*/Page[^s]", printed)) == 1
    page.context.close()


@pytest.mark.parametrize("stripped", ["every style", "forced colours"])
def test_the_redline_says_added_and_removed_without_colour(browser: Browser, home: str, stripped: str) -> None:
    page = opened(browser, home + "compare/2019-2024/dispute-resolution/", forced_colors="active" if stripped == "forced colours" else "none")
    gone = page.locator("#single-point-of-leadership .redline del").first
    if stripped == "every style":
        page.evaluate("document.querySelectorAll('link[rel=stylesheet]').forEach(each => each.remove())")
        assert gone.inner_text().startswith("[removed: ")
    else:
        assert "line-through" in gone.evaluate("each => getComputedStyle(each).textDecorationLine")
        assert "underline" in page.locator("#single-point-of-leadership .redline ins").first.evaluate(
            "each => getComputedStyle(each).textDecorationLine"
        )
    page.context.close()


QUERIES = yaml.safe_load((Path(__file__).parent / "queries.yaml").read_text("utf-8"))


ANSWERED = """waiting => {
    const said = document.querySelector('.md-search-result__meta').textContent.trim()
    const items = document.querySelectorAll('.md-search-result__item').length
    return waiting ? said === 'Type to start searching' && !items : said === 'No matching documents' || (said.endsWith('matching documents') || said.startsWith('1 ')) && items
}"""


@pytest.fixture(scope="module")
def searched(browser: Browser, home: str) -> Iterator[Callable[[str], list[str]]]:
    """Types words into the search of the home page; gives the addresses of the pages found, the best first."""
    page = opened(browser, home)
    box = page.locator("input.md-search__input")
    box.click()

    def search(words: str) -> list[str]:
        for typed in ("", words):  # emptied first, so that an answer can only be to these words
            box.fill(typed)
            box.press("End")
            page.wait_for_function(ANSWERED, arg=not typed)
        found = page.eval_on_selector_all(".md-search-result__item", "each => each.map(item => item.querySelector('a').href)")
        return [re.sub(r"[?#].*", "", address).removeprefix(home) for address in found]

    yield search
    page.context.close()


def test_practitioners_find_the_right_page_among_the_first_three(searched: Callable[[str], list[str]]) -> None:
    missed = {row["query"]: found for row in QUERIES if not set(found := searched(row["query"])[:3]) & set(row["expect"])}
    assert len(QUERIES) >= 60
    assert len(missed) <= 0.05 * len(QUERIES), missed


@pytest.mark.parametrize("words", ["dispute resolution", "relevant agencies", "independent scrutineer", "arbitration", "business team"])
def test_search_puts_the_current_edition_first(searched: Callable[[str], list[str]], words: str) -> None:
    found = searched(words)
    older = [i for i, address in enumerate(found) if address.startswith("arrangements/2019/")]
    newer = [i for i, address in enumerate(found) if address.startswith("arrangements/2024/")]
    assert newer and (not older or newer[0] < older[0]), found[:6]
    assert not [address for address in found if address.startswith("compare/")]


def test_search_says_superseded_and_puts_help_below(browser: Browser, home: str) -> None:
    page = opened(browser, home)
    page.locator("input.md-search__input").click()
    page.locator("input.md-search__input").press_sequentially("dispute")
    page.wait_for_selector(".md-search-result__item")
    titles = page.locator(".md-search-result__item h1").all_inner_texts()
    assert any("2019 (draft text), superseded" in title for title in titles), titles
    line = page.locator(".search-help .help")
    assert line.inner_text().startswith("Immediate danger: call 999.")
    assert line.evaluate("each => getComputedStyle(each).color") != "rgb(255, 255, 255)"
    page.context.close()


def test_the_escalation_page_fits_one_printed_page(browser: Browser, home: str) -> None:
    page = opened(browser, home + "guidance/escalation/")
    assert len(re.findall(rb"/Type\s*/Page[^s]", page.pdf(format="A4"))) == 1
    page.context.close()


def test_a_short_form_is_explained_on_focus(browser: Browser, home: str) -> None:
    page = opened(browser, home + "arrangements/2024/practice-reviews/", 390)
    short = page.locator("abbr").first
    shown = "each => getComputedStyle(each, '::after').content"
    assert short.evaluate(shown) in ("none", "normal")
    short.focus()
    assert short.get_attribute("data-words") in short.evaluate(shown).replace("\\'", "'")
    page.context.close()


STEPS = [
    ("any level", ["guidance/support-levels/", "guidance/support-levels/specialist-support/"]),
    ("the dispute stages", ["guidance/escalation/"]),
    ("one's own sector", ["agencies/", "agencies/health/"]),
    ("the agencies", ["agencies/"]),
    ("a duty", ["calendar/"]),
    ("a topic of the current edition", ["arrangements/2024/", "arrangements/2024/scrutiny/"]),
]


@pytest.mark.parametrize(("what", "steps"), STEPS, ids=[row[0] for row in STEPS])
def test_from_home_in_three_steps_at_most(browser: Browser, home: str, what: str, steps: list[str]) -> None:
    page = opened(browser, home, 390, java_script_enabled=False)
    for step in steps:
        link = page.locator(f"article a[href$='{step.removeprefix('arrangements/') if page.url != home else step}']")
        if not link.count():
            link = page.locator(f"article a[href$='{step.rstrip('/').rsplit('/', 1)[1]}/']")
        link.first.click()
        assert page.url == home + step
    page.context.close()
