"""The pages that tell how current the site is, what it does not know, and what is new."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pydantic import BaseModel

from macros import happenings, records
from macros.compare import items
from macros.pages import addresses
from macros.pages.addresses import Address, Here
from macros.pages.draw import Draw, day
from macros.pages.guidance import drawn
from macros.read.site import Site

_DATED = ("agencies", "groups", "posts")
"""The registers whose records carry dated later facts."""
_SMALL = ("groups", "posts")
"""The registers whose notes may be minor."""


def currency(draw: Draw, here: Here) -> str:
    """What is known since of the guidance, what promises a review and what is recorded of it, and what is due for checking."""
    reviews = [(duty, entry) for duty, entry in draw.site.now.entries("duties") if duty.reviews]
    checks: dict[str, list[tuple[str, str]]] = {}
    for _, seen_on, kind, what in sorted(_checks(draw.site)):
        checks.setdefault(seen_on, []).append((kind, what))
    return drawn(draw, "currency.html", here, reviews=reviews, built=draw.built, checks=checks)


def names(draw: Draw, here: Here) -> str:
    """Where each name of a holder, a group or an agency appears: what to look at when a name changes."""
    site = draw.site
    forms = [(edition, entry) for edition in reversed(site.editions.values()) for _, entry in edition.entries("groups") if entry.variants]
    small = [
        (edition, getattr(entry, "office", None) or entry.name, entry.note)
        for edition in reversed(site.editions.values())
        for register in _SMALL
        for _, entry in edition.entries(register)
        if entry.minor
    ]
    return drawn(draw, "names.html", here, names=_names(site, here), forms=forms, small=small)


def _checks(site: Site) -> Iterator[tuple[str, str, str, str]]:
    """Every link, holder and dated fact.

    Returns: rows of the day it was last seen (empty where it was never seen but in print, and so comes first), how that
    is told, what kind it is, and what it says.
    """
    dated = site.register("sources").by_id[site.now.source].dated
    for _, post in site.now.entries("posts"):
        if not records.is_silence(post.holder):
            yield "", f"as printed, {dated}", "holder", f"{post.holder}, {post.office}"
    for register in _DATED:
        for record in site.register(register):
            for fact in record.since:
                source = site.cited(fact.source)
                told = day(fact.seen) if fact.seen else f"as told in the {getattr(source, 'short', source.title)}"
                yield fact.seen.isoformat() if fact.seen else "", told, "dated fact", fact.words
    for link in site.register("links"):
        yield link.seen.isoformat(), day(link.seen), "link", link.title


def _names(site: Site, here: Here) -> list[tuple[str, list[tuple[str, Address]]]]:
    """Names of holders, groups and agencies of the current edition, and the pages whose text has them."""
    names = [post.holder for _, post in site.now.entries("posts") if not records.is_silence(post.holder)]
    names += [entry.name for register in ("groups", "agencies") for _, entry in site.now.entries(register)]
    texts: dict[tuple[str, str], list[str]] = {}
    for edition in reversed(site.issued):
        for item in items.of(edition):
            texts.setdefault((edition.id, item.part), []).append(item.text.casefold())
    pages = {place: "\n".join(found) for place, found in texts.items() if place in site.pages}
    found = []
    for name in sorted(set(names), key=str.casefold):
        places = [place for place, text in pages.items() if name.casefold() in text]
        found.append((name, [_named(site, place, here) for place in places]))
    return found


def _named(site: Site, place: tuple[str, str], here: Here) -> tuple[str, Address]:
    edition = site.editions[place[0]]
    return f"{site.pages[place].meta.title}, {edition.name}", here.to(addresses.of_topic(edition, place[1]))


def gaps(draw: Draw, here: Here) -> str:
    """Every “not stated”, “not supplied” and “not named” of the data, and what else is not held."""
    found: dict[str, list[tuple[str, str, str]]] = {}
    drafts = {name for edition in draw.site.drafts for name in (edition.id, edition.source)} - {edition.source for edition in draw.site.issued}
    for name, register in draw.site.registers.items():
        for record in register:
            for place, value in _silences(record, ()):
                if drafts & {record.id, *place}:
                    continue
                found.setdefault(name, []).append((happenings.called(draw.site, record), _place(draw.site, place), value))
    levels = [(level, entry) for level, entry in draw.site.now.entries("support-levels") if not level.indicators.supplied]
    return drawn(draw, "gaps.html", here, found=found, levels=levels, total=sum(map(len, found.values())))


def _place(site: Site, place: tuple[str, ...]) -> str:
    names = {edition.id: edition.name for edition in site.editions.values()}
    return ", ".join(names.get(part, part.replace("_", " ").rstrip()) for part in place if part != "editions")


def _silences(value: object, place: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str]]:
    """Every silent value in a record, with the names that lead to it."""
    if records.is_silence(value):
        yield place, str(value)
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _silences(getattr(value, name), (*place, name))
    elif isinstance(value, Mapping):
        for key, each in value.items():
            yield from _silences(each, (*place, key))
    elif isinstance(value, tuple):
        for each in value:
            yield from _silences(each, place)


def _is_news(each: happenings.Happening) -> bool:
    """Whether the first page tells it: a duty's later facts stand with the duty, and an address that moved is no news."""
    return each.kind != happenings.MOVE and not each.id.startswith("duties/")


_NEWS = 3
"""How many things the first page tells."""


def whats_new(draw: Draw, here: Here) -> str:
    """What happened last, and the current edition; of the guidance under which that was written, one fact stands for all."""
    guidance = [each.id for each in happenings.of(draw.site) if each.id.startswith("editions/")][1:]
    news = [each for each in happenings.newest(draw.site) if each.id not in guidance and _is_news(each)]
    return drawn(draw, "whats_new.html", here, news=news[:_NEWS])
