"""What reports had to include, and what they show of it: counted, worded, and led to where it stands."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from macros.pages import coverage
from macros.read.site import Site
from macros.records.coverage import ReportList, Requirement, Verdict
from macros.records.reports import Report

from ..drawn import Shown, checked, words

PAGE = "reports/coverage.md"


@pytest.fixture
def page(shown: Shown) -> str:
    return shown.block(PAGE, "coverage")


def test_each_list_is_held_against_the_reports_for_which_it_was_in_force(loaded: Site) -> None:
    found = [
        (of.id, [(each.year, [(asked.id, verdict.verdict) for asked, verdict in each.verdicts]) for each in held])
        for of, held in coverage.held(loaded)
    ]
    assert found == [
        ("list-of-2001", []),
        ("list-of-2002", [("2003-04", [("attendance-second", "partial")])]),
        ("list-of-2004", []),
        ("quoted-list", [("2003-04", [("quoted-meetings", "not found")])]),
    ]


COUNTS = [
    (("full", "full", "partial"), {"full": 2, "partial": 1, "not found": 0}),
    (("partial", "cannot be told"), {"full": 0, "partial": 1, "not found": 0, "cannot be told": 1}),
    (("cannot be told", "cannot be told"), {"cannot be told": 2}),
    (("not applicable", "not found"), {"not found": 1, "not applicable": 1}),
]


@pytest.mark.parametrize(("verdicts", "counted"), COUNTS)
def test_verdicts_are_counted_in_their_order(loaded: Site, verdicts: tuple[str, ...], counted: dict[str, int]) -> None:
    report: Report = loaded.reports["2003-04"]
    of: ReportList = loaded.register("report-lists").by_id["quoted-list"]
    asked: Requirement = loaded.register("coverage").by_id["quoted-meetings"]
    found = tuple((asked, Verdict.model_construct(verdict=each, why="Why.", where=(), confirmed=None)) for each in verdicts)
    assert list(coverage.Held(of, "2003-04", report, found).counts.items()) == list(counted.items())


def test_the_answer_comes_first_and_says_whose_reading_it_is(page: str) -> None:
    answer = words(page.partition("</div>")[0])
    assert answer == (
        "2003 report, held against The second list : of 1 requirement, 0 full, 1 partial, 0 not found . "
        "2003 report, held against The guidance as quoted : of 1 requirement, 1 not found . "
        "This site's reading, 1 of 2 verdicts confirmed."
    )


def test_an_edition_s_requirement_has_the_edition_s_words_and_a_quoted_one_the_report_s(page: str) -> None:
    assert 'attend, and <span class="where">(<a href="../../arrangements/2002/meetings/#members-attend">' in page
    assert 'Schools met twice. <span class="where">(<a href="../2003-04/#schools-met">2003 report, Schools</a>)</span>' in page


def test_evidence_is_told_and_leads_to_the_report_s_page(page: str) -> None:
    folded = page.partition("Where it is shown (3)")[2].partition("</details>")[0]
    assert [line.strip() for line in words(folded.replace("</li>", "\n")).split("\n")] == [
        "Schools met twice. ( Schools ) Schools met twice. ( Schools ) Children who came: 1,100, 2003 ( Numbers )"
    ]
    for anchor in ("schools-met", "schools", "figure-children"):
        assert f'<a href="../2003-04/{"figures/" if anchor.startswith("figure-") else ""}#{anchor}">' in folded


def test_what_evidence_leads_to_is_there(shown: Shown) -> None:
    assert {"schools-met", "schools", "figure-children"} <= _ids(shown.page("reports/2003-04.md"))


def _ids(html: str) -> set[str]:
    return {each.partition('"')[0] for each in html.split(' id="')[1:]}


def test_a_report_for_which_a_list_was_not_in_force_is_told_with_the_reason(page: str) -> None:
    assert "Yearly report, 2003 : The second list had taken its place." in words(page)


def test_a_confirmed_verdict_says_by_whom_and_when(page: str) -> None:
    assert words(page).count("Confirmed by") == 1
    assert "Confirmed by Jo Example, Head, 6 May 2003." in words(page)


def test_while_nobody_has_confirmed_any_the_page_says_so(mini: Path, edit: Callable[[str, str, str], None]) -> None:
    edit("data/coverage.yaml", ', confirmed: {by: "Jo Example, Head", on: 2003-05-06}', "")
    page = Shown(checked(mini)).block(PAGE, "coverage")
    assert "This site's reading, not confirmed by anybody yet." in words(page)
    assert "Confirmed by" not in page


def test_a_report_s_page_tells_the_counts_and_leads_to_them(shown: Shown) -> None:
    page = shown.page("reports/2003-04.md")
    assert 'to include: <a href="../coverage/#list-list-of-2002-2003-04">The second list</a>, 0 full, 1 partial, 0 not found;' in page
    assert {"list-list-of-2002-2003-04", "list-quoted-list-2003-04"} <= _ids(shown.block(PAGE, "coverage"))


def test_a_report_from_before_every_list_is_told_so(mini: Path, edit: Callable[[str, str, str], None]) -> None:
    coverage_file, lists = mini / "data/coverage.yaml", mini / "data/report-lists.yaml"
    first, *rest = coverage_file.read_text("utf-8").split("- id: ")
    coverage_file.write_text(first + "- {id: attendance-second, of: list-of-2002, content: report-attendance}\n", "utf-8")
    quoted = "- {id: quoted-list"
    lists.write_text(
        lists.read_text("utf-8")
        .partition(quoted)[0]
        .replace("whole year.}", 'whole year., outside: [{report: "2003-04", why: It came too early.}]}'),
        "utf-8",
    )
    page = words(Shown(checked(mini)).page("reports/2003-04.md"))
    assert "What annual reports had to include : no list held here was in force for this report." in page
