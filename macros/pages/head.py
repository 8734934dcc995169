"""What a page's head says: all that follows from ``current:``, and the words under which search finds the page."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from macros.pages import addresses, approvals, fates, follow, history, made, withdrawn
from macros.pages import edition as edition_page
from macros.pages.addresses import Address, Here
from macros.pages.draw import Draw, safe
from macros.read import fates as gone
from macros.read.site import Edition, kept

SUPERSEDED = 0.01
"""Search weight of a superseded page: weaker values lose against a hit in a title (measured)."""

LONGEST = 70
"""How many letters of a title browsers and search engines show; a made page's title that is longer says only what it is about."""


@dataclass(frozen=True)
class Draft:
    """What a page of a draft, or of its comparison, says before all else.

    Args:
        title: the draft's.
        now: the current edition's name.
        address: the same topic in the current edition, or that edition's first page.
    """

    title: str
    now: str
    address: Address


@dataclass(frozen=True)
class PageHead:
    """What the theme and the search are told of a page. Texts are safe in HTML and in attributes.

    Args:
        title: as the browser and search engines show it.
        heading: as the page shows it where its text has no heading of its own.
        description: for search engines.
        noindex: whether search engines leave the page out.
        search: its weight in the site's search, or that it is left out.
        tags: words under which search finds it.
        about: what an edition's page says of itself.
        draft: where a page of a draft leads to what is in force; None on every other page.
        approved: what the page says of its approval; empty where it shows nothing that could be approved.
        feed: the feed to which it belongs, from the site's root.
        changed: the day on which a page outside the editions, or a list that it is drawn from, last changed; None where git does not know.
    """

    title: str
    heading: str
    description: str
    noindex: bool = False
    search: Mapping[str, Any] | None = None
    tags: tuple[str, ...] = ()
    about: edition_page.Status | None = None
    draft: Draft | None = None
    approved: str = ""
    feed: str = ""
    changed: date | None = None
    keywords: tuple[str, ...] = field(default=(), compare=False)


def of(draw: Draw, here: Here, given: Mapping[str, Any], days: Mapping[str, date]) -> PageHead:
    """The head of a page.

    Args:
        draw: the templates.
        here: the page.
        given: the head as the page's file gives it; empty for a page that is made.
        days: on which files last changed.
    """
    found = _head(draw, here, given, days)
    return replace(found, feed=follow.of(draw, here), changed=None if found.about else history.last_change(draw.site, here, days))


def _head(draw: Draw, here: Here, given: Mapping[str, Any], days: Mapping[str, date]) -> PageHead:
    site = draw.site
    page = made.pages(site).get(here.path)
    if page:
        return _of_made(draw, page, here)
    if here.path in gone.pages(site):
        title = fates.title(draw, here)
        return PageHead(title, title, "", noindex=True, search={"exclude": True})
    title, description = str(given.get("title", "")), str(given.get("description", ""))
    if withdrawn.is_withdrawn(draw, here):
        return PageHead(safe(title), safe(title), "", noindex=True, search={"exclude": True})
    search = _search(given.get("search"))
    if here.topic:
        edition = site.editions[here.edition]
        about = edition_page.status(site, here, days.get(f"docs/{here.path}"))
        words = keywords(edition, here.topic)
        line = approvals.line(draw, here)
        head = PageHead(_titled(title, edition), safe(title), safe(f"{edition.title}: {description}"), about=about, approved=line, keywords=words)
        return _weighed(head, edition, words, here)
    words = tuple(map(str, given.get("keywords", ())))
    if here.edition:
        edition = site.editions[here.edition]
        return _weighed(PageHead(_titled(title, edition), _titled(title, edition), safe(description), keywords=words), edition, words, here)
    line = approvals.line(draw, here)
    return PageHead(safe(title), safe(title), safe(description), search=search, tags=_tags(words), approved=line, keywords=words)


def _search(given: Mapping[str, Any] | None) -> Mapping[str, Any] | None:
    """How the search plugin wants what a head gives as text: a weight as a number, or that the page is left out."""
    if not given:
        return None
    return {"boost": float(given["boost"])} if "boost" in given else {"exclude": True}


def _of_made(draw: Draw, page: made.Made | made.Figures, here: Here) -> PageHead:
    if isinstance(page, made.Figures):
        gone = page.is_withdrawn(draw)
        title, description, search = made.title(draw, page), "" if gone else made.description(draw, page), {"exclude": True} if gone else None
        return PageHead(title, title, description, noindex=gone, search=search)
    title, both = made.title(draw, page), safe(f"{page.comparison.old.name} and {page.comparison.new.name}")
    if page.comparison.new.draft:
        return _unlisted(PageHead(f"{title} – {both}", title, made.description(draw, page)), page.comparison.new, here)
    if page.kind == "index":
        return PageHead(title, title, made.description(draw, page))
    whole = f"{title} – {both}"
    shown = f"{safe(page.about)} – {both}" if page.about and len(html.unescape(whole)) > LONGEST else whole
    return PageHead(shown, title, made.description(draw, page), search={"exclude": True})


def _titled(title: str, edition: Edition) -> str:
    return safe(f"{title} – {edition_page.name_of(edition)}")


def _weighed(head: PageHead, edition: Edition, words: tuple[str, ...], here: Here) -> PageHead:
    """The head of an edition's page: a superseded one weighs little, and who types its year means it; a draft is in no search."""
    if edition.draft:
        return _unlisted(head, edition, here)
    if edition.current:
        return PageHead(**(vars(head) | {"tags": _tags(words)}))
    return PageHead(**(vars(head) | {"noindex": True, "search": {"boost": SUPERSEDED}, "tags": (safe(edition.id),)}))


def _unlisted(head: PageHead, draft: Edition, here: Here) -> PageHead:
    """The head of a page of a draft: in no search, here or elsewhere, and with what its page says before all else."""
    now = draft.site.now
    address = addresses.of_topic(now, here.topic) if now.page(here.topic) else addresses.of_edition(now)
    about = Draft(draft.title, now.name, here.to(address))
    return replace(head, noindex=True, search={"exclude": True}, draft=about)


def _tags(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(map(safe, forms(words)))


def keywords(edition: Edition, topic: str) -> tuple[str, ...]:
    """The words under which practitioners look for a topic: its page's own, and those of the terms that stand there."""
    page = edition.page(topic)
    assert page
    return tuple(dict.fromkeys([*page.meta.keywords, *_words_of_terms(edition).get(topic, ())]))


@kept
def _words_of_terms(edition: Edition) -> Mapping[str, list[str]]:
    """The words under which people look for the terms of an edition, by the topic where they stand."""
    found: dict[str, list[str]] = {}
    for term, entry in edition.entries("terms"):
        found.setdefault(entry.where, []).extend(term.also)
    return found


def forms(words: Iterable[str]) -> list[str]:
    """Keywords with the plural of each last word, for a search that has no stemmer and takes every word typed as a beginning.

    So “thresholds” is found by “threshold” too, but “nurseries” is not by “nursery”: then both go in. The search drops
    question words such as “when” but not their plurals, so these work as well. Apostrophes go: few people type them.
    """
    found = []
    for word in (word.replace("'", "").replace("’", "") for word in words):
        plural = word if re.search(r"[sS0-9]$", word) else word + ("es" if word.endswith(("ch", "sh", "x")) else "s")
        found += [word, re.sub(r"ys$", "ies", re.sub(r"fes$", "ves", plural))] if re.search(r"([^aeiou]y|fe)$", word) else [plural]
    return list(dict.fromkeys(found))
