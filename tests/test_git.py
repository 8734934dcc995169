import subprocess
from datetime import date
from pathlib import Path

import pytest

from macros import git as history


def git(folder: Path, *arguments: str, day: str = "2026-01-02") -> None:
    when = {"GIT_COMMITTER_DATE": f"{day}T12:00:00Z", "GIT_AUTHOR_DATE": f"{day}T12:00:00Z"}
    subprocess.run(
        ["git", "-c", "user.name=A", "-c", "user.email=a@example.org", *arguments],
        cwd=folder,
        check=True,
        capture_output=True,
        env={"PATH": "/usr/bin:/bin:/usr/local/bin", "HOME": str(folder), **when},
    )


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    (tmp_path / "docs").mkdir()
    git(tmp_path, "init", "-q")
    for name, day in (("a", "2026-01-02"), ("b", "2026-03-04")):
        (tmp_path / f"docs/{name} é.md").write_text(name)
        git(tmp_path, "add", ".", day=day)
        git(tmp_path, "commit", "-qm", name, day=day)
    return tmp_path


def test_each_file_has_the_day_of_its_last_commit(repository: Path) -> None:
    assert history.last_changes(repository) == {"docs/a é.md": date(2026, 1, 2), "docs/b é.md": date(2026, 3, 4)}


def test_a_shallow_clone_knows_nothing(repository: Path, tmp_path: Path) -> None:
    shallow = tmp_path / "shallow"
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{repository}", str(shallow))
    assert history.last_changes(shallow) == {}


def test_a_folder_without_git_knows_nothing(tmp_path: Path) -> None:
    assert history.last_changes(tmp_path) == {}
    assert history.known(tmp_path) == ""


def test_what_is_known_is_other_after_a_commit_and_in_a_shallow_clone(repository: Path, tmp_path: Path) -> None:
    shallow = tmp_path / "shallow"
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{repository}", str(shallow))
    states = [history.known(repository), history.known(repository), history.known(shallow)]
    git(repository, "commit", "-q", "--allow-empty", "-m", "c")
    states.append(history.known(repository))
    assert states[0] == states[1] and len(set(states)) == 3


def test_what_changed_lately_is_told_by_day_the_newest_first(repository: Path, tmp_path: Path) -> None:
    (repository / "docs/a é.md").write_text("a\nb\nc\n")
    git(repository, "commit", "-qam", "c", day="2026-03-04")
    (repository / "other.md").write_text("x")
    git(repository, "add", ".", day="2026-03-05")
    git(repository, "commit", "-qm", "d", day="2026-03-05")
    assert list(history.recent(repository).items()) == [
        (date(2026, 3, 4), {"docs/a é.md": 3, "docs/b é.md": 1}),
        (date(2026, 1, 2), {"docs/a é.md": 1}),
    ]
    shallow = tmp_path / "shallow"
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{repository}", str(shallow))
    assert history.recent(shallow) == {}


def test_each_line_has_the_moment_of_its_last_commit(repository: Path) -> None:
    (repository / "docs/a é.md").write_text("a\nb\n")
    git(repository, "commit", "-qam", "c", day="2026-03-04")
    (repository / "docs/a é.md").write_text("a\nb\nc\n")
    moments = history.line_moments(repository, "docs/a é.md")
    assert [each and each.date() for each in moments] == [date(2026, 1, 2), date(2026, 3, 4), None]
