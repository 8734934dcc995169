"""Everything on disk to one frozen Site, gathering what is wrong on the way."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Any

from macros import provisions, records, yamltext
from macros.problems import Problem

ARRANGEMENTS = "docs/arrangements"


@dataclass(frozen=True)
class Register:
    """One file of ``data/``.

    Arguments: its ``name``; the ``document`` as read; its ``records`` with the place of each in the document. A record that
    is wrong is left out of ``records``, but ``ids`` knows it.
    """

    name: str
    document: yamltext.Document
    records: tuple[tuple[int, Any], ...] = ()

    def __iter__(self) -> Iterator[Any]:
        return (record for _, record in self.records)

    @cached_property
    def ids(self) -> frozenset[str]:
        """Every id that the file gives, in records that are right or wrong."""
        values = self.document.value if isinstance(self.document.value, list) else []
        return frozenset(str(value["id"]) for value in values if isinstance(value, dict) and "id" in value)

    @cached_property
    def by_id(self) -> Mapping[str, Any]:
        """The records by id."""
        return MappingProxyType({record.id: record for record in self})

    def line(self, index: int, *place: str | int) -> int:
        """The line of a place in the record at an index."""
        return self.document.line(index, *place)


@dataclass(frozen=True)
class Changes:
    """One file of ``data/changes/``: lineage and change notes from edition ``old`` to edition ``new``."""

    old: str
    new: str
    document: yamltext.Document
    notes: tuple[tuple[int, records.Note], ...] = ()

    def __iter__(self) -> Iterator[records.Note]:
        return (note for _, note in self.notes)

    @cached_property
    def lineage(self) -> frozenset[tuple[str, str]]:
        """Pairs of an old id and a new one, from every note."""
        return frozenset((a, b) for note in self for each in note.replaces for a in each.old for b in each.new)

    @cached_property
    def removed(self) -> frozenset[str]:
        """Old ids that a note says have no counterpart."""
        return frozenset(i for note in self for i in note.removed)


@dataclass(frozen=True, eq=False)
class Site:
    """All of it, loaded.

    Arguments: the project's ``root``; the editions file as a ``document`` and as records (None where it cannot be read);
    ``registers`` by name; ``pages`` of the editions by edition and topic, in the edition's order; ``others``, every other
    page and ``.meta.yml``; ``changes`` by old and new edition; ``folders``, the editions that have one;
    ``unread``, the files that could not be read at all, of which only that is said.
    """

    root: Path
    editions_document: yamltext.Document
    editions: records.Editions | None
    registers: Mapping[str, Register] = field(default_factory=dict)
    pages: Mapping[tuple[str, str], provisions.Page] = field(default_factory=dict)
    others: tuple[provisions.Page, ...] = ()
    changes: Mapping[tuple[str, str], Changes] = field(default_factory=dict)
    folders: tuple[str, ...] = ()
    unread: frozenset[str] = frozenset()

    @cached_property
    def order(self) -> tuple[str, ...]:
        """The editions' ids, oldest first."""
        return tuple(edition.id for edition in self.editions.editions)

    @cached_property
    def current(self) -> str:
        """The id of the current edition."""
        return self.editions.current

    def edition(self, identifier: str) -> records.Edition:
        """The edition of an id."""
        return next(edition for edition in self.editions.editions if edition.id == identifier)

    def topics(self, edition: str) -> tuple[provisions.Page, ...]:
        """An edition's pages in its printed order."""
        return tuple(self.pages[edition, topic] for topic in self.edition(edition).topics if (edition, topic) in self.pages)

    def before(self, edition: str) -> str | None:
        """The edition before one, or None."""
        at = self.order.index(edition)
        return self.order[at - 1] if at else None

    def after(self, edition: str) -> str | None:
        """The edition after one, or None."""
        at = self.order.index(edition)
        return self.order[at + 1] if at + 1 < len(self.order) else None


def topic_of(page: provisions.Page) -> str:
    """The topic of an edition's page: its file's name."""
    return Path(page.path).stem


def load(root: Path) -> tuple[Site, list[Problem]]:
    """Reads ``data/`` and ``docs/`` below a root.

    Returns: the site, as much of it as could be read, and every problem of reading. Nothing is raised for what an editor
    may have written.
    """
    problems: list[Problem] = []
    document = _document(root, "data/editions.yaml", problems)
    editions = None
    if document.value is not None:
        editions, faults = yamltext.shaped(document, records.Editions)
        problems += faults
    registers = {name: _register(root, name, shape, problems) for name, shape in records.REGISTERS.items()}
    changes = {}
    for path in sorted((root / "data/changes").glob("*.yaml")):
        found = _changes(root, path, problems)
        if found:
            changes[found.old, found.new] = found
    folder = root / ARRANGEMENTS
    folders = tuple(sorted(p.name for p in folder.iterdir() if p.is_dir())) if folder.is_dir() else ()
    pages: dict[tuple[str, str], provisions.Page] = {}
    others: list[provisions.Page] = []
    for path in sorted((root / "docs").rglob("*")):
        name = path.relative_to(root).as_posix()
        if path.suffix == ".md" and path.parent.parent == folder and path.stem != "index":
            blank = provisions.Page(name, yamltext.Document(name, {}, {}))
            pages[path.parent.name, path.stem] = _page(root, name, problems, of_edition=True) or blank
        elif path.suffix == ".md" or path.name == ".meta.yml":
            page = _page(root, name, problems, of_edition=False)
            if page:
                others.append(page)
    documents = [document, *(register.document for register in registers.values()), *(found.document for found in changes.values())]
    unread = {each.path for each in documents if each.value is None}
    unread |= {f"{ARRANGEMENTS}/{edition}/{topic}.md" for (edition, topic), page in pages.items() if not page.parts}
    return Site(
        root,
        document,
        editions,
        MappingProxyType(registers),
        MappingProxyType(pages),
        tuple(others),
        MappingProxyType(changes),
        folders,
        frozenset(unread & {problem.path for problem in problems}),
    ), problems


def _text(root: Path, name: str, problems: list[Problem]) -> str | None:
    """A file's text; None, with a problem, where it is missing, is not UTF-8 or holds the marks of a conflict."""
    try:
        raw = (root / name).read_bytes()
    except OSError:
        problems.append(Problem(name, 1, "this file is missing.", "Put it back, or ask for help if you did not delete it."))
        return None
    try:
        text = raw.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        problems.append(
            Problem(
                name,
                raw.count(b"\n", 0, error.start) + 1,
                "this file is not saved as UTF-8; a character here cannot be read.",
                "Save the file again with the encoding UTF-8, and type the character on this line anew.",
            )
        )
        return None
    marks = [n for n, line in enumerate(text.split("\n"), 1) if line.startswith(("<<<<<<< ", ">>>>>>> ")) or line == "======="]
    problems += [
        Problem(
            name,
            n,
            "there is a mark of an unfinished merge here.",
            "Keep the lines that are right, and delete the lines that begin with <<<<<<<, ======= and >>>>>>>.",
        )
        for n in marks
    ]
    return None if marks else text


def _document(root: Path, name: str, problems: list[Problem]) -> yamltext.Document:
    text = _text(root, name, problems)
    if text is None:
        return yamltext.Document(name, None, {})
    document, faults = yamltext.read(name, text)
    problems += faults
    return document


def _list(document: yamltext.Document, shape: Any, place: tuple[str, ...], problems: list[Problem]) -> tuple[tuple[int, Any], ...]:
    """The records of a list in a document, each with its position."""
    values = document.value
    for part in place:
        values = values.get(part) if isinstance(values, dict) else None
    if not isinstance(values, list):
        if values not in (None, "", {}):
            problems.append(
                Problem(document.path, document.line(*place), "this file should be a list of records.", "Begin each record with “- id: …”.")
            )
        return ()
    found = []
    for i in range(len(values)):
        record, faults = yamltext.shaped(document, shape, *place, i)
        problems += faults
        if record is not None:
            found.append((i, record))
    return tuple(found)


def _register(root: Path, name: str, shape: Any, problems: list[Problem]) -> Register:
    document = _document(root, f"data/{name}.yaml", problems)
    return Register(name, document, _list(document, shape, (), problems))


def _changes(root: Path, path: Path, problems: list[Problem]) -> Changes | None:
    name = path.relative_to(root).as_posix()
    old, dash, new = path.stem.partition("-")
    document = _document(root, name, problems)
    if not dash:
        problems.append(
            Problem(name, 1, "the name of this file does not say which two editions it is about.", "Name it <older edition>-<newer edition>.yaml.")
        )
        return None
    return Changes(old, new, document, _list(document, records.Note, ("notes",), problems))


def _page(root: Path, name: str, problems: list[Problem], of_edition: bool) -> provisions.Page | None:
    text = _text(root, name, problems)
    if text is None:
        return None
    if name.endswith(".meta.yml"):
        document, faults = yamltext.read(name, text)
        problems += faults
        return provisions.Page(name, document, text)
    page, faults = provisions.split(name, text)
    problems += faults
    if not of_edition or faults:
        return page
    meta, faults = yamltext.shaped(page.head, records.Meta)
    problems += faults
    page, faults = provisions.parse(replace(page, meta=meta))
    problems += faults
    return page
