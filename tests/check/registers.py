"""What editors do to registers, and all that is told of it."""

from __future__ import annotations

from .rows import ABOUT, AGENCIES, CHANGES, EDITIONS, GROUPS, MEETINGS, OLD_MEETINGS, Row, delete, edit, write

SECOND = '- {id: second-level, level: "1", editions: {"2002": {name: Second level, heading: refreshments, provisions: [members-read]}}}\n'
ROWS = [
    Row("a list emptied", [write(GROUPS, "[]\n")], ["data/groups.yaml:1: this list holds no record."]),
    Row("a list of comments only", [write(GROUPS, "# None.\n")], ["data/groups.yaml:1: this file is empty."]),
    Row(
        "an id twice",
        [edit(AGENCIES, "- id: college", "- id: schools")],
        ["data/agencies.yaml:18: the id schools is used twice; it is first used on line 2."],
    ),
    Row(
        "an id twice among the notes",
        [edit(CHANGES, "id: refreshments-new", "id: clinic-gone")],
        ["data/changes/2001-2002.yaml:39: the id clinic-gone is used twice; it is first used on line 28."],
    ),
    Row(
        "a wrong year",
        [edit(AGENCIES, '"2002": {name: Schools', '"2020": {name: Schools')],
        ["data/agencies.yaml:6: schools has an entry for edition 2020, which does not exist."],
    ),
    Row(
        "an unknown report",
        [edit(AGENCIES, "yearly-report:", "monthly-report:")],
        ["data/agencies.yaml:23: college has an entry for the report monthly-report, which is not among the sources."],
    ),
    Row(
        "an unknown sector",
        [edit(AGENCIES, "- id: college\n  sector: education", "- id: college\n  sector: educaton")],
        ["data/agencies.yaml:19: college names “educaton” as its “sector”, which does not exist."],
    ),
    Row(
        "an unknown source of an edition",
        [edit(EDITIONS, "source: second-document", "source: third-document")],
        ["data/editions.yaml:14: 2002 names “third-document” as its “source”, which does not exist."],
    ),
    Row(
        "an unknown source of a page",
        [edit(MEETINGS, "source: second-document", "source: third-document")],
        ["docs/arrangements/2002/meetings.md:4: this page names “third-document” as its “source”, which does not exist."],
    ),
    Row(
        "an unknown source of a later fact",
        [edit(AGENCIES, "source: example-page", "source: exmple-page")],
        ["data/agencies.yaml:13: hospital names “exmple-page” as its “source”, which does not exist."],
    ),
    Row(
        "an unknown link of the help line",
        [edit("data/partnership.yaml", "help: worried-about-a-child", "help: worried")],
        ["data/partnership.yaml:7: this file names “worried” as its “help”, which does not exist."],
    ),
    Row(
        "an unknown sector of a note",
        [edit(CHANGES, "affects: [health]", "affects: [helth]")],
        ["data/changes/2001-2002.yaml:35: clinic-gone names “helth” as its “affects”, which does not exist."],
    ),
    Row(
        "an unknown group",
        [
            edit(
                "data/representation.yaml",
                '"2002": {name: Schools, role: Teach, represented_by: Papers Group, groups: [papers-group]}',
                '"2002": {name: Schools, role: Teach, represented_by: Papers Group, groups: [papers]}',
            )
        ],
        ["data/representation.yaml:6: schools-represented names “papers” as its “groups”, which does not exist."],
    ),
    Row(
        "an unknown topic of a group",
        [edit(GROUPS, '"2002": {name: The Board, joint: "no", where: meetings', '"2002": {name: The Board, joint: "no", where: meeting')],
        ["data/groups.yaml:6: board-meeting names the topic meeting, which edition 2002 does not have."],
    ),
    Row(
        "an unknown topic of a post",
        [
            edit(
                "data/posts.yaml",
                '"2001": {office: Chair, holder: not named, where: meetings}',
                '"2001": {office: Chair, holder: not named, where: tea}',
            )
        ],
        ["data/posts.yaml:5: chair names the topic tea, which edition 2001 does not have."],
    ),
    Row(
        "an unknown topic of a partnership",
        [edit("data/partnerships.yaml", "elsewhere: meetings", "elsewhere: meeting")],
        ["data/partnerships.yaml:5: town-forum names the topic meeting, which edition 2002 does not have."],
    ),
    Row(
        "an unknown provision of a duty",
        [edit("data/duties.yaml", '"2002": {provision: [meetings-frequency]', '"2002": {provision: [meetings-often]')],
        ["data/duties.yaml:6: board-meets names the provision meetings-often, which edition 2002 does not have."],
    ),
    Row(
        "a provision of the other edition",
        [edit("data/duties.yaml", '"2002": {provision: [meetings-frequency]', '"2002": {provision: [tea-served]')],
        ["data/duties.yaml:6: board-meets names the provision tea-served, which edition 2002 does not have."],
    ),
    Row(
        "an unknown heading of a level",
        [edit("data/support-levels.yaml", '"2002": {name: First level, heading: refreshments', '"2002": {name: First level, heading: refreshment')],
        ["data/support-levels.yaml:12: first-level names the provision refreshment, which edition 2002 does not have."],
    ),
    Row(
        "an unknown provision of what is not covered",
        [edit("data/not-covered.yaml", "provision: [refreshments-see]", "provision: [tea-served]")],
        ["data/not-covered.yaml:2: tea-times names the provision tea-served, which edition 2002 does not have."],
    ),
    Row(
        "an unknown page",
        [edit("data/not-covered.yaml", "guidance/escalation/", "guidance/escalations/")],
        ["data/not-covered.yaml:2: tea-times names the page guidance/escalations/, which this site does not have."],
    ),
    Row(
        "a page that is made",
        [edit("data/not-covered.yaml", "guidance/escalation/", "compare/untold/")],
        ["data/not-covered.yaml:2: tea-times names the page compare/untold/, which this site does not have."],
    ),
    Row(
        "a later fact without its day",
        [edit("data/posts.yaml", ", seen: 2026-11-22}", "}")],
        ["data/posts.yaml:8: a later fact of chair names a page without the day on which it was seen."],
    ),
    Row(
        "a day that has not come",
        [edit("data/posts.yaml", "seen: 2026-11-22", "seen: 2999-11-22")],
        ["data/posts.yaml:8: chair has 2999-11-22 as its “seen”, a day that has not come yet."],
    ),
    Row(
        "an agency that is nowhere",
        [
            edit(
                AGENCIES,
                '- id: college\n  sector: education\n  editions:\n    "2002": {name: New College, group: Education}\n  reports:\n    yearly-report: {name: New College of Town, group: Education}',
                "- id: college\n  sector: education",
            ),
            edit(CHANGES, "where: [agencies/hospital, agencies/college]", "where: [agencies/hospital]"),
        ],
        ["data/agencies.yaml:18: college stands in no edition, no report and no later fact with a name: no page would show it."],
    ),
    Row(
        "a group under itself",
        [edit(GROUPS, '"2002": {name: Papers Group, under: board-meeting}', '"2002": {name: Papers Group, under: papers-group}')],
        ["data/groups.yaml:11: papers-group stands under itself in edition 2002, directly or by way of others."],
    ),
    Row(
        "groups in a ring",
        [edit(GROUPS, '"2002": {name: The Board, ', '"2002": {name: The Board, under: papers-group, ')],
        [
            "data/groups.yaml:6: board-meeting stands under itself in edition 2002, directly or by way of others.",
            "data/groups.yaml:11: papers-group stands under itself in edition 2002, directly or by way of others.",
        ],
    ),
    Row(
        "a group under one of another edition",
        [
            edit(GROUPS, '    "2002": {name: The Board, joint: "no", where: meetings, provisions: [meetings-frequency]}\n', ""),
            edit(CHANGES, "removed: [agencies/clinic, tea-served]", "removed: [agencies/clinic, tea-served, groups/board-meeting]"),
        ],
        ["data/groups.yaml:10: papers-group stands under board-meeting, which edition 2002 does not print."],
    ),
    Row("a missing register", [delete("data/posts.yaml")], ["data/posts.yaml:1: this file is missing."]),
    Row("a missing name", [edit(AGENCIES, "{name: New College, group", "{group")], ["data/agencies.yaml:21: college has no “name”."]),
    Row(
        "an id misspelt with a capital",
        [edit("data/sectors.yaml", "id: education", "id: Education")],
        ["data/sectors.yaml:1: Education has “Education” as its “id”."],
    ),
    Row(
        "a heading misspelt",
        [
            edit(AGENCIES, '"2002": {name: Schools, group: Education}', '"2002": {name: Schools, group: Educatoin}'),
            edit(
                AGENCIES,
                '"2002": {name: Town & County Hospital, short: TCH, group: Health}',
                '"2002": {name: Town & County Hospital, short: TCH, group: Education}',
            ),
        ],
        ["data/agencies.yaml:6: schools stands alone under “Educatoin”, and others under “Education”."],
    ),
    Row(
        "one address twice",
        [edit("data/links.yaml", "https://example.org/worried", "https://example.org/Page/")],
        ["data/links.yaml:2: worried-about-a-child has the address of example-page."],
    ),
    *(
        Row(
            f"{address} for an address",
            [edit("data/links.yaml", "https://example.org/page", address)],
            [f"data/links.yaml:1: example-page has “{address}” as its “url”."],
        )
        for address in ("http://example.org/page", "https://localhost/page", "https://10.0.0.1/page", "https://example", "https://example.org /page")
    ),
    Row(
        "a level with another's number",
        [edit("data/support-levels.yaml", "- id: first-level\n", SECOND + "- id: first-level\n")],
        [
            "data/support-levels.yaml:2: second-level has no page: “support_level” is called for it nowhere.",
            "data/support-levels.yaml:4: first-level has the number of second-level.",
        ],
    ),
    Row(
        "a level with another number than is printed",
        [edit("data/support-levels.yaml", "{name: First level,", "{name: Level 2,")],
        ["data/support-levels.yaml:3: first-level has the number 1, and edition 2001 prints “Level 2”."],
    ),
    Row("a link's id gone", [edit("data/links.yaml", "{id: example-page, ", "{")], ["data/links.yaml:1: the record on line 1 has no “id”."]),
    Row(
        "an alias for a fact",
        [edit("data/not-covered.yaml", "link: example-page", "link: first-document")],
        ["data/not-covered.yaml:2: tea-times names “first-document” as its “link”, which does not exist."],
    ),
    Row(
        "a sector's id changed",
        [edit("data/sectors.yaml", "id: education", "id: educaton")],
        ["data/sectors.yaml:1: no record has the id education, which 6 places name."],
    ),
    Row(
        "a link's id changed",
        [edit("data/links.yaml", "id: example-page", "id: exmple-page"), edit(ABOUT, "# About", "# About\n\n[x][example-page]")],
        ["data/links.yaml:1: no record has the id example-page, which 10 places name."],
    ),
    Row(
        "a list that lacks more than three of the records that others name, told once",
        [
            edit(CHANGES, "where: [agencies/clinic]", "where: [agencies/clinic, agencies/tea, agencies/cake, agencies/bun, agencies/milk]"),
            edit(CHANGES, "removed: [agencies/clinic", "removed: [agencies/tea, agencies/clinic"),
        ],
        ["data/agencies.yaml:18: 4 records that other places name are not in this list: bun, cake, milk, tea."],
    ),
    Row(
        "a list cut off, told once, whoever names what it held",
        [
            write(
                "data/sources.yaml",
                '- {id: last-document, title: Last, short: Last, publisher: Example partnership, dated: "2003", what: A report.}\n',
            ),
            edit(MEETINGS, "source: second-document", "source: a-document"),
            edit(OLD_MEETINGS, "source: first-document", "source: b-document"),
        ],
        [
            "data/sources.yaml:1: 5 records that other places name are not in this list: a-document, b-document, first-document, second-document, yearly-report."
        ],
    ),
    Row(
        "a source deleted",
        [
            edit(
                "data/sources.yaml",
                '- {id: second-document, title: Second document, short: "Second document, 2002", publisher: Example partnership, dated: March 2002, what: The whole text., link: example-page}\n',
                "",
            )
        ],
        ["data/sources.yaml:1: no record has the id second-document, which 4 places name."],
    ),
]
