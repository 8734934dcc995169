"""What a person says of the changes between two editions, and what became of old ids."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from macros.records.base import Record, Ref, Shape, SourceId, Text


class Lineage(Shape):
    """Old ids and the newer ids that carry on their idea, where ids did not simply stay."""

    old: tuple[Text, ...] = Field(min_length=1)
    new: tuple[Text, ...] = Field(min_length=1)


class Note(Record):
    """What a person says of a change: where, what, why, for whom, and whether somebody must act."""

    where: tuple[Text, ...] = Field(min_length=1)
    what: Text
    why: Literal["not stated", "statutory guidance", "local review", "national reorganisation"]
    source: SourceId | None = None
    place: Text | None = None
    affects: tuple[Annotated[Text, Ref("sectors", others=("all",))], ...] = Field(min_length=1)
    act: Literal["yes", "no"]
    replaces: tuple[Lineage, ...] = ()
    removed: tuple[Text, ...] = ()
