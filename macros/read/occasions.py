"""When something happened and where that is told, whether an event says so itself or another record has it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from macros import records
from macros.read.site import Site


@dataclass(frozen=True)
class Dated:
    """A date with its source.

    Args:
        when: the day, month or year; empty where another place only tells it differently.
        source: the document or page that says so, by its id.
        to: the end, of what took a time.
        by: whether no more is known than that it was so by then.
        place: where in the source.
        seen: the day on which the page was seen.
        of: the record that has the date, by its register or “reports”, its id and what of it; empty where the event has it itself.
    """

    when: str
    source: str
    to: str | None = None
    by: bool = False
    place: str | None = None
    seen: date | None = None
    of: tuple[str, ...] = ()


def dated(site: Site, occasion: records.Occasion) -> Dated | None:
    """The date of an occasion with its source; None where it names what is no record, or one without a date while it gives none."""
    own = Dated(occasion.when or "", occasion.source or "", occasion.to, place=occasion.place, seen=occasion.seen)
    if not occasion.of:
        return own
    found = _drawn(site, tuple(occasion.of.split("/")))
    if found and occasion.when:
        return replace(found, when=occasion.when, to=occasion.to, by=False)
    return found if found and found.when else None


def has_date(site: Site, of: str) -> bool:
    """Whether the record that an occasion is drawn from has a date of its own."""
    found = _drawn(site, tuple(of.split("/")))
    return bool(found and found.when)


def _drawn(site: Site, parts: tuple[str, ...]) -> Dated | None:
    register, name, what = parts
    if register == "reports":
        return next((_of_statement(report, each, parts) for report, each in _statements(site, name) if each.id == what), None)
    return next((_of_fact(fact, parts) for fact in _facts(site, register, name) if fact.when == what), None)


def _statements(site: Site, year: str) -> list[tuple[Any, Any]]:
    files = [file for file in site.files.values() if file.path == f"data/reports/{year}.yaml"]
    return [(report, each) for file in files for report in file for section in report.sections for each in section.statements]


def _facts(site: Site, register: str, name: str) -> tuple[records.LaterFact, ...]:
    found = site.guidance if register == "guidance" else site.registers[register].by_id if register in site.registers else {}
    return getattr(found.get(name), "since", ())


def _of_statement(report: Any, statement: Any, parts: tuple[str, ...]) -> Dated:
    return Dated(statement.date or "", report.source, place=statement.place, of=parts)


def _of_fact(fact: records.LaterFact, parts: tuple[str, ...]) -> Dated:
    return Dated(fact.when, fact.source, fact.to, bool(fact.by), fact.place, fact.seen, parts)
