import pytest

from macros import records
from macros.read import yamltext

GOOD = """\
# A comment.
- id: schools
  sector: education
  editions:
    "2001": {name: no, group: 01223}
"""


def test_scalars_stay_text_and_every_place_knows_its_line() -> None:
    document, problems = yamltext.read("data/x.yaml", GOOD)
    assert problems == []
    assert document.value == [{"id": "schools", "sector": "education", "editions": {"2001": {"name": "no", "group": "01223"}}}]
    assert [document.line(0), document.line(0, "sector"), document.line(0, "editions", "2001", "nowhere")] == [2, 3, 5]


def test_records_are_typed_and_frozen() -> None:
    document, _ = yamltext.read("data/x.yaml", GOOD)
    record, problems = yamltext.shaped(document, records.Agency, 0)
    assert problems == []
    assert record.editions["2001"].name == "no"
    with pytest.raises(TypeError):
        record.editions["2002"] = record.editions["2001"]


UNREADABLE = [
    ("a tab", "- id: a\n\tname: b\n", 2, "this line is indented with a tab."),
    ("a missing quotation mark", '- id: a\n  name: "b\n- id: c\n', 2, "a quotation mark is opened here and is not closed where it should be."),
    ("a colon in the text", "- id: a\n  name: b: c\n", 2, "there is a colon in this line's text, or the line is indented too far."),
    (
        "a missing bracket",
        "- {id: a, name: b\n- id: c\n",
        2,
        "this line cannot be read: it is not lined up with its neighbours, or a colon, bracket or quotation mark is missing.",
    ),
    ("a key twice", "- id: a\n  name: b\n  name: c\n", 3, "“name” is given twice; it is first given on line 2."),
]


@pytest.mark.parametrize(("what", "text", "line", "sentence"), UNREADABLE, ids=[row[0] for row in UNREADABLE])
def test_a_file_that_cannot_be_read_says_why(what: str, text: str, line: int, sentence: str) -> None:
    _, problems = yamltext.read("data/x.yaml", text)
    assert [(problem.line, problem.what) for problem in problems] == [(line, sentence)]


FAULTS = [
    ("a missing line", "- id: a\n", 1, "a has no “name”."),
    ("an empty text", "- id: a\n  name:\n", 2, "a has an empty “name”."),
    ("an unknown line", "- id: a\n  name: b\n  nmae: c\n", 3, "a has “nmae”, which is not known here."),
    ("an id with a capital", "- id: A b\n  name: b\n", 1, "A b has “A b” as its “id”."),
    ("a list for a text", "- id: a\n  name: [b]\n", 2, "a: “name” is not written as it should be."),
    ("a word for a record", "- sector\n", 1, "the record on line 1: “0” should hold named lines."),
]


@pytest.mark.parametrize(("what", "text", "line", "sentence"), FAULTS, ids=[row[0] for row in FAULTS])
def test_a_record_that_is_wrong_says_why(what: str, text: str, line: int, sentence: str) -> None:
    document, _ = yamltext.read("data/sectors.yaml", text)
    record, problems = yamltext.shaped(document, records.Sector, 0)
    assert record is None
    assert [(problem.line, problem.what) for problem in problems] == [(line, sentence)]


def test_all_faults_of_a_record_come_at_once() -> None:
    document, _ = yamltext.read("data/links.yaml", "- id: a\n  url: http://x\n  seen: soon\n")
    _, problems = yamltext.shaped(document, records.Link, 0)
    assert sorted((problem.line, problem.what) for problem in problems) == [
        (1, "a has no “title”."),
        (2, "a has “http://x” as its “url”."),
        (3, "a has “soon” as its “seen”, which is not a date."),
    ]
