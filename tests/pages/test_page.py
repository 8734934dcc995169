"""One page, whole, whatever kind of page it is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from macros import blocks
from macros.pages import made, page
from macros.read import fates

from ..drawn import Shown, checked

Edit = Callable[[str, str, str], None]


def test_every_block_macro_is_drawn_by_a_function_of_its_name() -> None:
    assert set(page.DRAWN) == set(blocks.BLOCKS)


def test_every_block_macro_has_its_template() -> None:
    from ..conftest import ROOT

    assert [name for name in blocks.BLOCKS if not (ROOT / f"overrides/macros/{name}.html").is_file()] == []


LINKS = [
    ("about/index.md", "[a][current]", '<a href="../arrangements/2002/index.md">a</a>'),
    ("agencies/index.md", "[a][current/meetings#members-read]", '<a href="../arrangements/2002/meetings.md#members-read">a</a>'),
    ("about/index.md", "[a][current/meetings]", '<a href="../arrangements/2002/meetings.md">a</a>'),
    ("about/index.md", "[a][example-page]", '<a href="https://example.org/page">a</a>'),
    ("index.md", "[a][current]", '<a href="arrangements/2002/index.md">a</a>'),
    ("guidance/support-levels/index.md", "[a][current]", '<a href="../../arrangements/2002/index.md">a</a>'),
    ("about/index.md", "[a][nobody]", "[a][nobody]"),
    ("about/index.md", "[a][currently]", "[a][currently]"),
]


@pytest.mark.parametrize(("path", "markdown", "html"), LINKS)
def test_links_by_reference_get_their_address(shown: Shown, path: str, markdown: str, html: str) -> None:
    assert shown.html(shown.pages.body(path, markdown)).strip() == f"<p>{html}</p>"


def test_a_link_to_the_current_edition_follows_it(turned: Shown) -> None:
    assert '<a href="arrangements/2001/index.md">Meetings</a>' in turned.page("index.md")


NEEDS = [
    ("about/index.md", "{{ source_list() }}", True),
    ("about/index.md", "Words.", False),
    ("arrangements/2002/index.md", "{{ topic_list() }}", True),
    ("arrangements/2002/agency-list.md", "{{ agency_list() }}", False),
    ("compare/2001-2002/meetings.md", "{{ x }}", False),
]


@pytest.mark.parametrize(("path", "markdown", "needs"), NEEDS)
def test_jinja_runs_only_on_a_page_that_is_kept_outside_the_editions_and_calls_a_macro(shown: Shown, path: str, markdown: str, needs: bool) -> None:
    assert shown.pages.needs_macros(path, markdown) is needs


def test_keywords_of_a_page_are_shown_below_it(mini: Path, edit: Edit) -> None:
    edit("docs/about/index.md", "description: About\n", "description: About\nkeywords: [copyright, '*fair* <use>']\n")
    shown = Shown(checked(mini))
    assert "Also called or searched as: copyright, *fair* &lt;use&gt;</p>" in shown.page("about/index.md")
    assert "Also called" not in shown.page("about/gaps.md")


def test_everything_is_drawn_once(shown: Shown) -> None:
    found = list(shown.pages.everything())
    kept = [each.path.removeprefix("docs/") for each in (*shown.site.pages.values(), *shown.site.others)]
    assert sorted(found) == sorted((*kept, *made.pages(shown.site), *fates.pages(shown.site)))


def test_what_cannot_be_drawn_raises(shown: Shown, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> str:
        raise KeyError("x")

    monkeypatch.setattr(page, "DRAWN", {**page.DRAWN, "gaps": fails})
    with pytest.raises(KeyError):
        list(shown.pages.everything())
