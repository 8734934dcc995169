"""Every block macro and every kind of page that is made, compared whole with its golden page."""

from __future__ import annotations

import difflib

import pytest

from macros import blocks
from macros.compare import comparison
from macros.pages import made
from macros.read.site import Site

from ..conftest import MINIATURE
from ..drawn import checked
from .bless import FOLDER, pages

NAMES = sorted(path.stem for path in FOLDER.glob("*.html"))
HOW = "If this is meant: make bless, then read what changed: git diff tests/golden"


@pytest.fixture(scope="module")
def drawn(loaded: Site) -> dict[str, str]:
    return dict(pages(loaded))


def test_every_page_that_is_drawn_has_a_golden_page_and_no_other(drawn: dict[str, str]) -> None:
    assert sorted(drawn) == NAMES, HOW


@pytest.mark.parametrize("name", NAMES)
def test_a_page_is_as_it_was_blessed(drawn: dict[str, str], name: str) -> None:
    golden = (FOLDER / f"{name}.html").read_text("utf-8")
    changed = difflib.unified_diff(golden.splitlines(), drawn.get(name, "").splitlines(), f"{name}.html", "drawn", n=1, lineterm="")
    assert golden == drawn.get(name), "\n".join((*changed, HOW))


def test_every_block_macro_and_every_kind_of_made_page_is_among_them(loaded: Site) -> None:
    for name in blocks.BLOCKS:
        assert [golden for golden in NAMES if golden == name or golden.startswith(f"{name}-")], name
    for page in made.pages_of(comparison.neighbours(loaded)[-1]):
        assert f"made-{page.name.replace('/', '-')}" in NAMES
    assert "made-report-figures" in NAMES


def test_the_same_miniature_is_drawn_alike_again(drawn: dict[str, str]) -> None:
    assert dict(pages(checked(MINIATURE))) == drawn
