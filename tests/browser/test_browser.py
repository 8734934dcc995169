"""What only a browser shows: accessibility, narrow screens, print, no JavaScript, search."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import yaml
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

from . import chromium

FOUR = ("arrangements/2024/dispute-resolution/", "compare/2019-2024/dispute-resolution/", "agencies/", "")
PAGES = (*FOUR, "arrangements/2019/dispute-resolution/", "arrangements/2024/relevant-agencies/", "compare/2019-2024/relevant-agency-list/",
         "compare/2019-2024/", "compare/2019-2024/table/", "compare/2019-2024/promises/", "compare/2019-2024/terms/", "compare/2019-2024/untold/",
         "compare/2019-2024/pack/", "compare/2019-2024/for/education/", "compare/2019-2024/posts/", "arrangements/2024/", "about/", "editing/messages/", "404.html",
         "guidance/", "guidance/support-levels/", "guidance/support-levels/intensive-support/", "guidance/escalation/", "guidance/not-covered/",
         "agencies/education/", "people/", "calendar/", "glossary/", "about/currency/", "about/gaps/")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"]
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    path = chromium.find()
    assert path, chromium.MISSING
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield found
        found.close()


def opened(browser: Browser, address: str, width: int = 1300, scheme: str = "light", **settings: object) -> Page:
    context = browser.new_context(viewport={"width": width, "height": 844}, color_scheme=scheme, **settings)
    page = context.new_page()
    page.goto(address)
    return page


@pytest.mark.parametrize("width", [390, 1300])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(browser: Browser, home: str, width: int, scheme: str) -> None:
    found = []
    # The four chief pages in all four looks; the others once narrow and light, once wide and dark.
    for address in PAGES if (width, scheme) in ((390, "light"), (1300, "dark")) else FOUR:
        page = opened(browser, home + address, width, scheme)
        page.wait_for_timeout(150)
        result = Axe().run(page, options={"runOnly": {"type": "tag", "values": WCAG}})
        found += [(address, each["id"], each["nodes"][0]["html"][:160], each["nodes"][0]["any"][:1]) for each in result.response["violations"]]
        page.context.close()
    assert found == []


def test_the_open_search_is_clean_too(browser: Browser, home: str) -> None:
    page = opened(browser, home, 390)
    page.locator("label.md-header__button[for=__search]").click()
    page.locator("input.md-search__input").press_sequentially("dispute")
    page.wait_for_selector(".md-search-result__item")
    result = Axe().run(page, options={"runOnly": {"type": "tag", "values": WCAG}})
    assert [(each["id"], each["nodes"][0]["html"][:160]) for each in result.response["violations"]] == []


@pytest.mark.parametrize("address", PAGES)
def test_nothing_hangs_out_at_320_pixels(browser: Browser, home: str, address: str) -> None:
    page = opened(browser, home + address, 320)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.context.close()


def test_no_request_leaves_the_site_and_no_error_is_logged(browser: Browser, home: str) -> None:
    asked, said = [], []
    context = browser.new_context()
    page = context.new_page()
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text) if message.type in ("error", "warning") else None)
    for address in FOUR:
        page.goto(home + address, wait_until="networkidle")
    assert [url for url in asked if not url.startswith((home, "data:", "blob:"))] == []
    assert said == []
    assert context.cookies() == []
    context.close()


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


def test_a_mark_leads_to_its_change_and_back(browser: Browser, home: str) -> None:
    page = opened(browser, home + "arrangements/2024/dispute-resolution/")
    page.locator("#single-point-of-leadership .mark").click()
    assert page.url == home + "compare/2019-2024/dispute-resolution/#single-point-of-leadership"
    page.locator("#single-point-of-leadership .places a").last.click()
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
    margin = dict.fromkeys(("top", "bottom", "left", "right"), "12mm")
    assert len(re.findall(rb"/Type\s*/Page[^s]", page.pdf(format="A4", margin=margin))) == 1
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
        assert "underline" in page.locator("#single-point-of-leadership .redline ins").first.evaluate("each => getComputedStyle(each).textDecorationLine")
    page.context.close()


QUERIES = yaml.safe_load((Path(__file__).parent / "queries.yaml").read_text("utf-8"))


@pytest.fixture(scope="module")
def searched(browser: Browser, home: str) -> Callable[[str], list[str]]:
    """Types words into the search of the home page; gives the addresses of the pages found, the best first."""
    page = opened(browser, home)
    box = page.locator("input.md-search__input")
    box.click()
    page.wait_for_timeout(800)

    def search(words: str) -> list[str]:
        box.fill(" ")
        page.wait_for_timeout(60)
        box.fill(words)
        box.press("End")
        page.wait_for_timeout(180)
        found = page.eval_on_selector_all(".md-search-result__item", "each => each.map(item => item.querySelector('a').href)")
        return [re.sub(r"[?#].*", "", address).removeprefix(home) for address in found]

    return search


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
