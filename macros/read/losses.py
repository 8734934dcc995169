"""What a YAML text may lose or swallow without a sound: a table, by its quotation marks and the lines that it stands on."""

from __future__ import annotations

import re
from collections.abc import Callable

import yaml

from macros.read.document import Path

QUOTES = "Put the whole text in double quotation marks."
_FIELD = re.compile(r"^\s*(?:- )?[\w-]+:(?:\s|$)", re.M)
_NUMBER = re.compile(r"[-+.\d=<]")
"""What a day or a number begins with, and the signs that YAML keeps for itself."""
_FOLDED = ">-"
"""The one way, beside quotation marks, in which a text may stand on several lines."""


def field_of(place: Path) -> str:
    """The field that a place stands in, as messages call it."""
    name = next((part for part in reversed(place) if isinstance(part, str)), "")
    return f"“{name}”" if name else "a text here"


def loss(source: str, style: str, of_head: bool) -> tuple[str, str] | None:
    """What is said of a text that YAML reads otherwise than it is written, and how it is mended.

    Args:
        source: the text as it stands in the file, with its quotation marks.
        style: what it begins with: a quotation mark, ``>`` or ``|``, or nothing.
        of_head: whether it stands in the head of a page.
    """
    return next(((what, mend) for wrong, what, mend in _LOSSES if wrong(source, style, of_head)), None)


def _swallows(source: str) -> bool:
    """Whether a text on several lines holds one that is another field."""
    return "\n" in source.rstrip() and bool(_FIELD.search(source, source.find("\n") + 1))


def _not_as_mkdocs(source: str) -> bool:
    """Whether MkDocs, which reads heads too, cannot read a text: it looks like a day or a number that does not exist."""
    if not _NUMBER.match(source):
        return False
    try:
        yaml.safe_load(source)
    except (ValueError, yaml.YAMLError):
        return True
    return False


_LOSSES: tuple[tuple[Callable[[str, str, bool], bool], str, str], ...] = (
    (
        lambda source, style, of_head: style == '"' and _swallows(source),
        "{field} begins with a quotation mark and does not end with one.",
        "Put the missing quotation mark at the end of the text.",
    ),
    (
        lambda source, style, of_head: style == "'" and _swallows(source),
        "{field} begins with an apostrophe, which has no partner at its end.",
        "Put the text in double quotation marks, or write ’ for the apostrophe.",
    ),
    (
        lambda source, style, of_head: style == '"' and bool(re.search(r'\\[^"\\]', source.replace("\\\\", ""))),
        "{field} holds a backslash, which changes the sign behind it.",
        "Write / in its place, or two backslashes.",
    ),
    (
        lambda source, style, of_head: style in (">", "|") and source.split("\n")[0].rstrip() != _FOLDED,
        "{field} begins with a sign that is an instruction here and no text.",
        "Put the whole text in double quotation marks, on one line.",
    ),
    (
        lambda source, style, of_head: style in (">", "|") and _swallows(source),
        "{field} goes on over a line that looks like another field.",
        "Line that line up with the fields above it, or put the whole text in double quotation marks, on one line.",
    ),
    (
        lambda source, style, of_head: not style and "\n" in source,
        "{field} goes on in the next line.",
        "Write it on one line; if the next line is a field of its own, it lacks its colon, or is indented too far.",
    ),
    (
        lambda source, style, of_head: not style and of_head and _not_as_mkdocs(source),
        "{field} looks like a day or a number that does not exist.",
        QUOTES,
    ),
)
"""Each with what is said of it: the first that is found is told."""
