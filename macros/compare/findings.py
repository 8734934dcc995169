"""What a reviewer asks of a comparison: what is key, what became of each promise, what binds whom, what stays untold.

Every summary is drawn from the notes of people. Rules only count, and say where a note is wanting.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from macros import records
from macros.compare import engine, items
from macros.compare.comparison import Comparison, Told
from macros.compare.engine import Change, Item
from macros.read.promised import Answered, answered, by_provision
from macros.read.provisions import EditorNote, Page
from macros.read.site import Edition, Site, kept, topic_of
from macros.records.notes import DutyChange

STRENGTHS = ("duty", "expectation", "aim")
"""How strong a verb of duty is, the strongest first: this site's reading, stated in terms.yaml for each verb.

A permission (may, can, is able to, enables) is not ranked: the words stand too often beside the duty, not for it.
"""

ORDER = ("no counterpart", "weaker", "stronger", "replaced", "time passed", "in place", "carried on")
"""The fates of promises in the order that matters to a reviewer."""

AGENCIES = "relevant-agencies"
"""How a note names every named relevant agency."""

BOUND = ("yes", "partly")
"""The answers to “are we a relevant agency?” with which a sector's bodies are bound by what binds every named one."""


def key_changes(comparison: Comparison) -> records.KeyChanges | None:
    """What matters first between two editions; None where nobody has written it down."""
    return comparison.site.key_changes.get((comparison.old.id, comparison.new.id))


# Counts


def _counted_as(change: Change) -> str | None:
    """The kind under which a change is counted; None for one that only its introduction brings about, which is counted itself."""
    if not change.by_lead_in:
        return change.kind
    return next((kind for kind in change.kinds if kind not in (engine.REWORDED, engine.FORCE)), None)


def is_counted(change: Change) -> bool:
    """Whether a change is one of what the editions print, not of records that tell it again."""
    return all(items.is_printed(item) for item in (*change.old, *change.new))


def counts(found: Iterable[Change], *, everything: bool = False) -> Mapping[str, int]:
    """How many changes of each kind there are, in the order of ``engine.KINDS``; what did not change is left out.

    Only what the editions print is counted, and once: neither records that tell it again, nor items that changed through the
    words that introduce them, nor labels of ours.

    Args:
        found: the changes.
        everything: whether records that tell again what is printed are counted too, as on a page of theirs.
    """
    counted = Counter(_counted_as(change) for change in found if everything or is_counted(change))
    return MappingProxyType({kind: counted[kind] for kind in engine.KINDS if counted[kind] and kind != engine.SAME})


# Promises


@kept
def _ranks(site: Site) -> Mapping[str, int]:
    verbs = [record for record in site.register("terms") if record.kind == "force" and record.strength in STRENGTHS]
    ranks = {record.name: STRENGTHS.index(record.strength) for record in verbs}
    return ranks | {f"{name} not": rank for name, rank in ranks.items()}


def strength(site: Site, texts: Iterable[str]) -> int | None:
    """How strong the strongest verb of duty in some texts is: 0 a duty, 1 an expectation, 2 an aim, or None for none of them."""
    ranks = _ranks(site)
    found = [ranks[verb] for text in texts for verb in engine.verbs(text, items.forces(site)) if verb in ranks]
    return min(found, default=None)


def in_force(edition: Edition, side: tuple[Item, ...]) -> int | None:
    """How strong the strongest verb of duty in some items and their lead-ins is."""
    among = items.by_id(edition)
    return strength(edition.site, [text for item in side for text in (item.text, *(among[i].text for i in items.lead_ins(edition, item)))])


@dataclass(frozen=True)
class Promise:
    """What a person decided of a promise of the older edition.

    Args:
        fate: what became of it.
        told: the note that says so.
        old: the provisions that made it.
        new: those that stand in their place now.
    """

    fate: str
    told: Told
    old: tuple[Item, ...]
    new: tuple[Item, ...]


def promises(comparison: Comparison) -> Mapping[str, tuple[Promise, ...]]:
    """The promises of the older edition by what became of them, as notes decide it, in the order of ``ORDER``.

    Read backwards a comparison has none: notes tell what became of the older edition's promises, not of the newer one's.
    """
    among = items.by_id(comparison.old)
    found: dict[str, list[Promise]] = {fate: [] for fate in ORDER}
    for told in () if comparison.backwards else comparison.told:
        for each in told.note.fates:
            old = tuple(among[i] for i in each.of if i in among)
            changes = [comparison.change_of["old", item.id] for item in old]
            new = {item.id: item for change in changes for item in change.new}
            if old:
                found[each.fate].append(Promise(each.fate, told, old, tuple(new.values())))
    return MappingProxyType({fate: tuple(each) for fate, each in found.items()})


def reported(comparison: Comparison, note: records.Note) -> tuple[Answered, ...]:
    """What reports tell of the newer edition's promises that a note speaks of, each once, in the promises' order."""
    promised = by_provision(comparison.new)
    named = {*note.where, *(i for each in note.replaces for i in each.new)}
    mine = {id(each): each for identifier in named for each in promised.get(identifier, ())}
    return tuple(mine[each] for each in sorted(mine, key=_order(comparison.new).__getitem__))


@kept
def _order(edition: Edition) -> Mapping[int, int]:
    """The place of each answer among all of an edition, by the very object."""
    return {id(each): place for place, each in enumerate(answered(edition))}


_EQUAL = frozenset((engine.SAME, engine.MOVED, engine.RENAMED))
"""The kinds of a change in which the words stayed the same."""


def promises_without_fate(comparison: Comparison) -> tuple[Item, ...]:
    """Older provisions with a verb of duty, their own or of the words that introduce them, that have no equal and no fate.

    Where only the words that introduce an item changed, the fate is asked of those words, once.
    """
    old = comparison.old
    decided = {identifier for note in comparison.notes for fate in note.fates for identifier in fate.of}
    wanting = []
    for change in comparison.changes:
        if not change.old or change.by_lead_in or set(change.kinds) <= _EQUAL or change.form == "record":
            continue
        promising = (item for item in change.old if item.form not in ("heading", "record") and item.id not in decided)
        wanting += [item for item in promising if in_force(old, (item,)) is not None]
    return tuple(wanting)


# Sectors


def bound_with(edition: Edition, sector: records.Sector) -> frozenset[str]:
    """The ids under which a duty binds a sector: itself, its groups and offices, and all relevant agencies where it is named as one."""
    entry = sector.editions.get(edition.id)
    named = bool(entry and entry.answer and entry.answer.named in BOUND)
    return frozenset((sector.id, *sector.groups, *sector.posts, *((AGENCIES,) if named else ())))


@dataclass(frozen=True)
class ForSector:
    """What changed for one sector, and what its page leaves out.

    Args:
        duties: notes of duties on it, its groups or its offices, those that matter most first, each with these duties.
        agencies: notes of duties on every named relevant agency, where it is named as one.
        named: other notes that name it, but for wording.
        key: the key changes that concern everybody, or this sector.
        expected: what is expected of every named relevant agency, after the words that introduce it; empty where it is not named as one.
        others: other notes that concern everybody, but for wording.
        wording: notes of wording that concern it or everybody.
    """

    duties: tuple[tuple[Told, tuple[DutyChange, ...]], ...]
    agencies: tuple[tuple[Told, tuple[DutyChange, ...]], ...]
    named: tuple[Told, ...]
    key: tuple[records.KeyChange, ...]
    expected: tuple[str, ...]
    others: tuple[Told, ...]
    wording: tuple[Told, ...]


def for_sector(comparison: Comparison, sector: records.Sector) -> ForSector:
    """What changed for one sector.

    Args:
        comparison: the two editions.
        sector: the sector's record.
    """
    bound = bound_with(comparison.new, sector)
    duties: list[tuple[Told, tuple[DutyChange, ...]]] = []
    agencies: list[tuple[Told, tuple[DutyChange, ...]]] = []
    named: list[Told] = []
    others: list[Told] = []
    wording: list[Told] = []
    for told in sorted(comparison.told, key=lambda each: each.note.weight != "key"):
        note = told.note
        own = tuple(each for each in note.duty if bound & set(each.on))
        if own and note.weight != "wording":
            (duties if any((bound - {AGENCIES}) & set(each.on) for each in own) else agencies).append((told, own))
        elif sector.id in note.affects or "all" in note.affects:
            (wording if note.weight == "wording" else named if sector.id in note.affects else others).append(told)
    summed = key_changes(comparison)
    by_id = {note.id: note for note in comparison.notes}
    key = tuple(each for each in (summed.key if summed else ()) if _concerns(each, by_id, sector.id))
    return ForSector(tuple(duties), tuple(agencies), tuple(named), key, _expected(comparison.new, bound), tuple(others), tuple(wording))


def _concerns(key: records.KeyChange, notes: Mapping[str, records.Note], sector: str) -> bool:
    return any({"all", sector} & set(notes[i].affects) for i in key.notes if i in notes)


def _expected(edition: Edition, bound: frozenset[str]) -> tuple[str, ...]:
    """The provisions that say what is expected of every named relevant agency, where some body is one."""
    first = edition.site.partnership.expectations
    if first is None or AGENCIES not in bound or first not in edition.by_id:
        return ()
    return (first, *(each.id for page in edition.pages for each in page.provisions if each.lead_in == first))


# Groups


@dataclass(frozen=True)
class GroupFate:
    """What became of a group of the older edition.

    Args:
        group: its record.
        old: what the older edition prints.
        new: what the newer edition prints of it, or of the records that carry it on; empty where it prints none.
        notes: the change notes that speak of it.
    """

    group: records.Group
    old: records.GroupEntry
    new: tuple[records.Entry, ...]
    notes: tuple[records.Note, ...]


def group_fates(comparison: Comparison) -> tuple[tuple[GroupFate, ...], tuple[tuple[records.Group, records.GroupEntry], ...]]:
    """What became of every group of the older edition, and the groups that only the newer one prints."""
    old, new, site = comparison.old, comparison.new, comparison.site
    onward: dict[str, list[str]] = {}
    for before, after in sorted(comparison.pairs):
        onward.setdefault(before, []).append(after)
    found, reached = [], set()
    for group, entry in old.entries("groups"):
        own = f"groups/{group.id}"
        goals = [goal for goal in onward.get(own, ()) if "/" in goal]
        reached |= set(goals)
        entries = [site.register(register).by_id[name].editions[new.id] for register, _, name in (goal.partition("/") for goal in goals)]
        found.append(GroupFate(group, entry, tuple(entries), comparison.named.get(own, ())))
    return tuple(found), tuple(pair for pair in new.entries("groups") if f"groups/{pair[0].id}" not in reached)


# Terms


VANISHED, EXPLAINED, NAMED = TERM_CHANGES = ("vanished", "explained", "named")
"""How a term changed: its explanation vanished, is another, or the term only goes by another name or has a first explanation."""


@dataclass(frozen=True)
class TermChange:
    """A term whose meaning or name differs between two editions, with the topics that use it in each."""

    term: records.Term
    old: records.TermEntry
    new: records.TermEntry | None
    used: Mapping[str, tuple[Page, ...]]

    @property
    def how(self) -> str:
        """How it changed, of ``TERM_CHANGES``."""
        before, after = self.old.means, self.new.means if self.new else None
        if before and not after:
            return VANISHED
        return EXPLAINED if before and after and engine.folded(before) != engine.folded(after) else NAMED


def changed_terms(comparison: Comparison) -> tuple[TermChange, ...]:
    """Terms that the editions print or explain differently, and those that only the older one explains though the newer uses them."""
    found = []
    old, new = comparison.old, comparison.new
    for term in comparison.site.register("terms"):
        before, after = term.editions.get(old.id), term.editions.get(new.id)
        if term.kind != "term" or not before or (after and not _term_differs(before, after)):
            continue
        used = {edition.id: _using(edition, entry) for edition, entry in ((old, before), (new, after or before))}
        if after or (before.means and used[new.id]):
            found.append(TermChange(term, before, after, MappingProxyType(used)))
    return tuple(found)


def _term_differs(before: records.TermEntry, after: records.TermEntry) -> bool:
    pairs = ((before.name, after.name), (before.short or "", after.short or ""), (before.means or "", after.means or ""))
    return any(engine.folded(old) != engine.folded(new) for old, new in pairs)


def _using(edition: Edition, entry: records.TermEntry) -> tuple[Page, ...]:
    words = [engine.folded(word) for word in (entry.name, entry.short) if word]
    used = re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})(?:s|es)?\b")
    return tuple(page for page, text in zip(edition.pages, _texts(edition), strict=True) if any(word in text for word in words) and used.search(text))


@kept
def _texts(edition: Edition) -> tuple[str, ...]:
    """All words of each page of an edition, folded."""
    return tuple("\n".join(engine.folded(each.text) for each in page.provisions) for page in edition.pages)


# Open questions, and what is due


def open_questions(edition: Edition) -> tuple[tuple[Page, tuple[EditorNote, ...]], ...]:
    """The editor's notes of an edition, page by page: ambiguities, slips and silences of the document."""
    return tuple((page, page.notes) for page in edition.pages if page.notes)


def due(edition: Edition) -> tuple[tuple[records.Duty, records.DutyEntry], ...]:
    """The duties of an edition for which it prints a time, those that come on a day first."""
    found = [(duty, entry) for duty, entry in edition.entries("duties") if entry.date and not records.is_silence(entry.date)]
    return tuple(sorted(found, key=lambda pair: (pair[1].due is None, str(pair[1].due or ""))))


def unclear(edition: Edition) -> tuple[tuple[records.Duty, records.DutyEntry], ...]:
    """The duties of an edition of which it leaves something open."""
    return tuple((duty, entry) for duty, entry in edition.entries("duties") if entry.ambiguity)


@dataclass(frozen=True)
class Section:
    """A topic on the map of sections.

    Args:
        topic: its name.
        old: its page in the older edition, or None.
        new: its page in the newer one, or None.
        counts: its changes by kind.
        gist: the notes that tell the most of it.
    """

    topic: str
    old: Page | None
    new: Page | None
    counts: Mapping[str, int]
    gist: tuple[records.Note, ...]


GIST = 3
"""How many notes the map of sections names for a topic."""


def section_map(comparison: Comparison) -> tuple[Section, ...]:
    """Every topic with its page in both editions and what changed, in the newer edition's order."""
    topics = dict.fromkeys([*map(topic_of, comparison.new.pages), *map(topic_of, comparison.old.pages)])
    found = []
    for topic in topics:
        notes = [told.note for told in comparison.told if told.part == topic and told.note.weight != "wording"]
        gist = sorted(notes, key=lambda note: note.weight != "key")[:GIST]
        found.append(Section(topic, comparison.old.page(topic), comparison.new.page(topic), counts(comparison.of(topic)), tuple(gist)))
    return tuple(found)
