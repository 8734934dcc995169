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
from macros.provisions import Call


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


COMPARED: Mapping[str, Callable[[Any], tuple[str, str, str]]] = MappingProxyType(
    {
        "agencies": lambda printed: (printed.name, _named(printed, printed.says), printed.group),
        "representation": lambda printed: (printed.name, f"{printed.name}: {printed.role}. Represented by: {printed.represented_by}", ""),
        "partnerships": lambda printed: (printed.name, printed.name, ""),
        "groups": lambda printed: (printed.name, _named(printed, printed.status), ""),
        "posts": lambda printed: (printed.office, f"{printed.office}: {printed.holder}", ""),
        "escalation": lambda printed: (printed.name, _route(printed), ""),
    }
)
"""The registers that are compared: of what an edition prints of a record, its name, its text and its place."""

PRINTS: Mapping[str, str] = MappingProxyType(
    {
        "agency_list": "agencies",
        "representation": "representation",
        "strategic_partnerships": "partnerships",
    }
)
"""The block macros of editions' pages that print a whole register; it is compared with the topic that they stand in."""


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
    for record, printed in entries(site, register, edition):
        name, text, place = COMPARED[register](printed)
        yield Item(f"{register}/{record.id}", text, place.casefold(), "", "record", name, part)


def notes_between(site: Site, old: str, new: str) -> tuple[records.Note, ...]:
    """Every change note between two editions, neighbours or not."""
    return tuple(note for changes in _steps(site, old, new) for note in changes)


def _steps(site: Site, old: str, new: str) -> tuple[Changes, ...]:
    first, last = sorted((site.order.index(old), site.order.index(new)))
    return tuple(site.changes[pair] for pair in zip(site.order[first:last], site.order[first + 1 : last + 1], strict=True) if pair in site.changes)


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
def _compared(site: Site, old: str, new: str) -> tuple[Change, ...]:
    forces = tuple(record.name for record in site.registers["terms"] if record.kind == "force")
    return compare.compare(of_edition(site, old), of_edition(site, new), lineage(site, old, new), forces)


def changes(site: Site, old: str, new: str, topic: str | None = None) -> tuple[Change, ...]:
    """Every change between two editions, or those that touch one topic."""
    return tuple(change for change in _compared(site, old, new) if topic is None or topic in change.parts)


def counts(found: tuple[Change, ...]) -> dict[str, int]:
    """How many changes of each kind, in the order of ``compare.KINDS``, kinds that do not occur left out."""
    counted = Counter(change.kind for change in found)
    return {kind: counted[kind] for kind in compare.KINDS if counted[kind]}


def as_text(site: Site, old: str, new: str, topic: str | None = None) -> str:
    """The comparison for a terminal: counts, then every change but those of the same meaning.

    Returns: lines; removed words stand between [- and -], added ones between {+ and +}, as git's word diff shows them.
    """
    found = changes(site, old, new, topic)
    lines = [
        f"{site.edition(old).title} → {site.edition(new).title}",
        "Our words, not the documents'. " + ", ".join(f"{kind}: {count}" for kind, count in counts(found).items()),
        "",
    ]
    marks = {"same": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"}
    for change in found:
        if change.kind != compare.SAME:
            why = " (through its lead-in)" if change.by_lead_in else ""
            lines += [f"{', '.join(change.kinds)}{why}: {change.id}", "    " + "".join(marks[run.kind].format(run.text) for run in change.words), ""]
    return "\n".join(lines)
