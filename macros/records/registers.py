"""The registers: one shape a file of ``data/``; an entry under ``editions`` is what that edition prints."""

from __future__ import annotations

from types import MappingProxyType
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StringConstraints, model_validator

from macros.records.base import (
    CitedId,
    Day,
    GroupId,
    LinkId,
    ProvisionId,
    ProvisionIds,
    Record,
    Ref,
    SectorId,
    Shape,
    SourceId,
    Text,
    TopicId,
    WholeDay,
    at_least_one,
)


class Source(Record):
    """A document that this site restates."""

    title: Text
    short: Text
    publisher: Text
    dated: Text
    what: Text
    link: LinkId | None = None


class Link(Record):
    """One address outside this site, with the day on which a copy of the page was last seen."""

    title: Text
    url: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, pattern=r"^https://[^\s<>\"'`{}|\\^\[\]()]+$")]
    seen: WholeDay
    note: Text | None = None


class Provisions(Shape):
    """The provisions of one edition that say it."""

    provision: ProvisionIds = Field(min_length=1)
    note: Text | None = None


class Sector(Record):
    """A sector, as this site groups agencies and readers: our grouping, not the documents'.

    ``groups`` are those through which it is represented or with which it works; ``editions`` name the provisions that
    speak of it.
    """

    name: Text
    note: Text | None = None
    groups: tuple[GroupId, ...] = ()
    editions: Annotated[dict[str, Provisions], AfterValidator(MappingProxyType)] = Field(default_factory=lambda: MappingProxyType({}))


class LaterFact(Shape):
    """A dated fact that came to be known after an edition; it stands beside the edition and never alters it."""

    from_: Annotated[Day | None, Field(alias="from")] = None
    """The day, month or year from which it holds, or on which it happened."""
    to: Day | None = None
    """Where it is known only to lie in a time: the end of that time, which begins with ``from``."""
    by: Day | None = None
    """In place of ``from``, where no more is known than by when it was so."""
    name: Text | None = None
    """The new name or office-holder."""
    says: Text | None = None
    """What is known, as a sentence; it or ``name`` must be there."""
    source: CitedId
    """The document or page that says so."""
    place: Text | None = None
    """Where in the document."""
    seen: WholeDay | None = None
    """The day on which the page was seen; asked of every fact whose source is a link."""

    @model_validator(mode="after")
    def _says_something(self) -> LaterFact:
        if not (self.name or self.says):
            raise ValueError("Say what is known: add “name: …” or “says: …”.")
        if bool(self.from_) == bool(self.by) or (self.to and not self.from_):
            raise ValueError("Say when: “from: …” alone, “from: …” with “to: …”, or “by: …” alone.")
        return self

    @property
    def when(self) -> str:
        """The day, month or year by which facts are sorted."""
        return self.from_ or self.by or ""

    @property
    def words(self) -> str:
        """What is known, in one text."""
        return self.name or self.says or ""


class Entry(Shape):
    """What one edition prints of a record, frozen."""

    name: Text
    short: Text | None = None
    order: int | None = None
    note: Text | None = None


class AgencyEntry(Entry):
    """One line of a list of agencies."""

    group: Text
    says: Text | None = None


class Agency(Record):
    """A body, or a kind of body, that a list of relevant agencies names."""

    sector: SectorId
    editions: Annotated[dict[str, AgencyEntry], AfterValidator(MappingProxyType)] = Field(default_factory=lambda: MappingProxyType({}))
    reports: Annotated[dict[str, AgencyEntry], AfterValidator(MappingProxyType)] = Field(default_factory=lambda: MappingProxyType({}))
    since: tuple[LaterFact, ...] = ()


class RepresentationEntry(Entry):
    """One row of a representation table."""

    role: Text
    represented_by: Text
    groups: tuple[GroupId, ...] = ()


class Representation(Record):
    """How one kind of relevant agency is represented in the partnership."""

    sector: SectorId
    editions: Annotated[dict[str, RepresentationEntry], AfterValidator(at_least_one)]


class GroupEntry(Entry):
    """A group as one edition prints it; ``under`` is the group to which it reports, only where the words say so."""

    variants: tuple[Text, ...] = ()
    joint: Literal["yes", "no", "not stated"] | None = None
    reports_to: Text | None = None
    under: GroupId | None = None
    status: Text | None = None
    where: TopicId | None = None
    provisions: ProvisionIds = ()


class Group(Record):
    """A board, meeting, sub-group, forum, function or team."""

    kind: Literal["board", "meeting", "sub-group", "forum", "function", "team"]
    editions: Annotated[dict[str, GroupEntry], AfterValidator(at_least_one)]
    since: tuple[LaterFact, ...] = ()


class PartnershipEntry(Entry):
    """A strategic partnership body as one edition prints it; ``group`` is the label that it stands under in a diagram;
    ``elsewhere`` is the topic that names it, where the list or diagram does not."""

    group: Text | None = None
    elsewhere: TopicId | None = None


class StrategicPartnership(Record):
    """A strategic body around the partnership."""

    editions: Annotated[dict[str, PartnershipEntry], AfterValidator(at_least_one)]


class PostEntry(Shape):
    """An office as one edition prints it, with its holder or a silence."""

    office: Text
    holder: Text
    capacity: tuple[Text, ...] = ()
    where: TopicId | None = None
    note: Text | None = None


class Post(Record):
    """An office named in the arrangements."""

    organisation: Text
    editions: Annotated[dict[str, PostEntry], AfterValidator(at_least_one)]
    since: tuple[LaterFact, ...] = ()
    note: Text | None = None


class RouteEntry(Shape):
    """One step of a route as one edition prints it; its words are the provisions that it names."""

    name: Text
    decides: Text | None = None
    passes_to: Text | None = None
    steps: tuple[Text, ...] | Literal["not supplied"] | None = None
    provisions: ProvisionIds = ()
    note: Text | None = None


class Route(Record):
    """A step of a route by which a disagreement is resolved."""

    route: Literal["partnership", "practice", "practice-review", "funding", "sub-group-risk"]
    editions: Annotated[dict[str, RouteEntry], AfterValidator(at_least_one)]


class LevelEntry(Entry):
    """A support level as one edition prints it: the provisions that are its heading and its words."""

    heading: ProvisionId
    provisions: ProvisionIds


class Action(Shape):
    """What an official page tells practitioners to do, as seen on a day."""

    says: Text
    link: LinkId
    seen: WholeDay
    note: Text | None = None


class Seen(Shape):
    """A fact from an official page, as seen on a day; it stands apart from an edition's text."""

    says: Text
    source: LinkId
    seen: WholeDay


class Indicators(Shape):
    """Example indicators of a level; shown only when version, date and approver are all there."""

    version: Text | None = None
    date: WholeDay | None = None
    approved_by: Text | None = None
    listed: tuple[Text, ...] = ()

    @property
    def supplied(self) -> bool:
        """Whether the page may show them."""
        return bool(self.version and self.date and self.approved_by and self.listed)


class SupportLevel(Record):
    """A level of the guidance on support levels."""

    level: Text
    official: LinkId | None = None
    do: Action | None = None
    facts: tuple[Seen, ...] = ()
    indicators: Indicators = Indicators()
    editions: Annotated[dict[str, LevelEntry], AfterValidator(at_least_one)]


class ReportContent(Record):
    """One thing that the annual report is to include."""

    editions: Annotated[dict[str, Provisions], AfterValidator(at_least_one)]


class DutyEntry(Provisions):
    """A recurring duty or dated commitment as one edition prints it: who, how often or by when, and what is ambiguous.

    ``due`` is the day that the printed words fix, where they fix one.
    """

    actor: Text
    frequency: Text | None = None
    date: Text | None = None
    ambiguity: Text | None = None
    due: WholeDay | None = None
    repeats: Literal["yearly"] | None = None


class Duty(Record):
    """A recurring duty or a dated commitment.

    ``reviews`` names what it promises to review, and ``recorded`` the reviews that a later document tells of.
    """

    reviews: Text | None = None
    recorded: tuple[LaterFact, ...] = ()

    editions: Annotated[dict[str, DutyEntry], AfterValidator(at_least_one)]


class ReportFact(Record):
    """What an annual report says of some sectors."""

    source: SourceId
    place: Text
    sectors: tuple[SectorId, ...] = Field(min_length=1)
    says: Text
    note: Text | None = None


class NotCovered(Record):
    """What practitioners look for that this site does not hold.

    ``link`` is the official page where one is known; ``page`` is the address of what this site does hold on the matter.
    """

    title: Text
    also: tuple[Text, ...] = ()
    says: Text
    link: LinkId | None = None
    page: Annotated[str, StringConstraints(pattern=r"^([a-z-]+/)+$"), Ref("page")] | None = None
    provision: ProvisionIds = ()


class TermEntry(Shape):
    """A word as one edition prints and, where it does, explains it."""

    name: Text
    short: Text | None = None
    means: Text | None = None
    where: TopicId | None = None
    provision: ProvisionIds = ()
    note: Text | None = None


class Term(Record):
    """A word that is explained, shortened, never swapped (fixed), or that carries duty (force)."""

    kind: Literal["term", "abbreviation", "fixed", "force"]
    name: Text | None = None
    strength: Literal["duty", "expectation", "aim", "permission"] | None = None
    editions: Annotated[dict[str, TermEntry], AfterValidator(MappingProxyType)] = Field(default_factory=lambda: MappingProxyType({}))
    also: tuple[Text, ...] = ()
    note: Text | None = None
