"""The pages for agencies, and that of people and structure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from macros import records
from macros.compare import comparison, items
from macros.pages import addresses
from macros.pages.addresses import Here
from macros.pages.draw import Draw
from macros.pages.guidance import drawn
from macros.read.provisions import Call, Page
from macros.read.site import Edition, section_name, topic_of


@dataclass(frozen=True)
class Branch:
    """A group in the structure, with those that report to it."""

    group: records.Group
    entry: records.GroupEntry
    below: tuple[Branch, ...]


def for_agency(draw: Draw, here: Here, identifier: str) -> str:
    """Everything the registers hold for one sector.

    Args:
        draw: the templates.
        here: the page.
        identifier: the sector's id.
    """
    site, now = draw.site, draw.site.now
    sector = draw.by_id("sectors", identifier)
    groups = [(group, entry) for group, entry in now.entries("groups") if group.id in sector.groups]
    passages = sector.editions[now.id].provision if now.id in sector.editions else ()
    lists = {items.homes(site)["agencies"], items.homes(site)["representation"]}
    whole_list = _page_with(now, "agency_list")
    rule = {each for each in passages if topic_of(now.page_of[each]) in lists}
    duties = now.entries("duties")
    compared = comparison.before(now)
    return drawn(
        draw,
        "for_agency.html",
        here,
        sector=sector,
        agencies=[(agency, entry) for agency, entry in now.entries("agencies") if agency.sector == identifier],
        rows=[(row, entry) for row, entry in now.entries("representation") if row.sector == identifier],
        groups=groups,
        passages=tuple(each for each in passages if each in rule),
        elsewhere=tuple(each for each in passages if each not in rule),
        duties=[(duty, entry) for duty, entry in duties if any(each in passages for each in entry.provision)],
        group_duties=[(duty, entry) for duty, entry in duties if _by_group(groups, passages, entry)],
        facts=[fact for fact in site.register("report-facts") if identifier in fact.sectors],
        changes=here.to(addresses.of_comparison(compared, f"for/{identifier}")) if compared else "",
        whole_list=here.to(addresses.of_topic(now, topic_of(whole_list))) if whole_list else "",
        expected=_expected(now, site.partnership.expected, here),
    )


def _page_with(edition: Edition, macro: str) -> Page | None:
    """The page of an edition that calls a block macro, or None."""
    return next((page for page in edition.pages if any(isinstance(part, Call) and part.name == macro for part in page.parts)), None)


def _expected(edition: Edition, provision: str, here: Here) -> Mapping[str, str]:
    """Where an edition says what it expects of relevant agencies: the section's name, and the addresses of page and provision."""
    page = edition.page_of[provision]
    way = here.to(addresses.of_topic(edition, topic_of(page)))
    return {"section": section_name(page.meta.section), "page": way, "address": f"{way}#{provision}"}


def _by_group(groups: list[Any], passages: tuple[str, ...], entry: records.DutyEntry) -> bool:
    """Whether a duty's printed actor is one of a sector's groups, and no passage on the sector says it already."""
    actor = entry.actor.casefold()
    return any(each.name.casefold() in actor for _, each in groups) and not any(each in passages for each in entry.provision)


def people(draw: Draw, here: Here) -> str:
    """Posts and their holders by edition, what is known since, and the structure as the words state it."""
    by_edition = [(edition, edition.entries("posts")) for edition in reversed(draw.site.editions.values())]
    groups = draw.site.now.entries("groups")
    leading = {entry.under for _, entry in groups}
    apart = [(group, entry) for group, entry in groups if not entry.under and group.id not in leading]
    return drawn(draw, "people.html", here, posts=by_edition, tree=_structure(groups), apart=apart)


def _structure(groups: tuple[tuple[Any, Any], ...]) -> tuple[Branch, ...]:
    """Groups under those to which they report: only lines that the words state."""
    below: dict[str, list[tuple[Any, Any]]] = {}
    for group, entry in groups:
        below.setdefault(entry.under or "", []).append((group, entry))

    def branch(pair: tuple[Any, Any]) -> Branch:
        return Branch(*pair, tuple(branch(each) for each in below.get(pair[0].id, ())))

    return tuple(branch(pair) for pair in below.get("", ()) if pair[0].id in below)
