"""What two editions tell at length, divided into pages: whole topics in their order, and no page too long for a phone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from macros.compare import engine
from macros.compare.comparison import Comparison, Told
from macros.compare.engine import Change
from macros.read.site import Edition, kept

MOST: Mapping[str, int] = MappingProxyType({"table-notable": 100, "table-wording": 300, "annex-redline": 280})
"""Each summary that is divided, and about how many rows one page of it holds: so a page stays below 2,500 elements."""
_SECOND = re.compile(r"(.+)-(\d+)")


def divided(rows: Iterable[tuple[str, int]], most: int) -> tuple[tuple[str, ...], ...]:
    """Parts on as few pages as hold them, in their order and about alike long; none is cut in two.

    Args:
        rows: each part and its number of rows; one without any is left out.
        most: about how many rows a page holds.

    Returns:
        The parts of each page; one page without any where there is nothing to tell.
    """
    told = [(part, number) for part, number in rows if number]
    total = sum(number for _, number in told)
    pages: list[list[str]] = [[] for _ in range(max(1, -(-total // most)))]
    before = 0
    for part, number in told:
        pages[(2 * before + number) * len(pages) // (2 * total)].append(part)
        before += number
    return tuple(tuple(page) for page in pages if page) or ((),)


def of(each: Comparison) -> Mapping[str, tuple[str, ...]]:
    """The pages of every summary that is divided: their names, the first that of the summary itself, and the parts on each."""
    found: Mapping[str, tuple[str, ...]] = _of(each.new, each)
    return found


@kept
def _of(_: Edition, each: Comparison) -> Mapping[str, tuple[str, ...]]:
    found = {}
    for name, most in MOST.items():
        for number, parts in enumerate(divided(((part, _rows(each, name, part)) for part in each.parts), most), 1):
            found[name if number == 1 else f"{name}-{number}"] = parts
    return MappingProxyType(found)


def _rows(each: Comparison, name: str, part: str) -> int:
    """About how many rows a part has in a summary."""
    if name.startswith("table-"):
        return len(told(each, part, name.removeprefix("table-")))
    return sum(_is_shown(each, change) for change in each.of(part)) if is_printed(each, part) else 0


def _is_shown(each: Comparison, change: Change) -> bool:
    """Whether a redline shows a change: not what means the same, nor what its introduction alone changed, unless a note tells of it."""
    notes = each.notes_of(change)
    if change.kind == engine.SAME:
        return any(note.id in each.quiet for note in notes)
    return bool(notes) or not change.by_lead_in or engine.MOVED in change.kinds


def is_printed(each: Comparison, part: str) -> bool:
    """Whether a part is a page of an edition."""
    return bool(each.old.page(part) or each.new.page(part))


def told(each: Comparison, part: str, weight: str) -> tuple[Told, ...]:
    """The notes of a part that have a weight.

    Args:
        each: the comparison.
        part: the topic or register.
        weight: key, notable or wording.
    """
    found: tuple[Told, ...] = _told(each.new, each).get((part, weight), ())
    return found


@kept
def _told(_: Edition, each: Comparison) -> Mapping[tuple[str, str], tuple[Told, ...]]:
    found: dict[tuple[str, str], list[Told]] = {}
    for one in each.told:
        found.setdefault((one.part, one.note.weight), []).append(one)
    return MappingProxyType({key: tuple(mine) for key, mine in found.items()})


def summary(name: str) -> tuple[str, int]:
    """The summary that a page belongs to, by its name, and which page of it that is."""
    found = _SECOND.fullmatch(name)
    return (found[1], int(found[2])) if found and found[1] in MOST else (name, 1)


def names(each: Comparison, summaries: Iterable[str]) -> list[str]:
    """The pages of summaries, in their order.

    Args:
        each: the comparison.
        summaries: their names.
    """
    return [page for name in summaries for page in ([own for own in of(each) if summary(own)[0] == name] if name in MOST else [name])]


def page_of(each: Comparison, name: str, part: str) -> str:
    """The page of a summary on which a part stands: the first, where it stands on none.

    Args:
        each: the comparison.
        name: the summary's.
        part: the topic or register.
    """
    return next((own for own, parts in of(each).items() if part in parts and summary(own)[0] == name), name)


def pages_of_notes(each: Comparison) -> Mapping[str, str]:
    """The page on which each note stands in full among its like, by its id: that of the table, or of what weighs less."""
    found: Mapping[str, str] = _pages_of_notes(each.new, each)
    return found


@kept
def _pages_of_notes(_: Edition, each: Comparison) -> Mapping[str, str]:
    found = {}
    for (part, weight), told in _told(each.new, each).items():
        page = "table" if weight == "key" else page_of(each, f"table-{weight}", part)
        found.update({one.note.id: page for one in told})
    return MappingProxyType(found)
