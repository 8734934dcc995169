"""Rules on pages that were withdrawn."""

from __future__ import annotations

from collections.abc import Iterator

from macros.check.references import addresses
from macros.check.telling import is_read, problem
from macros.clock import latest_day
from macros.problems import Problem
from macros.read import withdrawn
from macros.read.site import Site


def withdrawn_pages_lead_on(site: Site) -> Iterator[Problem]:
    """A withdrawn page leads to a page that is there and not withdrawn itself, or to a record of the links."""
    gone = withdrawn.pages(site)
    there = addresses(site) - {_address(path) for path in gone}
    for page in (*site.others, *site.pages.values()):
        given = gone.get(page.path.removeprefix("docs/"))
        if given and is_read(site, "links") and given.instead not in there | site.register("links").ids:
            what = f"this page is withdrawn and leads to {given.instead}, which is no page of this site that is there, and no link."
            yield problem(
                page.head, ("withdrawn", "instead"), what, "Write the address of a page, such as guidance/escalation/, or the id of a link."
            )


def withdrawals_are_past(site: Site) -> Iterator[Problem]:
    """A page is withdrawn on a day that has come."""
    for page in site.others:
        given = withdrawn.pages(site).get(page.path.removeprefix("docs/"))
        if given and given.on > latest_day():
            what = f"this page has {given.on} as its “on”, a day that has not come yet."
            yield problem(page.head, ("withdrawn", "on"), what, "Write the day of today; a page is withdrawn at once.")


def _address(path: str) -> str:
    name = path.removesuffix(".md")
    return name.removesuffix("index") if name.endswith("index") else f"{name}/"


RULES = (withdrawn_pages_lead_on, withdrawals_are_past)
