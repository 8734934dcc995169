"""What editors do to days, and all that is told of it."""

from __future__ import annotations

from .rows import AGENCIES, Row, edit

DUTIES, GROUPS, REPORT = "data/duties.yaml", "data/groups.yaml", "data/reports/2003-04.yaml"
MEETS, DUE = (
    "cadence: quarterly, actor: The Board, frequency: quarterly",
    "cadence: yearly, actor: The Board, frequency: annual, date: by 31 May, due: 2005-05-31",
)


def dated(words: str, due: str) -> Row:
    """A duty whose words print another day than that on which it is due."""
    entry = DUE.replace("by 31 May", words).replace("2005-05-31", due)
    what = f"{DUTIES}:5: board-meets is due on {due}, which its words “{words}” do not say."
    return Row(f"“{words}” as {due}", [edit(DUTIES, MEETS, entry)], [what])


ROWS = [
    Row(
        "a report's time turned round",
        [edit(REPORT, "{from: 2003-01, to: 2003-12}", "{from: 2003-12, to: 2003-01}")],
        [f"{REPORT}:6: this file ends in 2003-01, before it begins."],
    ),
    Row(
        "a later fact that ends before it begins",
        [edit(GROUPS, "{from: 2003-04, says", "{from: 2003-05, to: 2003-03, says"), edit("data/timeline.yaml", "2003-04,", "2003-05,")],
        [f"{GROUPS}:13: papers-group ends in 2003-03, before it begins."],
    ),
    Row("a later fact that ends in the year in which it begins", [edit(GROUPS, "{from: 2003-04, says", "{from: 2003-04, to: 2003, says")], []),
    Row(
        "a later fact from a page seen before",
        [edit(AGENCIES, "from: 2003-04-01", "from: 2027-04-01")],
        [f"{AGENCIES}:13: hospital tells of 2027-04-01 from a page that was seen before, on 2026-11-22."],
    ),
    Row("a later fact of the day on which its page was seen", [edit(AGENCIES, "from: 2003-04-01", "from: 2026-11-22")], []),
    Row(
        "a later fact of a document that is yet to come",
        [edit(GROUPS, "{from: 2003-04, says", "{by: 2199-04, says"), edit("data/timeline.yaml", "2003-04,", "2199-04,")],
        [f"{GROUPS}:13: papers-group has 2199-04 as its “by”, a day that has not come yet."],
    ),
    Row("a day that is printed", [edit(DUTIES, MEETS, DUE)], []),
    dated("by 31 May", "2005-06-30"),
    dated("by 31 May", "2005-05-30"),
    dated("by the end of May", "2005-05-30"),
    dated("in May 2006", "2005-05-01"),
    dated("in spring", "2005-05-01"),
    Row(
        "another frequency than is printed",
        [edit(DUTIES, MEETS, "cadence: yearly, actor: The Board, frequency: quarterly")],
        [f"{DUTIES}:5: board-meets has “yearly” as its “cadence”, and its printed words are “quarterly”."],
    ),
    Row("a frequency that says nothing of how often", [edit(DUTIES, MEETS, "cadence: other interval, actor: The Board, frequency: regularly")], []),
    Row(
        "a duty of a date without a date",
        [edit(DUTIES, MEETS, "cadence: by a date, actor: The Board")],
        [f"{DUTIES}:5: board-meets: “2001” does not say enough."],
    ),
    Row(
        "a duty that comes again from no day",
        [edit(DUTIES, MEETS, f"{MEETS}, repeats: yearly")],
        [f"{DUTIES}:5: board-meets: “2001” does not say enough."],
    ),
]
