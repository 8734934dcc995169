"""The page of the open data: every file, what its columns mean, and on what terms."""

from __future__ import annotations

from dataclasses import dataclass

from macros import records
from macros.compare import comparison
from macros.pages.addresses import Here
from macros.pages.draw import Draw
from macros.read import tables
from macros.read.tables import Holding, Table


@dataclass(frozen=True)
class Group:
    """Files that belong together.

    Args:
        id: its anchor.
        title: what it is called.
        holdings: its files.
        told: the tables at which the page says what the columns mean: of tables with the same columns, the first.
    """

    id: str
    title: str
    holdings: tuple[Holding, ...]
    told: tuple[Table, ...]


def open_data(draw: Draw, here: Here) -> str:
    """Every file of the open data, with its rows and columns."""
    every = [each for holding in tables.holdings(draw.site) for each in holding.tables]
    return draw.page(
        "open_data.html",
        here,
        groups=_groups(tables.holdings(draw.site)),
        tables=len(every),
        rows=sum(len(each.rows) for each in every),
        licence=tables.LICENCE,
        compared=[each.name for each in comparison.neighbours(draw.site)],
        day=draw.built,
        home=draw.home,
    )


def _groups(holdings: tuple[Holding, ...]) -> list[Group]:
    """The files by folder, those without one first; within a folder, the same columns are told once."""
    found: dict[str, list[Holding]] = {"": []}
    for each in holdings:
        found.setdefault(each.path.rpartition("/")[0], []).append(each)
    return [Group(f"files-{folder or 'lists'}", _title(folder), tuple(own), _told(own)) for folder, own in found.items() if own]


def _title(folder: str) -> str:
    """What the files of a folder are called: as their kind is, where they are of one."""
    return (records.KINDS[folder].title if folder in records.KINDS else "") or folder.capitalize() or "Lists"


def _told(holdings: list[Holding]) -> tuple[Table, ...]:
    first: dict[tuple[str, ...], Table] = {}
    for table in (each for holding in holdings for each in holding.tables):
        first.setdefault(tuple(column.name for column in table.columns), table)
    return tuple(first.values())
