"""What editors do to editions, and all that is told of it."""

from __future__ import annotations

from .rows import CHANGES, EDITIONS, MEETINGS, OLD_MEETINGS, Row, copy, delete, edit, move, write

ROWS = [
    Row(
        "a current edition that does not exist",
        [edit(EDITIONS, 'current: "2002"', 'current: "2020"')],
        ["data/editions.yaml:2: the current edition is 2020, which is not among the editions."],
    ),
    Row(
        "a draft that becomes current with nothing told of it",
        [
            edit(EDITIONS, "status: The first revision.", "status: It is being prepared."),
            edit("data/sources.yaml", "what: The whole text.", "what: It is being prepared."),
        ],
        [
            "data/editions.yaml:16: 2002 is the current edition, and its status is still that of a draft.",
            "data/sources.yaml:2: second-document is the document of the current edition, and nothing is told of it.",
        ],
    ),
    Row(
        "an edition entered twice",
        [edit(EDITIONS, 'id: "2001"', 'id: "2002"')],
        [
            "data/editions.yaml:11: the edition 2002 is entered twice.",
            "docs/arrangements/2001/agency-list.md:1: the folder of edition 2001 has no entry among the editions.",
        ],
    ),
    Row(
        "an edition's folder renamed",
        [move("docs/arrangements/2002", "docs/arrangements/2002a")],
        [
            "data/editions.yaml:11: the edition 2002 has no folder.",
            "docs/arrangements/2002a/agency-list.md:1: the folder of edition 2002a has no entry among the editions.",
        ],
    ),
    Row("an edition's folder gone", [delete("docs/arrangements/2001")], ["data/editions.yaml:4: the edition 2001 has no folder."]),
    Row(
        "a folder with no entry",
        [copy("docs/arrangements/2002", "docs/arrangements/2003")],
        ["docs/arrangements/2003/agency-list.md:1: the folder of edition 2003 has no entry among the editions."],
    ),
    Row(
        "a topic without a page",
        [
            edit(
                EDITIONS,
                "not among the sources.\n    topics: [meetings, agency-list]",
                "not among the sources.\n    topics: [meetings, agency-list, tea]",
            )
        ],
        ["data/editions.yaml:18: edition 2002 lists the topic tea, which has no page."],
    ),
    Row("a page deleted", [delete(MEETINGS)], ["data/editions.yaml:18: edition 2002 lists the topic meetings, which has no page."]),
    Row("an older page deleted", [delete(OLD_MEETINGS)], ["data/editions.yaml:10: edition 2001 lists the topic meetings, which has no page."]),
    Row(
        "a topic listed twice",
        [
            edit(
                EDITIONS,
                "not among the sources.\n    topics: [meetings, agency-list]",
                "not among the sources.\n    topics: [meetings, agency-list, meetings]",
            )
        ],
        ["data/editions.yaml:18: edition 2002 lists the topic meetings twice."],
    ),
    Row(
        "a page on no list",
        [
            write(
                "docs/arrangements/2002/tea.md", '---\ntitle: Tea\nsection: "9"\nsource: second-document\ndescription: Tea.\n---\n## Tea\n{: #tea }\n'
            )
        ],
        ["docs/arrangements/2002/tea.md:1: this page is not among the topics of edition 2002."],
    ),
    Row(
        "an id twice in an edition",
        [
            edit(MEETINGS, "{: #refreshments-see }", "{: #minutes-kept }"),
            edit(CHANGES, "refreshments-see", "minutes-kept"),
            edit("data/not-covered.yaml", "refreshments-see", "minutes-kept"),
        ],
        [
            "docs/arrangements/2002/meetings.md:37: the id minutes-kept is used twice in edition 2002; it is first used in docs/arrangements/2002/meetings.md, line 16."
        ],
    ),
    Row(
        "an unknown link",
        [edit(MEETINGS, "[example-page]", "[no-page]")],
        ["docs/arrangements/2002/meetings.md:37: this links to “no-page”, which is not among the links."],
    ),
    Row(
        "a link to no page",
        [edit(MEETINGS, "(agency-list.md#agency-list-full)", "(agencies-list.md)")],
        ["docs/arrangements/2002/meetings.md:37: this links to agencies-list.md, which does not exist."],
    ),
    Row(
        "a link to no provision",
        [edit(MEETINGS, "#agency-list-full", "#agency-lists")],
        ["docs/arrangements/2002/meetings.md:37: this links to #agency-lists, which docs/arrangements/2002/agency-list.md does not have."],
    ),
    Row(
        "a link to no topic of the current edition",
        [edit("docs/index.md", "current/meetings#meetings-frequency", "current/meeting")],
        ["docs/index.md:7: this links to the topic meeting, which the current edition does not have."],
    ),
    Row(
        "a link to no provision of the current edition",
        [edit("docs/index.md", "current/meetings#meetings-frequency", "current/meetings#meetings-often")],
        ["docs/index.md:7: this links to #meetings-often, which meetings does not have in the current edition."],
    ),
    Row(
        "a link to a provision of another topic",
        [edit("docs/index.md", "current/meetings#meetings-frequency", "current/agency-list#meetings-frequency")],
        ["docs/index.md:7: this links to #meetings-frequency, which agency-list does not have in the current edition."],
    ),
    Row(
        "a deleted id line",
        [edit(MEETINGS, "Minutes will be kept.\n{: #minutes-kept }\n", "Minutes will be kept.\n")],
        ["docs/arrangements/2002/meetings.md:16: there is no id below “Minutes will be kept.”."],
    ),
    Row(
        "a page of another document",
        [edit(MEETINGS, "source: second-document", "source: first-document")],
        ["docs/arrangements/2002/meetings.md:4: this page restates first-document, and its edition, 2002, restates second-document."],
    ),
    Row(
        "an edition of another document than its pages",
        [edit(EDITIONS, "source: second-document", "source: first-document")],
        ["data/editions.yaml:14: edition 2002 restates first-document, and all of its pages restate second-document."],
    ),
    Row(
        "a topic with another's title",
        [edit(MEETINGS, "title: Meetings", "title: Agency List")],
        ["docs/arrangements/2002/agency-list.md:2: this page has the title of docs/arrangements/2002/meetings.md."],
    ),
    Row("editions that are empty", [write(EDITIONS, "# Nothing.\n")], ["data/editions.yaml:1: this file is empty."]),
    Row("an edition without a line", [edit(EDITIONS, "    status: A draft text.\n", "")], ["data/editions.yaml:4: 2001 has no “status”."]),
]
