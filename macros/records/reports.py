"""The annual reports: what each says, its figures as published, and what is held against what."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, Field, model_validator

from macros.figures import printed_number
from macros.records.base import Day, Id, Printed, Record, Ref, SectorId, Shape, SourceId, Text


def _number(text: str) -> str:
    if printed_number(text) is None:
        raise ValueError(
            "Write the figure as the report prints it, such as 47,273 or £2910.40 or 82%; a suppressed count as <5, with “suppressed: yes”."
        )
    return text


Number = Annotated[Text, AfterValidator(_number), Printed()]
AgencyId = Annotated[Id, Ref("agencies")]


class Period(Shape):
    """The time that a report is about."""

    from_: Annotated[Day, Field(alias="from")]
    """Its first month."""
    to: Day
    """Its last month."""


class Statement(Record):
    """One thing that a report says, restated."""

    says: Text
    """The statement, attributed and dated where the page around it does not do so."""
    kind: Literal["headline", "activity", "impact", "finding", "decision", "plan", "structure", "person", "evaluation", "message", "context"]
    """What kind of statement it is: a plan is something that the report says will happen."""
    place: Text
    """The report's own heading and sub-heading."""
    sectors: tuple[SectorId, ...] = ()
    """The sectors that it names or plainly concerns; empty where it singles out none."""
    figures: tuple[Id, ...] = ()
    """Figures of the same report on which it rests."""
    date: Day | None = None
    """The day, month or year that it names."""
    note: Text | None = None
    """Ours."""


class Section(Record):
    """A part of a report, in the report's order."""

    title: Text
    """The report's own heading."""
    answer: Text
    """What it says, in one or two sentences of ours."""
    statements: tuple[Statement, ...] = ()
    """All that it says of substance."""


class Value(Shape):
    """A comparison value."""

    value: Number
    """As published."""
    at: Text
    """The year or day for which it stands."""


class Figure(Record):
    """One published figure; never altered."""

    name: Text
    """What it counts."""
    group: Id
    """The table or picture that it belongs to, such as context, contributions, income, expenditure, training."""
    value: Number
    """As published."""
    unit: Text
    """What is counted: children, £, %, courses …"""
    base: Text | None = None
    """Of what a percentage is taken, as the report tells it, or not stated; left out where a share names its part and its whole."""
    at: Text
    """The year or day for which it stands, as printed or as the reference says."""
    before: Value | None = None
    """The published comparison value."""
    change: Number | None = None
    """The published change, such as -10.4%."""
    direction: Literal["decreasing", "increasing", "in line"] | None = None
    """The published direction."""
    suppressed: Literal["yes"] | None = None
    """A count that the report suppresses: never summed, charted or divided."""
    place: Text
    """Where it stands."""
    reference: Text | None = None
    """The report's data reference."""
    note: Text | None = None
    """Ours."""

    @model_validator(mode="after")
    def _suppressed_as_printed(self) -> Figure:
        if self.value.startswith("<") != bool(self.suppressed):
            raise ValueError("A suppressed count is written <5 and has “suppressed: yes”; no other figure has it.")
        if self.change and not self.before:
            raise ValueError("A change needs “before: {value: …, at: …}”, from which it is reckoned.")
        return self


class Sum(Shape):
    """A published total and its parts."""

    total: Id
    """The total's figure."""
    of: tuple[Id, ...] = Field(min_length=2)
    """The parts' figures."""
    note: Text | None = None
    """What explains a difference, where the report does."""


class Share(Shape):
    """A published percentage, its part and its whole."""

    share: Id
    """The percentage's figure."""
    part: Id
    """What was divided."""
    whole: Id
    """By what."""
    note: Text | None = None
    """What explains a difference, where the report does."""


class Review(Record):
    """A practice review, by its published title with its learning themes, and nothing else."""

    title: Text
    """As published."""
    published: Day | Literal["not stated"] = "not stated"
    """The day or month of publication."""
    themes: tuple[Text, ...] = ()
    """Learning themes."""
    place: Text
    """Where the report tells of it."""


class Listed(Shape):
    """A body as a report lists it."""

    name: Text
    """As printed."""
    group: Text
    """The heading of the list."""
    agency: AgencyId | None = None
    """The body of the arrangements' list that it is; left out where there is none, or none can be told."""
    note: Text | None = None
    """How the names differ."""


class Conflict(Record):
    """Two statements that do not agree, within a report or between documents."""

    says: Text
    """What does not agree, with both figures or words."""
    places: tuple[Text, ...] = Field(min_length=2)
    """Where each stands."""


class Report(Shape):
    """``data/reports/<year>.yaml``: one annual report."""

    title: Text
    """How pages call it."""
    short: Text
    """How citations call it."""
    board: Text
    """Whose report it is."""
    source: SourceId
    """The document that is restated."""
    period: Period
    """The time that it is about."""
    held: Text
    """What of it is held, as a sentence: the whole text, or the cover report only."""
    history: Literal["yes"] | None = None
    """A predecessor's report: dated, never beside today's figures as if comparable."""
    approved: Text = "not stated"
    """By whom and when it was approved, or not stated."""
    published: Text = "not stated"
    """When it was published, or not stated."""
    says: tuple[Text, ...] = Field(min_length=3, max_length=10)
    """What it says, in at most ten lines."""
    sections: tuple[Section, ...] = Field(min_length=1)
    """Its parts."""
    figures: tuple[Figure, ...] = ()
    """Its figures."""
    sums: tuple[Sum, ...] = ()
    """Totals to be recalculated."""
    shares: tuple[Share, ...] = ()
    """Percentages to be recalculated."""
    reviews: tuple[Review, ...] = ()
    """Practice reviews."""
    agencies: tuple[Listed, ...] = ()
    """Bodies as it lists them."""
    conflicts: tuple[Conflict, ...] = ()
    """Statements that do not agree."""
