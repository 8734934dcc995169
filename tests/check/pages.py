"""What editors do to pages, and all that is told of it."""

from __future__ import annotations

from .rows import ABOUT, AGENCY_LIST, EDITING, MEETINGS, OLD_AGENCY_LIST, OLD_MEETINGS, Row, delete, edit

ROWS = [
    Row("a second title", [edit(ABOUT, "# About", "# About\n\nWords.\n\n# More")], ["docs/about/index.md:9: this page has a second title."]),
    Row("a heading that skips a level", [edit(EDITING, "Words.", "Words.\n\n### Deep")], ["docs/editing/index.md:9: this heading skips a level."]),
    Row(
        "an id twice on a page",
        [edit(ABOUT, "# About", "# About\n\n## One {: #same }\n\n## Two {: #same }")],
        ["docs/about/index.md:7: the id same stands twice on this page."],
    ),
    Row(
        "a stray {{",
        [edit(MEETINGS, "Minutes will be kept.", "Minutes {{ will be kept.")],
        ["docs/arrangements/2002/meetings.md:16: there is “{{” in the text."],
    ),
    Row(
        "a stray {{ on another page",
        [edit(ABOUT, "# About", "# About {{ this")],
        ["docs/about/index.md:5: there are curly brackets here that are instructions to the site, not text."],
    ),
    Row(
        "a word in brackets of the site",
        [edit(ABOUT, "{{ source_list() }}", "{{ source_list }}")],
        ["docs/about/index.md:7: there are curly brackets here that are instructions to the site, not text."],
    ),
    Row(
        "code in a page",
        [edit(ABOUT, "# About", "{{ cycler.__init__.__globals__.os.popen('id').read() }}")],
        ["docs/about/index.md:5: there are curly brackets here that are instructions to the site, not text."],
    ),
    Row(
        "code in a page's head",
        [edit(ABOUT, "title: About", 'title: "{{ 1 + 1 }}"')],
        ["docs/about/index.md:2: there are curly brackets here that are instructions to the site, not text."],
    ),
    Row(
        "code in the head of an edition's page",
        [edit(MEETINGS, "title: Meetings", 'title: "{{ 1 + 1 }}"')],
        ["docs/arrangements/2002/meetings.md:2: there are curly brackets here that are instructions to the site, not text."],
    ),
    Row(
        "a comment to the site",
        [edit(ABOUT, "# About", "# About {#id}")],
        ["docs/about/index.md:5: there are curly brackets here that are instructions to the site, not text."],
    ),
    Row(
        "a block macro where it does not belong",
        [edit(ABOUT, "# About", "{{ agency_list() }}")],
        ["docs/about/index.md:5: “agency_list” is not a block macro for this page."],
    ),
    Row(
        "a block macro that is not known",
        [edit(AGENCY_LIST, "{{ agency_list() }}\n", "{{ agency_list() }}\n\n{{ agencies() }}\n")],
        ["docs/arrangements/2002/agency-list.md:12: “agencies” is not a block macro for this page."],
    ),
    Row(
        "a text where none is taken",
        [edit(ABOUT, "{{ source_list() }}", '{{ source_list("x") }}')],
        ["docs/about/index.md:7: “source_list” takes no text here, and is given 1 text."],
    ),
    Row(
        "a text on an edition's page",
        [edit(AGENCY_LIST, "{{ agency_list() }}", '{{ agency_list("2002") }}')],
        ["docs/arrangements/2002/agency-list.md:10: “agency_list” takes no text here, and is given 1 text."],
    ),
    Row(
        "no text where one is taken",
        [edit("docs/agencies/health.md", '"health"', "")],
        ["docs/agencies/health.md:7: “for_agency” takes 1 text here, and is given no text."],
    ),
    Row(
        "a sector that does not exist",
        [edit("docs/agencies/health.md", '"health"', '"helth"')],
        ["docs/agencies/health.md:7: “for_agency” names helth, which does not exist."],
    ),
    Row(
        "the wrong sector",
        [edit("docs/agencies/health.md", '"health"', '"education"')],
        ["docs/agencies/health.md:7: “for_agency” names education on a page that has another name."],
    ),
    Row(
        "a call twice",
        [edit(ABOUT, "{{ source_list() }}", "{{ source_list() }}\n\n{{ source_list() }}")],
        ["docs/about/index.md:9: “source_list” is called twice; it is first called in docs/about/index.md, line 7."],
    ),
    Row(
        "a call twice in an edition",
        [edit(MEETINGS, "{: #minutes-kept }\n", "{: #minutes-kept }\n\n{{ agency_list() }}\n")],
        [
            "docs/arrangements/2002/meetings.md:19: “agency_list” is called twice; it is first called in docs/arrangements/2002/agency-list.md, line 10."
        ],
    ),
    Row(
        "a call without its curly brackets",
        [edit(ABOUT, "{{ source_list() }}", "source_list()")],
        ["docs/about/index.md:7: “source_list” stands here without its curly brackets, and would be shown as text."],
    ),
    Row(
        "a call deleted",
        [edit(ABOUT, "{{ source_list() }}", "")],
        ["docs/about/index.md:1: this page does not call “source_list”, for which it is there."],
    ),
    Row("a home page deleted", [delete("docs/calendar.md")], ["docs/calendar.md:1: this page is missing, on which “duty_calendar” stands."]),
    Row("the front page deleted", [delete("docs/index.md")], ["docs/index.md:1: this page is missing, on which “whats_new” stands."]),
    Row(
        "an edition's list of topics deleted",
        [delete("docs/arrangements/2001/index.md")],
        ["docs/arrangements/2001/index.md:1: this page is missing, on which “topic_list” stands."],
    ),
    Row(
        "an edition's list of topics not called",
        [edit("docs/arrangements/2001/index.md", "{{ topic_list() }}", "Words.")],
        ["docs/arrangements/2001/index.md:1: this page does not call “topic_list”, for which it is there."],
    ),
    Row(
        "a list of an edition deleted",
        [edit(AGENCY_LIST, "{{ agency_list() }}\n", "")],
        ["docs/arrangements/2002/agency-list.md:7: edition 2002 has entries in agencies, but no page of it calls “agency_list”."],
    ),
    Row(
        "a list of both editions deleted",
        [edit(AGENCY_LIST, "{{ agency_list() }}\n", ""), edit(OLD_AGENCY_LIST, "{{ agency_list() }}\n", "")],
        [
            "data/editions.yaml:4: edition 2001 has entries in agencies, but no page of it calls “agency_list”.",
            "data/editions.yaml:11: edition 2002 has entries in agencies, but no page of it calls “agency_list”.",
        ],
    ),
    Row(
        "the stages of an edition deleted",
        [edit(OLD_AGENCY_LIST, "{{ dispute_stages() }}\n", "")],
        ["docs/arrangements/2001/agency-list.md:7: edition 2001 has entries in escalation, but no page of it calls “dispute_stages”."],
    ),
    Row(
        "a sector's page deleted",
        [delete("docs/agencies/health.md")],
        ["data/sectors.yaml:6: health has no page: “for_agency” is called for it nowhere."],
    ),
    Row(
        "a level's page deleted",
        [delete("docs/guidance/support-levels/first-level.md")],
        ["data/support-levels.yaml:2: first-level has no page: “support_level” is called for it nowhere."],
    ),
    Row(
        "a page without a description",
        [edit(ABOUT, "description: About\n", "")],
        ["docs/about/index.md:2: the head of this page has no “description”."],
    ),
    Row(
        "a head that changes the site",
        [edit(ABOUT, "title: About", "title: About\ntemplate: x.html")],
        ["docs/about/index.md:3: the head of this page has “template”, which is not known here."],
    ),
    Row(
        "keywords that are no list",
        [edit(ABOUT, "title: About", "title: About\nkeywords: tea")],
        ["docs/about/index.md:3: the head of this page: “keywords” should be a list."],
    ),
    Row(
        "a title that is a list",
        [edit(ABOUT, "title: About", "title: [About, us]")],
        ["docs/about/index.md:2: the head of this page: “title” should be a text, and is a list."],
    ),
    Row(
        "a search weight that is none",
        [edit(ABOUT, "title: About", "title: About\nsearch: {boost: high}")],
        ["docs/about/index.md:3: the head of this page has “high” as its “boost”."],
    ),
    Row("HTML on another page", [edit(ABOUT, "# About", "# About\n\n<div onclick=x>")], ["docs/about/index.md:7: there is HTML here."]),
    Row(
        "an attribute",
        [edit(ABOUT, "# About", "# About {: onclick=alert }")],
        ["docs/about/index.md:5: there is an attribute here that pages do not have: onclick."],
    ),
    Row("a picture", [edit(ABOUT, "# About", "# About\n\n![x](../index.md)")], ["docs/about/index.md:7: there is a picture here."]),
    Row(
        "an address of its own",
        [edit(ABOUT, "# About", "# About\n\n[x][y]\n\n[y]: ../index.md")],
        ["docs/about/index.md:9: this page defines the address “y” itself."],
    ),
    Row(
        "an address in the text",
        [edit(ABOUT, "# About", "# About\n\nSee www.example.org or jo@example.org.")],
        [
            "docs/about/index.md:7: there is an address in the text: jo@example.org.",
            "docs/about/index.md:7: there is an address in the text: www.example.org.",
        ],
    ),
    Row(
        "an outside address",
        [edit(ABOUT, "# About", "# About\n\n[x](https://example.org/)")],
        ["docs/about/index.md:7: there is an outside address here."],
    ),
    Row("a link to nothing", [edit(ABOUT, "# About", "# About\n\n[x]()")], ["docs/about/index.md:7: this links to nothing, which does not exist."]),
    Row(
        "a link to no page",
        [edit(ABOUT, "# About", "# About\n\n[x](../tea.md)")],
        ["docs/about/index.md:7: this links to ../tea.md, which does not exist."],
    ),
    Row(
        "a link to no heading",
        [edit(ABOUT, "# About", "# About\n\n[x](../editing/index.md#tea)")],
        ["docs/about/index.md:7: this links to #tea, which docs/editing/index.md does not have."],
    ),
    Row(
        "a link to no heading of the same page",
        [edit(EDITING, "Words.", "Words, see [x](#tea).")],
        ["docs/editing/index.md:7: this links to #tea, which docs/editing/index.md does not have."],
    ),
    Row(
        "a link to no provision",
        [edit(ABOUT, "# About", "# About\n\n[x](../arrangements/2001/meetings.md#tea)")],
        ["docs/about/index.md:7: this links to #tea, which docs/arrangements/2001/meetings.md does not have."],
    ),
    Row(
        "an unknown link by reference",
        [edit(ABOUT, "# About", "# About\n\n[x][no-page]")],
        ["docs/about/index.md:7: this links to “no-page”, which is not among the links."],
    ),
    Row(
        "a reference with a capital",
        [edit(ABOUT, "# About", "# About\n\n[x][Example-page]")],
        ["docs/about/index.md:7: this links to “Example-page”, which is not among the links."],
    ),
    Row(
        "a home page deleted to which pages lead",
        [edit(ABOUT, "# About", "# About\n\n[x](../guidance/escalation/index.md)"), delete("docs/guidance/escalation/index.md")],
        ["docs/guidance/escalation/index.md:1: this page is missing, on which “escalation_routes” stands."],
    ),
    Row(
        "a page of an edition deleted to which pages lead",
        [edit(ABOUT, "# About", "# About\n\n[x](../arrangements/2001/meetings.md#meetings)"), delete(OLD_MEETINGS)],
        ["data/editions.yaml:10: edition 2001 lists the topic meetings, which has no page."],
    ),
]
