"""Rules on registers: their records, entries, references and dated facts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from difflib import get_close_matches
from typing import Any

from macros import records
from macros.check.references import renamed
from macros.check.telling import EDITIONS, all_fields, is_read, known_editions, one_of, problem
from macros.clock import latest_day
from macros.problems import Problem
from macros.read.site import Site


def registers_hold_records(site: Site) -> Iterator[Problem]:
    """A register holds at least one record."""
    for file in site.registers.values():
        if not file.values and file.path not in site.unread:
            yield problem(file.document, (), "this list holds no record.", "Put back what it held: undo the change that emptied it.")


def ids_are_unique(site: Site) -> Iterator[Problem]:
    """An id is used once in a register, and once among the change notes of a file."""
    for file in site.files.values():
        first: dict[str, int] = {}
        for place, value in file.values:
            name, line = value.get("id") if isinstance(value, dict) else None, file.line(*place, "id")
            if isinstance(name, str) and name in first:
                what = f"the id {name} is used twice; it is first used on line {first[name]}."
                yield Problem(file.path, line, what, "Give one of the two records another id, or make them one record.")
            elif isinstance(name, str):
                first[name] = line


def entries_name_known_editions(site: Site) -> Iterator[Problem]:
    """A record has entries only for editions that exist, and for reports that are among the sources."""
    sources = site.register("sources")
    for file in site.registers.values():
        for place, record in file.records:
            for edition in (each for each in getattr(record, "editions", ()) if each not in known_editions(site)):
                what = f"{record.id} has an entry for edition {edition}, which does not exist."
                mend = f"Use {one_of(site.order)}, or add {edition} to {EDITIONS} first."
                yield problem(file.document, (*place, "editions", edition), what, mend)
            asked = getattr(record, "reports", ()) if is_read(site, "sources") else ()
            for report in (each for each in asked if each not in sources.ids and ("sources", each) not in renamed(site)):
                what = f"{record.id} has an entry for the report {report}, which is not among the sources."
                mend = f"Use {one_of(sorted(sources.ids))}, or add it to {sources.path} first."
                yield problem(file.document, (*place, "reports", report), what, mend)


def later_facts_say_when_they_were_seen(site: Site) -> Iterator[Problem]:
    """A later fact whose source is a link says on which day the page was seen."""
    links = site.register("links").ids
    for document, field in all_fields(site):
        fact = field.shape
        if field.name == "source" and isinstance(fact, records.LaterFact) and fact.source in links and fact.seen is None:
            mend = "Add “seen: …” with the day on which you saw the page, as 2026-11-22."
            yield problem(document, field.place, f"a later fact of {field.owner} names a page without the day on which it was seen.", mend)


def days_seen_are_past(site: Site) -> Iterator[Problem]:
    """A day on which something was seen or confirmed is not in the future."""
    for document, field in all_fields(site):
        if field.name in ("seen", "on") and isinstance(field.value, date) and field.value > latest_day():
            what = f"{field.owner} has {field.value} as its “{field.name}”, a day that has not come yet."
            yield problem(document, field.place, what, "Write the day on which it was seen, not a later one.")


def agencies_stand_somewhere(site: Site) -> Iterator[Problem]:
    """An agency stands in an edition, in a report or in a later fact with a name, so that a page can show it."""
    file = site.register("agencies")
    for place, agency in file.records:
        if not (agency.editions or agency.reports or any(fact.name for fact in agency.since)):
            what = f"{agency.id} stands in no edition, no report and no later fact with a name: no page would show it."
            yield problem(file.document, (*place, "id"), what, "Add an entry under “editions” or “reports”, or delete the record.")


def groups_stand_under_others(site: Site) -> Iterator[Problem]:
    """What stands under another stands under one that its edition prints too, and never under itself, not even by a detour."""
    for file in site.registers.values():
        for place, record in file.records:
            for edition, entry in getattr(record, "editions", {}).items():
                under, at = getattr(entry, "under", None), (*place, "editions", edition, "under")
                if not under or under not in file.by_id:
                    continue
                if edition not in file.by_id[under].editions:
                    what = f"{record.id} stands under {under}, which edition {edition} does not print."
                    yield problem(file.document, at, what, "Name a group that this edition prints, or delete the line.")
                elif record.id in _above(file, record.id, edition):
                    what = f"{record.id} stands under itself in edition {edition}, directly or by way of others."
                    yield problem(file.document, at, what, "Name the group that stands above it, or delete the line.")


def _above(file: Any, identifier: str, edition: str) -> tuple[str, ...]:
    """The groups above one, the nearest first, each once."""
    found: list[str] = []
    while identifier in file.by_id and (entry := file.by_id[identifier].editions.get(edition)) and entry.under and entry.under not in found:
        identifier = entry.under
        found.append(identifier)
    return tuple(found)


def headings_are_spelt_alike(site: Site) -> Iterator[Problem]:
    """A heading of a list of agencies under which one stands alone is not another heading of the list misspelt."""
    file = site.register("agencies")
    for edition in site.editions.values():
        counted = Counter(entry.group for _, entry in edition.entries("agencies"))
        for agency, entry in edition.entries("agencies"):
            near = get_close_matches(entry.group, [each for each in counted if counted[each] > 1], 1, 0.85) if counted[entry.group] == 1 else []
            if near:
                what = f"{agency.id} stands alone under “{entry.group}”, and others under “{near[0]}”."
                mend = "Write the heading as they have it, if it is one heading; else say in which way the two differ, as printed."
                yield problem(file.document, (*file.places[agency.id], "editions", edition.id, "group"), what, mend)


def addresses_stand_once(site: Site) -> Iterator[Problem]:
    """An address stands once among the links."""
    file = site.register("links")
    first: dict[str, str] = {}
    for place, link in file.records:
        address = link.url.casefold().rstrip("/")
        if address in first:
            what = f"{link.id} has the address of {first[address]}."
            yield problem(file.document, (*place, "url"), what, "Write its own address, or keep one of the two records.")
        first.setdefault(address, link.id)


def levels_have_their_numbers(site: Site) -> Iterator[Problem]:
    """A support level has a number of its own, which is the one that its printed names hold."""
    file = site.register("support-levels")
    first: dict[str, str] = {}
    for place, record in file.records:
        if record.level in first:
            what = f"{record.id} has the number of {first[record.level]}."
            yield problem(file.document, (*place, "level"), what, "Write the number of this level, as printed.")
            continue
        first[record.level] = record.id
        for edition, entry in record.editions.items():
            numbers = re.findall(r"\d+", entry.name)
            if record.level.isdigit() and numbers and record.level not in numbers:
                what = f"{record.id} has the number {record.level}, and edition {edition} prints “{entry.name}”."
                yield problem(file.document, (*place, "level"), what, "Write the number as it is printed.")


RULES = (
    registers_hold_records, ids_are_unique, entries_name_known_editions, later_facts_say_when_they_were_seen, days_seen_are_past,
    agencies_stand_somewhere, groups_stand_under_others, headings_are_spelt_alike, addresses_stand_once, levels_have_their_numbers,
)  # fmt: skip
