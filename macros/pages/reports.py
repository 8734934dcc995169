"""The annual reports: a page each, their figures held against themselves, and what is held against what was promised."""

from __future__ import annotations

from macros import figures, records
from macros.pages import charts, coverage, promised
from macros.pages.addresses import Here
from macros.pages.draw import Draw
from macros.pages.guidance import drawn
from macros.read.reports import Finding, Held, findings, held
from macros.read.site import Site
from macros.records.reports import Figure, Statement

__all__ = [
    "Finding",
    "Held",
    "by_sector",
    "figure_findings",
    "findings",
    "for_sector",
    "groups",
    "held",
    "opening",
    "report",
    "report_figures",
    "report_list",
]

OPENING = 14
"""A link to a statement shows at most so many of its words."""
CHARTED = 4
"""A group of figures is drawn as a picture where it has at least so many that can be."""


def groups(one: Held) -> dict[str, list[Figure]]:
    """A report's figures by the table or picture that they belong to."""
    found: dict[str, list[Figure]] = {}
    for figure in one.report.figures:
        found.setdefault(figure.group, []).append(figure)
    return found


def by_sector(site: Site, one: Held) -> list[tuple[records.Sector, list[Statement]]]:
    """What a report says of each sector by name, in the order of the sectors; a sector of which it says nothing is left out.

    Args:
        site: the site.
        one: the report.
    """
    found = [(sector, [each for each in one.statements.values() if sector.id in each.sectors]) for sector in site.register("sectors")]
    return [(sector, statements) for sector, statements in found if statements]


def opening(text: str) -> str:
    """The first words of a statement, by which a link to it is known."""
    words = text.split()
    return text if len(words) <= OPENING else " ".join(words[:OPENING]).rstrip(",;:.") + " …"


def _picture(found: list[Figure]) -> tuple[charts.Row, ...]:
    """A group as a picture, where it has figures enough of one unit, or each beside an earlier one, and no suppressed count; empty otherwise."""
    mixed = len({each.unit for each in found}) > 1
    if len(found) < CHARTED or any(_withheld(each) for each in found) or (mixed and not all(each.before for each in found)):
        return ()
    return charts.rows(
        (
            (each.name, each.direction or "", [(each.at, each.value), *([(each.before.at, each.before.value)] if each.before else [])])
            for each in found
        ),
        own_scales=mixed,
    )


def _withheld(figure: Figure) -> bool:
    """Whether one of a figure's two counts is suppressed: a picture without it would mislead."""
    printed = (figure.value, *([figure.before.value] if figure.before else []))
    return any(number.suppressed for each in printed if (number := figures.printed_number(each)))


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
        sectors=by_sector(draw.site, one),
        opening=opening,
        groups=list(groups(one).items()),
        covered=coverage.of_report(draw.site, year),
        promised=[each for edition in draw.site.issued for each in promised.against(edition) if each.year == year],
    )


def report_figures(draw: Draw, here: Here, one: Held) -> str:
    """A report's figures as published, group by group, on a page of their own.

    Args:
        draw: the templates.
        here: the page.
        one: the report.
    """
    return draw.page(
        "report_figures.html",
        here,
        one=one,
        source=draw.by_id("sources", one.report.source),
        groups=[(name, found, _picture(found)) for name, found in groups(one).items()],
        findings={finding.figure.id: finding for finding in findings(draw.site, one.year) if finding.check.follows is False},
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
