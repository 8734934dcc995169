"""What only a browser shows of the comparison: printed pages, marks that are asked for, and the same words in both places."""

from __future__ import annotations

import re

from playwright.sync_api import Browser, Page

from .test_browser import opened

PAIR = "compare/2019-2024/"


def printed_pages(page: Page) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4", prefer_css_page_size=True, print_background=True)))


def test_the_board_pack_is_two_printed_pages(browser: Browser, home: str) -> None:
    assert printed_pages(opened(browser, home + PAIR + "pack/")) == 2


def test_each_sector_has_one_printed_page(browser: Browser, home: str) -> None:
    page = opened(browser, home + PAIR)
    ways = page.locator("#for ~ ul.ways a").evaluate_all("all => all.map(each => each.href).filter(each => each.includes('/for/'))")
    assert len(ways) > 5
    assert {way: printed_pages(opened(browser, way)) for way in ways} == dict.fromkeys(ways, 1)


def test_marks_of_change_are_hidden_until_asked_for(browser: Browser, home: str) -> None:
    page = opened(browser, home + "arrangements/2024/leadership/", 390)
    marks = page.locator(".changed-here, a.mark")
    assert marks.count() > 10
    assert not any(each.is_visible() for each in marks.all())
    page.locator("#show-changes > summary").click()
    assert all(each.is_visible() for each in marks.all())
    page.reload()
    assert not any(each.is_visible() for each in marks.all())


def test_a_change_in_place_has_the_words_of_the_comparison(browser: Browser, home: str) -> None:
    there = opened(browser, home + PAIR + "leadership/")
    here = opened(browser, home + "arrangements/2024/leadership/")
    found = here.locator(".changed-here")
    assert found.count() > 10
    for each in found.all():
        anchor = (each.locator(".places a").get_attribute("href") or "").partition("#")[2]
        assert each.locator(".redline").text_content() == there.locator(f"[id='{anchor}'] .redline").text_content()


def test_the_first_change_is_on_the_first_screen_of_a_phone(browser: Browser, home: str) -> None:
    page = opened(browser, home + PAIR + "dispute-resolution/", 390)
    box = page.locator("section.change").first.bounding_box()
    assert box and box["y"] < 844
