"""The small Markdown of an edition: one page's text to its provisions, and every fault in it.

A provision is one citable heading, paragraph or list item with an id. Text comes first, its id on the next line:
``{: #the-id }``, indented with it. Nothing but headings, paragraphs, lists, editor's notes and block macros is allowed,
so that what the comparison reads is what the reader sees.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from macros.problems import Problem
from macros.read import marks, unseen, yamltext
from macros.read.marks import visible

ID_LINE = re.compile(r"^( *)\{: *#([^ }]+) *\} *$")
MACRO = re.compile(r"^\{\{ *(?P<name>[a-z_]+)\( *(?P<arguments>(?:\"[^\"{}\\]*\" *(?:, *\"[^\"{}\\]*\" *)*)?)\) *\}\}$")
_ID = re.compile(r"^[a-z]+(-[a-z]+)*$")
_ID_MEANT = re.compile(r"^ *\{(?!\{)[^{}]*\} *$")
_HEADING = re.compile(r"^(#+)( *)(.*?) *$")
_ITEM = re.compile(r"^( *)([-*+])( +)(\S.*)$")
_NOTE = re.compile(r'^!!! note "Editor\'s note" *$')
Lines = list[tuple[int, str]]


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


_FENCE = re.compile(r"---[ \t]*")


def split(path: str, text: str) -> tuple[Page, list[Problem]]:
    """Parts a page into its front matter and its body.

    Returns: the page, without provisions, and the faults of its front matter.
    """
    lines = text.split("\n")
    if not _FENCE.fullmatch(lines[0]):
        return Page(path, yamltext.Document(path, {}, {}), text, 1, text=text), []
    end = next((i for i, line in enumerate(lines[1:], 1) if re.fullmatch(r"(---|\.\.\.)[ \t]*", line)), None)
    if end is None:
        head = yamltext.Document(path, {}, {}, faulty=((),))
        what = "the lines between --- and --- at the top are not closed."
        return Page(path, head, text, 1, text=text), [Problem(path, 1, what, "Add a line --- after them.")]
    head, problems = yamltext.read(path, "\n".join(lines[1:end]) + "\n", first_line=2, whose="head")
    if head.value is None:
        head = replace(head, value={})
    return Page(path, head, "\n".join(lines[end + 1 :]), end + 2, text=text), problems


def parse(page: Page) -> tuple[Page, list[Problem]]:
    """Reads the provisions of a page of an edition.

    Returns: the page with its parts and links, and everything in it that is outside the small Markdown.
    """
    reader = _Reader(page)
    reader.read()
    done = replace(page, parts=tuple(reader.parts), links=tuple(reader.links), notes=tuple(reader.notes))
    return done, reader.problems


def write(parts: Iterable[Provision | Call]) -> str:
    """The small Markdown that reads as these parts: the inverse of ``parse``, one line a text, without links and bold."""
    return "\n".join(f"{_written(part)}\n" for part in parts)


def _written(part: Provision | Call) -> str:
    if isinstance(part, Call):
        given = ", ".join(f'"{each}"' for each in part.arguments)
        return f"{{{{ {part.name}({given}) }}}}"
    before, indent = {
        "heading": ("#" * part.level + " ", ""),
        "paragraph": ("", ""),
        "item": ("    " * (part.level - 1) + "-   ", "    " * part.level),
    }[part.kind]
    return f"{before}{part.text}\n{indent}{{: #{part.id} }}"


@dataclass
class _Reader:
    """Reads one page, chunk by chunk: lines between blank lines. Every method that takes a chunk gives back what is left of it."""

    page: Page
    problems: list[Problem] = field(default_factory=list)
    parts: list[Provision | Call] = field(default_factory=list)
    links: list[tuple[str, int]] = field(default_factory=list)
    notes: list[EditorNote] = field(default_factory=list)
    headings: list[Provision] = field(default_factory=list)
    lead_in: str = ""
    open_items: list[str] = field(default_factory=list)
    paragraphs: int = 0
    counts: list[int] = field(default_factory=list)
    ahead: list[Lines] = field(default_factory=list)
    """The chunks that come, the next one last."""
    in_note: bool = False
    """Whether the chunk before was an editor's note."""
    bare: list[tuple[str, int]] = field(default_factory=list)
    """Words in square brackets that are no link, with their line."""

    def fault(self, line: int, what: str, mend: str) -> None:
        self.problems.append(Problem(self.page.path, line, what, mend))

    def read(self) -> None:
        self.ahead = list(reversed(self._chunks()))
        while self.ahead:
            chunk = self.ahead.pop()
            while chunk:
                chunk = self._next(chunk)
        self._brackets_are_no_links()
        if not self.problems and not any(isinstance(part, Provision) for part in self.parts):
            what = "this page holds no heading, paragraph or list of its edition."
            self.fault(self.page.first_line, what, "Write the words that the document prints, each with its id below it, or delete the page.")

    def _chunks(self) -> list[Lines]:
        chunks: list[Lines] = [[]]
        for number, line in enumerate(self.page.body.split("\n"), self.page.first_line):
            line = self._clean(number, line)
            if line and not line.strip() and number == self.page.first_line:
                self.fault(number, "this line holds nothing but spaces.", "Delete the spaces.")
            if line.strip():
                chunks[-1].append((number, line))
            elif chunks[-1]:
                chunks.append([])
        return chunks if chunks[-1] else chunks[:-1]

    def _clean(self, number: int, line: str) -> str:
        """A line without tabs and characters that nobody sees, each of which is told."""
        if "\t" in line:
            self.fault(number, "there is a tab in this line.", "Put spaces in its place.")
            line = line.expandtabs(4)
        if line.isascii() and line.isprintable():
            return line
        for character in unseen.unseen(line):
            self.fault(number, unseen.told(character), unseen.MEND)
        return unseen.seen(line)

    def _next(self, chunk: Lines) -> Lines:
        read = next(method for starts, method in _CHUNKS if starts(chunk[0][1]))
        if read not in (_Reader._note, _Reader._call, _Reader._loose_id):
            for number, line in chunk:
                if self._starts_otherwise(number, _ITEM.sub(r"\4", line) if _ITEM.match(line) else line, heading=read == _Reader._heading):
                    self.open_items.clear()
                    return []
        rest = read(self, chunk)
        self.in_note = read in (_Reader._note, _Reader._note_goes_on)
        return rest

    def _starts_otherwise(self, number: int, line: str, heading: bool = False) -> bool:
        """Whether a line begins as no line of an edition's page may; if so, it is told."""
        if heading or ID_LINE.match(line) or _NOTE.match(line) or line.lstrip().startswith("{{"):
            return False
        told = marks.at_start(line)
        if told:
            self.fault(number, *told)
        return bool(told)

    def _loose_id(self, chunk: Lines) -> Lines:
        """An id where a text should be: above its text, or alone."""
        (number, line), *rest = chunk
        if rest and not any(_ID_MEANT.match(each) for _, each in rest):
            self.fault(number, "this id stands above its text.", "Move it to the line straight below its text.")
            return [*rest, (number, line)]
        what = "this id stands alone: there is no text on the line above it."
        self.fault(number, what, "Put the id on the line straight below its text, or delete it.")
        return rest

    def _note(self, chunk: Lines) -> Lines:
        self.open_items.clear()
        texts = []
        if len(chunk) == 1 and not (self.ahead and self.ahead[-1][0][1].startswith("    ")):
            self.fault(chunk[0][0], "this editor's note is empty.", "Write the note on the next line, indented by four spaces.")
        for number, line in chunk[1:]:
            if not line.startswith("    "):
                self.fault(number, "this line of an editor's note is not indented.", "Indent it by four spaces.")
            elif line.startswith("     "):
                self.fault(number, "this line of an editor's note is indented too far.", "Indent it by four spaces.")
            elif ID_LINE.match(line):
                self.fault(number, "an editor's note has an id.", "Delete the id: a note is ours, not a provision.")
            elif _ITEM.match(line):
                self.fault(number, "there is a list in an editor's note.", "Write it as a sentence: a note is one paragraph.")
            elif not self._starts_otherwise(number, line):
                texts.append(self._text(number, line))
        self.notes.append(
            EditorNote(" ".join(texts), chunk[0][0], next((part.id for part in reversed(self.parts) if isinstance(part, Provision)), ""))
        )
        return []

    def _note_goes_on(self, chunk: Lines) -> Lines:
        self.fault(chunk[0][0], "there is a blank line in this editor's note.", "Delete the blank line above: a note is one paragraph.")
        return []

    def _call(self, chunk: Lines) -> Lines:
        (number, line), *rest = chunk
        found = MACRO.match(line.rstrip())
        if found:
            self.open_items.clear()
            arguments = tuple(re.findall(r'"([^"]*)"', found["arguments"]))
            self.parts.append(Call(found["name"], arguments, number, self._above()))
        else:
            what = "this is not a call of a block macro that pages may make."
            self.fault(number, what, 'Write it alone on its line, with texts in double quotation marks only: {{ name("text") }}.')
        return self._apart(rest, "there is text straight below a block macro.", "Leave a blank line between the two.")

    def _indented(self, chunk: Lines) -> Lines:
        what, mend = "this text is indented, and so would be shown as code.", "Delete the spaces at its beginning."
        if self.in_note:
            return self._note_goes_on(chunk)
        if self.open_items:
            what = "this text is indented, and so would become part of the list item above it."
            mend = "Delete the spaces if it is a paragraph; an item is one text: what belongs to it stands above its id, without a blank line."
        elif not chunk[0][1].startswith("    "):
            what = "this text is indented."
        self.fault(chunk[0][0], what, mend)
        self.open_items.clear()
        return []

    def _heading(self, chunk: Lines) -> Lines:
        number, line = chunk[0]
        marks, gap, text = _HEADING.match(line).groups()  # type: ignore[union-attr]
        self.open_items.clear()
        self.lead_in = ""
        level = len(marks)
        while self.headings and self.headings[-1].level >= level:
            self.headings.pop()
        above = self.headings[-1].level if self.headings else 1
        for wrong, what, mend in _HEADING_FAULTS:
            if wrong(marks, gap, text, above):
                self.fault(number, what, mend.format("#" * (above + 1)))
                break
        identifier, rest = self._id(number, line, chunk[1:], "")
        heading = Provision(identifier, "heading", self._text(number, text), number, level, self._above())
        self.parts.append(heading)
        self.headings.append(heading)
        self.paragraphs, self.counts = 0, []
        return self._apart(rest, "there is text straight below a heading.", "Leave a blank line between the two.")

    def _paragraph(self, chunk: Lines) -> Lines:
        end = next((i for i, (_, line) in enumerate(chunk) if _ID_MEANT.match(line) or (i and _ITEM.match(line))), len(chunk))
        number, rest = chunk[0][0], chunk[end:]
        text = self._joined(number, [self._text(at, line) for at, line in chunk[:end]])
        if end == 1 and re.fullmatch(r"\*\*[^*]+\*\*[.:]?", chunk[0][1].strip()):
            what = "this paragraph is bold from end to end, like a heading."
            self.fault(number, what, "Begin it with ## or ### if the document prints it as a heading, or take the stars away.")
        if rest and _ITEM.match(rest[0][1]):
            self.fault(rest[0][0], "this list has no blank line above it.", "Leave a blank line between the list and the text above it.")
            identifier = self._id(number, chunk[0][1], [], "", apart=True)[0]
        else:
            identifier, rest = self._id(chunk[end - 1][0], chunk[end - 1][1], rest, "")
        self.open_items.clear()
        self.paragraphs += 1
        self.lead_in = identifier
        self.parts.append(Provision(identifier, "paragraph", text, number, 0, self._above(), "", str(self.paragraphs)))
        if rest and _ITEM.match(rest[0][1]) and not identifier:
            return rest
        return self._apart(rest, "there is text straight below an id.", "Leave a blank line after the id.")

    def _item(self, chunk: Lines) -> Lines:
        number, line = chunk[0]
        indent, mark, gap, text = _ITEM.match(line).groups()  # type: ignore[union-attr]
        if mark != "-" or gap != "   " or len(indent) % 4:
            what = "a list item is not written in the way of this site."
            self.fault(number, what, "Begin it with a dash and three spaces; indent a list within a list by four spaces.")
        elif _ITEM.match(text):
            self.fault(number, "the text of this list item begins with the mark of another.", "Keep one dash and the three spaces behind it.")
        depth = len(indent) // 4 + 1
        if depth > len(self.open_items) + 1:
            what = "this list item is indented further than the list that it stands in."
            self.fault(number, what, "Indent it by four spaces more than the item above it, or as far as that item.")
            depth = len(self.open_items) + 1
        end = next((i for i, (_, each) in enumerate(chunk) if i and (_ITEM.match(each) or _ID_MEANT.match(each))), len(chunk))
        texts = [self._text(number, text), *(self._goes_on(at, each, indent) for at, each in chunk[1:end])]
        identifier, rest = self._id(number, chunk[end - 1][1], chunk[end:], indent + "    ")
        self._add_item(identifier, self._joined(number, texts), number, depth)
        if rest and _ITEM.match(rest[0][1]):
            return rest
        return self._apart(rest, "there is text straight below a list item.", "Leave a blank line before it, or put it above the item's id.")

    def _goes_on(self, number: int, line: str, indent: str) -> str:
        """A further line of a list item."""
        if len(line) - len(line.lstrip()) != len(indent) + 4:
            self.fault(number, "this line of a list item is not lined up with its text.", f"Indent it by {len(indent) + 4} spaces.")
        return self._text(number, line)

    def _add_item(self, identifier: str, text: str, number: int, depth: int) -> None:
        del self.open_items[depth - 1 :]
        del self.counts[depth:]
        self.counts += [0] * (depth - len(self.counts))
        self.counts[depth - 1] += 1
        lead_in = self.open_items[-1] if self.open_items else self.lead_in
        self.open_items.append(identifier)
        self.parts.append(Provision(identifier, "item", text, number, depth, self._above(), lead_in, ".".join(map(str, self.counts))))

    def _above(self) -> str:
        """The id of the heading that a part stands under."""
        return self.headings[-1].id if self.headings else ""

    def _apart(self, rest: Lines, what: str, mend: str) -> Lines:
        """What is left of a chunk after a part that must stand alone."""
        if rest and _ID_MEANT.match(rest[0][1]):
            self.fault(rest[0][0], "there are two ids below one text.", "Keep one of the two: the one that the text had before.")
            return self._apart(rest[1:], what, mend)
        if rest:
            self.fault(rest[0][0], what, mend)
        return rest

    def _id(self, number: int, text: str, rest: Lines, indent: str, apart: bool = False) -> tuple[str, Lines]:
        """The id on the line below a text, and what is left after it.

        Args:
            number: the line of the text.
            text: that line.
            rest: the lines below it.
            indent: the spaces that stand before the id.
            apart: whether what follows is another chunk in truth, so that no id of the text's can stand there.
        """
        if rest and _ID_MEANT.match(rest[0][1]):
            return self._id_of(*rest[0], indent), rest[1:]
        if not rest and not apart and self.ahead and _ID_MEANT.match(self.ahead[-1][0][1]) and len(self.ahead[-1]) == 1:
            (at, line), *_ = self.ahead.pop()
            self.fault(at, "there is a blank line between this id and its text.", "Delete the blank line.")
            found = ID_LINE.match(line)
            return found[2] if found else "", []
        if not re.search(r"\{:?[^{}]*\} *$", text):
            what = f"there is no id below “{_short(text)}”."
            mend = f"Add a line straight below it that says {indent}{{: #a-name-for-its-idea }}, or put back the line that was deleted."
            self.fault(number, what, mend)
        return "", rest

    def _id_of(self, number: int, line: str, indent: str) -> str:
        found = ID_LINE.match(line)
        if not found:
            what = f"“{line.strip()}” is not how an id is written."
            self.fault(
                number, what, f"Write {indent}{{: #a-name-for-its-idea }}, with the id that the text had before, and nothing else on the line."
            )
            return ""
        if found[1] != indent:
            mend = f"Indent it by {len(indent)} spaces." if indent else "Delete the spaces before it."
            self.fault(number, "this id is not lined up with its text.", mend)
        if not _ID.match(found[2]):
            mend = "Name its idea with small letters and hyphens only: no number, no name, no year."
            self.fault(number, f"“{found[2]}” cannot be an id.", mend)
        return found[2]

    def _joined(self, number: int, texts: list[str]) -> str:
        """The lines of a text as one; what only all of them begin as is told too."""
        text = " ".join(texts)
        if len(texts) > 1 and (told := marks.at_start(text)):
            self.fault(number, *told)
        return text

    def _text(self, number: int, line: str) -> str:
        """A line as a reader sees it; what stands inside it, and must not, is told."""
        found = marks.inside(line)
        for what, mend in found.told:
            self.fault(number, what, mend)
        self.links += [(target, number) for target in found.links]
        self.bare += [(words, number) for words in found.bare]
        return visible(line)

    def _brackets_are_no_links(self) -> None:
        """Words in square brackets become a link where another link of the page names them."""
        named = {target.removeprefix("ref:").casefold() for target, _ in self.links if target.startswith("ref:")}
        for words, number in self.bare:
            if words.strip().casefold() in named:
                what = f"“[{words}]” would be shown as a link, because {words} is the name of one."
                self.fault(number, what, "Use round brackets, or write [the words][its-id] if a link is meant.")


_CHUNKS: tuple[tuple[Callable[[str], Any], Callable[[_Reader, Lines], Lines]], ...] = (
    (_NOTE.match, _Reader._note),
    (_ID_MEANT.match, _Reader._loose_id),
    (re.compile(r"\{\{").match, _Reader._call),
    (re.compile(r"# |##").match, _Reader._heading),
    (_ITEM.match, _Reader._item),
    (re.compile(r" ").match, _Reader._indented),
    (re.compile("").match, _Reader._paragraph),
)
"""What a chunk is, by its first line."""

_HEADING_FAULTS: tuple[tuple[Callable[[str, str, str, int], Any], str, str], ...] = (
    (lambda marks, gap, text, above: not text, "this heading has no words.", "Write them behind the marks, or delete the line."),
    (
        lambda marks, gap, text, above: len(marks) == 1,
        "a heading of an edition begins with one #.",
        "Begin the page's first heading with ##; the title is in the front matter.",
    ),
    (
        lambda marks, gap, text, above: not gap,
        "there is no space behind the marks of this heading.",
        "Put one space between the last # and the words.",
    ),
    (
        lambda marks, gap, text, above: text.endswith("#"),
        "this heading ends with #, which would not be shown.",
        "Delete the marks at its end.",
    ),
    (
        lambda marks, gap, text, above: len(marks) > above + 1,
        "this heading skips a level.",
        "Begin it with {}, one # more than the heading above it.",
    ),
)
"""What may be wrong with a heading: its marks, the space behind them, its words, and the level of the heading above."""


def _short(text: str) -> str:
    text = visible(text.strip().lstrip("#- "))
    return text if len(text) <= 40 else text[:37].rstrip() + "…"


def calls(body: str, first_line: int = 1) -> Iterable[tuple[str, int]]:
    """Every line of a page that holds a mark of Jinja's, with its number."""
    for number, line in enumerate(body.split("\n"), first_line):
        if any(mark in line for mark in ("{{", "}}", "{%", "%}", "{#", "#}")):
            yield line, number
