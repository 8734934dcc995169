"""What is told at length is divided into pages of whole topics."""

from __future__ import annotations

import pytest

from macros.compare import comparison, sheets
from macros.read.site import Site

DIVIDED = [
    ("nothing to tell", [], 10, ((),)),
    ("topics without rows", [("a", 0)], 10, ((),)),
    ("all on one page", [("a", 3), ("b", 0), ("c", 7)], 10, (("a", "c"),)),
    ("about alike long", [("a", 4), ("b", 4), ("c", 4), ("d", 4)], 10, (("a", "b"), ("c", "d"))),
    ("in their order", [("a", 1), ("b", 9), ("c", 1), ("d", 9)], 10, (("a", "b"), ("c", "d"))),
    ("a topic is not cut in two", [("a", 1), ("b", 40), ("c", 1)], 10, (("a",), ("b",), ("c",))),
    ("a long topic first", [("a", 15), ("b", 5)], 10, (("a",), ("b",))),
]


@pytest.mark.parametrize(("rows", "most", "pages"), [row[1:] for row in DIVIDED], ids=[row[0] for row in DIVIDED])
def test_whole_topics_stand_on_as_few_pages_as_hold_them(rows: list[tuple[str, int]], most: int, pages: tuple[tuple[str, ...], ...]) -> None:
    assert sheets.divided(rows, most) == pages


@pytest.mark.parametrize(
    ("name", "summary"),
    [
        ("table", ("table", 1)),
        ("annex-redline", ("annex-redline", 1)),
        ("annex-redline-2", ("annex-redline", 2)),
        ("table-notable-12", ("table-notable", 12)),
        ("section-2", ("section-2", 1)),  # a topic
    ],
)
def test_a_page_knows_its_summary(name: str, summary: tuple[str, int]) -> None:
    assert sheets.summary(name) == summary


def test_every_note_stands_in_full_on_one_page(loaded: Site) -> None:
    each = comparison.between(loaded, "2001", "2002")
    assert dict(sheets.pages_of_notes(each)) == {
        "meetings-stronger": "table",
        "minutes-split": "table-notable",
        "clinic-gone": "table-notable",
        "agencies-named": "table-notable",
        "refreshments-new": "table-wording",
    }
