"""Records as flat tables: a row for each record and edition, a table for each list inside, and a new kind by itself."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any

import pytest
from pydantic import Field

from macros import records
from macros.read import tables
from macros.read.load import load
from macros.read.site import Site
from macros.read.tables import Table
from macros.records.base import Record, Shape, Text, WholeDay
from macros.records.kinds import KINDS, Kind
from macros.records.registers import LaterFact


def table(site: Site, path: str) -> Table:
    return next(each for holding in tables.holdings(site) for each in holding.tables if each.path == path)


def rows(site: Site, path: str, *columns: str) -> list[tuple[object, ...]]:
    return [tuple(row.get(name, "") for name in columns) for row in table(site, path).rows]


def test_a_record_has_a_row_for_each_edition_and_each_report_that_prints_it(loaded: Site) -> None:
    found = rows(loaded, "agencies", "id", "sector", "edition", "report", "entry.name")
    assert [row for row in found if row[0] == "college"] == [
        ("college", "education", "2002", "", "New College"),
        ("college", "education", "2004", "", "New College"),
        ("college", "education", "", "yearly-report", "New College of Town"),
    ]


def test_a_list_inside_a_record_is_a_table_of_its_own(loaded: Site) -> None:
    since = table(loaded, "agencies-since")
    assert (since.above, since.columns[0].name, since.columns[0].names) == ("agencies", "record", "agencies")
    assert {row["record"] for row in since.rows} <= {row["id"] for row in table(loaded, "agencies").rows}


def test_a_report_is_a_row_and_its_lists_are_tables(loaded: Site) -> None:
    assert rows(loaded, "reports/2003-04", "title", "period.from", "says") == [
        ("Yearly report, 2003", "2003-01", "Schools met twice.\nTea was served.\nMore children came.")
    ]
    assert rows(loaded, "reports/2003-04-statements", "record", "id", "sectors") == [("schools", "schools-met", "education")]
    assert rows(loaded, "reports/2003-04-sums", "total", "of") == [("children", "girls\nboys")]


def test_a_figure_stands_as_printed_and_as_a_number_and_a_suppressed_one_has_none(loaded: Site) -> None:
    found = {
        row[0]: row[1:] for row in rows(loaded, "reports/2003-04-figures", "id", "value", "value.number", "change", "change.number", "before.at")
    }
    assert found["children"] == ("1,100", Decimal(1100), "+12%", Decimal(12), "2002")
    assert found["few"] == ("<5", "", "", "", "")


def test_what_was_recalculated_is_a_table(loaded: Site) -> None:
    assert rows(loaded, "reports/2003-04-findings", "kind", "figure", "published", "recalculated", "follows") == [
        ("change", "children", "+12%", "+10%", "no"),
        ("sum", "children", "1,100", "1,100", "yes"),
        ("share", "share-girls", "55%", "55%", "yes"),
    ]


def test_every_provision_of_every_edition_but_a_draft_is_in_a_table(loaded: Site) -> None:
    for edition in loaded.issued:
        found = table(loaded, f"provisions/{edition.entry.id}")
        assert [row["id"] for row in found.rows] == [each.id for page in edition.pages for each in page.provisions]
        assert {row["place"] for row in found.rows} == {edition.citation(identifier) for identifier in edition.by_id}


def test_every_table_has_heads_that_differ_meanings_and_cells_for_its_heads_alone(loaded: Site) -> None:
    every = [each for holding in tables.holdings(loaded) for each in holding.tables]
    assert len({each.path for each in every}) == len(every) > 30
    for each in every:
        heads = [column.name for column in each.columns]
        assert len(heads) == len(set(heads)), each.path
        assert all(column.means for column in each.columns), each.path
        assert {name for row in each.rows for name in row} <= set(heads), each.path


class Visit(Shape):
    """One visit."""

    on: WholeDay
    """The day."""
    by: tuple[Text, ...] = ()
    """Who came."""


class Place(Shape):
    """Where it is."""

    street: Text
    """The street."""


class HouseEntry(Shape):
    """What an edition prints of a house."""

    name: Text
    """Its name."""
    visits: tuple[Visit, ...] = ()
    """Those that it prints."""


class House(Record):
    """A house."""

    place: Place | None = None
    """Where."""
    rooms: int = 1
    """How many."""
    visits: tuple[Visit, ...] = ()
    """All of them."""
    editions: Annotated[dict[str, HouseEntry], Field(default_factory=dict)]
    """By edition."""


HOUSES = """
- id: mill
  place: {street: Mill Lane}
  rooms: 3
  visits: [{on: 2003-01-02, by: [Ann, Ben]}, {on: 2003-02-03}]
  editions:
    "2001": {name: The Mill}
    "2002": {name: Old Mill, visits: [{on: 2001-01-01}]}
- id: barn
  editions: {}
"""


@pytest.fixture
def with_houses(mini: Path, monkeypatch: pytest.MonkeyPatch) -> Site:
    """The miniature with a kind of data file that nobody has seen before."""
    monkeypatch.setattr(records, "KINDS", {**KINDS, "houses": Kind("data/houses.yaml", House)})
    (mini / "data/houses.yaml").write_text(HOUSES, "utf-8")
    site, problems = load(mini)
    assert problems == []
    return site


def test_a_new_kind_comes_out_by_itself(with_houses: Site) -> None:
    holding = next(each for each in tables.holdings(with_houses) if each.path == "houses")
    assert (holding.title, holding.about, holding.schema) == ("Houses", "A house.", "houses")
    assert [(each.path, each.about) for each in holding.tables] == [("houses", "A house."), ("houses-visits", "One visit.")]
    assert [(column.name, column.holds, column.required, column.means) for column in holding.tables[0].columns] == [
        ("id", "text", True, "Small letters, digits and hyphens; never changed once published."),
        ("place.street", "text", False, "The street."),
        ("rooms", "count", False, "How many."),
        ("edition", "text", False, "The one of “editions” that prints what follows."),
        ("entry.name", "text", False, "Its name."),
        ("entry.visits", "text", False, "Those that it prints."),
    ]
    assert holding.tables[0].rows == (
        {"id": "mill", "place.street": "Mill Lane", "rooms": "3", "edition": "2001", "entry.name": "The Mill", "entry.visits": ""},
        {
            "id": "mill",
            "place.street": "Mill Lane",
            "rooms": "3",
            "edition": "2002",
            "entry.name": "Old Mill",
            "entry.visits": '[{"on": "2001-01-01", "by": []}]',
        },
        {"id": "barn", "place.street": "", "rooms": "1"},
    )
    assert holding.tables[1].rows == ({"record": "mill", "on": "2003-01-02", "by": "Ann\nBen"}, {"record": "mill", "on": "2003-02-03", "by": ""})
    first: Any = holding.value[0]
    assert (first["place"], first["visits"][0], first["editions"]["2001"]["name"]) == (
        {"street": "Mill Lane"},
        {"on": "2003-01-02", "by": ["Ann", "Ben"]},
        "The Mill",
    )


def test_a_record_as_it_is_has_the_names_that_files_give(loaded: Site) -> None:
    fact = LaterFact.model_validate({"from": "2003-04", "says": "It met.", "source": "x", "seen": "2003-05-01"})
    assert tables.plain(fact) == {"from": "2003-04", "says": "It met.", "source": "x", "seen": "2003-05-01"}
