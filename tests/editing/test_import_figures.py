"""Figures out of a spreadsheet, and a new report's template: what is made, and what is refused, row by row."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros import __main__
from macros.check import check
from macros.editing.import_figures import import_figures, template
from macros.editing.new_report import new_report
from macros.editing.refused import Refused

from ..drawn import checked

REPORT = "data/reports/2003-04.yaml"
HEAD = "Id,What it counts,Table or picture,Figure,Unit,Year or day,Place\n"


def imported(folder: Path, text: str | bytes, report: str = "2003-04") -> str:
    sheet = folder / "sheet.csv"
    sheet.write_bytes(text.encode() if isinstance(text, str) else text)
    return import_figures(folder, sheet, report)


def test_rows_become_figures_behind_those_that_are_there_and_all_else_stays(mini: Path) -> None:
    before = (mini / REPORT).read_text("utf-8")
    rows = ',Teachers who came,Who came,"1,234",teachers,2003,Numbers\n,,,,,,\n few-more ,"Tea, served",Parts,<5,cups,2003,"Numbers, page 2"\n'
    told = imported(mini, HEAD.replace("Place", "Place,Suppressed") + rows.replace("Numbers\n", "Numbers,\n").replace('page 2"\n', 'page 2",Yes\n'))
    assert told == f"2 figures added to {REPORT}. Now run the check."
    after = (mini / REPORT).read_text("utf-8")
    added = [
        '  - {id: teachers-who-came, name: "Teachers who came", group: who-came, value: "1,234", unit: teachers, at: "2003", place: "Numbers"}',
        '  - {id: few-more, name: "Tea, served", group: parts, value: "<5", unit: cups, at: "2003", suppressed: yes, place: "Numbers, page 2"}',
    ]
    assert [line for line in after.splitlines() if line not in before.splitlines()] == added
    assert [line for line in after.splitlines() if line not in added] == before.splitlines()
    report = next(iter(checked(mini).files[REPORT]))
    assert [figure.id for figure in report.figures][-2:] == ["teachers-who-came", "few-more"]


def test_a_comparison_value_has_two_columns(mini: Path) -> None:
    head = HEAD.replace("Place", "Place,Figure before,Year or day before,Change,Direction")
    imported(mini, "\ufeff" + head.replace(",", ";") + ";Cups;Cups;100;cups;2003;Numbers;50;2002;+100%;Increasing\r\n")
    figure = next(iter(checked(mini).files[REPORT])).figures[-1]
    assert (figure.before.value, figure.before.at, figure.change, figure.direction) == ("50", "2002", "+100%", "increasing")


WRONG = [
    (
        "a word for a figure",
        HEAD + ",Cups,Cups,about ten,cups,2003,Numbers\n",
        "row 2: cups has “about ten” as its “value”.",
    ),
    ("no place", HEAD + "\n,Cups,Cups,10,cups,2003,\n", "row 3: cups has no “place”."),
    ("an id twice", HEAD + ",Cups,Cups,10,cups,2003,x\n,Cups,Cups,11,cups,2003,x\n", "row 3: the id cups is in row 2 too."),
    ("an id that is there", HEAD + ",Girls,Cups,10,cups,2003,x\n", "row 2: the id girls is in the report already."),
    ("an unknown column", HEAD.replace("Unit", "Units") + "a\n", "row 1: “Units” is no column that is known here."),
    ("a column gone", HEAD.replace(",Unit", "") + "a\n", "row 1: there is no column “Unit”."),
    ("a column twice", HEAD.replace("Id", "Unit") + "a\n", "row 1: there are two columns “Unit”."),
    ("a figure that hides itself", HEAD + ",Cups,Cups,<5,cups,2003,Numbers\n", "row 2: cups"),
    ("a direction of one's own", HEAD.replace("Id", "Direction") + "up,Cups,Cups,10,cups,2003,x\n", "row 2: cups has “up” as its “direction”."),
    ("a name that is a program", HEAD + ',"{{ x }}"" }",Cups,ten,cups,2003,x\n', "row 2: x has “ten” as its “value”."),
    ("nothing", HEAD, "There is no figure in this file"),
    ("nothing at all", "", "row 1: there is no column “What it counts”."),
    ("a workbook", b"PK\x03\x04\x14\x00\x06\xff", "This file cannot be read."),
    ("another encoding", (HEAD + ",Café,Cups,10,cups,2003,x\n").encode("cp1252"), "This file cannot be read."),
]


@pytest.mark.parametrize(("what", "text", "told"), WRONG, ids=[row[0] for row in WRONG])
def test_what_is_wrong_is_told_by_its_row_and_nothing_is_written(mini: Path, what: str, text: str | bytes, told: str) -> None:
    before = (mini / REPORT).read_bytes()
    with pytest.raises(Refused) as refused:
        imported(mini, text)
    assert str(refused.value).startswith(told)
    assert (mini / REPORT).read_bytes() == before


def test_every_row_that_is_wrong_is_told_at_once(mini: Path) -> None:
    with pytest.raises(Refused) as refused:
        imported(mini, HEAD + ",Cups,Cups,ten,cups,2003,x\n,Mugs,Cups,10,,2003,x\n")
    told = str(refused.value)
    assert (
        "row 2: cups has “ten” as its “value”." in told and "row 3: mugs has no “unit”." in told and "2 problems. Nothing has been written." in told
    )


def test_a_report_that_is_not_there(mini: Path) -> None:
    with pytest.raises(Refused, match="There is no report 1999-00. Use one of 2003-04, or make it first"):
        imported(mini, HEAD, "1999-00")


def test_the_template_is_what_is_read(mini: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert __main__.main(["import-figures", "--template"]) == 0
    assert capsys.readouterr().out.strip() == template()
    assert __main__.main(["--root", str(mini), "import-figures"]) == 2
    assert "Name the file and the report" in capsys.readouterr().err


FILLED = [
    ("{from: , to: }", "{from: 2004-01, to: 2004-12}"),
    ("held:\n", "held: The whole text.\n"),
    ("says:\n  -\n", "says:\n  - One thing.\n  - Another thing.\n  - A third thing.\n"),
    ("sections:\n", "sections:\n  - id: schools\n    title: Schools\n    answer: Schools met.\n"),
]


def test_a_new_report_asks_for_what_is_empty_and_takes_figures_at_once(mini: Path) -> None:
    assert new_report(mini, "2004-05", "January to December 2004").startswith("Made: data/reports/2004-05.yaml")
    asked = check(mini)[1]
    assert {each.path for each in asked} == {"data/reports/2004-05.yaml"} and 0 < len(asked) <= 8, asked
    imported(mini, HEAD + ",Cups,Cups,10,cups,2004,Numbers\n", "2004-05")
    path = mini / "data/reports/2004-05.yaml"
    text = path.read_text("utf-8")
    for old, new in FILLED:
        assert old in text
        text = text.replace(old, new, 1)
    path.write_text(text, "utf-8")
    site, asked = check(mini)
    assert {each.path for each in asked} == {"data/coverage.yaml"}  # what the report shows of what was required of it, a person has to say
    assert [figure.id for figure in next(iter(site.files["data/reports/2004-05.yaml"])).figures] == ["cups"]
    assert '      - "January to December 2004": reports/2004-05.md\n' in (mini / "mkdocs.yml").read_text("utf-8")


@pytest.mark.parametrize(("year", "why"), [("2003-04", "There is a report 2003-04 already."), ("2003", "“2003” cannot be a report's name")])
def test_a_report_that_cannot_be_made(mini: Path, year: str, why: str) -> None:
    with pytest.raises(Refused, match=why):
        new_report(mini, year)
