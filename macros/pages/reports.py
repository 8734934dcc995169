"""The annual reports: a page each, their figures held against themselves, and what is held against what was promised."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from macros import figures
from macros.pages import charts
from macros.pages.addresses import Here
from macros.pages.draw import Draw
from macros.pages.guidance import drawn
from macros.read.site import Site, kept
from macros.records.reports import Figure, Report, Statement

CHARTED = 4
"""A group of figures is drawn as a picture where it has at least so many that can be."""


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


def groups(one: Held) -> dict[str, list[Figure]]:
    """A report's figures by the table or picture that they belong to."""
    found: dict[str, list[Figure]] = {}
    for figure in one.report.figures:
        found.setdefault(figure.group, []).append(figure)
    return found


def _picture(found: list[Figure]) -> tuple[charts.Row, ...]:
    """A group as a picture, where it has figures enough of one unit; empty otherwise."""
    drawn_ones = [each for each in found if not each.suppressed]
    if len(drawn_ones) < CHARTED or len({each.unit for each in drawn_ones}) > 1:
        return ()
    return charts.rows(
        (each.name, each.direction or "", [(each.at, each.value), *([(each.before.at, each.before.value)] if each.before else [])])
        for each in drawn_ones
    )


def report(draw: Draw, here: Here) -> str:
    """The report whose page it is: what it says in ten lines, then part by part, its figures, its reviews and its lists."""
    year = here.path.rsplit("/", 1)[1].removesuffix(".md")
    one = held(draw.site)[year]
    return drawn(
        draw,
        "report.html",
        here,
        one=one,
        source=draw.by_id("sources", one.report.source),
        groups=[(name, found, _picture(found)) for name, found in groups(one).items()],
        findings={finding.figure.id: finding for finding in findings(draw.site, year) if finding.check.follows is False},
        told=list(findings(draw.site, year)),
    )


def report_list(draw: Draw, here: Here) -> str:
    """Every report, the newest first."""
    return drawn(draw, "report_list.html", here, reports=list(held(draw.site).values()))


def figure_findings(draw: Draw, here: Here) -> str:
    """Every recalculated figure that does not follow, those that do counted, and statements that conflict."""
    return drawn(draw, "figure_findings.html", here, reports=[(one, findings(draw.site, one.year)) for one in held(draw.site).values()])


def for_sector(site: Site, sector: str) -> list[tuple[Held, list[Statement]]]:
    """What the reports say of a sector, the newest first; a predecessor's history is left out.

    Args:
        site: the site.
        sector: the sector's id.
    """
    found = [(one, [each for each in one.statements.values() if sector in each.sectors]) for one in held(site).values() if not one.report.history]
    return [(one, statements) for one, statements in found if statements]
