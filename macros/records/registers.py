"""The registers: one shape a file of ``data/``; an entry under ``editions`` is what that edition prints."""

from __future__ import annotations

from types import MappingProxyType
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StringConstraints, model_validator

from macros.records.base import (
    CitedId,
    Day,
    GroupId,
    Id,
    LinkId,
    ProvisionId,
    ProvisionIds,
    Record,
    Ref,
    SectorId,
    Shape,
    Text,
    TopicId,
    WholeDay,
    at_least_one,
)


class Source(Record):
    """A document that this site restates."""

    title: Text
    """Its printed title."""
    short: Text
    """How short citations call it."""
    publisher: Text
    """Who published it."""
    dated: Text
    """Its date as printed, or not stated."""
    what: Text
    """What of it this site holds, and what did not reach it."""
    link: LinkId | None = None
    """The page on which it, or its present form, is published."""


class Link(Record):
    """One address outside this site, with the day on which a copy of the page was last seen."""

    title: Text
    """What the page is called."""
    url: Annotated[
        str,
        StringConstraints(strip_whitespace=True, min_length=1, pattern=r"^https://([A-Za-z0-9-]+\.)+[A-Za-z]{2,}([/?#:][^\s<>\"'`{}|\\^\[\]()]*)?$"),
    ]
    """Its address."""
    seen: WholeDay
    """The day on which a copy of the page was last seen."""
    note: Text | None = None
    """What a reader has to know of it."""


class Provisions(Shape):
    """The provisions of one edition that say it."""

    provision: ProvisionIds = Field(min_length=1)
    """Their ids, the one that carries the most first; an item is read with its lead-in."""
    note: Text | None = None
    """Ours: what the words leave open."""


class Answer(Shape):
    """The answer to “are we a relevant agency?” in one edition."""

    named: Literal["yes", "no", "partly"]
    """Whether the sector's bodies are named; it decides whether their expectations are shown."""
    says: Text
    """The answer in one sentence."""
    provision: ProvisionIds = ()
    """What it rests on."""


class SectorEntry(Provisions):
    """What an edition says of a sector: the provisions that speak of it, or of a body of it, by name."""

    answer: Answer | None = None
    """Whether it is a relevant agency."""
    expected: ProvisionIds = ()
    """What binds it beyond what binds all named Relevant Agencies."""
    caution: Text | None = None
    """One sentence, where the edition's own page has a note on the answer."""


class Sector(Record):
    """A sector, as this site groups agencies and readers: our grouping, not the documents'."""

    name: Text
    """What pages call it."""
    note: Text | None = None
    """What a reader has to know of our grouping."""
    groups: tuple[GroupId, ...] = ()
    """Its own group, or the groups that represent it."""
    attends: tuple[GroupId, ...] = ()
    """Meetings at which people from it sit."""
    posts: tuple[Annotated[Id, Ref("posts")], ...] = ()
    """Offices that people from it hold."""
    editions: Annotated[dict[str, SectorEntry], AfterValidator(MappingProxyType)] = Field(default_factory=dict, validate_default=True)
    """What each edition says of it."""


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
        return ". ".join(filter(None, (self.name, self.says)))


class Entry(Shape):
    """What one edition prints of a record, frozen."""

    name: Text
    """The name as printed."""
    short: Text | None = None
    """Its short form as printed."""
    order: int | None = None
    """Its place in the edition's own order, where that differs from the order of the register."""
    note: Text | None = None
    """Ours: how the printed form differs, or what it leaves open."""


class AgencyEntry(Entry):
    """One line of a list of agencies."""

    group: Text
    """The heading under which the list prints it."""
    says: Text | None = None
    """What the list prints beside the name."""


class Agency(Record):
    """A body, or a kind of body, that a list of relevant agencies names."""

    sector: SectorId
    """The sector under which this site groups it."""
    editions: Annotated[dict[str, AgencyEntry], AfterValidator(MappingProxyType)] = Field(default_factory=dict, validate_default=True)
    """The line that each edition's list prints, by edition."""
    reports: Annotated[dict[str, AgencyEntry], AfterValidator(MappingProxyType)] = Field(default_factory=dict, validate_default=True)
    """The line that each report's list prints, by report."""
    since: tuple[LaterFact, ...] = ()
    """What is known since."""


class RepresentationEntry(Entry):
    """One row of a representation table."""

    role: Text
    """Its role, as the table prints it."""
    represented_by: Text
    """By whom it is represented, as the table prints it."""
    groups: tuple[GroupId, ...] = ()
    """The groups that this names."""


class Representation(Record):
    """How one kind of relevant agency is represented in the partnership."""

    sector: SectorId
    """The sector under which this site groups it."""
    editions: Annotated[dict[str, RepresentationEntry], AfterValidator(at_least_one)]
    """The row that each edition's table prints, by edition."""


class GroupEntry(Entry):
    """A group as one edition prints it."""

    variants: tuple[Text, ...] = ()
    """Other forms of the name that the edition prints."""
    joint: Literal["yes", "no", "not stated"] | None = None
    """Whether it is held jointly with the neighbouring partnership."""
    reports_to: Text | None = None
    """To whom it reports, as printed."""
    under: GroupId | None = None
    """The group to which it reports, only where the words say so."""
    same_meeting_as: GroupId | None = None
    """The group with which the edition itself runs this one together."""
    minor: Literal["yes"] | None = None
    """Beside ``note``: a matter of spelling or print on which no meaning hangs."""
    status: Text | None = None
    """What the edition says of its standing, such as in abeyance."""
    where: TopicId | None = None
    """The topic on whose page it is told of."""
    provisions: ProvisionIds = ()
    """The provisions that tell what it is and does."""


class Group(Record):
    """A board, meeting, sub-group, forum, function or team."""

    kind: Literal["board", "meeting", "sub-group", "forum", "function", "team"]
    """What kind of body it is."""
    people: Text | None = None
    """Those who meet in it, as a head above what they must do; its name where nothing is given."""
    editions: Annotated[dict[str, GroupEntry], AfterValidator(at_least_one)]
    """What each edition prints of it, by edition."""
    since: tuple[LaterFact, ...] = ()
    """What is known since."""


class PartnershipEntry(Entry):
    """A strategic partnership body as one edition prints it."""

    group: Text | None = None
    """The label under which it stands in a diagram."""
    elsewhere: TopicId | None = None
    """The topic that names it, where the list or diagram does not."""


class StrategicPartnership(Record):
    """A strategic body around the partnership."""

    editions: Annotated[dict[str, PartnershipEntry], AfterValidator(at_least_one)]
    """What each edition prints of it, by edition."""


class PostEntry(Shape):
    """An office as one edition prints it, with its holder or a silence."""

    office: Text
    """The office as printed."""
    holder: Text
    """Who held it, or not named."""
    capacity: tuple[Text, ...] = ()
    """What else the holder is called there."""
    does: ProvisionId | None = None
    """The provision that introduces the edition's own list of what the office does."""
    where: TopicId | None = None
    """The topic on whose page it is told of."""
    note: Text | None = None
    """Ours: what the print leaves open."""
    minor: Literal["yes"] | None = None
    """Beside ``note``: a matter of spelling or print on which no meaning hangs."""


class Post(Record):
    """An office named in the arrangements."""

    organisation: Text
    """The body in which the office is."""
    editions: Annotated[dict[str, PostEntry], AfterValidator(at_least_one)]
    """The office as each edition prints it, by edition."""
    since: tuple[LaterFact, ...] = ()
    """What is known since."""
    note: Text | None = None
    """Ours, on the office in all editions."""


class RouteEntry(Shape):
    """One stage of a route, or a whole route, as one edition prints it; nothing is put in that the edition does not print."""

    name: Text
    """As printed: the stage's number, the policy, or what the route is for."""
    title: Text | None = None
    """Ours: what it is called in a list."""
    at: Text | None = None
    """The body at which the matter then stands."""
    does: Text | None = None
    """What that body does there: a phrase that follows on ``at``."""
    first_to: Text | None = None
    """Where the matter goes first, on a route without stages."""
    unless: Text | None = None
    """The exception to ``first_to``, with its “unless”."""
    instead: Text | None = None
    """Where the matter goes then: another way, not a second step."""
    unresolved: Text | None = None
    """What follows where it is not resolved there."""
    steps: tuple[Text, ...] | Literal["not supplied"] | None = None
    """The steps, where they are held."""
    link: LinkId | None = None
    """The website on which the edition says that the document can be found."""
    provisions: ProvisionIds = ()
    """The provisions that say it."""
    note: Text | None = None
    """What the words leave open."""


class Route(Record):
    """A step of a route by which a disagreement is resolved."""

    route: Literal["partnership", "practice", "practice-review", "funding", "sub-group-risk"]
    """The route of which it is a step."""
    editions: Annotated[dict[str, RouteEntry], AfterValidator(at_least_one)]
    """What each edition prints of it, by edition."""


class LevelEntry(Entry):
    """A support level as one edition prints it: the provisions that are its heading and its words."""

    heading: ProvisionId
    """The provision that is its heading."""
    provisions: ProvisionIds
    """The provisions that are its words."""


class Step(Shape):
    """One instruction of a support level, drawn from an official page."""

    says: Text
    """The instruction."""
    link: LinkId | None = None
    """The page that says so."""
    seen: WholeDay | None = None
    """The day on which the page was seen."""


class Seen(Shape):
    """A fact from an official page, as seen on a day; it stands apart from an edition's text."""

    says: Text
    """The fact, in our words."""
    source: LinkId
    """The page that says so."""
    seen: WholeDay
    """The day on which the page was seen."""


class Indicators(Shape):
    """Example indicators of a level; shown only when version, date and approver are all there."""

    version: Text | None = None
    """The version of the list."""
    date: WholeDay | None = None
    """Its date."""
    approved_by: Text | None = None
    """Who approved it."""
    listed: tuple[Text, ...] = ()
    """The indicators."""

    @property
    def supplied(self) -> bool:
        """Whether the page may show them."""
        return bool(self.version and self.date and self.approved_by and self.listed)


class SupportLevel(Record):
    """A level of the guidance on support levels."""

    level: Text
    """Its number as printed."""
    official: LinkId | None = None
    """The official page on it."""
    steps: tuple[Step, ...] = ()
    """What to do, in order; 999 first where there may be danger."""
    unsure: Step | None = None
    """In place of steps: what one who is unsure may do."""
    facts: tuple[Seen, ...] = ()
    """What official pages say of it."""
    indicators: Indicators = Indicators()
    """Example indicators; not supplied unless version, date and approver are there."""
    editions: Annotated[dict[str, LevelEntry], AfterValidator(at_least_one)]
    """What each edition prints of it, by edition."""


class ReportContent(Record):
    """One thing that the annual report is to include."""

    editions: Annotated[dict[str, Provisions], AfterValidator(at_least_one)]
    """Where each edition says so, by edition."""


CADENCES = ("yearly", "twice a year", "quarterly", "other interval", "by a date", "when it happens", "not stated")


class DutyEntry(Provisions):
    """A recurring duty or dated commitment as one edition prints it."""

    by: tuple[Annotated[Id, Ref("groups or posts or sectors", others=("relevant-agencies", "partnership", "not-stated"))], ...] = Field(min_length=1)
    """Heads of ours to group by: one office, one id, however it is printed."""
    cadence: Literal["yearly", "twice a year", "quarterly", "other interval", "by a date", "when it happens", "not stated"]
    """Ours, to group by."""
    actor: Text
    """Who must do it, as printed."""
    frequency: Text | None = None
    """How often, as printed."""
    date: Text | None = None
    """By when, as printed."""
    ambiguity: Text | None = None
    """What the document leaves open."""
    due: WholeDay | None = None
    """The day that the printed words fix, where they fix one."""
    repeats: Literal["yearly"] | None = None
    """Whether it comes again each year."""

    @model_validator(mode="after")
    def _dated(self) -> DutyEntry:
        if self.repeats and not self.due:
            raise ValueError("Add “due: …”: what comes again each year has its first day.")
        if self.cadence == "by a date" and not self.date:
            raise ValueError("Add “date: …”, as printed: what is grouped by a date has one.")
        return self


class Duty(Record):
    """A recurring duty or a dated commitment."""

    title: Text
    """Ours: names the subject in at most eight words."""
    reviews: Text | None = None
    """What it promises to review."""
    recorded: tuple[LaterFact, ...] = ()
    """The reviews that a later document tells of."""
    since: tuple[LaterFact, ...] = ()
    """What a later source tells of it."""
    editions: Annotated[dict[str, DutyEntry], AfterValidator(at_least_one)]
    """What each edition prints."""


class NotCovered(Record):
    """What practitioners look for that this site does not hold."""

    title: Text
    """What it is."""
    need: Text
    """What brings people here, in our words; records stand grouped by it."""
    also: tuple[Text, ...] = ()
    """Words by which people look for it."""
    says: Text
    """What this site can say of it."""
    link: LinkId | None = None
    """The official page, where one is known."""
    page: Annotated[str, StringConstraints(pattern=r"^([a-z-]+/)+$"), Ref("page")] | None = None
    """The address of what this site does hold on the matter."""
    provision: ProvisionIds = ()
    """The provisions of the current edition that name it."""


class TermEntry(Shape):
    """A word as one edition prints and, where it does, explains it."""

    name: Text
    """The word as printed."""
    short: Text | None = None
    """Its abbreviation as printed."""
    means: Text | None = None
    """What the edition explains it to mean, restated."""
    where: TopicId | None = None
    """The topic that explains or uses it."""
    provision: ProvisionIds = ()
    """The provisions that do."""
    note: Text | None = None
    """Ours: what the words leave open."""


class Term(Record):
    """A word that is explained, shortened, never swapped (fixed), or that carries duty (force)."""

    kind: Literal["term", "abbreviation", "fixed", "force"]
    """Explained, shortened, never swapped, or a word of force."""
    name: Text | None = None
    """The word, where no entry prints it."""
    strength: Literal["duty", "expectation", "aim", "permission"] | None = None
    """How strong a word of force is."""
    editions: Annotated[dict[str, TermEntry], AfterValidator(MappingProxyType)] = Field(default_factory=dict, validate_default=True)
    """The word as each edition prints it, by edition."""
    also: tuple[Text, ...] = ()
    """Words that people type instead."""
    note: Text | None = None
    """Ours, on the word in all editions."""
