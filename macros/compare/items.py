"""The items of an edition: its provisions, and the records that its pages print, in the order of the page."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from types import MappingProxyType
from typing import Any

from macros import records
from macros.compare.engine import Item
from macros.read import quoted
from macros.read.provisions import Call
from macros.read.site import Edition, Site, kept, section_name, topic_of

Words = Callable[..., str]
"""A way to the words of some provisions, each read with what introduces it, or (``introduced=False``) alone."""


def _named(entry: records.Entry, *more: str | None) -> str:
    return entry.name + (f" ({entry.short})" if entry.short else "") + "".join(f" – {each}" for each in more if each)


def _route(entry: records.RouteEntry) -> str:
    """A stage or a whole route in sentences, of what the edition prints."""
    exception = f", {entry.unless}" if entry.unless else ""
    other = f": then {entry.instead}" if entry.instead else ""
    said = [
        entry.name,
        f"{entry.at} {entry.does}" if entry.at and entry.does else entry.at or entry.does,
        f"First to {entry.first_to}{exception}{other}" if entry.first_to else None,
        entry.unresolved,
        f"Steps: {entry.steps if isinstance(entry.steps, str) else '; '.join(entry.steps)}" if entry.steps else None,
    ]
    return " ".join(each if each.endswith(".") else f"{each}." for each in said if each)


def _post(post: records.Post, entry: records.PostEntry) -> str:
    body = "" if records.is_silence(post.organisation) else f", {post.organisation}"
    return f"{entry.office}{body}: {entry.holder}"


def _duty(record: records.Duty, entry: records.DutyEntry, words: Words) -> str:
    """A duty by its title, the words of its provisions, and what is printed of who and when."""
    said = [f"{record.title}: {words(entry.provision)}"]
    said += [f"{name}: {value}" for name, value in (("Who", entry.actor), ("How often", entry.frequency), ("When", entry.date)) if value]
    return "\n".join(said)


COMPARED: Mapping[str, Callable[[Any, Any, Words], tuple[str, str, str]]] = MappingProxyType(
    {
        "agencies": lambda _, entry, __: (entry.name, _named(entry, entry.says), entry.group),
        "representation": lambda _, entry, __: (entry.name, f"{entry.name}: {entry.role}. Represented by: {entry.represented_by}", ""),
        "partnerships": lambda _, entry, __: (entry.name, entry.name, ""),
        "groups": lambda _, entry, __: (entry.name, _named(entry, entry.status), ""),
        "posts": lambda record, entry, _: (entry.office, _post(record, entry), ""),
        "escalation": lambda _, entry, __: (entry.name, _route(entry), ""),
        "duties": lambda record, entry, words: (record.title, _duty(record, entry, words), ""),
        "report-contents": lambda _, entry, words: ("", words(entry.provision, introduced=False), ""),
    }
)
"""The registers that are compared: of what an edition prints of a record, its name, its text and its place.

Each is given the record, the edition's entry, and a way to the words of the provisions that it names.
"""

PRINTS: Mapping[str, str] = MappingProxyType(
    {"agency_list": "agencies", "representation": "representation", "strategic_partnerships": "partnerships"}
)
"""The block macros of editions' pages that print a whole register; it is compared with the topic that they stand in."""

BY_PROVISION = ("duties", "report-contents")
"""Registers whose records only name provisions: the fate of a record follows from its provisions'."""


def is_printed(item: Item) -> bool:
    """Whether an item is a provision, or a record of a list that an edition's page prints whole.

    Records of the other registers tell once more what provisions say, so that they are compared, and not counted with them.
    """
    register, slash, _ = item.id.partition("/")
    return not slash or register in PRINTS.values()


@kept
def homes(site: Site) -> Mapping[str, str]:
    """The topic with which each compared register is compared, or the register's own name where no page prints it whole."""
    found = {
        PRINTS[part.name]: topic for (_, topic), page in site.pages.items() for part in page.parts if isinstance(part, Call) and part.name in PRINTS
    }
    return MappingProxyType({register: found.get(register, register) for register in COMPARED})


@kept
def forces(site: Site) -> Mapping[str, str]:
    """Each printed form of a verb of duty, and the verb."""
    verbs = [record for record in site.register("terms") if record.kind == "force"]
    return MappingProxyType({form: record.name for record in verbs for form in (record.name, *record.also)})


@kept
def of(edition: Edition) -> tuple[Item, ...]:
    """Every item of an edition: page by page its provisions and the records that it prints, then the other registers."""
    at = homes(edition.site)
    found: list[Item] = []
    for page in edition.pages:
        topic = topic_of(page)
        printed = (each for each in page.provisions if each.id and each.id not in edition.labels)
        found += [Item(each.id, each.text, each.heading or topic, each.lead_in, each.kind, "", topic, each.level) for each in printed]
        for register in (name for name, home in at.items() if home == topic):
            found += _records(edition, register, topic)
    done = {item.part for item in found}
    for register in (name for name, home in at.items() if home not in done):
        found += _records(edition, register, at[register])
    return tuple(found)


@kept
def by_id(edition: Edition) -> Mapping[str, Item]:
    """The items of an edition by id."""
    return MappingProxyType({item.id: item for item in of(edition)})


def _records(edition: Edition, register: str, part: str) -> Iterator[Item]:
    for record, entry in edition.entries(register):
        name, text, place = COMPARED[register](record, entry, partial(quoted.words, edition))
        yield Item(f"{register}/{record.id}", text, place.casefold(), "", "record", name, part)


def lead_ins(edition: Edition, item: Item) -> tuple[str, ...]:
    """The ids of the words that introduce an item, the nearest first; labels of ours are none."""
    return tuple(each.id for each in edition.lead_ins(item.id) if each.id not in edition.labels)


def printed_in(edition: Edition, item: Item) -> str:
    """The topic on whose page an item stands: a record may be named elsewhere than the list that prints its register."""
    register, slash, name = item.id.partition("/")
    elsewhere = getattr(edition.site.register(register).by_id[name].editions[edition.id], "elsewhere", None) if slash else None
    return elsewhere or item.part


def place(edition: Edition, item: Item) -> str:
    """Where an item stands in an edition, as a citation; a record is cited by its section, or by the edition alone."""
    if item.id in edition.by_id:
        return edition.citation(item.id)
    page = edition.page(printed_in(edition, item))
    return edition.title + (f", {section_name(page.meta.section)}" if page else "")


def noted_as(edition: Edition, item: Item) -> tuple[str, ...]:
    """The ids under which a change note may speak of an item: its own, and those of the provisions that it names."""
    register, slash, name = item.id.partition("/")
    if not slash or register not in BY_PROVISION:
        return (item.id,)
    return (item.id, *edition.site.register(register).by_id[name].editions[edition.id].provision)


def told_from(edition: Edition, item: Item) -> tuple[str, ...]:
    """The provisions from which a record of ours tells; none for a provision."""
    register, slash, name = item.id.partition("/")
    entry = edition.site.register(register).by_id[name].editions[edition.id] if slash else None
    named = (*getattr(entry, "provision", ()), *getattr(entry, "provisions", ()))
    return tuple(each for each in named if each in edition.by_id)
