"""What a change takes away, said before everything else: records, fields, provisions, notes, pages, sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from macros.editing import edits, remarks
from macros.editing.edits import Edit
from macros.read.site import Site

_NAMED = 6
_CALL = re.compile(r"\b[a-z_]+\((?:\"[^\"]*\"(?:, *\"[^\"]*\")*)?\)(?=$| )", re.M)


def told(base: Site, head: Site, found: tuple[Edit, ...]) -> Iterator[str]:
    """Every loss, as a sentence, the largest first.

    Args:
        base: the older state.
        head: the newer one.
        found: all that was changed.
    """
    lost = sorted(_records(base, head, found), key=lambda row: -row[0])
    yield from (sentence for _, sentence in lost)
    for kind in (edits.PROVISION, edits.NOTE, edits.PAGE):
        yield from _of_kind(kind, found)
    yield from _fields(found)
    yield from _sentences(found)
    yield from _rest(found)


def _records(base: Site, head: Site, found: tuple[Edit, ...]) -> Iterator[tuple[int, str]]:
    by_file: dict[str, list[Edit]] = {}
    for each in found:
        if each.kind == edits.RECORD and each.did == "removed":
            by_file.setdefault(each.path, []).append(each)
    for path, gone in by_file.items():
        came = sum(each.kind == edits.RECORD and each.did == "added" and each.path == path for each in found)
        all_of_it = path in base.files and len(gone) == len(base.files[path].values)
        names = _listed(_ids(gone))
        kept = not came and path in head.files and not head.files[path].values
        if all_of_it and kept:
            yield len(gone), f"{path.removeprefix('data/')} is empty: all of its {edits.counted(len(gone), 'record')} are gone: {names}."
        elif came:
            yield len(gone), f"{edits.counted(len(gone), 'record')} gone from {Path(path).name}, and {came} new there: gone are {names}."
        else:
            yield len(gone), f"{edits.counted(len(gone), 'record')} fewer in {Path(path).name}: {names}."


def _ids(found: Iterable[Edit]) -> list[str]:
    return [each.names[0].partition("/")[2] if each.names else each.what for each in found]


def _listed(names: list[str]) -> str:
    more = len(names) - _NAMED
    return ", ".join(names[:_NAMED]) + (f" and {more} more" if more > 0 else "")


def _of_kind(kind: str, found: tuple[Edit, ...]) -> Iterator[str]:
    gone = [each for each in found if each.kind == kind and each.did == "removed"]
    for path in dict.fromkeys(each.path for each in gone if kind != edits.PAGE):
        here = [each for each in gone if each.path == path]
        names = _listed([each.names[0] if each.names else _short(each.old) for each in here])
        yield f"{edits.counted(len(here), kind)} fewer in {path}: {names}."
    if gone and kind == edits.PAGE:
        yield f"{edits.counted(len(gone), kind)} fewer: {_listed([each.path for each in gone])}."


def _short(text: str) -> str:
    words = text.split()
    return "“" + " ".join(words[:8]) + (" …”" if len(words) > 8 else "”")


def _fields(found: tuple[Edit, ...]) -> Iterator[str]:
    for kind in (edits.FACT, edits.SETTING):
        gone = [each for each in found if each.kind == kind and each.did == "removed"]
        if gone:
            yield f"{edits.counted(len(gone), kind)} fewer: {_listed([each.what for each in gone])}."


def _sentences(found: tuple[Edit, ...]) -> Iterator[str]:
    for each in found:
        if each.kind in (edits.SETTING, edits.PROGRAM, edits.RECORD, edits.PAGE):
            continue
        fewer = remarks.sentences(each.old) - remarks.sentences(each.new)
        if each.did == "changed" and fewer > 0:
            yield f"{edits.counted(fewer, 'sentence')} fewer in {each.what}."
        elif each.did == "changed" and remarks.ends_early(each.old, each.new):
            yield f"The end of {each.what} is gone."


def _rest(found: tuple[Edit, ...]) -> Iterator[str]:
    """Passages that are gone, and block macros, with which all that they draw is gone."""
    for each in found:
        if each.kind != edits.PASSAGE:
            continue
        calls = [call for call in _CALL.findall(each.old) if call not in _CALL.findall(each.new)]
        if calls:
            yield f"{edits.counted(len(calls), 'block macro')} fewer in {each.path}, with all that it draws: {_listed(calls)}."
        elif each.did == "removed":
            yield f"{edits.counted(remarks.sentences(each.old), 'sentence')} fewer in {each.path}: {_short(each.old)}."
