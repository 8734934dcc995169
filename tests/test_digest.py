from collections.abc import Callable
from pathlib import Path

import pytest

from macros import digest
from macros.check import check

from .conftest import MINIATURE


@pytest.fixture(scope="module")
def site():
    return check(MINIATURE)[0]


def test_notes_are_told_in_the_newer_edition_s_order_with_their_change(site) -> None:
    assert [(t.note.id, t.change.kind, t.change.id, t.part) for t in digest.told(site, "2001", "2002")] == [
        ("meetings-stronger", "force changed", "meetings-frequency", "meetings"),
        ("minutes-split", "split", "minutes-kept", "meetings"),
        ("clinic-gone", "removed", "tea-served", "meetings"),
        ("refreshments-new", "added", "refreshments-see", "meetings"),
        ("agencies-named", "renamed", "agencies/hospital", "agency-list")]


def test_a_sector_is_told_its_own_changes_and_new_duties_on_everybody(site) -> None:
    own, everybody = digest.for_sector(digest.told(site, "2001", "2002"), "health")
    assert [t.note.id for t in own] == ["clinic-gone", "agencies-named"]
    assert [t.note.id for t in everybody] == ["meetings-stronger"]


def test_promises_without_a_counterpart_are_dropped(site) -> None:
    assert [c.id for c in digest.dropped(site, "2001", "2002")] == ["tea-served"]


def test_a_change_of_force_is_weaker_or_stronger(site) -> None:
    weaker, stronger, neither = digest.shifted(site, "2002", "2001")
    assert [c.id for c in weaker] == ["meetings-frequency", "members-duties", "members-read", "members-attend", "members-vote"]
    assert (stronger, neither) == ((), ())
    assert [c.id for c in digest.shifted(site, "2001", "2002")[1]] == [c.id for c in weaker]


STRENGTHS = [(["It must."], 0), (["They should meet."], 1), (["It meets."], None), (["It meets.", "They should."], 1)]


@pytest.mark.parametrize(("texts", "strength"), STRENGTHS)
def test_the_strongest_verb_of_duty_counts(site, texts: list[str], strength: int | None) -> None:
    assert digest.strength(site, texts) == strength


def test_the_section_map_leads_from_old_number_to_new(site) -> None:
    assert [(topic, old.meta.section, new.meta.section) for topic, old, new, _ in digest.section_map(site, "2001", "2002")] == [
        ("meetings", "1", "2"), ("agency-list", "Appendix 1", "Appendix 1")]


def test_terms_that_differ_say_where_they_are_used(site) -> None:
    found = digest.changed_terms(site, "2001", "2002")
    assert [(each.term.id, [page.path for page in each.used["2002"]]) for each in found] == [("board", ["docs/arrangements/2002/meetings.md"])]


def test_open_questions_are_the_editor_s_notes(site) -> None:
    assert [(page.path, [note.text for note in notes]) for page, notes in digest.open_questions(site, "2002")] == [
        ("docs/arrangements/2002/meetings.md", ['"Quarterly" is not defined.'])]


UNEXPLAINED = [
    ("an addition", "where: [refreshments-see]", "where: [meetings]", "docs/arrangements/2002/meetings.md", "refreshments-see is added between 2001 and 2002, and no change note says so."),
    ("a change of force", "where: [meetings-frequency, members-duties]", "where: [members-duties]", "docs/arrangements/2002/meetings.md",
     "meetings-frequency is force changed between 2001 and 2002, and no change note says so."),
    ("a new name", "where: [agencies/hospital, agencies/college]", "where: [agencies/college]", "data/agencies.yaml", "agencies/hospital is renamed between 2001 and 2002, and no change note says so."),
]


@pytest.mark.parametrize(("what", "old", "new", "path", "sentence"), UNEXPLAINED, ids=[row[0] for row in UNEXPLAINED])
def test_a_change_without_a_note_is_refused(mini: Path, edit: Callable[[str, str, str], None], what: str, old: str, new: str, path: str, sentence: str) -> None:
    edit("data/changes/2001-2002.yaml", old, new)
    assert (path, sentence) in [(p.path, p.what) for p in check(mini)[1]]
