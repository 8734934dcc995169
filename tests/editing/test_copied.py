"""Entries of one edition copied for another, as text."""

from __future__ import annotations

import pytest

from macros.editing.copied import with_entries

ROWS = [
    (
        "in brackets on a line of their own",
        '- id: a  \n  editions:\n    "2001": {name: A}\n    "2002": {name: B, note: "x: y"}\n  since: []\n',
        '- id: a  \n  editions:\n    "2001": {name: A}\n    "2002": {name: B, note: "x: y"}\n    "2099": {name: B, note: "x: y"}\n  since: []\n',
    ),
    (
        "over several lines, and a comment below",
        "- id: a\n  editions:\n    '2002':\n      name: B\n      also: [c,\n        d]\n\n# next\n- id: b\n",
        "- id: a\n  editions:\n    '2002':\n      name: B\n      also: [c,\n        d]\n    '2099':\n      name: B\n      also: [c,\n        d]\n\n# next\n- id: b\n",
    ),
    (
        "a record in brackets",
        '- {id: a, editions: {"2002": {name: B}}, note: "2002"}\n',
        '- {id: a, editions: {"2002": {name: B}, "2099": {name: B}}, note: "2002"}\n',
    ),
    ("another edition's alone", '- {id: a, editions: {"2001": {name: B}}}\n', '- {id: a, editions: {"2001": {name: B}}}\n'),
    (
        "there already",
        '- {id: a, editions: {"2002": {name: B}, "2099": {name: C}}}\n',
        '- {id: a, editions: {"2002": {name: B}, "2099": {name: C}}}\n',
    ),
    ("reports of that name", '- {id: a, reports: {"2002": {name: B}}}\n', '- {id: a, reports: {"2002": {name: B}}}\n'),
    (
        "with letters beyond ASCII before it",
        '- {id: a, name: "Café – €", editions: {"2002": {name: Š}}}\n',
        '- {id: a, name: "Café – €", editions: {"2002": {name: Š}, "2099": {name: Š}}}\n',
    ),
]


@pytest.mark.parametrize(("what", "text", "goal"), ROWS, ids=[row[0] for row in ROWS])
def test_an_entry_is_copied_below_its_own_and_all_else_stays(what: str, text: str, goal: str) -> None:
    assert with_entries(text, "2002", "2099") == goal
