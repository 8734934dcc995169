"""What editors do to files, and all that is told of it."""

from __future__ import annotations

from .rows import AGENCIES, CHANGES, MEETINGS, PAGE, Row, copy, delete, edit, link, move, write

ROWS = [
    Row(
        "a page named README",
        [write("docs/guidance/README.md", PAGE)],
        ["docs/guidance/README.md:1: this is no page: it is a page under a name that pages here do not have."],
    ),
    Row(
        "a page with a capital",
        [move(MEETINGS, "docs/arrangements/2002/Meetings.md")],
        ["docs/arrangements/2002/Meetings.md:1: this is no page: it is a page under a name that pages here do not have."],
    ),
    Row(
        "a copy of a page",
        [copy(MEETINGS, "docs/arrangements/2002/meetings copy.md")],
        ["docs/arrangements/2002/meetings copy.md:1: this is no page: it is a page under a name that pages here do not have."],
    ),
    Row(
        "a page with a space",
        [write("docs/about/new page.md", PAGE)],
        ["docs/about/new page.md:1: this is no page: it is a page under a name that pages here do not have."],
    ),
    Row(
        "a page of another ending",
        [write("docs/evil.markdown", "{{ cycler }}\n")],
        ["docs/evil.markdown:1: this is no page: it is a page under a name that pages here do not have."],
    ),
    Row(
        "a page of yet another ending",
        [write("docs/evil.mkd", "{{ cycler }}\n")],
        ["docs/evil.mkd:1: this is no page: it is a page under a name that pages here do not have."],
    ),
    Row("a web page", [write("docs/evil.html", "<script>")], ["docs/evil.html:1: this is no page: it is a file of a web page."]),
    Row("a style sheet", [write("docs/assets/site.css", "")], ["docs/assets/site.css:1: this is no page: it is a file of a web page."]),
    Row(
        "a script in the theme's place",
        [write("docs/assets/javascripts/bundle.min.js", "")],
        ["docs/assets/javascripts/bundle.min.js:1: this is no page: it is a file of a web page."],
    ),
    Row("a PDF", [write("docs/minutes.pdf", "")], ["docs/minutes.pdf:1: this is no page: it is a document."]),
    Row("a Word file", [write("docs/about/minutes.docx", "")], ["docs/about/minutes.docx:1: this is no page: it is a document."]),
    Row("a picture", [write("docs/about/chart.png", "")], ["docs/about/chart.png:1: this is no page: it is a picture, a font or a recording."]),
    Row("a backup", [write("docs/about/index.md.bak", "")], ["docs/about/index.md.bak:1: this is no page: it is a file that a program left behind."]),
    Row("what a Mac leaves", [write("docs/.DS_Store", "")], ["docs/.DS_Store:1: this is no page: it is a file that a program left behind."]),
    Row(
        "a lock file",
        [write("docs/about/.~lock.minutes.docx#", "")],
        ["docs/about/.~lock.minutes.docx#:1: this is no page: it is a file that a program left behind."],
    ),
    Row("a file of settings", [write("docs/.meta.yml", "search: {{ x }}\n")], ["docs/.meta.yml:1: this is no page: it is a file of settings."]),
    Row("a file without an ending", [write("docs/CNAME", "")], ["docs/CNAME:1: this is no page: it is a file or an empty folder of another kind."]),
    Row(
        "a folder with a capital",
        [write("docs/New pages/tea.md", PAGE)],
        ["docs/New pages:1: the name of the folder New pages is not written in small letters, digits and hyphens."],
    ),
    Row(
        "a link to a file elsewhere",
        [link("docs/about/passwords.md", "/etc/hostname")],
        ["docs/about/passwords.md:1: this is a symbolic link, not a file."],
    ),
    Row("a linked folder", [link("docs/more", "../data")], ["docs/more:1: this is a symbolic link, not a file."]),
    Row(
        "a linked data file",
        [move(AGENCIES, "agencies.txt"), link(AGENCIES, "../agencies.txt")],
        ["data/agencies.yaml:1: this is a symbolic link, not a file."],
    ),
    Row(
        "a second copy of a data file",
        [copy(AGENCIES, "data/agencies (1).yaml")],
        ["data/agencies (1).yaml:1: this is a copy of data/agencies.yaml, which nobody reads."],
    ),
    Row(
        "another copy of a data file",
        [copy(AGENCIES, "data/agencies copy.yaml")],
        ["data/agencies copy.yaml:1: this is a copy of data/agencies.yaml, which nobody reads."],
    ),
    Row(
        "a data file of another ending",
        [move(AGENCIES, "data/agencies.yml")],
        ["data/agencies.yml:1: this file should be called data/agencies.yaml."],
    ),
    Row(
        "a data file with a capital", [move(AGENCIES, "data/Agencies.yaml")], ["data/Agencies.yaml:1: this file should be called data/agencies.yaml."]
    ),
    Row(
        "a backup of a data file",
        [copy(AGENCIES, "data/agencies.yaml.bak")],
        ["data/agencies.yaml.bak:1: this is a copy of data/agencies.yaml, which nobody reads."],
    ),
    Row(
        "changes of another ending",
        [move(CHANGES, "data/changes/2001-2002.yml")],
        ["data/changes/2001-2002.yml:1: this file should be called data/changes/2001-2002.yaml."],
    ),
    Row(
        "a copy of the changes",
        [copy(CHANGES, "data/changes/2001-2002 (2).yaml")],
        ["data/changes/2001-2002 (2).yaml:1: this is a copy of data/changes/2001-2002.yaml, which nobody reads."],
    ),
    Row("an unknown data file", [write("data/teas.yaml", "- {id: tea}\n")], ["data/teas.yaml:1: this is no data file that this site reads."]),
    Row("a spreadsheet among the data", [write("data/agencies.csv", "")], ["data/agencies.csv:1: this is no data file that this site reads."]),
    Row("an unknown folder of data", [write("data/old/agencies.yaml", "")], ["data/old:1: this folder is none that this site reads."]),
    Row(
        "a page below the comparisons",
        [write("docs/compare/2001-2002/tea.md", PAGE)],
        ["docs/compare/2001-2002/tea.md:1: this page is made from the data."],
    ),
    Row(
        "a page that is made",
        [write("docs/compare/2001-2002/meetings.md", PAGE)],
        ["docs/compare/2001-2002/meetings.md:1: this page is made from the data."],
    ),
    Row("a page outside the navigation", [write("docs/about/tea.md", PAGE)], ["docs/about/tea.md:1: this page is not in the navigation."]),
    Row(
        "a navigation without a page",
        [edit("mkdocs.yml", "editing/messages.md", "editing/mesages.md")],
        [
            "docs/editing/messages.md:1: this page is not in the navigation.",
            "mkdocs.yml:1: the navigation names editing/mesages.md, which does not exist.",
        ],
    ),
    Row(
        "a folder of an editor's program",
        [write("docs/.obsidian/app.json", "{}")],
        ["docs/.obsidian:1: the name of the folder .obsidian is not written in small letters, digits and hyphens."],
    ),
    Row(
        "a page below a topic",
        [write("docs/arrangements/2002/more/tea.md", PAGE)],
        ["docs/arrangements/2002/more/tea.md:1: this page is not in the navigation."],
    ),
    Row(
        "settings that cannot be read",
        [write("mkdocs.yml", "nav: [\n"), write("docs/about/tea.md", PAGE)],
        ["mkdocs.yml:1: this line cannot be read: it is not lined up with its neighbours, or a colon, bracket or quotation mark is missing."],
    ),
    Row("no settings at all", [delete("mkdocs.yml"), write("docs/about/tea.md", PAGE)], []),
]
