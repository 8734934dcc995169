"""Rules on references: a field that names a record, a topic, a provision or a page names one that exists."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from typing import Any

from pydantic import BaseModel

from macros import blocks, records
from macros.check import files
from macros.check.telling import Field, all_fields, is_read, is_whole, one_of, problem
from macros.problems import Problem
from macros.read.site import ARRANGEMENTS, DataFile, Site, kept
from macros.records.base import marks

_LISTED = 14
"""So many names at most are listed in a message."""
_MANY = 3
"""Where more places than these name what does not exist, it is the record that lost its id, and that is told once."""


@dataclass(frozen=True, eq=False)
class Reference:
    """A field that names something.

    Args:
        document: the file, or the head of a page, that it stands in.
        field: the field.
        place: where the name stands.
        mark: what it may name.
        name: what it names.
    """

    document: Any
    field: Field
    place: tuple[str | int, ...]
    mark: records.Ref
    name: str

    def files(self, site: Site) -> list[DataFile]:
        """The registers of which it may name a record; none where it names something else."""
        return [site.registers[each] for each in self.mark.kind.split(" or ") if each in site.registers]


@kept
def references(site: Site) -> tuple[Reference, ...]:
    """Every reference of every record, and of every head of an edition's page."""
    found = []
    for document, field in all_fields(site):
        for mark in _marks(type(field.shape))[field.name]:  # type: ignore[arg-type]
            values = field.value if isinstance(field.value, tuple) else (field.value,)
            found += [Reference(document, field, (*field.place, i), mark, each) for i, each in enumerate(values) if isinstance(each, str)]
    return tuple(found)


@kept
def lost(site: Site) -> Mapping[str, tuple[Reference, ...]]:
    """The references to a record that does not exist, by its id."""
    found: dict[str, list[Reference]] = {}
    for each in references(site):
        files = each.files(site)
        known = each.name in each.mark.others or any(each.name in file.ids for file in files)
        if files and not known and all(is_read(site, file.kind) for file in files):
            found.setdefault(each.name, []).append(each)
    return {name: tuple(each) for name, each in found.items()}


def _files(site: Site, places: tuple[Reference, ...]) -> list[DataFile]:
    """The registers of which places may name a record, each once."""
    return list({file.kind: file for each in places for file in each.files(site)}.values())


@kept
def cut(site: Site) -> Mapping[str, tuple[str, ...]]:
    """Lists that lack so many of the records that other places name that they were cut off, or lost a part: by register, what they lack."""
    sure: dict[str, set[str]] = {}
    maybe: dict[str, set[str]] = {}
    for name, places in lost(site).items():
        for each in places:
            files = each.files(site)
            for file in files:
                (sure if len(files) == 1 else maybe).setdefault(file.kind, set()).add(name)
    for register, name in _noted(site):
        if is_read(site, register) and name not in site.registers[register].ids:
            sure.setdefault(register, set()).add(name)
    return {register: tuple(sorted(names | maybe.get(register, set()))) for register, names in sure.items() if len(names) > _MANY}


def _noted(site: Site) -> Iterator[tuple[str, str]]:
    """The records that change notes name, each with its register."""
    for file in site.notes.values():
        for note in file:
            for name in (*note.where, *note.removed, *(name for step in note.replaces for name in (*step.old, *step.new))):
                register, slash, identifier = name.partition("/")
                if slash and register in site.registers:
                    yield register, identifier


def lists_are_not_cut(site: Site) -> Iterator[Problem]:
    """A list holds the records that other places name; where it lacks many, that is told once."""
    for register, names in cut(site).items():
        file, more = site.registers[register], len(names) - _SHOWN
        some = ", ".join(names[:_SHOWN]) + (f" and {more} more" if more > 0 else "")
        last = file.values[-1][0] if file.values else ()
        what = f"{len(names)} records that other places name are not in this list: {some}."
        yield problem(file.document, last, what, "Put them back: undo the change by which the list was cut off, or its ids were changed.")


_SHOWN = 6
"""So many of the records that a list lacks are named."""


@kept
def renamed(site: Site) -> Mapping[tuple[str, str], str]:
    """Ids that many places name and no record has, by register; each with the id that its record seems to have now, if any."""
    found = {(register, name): "" for register, names in cut(site).items() for name in names}
    for name, places in lost(site).items():
        for file in _files(site, places) if len(places) > _MANY and not _is_cut(site, name, places) else ():
            near = get_close_matches(name, file.ids, 1)
            found[file.kind, name] = near[0] if near else ""
    return found


def _is_cut(site: Site, name: str, places: tuple[Reference, ...]) -> bool:
    """Whether a list that may have held a record lacks many, so that it is told there."""
    return any(name in cut(site).get(file.kind, ()) for file in _files(site, places))


def many_do_not_name_what_is_gone(site: Site) -> Iterator[Problem]:
    """An id that many places name is the id of a record."""
    for name, places in lost(site).items():
        if len(places) > _MANY and not _is_cut(site, name, places):
            files = _files(site, places)
            file = next((each for each in files if renamed(site)[each.kind, name]), files[0])
            near = renamed(site)[file.kind, name]
            mend = "Give the record the id that it had: an id is never changed. Or add the record, if it was deleted."
            place = (*file.places[near], "id") if near in file.places else ()
            yield problem(file.document, place, f"no record has the id {name}, which {len(places)} places name.", mend)


def references_are_known(site: Site) -> Iterator[Problem]:
    """A field that names a record, a topic, a provision or a page names one that exists."""
    for name, places in lost(site).items():
        for each in places if len(places) <= _MANY and not _is_cut(site, name, places) else ():
            files = each.files(site)
            known, where = sorted({*each.mark.others, *(i for file in files for i in file.ids)}), " or ".join(file.path for file in files)
            mend = f"Use {one_of(known)}, or add {name} to {where} first."
            if len(known) > _LISTED:
                mend = f"Use one of those in {where}, or add {name} there first."
            key = each.field.place[-1] if isinstance(each.field.place[-1], str) else each.field.name
            yield problem(each.document, each.place, f"{each.field.owner} names “{name}” as its “{key}”, which does not exist.", mend)
    for each in references(site):
        yield from _elsewhere(site, each)


def _elsewhere(site: Site, each: Reference) -> Iterator[Problem]:
    """What is wrong with a reference to a page, a topic or a provision."""
    name, owner, edition = each.name, each.field.owner, site.editions.get(each.field.edition or site.current)
    if each.mark.kind == "page" and name not in addresses(site):
        if not any(files.is_asked_for(site, f"docs/{name[:-1]}{end}.md") for end in ("", "/index")):
            what = f"{owner} names the page {name}, which this site does not have."
            yield problem(each.document, each.place, what, "Use the address of a page, such as guidance/escalation/.")
    elif each.mark.kind == "topic" and edition and name not in edition.topics:
        what = f"{owner} names the topic {name}, which edition {edition.id} does not have."
        yield problem(each.document, each.place, what, f"Use {one_of(edition.topics)}.")
    elif each.mark.kind == "provision" and edition and is_whole(edition) and name not in edition.by_id:
        what = f"{owner} names the provision {name}, which edition {edition.id} does not have."
        yield problem(each.document, each.place, what, f"Use an id that stands in {ARRANGEMENTS}/{edition.id}/.")


@cache
def _marks(shape: type[BaseModel]) -> dict[str, tuple[records.Ref, ...]]:
    """The references that each field of a shape is marked as."""
    return {name: marks(about, records.Ref) for name, about in shape.model_fields.items()}


@kept
def addresses(site: Site) -> frozenset[str]:
    """The address of every page, kept or made."""
    paths = [path.removeprefix("docs/") for path in site.listing if path.startswith("docs/") and path.endswith(".md")]
    return frozenset(path.removesuffix("index.md") if path.endswith("/index.md") else path[:-3] + "/" for path in (*paths, *blocks.made(site)))


RULES = (lists_are_not_cut, many_do_not_name_what_is_gone, references_are_known)
