"""What is said of a YAML file that cannot be read at all: a table of an editor's mistakes, each found in the text itself."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import yaml

from macros.problems import Problem
from macros.read import unseen

_KEY = re.compile(r"(?:^|[\s{,])\"?([\w-]+)\"?\s*:(?=[\s,}]|$)")
_FIRST = re.compile(r"\s*(?:- )?\"?([\w-]+)\"?\s*:(?=\s|$)")
_VALUE = r"(?:^\s*(?:- )+|[:,]\s+|[{\[]\s*)"
"""What stands before a value."""

Place = tuple[int, int]
"""A line and a column, both from 0."""


@dataclass(frozen=True)
class Unreadable:
    """A text that cannot be read.

    Args:
        lines: its lines.
        since: the first that the mistake may stand on.
        at: the last, on which reading stopped.
        said: why, as the reader of YAML puts it.
    """

    lines: list[str]
    since: int
    at: int
    said: str

    def line(self, at: int) -> str:
        """A line, or nothing."""
        return self.lines[at] if 0 <= at < len(self.lines) else ""

    def field(self, place: Place) -> str:
        """The field in whose text a place stands, as messages call it."""
        at, column = place
        line = self.line(at)
        keys = [found[1] for found in _KEY.finditer(line) if found.start() < column]
        if not keys and re.match(r"\s*-\s", line):
            keys = [found[1] for each in self.lines[:at] if (found := _FIRST.match(each))]
        elif "{" not in line[:column]:
            keys = keys[:1]
        return f"“{keys[-1]}”" if keys else "a text here"


Find = Callable[[Unreadable], Place | None]


def _search(pattern: str, this: Unreadable, since: int | None = None) -> Place | None:
    """The first place of a pattern on the lines on which the mistake may stand."""
    for i in range(this.since if since is None else since, this.at + 1):
        if not this.line(i).lstrip().startswith("#") and (found := re.search(pattern, this.line(i))):
            return i, found.end()
    return None


def _before(pattern: str) -> Find:
    return partial(_search, pattern)


def _here(pattern: str, said: str = "") -> Find:
    """Looks on the line on which reading stopped, and only where it stopped for a reason."""
    return lambda this: _search(pattern, this, this.at) if said in this.said else None


def _above(pattern: str, said: str) -> Find:
    """Looks on that line and the one above it."""
    return lambda this: _search(pattern, this, max(this.at - 1, 0)) if said in this.said else None


def _unseen(this: Unreadable) -> Place | None:
    return next(((i, 0) for i in (this.at, this.at - 1) if any(unseen.unseen(this.line(i)))), None)


def _odd(this: Unreadable) -> Place | None:
    """The first text with a quotation mark that has no partner on its line."""
    for i in range(this.since, this.at + 1):
        line = this.line(i).replace('\\"', "")
        if line.count('"') % 2 and not line.lstrip().startswith("#"):
            return i, line.rfind('"') + 1
    return None


def _odd_at_its_start(this: Unreadable) -> Place | None:
    """The first text, on such a line, that begins with a quotation mark and has none where it should end."""
    place = _odd(this)
    line = this.line(place[0]) if place else ""
    for found in re.finditer(_VALUE + r'"', line):
        if not re.match(r'(?:[^"\\]|\\.)*"\s*(?:[,}\]:]|$)', line[found.end() :]):
            return place[0], found.end()  # type: ignore[index]
    return None


def _commented_bracket(this: Unreadable) -> Place | None:
    """The first line on which what closes a bracket is taken for a comment."""
    for i in range(this.since, this.at + 1):
        line = re.sub(r'"[^"]*"', lambda found: "x" * len(found[0]), this.line(i))
        cut = re.search(r"\s#", line)
        if cut and line.count("{") == line.count("}") and line[: cut.start()].count("{") > line[: cut.start()].count("}"):
            return i, cut.start()
    return None


def _bracket(this: Unreadable) -> Place | None:
    """The first line with a bracket that is opened before its words and not closed behind them."""
    for i in range(this.since, this.at + 1):
        line = re.sub(r'"[^"]*"', "", this.line(i).replace('\\"', ""))
        if re.search(r"[\[{] *[^\s\[{]", line) and (line.count("{") != line.count("}") or line.count("[") != line.count("]")):
            return i, 0
    return None


_TABLE: tuple[tuple[Find, str, str], ...] = (
    (lambda this: _search(r"^ *\t", this, 0), "this line is indented with a tab.", "Use spaces in place of the tab."),
    (_unseen, "{unseen}", unseen.MEND),
    (
        _here(r"\\", "escape"),
        "{field} holds a backslash, which changes the sign behind it.",
        "Write / in its place, or two backslashes.",
    ),
    (
        _before(_VALUE + r'"(?=[^"]*”\s*(?:[,}\]]|$))'),
        "{field} begins with a straight quotation mark and ends with a curly one.",
        'Put a straight one, ", at its end.',
    ),
    (
        _before(_VALUE + r"'(?:[^']|'')*'[^\s',}\]]"),
        "an apostrophe ends {field} too early.",
        "Put the text in double quotation marks in place of single ones, or write ’ for the apostrophe.",
    ),
    (
        _odd_at_its_start,
        "{field} begins with a quotation mark and does not end with one.",
        "Put the missing quotation mark at the end of the text.",
    ),
    (_odd, "{field} holds a quotation mark without its partner.", "Put quotation marks before and behind the whole text."),
    (
        _before(_VALUE + r"'[^']*$"),
        "{field} begins with an apostrophe, which has no partner at its end.",
        "Put the text in double quotation marks, or write ’ for the apostrophe.",
    ),
    (
        _here(_VALUE + r"[“”„](?=.*:)"),
        "curly quotation marks stand around {field}, which holds a colon.",
        'Put straight ones, ", in their place.',
    ),
    (
        _before(_VALUE + r'"(?:[^"\\]|\\.)*"[^\s,}\]:]'),
        "{field} holds quotation marks inside its quotation marks.",
        'Write \\" for each of those inside.',
    ),
    (
        _before(_VALUE + r"""(?:"(?:[^"\\]|\\.)*"|'[^']*')\s+(?=[^\s,}\]:#])"""),
        "{field} goes on behind the mark that should end it.",
        'Put double quotation marks before and behind the whole text, and \\" for each inside.',
    ),
    (
        lambda this: (this.at, len(this.line(this.at))) if "mapping values are not allowed" in this.said else None,
        "there is a colon in the text of {first}, or the line is indented too far.",
        "Put the text in double quotation marks, or line it up with the line above.",
    ),
    (
        _here(r"[{,]\s*[\w-]+:(?=\s+[^\s\"'{\[][^\"',{}\[\]]*:\s)", "expected ',' or"),
        "there is a colon in the text of {field}.",
        "Put the whole text in double quotation marks.",
    ),
    (
        _here(r"[{,]\s*[\w-]+:(?=[,}])"),
        "{field} is empty.",
        "Write the text, or “not stated” where the source says nothing.",
    ),
    (
        _above(_VALUE + r"-\s", "block sequence entries are not allowed"),
        "{field} begins with a dash.",
        "Put the items of a list on lines of their own, each with a dash, or the whole text in double quotation marks.",
    ),
    (
        _above(r"^\s*(?:- )?[\w-]+:\S", "could not find expected ':'"),
        "there is no space behind the first colon of this line.",
        "Put one space there.",
    ),
    (
        _above(r"^\s*(?:- )?[\w-]+(?: [^:]*)?$", "could not find expected ':'"),
        "there is no colon in this line.",
        "Write the name of the field, a colon and a space before the text, or join the line to the text that it belongs to.",
    ),
    (
        _above(_VALUE + r"[@`%&*!|>]", ""),
        "{field} begins with “{sign}”, which is an instruction here and no text.",
        "Put the whole text in double quotation marks.",
    ),
    (
        _above(_VALUE + r"(?:\[(?=[^\[\]]*\][ \t]*[^\s,\]}:])|\{(?=[^{}]*\}[ \t]*[^\s,\]}:]))", ""),
        "{field} begins with “{sign}”, which is an instruction here and no text.",
        "Put the whole text in double quotation marks.",
    ),
    (
        _commented_bracket,
        "{field} ends at “#”: what stands behind it is not read.",
        "Put the whole text in double quotation marks.",
    ),
    (_bracket, "a bracket is opened in this line and is not closed.", "Put the missing bracket at the end of what it holds."),
)
"""Where a mistake stands, what it is, and how it is mended: the first that is found is told."""

_ELSE = (
    "this line cannot be read: it is not lined up with its neighbours, or a colon, bracket or quotation mark is missing.",
    "Compare it with a record above that works; quotation marks, colons and indentation must be the same.",
)


def told(path: str, text: str, error: yaml.MarkedYAMLError, first_line: int) -> Problem:
    """What is said of a text that cannot be read.

    Args:
        path: the file.
        text: the text.
        error: what the reader of YAML found.
        first_line: the line of the file on which the text starts.
    """
    lines = text.splitlines()
    last = max(len(lines) - 1, 0)
    mark = error.problem_mark or error.context_mark
    at = min(mark.line, last) if mark else 0
    since = min(error.context_mark.line, at) if error.context_mark else at
    this = Unreadable(lines, since, at, f"{error.context} {error.problem}")
    for find, what, mend in _TABLE:
        place = find(this)
        if place:
            line = this.line(place[0])
            words = {
                "field": this.field(place),
                "first": this.field((place[0], 1 + len(line) - len(line.lstrip(" -")))),
                "sign": line[place[1] - 1 : place[1]],
                "unseen": next(map(unseen.told, unseen.unseen(line)), ""),
            }
            return Problem(path, place[0] + first_line, what.format_map(words), mend)
    return Problem(path, at + first_line, *_ELSE)
