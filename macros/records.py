"""The shape of every record in ``data/``, stated once; pydantic turns text into these and gathers every fault."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

SILENCES = ("not stated", "not supplied", "not named")
"""What a record says where its source says nothing: a value of its own kind, shown as such and never filled in."""


def is_silence(value: object) -> bool:
    """Whether a value says that the source is silent."""
    return value in SILENCES


class Ref:
    """Marks a field that names a record of another register.

    Arguments: ``register``, the file's name without its ending; ``others``, words that are allowed besides.
    """

    def __init__(self, register: str, others: tuple[str, ...] = ()) -> None:
        self.register, self.others = register, others


Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Id = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
SectorId = Annotated[Id, Ref("sectors")]
SourceId = Annotated[Id, Ref("sources")]
LinkId = Annotated[Id, Ref("links")]
AgencyId = Annotated[Id, Ref("agencies")]
GroupId = Annotated[Id, Ref("groups")]
Ids = tuple[Id, ...]
DateOrNone = date | None


def _by_edition(entries: dict[str, Any]) -> Mapping[str, Any]:
    if not entries:
        raise ValueError("Name at least one edition that prints it.")
    return MappingProxyType(entries)


class Shape(BaseModel):
    """What all records share: they cannot be changed, and know no field that is not named here."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)


class Record(Shape):
    """One thing, for all time, known by its id."""

    id: Id


class Edition(Record):
    """The arrangements of one time; its folder is ``docs/arrangements/<id>/``. ``gap`` says what is missing before it."""

    name: Text
    title: Text
    source: SourceId
    written_under: Text
    status: Text
    gap: Text | None = None
    topics: Ids = Field(min_length=1)


class Editions(Shape):
    """``data/editions.yaml``: which edition is current, and all of them, oldest first."""

    current: Text
    editions: tuple[Edition, ...] = Field(min_length=1)


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
    url: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, pattern=r"^https://")]
    seen: date
    note: Text | None = None


class Named(Shape):
    """The provisions of one edition that say it."""

    provision: Ids = Field(min_length=1)
    note: Text | None = None


class Sector(Record):
    """A sector, as this site groups agencies and readers: our grouping, not the documents'.

    ``groups`` are those through which it is represented or with which it works; ``editions`` name the provisions that
    speak of it.
    """

    name: Text
    note: Text | None = None
    groups: tuple[GroupId, ...] = ()
    editions: Annotated[dict[str, Named], AfterValidator(MappingProxyType)] = Field(default_factory=lambda: MappingProxyType({}))


class Since(Shape):
    """A dated fact that came to be known after an edition; it stands beside the edition and never alters it."""

    from_: Annotated[Text, Field(alias="from")]
    name: Text | None = None
    says: Text | None = None
    source: Annotated[Id, Ref("sources or links")]
    place: Text | None = None
    seen: date | None = None


class Printed(Shape):
    """What one edition prints of a record, frozen."""

    name: Text
    short: Text | None = None
    order: int | None = None
    note: Text | None = None


class AgencyPrinted(Printed):
    """One line of a list of agencies."""

    group: Text
    says: Text | None = None


class Agency(Record):
    """A body, or a kind of body, that a list of relevant agencies names."""

    sector: SectorId
    editions: Annotated[dict[str, AgencyPrinted], AfterValidator(MappingProxyType)] = Field(default_factory=lambda: MappingProxyType({}))
    reports: Annotated[dict[str, AgencyPrinted], AfterValidator(MappingProxyType)] = Field(default_factory=lambda: MappingProxyType({}))
    since: tuple[Since, ...] = ()


class RepresentationPrinted(Printed):
    """One row of a representation table."""

    role: Text
    represented_by: Text
    groups: tuple[GroupId, ...] = ()


class Representation(Record):
    """How one kind of relevant agency is represented in the partnership."""

    sector: SectorId
    editions: Annotated[dict[str, RepresentationPrinted], AfterValidator(_by_edition)]


class GroupPrinted(Printed):
    """A group as one edition prints it; ``under`` is the group to which it reports, only where the words say so."""

    variants: tuple[Text, ...] = ()
    joint_with_medway: Literal["yes", "no", "not stated"] = "not stated"
    reports_to: Text = "not stated"
    under: GroupId | None = None
    status: Text | None = None
    where: Text | None = None
    provisions: Ids = ()


class Group(Record):
    """A board, meeting, sub-group, forum, function or team."""

    kind: Literal["board", "meeting", "sub-group", "forum", "function", "team"]
    editions: Annotated[dict[str, GroupPrinted], AfterValidator(_by_edition)]
    since: tuple[Since, ...] = ()


class PartnershipPrinted(Printed):
    """A strategic partnership body as one edition prints it; ``group`` is the label that it stands under in a diagram;
    ``elsewhere`` is the topic that names it, where the list or diagram does not."""

    group: Text | None = None
    elsewhere: Id | None = None


class Partnership(Record):
    """A strategic body around the partnership."""

    editions: Annotated[dict[str, PartnershipPrinted], AfterValidator(_by_edition)]


class PostPrinted(Shape):
    """An office as one edition prints it, with its holder or a silence."""

    office: Text
    holder: Text
    capacity: tuple[Text, ...] = ()
    where: Text | None = None
    note: Text | None = None


class Post(Record):
    """An office named in the arrangements."""

    organisation: Text
    editions: Annotated[dict[str, PostPrinted], AfterValidator(_by_edition)]
    since: tuple[Since, ...] = ()
    note: Text | None = None


class RoutePrinted(Shape):
    """One step of a route as one edition prints it; its words are the provisions that it names."""

    name: Text
    decides: Text = "not stated"
    passes_to: Text = "not stated"
    steps: tuple[Text, ...] | Literal["not supplied"] | None = None
    provisions: Ids = ()
    note: Text | None = None


class Route(Record):
    """A step of a route by which a disagreement is resolved."""

    route: Literal["partnership", "practice", "practice-review", "funding", "sub-group-risk"]
    editions: Annotated[dict[str, RoutePrinted], AfterValidator(_by_edition)]


class LevelPrinted(Printed):
    """A support level as one edition prints it: the provisions that are its heading and its words."""

    heading: Id
    provisions: Ids


class Doing(Shape):
    """What an official page tells practitioners to do, as seen on a day."""

    says: Text
    link: LinkId
    seen: date
    note: Text | None = None


class Seen(Shape):
    """A fact from an official page, as seen on a day; it stands apart from an edition's text."""

    says: Text
    source: LinkId
    seen: date


class Indicators(Shape):
    """Example indicators of a level; shown only when version, date and approver are all there."""

    version: Text | None = None
    date: DateOrNone = None
    approved_by: Text | None = None
    listed: tuple[Text, ...] = ()

    @property
    def supplied(self) -> bool:
        """Whether the page may show them."""
        return bool(self.version and self.date and self.approved_by and self.listed)


class SupportLevel(Record):
    """A level of the Kent Support Levels Guidance."""

    level: Text
    official: LinkId | None = None
    do: Doing | None = None
    facts: tuple[Seen, ...] = ()
    indicators: Indicators = Indicators()
    editions: Annotated[dict[str, LevelPrinted], AfterValidator(_by_edition)]


class ReportContent(Record):
    """One thing that the annual report is to include."""

    editions: Annotated[dict[str, Named], AfterValidator(_by_edition)]


class DutyPrinted(Named):
    """A recurring duty or dated commitment as one edition prints it: who, how often or by when, and what is ambiguous.

    ``due`` is the day that the printed words fix, where they fix one.
    """

    actor: Text
    frequency: Text | None = None
    date: Text | None = None
    ambiguity: Text | None = None
    due: DateOrNone = None
    repeats: Literal["yearly"] | None = None


class Duty(Record):
    """A recurring duty or a dated commitment.

    ``reviews`` names what it promises to review, and ``recorded`` the reviews that a later document tells of.
    """

    reviews: Text | None = None
    recorded: tuple[Since, ...] = ()

    editions: Annotated[dict[str, DutyPrinted], AfterValidator(_by_edition)]


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
    page: Annotated[str, StringConstraints(pattern=r"^([a-z-]+/)+$")] | None = None
    provision: Ids = ()


class TermPrinted(Shape):
    """A word as one edition prints and, where it does, explains it."""

    name: Text
    short: Text | None = None
    means: Text | None = None
    where: Text | None = None
    provision: Ids = ()
    note: Text | None = None


class Term(Record):
    """A word that is explained, shortened, never swapped (fixed), or that carries duty (force)."""

    kind: Literal["term", "abbreviation", "fixed", "force"]
    name: Text | None = None
    strength: Literal["duty", "expectation", "aim", "permission"] | None = None
    editions: Annotated[dict[str, TermPrinted], AfterValidator(MappingProxyType)] = Field(default_factory=lambda: MappingProxyType({}))
    also: tuple[Text, ...] = ()
    note: Text | None = None


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


class Meta(Shape):
    """The head of a page of an edition."""

    title: Text
    section: Text
    source: SourceId
    description: Text
    keywords: tuple[Text, ...] = ()
    confirmed: Confirmed | None = None


class Confirmed(Shape):
    """Who at the partnership confirmed a page, and when."""

    by: Text
    on: date


REGISTERS: Mapping[str, type[Record]] = MappingProxyType(
    {
        "sources": Source,
        "links": Link,
        "sectors": Sector,
        "agencies": Agency,
        "groups": Group,
        "posts": Post,
        "representation": Representation,
        "escalation": Route,
        "terms": Term,
        "partnerships": Partnership,
        "support-levels": SupportLevel,
        "report-contents": ReportContent,
        "duties": Duty,
        "report-facts": ReportFact,
        "not-covered": NotCovered,
    }
)
"""Every register: the file ``data/<name>.yaml`` is a list of such records."""

Meta.model_rebuild()
