"""What git knows of the files: when each was last changed. Where git knows nothing, neither does the page."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from types import MappingProxyType


def known(root: Path) -> str:
    """What all that git knows follows from: the last commit, and whether earlier ones are there too; empty without git."""
    return _git(root, "rev-parse", "HEAD", "--is-shallow-repository")


def last_changes(root: Path, revision: str = "HEAD") -> Mapping[str, date]:
    """The day of the last commit, up to a revision, that changed each file.

    Returns: days by path from the root; empty in a shallow clone, where git would give the wrong day, and without git.
    """
    if _git(root, "rev-parse", "--is-shallow-repository").strip() != "false":
        return MappingProxyType({})
    days: dict[str, date] = {}
    day: date | None = None
    for line in _git(root, "-c", "core.quotepath=off", "log", "--relative", "--name-only", "--format=@%cs", revision, "--").splitlines():
        if line.startswith("@"):
            day = date.fromisoformat(line[1:])
        elif line and day:
            days.setdefault(line, day)
    return MappingProxyType(days)


_COMMITS = 400
"""So many commits at most are looked through for what changed lately."""


def recent(root: Path, revision: str = "HEAD") -> Mapping[date, Mapping[str, int]]:
    """What changed on which day, up to a revision, the newest first: the lines written or written anew in each file of words and data.

    Returns: lines by path by day, of a bounded number of commits; empty in a shallow clone, and without git.
    """
    if _git(root, "rev-parse", "--is-shallow-repository").strip() != "false":
        return MappingProxyType({})
    found: dict[date, dict[str, int]] = {}
    day: date | None = None
    log = ("log", f"--max-count={_COMMITS}", "--relative", "--no-renames", "--numstat", "--format=@%cs", revision, "--", "docs", "data")
    for line in _git(root, "-c", "core.quotepath=off", *log).splitlines():
        if line.startswith("@"):
            day = date.fromisoformat(line[1:])
        elif day and line.count("\t") == 2:
            added, removed, path = line.split("\t")
            count = max(int(added), int(removed)) if added.isdigit() else 0
            of_day = found.setdefault(day, {})
            of_day[path] = of_day.get(path, 0) + count
    return MappingProxyType({day: found[day] for day in sorted(found, reverse=True)})


def line_moments(root: Path, path: str) -> tuple[datetime | None, ...]:
    """When each line of a file was last changed, from the first line on.

    Args:
        root: the project's folder.
        path: the file's path from it.

    Returns:
        The moment of the last commit that changed each line, in UTC, and None of a line that is not committed; nothing in a shallow
        clone, where git would give the wrong moment, and without git.
    """
    if _git(root, "rev-parse", "--is-shallow-repository").strip() != "false":
        return ()
    found: list[datetime | None] = []
    moments: dict[str, datetime] = {}
    commit = ""
    for line in _git(root, "blame", "-w", "--porcelain", "--", path).split("\n"):
        first, _, rest = line.partition(" ")
        if line.startswith("\t"):
            found.append(moments.get(commit) if commit.strip("0") else None)
        elif first == "committer-time":
            moments[commit] = datetime.fromtimestamp(int(rest), UTC)
        elif len(first) in (40, 64) and not set(first) - set("0123456789abcdef"):
            commit = first
    return tuple(found)


def _git(root: Path, *arguments: str) -> str:
    try:
        done = subprocess.run(["git", "-C", str(root), *arguments], capture_output=True, text=True, check=False)
    except OSError:
        return ""
    return done.stdout if done.returncode == 0 else ""
