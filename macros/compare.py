"""Two ordered lists of items to the changes between them. Pure: it knows no file, no framework and no safeguarding.

Items are paired by id, then by lineage, never by likeness. Every item of either list is in exactly one change.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache, cached_property

SAME, RENAMED, REWORDED, FORCE, MOVED = "same meaning", "renamed", "reworded", "force changed", "moved"
SPLIT, MERGED, ADDED, REMOVED = "split", "merged", "added", "removed"
KINDS = (ADDED, REMOVED, SPLIT, MERGED, FORCE, RENAMED, MOVED, REWORDED, SAME)
"""Every kind of change, the one that says most first; a change is counted under the first that it has."""

Pairs = frozenset[tuple[str, str]]
_TOKEN = re.compile(r"\s+|\w+(?:['’\-–/]\w+)*|[^\w\s]")
_FEW = 2
_MOST = 0.4


@dataclass(frozen=True)
class Item:
    """One thing that is compared.

    Arguments: ``id``, unique in its list; ``text`` that a reader sees; ``place``, the id of the heading it stands under
    or another name for its place; ``lead_in``, the id of the item that introduces it; ``form``, heading, paragraph, item
    or record; ``name`` of a record as printed, with which its text begins; ``part``, the page or register that holds it.
    """

    id: str
    text: str
    place: str = ""
    lead_in: str = ""
    form: str = "paragraph"
    name: str = ""
    part: str = ""


@dataclass(frozen=True)
class Words:
    """A run of words that both texts share, or that one of them lost or gained: ``kind`` is same, removed or added."""

    kind: str
    text: str


@dataclass(frozen=True)
class Change:
    """What became of some items.

    Arguments: ``kinds``, the first of which it is counted under; the ``old`` and ``new`` items; ``by_lead_in``, whether
    an item changed only because its lead-in did.
    """

    kinds: tuple[str, ...]
    old: tuple[Item, ...]
    new: tuple[Item, ...]
    by_lead_in: bool = False

    @property
    def kind(self) -> str:
        """The kind that it is counted under."""
        return self.kinds[0]

    @property
    def id(self) -> str:
        """The id of its first new item, or of its first old one."""
        return (self.new or self.old)[0].id

    @property
    def form(self) -> str:
        """The form of that item."""
        return (self.new or self.old)[0].form

    @property
    def parts(self) -> frozenset[str]:
        """The pages and registers that it touches."""
        return frozenset(item.part for item in (*self.old, *self.new))

    @cached_property
    def words(self) -> tuple[Words, ...]:
        """The old and the new text in one, word by word."""
        return marked("\n".join(item.text for item in self.old), "\n".join(item.text for item in self.new))


def marked(old: str, new: str) -> tuple[Words, ...]:
    """The difference of two texts.

    Returns: runs that give both texts back to the letter: same and removed the old one, same and added the new one. No
    case folding; equal runs of one or two words between changes are absorbed; where most words changed, old and new whole.
    """
    if old == new:
        return (Words("same", old),) if old else ()
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    runs: list[tuple[str, str, str]] = []
    for tag, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        runs.append(("same" if tag == "equal" else "changed", "".join(before[a:b]), "".join(after[c:d])))
    runs = _absorb(runs)
    kept = sum(_words(run[1]) for run in runs if run[0] == "same")
    if kept < _MOST * max(_words(old), _words(new)):
        runs = [("changed", old, new)]
    return tuple(_split(runs))


def _absorb(runs: list[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
    result: list[tuple[str, str, str]] = []
    for i, (kind, old, new) in enumerate(runs):
        between = 0 < i < len(runs) - 1
        if kind == "same" and between and _words(old) <= _FEW:
            kind = "changed"
        if result and kind == result[-1][0] == "changed":
            result[-1] = ("changed", result[-1][1] + old, result[-1][2] + new)
        else:
            result.append((kind, old, new))
    return result


def _split(runs: Iterable[tuple[str, str, str]]) -> Iterator[Words]:
    for kind, old, new in runs:
        if kind == "same":
            yield Words("same", old)
            continue
        if old:
            yield Words("removed", old)
        if new:
            yield Words("added", new)


def _words(text: str) -> int:
    return len(re.findall(r"\w+", text))


def between(old: Iterable[str], new: Iterable[str], lineage: Iterable[tuple[str, str]] = ()) -> Pairs:
    """Which ids of one edition carry on as which of the next: each that stayed, and what lineage says besides."""
    return frozenset((i, i) for i in set(old) & set(new)) | frozenset(lineage)


def then(first: Pairs, second: Pairs) -> Pairs:
    """Two lineages one after the other: from the oldest edition to the newest."""
    onward: dict[str, list[str]] = {}
    for middle, end in second:
        onward.setdefault(middle, []).append(end)
    return frozenset((start, end) for start, middle in first for end in onward.get(middle, ()))


def inverted(pairs: Pairs) -> Pairs:
    """A lineage read from the newer edition to the older."""
    return frozenset((new, old) for old, new in pairs)


def compare(old: Sequence[Item], new: Sequence[Item], pairs: Pairs, forces: Mapping[str, str] | None = None) -> tuple[Change, ...]:
    """Every change between two ordered lists of items.

    Arguments: ``old`` and ``new``, ids unique in each; ``pairs`` of ids as from ``between``; ``forces``, each form of a verb of duty and the verb.
    Returns: changes in the newer list's order, each removal after its old neighbour; all items of both lists, once each.
    """
    reader = _Comparison(old, new, pairs, forces or {})
    changes = [reader.change(group) for group in reader.groups()]
    placed = sorted((c for c in changes if c.new), key=lambda c: reader.new_at[c.new[0].id])
    home = {item.id: change for change in placed for item in change.old}
    followers: dict[int, list[Change]] = {}
    ahead: list[Change] = []
    anchor: Change | None = None
    gone = {change.old[0].id: change for change in changes if not change.new}
    for item in old:
        if item.id in gone:
            (followers.setdefault(id(anchor), []) if anchor else ahead).append(gone[item.id])
        else:
            anchor = home[item.id]
    return (*ahead, *(each for change in placed for each in (change, *followers.get(id(change), ()))))


def _differ(old: str, new: str) -> bool:
    """Whether two texts differ in more than capital letters, which each edition keeps as printed."""
    return old.casefold() != new.casefold()


class _Comparison:
    def __init__(self, old: Sequence[Item], new: Sequence[Item], pairs: Pairs, forces: Mapping[str, str]) -> None:
        self.old, self.new = {item.id: item for item in old}, {item.id: item for item in new}
        self.old_at = {item.id: i for i, item in enumerate(old)}
        self.new_at = {item.id: i for i, item in enumerate(new)}
        self.pairs = frozenset((a, b) for a, b in pairs if a in self.old and b in self.new)
        self.forward: dict[str, list[str]] = {}
        self.back: dict[str, list[str]] = {}
        for a, b in self.pairs:
            self.forward.setdefault(a, []).append(b)
            self.back.setdefault(b, []).append(a)
        self.forces = forces

    def groups(self) -> Iterator[tuple[tuple[Item, ...], tuple[Item, ...]]]:
        """Old and new items that belong together, directly or through others."""
        seen: set[tuple[str, str]] = set()
        for side, start in (*(("old", i) for i in self.old), *(("new", i) for i in self.new)):
            if (side, start) in seen:
                continue
            reached, todo = {(side, start)}, [(side, start)]
            while todo:
                where, identifier = todo.pop()
                linked = self.forward.get(identifier, ()) if where == "old" else self.back.get(identifier, ())
                for other in linked:
                    step = ("new" if where == "old" else "old", other)
                    if step not in reached:
                        reached.add(step)
                        todo.append(step)
            seen |= reached
            yield (
                tuple(self.old[i] for i in sorted((i for s, i in reached if s == "old"), key=self.old_at.__getitem__)),
                tuple(self.new[i] for i in sorted((i for s, i in reached if s == "new"), key=self.new_at.__getitem__)),
            )

    def change(self, group: tuple[tuple[Item, ...], tuple[Item, ...]]) -> Change:
        old, new = group
        if not old:
            return Change((ADDED,), old, new)
        if not new:
            return Change((REMOVED,), old, new)
        kinds: set[str] = set()
        if len(new) > 1:
            kinds.add(SPLIT)
        if len(old) > 1:
            kinds.add(MERGED)
        if self._forces(old) != self._forces(new):
            kinds.add(FORCE)
        by_lead_in = False
        if len(old) == len(new) == 1:
            own, by_lead_in = self._one(old[0], new[0])
            kinds |= own
        return Change(tuple(kind for kind in KINDS if kind in kinds) or (SAME,), old, new, by_lead_in)

    def _one(self, old: Item, new: Item) -> tuple[set[str], bool]:
        kinds: set[str] = set()
        if _differ(old.name, new.name):
            kinds.add(RENAMED)
        if _differ(old.text.removeprefix(old.name), new.text.removeprefix(new.name)) and self._forces((old,)) == self._forces((new,)):
            kinds.add(REWORDED)
        leads = self._leads(old, self.old), self._leads(new, self.new)
        by_lead_in = _differ(leads[0], leads[1]) and not _differ(old.text, new.text)
        if by_lead_in:
            same_force = self._verbs(leads[0]) == self._verbs(leads[1])
            kinds.add(REWORDED if same_force else FORCE)
        if old.place != new.place and (old.place, new.place) not in self.pairs:
            kinds.add(MOVED)
        return kinds, by_lead_in

    def _leads(self, item: Item, among: dict[str, Item]) -> str:
        texts: list[str] = []
        while item.lead_in in among and len(texts) < 9:
            item = among[item.lead_in]
            texts.append(item.text)
        return " ".join(texts)

    def _forces(self, items: Iterable[Item]) -> frozenset[str]:
        return frozenset().union(*(self._verbs(item.text) for item in items if item.form not in ("heading", "record")))

    def _verbs(self, text: str) -> frozenset[str]:
        return verbs(text, self.forces)


def verbs(text: str, forces: Mapping[str, str]) -> frozenset[str]:
    """The verbs of duty in a text.

    Arguments: ``text``; ``forces``, each form of a verb of duty and the verb. The longest form wins: “will be required to”
    is not “will”.
    """
    found = _forms(tuple(forces)).findall(text) if forces else ()
    return frozenset(forces[form[:1].lower() + form[1:]] for form in found if form != "May")


@cache
def _forms(forms: tuple[str, ...]) -> re.Pattern[str]:
    either = "|".join(f"[{form[0].upper()}{form[0]}]{re.escape(form[1:])}" for form in sorted(forms, key=len, reverse=True))
    return re.compile(rf"\b(?:{either})\b")
