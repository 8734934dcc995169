"""Everything on disk to one Site, gathering what is wrong on the way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

from macros import records
from macros.problems import Problem
from macros.read import provisions, yamltext
from macros.read.again import AGAIN
from macros.read.site import ARRANGEMENTS, DataFile, NotesFile, Site

SETTINGS = "mkdocs.yml"


def load(root: Path) -> tuple[Site, list[Problem]]:
    """Reads ``data/`` and ``docs/`` below a root, and the navigation of ``mkdocs.yml`` where there is one.

    Returns: the site, as much of it as could be read, and every problem of reading. Nothing is raised for what an editor
    may have written.
    """
    problems: list[Problem] = []
    listing = {path.relative_to(root).as_posix(): path.is_symlink() for name in ("data", "docs") for path in sorted((root / name).rglob("*"))}
    files = [_data_file(root, path, kind, problems) for kind in records.KINDS for path in _paths(kind, listing)]
    pages: dict[tuple[str, str], provisions.Page] = {}
    others: list[provisions.Page] = []
    for path in (path for path in listing if path.startswith("docs/") and path.endswith(".md") and (root / path).is_file()):
        edition, topic = _edition_and_topic(path)
        page = _page(root, path, problems, of_edition=bool(topic))
        if topic:
            pages[edition, topic] = page or provisions.Page(path, yamltext.Document(path, {}, {}))
        elif page:
            others.append(page)
    told = {problem.path for problem in problems}
    unread = {file.path for file in files if file.document.value is None} | {page.path for page in pages.values() if not page.parts}
    return Site(
        root,
        MappingProxyType({file.path: file for file in files}),
        MappingProxyType(pages),
        tuple(others),
        MappingProxyType(listing),
        _navigation(root, problems),
        frozenset(unread & told),
    ), problems


def _paths(kind: str, listing: Mapping[str, bool]) -> list[str]:
    """The paths of a kind's files: one that must be there, or those that are."""
    before, star, after = records.KINDS[kind].path.partition("*")
    if not star:
        return [before]
    return [path for path in listing if path.startswith(before) and path.endswith(after) and "/" not in path[len(before) :]]


def _edition_and_topic(path: str) -> tuple[str, str]:
    """The edition and topic of an edition's page; empty for another page."""
    edition, slash, name = path.removeprefix(f"{ARRANGEMENTS}/").partition("/")
    found = path.startswith(f"{ARRANGEMENTS}/") and slash and "/" not in name and name != "index.md"
    return (edition, name.removesuffix(".md")) if found else ("", "")


def _text(root: Path, name: str, problems: list[Problem]) -> str | None:
    """A file's text; None, with a problem, where it is missing, is not UTF-8 or holds the marks of a conflict."""
    try:
        raw = (root / name).read_bytes()
    except OSError:
        problems.append(Problem(name, 1, "this file is missing.", "Put it back, or ask for help if you did not delete it."))
        return None
    try:
        text = raw.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        mend = "Save the file again with the encoding UTF-8, and type the character on this line anew."
        problems.append(Problem(name, line, "this file is not saved as UTF-8; a character here cannot be read.", mend))
        return None
    marks = [n for n, line in enumerate(text.split("\n"), 1) if line.startswith(_MERGE) or line.rstrip() == "======="]
    mend = "Keep the lines that are right, and delete the lines that begin with <<<<<<<, |||||||, ======= and >>>>>>>."
    problems += [Problem(name, n, "there is a mark of an unfinished merge here.", mend) for n in marks]
    return None if marks else text


_MERGE = ("<<<<<<< ", ">>>>>>> ", "||||||| ")


def _data_file(root: Path, path: str, kind: str, problems: list[Problem]) -> DataFile:
    text = _text(root, path, problems)
    if text is None:
        return _empty(path, kind)
    file, faults = AGAIN.once((kind, path), text, lambda: _records(path, kind, text))
    problems += faults
    return file  # type: ignore[no-any-return]


def _empty(path: str, kind: str, document: yamltext.Document | None = None) -> DataFile:
    return (NotesFile if kind == "changes" else DataFile)(kind, document or yamltext.Document(path, None, {}))


def _records(path: str, kind: str, text: str) -> tuple[DataFile, list[Problem]]:
    """A data file, its outer shape and its records, with every problem of them."""
    about = records.KINDS[kind]
    document, problems = yamltext.read(path, text)
    file = _empty(path, kind, document)
    if document.value is None:
        return file, problems or [Problem(path, 1, "this file is empty.", _EMPTY)]
    faults = list(_outer(document, about))
    problems += faults
    if faults:
        return replace(file, document=replace(document, value=None)), problems
    found = []
    for place, _ in file.values:
        record, faults = yamltext.shaped(document, about.shape, *place)
        problems += faults
        if record is not None:
            found.append((place, record))
    return replace(file, records=tuple(found)), problems


_EMPTY = "Put back what it held: undo the change to this file, or take the file from before it."


def _outer(document: yamltext.Document, about: records.Kind) -> list[Problem]:
    """What is wrong with a file as a whole: that it is not the list, or the named lines, that it should be."""
    value, place = document.value, about.place
    if place is None:
        wrong = not isinstance(value, dict)
        return [Problem(document.path, 1, "this file should hold named lines.", "Write lines such as “name: …”.")] if wrong else []
    for part in place:
        if not isinstance(value, dict) or set(value) != {part}:
            mend = f"Let the file hold one line “{part}:” and the list below it, and nothing else."
            return [Problem(document.path, 1, f"this file should hold “{part}:” and the list below it.", mend)]
        value = value[part]
    if not isinstance(value, list):
        if place and value == "":
            return []
        return [Problem(document.path, document.line(*place), "this file should be a list of records.", "Begin each record with “- id: …”.")]
    lines = [document.line(*place, i) for i, each in enumerate(value) if not isinstance(each, dict)]
    return [Problem(document.path, line, "this is no record.", "Begin each record with “- id: …”, and its other lines below it.") for line in lines]


def _page(root: Path, name: str, problems: list[Problem], of_edition: bool) -> provisions.Page | None:
    text = _text(root, name, problems)
    if text is None:
        return None
    page, faults = AGAIN.once(("page", name), text, lambda: _provisions(name, text, of_edition))
    problems += faults
    return page  # type: ignore[no-any-return]


def _provisions(name: str, text: str, of_edition: bool) -> tuple[provisions.Page, list[Problem]]:
    """A page, and what an edition's says, with every problem of them."""
    page, problems = provisions.split(name, text)
    if not of_edition or problems:
        return page, problems
    head, problems = yamltext.shaped(page.head, records.Head)
    page, faults = provisions.parse(replace(page, meta=head))
    return page, problems + faults


def _navigation(root: Path, problems: list[Problem]) -> tuple[str, ...] | None:
    """The pages that the navigation of the site's settings names; None where there are no settings or no navigation."""
    if not (root / SETTINGS).is_file():
        return None
    text = _text(root, SETTINGS, problems)
    if text is None:
        return None
    document, faults = yamltext.read(SETTINGS, text, whose="settings")
    problems += faults
    nav = document.value.get("nav") if isinstance(document.value, dict) else None
    return tuple(_leaves(nav)) if isinstance(nav, list) else None


def _leaves(entry: Any) -> list[str]:
    if isinstance(entry, str):
        return [entry]
    below = entry if isinstance(entry, list) else entry.values() if isinstance(entry, dict) else ()
    return [leaf for each in below for leaf in _leaves(each)]
