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
        "withdrawn": "withdrawal",
        "was": "account of what was",
        "where": "place",
    }
)
"""Fields whose own name does not say to an editor what they hold; the others are called as they are written."""
_CALLED = ("title", "name", "office", "says")
_LISTS = {
    "conflicts": "contradiction",
    "facts": "fact",
    "figures": "figure",
    "key": "key change",
    "reports": "list of",
    "reviews": "practice review",
    "rules": "rule",
    "sections": "section",
    "since": "later fact",
    "statements": "statement",
    "steps": "step",
    "throughout": "line",
}
"""What one of a list is called."""


def field(name: str) -> str:
    """What a field is called."""
    return FIELDS.get(name, name.replace("_", " ").replace("-", " "))


def path(trail: tuple[str, ...]) -> str:
    """The way to a field within a record, its last part first: “name (later fact no. 1)”."""
    steps: list[str] = []
    for each in trail:
        if steps and steps[-1] in _LISTS:
            steps[-1] = f"{_LISTS[steps[-1]]} {each}"
        elif each.startswith("no. ") and steps:
            steps[-1] = f"{field(steps[-1])} {each}"
        else:
            steps.append(each)
    *around, last = [field(each) if each in trail else each for each in steps] or ["record"]
    return last + (f" ({', '.join(around)})" if around else "")


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
