"""What is due says so on the day: by the reader's own date, without a new build, and truly without scripts too."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

import pytest
from playwright.sync_api import Page, sync_playwright

from ..conftest import ROOT
from . import chromium


@pytest.fixture(scope="module")
def page() -> Iterator[Page]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=["--no-sandbox", "--disable-gpu"])
        yield browser.new_page(timezone_id="Europe/London")
        browser.close()


YEARLY, ONCE, LEAP = (
    '<p data-due="2005-05-31" data-repeats="yearly">.</p>',
    '<p data-due="2005-05-31">.</p>',
    '<p data-due="2004-02-29" data-repeats="yearly">.</p>',
)
DAYS = [
    # what is due · the reader's date · what is said
    (YEARLY, "2005-05-30T10:00", "the next day is 31 May 2005, tomorrow."),
    (YEARLY, "2005-05-31T23:30", "the next day is 31 May 2005, today."),
    (YEARLY, "2005-06-01T00:30", "it last fell due on 31 May 2005; the next day is 31 May 2006, in 364 days."),
    (YEARLY, "2007-05-31T10:00", "it last fell due on 31 May 2006; the next day is 31 May 2007, today."),
    (ONCE, "2005-05-21T10:00", "the next day is 31 May 2005, in 10 days."),
    (ONCE, "2007-01-01T10:00", "it last fell due on 31 May 2005."),
    (LEAP, "2005-03-01T10:00", "it last fell due on 28 February 2005; the next day is 28 February 2006, in 364 days."),
    (LEAP, "2008-02-28T10:00", "it last fell due on 28 February 2007; the next day is 29 February 2008, tomorrow."),
]


@pytest.mark.parametrize(("html", "today", "said"), DAYS, ids=[f"{row[0][13:23]} on {row[1][:10]}" for row in DAYS])
def test_what_the_reader_s_date_makes_of_a_day(page: Page, html: str, today: str, said: str) -> None:
    page.clock.set_fixed_time(datetime.fromisoformat(today + "+01:00"))
    page.set_content(html)
    page.add_script_tag(path=ROOT / "overrides/assets/site.js")
    assert page.text_content("[data-due]") == f". By your date today, {said}"
