"""Two editions in one text: either can be read off it, whole and in its order."""

from __future__ import annotations

import pytest

from macros.compare import comparison, items, merged
from macros.compare.engine import Words
from macros.read.site import Site


def side(lines: tuple[merged.Line, ...], kinds: tuple[str, str]) -> list[str]:
    """The paragraphs of one edition: those of which it has words."""
    return ["".join(run.text for run in line.runs if run.kind in kinds) for line in lines if (line.old if "removed" in kinds else line.new)]


@pytest.mark.parametrize(("old", "new"), [("2001", "2002"), ("2002", "2004"), ("2001", "2004"), ("2004", "2001")])
@pytest.mark.parametrize("part", [None, "meetings", "agency-list"])
def test_either_edition_is_read_off_whole_and_in_order(loaded: Site, old: str, new: str, part: str | None) -> None:
    each = comparison.between(loaded, old, new)
    found = merged.lines(each, part)
    wanted = {edition.id: [item.text for item in merged.printed(items.of(edition)) if part in (None, item.part)] for edition in (each.old, each.new)}
    assert side(found, ("same", "removed")) == wanted[old]
    assert side(found, ("same", "added")) == wanted[new]


@pytest.mark.parametrize(
    ("run", "same"),
    [
        (Words("same", "the Board"), "the Board"),
        (Words("same", "The Board meets", "the board meets"), "  meets"),
        (Words("same", "multi-agency work", "multi agency work"), ""),
    ],
)
def test_a_difference_of_capitals_or_marks_is_told_to_the_letter(run: Words, same: str) -> None:
    said = list(merged.to_the_letter([run]))
    texts = {kind: "".join(each.text for each in said if each.kind in ("same", kind)) for kind in ("removed", "added")}
    assert texts == {"removed": run.before, "added": run.text}
    assert "".join(each.text for each in said if each.kind == "same") == same


@pytest.mark.parametrize(
    ("pairs", "kept"),
    [
        ([], []),
        ([(0, 0), (1, 1)], [(0, 0), (1, 1)]),
        ([(2, 0), (0, 1), (1, 2)], [(0, 1), (1, 2)]),
        ([(0, 0), (3, 1), (1, 2), (2, 3)], [(0, 0), (1, 2), (2, 3)]),
    ],
)
def test_the_longest_order_that_both_editions_have_stays(pairs: list[tuple[int, int]], kept: list[tuple[int, int]]) -> None:
    assert merged._rising(pairs) == kept
