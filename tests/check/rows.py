"""One row of the table of broken input: what an editor did, and all that is told of it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from macros.check import check

Deed = Callable[[Path], object]
MEETINGS, OLD_MEETINGS = "docs/arrangements/2002/meetings.md", "docs/arrangements/2001/meetings.md"
AGENCY_LIST, OLD_AGENCY_LIST = "docs/arrangements/2002/agency-list.md", "docs/arrangements/2001/agency-list.md"
AGENCIES, GROUPS, TERMS, EDITIONS = "data/agencies.yaml", "data/groups.yaml", "data/terms.yaml", "data/editions.yaml"
CHANGES, KEY_CHANGES = "data/changes/2001-2002.yaml", "data/key-changes/2001-2002.yaml"
ABOUT, EDITING = "docs/about/index.md", "docs/editing/index.md"
PAGE = "---\ntitle: Tea\ndescription: Tea\n---\n# Tea\n\nWords.\n"


@dataclass(frozen=True)
class Row:
    """One row.

    Args:
        what: what an editor did, in words.
        deeds: the same, done to a copy of the miniature.
        told: every problem that follows, as path, line and sentence.
    """

    what: str
    deeds: list[Deed]
    told: list[str]


def edit(path: str, old: str, new: str) -> Deed:
    """Replaces words in a file, which must be there, once."""

    def deed(folder: Path) -> None:
        text = (folder / path).read_text("utf-8")
        assert old in text, f"{path} does not say: {old}"
        (folder / path).write_text(text.replace(old, new, 1), "utf-8")

    return deed


def write(path: str, text: str) -> Deed:
    """Writes a file."""

    def deed(folder: Path) -> None:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")

    return deed


def move(path: str, to: str) -> Deed:
    """Renames a file or a folder."""
    return lambda folder: shutil.move(folder / path, folder / to)


def copy(path: str, to: str) -> Deed:
    """Copies a file or a folder."""
    return lambda folder: (shutil.copytree if (folder / path).is_dir() else shutil.copy)(folder / path, folder / to)


def delete(path: str) -> Deed:
    """Deletes a file or a folder."""
    return lambda folder: shutil.rmtree(folder / path) if (folder / path).is_dir() else (folder / path).unlink()


def link(path: str, to: str) -> Deed:
    """Makes a symbolic link."""
    return lambda folder: (folder / path).symlink_to(to)


def told(folder: Path) -> list[str]:
    """Every problem of a folder, as path, line and sentence."""
    return [f"{each.path}:{each.line}: {each.what}" for each in check(folder)[1]]
