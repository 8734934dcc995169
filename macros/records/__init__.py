"""The shape of every record in ``data/``, stated once; pydantic turns text into these and gathers every fault."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from macros.records.base import SILENCES, Record, Ref, Shape, is_silence
from macros.records.editions import Confirmed, EditionEntry, Editions, Head, Partnership
from macros.records.notes import FATES, KeyChange, KeyChanges, Lineage, Note
from macros.records.registers import (
    Agency,
    AgencyEntry,
    Duty,
    DutyEntry,
    Entry,
    Group,
    GroupEntry,
    LaterFact,
    Link,
    NotCovered,
    Post,
    PostEntry,
    ReportContent,
    Representation,
    Route,
    RouteEntry,
    Sector,
    Source,
    StrategicPartnership,
    SupportLevel,
    Term,
    TermEntry,
)
from macros.records.reports import Report

__all__ = [
    "FATES", "KINDS", "SILENCES", "Agency", "AgencyEntry", "Confirmed", "Duty", "DutyEntry", "EditionEntry", "Editions", "Entry", "Group",
    "GroupEntry", "Head", "KeyChange", "KeyChanges", "Kind", "LaterFact", "Lineage", "Link", "Note", "Partnership", "Post", "PostEntry", "Record",
    "Ref", "ReportContent", "Representation", "Route", "RouteEntry", "Sector", "Shape", "Source", "StrategicPartnership",
    "SupportLevel", "Term", "TermEntry", "is_silence",
]  # fmt: skip


@dataclass(frozen=True)
class Kind:
    """One kind of data file.

    Args:
        path: where such files are, from the project's root; ``*`` stands for part of a name.
        shape: the shape of each record.
        place: the keys that lead to the list of records (none where the file is that list), or None where the file is one record.
        title: what the list is called on pages.
    """

    path: str
    shape: type[Shape]
    place: tuple[str, ...] | None = ()
    title: str = ""


KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        "partnership": Kind("data/partnership.yaml", Partnership, None),
        "editions": Kind("data/editions.yaml", Editions, None),
        "sources": Kind("data/sources.yaml", Source),
        "links": Kind("data/links.yaml", Link),
        "sectors": Kind("data/sectors.yaml", Sector),
        "agencies": Kind("data/agencies.yaml", Agency, title="Relevant agencies"),
        "groups": Kind("data/groups.yaml", Group, title="Groups"),
        "posts": Kind("data/posts.yaml", Post, title="Posts and their holders"),
        "representation": Kind("data/representation.yaml", Representation, title="Representation"),
        "escalation": Kind("data/escalation.yaml", Route, title="Routes of dispute"),
        "terms": Kind("data/terms.yaml", Term),
        "partnerships": Kind("data/partnerships.yaml", StrategicPartnership, title="Strategic partnerships"),
        "support-levels": Kind("data/support-levels.yaml", SupportLevel),
        "report-contents": Kind("data/report-contents.yaml", ReportContent, title="Contents of the annual report"),
        "duties": Kind("data/duties.yaml", Duty, title="Duties and dates"),
        "not-covered": Kind("data/not-covered.yaml", NotCovered),
        "changes": Kind("data/changes/*.yaml", Note, ("notes",)),
        "key-changes": Kind("data/key-changes/*.yaml", KeyChanges, None),
        "reports": Kind("data/reports/*.yaml", Report, None),
    }
)
"""Every kind of data file. A new register is one more line here and its shape."""
