"""What `make` promises where a machine, a folder or a variable is not as usual. No MkDocs here: a stand-in says what it was given."""

from __future__ import annotations

import os
import re
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from .browser import chromium
from .conftest import ROOT

STAND_IN = """#!/bin/sh
set -e
while [ $# -gt 0 ]; do [ "$1" = --site-dir ] && site=$2; shift; done
echo "day=${SOURCE_DATE_EPOCH-none} edit=${EDIT_URI-none}"
mkdir -p "$site/deep"; echo new > "$site/deep/index.html"
[ ! -e broken ]
"""
COMMIT = ["git", "-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "-q", "--allow-empty", "-m", "x", "--date", "@1600000000"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the Makefile and a MkDocs that only says what it was given, unknown to git."""
    for name in ("Makefile", "pyproject.toml", "constraints.txt"):
        shutil.copy(ROOT / name, tmp_path)
    (tmp_path / "ready").touch()
    (tmp_path / "mkdocs").write_text(STAND_IN, "utf-8")
    (tmp_path / "mkdocs").chmod(0o755)
    return tmp_path


def make(folder: Path, *words: str, umask: int = -1, **environment: str) -> subprocess.CompletedProcess[str]:
    """Runs make in a folder; what the caller's own environment says of day and repository is left out."""
    kept = {name: value for name, value in os.environ.items() if name not in ("SOURCE_DATE_EPOCH", "REPO_URL", "EDIT_URI", "MAKEFLAGS", "MAKELEVEL")}
    given = [*words, "BIN=.", "READY=ready"]
    return subprocess.run(["make", *given], cwd=folder, env=kept | environment, umask=umask, capture_output=True, text=True, check=False)


def git(folder: Path) -> None:
    """Makes the folder a repository of one commit."""
    when = os.environ | {"GIT_COMMITTER_DATE": "@1600000000 +0000", "GIT_CONFIG_GLOBAL": "/dev/null"}
    for words in (["git", "init", "-q"], ["git", "add", "Makefile"], COMMIT):
        subprocess.run(words, cwd=folder, env=when, check=True)


def test_a_build_is_for_the_day_of_the_last_commit(folder: Path) -> None:
    git(folder)
    assert "day=1600000000" in make(folder, "build").stdout


def test_a_folder_that_git_does_not_know_has_no_day_rather_than_1970(folder: Path) -> None:
    assert "day=none" in make(folder, "build", SOURCE_DATE_EPOCH="").stdout


def test_a_tarball_unpacked_inside_another_repository_does_not_take_its_day(folder: Path) -> None:
    inside = folder / "unpacked"
    git(folder)
    shutil.copytree(folder, inside, ignore=shutil.ignore_patterns(".git", "unpacked"))
    assert "day=none" in make(inside, "build").stdout


def test_a_day_that_is_given_holds(folder: Path) -> None:
    assert "day=86400" in make(folder, "build", SOURCE_DATE_EPOCH="86400").stdout


def test_paths_of_edit_pages_without_a_repository_are_left_out(folder: Path) -> None:
    assert "edit=none" in make(folder, "build", EDIT_URI="edit/main/docs/").stdout
    assert "edit=edit/main/docs/" in make(folder, "build", EDIT_URI="edit/main/docs/", REPO_URL="https://example.org/site").stdout


def test_a_web_server_may_read_what_was_built_whatever_the_umask(folder: Path) -> None:
    assert make(folder, "build", umask=0o077).returncode == 0
    assert stat.S_IMODE((folder / "site").stat().st_mode) == 0o755
    assert stat.S_IMODE((folder / "site/deep/index.html").stat().st_mode) == 0o644


def test_a_failed_build_leaves_the_site_and_nothing_else(folder: Path) -> None:
    assert make(folder, "build").returncode == 0
    (folder / "site/deep/index.html").write_text("old")
    (folder / "broken").touch()
    assert make(folder, "build").returncode != 0
    assert (folder / "site/deep/index.html").read_text() == "old"
    assert not (folder / ".build").exists()


def test_a_build_cut_off_between_the_two_moves_gives_the_site_back(folder: Path) -> None:
    (folder / ".build/old").mkdir(parents=True)
    (folder / "broken").touch()
    assert make(folder, "build").returncode != 0
    assert (folder / "site").is_dir()


def test_an_older_python_is_told_in_a_sentence(folder: Path) -> None:
    (folder / "old").write_text("#!/bin/sh\nexit 1\n", "utf-8")
    (folder / "old").chmod(0o755)
    done = subprocess.run(["make", "check", "PYTHON=./old", "VENV=venv"], cwd=folder, capture_output=True, text=True, check=False)
    assert re.search(r"^Python 3\.\d+\.\d+ or newer is needed, and \./old is not: make PYTHON=python3\.\d+, say\.$", done.stdout, re.M), done.stdout
    assert done.returncode != 0 and "Traceback" not in done.stderr


def test_links_asks_each_outside_address_once_and_none_of_its_own(folder: Path) -> None:
    (folder / "linkchecker").write_text('#!/bin/sh\nsort | sed "s/^/asked: /"\n', "utf-8")
    (folder / "linkchecker").chmod(0o755)
    page = """echo '<a href="https://a.example/?x=1&amp;y=2#z"><a href="https://a.example/?x=1&amp;y=2"><a href="b/"><a href="https://site.example/c/"><a href="https://repo.example/edit/c.md">'"""
    (folder / "mkdocs").write_text(STAND_IN.replace("echo new", page), "utf-8")
    said = make(folder, "links", SITE_URL="https://site.example/", REPO_URL="https://repo.example").stdout
    assert [line for line in said.splitlines() if line.startswith("asked: ")] == ["asked: https://a.example/?x=1&y=2"]


def test_help_lists_every_target_that_a_person_calls(folder: Path) -> None:
    called = re.search(r"^\.PHONY: (.*)$", (ROOT / "Makefile").read_text("utf-8"), re.M)
    said = make(folder, "help").stdout
    assert called and {line.split()[1] for line in said.splitlines()} == set(called[1].split()) - {"browser"}
    assert all(len(line.split()) > 3 for line in said.splitlines())


@pytest.mark.parametrize(
    ("driver", "root", "found", "own", "says"),
    [
        (True, False, "/usr/bin/chromium", False, ""),
        (False, False, "/usr/bin/chromium", False, chromium.DRIVER),
        (True, False, None, False, chromium.MISSING),
        (True, False, None, True, chromium.UNABLE.format(Path(sys.executable).parent / "playwright")),
    ],
)
def test_what_is_missing_for_the_browser_is_told_in_a_sentence(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, driver: bool, root: bool, found: str | None, own: bool, says: str
) -> None:
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setattr(os, "geteuid", lambda: 0 if root else 1000)
    monkeypatch.setattr(chromium, "driver_runs", lambda: driver)
    monkeypatch.setattr(chromium, "find", lambda: found)
    monkeypatch.setattr(chromium, "playwright_own", lambda: str(tmp_path if own else tmp_path / "none"))
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: None)
    assert chromium.prepare() == says


INSTALLS = [
    ("debian", 0, [["apt-get", "-qq", "update"], ["apt-get", "-qq", "install", "-y", "libatomic1"],
                   ["apt-get", "-qq", "update"], ["apt-get", "-qq", "install", "-y", "chromium"]]),
    ("ubuntu", 0, [["apt-get", "-qq", "update"], ["apt-get", "-qq", "install", "-y", "libatomic1"], ["playwright", "install", "--with-deps", "chromium"]]),
    ("ubuntu", 1000, [["playwright", "install", "chromium"]]),
]  # fmt: skip


@pytest.mark.parametrize(("system", "user", "commands"), INSTALLS, ids=["Debian as root", "Ubuntu as root", "Ubuntu as a user"])
def test_what_is_missing_is_installed_as_the_system_wants_it(
    monkeypatch: pytest.MonkeyPatch, system: str, user: int, commands: list[list[str]]
) -> None:
    done: list[list[str]] = []

    def run(words: list[str], **_: object) -> None:
        done.append([Path(words[0]).name, *words[1:]])

    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setattr(os, "geteuid", lambda: user)
    monkeypatch.setattr(chromium, "debian", lambda: system == "debian")
    monkeypatch.setattr(chromium, "driver_runs", lambda: user != 0 or len(done) > 1)
    monkeypatch.setattr(chromium, "find", lambda: "there" if done and "chromium" in done[-1] else None)
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(subprocess, "run", run)
    assert chromium.prepare() == ""
    assert done == commands


def test_a_browser_that_is_named_and_does_not_start_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHROMIUM", "/nowhere/chromium")
    monkeypatch.setattr(chromium, "driver_runs", lambda: True)
    assert chromium.prepare() == "CHROMIUM names /nowhere/chromium, which does not start."


def test_ubuntus_chromium_a_snap_is_passed_by(tmp_path: Path) -> None:
    (tmp_path / "chromium-browser").write_text("#!/bin/sh\nif ! [ -x /snap/bin/chromium ]; then exit 1; fi\n", "utf-8")
    (tmp_path / "chromium").write_text("#!/bin/sh\nexec /usr/lib/chromium/chromium\n", "utf-8")
    assert chromium.is_snap(str(tmp_path / "chromium-browser"))
    assert not chromium.is_snap(str(tmp_path / "chromium"))
