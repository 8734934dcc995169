"""Open data: tables that a spreadsheet opens and a Data Package describes, and records as JSON with their schemas."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from pathlib import Path
from typing import Any

import frictionless
import jsonschema
import pytest

from macros import exports, records
from macros.exports import open_data
from macros.exports.table import help_line, reading
from macros.read import tables
from macros.read.site import Site
from macros.records import schema

from ..drawn import checked

BUILT = date(2026, 11, 25)
READING = (
    "Our words, not the documents'; where the two differ, the document holds. {others}"
    " March 2002: written under Guidance 2002; check the Town Council for later guidance."
)


@pytest.fixture(scope="module")
def files(loaded: Site) -> dict[str, bytes]:
    """The files of the open data of the miniature."""
    return dict(open_data.downloads(loaded, BUILT))


@pytest.fixture(scope="module")
def folder(files: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same, written."""
    return written(files, tmp_path_factory.mktemp("open"))


def written(files: dict[str, bytes], folder: Path) -> Path:
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return folder / "data"


def faults(folder: Path, *only: str) -> list[tuple[str, str]]:
    """What frictionless finds in a Data Package, or in some of its tables: the table and the kind of fault."""
    told = json.loads((folder / "datapackage.json").read_text("utf-8"))
    told["resources"] = [each for each in told["resources"] if each["name"] in only or not only]
    report = frictionless.Package(told, basepath=str(folder)).validate()
    assert report.stats["tasks"] == len(told["resources"]) >= (len(only) or 25)
    return [("", error.type) for error in report.errors] + [(task.name, error.type) for task in report.tasks for error in task.errors]


def test_frictionless_finds_the_package_and_every_table_right(folder: Path) -> None:
    assert faults(folder) == []


FAULTS = [
    ("a cell too many", "agencies.csv", b"schools,education,2001,", b"schools,education,2001,,", ("agencies", "extra-cell")),
    ("a record of no sector", "agencies.csv", b"schools,education,2001,", b"schools,no-sector,2001,", ("agencies", "foreign-key")),
    ("a required cell empty", "agencies.csv", b"schools,education,2001,", b"schools,,2001,", ("agencies", "constraint-error")),
    ("an id twice", "links.csv", b"worried-about-a-child,", b"example-page,", ("links", "primary-key")),
    ("a day that is none", "links.csv", b",2026-11-22,", b",22 November,", ("links", "type-error")),
    ("a number that is none", "reports/2003-04-figures.csv", b",1100,", b",many,", ("reports-2003-04-figures", "type-error")),
    ("a column gone", "agencies.csv", b"sector,", b"", ("agencies", "incorrect-label")),
]


@pytest.mark.parametrize(("what", "name", "old", "new", "fault"), FAULTS, ids=[row[0] for row in FAULTS])
def test_frictionless_finds_what_is_wrong(
    files: dict[str, bytes], tmp_path: Path, what: str, name: str, old: bytes, new: bytes, fault: tuple[str, str]
) -> None:
    content = files[f"data/{name}"]
    assert old in content
    changed = {f"data/{name}": content.replace(old, new, 1), "data/datapackage.json": files["data/datapackage.json"]}
    beside = {"data/sectors.csv": files["data/sectors.csv"]}
    assert fault in faults(written(beside | changed, tmp_path), fault[0], *(("sectors",) if fault[0] == "agencies" else ()))


def test_a_table_is_a_row_a_record_then_what_it_is_and_where_help_is(loaded: Site, files: dict[str, bytes]) -> None:
    rows = list(csv.reader(io.StringIO(files["data/reports/2003-04-sums.csv"].decode("utf-8-sig"), newline="")))
    assert rows == [
        ["total", "of", "note"],
        ["children", "girls\nboys", ""],
        [f"# {reading(loaded)}", "", ""],
        [f"# {help_line(loaded)}", "", ""],
    ]


def test_every_file_of_words_says_whose_they_are_and_where_help_is(loaded: Site, files: dict[str, bytes]) -> None:
    others = " ".join(f"{each.name}: {each.status}" for each in loaded.issued if not each.current)
    assert reading(loaded) == READING.format(others=others)
    for name, content in files.items():
        if "/schemas/" not in name:
            assert content.decode("utf-8-sig").count(reading(loaded)) == content.decode("utf-8-sig").count(help_line(loaded)) == 1, name


HOSTILE = [
    ("a formula", "=1+1", "'=1+1"),
    ("a sum", "@SUM(A1)", "'@SUM(A1)"),
    ("a sign", "+44", "'+44"),
    ("a minus", "-2", "'-2"),
    ("commas and marks", "one, “two”; three", "one, “two”; three"),
    ("a letter that is not plain", "Café Ł ✓", "Café Ł ✓"),
    ("the sign of a remark", "#1 of all", "#1 of all"),
]


def test_what_data_says_is_a_text_and_comes_out_whole(mini: Path, tmp_path: Path) -> None:
    links = mini / "data/links.yaml"
    more = [f'- {{id: hostile-{i}, title: "{said}", url: "https://example.org/{i}", seen: 2026-11-22}}\n' for i, (_, said, _) in enumerate(HOSTILE)]
    links.write_text(links.read_text("utf-8") + "".join(more), "utf-8")
    found = dict(open_data.downloads(checked(mini), None))
    rows = {row["id"]: row for row in csv.DictReader(io.StringIO(found["data/links.csv"].decode("utf-8-sig"), newline=""))}
    whole = {each["id"]: each for each in json.loads(found["data/links.json"])["records"]}
    for i, (what, said, cell) in enumerate(HOSTILE):
        assert (rows[f"hostile-{i}"]["title"], whole[f"hostile-{i}"]["title"]) == (cell, said), what
    assert faults(written(found, tmp_path), "links") == []


def test_no_record_begins_like_a_remark(loaded: Site) -> None:
    every = [each for holding in tables.holdings(loaded) for each in holding.tables]
    assert [each.path for each in every for row in each.rows if str(row.get(each.columns[0].name, "")).startswith(open_data.REMARK)] == []


@pytest.mark.parametrize("name", records.KINDS)
def test_wholeas_json_are_as_their_schema_says(loaded: Site, files: dict[str, bytes], name: str) -> None:
    judge = jsonschema.Draft202012Validator(json.loads(files[f"data/schemas/{name}.json"]))
    found = [each for each in tables.holdings(loaded) if each.schema == name]
    assert found
    for each in found:
        told: dict[str, Any] = json.loads(files[f"data/{each.path}.json"])
        assert told["schema"] == f"data/schemas/{name}.json" and told["day"] == "2026-11-25" and told["licence"] == tables.LICENCE
        assert [error.message for error in judge.iter_errors(told.get("records", told.get("record")))] == []


def test_the_package_says_of_what_day_it_is_on_what_terms_and_from_what(files: dict[str, bytes], loaded: Site) -> None:
    told = json.loads(files["data/datapackage.json"])
    assert (told["name"], told["version"], told["created"]) == ("example-arrangements", "2026-11-25", "2026-11-25T00:00:00Z")
    assert told["licenses"] == [{"title": tables.LICENCE, "path": "index.html"}]
    assert [each["title"] for each in told["sources"]] == [each.title for each in loaded.register("sources")]
    field = next(each for each in told["resources"] if each["name"] == "agencies")["schema"]["fields"][1]
    assert field == {
        "name": "sector",
        "type": "string",
        "description": schema.meanings(records.Agency)["sector"],
        "constraints": {"required": True},
    }
    undated = json.loads(dict(open_data.downloads(loaded, None))["data/datapackage.json"])
    assert "version" not in undated and "created" not in undated


def test_the_same_state_gives_the_same_bytes(loaded: Site, files: dict[str, bytes]) -> None:
    assert dict(open_data.downloads(loaded, BUILT)) == files


def test_they_are_among_the_downloads_under_addresses_that_stay(loaded: Site, files: dict[str, bytes]) -> None:
    assert set(files) <= {name for name, _ in exports.downloads(loaded, BUILT)}
    named = ("agencies.csv", "agencies.json", "reports/2003-04-figures.csv", "reports/2003-04.json", "provisions/2002.csv", "datapackage.json")
    assert {f"data/{name}" for name in named} <= set(files)
