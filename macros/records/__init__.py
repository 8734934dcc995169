"""The shape of every record in ``data/``, stated once; pydantic turns text into these and gathers every fault."""

from __future__ import annotations

from macros.records.base import SILENCES, Record, Ref, Shape, is_silence
from macros.records.editions import Confirmed, EditionEntry, Editions, Head, Partnership
from macros.records.guidance import Checked, Guidance, Guidances, Theme
from macros.records.kinds import KINDS, Kind
from macros.records.notes import FATES, KeyChange, KeyChanges, Lineage, Note
from macros.records.promised import Promised, PromisedEntry, Telling
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
from macros.records.timeline import EVENTS, Event, Occasion

__all__ = [
    "EVENTS", "FATES", "KINDS", "SILENCES", "Agency", "AgencyEntry", "Checked", "Confirmed", "Duty", "DutyEntry", "EditionEntry", "Editions",
    "Entry", "Event", "Group", "GroupEntry", "Guidance", "Guidances", "Head", "KeyChange", "KeyChanges", "Kind", "LaterFact", "Lineage", "Link",
    "Note", "Occasion", "Partnership", "Post", "PostEntry", "Promised", "PromisedEntry", "Record", "Ref", "ReportContent", "Representation",
    "Route", "RouteEntry", "Sector", "Shape", "Source", "StrategicPartnership", "SupportLevel", "Telling", "Term", "TermEntry", "Theme",
    "is_silence",
]  # fmt: skip
