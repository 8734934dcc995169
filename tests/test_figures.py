"""Printed figures and what follows from them."""

from __future__ import annotations

import pytest

from macros import figures

CHANGES = [
    ("-10.4%", "47,273", "52,752", "-10.4%", True, ""),
    ("+1.7%", "348,300", "342,400", "+1.7%", True, ""),
    ("-9.2%", "458", "500", "-8.4%", False, "(458 − 500) ÷ 458"),
    ("+22.0%", "5,222", "4,073", "+28.2%", False, "(5,222 − 4,073) ÷ 5,222"),
    ("-2.2%", "5,986", "6,131", "-2.4%", False, ""),
    ("+5.5%", "6,018", "5,684", "+5.9%", False, ""),
    ("-90%", "0", "10", "-100%", False, ""),
    ("+5%", "105", "0", "", None, ""),
    ("-50%", "<5", "10", "", None, ""),
]


@pytest.mark.parametrize(("published", "value", "before", "recalculated", "follows", "otherwise"), CHANGES)
def test_a_published_change_is_held_against_its_two_values_and_a_division_by_the_newer_one_is_told(
    published: str, value: str, before: str, recalculated: str, follows: bool | None, otherwise: str
) -> None:
    found = figures.change(published, value, before)
    assert (found.published, found.recalculated, found.follows, found.otherwise) == (published, recalculated, follows, otherwise)


TOTALS = [
    ("£430,552.45", ["£242,334.00", "£45,934.00", "£116,374.05", "£2910.40", "£5000.00", "£18,000.00"], "£430,552.45", True),
    ("£298,435", ["£284,167", "£1,098", "£2,283", "£10,877"], "£298,425", False),
    ("12", ["7", "<5"], "", None),
    ("7", ["4", "3"], "7", True),
]


@pytest.mark.parametrize(("published", "parts", "recalculated", "follows"), TOTALS)
def test_a_published_total_is_held_against_its_parts_and_nothing_is_reckoned_with_a_suppressed_count(
    published: str, parts: list[str], recalculated: str, follows: bool | None
) -> None:
    found = figures.total(published, parts)
    assert (found.recalculated, found.follows) == (recalculated, follows)


SHARES = [("54.9%", "62", "113", "54.9%", True), ("82%", "31", "39", "79%", False), ("10%", "<5", "50", "", None)]


@pytest.mark.parametrize(("published", "part", "whole", "recalculated", "follows"), SHARES)
def test_a_published_share_is_held_against_part_and_whole(published: str, part: str, whole: str, recalculated: str, follows: bool | None) -> None:
    found = figures.share(published, part, whole)
    assert (found.recalculated, found.follows) == (recalculated, follows)


NUMBERS = [
    ("47,273", "47273"),
    ("£2910.40", "2910.40"),
    ("-10.4%", "-10.4"),
    ("£23m", "23000000"),
    ("<5", "5"),
    ("abc", None),
    ("1,23", None),
    ("", None),
]


@pytest.mark.parametrize(("printed", "value"), NUMBERS)
def test_a_number_is_read_as_it_is_printed(printed: str, value: str | None) -> None:
    found = figures.printed_number(printed)
    assert (str(found.value) if found else None) == value
    assert (found is not None and found.suppressed) is printed.startswith("<")
