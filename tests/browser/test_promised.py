"""What only a browser shows of promises and reports: the choice of rows, which needs no script, and what paper has of it."""

from __future__ import annotations

from playwright.sync_api import Browser, Page

from .test_browser import opened

PAGE = "reports/promised/"
STATES = ("reported", "in-part", "not-reported")


def visible(page: Page, what: str) -> int:
    return page.locator(what).evaluate_all("all => all.filter(each => each.checkVisibility()).length")


def test_a_choice_shows_the_rows_of_one_state_and_the_topics_that_have_some(browser: Browser, home: str) -> None:
    page = opened(browser, home + PAGE, 390)
    rows = {state: page.locator(f"table.promised tbody tr.is-{state}").count() for state in STATES}
    assert all(rows.values())
    for state, number in rows.items():
        page.locator(f"label[for=only-{state}]").click()
        assert {each: visible(page, f"table.promised tbody tr.is-{each}") for each in STATES} == {**dict.fromkeys(STATES, 0), state: number}
        topics = page.locator(f"div:has(> div > table.promised tr.is-{state})").count()
        assert visible(page, "h3[id^=against-]") == visible(page, "table.promised") == topics
    page.locator("label[for=only-all]").click()
    assert visible(page, "table.promised tbody tr") == sum(rows.values())


def test_a_mark_on_a_provision_leads_to_its_row(browser: Browser, home: str) -> None:
    page = opened(browser, home + "arrangements/2024/leadership/")
    page.locator("#show-changes > summary").click()
    page.locator("a.mark.told-of").first.click()
    page.locator("table.promised tr:target").wait_for(timeout=10_000)
