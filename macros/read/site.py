"""All of it, loaded: the Site, its data files, and its editions, each of which finds its own by id."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, wraps
from pathlib import Path
from types import MappingProxyType
from typing import Any

from macros import records
from macros.read import provisions, yamltext
from macros.records.reports import Report

ARRANGEMENTS = "docs/arrangements"
_DRAFT = " (draft)"


def kept(function: Callable[..., Any]) -> Callable[..., Any]:
    """Keeps what a function finds for a site or an edition on that very object: it is found once, and goes when the object goes."""

    @wraps(function)
    def once(owner: Any, *arguments: Any) -> Any:
        key = (function, *arguments)
        if key not in owner.memo:
            owner.memo[key] = function(owner, *arguments)
        return owner.memo[key]

    return once


@dataclass(frozen=True, eq=False)
class DataFile:
    """One file of ``data/``.

    Args:
        kind: its kind's name in ``records.KINDS``.
        document: as read.
        records: each with the place in the document at which it stands. A record that is wrong is left out, but ``ids`` knows it.
    """

    kind: str
    document: yamltext.Document
    records: tuple[tuple[yamltext.Path, Any], ...] = ()

    def __iter__(self) -> Iterator[Any]:
        return (record for _, record in self.records)

    @property
    def path(self) -> str:
        """The file's path from the project's root."""
        return self.document.path

    @cached_property
    def values(self) -> tuple[tuple[yamltext.Path, Any], ...]:
        """What the file gives for each record, right or wrong, with its place."""
        place, value = records.KINDS[self.kind].place, self.document.value
        if place is None:
            return (((), value),)
        for part in place:
            value = value.get(part) if isinstance(value, dict) else None
        return tuple(((*place, i), each) for i, each in enumerate(value)) if isinstance(value, list) else ()

    @cached_property
    def ids(self) -> frozenset[str]:
        """Every id that the file gives, in records that are right or wrong."""
        return frozenset(value["id"] for _, value in self.values if isinstance(value, dict) and isinstance(value.get("id"), str))

    @cached_property
    def by_id(self) -> Mapping[str, Any]:
        """The records by id."""
        return MappingProxyType({record.id: record for record in self})

    @cached_property
    def places(self) -> Mapping[str, yamltext.Path]:
        """Where each record stands, by id."""
        return MappingProxyType({record.id: place for place, record in self.records})

    def line(self, *place: str | int) -> int:
        """The line of a place in the document."""
        return self.document.line(*place)


def _pair(file: DataFile) -> tuple[str, str]:
    """The older edition's id and the newer one's, where a file's name names two."""
    old, _, new = Path(file.path).stem.partition("-")
    return old, new


class NotesFile(DataFile):
    """One file of ``data/changes/``: lineage and change notes between the two editions that its name names."""

    @cached_property
    def editions(self) -> tuple[str, str]:
        """The older edition's id and the newer one's."""
        return _pair(self)

    @cached_property
    def lineage(self) -> frozenset[tuple[str, str]]:
        """Pairs of an old id and a new one, from every note."""
        return frozenset((a, b) for note in self for each in note.replaces for a in each.old for b in each.new)

    @cached_property
    def removed(self) -> frozenset[str]:
        """Old ids that a note says have no counterpart."""
        return frozenset(i for note in self for i in note.removed)


_PRINTED = frozenset(records.EditionEntry.model_fields)
"""What an edition's entry says of it, which the edition says too."""


@dataclass(frozen=True, eq=False, repr=False)
class Edition:
    """The arrangements of one time, as one site holds them: its entry, its pages and all that they say, by id.

    It shows itself by its id alone: mkdocs-macros writes out each page's head for a log that nobody reads.

    Args:
        site: the site that holds it.
        entry: its record in ``data/editions.yaml``.
    """

    site: Site
    entry: records.EditionEntry
    memo: dict[Any, Any] = field(default_factory=dict)

    def __repr__(self) -> str:
        return f"Edition({self.entry.id})"

    def __getattr__(self, name: str) -> Any:
        if name in _PRINTED:
            return getattr(self.entry, name)
        raise AttributeError(name)

    @property
    def current(self) -> bool:
        """Whether it is the current edition."""
        return self.entry.id == self.site.current

    @property
    def guidance(self) -> records.Guidance:
        """The statutory guidance under which it was written."""
        return self.site.guidance[self.entry.written_under]

    @property
    def written_under(self) -> str:
        """The same, with what is said of that guidance since: the end of “written under …”."""
        return ", ".join(filter(None, (self.guidance.name, self.guidance.replaced)))

    @cached_property
    def later_guidance(self) -> tuple[records.Guidance, ...]:
        """The guidance that is said to replace the one under which it was written."""
        return tuple(each for each in self.site.guidance.values() if each.replaces == self.entry.written_under)

    @property
    def since(self) -> tuple[records.LaterFact, ...]:
        """What is known of later guidance."""
        return tuple(fact for each in self.later_guidance for fact in each.since)

    @cached_property
    def draft(self) -> bool:
        """Whether it stands after the current edition, and so is not in force yet."""
        order = self.site.order
        return self.site.current in order and order.index(self.entry.id) > order.index(self.site.current)

    @property
    def superseded(self) -> bool:
        """Whether a later edition is the current one."""
        return not self.current and not self.draft

    @property
    def name(self) -> str:
        """How pages call it; a draft says so wherever it is named."""
        return self.entry.name + (_DRAFT if self.draft else "")

    @property
    def title(self) -> str:
        """How citations call it; a draft says so."""
        return self.entry.title + (_DRAFT if self.draft else "")

    @property
    def cited(self) -> str | None:
        """How short citations call it, where that is not its name; a draft says so."""
        return f"{self.entry.cited}{_DRAFT if self.draft else ''}" if self.entry.cited else None

    @cached_property
    def pages(self) -> tuple[provisions.Page, ...]:
        """Its pages in its printed order."""
        return tuple(self.site.pages[self.entry.id, topic] for topic in self.entry.topics if (self.entry.id, topic) in self.site.pages)

    def page(self, topic: str) -> provisions.Page | None:
        """The page of a topic, or None."""
        return self.site.pages.get((self.entry.id, topic))

    @cached_property
    def by_id(self) -> Mapping[str, provisions.Provision]:
        """Its provisions by id."""
        return MappingProxyType({each.id: each for page in self.pages for each in page.provisions if each.id})

    @cached_property
    def page_of(self) -> Mapping[str, provisions.Page]:
        """The page on which each provision stands, by the provision's id."""
        return MappingProxyType({each.id: page for page in self.pages for each in page.provisions if each.id})

    @kept
    def entries(self, register: str) -> tuple[tuple[Any, Any], ...]:
        """The records of a register that the edition prints, each with what it prints, in its order."""
        found = [(record, record.editions[self.entry.id]) for record in self.site.register(register) if self.entry.id in record.editions]
        order: list[Any] = [getattr(entry, "order", None) for _, entry in found]
        places = sorted(range(len(found)), key=lambda i: i + 1 if order[i] is None else order[i])
        return tuple(found[i] for i in places)

    def lead_ins(self, identifier: str) -> tuple[provisions.Provision, ...]:
        """The provisions that introduce one, the nearest first."""
        found: list[provisions.Provision] = []
        each = self.by_id.get(identifier)
        while each and each.lead_in and (each := self.by_id.get(each.lead_in)) and each not in found:
            found.append(each)
        return tuple(found)

    @kept
    def citation(self, identifier: str) -> str:
        """How a provision is cited: the edition's title, the printed section, the heading above and the place under it."""
        return f"{self.title}, {section_name(self.page_of[identifier].meta.section)}{self._under(identifier)}"

    def _under(self, identifier: str) -> str:
        provision = self.by_id[identifier]
        if provision.kind == "heading":
            return f", {provision.text}"
        above = self.by_id.get(provision.heading)
        place = f"{'item' if provision.kind == 'item' else 'provision'} {provision.number}"
        return f", {above.text}, {place}" if above else f", {place}"


@dataclass(frozen=True, eq=False, repr=False)
class Site:
    """All of it, loaded. Rules, pages and downloads read it, and never the disk.

    Args:
        root: the project's folder.
        files: the data files by path.
        pages: those of the editions by edition and topic, as the folders hold them.
        others: every other page.
        listing: every path below ``data/`` and ``docs/``, and whether it is a symbolic link.
        navigation: the pages that ``mkdocs.yml`` names, or None where it could not be read.
        unread: the files that could not be read at all, of which only that is said.
    """

    root: Path
    files: Mapping[str, DataFile] = field(default_factory=dict)
    pages: Mapping[tuple[str, str], provisions.Page] = field(default_factory=dict)
    others: tuple[provisions.Page, ...] = ()
    listing: Mapping[str, bool] = field(default_factory=dict)
    navigation: tuple[str, ...] | None = None
    unread: frozenset[str] = frozenset()
    memo: dict[Any, Any] = field(default_factory=dict)

    def __repr__(self) -> str:
        return f"Site({self.root.name})"

    @cached_property
    def _by_kind(self) -> Mapping[str, DataFile]:
        return MappingProxyType({file.kind: file for file in self.files.values() if "*" not in records.KINDS[file.kind].path})

    def register(self, name: str) -> DataFile:
        """The data file of a kind that has one file."""
        return self._by_kind[name]

    @cached_property
    def registers(self) -> Mapping[str, DataFile]:
        """The registers: data files that are a list of records for all time, by name."""
        return MappingProxyType({name: file for name, file in self._by_kind.items() if records.KINDS[name].place == ()})

    @cached_property
    def partnership(self) -> records.Partnership:
        """Whose site it is."""
        return next(iter(self.register("partnership")))

    @cached_property
    def listed(self) -> records.Editions | None:
        """What ``data/editions.yaml`` says, or None where it cannot be read."""
        return next(iter(self.register("editions")), None)

    @cached_property
    def editions(self) -> dict[str, Edition]:
        """The editions by id, oldest first."""
        return {entry.id: Edition(self, entry) for entry in (self.listed.editions if self.listed else ())}

    @cached_property
    def order(self) -> tuple[str, ...]:
        """The editions' ids, oldest first."""
        return tuple(self.editions)

    @cached_property
    def current(self) -> str:
        """The id of the current edition."""
        return self.listed.current if self.listed else ""

    @cached_property
    def issued(self) -> tuple[Edition, ...]:
        """The current edition and those before it, the oldest first: all but drafts."""
        return tuple(edition for edition in self.editions.values() if not edition.draft)

    @cached_property
    def drafts(self) -> tuple[Edition, ...]:
        """The editions after the current one, the oldest first."""
        return tuple(edition for edition in self.editions.values() if edition.draft)

    @property
    def now(self) -> Edition:
        """The current edition."""
        return self.editions[self.current]

    def neighbour(self, edition: str, step: int) -> Edition | None:
        """The edition so many steps later (or, below nought, earlier) than one, or None."""
        at = self.order.index(edition) + step
        return self.editions[self.order[at]] if 0 <= at < len(self.order) else None

    @cached_property
    def notes(self) -> Mapping[tuple[str, str], NotesFile]:
        """The files of change notes by the two editions that they are about."""
        return MappingProxyType({file.editions: file for file in self.files.values() if isinstance(file, NotesFile)})

    @cached_property
    def guidance(self) -> Mapping[str, records.Guidance]:
        """The editions of the statutory guidance by id."""
        return MappingProxyType({each.id: each for file in self.register("guidance") for each in file.guidance})

    @cached_property
    def key_changes(self) -> Mapping[tuple[str, str], records.KeyChanges]:
        """What matters first, by the two editions that it is about."""
        return MappingProxyType({_pair(file): each for file in self.files.values() if file.kind == "key-changes" for each in file})

    @cached_property
    def reports(self) -> Mapping[str, Report]:
        """The annual reports by their files' names, the newest first."""
        found = [(Path(file.path).stem, report) for file in self.files.values() if file.kind == "reports" for report in file]
        return MappingProxyType(dict(sorted(found, key=lambda each: each[1].period.to, reverse=True)))

    def cited(self, identifier: str) -> Any:
        """The source or the link of an id: whatever a dated fact names as its source."""
        return self.register("sources").by_id.get(identifier) or self.register("links").by_id[identifier]


def topic_of(page: provisions.Page) -> str:
    """The topic of an edition's page: its file's name."""
    return page.path.rpartition("/")[2].removesuffix(".md")


def section_name(section: str) -> str:
    """A printed section as a citation names it: “section 11”, or its own name."""
    return f"section {section}" if section.isdigit() else section
