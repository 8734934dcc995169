"""Templates: escaped, kept as marks, and strict about what they are given."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import jinja2
import pytest

from macros.pages import draw
from macros.pages.addresses import Here
from macros.pages.draw import Draw, Heading, safe
from macros.read.site import Site

HERE = Here("about/index.md")


@pytest.fixture
def drawing(loaded: Site, tmp_path: Path) -> Draw:
    texts = {
        "page.html": "<p>{{ text }}</p>\n{{ heading(2, text, 'own') }}\n<p id=\"after\">after</p>\n",
        "inline.html": "<b>\n{{ text }}\n</b>\n",
        "nothing.html": "{{ nobody }}",
        "way.html": "{{ to('glossary/') }} {{ link('example-page').url }} {{ by_id('sectors', 'health').name }} {{ partnership.short }} {{ edit('data/x.yaml') }}",
        "words.html": "{% macro title(a) %}\n  {{ a }} &\n  more\n{% endmacro %}",
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text)
    return Draw(loaded, str(tmp_path))


def test_what_is_drawn_becomes_marks_in_its_order(drawing: Draw) -> None:
    assert drawing.page("page.html", HERE, text="A & <b>") == "\ue0001\ue001\n\n\ue0020\ue003\n\n\ue0002\ue001\n"
    assert drawing.stash.pieces == [Heading(2, "A & <b>", "own"), "<p>A &amp; &lt;b&gt;</p>", '<p id="after">after</p>']


def test_a_piece_within_a_line_is_one_line(drawing: Draw) -> None:
    assert drawing.inline("inline.html", HERE, text="a <b>") == "\ue0000\ue001"
    assert drawing.stash.pieces == ["<b> a &lt;b&gt; </b>"]


def test_the_anchors_of_what_is_drawn_are_known_and_forgotten(drawing: Draw) -> None:
    drawing.page("page.html", HERE, text="x")
    assert drawing.stash.anchors == {"after"}
    drawing.begin()
    assert (drawing.stash.anchors, drawing.stash.pieces) == (set(), [])


def test_what_is_not_given_is_an_error(drawing: Draw) -> None:
    with pytest.raises(jinja2.UndefinedError):
        drawing.page("nothing.html", HERE)


def test_templates_know_the_way_the_links_the_records_and_whose_site_it_is(drawing: Draw) -> None:
    drawing.page("way.html", HERE)
    assert drawing.stash.pieces == ["../glossary/ https://example.org/page Health ETCP"]


def test_words_of_a_template_are_one_line_and_safe(drawing: Draw) -> None:
    assert drawing.words("words.html", "title", '<a "b">') == "&lt;a &#34;b&#34;&gt; & more"


def test_a_file_is_edited_where_a_repository_is_set(loaded: Site) -> None:
    assert Draw(loaded, "", edit="https://example.org/edit/").edit_link("data/x.yaml") == "https://example.org/edit/data/x.yaml"
    assert Draw(loaded, "").edit_link("data/x.yaml") == ""


def test_a_text_for_the_theme_is_no_tag_no_attribute_s_end_and_nothing_that_jinja_runs() -> None:
    assert safe("<a> \"b\" & 'c' {{ d }} {% e %}") == "&lt;a&gt; &quot;b&quot; &amp; &#x27;c&#x27; &#123;&#123; d &#125;&#125; &#123;% e %&#125;"


DAYS = [
    (date(2026, 1, 2), "2 January 2026"),
    ("2025-10-13", "13 October 2025"),
    ("2024-10", "October 2024"),
    ("2024", "2024"),
    ("in 2022", "in 2022"),
    ("2024-10-05", "5 October 2024"),
]


@pytest.mark.parametrize(("value", "text"), DAYS)
def test_days_are_written_as_people_write_them(value: date | str, text: str) -> None:
    assert draw.day(value) == text
