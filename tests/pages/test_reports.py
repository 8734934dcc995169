"""A report's page, its figures recalculated, and what it says of a sector."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.pages import reports
from macros.read.site import Site
from macros.records.reports import Figure, Value

from ..drawn import Shown, checked, words

FIGURES = "reports/2003-04/figures.md"


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
    said = words(Shown(loaded).page(FIGURES))
    assert (
        "In the report: Numbers Shares, as published What Published Share of girls 55%, 2003 Children who were glad to come (of: not stated) 97%, 2003"
        in said
    )
    assert "Children who came 1,100 children, 2003 Reference: 1. Counted at the door. 1,000, 2002 +12%, increasing Does not follow:" in said


def test_a_place_is_told_with_each_figure_where_a_group_has_several(mini: Path, edit: Callable[[str, str, str], None]) -> None:
    edit(
        "data/reports/2003-04.yaml",
        'value: "500", unit: children, at: "2003", place: Numbers}',
        'value: "500", unit: children, at: "2003", place: Boys}',
    )
    said = words(Shown(checked(mini)).page(FIGURES))
    assert "Girls 600 children, 2003 In the report: Numbers Boys 500 children, 2003 In the report: Boys" in said


def test_the_figures_have_a_page_of_their_own_to_which_every_old_address_leads_on(loaded: Site) -> None:
    shown = Shown(loaded)
    report, figures = shown.block("reports/2003-04.md", "report"), shown.page(FIGURES)
    for anchor in ("figures-context", "figures-parts", "figure-children", "figure-girls"):
        assert f'id="{anchor}"' in figures and re.search(f'id="{anchor}"(>\n?<a)? href="figures/#{anchor}"', report), anchor
    head = shown.head(FIGURES)
    assert (head.title, head.noindex, head.search) == ("Figures: Yearly report, 2003", False, None)
    assert head.description.startswith("The figures of “Yearly report, 2003” as published")
    assert shown.pages.edited(FIGURES) == "" and Shown(loaded, edit="https://x.org/edit/").pages.edited(FIGURES).endswith(
        "/data/reports/2003-04.yaml"
    )


def test_the_figures_of_a_report_that_is_withdrawn_go_with_it(mini: Path, edit: Callable[[str, str, str], None]) -> None:
    edit("docs/reports/2003-04.md", "description:", "withdrawn: {on: 2026-11-22, why: It was wrong., instead: reports/promised/}\ndescription:")
    shown = Shown(checked(mini))
    assert words(shown.page(FIGURES)).startswith("Withdrawn on 22 November 2026. It was wrong.")
    head = shown.head(FIGURES)
    assert (head.noindex, head.search, head.description) == (True, {"exclude": True}, "")


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
