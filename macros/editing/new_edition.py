"""A new edition as a draft: its pages, its entries in every register, and stubs for what a person has to tell."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from macros import check, problems, records
from macros.editing.copied import with_entries
from macros.editing.refused import Refused
from macros.editing.written import appended
from macros.read.site import ARRANGEMENTS, Edition, Site

_EDITIONS, _SOURCES = "data/editions.yaml", "data/sources.yaml"
_NAMES = re.compile(r"^(title|description): ")
_TOLD = 8
"""How many lines that name the older edition are told one by one."""


def new_edition(root: Path, new: str, old: str | None = None, name: str | None = None) -> str:
    """Makes an edition from the newest one, as a draft: it stands after the current one, and so is not in force.

    Args:
        root: the project's folder.
        new: the new edition's id.
        old: the id of the edition that it begins as; the newest, which is the only one that it can be.
        name: how pages call it; its id where nothing is given.

    Returns: what was made and what is left to do.

    Raises:
        Refused: where the project has problems, or the ids cannot be used. Nothing is written then.
    """
    site, found = check.check(root)
    if found:
        raise Refused(f"There are problems to mend first.\n{problems.report(found)}")
    edition = _from(site, new, old)
    made = _files(site, edition, new, name or new)
    for path, text in made.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")
    return _told(site, edition, new, made)


def _from(site: Site, new: str, old: str | None) -> Edition:
    """The edition that a new one begins as."""
    newest = site.order[-1]
    if not re.fullmatch(r"[a-z0-9]+", new):
        raise Refused(f"“{new}” cannot be an edition's id. Use small letters and digits only, such as the year.")
    if new in site.order or any(path.startswith(f"{ARRANGEMENTS}/{new}/") for path in site.listing):
        raise Refused(f"There is an edition {new} already. Give the new one another id.")
    if old not in (None, newest):
        raise Refused(f"A new edition begins as the newest one, which is {newest}. Use --from {newest}.")
    return site.editions[newest]


def _files(site: Site, edition: Edition, new: str, name: str) -> dict[str, str]:
    """Every file that is made or changed, by its path, with its whole text."""
    old, entry = edition.id, edition.entry
    source = entry.source.replace(old, new) if old in entry.source else f"{entry.source}-{new}"
    title = entry.title.replace(entry.name, name) if entry.name in entry.title else f"{entry.title}, {name}"
    found = {}
    for file in site.registers.values():
        text = _text(site, file.path)
        if (changed := with_entries(text, old, new)) != text:
            found[file.path] = changed
    for path in (each for each in site.listing if each.startswith(f"{ARRANGEMENTS}/{old}/") and each.endswith(".md")):
        found[path.replace(f"/{old}/", f"/{new}/", 1)] = _page(_text(site, path), source, {entry.name: name})
    stub = {"id": source, "title": title, "short": title, "publisher": site.register("sources").by_id[entry.source].publisher}
    stub |= {"dated": "not stated", "what": records.BEING_PREPARED}
    found[_SOURCES] = appended(found.get(_SOURCES) or _text(site, _SOURCES), stub)
    mine: dict[str, object] = {"id": new, "name": name, "title": title, "source": source, "written_under": entry.written_under}
    mine |= {"status": records.BEING_PREPARED, **({"labels": entry.labels} if entry.labels else {}), "topics": entry.topics}
    found[_EDITIONS] = appended(_text(site, _EDITIONS), mine)
    found[f"data/changes/{old}-{new}.yaml"] = _NOTES.format(old=entry.name, new=name, like=_like(site, "changes"))
    return found


_NOTES = """# Lineage and change notes between {old} and {new}. While nothing differs there is nothing to tell: the check asks for each
# change once it is made. What a note says, field by field: the opening comment of {like}.
notes: []
"""


def _like(site: Site, kind: str) -> str:
    """An older file of a kind, whose opening comment says how to write one."""
    return next((path for path, file in site.files.items() if file.kind == kind), f"another file of data/{kind}/")


def _text(site: Site, path: str) -> str:
    return (site.root / path).read_text("utf-8")


def _page(text: str, source: str, names: Mapping[str, str]) -> str:
    """A page for the new edition: its head names the new source and edition."""
    opening, head, body = text.split("---\n", 2)
    lines = []
    for line in head.splitlines():
        if _NAMES.match(line):
            for old, new in names.items():
                line = line.replace(old, new)
        lines.append(f"source: {source}" if line.startswith("source:") else line)
    return f"{opening}---\n" + "\n".join(lines) + f"\n---\n{body}"


def _told(site: Site, edition: Edition, new: str, made: Mapping[str, str]) -> str:
    """What was made, and what a person has to look at."""
    pages = [path for path in made if path.startswith("docs/")]
    named = [
        f"  {path}, line {number}: {line.strip()[:100]}"
        for path in pages
        for number, line in enumerate(made[path].splitlines(), 1)
        if edition.entry.name in line
    ]
    more = [f"  … and {len(named) - _TOLD} more"] if len(named) > _TOLD else []
    lines = [
        f"Edition {new} is a draft: {len(pages)} pages, and entries in {sum(path.startswith('data/') for path in made)} files of data/.",
        "Now it says what the edition before says. Next:",
        f"- put its own words into {ARRANGEMENTS}/{new}/, and take its entries out of registers where it no longer prints them;",
        f"- in {_EDITIONS}, write its name, its title, the guidance under which it was written and its status; in {_SOURCES}, what its document is;",
        "- run the check, which asks for each change note, one by one.",
        f'It is in force from the day on which {_EDITIONS} says “current: "{new}"”.',
    ]
    return "\n".join([*lines, *([f"These lines still name {edition.entry.name}:", *named[:_TOLD], *more] if named else [])])
