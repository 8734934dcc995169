"""The long proof: every page, light and dark, on a phone and on a desk, as it is and with everything open. What one page of a kind shows in
`make test`, all pages show here."""

from __future__ import annotations

import functools
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from .judge import ACROSS, OPEN, RULES, SMALL, SPACED, SPACING, flaws, walk

pytestmark = pytest.mark.trust

SLICES = 16
"""Into how many parts the pages are dealt, so that all workers are busy to the end."""
LOOKS = [("light", 1280), ("light", 390), ("dark", 1280), ("dark", 390)]
KINDS = (
    "",
    "guidance/escalation/",
    "guidance/support-levels/intensive-support/",
    "arrangements/2024/leadership/",
    "compare/2019-2024/leadership/",
    "404.html",
)
ZOOMED = [(320, 844), (320, 256)]
"""A small phone; and a window of 1280 by 1024 at 400 %."""


def dealt(site: Path, part: int) -> list[str]:
    """The addresses of one part of the pages."""
    return sorted(path.relative_to(site).as_posix().removesuffix("index.html") for path in site.rglob("*.html"))[part::SLICES]


def looked_at(context: BrowserContext, home: str, found: list[object]) -> Page:
    """A page that tells what it asks for, says and gets."""
    page = context.new_page()
    page.on("request", lambda request: found.append(("asks", request.url)) if not request.url.startswith((home, "data:")) else None)
    page.on("response", lambda answer: found.append((answer.status, answer.url)) if answer.status >= 400 else None)
    page.on("console", lambda said: found.append(("logs", page.url, said.text)))
    page.on("pageerror", lambda error: found.append(("fails", page.url, str(error))))
    return page


@pytest.mark.parametrize("part", range(SLICES))
def test_no_page_has_a_flaw_in_any_look(browser: Browser, home: str, site: Path, count: Callable[..., None], part: int) -> None:
    found: list[object] = []
    pages = dealt(site, part)
    for scheme in ("light", "dark"):
        context = browser.new_context(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
        page = looked_at(context, home, found)
        page.on("request", functools.partial(lambda count, _: count("requests", 1), count))
        for address in pages:
            for width in (1280, 390):
                page.set_viewport_size({"width": width, "height": 844})
                if width == 1280:
                    page.goto(home + address)
                    kept = page.evaluate("[document.body.dataset.mdColorScheme, localStorage.length, sessionStorage.length]")
                    found += [(address, kept)] if kept != [{"light": "default", "dark": "slate"}[scheme], 0, 0] else []
                    page.evaluate(OPEN)
                found += [(address, scheme, width, *flaw) for flaw in flaws(page)]
                count("runs of axe", 1)
        found += context.cookies()
        context.close()
    count("pages", len(pages))
    assert found == []


@pytest.mark.parametrize("part", range(SLICES))
def test_every_page_fits_when_it_is_zoomed_or_spaced_and_its_targets_are_large(browser: Browser, home: str, site: Path, part: int) -> None:
    found: list[object] = []
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    for address in dealt(site, part):
        page.set_viewport_size({"width": 1280, "height": 844})
        page.goto(home + address)
        found += [(address, "small", each) for each in page.evaluate(SMALL)]
        page.evaluate(OPEN)
        for width, height in ZOOMED:
            page.set_viewport_size({"width": width, "height": height})
            found += [(address, "hangs out", width, height)] if page.evaluate(ACROSS) > 0 else []
        found += [(address, "small", each) for each in page.evaluate(SMALL)]
        page.evaluate("css => { const sheet = new CSSStyleSheet(); sheet.replaceSync(css); document.adoptedStyleSheets = [sheet] }", SPACING)
        page.evaluate(SPACED)
        for width in (320, 1280):
            page.set_viewport_size({"width": width, "height": 844})
            found += [(address, "hangs out when spaced", width)] if page.evaluate(ACROSS) > 0 else []
    context.close()
    assert found == []


def states(page: Page, width: int) -> dict[str, Callable[[], object]]:
    """What a reader may open on a page: how to open it."""
    box = page.locator("input.md-search__input")

    def search(words: str) -> None:
        if page.locator(".search-button").is_visible():
            page.locator(".search-button").click()
        box.fill(words)
        box.press("End")
        page.wait_for_timeout(300)
        if words:
            page.wait_for_selector(".md-search-result__item" if words == "dispute" else ".search-none:not([hidden])")

    def more() -> None:
        search("dispute")
        page.locator(".md-search-result summary").first.click()

    found: dict[str, Callable[[], Any]] = {
        "at rest": lambda: None,
        "search open": lambda: search(""),
        "search with results": lambda: search("dispute"),
        "search with more of a page": more,
        "search without results": lambda: search("zzqxy"),
        "folds open": lambda: page.evaluate(OPEN),
        "a place": lambda: page.evaluate("() => { location.hash = [...document.querySelectorAll('article [id]')].at(-1)?.id ?? '' }"),
    }
    if width == 390:
        found["menu open"] = lambda: page.locator("button.menu-button").click()
    if page.locator("label[for=view-sides]").count():
        found["side by side"] = lambda: page.locator("label[for=view-sides]").click()
    return found


@pytest.mark.parametrize("address", KINDS)
@pytest.mark.parametrize(("scheme", "width"), LOOKS)
def test_what_is_opened_has_no_flaw_either(browser: Browser, home: str, count: Callable[..., None], address: str, scheme: str, width: int) -> None:
    found: list[object] = []
    context = browser.new_context(color_scheme=scheme, reduced_motion="reduce", viewport={"width": width, "height": 844})  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(home + address)
    for name in states(page, width):
        page.goto(home + address)
        states(page, width)[name]()
        found += [(name, *flaw) for flaw in flaws(page, RULES)]
        count("states", 1)
    context.close()
    assert found == []


@pytest.mark.parametrize("address", KINDS)
@pytest.mark.parametrize(("scheme", "width"), LOOKS)
def test_a_keyboard_reaches_everything_and_is_always_seen(
    browser: Browser,
    home: str,
    count: Callable[..., None],
    address: str,
    scheme: str,
    width: int,
) -> None:
    context = browser.new_context(color_scheme=scheme, reduced_motion="reduce", viewport={"width": width, "height": 844})  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(home + address)
    for key in ("Tab", "Shift+Tab"):
        stops, wrong = walk(page, key, 100)
        count("stops of the keyboard", stops)
        assert wrong == [] and stops > 5, key
    context.close()


@pytest.mark.parametrize("address", KINDS)
def test_nothing_is_lost_in_forced_colours_and_nothing_moves_when_that_is_asked(browser: Browser, home: str, address: str) -> None:
    context = browser.new_context(forced_colors="active", reduced_motion="reduce", viewport={"width": 1280, "height": 844})
    page = context.new_page()
    page.goto(home + address)
    marks = "del, ins, .kind, .mark, .current, .superseded, .banner, .do-first, .change, details"
    plain = """marks => [...document.querySelectorAll(marks)].filter(each => each.checkVisibility()).filter(each => {
        const {borderTopStyle, borderLeftStyle, textDecorationLine} = getComputedStyle(each)
        return borderTopStyle === 'none' && borderLeftStyle === 'none' && textDecorationLine === 'none'
    }).map(each => each.outerHTML.slice(0, 100))"""
    assert page.evaluate(plain, marks) == []
    moving = "() => [...document.querySelectorAll('*')].filter(each => parseFloat(getComputedStyle(each).transitionDuration) > .01).map(each => each.className)"
    assert page.evaluate(moving) == []
    assert page.evaluate("document.getAnimations().length") == 0
    stops, wrong = walk(page, "Tab", 30)
    assert stops > 5 and not [each for each in wrong if "out of sight" in str(each) or "covered" in str(each)]
    context.close()
