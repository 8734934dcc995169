"""YAML text to plain values and their lines, and every fault in an editor's words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import yaml
from pydantic import TypeAdapter, ValidationError

from macros.problems import Problem

_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Document:
    """What a YAML file says, and where.

    Arguments: ``path`` of the file; ``value`` of text, lists and mappings only (scalars stay text); ``lines`` of every
    place in it, where a place is the tuple of keys and positions that leads there.
    """

    path: str
    value: Any
    lines: Mapping[Path, int]
    faulty: tuple[Path, ...] = ()

    def line(self, *place: str | int) -> int:
        """The line of a place, or of the nearest place around it."""
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines.get(place, 1)


def read(path: str, text: str, first_line: int = 1) -> tuple[Document, list[Problem]]:
    """Reads one YAML text.

    Arguments: ``path`` for messages; ``text``; ``first_line``, the line of the file on which the text starts.
    Returns: the document (its value is None where it cannot be read) and what is wrong with it.
    """
    try:
        node = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        return Document(path, None, {}), [_unreadable(path, text, error, first_line)]
    except yaml.YAMLError:
        return Document(path, None, {}), [
            Problem(
                path,
                first_line,
                "there is a character in this file that YAML does not allow.",
                "Delete the character that your editor shows as a box or a question mark.",
            )
        ]
    lines: dict[Path, int] = {}
    problems: list[Problem] = []
    value = _walk(node, (), lines, problems, path, first_line) if node is not None else None
    return Document(path, value, lines), problems


def _walk(node: yaml.Node, place: Path, lines: dict, problems: list, path: str, first: int) -> Any:
    lines.setdefault(place, node.start_mark.line + first)
    if isinstance(node, yaml.SequenceNode):
        return [_walk(child, (*place, i), lines, problems, path, first) for i, child in enumerate(node.value)]
    if isinstance(node, yaml.MappingNode):
        result: dict[str, Any] = {}
        for key_node, child in node.value:
            key, line = str(key_node.value), key_node.start_mark.line + first
            if key in result:
                problems.append(
                    Problem(
                        path,
                        line,
                        f"“{key}” is given twice; it is first given on line {lines[(*place, key)]}.",
                        "Keep one of the two and delete the other.",
                    )
                )
            lines[(*place, key)] = line
            result[key] = _walk(child, (*place, key), lines, problems, path, first)
        return result
    return node.value


def _unreadable(path: str, text: str, error: yaml.MarkedYAMLError, first: int) -> Problem:
    lines = text.splitlines()
    mark = error.problem_mark or error.context_mark
    at = min(mark.line, max(len(lines) - 1, 0)) if mark else 0
    shown = lines[at] if lines else ""
    tab = next((i for i, line in enumerate(lines[: at + 1]) if re.match(r" *\t", line)), None)
    said = f"{error.context} {error.problem}"
    if tab is not None:
        return Problem(path, tab + first, "this line is indented with a tab.", "Use spaces in place of the tab.")
    if "quoted scalar" in said:
        started = (error.context_mark or mark).line
        return Problem(
            path,
            started + first,
            "a quotation mark is opened here and is not closed where it should be.",
            "Put the missing quotation mark at the end of the text, or write ’ for an apostrophe.",
        )
    odd = next((i for i in (at - 1, at) if 0 <= i < len(lines) and lines[i].replace('\\"', "").count('"') % 2), None)
    if odd is not None:
        return Problem(path, odd + first, "a quotation mark is missing in this line.", "Put quotation marks before and after the text.")
    if "mapping values are not allowed" in said:
        return Problem(
            path,
            at + first,
            "there is a colon in this line's text, or the line is indented too far.",
            "Put the text in double quotation marks, or line it up with the line above.",
        )
    if shown.lstrip()[:1] in ("@", "`", "%", "&", "*", "!", "|", ">"):
        return Problem(
            path,
            at + first,
            f"a text here starts with “{shown.lstrip()[0]}”, which means something else in YAML.",
            "Put the whole text in double quotation marks.",
        )
    return Problem(
        path,
        at + first,
        "this line cannot be read: it is not lined up with its neighbours, or a colon, bracket or quotation mark is missing.",
        "Compare it with a record above that works; quotation marks, colons and indentation must be the same.",
    )


def shaped(document: Document, shape: Any, *place: str | int) -> tuple[Any, list[Problem]]:
    """Turns a place of a document into a typed record.

    Arguments: ``document`` as read; ``shape``, a model of ``records.py``; ``place``, the keys that lead to the record.
    Returns: the record (None where anything is wrong with it) and every fault, each on its own line.
    """
    value = document.value
    for part in place:
        value = value[part]
    try:
        return TypeAdapter(shape).validate_python(value), []
    except ValidationError as error:
        return None, list(_faults(document, error, place))


def _faults(document: Document, error: ValidationError, start: Path) -> Iterator[Problem]:
    for fault in error.errors(include_url=False):
        place = (*start, *(part for part in fault["loc"] if part != "[key]"))
        line, name = document.line(*place), _named(document, place)
        key = str(place[-1]) if place else "the file"
        kind, context = fault["type"], fault.get("ctx", {})
        if kind == "missing":
            yield Problem(document.path, line, f"{name} has no “{key}”.", f"Add a line “{key}: …”.")
        elif kind == "extra_forbidden":
            yield Problem(
                document.path,
                line,
                f"{name} has “{key}”, which is not known here.",
                "Check the spelling against the comment at the top of the file, or delete the line.",
            )
        elif kind in ("string_too_short", "value_error") and not _value(document, place):
            yield Problem(document.path, line, f"{name} has an empty “{key}”.", "Write the text, or “not stated” where the source says nothing.")
        elif kind == "string_pattern_mismatch" or kind == "value_error":
            yield Problem(
                document.path,
                line,
                f"{name} has “{_value(document, place)}” as its “{key}”.",
                str(context.get("error") or _PATTERNS.get(str(context.get("pattern")), "Check how other records write it.")),
            )
        elif kind in ("literal_error", "enum"):
            yield Problem(
                document.path,
                line,
                f"{name} has “{_value(document, place)}” as its “{key}”.",
                f"Use {str(context['expected']).replace(chr(39), '')}.",
            )
        elif kind in ("tuple_type", "list_type"):
            yield Problem(
                document.path, line, f"{name}: “{key}” should be a list.", "Write it in square brackets, [one, two], or with a dash before each."
            )
        elif kind in ("dict_type", "model_type", "model_attributes_type", "mapping_type"):
            yield Problem(
                document.path, line, f"{name}: “{key}” should hold named lines.", "Write lines such as “name: …” below it, indented by two spaces."
            )
        elif kind == "date_from_datetime_parsing" or kind.startswith("date"):
            yield Problem(
                document.path,
                line,
                f"{name} has “{_value(document, place)}” as its “{key}”, which is not a date.",
                "Write year, month and day: 2026-11-22.",
            )
        else:
            yield Problem(document.path, line, f"{name}: “{key}” is not written as it should be.", "Compare it with another record of this file.")


_PATTERNS: dict[str, str] = {
    r"^[a-z0-9]+(-[a-z0-9]+)*$": "Use small letters, digits and hyphens only, such as kent-police.",
    r"^https://": "Write the whole address, beginning with https://.",
}


def _value(document: Document, place: Path) -> Any:
    value = document.value
    for part in place:
        try:
            value = value[part]
        except (KeyError, IndexError, TypeError):
            return ""
    return value if isinstance(value, str) else ""


def _named(document: Document, place: Path) -> str:
    """The id of the record around a place, else the place in words."""
    value, name = document.value, ""
    for part in place:
        if isinstance(value, dict) and isinstance(value.get("id"), str) and value["id"].strip():
            name = value["id"]
        try:
            value = value[part]
        except (KeyError, IndexError, TypeError):
            break
    if name:
        return name
    return f"the record on line {document.line(*place[:1])}" if place and isinstance(place[0], int) else "the file"
