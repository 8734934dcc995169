"""The small Markdown of an edition: one page's text to its provisions, and every fault in it.

A provision is one citable heading, paragraph or list item with an id. Text comes first, its id on the next line:
``{: #the-id }``, indented with it. Nothing but headings, paragraphs, lists, editor's notes and block macros is allowed,
so that what the comparison reads is what the reader sees.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from macros.read import yamltext
from macros.problems import Problem

ID_LINE = re.compile(r"^( *)\{: *#([^ }]+) *\} *$")
MACRO = re.compile(r"^\{\{ *(?P<name>[a-z_]+)\( *(?P<arguments>(?:\"[^\"{}\\]*\" *(?:, *\"[^\"{}\\]*\" *)*)?)\) *\}\}$")
_ID = re.compile(r"^[a-z]+(-[a-z]+)*$")
_HEADING = re.compile(r"^(#{1,6}) +(.*?)$")
_ITEM = re.compile(r"^( *)([-*+]|\d+[.)]|[a-z][.)])( +)(.*)$")
_NOTE = re.compile(r'^!!! note "Editor\'s note"$')
_LINK = re.compile(r"\[([^\]]*)\](?:\(([^)]*)\)|\[([^\]]*)\])")
_HTML = re.compile(r"<(?:[a-zA-Z/!?])|&#?\w+;")
NOT_SMALL: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"^ *\|.*\|"), "a table"),
    (re.compile(r"^ *>"), "a block quotation"),
    (re.compile(r"^ *(```|~~~)"), "a code block"),
    (re.compile(r"^ *([-*_])( *\1){2,} *$"), "a ruled line"),
    (re.compile(r"\[\^"), "a footnote"),
    (re.compile(r"!\["), "a picture"),
    (re.compile(r"^ *\[[^\]]+\]:"), "a link address"),
    (re.compile(r"^ *(=+|-+) *$"), "an underlined heading"),
    (re.compile(r"^ *(!!!|\?\?\?|===)"), "a box that is not an editor's note"),
    (re.compile(r"`"), "a backtick"),
    (re.compile(r"^ *: "), "a definition list"),
    (re.compile(r"\\$|  $"), "a forced line break"),
)


@dataclass(frozen=True)
class Provision:
    """One citable heading, paragraph or list item.

    Arguments: ``id``; ``kind``, heading, paragraph or item; ``text`` as a reader sees it; ``line`` in the file; ``level``
    of a heading (2 and more) or depth of an item (from 1); ``heading`` it stands under and ``lead_in`` of an item, as ids
    (empty where there is none); ``number`` under its heading: ``2`` for a paragraph, ``1`` or ``1.2`` for an item.
    """

    id: str
    kind: str
    text: str
    line: int
    level: int = 0
    heading: str = ""
    lead_in: str = ""
    number: str = ""


@dataclass(frozen=True)
class Call:
    """A block macro alone on a line: its name, its arguments, and the heading it stands under."""

    name: str
    arguments: tuple[str, ...]
    line: int
    heading: str = ""


@dataclass(frozen=True)
class EditorNote:
    """What the editor says of the words above it: its text, its line, and the provision that it follows (or none)."""

    text: str
    line: int
    after: str = ""


@dataclass(frozen=True)
class Page:
    """One page's head and body.

    Arguments: ``path`` from the project's root; ``head``, the front matter as a document; ``body`` without it and the line
    it starts on; ``parts``, provisions and block macros in the page's order; ``notes`` of the editor;
    ``links`` as (target, line), a target beginning with ``ref:`` naming a record of ``links.yaml``; ``meta``, the head as
    a record, of an edition's page; ``text``, the whole file.
    """

    path: str
    head: yamltext.Document
    body: str = ""
    first_line: int = 1
    parts: tuple[Provision | Call, ...] = ()
    links: tuple[tuple[str, int], ...] = ()
    notes: tuple[EditorNote, ...] = ()
    meta: Any = None
    text: str = ""

    @property
    def provisions(self) -> tuple[Provision, ...]:
        """The page's provisions alone, in order."""
        return tuple(part for part in self.parts if isinstance(part, Provision))


def split(path: str, text: str) -> tuple[Page, list[Problem]]:
    """Parts a page into its front matter and its body.

    Returns: the page, without provisions, and the faults of its front matter.
    """
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        return Page(path, yamltext.Document(path, {}, {}), text, 1, text=text), []
    end = next((i for i, line in enumerate(lines[1:], 1) if line.rstrip() in ("---", "...")), None)
    if end is None:
        return Page(path, yamltext.Document(path, {}, {}), text, 1, text=text), [
            Problem(path, 1, "the lines between --- and --- at the top are not closed.", "Add a line --- after them.")
        ]
    head, problems = yamltext.read(path, "\n".join(lines[1:end]) + "\n", first_line=2)
    if head.value is None:
        head = yamltext.Document(path, {}, head.lines)
    return Page(path, head, "\n".join(lines[end + 1 :]), end + 2, text=text), problems


def visible(text: str) -> str:
    """A text as a reader sees it: without the marks of links and bold."""
    return re.sub(r"(\*\*|__)(.+?)\1", r"\2", _LINK.sub(r"\1", text)).strip()


@dataclass
class _Reader:
    page: Page
    problems: list[Problem] = field(default_factory=list)
    parts: list[Provision | Call] = field(default_factory=list)
    links: list[tuple[str, int]] = field(default_factory=list)
    notes: list[EditorNote] = field(default_factory=list)
    headings: list[Provision] = field(default_factory=list)
    lead_in: str = ""
    open_items: list[tuple[str, int]] = field(default_factory=list)
    paragraphs: int = 0
    counts: list[int] = field(default_factory=list)

    def fault(self, line: int, what: str, mend: str) -> None:
        self.problems.append(Problem(self.page.path, line, what, mend))


def parse(page: Page) -> tuple[Page, list[Problem]]:
    """Reads the provisions of a page of an edition.

    Returns: the page with its parts and links, and everything in it that is outside the small Markdown.
    """
    reader = _Reader(page)
    chunk: list[tuple[int, str]] = []
    for number, line in enumerate([*page.body.split("\n"), ""], page.first_line):
        if line.strip():
            chunk.append((number, line))
        elif chunk:
            _chunk(reader, chunk)
            chunk = []
    done = replace(page, parts=tuple(reader.parts), links=tuple(reader.links), notes=tuple(reader.notes))
    return done, reader.problems


def _chunk(reader: _Reader, chunk: list[tuple[int, str]]) -> None:
    (number, first), *rest = chunk
    if _NOTE.match(first):
        _note(reader, chunk)
    elif ID_LINE.match(first):
        reader.fault(
            number, "this id stands alone: there is no text on the line above it.", "Put the id on the line straight below its text, or delete it."
        )
        if rest:
            _chunk(reader, rest)
    elif first.startswith("{{"):
        _call(reader, number, first)
        if rest:
            reader.fault(rest[0][0], "there is text straight below a block macro.", "Leave a blank line between the two.")
            _chunk(reader, rest)
    elif _HEADING.match(first):
        _heading(reader, chunk)
    elif _ITEM.match(first):
        _items(reader, chunk)
    elif first.startswith("    ") and not reader.open_items:
        reader.fault(number, "this text is indented, and so would be shown as code.", "Delete the spaces at its beginning.")
    else:
        _paragraph(reader, chunk)


def _note(reader: _Reader, chunk: list[tuple[int, str]]) -> None:
    reader.open_items.clear()
    if len(chunk) == 1:
        reader.fault(chunk[0][0], "this editor's note is empty.", "Write the note on the next line, indented by four spaces.")
    for number, line in chunk[1:]:
        if not line.startswith("    "):
            reader.fault(number, "this line of an editor's note is not indented.", "Indent it by four spaces.")
        elif ID_LINE.match(line):
            reader.fault(number, "an editor's note has an id.", "Delete the id: a note is ours, not a provision.")
        else:
            _inline(reader, number, line.strip())
    after = next((part.id for part in reversed(reader.parts) if isinstance(part, Provision)), "")
    reader.notes.append(EditorNote(visible(" ".join(line.strip() for _, line in chunk[1:])), chunk[0][0], after))


def _call(reader: _Reader, number: int, line: str) -> None:
    found = MACRO.match(line.rstrip())
    if not found:
        reader.fault(
            number,
            "this is not a call of a block macro that pages may make.",
            'Write it alone on its line, with texts in double quotation marks only: {{ name("text") }}.',
        )
        return
    reader.open_items.clear()
    arguments = tuple(re.findall(r'"([^"]*)"', found["arguments"]))
    reader.parts.append(Call(found["name"], arguments, number, reader.headings[-1].id if reader.headings else ""))


def _heading(reader: _Reader, chunk: list[tuple[int, str]]) -> None:
    number, line = chunk[0]
    marks, text = _HEADING.match(line).groups()
    reader.open_items.clear()
    reader.lead_in = ""
    if len(marks) == 1:
        reader.fault(
            number, "a heading of an edition begins with one #.", "Begin the page's first heading with ##; the title is in the front matter."
        )
    while reader.headings and reader.headings[-1].level >= len(marks):
        reader.headings.pop()
    identifier, rest = _id(reader, number, line, chunk[1:], "")
    _inline(reader, number, text)
    heading = Provision(identifier, "heading", visible(text), number, len(marks), reader.headings[-1].id if reader.headings else "")
    reader.parts.append(heading)
    reader.headings.append(heading)
    reader.paragraphs, reader.counts = 0, [0]
    if rest:
        reader.fault(rest[0][0], "there is text straight below a heading.", "Leave a blank line between the two.")
        _chunk(reader, rest)


def _paragraph(reader: _Reader, chunk: list[tuple[int, str]]) -> None:
    texts: list[str] = []
    number = chunk[0][0]
    for i, (at, line) in enumerate(chunk):
        if ID_LINE.match(line):
            break
        if i and _ITEM.match(line) and not re.match(r"^ *[a-z0-9]+[.)]", line):
            reader.fault(at, "this list has no blank line above it.", "Leave a blank line between the list and the text above it.")
            _id(reader, number, chunk[0][1], [], "")
            _chunk(reader, chunk[i:])
            return
        _inline(reader, at, line)
        texts.append(line.strip())
    identifier, rest = _id(reader, chunk[len(texts) - 1][0], chunk[len(texts) - 1][1], chunk[len(texts) :], "")
    reader.open_items.clear()
    reader.paragraphs += 1
    reader.lead_in = identifier
    reader.parts.append(
        Provision(
            identifier,
            "paragraph",
            visible(" ".join(texts)),
            number,
            0,
            reader.headings[-1].id if reader.headings else "",
            "",
            str(reader.paragraphs),
        )
    )
    if rest:
        reader.fault(rest[0][0], "there is text straight below an id.", "Leave a blank line after the id.")
        _chunk(reader, rest)


def _items(reader: _Reader, chunk: list[tuple[int, str]]) -> None:
    while chunk:
        number, line = chunk[0]
        found = _ITEM.match(line)
        if not found:
            reader.fault(number, "there is text straight below a list item.", "Leave a blank line before it, or indent it with its item.")
            _chunk(reader, chunk)
            return
        indent, mark, gap, text = found.groups()
        if mark != "-" or gap != "   " or len(indent) % 4:
            reader.fault(
                number,
                "a list item is not written in the way of this site.",
                "Begin it with a dash and three spaces; indent a list within a list by four spaces.",
            )
        depth = len(indent) // 4 + 1
        if depth > len(reader.open_items) + 1:
            reader.fault(
                number,
                "this list item is indented further than the list that it stands in.",
                "Indent it by four spaces more than the item above it, or as far as that item.",
            )
            depth = len(reader.open_items) + 1
        texts, at = [text], 1
        while at < len(chunk) and not _ITEM.match(chunk[at][1]) and not ID_LINE.match(chunk[at][1]):
            texts.append(chunk[at][1].strip())
            at += 1
        for offset, each in enumerate(texts):
            _inline(reader, chunk[offset][0], each)
        identifier, chunk = _id(reader, number, chunk[at - 1][1], chunk[at:], indent + "    ")
        del reader.open_items[depth - 1 :]
        if not reader.counts:
            reader.counts = [0]
        del reader.counts[depth:]
        reader.counts += [0] * (depth - len(reader.counts))
        reader.counts[depth - 1] += 1
        lead_in = reader.open_items[-1][0] if reader.open_items else reader.lead_in
        reader.open_items.append((identifier, depth))
        reader.parts.append(
            Provision(
                identifier,
                "item",
                visible(" ".join(texts)),
                number,
                depth,
                reader.headings[-1].id if reader.headings else "",
                lead_in,
                ".".join(map(str, reader.counts)),
            )
        )


def _id(reader: _Reader, number: int, text: str, rest: list[tuple[int, str]], indent: str) -> tuple[str, list[tuple[int, str]]]:
    """The id on the line below a text, and what is left after it."""
    found = ID_LINE.match(rest[0][1]) if rest else None
    if not found:
        if re.search(r"\{:.*\}", text):
            reader.fault(number, "an id stands on the same line as its text.", "Move it to a line of its own, straight below.")
        else:
            reader.fault(
                number,
                f"there is no id below “{_short(text)}”.",
                f"Add a line straight below it that says {indent}{{: #a-name-for-its-idea }}, or put back the line that was deleted.",
            )
        return "", rest
    if found[1] != indent:
        reader.fault(
            rest[0][0], "this id is not lined up with its text.", f"Indent it by {len(indent)} spaces." if indent else "Delete the spaces before it."
        )
    if not _ID.match(found[2]):
        reader.fault(rest[0][0], f"“{found[2]}” cannot be an id.", "Name its idea with small letters and hyphens only: no number, no name, no year.")
    return found[2], rest[1:]


def _inline(reader: _Reader, number: int, text: str) -> None:
    """What stands inside a line of text, and must not."""
    for pattern, name in NOT_SMALL:
        if pattern.search(text):
            reader.fault(
                number,
                f"there is {name} here, which an edition's page cannot hold.",
                "Use headings, paragraphs, lists and editor's notes only; make a table or a footnote into provisions.",
            )
    for mark in ("{{", "}}", "{%", "{#", "#}", "%}"):
        if mark in text:
            reader.fault(number, f"there is “{mark}” in the text.", "Delete it: curly brackets of this kind are instructions to the site, not text.")
            break
    else:
        if re.search(r"\{:.*\}", text) is None and re.search(r"[{}]", text):
            reader.fault(number, "there is a curly bracket in the text.", "Delete it, or use a round bracket.")
    if _HTML.search(text):
        reader.fault(number, "there is HTML here.", "Delete the tag and keep the words; for & write the sign itself.")
    if re.search(r"(https?|mailto|javascript|data):", text, re.I):
        reader.fault(number, "there is an outside address here.", "Put the address into data/links.yaml and write [the words][its-id] here.")
    for words, target, reference in _LINK.findall(text):
        reader.links.append((target or f"ref:{reference or words}", number))


def _short(text: str) -> str:
    text = visible(text.strip().lstrip("#- "))
    return text if len(text) <= 40 else text[:37].rstrip() + "…"


def calls(body: str, first_line: int = 1) -> Iterable[tuple[str, int]]:
    """Every line of a page that holds a mark of Jinja's, with its number."""
    for number, line in enumerate(body.split("\n"), first_line):
        if any(mark in line for mark in ("{{", "}}", "{%", "%}", "{#", "#}")):
            yield line, number
