"""The table of block macros: where each may stand, and what it takes. Checks, MkDocs and the navigation read it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from macros.compare import comparison
from macros.read import fates
from macros.read.site import Site

SUMMARIES = ("table", "promises", "terms", "group-fates", "untold", "pack", "annex-table", "annex-redline")
"""The summaries of a comparison, in the order in which they are read."""


@dataclass(frozen=True)
class Block:
    """One block macro.

    Args:
        on: the pages on which it may stand: ``edition``, an edition's; ``site``, every other page that is kept;
            ``made``, pages that the program makes, which nobody writes.
        takes: what each of its arguments names: a register, whose id it is.
        home: the page that exists for it, below ``docs/``; it must stand there.
        shows: the lists that it shows whole: a page with it says whether they are approved.
    """

    on: str
    takes: tuple[str, ...] = ()
    home: str = ""
    shows: tuple[str, ...] = ()


BLOCKS: Mapping[str, Block] = MappingProxyType(
    {
        "agency_list": Block("edition"),
        "representation": Block("edition"),
        "dispute_stages": Block("edition"),
        "strategic_partnerships": Block("edition"),
        "topic_list": Block("site"),
        "agencies_by_sector": Block("site", home="agencies/index.md", shows=("agencies",)),
        "source_list": Block("site", home="about/index.md"),
        "support_levels": Block("site", home="guidance/support-levels/index.md", shows=("support-levels",)),
        "support_level": Block("site", ("support-levels",), shows=("support-levels",)),
        "escalation_routes": Block("site", home="guidance/escalation/index.md", shows=("escalation",)),
        "for_agency": Block("site", ("sectors",)),
        "people": Block("site", home="people/index.md", shows=("groups", "posts")),
        "duty_calendar": Block("site", home="calendar.md", shows=("duties",)),
        "glossary": Block("site", home="glossary.md", shows=("terms",)),
        "not_covered": Block("site", home="guidance/not-covered.md"),
        "search_box": Block("site"),
        "currency": Block("site", home="about/currency.md"),
        "names": Block("site"),
        "gaps": Block("site", home="about/gaps.md"),
        "approvals": Block("site", home="about/approvals.md"),
        "follow": Block("site", home="about/follow.md"),
        "recent_changes": Block("site", home="about/changes.md"),
        "whats_new": Block("site", home="index.md"),
        "comparison_list": Block("site", home="compare/index.md"),
        "report_list": Block("site", home="reports/index.md"),
        "report": Block("site"),
        "figure_findings": Block("site", home="reports/figures.md"),
    }
)
"""Every block macro that a page may call."""


def made(site: Site) -> tuple[str, ...]:
    """The pages that follow from the data and are made, not kept: their paths below ``docs/``."""
    found = list(fates.pages(site))
    for each in comparison.neighbours(site):
        names = ("index", *SUMMARIES, *each.parts, *(f"for/{sector.id}" for sector in site.register("sectors")))
        found += [f"compare/{each.name}/{name}.md" for name in names]
    return tuple(found)
