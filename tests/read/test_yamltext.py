from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from macros import records
from macros.check import check
from macros.problems import Problem
from macros.read import yamltext
from tests.conftest import MINIATURE, ROOT

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


def said(problems: list[Problem]) -> list[tuple[int, str]]:
    return [(problem.line, problem.what) for problem in problems]


# What an editor did · the text · the line · the sentence. Of a text that cannot be read, only one thing is said.
SIGN = "{} begins with “{}”, which is an instruction here and no text."
UNREADABLE = [
    ("a tab", "- id: a\n\tname: b\n", 2, "this line is indented with a tab."),
    ("no closing mark", '- id: a\n  name: "b\n- id: c\n', 2, "“name” begins with a quotation mark and does not end with one."),
    (
        "no closing mark, and more below",
        '- id: a\n  name: "b\n  note: c\n- id: d\n  name: "e"\n',
        2,
        "“name” begins with a quotation mark and does not end with one.",
    ),
    ("no closing mark in braces", '- {id: a, name: "b, note: "c"}\n', 1, "“name” begins with a quotation mark and does not end with one."),
    ("no closing mark of a key", '- id: a\n  editions:\n    "2001: {name: b}\n', 3, "“2001” holds a quotation mark without its partner."),
    ("no closing apostrophe", "- id: a\n  name: 'b\n- id: c\n", 2, "“name” begins with an apostrophe, which has no partner at its end."),
    ("a curly closing mark", '- id: a\n  name: "b”\n  note: "c"\n', 2, "“name” begins with a straight quotation mark and ends with a curly one."),
    (
        "a curly closing mark in braces",
        '- {id: a, name: "b”, note: "c"}\n',
        1,
        "“name” begins with a straight quotation mark and ends with a curly one.",
    ),
    ("curly marks around a colon", "- id: a\n  name: “b: c”\n", 2, "curly quotation marks stand around “name”, which holds a colon."),
    ("no opening mark before a colon", '- id: a\n  name: b: c"\n', 2, "“name” holds a quotation mark without its partner."),
    ("marks within marks", '- id: a\n  name: "the "big" board"\n', 2, "“name” holds quotation marks inside its quotation marks."),
    ("an apostrophe within apostrophes", "- id: a\n  name: 'the board's'\n", 2, "an apostrophe ends “name” too early."),
    ("a backslash", '- id: a\n  name: "S:\\Kept\\docs"\n', 2, "“name” holds a backslash, which changes the sign behind it."),
    ("a colon in the text", "- id: a\n  name: b: c\n", 2, "there is a colon in the text of “name”, or the line is indented too far."),
    ("a line too far in", "- id: a\n    name: b\n", 2, "there is a colon in the text of “name”, or the line is indented too far."),
    ("no space behind the colon", "- id: a\n  name:b\n  note: c\n", 2, "there is no space behind the first colon of this line."),
    ("no colon", "- id: a\n  name b\n  note: c\n", 2, "there is no colon in this line."),
    ("a list on the line of its field", "- id: a\n  also: - b\n", 2, "“also” begins with a dash."),
    ("@", "- id: a\n  name: @partners\n", 2, SIGN.format("“name”", "@")),
    ("%", "- id: a\n  name: % of all\n", 2, SIGN.format("“name”", "%")),
    ("a backtick", "- id: a\n  name: `b`\n", 2, SIGN.format("“name”", "`")),
    ("*", "- id: a\n  office: *Acting Chief Executive\n", 2, SIGN.format("“office”", "*")),
    ("* in an item", "- id: a\n  also:\n    - b\n    - *Acting Chief Executive\n", 4, SIGN.format("“also”", "*")),
    ("& alone", "- id: a\n  name: & partners\n", 2, SIGN.format("“name”", "&")),
    (">", "- id: a\n  name: > 5 children\n", 2, SIGN.format("“name”", ">")),
    ("|", "- id: a\n  name: | one\n", 2, SIGN.format("“name”", "|")),
    ("square brackets", "- id: a\n  name: [Acting] Chief Executive\n", 2, SIGN.format("“name”", "[")),
    ("square brackets in braces", "- {id: a, name: [Acting] Chief Executive}\n", 1, SIGN.format("“name”", "[")),
    ("a colon in braces", "- {id: a, name: b: c, note: d}\n", 1, "there is a colon in the text of “name”."),
    ("nothing in braces", "- {id: a, name:, note: d}\n", 1, "“name” is empty."),
    ("marks around the first word", '- id: a\n  name: "b" board\n', 2, "“name” goes on behind the mark that should end it."),
    ("apostrophes around the first word", "- id: a\n  name: 'b' board\n", 2, "“name” goes on behind the mark that should end it."),
    ("curly brackets", "- id: a\n  name: {Acting} Chief Executive\n", 2, SIGN.format("“name”", "{")),
    ("a missing bracket", "- {id: a, name: b\n- id: c\n", 1, "a bracket is opened in this line and is not closed."),
    (
        "a no-break space for a space",
        "- id: a\n  name:\u00a0b\n  note: c\n",
        2,
        "there is a character here that nobody can see: U+00A0, no-break space.",
    ),
    ("a character that is none", "- id: a\n  name: b\x07\n", 2, "there is a character in this line that no text can hold."),
    ("a second document", "- id: a\n---\n- id: b\n", 2, "what stands below this line is not read."),
    ("a second document after an empty one", "---\n---\n- id: b\n", 2, "what stands below this line is not read."),
    ("very deep", "- id: a\n  name: " + "[" * 5000 + "]" * 5000 + "\n", 2, "there are too many brackets or spaces inside one another here."),
    ("deep by dashes", "- " * 60 + "a\n", 1, "there are too many brackets or spaces inside one another here."),
]


@pytest.mark.parametrize(("what", "text", "line", "sentence"), UNREADABLE, ids=[row[0] for row in UNREADABLE])
def test_a_file_that_cannot_be_read_says_why(what: str, text: str, line: int, sentence: str) -> None:
    document, problems = yamltext.read("data/x.yaml", text)
    assert said(problems) == [(line, sentence)]
    assert document.value is None
    assert yamltext.shaped(document, records.Sector, 0) == (None, [])


CUT = "“{}” ends at “#”: what stands behind it is not read."
LOST = [
    ("a key twice", "- id: a\n  name: b\n  name: c\n", [(3, "“name” is given twice; it is first given on line 2.")]),
    ("# in a text", "- id: a\n  name: revision #2 of the text\n", [(2, CUT.format("name"))]),
    ("# at the start of a text", "- id: a\n  name: #2\n  note: c\n", [(2, CUT.format("name"))]),
    ("a comment behind marks", '- id: a\n  name: "b" # c\n', [(2, CUT.format("name"))]),
    ("# in an item", "- id: a\n  groups:\n    - b\n    - c #2\n", [(4, CUT.format("groups"))]),
    ("# in braces", "- {id: a, name: b #2, note: c}\n", [(1, CUT.format("name"))]),
    ("a comment in braces", "- {id: a, name: b, # more\n   note: c}\n", [(1, CUT.format("name"))]),
    ("a line of comment in braces", "- {id: a, name: b,\n   # note: d,\n   note: c}\n", [(2, CUT.format("name"))]),
    ("&", "- id: a\n  name: &Partners board\n", [(2, SIGN.format("“name”", "&"))]),
    ("!", "- id: a\n  name: !important board\n", [(2, SIGN.format("“name”", "!"))]),
    ("*", "- id: a\n  name: *Partners\n", [(2, SIGN.format("“name”", "*"))]),
    ("& before a list", "- id: a\n  groups: &x\n    - b\n", [(2, SIGN.format("“groups”", "&"))]),
    ("a loop", "- &x\n  id: a\n  name: b\n  note: *x\n", [(1, SIGN.format("a text here", "&")), (4, SIGN.format("“note”", "*"))]),
    ("! before a key", "- id: a\n  !x name: b\n", [(2, SIGN.format("“name”", "!"))]),
    ("{{", "- id: a\n  name: {{ partnership }}\n", [(2, SIGN.format("“name”", "{"))]),
    ("a text that goes on", "- id: a\n  name: b\n    and more\n", [(2, "“name” goes on in the next line.")]),
    ("a field without its colon", "- id: a\n  name: b\n    note c\n", [(2, "“name” goes on in the next line.")]),
    (">", "- id: a\n  name: >\n    b\n", [(2, "“name” begins with a sign that is an instruction here and no text.")]),
    ("> and a number", "- id: a\n  name: >5\n  note: c\n", [(2, "“name” begins with a sign that is an instruction here and no text.")]),
    ("|", "- id: a\n  name: |\n    b\n", [(2, "“name” begins with a sign that is an instruction here and no text.")]),
    ("a block that swallows", "- id: a\n  name: >-\n    b\n    note: c\n", [(2, "“name” goes on over a line that looks like another field.")]),
    ("a quotation that swallows", '- id: a\n  name: "b\n  note: c"\n', [(2, "“name” begins with a quotation mark and does not end with one.")]),
    ("an apostrophe that swallows", "- id: a\n  name: 'b\n  note: c'\n", [(2, "“name” begins with an apostrophe, which has no partner at its end.")]),
    ("a backslash that is a line break", '- id: a\n  name: "S:\\new"\n', [(2, "“name” holds a backslash, which changes the sign behind it.")]),
    (
        "a comma in braces",
        "- {id: a, name: Voluntary, charity, social enterprise, note: c}\n",
        [(1, "there is a comma in “name”, and its text ends there: “charity” stands alone.")],
    ),
    (
        "a comma within curly marks in braces",
        "- {id: a, name: “b, c”, note: d}\n",
        [(1, "there is a comma in “name”, and its text ends there: “c”” stands alone.")],
    ),
    ("no space behind a colon in braces", "- {id: a, name:Schools, note: c}\n", [(1, "there is no space behind the colon of “name:Schools”.")]),
    ("a word in braces", "- {id}\n", [(1, "“id” has neither a colon nor a text behind it.")]),
    ("a separator of lines", "- id: a\n  name: b\u2028c\n", [(2, "there is a character here that nobody can see: U+2028, line separator.")]),
]


@pytest.mark.parametrize(("what", "text", "expected"), LOST, ids=[row[0] for row in LOST])
def test_nothing_is_lost_in_silence_and_nothing_told_twice(what: str, text: str, expected: list[tuple[int, str]]) -> None:
    document, problems = yamltext.read("data/sectors.yaml", text)
    assert said(problems) == expected
    if what != "a key twice":
        assert yamltext.shaped(document, records.Sector, 0) == (None, [])


KEPT = [
    ("# in marks", '- name: "revision #2"\n', "revision #2"),
    ("# without a space", "- name: revision#2\n", "revision#2"),
    ("marks in marks", '- name: "the \\"big\\" board"\n', 'the "big" board'),
    ("two backslashes", '- name: "S:\\\\new"\n', "S:\\new"),
    ("an apostrophe in apostrophes", "- name: 'the board''s'\n", "the board's"),
    ("a colon without a space", "- name: 10:30\n", "10:30"),
    ("& within", "- name: Kent & Medway\n", "Kent & Medway"),
    ("a text of marks on two lines", '- name: "b\n    c"\n', "b c"),
    ("a folded text", "- name: >-\n    b #2\n    c\n", "b #2 c"),
    ("a number", "- name: 0x1F\n", "0x1F"),
    ("a day", "- name: 2026-02-30\n", "2026-02-30"),
    ("square brackets later", "- name: the board [sic]\n", "the board [sic]"),
    ("a comma in a line", "- name: one, two\n", "one, two"),
    ("a dash within", "- name: one - two\n", "one - two"),
]


@pytest.mark.parametrize(("what", "text", "value"), KEPT, ids=[row[0] for row in KEPT])
def test_what_is_right_is_kept(what: str, text: str, value: str) -> None:
    document, problems = yamltext.read("data/x.yaml", text)
    assert (problems, document.value) == ([], [{"name": value}])


def test_a_comment_on_a_line_of_its_own_is_no_loss() -> None:
    text = "# one\n- id: a\n  # two\n  groups:\n    - b\n    # three\n    - c\n  what: >-\n    words\n  # four\n  note: d\n# five\n"
    document, problems = yamltext.read("data/x.yaml", text)
    assert problems == []
    assert document.value == [{"id": "a", "groups": ["b", "c"], "what": "words", "note": "d"}]


def test_a_head_is_read_as_mkdocs_reads_it_or_not_at_all() -> None:
    for value in ("2026-02-30", "2026-13-01", "=", "<<", "0b_"):
        _, problems = yamltext.read("docs/x.md", f"title: {value}\n", 2, "head")
        assert said(problems) == [(2, "“title” looks like a day or a number that does not exist.")], value
    for value in ("2024", "no", "1.5", "2026-02-28", '"2026-02-30"', "5 children", "-5 degrees"):
        assert yamltext.read("docs/x.md", f"title: {value}\n", 2, "head")[1] == [], value


def test_the_settings_of_mkdocs_may_use_all_of_yaml() -> None:
    document, problems = yamltext.read("mkdocs.yml", "a: !ENV [X, 'y']  # why\nb: &n 1\nc: *n\nd: |\n  e\n", whose="settings")
    assert problems == []
    assert document.value["a"] == ["X", "y"]


FAULTS = [
    ("a missing line", "Sector", "- id: a\n", [(1, "a has no “name”.")]),
    ("an empty text", "Sector", "- id: a\n  name:\n", [(2, "a has an empty “name”.")]),
    ("an unknown line", "Sector", "- id: a\n  name: b\n  nmae: c\n", [(3, "a has “nmae”, which is not known here.")]),
    ("an id with a capital", "Sector", "- id: A b\n  name: b\n", [(1, "A b has “A b” as its “id”.")]),
    ("no id", "Sector", "- name: b\n", [(1, "the record on line 1 has no “id”.")]),
    ("a list for a text", "Sector", "- id: a\n  name: [b]\n", [(2, "a: “name” should be a text, and is a list.")]),
    ("named lines for a text", "Sector", "- id: a\n  name:\n    b: c\n    d: e\n", [(2, "a: “name” should be a text, and holds named lines.")]),
    ("a word for a record", "Sector", "- sector\n", [(1, "the record on line 1 should hold named lines.")]),
    ("a text for a list", "Sector", "- id: a\n  name: b\n  groups: c\n", [(3, "a: “groups” should be a list.")]),
    ("an empty item", "Sector", "- id: a\n  name: b\n  groups:\n    - c\n    -\n", [(5, "a has an empty item in its “groups”.")]),
    ("a wrong item", "Sector", "- id: a\n  name: b\n  groups:\n    - c\n    - At a glance\n", [(5, "a has “At a glance” as one of its “groups”.")]),
    (
        "a colon in an item",
        "Term",
        "- id: a\n  kind: term\n  also:\n    - b\n    - Level 4: acute\n",
        [(5, "a: there is a colon in the text “Level 4: acute” of “also”.")],
    ),
    ("a list in a list", "Term", "- id: a\n  kind: term\n  also:\n    - [b]\n", [(4, "a: an item of “also” should be a text, and is a list.")]),
    (
        "a word for a fact",
        "Group",
        "- id: a\n  kind: board\n  editions: {'1': {name: b}}\n  since: [soon]\n",
        [(4, "a: an item of “since” should hold named lines.")],
    ),
    (
        "a fact that says nothing",
        "Group",
        "- id: a\n  kind: board\n  editions: {'1': {name: b}}\n  since:\n    - {from: '2026', source: c}\n",
        [(5, "a: an item of “since” does not say enough.")],
    ),
    ("a word of no list", "Group", "- id: a\n  kind: bored\n  editions: {'1': {name: b}}\n", [(2, "a has “bored” as its “kind”.")]),
    ("no edition", "Group", "- id: a\n  kind: board\n  editions: {}\n", [(3, "a: “editions” does not say enough.")]),
    ("a word for named lines", "Group", "- id: a\n  kind: board\n  editions: soon\n", [(3, "a: “editions” should hold named lines.")]),
    (
        "a month that is none",
        "Group",
        "- id: a\n  kind: board\n  editions: {'1': {name: b}}\n  since:\n    - {from: 2025-13, source: c, says: d}\n",
        [(5, "a has “2025-13” as its “from”, which is not a date.")],
    ),
    (
        "a word for a number",
        "Group",
        "- id: a\n  kind: board\n  editions: {'1': {name: b, order: first}}\n",
        [(3, "a has “first” as its “order”, which is not a number.")],
    ),
    ("an empty list", "Note", "- id: a\n  where: []\n", [(2, "a has an empty “where”.")]),
    (
        "a word for one of two kinds",
        "Route",
        "- id: a\n  route: practice\n  editions: {'1': {name: b, steps: none}}\n",
        [(3, "a has “none” as its “steps”.")],
    ),
    (
        "an empty item of one of two kinds",
        "Route",
        "- id: a\n  route: practice\n  editions:\n    '1':\n      name: b\n      steps:\n        - c\n        -\n",
        [(8, "a has an empty item in its “steps”.")],
    ),
    ("an address that is none", "Link", "- id: a\n  title: b\n  url: http://x\n  seen: 2026-11-22\n", [(3, "a has “http://x” as its “url”.")]),
]


def shaped(shape: str, text: str) -> tuple[object, list[Problem]]:
    document, problems = yamltext.read("data/x.yaml", text)
    assert problems == []
    return yamltext.shaped(document, getattr(records, shape), 0)


@pytest.mark.parametrize(("what", "shape", "text", "expected"), FAULTS, ids=[row[0] for row in FAULTS])
def test_a_record_that_is_wrong_says_why(what: str, shape: str, text: str, expected: list[tuple[int, str]]) -> None:
    record, problems = shaped(shape, text)
    assert record is None
    assert [each for each in said(problems) if shape != "Note" or "where" in each[1]] == expected


def test_all_faults_of_a_record_come_at_once() -> None:
    _, problems = shaped("Link", "- id: a\n  url: http://x\n  seen: soon\n")
    assert sorted(said(problems)) == [
        (1, "a has no “title”."),
        (2, "a has “http://x” as its “url”."),
        (3, "a has “soon” as its “seen”, which is not a date."),
    ]


def test_every_sentence_and_every_mend_is_whole() -> None:
    problems = [each for rows in (UNREADABLE, LOST) for row in rows for each in yamltext.read("data/x.yaml", row[1])[1]]
    problems += [each for row in FAULTS for each in shaped(row[1], row[2])[1]]
    for problem in problems:
        assert problem.what.endswith(".") and problem.mend.endswith("."), problem
        assert not [
            mark for mark in ("{", "None", "scalar", "mapping", "tuple", "token") if mark in (problem.what + problem.mend).replace("“{”", "")
        ], problem


@pytest.mark.parametrize("name", sorted(path.relative_to(MINIATURE).as_posix() for path in (MINIATURE / "data").glob("*.yaml")))
def test_a_loss_in_any_data_file_earns_one_message(mini: Path, name: str) -> None:
    path = mini / name
    lines = path.read_text("utf-8").split("\n")
    at = next((i for i, line in enumerate(lines) if not line.startswith("#") and line.rstrip().endswith("}")), None)
    at = at if at is not None else next((i for i, line in enumerate(lines) if not line.startswith("#") and ": " in line), None)
    if at is not None:
        lines[at] += " # lost"
        path.write_text("\n".join(lines), "utf-8")
        found = check(mini)[1]
        assert [(each.path, each.line, each.what.partition(" ends at ")[2]) for each in found] == [
            (name, at + 1, "“#”: what stands behind it is not read.")
        ]


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(
        st.sampled_from(
            [
                "a",
                "b c",
                ": ",
                " ",
                "\n",
                "\n  ",
                "- ",
                "{",
                "}",
                "[",
                "]",
                ",",
                '"',
                "'",
                "#",
                " #",
                "&",
                "*",
                "!",
                "|",
                ">",
                "~",
                "\\",
                "%",
                "@",
                "“",
                "”",
                "\t",
                "?",
                "---",
                "%",
            ]
        ),
        max_size=14,
    ).map("".join),
    st.sampled_from(["data", "head", "settings"]),
)
def test_no_text_ends_in_a_traceback_and_what_is_read_is_what_yaml_reads(text: str, whose: str) -> None:
    document, problems = yamltext.read("data/x.yaml", text, whose=whose)
    for place in ((), (0,), ("a",)):
        yamltext.shaped(document, records.Sector, *place)
    if not problems:
        assert document.value == yaml.load(text, yaml.CBaseLoader) or whose == "settings" or document.value is None


def test_the_real_data_loses_nothing() -> None:
    for path in sorted((ROOT / "data").rglob("*.yaml")):
        text = path.read_text("utf-8")
        document, problems = yamltext.read(path.name, text)
        assert problems == []
        assert document.value == yaml.load(text, yaml.CBaseLoader)
