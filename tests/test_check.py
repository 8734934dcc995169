"""The rules of ``check``: broken input and all that it earns, on the miniature; and that no sentence goes unproved or unexplained."""

from __future__ import annotations

import ast
import re
import shutil
from pathlib import Path

import pytest
import yaml

from macros.check import RULES, check, judge
from macros.problems import report
from macros.read.again import AGAIN

from .check import (
    amendments,
    approvals,
    coverage,
    days,
    editions,
    fates,
    files,
    guidance,
    notes,
    pages,
    promised,
    registers,
    reports,
    silences,
    texts,
    timeline,
    withdrawn,
)
from .check.rows import AGENCIES, CHANGES, EDITIONS, KEY_CHANGES, MEETINGS, Row, edit, told
from .conftest import MINIATURE, ROOT

ROWS: list[Row] = [
    row
    for subject in (
        files,
        editions,
        registers,
        days,
        reports,
        coverage,
        notes,
        texts,
        silences,
        pages,
        promised,
        guidance,
        timeline,
        approvals,
        amendments,
        fates,
        withdrawn,
    )
    for row in subject.ROWS
]
MESSAGES = ROOT / "docs/editing/messages.md"


def test_the_miniature_keeps_every_rule() -> None:
    assert report(check(MINIATURE)[1]) == ""


def test_every_rule_states_itself_in_a_line() -> None:
    assert [rule.__name__ for rule in RULES if not (rule.__doc__ or "").strip().endswith(".") or "\n" in (rule.__doc__ or "")] == []


@pytest.mark.parametrize("row", ROWS, ids=[row.what for row in ROWS])
def test_a_broken_edit_earns_its_sentence_and_no_other(pair: Path, row: Row) -> None:
    for deed in row.deeds:
        deed(pair)
    assert told(pair) == row.told


SERVED = [row if row in texts.ROWS else pytest.param(row, marks=pytest.mark.trust) for row in ROWS]


@pytest.mark.parametrize("row", SERVED, ids=[row.what for row in ROWS])
def test_an_edit_earns_the_same_while_the_site_is_served(pair: Path, row: Row, request: pytest.FixtureRequest) -> None:
    """The build before has found all that it found in the same files unbroken, and hands it on."""
    request.addfinalizer(lambda: AGAIN.begin(on=False))
    AGAIN.begin(on=True)
    assert told(pair) == []
    AGAIN.begin(on=True)
    for deed in row.deeds:
        deed(pair)
    assert told(pair) == row.told


def test_a_file_that_is_not_utf_8(pair: Path) -> None:
    text = (pair / MEETINGS).read_text("utf-8").replace("Minutes will be kept.", "Minutes will be képt.")
    (pair / MEETINGS).write_bytes(text.encode("latin-1"))
    assert told(pair) == [f"{MEETINGS}:16: this file is not saved as UTF-8; a character here cannot be read."]


UNREADABLE = [
    ("the changes", CHANGES, "    was: The board should meet", "    was: 'The board's meeting", f"{CHANGES}:6: "),
    ("the key changes", KEY_CHANGES, "    was: The board should meet", "    was: 'The board's meeting", f"{KEY_CHANGES}:6: "),
    ("the sectors", "data/sectors.yaml", "{id: health,", "{id: health", "data/sectors.yaml:"),
    ("the links", "data/links.yaml", "title: Example page,", 'title: "Example page,', "data/links.yaml:"),
    ("the sources", "data/sources.yaml", "- {id: first-document,", "\t- {id: first-document,", "data/sources.yaml:1: "),
    ("the editions", EDITIONS, "current:", "\tcurrent:", f"{EDITIONS}:2: "),
    ("a page", MEETINGS, "Minutes will be kept.", "<<<<<<< HEAD\nMinutes will be kept.", f"{MEETINGS}:16: "),
    ("a page's head", MEETINGS, "title: Meetings", 'title: "Meetings', f"{MEETINGS}:"),
]


@pytest.mark.parametrize(("what", "path", "old", "new", "start"), UNREADABLE, ids=[row[0] for row in UNREADABLE])
def test_of_a_file_that_cannot_be_read_only_that_is_told(pair: Path, what: str, path: str, old: str, new: str, start: str) -> None:
    edit(path, old, new)(pair)
    found = told(pair)
    assert [each[: len(start)] for each in found] == [start], found


def test_every_entry_of_every_list_is_asked_for_in_a_further_edition(tmp_path: Path) -> None:
    three = Path(shutil.copytree(MINIATURE, tmp_path / "three"))
    newest = check(three)[0].order[-1]
    shutil.copytree(three / f"docs/arrangements/{newest}", three / "docs/arrangements/2099")
    entry = (three / EDITIONS).read_text().splitlines()[-1].replace(newest, "2099")
    (three / EDITIONS).write_text((three / EDITIONS).read_text() + entry + "\n")
    (three / f"data/changes/{newest}-2099.yaml").write_text("notes: []\n")
    site, found = check(three)
    asked = {each.what.partition(f" is in {newest}")[0] for each in found if "and no change note says what became of it" in each.what}
    registers = site.registers.items()
    assert asked == {f"{name}/{record.id}" for name, file in registers for record in file if newest in getattr(record, "editions", ())}


def test_every_problem_comes_at_once(pair: Path) -> None:
    edit(AGENCIES, "{name: New College, group", "{name: , group")(pair)
    edit(MEETINGS, "[example-page]", "[no-page]")(pair)
    edit("docs/about/index.md", "# About", "<b>")(pair)
    assert len(told(pair)) == 3


def test_no_sentence_speaks_of_machinery(pair: Path) -> None:
    machinery = ("Traceback", "pydantic", "yaml.scanner", "Error", "dict", "None", "regex", "pattern", "NoneType")
    sentences = " ".join(each.partition(": ")[2] for row in ROWS for each in row.told).replace("verdict", "")
    assert [each for each in machinery if each in sentences] == []


def test_the_judge_runs_the_parser_as_mkdocs_does() -> None:
    settings = yaml.load((ROOT / "macros/settings.yml").read_text("utf-8"), yaml.BaseLoader)
    used = {name for each in settings["markdown_extensions"] for name in (each if isinstance(each, dict) else (each,))}
    assert used | {"tables", "fenced_code"} == set(judge.EXTENSIONS)


def sentences(folder: str) -> list[str]:
    """Every sentence that a folder's rules tell, with “…” where a name stands."""
    found = []
    for path in sorted((ROOT / folder).glob("*.py")):
        for function in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(function, ast.FunctionDef):
                found += _sentences(function)
    return list(dict.fromkeys(found))


def _sentences(function: ast.FunctionDef) -> list[str]:
    calls = [node for node in ast.walk(function) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)]
    given = [call.args[-2] for call in calls if call.func.id in ("Problem", "problem") and len(call.args) == 4]
    names = {each.id for each in given if isinstance(each, ast.Name)}
    assigned = [node for node in ast.walk(function) if isinstance(node, ast.Assign)]
    values = [node.value for node in assigned if isinstance(node.targets[0], ast.Name) and node.targets[0].id in names]
    return [_said(each) for each in (*values, *given) if not isinstance(each, ast.Name)]


UNSEEN = "there is a character here that nobody can see: …."
"""What ``unseen.told`` says, for the reader of editions' pages and for the rules alike."""


def _said(node: ast.expr) -> str:
    if isinstance(node, ast.Constant):
        return str(node.value)
    if isinstance(node, ast.Call) and ast.unparse(node.func) == "unseen.told":
        return UNSEEN
    assert isinstance(node, ast.JoinedStr), f"line {node.lineno}: a sentence that no test can read"
    return "".join(str(part.value) if isinstance(part, ast.Constant) else "…" for part in node.values)


SENTENCES = sentences("macros/check")


def test_the_sentences_are_found() -> None:
    assert len(SENTENCES) > 40


@pytest.mark.parametrize("sentence", SENTENCES)
def test_every_sentence_is_earned_by_a_row(sentence: str) -> None:
    pattern = re.compile(".+".join(map(re.escape, sentence.split("…"))))
    assert any(pattern.fullmatch(each.split(": ", 1)[1]) for row in ROWS for each in row.told)


def written(folder: str) -> list[str]:
    """Every text of a folder's modules that is a sentence about what is wrong: it begins with a small letter, a mend with a capital."""
    found = []
    for path in sorted((ROOT / folder).glob("*.py")):
        tree = list(ast.walk(ast.parse(path.read_text("utf-8"))))
        parts = {id(part) for node in tree if isinstance(node, ast.JoinedStr) for part in node.values}
        docstrings = {id(node.value) for node in tree if isinstance(node, ast.Expr)}
        for node in (node for node in tree if isinstance(node, ast.Constant | ast.JoinedStr) and id(node) not in parts | docstrings):
            text = re.sub(r"\{\w*\}", "…", _said(node))
            if re.fullmatch(r"(?:[a-z]|[“…,])[^\n]* [^\n]*\.", text):
                found.append(text)
    return list(dict.fromkeys(found))


@pytest.mark.parametrize("sentence", [*written("macros/read"), *written("macros/check")])
def test_every_sentence_is_explained(sentence: str) -> None:
    assert sentence in MESSAGES.read_text("utf-8")
