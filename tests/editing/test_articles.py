"""The pages that a review names are those whose articles differ between two builds: none is missed, and none too many."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable
from pathlib import Path

import pytest

from macros.editing.review import review
from macros.problems import report

from ..conftest import mkdocs
from ..test_git import git
from .conftest import Step, change, committed
from .edits import EVERY_DAY, MORE

_ARTICLE = re.compile(r"<article.*?</article>", re.S)


def articles(folder: Path, goal: Path) -> dict[str, str]:
    """The article of every page of a built site, by its address from the site's root."""
    done = mkdocs(folder, goal)
    assert done.returncode == 0, done.stdout + done.stderr
    found = {}
    for path in goal.rglob("*.html"):
        article = _ARTICLE.search(path.read_text("utf-8"))
        if article:
            found[path.relative_to(goal).as_posix().removesuffix("index.html")] = article[0]
    return found


@pytest.fixture(scope="session")
def before(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("before")
    return articles(Path(shutil.copytree(repository, folder / "project")), folder / "site")


def holds(project: Path, before: dict[str, str], steps: Iterable[Step], commit: bool) -> None:
    change(project, steps)
    if commit:
        committed(project)
    found = review(project, None, "edit" if commit else None)
    assert not found.problems, report(each for each, _ in found.problems)
    after = articles(project, project.parent / "site")
    differ = {page for page in before.keys() | after.keys() if before.get(page) != after.get(page)}
    assert found.pages is not None and len(found.pages) == len(set(found.pages))
    assert sorted(found.pages) == sorted(differ)


@pytest.mark.trust
def test_the_pages_named_for_each_edit_are_together_those_whose_articles_differ(project: Path, before: dict[str, str]) -> None:
    """One build with all of them: nothing that one edit changes is hidden by another."""
    named: set[str] = set()
    for _, steps in EVERY_DAY:
        change(project, steps)
        named |= set(review(project).pages or ())
        git(project, "checkout", "-q", ".")
    holds(project, before, [step for _, steps in EVERY_DAY for step in steps], commit=False)
    assert set(review(project).pages or ()) == named


EACH = [(*edit, i % 2 == 0) for i, edit in enumerate((*EVERY_DAY, *MORE))]


@pytest.mark.trust
@pytest.mark.parametrize(("what", "steps", "commit"), EACH, ids=[f"{what}, {'committed' if commit else 'not committed'}" for what, _, commit in EACH])
def test_so_it_is_with_every_kind_of_edit(project: Path, before: dict[str, str], what: str, steps: tuple[Step, ...], commit: bool) -> None:
    """Half of them committed, where the day of a page's last change is another."""
    holds(project, before, steps, commit)


@pytest.mark.trust
def test_so_it_is_with_all_of_them_at_once(project: Path, before: dict[str, str]) -> None:
    """Those that change the same words as another are left out."""
    for _, steps, _ in EACH:
        if all(old in (project / path).read_text("utf-8") for path, old, _ in steps if old):
            change(project, steps)
    holds(project, before, (), commit=True)


@pytest.mark.trust
def test_where_git_keeps_the_newest_commits_only_no_day_is_told_on_either_side(project: Path, tmp_path: Path) -> None:
    change(project, [("data/terms.yaml", "The members who meet and visit.", "All who meet.")])
    committed(project)
    git(tmp_path, "clone", "-q", "--depth", "2", f"file://{project}", str(tmp_path / "shallow"))
    differ = ("compare/2002-2004/terms/",)
    assert review(tmp_path / "shallow", "HEAD~1").pages == differ
    assert review(project, "HEAD~1").pages == ("about/changes/", *differ)
