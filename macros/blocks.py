"""The table of block macros: where each may stand, and what it takes. Checks, MkDocs and the navigation read it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from macros.compare import comparison, sheets
from macros.read import fates, reports
from macros.read.site import Site

SUMMARIES = ("table", "table-notable", "table-wording", "promises", "terms", "group-fates", "untold", "pack", "annex-redline")
"""The summaries of a comparison, in the order in which they are read; those of ``sheets.MOST`` may have several pages."""


@dataclass(frozen=True)
class Block:
    """One block macro.

    Args:
        on: the pages on which it may stand: ``edition``, an edition's; ``site``, every other page that is kept;
            ``made``, pages that the program makes, which nobody writes.
        takes: what each of its arguments names: a register, whose id it is.
        home: the page that exists for it, below ``docs/``; it must stand there.
        data: the data file that draws it, where it is one; ``*`` stands for the name of the page on which it stands.
        shows: the lists that it shows whole: a page with it says whether they are approved.
    """

    on: str
    takes: tuple[str, ...] = ()
    home: str = ""
    data: str = ""
    shows: tuple[str, ...] = ()


BLOCKS: Mapping[str, Block] = MappingProxyType(
    {
        "agency_list": Block("edition"),
        "representation": Block("edition"),
        "dispute_stages": Block("edition"),
        "strategic_partnerships": Block("edition"),
        "topic_list": Block("site", data="data/editions.yaml"),
        "agencies_by_sector": Block("site", home="agencies/index.md", data="data/agencies.yaml", shows=("agencies",)),
        "tell_us": Block("site", home="about/tell-us.md"),
        "source_list": Block("site", home="about/index.md", data="data/sources.yaml"),
        "support_levels": Block("site", home="guidance/support-levels/index.md", data="data/support-levels.yaml", shows=("support-levels",)),
        "support_level": Block("site", ("support-levels",), data="data/support-levels.yaml", shows=("support-levels",)),
        "escalation_routes": Block("site", home="guidance/escalation/index.md", data="data/escalation.yaml", shows=("escalation",)),
        "for_agency": Block("site", ("sectors",), data="data/sectors.yaml"),
        "people": Block("site", home="people/index.md", data="data/posts.yaml", shows=("groups", "posts")),
        "duty_calendar": Block("site", home="calendar.md", data="data/duties.yaml", shows=("duties",)),
        "glossary": Block("site", home="glossary.md", data="data/terms.yaml", shows=("terms",)),
        "not_covered": Block("site", home="guidance/not-covered.md", data="data/not-covered.yaml"),
        "search_box": Block("site"),
        "currency": Block("site", home="about/currency.md"),
        "names": Block("site"),
        "gaps": Block("site", home="about/gaps.md"),
        "approvals": Block("site", home="about/approvals.md"),
        "follow": Block("site", home="about/follow.md"),
        "recent_changes": Block("site", home="about/changes.md"),
        "whats_new": Block("site", home="index.md"),
        "comparison_list": Block("site", home="compare/index.md", data="data/editions.yaml"),
        "downloads": Block("site", home="downloads.md"),
        "report_list": Block("site", home="reports/index.md"),
        "report": Block("site", data="data/reports/*.yaml"),
        "open_data": Block("site", home="data.md"),
        "promised": Block("site", home="reports/promised.md", data="data/promised.yaml"),
        "figure_findings": Block("site", home="reports/figures.md"),
        "coverage": Block("site", home="reports/coverage.md", data="data/coverage.yaml"),
        "later_guidance": Block("site", home="guidance/later-guidance.md", data="data/guidance.yaml"),
        "timeline": Block("site", home="timeline.md", data="data/timeline.yaml"),
    }
)
"""Every block macro that a page may call."""


def made(site: Site) -> tuple[str, ...]:
    """The pages that follow from the data and are made, not kept: their paths below ``docs/``."""
    found = [*fates.pages(site), *reports.figure_pages(site)]
    for each in comparison.neighbours(site):
        names = ("index", *sheets.names(each, SUMMARIES), *each.parts, *(f"for/{sector.id}" for sector in site.register("sectors")))
        found += [f"compare/{each.name}/{name}.md" for name in names]
    return tuple(found)
