"""Broken input of approvals, and what it earns."""

from __future__ import annotations

from .rows import Row, edit

APPROVALS = "data/approvals.yaml"
LINE = "  - {id: levels-reviewed, what: support-levels, how: reviewed without change"
CORRECTED = 'fingerprint: "1c61a4d30be9", corrections: [{on: 2003-03-01, what: A word., fingerprint: "000000000000"}, {on: 2003-02-02, what: A word., fingerprint: "000000000000"}]}'

ROWS = [
    Row(
        "an approval of a topic that is not there",
        [edit(APPROVALS, "what: support-levels", "what: 2002/tea")],
        ["data/approvals.yaml:3: levels-reviewed approves 2002/tea, which is no edition, no topic of one and no list."],
    ),
    Row(
        "an approval of what is no name",
        [edit(APPROVALS, "what: support-levels", "what: The levels")],
        ["data/approvals.yaml:3: levels-reviewed has “The levels” as its “what”."],
    ),
    Row(
        "an approval that has not come",
        [edit(APPROVALS, "on: 2003-02-01", "on: 2999-02-01")],
        ["data/approvals.yaml:3: levels-reviewed has 2999-02-01 as its “on”, a day that has not come yet."],
    ),
    Row(
        "corrections out of their order",
        [edit(APPROVALS, 'fingerprint: "1c61a4d30be9"}', CORRECTED)],
        ["data/approvals.yaml:3: a correction of levels-reviewed is dated before what it corrects."],
    ),
    Row(
        "a fingerprint cut short",
        [edit(APPROVALS, '"1c61a4d30be9"', '"1c61a4d3"')],
        ["data/approvals.yaml:3: levels-reviewed has “1c61a4d3” as its “fingerprint”."],
    ),
]
