"""The items of an edition: what is compared, in the order of the page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from macros.compare import items
from macros.compare.engine import Item
from macros.read.site import Site

from ..drawn import checked

Edit = Callable[[str, str, str], None]


def test_an_edition_is_its_provisions_and_the_records_that_its_pages_print(loaded: Site) -> None:
    assert [(i.id, i.place, i.part) for i in items.of(loaded.editions["2002"]) if i.part == "agency-list"] == [
        ("agency-list-full", "agency-list", "agency-list"),
        ("agencies/schools", "education", "agency-list"),
        ("agencies/hospital", "health", "agency-list"),
        ("agencies/college", "education", "agency-list"),
        ("representation/schools-represented", "", "agency-list"),
        ("partnerships/town-forum", "", "agency-list"),
    ]


def test_registers_that_no_page_prints_follow_under_their_own_names(loaded: Site) -> None:
    found = items.of(loaded.editions["2002"])
    assert list(dict.fromkeys(item.part for item in found)) == [
        "meetings",
        "agency-list",
        "groups",
        "posts",
        "escalation",
        "duties",
        "report-contents",
    ]


PRINTED = [
    ("agencies/hospital", "Town & County Hospital", "Town & County Hospital (TCH)", "health"),
    ("representation/schools-represented", "Schools", "Schools: Teach. Represented by: Papers Group", ""),
    ("groups/board-meeting", "The Board", "The Board", ""),
    ("posts/chair", "Chair", "Chair: not named", ""),
    ("escalation/stage-board", "Stage 1", "Stage 1. The Board settles it.", ""),
    ("duties/board-meets", "Board meetings", "Board meetings: The board will meet quarterly.\nWho: The Board\nHow often: quarterly", ""),
    ("report-contents/report-attendance", "", "attend, and", ""),
]


@pytest.mark.parametrize(("identifier", "name", "text", "place"), PRINTED)
def test_a_record_is_compared_by_what_the_edition_prints_of_it(loaded: Site, identifier: str, name: str, text: str, place: str) -> None:
    found = items.by_id(loaded.editions["2002"])[identifier]
    assert (found.name, found.text, found.place, found.form) == (name, text, place, "record")


LATER = [
    ("escalation/stage-board", "Stage 1. The Board settles it. If it is not settled it goes to the chair."),
    ("escalation/practice-policy", "Policy of the Board. Steps: not supplied."),
    ("escalation/practice-funding", "Talk about money. First to the chair, unless it cannot wait: then to the Town Council at once."),
    ("duties/visits-reviewed", "Review of the visits: Visits should be reviewed by 31 May.\nWho: not stated\nWhen: by 31 May"),
    ("groups/visits-group", "Visits Group (VG) – It is new."),
]


@pytest.mark.parametrize(("identifier", "text"), LATER)
def test_every_field_that_an_edition_prints_is_compared(loaded: Site, identifier: str, text: str) -> None:
    assert items.by_id(loaded.editions["2004"])[identifier].text == text


def test_a_record_that_tells_provisions_again_is_not_printed(loaded: Site) -> None:
    found = [item.id for item in items.of(loaded.editions["2004"]) if items.is_printed(item)]
    assert {each.partition("/")[0] for each in found if "/" in each} == {"agencies", "representation", "partnerships"}
    assert {each for each in found if "/" not in each} == set(loaded.editions["2004"].by_id)


def test_headings_and_items_carry_their_level_and_items_their_lead_in(loaded: Site) -> None:
    found = items.by_id(loaded.editions["2002"])
    assert (found["meetings"].level, found["refreshments"].level, found["members-read"].level, found["members-vote"].level) == (2, 3, 1, 2)
    assert found["members-vote"] == Item("members-vote", "vote", "meetings", "members-attend", "item", "", "meetings", 2)
    assert items.lead_ins(loaded.editions["2002"], found["members-vote"]) == ("members-attend", "members-duties")


def test_an_id_that_is_missing_is_nobody_s_item(mini: Path, edit: Edit) -> None:
    from macros.read.load import load

    edit("docs/arrangements/2002/meetings.md", "Members must:\n{: #members-duties }\n", "Members must:\n")
    found = items.by_id(load(mini)[0].editions["2002"])
    assert "" not in found
    assert items.lead_ins(load(mini)[0].editions["2002"], found["members-read"]) == ()


def test_the_order_that_an_edition_prints_is_kept(loaded: Site) -> None:
    assert [i.id for i in items.of(loaded.editions["2004"]) if i.id.startswith("agencies/")] == [
        "agencies/hospital",
        "agencies/college",
        "agencies/schools",
    ]


def test_records_stand_in_the_order_that_the_edition_prints(mini: Path, edit: Edit) -> None:
    for place, (name, group) in enumerate(
        {"New College": "Education", "Schools": "Education", "Town & County Hospital, short: TCH": "Health"}.items(), 1
    ):
        edit("data/agencies.yaml", f'"2002": {{name: {name}, group: {group}}}', f'"2002": {{name: {name}, group: {group}, order: {place}}}')
    site = checked(mini)
    assert [i.id for i in items.of(site.editions["2002"]) if i.id.startswith("agencies/")] == [
        "agencies/college",
        "agencies/schools",
        "agencies/hospital",
    ]
    assert [i.id for i in items.of(site.editions["2001"]) if i.id.startswith("agencies/")] == [
        "agencies/schools",
        "agencies/hospital",
        "agencies/clinic",
    ]


def test_the_forms_of_verbs_of_duty_come_from_the_terms(mini: Path, edit: Edit) -> None:
    edit("data/terms.yaml", "name: should, strength: expectation", "name: should, also: [ought to], strength: expectation")
    assert dict(items.forces(checked(mini))) == {"must": "must", "will": "will", "should": "should", "ought to": "should"}


def test_where_an_item_stands(loaded: Site) -> None:
    edition = loaded.editions["2002"]
    found = items.by_id(edition)
    assert items.place(edition, found["members-read"]) == "Example arrangements, March 2002, section 2, Meetings, item 1"
    assert items.place(edition, found["agencies/schools"]) == "Example arrangements, March 2002, Appendix 1"
    assert items.place(edition, found["groups/board-meeting"]) == "Example arrangements, March 2002"


def test_a_record_that_is_named_elsewhere_than_its_list_is_cited_there(loaded: Site) -> None:
    for edition, place in (("2001", "Example arrangements, 2001 (draft text), Appendix 1"), ("2002", "Example arrangements, March 2002, section 2")):
        each = loaded.editions[edition]
        assert items.place(each, items.by_id(each)["partnerships/town-forum"]) == place


def test_a_note_may_speak_of_a_duty_under_the_provisions_that_state_it(loaded: Site) -> None:
    edition = loaded.editions["2002"]
    found = items.by_id(edition)
    assert items.noted_as(edition, found["duties/board-meets"]) == ("duties/board-meets", "meetings-frequency")
    assert items.noted_as(edition, found["groups/board-meeting"]) == ("groups/board-meeting",)
    assert items.noted_as(edition, found["members-read"]) == ("members-read",)
