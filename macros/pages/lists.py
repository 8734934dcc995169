"""The block macros that print lists: those of an edition's pages, and those of all agencies, sources and topics."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from macros import records
from macros.pages.addresses import Here
from macros.pages.draw import Draw
from macros.pages.edition import level_of, mark
from macros.read.site import topic_of


def _marked(draw: Draw, here: Here, register: str) -> list[tuple[Any, Any, Any]]:
    """The records that the page's edition prints of a register, with each entry and its mark of change."""
    edition = draw.site.editions[here.edition]
    return [(record, entry, mark(edition, f"{register}/{record.id}", here)) for record, entry in edition.entries(register)]


def agency_list(draw: Draw, here: Here) -> str:
    """An edition's list of relevant agencies, under the headings of the list."""
    edition = draw.site.editions[here.edition]
    groups: dict[str, list[Any]] = {}
    for each in _marked(draw, here, "agencies"):
        groups.setdefault(each[1].group, []).append(each)
    level = level_of(edition, here.topic, "agency_list") + 1
    return draw.page("agency_list.html", here, groups=groups, edition=edition, level=level)


def representation(draw: Draw, here: Here) -> str:
    """An edition's table of how relevant agencies are represented."""
    return draw.page("representation.html", here, rows=_marked(draw, here, "representation"))


def strategic_partnerships(draw: Draw, here: Here) -> str:
    """An edition's strategic partnership bodies, under the labels of its diagram where it has one."""
    edition = draw.site.editions[here.edition]
    groups: dict[str, list[Any]] = {}
    for each in _marked(draw, here, "partnerships"):
        if not each[1].elsewhere:
            groups.setdefault(each[1].group or "", []).append(each)
    level = level_of(edition, here.topic, "strategic_partnerships") + 1
    return draw.page("strategic_partnerships.html", here, groups=groups, edition=edition, level=level)


def dispute_stages(draw: Draw, here: Here) -> str:
    """The stages of the partnership-level dispute resolution at a glance."""
    stages = [(record, entry) for record, entry in draw.site.editions[here.edition].entries("escalation") if record.route == "partnership"]
    return draw.page("dispute_stages.html", here, stages=stages)


ON_EDITIONS: Mapping[str, Callable[[Draw, Here], str]] = MappingProxyType(
    {each.__name__: each for each in (agency_list, representation, strategic_partnerships, dispute_stages)}
)
"""The block macros of editions' pages."""


def agencies_by_sector(draw: Draw, here: Here) -> str:
    """Every agency by sector: where a list does not name it, how its printed forms differ, and what is known since."""
    site = draw.site
    reports = dict.fromkeys(report for record in site.register("agencies") for report in record.reports)
    of_sector: dict[str, list[records.Agency]] = {}
    drafts = {edition.id for edition in site.drafts}
    for agency in site.register("agencies"):
        if agency.editions and agency.editions.keys() <= drafts and not agency.reports:
            continue
        of_sector.setdefault(agency.sector, []).append(agency)
    return draw.page(
        "agencies_by_sector.html",
        here,
        edition=site.now,
        sectors=[(sector, of_sector[sector.id]) for sector in site.register("sectors") if sector.id in of_sector],
        editions=site.issued,
        reports=[site.register("sources").by_id[report] for report in reports],
        latest=lambda agency: _latest_name(draw, agency),
    )


def _latest_name(draw: Draw, agency: records.Agency) -> str:
    """An agency's name in the newest list that prints it, else as a later fact has it."""
    found: list[Any] = [agency.editions[each.id] for each in draw.site.issued if each.id in agency.editions] or list(agency.reports.values())
    if not found:
        return agency.since[-1].words if agency.since else agency.id
    return found[-1].name + (f" ({found[-1].short})" if found[-1].short else "")


def source_list(draw: Draw, here: Here) -> str:
    """The documents that this site restates; that of a draft is none yet."""
    site = draw.site
    of_drafts = {edition.source for edition in site.drafts} - {edition.source for edition in site.issued}
    return draw.page("source_list.html", here, sources=[source for source in site.register("sources") if source.id not in of_drafts])


def tell_us(draw: Draw, here: Here) -> str:
    """The forms of the repository, and the contact of those who have no account there."""
    return draw.page("tell_us.html", here, repository=draw.repository)


def topic_list(draw: Draw, here: Here) -> str:
    """An edition's pages in the order of the document."""
    edition = draw.site.editions[here.edition]
    return draw.page("topic_list.html", here, edition=edition, pages=edition.pages, topic_of=topic_of)
