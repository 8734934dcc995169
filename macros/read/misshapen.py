"""What is said of a record that has not the shape of its kind: a table by what pydantic found, in an editor's words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import ValidationError

from macros.problems import Problem
from macros.read.document import Document, Path

_LIST = "Write it in square brackets, [one, two], or with a dash before each."
_LINES = "Write lines such as “name: …” below it, indented by two spaces."
_TEXT = "Put the whole text in double quotation marks, without a bracket or a dash before it."
_NO_DATE = ", which is not a date."

Row = tuple[str, str]
"""What is wrong, and how it is mended; ``{as_its}`` is “as its …”, or “as one of its …” where a list is spoken of."""

_EMPTY: Row = ("{name} has an empty {of}“{key}”.", "Write the text, or “not stated” where the source says nothing.")
_WRONG: Row = ("{name} has “{said}” as {its} “{key}”.", "{hint}")
_NOT_LINES: Row = ("{this} should hold named lines.", _LINES)
_ROWS: Mapping[str, Row] = {
    "missing": ("{name} has no “{key}”.", "Add a line “{key}: …”."),
    "extra_forbidden": (
        "{name} has “{key}”, which is not known here.",
        "Check the spelling against the comment at the top of the file, or delete the line.",
    ),
    "string_too_short": _EMPTY,
    "too_short": ("{name} has an empty “{key}”.", "Write at least one into the list."),
    "string_pattern_mismatch": _WRONG,
    "value_error": _WRONG,
    "literal_error": ("{name} has “{said}” as {its} “{key}”.", "Use {expected}."),
    "enum": ("{name} has “{said}” as {its} “{key}”.", "Use {expected}."),
    "tuple_type": ("{name}: “{key}” should be a list.", _LIST),
    "list_type": ("{name}: “{key}” should be a list.", _LIST),
    "dict_type": _NOT_LINES,
    "mapping_type": _NOT_LINES,
    "model_type": _NOT_LINES,
    "model_attributes_type": _NOT_LINES,
    "int_parsing": ("{name} has “{said}” as {its} “{key}”, which is not a number.", "Write digits only."),
    "date_from_datetime_parsing": ("{name} has “{said}” as {its} “{key}”" + _NO_DATE, "Write year, month and day: 2026-11-22."),
    "date_parsing": ("{name} has “{said}” as {its} “{key}”" + _NO_DATE, "Write year, month and day: 2026-11-22."),
    # What follows is no word of pydantic's: it depends on what stands in the place of a text.
    "a day": ("{name} has “{said}” as {its} “{key}”" + _NO_DATE, "{hint}"),
    "incomplete": ("{this} does not say enough.", "{hint}"),
    "colon": ("{name}: there is a colon in the text “{said}” of “{key}”.", "Put the whole text in double quotation marks."),
    "list for a text": ("{name}: {of_a}“{key}” should be a text, and is a list.", _TEXT),
    "lines for a text": ("{name}: {of_a}“{key}” should be a text, and holds named lines.", _TEXT),
}
_ELSE: Row = ("{name}: “{key}” is not written as it should be.", "Compare it with another record of this file.")
_PATTERNS: Mapping[str, str] = {
    r"^[a-z0-9]+(-[a-z0-9]+)*$": "Use small letters, digits and hyphens only, such as a-group-of-schools.",
    r"^([a-z-]+/)+$": "Write the address of a page of this site without its beginning, such as guidance/escalation/.",
    r"^([a-z0-9-]+/)+$": "Write the address of a page of this site without its beginning, such as guidance/escalation/.",
    r"^[0-9a-f]{12}$": "Write the twelve signs that the check or `python -m macros fingerprint` says, in double quotation marks.",
    r"^[a-z0-9-]+(/[a-z0-9-]+)?$": "Write an edition, an edition and its topic with a slash between, or the name of a list.",
    r"^[a-z0-9-]+(/([a-z0-9-]+/)*)?$": "Write the address of a page of this site, such as guidance/escalation/, or the id of a link.",
    r"^[a-z0-9.-]+,\d{4}$": "Write a name in small letters, a comma and a year.",
    r"^([a-z0-9-]+/)+(#[a-z0-9-]+)?$": "Write an address of this site without its beginning, such as guidance/escalation/.",
    r"^\d+(\.\d+)?$": "Write a number, such as 2 or 0.5.",
}


def told(document: Document, error: ValidationError, start: Path) -> Iterator[Problem]:
    """What is said of a record, each on its own line.

    Args:
        document: the file.
        error: what pydantic found.
        start: where the record stands in the file.
    """
    found: dict[Path, dict[str, Any]] = {}
    for each in error.errors(include_url=False):
        found[_place(document, (*start, *each["loc"]), each["type"] == "missing")] = dict(each)
    for place, fault in found.items():
        if not any(other[: len(place)] == place != other for other in found) or fault["type"] in ("extra_forbidden", "missing"):
            words = _words(document, place, fault)
            what, mend = _ROWS.get(_kind(document.get(*place), fault), _ELSE)
            yield Problem(document.path, document.line(*place), what.format_map(words), mend.format_map(words))


def _place(document: Document, parts: Path, missing: bool) -> Path:
    """The place that a fault is about, without what pydantic puts between the parts: the kinds that it tried."""
    place: Path = ()
    for part in parts:
        if document.get(*place, part) is not None:
            place = (*place, part)
    return (*place, parts[-1]) if missing else place


def _kind(value: Any, fault: Mapping[str, Any]) -> str:
    """The row for a fault, by what pydantic calls it and what stands there."""
    kind, hint = str(fault["type"]), _hint(fault)
    if kind == "value_error" and not isinstance(value, str):
        return "incomplete"
    if kind == "value_error" and value and hint.startswith(("Write a day", "Write year")):
        return "a day"
    if kind in ("value_error", "string_pattern_mismatch") and value == "":
        return "string_too_short"
    if kind in ("string_type", "is_instance_of") or kind.startswith("date") or kind == "literal_error":
        if isinstance(value, dict):
            return "colon" if _cut(value) else "lines for a text"
        if isinstance(value, list):
            return "list for a text"
    return kind


def _cut(value: Any) -> str:
    """A text that a colon cut in two, whole; empty where it was not that."""
    parts = list(value.items()) if isinstance(value, dict) else []
    return f"{parts[0][0]}: {parts[0][1]}" if len(parts) == 1 and isinstance(parts[0][1], str) and " " in f"{parts[0][0]}{parts[0][1]}" else ""


def _hint(fault: Mapping[str, Any]) -> str:
    context = fault.get("ctx", {})
    return str(context.get("error") or _pattern(str(context.get("pattern", ""))))


def _pattern(pattern: str) -> str:
    if pattern.startswith("^https://"):
        return "Write the whole address, beginning with https://."
    return _PATTERNS.get(pattern, "Check how other records write it.")


def _words(document: Document, place: Path, fault: Mapping[str, Any]) -> dict[str, str]:
    """The words of a sentence: the record, the field, what it says, and what it should say."""
    value, name = document.get(*place), _record(document, place)
    key = next((part for part in reversed(place) if isinstance(part, str)), "")
    item = bool(place) and isinstance(place[-1], int)
    own = item and not any(isinstance(part, str) for part in place[_start(document, place) :])
    this = name if own or not key else f"{name}: {'an item of ' if item else ''}“{key}”"
    return {
        "name": name,
        "key": key,
        "this": this,
        "said": _cut(value) if isinstance(value, dict) else value if isinstance(value, str) else "",
        "its": "one of its" if item else "its",
        "of": "item in its " if item else "",
        "of_a": "an item of " if item else "",
        "hint": _hint(fault),
        "expected": str(fault.get("ctx", {}).get("expected", "")).replace("'", ""),
    }


def _start(document: Document, place: Path) -> int:
    """How far the place of the record around a place reaches: to the first position in a list."""
    return next((i for i, part in enumerate(place) if isinstance(part, int)), 0)


def _record(document: Document, place: Path) -> str:
    """The id of the record around a place, else the record by its line."""
    for end in range(len(place), -1, -1):
        value = document.get(*place[:end])
        if isinstance(value, dict) and isinstance(value.get("id"), str) and value["id"].strip():
            return value["id"]
    at = next((i for i, part in enumerate(place) if isinstance(part, int)), None)
    if at is not None:
        return f"the record on line {document.line(*place[: at + 1])}"
    return "the head of this page" if document.path.endswith(".md") else "the file"
