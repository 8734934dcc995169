"""Every kind of data file: where such files are, and of what shape their records are. A new register is one more line here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from macros.records.amendments import Amendment
from macros.records.approvals import Approval
from macros.records.base import Shape
from macros.records.coverage import ReportList, Requirement
from macros.records.editions import Editions, Partnership
from macros.records.fates import AddressFate
from macros.records.guidance import Guidances
from macros.records.notes import KeyChanges, Note
from macros.records.promised import Promised
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
from macros.records.reviewing import ReviewRule
from macros.records.timeline import Event


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
        "partnership": Kind("data/partnership.yaml", Partnership, None, "The partnership"),
        "editions": Kind("data/editions.yaml", Editions, None, "Editions"),
        "guidance": Kind("data/guidance.yaml", Guidances, None, "Statutory guidance"),
        "sources": Kind("data/sources.yaml", Source, title="Documents"),
        "links": Kind("data/links.yaml", Link, title="Pages elsewhere"),
        "sectors": Kind("data/sectors.yaml", Sector, title="Sectors"),
        "agencies": Kind("data/agencies.yaml", Agency, title="Relevant agencies"),
        "groups": Kind("data/groups.yaml", Group, title="Groups"),
        "posts": Kind("data/posts.yaml", Post, title="Posts and their holders"),
        "representation": Kind("data/representation.yaml", Representation, title="Representation"),
        "escalation": Kind("data/escalation.yaml", Route, title="Routes of dispute"),
        "terms": Kind("data/terms.yaml", Term, title="Words and abbreviations"),
        "partnerships": Kind("data/partnerships.yaml", StrategicPartnership, title="Strategic partnerships"),
        "support-levels": Kind("data/support-levels.yaml", SupportLevel, title="Support levels"),
        "report-contents": Kind("data/report-contents.yaml", ReportContent, title="Contents of the annual report"),
        "report-lists": Kind("data/report-lists.yaml", ReportList, title="Lists of what an annual report is to include"),
        "coverage": Kind("data/coverage.yaml", Requirement, title="What annual reports include"),
        "duties": Kind("data/duties.yaml", Duty, title="Duties and dates"),
        "timeline": Kind("data/timeline.yaml", Event, title="Timeline"),
        "not-covered": Kind("data/not-covered.yaml", NotCovered, title="Not covered here"),
        "changes": Kind("data/changes/*.yaml", Note, ("notes",), "Change notes"),
        "key-changes": Kind("data/key-changes/*.yaml", KeyChanges, None, "Key changes"),
        "reports": Kind("data/reports/*.yaml", Report, None, "Annual reports"),
        "promised": Kind("data/promised.yaml", Promised, title="Promised and reported"),
        "review-rules": Kind("data/review-rules.yaml", ReviewRule, ("rules",), "Who approves a change"),
        "amendments": Kind("data/amendments.yaml", Amendment, ("amendments",), "Amendments between editions"),
        "approvals": Kind("data/approvals.yaml", Approval, ("approvals",), "Approvals"),
        "fates": Kind("data/fates.yaml", AddressFate, ("fates",), "Addresses that moved or went"),
    }
)
"""Every kind of data file."""
