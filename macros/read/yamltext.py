"""YAML text to plain values and their lines, and every fault in an editor's words: the one reading of data and of heads.

YAML has ways to lose words without a sound: a comment behind a text, an anchor, a tag, a comma in brackets. Each is refused.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate
from typing import Any

import yaml
from pydantic import TypeAdapter, ValidationError

from macros.problems import Problem
from macros.read import misshapen, unreadable, unseen
from macros.read.document import Document, Path
from macros.read.losses import QUOTES, field_of, loss

__all__ = ["Document", "Path", "read", "shaped"]

_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_DEEPEST = 20
_NOT_ALLOWED = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_COLON = re.compile(r"\s*:")
_BREAKS = re.compile(r"[\x85\u2028\u2029]")
"""Characters that YAML takes for the end of a line, and no editor shows as one."""
_SIGN = "{field} begins with “{sign}”, which is an instruction here and no text."


def read(path: str, text: str, first_line: int = 1, whose: str = "data") -> tuple[Document, list[Problem]]:
    """Reads one YAML text.

    Args:
        path: the file, for messages.
        text: the text.
        first_line: the line of the file on which the text starts.
        whose: ``data``; ``head``, of a page, which MkDocs reads too; or ``settings``, which are MkDocs' own and may use
            all that YAML has.

    Returns:
        The document (its value is None where it cannot be read) and what is wrong with it.
    """
    reader = _Reader(path, text, first_line, whose)
    reader.read()
    return Document(path, reader.value, reader.lines, tuple(reader.faulty)), reader.problems


def shaped(document: Document, shape: Any, *place: str | int) -> tuple[Any, list[Problem]]:
    """Turns a place of a document into a typed record.

    Args:
        document: as read.
        shape: a shape of ``records``.
        place: the keys that lead to the record.

    Returns:
        The record (None where anything is wrong with it) and every fault, each on its own line: none where a fault of
        reading is told of it already.
    """
    if document.is_faulty(place):
        return None, []
    try:
        return _adapter(shape).validate_python(document.get(*place)), []
    except ValidationError as error:
        return None, list(misshapen.told(document, error, place))


@cache
def _adapter(shape: Any) -> TypeAdapter[Any]:
    return TypeAdapter(shape)


def _line(event: yaml.Event) -> int:
    """The line on which an event begins; the parser marks where every event begins and ends."""
    assert event.start_mark
    return event.start_mark.line


def _last_line(event: yaml.Event) -> int:
    assert event.end_mark
    return event.end_mark.line


def _is_within(at: int, begins: Sequence[int], ends: Sequence[int]) -> bool:
    """Whether a place stands inside one of some stretches: their beginnings in order, and with each the furthest end so far."""
    near = bisect_left(begins, at) - 1
    return near >= 0 and at < ends[near]


def _is_empty(event: yaml.Event) -> bool:
    """Whether nothing is written where an event stands."""
    assert event.start_mark and event.end_mark
    return event.start_mark.index == event.end_mark.index


class _Unreadable(Exception):
    """What follows in the text cannot be read."""


class _Reader:
    """Reads one text, event by event: each event is a text, or the beginning or the end of a list or of named lines."""

    def __init__(self, path: str, text: str, first: int, whose: str) -> None:
        self.path, self.text, self.first, self.whose = path, text, first, whose
        self.value: Any = None
        self.lines: dict[Path, int] = {}
        self.faulty: list[Path] = []
        self.problems: list[Problem] = []
        self.events: Iterator[yaml.Event] = iter(())
        self.starts: list[int] = []
        self.texts: list[tuple[int, int, Path]] = []
        """Where each text begins and ends, and its place."""
        self.brackets: list[tuple[int, int]] = []
        """Where each pair of brackets begins and ends."""

    def read(self) -> None:
        try:
            self._characters()
            self.starts = [0, *accumulate(len(line) + 1 for line in self.text.split("\n"))]
            self.events = iter(yaml.parse(self.text, Loader=_Loader))
            self._documents()
            if self.whose != "settings":
                self._comments()
                self._forget()
        except yaml.MarkedYAMLError as error:
            self._unreadable(unreadable.told(self.path, self.text, error, self.first))
        except _Unreadable:
            self._unreadable()

    def _forget(self) -> None:
        """Empties the texts of which a fault is told, so that nobody tells another of what is left of them."""
        for place in filter(None, self.faulty):
            around, last = self._value(place[:-1]), place[-1]
            if last != "id" and isinstance(self._value(place), str):
                around[last] = ""

    def _value(self, place: Path) -> Any:
        return Document(self.path, self.value, self.lines).get(*place)

    def _unreadable(self, *problems: Problem) -> None:
        """Of a text that cannot be read, only that is told."""
        self.value, self.faulty = None, [()]
        self.problems = [*problems] if problems else self.problems[-1:]

    def fault(self, line: int, what: str, mend: str, place: Path = ()) -> None:
        """Tells a fault at a line, counted from 0 in this text."""
        self.problems.append(Problem(self.path, line + self.first, what, mend))
        self.faulty.append(place)

    def _characters(self) -> None:
        bad = _NOT_ALLOWED.search(self.text)
        if bad:
            what = "there is a character in this line that no text can hold."
            self.fault(self.text.count("\n", 0, bad.start()), what, "Delete the character that your editor shows as a box or a question mark.")
            raise _Unreadable
        for found in _BREAKS.finditer(self.text):
            self.fault(self.text.count("\n", 0, found.start()), unseen.told(found[0]), unseen.MEND)
        self.text = _BREAKS.sub(" ", self.text)

    def _documents(self) -> None:
        begun = False
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                if begun:
                    self.fault(_line(event), "what stands below this line is not read.", "Delete the line that begins with --- or ...")
                    raise _Unreadable
                begun, event = True, next(self.events)
                self.value = None if _is_empty(event) and isinstance(event, yaml.ScalarEvent) and event.value == "" else self._node(event, ())

    def _node(self, event: yaml.Event, place: Path) -> Any:
        """The value that begins with an event."""
        self.lines.setdefault(place, _line(event) + self.first)
        if len(place) > _DEEPEST:
            what = "there are too many brackets or spaces inside one another here."
            self.fault(_line(event), what, "Compare it with a record above that works.")
            raise _Unreadable
        if isinstance(event, yaml.SequenceStartEvent):
            self._plain_beginning(event, place)
            return self._list(event, place)
        if isinstance(event, yaml.MappingStartEvent):
            self._plain_beginning(event, place)
            return self._named_lines(event, place)
        if isinstance(event, yaml.AliasEvent):
            self._plain_beginning(event, place)
            return ""
        assert isinstance(event, yaml.ScalarEvent)
        return self._scalar(event, place)

    def _list(self, start: yaml.SequenceStartEvent, place: Path) -> list[Any]:
        found: list[Any] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            found.append(self._node(event, (*place, len(found))))
        self._ends(start, event)
        return found

    def _ends(self, start: Any, end: yaml.Event) -> None:
        if start.flow_style:
            self.brackets.append((self._begin(start), self._end(end)))

    def _named_lines(self, start: yaml.MappingStartEvent, place: Path) -> dict[str, Any]:
        found: dict[str, Any] = {}
        cut = False
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key, line = self._key(event, place), _line(event)
            if key in found:
                what = f"“{key}” is given twice; it is first given on line {self.lines[(*place, key)]}."
                self.problems.append(Problem(self.path, line + self.first, what, "Keep one of the two and delete the other."))
            value = next(self.events)
            if not cut and start.flow_style and key and self._stands_alone(event, value):
                cut = True
                self._stray(key, list(found), line, place)
            self.lines[(*place, key)] = line + self.first
            found[key] = self._node(value, (*place, key))
        self._ends(start, event)
        return found

    def _key(self, event: yaml.Event, place: Path) -> str:
        """The name of a field; empty where brackets stand in its place."""
        if isinstance(event, yaml.ScalarEvent):
            self._plain_beginning(event, (*place, event.value))
            self.texts.append((self._begin(event), self._end(event), (*place, event.value)))
            return event.value
        told = len(self.problems)
        self._node(event, (*place, ""))
        del self.problems[told:]
        if self.whose != "settings":
            self.fault(_line(event), _SIGN.format(field=field_of(place), sign=self._sign(event)), QUOTES, place)
        return ""

    def _stands_alone(self, key: yaml.Event, value: yaml.Event) -> bool:
        """Whether a key between brackets has neither a colon nor a text behind it."""
        empty = isinstance(value, yaml.ScalarEvent) and _is_empty(value)
        return empty and not _COLON.match(self.text, self._end(key))

    def _stray(self, key: str, before: list[str], line: int, place: Path) -> None:
        """What stands between brackets where a field should be."""
        if ":" in key:
            self.fault(line, f"there is no space behind the colon of “{key}”.", "Put one space there.", place)
        elif before:
            self.fault(line, f"there is a comma in “{before[-1]}”, and its text ends there: “{key}” stands alone.", QUOTES, (*place, before[-1]))
        else:
            self.fault(line, f"“{key}” has neither a colon nor a text behind it.", "Write it as “name: …”, or take the curly brackets away.", place)

    def _scalar(self, event: yaml.ScalarEvent, place: Path) -> str:
        begin, end = self._begin(event), self._end(event)
        self.texts.append((begin, end, place))
        if self.whose == "settings" or self._plain_beginning(event, place):
            return event.value
        if event.style not in ("", "'") or self.whose == "head" or _line(event) != _last_line(event):
            found = loss(self.text[begin:end], event.style or "", self.whose == "head")
            if found:
                what, mend = found
                self.fault(_line(event), what.format(field=field_of(place)), mend, place)
        return event.value

    def _plain_beginning(self, event: Any, place: Path) -> bool:
        """Tells an anchor, a tag or an alias, which eat the word behind their sign; whether there is one."""
        if self.whose == "settings" or not (event.anchor or getattr(event, "tag", None)):
            return False
        self.fault(_line(event), _SIGN.format(field=field_of(place), sign=self._sign(event)), QUOTES, place)
        return True

    def _sign(self, event: yaml.Event) -> str:
        at = self._begin(event)
        return self.text[at : at + 1]

    def _begin(self, event: yaml.Event) -> int:
        """Where an event begins in the text."""
        assert event.start_mark
        return self._at(event.start_mark.line, event.start_mark.column)

    def _end(self, event: yaml.Event) -> int:
        """Where an event ends in the text."""
        assert event.end_mark
        return self._at(event.end_mark.line, event.end_mark.column)

    def _at(self, line: int, column: int) -> int:
        return self.starts[min(line, len(self.starts) - 1)] + column

    def _comments(self) -> None:
        """Tells every comment behind a text: from its sign on, the line is not read."""
        self.texts.sort(key=lambda each: each[:2])
        begins = [begin for begin, _, _ in self.texts]
        opened, closed = zip(*sorted(self.brackets), strict=True) if self.brackets else ((), ())
        ends = list(accumulate(closed, max))
        for number, line in enumerate(self.text.split("\n")):
            for found in re.finditer(r"(?:^|(?<=[ \t]))#", line) if "#" in line else ():
                at = self.starts[number] + found.start()
                near = bisect_right(begins, at) - 1
                if near >= 0 and at < self.texts[near][1]:
                    continue
                if line[: found.start()].strip() or _is_within(at, opened, ends):
                    place = self.texts[near][2] if near >= 0 else ()
                    what = f"{field_of(place)} ends at “#”: what stands behind it is not read."
                    self.fault(
                        number, what, "Put the whole text in double quotation marks, or the comment on a line of its own, outside brackets.", place
                    )
                break
