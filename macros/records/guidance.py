"""The statutory guidance under which editions are written, what is told of later guidance, and what was checked against it."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from macros.records.base import CitedId, Id, ProvisionId, Record, Shape, Text, WholeDay
from macros.records.registers import LaterFact


class Theme(Record):
    """What is told of later guidance on one matter, and the provisions on which it bears."""

    name: Text
    """What pages call it."""
    says: Text
    """What is told, attributed: no more than the source was seen to say."""
    source: CitedId
    """The page or document that tells it."""
    place: Text | None = None
    """Where in it."""
    seen: WholeDay | None = None
    """The day on which the page was seen."""
    provisions: tuple[ProvisionId, ...] = Field(min_length=1)
    """Provisions of the current edition on which it bears, chosen by a person."""
    note: Text | None = None
    """Ours: what the current edition's own words are on the matter."""


class Guidance(Record):
    """One edition of the statutory guidance."""

    name: Text
    """What pages call it."""
    names: tuple[Text, ...] = Field(min_length=1)
    """How editions print its name."""
    unnamed: tuple[Text, ...] = ()
    """Words by which the edition written under it speaks of it without its name."""
    replaced: Text | None = None
    """What is said of it since, as the end of “written under …”."""
    replaces: Id | None = None
    """The guidance that it is said to replace."""
    since: tuple[LaterFact, ...] = ()
    """What is known of it as later guidance: dated, each with its source."""
    themes: tuple[Theme, ...] = ()
    """What is told of it, matter by matter."""


ItemId = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, pattern=r"^[a-z0-9-]+(/[a-z0-9-]+)?$")]


class Checked(Shape):
    """Who held an item of the list against the later guidance, when, and what came of it."""

    item: ItemId
    """A provision of the list, or a record that rests on provisions of it, as register/record: it then stands for those provisions."""
    by: Text
    """Name and office."""
    on: WholeDay
    """The day."""
    found: Text
    """What was found, as a sentence."""


class Guidances(Shape):
    """``data/guidance.yaml``: every edition of the guidance, and what was checked against the latest."""

    guidance: tuple[Guidance, ...] = Field(min_length=1)
    """The guidance, the oldest first."""
    checked: tuple[Checked, ...] = ()
    """What was checked; an item that does not stand here is to be checked."""
