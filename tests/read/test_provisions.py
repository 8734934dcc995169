import pytest

from macros.read import provisions
from macros.read.provisions import Call, Provision

HEAD = "---\ntitle: T\n---\n"
PAGE = """\
## Heading & more
{: #heading }

A sentence with a [link](other.md#there) and **bold** words.
It goes on.
{: #sentence }

Lead-in:
{: #lead-in }

-   first [page][outside]
    {: #first }

-   second
    {: #second }

    -   below second
        {: #below }

!!! note "Editor's note"
    A note, with a [link](third.md).

-   third
    {: #third }

### Under
{: #under }

{{ agency_list() }}

Last.
{: #last }
"""


def parsed(body: str) -> tuple[provisions.Page, list[tuple[int, str]]]:
    page, problems = provisions.split("docs/x.md", HEAD + body)
    page, more = provisions.parse(page)
    return page, [(problem.line, problem.what) for problem in (*problems, *more)]


def test_a_page_becomes_its_provisions() -> None:
    page, problems = parsed(PAGE)
    assert problems == []
    assert page.parts == (
        Provision("heading", "heading", "Heading & more", 4, 2),
        Provision("sentence", "paragraph", "A sentence with a link and bold words. It goes on.", 7, 0, "heading", "", "1"),
        Provision("lead-in", "paragraph", "Lead-in:", 11, 0, "heading", "", "2"),
        Provision("first", "item", "first page", 14, 1, "heading", "lead-in", "1"),
        Provision("second", "item", "second", 17, 1, "heading", "lead-in", "2"),
        Provision("below", "item", "below second", 20, 2, "heading", "second", "2.1"),
        Provision("third", "item", "third", 26, 1, "heading", "lead-in", "3"),
        Provision("under", "heading", "Under", 29, 3, "heading"),
        Call("agency_list", (), 32, "under"),
        Provision("last", "paragraph", "Last.", 34, 0, "under", "", "1"),
    )
    assert page.notes == (provisions.EditorNote("A note, with a link.", 23, "below"),)
    assert page.links == (("other.md#there", 7), ("ref:outside", 14), ("third.md", 24))


NO_SMALL = "which an edition's page cannot hold."
FAULTS = [
    ("no id below a paragraph", "Text.\n", [(4, "there is no id below “Text.”.")]),
    ("no id below an item", "-   one\n", [(4, "there is no id below “one”.")]),
    ("no id below a heading", "## One\n", [(4, "there is no id below “One”.")]),
    ("an id alone", "{: #alone }\n", [(4, "this id stands alone: there is no text on the line above it.")]),
    ("an id on the text's line", "Text. {: #a }\n", [(4, "an id stands on the same line as its text.")]),
    ("an id not lined up", "-   one\n{: #a }\n", [(5, "this id is not lined up with its text.")]),
    ("an id with a number", "Text.\n{: #stage-1 }\n", [(5, "“stage-1” cannot be an id.")]),
    ("text below an id", "One.\n{: #one }\nTwo.\n{: #two }\n", [(6, "there is text straight below an id.")]),
    (
        "a list straight below text",
        "Text:\n-   one\n    {: #one }\n",
        [(5, "this list has no blank line above it."), (4, "there is no id below “Text:”.")],
    ),
    ("a star for a dash", "* one\n    {: #one }\n", [(4, "a list item is not written in the way of this site.")]),
    (
        "an item too deep",
        "-   one\n    {: #one }\n\n        -   two\n            {: #two }\n",
        [(7, "this list item is indented further than the list that it stands in.")],
    ),
    ("one # only", "# One\n{: #one }\n", [(4, "a heading of an edition begins with one #.")]),
    ("HTML", "Text <b>bold</b>.\n{: #a }\n", [(4, "there is HTML here.")]),
    ("an outside address", "See https://example.org.\n{: #a }\n", [(4, "there is an outside address here.")]),
    ("a stray {{", "Text {{ x }}.\n{: #a }\n", [(4, "there is “{{” in the text.")]),
    ("a comment of Jinja's", "Text {# gone #}.\n{: #a }\n", [(4, "there is “{#” in the text.")]),
    ("a computed argument", "{{ agency_list(1 + 1) }}\n", [(4, "this is not a call of a block macro that pages may make.")]),
    ("a table", "| a | b |\n{: #a }\n", [(4, f"there is a table here, {NO_SMALL}")]),
    ("a footnote", "Text.[^1]\n{: #a }\n", [(4, f"there is a footnote here, {NO_SMALL}")]),
    ("a picture", "![x](y.png)\n{: #a }\n", [(4, f"there is a picture here, {NO_SMALL}")]),
    ("another box", '!!! warning "Look"\n    Text.\n', [(4, f"there is a box that is not an editor's note here, {NO_SMALL}")]),
    ("an id in a note", '!!! note "Editor\'s note"\n    Text.\n    {: #a }\n', [(6, "an editor's note has an id.")]),
]


@pytest.mark.parametrize(("what", "body", "expected"), FAULTS, ids=[row[0] for row in FAULTS])
def test_what_is_outside_the_small_markdown_is_said(what: str, body: str, expected: list[tuple[int, str]]) -> None:
    assert parsed(body)[1] == expected


# Each row: what an editor did, the body, and all that is said of it. What follows from a mistake is not said again.
NO_LIST = "this is not a list of this site."
HASH = "this line begins with #, and would be shown as a heading."
HEADINGS = [
    ("#word", "#YouSaidWeDid feedback.\n{: #a }\n", [(4, HASH)]),
    ("#word in a second line", "Text\n#word more.\n{: #a }\n", [(5, HASH)]),
    ("#word in an item", "-   #any themes\n    {: #a }\n", [(4, HASH)]),
    ("a heading as an item", "-   ## Title\n    {: #a }\n", [(4, HASH)]),
    ("an indented heading", "  ## Title\n{: #a }\n", [(4, HASH)]),
    ("a line of text above a heading", "Text.\n## Title\n{: #a }\n", [(5, HASH)]),
    ("no space behind ##", "##Title\n{: #a }\n", [(4, "there is no space behind the marks of this heading.")]),
    ("marks at the end", "## Title ##\n{: #a }\n", [(4, "this heading ends with #, which would not be shown.")]),
    ("no words", "##\n{: #a }\n", [(4, "this heading has no words.")]),
    ("a level skipped", "## One\n{: #one }\n\n#### Two\n{: #two }\n", [(7, "this heading skips a level.")]),
    ("the first too deep", "### One\n{: #one }\n", [(4, "this heading skips a level.")]),
    ("seven #", "####### One\n{: #one }\n", [(4, "this heading skips a level.")]),
    ("bold in its place", "**Title**\n{: #a }\n", [(4, "this paragraph is bold from end to end, like a heading.")]),
    ("text straight below", "## One\n{: #one }\nText.\n{: #a }\n", [(6, "there is text straight below a heading.")]),
    ("underlined", "Title\n=====\n{: #a }\n", [(5, f"there is an underlined heading here, {NO_SMALL}")]),
]
LISTS = [
    ("•", "• one\n• two\n{: #a }\n", [(4, NO_LIST)]),
    ("·", "·   one\n{: #a }\n", [(4, NO_LIST)]),
    ("–", "– one\n{: #a }\n", [(4, NO_LIST)]),
    ("(a)", "(a) one\n{: #a }\n", [(4, NO_LIST)]),
    ("(i)", "(i) one\n{: #a }\n", [(4, NO_LIST)]),
    ("ii.", "ii. one\n{: #a }\n", [(4, NO_LIST)]),
    ("a.", "a. one\n{: #a }\n", [(4, NO_LIST)]),
    ("1)", "1) one\n{: #a }\n", [(4, NO_LIST)]),
    ("1.", "1. one\n{: #a }\n", [(4, NO_LIST)]),
    ("2. in a second line", "See section\n2. It says so.\n{: #a }\n", [(5, NO_LIST)]),
    ("2. in an item's second line", "-   See section\n    2. It says so.\n    {: #a }\n", [(5, NO_LIST)]),
    ("a number kept behind the dash", "-   1. one\n    {: #a }\n", [(4, NO_LIST)]),
    ("a bullet kept behind the dash", "-   • one\n    {: #a }\n", [(4, NO_LIST)]),
    ("no space behind the dash", "-one\n{: #a }\n", [(4, NO_LIST)]),
    ("a dash behind the dash", "-   - one\n    {: #a }\n", [(4, NO_LIST)]),
    ("one space behind the dash", "- one\n    {: #a }\n", [(4, "a list item is not written in the way of this site.")]),
    ("an empty item", "-   \n    {: #a }\n", [(4, "this list item is empty.")]),
    ("a second line at the left", "-   one\nmore\n    {: #a }\n", [(5, "this line of a list item is not lined up with its text.")]),
    ("a list straight below an id", "Text:\n{: #a }\n-   one\n    {: #b }\n", [(6, "there is text straight below an id.")]),
    ("text straight below an item", "-   one\n    {: #a }\nText.\n{: #b }\n", [(6, "there is text straight below a list item.")]),
    (
        "a paragraph in an item",
        "-   one\n    {: #a }\n\n    More.\n    {: #b }\n",
        [(7, "this text is indented, and so would become part of the list item above it.")],
    ),
]
SPACES = [
    (
        "a no-break space behind the dash",
        "-\u00a0\u00a0\u00a0one\n    {: #a }\n",
        [(4, "there is a character here that nobody can see: U+00A0, no-break space.")],
    ),
    ("a tab behind the dash", "-\tone\n    {: #a }\n", [(4, "there is a tab in this line.")]),
    (
        "a tab before a sentence",
        "\tText.\n{: #a }\n",
        [(4, "there is a tab in this line."), (4, "this text is indented, and so would be shown as code.")],
    ),
    ("a tab in a sentence", "The\tboard.\n{: #a }\n", [(4, "there is a tab in this line.")]),
    ("a soft hyphen", "The bo\u00adard.\n{: #a }\n", [(4, "there is a character here that nobody can see: U+00AD, soft hyphen.")]),
    (
        "a blank line of a no-break space",
        "One.\n{: #a }\n\u00a0\nTwo.\n{: #b }\n",
        [(6, "there is a character here that nobody can see: U+00A0, no-break space.")],
    ),
    ("four spaces before a sentence", "    Text.\n{: #a }\n", [(4, "this text is indented, and so would be shown as code.")]),
    ("one space before a sentence", " Text.\n{: #a }\n", [(4, "this text is indented.")]),
    ("a first line of spaces", "  \nText.\n{: #a }\n", [(4, "this line holds nothing but spaces.")]),
    ("two spaces at the end", "Text  \nmore.\n{: #a }\n", [(4, f"there is a forced line break here, {NO_SMALL}")]),
]
NOTES = [
    ("!! note", '!! note "Editor\'s note"\n    Text.\n', [(4, "an editor's note does not begin like this.")]),
    ("a note without its name", "!!! note\n    Text.\n", [(4, "an editor's note does not begin like this.")]),
    ("a note with curly marks", "!!! note “Editor’s note”\n    Text.\n", [(4, "an editor's note does not begin like this.")]),
    ("a note without its space", '!!!note "Editor\'s note"\n    Text.\n', [(4, "an editor's note does not begin like this.")]),
    ("a note in an item", '-   one\n    {: #a }\n\n    !!! note "Editor\'s note"\n        Text.\n', [(7, "this editor's note is indented.")]),
    ("a note's text indented by eight", '!!! note "Editor\'s note"\n        Text.\n', [(5, "this line of an editor's note is indented too far.")]),
    ("a note's text not indented", '!!! note "Editor\'s note"\nText.\n', [(5, "this line of an editor's note is not indented.")]),
    ("a note's second paragraph", '!!! note "Editor\'s note"\n    One.\n\n    Two.\n', [(7, "there is a blank line in this editor's note.")]),
    ("a blank line in a note", '!!! note "Editor\'s note"\n\n    One.\n', [(6, "there is a blank line in this editor's note.")]),
    ("the start of a note on two lines", "!\nnote this.\n{: #a }\n", [(4, "an editor's note does not begin like this.")]),
    ("an empty note", '!!! note "Editor\'s note"\n', [(4, "this editor's note is empty.")]),
    ("a list in a note", '!!! note "Editor\'s note"\n    -   One.\n', [(5, "there is a list in an editor's note.")]),
    ("a heading in a note", '!!! note "Editor\'s note"\n    # One\n', [(5, HASH)]),
]
IDS = [
    ("a blank line above it", "Text.\n\n{: #a }\n", [(6, "there is a blank line between this id and its text.")]),
    ("above its text", "{: #a }\nText.\n", [(4, "this id stands above its text.")]),
    ("two below one text", "Text.\n{: #a }\n{: #b }\n", [(6, "there are two ids below one text.")]),
    ("without its colon", "Text.\n{ #a }\n", [(5, "“{ #a }” is not how an id is written.")]),
    ("without its #", "Text.\n{: a }\n", [(5, "“{: a }” is not how an id is written.")]),
    ("with a class", "Text.\n{: #a .b }\n", [(5, "“{: #a .b }” is not how an id is written.")]),
    ("on its text's line, and below it", "Text. {: #a }\n{: #b }\n", [(4, "an id stands on the same line as its text.")]),
    ("on its item's line", "-   Text. {: #a }\n", [(4, "an id stands on the same line as its text.")]),
    ("on its heading's line", "## Title {: #a }\n", [(4, "an id stands on the same line as its text.")]),
]
STAR, LINE = "there is a star (*) here that makes no words bold.", "there is an underline (_) here, which may be taken for emphasis."
BRACKET = "there is a square bracket here without its partner, or a link that is not closed."
INSIDE = [
    ("bold without its end", "The **board meets.\n{: #a }\n", [(4, STAR)]),
    ("bold over two lines", "The **board\nmeets** here.\n{: #a }\n", [(4, STAR), (5, STAR)]),
    ("one star", "The *board* meets.\n{: #a }\n", [(4, STAR)]),
    ("a star in a sum", "2 * 3.\n{: #a }\n", [(4, STAR)]),
    ("emphasis by underlines", "The _board_ meets.\n{: #a }\n", [(4, LINE)]),
    ("bold by underlines", "The __board__ meets.\n{: #a }\n", [(4, LINE)]),
    ("an escape", "See \\(section 1\\.2\\).\n{: #a }\n", [(4, "there is a backslash in the text.")]),
    ("a named sign", "R&amp;D.\n{: #a }\n", [(4, "there is HTML here.")]),
    ("a comment", "Text <!-- x --> more.\n{: #a }\n", [(4, "there is HTML here.")]),
    ("a web address", "See www.example.org here.\n{: #a }\n", [(4, "there is an outside address here.")]),
    ("an e-mail address", "Write to name@example.org here.\n{: #a }\n", [(4, "there is an outside address here.")]),
    ("a script's address", "[x](javascript:alert)\n{: #a }\n", [(4, "there is an outside address here.")]),
    ("an address without a scheme", "See [x](//example.org).\n{: #a }\n", [(4, "a link here leads to “//example.org”, which is no way to a page.")]),
    ("an escaped star", "The \\*board\\*.\n{: #a }\n", [(4, "there is a backslash in the text.")]),
    ("a link that is not closed", "See [x](y.md.\n{: #a }\n", [(4, BRACKET)]),
    ("a bracket that is not closed", "See [x.\n{: #a }\n", [(4, BRACKET)]),
    ("a link in a link", "See [[x](y.md)](z.md).\n{: #a }\n", [(4, BRACKET)]),
    ("a link to nothing", "See [x]().\n{: #a }\n", [(4, "the link “x” does not say where it leads.")]),
    ("a link by no name", "See [x][].\n{: #a }\n", [(4, "the link “x” does not say where it leads.")]),
    ("a link without words", "See [](y.md).\n{: #a }\n", [(4, "a link here has no words.")]),
    ("a link with a title", 'See [x](y.md "z").\n{: #a }\n', [(4, 'a link here leads to “y.md "z"”, which is no way to a page.')]),
    (
        "words that are a link's name",
        "See [x][outside] and [outside].\n{: #a }\n",
        [(4, "“[outside]” would be shown as a link, because outside is the name of one.")],
    ),
    ("an upright stroke", "One | two.\n{: #a }\n", [(4, "there is an upright stroke in the text.")]),
    ("a list of contents", "[TOC]\n{: #a }\n", [(4, f"there is a list of contents here, {NO_SMALL}")]),
    ("a table without borders", "a|b\n-|-\n{: #a }\n", [(5, NO_LIST)]),
    ("a page of nothing", "\n", [(4, "this page holds no heading, paragraph or list of its edition.")]),
    ("a page of a block macro", "{{ agency_list() }}\n", [(4, "this page holds no heading, paragraph or list of its edition.")]),
]
TABLES = {"headings": HEADINGS, "lists": LISTS, "spaces": SPACES, "notes": NOTES, "ids": IDS, "inside": INSIDE}


@pytest.mark.parametrize(
    ("what", "body", "expected"),
    [row for rows in TABLES.values() for row in rows],
    ids=[f"{name}: {row[0]}" for name, rows in TABLES.items() for row in rows],
)
def test_one_mistake_earns_one_sentence(what: str, body: str, expected: list[tuple[int, str]]) -> None:
    assert parsed(body)[1] == expected


PASSES = [
    ("data: as words", "They will share the following data: attendance and metadata: dates."),
    ("R&D; as words", "The work of R&D; it goes on."),
    ("[sic]", "The partners agrees [sic] to this [1]."),
    ("<5", "Children under five (<5) and 3 < 4."),
    ("~~ and ==", "A ~~word~~ and ==another==, 2 + 2 = 4."),
    ("an underline in a word", "The file_name is kept."),
    ("a dash within", "The board – and others – meet (see (a) below), i.e. often; e.g. 2. or 3."),
    ("a name with a full stop", "A. Smith and the No. 2 of the board."),
    ("a year at the end", "It began in 2019. It goes on."),
    ("a round bracket first", "(see the list) The board meets."),
]


@pytest.mark.parametrize(("what", "text"), PASSES, ids=[row[0] for row in PASSES])
def test_ordinary_words_pass_as_they_are(what: str, text: str) -> None:
    page, problems = parsed(f"{text}\n{{: #a }}\n")
    assert problems == []
    assert [part.text for part in page.provisions] == [text]


def test_every_fault_says_how_to_mend_it() -> None:
    for rows in (FAULTS, *TABLES.values()):
        for _, body, _ in rows:
            page, _ = provisions.split("docs/x.md", HEAD + body)
            for problem in provisions.parse(page)[1]:
                assert problem.mend.endswith("."), problem


def test_an_id_that_stands_apart_is_still_the_texts() -> None:
    assert [part.id for part in parsed("Text.\n\n{: #a }\n")[0].provisions] == ["a"]
    assert [part.id for part in parsed("{: #a }\nText.\n")[0].provisions] == ["a"]


def test_parts_are_written_as_they_are_read() -> None:
    page, _ = parsed(PAGE)
    assert (
        provisions.write(page.parts)
        == """\
## Heading & more
{: #heading }

A sentence with a link and bold words. It goes on.
{: #sentence }

Lead-in:
{: #lead-in }

-   first page
    {: #first }

-   second
    {: #second }

    -   below second
        {: #below }

-   third
    {: #third }

### Under
{: #under }

{{ agency_list() }}

Last.
{: #last }
"""
    )


def test_a_head_that_is_not_closed_is_said() -> None:
    _, problems = provisions.split("docs/x.md", "---\ntitle: T\n\nText.\n")
    assert [str(problem) for problem in problems] == [
        "docs/x.md, line 1: the lines between --- and --- at the top are not closed.\n    Add a line --- after them."
    ]
