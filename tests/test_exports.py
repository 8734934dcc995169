import csv
import io
import json
from datetime import date
from pathlib import Path

import pytest
from icalendar import Calendar

from macros import exports, items
from macros.check import check

from .conftest import MINIATURE

HELP = "Immediate danger: call 999. Worried about a child: https://example.org/worried"
ABOUT = ("Example arrangements, 2001 (draft text) (the base) compared with Example arrangements, March 2002. Our words, not the documents'. "
         "2001 (draft text): A draft text. A revision between the two is not among the sources. "
         "Written under Guidance 2002; check GOV.UK for later guidance.")


@pytest.fixture(scope="module")
def site():
    return check(MINIATURE)[0]


def test_text_reads_on_a_terminal(site) -> None:
    text = exports.as_text(site, "2001", "2002", "meetings")
    assert text.startswith(f"{ABOUT}\nadded: 1, removed: 1, split: 1, force changed: 5, same meaning: 2\n")
    assert "force changed: meetings-frequency\n    The board [-should-]{+will+} meet quarterly.\n" in text
    assert "force changed (through its lead-in): members-read\n    read the papers\n" in text


def test_markdown_can_be_pasted_into_minutes(site) -> None:
    text = exports.as_markdown(site, "2001", "2002")
    assert text.startswith(f"**{HELP}**\n\n{ABOUT}\n")
    assert "## Meetings\n\n- *force changed*: The board ~~should~~**will** meet quarterly.\n    - The board will meet; in the draft text it should. (why: statutory guidance)\n" in text


def test_json_holds_every_change_and_says_what_it_is(site) -> None:
    value = json.loads(exports.as_json(site, "2001", "2002"))
    assert (value["help"], value["about"]) == (HELP, ABOUT)
    assert len(value["changes"]) == len(items.changes(site, "2001", "2002")) == sum(value["counts"].values())
    assert value["changes"][1] == {
        "kind": "force changed", "also": "", "id": "meetings-frequency", "topic": "meetings", "old": "The board should meet quarterly.", "new": "The board will meet quarterly.",
        "old place": "Example arrangements, 2001 (draft text), section 1, Meetings, provision 1", "new place": "Example arrangements, March 2002, section 2, Meetings, provision 1",
        "what": "The board will meet; in the draft text it should.", "why": "statutory guidance", "reason's source": "Second document, 2002, section 1", "affects": "all", "act": "yes"}


def test_csv_opens_in_a_spreadsheet_and_ends_with_help(site) -> None:
    text = exports.as_csv(site, "2001", "2002")
    assert text.startswith("\ufeffkind,also,id,")
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))
    assert [row["what"] for row in rows[-2:]] == [ABOUT, HELP]
    assert len(rows) == len(items.changes(site, "2001", "2002")) + 2


def test_downloads_are_written_beside_their_pages(site, tmp_path: Path) -> None:
    exports.write(site, tmp_path)
    assert sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.*")) == [
        "calendar/duties.csv", "calendar/duties.ics", "compare/2001-2002/changes.csv", "compare/2001-2002/changes.json"]


DUTIES = """
- id: meets
  editions:
    "2002": {provision: [meetings-frequency], actor: The board, date: by the end of May, due: 2002-05-31, repeats: yearly}
- id: minutes
  editions:
    "2002": {provision: [minutes-kept], actor: not stated, frequency: regularly, ambiguity: not defined}
"""


def test_duties_go_into_a_spreadsheet_and_those_with_a_date_into_a_calendar(mini: Path) -> None:
    (mini / "data/duties.yaml").write_text(DUTIES)
    loaded, problems = check(mini)
    assert problems == []
    rows = list(csv.DictReader(io.StringIO(exports.duties_csv(loaded).removeprefix("\ufeff"))))
    assert [(row["duty"], row["actor"], row["date"] or row["frequency"], row["ambiguity"]) for row in rows[:2]] == [
        ("The board will meet quarterly.", "The board", "by the end of May", ""), ("Minutes will be kept.", "not stated", "regularly", "not defined")]
    assert rows[-1]["duty"] == HELP
    calendar = Calendar.from_ical(exports.duties_ics(loaded, date(2026, 1, 2)))
    assert [(str(each["uid"]), each.decoded("dtstart"), each["rrule"]["freq"]) for each in calendar.walk("VEVENT")] == [
        ("meets@2002.kscmp-arrangements", date(2002, 5, 31), ["YEARLY"])]
    assert exports.duties_ics(loaded, date(2026, 1, 2)) == exports.duties_ics(loaded, date(2026, 1, 2))
