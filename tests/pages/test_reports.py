"""A report's page, its figures recalculated, and what it says of a sector."""

from __future__ import annotations

import re

import pytest

from macros.pages import reports
from macros.read.site import Site
from macros.records.reports import Figure, Value

from ..drawn import Shown, words


def test_every_sum_share_and_change_is_recalculated_and_a_suppressed_count_is_in_none(loaded: Site) -> None:
    found = reports.findings(loaded, "2003-04")
    assert [(each.kind, each.figure.id, each.check.published, each.check.recalculated, each.check.follows) for each in found] == [
        ("change", "children", "+12%", "+10%", False),
        ("sum", "children", "1,100", "1,100", True),
        ("share", "share-girls", "55%", "55%", True),
    ]


def test_a_suppressed_count_has_no_bar(loaded: Site) -> None:
    one = reports.held(loaded)["2003-04"]
    assert [figure.id for figure in one.report.figures if figure.suppressed] == ["few"]
    assert [row.name for row in reports._picture(list(one.report.figures))] == []


GROUPS = [
    (["4", "3", "2", "1"], "9", 4),
    (["4", "3", "2"], "9", 0),  # too few for a picture
    (["4", "3", "2", "1", "<5"], "9", 0),
    (["4", "3", "2", "1"], "<5", 0),  # suppressed in the year before
]


@pytest.mark.parametrize(("values", "before", "lines"), GROUPS)
def test_a_group_with_a_suppressed_count_has_no_picture(values: list[str], before: str, lines: int) -> None:
    found = [
        Figure(id=f"number-{i}", name="Number", group="parts", value=value, unit="children", at="2003", place="Numbers",
               before=Value(value=before, at="2002"), suppressed="yes" if value.startswith("<") else None)
        for i, value in enumerate(values)
    ]  # fmt: skip
    assert len(reports._picture(found)) == lines


@pytest.mark.parametrize(
    ("units", "earlier", "lengths"),
    [
        (["children"] * 4, False, [[25.0], [50.0], [75.0], [100.0]]),
        (["children"] * 3, False, []),
        (["children"] * 3 + ["visits"], False, []),
        (["children"] * 3 + ["visits"], True, [[100.0, 100.0], [100.0, 50.0], [100.0, 33.3], [100.0, 25.0]]),
    ],
)
def test_a_group_is_drawn_where_its_figures_can_be_compared(units: list[str], earlier: bool, lengths: list[list[float]]) -> None:
    before = Value(value="10", at="2002") if earlier else None
    found = [
        Figure(id=f"figure-{i}", name="A", group="parts", value=str(i * 10), unit=unit, at="2003", before=before, place="Numbers")
        for i, unit in enumerate(units, 1)
    ]
    assert [[bar.length for bar in row.bars] for row in reports._picture(found)] == lengths


def test_a_sector_is_told_what_reports_say_of_it(loaded: Site) -> None:
    assert [(one.year, [each.id for each in said]) for one, said in reports.for_sector(loaded, "education")] == [("2003-04", ["schools-met"])]
    assert reports.for_sector(loaded, "health") == []


def test_a_report_opens_with_its_answer_then_says_what_is_of_each_sector_then_part_by_part(loaded: Site) -> None:
    html = Shown(loaded).block("reports/2003-04.md", "report")
    assert re.findall(r'<h2 id="([^"]+)"', html)[:3] == ["says", "sectors", "schools"]
    assert html.count("<li>", html.index('<ul class="says">'), html.index("</ul>", html.index('<ul class="says">'))) == 3


def test_each_sector_leads_to_what_the_report_says_of_it(loaded: Site) -> None:
    one = reports.held(loaded)["2003-04"]
    assert [(sector.id, [each.id for each in said]) for sector, said in reports.by_sector(loaded, one)] == [("education", ["schools-met"])]
    html = Shown(loaded).block("reports/2003-04.md", "report")
    assert '<a href="#schools-met">Schools met twice.</a>' in html and '<li id="schools-met">' in html


def test_a_figure_says_where_it_stands_of_what_it_is_taken_and_what_it_refers_to(loaded: Site) -> None:
    said = words(Shown(loaded).block("reports/2003-04.md", "report"))
    assert "Children who were glad to come (of: not stated) 97%, 2003 In the report: Numbers" in said
    assert "Children who came 1,100 children, 2003 In the report: Numbers; reference: 1. Counted at the door." in said


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Schools met twice.", "Schools met twice."),
        (
            "One two three four five six seven eight nine ten eleven twelve thirteen fourteen.",
            "One two three four five six seven eight nine ten eleven twelve thirteen fourteen.",
        ),
        (
            "One two three four five six seven eight nine ten eleven twelve thirteen fourteen, fifteen.",
            "One two three four five six seven eight nine ten eleven twelve thirteen fourteen …",
        ),
    ],
)
def test_a_link_to_a_statement_shows_its_first_words(text: str, shown: str) -> None:
    assert reports.opening(text) == shown
