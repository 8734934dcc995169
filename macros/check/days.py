"""Rules on days: nothing ends before it begins or is told before it happened, and a calendar gets the day that the words print."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator, Mapping
from datetime import date

from macros import records
from macros.check.telling import all_fields, problem
from macros.clock import latest_day
from macros.problems import Problem
from macros.read.site import Site
from macros.records.amendments import Amendment

_MONTHS = tuple(name for name in calendar.month_name if name)
_OFTEN: Mapping[str, str] = {
    **dict.fromkeys(("annual", "annually", "yearly", "once a year", "each year", "every year", "on an annual basis"), "yearly"),
    **dict.fromkeys(("twice a year", "twice yearly", "half-yearly", "six-monthly", "every six months"), "twice a year"),
    **dict.fromkeys(("quarterly", "every quarter", "each quarter", "every three months", "four times a year"), "quarterly"),
    **dict.fromkeys(("monthly", "every month", "weekly", "every two years", "biennial", "every three years"), "other interval"),
}
"""Printed words that say but one thing of how often."""


def times_run_forward(site: Site) -> Iterator[Problem]:
    """No time ends before it begins."""
    for document, field in all_fields(site):
        first = getattr(field.shape, "from_", None) if field.name == "to" else None
        if isinstance(first, str) and isinstance(field.value, str) and _is_before(field.value, first):
            what = f"{field.owner} ends in {field.value}, before it begins."
            yield problem(document, field.place, what, "Exchange “from” and “to”, or mend the one that is wrong.")


def later_facts_have_happened(site: Site) -> Iterator[Problem]:
    """A later fact lies behind us, and behind it the day on which the page that tells it was seen."""
    for document, field in all_fields(site):
        fact = field.shape
        if not isinstance(fact, records.LaterFact) or isinstance(fact, Amendment) or field.name not in ("from_", "by"):
            continue
        if fact.seen and _is_before(fact.seen.isoformat(), fact.when):
            what = f"{field.owner} tells of {fact.when} from a page that was seen before, on {fact.seen}."
            yield problem(document, field.place, what, "Mend the day that is wrong; or open the page again, and write the day of today.")
        elif not fact.seen and _is_before(latest_day().isoformat(), fact.when):
            what = f"{field.owner} has {fact.when} as its “{field.place[-1]}”, a day that has not come yet."
            yield problem(
                document, field.place, what, "Write the day on which it happened; what is only planned is told in “says”, on the day of its source."
            )


def _is_before(one: str, other: str) -> bool:
    """Whether a day, month or year ends before another begins."""
    known = min(len(one), len(other))
    return one[:known] < other[:known]


def due_days_are_those_printed(site: Site) -> Iterator[Problem]:
    """The day on which a duty is due is the day that its printed words fix."""
    file = site.register("duties")
    for place, duty in file.records:
        for edition, entry in duty.editions.items():
            if entry.due and not _is_printed(entry.due, entry.date or ""):
                what = f"{duty.id} is due on {entry.due}, which its words “{entry.date or 'without a date'}” do not say."
                mend = "Write the day that the words fix, as 2026-11-22; where they fix none, delete the line “due”."
                yield problem(file.document, (*place, "editions", edition, "due"), what, mend)


def _is_printed(due: date, words: str) -> bool:
    """Whether words that print a month, a day or a year print those of a day; an end of a month is its last day."""
    months = {_MONTHS.index(found) + 1 for found in re.findall("|".join(_MONTHS), words)}
    years = {int(found) for found in re.findall(r"\b\d{4}\b", words)}
    days = {int(found) for found in re.findall(r"\b(\d{1,2})(?:st|nd|rd|th)?\b", words)}
    if months and re.search(r"\bend of\b", words):
        days = days or {calendar.monthrange(due.year, due.month)[1]}
    return due.month in (months or ()) and due.day in (days or {due.day}) and due.year in (years or {due.year})


def cadences_follow_the_words(site: Site) -> Iterator[Problem]:
    """A duty is grouped by how often it comes as its printed words say."""
    file = site.register("duties")
    for place, duty in file.records:
        for edition, entry in duty.editions.items():
            said = _OFTEN.get((entry.frequency or "").casefold())
            if said and said != entry.cadence:
                what = f"{duty.id} has “{entry.cadence}” as its “cadence”, and its printed words are “{entry.frequency}”."
                yield problem(
                    file.document, (*place, "editions", edition, "cadence"), what, f"Write “{said}”, or mend the words if they are not those printed."
                )


RULES = (times_run_forward, later_facts_have_happened, due_days_are_those_printed, cadences_follow_the_words)
