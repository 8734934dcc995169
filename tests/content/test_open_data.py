"""This partnership's data: nobody's number or address is in it or on a page, and the whole package is right."""

from __future__ import annotations

import re
from pathlib import Path

import frictionless
import pytest

from ..conftest import ROOT

EMAIL = re.compile(r"(?<=\w)@\w[\w-]*\.\w+|[\[(] ?at ?[\])]|\bmailto:|\btel:", re.I)
PHONE = re.compile(r"(?<![\w£.,/#-])(?:\+44[\s()-]*|\(?0)(?:\d[\s()-]{0,2}){9,10}(?![\w%,/-])")
"""A telephone number of this country, however its digits are grouped; sums of money, dates and spans of years are none."""
FOUND = [
    ("Ring 03000 41 11 11.", True),
    ("03000 411111", True),
    ("(01622) 123456", True),
    ("+44 1622 123 456", True),
    ("07700 900 123", True),
    ("01622-123-456", True),
    ("someone@example.org", True),
    ("someone [at] example", True),
    ("£430,552.45 in 2024-25", False),
    ("1,181 attendances, 2,089 completions of 43,307", False),
    ("2024/25, 2023/24; 31 March 2025", False),
    ("call 999", False),
]
NO_CONTACT = re.compile(r"\bd=\"[^\"]*\"|sha256:[0-9a-f]+|^UID:.*", re.M)
"""What looks like one and is none: the lines of a drawing, the sum of a file, the name of a calendar's entry."""
WRITTEN = (".md", ".yaml", ".yml", ".html", ".csv", ".json", ".ics", ".xml", ".txt")


def contacts(text: str) -> list[str]:
    """Every e-mail address and telephone number in a text."""
    return [found[0].strip() for pattern in (EMAIL, PHONE) for found in pattern.finditer(text)]


@pytest.mark.parametrize(("text", "found"), FOUND)
def test_the_scan_finds_what_it_is_for(text: str, found: bool) -> None:
    assert bool(contacts(text)) is found


def test_no_number_or_address_of_anybody_is_in_the_data_or_the_pages_sources() -> None:
    paths = [path for name in ("data", "docs") for path in (ROOT / name).rglob("*") if path.suffix in WRITTEN]
    assert len(paths) > 60
    assert {str(path.relative_to(ROOT)): found for path in paths if (found := contacts(path.read_text("utf-8")))} == {}


def test_none_is_on_a_built_page_or_in_a_download(site: Path) -> None:
    paths = [path for path in site.rglob("*") if path.suffix in WRITTEN and "assets" not in path.parts]
    assert len(paths) > 200
    wrong = {}
    for path in paths:
        text = path.read_text("utf-8")
        if found := contacts(NO_CONTACT.sub(" ", text)):
            wrong[str(path.relative_to(site))] = found
    assert wrong == {}


@pytest.mark.trust
def test_frictionless_finds_the_whole_package_right(site: Path) -> None:
    report = frictionless.Package(str(site / "data/datapackage.json")).validate()
    assert report.stats["tasks"] > 50
    assert [(task.name, error.message) for task in report.tasks for error in task.errors] == [] == [error.message for error in report.errors]
