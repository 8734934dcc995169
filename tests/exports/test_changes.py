"""A comparison as text, Markdown, JSON and CSV."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from macros import exports, happenings
from macros.compare import comparison
from macros.compare.comparison import Comparison
from macros.exports import changes
from macros.read.site import Site

from ..drawn import checked

Edit = Callable[[str, str, str], None]
HELP = "Immediate danger: call 999. Worried about a child: https://example.org/worried"
ABOUT = (
    "Example arrangements, 2001 (draft text) (the base) compared with Example arrangements, March 2002. Our words, not the documents'. "
    "2001 (draft text): A draft text. A revision between the two is not among the sources. "
    "Written under Guidance 2002; check the Town Council for later guidance."
)


@pytest.fixture
def each(loaded: Site) -> Comparison:
    return comparison.between(loaded, "2001", "2002")


def test_text_reads_on_a_terminal(each: Comparison) -> None:
    text = changes.as_text(each, "meetings")
    assert text.startswith(f"{ABOUT}\nChanges: added: 1, removed: 1, split: 1, force changed: 2\n\n")
    assert (
        "force changed: meetings-frequency\n    The board [-should-]{+will+} meet quarterly.\n"
        "    The board will meet quarterly (key)\n"
        "        was: The board should meet quarterly.\n"
        "        is: The board will meet quarterly.\n"
        "        why: said to be required: The guidance asks for it. (Second document, 2002, section 1)\n"
        "        duty: stronger: board-meeting; new: relevant-agencies\n"
        "        affects: all\n"
        "        reported: 2003 report: The board meets quarterly: in part. Schools met twice.\n"
        "        fate: stronger: meetings-frequency, members-duties\n\n" in text
    )
    assert "        since: from 2003-05: They are on a board in the hall. (Yearly report, Minutes)\n" in text
    assert "force changed (through its lead-in): members-read\n    read the papers\n\n" in text
    assert "agencies/" not in text and "agencies/hospital" in changes.as_text(each)
    assert "        finding: The report found the old name in use. (Yearly report, Agencies)\n" in changes.as_text(each)


def test_text_of_a_list_of_ours_counts_its_records_and_of_an_unchanged_one_says_none(loaded: Site, each: Comparison) -> None:
    assert "\nChanges: added: 1, reworded: 1\n" in changes.as_text(comparison.between(loaded, "2002", "2004"), "groups")
    assert changes.as_text(each, "groups") == f"{ABOUT}\nChanges: none\n"


def test_markdown_can_be_pasted_into_minutes(each: Comparison) -> None:
    text = changes.as_markdown(each)
    assert text.startswith(f"**{HELP}**\n\n{ABOUT}\n\n- added: 2\n- removed: 2\n- split: 1\n- force changed: 2\n- renamed: 1\n\n")
    key = "- **The board will meet**. Was: The board should meet quarterly. Is: The board will meet quarterly. Who: The Board\n"
    assert f"\n## Key changes\n\n{key}\n## Meetings\n\n- *force changed*: The board ~~should~~**will** meet quarterly.\n" in text
    assert (
        "    - The board will meet quarterly (key). was: The board should meet quarterly.; is: The board will meet quarterly.; "
        "why: said to be required: The guidance asks for it. (Second document, 2002, section 1); "
        "duty: stronger: board-meeting; new: relevant-agencies; affects: all; "
        "reported: 2003 report: The board meets quarterly: in part. Schools met twice.; fate: stronger: meetings-frequency, members-duties\n" in text
    )
    assert "## Key changes" not in changes.as_markdown(each, "meetings")


def test_spaces_stay_outside_the_marks_of_words(mini: Path, edit: Edit) -> None:
    """A phrase put in brings its space: the mark closes before it, or Markdown would not read it as bold."""
    edit("docs/arrangements/2002/meetings.md", "Minutes will be kept.", "Minutes will be kept in a book.")
    edit("docs/arrangements/2001/meetings.md", "Minutes will be kept and published.", "Minutes will be kept.")
    edit("data/changes/2001-2002.yaml", "new: [minutes-kept, minutes-published]", "new: [minutes-kept]")
    edit("data/changes/2001-2002.yaml", "where: [minutes-kept]", "where: [minutes-kept, minutes-published]")
    each = comparison.between(checked(mini), "2001", "2002")
    assert "Minutes will be kept {+in a book+}." in changes.as_text(each)
    assert "Minutes will be kept **in a book**." in changes.as_markdown(each)
    back = comparison.between(each.site, "2002", "2001")
    assert "Minutes will be kept [-in a book-]." in changes.as_text(back)
    assert "Minutes will be kept ~~in a book~~." in changes.as_markdown(back)


def test_json_holds_every_change_and_says_what_it_is(each: Comparison) -> None:
    value = json.loads(changes.as_json(each))
    assert (value["help"], value["about"]) == (HELP, ABOUT)
    assert value["counts"] == {"added": 2, "removed": 2, "split": 1, "force changed": 2, "renamed": 1}
    assert len(value["changes"]) == len(each.changes) > sum(value["counts"].values())
    assert sum(row["counted"] == "yes" for row in value["changes"]) == sum(value["counts"].values())
    assert value["changes"][1] == {
        "kind": "force changed",
        "also": "",
        "counted": "yes",
        "id": "meetings-frequency",
        "topic": "meetings",
        "old": "The board should meet quarterly.",
        "new": "The board will meet quarterly.",
        "old place": "Example arrangements, 2001 (draft text), section 1, Meetings, provision 1",
        "new place": "Example arrangements, March 2002, section 2, Meetings, provision 1",
        "title": "The board will meet quarterly",
        "weight": "key",
        "was": "The board should meet quarterly.",
        "is": "The board will meet quarterly.",
        "why": "said to be required: The guidance asks for it. (Second document, 2002, section 1)",
        "finding": "",
        "duty": "stronger: board-meeting; new: relevant-agencies",
        "affects": "all",
        "since": "",
        "reported": "2003 report: The board meets quarterly: in part. Schools met twice.",
        "fate": "stronger: meetings-frequency, members-duties",
        "amended": "",
    }


def test_json_holds_what_is_key_and_every_note_as_its_file_gives_them_with_what_is_reported(each: Comparison) -> None:
    value = json.loads(changes.as_json(each))
    assert [key["id"] for key in value["key"]] == ["board-meets"] and value["key"][0]["notes"] == ["meetings-stronger"]
    assert (value["general"], value["throughout"]) == ("The second document says that guidance changed.", ["Pages point to one another."])
    assert [note["id"] for note in value["notes"]] == [note.id for note in each.notes]
    assert value["notes"][1] == {
        "id": "minutes-split",
        "title": "Minutes in two sentences",
        "weight": "notable",
        "where": ["minutes-kept"],
        "was": "Minutes will be kept and published.",
        "is": "Minutes will be kept, and published.",
        "affects": ["education"],
        "since": [{"from": "2003-05", "says": "They are on a board in the hall.", "source": "yearly-report", "place": "Minutes"}],
        "fates": [{"fate": "carried on", "of": ["minutes-kept-published"]}],
        "replaces": [{"old": ["minutes-kept-published"], "new": ["minutes-kept", "minutes-published"]}],
        "reported": [{"promise": "minutes-promised", "report": "2003-04", "reported": "not reported"}],
    }


def test_several_notes_on_a_change_stand_column_by_column_in_their_order(loaded: Site) -> None:
    each = comparison.between(loaded, "2001", "2004")
    row = next(row for row in changes.rows(each) if row["id"] == "minutes-kept")
    assert (row["title"], row["weight"], row["finding"]) == ("Minutes in two sentences | Minutes on view", "notable | notable", "")
    assert row["fate"] == "carried on: minutes-kept-published | in place: minutes-published"
    assert row["reported"] == ""  # of a draft nothing is promised yet


def test_json_of_one_topic_holds_that_topic(each: Comparison) -> None:
    value = json.loads(changes.as_json(each, "agency-list"))
    assert {row["topic"] for row in value["changes"]} == {"agency-list"}
    assert value["counts"] == {"added": 1, "removed": 1, "renamed": 1}


def test_csv_opens_in_a_spreadsheet_and_ends_with_help(each: Comparison) -> None:
    text = changes.as_csv(each)
    assert text.startswith("\ufeff" + ",".join(changes.COLUMNS) + "\r\n")
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))
    assert [(row["kind"], row["title"]) for row in rows[-2:]] == [("note", ABOUT), ("note", HELP)]
    assert len(rows) == len(each.changes) + 2


def test_downloads_are_written_beside_their_pages(loaded: Site, tmp_path: Path) -> None:
    exports.write(loaded, tmp_path)
    compared = [f"compare/{each.name}/changes.{form}" for each in comparison.neighbours(loaded) for form in ("csv", "json")]
    written = sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.*"))
    assert [name for name in written if not name.startswith("data/")] == [
        "addresses.txt",
        "calendar/duties.csv",
        "calendar/duties.ics",
        *compared,
        *sorted(feed.path for feed in happenings.feeds(loaded)),
        "nginx.conf",
    ]


def test_downloads_hold_what_the_writers_write(each: Comparison) -> None:
    assert dict(changes.downloads(each)) == {
        "compare/2001-2002/changes.json": changes.as_json(each).encode(),
        "compare/2001-2002/changes.csv": changes.as_csv(each).encode(),
    }
