"""What of the current edition is to be checked against later guidance: by its words, by what introduces it, and by theme."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.read import later
from macros.read.site import Site

from ..check.rows import edit
from ..drawn import checked

NAMES = ("Guidance 2002", "Guidance to Boards 2002")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("As Guidance 2002 says, the Board meets.", True),
        ("Guidance 2002's requirements.", True),
        ("GUIDANCE\u00a02002.", True),
        ("As Guidance  to Boards 2002 says.", True),
        ("As Guidance 2002a says.", False),
        ("As our Misguidance 2002 says.", False),
        ("As Guidance 2003 says.", False),
        ("The guidance is of 2002.", False),
    ],
)
def test_a_text_names_guidance_in_whole_words_however_they_are_spaced(text: str, found: bool) -> None:
    assert later.says(text, NAMES) is found


def test_the_list_has_what_words_and_themes_put_on_it_in_the_order_of_the_document(loaded: Site) -> None:
    rows = [(row.provision, row.why, row.records, [each.by for each in row.checked]) for row in later.rows(loaded).values()]
    assert rows == [
        ("meetings-frequency", "theme", ("duties/board-meets",), []),
        ("members-read", "unnamed", (), ["Jo Example, clerk"]),
    ]
    assert {topic: [row.provision for row in rows] for topic, rows in later.without_theme(loaded).items()} == {"meetings": ["members-read"]}


def test_words_that_name_it_put_a_provision_and_all_that_it_introduces_on_the_list(pair: Path) -> None:
    edit("docs/arrangements/2002/meetings.md", "Members must:", "Members must, as Guidance to Boards 2002 asks:")(pair)
    rows = later.rows(checked(pair))
    assert {each: row.why for each, row in rows.items()} == {
        "meetings-frequency": "theme",
        "members-duties": "names",
        "members-read": "introduced",
        "members-attend": "introduced",
        "members-vote": "introduced",
    }


def test_a_check_of_a_record_stands_for_the_provisions_on_which_it_rests(pair: Path) -> None:
    edit("data/guidance.yaml", "item: members-read", "item: duties/board-meets")(pair)
    rows = later.rows(checked(pair))
    assert {each: [check.found for check in row.checked] for each, row in rows.items()} == {
        "meetings-frequency": ["It still holds."],
        "members-read": [],
    }


def test_where_no_later_guidance_is_known_nothing_is_listed_and_old_checks_rest(pair: Path) -> None:
    edit("data/guidance.yaml", "    replaces: guidance-2002\n", "")(pair)
    site = checked(pair)
    assert (dict(later.rows(site)), site.now.later_guidance, site.now.written_under) == ({}, (), "Guidance 2002")
