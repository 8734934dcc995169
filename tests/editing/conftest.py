"""The miniature as a project of its own in git, with the kit in it: what is changed there can be reviewed and built."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from ..conftest import MINIATURE, ROOT
from ..test_git import git

EPOCH = "1700000000"
"""The day for which everything is built here."""
Step = tuple[str, str, str]
"""Words of a file that others take the place of; a file that begins where there are no old words, and ends where both are empty."""


def change(folder: Path, steps: Iterable[Step]) -> None:
    """Edits files of a project."""
    for path, old, new in steps:
        file = folder / path
        if not old and not new:
            file.unlink()
            continue
        text = file.read_text("utf-8") if old else ""
        assert old in text, f"{path} does not say: {old}"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text.replace(old, new, 1) if old else new, "utf-8")


def committed(folder: Path, day: str = "2026-03-04") -> None:
    """Commits all that was changed."""
    git(folder, "add", "--all", ".", day=day)
    git(folder, "commit", "-qm", "An edit", day=day)


@pytest.fixture(scope="session")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project, as its main branch has it; nobody changes it."""
    folder = tmp_path_factory.mktemp("project") / "project"
    shutil.copytree(MINIATURE, folder)
    for name in ("macros", "overrides"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    git(folder, "init", "-q", "-b", "main")
    committed(folder, "2026-01-02")
    return folder


@pytest.fixture
def project(repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the project, on a branch of its own, for one test to change."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    folder = Path(shutil.copytree(repository, tmp_path / "project"))
    git(folder, "switch", "-qc", "edit")
    return folder


@pytest.fixture
def edited(project: Path) -> Callable[..., Path]:
    """The project with some words changed in the working copy."""

    def edit(*steps: Step) -> Path:
        change(project, steps)
        return project

    return edit
