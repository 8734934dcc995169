"""The annual reports of a site, and their published figures recalculated."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from macros import figures
from macros.read.site import Site, kept
from macros.records.reports import Figure, Report, Statement


@dataclass(frozen=True)
class Held:
    """One report of the site, with its figures and statements by id.

    Args:
        year: as its file is called.
        report: what it says.
    """

    year: str
    report: Report

    @property
    def figures(self) -> Mapping[str, Figure]:
        """Its figures by id."""
        return {figure.id: figure for figure in self.report.figures}

    @property
    def statements(self) -> Mapping[str, Statement]:
        """Its statements by id."""
        return {each.id: each for section in self.report.sections for each in section.statements}


@kept
def held(site: Site) -> Mapping[str, Held]:
    """Every report by its year, the newest first."""
    return {year: Held(year, report) for year, report in site.reports.items()}


def figure_pages(site: Site) -> Mapping[str, Held]:
    """The pages that hold reports' figures, by their paths below ``docs/``: one for each report that has any."""
    return {f"reports/{one.year}/figures.md": one for one in held(site).values() if one.report.figures}


def figure_address(year: str, identifier: str) -> str:
    """Where a figure stands, from the site's root.

    Args:
        year: the report, as its file is called.
        identifier: the figure's id.
    """
    return f"reports/{year}/figures/#figure-{identifier}"


@dataclass(frozen=True)
class Finding:
    """A published sum, share or change held against the values from which it should follow."""

    kind: str
    figure: Figure
    check: figures.Check
    note: str | None = None


@kept
def findings(site: Site, year: str) -> tuple[Finding, ...]:
    """Every sum, share and change of a report, recalculated."""
    one = held(site)[year]
    by_id = one.figures
    found = [
        Finding("change", each, figures.change(each.change, each.value, each.before.value), each.note)
        for each in by_id.values()
        if each.change and each.before
    ]
    found += [
        Finding("sum", by_id[each.total], figures.total(by_id[each.total].value, [by_id[i].value for i in each.of]), each.note)
        for each in one.report.sums
    ]
    found += [
        Finding("share", by_id[each.share], figures.share(by_id[each.share].value, by_id[each.part].value, by_id[each.whole].value), each.note)
        for each in one.report.shares
    ]
    return tuple(found)
