"""What editors do to change notes, and all that is told of it."""

from __future__ import annotations

from .rows import CHANGES, KEY_CHANGES, MEETINGS, OLD_MEETINGS, TERMS, Row, copy, delete, edit, move

ANOTHER_KEY = """  - id: board-sits
    title: The board will sit
    was: The board should sit.
    is: The board will sit.
    who: The Board
    notes: [meetings-stronger]
"""

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
        [
            edit(
                "data/duties.yaml",
                '    "2002": {provision: [meetings-frequency], by: [board-meeting], cadence: quarterly, actor: The Board, frequency: quarterly}\n',
                "",
            )
        ],
        ["data/duties.yaml:2: duties/board-meets is in 2001 but not in 2002, and no change note says what became of it."],
    ),
    Row(
        "an older content of the report",
        [edit("data/report-contents.yaml", '    "2002": {provision: [members-attend]}\n', "")],
        [
            "data/report-contents.yaml:2: report-contents/report-attendance is in 2001 but not in 2002, and no change note says what became of it.",
            "data/report-lists.yaml:3: list-of-2002 names edition 2002, which prints nothing that a report is to include.",
        ],
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
                '    "2002": {name: Stage 1, title: Board, at: The Board, does: settles it, provisions: [meetings-frequency]}\n',
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
        [edit(CHANGES, "removed: [agencies/clinic, tea-served]", "removed: [agencies/clinic, tea-served, meetings]")],
        ["data/changes/2001-2002.yaml:38: clinic-gone says that meetings was removed, but 2002 has it."],
    ),
    Row(
        "a note about nothing",
        [edit(CHANGES, "where: [refreshments-see]", "where: [refreshments-see, refreshments-eat]")],
        ["data/changes/2001-2002.yaml:42: refreshments-new names refreshments-eat under “where”, which 2001 or 2002 does not have."],
    ),
    Row(
        "a note about no record",
        [edit(CHANGES, "where: [agencies/hospital, agencies/college]", "where: [agencies/hospital, agencies/college, agencies/colege]")],
        ["data/changes/2001-2002.yaml:49: agencies-named names agencies/colege under “where”, which 2001 or 2002 does not have."],
    ),
    Row(
        "a split into nothing",
        [edit(CHANGES, "new: [minutes-kept, minutes-published]", "new: [minutes-kept, minutes-published, minutes-read]")],
        ["data/changes/2001-2002.yaml:27: minutes-split names minutes-read under “replaces”, which 2002 does not have."],
    ),
    Row(
        "a reason without a source",
        [edit(CHANGES, "source: second-document, place: section 1", "place: section 1")],
        ["data/changes/2001-2002.yaml:8: meetings-stronger has no “source”."],
    ),
    Row(
        "a reason of one's own",
        [edit(CHANGES, "why: {kind: required,", "why: {kind: guessed,")],
        ["data/changes/2001-2002.yaml:8: meetings-stronger has “guessed” as its “kind”."],
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
            edit(CHANGES, "of: [minutes-kept-published]", "of: [minutes-kept]"),
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
        ["docs/arrangements/2002/meetings.md:43: cups-washed is moved between 2001 and 2002, and no change note says so."],
    ),
    Row(
        "a provision under another heading",
        [
            edit(OLD_MEETINGS, "{: #tea-served }", "{: #tea-served }\n\nCups are washed.\n{: #cups-washed }"),
            edit(MEETINGS, "{: #minutes-published }", "{: #minutes-published }\n\nCups are washed.\n{: #cups-washed }"),
        ],
        ["docs/arrangements/2002/meetings.md:22: cups-washed is moved between 2001 and 2002, and no change note says so."],
    ),
    Row(
        "a removal called wording",
        [edit(CHANGES, "title: Old Clinic and tea\n    weight: notable", "title: Old Clinic and tea\n    weight: wording")],
        ["data/changes/2001-2002.yaml:30: clinic-gone is called wording, but it tells a removal, a new or stronger duty or a change of force."],
    ),
    Row(
        "a removal called wording, with the reason",
        [
            edit(
                CHANGES,
                "title: Old Clinic and tea\n    weight: notable",
                "title: Old Clinic and tea\n    weight: wording\n    wording_because: Tea is poured all the same.",
            )
        ],
        [],
    ),
    Row(
        "a new duty called wording",
        [
            edit(
                CHANGES,
                "weight: wording\n    where: [refreshments-see]\n",
                "weight: wording\n    where: [refreshments-see]\n    duty: [{on: [board-meeting], how: new}]\n",
            )
        ],
        ["data/changes/2001-2002.yaml:41: refreshments-new is called wording, but it tells a removal, a new or stronger duty or a change of force."],
    ),
    Row(
        "a duty that ended, called wording",
        [
            edit(
                CHANGES,
                "weight: wording\n    where: [refreshments-see]\n",
                "weight: wording\n    where: [refreshments-see]\n    duty: [{on: [board-meeting], how: ended}]\n",
            )
        ],
        [],
    ),
    Row(
        "a change of force called wording",
        [
            edit(CHANGES, "where: [meetings-frequency, members-duties]", "where: [members-duties]"),
            edit(CHANGES, "where: [refreshments-see]", "where: [refreshments-see, meetings-frequency]"),
            edit("data/duties.yaml", "meetings-frequency", "meetings"),
        ],
        ["data/changes/2001-2002.yaml:41: refreshments-new is called wording, but it tells a removal, a new or stronger duty or a change of force."],
    ),
    Row(
        "a change of force called wording, of which another note tells more",
        [edit(CHANGES, "where: [refreshments-see]", "where: [refreshments-see, meetings-frequency]")],
        [],
    ),
    Row(
        "a promise reworded without a fate",
        [edit(CHANGES, "    fates:\n      - {fate: stronger, of: [meetings-frequency, members-duties]}\n", "")],
        [
            "docs/arrangements/2001/meetings.md:10: meetings-frequency is a promise of 2001 that 2002 does not print alike, and no change note says what became of it.",
            "docs/arrangements/2001/meetings.md:16: members-duties is a promise of 2001 that 2002 does not print alike, and no change note says what became of it.",
        ],
    ),
    Row(
        "a promise gone without a fate",
        [edit(CHANGES, "    fates:\n      - {fate: no counterpart, of: [tea-served]}\n", "")],
        [
            "docs/arrangements/2001/meetings.md:31: tea-served is a promise of 2001 that 2002 does not print alike, and no change note says what became of it."
        ],
    ),
    Row(
        "a fate of what is new",
        [edit(CHANGES, "of: [tea-served]", "of: [tea-served, refreshments-see]")],
        ["data/changes/2001-2002.yaml:37: clinic-gone tells the fate of refreshments-see, which 2001 does not have."],
    ),
    Row(
        "two fates of one promise",
        [edit(CHANGES, "of: [tea-served]", "of: [tea-served, members-duties]")],
        ["data/changes/2001-2002.yaml:37: clinic-gone tells the fate of members-duties, which meetings-stronger tells too."],
    ),
    Row(
        "a fate of our own making",
        [edit(CHANGES, "fate: no counterpart", "fate: forgotten")],
        ["data/changes/2001-2002.yaml:37: clinic-gone has “forgotten” as its “fate”."],
    ),
    Row(
        "a key note that no key change sums up",
        [edit(CHANGES, "title: Minutes in two sentences\n    weight: notable", "title: Minutes in two sentences\n    weight: key")],
        ["data/changes/2001-2002.yaml:17: minutes-split is called key, and no key change of data/key-changes/2001-2002.yaml sums it up."],
    ),
    Row(
        "a key change of no note",
        [edit(KEY_CHANGES, "notes: [meetings-stronger]", "notes: [meetings-stronger, meetings-longer]")],
        ["data/key-changes/2001-2002.yaml:9: board-meets sums up the note meetings-longer, which does not exist."],
    ),
    Row(
        "a key note summed up twice",
        [edit(KEY_CHANGES, "notes: [meetings-stronger]\n", f"notes: [meetings-stronger]\n{ANOTHER_KEY}")],
        ["data/key-changes/2001-2002.yaml:15: board-sits sums up the note meetings-stronger, which board-meets sums up too."],
    ),
    Row(
        "a line of Throughout that nobody wrote",
        [edit(CHANGES, "throughout: names", "throughout: numbers")],
        ["data/changes/2001-2002.yaml:45: refreshments-new belongs to the line “numbers”, which data/key-changes/2001-2002.yaml does not have."],
    ),
    Row(
        "key changes of editions that are no neighbours",
        [copy(KEY_CHANGES, "data/key-changes/2000-2002.yaml")],
        ["data/key-changes/2000-2002.yaml:1: this file is about two editions that are not neighbours."],
    ),
    Row("no file of key changes, and a key note", [delete(KEY_CHANGES)], ["data/key-changes/2001-2002.yaml:1: this file is missing."]),
    Row(
        "no file of key changes, and a note that is part of a line",
        [delete(KEY_CHANGES), edit(CHANGES, "weight: key", "weight: notable")],
        ["data/key-changes/2001-2002.yaml:1: this file is missing."],
    ),
    Row(
        "a note that tells no difference",
        [edit(CHANGES, "was: Minutes will be kept and published.", "was: Minutes will be kept, and published.")],
        ["data/changes/2001-2002.yaml:20: minutes-split says the same under “was” and under “is”."],
    ),
    Row(
        "no file of key changes, and no note that asks for it",
        [delete(KEY_CHANGES), edit(CHANGES, "weight: key", "weight: notable"), edit(CHANGES, "    throughout: names\n", "")],
        [],
    ),
    Row(
        "key changes of another ending",
        [move(KEY_CHANGES, "data/key-changes/2001-2002.yml")],
        ["data/key-changes/2001-2002.yml:1: this file should be called data/key-changes/2001-2002.yaml."],
    ),
    Row(
        "key changes that are no list",
        [edit(KEY_CHANGES, "    notes: [meetings-stronger]", "    notes: meetings-stronger")],
        ["data/key-changes/2001-2002.yaml:9: board-meets: “notes” should be a list."],
    ),
    Row(
        "more words than a key change has",
        [edit(KEY_CHANGES, "title: The board will meet\n", "title: The board will meet once in every quarter of the year\n")],
        ["data/key-changes/2001-2002.yaml:5: board-meets has “The board will meet once in every quarter of the year” as its “title”."],
    ),
]
