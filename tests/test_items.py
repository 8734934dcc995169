from pathlib import Path

import pytest

from macros import items
from macros.check import check

from .conftest import MINIATURE


@pytest.fixture(scope="module")
def site():
    loaded, problems = check(MINIATURE)
    assert problems == []
    return loaded


def test_an_edition_is_its_provisions_and_the_records_that_its_pages_print(site) -> None:
    assert [(i.id, i.place, i.part) for i in items.of_edition(site, "2002") if i.part == "agency-list"] == [
        ("agency-list-full", "agency-list", "agency-list"), ("agencies/schools", "education", "agency-list"),
        ("agencies/hospital", "health", "agency-list"), ("agencies/college", "education", "agency-list")]


def test_changes_of_a_topic_are_counted_by_their_first_kind(site) -> None:
    assert items.counts(items.changes(site, "2001", "2002", "meetings")) == {
        "added": 1, "removed": 1, "split": 1, "force changed": 5, "same meaning": 2}
    assert items.counts(items.changes(site, "2001", "2002", "agency-list")) == {
        "added": 1, "removed": 1, "renamed": 1, "same meaning": 2}


def test_lineage_reads_both_ways(site) -> None:
    there = items.lineage(site, "2001", "2002")
    assert ("minutes-kept-published", "minutes-published") in there
    assert items.lineage(site, "2002", "2001") == frozenset((b, a) for a, b in there)
    assert items.changes(site, "2002", "2002") and {c.kind for c in items.changes(site, "2002", "2002")} == {"same meaning"}


def test_lineage_composes_over_an_edition_between(mini: Path, edit) -> None:
    """A third edition that moves the second one's idea to another id is still compared with the first."""
    import shutil
    shutil.copytree(mini / "docs/arrangements/2002", mini / "docs/arrangements/2003")
    text = (mini / "data/editions.yaml").read_text()
    start = text.index('  - id: "2002"')
    (mini / "data/editions.yaml").write_text(text + text[start:].replace('"2002"', '"2003"'))
    for path in (mini / "data").glob("agencies.yaml"):
        path.write_text(path.read_text().replace('    "2002": {name: Schools', '    "2003": {name: Schools, group: Education}\n    "2002": {name: Schools'))
    edit("docs/arrangements/2003/meetings.md", "#minutes-published", "#minutes-on-view")
    (mini / "data/changes/2002-2003.yaml").write_text(
        "notes:\n  - {id: viewed, where: [minutes-on-view], what: On view., why: not stated, affects: [all], act: \"no\",\n"
        "     replaces: [{old: [minutes-published], new: [minutes-on-view]}], removed: [agencies/hospital, agencies/college]}\n")
    shutil.copytree(mini / "docs/compare/2001-2002", mini / "docs/compare/2002-2003")
    for path in (mini / "docs/compare/2002-2003").glob("*.md"):
        path.write_text(path.read_text().replace('"2001", "2002"', '"2002", "2003"'))
    loaded, problems = check(mini)
    assert problems == []
    split = next(c for c in items.changes(loaded, "2001", "2003") if c.kind == "split")
    assert [i.id for i in split.old] == ["minutes-kept-published"]
    assert [i.id for i in split.new] == ["minutes-kept", "minutes-on-view"]
