"""Coverage: what each list requires of an annual report, and what each report shows of it, in this site's reading."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from macros.pages import quotes
from macros.pages.addresses import Address, Here
from macros.pages.draw import Draw
from macros.pages.guidance import drawn
from macros.read import evidence
from macros.read.evidence import Evidence
from macros.read.site import Edition, Site, kept
from macros.records.coverage import EVIDENCED, VERDICTS, Outside, ReportList, Requirement, Verdict
from macros.records.reports import Report


@dataclass(frozen=True)
class Held:
    """One report held against one list.

    Args:
        of: the list.
        year: the report, as its file is called.
        report: the report.
        verdicts: each requirement of the list, with the verdict on the report.
    """

    of: ReportList
    year: str
    report: Report
    verdicts: tuple[tuple[Requirement, Verdict], ...]

    @property
    def anchor(self) -> str:
        """Where it stands on the page."""
        return f"list-{self.of.id}-{self.year}"

    @property
    def counts(self) -> Mapping[str, int]:
        """How many verdicts of each kind there are; “not found” is counted even where it is nought, if the report could be read for it."""
        found: list[str] = [verdict.verdict for _, verdict in self.verdicts]
        read = any(each in EVIDENCED for each in found)
        return {each: found.count(each) for each in VERDICTS if each in found or (read and each in VERDICTS[:3])}

    @property
    def confirmed(self) -> int:
        """How many verdicts a named person has confirmed."""
        return sum(verdict.confirmed is not None for _, verdict in self.verdicts)


@kept
def held(site: Site) -> tuple[tuple[ReportList, tuple[Held, ...]], ...]:
    """Every list, with each report that is held against it, the newest first."""
    asked = list(site.register("coverage"))
    found = []
    for of in site.register("report-lists"):
        own = [each for each in asked if each.of == of.id]
        pairs = [(year, tuple((each, each.verdicts[year]) for each in own if year in each.verdicts)) for year in site.reports]
        found.append((of, tuple(Held(of, year, site.reports[year], verdicts) for year, verdicts in pairs if verdicts)))
    return tuple(found)


def of_report(site: Site, year: str) -> tuple[list[Held], list[tuple[ReportList, Outside]]]:
    """What a report is held against, and the lists that were not in force for it.

    Args:
        site: the site.
        year: the report, as its file is called.
    """
    lists = [of for of, _ in held(site)]
    return [each for _, reports in held(site) for each in reports if each.year == year], [
        (of, outside) for of in lists for outside in of.outside if outside.report == year
    ]


@dataclass(frozen=True)
class Words:
    """The words of a requirement, with the address and the citation of where they stand."""

    says: str
    address: Address
    citation: str


def _words(site: Site, of: ReportList, requirement: Requirement, here: Here) -> list[Words]:
    """A requirement as its list's edition prints it, or as a report quotes it."""
    if of.edition:
        edition: Edition = site.editions[of.edition]
        entry = site.register("report-contents").by_id[requirement.content or ""].editions[of.edition]
        said = [quotes.said(edition, each, here) for each in entry.provision]
        return [Words(each.provision.text, each.address, each.citation) for each in said]
    quoted = evidence.of(site, of.quoted)[requirement.statement or ""]
    place = f"{site.reports[of.quoted or ''].short}, {quoted.place}"
    return [Words(quoted.says, here.to(quoted.address), place)]


def coverage(draw: Draw, here: Here) -> str:
    """Every list, with what each report shows of what it requires: counted first, then requirement by requirement."""
    site = draw.site

    def shown(year: str, verdict: Verdict) -> list[Evidence]:
        return [evidence.of(site, year)[each] for each in verdict.where]

    return drawn(
        draw,
        "coverage.html",
        here,
        lists=[(of, site.editions.get(of.edition or ""), reports) for of, reports in held(site)],
        every=[each for _, reports in held(site) for each in reports],
        reports=site.reports,
        words=lambda of, requirement: _words(site, of, requirement, here),
        shown=shown,
    )
