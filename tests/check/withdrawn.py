"""Broken input of withdrawn pages, and what it earns."""

from __future__ import annotations

from .rows import ABOUT, MEETINGS, Row, edit


def taken(line: str) -> str:
    return f"title: About\nwithdrawn: {line}"


ROWS = [
    Row(
        "a withdrawn page that leads nowhere",
        [edit(ABOUT, "title: About", taken("{on: 2026-11-22, why: It was wrong., instead: tea/}"))],
        [f"{ABOUT}:3: this page is withdrawn and leads to tea/, which is no page of this site that is there, and no link."],
    ),
    Row(
        "a withdrawn page that leads to itself",
        [edit(MEETINGS, "title: Meetings", "title: Meetings\nwithdrawn: {on: 2026-11-22, why: Wrong., instead: arrangements/2002/meetings/}")],
        [f"{MEETINGS}:3: this page is withdrawn and leads to arrangements/2002/meetings/, which is no page of this site that is there, and no link."],
    ),
    Row(
        "a page to be withdrawn one day",
        [edit(ABOUT, "title: About", taken("{on: 2999-11-22, why: It was wrong., instead: calendar/}"))],
        [f"{ABOUT}:3: this page has 2999-11-22 as its “on”, a day that has not come yet."],
    ),
    Row(
        "a withdrawn page without a reason",
        [edit(ABOUT, "title: About", taken("{on: 2026-11-22, instead: calendar/}"))],
        [f"{ABOUT}:3: the head of this page has no “why”."],
    ),
]
