"""What a reviewer asks of a comparison."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import get_args

import pytest

from macros import records
from macros.compare import comparison, engine, findings
from macros.compare.comparison import Comparison, Told
from macros.read.load import load
from macros.read.site import Site
from macros.records.notes import DutyChange, Fate

from ..drawn import checked

Edit = Callable[[str, str, str], None]
TERMS, CHANGES = "data/terms.yaml", "data/changes/2001-2002.yaml"


@pytest.fixture
def each(loaded: Site) -> Comparison:
    return comparison.between(loaded, "2001", "2002")


# Counts


def test_only_what_is_printed_is_counted_and_what_changed_through_its_lead_in_once(each: Comparison) -> None:
    assert dict(findings.counts(each.of("meetings"))) == {"added": 1, "removed": 1, "split": 1, "force changed": 2}
    assert list(findings.counts(each.changes).items()) == [("added", 2), ("removed", 2), ("split", 1), ("force changed", 2), ("renamed", 1)]


def test_on_a_list_of_ours_its_records_are_counted(loaded: Site) -> None:
    found = comparison.between(loaded, "2002", "2004").of("groups")
    assert (dict(findings.counts(found)), dict(findings.counts(found, everything=True))) == ({}, {"added": 1, "reworded": 1})


def test_what_changed_through_its_lead_in_and_moved_is_counted_as_moved(mini: Path, edit: Edit) -> None:
    read = "-   read the papers\n    {: #members-read }\n\n"
    attend = "-   attend, and\n    {: #members-attend }\n\n    -   vote\n        {: #members-vote }\n\n"
    edit("docs/arrangements/2002/meetings.md", read + attend, attend + read)
    found = comparison.between(load(mini)[0], "2001", "2002")
    moved = [change for change in found.of("meetings") if engine.MOVED in change.kinds]
    assert [(change.kinds, change.by_lead_in) for change in moved] == [(("force changed", "moved"), True)]
    assert dict(findings.counts(moved)) == {"moved": 1}


# Promises


def told(promises: tuple[findings.Promise, ...]) -> list[tuple[str, list[str], list[str]]]:
    return [(each.told.note.id, [item.id for item in each.old], [item.id for item in each.new]) for each in promises]


def test_promises_stand_under_the_fate_that_a_note_decides_with_what_stands_in_their_place(each: Comparison) -> None:
    found = findings.promises(each)
    assert tuple(found) == findings.ORDER
    assert {fate: told(promises) for fate, promises in found.items() if promises} == {
        "no counterpart": [("clinic-gone", ["tea-served"], [])],
        "stronger": [("meetings-stronger", ["meetings-frequency", "members-duties"], ["meetings-frequency", "members-duties"])],
        "carried on": [("minutes-split", ["minutes-kept-published"], ["minutes-kept", "minutes-published"])],
    }
    assert all(promise.fate == fate for fate, promises in found.items() for promise in promises)


def test_promises_of_a_merger_have_one_provision_in_their_place(loaded: Site) -> None:
    found = findings.promises(comparison.between(loaded, "2002", "2004"))
    assert told(found["carried on"]) == [("members-steps", ["members-attend", "members-vote"], ["members-take-part"])]
    assert told(found["stronger"]) == [("members-steps", ["members-read"], ["members-read", "members-ask"])]


def test_read_backwards_no_promise_has_a_fate(loaded: Site) -> None:
    assert set(findings.promises(comparison.between(loaded, "2002", "2001")).values()) == {()}
    assert set(findings.promises(comparison.between(loaded, "2004", "2002")).values()) == {()}


def test_a_note_bears_on_what_is_reported_of_the_newer_editions_promises(loaded: Site) -> None:
    def reported(old: str, new: str) -> dict[str, list[str]]:
        each = comparison.between(loaded, old, new)
        found = {note.id: [told.promise.id for told in findings.reported(each, note)] for note in each.notes}
        return {note: promises for note, promises in found.items() if promises}

    assert reported("2001", "2002") == {"meetings-stronger": ["board-meets-promised"], "minutes-split": ["minutes-promised"]}
    assert reported("2002", "2004") == {}  # of a draft nothing is promised yet
    assert reported("2002", "2001") == {}


def test_every_fate_has_its_place_in_the_order() -> None:
    assert sorted(findings.ORDER) == sorted(records.FATES) == sorted(get_args(Fate.model_fields["fate"].annotation))


def wanting(folder: Path) -> list[str]:
    """The promises that want a fate."""
    return [item.id for item in findings.promises_without_fate(comparison.between(load(folder)[0], "2001", "2002"))]


def test_every_promise_without_an_equal_wants_a_fate(mini: Path) -> None:
    assert wanting(mini) == []
    text = (mini / CHANGES).read_text("utf-8")
    (mini / CHANGES).write_text(re.sub(r"    fates:\n      - .*\n", "", text), "utf-8")
    assert wanting(mini) == ["meetings-frequency", "minutes-kept-published", "members-duties", "tea-served"]


def test_a_promise_through_the_words_that_introduce_it_wants_a_fate_where_it_is_gone(mini: Path, edit: Edit) -> None:
    edit("docs/arrangements/2002/meetings.md", "    -   vote\n        {: #members-vote }\n\n", "")
    edit(CHANGES, "removed: [agencies/clinic, tea-served]", "removed: [agencies/clinic, tea-served, members-vote]")
    assert wanting(mini) == ["members-vote"]
    edit(CHANGES, "of: [tea-served]", "of: [tea-served, members-vote]")
    found = findings.promises(comparison.between(checked(mini), "2001", "2002"))
    assert told(found["no counterpart"]) == [("clinic-gone", ["tea-served", "members-vote"], [])]


def test_what_changed_only_through_its_lead_in_or_moved_wants_no_fate(mini: Path, edit: Edit) -> None:
    """Of a list only the words that introduce it are asked for; the same words under another heading are the same promise."""
    edit(CHANGES, "of: [meetings-frequency, members-duties]", "of: [meetings-frequency]")
    edit("docs/arrangements/2001/meetings.md", "{: #tea-served }", "{: #tea-served }\n\nCups must be washed.\n{: #cups-washed }")
    edit("docs/arrangements/2002/meetings.md", "{: #minutes-published }", "{: #minutes-published }\n\nCups must be washed.\n{: #cups-washed }")
    assert wanting(mini) == ["members-duties"]


def test_a_sentence_without_a_verb_of_duty_is_no_promise(mini: Path, edit: Edit) -> None:
    edit("docs/arrangements/2001/meetings.md", "{: #tea-served }", "{: #tea-served }\n\nThere is a hall.\n{: #hall-is }")
    edit("docs/arrangements/2002/meetings.md", "{: #refreshments-see }", "{: #refreshments-see }\n\nThere is a new hall.\n{: #hall-is }")
    assert wanting(mini) == []
    edit("docs/arrangements/2001/meetings.md", "There is a hall.", "There should be a hall.")
    assert wanting(mini) == ["hall-is"]


# Sectors


def own(found: tuple[tuple[Told, tuple[DutyChange, ...]], ...]) -> list[tuple[str, list[tuple[tuple[str, ...], str]]]]:
    return [(each.note.id, [(duty.on, duty.how) for duty in duties]) for each, duties in found]


def of_sector(each: Comparison, sector: str) -> findings.ForSector:
    return findings.for_sector(each, each.site.register("sectors").by_id[sector])


def test_what_binds_every_relevant_agency_binds_a_sector_that_is_named_as_one(each: Comparison) -> None:
    found = of_sector(each, "education")
    assert (own(found.duties), own(found.agencies)) == ([], [("meetings-stronger", [(("relevant-agencies",), "new")])])
    assert found.expected == ("members-duties", "members-read", "members-attend")
    assert ([t.note.id for t in found.named], found.others) == (["minutes-split", "agencies-named"], ())


def test_what_binds_every_relevant_agency_does_not_bind_a_sector_that_is_not_named_as_one(each: Comparison) -> None:
    found = of_sector(each, "health")
    assert (found.duties, found.agencies, found.expected) == ((), (), ())
    assert ([t.note.id for t in found.named], [t.note.id for t in found.others]) == (["clinic-gone", "agencies-named"], ["meetings-stronger"])


def test_a_duty_on_its_group_is_a_sector_s_own(loaded: Site) -> None:
    later = comparison.between(loaded, "2002", "2004")
    assert own(of_sector(later, "education").duties) == [("visits-new", [(("visits-group",), "new")])]
    assert own(of_sector(later, "health").duties) == []


def test_a_sector_is_told_the_key_changes_for_all_or_for_itself_and_wording_apart(loaded: Site, each: Comparison) -> None:
    both = (each, comparison.between(loaded, "2002", "2004"))
    assert [[key.id for key in of_sector(which, "education").key] for which in both] == [["board-meets"], ["visits"]]
    assert [[key.id for key in of_sector(which, "health").key] for which in both] == [["board-meets"], []]
    assert [[t.note.id for t in of_sector(which, "health").wording] for which in both] == [["refreshments-new"], ["frequency-moved"]]


@pytest.mark.parametrize("sector", ["education", "health"])
def test_no_note_that_concerns_a_sector_is_left_out_or_told_twice(loaded: Site, sector: str) -> None:
    for which in comparison.neighbours(loaded):
        found = of_sector(which, sector)
        shown = [t.note.id for t in (*found.named, *found.others, *found.wording, *(t for t, _ in (*found.duties, *found.agencies)))]
        bound = findings.bound_with(which.new, loaded.register("sectors").by_id[sector])
        concern = [n.id for n in which.notes if {"all", sector} & set(n.affects) or any(bound & set(duty.on) for duty in n.duty)]
        assert sorted(shown) == sorted(concern)


# Groups


def test_what_became_of_every_group(loaded: Site) -> None:
    fates, new = findings.group_fates(comparison.between(loaded, "2002", "2004"))
    assert [(fate.group.id, fate.old.name, [entry.name for entry in fate.new]) for fate in fates] == [
        ("board-meeting", "The Board", ["The Board"]),
        ("papers-group", "Papers Group", ["Papers Group"]),
    ]
    assert [(group.id, entry.name) for group, entry in new] == [("visits-group", "Visits Group")]


# Verbs of duty


STRENGTHS = [
    (["It must."], 0),
    (["They should meet."], 1),
    (["It meets."], None),
    (["It meets.", "They should."], 1),
    (["They should meet, and must read."], 0),
    (["They should meet.", "They will read."], 0),
    (["They must not meet."], 0),
    ([], None),
]


@pytest.mark.parametrize(("texts", "strength"), STRENGTHS)
def test_the_strongest_verb_of_duty_counts(loaded: Site, texts: list[str], strength: int | None) -> None:
    assert findings.strength(loaded, texts) == strength


def test_the_section_map_leads_from_old_number_to_new(each: Comparison) -> None:
    found = findings.section_map(each)
    assert [(section.topic, section.old.meta.section, section.new.meta.section) for section in found if section.old and section.new] == [
        ("meetings", "1", "2"),
        ("agency-list", "Appendix 1", "Appendix 1"),
    ]
    assert [dict(section.counts) for section in found] == [
        {"added": 1, "removed": 1, "split": 1, "force changed": 2},
        {"added": 1, "removed": 1, "renamed": 1},
    ]
    assert [[note.id for note in section.gist] for section in found] == [["meetings-stronger", "minutes-split", "clinic-gone"], ["agencies-named"]]


def test_a_topic_of_one_edition_alone_is_on_the_map_of_sections(loaded: Site) -> None:
    found = findings.section_map(comparison.between(loaded, "2002", "2004"))
    assert [(section.topic, section.old is None, section.new is None) for section in found] == [
        ("agency-list", False, False),
        ("meetings", False, False),
        ("visits", True, False),
    ]


def test_terms_that_differ_say_where_they_are_used(each: Comparison) -> None:
    found = findings.changed_terms(each)
    assert [(each.term.id, each.how, [page.path for page in each.used["2002"]]) for each in found] == [
        ("board", "explained", ["docs/arrangements/2002/meetings.md"])
    ]


def test_a_term_is_used_where_it_stands_as_a_whole_word(mini: Path, edit: Edit) -> None:
    """“Tea” is not used by “steam” or “teacher”; “teas” uses it."""
    edit(
        TERMS,
        "- id: board\n",
        '- id: tea\n  kind: term\n  editions:\n    "2001": {name: Tea, means: A drink.}\n    "2002": {name: Tea, means: A meal.}\n- id: board\n',
    )
    edit("docs/arrangements/2002/meetings.md", "See the [list]", "Steam is for teachers.\n{: #refreshments-steam }\n\nSee the [list]")
    edit("data/changes/2001-2002.yaml", "where: [refreshments-see]", "where: [refreshments-see, refreshments-steam]")
    site = checked(mini)
    found = next(each for each in findings.changed_terms(comparison.between(site, "2001", "2002")) if each.term.id == "tea")
    assert {edition: [page.path for page in pages] for edition, pages in found.used.items()} == {
        "2001": ["docs/arrangements/2001/meetings.md"],
        "2002": [],
    }
    edit("docs/arrangements/2002/meetings.md", "Steam is for teachers.", "Teas are for teachers.")
    found = next(each for each in findings.changed_terms(comparison.between(checked(mini), "2001", "2002")) if each.term.id == "tea")
    assert [page.path for page in found.used["2002"]] == ["docs/arrangements/2002/meetings.md"]


def test_a_definition_that_is_dropped_is_a_change_of_the_term(mini: Path, edit: Edit) -> None:
    edit(TERMS, '"2002": {name: The board, means: The members and the officers who meet.}', '"2002": {name: The board}')
    edit("data/changes/2001-2002.yaml", "where: [refreshments-see]", "where: [refreshments-see, terms/board]")
    found = findings.changed_terms(comparison.between(checked(mini), "2001", "2002"))
    assert [(each.term.id, each.how, each.old.means, each.new.means) for each in found] == [("board", "vanished", "The members who meet.", None)]


def test_a_term_in_other_capitals_and_marks_has_not_changed(mini: Path, edit: Edit) -> None:
    edit(TERMS, "means: The members and the officers who meet.", "means: THE members who meet.")
    assert findings.changed_terms(comparison.between(checked(mini), "2001", "2002")) == ()


def test_open_questions_are_the_editor_s_notes(loaded: Site) -> None:
    assert [(page.path, [note.text for note in notes]) for page, notes in findings.open_questions(loaded.editions["2002"])] == [
        ("docs/arrangements/2002/meetings.md", ['"Quarterly" is not defined.'])
    ]
    assert findings.open_questions(loaded.editions["2001"]) == ()


def test_what_is_due_and_what_is_left_open(loaded: Site) -> None:
    assert [[duty.id for duty, _ in findings.due(loaded.editions[edition])] for edition in loaded.order] == [[], [], ["visits-reviewed"]]
    assert [[duty.id for duty, _ in findings.unclear(loaded.editions[edition])] for edition in loaded.order] == [[], [], ["board-meets"]]
