"""Dated events from the board's beginning to the latest that a source tells."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, StringConstraints, model_validator

from macros.records.base import CitedId, Day, Record, Ref, Shape, Text, WholeDay

EVENTS = ("law and guidance", "board and arrangements", "groups and posts", "reviews and inspections", "reports")
"""The kinds of event, in the order in which the page lists them."""
DrawnFrom = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, pattern=r"^[a-z-]+/[a-z0-9-]+/[a-z0-9-]+$")]


def _short(text: str) -> str:
    if len(text.split()) > 40:
        raise ValueError(f"Say it in at most 40 words; this has {len(text.split())}.")
    return text


class Occasion(Shape):
    """When something happened, and where that is told: in a record that has its date already, or in a source."""

    of: DrawnFrom | None = None
    """A statement of a report, as reports/year/statement, or a later fact of a record, as register/record/day: source and place are its, and the date
    too where it has one."""
    when: Day | None = None
    """The day, month or year."""
    to: Day | None = None
    """The end, of what took a time."""
    source: CitedId | None = None
    """The document or page that says so."""
    place: Text | None = None
    """Where in it."""
    seen: WholeDay | None = None
    """The day on which the page was seen."""

    @model_validator(mode="after")
    def _told_once(self) -> Occasion:
        if self.of and (self.source or self.place or self.seen):
            raise ValueError("Give “of: …” without “source”, “place” and “seen”: the record that it names has them.")
        if not self.of and not self.source:
            raise ValueError("Say where it is told: add “source: …”, or “of: …” where another record has it.")
        if self.to and not self.when:
            raise ValueError("Add “when: …”: what has an end has a beginning.")
        return self


class Conflict(Occasion):
    """The same event as another place tells it."""

    says: Text | None = None
    """How that place tells it, where it is more than another date."""

    @model_validator(mode="after")
    def _differs(self) -> Conflict:
        if not (self.of or self.when or self.says):
            raise ValueError("Say what differs: add “when: …” or “says: …”.")
        return self


class Event(Record, Occasion):
    """One event."""

    kind: Literal["law and guidance", "board and arrangements", "groups and posts", "reviews and inspections", "reports"]
    """What kind of event it is."""
    says: Annotated[Text, AfterValidator(_short)]
    """What happened, in one sentence of ours."""
    conflict: tuple[Conflict, ...] = ()
    """Other dates that are told of it."""
    page: Annotated[str, StringConstraints(pattern=r"^([a-z0-9-]+/)+$"), Ref("page")] | None = None
    """The address of a page on the matter."""

    @model_validator(mode="after")
    def _dated(self) -> Event:
        if not (self.of or self.when):
            raise ValueError("Say when: add “when: …”, or “of: …” where another record has the date.")
        return self
