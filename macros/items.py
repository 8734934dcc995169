"""What of an edition is compared: its provisions and the records that its pages print, in the order of the page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

from macros import compare, records
from macros.compare import Change, Item
from macros.load import Changes, Site, topic_of
from macros.provisions import Call, Provision


def entries(site: Site, register: str, edition: str) -> tuple[tuple[records.Record, records.Printed], ...]:
    """The records of a register that an edition prints, with what it prints, in its order."""
    found = [(record, record.editions[edition]) for record in site.registers[register] if edition in record.editions]
    return tuple(sorted(found, key=lambda pair: _order(pair[1], found.index(pair) + 1)))


def _order(printed: object, position: int) -> float:
    order = getattr(printed, "order", None)
    return order if order is not None else position


def _named(printed: records.Printed, *more: str | None) -> str:
    return printed.name + (f" ({printed.short})" if printed.short else "") + "".join(f" – {each}" for each in more if each)


def _route(printed: records.RoutePrinted) -> str:
    silent = printed.decides == "not stated"
    return printed.name + ("" if silent else f". Decides: {printed.decides}. If not resolved: {printed.passes_to}")


def _post(post: records.Post, printed: records.PostPrinted) -> str:
    body = "" if records.is_silence(post.organisation) else f", {post.organisation}"
    return f"{printed.office}{body}: {printed.holder}"


def _duty(printed: records.DutyPrinted) -> str:
    said = [("Actor", printed.actor), ("Frequency", printed.frequency), ("Date", printed.date)]
    return ". ".join(f"{name}: {value}" for name, value in said if value)


Words = Callable[[tuple[str, ...]], str]
COMPARED: Mapping[str, Callable[[Any, Any, Words], tuple[str, str, str]]] = MappingProxyType(
    {
        "agencies": lambda _, printed, __: (printed.name, _named(printed, printed.says), printed.group),
        "representation": lambda _, printed, __: (printed.name, f"{printed.name}: {printed.role}. Represented by: {printed.represented_by}", ""),
        "partnerships": lambda _, printed, __: (printed.name, printed.name, ""),
        "groups": lambda _, printed, __: (printed.name, _named(printed, printed.status), ""),
        "posts": lambda record, printed, _: (printed.office, _post(record, printed), ""),
        "escalation": lambda _, printed, __: (printed.name, _route(printed), ""),
        "duties": lambda _, printed, __: ("", _duty(printed), ""),
        "report-contents": lambda _, printed, words: ("", words(printed.provision), ""),
    }
)
"""The registers that are compared: of what an edition prints of a record, its name, its text and its place.

Each is given the record, what is printed of it, and a way to the words of the provisions that it names.
"""

PRINTS: Mapping[str, str] = MappingProxyType(
    {
        "agency_list": "agencies",
        "representation": "representation",
        "strategic_partnerships": "partnerships",
    }
)
"""The block macros of editions' pages that print a whole register; it is compared with the topic that they stand in."""


BY_PROVISION = ("duties", "report-contents")
"""Registers whose records only name provisions: what became of a record is said of its provisions."""


@cache
def homes(site: Site) -> Mapping[str, str]:
    """The topic with which each compared register is compared, or the register's own name where no page prints it whole."""
    found = {
        PRINTS[part.name]: topic for (_, topic), page in site.pages.items() for part in page.parts if isinstance(part, Call) and part.name in PRINTS
    }
    return MappingProxyType({register: found.get(register, register) for register in COMPARED})


def parts(site: Site, old: str, new: str) -> tuple[str, ...]:
    """What is compared on a page of its own: the topics of two editions, the newer one's first, then the other registers."""
    topics = [*site.edition(new).topics, *site.edition(old).topics]
    return tuple(dict.fromkeys([*topics, *homes(site).values()]))


@cache
def of_edition(site: Site, edition: str) -> tuple[Item, ...]:
    """Every item of an edition: page by page its provisions and the records that it prints, then the other registers."""
    at = homes(site)
    found: list[Item] = []
    for page in site.topics(edition):
        topic = topic_of(page)
        found += [Item(each.id, each.text, each.heading or topic, each.lead_in, each.kind, "", topic) for each in page.provisions]
        for register in (name for name, home in at.items() if home == topic):
            found += _records(site, edition, register, topic)
    done = {item.part for item in found}
    for register in (name for name, home in at.items() if home not in done):
        found += _records(site, edition, register, at[register])
    return tuple(found)


def _records(site: Site, edition: str, register: str, part: str) -> Iterator[Item]:
    texts = {each.id: each.text for page in site.topics(edition) for each in page.provisions}
    for record, printed in entries(site, register, edition):
        name, text, place = COMPARED[register](record, printed, lambda ids: "\n".join(texts[each] for each in ids if each in texts))
        yield Item(f"{register}/{record.id}", text, place.casefold(), "", "record", name, part)


def citation(site: Site, edition: str, provision: Provision) -> str:
    """How a provision is cited: the edition's title, the printed section, the heading above and the place under it."""
    page = next(page for page in site.topics(edition) if provision in page.parts)
    above = next((each for each in page.provisions if each.id == provision.heading), None)
    parts = [site.edition(edition).title, section_name(page.meta.section)]
    if provision.kind == "heading":
        parts.append(provision.text)
    else:
        parts += [above.text] if above else []
        parts.append(f"{'item' if provision.kind == 'item' else 'provision'} {provision.number}")
    return ", ".join(parts)


def printed_in(site: Site, edition: str, item: Item) -> str:
    """The topic on whose page an item stands: a record may be named elsewhere than the list that prints its register."""
    register, slash, name = item.id.partition("/")
    elsewhere = getattr(site.registers[register].by_id[name].editions[edition], "elsewhere", None) if slash else None
    return elsewhere or item.part


def place(site: Site, edition: str, item: Item) -> str:
    """Where an item stands in an edition, as a citation; a record is cited by its section, or by the edition alone."""
    page = site.pages.get((edition, printed_in(site, edition, item)))
    provision = next((each for each in page.provisions if each.id == item.id), None) if page else None
    if provision:
        return citation(site, edition, provision)
    return site.edition(edition).title + (f", {section_name(page.meta.section)}" if page else "")


def section_name(section: str) -> str:
    """A printed section as a citation names it: “section 11”, or its own name."""
    return f"section {section}" if section.isdigit() else section


def part_title(site: Site, old: str, new: str, part: str) -> str:
    """What a page of comparison is about: the topic's title, or the register's as its own page has it."""
    topic = site.pages.get((new, part)) or site.pages.get((old, part))
    page = next((each for each in site.others if each.path == f"docs/compare/{old}-{new}/{part}.md"), None)
    return topic.meta.title if topic else str(page.head.value["title"]).partition(":")[0] if page else part


def noted_as(site: Site, edition: str, item: Item) -> tuple[str, ...]:
    """The ids under which a change note may speak of an item: its own, and those of the provisions that it names."""
    register, slash, name = item.id.partition("/")
    if not slash or register not in BY_PROVISION:
        return (item.id,)
    return (item.id, *site.registers[register].by_id[name].editions[edition].provision)


def notes_between(site: Site, old: str, new: str) -> tuple[records.Note, ...]:
    """Every change note between two editions, neighbours or not."""
    return tuple(note for changes in _steps(site, old, new) for note in changes)


def _steps(site: Site, old: str, new: str) -> tuple[Changes, ...]:
    first, last = sorted((site.order.index(old), site.order.index(new)))
    return tuple(site.changes[pair] for pair in zip(site.order[first:last], site.order[first + 1 : last + 1], strict=True) if pair in site.changes)


@cache
def lineage(site: Site, old: str, new: str) -> compare.Pairs:
    """Which ids carry on as which between any two editions: composed over those between, inverted where read backwards."""
    first, last = site.order.index(old), site.order.index(new)
    if first > last:
        return compare.inverted(lineage(site, new, old))
    ids = [[item.id for item in of_edition(site, edition)] for edition in site.order[first : last + 1]]
    pairs = compare.between(ids[0], ids[0])
    for step, (before, after) in enumerate(zip(ids, ids[1:], strict=False)):
        changes = site.changes.get((site.order[first + step], site.order[first + step + 1]))
        pairs = compare.then(pairs, compare.between(before, after, changes.lineage if changes else ()))
    return pairs | compare.between(ids[0], ids[-1])


@cache
def forces(site: Site) -> Mapping[str, str]:
    """Each printed form of a verb of duty, and the verb."""
    verbs = [record for record in site.registers["terms"] if record.kind == "force"]
    return MappingProxyType({form: record.name for record in verbs for form in (record.name, *record.also)})


@cache
def _compared(site: Site, old: str, new: str) -> tuple[Change, ...]:
    return compare.compare(of_edition(site, old), of_edition(site, new), lineage(site, old, new), forces(site))


def changes(site: Site, old: str, new: str, topic: str | None = None) -> tuple[Change, ...]:
    """Every change between two editions, or those that touch one topic."""
    return tuple(change for change in _compared(site, old, new) if topic is None or topic in change.parts)


def counts(found: tuple[Change, ...]) -> dict[str, int]:
    """How many changes of each kind, in the order of ``compare.KINDS``, kinds that do not occur left out."""
    counted = Counter(change.kind for change in found)
    return {kind: counted[kind] for kind in compare.KINDS if counted[kind]}
