"""A report's page, its figures recalculated, and what it says of a sector."""

from __future__ import annotations

import pytest

from macros.pages import reports
from macros.read.site import Site
from macros.records.reports import Figure, Value


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
