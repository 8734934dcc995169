"""The duties of the current edition as a table and as a calendar."""

from __future__ import annotations

import csv
import io
from datetime import date
from pathlib import Path

import pytest
from icalendar import Calendar, Event

from macros.exports import duties
from macros.read.site import Site

from ..drawn import checked
from .test_changes import HELP

DUTIES = """
- id: meets
  title: The meeting
  since:
    - {from: 2003-04, says: It met., source: yearly-report, place: Meetings}
  recorded:
    - {from: 2003-05, to: 2003-07, says: Its minutes were read., source: yearly-report, place: Minutes}
  editions:
    "2002": {provision: [meetings-frequency], by: [board-meeting], cadence: yearly, actor: The board, date: by the end of May, due: 2002-05-31, repeats: yearly}
- id: minutes
  title: The minutes
  editions:
    "2002": {provision: [minutes-kept], by: [not-stated], cadence: when it happens, actor: not stated, frequency: regularly, ambiguity: not defined}
"""
SINCE = "2003-04: It met. (Yearly report, Meetings) 2003-05/2003-07: Its minutes were read. (Yearly report, Minutes)"
RESTATED = "Example arrangements, March 2002, restated: our words, not the document's. Written under Guidance 2002; check the Town Council for later guidance."


@pytest.fixture
def site(mini: Path) -> Site:
    (mini / "data/duties.yaml").write_text(DUTIES + (mini / "data/duties.yaml").read_text("utf-8").partition("\n")[2])
    changes = mini / "data/changes/2001-2002.yaml"
    changes.write_text(changes.read_text("utf-8").replace("where: [refreshments-see]", "where: [refreshments-see, duties/meets, duties/minutes]"))
    return checked(mini)


def events(site: Site, built: date | None = date(2026, 1, 2)) -> list[Event]:
    return list(Calendar.from_ical(duties.as_ics(site, built)).walk("VEVENT"))


def test_duties_go_into_a_spreadsheet_and_those_with_a_date_into_a_calendar(site: Site) -> None:
    rows = list(csv.DictReader(io.StringIO(duties.as_csv(site).removeprefix("\ufeff"))))
    assert list(rows[0]) == list(duties.COLUMNS)
    assert rows[0] == {
        "title": "The meeting",
        "duty": "The board will meet quarterly.",
        "by": "The Board",
        "when": "yearly",
        "actor": "The board",
        "frequency": "",
        "date": "by the end of May",
        "note": "",
        "ambiguity": "",
        "since": SINCE,
        "place": "Example arrangements, March 2002, section 2, Meetings, provision 1",
    }
    told = ("title", "duty", "by", "when", "actor", "frequency", "ambiguity", "since")
    assert [rows[1][name] for name in told] == [
        "The minutes",
        "Minutes will be kept.",
        "not stated",
        "when it happens",
        "not stated",
        "regularly",
        "not defined",
        "",
    ]
    assert [row["title"] for row in rows[-2:]] == [RESTATED, HELP]
    assert [(str(each["uid"]), each.decoded("dtstart"), each["rrule"]["freq"]) for each in events(site)] == [
        ("meets@2002.example-arrangements", date(2002, 5, 31), ["YEARLY"])
    ]


def test_the_same_state_gives_the_same_bytes(site: Site) -> None:
    assert duties.as_ics(site, date(2026, 1, 2)) == duties.as_ics(site, date(2026, 1, 2))
    assert duties.as_ics(site, None) == duties.as_ics(site, None)


def test_an_entry_shows_a_whole_day_and_does_not_block_it(site: Site) -> None:
    entry = events(site)[0]
    assert (entry.decoded("dtend"), str(entry["transp"])) == (date(2002, 6, 1), "TRANSPARENT")
    assert str(entry["summary"]) == "The meeting: by the end of May (actor: The board)"
    assert str(entry["description"]).splitlines() == [
        "The board will meet quarterly.",
        SINCE,
        "Example arrangements, March 2002, section 2, Meetings, provision 1",
        RESTATED,
        HELP,
    ]


def test_an_entry_is_stamped_with_the_day_of_the_build(site: Site) -> None:
    assert [each.decoded("dtstamp").date() for built in (date(2026, 1, 2), None) for each in events(site, built)] == [
        date(2026, 1, 2),
        date(2002, 5, 31),
    ]


DAYS = [
    ("a day that every year has", "May", "2002-05-31", {"FREQ": ["YEARLY"]}),
    ("the day that most years lack", "February", "2004-02-29", {"FREQ": ["YEARLY"], "BYMONTH": [2], "BYMONTHDAY": [-1]}),
]


@pytest.mark.parametrize(("what", "month", "due", "rule"), DAYS, ids=[row[0] for row in DAYS])
def test_a_yearly_duty_comes_on_a_day_that_exists(mini: Path, site: Site, what: str, month: str, due: str, rule: dict[str, list[object]]) -> None:
    path = mini / "data/duties.yaml"
    path.write_text(path.read_text("utf-8").replace("end of May, due: 2002-05-31", f"end of {month}, due: {due}"))
    assert {name.upper(): value for name, value in events(checked(mini))[0]["rrule"].items()} == rule


def test_without_a_date_the_calendar_is_empty_and_still_one(loaded: Site) -> None:
    assert events(loaded) == []
    assert duties.as_ics(loaded, None).startswith(b"BEGIN:VCALENDAR")


def test_downloads_hold_what_the_writers_write(site: Site) -> None:
    built = date(2026, 1, 2)
    assert dict(duties.downloads(site, built)) == {
        "calendar/duties.csv": duties.as_csv(site).encode(),
        "calendar/duties.ics": duties.as_ics(site, built),
    }
