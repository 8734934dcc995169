"""Two editions compared: every change between them, and the notes that tell of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

from macros import records
from macros.compare import engine, items
from macros.compare.engine import Change, Item
from macros.read.site import Edition, NotesFile, Site, kept


@dataclass(frozen=True, eq=False)
class Told:
    """A change note with the ``change`` that it is read with, and the ``part`` (topic or register) that shows it."""

    note: records.Note
    change: Change
    part: str


@dataclass(frozen=True, eq=False)
class Comparison:
    """Two editions compared: of one site, or one edition at two revisions of a site.

    Args:
        old: the base.
        new: what it is compared with.
    """

    old: Edition
    new: Edition

    @property
    def site(self) -> Site:
        """The site of the newer edition."""
        return self.new.site

    @cached_property
    def name(self) -> str:
        """The folder of its pages."""
        return f"{self.old.id}-{self.new.id}"

    @property
    def backwards(self) -> bool:
        """Whether its base is the later of two editions of one site."""
        order = self.site.order
        return self.old.site is self.site and order.index(self.old.id) > order.index(self.new.id)

    @cached_property
    def _steps(self) -> tuple[NotesFile, ...]:
        """The files of notes between the two editions, neighbours or not."""
        order = self.site.order
        if self.old.site is not self.site:
            return ()
        first, last = sorted((order.index(self.old.id), order.index(self.new.id)))
        return tuple(self.site.notes[pair] for pair in zip(order[first:last], order[first + 1 : last + 1], strict=True) if pair in self.site.notes)

    @cached_property
    def notes(self) -> tuple[records.Note, ...]:
        """Every change note between the two."""
        return tuple(note for file in self._steps for note in file)

    @cached_property
    def pairs(self) -> engine.Pairs:
        """Which ids carry on as which: composed over the editions between, inverted where read backwards."""
        order = self.site.order
        if self.old.site is not self.site:
            return engine.between(items.by_id(self.old), items.by_id(self.new))
        first, last = order.index(self.old.id), order.index(self.new.id)
        if first > last:
            return engine.inverted(between(self.site, self.new.id, self.old.id).pairs)
        ids = [items.by_id(self.site.editions[edition]) for edition in order[first : last + 1]]
        found = engine.between(ids[0], ids[0])
        for step, (before, after) in enumerate(zip(ids, ids[1:], strict=False)):
            file = self.site.notes.get((order[first + step], order[first + step + 1]))
            found = engine.then(found, engine.between(before, after, file.lineage if file else ()))
        return found | engine.between(ids[0], ids[-1])

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """Every change."""
        return engine.compare(items.of(self.old), items.of(self.new), self.pairs, items.forces(self.site))

    @cached_property
    def _by_part(self) -> Mapping[str, tuple[Change, ...]]:
        found: dict[str, list[Change]] = {}
        for change in self.changes:
            for part in change.parts:
                found.setdefault(part, []).append(change)
        return {part: tuple(each) for part, each in found.items()}

    def of(self, part: str) -> tuple[Change, ...]:
        """Every change that touches a topic or register."""
        return self._by_part.get(part, ())

    @cached_property
    def change_of(self) -> Mapping[tuple[str, str], Change]:
        """Each change by the side (old or new) and the id of an item of it."""
        sides = (("old", change.old, change) for change in self.changes), (("new", change.new, change) for change in self.changes)
        return MappingProxyType({(side, item.id): change for found in sides for side, group, change in found for item in group})

    @cached_property
    def counts(self) -> Mapping[str, int]:
        """How many changes there are of each kind."""
        return engine.counts(self.changes)

    @cached_property
    def parts(self) -> tuple[str, ...]:
        """What is compared on a page of its own: the topics of both editions, the newer one's first, then the other registers."""
        return tuple(dict.fromkeys([*self.new.topics, *self.old.topics, *items.homes(self.site).values()]))

    def title_of(self, part: str) -> str:
        """What a page of comparison is about: the topic's title, or the register's."""
        page = self.new.page(part) or self.old.page(part)
        return page.meta.title if page else records.KINDS[part].title

    @cached_property
    def titles(self) -> Mapping[str, str]:
        """What each of those pages is about."""
        return MappingProxyType({part: self.title_of(part) for part in self.parts})

    @cached_property
    def named(self) -> Mapping[str, tuple[records.Note, ...]]:
        """The change notes by every id that they name."""
        found: dict[str, list[records.Note]] = {}
        for note in self.notes:
            lineage = [i for each in note.replaces for i in (*each.old, *each.new)]
            for identifier in dict.fromkeys((*note.where, *note.removed, *lineage)):
                found.setdefault(identifier, []).append(note)
        return MappingProxyType({identifier: tuple(notes) for identifier, notes in found.items()})

    def _sides(self, change: Change) -> Iterable[tuple[str, Edition, Item]]:
        return [*(("new", self.new, item) for item in change.new), *(("old", self.old, item) for item in change.old)]

    def notes_of(self, change: Change) -> tuple[records.Note, ...]:
        """The notes about a change, each once."""
        ids = [i for _, edition, item in self._sides(change) for i in items.noted_as(edition, item)]
        return tuple({note.id: note for i in ids for note in self.named.get(i, ())}.values())

    def is_explained(self, change: Change) -> bool:
        """Whether a note tells of a change: it names an item of it, or what stands around it and fared alike.

        A note on a heading tells of what is added below it only if the heading is new too; a note on the words that
        introduce a list, of its items if they changed through these words or fared as these words did.
        """
        if self.notes_of(change):
            return True
        for side, edition, item in self._sides(change):
            leads = items.lead_ins(edition, item)
            for around in (*leads, *self._headings(edition, item)):
                other = self.change_of.get((side, around))
                if other and self.notes_of(other) and (other.kind == change.kind or (change.by_lead_in and around in leads)):
                    return True
        return False

    @staticmethod
    def _headings(edition: Edition, item: Item) -> tuple[str, ...]:
        found, each = [], edition.by_id.get(item.id)
        while each and each.heading and each.heading not in found:
            found.append(each.heading)
            each = edition.by_id.get(each.heading)
        return tuple(found)

    @cached_property
    def told(self) -> tuple[Told, ...]:
        """Every change note, in the order of the newer edition, with the first change that it speaks of.

        A note is read with a change of meaning where it has one.
        """
        found: dict[str, Told] = {}
        for change in sorted(self.changes, key=lambda each: each.kind == engine.SAME):
            for note in self.notes_of(change):
                found.setdefault(note.id, Told(note, change, (change.new or change.old)[0].part))
        place = {id(change): i for i, change in enumerate(self.changes)}
        return tuple(sorted(found.values(), key=lambda each: place[id(each.change)]))

    @cached_property
    def _first_change(self) -> Mapping[str, Change]:
        return {each.note.id: each.change for each in self.told}

    @cached_property
    def quiet(self) -> frozenset[str]:
        """The notes that speak only of what means the same."""
        return frozenset(each.note.id for each in self.told if each.change.kind == engine.SAME)

    def is_told_with(self, note: records.Note, change: Change) -> bool:
        """Whether a note on a change is told with it: with one of the same meaning, only if that is all that the note speaks of."""
        return change.kind != engine.SAME or self._first_change[note.id].kind == engine.SAME


def neighbours(site: Site) -> tuple[Comparison, ...]:
    """The comparisons of neighbouring editions, the oldest first."""
    return tuple(between(site, old, new) for old, new in zip(site.order, site.order[1:], strict=False))


@kept
def between(site: Site, old: str, new: str) -> Comparison:
    """The comparison of any two editions of a site."""
    return Comparison(site.editions[old], site.editions[new])


def before(edition: Edition) -> Comparison | None:
    """The comparison of an edition with the one before it, or None for the oldest."""
    earlier = edition.site.neighbour(edition.id, -1)
    return between(edition.site, earlier.id, edition.id) if earlier else None


def after(edition: Edition) -> Comparison | None:
    """The comparison of an edition with the one after it, or None where that is a draft or there is none."""
    later = edition.site.neighbour(edition.id, 1)
    return between(edition.site, edition.id, later.id) if later and not later.draft else None
