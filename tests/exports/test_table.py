"""A table that a spreadsheet opens and does not run, and the lines that each download says of itself."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.compare import comparison
from macros.exports.table import about, caution, help_line, table
from macros.read.site import Site

from ..drawn import checked
from .test_changes import ABOUT, HELP


def test_a_table_has_the_mark_of_utf_8_its_heads_and_lines_that_end_as_spreadsheets_end_them() -> None:
    assert table(("a", "b"), [{"a": "one, two", "b": 'three "four"\nfive'}]) == '\ufeffa,b\r\n"one, two","three ""four""\nfive"\r\n'


CELLS = [
    ("=1+1", "'=1+1"),
    ("+44 1", "'+44 1"),
    ("-1", "'-1"),
    ("@SUM(A1)", "'@SUM(A1)"),
    ("\t=1", "'\t=1"),
    ("\r=1", "'\r=1"),
    ("a=1", "a=1"),
    ("", ""),
    ("a - b", "a - b"),
]


@pytest.mark.parametrize(("given", "written"), CELLS)
def test_a_cell_that_a_spreadsheet_would_run_is_text(given: str, written: str) -> None:
    text = table(("a",), [{"a": given}])
    assert next(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")), {"a": ""})["a"] == written


def test_a_cell_that_is_not_given_is_empty() -> None:
    assert table(("a", "b"), [{"b": "x"}]) == "\ufeffa,b\r\n,x\r\n"


def test_every_download_says_what_it_is_and_where_help_is(loaded: Site) -> None:
    assert help_line(loaded) == HELP
    assert caution(comparison.between(loaded, "2001", "2002")) == ABOUT
    assert (
        about(loaded)
        == "Example arrangements, March 2002, restated: our words, not the document's. Written under Guidance 2002; check the Town Council for later guidance."
    )


def test_without_a_gap_nothing_is_said_of_one(mini: Path, edit: Callable[[str, str, str], None]) -> None:
    edit("data/editions.yaml", "    gap: A revision between the two is not among the sources.\n", "")
    assert caution(comparison.between(checked(mini), "2001", "2002")) == ABOUT.replace(" A revision between the two is not among the sources.", "")
