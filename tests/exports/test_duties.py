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
  editions:
    "2002": {provision: [meetings-frequency], actor: The board, date: by the end of May, due: 2002-05-31, repeats: yearly}
- id: minutes
  editions:
    "2002": {provision: [minutes-kept], actor: not stated, frequency: regularly, ambiguity: not defined}
"""


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
    assert [(row["duty"], row["actor"], row["date"] or row["frequency"], row["ambiguity"]) for row in rows[:2]] == [
        ("The board will meet quarterly.", "The board", "by the end of May", ""),
        ("Minutes will be kept.", "not stated", "regularly", "not defined"),
    ]
    assert rows[0]["place"] == "Example arrangements, March 2002, section 2, Meetings, provision 1"
    assert rows[-1]["duty"] == HELP
    assert [(str(each["uid"]), each.decoded("dtstart"), each["rrule"]["freq"]) for each in events(site)] == [
        ("meets@2002.example-arrangements", date(2002, 5, 31), ["YEARLY"])
    ]


def test_the_same_state_gives_the_same_bytes(site: Site) -> None:
    assert duties.as_ics(site, date(2026, 1, 2)) == duties.as_ics(site, date(2026, 1, 2))
    assert duties.as_ics(site, None) == duties.as_ics(site, None)


def test_an_entry_shows_a_whole_day_and_does_not_block_it(site: Site) -> None:
    entry = events(site)[0]
    assert (entry.decoded("dtend"), str(entry["transp"])) == (date(2002, 6, 1), "TRANSPARENT")
    assert str(entry["summary"]) == "The board will meet quarterly. (by the end of May; actor: The board)"
    assert str(entry["description"]).splitlines() == [
        "Example arrangements, March 2002, section 2, Meetings, provision 1",
        "Example arrangements, March 2002, restated: our words, not the document's. Written under Guidance 2002; check the Town Council for later guidance.",
        HELP,
    ]


def test_an_entry_is_stamped_with_the_day_of_the_build(site: Site) -> None:
    assert [each.decoded("dtstamp").date() for built in (date(2026, 1, 2), None) for each in events(site, built)] == [
        date(2026, 1, 2),
        date(2002, 5, 31),
    ]


DAYS = [
    ("a day that every year has", "2002-05-31", {"FREQ": ["YEARLY"]}),
    ("the day that most years lack", "2004-02-29", {"FREQ": ["YEARLY"], "BYMONTH": [2], "BYMONTHDAY": [-1]}),
]


@pytest.mark.parametrize(("what", "due", "rule"), DAYS, ids=[row[0] for row in DAYS])
def test_a_yearly_duty_comes_on_a_day_that_exists(mini: Path, site: Site, what: str, due: str, rule: dict[str, list[object]]) -> None:
    path = mini / "data/duties.yaml"
    path.write_text(path.read_text("utf-8").replace("due: 2002-05-31", f"due: {due}"))
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
