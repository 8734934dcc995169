"""What two states of one YAML file say differently, value by value. Pure: it knows no register and no word of an editor."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

Trail = tuple[str, ...]
"""The names that lead to a value: keys, and the ids of records; a place in a list without ids is “no. 2”."""


@dataclass(frozen=True)
class Difference:
    """One value that differs.

    Args:
        trail: the names that lead to it.
        place: where it stands in the newer file, or in the older one where it is gone.
        old: what it was, or None where it is new.
        new: what it is, or None where it is gone.
        order: whether only the order of records is another.
    """

    trail: Trail
    place: tuple[str | int, ...]
    old: Any
    new: Any
    order: bool = False


def differences(
    old: Any, new: Any, trail: Trail = (), place: tuple[str | int, ...] = (), was: tuple[str | int, ...] | None = None
) -> Iterator[Difference]:
    """Every value that differs between two values: mappings key by key, lists of records by their ids, other lists as a whole.

    Args:
        old: the older value, of text, lists and mappings; None where there is none.
        new: the newer one.
        trail: the names that lead to them.
        place: where the newer one stands.
        was: where the older one stands, if elsewhere.
    """
    was = place if was is None else was
    if isinstance(old, dict) and isinstance(new, dict):
        for key in dict.fromkeys([*new, *old]):
            yield from differences(old.get(key), new.get(key), (*trail, str(key)), (*place, key), (*was, key))
    elif _is_records(old) and _is_records(new) and (old or new):
        yield from _records(old, new, trail, place, was)
    elif (old is None and _have_ids(new)) or (new is None and _have_ids(old)):
        yield from _records(old or [], new or [], trail, place, was)
    elif old != new:
        yield Difference(trail, was if new is None else place, old, new)


def _is_records(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(each, dict) for each in value)


def _have_ids(value: Any) -> bool:
    return _is_records(value) and bool(_keyed(value))


def _records(old: list[Any], new: list[Any], trail: Trail, place: tuple[str | int, ...], was: tuple[str | int, ...]) -> Iterator[Difference]:
    before, after = _keyed(old), _keyed(new)
    if before is None or after is None:
        yield from _in_order(old, new, trail, place, was)
        return
    for key in dict.fromkeys([*after, *before]):
        i, j = before.get(key), after.get(key)
        yield from differences(
            None if i is None else old[i],
            None if j is None else new[j],
            (*trail, key),
            (*place, -1 if j is None else j),
            (*was, -1 if i is None else i),
        )
    stayed = [key for key in before if key in after]
    if stayed != (now := [key for key in after if key in before]):
        yield Difference(trail, place, ", ".join(stayed), ", ".join(now), order=True)


def _keyed(value: list[Any]) -> dict[str, int] | None:
    """The places of records by id; None where one has no id of its own."""
    found: dict[str, int] = {}
    for i, each in enumerate(value):
        key = each.get("id")
        if not isinstance(key, str) or key in found:
            return None
        found[key] = i
    return found


def _in_order(old: list[Any], new: list[Any], trail: Trail, place: tuple[str | int, ...], was: tuple[str | int, ...]) -> Iterator[Difference]:
    keys = [json.dumps(each, sort_keys=True) for each in old], [json.dumps(each, sort_keys=True) for each in new]
    for tag, a, b, c, d in SequenceMatcher(None, *keys, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        for step in range(max(b - a, d - c)):
            i, j = (a + step if a + step < b else None), (c + step if c + step < d else None)
            at, from_ = (*place, -1 if j is None else j), (*was, -1 if i is None else i)
            number = f"no. {(i if j is None else j) + 1}"  # type: ignore[operator]
            yield from differences(None if i is None else old[i], None if j is None else new[j], (*trail, number), at, from_)


def flat(value: Any) -> str:
    """A value as words: what it holds, by its names, one after the other."""
    if value is None:
        return ""
    if isinstance(value, dict):
        held = ((name, each) for name, each in value.items() if each not in (None, "", [], {}))
        return "; ".join(f"{name} ({flat(each)})" if isinstance(each, dict) else f"{name}: {flat(each)}" for name, each in held)
    if isinstance(value, list):
        return ", ".join(f"({flat(each)})" if isinstance(each, dict) else flat(each) for each in value)
    return " ".join(str(value).split())
