"""Two editions compared: changes, lineage over three editions, and the notes that tell of changes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from macros.check import check
from macros.compare import comparison, engine
from macros.compare.comparison import Comparison
from macros.read.load import load
from macros.read.site import Site

from ..drawn import checked

Edit = Callable[[str, str, str], None]
CHANGES = "data/changes/2001-2002.yaml"
MEETINGS = "docs/arrangements/2002/meetings.md"


@pytest.fixture
def each(loaded: Site) -> Comparison:
    return comparison.between(loaded, "2001", "2002")


def test_changes_of_a_topic_are_counted_by_their_first_kind(each: Comparison) -> None:
    assert engine.counts(each.of("meetings")) == {"added": 1, "removed": 1, "split": 1, "force changed": 5, "same meaning": 2}
    assert engine.counts(each.of("agency-list")) == {"added": 1, "removed": 1, "renamed": 1, "same meaning": 4}
    assert sum(each.counts.values()) == len(each.changes)


def test_what_is_compared_has_a_title(each: Comparison) -> None:
    assert [(part, each.title_of(part)) for part in each.parts] == [
        ("meetings", "Meetings"),
        ("agency-list", "Agency list"),
        ("groups", "Groups"),
        ("posts", "Posts and their holders"),
        ("escalation", "Routes of dispute"),
        ("duties", "Duties and dates"),
        ("report-contents", "Contents of the annual report"),
    ]


def test_a_part_that_nobody_has_has_no_changes(each: Comparison) -> None:
    assert each.of("tea") == ()


def test_lineage_reads_both_ways(loaded: Site, each: Comparison) -> None:
    assert ("minutes-kept-published", "minutes-published") in each.pairs
    assert comparison.between(loaded, "2002", "2001").pairs == frozenset((b, a) for a, b in each.pairs)
    same = comparison.between(loaded, "2002", "2002")
    assert same.changes and {change.kind for change in same.changes} == {"same meaning"}


LINEAGE = [
    ("split, then one part renamed", "2001", "2004", "minutes-on-view", "split", ["minutes-kept-published"], ["minutes-kept", "minutes-on-view"]),
    ("the same, read backwards", "2004", "2001", "minutes-kept-published", "merged", ["minutes-kept", "minutes-on-view"], ["minutes-kept-published"]),
    ("the same, then merged", "2001", "2004", "members-take-part", "merged", ["members-attend", "members-vote"], ["members-take-part"]),
    ("merged, read backwards", "2004", "2002", "members-vote", "split", ["members-take-part"], ["members-attend", "members-vote"]),
    ("the same, then split", "2001", "2004", "members-ask", "split", ["members-read"], ["members-read", "members-ask"]),
    ("renamed", "2002", "2004", "minutes-on-view", "reworded", ["minutes-published"], ["minutes-on-view"]),
    ("gone before", "2001", "2004", "tea-served", "removed", ["tea-served"], []),
    ("new in between", "2001", "2004", "refreshments-see", "added", [], ["refreshments-see"]),
    ("new at the end", "2001", "2004", "visits-made", "added", [], ["visits-made"]),
    ("moved under a heading of its own", "2002", "2004", "meetings-frequency", "moved", ["meetings-frequency"], ["meetings-frequency"]),
    ("moved, and of another force", "2001", "2004", "meetings-frequency", "force changed", ["meetings-frequency"], ["meetings-frequency"]),
    ("a record gone before", "2001", "2004", "agencies/clinic", "removed", ["agencies/clinic"], []),
]


@pytest.mark.parametrize(
    ("what", "old", "new", "identifier", "kind", "before", "after"), LINEAGE, ids=[f"{row[0]}, {row[1]} to {row[2]}" for row in LINEAGE]
)
def test_lineage_composes_over_three_editions(
    loaded: Site, what: str, old: str, new: str, identifier: str, kind: str, before: list[str], after: list[str]
) -> None:
    each = comparison.between(loaded, old, new)
    found = each.change_of.get(("new", identifier)) or each.change_of["old", identifier]
    assert (found.kind, [item.id for item in found.old], [item.id for item in found.new]) == (kind, before, after)


def test_a_comparison_over_an_edition_between_has_the_notes_of_both_steps(loaded: Site) -> None:
    first, second, both = (comparison.between(loaded, *each) for each in (("2001", "2002"), ("2002", "2004"), ("2001", "2004")))
    assert both.notes == first.notes + second.notes == comparison.between(loaded, "2004", "2001").notes
    assert comparison.between(loaded, "2002", "2002").notes == ()
    assert [note.id for note in both.notes_of(both.change_of["new", "minutes-on-view"])] == ["minutes-split", "minutes-on-view"]


def test_a_topic_of_one_edition_only_is_a_part(loaded: Site) -> None:
    each = comparison.between(loaded, "2001", "2004")
    assert each.parts[:3] == ("agency-list", "meetings", "visits") and each.title_of("visits") == "Visits"
    assert {change.kind for change in each.of("visits")} == {"added"}
    assert comparison.between(loaded, "2004", "2001").parts[:3] == ("meetings", "agency-list", "visits")


def test_notes_are_told_in_the_newer_edition_s_order_with_their_change(each: Comparison) -> None:
    assert [(t.note.id, t.change.kind, t.change.id, t.part) for t in each.told] == [
        ("meetings-stronger", "force changed", "meetings-frequency", "meetings"),
        ("minutes-split", "split", "minutes-kept", "meetings"),
        ("clinic-gone", "removed", "tea-served", "meetings"),
        ("refreshments-new", "added", "refreshments-see", "meetings"),
        ("agencies-named", "renamed", "agencies/hospital", "agency-list"),
    ]


def test_neighbours_are_compared_the_oldest_first(loaded: Site) -> None:
    found = comparison.neighbours(loaded)
    assert [each.name for each in found] == [f"{old}-{new}" for old, new in zip(loaded.order, loaded.order[1:], strict=False)]
    assert comparison.before(loaded.editions[loaded.order[0]]) is None
    assert comparison.after(loaded.editions[loaded.order[-1]]) is None
    assert comparison.before(loaded.editions["2002"]) is comparison.after(loaded.editions["2001"]) is comparison.between(loaded, "2001", "2002")


def test_one_edition_at_two_revisions_of_a_site_is_compared_by_ids_alone(mini: Path, edit: Edit) -> None:
    base = load(mini)[0]
    edit(MEETINGS, "Minutes will be kept.\n{: #minutes-kept }", "Minutes will be kept for ever.\n{: #minutes-kept }")
    each = Comparison(base.editions["2002"], load(mini)[0].editions["2002"])
    assert [(change.kind, change.id) for change in each.changes if change.kind != "same meaning"] == [("reworded", "minutes-kept")]
    assert (each.notes, each.site is base) == ((), False)


# --- what a note explains -----------------------------------------------------------------------------------------------


def change(folder: Path, identifier: str) -> bool:
    """Whether the change of an item of the newer edition, or else of the older, is explained."""
    each = comparison.between(load(folder)[0], "2001", "2002")
    found = each.change_of.get(("new", identifier)) or each.change_of["old", identifier]
    return each.is_explained(found)


EXPLAINED = [
    ("its own id", "members-duties", "members-duties", True),
    ("nothing", "members-duties", "meetings", False),
    ("the words that introduce the list, through which it changed", "members-duties", "members-vote", True),
    ("the heading above, which did not fare alike", "refreshments", "refreshments-see", False),
    ("the heading above a promise that is gone", "refreshments", "tea-served", False),
]


@pytest.mark.parametrize(("what", "named", "identifier", "explained"), EXPLAINED, ids=[row[0] for row in EXPLAINED])
def test_a_note_explains_what_it_names_and_what_fared_alike_below_it(mini: Path, what: str, named: str, identifier: str, explained: bool) -> None:
    (mini / CHANGES).write_text(f"notes:\n- {{id: one, where: [{named}], title: One, weight: notable, is: It., affects: [all]}}\n", "utf-8")
    assert change(mini, identifier) is explained


def test_a_note_on_a_new_heading_explains_what_is_new_below_it(mini: Path, edit: Edit) -> None:
    edit(
        MEETINGS,
        "### Refreshments\n{: #refreshments }",
        "### Cakes\n{: #cakes }\n\nThere is cake.\n{: #cake-is }\n\n### Refreshments\n{: #refreshments }",
    )
    edit(CHANGES, "where: [refreshments-see]", "where: [refreshments-see, cakes]")
    assert change(mini, "cake-is")
    edit(CHANGES, "where: [refreshments-see, cakes]", "where: [refreshments-see]")
    assert not change(mini, "cake-is")


def test_another_order_of_steps_asks_for_a_note(mini: Path, edit: Edit) -> None:
    read, attend = (
        "-   read the papers\n    {: #members-read }\n\n",
        "-   attend, and\n    {: #members-attend }\n\n    -   vote\n        {: #members-vote }\n\n",
    )
    edit(MEETINGS, read + attend, attend + read)
    edit(CHANGES, "where: [meetings-frequency, members-duties]", "where: [meetings-frequency]")
    each = comparison.between(load(mini)[0], "2001", "2002")
    assert each.change_of["new", "members-read"].kinds == ("force changed", "moved")
    assert not each.is_explained(each.change_of["new", "members-read"])


UNEXPLAINED = [
    (
        "an addition",
        "where: [refreshments-see]",
        "where: [meetings]",
        "docs/arrangements/2002/meetings.md",
        "refreshments-see is added between 2001 and 2002, and no change note says so.",
    ),
    (
        "a change of force",
        "where: [meetings-frequency, members-duties]",
        "where: [members-duties]",
        "docs/arrangements/2002/meetings.md",
        "meetings-frequency is force changed between 2001 and 2002, and no change note says so.",
    ),
    (
        "a new name",
        "where: [agencies/hospital, agencies/college]",
        "where: [agencies/college]",
        "data/agencies.yaml",
        "agencies/hospital is renamed between 2001 and 2002, and no change note says so.",
    ),
]


@pytest.mark.parametrize(("what", "old", "new", "path", "sentence"), UNEXPLAINED, ids=[row[0] for row in UNEXPLAINED])
def test_a_change_without_a_note_is_refused(mini: Path, edit: Edit, what: str, old: str, new: str, path: str, sentence: str) -> None:
    edit(CHANGES, old, new)
    assert (path, sentence) in [(p.path, p.what) for p in check(mini)[1]]


def test_a_move_without_a_note_is_refused(mini: Path, edit: Edit) -> None:
    edit(MEETINGS, "Minutes will be published.\n{: #minutes-published }\n\n", "")
    edit(MEETINGS, "See the [list]", "Minutes will be published.\n{: #minutes-published }\n\nSee the [list]")
    edit(MEETINGS, "The board will meet quarterly.\n{: #meetings-frequency }\n\n", "")
    edit(MEETINGS, "See the [list]", "The board should meet quarterly.\n{: #meetings-frequency }\n\nSee the [list]")
    edit(CHANGES, "where: [meetings-frequency, members-duties]", "where: [members-duties]")
    said = "meetings-frequency is moved between 2001 and 2002, and no change note says so."
    assert (MEETINGS, said) in [(p.path, p.what) for p in check(mini)[1]]
    edit(CHANGES, "where: [members-duties]", "where: [meetings-frequency, members-duties]")
    assert said not in [p.what for p in check(mini)[1]]
    checked(mini)
