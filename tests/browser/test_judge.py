"""The judge of pages is no milder for being quick: whatever is wrong is told, in the look in which it is."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from .judge import SMALL, flaws

PAGE = """<!doctype html><html lang="en"><head><title>A page</title><style>
    body { color: #000; background: #fff } a { color: #00c } [data-md-color-scheme=slate] { color: #fff; background: #000 } [data-md-color-scheme=slate] a { color: #9cf }
    button { min-width: 30px; min-height: 30px } a { text-decoration: underline } STYLE
</style></head><body data-md-color-scheme="default"><main><h1>Heading</h1><p>Words before <a href="#a">a link</a> and words after.</p><p class="more">More words.</p>
MORE</main></body></html>"""
DARK = "document.body.dataset.mdColorScheme = 'slate'"

SEEN = [
    ("nothing", "", "", [], []),
    ("pale words", ".more { color: #bbb }", "", ["color-contrast"], []),
    ("dark words in dark", "[data-md-color-scheme=slate] .more { color: #333 }", "", [], ["color-contrast"]),
    ("a link like the words around it", "[data-md-color-scheme=default] a { text-decoration: none; color: #003 }", "", ["link-in-text-block"], []),
    ("such a link in dark", "[data-md-color-scheme=slate] a { text-decoration: none; color: #eee }", "", [], ["link-in-text-block"]),
    ("a button without a name", "", "<button></button>", ["button-name"], []),
    (
        "such a button in dark alone",
        "#x { display: none } [data-md-color-scheme=slate] #x { display: block }",
        "<button id='x'></button>",
        [],
        ["button-name"],
    ),
    ("headings out of order", "", "<h4>Deep</h4>", ["heading-order"], []),
    (
        "words outside every landmark in dark",
        "[data-md-color-scheme=slate] > p { display: block } body > p { display: none }",
        "</main><p>Out</p><main hidden>",
        [],
        ["region"],
    ),
]


@pytest.mark.parametrize(("what", "style", "more", "light", "dark"), SEEN, ids=[row[0] for row in SEEN])
def test_each_flaw_is_told_in_its_look(browser: Browser, what: str, style: str, more: str, light: list[str], dark: list[str]) -> None:
    page = browser.new_page()
    page.set_content(PAGE.replace("STYLE", style).replace("MORE", more))
    assert [each[0] for each in flaws(page)] == light
    page.evaluate(DARK)
    assert [each[0] for each in flaws(page)] == dark
    page.close()


def test_what_was_judged_on_one_page_is_not_judged_on_the_next_and_what_is_new_is(browser: Browser) -> None:
    known: set[str] = set()
    page = browser.new_page()
    for style, found in (("", []), (".more { color: #bbb }", ["color-contrast"])):
        page.set_content(PAGE.replace("STYLE", style).replace("MORE", ""))
        assert [each[0] for each in flaws(page, known)] == found
    page.close()


def test_a_part_is_judged_alone(browser: Browser) -> None:
    page = browser.new_page()
    page.set_content(PAGE.replace("STYLE", "").replace("MORE", "<button></button><div class='part'><input></div>"))
    assert [each[0] for each in flaws(page, within=".part")] == ["label"]
    page.close()


LINKS = [
    (
        "two small ones, one above the other",
        "<p><a href='#a'>one</a></p><p><a href='#b'>two</a></p>",
        "p { margin: 0; line-height: 12px; font-size: 11px }",
        ["one", "two"],
    ),
    ("with room between", "<p><a href='#a'>one</a></p><p><a href='#b'>two</a></p>", "p { margin: 0; line-height: 26px; font-size: 11px }", []),
    ("in a sentence", "<p>See <a href='#a'>one</a> and <a href='#b'>two</a> of them.</p>", "p { line-height: 12px; font-size: 11px }", []),
    (
        "one over two lines, and one that starts on its second",
        "<p><a href='#a'>many words that run over two lines of it</a> (<a href='#b'>two</a>)</p>",
        "p { width: 150px; line-height: 26px; font-size: 11px }",
        [],
    ),
]


@pytest.mark.parametrize(("what", "links", "style", "small"), LINKS, ids=[row[0] for row in LINKS])
def test_small_targets_are_told_where_they_are_crowded(browser: Browser, what: str, links: str, style: str, small: list[str]) -> None:
    page = browser.new_page()
    page.set_content(PAGE.split("<h1>")[0].replace("STYLE", style) + links)
    assert [each.split(">")[1].split("<")[0] for each in page.evaluate(SMALL)] == small
    page.close()
