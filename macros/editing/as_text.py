"""A review for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from macros.compare.engine import Words
from macros.editing import sections
from macros.editing.review import Reviewed
from macros.editing.sections import Entry

_MARKS = {"same": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"}
"""How words are marked, as git's word diff shows them."""


def written(reviewed: Reviewed) -> str:
    """A review as text: loud titles in capitals, texts with words taken out as [-…-] and put in as {+…+}."""
    lines = [sections.title(reviewed), ""]
    for section in sections.of(reviewed):
        lines.append(section.title.upper() if section.loud else section.title)
        for entry in section.entries:
            lines += _lines(entry)
        lines.append("")
    return "\n".join(lines)


def _lines(entry: Entry) -> Iterator[str]:
    yield f"  - {entry.says}"
    if entry.words:
        yield "      " + "".join(_marked(run) for run in entry.words).replace("\n", "\n      ")
    yield from (f"      {each}" for each in entry.more)


def _marked(run: Words) -> str:
    return _MARKS[run.kind].format(run.text)
