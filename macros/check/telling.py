"""How rules tell what they find, and how they know what is told already."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from macros import records
from macros.problems import Problem
from macros.read import yamltext
from macros.read.again import AGAIN
from macros.read.site import DataFile, Edition, Site, kept
from macros.records.columns import named

EDITIONS = "data/editions.yaml"
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def problem(document: yamltext.Document, place: yamltext.Path, what: str, mend: str) -> Problem:
    """A problem at a place in a document.

    Args:
        document: the file, or the head of a page.
        place: the keys and positions that lead to the place.
        what: what is wrong, as a sentence.
        mend: how to mend it, as a sentence.
    """
    return Problem(document.path, document.line(*place), what, mend)


def one_of(names: Iterable[str]) -> str:
    """Names as a choice: “one, two or three”."""
    *most, last = list(names) or ["nothing: there is none yet"]
    return f"{', '.join(most)} or {last}" if most else last


def entries_of(site: Site) -> tuple[records.EditionEntry, ...]:
    """The entries of ``data/editions.yaml``, each where it stands: the same id may stand twice."""
    return site.listed.editions if site.listed else ()


@kept
def known_editions(site: Site) -> frozenset[str]:
    """The editions that have an entry or a folder: of a folder without an entry, only that is told."""
    return frozenset((*site.order, *(edition for edition, _ in site.pages)))


@kept
def is_whole(edition: Edition) -> bool:
    """Whether every page of an edition is there and could be read, and no id stands twice; else nobody can say what it lacks."""
    pages = {topic: edition.page(topic) for topic in edition.topics}.values()
    read = [page for page in pages if page is not None and page.path not in edition.site.unread]
    ids = [each.id for page in read for each in page.provisions]
    return len(read) == len(pages) and len(ids) == len(set(ids))


def is_read(site: Site, register: str) -> bool:
    """Whether a register has all its ids; of one that could not be read, or lost an id, only that is told, not what then seems to be missing."""
    file = site.registers[register]
    return file.path not in site.unread and bool(file.values) and len(file.ids) == len(file.values) and all(map(_ID.fullmatch, file.ids))


def is_sound(file: DataFile) -> bool:
    """Whether every record of a file could be read."""
    return len(file.values) == len(file.records)


def place_of(edition: Edition, identifier: str) -> tuple[str, int]:
    """The file and line of a provision of an edition, or of a record."""
    register, slash, name = identifier.partition("/")
    if slash:
        file = edition.site.register(register)
        return file.path, file.line(*file.places[name], "id")
    return edition.page_of[identifier].path, edition.by_id[identifier].line


@dataclass(frozen=True)
class Field:
    """One field of a record, or of what stands inside it.

    Args:
        shape: the record, entry or fact whose field it is.
        name: the field.
        value: what it says.
        place: where it stands in its document.
        owner: the id of the record around it.
        edition: the edition under whose entry it stands; empty where it stands under none.
    """

    shape: BaseModel
    name: str
    value: Any
    place: yamltext.Path
    owner: str
    edition: str = ""


def fields(shape: BaseModel, place: yamltext.Path, owner: str, edition: str = "") -> Iterator[Field]:
    """Every field of a record and of all that stands inside it, but those that say nothing.

    Args:
        shape: the record.
        place: where it stands in its document.
        owner: what messages call it, if it has no id.
        edition: the edition under whose entry it stands, if any.
    """
    owner = getattr(shape, "id", owner)
    for name, written in named(type(shape)):
        value, at = getattr(shape, name), (*place, written)
        if value is None:
            continue
        yield Field(shape, name, value, at, owner, edition)
        if isinstance(value, str):
            continue
        entries = name == "editions" and isinstance(value, Mapping)
        for key, each in _inside(value):
            yield from fields(each, (*at, *key), owner, str(key[0]) if entries else edition)


def _inside(value: Any) -> list[tuple[yamltext.Path, BaseModel]]:
    if isinstance(value, BaseModel):
        return [((), value)]
    if isinstance(value, tuple):
        return [((i,), each) for i, each in enumerate(value) if isinstance(each, BaseModel)]
    return [((key,), each) for key, each in value.items() if isinstance(each, BaseModel)] if isinstance(value, Mapping) else []


@kept
def all_fields(site: Site) -> tuple[tuple[yamltext.Document, Field], ...]:
    """Every field of every record in ``data/`` and of every head of an edition's page, with its document."""
    found = [(file.document, each) for file in site.files.values() for each in _fields_of(file)]
    heads = [(page.head, page.meta) for page in site.pages.values() if page.meta is not None]
    return (*found, *((head, each) for head, meta in heads for each in fields(meta, (), "this page")))


def _fields_of(file: DataFile) -> tuple[Field, ...]:
    """Every field of every record of a file: once, while it does not change."""

    def find() -> tuple[Field, ...]:
        return tuple(each for place, record in file.records for each in fields(record, place, "this file"))

    return AGAIN.once(("fields", file.path), file, find)  # type: ignore[no-any-return]
