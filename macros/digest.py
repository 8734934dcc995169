"""What a reviewer asks of a comparison: what was dropped or weakened, for whom, why, and what stays untold."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from macros import compare, items, records
from macros.compare import Change
from macros.load import Site, topic_of
from macros.provisions import EditorNote, Page

STRENGTHS = ("duty", "expectation", "aim")
"""How strong a verb of duty is, the strongest first: this site's reading, stated in terms.yaml for each verb.

A permission (may, can, is able to, enables) is not ranked: the words stand too often beside the duty, not for it.
"""


@dataclass(frozen=True)
class Told:
    """A change note with the ``change`` that it is read with, and the ``part`` (topic or register) that shows it."""

    note: records.Note
    change: Change
    part: str


@cache
def named(site: Site, old: str, new: str) -> Mapping[str, tuple[records.Note, ...]]:
    """The change notes between two editions by every id that they name."""
    found: dict[str, list[records.Note]] = {}
    for note in items.notes_between(site, old, new):
        lineage = [i for each in note.replaces for i in (*each.old, *each.new)]
        for identifier in dict.fromkeys((*note.where, *note.removed, *lineage)):
            found.setdefault(identifier, []).append(note)
    return MappingProxyType({identifier: tuple(notes) for identifier, notes in found.items()})


def notes_of(site: Site, old: str, new: str, change: Change, by_id: Mapping[str, tuple[records.Note, ...]]) -> tuple[records.Note, ...]:
    """The notes that name an item of a change, each once."""
    ids = [i for edition, side in ((new, change.new), (old, change.old)) for item in side for i in items.noted_as(site, edition, item)]
    return tuple({note.id: note for i in ids for note in by_id.get(i, ())}.values())


def is_named(site: Site, old: str, new: str, change: Change, by_id: Mapping[str, tuple[records.Note, ...]]) -> bool:
    """Whether a note names a change: one of its items, the heading they stand under, or the words that introduce them."""
    around = [i for edition, side in ((old, change.old), (new, change.new)) for item in side for i in (item.place, *lead_ins(site, edition, item))]
    return bool(notes_of(site, old, new, change, by_id)) or any(i in by_id for i in around)


def lead_ins(site: Site, edition: str, item: compare.Item) -> tuple[str, ...]:
    """The ids of the words that introduce an item, the nearest first."""
    among, found = _items(site, edition), []
    while item.lead_in in among and item.lead_in not in found:
        found.append(item.lead_in)
        item = among[item.lead_in]
    return tuple(found)


@cache
def _items(site: Site, edition: str) -> Mapping[str, compare.Item]:
    return {item.id: item for item in items.of_edition(site, edition)}


@cache
def told(site: Site, old: str, new: str) -> tuple[Told, ...]:
    """Every change note, in the order of the newer edition, with the first change that it speaks of.

    A note is read with a change of meaning where it has one.
    """
    found: dict[str, Told] = {}
    by_id = named(site, old, new)
    changes = items.changes(site, old, new)
    for change in sorted(changes, key=lambda each: each.kind == compare.SAME):
        for note in notes_of(site, old, new, change, by_id):
            found.setdefault(note.id, Told(note, change, (change.new or change.old)[0].part))
    place = {id(change): i for i, change in enumerate(changes)}
    return tuple(sorted(found.values(), key=lambda each: place[id(each.change)]))


def for_sector(notes: Iterable[Told], sector: str) -> tuple[tuple[Told, ...], tuple[Told, ...]]:
    """What changed for a sector.

    Returns: the notes that name the sector; and those that put a new or stronger duty on everybody.
    """
    found = tuple(notes)
    own = tuple(each for each in found if sector in each.note.affects)
    return own, tuple(each for each in found if each.note.affects == ("all",) and each.note.act == "yes")


def strength(site: Site, texts: Iterable[str]) -> int | None:
    """How strong the strongest verb of duty in some texts is: 0 a duty, 1 an expectation, 2 an aim, or None for none of them."""
    verbs = [record for record in site.registers["terms"] if record.kind == "force" and record.strength in STRENGTHS]
    ranks = {record.name: STRENGTHS.index(record.strength) for record in verbs}
    found = [ranks[verb] for text in texts for verb in compare.verbs(text, items.forces(site)) if verb in ranks]
    return min(found, default=None)


def _in_force(site: Site, edition: str, side: tuple[compare.Item, ...]) -> int | None:
    among = _items(site, edition)
    return strength(site, [text for item in side for text in (item.text, *(among[i].text for i in lead_ins(site, edition, item)))])


@cache
def dropped(site: Site, old: str, new: str) -> tuple[Change, ...]:
    """Promises of the older edition without a counterpart: removed provisions with a verb of duty, expectation or aim."""
    gone = [change for change in items.changes(site, old, new) if change.kind == compare.REMOVED and change.form not in ("heading", "record")]
    return tuple(change for change in gone if _in_force(site, old, change.old) is not None)


@cache
def shifted(site: Site, old: str, new: str) -> tuple[tuple[Change, ...], tuple[Change, ...], tuple[Change, ...]]:
    """Every change of force, as weakened, strengthened, and neither (one side is a plain statement, or both are as strong)."""
    weaker, stronger, neither = [], [], []
    for change in items.changes(site, old, new):
        if compare.FORCE in change.kinds:
            before, after = _in_force(site, old, change.old), _in_force(site, new, change.new)
            level = before is None or after is None or before == after
            (neither if level else weaker if before < after else stronger).append(change)
    return tuple(weaker), tuple(stronger), tuple(neither)


@dataclass(frozen=True)
class TermChange:
    """A term whose meaning or name differs between two editions, with the topics that use it in each."""

    term: records.Term
    old: records.TermPrinted
    new: records.TermPrinted
    used: Mapping[str, tuple[Page, ...]]


def changed_terms(site: Site, old: str, new: str) -> tuple[TermChange, ...]:
    """Terms that both editions have, and print or explain differently."""
    found = []
    for term in site.registers["terms"]:
        before, after = term.editions.get(old), term.editions.get(new)
        differs = (
            before
            and after
            and ((before.name, before.short) != (after.name, after.short) or (before.means or after.means) != (after.means or before.means))
        )
        if term.kind == "term" and differs:
            used = {edition: _using(site, edition, printed) for edition, printed in ((old, before), (new, after))}
            found.append(TermChange(term, before, after, MappingProxyType(used)))
    return tuple(found)


def _using(site: Site, edition: str, printed: records.TermPrinted) -> tuple[Page, ...]:
    words = "|".join(re.escape(word) for word in (printed.name, printed.short) if word)
    used = re.compile(rf"\b(?:{words})(?:s|es)?\b", re.IGNORECASE)
    return tuple(page for page in site.topics(edition) if any(used.search(each.text) for each in page.provisions))


def open_questions(site: Site, edition: str) -> tuple[tuple[Page, tuple[EditorNote, ...]], ...]:
    """The editor's notes of an edition, page by page: ambiguities, slips and silences of the document."""
    return tuple((page, page.notes) for page in site.topics(edition) if page.notes)


def section_map(site: Site, old: str, new: str) -> tuple[tuple[str, Page | None, Page | None, Mapping[str, int]], ...]:
    """Every topic with its page in both editions and what changed, in the newer edition's order."""
    topics = dict.fromkeys([*map(topic_of, site.topics(new)), *map(topic_of, site.topics(old))])
    return tuple(
        (topic, site.pages.get((old, topic)), site.pages.get((new, topic)), items.counts(items.changes(site, old, new, topic))) for topic in topics
    )
