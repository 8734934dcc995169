"""What editors do to the timeline, and all that is told of it."""

from __future__ import annotations

from .rows import Row, edit

TIMELINE = "data/timeline.yaml"

ROWS = [
    Row(
        "an event on a day that is none",
        [edit(TIMELINE, "when: 2001-04-01", "when: 2001-04-31")],
        ["data/timeline.yaml:2: board-begins has “2001-04-31” as its “when”, which is not a date."],
    ),
    Row(
        "an event that ends before it begins",
        [edit(TIMELINE, "to: 2003-02", "to: 2001-12")],
        ["data/timeline.yaml:4: schools-met ends in 2001-12, before it begins."],
    ),
    Row(
        "an event without a date",
        [edit(TIMELINE, "when: 2001-04-01, ", "")],
        ["data/timeline.yaml:2: board-begins does not say enough."],
    ),
    Row(
        "an event from a source that is none",
        [edit(TIMELINE, "source: first-document", "source: last-document")],
        ["data/timeline.yaml:3: papers-group-met names “last-document” as its “source”, which does not exist."],
    ),
    Row(
        "an event from a page that nobody saw",
        [edit(TIMELINE, "seen: 2026-11-22, ", "")],
        ["data/timeline.yaml:2: board-begins has something from a page, without the day on which it was seen."],
    ),
    Row(
        "an event drawn from a fact of another day",
        [edit(TIMELINE, "groups/papers-group/2003-04", "groups/papers-group/2003-05")],
        ["data/timeline.yaml:3: papers-group-met is drawn from groups/papers-group/2003-05, where no date stands."],
    ),
    Row(
        "an event drawn from an unknown register",
        [edit(TIMELINE, "groups/papers-group/2003-04", "teams/papers-group/2003-04")],
        ["data/timeline.yaml:3: papers-group-met is drawn from teams/papers-group/2003-04, where no date stands."],
    ),
    Row(
        "an event drawn from a statement without a date",
        [edit(TIMELINE, 'when: "2002", to: 2003-02, ', "")],
        ["data/timeline.yaml:4: schools-met is drawn from reports/2003-04/schools-met, where no date stands."],
    ),
    Row(
        "a date twice",
        [edit(TIMELINE, "of: groups/papers-group/2003-04", "of: groups/papers-group/2003-04, when: 2003-04")],
        ["data/timeline.yaml:3: papers-group-met gives a date, and so does groups/papers-group/2003-04, from which it is drawn."],
    ),
    Row(
        "an event's page that is none",
        [edit(TIMELINE, "page: people/", "page: persons/")],
        ["data/timeline.yaml:3: papers-group-met names the page persons/, which this site does not have."],
    ),
]
