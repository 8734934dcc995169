"""Feeds: read by a reader of feeds, with ids that stay, and one entry moved by one edit."""

from __future__ import annotations

import os
import shutil
import subprocess
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import feedparser
import pytest

from macros import git, happenings
from macros.exports import feeds
from macros.read.site import Site

from ..conftest import MINIATURE
from ..drawn import checked

HOME = "https://example.org/"


def read(site: Site, home: str = HOME) -> dict[str, Any]:
    """Every feed, as a reader of feeds takes it."""
    return {name: feedparser.parse(content) for name, content in feeds.downloads(site, date(2026, 11, 25), home)}


def test_each_feed_is_read_without_a_fault(loaded: Site) -> None:
    found = read(loaded)
    assert {name: each.bozo for name, each in found.items()} == dict.fromkeys(
        ["feeds/site.xml", "feeds/topics/meetings.xml", "feeds/topics/agency-list.xml", "feeds/sectors/education.xml", "feeds/sectors/health.xml"],
        False,
    )
    assert all(
        each.version == "atom10" and each.feed.author and each.feed.id.startswith("tag:example-arrangements,2003:feeds/") for each in found.values()
    )
    assert "Immediate danger: call 999." in found["feeds/site.xml"].feed.subtitle


def test_entries_say_what_of_what_and_where(loaded: Site) -> None:
    entries = {each.id.partition("2003:")[2]: each for each in read(loaded)["feeds/site.xml"].entries}
    fact = entries["agencies/hospital/2003-04-01/example-page"]
    assert (fact.title, fact.summary, fact.link) == (
        "Town & County Hospital",
        "Fact known since, 2003-04-01. Shire Hospital (Example page, seen 2026-11-22; confirm on the page: https://example.org/page)",
        HOME + "agencies/#agency-hospital",
    )
    assert ([tag.term for tag in fact.tags], fact.published) == ([happenings.FACT], "2003-04-01T00:00:00+00:00")
    assert [tag.term for tag in entries["changes/2001-2002/meetings-stronger"].tags] == [happenings.NOTE]
    assert entries["approvals/levels-reviewed"].summary == "Approval, 2003-02-01. Reviewed without change by The Board. minute 7"


def test_an_edition_that_is_not_in_force_tells_nothing(loaded: Site) -> None:
    ids = [each.id for each in happenings.of(loaded)]
    assert [each for each in ids if "2004" in each or "visits" in each] == []


def test_a_feed_tells_what_concerns_it_and_no_more(loaded: Site) -> None:
    for name, each in read(loaded).items():
        assert len(each.entries) == len({entry.id for entry in each.entries}), name
    health = [each.id for each in read(loaded)["feeds/sectors/health.xml"].entries]
    assert any("agencies/hospital/" in each for each in health)
    assert not any("agencies/hospital/" in each.id for each in read(loaded)["feeds/sectors/education.xml"].entries)


def test_without_an_address_links_lead_from_where_the_feed_lies(loaded: Site) -> None:
    content = dict(feeds.downloads(loaded, None))["feeds/topics/meetings.xml"].decode()
    assert 'href="../../arrangements/2002/meetings/"' in content


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """The miniature in a repository of its own, each commit a day later."""
    folder = Path(shutil.copytree(MINIATURE, tmp_path / "kept"))
    for arguments in (("init", "-q"), ("add", "."), ("commit", "-qm", "one")):
        run(folder, 1, *arguments)
    return folder


def run(folder: Path, day: int, *arguments: str) -> None:
    when = f"2026-01-{day:02}T12:00:00+0000"
    who = {f"GIT_{role}_{what}": "t" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    dates = {"GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": when}
    subprocess.run(["git", "-C", str(folder), *arguments], check=True, env={"PATH": os.environ["PATH"], **who, **dates})


EDITS = [
    # the file · what is edited · the one entry that it moves
    ("data/agencies.yaml", "name: Shire Hospital", "name: Shire County Hospital", "agencies/hospital/2003-04-01/example-page"),
    ("data/approvals.yaml", "minute 7", "minute 8", "approvals/levels-reviewed"),
    ("data/changes/2001-2002.yaml", "    was: The board should meet", "    was: The whole board should meet", "changes/2001-2002/meetings-stronger"),
]


@pytest.mark.parametrize(("path", "old", "new", "moved"), EDITS, ids=[row[3] for row in EDITS])
def test_one_edit_moves_one_entry(kept: Path, path: str, old: str, new: str, moved: str) -> None:
    before = read(checked(kept))["feeds/site.xml"].entries
    assert {each.updated for each in before} == {"2026-01-01T12:00:00+00:00"}
    text = (kept / path).read_text("utf-8")
    assert old in text
    (kept / path).write_text(text.replace(old, new, 1), "utf-8")
    run(kept, 2, "commit", "-qam", "two")
    after = read(checked(kept))["feeds/site.xml"].entries
    assert sorted(each.id for each in after) == sorted(each.id for each in before)
    assert [(each.id.partition("2003:")[2], each.updated) for each in after if each.updated != "2026-01-01T12:00:00+00:00"] == [
        (moved, "2026-01-02T12:00:00+00:00")
    ]
    assert after[0].id.endswith(moved)  # the newest comes first


def test_the_same_state_gives_the_same_bytes(kept: Path) -> None:
    assert dict(feeds.downloads(checked(kept), None)) == dict(feeds.downloads(checked(kept), None))


def test_a_shallow_clone_and_an_edit_that_is_not_committed_know_no_moment(kept: Path, tmp_path: Path) -> None:
    subprocess.run(["git", "clone", "-q", "--depth", "1", f"file://{kept}", str(tmp_path / "shallow")], check=True)
    run(kept, 2, "commit", "-q", "--allow-empty", "-m", "two")
    subprocess.run(["git", "clone", "-q", "--depth", "1", f"file://{kept}", str(tmp_path / "shallower")], check=True)
    assert git.line_moments(tmp_path / "shallower", "data/approvals.yaml") == ()
    (kept / "data/approvals.yaml").write_text("# New.\n" + (kept / "data/approvals.yaml").read_text("utf-8"), "utf-8")
    assert git.line_moments(kept, "data/approvals.yaml")[:2] == (None, datetime(2026, 1, 1, 12, tzinfo=UTC))


OWN = [("2003-04-01", "2003-04-01"), ("2003-04", "2003-04-01"), ("2003", "2003-01-01")]


@pytest.mark.parametrize(("day", "moment"), OWN)
def test_where_git_cannot_tell_an_entry_has_its_own_day(tmp_path: Path, loaded: Site, day: str, moment: str) -> None:
    each = happenings.Happening(happenings.FACT, "x", day, "x", "x", "", (), (), ("data/none.yaml", 1, 1))
    assert feeds.moments(loaded, None)(each).date().isoformat() == moment


def test_what_has_no_day_at_all_has_that_of_the_build(loaded: Site) -> None:
    each = happenings.Happening(happenings.NOTE, "x", "", "x", "x", "", (), (), ("data/none.yaml", 1, 1))
    assert feeds.moments(loaded, date(2026, 11, 25))(each).date() == date(2026, 11, 25)
    assert feeds.moments(loaded, None)(each) == feeds.UNKNOWN
