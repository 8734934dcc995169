"""The pages for agencies, and that of people and structure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from macros import records
from macros.compare import comparison, items
from macros.compare.comparison import Comparison
from macros.pages import addresses, guidance, quotes, reports
from macros.pages.addresses import Here
from macros.pages.draw import Draw
from macros.pages.guidance import Due, drawn
from macros.read import amendments, quoted
from macros.read.site import Edition

_CHANGES = 4
"""How many changes a sector's page tells; the rest stand on the page of the comparison."""


@dataclass(frozen=True)
class Branch:
    """A group in the structure, with those that report to it and those that meet as it."""

    group: records.Group
    entry: records.GroupEntry
    meets_as: tuple[tuple[Any, Any], ...]
    below: tuple[Branch, ...]


def for_agency(draw: Draw, here: Here, identifier: str) -> str:
    """One sector: whether it is a relevant agency, what binds it, who represents it, what changed, what the report says.

    Args:
        draw: the templates.
        here: the page.
        identifier: the sector's id.
    """
    site, now = draw.site, draw.site.now
    sector = draw.by_id("sectors", identifier)
    entry = sector.editions.get(now.id)
    answer = entry.answer if entry else None
    named = bool(answer and answer.named != "no")
    common, further = _common(now, named=named) if answer else ((), ())
    own = tuple(each for each in quoted.whole(now, entry.expected) if each not in common) if entry else ()
    groups = _printed(now, sector.groups)
    every = quoted.whole(now, site.partnership.sub_groups) if any(group.kind == "sub-group" for group, _ in groups) else ()
    further = tuple(each for each in further if each not in own)
    shown = {*common, *further, *own, *every, *(answer.provision if answer else ())}
    for _, each in groups:
        shown |= set(each.provisions)
    duties = guidance.dues(now)
    bound = {identifier, *(("relevant-agencies",) if named else ())}
    compared = comparison.before(now)
    list_topic = items.homes(site)["agencies"]
    return drawn(
        draw,
        "for_agency.html",
        here,
        sector=sector,
        answer=answer,
        entry=entry,
        common=common,
        further=_by_topic(now, further),
        own=_by_topic(now, own),
        every=every,
        duties=[each for each in duties if bound & set(each.entry.by)],
        rows=[(row, each) for row, each in now.entries("representation") if row.sector == identifier],
        groups=[(group, each, _of_group(duties, group, every)) for group, each in groups],
        attends=_printed(now, sector.attends),
        agencies=[(agency, each) for agency, each in now.entries("agencies") if agency.sector == identifier],
        whole_list=here.to(addresses.of_topic(now, list_topic)) if now.page(list_topic) else "",
        elsewhere=[each for each in (entry.provision if entry else ()) if each not in shown],
        facts=reports.for_sector(site, identifier),
        told=_told(compared, identifier),
        amended=quotes.amended(now, amendments.of_sector(now, identifier), here),
        changes=here.to(addresses.of_comparison(compared, f"for/{identifier}")) if compared else "",
    )


def _common(edition: Edition, *, named: bool) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What binds every named relevant agency, or every organisation: what the list of expectations and its page say, and what other pages say."""
    partnership = edition.site.partnership
    if not named:
        return (), quoted.whole(edition, partnership.everybody)
    lead = partnership.expectations
    found = quoted.whole(edition, (*partnership.binding, *((lead,) if lead else ()), *partnership.everybody))
    home = edition.page_of.get(lead or "")
    return tuple(each for each in found if edition.page_of[each] is home), tuple(each for each in found if edition.page_of[each] is not home)


def _printed(edition: Edition, groups: tuple[str, ...]) -> list[tuple[Any, Any]]:
    """Those of some groups that an edition prints, each with what it prints."""
    return [(group, entry) for group, entry in edition.entries("groups") if group.id in groups]


def _of_group(duties: list[Due], group: records.Group, every: tuple[str, ...]) -> list[Due]:
    """The duties of a group with a time; of a sub-group also those that rest on what binds every sub-group and its chair."""
    common = set(every) if group.kind == "sub-group" else set()
    return [each for each in duties if group.id in each.entry.by or common & set(each.entry.provision)]


def _by_topic(edition: Edition, ids: tuple[str, ...]) -> list[tuple[str, list[str]]]:
    """Provisions by the title of the page on which they stand."""
    found: dict[str, list[str]] = {}
    for each in ids:
        found.setdefault(edition.page_of[each].meta.title, []).append(each)
    return list(found.items())


def _told(compared: Comparison | None, sector: str) -> tuple[list[records.Note], int]:
    """The weightiest changes that concern a sector and not everybody, and how many there are in all."""
    notes = [note for note in compared.notes if sector in note.affects and note.weight != "wording"] if compared else []
    return sorted(notes, key=lambda note: note.weight != "key")[:_CHANGES], len(notes)


def people(draw: Draw, here: Here) -> str:
    """Who holds which office, in one table, and the structure as the words state it."""
    site = draw.site
    posts = [(edition, *_named_first(edition)) for edition in reversed(site.issued)]
    groups = site.now.entries("groups")
    alone = [(group, entry) for group, entry in groups if not entry.same_meeting_as]
    leading = {entry.under for _, entry in groups}
    apart = [(group, entry) for group, entry in alone if not entry.under and group.id not in leading]
    older = [
        (edition, [(group, entry) for group, entry in edition.entries("groups") if site.current not in group.editions])
        for edition in reversed(site.issued)
        if not edition.current
    ]
    return drawn(draw, "people.html", here, posts=posts, tree=_structure(groups), apart=apart, older=older)


def _named_first(edition: Edition) -> tuple[list[tuple[Any, Any]], list[tuple[Any, Any]]]:
    """An edition's offices: those whose holder it or a later source names, and the others."""
    found = edition.entries("posts")
    named = [pair for pair in found if not records.is_silence(pair[1].holder) or (edition.current and any(fact.name for fact in pair[0].since))]
    return named, [pair for pair in found if pair not in named]


def _structure(groups: tuple[tuple[Any, Any], ...]) -> tuple[Branch, ...]:
    """Groups under those to which they report: only lines that the words state."""
    below: dict[str, list[tuple[Any, Any]]] = {}
    together: dict[str, list[tuple[Any, Any]]] = {}
    for group, entry in groups:
        (together if entry.same_meeting_as else below).setdefault(entry.same_meeting_as or entry.under or "", []).append((group, entry))

    def branch(pair: tuple[Any, Any]) -> Branch:
        return Branch(*pair, tuple(together.get(pair[0].id, ())), tuple(branch(each) for each in below.get(pair[0].id, ())))

    return tuple(branch(pair) for pair in below.get("", ()) if pair[0].id in below)
