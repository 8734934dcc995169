"""Editors' words for what a data file holds: the names of its fields, and what its records are called."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

FIELDS: Mapping[str, str] = MappingProxyType(
    {
        "also": "other words for it",
        "by": "who has the duty",
        "cadence": "group of intervals",
        "confirmed": "confirmation",
        "editions": "entries",
        "from": "first day",
        "is": "account of what is",
        "key": "key changes",
        "means": "explanation",
        "nav": "navigation",
        "named": "answer",
        "note": "note",
        "replaces": "ids that carry on",
        "says": "statement",
        "seen": "day on which it was seen",
        "short": "short form",
        "since": "later facts",
        "topics": "list of pages",
        "url": "address",
        "was": "account of what was",
        "where": "place",
    }
)
"""Fields whose own name does not say to an editor what they hold; the others are called as they are written."""
_CALLED = ("title", "name", "office", "says")
_LISTS = {"since": "later fact", "steps": "step", "facts": "fact", "sections": "section", "statements": "statement", "figures": "figure"}


def field(name: str) -> str:
    """What a field is called."""
    return FIELDS.get(name, name.replace("_", " ").replace("-", " "))


def path(trail: tuple[str, ...]) -> str:
    """The way to a field within a record, its last part first: “name (later fact no. 1)”."""
    if not trail:
        return "record"
    *around, last = trail
    steps: list[str] = []
    for each in around:
        if each.startswith("no. ") and steps:
            steps[-1] = f"{_LISTS.get(around[around.index(each) - 1], steps[-1])} {each}"
        else:
            steps.append(field(each))
    if last.startswith("no. "):
        of = around[-1] if around else ""
        return f"{_LISTS.get(of, field(of))} {last}" + (f" ({', '.join(steps[:-1])})" if steps[:-1] else "")
    return field(last) + (f" ({', '.join(steps)})" if steps else "")


def record(value: Any, identifier: str) -> str:
    """What a record is called: its title or name, else what the newest entry that has one gives, else its id.

    Args:
        value: the record as its file gives it.
        identifier: its id.
    """
    if isinstance(value, dict):
        entries = value.get("editions")
        for each in (value, *(reversed(entries.values()) if isinstance(entries, dict) else ())):
            found = next((each[name] for name in _CALLED if isinstance(each, dict) and isinstance(each.get(name), str) and each[name]), None)
            if found and found not in ("not stated", "not supplied", "not named"):
                return found if len(found) <= 60 else " ".join(found[:60].split()[:-1]) + " …"
    return re.sub(r"-", " ", identifier)
