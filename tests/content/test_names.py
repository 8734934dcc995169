"""No partnership in the kit: no name, year or topic of this one stands in macros/ or overrides/."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from ..conftest import ROOT

PARTNERSHIP = yaml.safe_load((ROOT / "data/partnership.yaml").read_text("utf-8"))
BOUND = ("relevant-agencies", "partnership", "not-stated")
"""What data may name as bound by a duty beside the records of registers: the same for every partnership."""
EDITIONS = yaml.safe_load((ROOT / "data/editions.yaml").read_text("utf-8"))["editions"]
TEMPLATES_AND_CODE = sorted(
    path for folder in ("macros", "overrides") for path in (ROOT / folder).rglob("*") if path.suffix not in (".pyc", "") and path.is_file()
)


def names() -> Iterator[str]:
    """What only this partnership is called, as patterns."""
    for field in (
        "name",
        "short",
        "area",
        "neighbour",
        "website",
        "check",
        "help",
        "guidance",
        "calendar",
        "expectations",
        "unnamed",
    ):
        yield re.escape(str(PARTNERSHIP[field]))
    yield from map(re.escape, PARTNERSHIP["binding"])
    yield from ("Kent", "KSCMP", "Medway", "Canterbury", r"section \d", "Working Together", r"gov\.uk")


def of_editions() -> Iterator[str]:
    """What only these editions are called, as patterns: their years, names and sources, and their topics.

    A topic that is a plain word, or a word of the records as well (who is bound, in data), is looked for as a path only.
    """
    for edition in EDITIONS:
        yield from (re.escape(str(edition[field])) for field in ("id", "name", "title", "source", "written_under"))
        for topic in edition["topics"]:
            yield topic if "-" in topic and topic not in BOUND else rf"/{topic}\b|\b{topic}(/|\.md)"


def text_of(path: Path) -> str:
    return path.read_text("utf-8")


@pytest.mark.parametrize("pattern", sorted({*names(), *of_editions()}))
def test_the_kit_knows_no_name_of_this_partnership(pattern: str) -> None:
    found = re.compile(rf"(?<![\w]){pattern}(?![\w])" if not pattern.startswith("/") else pattern, re.I)
    assert len(TEMPLATES_AND_CODE) > 60
    wrong = [
        f"{path.relative_to(ROOT)}, line {number}: {line.strip()[:100]}"
        for path in TEMPLATES_AND_CODE
        for number, line in enumerate(text_of(path).split("\n"), 1)
        if found.search(line)
    ]
    assert wrong == []


def test_the_kit_knows_no_year() -> None:
    """Years are data: only a day in an example of how to write one, and MkDocs' own end, may name one."""
    allowed = re.compile(r"2026-11(-22)?|22 November 2026|November 2026|2026\b")
    wrong = [
        f"{path.relative_to(ROOT)}, line {number}: {line.strip()[:100]}"
        for path in TEMPLATES_AND_CODE
        for number, line in enumerate(text_of(path).split("\n"), 1)
        if re.search(r"\b(19|20)\d\d\b", allowed.sub("", line))
    ]
    assert wrong == []


def test_the_files_of_the_kit_carry_no_name_of_this_partnership() -> None:
    assert [path.name for path in TEMPLATES_AND_CODE if re.search("kent|kscmp|medway", path.name, re.I)] == []
