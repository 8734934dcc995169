"""What editors do to change notes, and all that is told of it."""

from __future__ import annotations

from .rows import CHANGES, MEETINGS, OLD_MEETINGS, TERMS, Row, copy, delete, edit

ROWS = [
    Row("no file of changes", [delete(CHANGES)], ["data/changes/2001-2002.yaml:1: there is no file for the changes from 2001 to 2002."]),
    Row(
        "changes of editions that are no neighbours",
        [copy(CHANGES, "data/changes/2000-2002.yaml")],
        ["data/changes/2000-2002.yaml:1: this file is about 2000 and 2002, which are not neighbours among the editions."],
    ),
    Row(
        "an older id with no fate",
        [edit(CHANGES, "removed: [agencies/clinic, tea-served]", "removed: [agencies/clinic]")],
        ["docs/arrangements/2001/meetings.md:31: tea-served is in 2001 but not in 2002, and no change note says what became of it."],
    ),
    Row(
        "an older record with no fate",
        [edit(CHANGES, "removed: [agencies/clinic, tea-served]", "removed: [tea-served]")],
        ["data/agencies.yaml:14: agencies/clinic is in 2001 but not in 2002, and no change note says what became of it."],
    ),
    Row(
        "an older entry of a level",
        [edit("data/support-levels.yaml", '    "2002": {name: First level, heading: refreshments, provisions: [members-read]}\n', "")],
        ["data/support-levels.yaml:2: support-levels/first-level is in 2001 but not in 2002, and no change note says what became of it."],
    ),
    Row(
        "an older duty whose provision stays",
        [edit("data/duties.yaml", '    "2002": {provision: [meetings-frequency], actor: The Board, frequency: quarterly}\n', "")],
        ["data/duties.yaml:2: duties/board-meets is in 2001 but not in 2002, and no change note says what became of it."],
    ),
    Row(
        "an older content of the report",
        [edit("data/report-contents.yaml", '    "2002": {provision: [members-attend]}\n', "")],
        ["data/report-contents.yaml:2: report-contents/report-attendance is in 2001 but not in 2002, and no change note says what became of it."],
    ),
    Row(
        "an older word",
        [edit(TERMS, '    "2002": {name: The board, means: The members and the officers who meet.}\n', "")],
        ["data/terms.yaml:4: terms/board is in 2001 but not in 2002, and no change note says what became of it."],
    ),
    Row(
        "an older stage",
        [
            edit(
                "data/escalation.yaml",
                '    "2002": {name: Stage 1, decides: The Board, passes_to: not stated, provisions: [meetings-frequency]}\n',
                "",
            )
        ],
        ["data/escalation.yaml:2: escalation/stage-board is in 2001 but not in 2002, and no change note says what became of it."],
    ),
    Row(
        "a word no longer explained",
        [edit(TERMS, '"2002": {name: The board, means: The members and the officers who meet.}', '"2002": {name: The board}')],
        ["data/terms.yaml:4: terms/board is explained in 2001 but not in 2002, and no change note says so."],
    ),
    Row(
        "a removal of what is still there",
        [edit(CHANGES, "tea-served]", "tea-served, meetings]")],
        ["data/changes/2001-2002.yaml:24: clinic-gone says that meetings was removed, but 2002 has it."],
    ),
    Row(
        "a note about nothing",
        [edit(CHANGES, "where: [refreshments-see]", "where: [refreshments-see, refreshments-eat]")],
        ["data/changes/2001-2002.yaml:26: refreshments-new names refreshments-eat under “where”, which 2001 or 2002 does not have."],
    ),
    Row(
        "a note about no record",
        [edit(CHANGES, "where: [agencies/hospital, agencies/college]", "where: [agencies/hospital, agencies/college, agencies/colege]")],
        ["data/changes/2001-2002.yaml:32: agencies-named names agencies/colege under “where”, which 2001 or 2002 does not have."],
    ),
    Row(
        "a split into nothing",
        [edit(CHANGES, "new: [minutes-kept, minutes-published]", "new: [minutes-kept, minutes-published, minutes-read]")],
        ["data/changes/2001-2002.yaml:17: minutes-split names minutes-read under “replaces”, which 2002 does not have."],
    ),
    Row(
        "a reason without a source",
        [edit(CHANGES, "    source: second-document\n", "")],
        ["data/changes/2001-2002.yaml:5: meetings-stronger gives a reason without its source."],
    ),
    Row(
        "a reason of one's own",
        [edit(CHANGES, "why: statutory guidance", "why: it was time")],
        ["data/changes/2001-2002.yaml:5: meetings-stronger has “it was time” as its “why”."],
    ),
    Row(
        "an addition without a note",
        [edit(MEETINGS, "{: #minutes-published }\n", "{: #minutes-published }\n\nThe chair signs them.\n{: #minutes-signed }\n")],
        ["docs/arrangements/2002/meetings.md:22: minutes-signed is added between 2001 and 2002, and no change note says so."],
    ),
    Row(
        "an addition below a heading that is named",
        [
            edit(MEETINGS, "{: #minutes-published }\n", "{: #minutes-published }\n\nThe chair signs them.\n{: #minutes-signed }\n"),
            edit(CHANGES, "where: [meetings-frequency, members-duties]", "where: [meetings, meetings-frequency, members-duties]"),
        ],
        ["docs/arrangements/2002/meetings.md:22: minutes-signed is added between 2001 and 2002, and no change note says so."],
    ),
    Row(
        "a name without a note",
        [edit(CHANGES, "where: [agencies/hospital, agencies/college]", "where: [agencies/college]")],
        ["data/agencies.yaml:7: agencies/hospital is renamed between 2001 and 2002, and no change note says so."],
    ),
    Row(
        "a change of force without a note",
        [
            edit(CHANGES, "where: [meetings-frequency, members-duties]", "where: [members-duties]"),
            edit("data/duties.yaml", "meetings-frequency", "meetings"),
        ],
        ["docs/arrangements/2002/meetings.md:10: meetings-frequency is force changed between 2001 and 2002, and no change note says so."],
    ),
    Row(
        "a duty denied",
        [
            edit(MEETINGS, "Minutes will be kept.", "Minutes will not be kept."),
            edit(
                OLD_MEETINGS,
                "Minutes will be kept and published.\n{: #minutes-kept-published }",
                "Minutes will be kept.\n{: #minutes-kept }\n\nMinutes will be published.\n{: #minutes-published }",
            ),
            edit(CHANGES, "    where: [minutes-kept]\n", "    where: [minutes-published]\n"),
            edit(CHANGES, "    replaces:\n      - {old: [minutes-kept-published], new: [minutes-kept, minutes-published]}\n", ""),
        ],
        ["docs/arrangements/2002/meetings.md:16: minutes-kept is force changed between 2001 and 2002, and no change note says so."],
    ),
    Row(
        "another order of the steps",
        [
            edit(OLD_MEETINGS, "{: #tea-served }", "{: #tea-served }\n\nCups are washed.\n{: #cups-washed }\n\nCups are dried.\n{: #cups-dried }"),
            edit(
                MEETINGS,
                "{: #refreshments-see }",
                "{: #refreshments-see }\n\nCups are dried.\n{: #cups-dried }\n\nCups are washed.\n{: #cups-washed }",
            ),
        ],
        ["docs/arrangements/2002/meetings.md:40: cups-dried is moved between 2001 and 2002, and no change note says so."],
    ),
    Row(
        "a provision under another heading",
        [
            edit(OLD_MEETINGS, "{: #tea-served }", "{: #tea-served }\n\nCups are washed.\n{: #cups-washed }"),
            edit(MEETINGS, "{: #minutes-published }", "{: #minutes-published }\n\nCups are washed.\n{: #cups-washed }"),
        ],
        ["docs/arrangements/2002/meetings.md:22: cups-washed is moved between 2001 and 2002, and no change note says so."],
    ),
]
