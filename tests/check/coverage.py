"""What editors do to the verdicts on reports and to the lists of what reports are to include, and all that is told of it."""

from __future__ import annotations

from .rows import Row, copy, edit

COVERAGE, LISTS, CONTENTS = "data/coverage.yaml", "data/report-lists.yaml", "data/report-contents.yaml"
PARTIAL = "{verdict: partial, why: It tells who came and not how often., where: [schools-met, schools, children]}"

ROWS = [
    Row(
        "a verdict without its evidence",
        [edit(COVERAGE, ", where: [schools-met, schools, children]", "")],
        ["data/coverage.yaml:7: attendance-second: “2003-04” does not say enough."],
    ),
    Row(
        "evidence for what was not found",
        [edit(COVERAGE, "{verdict: not found,", "{verdict: not found, where: [schools-met],")],
        ["data/coverage.yaml:12: quoted-meetings: “2003-04” does not say enough."],
    ),
    Row(
        "a verdict of no known kind",
        [edit(COVERAGE, "verdict: not found", "verdict: not done")],
        ["data/coverage.yaml:12: quoted-meetings has “not done” as its “verdict”."],
    ),
    Row(
        "a verdict without its reason",
        [edit(COVERAGE, " why: It was looked for in the whole report.,", "")],
        ["data/coverage.yaml:12: quoted-meetings has no “why”."],
    ),
    Row(
        "a confirmation without its day",
        [edit(COVERAGE, '{by: "Jo Example, Head", on: 2003-05-06}', '{by: "Jo Example, Head"}')],
        ["data/coverage.yaml:12: quoted-meetings has no “on”."],
    ),
    Row(
        "a confirmation by nobody",
        [edit(COVERAGE, '{by: "Jo Example, Head", on: 2003-05-06}', "{on: 2003-05-06}")],
        ["data/coverage.yaml:12: quoted-meetings has no “by”."],
    ),
    Row(
        "a confirmation on a day to come",
        [edit(COVERAGE, "on: 2003-05-06", "on: 2199-05-06")],
        ["data/coverage.yaml:12: quoted-meetings has 2199-05-06 as its “on”, a day that has not come yet."],
    ),
    Row(
        "evidence that the report does not have",
        [edit(COVERAGE, "[schools-met, schools, children]", "[schools-met, tea, children]")],
        ["data/coverage.yaml:7: attendance-second names “tea” as evidence, which the report 2003-04 does not have."],
    ),
    Row(
        "a statement renamed in the report",
        [edit("data/reports/2003-04.yaml", "{id: schools-met,", "{id: schools-met-twice,")],
        [
            "data/coverage.yaml:7: attendance-second names “schools-met” as evidence, which the report 2003-04 does not have.",
            "data/coverage.yaml:10: quoted-meetings names nothing that its list, quoted-list, holds.",
            "data/promised.yaml:5: board-meets-promised names schools-met as evidence, which the report 2003-04 does not have.",
            "data/promised.yaml:13: members-take-part-promised names schools-met as evidence, which the report 2003-04 does not have.",
            "data/timeline.yaml:4: schools-met is drawn from reports/2003-04/schools-met, where no date stands.",
        ],
    ),
    Row(
        "a requirement deleted",
        [edit(COVERAGE, "- {id: attendance-first, of: list-of-2001, content: report-attendance}\n", "")],
        ["data/coverage.yaml:2: report-attendance is to be included, by list-of-2001, and no record says whether reports do."],
    ),
    Row(
        "a requirement twice",
        [
            edit(
                COVERAGE, "- id: attendance-second", "- {id: attendance-again, of: list-of-2001, content: report-attendance}\n- id: attendance-second"
            )
        ],
        ["data/coverage.yaml:3: attendance-again stands for report-attendance, for which attendance-first stands already."],
    ),
    Row(
        "a requirement of an edition's list that names a statement",
        [edit(COVERAGE, "of: list-of-2001, content: report-attendance", "of: list-of-2001, content: report-attendance, statement: schools-met")],
        ["data/coverage.yaml:2: attendance-first names nothing that its list, list-of-2001, holds."],
    ),
    Row(
        "a requirement of an unknown list",
        [edit(COVERAGE, "of: quoted-list", "of: quoted-lists")],
        ["data/coverage.yaml:9: quoted-meetings names “quoted-lists” as its “of”, which does not exist."],
    ),
    Row(
        "a verdict deleted",
        [edit(COVERAGE, f'  verdicts:\n    "2003-04": {PARTIAL}\n', "")],
        ["data/coverage.yaml:3: attendance-second has no verdict on the report 2003-04."],
    ),
    Row(
        "a verdict on a report that is not held",
        [edit(COVERAGE, f'"2003-04": {PARTIAL}', f'"2003-04": {PARTIAL}\n    "2005-06": {PARTIAL}')],
        ["data/coverage.yaml:8: attendance-second names the report 2005-06, which this site does not hold."],
    ),
    Row(
        "a verdict where the list was not in force",
        [
            edit(
                COVERAGE,
                "- {id: attendance-first, of: list-of-2001, content: report-attendance}",
                '- {id: attendance-first, of: list-of-2001, content: report-attendance, verdicts: {"2003-04": {verdict: not found, why: Looked for.}}}',
            )
        ],
        ["data/coverage.yaml:2: attendance-first has a verdict on the report 2003-04, for which its list was not in force."],
    ),
    Row(
        "a report of which no record of a list says anything",
        [
            edit(COVERAGE, "- id: attendance-second", "- id: also-quoted\n  of: quoted-list\n  statement: schools\n- id: attendance-second"),
            edit(
                COVERAGE,
                '\n  verdicts:\n    "2003-04": {verdict: not found, why: It was looked for in the whole report., confirmed: {by: "Jo Example, Head", on: 2003-05-06}}',
                "",
            ),
        ],
        ["data/report-lists.yaml:4: no record of quoted-list has a verdict on the report 2003-04."],
    ),
    Row(
        "a list of an edition that prints none",
        [edit(CONTENTS, '    "2001": {provision: [members-attend]}\n', "")],
        [
            "data/report-contents.yaml:2: report-contents/report-attendance is added between 2001 and 2002, and no change note says so.",
            "data/report-lists.yaml:2: list-of-2001 names edition 2001, which prints nothing that a report is to include.",
        ],
    ),
    Row(
        "a list deleted",
        [
            edit(LISTS, "- {id: list-of-2001, title: The first list, edition: ", "# "),
            edit(COVERAGE, "- {id: attendance-first, of: list-of-2001, content: report-attendance}\n", ""),
        ],
        ["data/report-lists.yaml:3: edition 2001 prints what a report is to include, and no list stands for it."],
    ),
    Row(
        "a list that stands in two places",
        [edit(LISTS, 'edition: "2002",', 'edition: "2002", quoted: "2003-04",')],
        ["data/report-lists.yaml:3: list-of-2002 does not say enough."],
    ),
    Row(
        "a report outside a list that is not held",
        [edit(LISTS, 'report: "2003-04", why: The second', 'report: "2005-06", why: The second')],
        [
            "data/coverage.yaml:2: attendance-first has no verdict on the report 2003-04.",
            "data/report-lists.yaml:2: list-of-2001 names the report 2005-06, which this site does not hold.",
        ],
    ),
    Row(
        "a report added",
        [copy("data/reports/2003-04.yaml", "data/reports/2005-06.yaml")],
        [
            "data/coverage.yaml:2: attendance-first has no verdict on the report 2005-06.",
            "data/coverage.yaml:3: attendance-second has no verdict on the report 2005-06.",
            "data/coverage.yaml:8: quoted-meetings has no verdict on the report 2005-06.",
        ],
    ),
]
