"""All that a report's pages show under an id: what a verdict may rest on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from macros.read.reports import figure_address
from macros.read.site import Site, kept


@dataclass(frozen=True)
class Evidence:
    """A statement, a section or a figure of a report.

    Args:
        address: where it stands, from the site's root.
        says: what it says.
        place: where it stands in the report.
    """

    address: str
    says: str
    place: str


@kept
def years(site: Site) -> tuple[str, ...]:
    """Every report as its file is called, readable or not, in the order of their names."""
    return tuple(sorted(PurePosixPath(file.path).stem for file in site.files.values() if file.kind == "reports"))


@kept
def of(site: Site, year: str) -> Mapping[str, Evidence]:
    """What stands on a report's pages, by id.

    Args:
        site: the site.
        year: the report, as its file is called.
    """
    report, page = site.reports[year], f"reports/{year}/"
    found = {each.id: Evidence(f"{page}#{each.id}", each.answer, each.title) for each in report.sections}
    found |= {each.id: Evidence(f"{page}#{each.id}", each.says, each.place) for section in report.sections for each in section.statements}
    found |= {each.id: Evidence(figure_address(year, each.id), f"{each.name}: {each.value}, {each.at}", each.place) for each in report.figures}
    return found
