"""What this partnership's reports had to include: nothing vanishes, and nothing is claimed that the reports do not show."""

from __future__ import annotations

import re

import pytest

from macros.check import check
from macros.pages import coverage
from macros.read.site import Site

from ..conftest import ROOT


@pytest.fixture(scope="module")
def real() -> Site:
    return check(ROOT)[0]


HELD = [
    ("december-2024", "2024-25", {"full": 6, "partial": 9, "not found": 0}),
    ("draft-2019", "2021-22", {"cannot be told": 6}),
    ("working-together-2018", "2021-22", {"cannot be told": 4}),
]


def test_each_list_is_held_against_its_report(real: Site) -> None:
    assert [(of.id, each.year, dict(each.counts)) for of, reports in coverage.held(real) for each in reports] == HELD


def test_all_fifteen_contents_of_the_current_list_are_asked_for_in_the_order_of_the_list(real: Site) -> None:
    (newest, (held,)), *_ = coverage.held(real)
    printed = [real.register("report-contents").by_id[each.content].editions[newest.edition].provision for each, _ in held.verdicts]
    assert [each for ids in printed for each in ids] == [each.id for each in real.now.by_id.values() if each.lead_in == "report-contents"]
    assert len(printed) == 15


def test_a_report_that_is_not_held_is_never_judged(real: Site) -> None:
    for _, reports in coverage.held(real):
        for each in reports:
            if "cover report only" in each.report.held.casefold():
                assert {verdict.verdict for _, verdict in each.verdicts} == {"cannot be told"}


def test_nobody_is_said_to_have_confirmed_or_failed_anything(real: Site) -> None:
    verdicts = [verdict for _, reports in coverage.held(real) for each in reports for _, verdict in each.verdicts]
    assert [each.confirmed for each in verdicts if each.confirmed] == []
    assert [each.why for each in verdicts if re.search(r"not done|fail|breach|complian", each.why, re.I)] == []


def test_a_partial_verdict_says_what_is_missing(real: Site) -> None:
    verdicts = [verdict for _, reports in coverage.held(real) for each in reports for _, verdict in each.verdicts]
    missing = re.compile(r"missing|not found|no timescale|not told|only the totals|few ", re.I)
    assert [each.why for each in verdicts if each.verdict == "partial" and not missing.search(each.why)] == []
