"""The pages for practitioners: levels, routes, duties, words, and what is not held."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from macros import records
from macros.compare import comparison
from macros.pages import addresses
from macros.pages.addresses import Address, Here
from macros.pages.draw import Draw
from macros.read.provisions import Provision
from macros.read.site import Edition, topic_of


@dataclass(frozen=True)
class Said:
    """A provision as a guidance page quotes it: with the words that introduce it, the address of its page and its citation."""

    provision: Provision
    lead_in: str
    address: Address
    citation: str


def said(edition: Edition, ids: tuple[str, ...], here: Here) -> list[Said]:
    """Provisions of an edition, as a page quotes them.

    Args:
        edition: the edition.
        ids: the provisions.
        here: the page that quotes them.
    """
    found = []
    for identifier in ids:
        leads = edition.lead_ins(identifier)
        address = here.to(addresses.of_topic(edition, topic_of(edition.page_of[identifier]), identifier))
        found.append(Said(edition.by_id[identifier], leads[0].text if leads else "", address, edition.citation(identifier)))
    return found


def drawn(draw: Draw, template: str, here: Here, **values: Any) -> str:
    """A template of a page on the current edition.

    Args:
        draw: the templates.
        template: its file name.
        here: the page.
        values: what it is given besides.
    """
    edition = draw.site.now
    compared = comparison.before(edition)
    return draw.page(
        template,
        here,
        edition=edition,
        before=compared.old if compared else None,
        compared=here.to(addresses.of_comparison(compared)) if compared else "",
        said=lambda ids, of=None: said(of or edition, ids, here),
        **values,
    )


def support_levels(draw: Draw, here: Here) -> str:
    """The levels side by side, each with its own page."""
    return drawn(draw, "support_levels.html", here, levels=draw.site.now.entries("support-levels"))


def support_level(draw: Draw, here: Here, identifier: str) -> str:
    """One level: the official page and what to do first, then what the editions say of it.

    Args:
        draw: the templates.
        here: the page.
        identifier: the level's id.
    """
    level = draw.by_id("support-levels", identifier)
    newest_first = reversed(draw.site.editions.values())
    editions = [
        (each, level.editions[each.id], said(each, level.editions[each.id].provisions, here)) for each in newest_first if each.id in level.editions
    ]
    return drawn(draw, "support_level.html", here, level=level, editions=editions)


def escalation_routes(draw: Draw, here: Here) -> str:
    """Which route is mine: every route by which a disagreement or a risk is taken further."""
    routes: dict[str, list[Any]] = {}
    for record, entry in draw.site.now.entries("escalation"):
        routes.setdefault(record.route, []).append((record, entry))
    policies = [
        (record, edition, record.editions[edition.id])
        for record in draw.site.register("escalation")
        if record.route == "practice"
        for edition in draw.site.editions.values()
        if edition.id in record.editions
    ]
    return drawn(draw, "escalation_routes.html", here, routes=routes, policies=policies)


def duty_calendar(draw: Draw, here: Here) -> str:
    """Each recurring duty and dated commitment of the current edition, by actor and by frequency."""
    by_actor: dict[str, list[Any]] = {}
    by_time: dict[str, list[Any]] = {}
    for pair in draw.site.now.entries("duties"):
        by_actor.setdefault(pair[1].actor, []).append(pair)
        by_time.setdefault(pair[1].date or pair[1].frequency or "not stated", []).append(pair)
    actors, times = (sorted(found.items(), key=lambda each: (records.is_silence(each[0]), each[0].casefold())) for found in (by_actor, by_time))
    return drawn(draw, "duty_calendar.html", here, actors=actors, times=times)


def glossary(draw: Draw, here: Here) -> str:
    """Terms and abbreviations, edition by edition, in the order of the alphabet."""
    lists = []
    for edition in reversed(draw.site.editions.values()):
        found = [(term, term.editions[edition.id]) for term in draw.site.register("terms") if edition.id in term.editions]
        lists.append((edition, sorted(found, key=lambda pair: _sorted_as(pair[1]))))
    return drawn(draw, "glossary.html", here, lists=lists)


def _sorted_as(entry: records.TermEntry) -> str:
    return (entry.short or entry.name).removeprefix("the ").casefold()


def not_covered(draw: Draw, here: Here) -> str:
    """What this site does not hold, each with the official page where one is known."""
    return drawn(draw, "not_covered.html", here, records=list(draw.site.register("not-covered")))
