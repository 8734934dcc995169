"""What editors do to annual reports, and all that is told of it."""

from __future__ import annotations

from .rows import Row, edit

REPORT = "data/reports/2003-04.yaml"
FEW = "\n  - {id: few,"
MET = "      - {id: schools-met,"
GIRLS = 'value: "600", unit: children, at: "2003"'

ROWS = [
    Row(
        "a figure that is no number",
        [edit(REPORT, 'value: "600"', 'value: "6oo"')],
        [f"{REPORT}:20: girls has “6oo” as its “value”."],
    ),
    Row(
        "a comparison value that is no number",
        [edit(REPORT, 'value: "1,000"', "value: a thousand")],
        [f"{REPORT}:19: children has “a thousand” as its “value”."],
    ),
    Row(
        "a change that is no number",
        [edit(REPORT, "change: +12%", "change: up")],
        [f"{REPORT}:19: children has “up” as its “change”."],
    ),
    Row(
        "a suppressed count that is not called so",
        [edit(REPORT, ', suppressed: "yes"', "")],
        [f"{REPORT}:22: few does not say enough."],
    ),
    Row(
        "a percentage of nothing",
        [edit(REPORT, 'at: "2003", base: not stated, place', 'at: "2003", place')],
        [f"{REPORT}:24: share-glad is a percentage, and nothing says of what."],
    ),
    Row(
        "a share taken out, and its percentage left",
        [edit(REPORT, "shares:\n  - {share: share-girls, part: girls, whole: children}\n", "")],
        [f"{REPORT}:23: share-girls is a percentage, and nothing says of what."],
    ),
    *(
        Row(
            f"a year that is none: {year}",
            [edit(REPORT, GIRLS, GIRLS.replace("2003", year))],
            [f"{REPORT}:20: girls has “{year}” as its “at”, which names no year of which this report can tell."],
        )
        for year in ("2030", "203", "20033", "2003/05", "03/04", "1703", "40 March 2003", "31 March", "2003/2005")
    ),
    *(
        Row(f"a year as reports print it: {year}", [edit(REPORT, GIRLS, GIRLS.replace("2003", year))], [])
        for year in ("2002/03", "2002-03", "2002/2003", "31 March 2003", "2003-03-31", "May to July 2003", "not stated", "at the time of writing")
    ),
    Row(
        "a year of comparison that is none",
        [edit(REPORT, 'at: "2002"}', 'at: "2020"}')],
        [f"{REPORT}:19: children has “2020” as its “at”, which names no year of which this report can tell."],
    ),
    Row(
        "a date of a statement that has not come",
        [edit(REPORT, "place: Schools, sectors", "place: Schools, date: 2030-04, sectors")],
        [
            f"{REPORT}:17: schools-met has “2030-04” as its “date”, which names no year of which this report can tell.",
            "data/timeline.yaml:4: schools-met gives a date, and so does reports/2003-04/schools-met, from which it is drawn.",
        ],
    ),
    Row(
        "a date of a statement that is none",
        [edit(REPORT, "place: Schools, sectors", "place: Schools, date: spring, sectors")],
        [f"{REPORT}:17: schools-met has “spring” as its “date”, which is not a date."],
    ),
    Row(
        "an unknown figure of a statement",
        [edit(REPORT, "sectors: [education]", "sectors: [education], figures: [childen]")],
        [f"{REPORT}:17: schools-met names the figure childen, which this report does not have."],
    ),
    Row(
        "an unknown total",
        [edit(REPORT, "total: children", "total: childen")],
        [f"{REPORT}:26: a sum names the figure childen, which this report does not have."],
    ),
    Row(
        "an unknown part",
        [edit(REPORT, "of: [girls, boys]", "of: [girls, boyz]")],
        [f"{REPORT}:26: a sum names the figure boyz, which this report does not have."],
    ),
    Row(
        "an unknown whole",
        [edit(REPORT, "whole: children", "whole: people")],
        [f"{REPORT}:28: a share names the figure people, which this report does not have."],
    ),
    Row(
        "an unknown sector of a statement",
        [edit(REPORT, "sectors: [education]", "sectors: [educaton]")],
        [f"{REPORT}:17: schools-met names “educaton” as its “sectors”, which does not exist."],
    ),
    Row(
        "an unknown source of a report",
        [edit(REPORT, "source: yearly-report", "source: monthly-report")],
        [f"{REPORT}:5: this file names “monthly-report” as its “source”, which does not exist."],
    ),
    Row(
        "an unknown agency of a report",
        [edit(REPORT, "conflicts:\n", "agencies:\n  - {name: College, group: Colleges, agency: colege}\nconflicts:\n")],
        [f"{REPORT}:30: this file names “colege” as its “agency”, which does not exist."],
    ),
    Row(
        "an id of a figure twice",
        [edit(REPORT, "id: boys", "id: girls"), edit(REPORT, "of: [girls, boys]", "of: [girls, few2]"), edit(REPORT, "id: few", "id: few2")],
        [
            f"{REPORT}:21: the id girls is used twice in this report; it is first used on line 20.",
            f"{REPORT}:26: a sum names few2, a suppressed count.",
        ],
    ),
    Row(
        "an id of a statement and of its section",
        [edit(REPORT, "id: schools-met", "id: schools")],
        [
            "data/coverage.yaml:7: attendance-second names “schools-met” as evidence, which the report 2003-04 does not have.",
            "data/coverage.yaml:10: quoted-meetings names nothing that its list, quoted-list, holds.",
            "data/promised.yaml:5: board-meets-promised names schools-met as evidence, which the report 2003-04 does not have.",
            "data/promised.yaml:13: members-take-part-promised names schools-met as evidence, which the report 2003-04 does not have.",
            f"{REPORT}:17: the id schools is used twice in this report; it is first used on line 13.",
            "data/timeline.yaml:4: schools-met is drawn from reports/2003-04/schools-met, where no date stands.",
        ],
    ),
    Row(
        "an id that the page needs itself",
        [edit(REPORT, "  - id: schools\n", "  - id: figures\n")],
        [
            "data/coverage.yaml:7: attendance-second names “schools” as evidence, which the report 2003-04 does not have.",
            f"{REPORT}:13: the id figures is kept for a heading of the report's page.",
        ],
    ),
    Row(
        "a figure twice",
        [edit(REPORT, FEW, '\n  - {id: lasses, name: girls, group: parts, value: "601", unit: children, at: "2003", place: Tea}' + FEW)],
        [f"{REPORT}:22: lasses tells what is told on line 20."],
    ),
    Row(
        "a statement twice",
        [edit(REPORT, MET, "      - {id: met, says: Schools met  twice., kind: impact, place: Tea}\n" + MET)],
        [f"{REPORT}:18: schools-met tells what is told on line 17."],
    ),
    Row(
        "a suppressed count in a sum",
        [edit(REPORT, "of: [girls, boys]", "of: [girls, boys, few]")],
        [f"{REPORT}:26: a sum names few, a suppressed count."],
    ),
    Row(
        "a suppressed count as a share's part",
        [edit(REPORT, "part: girls", "part: few")],
        [f"{REPORT}:28: a share names few, a suppressed count."],
    ),
    Row(
        "a total among its parts",
        [edit(REPORT, "of: [girls, boys]", "of: [girls, children]")],
        [f"{REPORT}:26: the total children stands among its own parts."],
    ),
    Row(
        "a share of itself",
        [edit(REPORT, "part: girls", "part: share-girls")],
        [f"{REPORT}:28: the share share-girls names one figure twice."],
    ),
]
