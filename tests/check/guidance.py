"""What editors do to the guidance and its checks, and all that is told of it."""

from __future__ import annotations

from .rows import EDITIONS, Row, edit

GUIDANCE = "data/guidance.yaml"

ROWS = [
    Row(
        "an edition under an unknown guidance",
        [edit(EDITIONS, "written_under: guidance-2002", "written_under: guidance-2005")],
        ["data/editions.yaml:15: 2002 is written under guidance-2005, which is not among the guidance."],
    ),
    Row(
        "a guidance twice",
        [
            edit(GUIDANCE, "{id: guidance-2000,", "{id: guidance-2002,"),
            edit(EDITIONS, "written_under: guidance-2000", "written_under: guidance-2002"),
        ],
        ["data/guidance.yaml:4: guidance-2002 stands twice among the guidance."],
    ),
    Row(
        "a guidance that replaces none",
        [edit(GUIDANCE, "replaces: guidance-2002", "replaces: guidance-2001")],
        ["data/guidance.yaml:8: guidance-2003 is said to replace guidance-2001, which is no other guidance of this list."],
    ),
    Row(
        "a guidance that replaces itself",
        [edit(GUIDANCE, "replaces: guidance-2002", "replaces: guidance-2003")],
        ["data/guidance.yaml:8: guidance-2003 is said to replace guidance-2003, which is no other guidance of this list."],
    ),
    Row(
        "a theme's provision that is none",
        [edit(GUIDANCE, "provisions: [meetings-frequency]", "provisions: [meetings-often]")],
        ["data/guidance.yaml:10: meeting names the provision meetings-often, which edition 2002 does not have."],
    ),
    Row(
        "a theme's source that is none",
        [edit(GUIDANCE, "source: example-page", "source: exmple-page")],
        ["data/guidance.yaml:10: meeting names “exmple-page” as its “source”, which does not exist."],
    ),
    Row(
        "a theme from a page that nobody saw",
        [edit(GUIDANCE, "seen: 2026-11-22, ", "")],
        ["data/guidance.yaml:10: meeting has something from a page, without the day on which it was seen."],
    ),
    Row(
        "a check of what is not listed",
        [edit(GUIDANCE, "item: members-read", "item: minutes-kept")],
        ["data/guidance.yaml:12: minutes-kept was checked, which is not among what is to be checked against later guidance."],
    ),
    Row(
        "a check of a duty that rests on nothing listed",
        [edit(GUIDANCE, "item: members-read", "item: duties/minutes")],
        ["data/guidance.yaml:12: duties/minutes was checked, which is not among what is to be checked against later guidance."],
    ),
    Row(
        "a check without what was found",
        [edit(GUIDANCE, ", found: It still holds.", "")],
        ["data/guidance.yaml:12: the record on line 12 has no “found”."],
    ),
    Row(
        "a check on a day to come",
        [edit(GUIDANCE, "on: 2003-05-01", "on: 2190-05-01")],
        ["data/guidance.yaml:12: this file has 2190-05-01 as its “on”, a day that has not come yet."],
    ),
]
