"""Rules on annual reports: figures that can be reckoned with, references that lead somewhere, and each fact once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from macros.check.telling import problem
from macros.problems import Problem
from macros.read.site import DataFile, Site
from macros.read.yamltext import Path
from macros.records.base import Record
from macros.records.reports import Report, Statement

HEADINGS = ("says", "sectors", "figures", "reviews", "agencies", "conflicts")
"""Ids that a report's page gives to headings of its own."""
OLDEST = 1800
"""No report tells of an older year."""
_YEARS = re.compile(r"(?<!\d)(\d{4})(?:[/–-](\d{4}|\d\d))?(?!\d)")
_DAY = re.compile(r"0?[1-9]|[12]\d|3[01]")


def _reports(site: Site) -> Iterator[tuple[DataFile, Report]]:
    return ((file, report) for file in site.files.values() if file.kind == "reports" for report in file)


def _statements(report: Report) -> Iterator[tuple[Path, Statement]]:
    for i, section in enumerate(report.sections):
        yield from ((("sections", i, "statements", j), each) for j, each in enumerate(section.statements))


def _reckoned(report: Report) -> Iterator[tuple[Path, str, str]]:
    """Every figure that a sum or a share names: where, by which of the two, and its id."""
    for i, each in enumerate(report.sums):
        yield ("sums", i, "total"), "a sum", each.total
        yield from ((("sums", i, "of", j), "a sum", part) for j, part in enumerate(each.of))
    for i, share in enumerate(report.shares):
        yield from ((("shares", i, name), "a share", getattr(share, name)) for name in ("share", "part", "whole"))


def report_ids_are_unique(site: Site) -> Iterator[Problem]:
    """An id is used once among the sections and statements of a report, and once among its figures, its reviews and its conflicts."""
    for file, report in _reports(site):
        told: list[tuple[Path, Record]] = [*((("sections", i), each) for i, each in enumerate(report.sections)), *_statements(report)]
        for place, each in told:
            if each.id in HEADINGS:
                what = f"the id {each.id} is kept for a heading of the report's page."
                yield problem(file.document, (*place, "id"), what, "Give it an id that says more.")
        yield from _twice(file, told)
        for name in ("figures", "reviews", "conflicts"):
            yield from _twice(file, [((name, i), each) for i, each in enumerate(getattr(report, name))])


def _twice(file: DataFile, found: Iterable[tuple[Path, Record]]) -> Iterator[Problem]:
    first: dict[str, int] = {}
    for line, name in sorted((file.line(*place, "id"), each.id) for place, each in found):
        if name in first:
            what = f"the id {name} is used twice in this report; it is first used on line {first[name]}."
            yield Problem(file.path, line, what, "Give one of the two another id, or make them one.")
        first.setdefault(name, line)


def report_figures_are_known(site: Site) -> Iterator[Problem]:
    """A statement, a sum or a share names figures of its own report."""
    for file, report in _reports(site):
        known = {figure.id for figure in report.figures}
        named = [((*place, "figures", i), each.id, one) for place, each in _statements(report) for i, one in enumerate(each.figures)]
        for place, owner, name in (*named, *_reckoned(report)):
            if name not in known:
                what = f"{owner} names the figure {name}, which this report does not have."
                yield problem(file.document, place, what, "Use the id of a figure below “figures”, or add the figure first.")


def percentages_have_a_base(site: Site) -> Iterator[Problem]:
    """A percentage says of what it is taken, or stands as a share with its part and its whole."""
    for file, report in _reports(site):
        shares = {each.share for each in report.shares}
        for i, figure in enumerate(report.figures):
            if (figure.unit == "%" or figure.value.endswith("%")) and not figure.base and figure.id not in shares:
                what = f"{figure.id} is a percentage, and nothing says of what."
                mend = "Add “base: …” with what it is taken of, or “not stated”; or a line below “shares” with its part and its whole."
                yield problem(file.document, ("figures", i, "value"), what, mend)


def report_years_are_years(site: Site) -> Iterator[Problem]:
    """The time of a figure or a statement, where it holds a number, names a year of which the report can tell."""
    for file, report in _reports(site):
        last = int(report.period.to[:4]) + 1
        times: list[tuple[Path, str, str]] = [((*place, "date"), each.id, each.date or "") for place, each in _statements(report)]
        for i, figure in enumerate(report.figures):
            times.append((("figures", i, "at"), figure.id, figure.at))
            times.append((("figures", i, "before", "at"), figure.id, figure.before.at if figure.before else ""))
        for place, owner, text in times:
            if not _is_time(text, last):
                what = f"{owner} has “{text}” as its “{place[-1]}”, which names no year of which this report can tell."
                yield problem(file.document, place, what, "Write the year as printed, such as 2026/27 or 31 March 2026, or “not stated”.")


def _is_time(text: str, last: int) -> bool:
    """Whether a text has no number, or else a year up to a last one, and besides it a day, or the year that follows."""
    if not re.search(r"\d", text):
        return True
    iso = re.fullmatch(r"\d{4}(-\d\d){1,2}", text)  # a month or a day, which its shape has judged
    spans = [(int(text[:4]), "")] if iso else [(int(first), second) for first, second in _YEARS.findall(text)]
    rest = "" if iso else _YEARS.sub(" ", text)
    follow = all(not second or int(second) in (first + 1, (first + 1) % 100) for first, second in spans)
    return bool(spans) and all(OLDEST <= first <= last for first, _ in spans) and follow and all(map(_DAY.fullmatch, re.findall(r"\d+", rest)))


def report_facts_stand_once(site: Site) -> Iterator[Problem]:
    """A figure of one name, group, time and unit, and a statement in the same words, stand once in a report."""
    for file, report in _reports(site):
        first: dict[str, int] = {}
        facts = [(("figures", i), each.id, "\n".join((each.name, each.group, each.at, each.unit))) for i, each in enumerate(report.figures)]
        for place, owner, fact in (*facts, *((place, each.id, each.says) for place, each in _statements(report))):
            key, line = " ".join(fact.casefold().split()), file.line(*place, "id")
            if key in first:
                what = f"{owner} tells what is told on line {first[key]}."
                yield Problem(file.path, line, what, "Keep one of the two, or say how they differ.")
            first.setdefault(key, line)


def suppressed_counts_are_not_reckoned_with(site: Site) -> Iterator[Problem]:
    """No sum and no share names a suppressed count."""
    for file, report in _reports(site):
        suppressed = {figure.id for figure in report.figures if figure.suppressed}
        for place, owner, name in _reckoned(report):
            if name in suppressed:
                what = f"{owner} names {name}, a suppressed count."
                yield problem(file.document, place, what, "Take it out: nothing is reckoned with a count that is held back.")


def figures_are_not_reckoned_from_themselves(site: Site) -> Iterator[Problem]:
    """No total stands among its parts, and a share, its part and its whole are three figures."""
    for file, report in _reports(site):
        for i, each in enumerate(report.sums):
            if each.total in each.of:
                place = ("sums", i, "of", each.of.index(each.total))
                yield problem(file.document, place, f"the total {each.total} stands among its own parts.", "Take it out of the parts.")
        for i, share in enumerate(report.shares):
            if len({share.share, share.part, share.whole}) < 3:
                what = f"the share {share.share} names one figure twice."
                yield problem(file.document, ("shares", i, "share"), what, "Name three: the percentage, its part and its whole.")


RULES = (
    report_ids_are_unique, report_figures_are_known, percentages_have_a_base, report_years_are_years, report_facts_stand_once,
    suppressed_counts_are_not_reckoned_with, figures_are_not_reckoned_from_themselves,
)  # fmt: skip
