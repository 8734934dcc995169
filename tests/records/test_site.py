"""A loaded site and its editions: each finds its own by id, in its printed order."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from macros.read.site import Site, kept, section_name, topic_of

from ..drawn import checked

Edit = Callable[[str, str, str], None]

CITATIONS = [
    ("meetings", "Example arrangements, March 2002, section 2, Meetings"),
    ("minutes-published", "Example arrangements, March 2002, section 2, Meetings, provision 3"),
    ("members-attend", "Example arrangements, March 2002, section 2, Meetings, item 2"),
    ("members-vote", "Example arrangements, March 2002, section 2, Meetings, item 2.1"),
    ("refreshments-see", "Example arrangements, March 2002, section 2, Refreshments, provision 1"),
    ("agency-list-full", "Example arrangements, March 2002, Appendix 1, List of agencies"),
]


@pytest.mark.parametrize(("identifier", "citation"), CITATIONS)
def test_a_citation_names_the_edition_the_section_the_heading_and_the_place(loaded: Site, identifier: str, citation: str) -> None:
    assert loaded.editions["2002"].citation(identifier) == citation


def test_the_editions_stand_in_their_order_and_one_is_current(loaded: Site) -> None:
    assert loaded.order[:2] == ("2001", "2002")
    assert (loaded.current, loaded.now.id) == ("2002", "2002")
    assert [edition.id for edition in loaded.editions.values() if edition.current] == ["2002"]
    assert loaded.now.name == "March 2002"


def test_an_edition_knows_no_field_that_its_entry_has_not(loaded: Site) -> None:
    with pytest.raises(AttributeError):
        loaded.now.colour  # noqa: B018


def test_neighbours_are_steps_away(loaded: Site) -> None:
    assert loaded.neighbour("2002", -1) is loaded.editions["2001"]
    assert loaded.neighbour("2001", 1) is loaded.editions["2002"]
    assert loaded.neighbour("2001", -1) is None
    assert loaded.neighbour(loaded.order[-1], 1) is None


def test_pages_stand_in_the_order_of_the_document(loaded: Site, mini: Path, edit: Edit) -> None:
    assert [topic_of(page) for page in loaded.now.pages] == ["meetings", "agency-list"]
    edit("data/editions.yaml", "topics: [meetings, agency-list]", "topics: [agency-list, meetings]")
    assert [topic_of(page) for page in checked(mini).now.pages] == ["agency-list", "meetings"]


def test_an_edition_finds_its_provisions_and_their_pages_by_id(loaded: Site) -> None:
    now = loaded.now
    assert now.by_id["meetings-frequency"].text == "The board will meet quarterly."
    assert now.page_of["members-vote"] is now.page("meetings") is loaded.pages["2002", "meetings"]
    assert now.page("tea") is None


def test_lead_ins_come_the_nearest_first(loaded: Site) -> None:
    assert [each.id for each in loaded.now.lead_ins("members-vote")] == ["members-attend", "members-duties"]
    assert loaded.now.lead_ins("meetings-frequency") == loaded.now.lead_ins("nobody") == ()


def test_entries_are_those_of_the_edition_in_its_order(loaded: Site, mini: Path, edit: Edit) -> None:
    assert [record.id for record, _ in loaded.editions["2001"].entries("agencies")] == ["schools", "hospital", "clinic"]
    assert [(record.id, entry.name) for record, entry in loaded.now.entries("agencies")] == [
        ("schools", "Schools"),
        ("hospital", "Town & County Hospital"),
        ("college", "New College"),
    ]
    edit("data/agencies.yaml", '"2001": {name: Schools, group: Education}', '"2001": {name: Schools, group: Education, order: 3}')
    edit("data/agencies.yaml", '"2001": {name: Old Clinic, group: Health}', '"2001": {name: Old Clinic, group: Health, order: 1}')
    assert [record.id for record, _ in checked(mini).editions["2001"].entries("agencies")] == ["clinic", "hospital", "schools"]


def test_what_a_fact_cites_is_a_source_or_a_link(loaded: Site) -> None:
    assert loaded.cited("yearly-report").title == "Yearly report"
    assert loaded.cited("example-page").url == "https://example.org/page"


def test_a_register_knows_where_its_records_stand(loaded: Site) -> None:
    register = loaded.register("agencies")
    lines = (Path(__file__).parents[1] / "site" / register.path).read_text("utf-8").splitlines()
    assert lines[register.line(*register.places["college"], "id") - 1] == "- id: college"


def test_a_file_of_changes_knows_its_editions_its_lineage_and_what_is_removed(loaded: Site) -> None:
    file = loaded.notes["2001", "2002"]
    assert file.editions == ("2001", "2002")
    assert file.lineage == {("minutes-kept-published", "minutes-kept"), ("minutes-kept-published", "minutes-published")}
    assert file.removed == {"agencies/clinic", "tea-served"}


@pytest.mark.parametrize(("section", "name"), [("11", "section 11"), ("Appendix 1", "Appendix 1"), ("1.2", "1.2")])
def test_a_section_is_named_as_a_citation_names_it(section: str, name: str) -> None:
    assert section_name(section) == name


def test_what_is_kept_is_found_once_and_goes_with_its_owner() -> None:
    asked = []

    @kept
    def found(owner: Site, name: str) -> str:
        asked.append(name)
        return name

    first, second = Site(Path()), Site(Path())
    assert [found(first, "a"), found(first, "a"), found(first, "b"), found(second, "a")] == ["a", "a", "b", "a"]
    assert asked == ["a", "b", "a"]
    assert len(first.memo) == 2 and len(second.memo) == 1
