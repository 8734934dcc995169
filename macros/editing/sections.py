"""A review in the order in which it is read: sections of entries, which every form of it writes out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from macros.compare.engine import Words
from macros.editing import edits, review
from macros.editing.edits import Edit
from macros.editing.review import Reviewed

_PAGES = 8


@dataclass(frozen=True)
class Entry:
    """One thing that is said.

    Args:
        says: as a sentence, or a few.
        words: the old and new text in one, if it is about a text.
        more: what else there is to say of it.
    """

    says: str
    words: tuple[Words, ...] = ()
    more: tuple[str, ...] = ()


@dataclass(frozen=True)
class Section:
    """One part of a review.

    Args:
        title: what it is called.
        entries: what it says.
        loud: whether nobody may overlook it.
    """

    title: str
    entries: tuple[Entry, ...]
    loud: bool = False


def title(reviewed: Reviewed) -> str:
    """What is reviewed."""
    return f"Review of {reviewed.head}, compared with {reviewed.base}"


def of(reviewed: Reviewed) -> tuple[Section, ...]:
    """The sections of a review that have something to say, the most important first."""
    found = (
        Section("What is gone", _entries(reviewed.gone), True),
        Section("What is wrong", tuple(_problems(reviewed)), True),
        Section("In short", _entries((review.headline(reviewed), review.appears(reviewed)))),
        Section("Look twice", _entries(tuple(review.questions(reviewed))), True),
        Section("What could not be reviewed", _entries(reviewed.unread), True),
        Section("Whose approval it needs", tuple(Entry(each.says, more=_few(each.of)) for each in reviewed.approvals)),
        Section("Every change", tuple(_edits(reviewed))),
        Section("What it does to the comparison of editions", _entries(tuple(each.says for each in reviewed.effects))),
        Section("Pages that change", _entries(tuple(map(review.address, reviewed.pages or ())))),
    )
    return tuple(section for section in found if section.entries)


def _entries(sentences: tuple[str, ...]) -> tuple[Entry, ...]:
    return tuple(map(Entry, sentences))


def _few(whats: tuple[str, ...]) -> tuple[str, ...]:
    more = len(whats) - _PAGES
    return (f"For {'; '.join(whats[:_PAGES])}" + (f"; and {more} more" if more > 0 else "") + ".",)


def _problems(reviewed: Reviewed) -> Iterator[Entry]:
    number = len(reviewed.problems)
    if number:
        yield Entry(f"{number} problem{'' if number == 1 else 's'}. Nothing can be published until {'it is' if number == 1 else 'they are'} mended.")
    for each, had in reviewed.problems:
        yield Entry(f"{each.path}, line {each.line}: {each.what}", more=(each.mend, *(("It was there before.",) if had else ())))


def _edits(reviewed: Reviewed) -> Iterator[Entry]:
    for each, seen in zip(reviewed.edits, reviewed.seen, strict=True):
        if each.kind not in edits.FILES:
            yield _edit(each, seen)
    for kind in edits.FILES:
        for did in ("changed", "added", "removed"):
            whats = [each.what for each in reviewed.edits if each.kind == kind and each.did == did]
            if whats:
                yield Entry(f"{did.capitalize()}: {edits.counted(len(whats), kind)}: {', '.join(whats)}.")


def _edit(each: Edit, seen: tuple[str, ...]) -> Entry:
    shown = [review.address(page) for page in seen[:_PAGES]]
    more = f" and {len(seen) - _PAGES} more" if len(seen) > _PAGES else ""
    where = (f"Its words are seen on {', '.join(shown)}{more}.",) if seen else ()
    return Entry(f"{each.did.capitalize()}: {each.what} ({each.path}, line {each.line})", each.words, (*each.heeded, *each.told, *where))
