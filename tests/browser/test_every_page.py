"""The long proof: every page, light and dark, on a phone and on a desk, as it is and with everything open. What one page of a kind shows in
`make test`, all pages show here."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from .judge import ACROSS, ARRANGEMENTS, OPEN, SMALL, SPACED, SPACING, flaws, walk
from .test_browser import PAGES

pytestmark = pytest.mark.trust

SLICES = 16
"""Into how many parts the pages are dealt, so that all workers are busy to the end."""
SCHEMES = {"light": "default", "dark": "slate"}
PHONE, DESK = 390, 1280
LOOKS = [(scheme, width) for scheme in SCHEMES for width in (DESK, PHONE)]
CHIEF = (
    "",
    "guidance/escalation/",
    "guidance/support-levels/intensive-support/",
    "arrangements/2024/leadership/",
    "compare/2019-2024/leadership/",
    "404.html",
)
KINDS = (
    *dict.fromkeys((*CHIEF, *PAGES)),
    "about/",
    "about/accessibility/",
    "about/approvals/",
    "about/changes/",
    "about/follow/",
    "about/gaps/",
    "about/names/",
    "about/tell-us/",
    "compare/2019-2024/annex-redline/",
    "compare/2019-2024/group-fates/",
    "compare/2019-2024/untold/",
    "data/",
    "editing/",
    "editing/messages/",
    "guidance/later-guidance/",
    "guidance/support-levels/",
    "reports/",
    "reports/2024-25/",
    "reports/coverage/",
    "reports/figures/",
    "timeline/",
)
"""A page of each kind."""
ZOOMED = [(320, 844), (320, 256)]
"""A small phone; and a window of 1280 by 1024 at 400 %."""
CHOOSE = "scheme => document.body.dataset.mdColorScheme = scheme"
PLACE = "() => { location.hash = [...document.querySelectorAll('article [id]')].at(-1).id }"
WITHIN = {"search with results": ".md-search", "a place": ":target", "side by side": ""}
"""What is opened on a page of each kind, and which part of the page is judged then; on the chief pages all is opened, and judged whole."""
KEPT = "[document.body.dataset.mdColorScheme, localStorage.length, sessionStorage.length]"


def dealt(site: Path, part: int) -> list[str]:
    """The addresses of one part of the pages."""
    return sorted(path.relative_to(site).as_posix().removesuffix("index.html") for path in site.rglob("*.html"))[part::SLICES]


class Visitor:
    """Somebody who looks at pages, one after the other, and tells all that is wrong with them."""

    def __init__(self, browser: Browser, home: str, count: Callable[[str, int], None], known: set[str]) -> None:
        """Opens a window.

        Args:
            browser: where.
            home: the address of the site.
            count: adds to a figure of the run.
            known: looks of text that were judged before.
        """
        self.context = browser.new_context(reduced_motion="reduce")
        self.page = self.context.new_page()
        self.home = home
        self.count = count
        self.known = known
        self.requests = 0
        self.found: list[object] = []
        self.page.on("request", lambda request: self.asked(request.url))
        self.page.on("response", lambda answer: self.found.append((answer.status, answer.url)) if answer.status >= 400 else None)
        self.page.on("console", lambda said: self.found.append(("logs", self.page.url, said.text)))
        self.page.on("pageerror", lambda error: self.found.append(("fails", self.page.url, str(error))))

    def asked(self, url: str) -> None:
        """Counts a request, and tells one to another host."""
        self.requests += 1
        if not url.startswith((self.home, "data:", "blob:")):
            self.found.append(("asks", url))

    def open(self, address: str, scheme: str) -> None:
        """Goes to a page as somebody new, whose system is light or dark."""
        self.page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
        self.page.goto(self.home + address)
        kept = self.page.evaluate(KEPT)
        self.found += [(address, "keeps", kept)] if kept != [SCHEMES[scheme], 0, 0] else []
        self.count("pages opened", 1)

    def widen(self, width: int, height: int = 844) -> None:
        """Makes the window as wide as this."""
        self.page.set_viewport_size({"width": width, "height": height})

    def tell(self, where: tuple[object, ...], wrong: Iterable[object]) -> None:
        """Keeps what is wrong there."""
        self.found += [(*where, each) for each in wrong]

    def judge(self, schemes: tuple[str, ...], *where: object, within: str = "") -> None:
        """Has axe judge the page, or a part of it, as it is now, in each scheme."""
        for scheme in schemes:
            self.page.evaluate(CHOOSE, SCHEMES[scheme])
            self.tell((*where, scheme), flaws(self.page, self.known, within))
            self.count("looks that axe judged", 1)

    def squeeze(self, address: str) -> None:
        """Measures the page zoomed, and with wider spacing."""
        for width, height in ZOOMED:
            self.widen(width, height)
            self.tell((address, "hangs out", width, height), over(self.page))
        self.tell((address, "small", ZOOMED[-1]), self.page.evaluate(SMALL))
        self.page.evaluate("css => { const sheet = new CSSStyleSheet(); sheet.replaceSync(css); document.adoptedStyleSheets = [sheet] }", SPACING)
        self.page.evaluate(SPACED)
        for width in (320, DESK):
            self.widen(width)
            self.tell((address, "hangs out when spaced", width), over(self.page))

    def leave(self) -> None:
        """Has seen enough of a page."""
        self.count("arrangements that axe judged by every rule", self.page.evaluate(ARRANGEMENTS))

    def end(self) -> list[object]:
        """Closes the window; gives all that was wrong."""
        cookies = self.context.cookies()
        self.context.close()
        self.count("requests", self.requests)
        self.count("flaws, cookies, and requests to others", len(self.found) + len(cookies))
        return [*self.found, *cookies]


def over(page: Page) -> list[int]:
    """By how many pixels a page is wider than its window, if it is."""
    across: int = page.evaluate(ACROSS)
    return [across] if across > 0 else []


@pytest.fixture(scope="module")
def known() -> set[str]:
    """The looks of text that have been judged: what is on many pages is judged on the first."""
    return set()


@pytest.fixture
def visitor(browser: Browser, home: str, count: Callable[[str, int], None], known: set[str]) -> Visitor:
    """A new visitor."""
    return Visitor(browser, home, count, known)


@pytest.mark.parametrize("part", range(SLICES))
def test_no_page_has_a_flaw_in_any_look(visitor: Visitor, site: Path, part: int) -> None:
    """One visit a page, since visits are dear; every second one begins in dark."""
    for turn, address in enumerate(dealt(site, part)):
        schemes = ("dark", "light") if turn % 2 else ("light", "dark")
        visitor.widen(DESK)
        visitor.open(address, schemes[0])
        visitor.tell((address, "small", DESK), visitor.page.evaluate(SMALL))
        visitor.page.evaluate(OPEN)
        visitor.judge(schemes, address, DESK)
        visitor.widen(PHONE)
        visitor.judge(schemes[::-1], address, PHONE)
        visitor.page.locator("button.menu-button").click()
        visitor.judge(schemes, address, "menu open", within=".md-sidebar--primary")
        visitor.page.keyboard.press("Escape")
        visitor.squeeze(address)
        visitor.leave()
    assert visitor.end() == []


def states(page: Page) -> dict[str, Callable[[], object]]:
    """What a reader may open on a page, one after the other: how to open it."""
    box = page.locator("input.md-search__input")

    def search(words: str, shown: str) -> None:
        if page.locator(".search-button").is_visible() and not box.is_visible():
            page.locator(".search-button").click()
        box.fill(words)
        box.press("End")
        page.wait_for_selector(shown)

    def go() -> None:
        box.press("Escape")
        page.evaluate(PLACE)

    found: dict[str, Callable[[], Any]] = {
        "search open": lambda: search("", ".search-help"),
        "search with results": lambda: search("dispute", ".md-search-result__item"),
        "search with more of a page": lambda: page.locator(".md-search-result summary").first.click(),
        "search without results": lambda: search("zzqxy", ".search-none:not([hidden])"),
    }
    if page.locator("article [id]").count():
        found["a place"] = go
    if page.locator("label[for=view-sides]").count():
        found["side by side"] = lambda: page.locator("label[for=view-sides]").click()
    return found


@pytest.mark.parametrize("width", [DESK, PHONE])
@pytest.mark.parametrize("address", KINDS)
def test_what_is_opened_has_no_flaw_either(visitor: Visitor, address: str, width: int) -> None:
    visitor.widen(width)
    visitor.open(address, "light")
    for name, reach in states(visitor.page).items():
        if address in CHIEF or name in WITHIN:
            reach()
            visitor.judge(tuple(SCHEMES), address, width, name, within="" if address in CHIEF else WITHIN[name])
    visitor.leave()
    assert visitor.end() == []


@pytest.mark.parametrize("address", CHIEF)
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


@pytest.mark.parametrize("address", CHIEF)
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
