"""Drawn pieces go round Markdown: it never reads them, and nobody else can have one put in."""

from __future__ import annotations

import pytest
from markdown import Markdown

from macros.pages.draw import Stash
from macros.pages.markdown import Drawn, completed, later


def made(text: str, stash: Stash, *more: str) -> str:
    return Markdown(extensions=["attr_list", "toc", *more, Drawn(stash)]).convert(text)


PIECES = [
    ("alone", "{}", "<p><i>*a* {{ b }}</i></p>"),
    ("between paragraphs", "One.\n\n{}\n\nTwo.", "<p>One.</p>\n<p><i>*a* {{ b }}</i></p>\n<p>Two.</p>"),
    ("within a line", "One {} two.", "<p>One <i>*a* {{ b }}</i> two.</p>"),
    ("before an id", "One. {}\n{: #one }", '<p id="one">One. <i>*a* {{ b }}</i></p>'),
    ("in a list item", "-   one {}\n    {: #one }", '<ul>\n<li id="one">one <i>*a* {{ b }}</i></li>\n</ul>'),
]


@pytest.mark.parametrize(("what", "markdown", "html"), PIECES, ids=[row[0] for row in PIECES])
def test_a_piece_is_put_in_its_place_as_it_was_drawn(what: str, markdown: str, html: str) -> None:
    stash = Stash()
    mark = stash.piece("<i>*a* {{ b }}</i>")
    assert made(markdown.replace("{}", mark), stash) == html


def test_a_block_of_html_stands_by_itself_with_its_blank_lines() -> None:
    stash = Stash()
    drawn = "<div>\n\n*a*\n\n    {{ b }}\n</div>"
    assert made(f"One.\n\n{stash.piece(drawn)}\n\nTwo.", stash) == f"<p>One.</p>\n{drawn}\n<p>Two.</p>"


HEADINGS = [
    ("plain", (2, "Meetings", "meetings"), '<h2 id="meetings">Meetings</h2>'),
    ("with a class", (3, "Meetings", "meetings", "pack"), '<h3 class="pack" id="meetings">Meetings</h3>'),
    ("HTML", (2, "<b>a</b> & c", "a"), '<h2 id="a">&lt;b&gt;a&lt;/b&gt; &amp; c</h2>'),
    ("Markdown", (2, "*a* [b](c) `d` # e", "a"), '<h2 id="a">*a* [b](c) `d` # e</h2>'),
    ("an attribute list", (2, "a {: #x onclick=y }", "a"), '<h2 id="a">a {: #x onclick=y }</h2>'),
    ("Jinja", (2, "a {{ 7 * 7 }}", "a"), '<h2 id="a">a {{ 7 * 7 }}</h2>'),
    ("too deep", (9, "a", "a"), '<h6 id="a">a</h6>'),
    ("an id with a mark", (2, "a", 'b" c'), '<h2 id="b&quot; c">a</h2>'),
]


@pytest.mark.parametrize(("what", "heading", "html"), HEADINGS, ids=[row[0] for row in HEADINGS])
def test_a_heading_is_text(what: str, heading: tuple[int, str, str], html: str) -> None:
    stash = Stash()
    mark = stash.heading(*heading)
    assert made(f"{mark}\n", stash) == html


def test_a_heading_without_an_id_gets_one_and_stands_in_the_list_of_contents() -> None:
    stash = Stash()
    md = Markdown(extensions=["attr_list", "toc", Drawn(stash)])
    text = stash.heading(2, "Town & {County}", "")
    assert md.convert(text + "\n\nWords.") == '<h2 id="town-county">Town &amp; {County}</h2>\n<p>Words.</p>'
    assert [(token["level"], token["id"]) for token in md.toc_tokens] == [(2, "town-county")]


def test_a_mark_that_nobody_drew_stays_as_it_is_typed() -> None:
    stash = Stash()
    piece, heading = stash.piece("<i>"), stash.heading(2, "a", "a")
    for wrong in (
        "\ue0007\ue001",
        "\ue0027\ue003",
        piece.replace("\ue000", "\ue002").replace("\ue001", "\ue003"),
        heading.replace("\ue002", "\ue000").replace("\ue003", "\ue001"),
    ):
        assert made(wrong, stash) == f"<p>{wrong}</p>"
        assert made(f"One {wrong} two.", stash) == f"<p>One {wrong} two.</p>"


@pytest.mark.parametrize(
    ("piece", "at_once"),
    [
        ("<p data-search-exclude>aside</p>", False),
        ('<details class="a" data-search-exclude><summary>x</summary><p>y</p></details>', False),
        ("<p>found</p>", True),
        ("<p data-search-exclude>aside</p><p>found</p>", True),
        ("<p>found</p><p data-search-exclude>aside</p>", True),
    ],
)
def test_one_element_that_the_search_leaves_out_comes_in_when_it_has_read_the_page(piece: str, at_once: bool) -> None:
    stash = Stash()
    found = made(f"Before.\n\n{stash.piece(piece)}\n\nAfter.", stash)
    whole = f"<p>Before.</p>\n{piece}\n<p>After.</p>"
    assert (found == whole) == at_once
    assert completed(found, later(found, stash)) == whole
