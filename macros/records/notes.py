"""What a person says of the changes between two editions, and what became of old ids and old promises."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, Field, model_validator

from macros.records.base import CitedId, Id, Record, Ref, Shape, Text
from macros.records.registers import LaterFact


def _at_most(words: int) -> AfterValidator:
    def short(text: str) -> str:
        if len(text.split()) > words:
            raise ValueError(f"Say it in at most {words} words; this has {len(text.split())}.")
        return text

    return AfterValidator(short)


Title = Annotated[Text, _at_most(8)]
Sentence = Annotated[Text, _at_most(32)]
BodyId = Annotated[Id, Ref("groups or posts or sectors", others=("relevant-agencies", "partnership", "not-stated"))]
"""Somebody on whom a duty lies: a group, a post, a sector, all named Relevant Agencies, the partnership, or nobody named."""
AffectedId = Annotated[Text, Ref("sectors", others=("all",))]
FATES = ("stronger", "in place", "carried on", "replaced", "time passed", "weaker", "no counterpart")
"""What can have become of an older promise; a person decides which."""


class Lineage(Shape):
    """Old ids and the newer ids that carry on their idea, where ids did not simply stay."""

    old: tuple[Text, ...] = Field(min_length=1)
    """Ids of the older edition."""
    new: tuple[Text, ...] = Field(min_length=1)
    """Ids of the newer one."""


class Finding(Shape):
    """What a source found that bears on a change."""

    says: Sentence
    """The finding, attributed."""
    source: CitedId
    """The document or page."""
    place: Text
    """Where in it."""


class Reason(Finding):
    """Why something changed, where a source says so."""

    kind: Literal["stated", "required"]
    """Whether the source states the reason of this change, or says that guidance or law requires it."""


class DutyChange(Shape):
    """Whose duty a change makes new, stronger or weaker, or ends."""

    on: tuple[BodyId, ...] = Field(min_length=1)
    """On whom."""
    how: Literal["new", "stronger", "weaker", "ended"]
    """What became of the duty: ended means that the newer edition does not print it."""


class Fate(Shape):
    """What became of some promises of the older edition."""

    fate: Literal["stronger", "in place", "carried on", "replaced", "time passed", "weaker", "no counterpart"]
    """Decided by a person."""
    of: tuple[Text, ...] = Field(min_length=1)
    """The older provisions."""


class Note(Record):
    """What a person says of one change."""

    title: Title
    """What it is about."""
    weight: Literal["key", "notable", "wording"]
    """How much it matters."""
    where: tuple[Text, ...] = Field(min_length=1)
    """The provisions of either edition that it speaks of, or records as register/id."""
    was: Sentence | None = None
    """What the older edition said, in one sentence."""
    is_: Annotated[Sentence | None, Field(alias="is")] = None
    """What the newer edition says, in one sentence."""
    why: Reason | None = None
    """The reason, where a source gives one."""
    finding: Finding | None = None
    """What a review found that bears on it."""
    duty: tuple[DutyChange, ...] = ()
    """Whose duty changed."""
    affects: tuple[AffectedId, ...] = Field(min_length=1)
    """Who should know of it."""
    since: tuple[LaterFact, ...] = ()
    """What a later source says of it."""
    fates: tuple[Fate, ...] = ()
    """What became of older promises."""
    throughout: Id | None = None
    """The line of “Throughout” to which it belongs; for wording only."""
    wording_because: Text | None = None
    """Why a removal, a duty or a change of force is wording all the same."""
    replaces: tuple[Lineage, ...] = ()
    """Old ids that others carry on."""
    removed: tuple[Text, ...] = ()
    """Old ids without a counterpart."""

    @model_validator(mode="after")
    def _says_something(self) -> Note:
        if not (self.was or self.is_):
            raise ValueError("Say what it was or what it is: add “was: …” or “is: …”.")
        if self.throughout and self.weight != "wording":
            raise ValueError("Only a note whose weight is wording belongs to a line of “Throughout”.")
        return self

    @property
    def binds(self) -> bool:
        """Whether it makes somebody's duty new or stronger."""
        return any(each.how in ("new", "stronger") for each in self.duty)


class KeyChange(Record):
    """One of the few changes that everybody must know, drawn from notes by a person."""

    title: Title
    """What it is about."""
    was: Annotated[Text, _at_most(40)]
    """What the older edition said."""
    is_: Annotated[Text, _at_most(40), Field(alias="is")]
    """What the newer edition says."""
    who: Annotated[Text, _at_most(20)]
    """Whom it binds or concerns, in words."""
    since: tuple[LaterFact, ...] = ()
    """What a later source says of it."""
    notes: tuple[Id, ...] = Field(min_length=1)
    """The change notes that it sums up; every note of weight key is in one of them."""


class Throughout(Record):
    """One line that tells a kind of change that runs through the whole edition."""

    says: Sentence
    """The line."""


class KeyChanges(Shape):
    """``data/key-changes/<old>-<new>.yaml``: what matters first between two editions."""

    general: Text | None = None
    """The general reasons that the newer edition gives for its changes, in one sentence."""
    key: tuple[KeyChange, ...] = Field(max_length=15)
    """At most fifteen changes."""
    throughout: tuple[Throughout, ...] = ()
    """Lines on names, capitals, numbers and the like."""
