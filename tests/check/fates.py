"""Broken input of the fates of addresses, and what it earns."""

from __future__ import annotations

from .rows import PAGE, Row, edit, write

FATES = "data/fates.yaml"

ROWS = [
    Row(
        "the fate of an id that is still there",
        [edit(FATES, "meetings/#tea-drunk", "meetings/#minutes-kept")],
        ["data/fates.yaml:4: tea-drunk-gone tells the fate of arrangements/2002/meetings/#minutes-kept, which is still there."],
    ),
    Row(
        "the fate of an id on a page that is gone",
        [edit(FATES, "meetings/#tea-drunk", "meeting/#tea-drunk")],
        ["data/fates.yaml:4: tea-drunk-gone tells the fate of an id on arrangements/2002/meeting/, which this site does not have."],
    ),
    Row(
        "the fate of a page that is still there",
        [edit(FATES, "address: guidance/tea/", "address: calendar/")],
        [
            "data/fates.yaml:3: tea-page-moved tells the fate of calendar/, which is still there.",
            "docs/calendar.md:1: this page is made from the data.",
        ],
    ),
    Row(
        "a move to nowhere",
        [edit(FATES, "to: guidance/escalation/", "to: guidance/escalations/")],
        ["data/fates.yaml:3: tea-page-moved leads to guidance/escalations/, which this site does not have."],
    ),
    Row(
        "a move to an id that is not there",
        [edit(FATES, "#refreshments}", "#biscuits}")],
        ["data/fates.yaml:4: tea-drunk-gone leads to arrangements/2002/meetings/#biscuits, which this site does not have."],
    ),
    Row(
        "a page put where an address went",
        [write("docs/guidance/tea.md", PAGE)],
        [
            "data/fates.yaml:3: tea-page-moved tells the fate of guidance/tea/, which is still there.",
            "docs/guidance/tea.md:1: this page is made from the data.",
            "docs/guidance/tea.md:1: this page is not in the navigation.",
        ],
    ),
]
