import pytest

from macros import provisions
from macros.provisions import Call, Provision

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
        Provision("last", "paragraph", "Last.", 34, 0, "under", "", "1"))
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
    ("a list straight below text", "Text:\n-   one\n    {: #one }\n", [(5, "this list has no blank line above it."), (4, "there is no id below “Text:”.")]),
    ("a star for a dash", "* one\n    {: #one }\n", [(4, "a list item is not written in the way of this site.")]),
    ("an item too deep", "-   one\n    {: #one }\n\n        -   two\n            {: #two }\n",
     [(7, "this list item is indented further than the list that it stands in.")]),
    ("one # only", "# One\n{: #one }\n", [(4, "a heading of an edition begins with one #.")]),
    ("HTML", "Text <b>bold</b>.\n{: #a }\n", [(4, "there is HTML here.")]),
    ("an outside address", "See https://example.org.\n{: #a }\n", [(4, "there is an outside address here.")]),
    ("a stray {{", "Text {{ x }}.\n{: #a }\n", [(4, "there is “{{” in the text.")]),
    ("a comment of Jinja's", "Text {# gone #}.\n{: #a }\n", [(4, "there is “{#” in the text.")]),
    ("a computed argument", "{{ agency_list(1 + 1) }}\n", [(4, "this is not a call of a block macro that pages may make.")]),
    ("a table", "| a | b |\n{: #a }\n", [(4, f"there is a table here, {NO_SMALL}")]),
    ("a footnote", "Text.[^1]\n{: #a }\n", [(4, f"there is a footnote here, {NO_SMALL}")]),
    ("a picture", "![x](y.png)\n{: #a }\n", [(4, f"there is a picture here, {NO_SMALL}")]),
    ("another box", '!!! warning "Look"\n    Text.\n', [(4, f"there is a box that is not an editor's note here, {NO_SMALL}"), (5, "there is no id below “Text.”.")]),
    ("an id in a note", '!!! note "Editor\'s note"\n    Text.\n    {: #a }\n', [(6, "an editor's note has an id.")]),
]


@pytest.mark.parametrize(("what", "body", "expected"), FAULTS, ids=[row[0] for row in FAULTS])
def test_what_is_outside_the_small_markdown_is_said(what: str, body: str, expected: list[tuple[int, str]]) -> None:
    assert parsed(body)[1] == expected


def test_a_head_that_is_not_closed_is_said() -> None:
    _, problems = provisions.split("docs/x.md", "---\ntitle: T\n\nText.\n")
    assert [str(problem) for problem in problems] == [
        "docs/x.md, line 1: the lines between --- and --- at the top are not closed.\n    Add a line --- after them."]
