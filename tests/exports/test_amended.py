"""An amendment by the partnership goes wherever the provision goes, and the edition stays as printed."""

from __future__ import annotations

import csv
import io
import json
from datetime import date

from macros import happenings
from macros.exports import downloads
from macros.read import amendments
from macros.read.site import Site

SAYS = "Minutes are published on a page of the Board."


def test_downloads_of_the_comparison_carry_it(loaded: Site) -> None:
    found = dict(downloads(loaded, date(2026, 11, 25)))
    told = json.loads(found["compare/2001-2002/changes.json"])
    rows = {row["id"]: row for row in csv.DictReader(io.StringIO(found["compare/2001-2002/changes.csv"].decode().removeprefix("\ufeff")))}
    assert [each["id"] for each in told["amendments"]] == ["minutes-online"]
    assert [row["amended"] for row in rows.values() if row["amended"]] == [f"from 2003-06-01: Minutes online. {SAYS} (Yearly report, Minutes)"]
    assert json.loads(found["compare/2002-2004/changes.json"])["amendments"] == []


def test_it_is_told_as_what_it_is_to_whom_it_concerns(loaded: Site) -> None:
    (told,) = [each for each in happenings.of(loaded) if each.kind == happenings.AMENDMENT]
    assert (told.day, told.title, told.says) == ("2003-06-01", "Minutes online", SAYS)
    assert (told.sectors, told.topics, told.address) == (("health",), ("meetings",), "arrangements/2002/meetings/#minutes-published")


def test_the_words_stay_as_printed_and_the_next_edition_has_taken_it_up(loaded: Site) -> None:
    assert loaded.now.by_id["minutes-published"].text == "Minutes will be published."
    assert [each.id for each in amendments.of_provision(loaded.now, "minutes-published")] == ["minutes-online"]
    assert amendments.of(loaded.editions["2004"]) == amendments.of(loaded.editions["2001"]) == ()
