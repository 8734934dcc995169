"""What a reviewer asks of a comparison."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from macros.compare import comparison, findings
from macros.compare.comparison import Comparison
from macros.read.site import Site

from ..drawn import checked

Edit = Callable[[str, str, str], None]
TERMS = "data/terms.yaml"


@pytest.fixture
def each(loaded: Site) -> Comparison:
    return comparison.between(loaded, "2001", "2002")


def test_a_sector_is_told_its_own_changes_and_new_duties_on_everybody(each: Comparison) -> None:
    own, everybody = findings.for_sector(each.told, "health")
    assert [t.note.id for t in own] == ["clinic-gone", "agencies-named"]
    assert [t.note.id for t in everybody] == ["meetings-stronger"]


def test_promises_without_a_counterpart_are_dropped(each: Comparison) -> None:
    assert [c.id for c in findings.dropped(each)] == ["tea-served"]


def test_a_promise_in_the_words_that_introduce_it_is_dropped_too(mini: Path, edit: Edit) -> None:
    edit("docs/arrangements/2002/meetings.md", "    -   vote\n        {: #members-vote }\n\n", "")
    edit("data/changes/2001-2002.yaml", "removed: [agencies/clinic, tea-served]", "removed: [agencies/clinic, tea-served, members-vote]")
    assert [c.id for c in findings.dropped(comparison.between(checked(mini), "2001", "2002"))] == ["members-vote", "tea-served"]


def test_a_change_of_force_is_weaker_or_stronger(loaded: Site, each: Comparison) -> None:
    weaker, stronger, neither = findings.shifted(comparison.between(loaded, "2002", "2001"))
    assert [c.id for c in weaker] == ["meetings-frequency", "members-duties", "members-read", "members-attend", "members-vote"]
    assert (stronger, neither) == ((), ())
    assert [c.id for c in findings.shifted(each)[1]] == [c.id for c in weaker]


def test_a_verb_of_duty_that_became_a_plain_statement_is_neither_weaker_nor_stronger(mini: Path, edit: Edit) -> None:
    edit("docs/arrangements/2002/meetings.md", "The board will meet quarterly.", "The board meets quarterly.")
    weaker, stronger, neither = findings.shifted(comparison.between(checked(mini), "2001", "2002"))
    assert (weaker, [c.id for c in neither]) == ((), ["meetings-frequency"])
    assert "meetings-frequency" not in [c.id for c in stronger]


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
    assert [(topic, old.meta.section, new.meta.section) for topic, old, new, _ in findings.section_map(each)] == [
        ("meetings", "1", "2"),
        ("agency-list", "Appendix 1", "Appendix 1"),
    ]
    assert findings.section_map(each)[0][3] == {"added": 1, "removed": 1, "split": 1, "force changed": 5, "same meaning": 2}


def test_terms_that_differ_say_where_they_are_used(each: Comparison) -> None:
    found = findings.changed_terms(each)
    assert [(each.term.id, [page.path for page in each.used["2002"]]) for each in found] == [("board", ["docs/arrangements/2002/meetings.md"])]


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
    assert [(each.term.id, each.old.means, each.new.means) for each in found] == [("board", "The members who meet.", None)]


def test_a_term_in_other_capitals_and_marks_has_not_changed(mini: Path, edit: Edit) -> None:
    edit(TERMS, "means: The members and the officers who meet.", "means: THE members who meet.")
    assert findings.changed_terms(comparison.between(checked(mini), "2001", "2002")) == ()


def test_open_questions_are_the_editor_s_notes(loaded: Site) -> None:
    assert [(page.path, [note.text for note in notes]) for page, notes in findings.open_questions(loaded.editions["2002"])] == [
        ("docs/arrangements/2002/meetings.md", ['"Quarterly" is not defined.'])
    ]
    assert findings.open_questions(loaded.editions["2001"]) == ()
