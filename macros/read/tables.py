"""What the site holds as open data: every data file, every edition's provisions and every recalculation, as flat tables.

The shapes of ``records`` say which columns there are: a new kind of data file, and a new field, come out by themselves.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import Any

from pydantic import BaseModel

from macros import records
from macros.read import reports
from macros.read.site import DataFile, Edition, Site, kept, topic_of
from macros.records import schema
from macros.records.columns import ENTRIES, SHAPES, Cell, Column, Part, Row, parts, plain

SINGLE: Mapping[str, str] = {"editions": "edition", "reports": "report"}
"""How one of the things is called by which entries stand in a record."""
LICENCE = (
    "Our words and our data are free to use with a link back to this site. The documents themselves are their publishers', and are not licensed here."
)
"""What may be done with the data."""
ENTRY = "entry."
"""How the columns of what an edition or a report prints begin."""
RECORD = "record"
"""The column that says to which record a line of an inner list belongs."""


@dataclass(frozen=True)
class Table:
    """One table.

    Args:
        path: its address below ``data/``, without its ending.
        title: what it is called.
        about: what a row of it is.
        columns: its columns.
        rows: their cells by head.
        key: the columns by which a row is known; none where no column has that task.
        above: the table whose records its lines belong to; empty where they belong to none.
    """

    path: str
    title: str
    about: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    key: tuple[str, ...] = ()
    above: str = ""


@dataclass(frozen=True)
class Holding:
    """What one data file, or one edition, gives: its records as they are, and as tables.

    Args:
        path: its address below ``data/``, without its ending.
        title: what it is called.
        about: what a record of it is.
        value: the records as they are: a list, or one record alone.
        tables: the same, flat; the first holds the records themselves.
        schema: the kind whose shape the records have; empty where they have none in ``records``.
    """

    path: str
    title: str
    about: str
    value: Any
    tables: tuple[Table, ...]
    schema: str = ""


@kept
def holdings(site: Site) -> tuple[Holding, ...]:
    """Everything that is given as open data, in the order of its kinds."""
    found = [_of_file(file) for name in records.KINDS for file in site.files.values() if file.kind == name]
    found += [_of_findings(one, calculated) for one in reports.held(site).values() if (calculated := reports.findings(site, one.year))]
    return (*found, *(_of_provisions(edition) for edition in site.editions.values()))


def _of_file(file: DataFile) -> Holding:
    kind, path = records.KINDS[file.kind], file.path.removeprefix("data/").removesuffix(".yaml")
    title = kind.title or file.kind.replace("-", " ").capitalize()
    title += f", {PurePosixPath(path).name}" if "*" in kind.path else ""
    about, values = schema.meaning(kind.shape), tuple(file)
    tables = tuple(_tables(path, path, title, about, kind.shape, [("", each) for each in values]))
    return Holding(path, title, about, plain(values[0] if kind.place is None else values), tables, file.kind)


def _tables(stem: str, path: str, title: str, about: str, shape: type[BaseModel], found: list[tuple[str, Any]], above: str = "") -> Iterator[Table]:
    """The table of some records, and those of the lists inside them.

    Args:
        stem: the file's address, with which those of its tables begin.
        path: the table's own address.
        title: what the table is called.
        about: what a row of it is.
        shape: the records' shape.
        found: the records, each with the id of the one that it stands in.
        above: the table of those in which they stand.
    """
    fields = parts(shape)
    cells, entries = [each for each in fields if each.form not in (SHAPES, ENTRIES)], [each for each in fields if each.form == ENTRIES]
    if cells:
        within = (Column(RECORD, f"The id of the record of {above}.csv to which the line belongs.", required=True, names=above),) if above else ()
        keys = tuple(Column(SINGLE.get(each.name, each.name), f"The one of “{each.name}” that prints what follows.") for each in entries)
        printed = {each.name: each for one in entries for each in _of_entry(one)}.values()
        columns = (*within, *_columns(cells), *keys, *_columns(printed))
        key = ("id",) if cells[0].name == "id" and not entries else ()
        yield Table(path, title, about, columns, tuple(_rows(cells, entries, found, bool(above))), key, above)
    known = path if "id" in shape.model_fields else above
    for part in (each for each in fields if each.form == SHAPES):
        inner: Any = part.inner
        inside = [(getattr(value, "id", around), each) for around, value in found for each in part.of(value) or ()]
        yield from _tables(stem, f"{stem}-{part.name.replace('.', '-')}", f"{title}: {part.name}", schema.meaning(inner), inner, inside, known)


def _of_entry(entries: Part) -> tuple[Part, ...]:
    """The fields of what an edition or a report prints of a record."""
    return parts(entries.inner, ENTRY, asked=False) if entries.inner else ()


def _columns(fields: Iterable[Part]) -> Iterator[Column]:
    return (column for each in fields for column in each.columns())


def _rows(cells: list[Part], entries: list[Part], found: list[tuple[str, Any]], within: bool) -> Iterator[Row]:
    """A row for each record that says anything, or for each of its entries where it has some."""
    for known, value in found:
        base = ({RECORD: known} if within else {}) | _cells(cells, value)
        printed = [(one, str(key), entry) for one in entries for key, entry in one.of(value).items()]
        yield from (base | {SINGLE.get(one.name, one.name): key} | _cells(_of_entry(one), entry) for one, key, entry in printed)
        if not printed and any(base.values()):
            yield base


def _cells(fields: Iterable[Part], value: Any) -> dict[str, Cell]:
    return {name: cell for each in fields for name, cell in each.cells(value)}


def _listed(path: str, title: str, about: str, columns: Mapping[str, str], rows: list[dict[str, Cell]], key: tuple[str, ...] = ()) -> Holding:
    """Rows that no data file holds, with what each column means."""
    heads = tuple(Column(name, means) for name, means in columns.items())
    return Holding(path, title, about, rows, (Table(path, title, about, heads, tuple(rows), key),))


FINDING: Mapping[str, str] = MappingProxyType(
    {
        "kind": "What was reckoned anew: a sum, a share or a change.",
        "figure": "The id of the published figure.",
        "name": "What the figure counts.",
        "published": "As published.",
        "recalculated": "As it follows from the published values; empty where nothing may be reckoned.",
        "follows": "Whether the two agree: yes, no, or not reckoned.",
        "how": "The reckoning.",
        "note": "What explains a difference, where the report does.",
    }
)
"""The columns of recalculated figures."""
PROVISION: Mapping[str, str] = MappingProxyType(
    {
        "id": "The id, which stays with the idea from edition to edition.",
        "topic": "The page on which it stands.",
        "section": "The printed section.",
        "kind": "A heading, a paragraph or an item of a list.",
        "number": "Its place under its heading; empty for a heading.",
        "heading": "The id of the heading that it stands under.",
        "lead_in": "The id of the provision that introduces it, where it is an item.",
        "text": "Our words, not the document's.",
        "place": "How it is cited.",
    }
)
"""The columns of provisions."""


def _of_findings(one: reports.Held, found: tuple[reports.Finding, ...]) -> Holding:
    answers = {True: "yes", False: "no", None: "not reckoned"}
    rows: list[dict[str, Cell]] = [
        {
            "kind": each.kind,
            "figure": each.figure.id,
            "name": each.figure.name,
            "published": each.check.published,
            "recalculated": each.check.recalculated,
            "follows": answers[each.check.follows],
            "how": each.check.how,
            "note": each.note or "",
        }
        for each in found
    ]
    about = "A published sum, share or change held against the values from which it should follow."
    return _listed(f"reports/{one.year}-findings", f"Figures recalculated, {one.year}", about, FINDING, rows)


def _of_provisions(edition: Edition) -> Holding:
    rows: list[dict[str, Cell]] = [
        {
            "id": each.id,
            "topic": topic_of(page),
            "section": page.meta.section,
            "kind": each.kind,
            "number": each.number,
            "heading": each.heading,
            "lead_in": each.lead_in,
            "text": each.text,
            "place": edition.citation(each.id),
        }
        for page in edition.pages
        for each in page.provisions
    ]
    about = "A heading, a paragraph or an item of a list that can be cited."
    return _listed(f"provisions/{edition.entry.id}", f"Provisions, {edition.entry.name}", about, PROVISION, rows, ("id",))
