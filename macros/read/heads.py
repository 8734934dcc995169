"""Heads of ours under which duties stand: a group, a post, a sector, all relevant agencies, the partnership, or nobody named."""

from __future__ import annotations

from typing import Any

from macros import records
from macros.read.site import Site

_REGISTERS = ("groups", "posts", "sectors")


def name(site: Site, identifier: str) -> str:
    """What a head is called: as the current edition prints it, else as the newest edition does that has it."""
    for register in _REGISTERS:
        record = site.register(register).by_id.get(identifier)
        if record:
            return _named(site, record)
    known = {"partnership": site.partnership.short, "relevant-agencies": site.partnership.agencies}
    return known.get(identifier) or identifier.replace("-", " ")


def _named(site: Site, record: Any) -> str:
    if isinstance(record, records.Sector):
        return record.name
    entry = printed(site, record)
    if isinstance(record, records.Group):
        return record.people or entry.name
    body = "" if records.is_silence(record.organisation) or record.organisation in entry.office else f", {record.organisation}"
    return f"{entry.office}{body}"


def printed(site: Site, record: Any) -> Any:
    """What the current edition prints of a record, else the newest that prints it."""
    return next(record.editions[each] for each in (site.current, *reversed(site.order)) if each in record.editions)


def order(site: Site) -> tuple[str, ...]:
    """Every head in the order in which pages list them: the registers' own, and those who are not named last."""
    found = [record.id for register in _REGISTERS for record in site.register(register)]
    return (*found, "relevant-agencies", "partnership", "not-stated")
