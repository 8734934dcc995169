"""Finding things: where a search lands, what it forgives, what it costs, and that every key reaches everything."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser

from .test_browser import ANSWERED, opened

PHONE = 390
NOT_COVERED = "guidance/not-covered/"

# The most dangerous questions, and where the first result has to land, decided beforehand; “#” stands for any entry of the page.
DANGEROUS = [
    ("refer", {f"{NOT_COVERED}#request-for-support"}),
    ("make a referral", {f"{NOT_COVERED}#request-for-support"}),
    ("LADO", {f"{NOT_COVERED}#lado"}),
    ("allegation against staff", {f"{NOT_COVERED}#lado"}),
    ("999", {"guidance/support-levels/", "guidance/support-levels/specialist-support/", "guidance/escalation/", ""}),
    ("disagreement", {"guidance/escalation/"}),
    ("escalation?", {"guidance/escalation/"}),
    ("professional challenge", {"guidance/escalation/"}),
    ("threshold", {"guidance/support-levels/"}),
    ("level 3", {"guidance/support-levels/intensive-support/"}),
    ("level 4", {"guidance/support-levels/specialist-support/"}),
    ("significant harm", {"guidance/support-levels/specialist-support/"}),
    ("front door", {f"{NOT_COVERED}#front-door"}),
    ("out of hours", {f"{NOT_COVERED}#out-of-hours"}),
    ("section 47", {f"{NOT_COVERED}#strategy-discussion"}),
    ("FGM", {f"{NOT_COVERED}#fgm"}),
    ("county lines", {f"{NOT_COVERED}#child-exploitation"}),
    ("private fostering", {f"{NOT_COVERED}#private-fostering"}),
    ("missing child", {f"{NOT_COVERED}#missing-children"}),
    ("whistleblowing", {f"{NOT_COVERED}#whistleblowing"}),
    ("child protection conference", {f"{NOT_COVERED}#child-protection-conference"}),
    ("information sharing", {"arrangements/2024/information-sharing/"}),
]


@pytest.fixture(scope="module")
def asked(browser: Browser, home: str) -> Iterator[Callable[[str], list[str]]]:
    """Types words into the search; gives the addresses found, with their anchors, the best first."""
    page = opened(browser, home)
    box = page.locator("input.md-search__input")
    box.click()

    def search(words: str) -> list[str]:
        for typed in ("", words):
            box.fill(typed)
            box.press("End")
            page.wait_for_function(ANSWERED, arg=not typed)
        found = page.eval_on_selector_all(".md-search-result__item", "each => each.map(item => item.querySelector('a').href)")
        return [re.sub(r"\?h=[^#]*", "", address).removeprefix(home) for address in found]

    yield search
    page.context.close()


@pytest.mark.parametrize(("words", "where"), DANGEROUS, ids=[words for words, _ in DANGEROUS])
def test_a_dangerous_question_lands_on_its_answer(asked: Callable[[str], list[str]], words: str, where: set[str]) -> None:
    assert asked(words)[0] in where


ALIKE = [
    ("escalation?", "escalation"),
    ("“early help”", '"early help"'),
    ("(early help)", "early help"),
    ("Ofsted's", "Ofsted"),
    ("police/health", "police health"),
]


@pytest.mark.parametrize(("typed", "plain"), ALIKE)
def test_punctuation_does_not_matter(asked: Callable[[str], list[str]], typed: str, plain: str) -> None:
    assert asked(typed) == asked(plain) != []


@pytest.mark.parametrize(
    ("slip", "meant"), [("threshhold", "threshold"), ("safegarding", "safeguarding"), ("escallation", "escalation"), ("referal", "referral")]
)
def test_a_misspelt_word_gets_a_suggestion(browser: Browser, home: str, slip: str, meant: str) -> None:
    page = opened(browser, home, PHONE)
    page.locator(".search-button").click()
    page.locator("input.md-search__input").press_sequentially(slip)
    button = page.locator(".search-meant button")
    button.wait_for()
    assert button.inner_text() == meant
    button.click()
    page.wait_for_selector(".md-search-result__item")
    page.context.close()


def test_an_empty_result_helps_on(browser: Browser, home: str) -> None:
    page = opened(browser, home)
    page.locator("input.md-search__input").click()
    page.locator("input.md-search__input").press_sequentially("zzqxy")
    page.locator(".search-none").wait_for()
    assert page.locator(".search-none a").count() >= 3
    assert page.locator(".search-help .help").is_visible()
    page.context.close()


def test_results_can_be_kept_to_one_edition(browser: Browser, home: str) -> None:
    page = opened(browser, home)
    page.locator("input.md-search__input").click()
    page.locator("input.md-search__input").press_sequentially("scrutiny")
    page.wait_for_selector(".md-search-result__item")
    page.locator(".search-edition label", has_text="2019").click()
    page.wait_for_function(
        "() => [...document.querySelectorAll('.md-search-result__item > a')].every(each => each.href.includes('/arrangements/2019/'))"
    )
    assert page.locator(".md-search-result__item").count() > 0
    page.context.close()


def test_the_index_is_fetched_when_somebody_searches_and_not_before(browser: Browser, home: str) -> None:
    page = browser.new_page()
    asked_for: list[str] = []
    page.on("request", lambda request: asked_for.append(request.url))
    page.goto(home, wait_until="networkidle")
    assert not [each for each in asked_for if "search" in each]
    page.locator("input.md-search__input").click()
    page.locator("input.md-search__input").press_sequentially("dispute")
    page.wait_for_selector(".md-search-result__item")
    assert [each for each in asked_for if each.endswith("search_index.json")]
    page.close()
