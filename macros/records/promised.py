"""What an edition says will happen, and what a later report says of it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field

from macros.records.base import Id, ProvisionIds, Record, Shape, Text, at_least_one
from macros.records.notes import Title

REPORTED, IN_PART, NOT_REPORTED = TELLINGS = ("reported", "in part", "not reported")
"""What a report can tell of a promise. That it is not reported does not mean that it was not done."""


class Telling(Shape):
    """What one report tells of a promise."""

    reported: Literal["reported", "in part", "not reported"]
    """Whether the report tells that it was done."""
    says: Text | None = None
    """What the report says, with its date where it was before the edition."""
    where: tuple[Id, ...] = ()
    """The report's statements and figures that say so."""
    note: Text | None = None
    """Ours."""


def _at_least_one_report(tellings: dict[str, Any]) -> Mapping[str, Any]:
    if not tellings:
        raise ValueError("Name at least one report against which it is held.")
    return MappingProxyType(tellings)


class PromisedEntry(Shape):
    """A promise as one edition makes it."""

    provision: ProvisionIds = Field(min_length=1)
    """The provisions that make it."""
    reports: Annotated[dict[str, Telling], AfterValidator(_at_least_one_report)]
    """What reports tell of it, by the name of the report's file."""


class Promised(Record):
    """Something that an edition says will happen, be made, be held or be published."""

    title: Title
    """Ours: names the subject in at most eight words."""
    editions: Annotated[dict[str, PromisedEntry], AfterValidator(at_least_one)]
    """What each edition promises."""
