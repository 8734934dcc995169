"""A spreadsheet of figures put into a report: its columns have plain words, and what is wrong is told by its rows."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import yaml

from macros import records
from macros.editing.refused import Refused
from macros.read import yamltext

COLUMNS = {
    "Id": ("id",),
    "What it counts": ("name",),
    "Table or picture": ("group",),
    "Figure": ("value",),
    "Unit": ("unit",),
    "Year or day": ("at",),
    "Figure before": ("before", "value"),
    "Year or day before": ("before", "at"),
    "Change": ("change",),
    "Direction": ("direction",),
    "Suppressed": ("suppressed",),
    "Place": ("place",),
    "Reference": ("reference",),
    "Note": ("note",),
}
"""What each column of a spreadsheet gives of a figure."""
_ASKED = ("What it counts", "Table or picture", "Figure", "Unit", "Year or day", "Place")
_HELP = "Begin with the template: python -m macros import-figures --template"


def template() -> str:
    """The first row of a spreadsheet of figures, as CSV."""
    return ",".join(COLUMNS)


def import_figures(root: Path, sheet: Path, report: str) -> str:
    """Adds the rows of a spreadsheet to the figures of a report; a figure that is there already stays as it is.

    Args:
        root: the project's folder.
        sheet: the spreadsheet, saved as CSV.
        report: the report's year, as its file is called.

    Returns: what was added.

    Raises:
        Refused: with every row in which something is wrong. Nothing is written then.
    """
    path = root / f"data/reports/{report}.yaml"
    if not path.is_file():
        known = ", ".join(sorted(each.stem for each in path.parent.glob("*.yaml")))
        raise Refused(f"There is no report {report}. Use one of {known}, or make it first: python -m macros new-report {report}")
    rows = dict(_rows(_table(sheet)))
    if not rows:
        raise Refused("There is no figure in this file: below the first row, no row has anything in it.")
    text = path.read_text("utf-8")
    written, lines = _with(text, [_written(row) for row in rows.values()])
    wrong = [*_twice(rows, text), *_wrong(written, dict(zip(lines, rows, strict=True)))]
    if wrong:
        count = "1 problem" if len(wrong) == 1 else f"{len(wrong)} problems"
        raise Refused("\n".join([*wrong, f"{count}. Nothing has been written."]))
    path.write_text(written, "utf-8")
    return f"{len(rows)} {'figure' if len(rows) == 1 else 'figures'} added to data/reports/{report}.yaml. Now run the check."


def _table(sheet: Path) -> list[list[str]]:
    """The cells of a spreadsheet saved as CSV, whatever a program divides them by."""
    try:
        text = sheet.read_bytes().decode("utf-8-sig")
    except OSError:
        raise Refused(f"There is no file {sheet}.") from None
    except UnicodeDecodeError:
        raise Refused("This file cannot be read. Save it again, as “CSV UTF-8”, not as a workbook.") from None
    if "\x00" in text:
        raise Refused("This file cannot be read. Save it again, as “CSV UTF-8”, not as a workbook.")
    first = text.split("\n", 1)[0]
    return list(csv.reader(io.StringIO(text), delimiter=max(",;\t", key=first.count)))


def _rows(table: Sequence[Sequence[str]]) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows that hold something, by their number in the spreadsheet, each cell by its column."""
    heads = [" ".join(cell.split()) for cell in table[0]] if table else []
    known = {name.casefold(): name for name in COLUMNS}
    strange = [head for head in heads if head and head.casefold() not in known]
    missing = [name for name in _ASKED if name.casefold() not in map(str.casefold, heads)]
    twice = [head for head in dict.fromkeys(heads) if head and heads.count(head) > 1]
    told = [*(f"row 1: “{head}” is no column that is known here." for head in strange), *(f"row 1: there is no column “{name}”." for name in missing)]
    told += [f"row 1: there are two columns “{head}”." for head in twice]
    if told:
        raise Refused("\n".join([*told, _HELP]))
    for number, cells in enumerate(table[1:], 2):
        row = {known[head.casefold()]: " ".join(cell.split()) for head, cell in zip(heads, cells, strict=False) if head and cell.strip()}
        if row:
            row["Id"] = row.get("Id") or _id(row.get("What it counts", ""))
            row["Table or picture"] = _id(row.get("Table or picture", ""))
            yield number, row


def _id(words: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", words.casefold()).strip("-")


def _twice(rows: Mapping[int, Mapping[str, str]], text: str) -> Iterator[str]:
    """Rows whose figure is there already, in the report or in a row above."""
    report = yaml.load(text, yaml.BaseLoader)
    held = report.get("figures") if isinstance(report, dict) else None
    first = {each["id"]: "the report already" for each in held or () if isinstance(each, dict) and "id" in each}
    for number, row in rows.items():
        if row["Id"] in first:
            yield f"row {number}: the id {row['Id']} is in {first[row['Id']]}. Write another in the column “Id”, or leave the row out."
        first.setdefault(row["Id"], f"row {number} too")


def _written(row: Mapping[str, str]) -> str:
    """A row as one line of YAML; every text in quotation marks."""
    record: dict[str, object] = {}
    for column, (field, *inner) in COLUMNS.items():
        if column not in row:
            continue
        value = "yes" if field == "suppressed" and row[column].casefold() in ("yes", "y", "true", "x") else row[column]
        value = value.casefold() if field == "direction" else value
        if inner:
            before = record.setdefault(field, {})
            assert isinstance(before, dict)
            before[inner[0]] = value
        else:
            record[field] = value
    return _flow(record)


def _flow(value: object) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_flow(each)}" for key, each in value.items()) + "}"
    return str(value) if re.fullmatch(r"[a-z]+(-[a-z0-9]+)*", str(value)) else json.dumps(value, ensure_ascii=False)


def _with(text: str, figures: Sequence[str]) -> tuple[str, list[int]]:
    """A report with more figures behind those that it has, and the line of each of the new ones."""
    lines = text.rstrip("\n").split("\n")
    at = next((n for n, line in enumerate(lines) if re.match(r"figures:\s*(\[\s*\])?\s*$", line)), None)
    if at is None:
        lines.append("figures:")
        at = len(lines) - 1
    lines[at] = "figures:"
    last = at
    for n in range(at + 1, len(lines)):
        if lines[n].startswith((" ", "-")):
            last = n
        elif lines[n].strip() and not lines[n].startswith("#"):
            break
    dash = next((re.match(r" *", line)[0] for line in lines[at + 1 : last + 1] if line.lstrip().startswith("- ")), "  ")  # type: ignore[index]
    lines[last + 1 : last + 1] = [f"{dash}- {figure}" for figure in figures]
    return "\n".join(lines) + "\n", [last + 2 + n for n in range(len(figures))]


def _wrong(text: str, rows: Mapping[int, int]) -> Iterator[str]:
    """What is wrong with the new figures, in an editor's words, each with the row of the spreadsheet."""
    document, problems = yamltext.read("", text)
    if document.value is not None:
        problems = [*problems, *yamltext.shaped(document, records.KINDS["reports"].shape)[1]]
    for problem in sorted(set(problems)):
        if problem.line in rows:
            yield f"row {rows[problem.line]}: {problem.what}\n    {_plain(problem.mend)}"


def _plain(mend: str) -> str:
    """A mend with the columns' words for those of the data."""
    for column, names in COLUMNS.items():
        mend = mend.replace(f"“{names[-1]}: …”", f"the column “{column}”") if len(names) == 1 else mend
    return mend
