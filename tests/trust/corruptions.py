"""Corruptions of the real files, by seed: what a slip of the hand, of a program or of a merge does to data and to pages.

``python -m tests.trust.corruptions --one SEED`` shows one of them and all that is told of it.
"""

from __future__ import annotations

import argparse
import difflib
import random
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest import mock

from macros import check
from macros.pages.draw import Draw
from macros.pages.page import Pages
from macros.problems import Problem, report
from macros.read import load
from macros.read.provisions import Page
from macros.read.site import DataFile, Site

from ..read import rendered

ROOT = Path(__file__).parent.parent.parent
MACHINERY = re.compile(r"Traceback|pydantic|yaml\.\w|NoneType|\bdict\b|regex|0x[0-9a-f]{6}|Error\b")
Change = Callable[[list[str], int, random.Random], None]
"""What a kind of corruption does to the lines of a file, at one of them."""


def _at(line: str, rng: random.Random) -> int:
    return rng.randrange(len(line) + 1)


def _put(*signs: str) -> Change:
    def change(lines: list[str], n: int, rng: random.Random) -> None:
        at = _at(lines[n], rng)
        lines[n] = lines[n][:at] + rng.choice(signs) + lines[n][at:]

    return change


def _without(*signs: str) -> Change:
    """Takes away a sign of some, on the line or the next one that has it."""

    def change(lines: list[str], n: int, rng: random.Random) -> None:
        for k in (*range(n, len(lines)), *range(n)):
            found = [i for i, sign in enumerate(lines[k]) if sign in signs]
            if found:
                at = rng.choice(found)
                lines[k] = lines[k][:at] + lines[k][at + 1 :]
                return

    return change


def _word(do: Callable[[str], str]) -> Change:
    def change(lines: list[str], n: int, rng: random.Random) -> None:
        words = list(re.finditer(r"\S+", lines[n]))
        if words:
            found = rng.choice(words)
            lines[n] = lines[n][: found.start()] + do(found[0]) + lines[n][found.end() :]

    return change


def _line(do: Callable[[str], str]) -> Change:
    def change(lines: list[str], n: int, rng: random.Random) -> None:
        lines[n] = do(lines[n])

    return change


def _lines(do: Callable[[list[str], int, int], None]) -> Change:
    return lambda lines, n, rng: do(lines, n, rng.randrange(len(lines)))


def _swap(lines: list[str], n: int, other: int) -> None:
    if n + 1 < len(lines):
        lines[n], lines[n + 1] = lines[n + 1], lines[n]


def _move(lines: list[str], n: int, other: int) -> None:
    lines.insert(min(other, len(lines)), lines.pop(n))


def _delete(many: int) -> Change:
    return _lines(lambda lines, n, other: lines.__delitem__(slice(n, n + many)))


def _again(many: int) -> Change:
    return _lines(lambda lines, n, other: lines.__setitem__(slice(n, n), lines[n : n + many]))


def _join(lines: list[str], n: int, other: int) -> None:
    if n + 1 < len(lines):
        lines[n : n + 2] = [f"{lines[n]} {lines[n + 1].strip()}"]


def _split(lines: list[str], n: int, rng: random.Random) -> None:
    at = _at(lines[n], rng)
    lines[n : n + 1] = [lines[n][:at], lines[n][at:]]


def _turned(lines: list[str], n: int, rng: random.Random) -> None:
    """Two letters that stand in each other's place."""
    if len(lines[n]) > 1:
        at = rng.randrange(len(lines[n]) - 1)
        lines[n] = lines[n][:at] + lines[n][at + 1] + lines[n][at] + lines[n][at + 2 :]


KINDS: Mapping[str, Change] = {
    "a letter put in": _put(*"aeinrstxyz"),
    "a digit put in": _put(*"0123456789"),
    "a sign put in": _put(*"!&*?|>@`%~^=+<$/\\"),
    "a hash put in": _put(" # ", "#", " #"),
    "a colon put in": _put(": ", ":"),
    "a comma put in": _put(", ", ","),
    "a quotation mark put in": _put('"', "'", "“", "”", "’"),
    "a bracket put in": _put(*"()[]{}"),
    "a character nobody sees put in": _put("\u00a0", "\u00ad", "\u200b", "\ufeff", "\u2028"),
    "a tab put in": _put("\t"),
    "a control character put in": _put("\x00", "\x0b", "\x1b", "\x85"),
    "Markdown put in": _put("*", "**", "_", "[", "](", "`", "~~", "<b>", "<!--", "{{ ", " }}", "{: #x }"),
    "a letter gone": lambda lines, n, rng: lines.__setitem__(n, (lambda at: lines[n][: at - 1] + lines[n][at:])(max(1, _at(lines[n], rng)))),
    "a bracket gone": _without(*"()[]{}"),
    "a quotation mark gone": _without('"', "'"),
    "a colon or comma gone": _without(":", ","),
    "a dash gone": _without("-"),
    "two letters turned": _turned,
    "a word gone": _word(lambda word: ""),
    "a word twice": _word(lambda word: f"{word} {word}"),
    "a word in capitals": _word(str.upper),
    "a word with a capital": _word(str.swapcase),
    "a word in quotation marks": _word(lambda word: f'"{word}"'),
    "a line gone": _delete(1),
    "three lines gone": _delete(3),
    "ten lines gone": _delete(10),
    "a line twice": _again(1),
    "three lines twice": _again(3),
    "a line and the next turned": _lines(_swap),
    "a line moved": _lines(_move),
    "two lines joined": _lines(_join),
    "a line split": _split,
    "a blank line put in": _lines(lambda lines, n, other: lines.insert(n, "")),
    "a line deeper": _line(lambda line: f"  {line}"),
    "a line a step deeper": _line(lambda line: f"    {line}"),
    "a line less deep": _line(lambda line: line[2:] if line.startswith("  ") else line[1:]),
    "a line without depth": _line(str.lstrip),
    "a bullet before a line": _line(lambda line: f"- {line}"),
    "a sign of a list of Word's": _line(lambda line: f"• {line.lstrip(' -')}"),
    "a line commented out": _line(lambda line: f"# {line}"),
    "a mark of a merge": _lines(lambda lines, n, other: lines.insert(n, "<<<<<<< HEAD")),
    "the rest cut off": _lines(lambda lines, n, other: lines.__delitem__(slice(n, None))),
    "the beginning cut off": _lines(lambda lines, n, other: lines.__delitem__(slice(0, n))),
}
"""Every kind of corruption."""


@dataclass(frozen=True)
class Case:
    """One corruption.

    Args:
        seed: by which it is made again.
        kind: of ``KINDS``.
        path: the file.
        text: the file as it is then.
    """

    seed: int
    kind: str
    path: str
    text: str

    def __str__(self) -> str:
        return f"seed {self.seed}: {self.kind}, {self.path}"


class Project:
    """The real project, of which only the files that change are read again.

    Args:
        root: its folder.
    """

    def __init__(self, root: Path = ROOT) -> None:
        self.root = root
        self._read: dict[str, tuple[Any, list[Problem]]] = {}
        self.site = self.loaded({})[0]
        self.texts = {path: (root / path).read_text("utf-8") for path in (*self.site.files, *(page.path for page in self._pages()))}

    def _pages(self) -> tuple[Page, ...]:
        return (*self.site.pages.values(), *self.site.others)

    def case(self, seed: int) -> Case:
        """The corruption of a seed."""
        rng = random.Random(seed)
        path, kind = rng.choice(sorted(self.texts)), rng.choice(list(KINDS))
        lines = self.texts[path].split("\n")
        KINDS[kind](lines, rng.randrange(len(lines)), rng)
        return Case(seed, kind, path, "\n".join(lines))

    def loaded(self, texts: Mapping[str, str]) -> tuple[Site, list[Problem]]:
        """The project with some files of another text, loaded."""
        with self._with(texts):
            return load.load(self.root)

    def checked(self, texts: Mapping[str, str]) -> tuple[Site, list[Problem]]:
        """The same, loaded and checked by every rule."""
        with self._with(texts):
            return check.check(self.root)

    def read(self, case: Case) -> tuple[DataFile | Page | None, list[Problem]]:
        """The file of a case alone, and what its reading tells."""
        problems: list[Problem] = []
        with self._with({case.path: case.text}):
            if case.path in self.site.files:
                return load._data_file(self.root, case.path, self.site.files[case.path].kind, problems), problems
            return load._page(self.root, case.path, problems, bool(load._edition_and_topic(case.path)[1])), problems

    @contextmanager
    def _with(self, texts: Mapping[str, str]) -> Any:
        own, one_file, one_page = load._text, load._data_file, load._page

        def text(root: Path, name: str, problems: list[Problem]) -> str | None:
            if name not in texts:
                return own(root, name, problems)
            with mock.patch.object(Path, "read_bytes", lambda _: texts[name].encode()):
                return own(root, name, problems)

        def kept(name: str, problems: list[Problem], read: Callable[[list[Problem]], Any]) -> Any:
            if name in texts:
                return read(problems)
            if name not in self._read:
                told: list[Problem] = []
                self._read[name] = read(told), told
            found, told = self._read[name]
            problems += told
            return found

        def data_file(root: Path, path: str, kind: str, problems: list[Problem]) -> DataFile:
            return kept(path, problems, lambda told: one_file(root, path, kind, told))

        def page(root: Path, name: str, problems: list[Problem], of_edition: bool) -> Page | None:
            return kept(name, problems, lambda told: one_page(root, name, told, of_edition))

        with mock.patch.multiple(load, _text=text, _data_file=data_file, _page=page):
            yield


def unclear(problems: Iterable[Problem], lengths: Mapping[str, int]) -> list[str]:
    """Problems that are none in an editor's words, or stand nowhere in a file."""
    found = []
    for each in problems:
        if not 1 <= each.line <= lengths.get(each.path, 1) + 1:
            found.append(f"{each}: there is no such line")
        if MACHINERY.search(f"{each.what} {each.mend}") or not each.what.endswith((".", "!", "?")) or not each.mend.endswith("."):
            found.append(f"{each}: no sentences for an editor")
    return found


def lost(case: Case, found: DataFile | Page | None) -> str:
    """Words of an accepted file that its reading does not have, or reads otherwise than readers will see them; empty where there are none."""
    if isinstance(found, DataFile):
        there = _words("\n".join(line for line in case.text.split("\n") if not line.lstrip().startswith("#")))
        return " ".join((there - _words("\n".join(_texts(found.document.value)))).elements())
    ids = [each.id for each in found.provisions] if found else []
    if not found or not ids or len(set(ids)) < len(ids):  # of an id that stands twice a rule tells
        return ""
    return "; ".join(rendered.differences(found))


def _words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", re.sub(r'\\(?:[nt"\\/]|x..|u....)', " ", text)))


def _texts(value: Any) -> Iterable[str]:
    if isinstance(value, dict):
        for key, each in value.items():
            yield str(key)
            yield from _texts(each)
    elif isinstance(value, list):
        for each in value:
            yield from _texts(each)
    elif value is not None:
        yield str(value)


def drawn(site: Site) -> int:
    """How many pages are drawn of a site without problems: what cannot be drawn, raises."""
    return len(list(Pages(Draw(site, str(ROOT / "overrides/macros"))).everything()))


def main() -> None:
    """Shows one corruption: what changed in the file, what is told of it, and whether the site can be drawn."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--one", type=int, required=True, metavar="SEED")
    project = Project()
    case = project.case(parser.parse_args().one)
    print(case)
    print("\n".join(difflib.unified_diff(project.texts[case.path].split("\n"), case.text.split("\n"), "before", "after", n=1, lineterm="")))
    read, problems = project.read(case)
    print("lost:", "" if problems else lost(case, read))
    site, found = project.checked({case.path: case.text})
    print(report(found) or f"Accepted; {drawn(site)} pages are drawn.")


if __name__ == "__main__":
    main()
