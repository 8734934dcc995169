"""Whose site it is, its editions, and the heads of their pages."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from macros.records.base import Id, LinkId, ProvisionId, ProvisionIds, Record, Shape, SourceId, Text, WholeDay
from macros.records.withdrawn import Withdrawn

BEING_PREPARED = "It is being prepared."
"""What a draft says of its standing, and of its document, until a person tells more."""


class Partnership(Shape):
    """``data/partnership.yaml``: whose site this is, every name that the program must not know."""

    name: Text
    """The partnership's full name."""
    short: Text
    """Its short name."""
    area: Text
    """The area that it covers."""
    neighbour: Text
    """The partnership with which it shares groups."""
    website: Text
    """How the documents call its website."""
    help: LinkId
    """The link of the help line."""
    guidance: LinkId
    """The link of the whole guidance on support levels."""
    check: Text
    """Where a reader checks for later statutory guidance, as the end of a sentence: “check …”."""
    contact: LinkId | None = None
    """The link by which those without an account reach whoever runs the site; the page “Tell us” says so where there is none."""
    calendar: Id
    """The name under which calendar entries are known for all time."""
    feeds: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, pattern=r"^[a-z0-9.-]+,\d{4}$")]
    """A name and a year under which the entries of feeds are known for all time."""
    expectations: ProvisionId | None = None
    """The provision of the current edition that introduces what is expected of every named relevant agency."""
    binding: ProvisionIds = ()
    """Provisions of the current edition that bind every named relevant agency besides, in any section."""
    everybody: ProvisionIds = ()
    """Provisions of the current edition that bind every organisation, whether a relevant agency or not."""
    sub_groups: ProvisionIds = ()
    """Provisions of the current edition that bind every sub-group and its chair."""
    unnamed: ProvisionId | None = None
    """The provision of the current edition on organisations that are no named relevant agency."""
    agencies: Text | None = None
    """What the documents call the organisations that work under the arrangements, as a head above their duties."""


class EditionEntry(Record):
    """The arrangements of one time; its folder is ``docs/arrangements/<id>/``."""

    name: Text
    """How pages call it."""
    title: Text
    """How citations call it."""
    cited: Text | None = None
    """How short citations call it; its name where nothing is given."""
    source: SourceId
    """The document that it restates."""
    written_under: Id
    """The statutory guidance under which it was written: a record of ``data/guidance.yaml``."""
    status: Text
    """What is known of its standing, as a sentence."""
    gap: Text | None = None
    """What is missing before it, as a sentence."""
    says_why: Text | None = None
    """What it says in general of the reasons for its changes, as a sentence."""
    picture: Text | None = None
    """What is known of its picture of the structure, as a sentence or two."""
    labels: tuple[Id, ...] = ()
    """Provisions that are labels of ours for the boxes of a diagram, printed nowhere: they are not compared."""
    topics: tuple[Id, ...] = Field(min_length=1)
    """Its pages, in the order of the document."""


class Editions(Shape):
    """``data/editions.yaml``: which edition is current, and all of them, oldest first."""

    current: Text
    """The id of the current edition; all else follows from it."""
    editions: tuple[EditionEntry, ...] = Field(min_length=1)
    """Every edition, the oldest first."""


class Confirmed(Shape):
    """Who at the partnership confirmed a page, and when."""

    by: Text
    """Name and office."""
    on: WholeDay
    """The day."""


class Head(Shape):
    """The head of a page of an edition."""

    title: Text
    """The topic's title as printed."""
    section: Text
    """The printed section."""
    source: SourceId
    """The document that the page restates."""
    description: Text
    """One sentence for search engines and lists."""
    keywords: tuple[Text, ...] = ()
    """Words that practitioners type."""
    withdrawn: Withdrawn | None = None
    """That it was taken down, and where to go instead."""


class Search(Shape):
    """How search treats a page."""

    boost: Annotated[Text, StringConstraints(pattern=r"^\d+(\.\d+)?$")] | None = None
    """Its weight: 2 counts twice."""
    exclude: Literal["true"] | None = None
    """Left out of search."""


class PageHead(Shape):
    """The head of a page outside the editions."""

    title: Text
    """The page's title."""
    description: Text
    """One sentence for search engines and lists."""
    keywords: tuple[Text, ...] = ()
    """Words that people type."""
    hide: tuple[Literal["navigation", "toc"], ...] = ()
    """What the page does without."""
    search: Search | None = None
    """How search treats it."""
    withdrawn: Withdrawn | None = None
    """That it was taken down, and where to go instead."""
