"""The shape of every record in ``data/``, stated once; pydantic turns text into these and gathers every fault."""

from __future__ import annotations

from macros.records.base import SILENCES, Record, Ref, Shape, is_silence
from macros.records.editions import BEING_PREPARED, Confirmed, EditionEntry, Editions, Head, Partnership
from macros.records.kinds import KINDS, Kind
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

__all__ = [
    "BEING_PREPARED",
    "FATES", "KINDS", "SILENCES", "Agency", "AgencyEntry", "Confirmed", "Duty", "DutyEntry", "EditionEntry", "Editions", "Entry", "Group",
    "GroupEntry", "Head", "KeyChange", "KeyChanges", "Kind", "LaterFact", "Lineage", "Link", "Note", "Partnership", "Post", "PostEntry", "Record",
    "Ref", "ReportContent", "Representation", "Route", "RouteEntry", "Sector", "Shape", "Source", "StrategicPartnership",
    "SupportLevel", "Term", "TermEntry", "is_silence",
]  # fmt: skip
