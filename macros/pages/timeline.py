"""The timeline: every dated event, the newest first, with other dates that are told of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from macros import records
from macros.pages import reports
from macros.pages.addresses import Address, Here
from macros.pages.draw import Draw
from macros.pages.guidance import drawn
from macros.read import occasions
from macros.read.occasions import Dated
from macros.read.site import Site

_HOMES = {
    "agencies": "agencies/#agency-",
    "groups": "people/#group-",
    "posts": "people/#post-",
    "duties": "calendar/#duty-",
    "guidance": "guidance/later-guidance/#guidance",
}
"""Where a record stands of which a later fact is told."""


@dataclass(frozen=True)
class Told:
    """A date as the page tells it: with the way to the record that has it, if one has."""

    dated: Dated
    address: Address
    says: str = ""


@dataclass(frozen=True)
class Shown:
    """One event of the page; of the time that a report is about, ``says`` is the report's title and ``period`` is set."""

    id: str
    kind: str
    told: Told
    says: str
    others: tuple[Told, ...] = ()
    page: Address = ""
    period: bool = False


def timeline(draw: Draw, here: Here) -> str:
    """Every event by year, the newest first, and by kind."""
    found = events(draw.site, here)
    years: dict[str, list[Shown]] = {}
    for each in found:
        years.setdefault(each.told.dated.when[:4], []).append(each)
    kinds = {kind: own for kind in records.EVENTS if (own := [each for each in found if each.kind == kind])}
    differing = [each for each in found if each.others]
    return drawn(draw, "timeline.html", here, years=years, kinds=kinds, total=len(found), differing=differing)


def events(site: Site, here: Here) -> list[Shown]:
    """The events of the register and the times that reports are about, the newest first.

    Args:
        site: the site.
        here: the page that shows them.
    """
    found = [_shown(site, each, here) for each in site.register("timeline")]
    found += [_period(year, one.report, here) for year, one in reports.held(site).items()]
    return sorted(found, key=lambda each: each.told.dated.when, reverse=True)


def _shown(site: Site, event: records.Event, here: Here) -> Shown:
    others = tuple(replace(_told(site, each, here), says=each.says or "") for each in event.conflict)
    return Shown(event.id, event.kind, _told(site, event, here), event.says, others, here.to(event.page) if event.page else "")


def _told(site: Site, occasion: records.Occasion, here: Here) -> Told:
    dated = occasions.dated(site, occasion)
    assert dated
    return Told(dated, here.to(home) if dated.of and (home := _home(site, dated.of)) else "")


def _home(site: Site, of: tuple[str, ...]) -> Address:
    """Where the record stands that has a date; nowhere, where it is a duty of an older edition only, which the calendar does not show."""
    register, name, what = of
    if register == "duties" and site.current not in site.register(register).by_id[name].editions:
        return ""
    if register == "reports":
        return f"reports/{name}/#{what}"
    home = _HOMES.get(register, "")
    return home + name if home.endswith("-") else home


def _period(year: str, report: Any, here: Here) -> Shown:
    """The time that a report is about, as an event."""
    dated = Dated(report.period.from_, report.source, report.period.to)
    return Shown(f"report-{year}", "reports", Told(dated, ""), report.title, page=here.to(f"reports/{year}/"), period=True)
