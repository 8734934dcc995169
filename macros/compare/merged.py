"""Two editions in one text: every paragraph of both, in an order from which either can be read off whole."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from macros.compare import engine, items
from macros.compare.comparison import Comparison
from macros.compare.engine import Change, Item, Words

_TOKEN = re.compile(r"\s+|\S+")


@dataclass(frozen=True)
class Line:
    """One paragraph of two editions.

    Args:
        change: the change that it belongs to.
        old: what the older edition prints here, or None.
        new: what the newer edition prints here, or None.
    """

    change: Change
    old: Item | None
    new: Item | None

    @property
    def item(self) -> Item:
        """The newer edition's item, else the older one's."""
        found = self.new or self.old
        assert found is not None
        return found

    @property
    def runs(self) -> tuple[Words, ...]:
        """Its words, to the letter: same and removed ones give the older text back, same and added ones the newer."""
        if self.old is None or self.new is None:
            return (Words("added" if self.new else "removed", self.item.text),)
        return tuple(to_the_letter(engine.marked(self.old.text, self.new.text)))


def to_the_letter(runs: Iterable[Words]) -> Iterator[Words]:
    """Runs of which the same ones are written alike in both texts: a difference of capitals or marks is told too."""
    for run in runs:
        if run.was is None:
            yield run
            continue
        old, new = _TOKEN.findall(run.was), _TOKEN.findall(run.text)
        if len(old) != len(new):
            yield from (Words("removed", run.was), Words("added", run.text))
            continue
        for alike, before, after in _alike(old, new):
            yield from (Words("same", after),) if alike else (Words("removed", before), Words("added", after))


def _alike(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[bool, str, str]]:
    """Tokens side by side, in the longest runs that are alike or are not."""
    run: list[tuple[str, str]] = []
    for pair in zip(old, new, strict=True):
        if run and (pair[0] == pair[1]) != (run[0][0] == run[0][1]):
            yield _joined(run)
            run = []
        run.append(pair)
    if run:
        yield _joined(run)


def _joined(run: list[tuple[str, str]]) -> tuple[bool, str, str]:
    return run[0][0] == run[0][1], "".join(old for old, _ in run), "".join(new for _, new in run)


def printed(found: Iterable[Item]) -> tuple[Item, ...]:
    """Those of some items that an edition prints: its provisions, and the records of lists that its pages print whole."""
    return tuple(item for item in found if items.is_printed(item))


def lines(each: Comparison, part: str | None = None) -> tuple[Line, ...]:
    """The paragraphs of two editions in one order.

    Without the added ones it is the older edition in its order, without the removed ones the newer one. A paragraph stands once
    where both print it in the same form and order; else whole in the place of each.

    Args:
        each: the comparison.
        part: the topic, or None for all.
    """
    old, new = (printed(item for item in items.of(edition) if part in (None, item.part)) for edition in (each.old, each.new))
    old_at = {item.id: i for i, item in enumerate(old)}
    pairs = []
    for i, item in enumerate(new):
        change = each.change_of["new", item.id]
        if len(change.old) == len(change.new) == 1 and change.old[0].id in old_at and _same_form(change.old[0], item):
            pairs.append((old_at[change.old[0].id], i))
    kept = _rising(pairs)
    found: list[Line] = []
    at_old = at_new = 0
    for i, j in (*kept, (len(old), len(new))):
        found += [Line(each.change_of["old", item.id], item, None) for item in old[at_old:i]]
        found += [Line(each.change_of["new", item.id], None, item) for item in new[at_new:j]]
        if i < len(old):
            found.append(Line(each.change_of["new", new[j].id], old[i], new[j]))
        at_old, at_new = i + 1, j + 1
    return tuple(found)


def _same_form(old: Item, new: Item) -> bool:
    return (old.form, old.level) == (new.form, new.level)


def _rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest run of pairs of which both numbers rise; the second ones rise already."""
    ends: list[int] = []
    at: list[int] = []
    before: list[int] = []
    for i, (number, _) in enumerate(pairs):
        place = bisect_left(ends, number)
        before.append(at[place - 1] if place else -1)
        ends[place : place + 1] = [number]
        at[place : place + 1] = [i]
    found, i = [], at[-1] if at else -1
    while i >= 0:
        found.append(pairs[i])
        i = before[i]
    return found[::-1]
