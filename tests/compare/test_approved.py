"""Whether words are still those that were approved."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.check import approvals, check
from macros.compare import approved
from macros.read.site import Site

from ..conftest import MINIATURE
from ..drawn import checked

Edit = Callable[[str, str, str], None]
LEVELS = "data/support-levels.yaml"


def changed(site: Site) -> list[str]:
    return [each.approval.id for each in approved.standings(site) if each.changed]


def test_words_as_approved_or_as_last_corrected_have_not_changed() -> None:
    assert changed(check(MINIATURE)[0]) == []


def test_a_changed_word_is_noticed_and_keeps_nothing_from_being_published(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(MINIATURE, tmp_path / "mini"))
    page = folder / "docs/arrangements/2004/visits.md"
    page.write_text(page.read_text("utf-8").replace("a VG visit is no inspection", "a VG visit is an inspection"), "utf-8")
    site = checked(folder)
    assert changed(site) == ["visits-approved"]
    (notice,) = approvals.notices(site)
    now = approved.fingerprint_of(site, "2004/visits")
    assert str(notice) == (
        "Notice: data/approvals.yaml, line 4: the words that visits-approved approved have changed since, and no correction says so.\n"
        f"    If that is right, add a correction to it: {{on: …, what: …, fingerprint: {now}}}. Until then the page says so too."
    )


CHANGES = [
    ("seen: 2026-11-22", "seen: 2026-11-23", False),
    ("level: ", "level: Very ", True),
]


@pytest.mark.parametrize(("old", "new", "counts"), CHANGES, ids=["a day on which it was seen", "a word"])
def test_a_newer_look_changes_no_word(mini: Path, edit: Edit, old: str, new: str, counts: bool) -> None:
    before = approved.fingerprint_of(check(mini)[0], "support-levels")
    text = (mini / LEVELS).read_text("utf-8")
    assert old in text
    (mini / LEVELS).write_text(text.replace(old, new, 1), "utf-8")
    assert (approved.fingerprint_of(check(mini)[0], "support-levels") != before) is counts


@pytest.mark.parametrize(
    ("what", "name"),
    [
        ("2002", "Example arrangements, March 2002"),
        ("2002/meetings", "Example arrangements, March 2002: Meetings"),
        ("support-levels", "Support levels"),
    ],
)
def test_what_can_be_approved_has_a_name_and_a_fingerprint(loaded: Site, what: str, name: str) -> None:
    assert what in approved.known(loaded)
    assert approved.name(loaded, what) == name
    assert len(approved.fingerprint_of(loaded, what)) == 12


@pytest.mark.parametrize("what", ["1999", "2002/tea", "partnership", "changes", ""])
def test_what_is_not_there_has_none(loaded: Site, what: str) -> None:
    assert approved.fingerprint_of(loaded, what) == ""
