"""Every key reaches everything: the focus is always seen, what is open can be walked through and left, and nothing is kept that nobody chose."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

from .judge import walk
from .test_browser import opened

PHONE, DESK = 390, 1280
ACTIVE = "document.activeElement"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [PHONE, DESK])
@pytest.mark.parametrize("address", ["", "guidance/escalation/"])
def test_focus_is_always_seen(browser: Browser, home: str, address: str, width: int, scheme: str) -> None:
    page = opened(browser, home + address, width, reduced_motion="reduce", color_scheme=scheme)
    for key in ("Tab", "Shift+Tab"):
        stops, wrong = walk(page, key, 60)
        assert wrong == [] and stops > 15, key
    page.context.close()


def press(page: Page, *keys: str) -> None:
    for each in keys:
        page.keyboard.press(each)


def test_the_first_stop_skips_to_the_content(browser: Browser, home: str) -> None:
    page = opened(browser, home + "guidance/escalation/", PHONE)
    press(page, "Tab", "Enter", "Tab")
    assert page.evaluate(f"{ACTIVE}.closest('article') !== null")
    page.context.close()


def test_the_menu_opens_and_closes_by_keyboard_on_a_phone(browser: Browser, home: str) -> None:
    page = opened(browser, home, PHONE)
    menu = page.locator("button.menu-button")
    menu.focus()
    press(page, "Enter")
    assert menu.get_attribute("aria-expanded") == "true"
    page.wait_for_function(f"() => {ACTIVE}.closest('.menu') !== null")
    stops, wrong = walk(page, "Tab", 5)
    assert (stops, wrong) == (5, [])
    press(page, "Escape")
    assert menu.get_attribute("aria-expanded") == "false"
    page.wait_for_function(f"() => {ACTIVE}.classList.contains('menu-button')")
    page.context.close()


def test_who_walks_out_of_the_menu_has_closed_it(browser: Browser, home: str) -> None:
    page = opened(browser, home, PHONE)
    page.locator("button.menu-button").focus()
    press(page, "Enter")
    page.wait_for_function(f"() => {ACTIVE}.closest('.menu') !== null")
    page.locator(".menu a").last.focus()
    press(page, "Tab")
    assert page.locator("button.menu-button").get_attribute("aria-expanded") == "false"
    assert page.evaluate(f"{ACTIVE}.closest('.menu') === null")
    page.context.close()


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_results_are_reached_by_tab_and_escape_gives_the_focus_back(browser: Browser, home: str, width: int) -> None:
    page = opened(browser, home + "guidance/escalation/", width, reduced_motion="reduce")
    if width == PHONE:
        page.locator("button.search-button").focus()
        press(page, "Enter")
    else:
        page.locator(".palette button:visible").focus()
        press(page, "Tab")
    page.wait_for_function(f"() => {ACTIVE}.matches('.md-search__input')")
    page.keyboard.type("lado")
    page.wait_for_selector(".md-search-result__item a:not([tabindex])")
    press(page, "Tab", "Tab")
    assert page.evaluate(f"{ACTIVE}.matches('.md-search-result__link') && __search.checked")
    press(page, "Escape")
    page.wait_for_function(f"() => {ACTIVE}.matches('{'.search-button' if width == PHONE else '.palette button'}')")
    assert not page.evaluate("__search.checked")
    page.context.close()


def test_no_single_letter_does_anything(browser: Browser, home: str) -> None:
    page = opened(browser, home + "guidance/escalation/")
    press(page, *"sf/np,.")
    assert page.url == home + "guidance/escalation/"
    assert page.evaluate(f"{ACTIVE} === document.body && !__search.checked")
    page.context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_light_or_dark_is_kept_once_it_is_chosen_and_not_before(browser: Browser, home: str, scheme: str) -> None:
    found, chosen = ("default", "slate") if scheme == "light" else ("slate", "default")
    page = opened(browser, home, color_scheme=scheme)
    page.goto(home + "about/")
    assert page.evaluate("[document.body.dataset.mdColorScheme, localStorage.length, sessionStorage.length]") == [found, 0, 0]
    for key in ("Enter", "Space", "Enter"):
        page.locator(".palette button:visible").focus()
        press(page, key)
    assert page.evaluate(f"{ACTIVE}.matches('.palette button')")
    page.goto(home)
    assert page.evaluate("[document.body.dataset.mdColorScheme, Object.keys(localStorage)]") == [chosen, ["/.__palette"]]
    page.context.close()


def test_light_or_dark_follows_the_reader_s_system_until_one_is_chosen(browser: Browser, home: str) -> None:
    page = opened(browser, home, color_scheme="light")
    shown = "[document.body.dataset.mdColorScheme, document.documentElement.style.colorScheme, document.querySelector('.palette button:not([hidden])').title]"
    assert page.evaluate(shown) == ["default", "light", "Change to dark colours"]
    page.emulate_media(color_scheme="dark")
    assert page.evaluate(shown) == ["slate", "dark", "Change to light colours"]
    page.locator(".palette button:visible").click()
    page.emulate_media(color_scheme="light")
    page.emulate_media(color_scheme="dark")
    assert page.evaluate(shown) == ["default", "light", "Change to dark colours"]
    page.context.close()


def test_without_scripts_nothing_is_offered_that_needs_them(browser: Browser, home: str) -> None:
    page = opened(browser, home, PHONE, java_script_enabled=False)
    assert page.locator("button:visible").count() == page.locator("form.ask button").count()
    page.locator(".menu-label").click()
    page.locator(".menu a", has_text="Agencies").click()
    assert page.url == home + "agencies/"
    page.context.close()
