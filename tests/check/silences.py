"""How editors write that something is not known, and all that is told of it."""

from __future__ import annotations

from .rows import ABOUT, AGENCIES, MEETINGS, Row, edit

POSTS, HOLDER = "data/posts.yaml", '2002": {office: Chair, holder: not named'


def holder(text: str, *told: str) -> Row:
    """A text in the place of a holder's name."""
    return Row(f"“{text}” for a holder", [edit(POSTS, HOLDER, HOLDER.replace("not named", f'"{text}"'))], [f"{POSTS}:6: {each}" for each in told])


NOBODY = (
    "Vacant", "Post vacant", "Vacant (since May)", "The post is currently vacant", "vacancy", "N/A – post deleted", "Interim", "Acting", "Pending",
    "A. N. Other", "Joe Bloggs", "Name Surname", "Mr X", "as above", "See website", "Ditto", "Nobody", "Awaiting appointment", "To be confirmed by the Board",
    "Unknown at present",
)  # fmt: skip
ROWS = [
    *(holder(text, f"“{text}” is no name.") for text in NOBODY),
    *(holder(text) for text in ("Jo Example", "See Wong", "Mr N. A. Other-Smith", "Ann Vacante", "Dr Acting")),
    *(
        holder(text, f"“{text}” is not how a silence is written, and would be shown as a fact.")
        for text in ("Not named", "NOT STATED", "not stated.", "(not known)", "none known", "not specified")
    ),
    *(
        holder(text, f"“{text}” holds a place for what is not known yet.")
        for text in ("Jo TBC", "Chair tbc at the next meeting", "Jo Example from xx 2004")
    ),
    holder("“TBC”, as printed"),
    Row(
        "nobody for a later name",
        [edit(AGENCIES, "name: Shire Hospital", "name: Vacant")],
        [f"{AGENCIES}:13: “Vacant” is no name."],
    ),
    Row(
        "a silence of its own for a date",
        [edit("data/sources.yaml", "dated: not stated", "dated: Not available")],
        ["data/sources.yaml:1: “Not available” is not how a silence is written, and would be shown as a fact."],
    ),
    Row(
        "a date that is to come",
        [edit("data/sources.yaml", "dated: not stated", "dated: To be agreed by the Board")],
        ["data/sources.yaml:1: “To be agreed by the Board” holds a place for what is not known yet."],
    ),
    Row(
        "a year with crosses",
        [edit("data/sources.yaml", "dated: not stated", "dated: Spring 20xx")],
        ["data/sources.yaml:1: “Spring 20xx” holds a place for what is not known yet."],
    ),
    Row("a year with crosses that is printed so", [edit("data/sources.yaml", "dated: not stated", "dated: Spring 20xx (as printed)")], []),
    *(
        Row(
            f"“{found}” on a page",
            [edit(ABOUT, "# About", f"# About\n\nThe Board met {found}.")],
            [f"{ABOUT}:7: “{found}” holds a place for what is not known yet."],
        )
        for found in ("TBC", "TODO", "xx March 2003", "20xx", "Lorem ipsum")
    ),
    Row(
        "a gap in an edition",
        [edit(MEETINGS, "Minutes will be kept.", "Minutes will be kept from xx 2002.")],
        [f"{MEETINGS}:16: “xx 2002” holds a place for what is not known yet."],
    ),
    Row("a gap that a document prints", [edit(ABOUT, "# About", '# About\n\nIt prints “TBC” and "xx 2002"; the tba is a boat.')], []),
    Row("words by which people search", [edit("data/not-covered.yaml", "also: [tea]", "also: [not known]")], []),
]
