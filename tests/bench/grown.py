"""Larger sites, made of this one and valid under ``check``: more topics, more duties, more agencies, more change notes.

Copies have ids and titles of their own, with the letters of their number at the end: ids hold no digits.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import yaml

ID = re.compile(r"^( *\{: *#)([a-z-]+)( *\} *)$", re.M)
GONE = re.compile(r": (\S+) is in (\S+) but not in (\S+), and no change note says what became of it")
OWN = re.compile(r"(\]\(#[a-z-]+)\)")
MACRO = re.compile(r"^\{\{.*\}\}\n*", re.M)
CARRIED = ("data", "docs", "macros", "overrides", "mkdocs.yml")


def copy(project: Path, goal: Path) -> None:
    """Copies what a build needs."""
    goal.mkdir(parents=True)
    for name in CARRIED:
        if (project / name).is_dir():
            shutil.copytree(project / name, goal / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(project / name, goal / name)


def letters(number: int) -> str:
    """A number as letters: 1 is b, 25 is z, 26 is bz."""
    return (letters(number // 26) if number >= 26 else "") + "abcdefghijklmnopqrstuvwxyz"[number % 26]


def _read(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


def _write(path: Path, value: Any) -> None:
    """Writes data as YAML that is JSON: each text in double quotation marks, on its own line."""
    head = "".join(line for line in path.read_text(encoding="utf-8").splitlines(keepends=True) if line.startswith("#")) if path.exists() else ""
    path.write_text(head + json.dumps(value, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def topics(goal: Path, times: int) -> None:
    """So many copies of every topic in each edition, with their change notes.

    Args:
        goal: the copied project.
        times: how many there are of each in the end.
    """
    path = goal / "data/editions.yaml"
    editions = _read(path)
    for edition in editions["editions"]:
        folder, own = goal / "docs/arrangements" / edition["id"], list(edition["topics"])
        for n in range(1, times):
            for topic in own:
                text = (folder / f"{topic}.md").read_text(encoding="utf-8")
                text = MACRO.sub("", OWN.sub(rf"\1-{letters(n)})", ID.sub(rf"\1\2-{letters(n)}\3", text)))
                (folder / f"{topic}-{letters(n)}.md").write_text(text, encoding="utf-8")
                edition["topics"].append(f"{topic}-{letters(n)}")
        edition["labels"] = edition.get("labels", []) + [f"{label}-{letters(n)}" for n in range(1, times) for label in edition.get("labels", [])]
    _write(path, editions)
    for path in (goal / "data/changes").glob("*.yaml"):
        notes = _read(path)["notes"]
        _write(path, {"notes": notes + [each for n in range(1, times) for note in notes if (each := _again(note, letters(n)))]})


def _again(note: dict[str, Any], end: str) -> dict[str, Any] | None:
    """A change note about the copy of a topic; None where it is about records alone."""

    def own(ids: list[str]) -> list[str]:
        return [f"{each}-{end}" for each in ids if "/" not in each]

    found = {**note, "id": f"{note['id']}-{end}"} | ({"weight": "notable"} if note["weight"] == "key" else {})
    if "where" in note:
        found["where"] = own(note["where"])
    if "removed" in note:
        found["removed"] = own(note["removed"])
    if "replaces" in note:
        pairs = [{"old": own(each["old"]), "new": own(each["new"])} for each in note["replaces"]]
        found["replaces"] = [each for each in pairs if each["old"] and each["new"]]
    if "fates" in note:
        found["fates"] = [{**each, "of": own(each["of"])} for each in note["fates"] if own(each["of"])]
    found = {name: value for name, value in found.items() if value != []}
    return found if {"where", "removed", "replaces"} & found.keys() else None


def records(goal: Path, times: int) -> None:
    """So many of each duty, on the copies of the topics that they name.

    Args:
        goal: the project, after ``topics`` with the same number.
        times: how many there are of each in the end.
    """
    path = goal / "data/duties.yaml"
    found = _read(path)
    _write(path, found + [each for n in range(1, times) for record in found if (each := _record(record, letters(n)))])


def _record(record: dict[str, Any], end: str) -> dict[str, Any]:
    again = {**record, "id": f"{record['id']}-{end}"}
    again.pop("since", None)
    again["editions"] = {}
    for edition, entry in record.get("editions", {}).items():
        own = dict(entry)
        if "provision" in own:
            own["provision"] = [f"{each}-{end}" for each in own["provision"]]
        again["editions"][edition] = own
    return {name: value for name, value in again.items() if value != {}}


def agencies(goal: Path, times: int) -> None:
    """So many times the agencies."""
    path = goal / "data/agencies.yaml"
    found = _read(path)
    _write(path, found + [_renamed(record, letters(n)) for n in range(1, times) for record in found])


def _renamed(record: dict[str, Any], end: str) -> dict[str, Any]:
    entries = {edition: {**entry, "name": f"{entry['name']} {end.upper()}"} for edition, entry in record["editions"].items()}
    again = {**record, "id": f"{record['id']}-{end}", "editions": entries}
    for name in ("since", "replaces"):
        again.pop(name, None)
    return again


def explained(goal: Path) -> None:
    """Puts into a change note what the check says is gone without a word.

    Raises: RuntimeError with what else the check says.
    """
    said = _checked(goal)
    for old, new in dict.fromkeys((old, new) for _, old, new in GONE.findall(said)):
        gone = [name for name, *pair in GONE.findall(said) if pair == [old, new]]
        path = goal / f"data/changes/{old}-{new}.yaml"
        note = {"id": "gone-with-the-copies", "title": "What the copies lost", "weight": "wording", "was": "It was printed.", "affects": ["all"]}
        note |= {"where": gone, "removed": gone, "wording_because": "It stands for the growth of a site."}
        _write(path, {"notes": [*_read(path)["notes"], note]})
    if said and (said := _checked(goal)):
        raise RuntimeError(said[:2000])


def _checked(goal: Path) -> str:
    done = subprocess.run([sys.executable, "-m", "macros", "check"], cwd=goal, capture_output=True, text=True, check=False)
    return done.stdout + done.stderr if done.returncode else ""


def notes(goal: Path, times: int) -> None:
    """So many times the change notes, on the same provisions: each copy only says, and carries no lineage."""
    for path in (goal / "data/changes").glob("*.yaml"):
        found = _read(path)["notes"]
        says = [
            {name: value for name, value in note.items() if name not in ("replaces", "removed", "fates", "throughout")}
            | {"id": f"{note['id']}-{letters(n)}", "weight": "wording" if note["weight"] == "wording" else "notable"}
            for n in range(1, times)
            for note in found
            if note.get("where")
        ]
        _write(path, {"notes": found + says})
