"""Pictures of figures: bars on one scale, and none for what may not be reckoned with."""

from __future__ import annotations

import pytest

from macros.pages import charts


def lengths(*values: str) -> list[float]:
    """The bars of one line's values."""
    return [bar.length for bar in charts.rows([("A", "", [(str(i), value) for i, value in enumerate(values)])])[0].bars]


def test_all_lines_stand_on_one_scale_and_the_longest_bar_is_whole() -> None:
    found = charts.rows([("A", "up", [("2003", "200"), ("2002", "50")]), ("B", "", [("2003", "66")])])
    assert [(row.name, row.direction, [(bar.name, bar.printed, bar.length) for bar in row.bars]) for row in found] == [
        ("A", "up", [("2003", "200", 100.0), ("2002", "50", 25.0)]),
        ("B", "", [("2003", "66", 33.0)]),
    ]


def test_the_newest_value_comes_first_and_the_others_are_of_before() -> None:
    (row,) = charts.rows([("A", "", [("2003", "1"), ("2002", "2")])])
    assert [bar.before for bar in row.bars] == [False, True]


@pytest.mark.parametrize("printed", ["<5", "not stated", "about half"])
def test_a_value_with_which_nothing_may_be_reckoned_has_no_bar_and_sets_no_scale(printed: str) -> None:
    assert lengths(printed, "2") == [0.0, 100.0]


def test_a_length_is_told_to_one_digit() -> None:
    assert lengths("3", "1") == [100.0, 33.3]


@pytest.mark.parametrize("values", [("0", "0"), ("<5",)])
def test_without_anything_to_measure_by_there_are_no_bars(values: tuple[str, ...]) -> None:
    assert lengths(*values) == [0.0 for _ in values]


def test_nothing_gives_no_lines() -> None:
    assert charts.rows([]) == ()


def test_a_long_name_stands_on_as_many_lines_as_a_narrow_screen_needs() -> None:
    long, short = charts.rows([("The town council and all its boroughs together", "in line", [("2003", "1")]), ("B", "", [("2003", "1")])])
    assert (long.lines, short.lines) == (["The town council and all its", "boroughs together (in line)"], ["B"])


def test_lines_that_count_different_things_have_each_a_scale_of_its_own() -> None:
    found = charts.rows([("A", "", [("2003", "200"), ("2002", "50")]), ("B", "", [("2003", "2"), ("2002", "4")])], own_scales=True)
    assert [[bar.length for bar in row.bars] for row in found] == [[100.0, 25.0], [50.0, 100.0]]
