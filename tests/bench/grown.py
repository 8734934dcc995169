"""Larger sites, made of this one and valid under ``check``: more topics, more duties, more agencies, more change notes.

Copies have ids and titles of their own, with the letters of their number at the end: ids hold no digits.
"""

from __future__ import annotations

import json
import re
import shutil
import sys
from pathlib import Path
from typing import Any

import yaml

sys.path.insert(0, str(Path(__file__).parents[2]))

from macros import check, problems

ID = re.compile(r"^( *\{: *#)([a-z-]+)( *\} *)$", re.M)
GONE = re.compile(r": (\S+) is in (\S+) but not in (\S+), and no change note says what became of it")
PROMISE = re.compile(r": (\S+) is a promise of (\S+) that (\S+) does not print alike, and no change note says what became of it")
UNTOLD = re.compile(r": (\S+) is [a-z ]+ (?:in|between) (\S+) (?:and|but not in) (\S+), and no change note says so")
OWN = re.compile(r"(\]\(#[a-z-]+)\)")
TITLE = re.compile(r'^(title: *"?)([^"\n]*)', re.M)
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


def order(project: Path) -> list[str]:
    """The ids of a project's editions, the oldest first."""
    return [each["id"] for each in _read(project / "data/editions.yaml")["editions"]]


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
                text = TITLE.sub(rf"\1\2 {letters(n).upper()}", text, count=1)
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
    """So many of each record of the larger registers, on the copies of the topics and provisions that they name.

    Args:
        goal: the project, after ``topics`` with the same number.
        times: how many there are of each in the end.
    """
    for name in ("duties", "groups", "posts", "terms", "promised", "not-covered", "timeline", "agencies"):
        path = goal / f"data/{name}.yaml"
        found = _read(path)
        _write(path, found + [each for n in range(1, times) for record in found if (each := _record(record, letters(n)))])


def _record(record: dict[str, Any], end: str) -> dict[str, Any]:
    """A record once more: of its own id and names, on copies of its provisions, without what is known since."""
    again = {name: value for name, value in _moved(record, end).items() if name not in ("since", "recorded", "replaces", "conflict")}
    again["id"] = f"{record['id']}-{end}"
    if "editions" in again:
        again["editions"] = {edition: _moved(entry, end) for edition, entry in again["editions"].items()}
    return again


def _moved(entry: dict[str, Any], end: str) -> dict[str, Any]:
    """What an edition says of a record, said of the copies."""
    found = dict(entry)
    found |= {name: [f"{each}-{end}" for each in entry[name]] for name in ("provision", "provisions") if name in entry}
    found |= {name: f"{entry[name]}-{end}" for name in ("where", "does", "elsewhere") if isinstance(entry.get(name), str)}
    return found | {name: f"{entry[name]} {end.upper()}" for name in ("name", "office", "short") if name in entry}


def agencies(goal: Path, times: int) -> None:
    """So many times the agencies."""
    path = goal / "data/agencies.yaml"
    found = _read(path)
    _write(path, found + [_record(record, letters(n)) for n in range(1, times) for record in found])


def editions(goal: Path, number: int) -> None:
    """So many editions: the two there are, in turn, each compared with the one before it; the newest is in force.

    Args:
        goal: the copied project.
        number: how many there are in the end: an even number, so that the newest says what the newest said.
    """
    path = goal / "data/editions.yaml"
    found = _read(path)
    first, second = found["editions"]
    names = [first["id"], second["id"], *(str(int(second["id"]) + n) for n in range(1, number - 1))]
    for n, name in enumerate(names[2:]):
        again = (first, second)[n % 2]
        shutil.copytree(goal / "docs/arrangements" / again["id"], goal / "docs/arrangements" / name)
        found["editions"].append({**again, "id": name, "name": f"Edition {name}", "title": f"Edition {name}", "cited": name})
        _again_in_lists(goal, again["id"], name)
        _compared(goal, (first["id"], second["id"]), (names[n + 1], name), turned=n % 2 == 0)
    _write(path, {**found, "current": names[-1]})


def _again_in_lists(goal: Path, old: str, new: str) -> None:
    """Every record says of a new edition what it says of an old one."""
    for path in (goal / "data").glob("*.yaml"):
        records = _read(path)
        if isinstance(records, list) and any(old in record.get("editions", ()) for record in records):
            for record in records:
                if old in record.get("editions", ()):
                    record["editions"][new] = record["editions"][old]
            _write(path, records)
    lists, coverage = goal / "data/report-lists.yaml", goal / "data/coverage.yaml"
    same = next(each for each in _read(lists) if each.get("edition") == old)
    _write(lists, [*_read(lists), {**same, "id": f"of-{letters(int(new))}", "title": f"List of {new}", "edition": new}])
    required = [each for each in _read(coverage) if each["of"] == same["id"]]
    _write(coverage, [*_read(coverage), *({**each, "id": f"{each['id']}-{letters(int(new))}", "of": f"of-{letters(int(new))}"} for each in required)])


def _compared(goal: Path, old: tuple[str, str], new: tuple[str, str], *, turned: bool) -> None:
    """The change notes of two editions once more, or turned round: what was is, and what followed went before."""
    for kind in ("changes", "key-changes"):
        found = _read(goal / "data" / kind / f"{'-'.join(old)}.yaml")
        if turned and kind == "key-changes":
            continue
        if turned:
            found = {"notes": [_turned(note) for note in found["notes"]]}
        _write(goal / "data" / kind / f"{'-'.join(new)}.yaml", found)


def _turned(note: dict[str, Any]) -> dict[str, Any]:
    found = {name: value for name, value in note.items() if name not in ("was", "is", "removed", "fates", "duty", "throughout")}
    found |= {there: note[here] for here, there in (("was", "is"), ("is", "was")) if here in note}
    found["weight"] = "notable"
    if "replaces" in note:
        found["replaces"] = [{"old": each["new"], "new": each["old"]} for each in note["replaces"]]
    return found


def explained(goal: Path) -> None:
    """Puts into change notes what the check says is gone, or promised no more, without a word.

    Raises: RuntimeError with what else the check says.
    """
    for _ in range(3):  # a fate is asked for once it is known what is gone
        said = _checked(goal)
        found = {pattern: pattern.findall(said) for pattern in (GONE, PROMISE, UNTOLD)}
        if not any(found.values()):
            break
        for old, new in dict.fromkeys((old, new) for each in found.values() for _, old, new in each):
            _told(goal / f"data/changes/{old}-{new}.yaml", *([name for name, *pair in each if pair == [old, new]] for each in found.values()))
    if said:
        raise RuntimeError(said[:2000])


def _told(path: Path, gone: list[str], promised: list[str], untold: list[str]) -> None:
    """Adds one change note that tells all of it."""
    notes = _read(path)["notes"]
    note: dict[str, Any] = {
        "id": f"gone-with-the-copies-{letters(len(notes))}",
        "title": "What the copies lost",
        "weight": "wording",
        "affects": ["all"],
    }
    note |= {"was": "It was printed.", "wording_because": "It stands for the growth of a site."}
    note |= {"where": list(dict.fromkeys([*gone, *promised, *untold])), "removed": gone}
    note |= {"fates": [{"fate": "no counterpart", "of": promised}] if promised else []}
    _write(path, {"notes": [*notes, {name: value for name, value in note.items() if value != []}]})


def _checked(goal: Path) -> str:
    """What the rules say of it; every page is drawn when the check is measured."""
    found = check.check(goal)[1]
    return problems.report(found) if found else ""


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
