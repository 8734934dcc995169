"""What an edition says will happen, held against what reports tell of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from macros import records
from macros.read.site import Edition, kept
from macros.records.reports import Figure, Report, Statement


@dataclass(frozen=True, eq=False)
class Answered:
    """A promise of an edition, and what one report tells of it.

    Args:
        edition: the edition.
        promise: the promise's record.
        provision: the edition's provisions that make it.
        telling: what the report tells.
        year: the report, as its file is called.
        report: the report.
    """

    edition: Edition
    promise: records.Promised
    provision: tuple[str, ...]
    telling: records.Telling
    year: str
    report: Report


@kept
def answered(edition: Edition) -> tuple[Answered, ...]:
    """Every promise of an edition with each report against which it is held, the newest report first; none of a draft, which promises nothing yet."""
    if edition.draft:
        return ()
    reports, promised = edition.site.reports, edition.entries("promised")
    return tuple(
        Answered(edition, promise, entry.provision, entry.reports[year], year, report)
        for year, report in reports.items()
        for promise, entry in promised
        if year in entry.reports
    )


@kept
def by_provision(edition: Edition) -> Mapping[str, tuple[Answered, ...]]:
    """What reports tell of the promise that a provision makes, by the provision."""
    found: dict[str, list[Answered]] = {}
    for each in answered(edition):
        for identifier in each.provision:
            found.setdefault(identifier, []).append(each)
    return MappingProxyType({identifier: tuple(each) for identifier, each in found.items()})


def evidence(report: Report) -> Mapping[str, Statement | Figure]:
    """Whatever of a report can show that a promise is reported, by id: its statements and its figures."""
    statements = {each.id: each for section in report.sections for each in section.statements}
    return MappingProxyType({**{figure.id: figure for figure in report.figures}, **statements})
