"""Coverage: the lists of what an annual report is to include, and what each report shows of it, as this site reads it."""

from __future__ import annotations

from types import MappingProxyType
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, model_validator

from macros.records.base import Id, Record, Ref, Shape, Text
from macros.records.editions import Confirmed


class Outside(Shape):
    """A report for which a list was not in force."""

    report: Id
    """The report, as its file is called."""
    why: Text
    """Why it was not, as a sentence."""


class ReportList(Record):
    """A list of what an annual report is to include: an edition's own, or guidance as a report quotes it."""

    title: Text
    """How pages call it."""
    edition: Id | None = None
    """The edition that prints it."""
    quoted: Id | None = None
    """In place of an edition: the report, as its file is called, whose statements quote it."""
    force: Text
    """For which time it was in force, and what is not known of that."""
    outside: tuple[Outside, ...] = ()
    """The reports for which it was not in force."""

    @model_validator(mode="after")
    def _stands_somewhere(self) -> ReportList:
        if bool(self.edition) == bool(self.quoted):
            raise ValueError("Say where it stands: “edition: …” or “quoted: …”, and one of them only.")
        return self


VERDICTS = ("full", "partial", "not found", "not applicable", "cannot be told")
"""What is said of a report and a requirement, in the order in which it is counted; none says that something was not done."""
EVIDENCED = VERDICTS[:2]
"""The verdicts that rest on evidence."""


class Verdict(Shape):
    """What one report shows of one requirement."""

    verdict: Literal["full", "partial", "not found", "not applicable", "cannot be told"]
    """Not applicable: not in force then. Cannot be told: the report itself is not held."""
    why: Text
    """The reason, as sentences that a board could read aloud; of a partial one, what is missing."""
    where: tuple[Id, ...] = ()
    """The statements, sections and figures of that report that show it."""
    confirmed: Confirmed | None = None
    """Who at the partnership confirmed it, and when; left out until somebody has."""

    @model_validator(mode="after")
    def _rests_on_evidence(self) -> Verdict:
        if self.verdict in EVIDENCED and not self.where:
            raise ValueError("Name what shows it, as “where: [one, two]”, or choose another verdict.")
        if self.verdict in ("not found", "not applicable") and self.where:
            raise ValueError("Nothing shows what was not found or does not apply: delete “where”, or choose another verdict.")
        return self


class Requirement(Record):
    """One thing that a list requires of a report, with a verdict on each report for which the list was in force."""

    of: Annotated[Id, Ref("report-lists")]
    """The list."""
    content: Annotated[Id, Ref("report-contents")] | None = None
    """What the list's edition prints: the words are drawn from there."""
    statement: Id | None = None
    """In place of it: the statement of a report that quotes the requirement."""
    verdicts: Annotated[dict[str, Verdict], AfterValidator(MappingProxyType)] = Field(default_factory=dict, validate_default=True)
    """By report, as its file is called."""
