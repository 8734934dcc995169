"""What editors do to promises, and all that is told of it."""

from __future__ import annotations

from .rows import Row, edit

PROMISED = "data/promised.yaml"

ROWS = [
    Row(
        "a promise of no provision",
        [edit(PROMISED, "provision: [members-attend]", "provision: [members-sing]")],
        ["data/promised.yaml:13: members-take-part-promised names the provision members-sing, which edition 2002 does not have."],
    ),
    Row(
        "a promise held against no report",
        [edit(PROMISED, 'reports: {"2003-04": {reported: not', 'reports: {"2003-05": {reported: not')],
        ["data/promised.yaml:9: minutes-promised is held against the report 2003-05, which does not exist."],
    ),
    Row(
        "a promise held against nothing",
        [edit(PROMISED, 'reports: {"2003-04": {reported: not reported}}', "reports: {}")],
        ["data/promised.yaml:9: minutes-promised: “reports” does not say enough."],
    ),
    Row(
        "evidence that the report does not have",
        [edit(PROMISED, "where: [schools-met, children]", "where: [schools-met, childrn]")],
        ["data/promised.yaml:13: members-take-part-promised names childrn as evidence, which the report 2003-04 does not have."],
    ),
    Row(
        "a promise reported without evidence",
        [edit(PROMISED, "reported: not reported", "reported: reported, says: Minutes were kept.")],
        ["data/promised.yaml:9: minutes-promised is “reported” in 2003-04, without “where”."],
    ),
    Row(
        "a promise reported in part without a word",
        [edit(PROMISED, ", says: Schools met twice.", "")],
        ["data/promised.yaml:5: board-meets-promised is “in part” in 2003-04, without “says”."],
    ),
    Row(
        "a promise that is said to be not done",
        [edit(PROMISED, "reported: not reported", "reported: not done")],
        ["data/promised.yaml:9: minutes-promised has “not done” as its “reported”."],
    ),
    Row(
        "a promise twice",
        [edit(PROMISED, "provision: [members-attend]", "provision: [members-attend, minutes-kept]")],
        ["data/promised.yaml:13: members-take-part-promised names minutes-kept of 2002, which minutes-promised names already."],
    ),
]
