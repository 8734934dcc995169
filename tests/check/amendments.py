"""Broken input of amendments, and what it earns."""

from __future__ import annotations

from .rows import Row, edit

AMENDMENTS = "data/amendments.yaml"

ROWS = [
    Row(
        "an amendment of an edition that is not there",
        [edit(AMENDMENTS, 'editions: {"2002"', 'editions: {"2003"')],
        ["data/amendments.yaml:3: minutes-online amends edition 2003, which does not exist."],
    ),
    Row(
        "an amendment of a provision that is not there",
        [edit(AMENDMENTS, "[minutes-published]", "[minutes-hidden]")],
        ["data/amendments.yaml:3: minutes-online names the provision minutes-hidden, which edition 2002 does not have."],
    ),
    Row(
        "an amendment for nobody that is known",
        [edit(AMENDMENTS, "affects: [health]", "affects: [helth]")],
        ["data/amendments.yaml:3: minutes-online names “helth” as its “affects”, which does not exist."],
    ),
    Row(
        "an amendment without a day",
        [edit(AMENDMENTS, "from: 2003-06-01, ", "")],
        ["data/amendments.yaml:3: minutes-online does not say enough."],
    ),
]
