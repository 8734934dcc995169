"""A report's page, its figures recalculated, and what it says of a sector."""

from __future__ import annotations

from macros.pages import reports
from macros.read.site import Site


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


def test_a_sector_is_told_what_reports_say_of_it(loaded: Site) -> None:
    assert [(one.year, [each.id for each in said]) for one, said in reports.for_sector(loaded, "education")] == [("2003-04", ["schools-met"])]
    assert reports.for_sector(loaded, "health") == []
