"""What editors do to texts, and all that is told of it."""

from __future__ import annotations

from .rows import ABOUT, AGENCIES, MEETINGS, Row, edit

HOLDER = "data/posts.yaml"

ROWS = [
    Row(
        "a no-break space in a name",
        [edit(AGENCIES, "name: New College,", "name: New\xa0College,")],
        ["data/agencies.yaml:21: there is a character here that nobody can see: U+00A0, no-break space."],
    ),
    Row(
        "a soft hyphen in a verb",
        [edit(MEETINGS, "Minutes will be kept.", "Minutes wi\xadll be kept.")],
        ["docs/arrangements/2002/meetings.md:16: there is a character here that nobody can see: U+00AD, soft hyphen."],
    ),
    Row(
        "a zero-width space on a page",
        [edit(ABOUT, "# About", "# Ab\u200bout")],
        ["docs/about/index.md:5: there is a character here that nobody can see: U+200B, zero width space."],
    ),
    Row(
        "a direction mark in a head",
        [edit(ABOUT, "title: About", "title: About\u202e")],
        ["docs/about/index.md:2: there is a character here that nobody can see: U+202E, right-to-left override."],
    ),
    Row(
        "a direction mark in a name",
        [edit(AGENCIES, "name: New College,", "name: New\u2066College,")],
        ["data/agencies.yaml:21: there is a character here that nobody can see: U+2066, left-to-right isolate."],
    ),
    Row(
        "broken characters in a list",
        [edit(AGENCIES, "name: New College,", "name: Newâ€™s College,")],
        ["data/agencies.yaml:21: there are broken characters here: “â€™”."],
    ),
    Row(
        "broken characters on a page",
        [edit(MEETINGS, "Minutes will be kept.", "Minutes will be keptâ€™.")],
        ["docs/arrangements/2002/meetings.md:16: there are broken characters here: “â€™”."],
    ),
    Row(
        "a closing mark without an opening one",
        [edit(AGENCIES, "name: New College,", 'name: New College",')],
        ["data/agencies.yaml:21: “name” holds a quotation mark without its partner."],
    ),
    Row(
        "a curly mark without its partner",
        [edit(AGENCIES, "name: New College,", "name: New “College,")],
        ["data/agencies.yaml:21: “name” holds a quotation mark without its partner."],
    ),
    Row(
        "curly marks around a value",
        [edit(AGENCIES, "name: New College,", "name: “New College”,")],
        ["data/agencies.yaml:21: curly quotation marks stand around the whole of “name”."],
    ),
    Row(
        "a placeholder",
        [edit("data/posts.yaml", '"2002": {office: Chair, holder: not named', ' "2002": {office: Chair, holder: TBC'.strip())],
        ["data/posts.yaml:6: “TBC” is no fact."],
    ),
    *(
        Row(
            f"“{text}” for a fact",
            [edit(HOLDER, '2002": {office: Chair, holder: not named', f'2002": {{office: Chair, holder: "{text}"')],
            [f"{HOLDER}:6: “{text}” is no fact."],
        )
        for text in ("To be appointed", "unknown", "[name]", "Insert name here")
    ),
    Row(
        "a telephone number for a fact",
        [edit(HOLDER, '2002": {office: Chair, holder: not named', '2002": {office: Chair, holder: Jo Example 01632 960123')],
        [f"{HOLDER}:6: there is a telephone number here."],
    ),
    *(
        Row(
            f"“{text}”",
            [edit(ABOUT, "# About", f"# About\n\nAsk {text} soon.")],
            [f"docs/about/index.md:7: there is {what} here."],
        )
        for text, what in (
            ("01632.96.01.23", "a telephone number"),
            ("+44.1632.960123", "a telephone number"),
            ("jo (at) example.org", "an e-mail address"),
            ("jo[at]example dot org", "an e-mail address"),
        )
    ),
    Row("a day with dots, and a time", [edit(ABOUT, "# About", "# About\n\nIt met on 01.02.2003 12.30 (at noon).")], []),
    Row(
        "a telephone number on a page",
        [edit(ABOUT, "# About", "# About\n\nCall +44 (0)1632 960123.")],
        ["docs/about/index.md:7: there is a telephone number here."],
    ),
    Row(
        "a telephone number in an edition",
        [edit(MEETINGS, "Minutes will be kept.", "Minutes will be kept (01632 960123).")],
        [f"{MEETINGS}:16: there is a telephone number here."],
    ),
    Row(
        "an e-mail address for a fact",
        [edit(HOLDER, '2002": {office: Chair, holder: not named', '2002": {office: Chair, holder: Jo Example jo@example.org')],
        [f"{HOLDER}:6: there is an e-mail address here."],
    ),
    Row("crosses for a name", [edit("data/sectors.yaml", "name: Health", "name: xxx")], ["data/sectors.yaml:6: “xxx” is no fact."]),
    Row("question marks for a name", [edit("data/sectors.yaml", "name: Health", 'name: "???"')], ["data/sectors.yaml:6: “???” is no fact."]),
    Row(
        "n/a for a fact",
        [edit("data/not-covered.yaml", "says: Neither edition says when tea is served.", "says: n/a")],
        ["data/not-covered.yaml:2: “n/a” is no fact."],
    ),
    Row("yes as a name", [edit("data/sectors.yaml", "name: Health", "name: yes")], ["data/sectors.yaml:6: “yes” is no fact."]),
    Row("nothing as a name", [edit("data/sectors.yaml", "name: Health", "name: ~")], ["data/sectors.yaml:6: “~” is no fact."]),
    Row(
        "filler",
        [edit("data/not-covered.yaml", "says: Neither edition says when tea is served.", "says: Lorem ipsum dolor sit amet.")],
        ["data/not-covered.yaml:2: “Lorem ipsum dolor sit amet.” is no fact."],
    ),
]
