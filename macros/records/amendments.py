"""Amendments by the partnership between two editions: what holds beside the printed words from a day on."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field

from macros.records.base import ProvisionIds, Record, Shape, Text, at_least_one
from macros.records.notes import AffectedId
from macros.records.registers import LaterFact


class Amended(Shape):
    """The provisions of one edition that an amendment alters."""

    provision: ProvisionIds = Field(min_length=1)
    """Their ids; the words stay as printed."""


class Amendment(LaterFact, Record):
    """One amendment: a dated fact with its source, and the provisions beside which it stands."""

    title: Text
    """What it is about."""
    affects: tuple[AffectedId, ...] = Field(min_length=1)
    """Who should know of it."""
    editions: Annotated[dict[str, Amended], AfterValidator(at_least_one)]
    """The provisions that it alters, by edition; an edition that has taken it up has no entry."""
