"""A review as a comment on a pull request: nothing that the texts hold calls a person, leads anywhere or draws anything."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.compare.engine import Words
from macros.editing import sections
from macros.editing.review import Reviewed
from macros.editing.sections import Entry, Section

LIMIT = 65_000
"""So many characters a comment may have; a host that allows more is none that we know."""
_ROOM = 400
"""What is kept free for saying what was left out."""
_SPACE = "\u200b"
_MARKS = {"removed": "~~{}~~", "added": "**{}**"}
_SIGNS = re.compile(r"([\\`*_{}\[\]<>#!|~$^&]|^[-+=]|(?<=^\d)[.)]|(?<=^\d\d)[.)])")
"""What Markdown would read as more than itself, some of it at the beginning of a line only."""
_HASH = re.compile(r"\b(?=[0-9a-f]{7,40}\b)(?=[a-z]*\d)([0-9a-f])([0-9a-f]+)\b")


def safe(text: str) -> str:
    """A text of which Markdown and a code host make nothing but the text.

    An invisible space parts the signs that would call a person, name an issue or make a link; all else is escaped.
    """
    parted = _HASH.sub(rf"\1{_SPACE}\2", text)
    parted = re.sub(r"[@#]", lambda found: found[0] + _SPACE, parted)
    parted = re.sub(r"(?i)(?<=:)(?=//)|(?<=\bwww)(?=\.)|(?<=\bGH)(?=-\d)|(?<=\bmailto)(?=:)|(?<=\bxmpp)(?=:)", _SPACE, parted)
    return _SIGNS.sub(r"\\\1", " ".join(parted.split()))


def written(reviewed: Reviewed, limit: int = LIMIT) -> str:
    """A review as Markdown, the most important first; what is more than a comment holds is left out, and said.

    Args:
        reviewed: the review.
        limit: so many characters at most.
    """
    lines = [f"## {safe(sections.title(reviewed))}", ""]
    room = limit - _ROOM - len("\n".join(lines))
    left: list[str] = []
    for section in sections.of(reviewed):
        blocks = [f"### {'⚠️ ' if section.loud else ''}{section.title}\n", *map(_block, section.entries)]
        taken = _fitting(blocks, room)
        if taken > 1:
            lines += [*blocks[:taken], ""]
            room -= sum(len(block) + 1 for block in blocks[:taken]) + 1
        if taken < len(blocks):
            left.append(_left(section, len(blocks) - max(taken, 1)))
            room = 0 if taken > 1 else room
    if left:
        lines += [f"**Left out, as a comment holds no more:** {'; '.join(left)}. The review as a file has them all."]
    return "\n".join(lines) + "\n"


def _fitting(blocks: list[str], room: int) -> int:
    """How many of some blocks there is room for."""
    for i, block in enumerate(blocks):
        room -= len(block) + 1
        if room < 0:
            return i
    return len(blocks)


def _left(section: Section, number: int) -> str:
    return f"{number} of {len(section.entries)} under “{section.title}”"


def _block(entry: Entry) -> str:
    return "\n".join(_lines(entry))


def _lines(entry: Entry) -> Iterator[str]:
    yield f"- {safe(entry.says)}"
    if entry.words:
        yield f"    > {' '.join(filter(None, map(_marked, entry.words)))}"
    yield from (f"    - {safe(each)}" for each in entry.more)


def _marked(run: Words) -> str:
    """A run with its mark, which stands between spaces: else Markdown does not see it beside a sign."""
    inner = safe(run.text)
    return _MARKS[run.kind].format(inner) if inner and run.kind in _MARKS else inner
