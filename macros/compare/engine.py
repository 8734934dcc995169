"""Two ordered lists of items to the changes between them. Pure: it knows no file, no framework and no safeguarding.

Items are paired by id, then by lineage, never by likeness. Every item of either list is in exactly one change.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache, cached_property

SAME, RENAMED, REWORDED, FORCE, MOVED = "same meaning", "renamed", "reworded", "force changed", "moved"
SPLIT, MERGED, ADDED, REMOVED = "split", "merged", "added", "removed"
KINDS = (ADDED, REMOVED, SPLIT, MERGED, FORCE, RENAMED, MOVED, REWORDED, SAME)
"""Every kind of change, the one that says most first; a change is counted under the first that it has."""

Pairs = frozenset[tuple[str, str]]
_APOSTROPHES = "‘’‚‛′"
_HYPHENS = "\u2010\u2011\u2012\u2013\u2014\u2212"
_UNSEEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_TOKEN = re.compile(rf"\s+|[{_UNSEEN}]*(?:\w+(?:['{_APOSTROPHES}\-{_HYPHENS}/{_UNSEEN}]+\w+)*|[^\w\s{_UNSEEN}])[{_UNSEEN}]*|[{_UNSEEN}]+")
"""A word, with the marks inside it and the invisible characters around it; a sign; or the space between two."""
_FEW = 2
_MOST = 0.4


@dataclass(frozen=True)
class Item:
    """One thing that is compared.

    Arguments: ``id``, unique in its list; ``text`` that a reader sees; ``place``, the id of the heading it stands under
    or another name for its place; ``lead_in``, the id of the item that introduces it; ``form``, heading, paragraph, item
    or record; ``name`` of a record as printed, with which its text begins; ``part``, the page or register that holds it;
    ``level`` of a heading, or depth of a list item.
    """

    id: str
    text: str
    place: str = ""
    lead_in: str = ""
    form: str = "paragraph"
    name: str = ""
    part: str = ""
    level: int = 0


@dataclass(frozen=True)
class Words:
    """A run of words that both texts share, or that one of them lost or gained.

    Arguments: ``kind`` is same, removed or added; ``text``; ``was``, how the old text writes a shared run, where capitals,
    quotation marks, hyphens or spaces differ.
    """

    kind: str
    text: str
    was: str | None = None

    @property
    def before(self) -> str:
        """The run as the old text writes it."""
        return self.text if self.was is None else self.was


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

    Returns: runs that give both texts back to the letter: same and removed the old one, same and added the new one.
    Capitals and kinds of mark are no difference; equal runs of one or two words between changes are absorbed; where most
    words changed, old and new whole.
    """
    if folded(old) == folded(new):
        return (_same(old, new),) if new or old else ()
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    runs: list[tuple[str, str, str]] = []
    pairs = SequenceMatcher(None, [folded(each) for each in before], [folded(each) for each in after], autojunk=False)
    for tag, a, b, c, d in pairs.get_opcodes():
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
            yield _same(old, new)
            continue
        if old:
            yield Words("removed", old)
        if new:
            yield Words("added", new)


def _same(old: str, new: str) -> Words:
    return Words("same", new, None if old == new else old)


def folded(text: str) -> str:
    """A text without what is no difference between editions: capitals, kinds of quotation mark, hyphen and space, invisible characters."""
    return " ".join(text.translate(_ALIKE).casefold().split()) if not text.isspace() else " "


_ALIKE = str.maketrans(
    {
        **dict.fromkeys(_APOSTROPHES, "'"),
        **dict.fromkeys("“”„‟″«»", '"'),
        **dict.fromkeys(_HYPHENS, "-"),
        **dict.fromkeys("\u00a0\u2002\u2003\u2007\u2009\u202f", " "),
        **dict.fromkeys(_UNSEEN, ""),
    }
)


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
    """Whether two texts differ in more than capitals and marks, which each edition keeps as printed."""
    return folded(old) != folded(new)


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
        self.out_of_order = frozenset(self._out_of_order())

    def _out_of_order(self) -> Iterator[str]:
        """New ids of paragraphs and list items that stand in another order among their neighbours than before."""
        series: dict[tuple[str, ...], list[tuple[int, tuple[str, ...], str]]] = {}
        for item in self.new.values():
            before = self.back.get(item.id, ())
            old = self.old[before[0]] if len(before) == 1 and len(self.forward[before[0]]) == 1 else None
            if old and item.form in ("paragraph", "item") and old.form == item.form and self._stays(old, item):
                beside = (item.form, old.place, item.place, old.lead_in, item.lead_in)
                series.setdefault(beside, []).append((self.old_at[old.id], tuple(sorted((old.id, item.id))), item.id))
        for found in series.values():
            kept = set(_longest_rising([(at, name) for at, name, _ in found]))
            yield from (identifier for at, _, identifier in found if at not in kept)

    def _stays(self, old: Item, new: Item) -> bool:
        same_lead = old.lead_in == new.lead_in or (old.lead_in, new.lead_in) in self.pairs
        return same_lead and (old.place == new.place or (old.place, new.place) in self.pairs)

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
        if (old.place != new.place and (old.place, new.place) not in self.pairs) or new.id in self.out_of_order:
            kinds.add(MOVED)
        return kinds, by_lead_in

    def _leads(self, item: Item, among: dict[str, Item]) -> str:
        texts: list[str] = []
        seen: set[str] = set()
        while item.lead_in and item.lead_in in among and item.lead_in not in seen:
            seen.add(item.lead_in)
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
    is not “will”. A verb that is denied (“will not”, “won't”, “must never”) is another verb. “May” with a capital is the month.
    """
    found = _forms(tuple(forces)).findall(_spelt_out(text)) if forces else ()
    return frozenset(forces[form[:1].lower() + form[1:]] + (" not" if denied else "") for form, denied in found if form != "May")


def _spelt_out(text: str) -> str:
    """A text without short forms of “not”: “won't” is “will not”, “cannot” is “can not”."""
    if "n't" in text or "n’t" in text or "annot" in text:
        for short, long in _SHORT:
            text = short.sub(long, text)
    return text


_SHORT = tuple(
    (re.compile(short), long)
    for short, long in (
        (r"\b([Ww])on['’]t\b", r"\1ill not"),
        (r"\b([Cc])an(?:['’]t|not)\b", r"\1an not"),
        (r"\b([Ss])han['’]t\b", r"\1hall not"),
        (r"\b(\w+)n['’]t\b", r"\1 not"),
    )
)


@cache
def _forms(forms: tuple[str, ...]) -> re.Pattern[str]:
    either = "|".join(f"[{form[0].upper()}{form[0]}]{re.escape(form[1:])}" for form in sorted(forms, key=len, reverse=True))
    return re.compile(rf"\b({either})\b(\s+(?:not|never|no longer)\b)?")


def _longest_rising(series: Sequence[tuple[int, tuple[str, ...]]]) -> tuple[int, ...]:
    """The longest run of rising numbers that a series of numbers with names holds, its other members left out.

    Where there are several, the names decide, not the order, so that it is the same run read from either edition.
    """
    best: list[tuple[int, tuple[tuple[str, ...], ...], tuple[int, ...]]] = []
    for number, name in reversed(series):
        after = min((each for each in best if each[2][0] > number), default=(0, (), ()))
        best.append((after[0] - 1, (name, *after[1]), (number, *after[2])))
    return min(best, default=(0, (), ()))[2]


def counts(found: Iterable[Change]) -> dict[str, int]:
    """How many changes of each kind, in the order of ``KINDS``, kinds that do not occur left out."""
    counted = Counter(change.kind for change in found)
    return {kind: counted[kind] for kind in KINDS if counted[kind]}
