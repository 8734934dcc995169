"""What a change does to the comparison of editions: changes that appear, vanish or are of another kind, and equals that part."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from macros.compare import comparison, engine, findings, items
from macros.compare.comparison import Comparison
from macros.compare.engine import Change, Item
from macros.read.site import Site

APPEARS, VANISHES, OTHER = "appears", "vanishes", "is of another kind"
_Key = tuple[tuple[str, ...], tuple[str, ...]]


@dataclass(frozen=True, eq=False)
class Effect:
    """One change between two editions that is not what it was.

    Args:
        comparison: in which it stands, in the newer state, or the older one where it vanishes.
        change: the change.
        how: whether it appears, vanishes or is of another kind.
        was: its kinds before.
        now: its kinds now.
        parted: whether what it is about was the same in both editions, and is so no longer.
    """

    comparison: Comparison
    change: Change
    how: str
    was: tuple[str, ...]
    now: tuple[str, ...]
    parted: bool = False

    @property
    def says(self) -> str:
        """The effect as a sentence."""
        of = f"{self.comparison.old.name} to {self.comparison.new.name}: {self.change.id}"
        if self.how == APPEARS:
            return f"{of} is now told as {_kinds(self.now)}."
        return (
            f"{of} is no longer told as {_kinds(self.was)}."
            if self.how == VANISHES
            else f"{of} was told as {_kinds(self.was)}, and is now told as {_kinds(self.now)}."
        )


def _kinds(kinds: tuple[str, ...]) -> str:
    return " and ".join(kinds)


def of(base: Site, head: Site) -> Iterator[Effect]:
    """Every effect on the comparisons of neighbouring editions that both states hold."""
    known = {each.name: each for each in comparison.neighbours(base)}
    for each in comparison.neighbours(head):
        if each.name in known:
            yield from _between(known[each.name], each)


def _between(old: Comparison, new: Comparison) -> Iterator[Effect]:
    before, after = _told(old), _told(new)
    for key, change in after.items():
        was = before.get(key)
        if was is None and change.kind != engine.SAME:
            earlier = _same_before(old, change)
            yield Effect(new, change, APPEARS, (engine.SAME,) if earlier else (), change.kinds, earlier)
        elif was and was.kinds != change.kinds:
            how = APPEARS if was.kind == engine.SAME else VANISHES if change.kind == engine.SAME else OTHER
            yield Effect(new, change, how, was.kinds, change.kinds, was.kind == engine.SAME)
    for key, change in before.items():
        if key not in after and change.kind != engine.SAME and not _stays(new, change):
            yield Effect(old, change, VANISHES, change.kinds, ())


def _told(each: Comparison) -> Mapping[_Key, Change]:
    """The changes that say something of their own: none that only their introduction brings about, or that other words tell again."""
    return {_key(change): change for change in each.changes if not change.by_lead_in and _is_own(change)}


def _is_own(change: Change) -> bool:
    return findings.is_counted(change) or not any(_register(item) in items.BY_PROVISION for item in (*change.old, *change.new))


def _register(item: Item) -> str:
    return item.id.partition("/")[0] if "/" in item.id else ""


def _key(change: Change) -> _Key:
    return tuple(item.id for item in change.old), tuple(item.id for item in change.new)


def _same_before(old: Comparison, change: Change) -> bool:
    """Whether what is now added or removed was the same in both editions."""
    ids = [("new", item.id) for item in change.new] + [("old", item.id) for item in change.old]
    return any((found := old.change_of.get(side)) is not None and found.kind == engine.SAME for side in ids)


def _stays(new: Comparison, change: Change) -> bool:
    """Whether the items of a change still stand in one, under another grouping, which is told as that."""
    ids = [("new", item.id) for item in change.new] + [("old", item.id) for item in change.old]
    return any((found := new.change_of.get(side)) is not None and found.kind != engine.SAME for side in ids)
