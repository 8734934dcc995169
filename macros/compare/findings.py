"""What a reviewer asks of a comparison: what was dropped or weakened, for whom, what stays untold."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from macros import records
from macros.compare import engine, items
from macros.compare.comparison import Comparison, Told
from macros.compare.engine import Change
from macros.read.provisions import EditorNote, Page
from macros.read.site import Edition, Site, kept, topic_of

STRENGTHS = ("duty", "expectation", "aim")
"""How strong a verb of duty is, the strongest first: this site's reading, stated in terms.yaml for each verb.

A permission (may, can, is able to, enables) is not ranked: the words stand too often beside the duty, not for it.
"""


def for_sector(notes: Iterable[Told], sector: str) -> tuple[tuple[Told, ...], tuple[Told, ...]]:
    """What changed for a sector.

    Returns: the notes that name the sector; and those that put a new or stronger duty on everybody.
    """
    found = tuple(notes)
    own = tuple(each for each in found if sector in each.note.affects)
    return own, tuple(each for each in found if each.note.affects == ("all",) and each.note.act == "yes")


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


def in_force(edition: Edition, side: tuple[engine.Item, ...]) -> int | None:
    """How strong the strongest verb of duty in some items and their lead-ins is."""
    among = items.by_id(edition)
    return strength(edition.site, [text for item in side for text in (item.text, *(among[i].text for i in items.lead_ins(edition, item)))])


def dropped(comparison: Comparison) -> tuple[Change, ...]:
    """Promises of the older edition without a counterpart: removed provisions with a verb of duty, expectation or aim."""
    gone = [change for change in comparison.changes if change.kind == engine.REMOVED and change.form not in ("heading", "record")]
    return tuple(change for change in gone if in_force(comparison.old, change.old) is not None)


def shifted(comparison: Comparison) -> tuple[tuple[Change, ...], tuple[Change, ...], tuple[Change, ...]]:
    """Every change of force, as weakened, strengthened, and neither (one side is a plain statement, or both are as strong)."""
    weaker, stronger, neither = [], [], []
    for change in comparison.changes:
        if engine.FORCE in change.kinds:
            before, after = in_force(comparison.old, change.old), in_force(comparison.new, change.new)
            if before is None or after is None or before == after:
                neither.append(change)
            else:
                (weaker if before < after else stronger).append(change)
    return tuple(weaker), tuple(stronger), tuple(neither)


@dataclass(frozen=True)
class TermChange:
    """A term whose meaning or name differs between two editions, with the topics that use it in each."""

    term: records.Term
    old: records.TermEntry
    new: records.TermEntry
    used: Mapping[str, tuple[Page, ...]]


def changed_terms(comparison: Comparison) -> tuple[TermChange, ...]:
    """Terms that both editions have, and print or explain differently, or that the newer one explains no longer."""
    found = []
    old, new = comparison.old, comparison.new
    for term in comparison.site.register("terms"):
        before, after = term.editions.get(old.id), term.editions.get(new.id)
        if term.kind == "term" and before and after and _term_differs(before, after):
            used = {edition.id: _using(edition, entry) for edition, entry in ((old, before), (new, after))}
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


def open_questions(edition: Edition) -> tuple[tuple[Page, tuple[EditorNote, ...]], ...]:
    """The editor's notes of an edition, page by page: ambiguities, slips and silences of the document."""
    return tuple((page, page.notes) for page in edition.pages if page.notes)


def section_map(comparison: Comparison) -> tuple[tuple[str, Page | None, Page | None, Mapping[str, int]], ...]:
    """Every topic with its page in both editions and what changed, in the newer edition's order."""
    topics = dict.fromkeys([*map(topic_of, comparison.new.pages), *map(topic_of, comparison.old.pages)])
    return tuple((topic, comparison.old.page(topic), comparison.new.page(topic), engine.counts(comparison.of(topic))) for topic in topics)
