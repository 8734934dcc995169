"""What an edition's provisions say, to be quoted elsewhere: with the words that introduce them, and a short citation."""

from __future__ import annotations

from collections.abc import Iterable

from macros.read.site import Edition, kept

_LONGEST = 30
"""How many letters of a printed heading a short citation gives."""


@kept
def _introducing(edition: Edition) -> frozenset[str]:
    return frozenset(each.lead_in for each in edition.by_id.values() if each.lead_in)


def introduces(edition: Edition, identifier: str) -> bool:
    """Whether a provision introduces a list."""
    return identifier in _introducing(edition)


def items_of(edition: Edition, identifier: str) -> tuple[str, ...]:
    """The items of the list that a provision introduces."""
    return tuple(each.id for each in edition.by_id.values() if each.lead_in == identifier)


def whole(edition: Edition, ids: Iterable[str]) -> tuple[str, ...]:
    """Provisions in the order of the edition, each that introduces a list with its items.

    Args:
        edition: the edition.
        ids: the provisions; one that the edition does not have is told by the checks, and left out here.
    """
    found = {each for one in ids for each in (one, *items_of(edition, one))}
    return tuple(each for each in edition.by_id if each in found)


def citation(edition: Edition, identifier: str) -> str:
    """A provision's short citation: the edition, the section, the heading and the number under it. The full one stands with the provision."""
    provision, section = edition.by_id[identifier], edition.page_of[identifier].meta.section
    where = f"{edition.cited or edition.name} {f's.{section}' if section.isdigit() else section}"
    above = provision if provision.kind == "heading" else edition.by_id.get(provision.heading)
    if above and above.text.casefold() != section.casefold():
        where = f"{where}, {_cut(above.text)}"
    if provision.kind == "heading":
        return where
    stop = "," if where[-1].isdigit() else ""
    return f"{where}{stop} {'item ' if provision.kind == 'item' else ''}{provision.number}"


def _cut(text: str) -> str:
    """A heading as a short citation gives it: whole words, as many as there is room for."""
    if len(text) <= _LONGEST:
        return text
    words = text[: _LONGEST + 1].rsplit(" ", 1)[0].rstrip(" ,;:&–-")
    return f"{words} …"


def words(edition: Edition, ids: Iterable[str], *, introduced: bool = True) -> str:
    """The words of provisions as one text, those that introduce a list once before its items.

    Args:
        edition: the edition.
        ids: the provisions; one that the edition does not have is told by the checks, and left out here.
        introduced: whether the words that introduce a provision stand before it.
    """
    told: dict[str, str] = {}
    for identifier in (each for each in ids if each in edition.by_id):
        for each in (*(reversed(edition.lead_ins(identifier)) if introduced else ()), edition.by_id[identifier]):
            told.setdefault(each.id, each.text)
    return " ".join(told.values())
