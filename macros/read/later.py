"""What of the current edition is to be checked against later guidance: found by its words, and chosen by theme."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from macros.read.site import Edition, Site, kept, topic_of
from macros.records import Checked, Theme

RESTING = ("duties", "report-contents")
"""The registers whose records rest on provisions and are to be checked with them."""
NAMES, INTRODUCED, UNNAMED, THEME = "names", "introduced", "unnamed", "theme"
"""Why a provision is listed: it names the guidance, what introduces it does, either speaks of it without its name, or a theme bears on it."""


@dataclass(frozen=True)
class Row:
    """One provision to be checked.

    Args:
        provision: its id.
        why: why it is listed.
        records: the duties and the contents of the annual report that rest on it, as register/id.
        checked: who checked it, when, and what was found; empty while it is to be checked.
    """

    provision: str
    why: str
    records: tuple[str, ...]
    checked: tuple[Checked, ...] = ()


def says(text: str, names: Iterable[str]) -> bool:
    """Whether a text has one of some names in it, in whole words, whatever its capitals and spaces are."""
    plain = " ".join(text.split())
    return any(_whole_words(name).search(plain) for name in names)


@cache
def _whole_words(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(' '.join(name.split()))}(?!\w)", re.I)


def why(edition: Edition, identifier: str) -> str:
    """Why the words of a provision put it on the list; empty where they do not.

    Args:
        edition: the edition.
        identifier: the provision's id.
    """
    guidance, own = edition.guidance, edition.by_id[identifier].text
    above = [each.text for each in edition.lead_ins(identifier)]
    if says(own, guidance.names):
        return NAMES
    if any(says(each, guidance.names) for each in above):
        return INTRODUCED
    return UNNAMED if any(says(each, guidance.unnamed) for each in (own, *above)) else ""


@kept
def rows(site: Site) -> Mapping[str, Row]:
    """Every provision of the current edition that is to be checked, by its id and in the order of the document.

    Returns: none where no guidance is said to replace the one under which the edition was written.
    """
    edition = site.now
    if not edition.later_guidance:
        return {}
    chosen = {identifier for theme in themes(edition) for identifier in theme.provisions}
    found = {each: why(edition, each) or (THEME if each in chosen else "") for each in edition.by_id}
    resting = _resting(edition)
    checked = {identifier: tuple(each for each in _checked(site) if each.item in (identifier, *resting.get(identifier, ()))) for identifier in found}
    return {each: Row(each, reason, tuple(resting.get(each, ())), checked[each]) for each, reason in found.items() if reason}


def themes(edition: Edition) -> tuple[Theme, ...]:
    """What is told of the guidance that is said to replace an edition's, theme by theme."""
    return tuple(theme for each in edition.later_guidance for theme in each.themes)


def without_theme(site: Site) -> Mapping[str, tuple[Row, ...]]:
    """The rows on which no theme bears, by the topic on whose page they stand."""
    chosen = {identifier for theme in themes(site.now) for identifier in theme.provisions}
    found: dict[str, tuple[Row, ...]] = {}
    for identifier, row in rows(site).items():
        if identifier not in chosen:
            topic = topic_of(site.now.page_of[identifier])
            found[topic] = (*found.get(topic, ()), row)
    return found


def items(site: Site) -> frozenset[str]:
    """Everything that a check may name: the provisions of the list, and the records that rest on them."""
    return frozenset(each for identifier, row in rows(site).items() for each in (identifier, *row.records))


def _resting(edition: Edition) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = {}
    for register in RESTING:
        for record, entry in edition.entries(register):
            for identifier in entry.provision:
                found.setdefault(identifier, []).append(f"{register}/{record.id}")
    return found


def _checked(site: Site) -> tuple[Checked, ...]:
    return tuple(each for file in site.register("guidance") for each in file.checked)
