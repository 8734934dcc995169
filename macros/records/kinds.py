"""Every kind of data file: where such files are, and of what shape their records are. A new register is one more line here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from macros.records.amendments import Amendment
from macros.records.approvals import Approval
from macros.records.base import Shape
from macros.records.editions import Editions, Partnership
from macros.records.fates import AddressFate
from macros.records.notes import KeyChanges, Note
from macros.records.registers import (
    Agency,
    Duty,
    Group,
    Link,
    NotCovered,
    Post,
    ReportContent,
    Representation,
    Route,
    Sector,
    Source,
    StrategicPartnership,
    SupportLevel,
    Term,
)
from macros.records.reports import Report


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
        "amendments": Kind("data/amendments.yaml", Amendment, ("amendments",)),
        "approvals": Kind("data/approvals.yaml", Approval, ("approvals",)),
        "fates": Kind("data/fates.yaml", AddressFate, ("fates",)),
        "changes": Kind("data/changes/*.yaml", Note, ("notes",)),
        "key-changes": Kind("data/key-changes/*.yaml", KeyChanges, None),
        "reports": Kind("data/reports/*.yaml", Report, None),
    }
)
"""Every kind of data file."""
