"""What was approved, and whether its words are still those that were approved."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from macros import records
from macros.compare import fingerprint
from macros.read.site import Site, kept
from macros.records.approvals import Approval, Correction

_CHECKED = "seen"
"""The field that tells when somebody last looked: a newer day changes no word."""


@kept
def fingerprint_of(site: Site, what: str) -> str:
    """The fingerprint of an edition, of a topic of one, or of a list; empty where there is no such thing.

    Args:
        site: the site.
        what: an edition's id, an edition's id and a topic with a slash between, or the name of a list.
    """
    edition, _, topic = what.partition("/")
    if edition in site.editions and (not topic or topic in site.editions[edition].topics):
        return fingerprint.of_edition(site.editions[edition], topic or None)
    if what in site.registers:
        return fingerprint.of_words(text for record in site.register(what) for text in _texts(record))
    return ""


def known(site: Site) -> tuple[str, ...]:
    """All that can be approved."""
    topics = (f"{edition.id}/{topic}" for edition in site.editions.values() for topic in edition.topics)
    return (*site.order, *site.registers, *topics)


def _texts(value: Any) -> Iterator[str]:
    """Every text of a record, in the order of its fields."""
    if isinstance(value, BaseModel):
        for name in (name for name in type(value).model_fields if name != _CHECKED):
            yield from _texts(getattr(value, name))
    elif isinstance(value, tuple):
        for each in value:
            yield from _texts(each)
    elif hasattr(value, "items"):
        for key, each in value.items():
            yield key
            yield from _texts(each)
    elif value is not None:
        yield str(value)


@dataclass(frozen=True)
class Standing:
    """How an approval stands.

    Args:
        approval: the record.
        now: the fingerprint of the words as they are.
    """

    approval: Approval
    now: str

    @property
    def last(self) -> Correction | None:
        """The last correction that is recorded, or None."""
        return self.approval.corrections[-1] if self.approval.corrections else None

    @property
    def changed(self) -> bool:
        """Whether the words are others than those that were approved, or last corrected."""
        return self.now != (self.last or self.approval).fingerprint


@kept
def standings(site: Site) -> tuple[Standing, ...]:
    """Every approval, the newest first."""
    found = [Standing(each, fingerprint_of(site, each.what)) for each in site.register("approvals")]
    return tuple(sorted(found, key=lambda each: (each.approval.on, each.approval.id), reverse=True))


def of(site: Site, *what: str) -> Standing | None:
    """The newest approval of any of these, or None."""
    return next((each for each in standings(site) if each.approval.what in what), None)


def name(site: Site, what: str) -> str:
    """What was approved, as pages call it."""
    edition, _, topic = what.partition("/")
    if edition not in site.editions:
        return records.KINDS[what].title or what.replace("-", " ").capitalize()
    page = site.editions[edition].page(topic)
    return site.editions[edition].title + (f": {page.meta.title}" if page else "")
