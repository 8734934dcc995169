"""The pages that compare two editions: each block macro is one method, drawn by the renderer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from macros import compare, digest, items, records
from macros.compare import Change, Item
from macros.load import topic_of
from macros.render import Address, Renderer, anchor, comparison_address, relative


@dataclass(frozen=True)
class Row:
    """One change on a page of comparison: its anchor, its places in both editions, its notes, and its neighbours' anchors."""

    change: Change
    anchor: str
    old: tuple[tuple[Item, str, Address], ...]
    new: tuple[tuple[Item, str, Address], ...]
    notes: tuple[records.Note, ...]
    seen_notes: tuple[tuple[records.Note, str], ...]
    before: str
    after: str


@dataclass(frozen=True)
class Block:
    """A heading (its change, its level) or nothing, and the rows below it: changed ones alone, the same ones folded."""

    heading: Change | None
    level: int
    row: Row | None
    runs: tuple[tuple[bool, tuple[Row, ...]], ...]


class Comparisons:
    """The block macros of ``docs/compare/``.

    Arguments: the renderer that draws them.
    """

    def __init__(self, renderer: Renderer) -> None:
        self.base, self.site = renderer, renderer.site

    def comparison_list(self) -> str:
        """Every pair of neighbouring editions, the newest first."""
        pairs = list(zip(self.site.order, self.site.order[1:], strict=False))
        return self.base.draw("comparison_list.html", pairs=[(self.site.edition(a), self.site.edition(b)) for a, b in reversed(pairs)])

    def _pair(self, old: str, new: str, **values: Any) -> dict[str, Any]:
        """What every page about two editions needs, and more."""
        return {"old": self.site.edition(old), "new": self.site.edition(new), "kinds": compare.KINDS, **values}

    def comparison_index(self, old: str, new: str) -> str:
        """Two editions at a glance: counts, the section map, the lists, and the ways into the rest."""
        found = items.changes(self.site, old, new)
        registers = [part for part in items.parts(self.site, old, new) if (old, part) not in self.site.pages and (new, part) not in self.site.pages]
        lists = [(part, items.part_title(self.site, old, new, part), items.counts(items.changes(self.site, old, new, part))) for part in registers]
        homes = [(part, items.part_title(self.site, old, new, part)) for part in items.homes(self.site).values() if part not in registers]
        titles = {part: items.part_title(self.site, old, new, part) for part in items.parts(self.site, old, new)}
        return self.base.draw(
            "comparison_index.html",
            **self._pair(
                old,
                new,
                rows=digest.section_map(self.site, old, new),
                titles=titles,
                lists=lists,
                homes=homes,
                counts=items.counts(found),
                total=len(found),
                sectors=self._sector_pages(old, new),
                told=digest.told(self.site, old, new),
            ),
        )

    def _sector_pages(self, old: str, new: str) -> list[records.Sector]:
        """The sectors that have a page of their own in a comparison."""
        paths = {page.path for page in self.site.others}
        return [sector for sector in self.base.register("sectors") if f"docs/compare/{old}-{new}/for/{sector.id}.md" in paths]

    def change_table(self, old: str, new: str) -> str:
        """Every change note by topic: what, why, for whom, and whether somebody must act."""
        found = digest.told(self.site, old, new)
        parts = [
            (part, items.part_title(self.site, old, new, part), [each for each in found if each.part == part])
            for part in items.parts(self.site, old, new)
        ]
        return self.base.draw("change_table.html", **self._pair(old, new, parts=[each for each in parts if each[2]], total=len(found)))

    def changes_for(self, old: str, new: str, sector: str) -> str:
        """What changed for one sector, on one printed page."""
        own, everybody = digest.for_sector(digest.told(self.site, old, new), sector)
        titles = {part: items.part_title(self.site, old, new, part) for part in items.parts(self.site, old, new)}
        by_topic = [(part, title, found) for part, title in titles.items() if (found := [each for each in everybody if each.part == part])]
        return self.base.draw(
            "changes_for.html",
            **self._pair(old, new, sector=self.site.registers["sectors"].by_id[sector], own=own, everybody=everybody, by_topic=by_topic),
        )

    def promises(self, old: str, new: str) -> str:
        """Promises dropped or weakened in one list, and every change of force in another."""
        here = f"compare/{old}-{new}/promises/"
        weaker, stronger, neither = digest.shifted(self.site, old, new)
        lists = {"dropped": digest.dropped(self.site, old, new), "weaker": weaker, "stronger": stronger, "neither": neither}
        return self.base.draw(
            "promises.html", **self._pair(old, new, lists={name: self._rows(found, old, new, here) for name, found in lists.items()})
        )

    def changed_terms(self, old: str, new: str) -> str:
        """Terms that the two editions print or explain differently, each with where it is used."""
        return self.base.draw(
            "changed_terms.html",
            **self._pair(
                old,
                new,
                terms=digest.changed_terms(self.site, old, new),
                topic_of=topic_of,
                only={e: self._only_in(e, new if e == old else old) for e in (old, new)},
            ),
        )

    def _only_in(self, edition: str, other: str) -> list[records.Term]:
        return [term for term in self.base.register("terms") if term.kind == "term" and edition in term.editions and other not in term.editions]

    def untold(self, old: str, new: str) -> str:
        """What the editions do not tell: reasons, and every ambiguity, slip and silence that the editor noted."""
        found = digest.told(self.site, old, new)
        return self.base.draw(
            "untold.html",
            **self._pair(
                old,
                new,
                told=found,
                silent=[each for each in found if records.is_silence(each.note.why)],
                topic_of=topic_of,
                questions={e: digest.open_questions(self.site, e) for e in (new, old)},
            ),
        )

    def pack(self, old: str, new: str) -> str:
        """The board pack: cover, summary, table, redline, open questions and a place to sign."""
        here = f"compare/{old}-{new}/pack/"
        found = digest.told(self.site, old, new)
        changes = items.changes(self.site, old, new)
        weaker, stronger, _ = digest.shifted(self.site, old, new)
        parts = [
            (
                part,
                items.part_title(self.site, old, new, part),
                [each for each in found if each.part == part],
                [row for row in self._rows(items.changes(self.site, old, new, part), old, new, here) if row.change.kind != compare.SAME],
            )
            for part in items.parts(self.site, old, new)
        ]
        return self.base.draw(
            "pack.html",
            **self._pair(
                old,
                new,
                parts=[each for each in parts if each[2] or each[3]],
                counts=items.counts(changes),
                total=len(changes),
                told=found,
                dropped=digest.dropped(self.site, old, new),
                weaker=weaker,
                stronger=stronger,
                topic_of=topic_of,
                questions=digest.open_questions(self.site, new),
            ),
        )

    def comparison(self, old: str, new: str, topic: str) -> str:
        """One topic of two editions, change by change: redline and side by side, counts, legend, jumps and notes."""
        found = items.changes(self.site, old, new, topic)
        here = comparison_address(old, new, topic)
        rows = self._rows(found, old, new, here)
        pages = {edition: self.site.pages.get((edition, topic)) for edition in (old, new)}
        first = next((row.anchor for row in rows if row.change.kind != compare.SAME), "")
        return self.base.draw(
            "comparison.html",
            **self._pair(
                old,
                new,
                blocks=self._blocks(rows),
                counts=items.counts(found),
                total=len(found),
                first=first,
                pages=pages,
                at={e: relative(here, f"arrangements/{e}/{topic}/") for e in (old, new)},
            ),
        )

    def _rows(self, found: Iterable[Change], old: str, new: str, here: Address) -> list[Row]:
        """Changes with their places, their notes (each in full where it comes first) and their neighbours."""
        found = tuple(found)
        by_id = digest.named(self.site, old, new)
        quiet = self._quiet(old, new)
        changed = [anchor(change.id) for change in found if change.kind != compare.SAME]
        first_at: dict[str, str] = {}
        rows = []
        for change in found:
            own = anchor(change.id)
            mine = [note for note in digest.notes_of(self.site, old, new, change, by_id) if change.kind != compare.SAME or note.id in quiet]
            fresh = tuple(note for note in mine if note.id not in first_at)
            seen = tuple((note, first_at[note.id]) for note in mine if note.id in first_at)
            first_at.update({note.id: own for note in fresh})
            at = changed.index(own) if own in changed else -1
            rows.append(
                Row(
                    change,
                    own,
                    self._places(change.old, old, here),
                    self._places(change.new, new, here),
                    fresh,
                    seen,
                    changed[at - 1] if at > 0 else "",
                    changed[at + 1] if -1 < at < len(changed) - 1 else "",
                )
            )
        return rows

    def _quiet(self, old: str, new: str) -> frozenset[str]:
        """Notes that speak only of what has the same meaning: they are shown there, and nowhere else."""
        return frozenset(each.note.id for each in digest.told(self.site, old, new) if each.change.kind == compare.SAME)

    def _places(self, found: tuple[Item, ...], edition: str, here: Address) -> tuple[tuple[Item, str, Address], ...]:
        places = []
        for item in found:
            topic = items.printed_in(self.site, edition, item)
            mark = f"#{anchor(item.id)}" if topic == item.part else ""
            shown = (edition, topic) in self.site.pages
            address = relative(here, f"arrangements/{edition}/{topic}/") + mark if shown else ""
            places.append((item, items.place(self.site, edition, item), address))
        return tuple(places)

    def _blocks(self, rows: list[Row]) -> list[Block]:
        blocks: list[tuple[Row | None, list[Row]]] = [(None, [])]
        for row in rows:
            if row.change.form == "heading":
                blocks.append((row, []))
            else:
                blocks[-1][1].append(row)
        return [Block(row.change if row else None, self._heading_level(row), row, tuple(_runs(below))) for row, below in blocks if row or below]

    def _heading_level(self, row: Row | None) -> int:
        if row is None:
            return 2
        identifier = row.change.id
        return max(each[identifier].level for each in self.base.by_edition.values() if identifier in each)


def _folded(row: Row) -> bool:
    return row.change.kind == compare.SAME and not row.notes


def _runs(rows: list[Row]) -> Iterable[tuple[bool, tuple[Row, ...]]]:
    """Rows in runs: changed ones, and those of the same meaning, which are folded."""
    run: list[Row] = []
    for row in rows:
        if run and _folded(row) != _folded(run[0]):
            yield _folded(run[0]), tuple(run)
            run = []
        run.append(row)
    if run:
        yield _folded(run[0]), tuple(run)
