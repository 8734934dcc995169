"""The amendments of an edition: which stand beside a provision, and which concern a sector."""

from __future__ import annotations

from macros.read.site import Edition, kept, topic_of
from macros.records.amendments import Amendment


@kept
def of(edition: Edition) -> tuple[Amendment, ...]:
    """Every amendment of an edition, the newest first."""
    found = [each for each in edition.site.register("amendments") if edition.id in each.editions]
    return tuple(sorted(found, key=lambda each: each.when, reverse=True))


def of_provision(edition: Edition, identifier: str) -> tuple[Amendment, ...]:
    """The amendments of one provision."""
    return tuple(each for each in of(edition) if identifier in each.editions[edition.id].provision)


def of_sector(edition: Edition, sector: str) -> tuple[Amendment, ...]:
    """The amendments that concern a sector, or everybody."""
    return tuple(each for each in of(edition) if {sector, "all"} & set(each.affects))


def topics(edition: Edition, amendment: Amendment) -> tuple[str, ...]:
    """The topics on whose pages an amendment stands."""
    ids = amendment.editions[edition.id].provision
    return tuple(dict.fromkeys(topic_of(edition.page_of[each]) for each in ids if each in edition.by_id))


def of_topic(edition: Edition, topic: str) -> tuple[Amendment, ...]:
    """The amendments of a topic's provisions."""
    return tuple(each for each in of(edition) if topic in topics(edition, each))
