"""What changed in data files and in the settings: facts of records, records, and whole files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from macros import records
from macros.compare import items
from macros.editing import edits, named, remarks, values
from macros.editing.edits import Edit
from macros.editing.values import Difference
from macros.read import yamltext
from macros.read.load import SETTINGS
from macros.read.site import Site

_NOTES = ("changes", "key-changes")


def of_data(base: Site, head: Site) -> Iterator[Edit]:
    """Every fact and record that differs between two states, file by file; files that cannot be read are left out."""
    for path in dict.fromkeys([*head.files, *base.files]):
        if path not in unreadable(head) and path not in unreadable(base):
            yield from _of_file(base, head, path)


def unreadable(site: Site) -> frozenset[str]:
    """The data files that hold something that cannot be read."""
    return frozenset(path for path, file in site.files.items() if file.document.value is None and _holds_something(site.root / path))


def _holds_something(path: Path) -> bool:
    """Whether a file holds more than comments."""
    try:
        lines = path.read_text("utf-8", "replace").splitlines()
    except OSError:
        return False
    return any(line.strip() and not line.lstrip().startswith(("#", "---")) for line in lines)


def _value(site: Site, path: str, other: Any) -> Any:
    """What a file says; nothing, of the other state's kind, where it is empty or not there."""
    value = site.files[path].document.value if path in site.files else None
    return (type(other)() if isinstance(other, dict | list) else None) if value is None else value


def _of_file(base: Site, head: Site, path: str) -> Iterator[Edit]:
    was = base.files[path].document.value if path in base.files else None
    old, new = _value(base, path, _value(head, path, was)), _value(head, path, was)
    kind = (head.files.get(path) or base.files[path]).kind
    for each in values.differences(old, new):
        yield _edit(base, head, path, kind, each)


def _edit(base: Site, head: Site, path: str, kind: str, each: Difference) -> Edit:
    place = records.KINDS[kind].place
    depth = len(place) if place is not None else 0
    trail = each.trail[depth:]
    one = each.old if each.new is None else each.new if each.old is None else None
    whole = isinstance(one, dict) and "id" in one and not each.order
    identifier = trail[0] if place is not None and trail else ""
    found = _record(base, path, identifier) or _record(head, path, identifier)
    site = base if each.new is None else head
    file = site.files.get(path)
    line = file.document.line(*each.place) if file else 1
    called, prints = named.record(found, identifier), _prints(base, kind)
    own = () if place is None or not identifier else (f"{kind}/{identifier}",)
    old, new = values.flat(each.old), values.flat(each.new)
    if whole and isinstance(one, dict):
        nested = f"{named.path(trail)}: " if place is None else ""
        noun = "change note" if kind == "changes" else "record"
        listed = [*(one.get("editions") or ())] if prints else []
        touched = tuple(edition for edition in listed if edition in base.order)
        what = f"the {noun} “{nested}{named.record(one, trail[-1])}” in {path.removeprefix('data/')}"
        return Edit(edits.RECORD, what, path, line, old, new, own, touched)
    rest, edition = _of_edition(trail[1:] if place is not None else trail)
    touched = (edition,) if edition in base.order and prints else ()
    told = ("Only their order changed.",) if each.order else ()
    if own and own[0] == f"links/{_help(head) or _help(base)}":
        told = ("The line of help on every page leads there.",)
    dated = rest[-1:] == ("seen",)
    heeded = tuple(remarks.on(old, new, items.forces(head))) if old and new and not each.order and not dated else ()
    if kind == "changes":
        called = f"the change note “{called}”"
    what = _what(rest, edition, called if place is not None else "", path, each.order)
    return Edit(edits.FACT, what, path, line, old, new, own, touched, heeded, told)


def _help(site: Site) -> str:
    """The link of the line of help, where it can be read."""
    return next((each.help for each in site.register("partnership")), "")


def _what(rest: tuple[str, ...], edition: str, called: str, path: str, order: bool) -> str:
    field = "order of the records" if order and not rest else ("order of the " if order else "") + (named.path(rest) if rest else "entry")
    of = f" of {called}" if called else f" in {path.removeprefix('data/')}"
    return f"the {edition + ' ' if edition else ''}{field}{of}"


def _of_edition(trail: tuple[str, ...]) -> tuple[tuple[str, ...], str]:
    """A trail without the edition under whose entry it leads, and that edition."""
    return (trail[2:], trail[1]) if trail[:1] == ("editions",) and len(trail) > 1 else (trail, "")


def _prints(site: Site, kind: str) -> bool:
    """Whether what stands under an edition in a register is what that edition prints."""
    return "editions" in records.KINDS[kind].shape.model_fields and kind not in ("editions", "sectors", *_NOTES)


def _record(site: Site, path: str, identifier: str) -> Any:
    file = site.files.get(path)
    if not file or not identifier:
        return None
    return next((value for _, value in file.values if isinstance(value, dict) and value.get("id") == identifier), None)


def of_settings(base: Path, head: Path) -> Iterator[Edit]:
    """Every setting of ``mkdocs.yml`` that differs; a line of the navigation is a setting."""
    old, new = _settings(base), _settings(head)
    if not isinstance(old.value, dict) or not isinstance(new.value, dict):
        return
    for each in values.differences({**old.value, "nav": None}, {**new.value, "nav": None}):
        document = old if each.new is None else new
        what = f"the setting “{' '.join(map(named.field, each.trail))}”"
        told = ("It stands in the frame of every page, around the page's own words.",)
        yield Edit(edits.SETTING, what, SETTINGS, document.line(*each.place), values.flat(each.old), values.flat(each.new), told=told)
    before, after = list(_entries(old.value.get("nav"))), list(_entries(new.value.get("nav")))
    line, was = new.line("nav"), old.line("nav")
    yield from (_line(each, was, each, "") for each in before if each not in after)
    yield from (_line(each, line, "", each) for each in after if each not in before)
    if sorted(before) == sorted(after) and before != after:
        yield Edit(edits.SETTING, "the order of the navigation", SETTINGS, line, "\n".join(before), "\n".join(after))


def _line(entry: str, line: int, old: str, new: str) -> Edit:
    return Edit(edits.SETTING, f"the line “{entry}” of the navigation", SETTINGS, line, old, new)


def _settings(folder: Path) -> Any:
    path = folder / SETTINGS
    return yamltext.read(SETTINGS, path.read_text("utf-8", "replace") if path.is_file() else "{}\n", whose="settings")[0]


def _entries(entry: Any, above: str = "") -> Iterator[str]:
    """Every line of a navigation, each with the names above it."""
    if isinstance(entry, dict):
        for name, below in entry.items():
            yield from _entries(below, f"{above}{name} › " if isinstance(below, list) else f"{above}{name}: ")
    elif isinstance(entry, list):
        for each in entry:
            yield from _entries(each, above)
    elif entry is not None:
        yield above + str(entry)
