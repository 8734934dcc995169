"""The project as it stands at a revision of git: its files, read from git and from nowhere else, put into a folder of their own."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

READ = ("data", "docs", "mkdocs.yml", "macros/settings.yml", "overrides")
"""What of the project makes its pages, the program left aside."""
_MAIN = ("main", "origin/main")
_LINK = "120000"


class Unknown(Exception):
    """A revision that git does not know; says so as a sentence, with what to do."""


@dataclass(frozen=True)
class Revision:
    """One state of the project.

    Args:
        name: how it is told.
        commit: the commit that it is, or on which the working copy stands.
        folder: where its files are.
    """

    name: str
    commit: str
    folder: Path


def commit_of(root: Path, name: str) -> str:
    """The commit of a revision's name.

    Raises: Unknown, where git does not know it.
    """
    found = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    if not found:
        raise Unknown(f"git does not know the revision {name}. {_mend(root)}")
    return found.decode().strip()


def fork_point(root: Path, head: str) -> str:
    """The commit at which a revision left the main branch.

    Raises: Unknown, where there is no main branch, or git does not hold that commit.
    """
    for name in _MAIN:
        if _git(root, "rev-parse", "--verify", "--quiet", f"{name}^{{commit}}"):
            found = _git(root, "merge-base", name, head)
            if not found:
                raise Unknown(f"git does not know where {head} left {name}. {_mend(root)}")
            return found.decode().strip()
    raise Unknown(f"There is no branch main to compare with: name a revision as BASE. {_mend(root)}")


def _mend(root: Path) -> str:
    if (_git(root, "rev-parse", "--is-shallow-repository") or b"").strip() == b"true":
        return "This copy of the repository holds its newest commits only: run “git fetch --unshallow”, then try again."
    if _git(root, "rev-parse", "--git-dir") is None:
        return "This folder is not in a git repository."
    return "Name a branch, a tag or a commit that “git log --all” shows."


@contextmanager
def at(root: Path, name: str) -> Iterator[Revision]:
    """A revision with its files in a folder, which is gone afterwards.

    Symbolic links are put there leading nowhere: what they lead to is not part of the revision.

    Raises: Unknown, where git does not know it.
    """
    commit = commit_of(root, name)
    told = commit[:10] if commit.startswith(name) else f"{name} ({commit[:10]})"
    with TemporaryDirectory(prefix="revision-") as folder:
        for path, content in _files(root, commit):
            goal = Path(folder, path)
            goal.parent.mkdir(parents=True, exist_ok=True)
            if content is None:
                goal.symlink_to(goal.name)
            else:
                goal.write_bytes(content)
        yield Revision(told, commit, Path(folder))


def _files(root: Path, commit: str) -> Iterator[tuple[str, bytes | None]]:
    """The files of a revision, each with its content; None for a symbolic link."""
    listed = _git(root, "ls-tree", "-r", "-z", commit, "--", *READ) or b""
    rows = [entry.split(b"\t", 1) for entry in listed.split(b"\0") if entry]
    files = [(about.decode().split(), path.decode("utf-8", "surrogateescape")) for about, path in rows]
    blobs = [(mode, name, path) for (mode, kind, name), path in files if kind == "blob"]
    answer = _git(root, "cat-file", "--batch", given="\n".join(name for _, name, _ in blobs).encode() + b"\n") or b""
    start = 0
    for mode, _, path in blobs:
        end = answer.index(b"\n", start)
        size = int(answer[start:end].split()[-1])
        yield path, None if mode == _LINK else answer[end + 1 : end + 1 + size]
        start = end + size + 2


def touched(root: Path, base: str, head: str | None) -> dict[str, str]:
    """The files that differ between a commit and another, or the working copy, with those that git does not follow yet.

    Args:
        root: the project's folder.
        base: the older commit.
        head: the newer one; None for the working copy.

    Returns: what was done with each, by path: added, removed or changed.
    """
    asked = ("diff", "--relative", "--no-renames", "--name-status", "-z", base, *([head] if head else ()), "--")
    fields = (_git(root, *asked) or b"").split(b"\0")
    found = {path: _DONE.get(status, "changed") for status, path in zip(fields[::2], fields[1::2], strict=False)}
    if head is None:
        listed = _git(root, "ls-files", "--others", "--exclude-standard", "-z") or b""
        found |= {path: "added" for path in listed.split(b"\0") if path}
    return {path.decode("utf-8", "surrogateescape"): did for path, did in sorted(found.items())}


_DONE = {b"A": "added", b"D": "removed"}


def day_of(root: Path, commit: str) -> date | None:
    """The day of a commit, as a build of it takes it; None where git does not know it."""
    found = (_git(root, "log", "-1", "--format=%ct", commit, "--") or b"").strip()
    return datetime.fromtimestamp(int(found), UTC).date() if found.isdigit() else None


def _git(root: Path, *arguments: str, given: bytes | None = None) -> bytes | None:
    """What git answers; None where it refuses, or is not there."""
    try:
        done = subprocess.run(["git", "-C", str(root), *arguments], input=given, capture_output=True, check=False)
    except OSError:
        return None
    return done.stdout if done.returncode == 0 else None
