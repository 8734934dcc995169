"""The long proof that a commit gives the same bytes wherever and whenever it is built, and builds where git knows little or nothing."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from ..conftest import ROOT
from ..test_site import differing
from . import judges

pytestmark = pytest.mark.trust

ABOVE = {name: value for name, value in os.environ.items() if name not in ("SOURCE_DATE_EPOCH", "MAKEFLAGS", "MAKELEVEL")}


def build(folder: Path, *before: str, **environment: str) -> Path:
    """Builds the site of a folder with `make build`, and gives where it is.

    Args:
        folder: the folder.
        before: a command under which it is to be built.
        environment: what is to be other than here.
    """
    (folder / ".ready").touch()
    words = [*before, "make", "build", f"BIN={Path(sys.executable).parent}", "READY=.ready"]
    done = subprocess.run(words, cwd=folder, env=ABOVE | environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    return folder / "site"


def cloned(folder: Path, *words: str) -> Path:
    """A clone of the commit that is tried."""
    subprocess.run(["git", "clone", "--quiet", *words, f"file://{ROOT}", str(folder)], check=True, capture_output=True)
    return folder


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a clone with its whole history."""
    return build(cloned(tmp_path_factory.mktemp("whole") / "clone"))


def test_the_same_commit_gives_the_same_bytes(whole: Path, tmp_path: Path, count: Callable[..., None]) -> None:
    """Another folder, as deep as they come; another clock, zone, language, umask, order of hashes; files of another day."""
    other = cloned(tmp_path / "quite another/place & deeper")
    for path in other.rglob("*"):
        if ".git" not in path.parts and path.is_file():
            os.utime(path, (86400, 86400))
    clock = [judges.command("faketime"), "-f", "-400d"]
    odd = {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "LANG": "C", "PYTHONHASHSEED": "4711"}
    again = build(other, *clock, **odd)
    assert differing(whole, again) == []
    files = [path for path in whole.rglob("*") if path.is_file()]
    count("files the same wherever they are built", len(files))
    count("bytes the same wherever they are built", sum(path.stat().st_size for path in files))


CHANGED = "This page last changed</dt><dd>Not known</dd>"


def test_a_shallow_clone_builds_and_does_not_know_when_a_page_changed(whole: Path, tmp_path: Path) -> None:
    page = "arrangements/2024/leadership/index.html"
    shallow = build(cloned(tmp_path / "shallow", "--depth", "1"))
    assert CHANGED in (shallow / page).read_text("utf-8")
    assert "Built from the state of" in (shallow / page).read_text("utf-8")
    assert CHANGED not in (whole / page).read_text("utf-8")


def test_a_tarball_builds_without_git_and_knows_no_day_at_all(tmp_path: Path) -> None:
    archive = subprocess.run(["git", "archive", "HEAD"], cwd=ROOT, capture_output=True, check=True).stdout
    subprocess.run(["tar", "-x", "-C", str(tmp_path)], input=archive, check=True)
    page = (build(tmp_path) / "arrangements/2024/leadership/index.html").read_text("utf-8")
    assert CHANGED in page
    assert "Built from the state of" not in page
