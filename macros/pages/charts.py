"""Pictures of published figures: bars with their values, drawn at build time; suppressed counts are never drawn."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from macros.figures import printed_number

LETTERS = 34
"""As many letters as stand on one line of a picture on the narrowest screen: text in a picture does not wrap by itself."""


@dataclass(frozen=True)
class Bar:
    """One value: whose it is, as printed, and its length in percent of the longest."""

    name: str
    printed: str
    length: float
    before: bool = False


@dataclass(frozen=True)
class Row:
    """What one line of a picture shows: its name, how it stands to the year before, and one or two bars."""

    name: str
    direction: str
    bars: tuple[Bar, ...]

    @property
    def lines(self) -> list[str]:
        """Its name with its direction, cut into lines."""
        return textwrap.wrap(f"{self.name} ({self.direction})" if self.direction else self.name, LETTERS)


def rows(found: Iterable[tuple[str, str, Sequence[tuple[str, str]]]], own_scales: bool = False) -> tuple[Row, ...]:
    """The lines of a picture of bars.

    Args:
        found: for each line its name, its published direction (or nothing), and its values: of when, and as printed, the newest first.
        own_scales: whether each line has a scale of its own, as lines that count different things need.

    Returns:
        The lines, all on one scale where not told otherwise. A value with which nothing may be reckoned has no bar.
    """
    lines = list(found)
    if own_scales:
        return tuple(row for line in lines for row in rows([line]))
    numbers = [number for _, _, values in lines for _, printed in values if (number := printed_number(printed)) and not number.suppressed]
    longest = max((number.value for number in numbers), default=None)
    return tuple(
        Row(name, direction, tuple(_bar(when, printed, longest, i > 0) for i, (when, printed) in enumerate(values)))
        for name, direction, values in lines
    )


def _bar(when: str, printed: str, longest: object, before: bool) -> Bar:
    number = printed_number(printed)
    drawn = number is not None and not number.suppressed and bool(longest)
    return Bar(when, printed, round(float(number.value / longest) * 100, 1) if drawn else 0.0, before)  # type: ignore[union-attr,operator]
