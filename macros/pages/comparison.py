"""The pages that compare two editions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from macros import records
from macros.compare import comparison as compared
from macros.compare import engine, findings, items
from macros.compare.comparison import Comparison
from macros.compare.engine import Change, Item
from macros.pages import addresses
from macros.pages.addresses import Address, Here, anchor
from macros.pages.draw import Draw
from macros.read.site import Edition, topic_of


@dataclass(frozen=True)
class Place:
    """An item, where it stands as a citation, and the address of its page (empty where no page shows it)."""

    item: Item
    name: str
    address: Address


@dataclass(frozen=True)
class Row:
    """One change on a page of comparison.

    Args:
        change: the change.
        anchor: its own on the page.
        old: its places in the older edition.
        new: its places in the newer one.
        notes: the change notes that stand here in full.
        seen_notes: those that stand further up, each with the anchor of its change.
        before: the anchor of the change before; empty for the first.
        after: the anchor of the next; empty for the last.
    """

    change: Change
    anchor: str
    old: tuple[Place, ...]
    new: tuple[Place, ...]
    notes: tuple[records.Note, ...]
    seen_notes: tuple[tuple[records.Note, str], ...]
    before: str
    after: str


@dataclass(frozen=True)
class Block:
    """A heading (its row, its level) or nothing, and the rows below it in runs: changed ones, or the same ones folded."""

    row: Row | None
    level: int
    runs: tuple[tuple[bool, tuple[Row, ...]], ...]


def _draw(draw: Draw, template: str, here: Here, each: Comparison, **values: Any) -> str:
    """What every page about two editions needs, and more."""
    titles = {part: each.title_of(part) for part in each.parts}
    return draw.page(template, here, old=each.old, new=each.new, kinds=engine.KINDS, titles=titles, **values)


def comparison_list(draw: Draw, here: Here) -> str:
    """Every pair of neighbouring editions, the newest first."""
    return draw.page("comparison_list.html", here, comparisons=list(reversed(compared.neighbours(draw.site))))


def index(draw: Draw, here: Here, each: Comparison) -> str:
    """Two editions at a glance: counts, the section map, the lists, and the ways into the rest."""
    registers = [part for part in each.parts if not each.old.page(part) and not each.new.page(part)]
    return _draw(
        draw,
        "comparison_index.html",
        here,
        each,
        rows=findings.section_map(each),
        lists=[(part, engine.counts(each.of(part))) for part in registers],
        homes=[part for part in items.homes(each.site).values() if part not in registers],
        counts=each.counts,
        total=len(each.changes),
        sectors=draw.site.register("sectors"),
        told=each.told,
    )


def table(draw: Draw, here: Here, each: Comparison) -> str:
    """Every change note by topic: what, why, for whom, and whether somebody must act."""
    parts = [(part, [told for told in each.told if told.part == part]) for part in each.parts]
    return _draw(draw, "change_table.html", here, each, parts=[pair for pair in parts if pair[1]], total=len(each.told))


def changes_for(draw: Draw, here: Here, each: Comparison, sector: str) -> str:
    """What changed for one sector, on one printed page.

    Args:
        draw: the templates.
        here: the page.
        each: the comparison.
        sector: the sector's id.
    """
    own, everybody = findings.for_sector(each.told, sector)
    by_topic = [(part, found) for part in each.parts if (found := [told for told in everybody if told.part == part])]
    about = draw.by_id("sectors", sector)
    return _draw(draw, "changes_for.html", here, each, sector=about, own=own, everybody=everybody, by_topic=by_topic)


def promises(draw: Draw, here: Here, each: Comparison) -> str:
    """Promises dropped or weakened in one list, and every change of force in another."""
    weaker, stronger, neither = findings.shifted(each)
    lists = {"dropped": findings.dropped(each), "weaker": weaker, "stronger": stronger, "neither": neither}
    return _draw(draw, "promises.html", here, each, lists={name: rows(found, each, here) for name, found in lists.items()})


def changed_terms(draw: Draw, here: Here, each: Comparison) -> str:
    """Terms that the two editions print or explain differently, each with where it is used."""
    only = {edition.id: _only_in(edition, other) for edition, other in ((each.old, each.new), (each.new, each.old))}
    return _draw(draw, "changed_terms.html", here, each, terms=findings.changed_terms(each), topic_of=topic_of, only=only)


def _only_in(edition: Edition, other: Edition) -> list[records.Term]:
    return [term for term in edition.site.register("terms") if term.kind == "term" and edition.id in term.editions and other.id not in term.editions]


def untold(draw: Draw, here: Here, each: Comparison) -> str:
    """What the editions do not tell: reasons, and every ambiguity, slip and silence that the editor noted."""
    questions = [(edition, findings.open_questions(edition)) for edition in (each.new, each.old)]
    silent = [told for told in each.told if records.is_silence(told.note.why)]
    return _draw(draw, "untold.html", here, each, told=each.told, silent=silent, topic_of=topic_of, questions=questions)


def pack(draw: Draw, here: Here, each: Comparison) -> str:
    """The board pack: cover, summary, table, redline, open questions and a place to sign."""
    weaker, stronger, _ = findings.shifted(each)
    parts = [
        (part, [told for told in each.told if told.part == part], [row for row in rows(each.of(part), each, here) if row.change.kind != engine.SAME])
        for part in each.parts
    ]
    return _draw(
        draw,
        "pack.html",
        here,
        each,
        parts=[part for part in parts if part[1] or part[2]],
        counts=each.counts,
        total=len(each.changes),
        told=each.told,
        dropped=findings.dropped(each),
        weaker=weaker,
        stronger=stronger,
        questions=findings.open_questions(each.new),
    )


SUMMARY: Mapping[str, Callable[[Draw, Here, Comparison], str]] = MappingProxyType(
    {"index": index, "table": table, "promises": promises, "terms": changed_terms, "untold": untold, "pack": pack}
)
"""The first page of a comparison and its summaries."""


def comparison(draw: Draw, here: Here, each: Comparison, topic: str) -> str:
    """One topic of two editions, change by change: redline and side by side, counts, legend, jumps and notes.

    Args:
        draw: the templates.
        here: the page.
        each: the comparison.
        topic: the topic or register.
    """
    found = each.of(topic)
    shown = rows(found, each, here)
    first = next((row.anchor for row in shown if row.change.kind != engine.SAME), "")
    pages = [(edition, edition.page(topic), here.to(addresses.of_topic(edition, topic))) for edition in (each.new, each.old)]
    return _draw(draw, "comparison.html", here, each, blocks=_blocks(shown), counts=engine.counts(found), total=len(found), first=first, pages=pages)


def rows(found: Iterable[Change], each: Comparison, here: Here) -> list[Row]:
    """Changes with their places, their notes (each in full where it comes first) and their neighbours.

    Args:
        found: the changes.
        each: the comparison that they belong to.
        here: the page that shows them.
    """
    found = tuple(found)
    quiet = {told.note.id for told in each.told if told.change.kind == engine.SAME}
    changed = [anchor(change.id) for change in found if change.kind != engine.SAME]
    place_of = {own: i for i, own in enumerate(changed)}
    first_at: dict[str, str] = {}
    result = []
    for change in found:
        own = anchor(change.id)
        mine = [note for note in each.notes_of(change) if change.kind != engine.SAME or note.id in quiet]
        fresh = tuple(note for note in mine if note.id not in first_at)
        seen = tuple((note, first_at[note.id]) for note in mine if note.id in first_at)
        first_at.update({note.id: own for note in fresh})
        at = place_of.get(own, -1)
        before = changed[at - 1] if at > 0 else ""
        after = changed[at + 1] if -1 < at < len(changed) - 1 else ""
        result.append(Row(change, own, _places(change.old, each.old, here), _places(change.new, each.new, here), fresh, seen, before, after))
    return result


def _places(found: tuple[Item, ...], edition: Edition, here: Here) -> tuple[Place, ...]:
    places = []
    for item in found:
        topic = items.printed_in(edition, item)
        mark = anchor(item.id) if topic == item.part else ""
        address = here.to(addresses.of_topic(edition, topic, mark)) if edition.page(topic) else ""
        places.append(Place(item, items.place(edition, item), address))
    return tuple(places)


def _blocks(shown: list[Row]) -> list[Block]:
    blocks: list[tuple[Row | None, list[Row]]] = [(None, [])]
    for row in shown:
        if row.change.form == "heading":
            blocks.append((row, []))
        else:
            blocks[-1][1].append(row)
    return [Block(row, _level(row), tuple(_runs(below))) for row, below in blocks if row or below]


def _level(row: Row | None) -> int:
    """The level of a heading: the deeper of the two editions'."""
    return max(item.level for item in (*row.change.old, *row.change.new)) if row else 2


def _folded(row: Row) -> bool:
    return row.change.kind == engine.SAME and not row.notes


def _runs(shown: list[Row]) -> Iterable[tuple[bool, tuple[Row, ...]]]:
    """Rows in runs: changed ones, and those of the same meaning, which are folded."""
    run: list[Row] = []
    for row in shown:
        if run and _folded(row) != _folded(run[0]):
            yield _folded(run[0]), tuple(run)
            run = []
        run.append(row)
    if run:
        yield _folded(run[0]), tuple(run)
