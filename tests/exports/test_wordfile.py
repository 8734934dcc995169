"""A Word file by itself: hostile words stay words, names of bookmarks stay apart, a paragraph marks its end where it must."""

from __future__ import annotations

import io
import zipfile

import pytest
from docx_revisions import RevisionDocument

from macros.compare.engine import Words
from macros.exports.wordfile import Comment, Cover, Marks, WordFile, bookmark


def judged(content: bytes, verdict: str) -> list[str]:
    """The words of the last paragraph after all changes are accepted, or rejected."""
    file = RevisionDocument(io.BytesIO(content))
    getattr(file, f"{verdict}_all")()
    return [file.document.paragraphs[-1].text.rstrip(" ")]


HOSTILE = '<w:p/> ]]> & "quoted" \x00\x0b\ud800 {{ 7 * 7 }} \u202e'


def test_hostile_words_come_out_as_words() -> None:
    file = WordFile(Cover(HOSTILE, HOSTILE, HOSTILE, (HOSTILE,), HOSTILE), None, Marks(HOSTILE, None))
    file.paragraph((Words("removed", HOSTILE), Words("added", HOSTILE)), ids=(HOSTILE,), comments=(Comment(HOSTILE, (HOSTILE,)),))
    content = file.bytes()
    readable = '<w:p/> ]]> & "quoted" \ufffd\ufffd\ufffd {{ 7 * 7 }} \u202e'
    assert judged(content, "accept") == [readable] == judged(content, "reject")


@pytest.mark.parametrize(
    ("identifier", "name"),
    [
        ("voice", "_voice"),
        ("agencies/kent-police", "_agencies_kent_police"),
        ("a" * 39, "_" + "a" * 39),
        ("a" * 40, "_" + "a" * 30 + "_1ec72cf2"),
    ],
)
def test_a_bookmark_has_a_name_that_word_takes(identifier: str, name: str) -> None:
    assert bookmark(identifier)[:32] == name[:32] and len(bookmark(identifier)) <= 40


@pytest.mark.parametrize(
    ("runs", "mark", "space"),
    [
        ((Words("same", "a"),), False, False),
        ((Words("same", "a "), Words("added", "b")), False, True),
        ((Words("added", "b"), Words("same", " a")), False, False),
        ((Words("added", "b"),), True, False),
        ((Words("removed", "b"),), True, False),
    ],
)
def test_a_paragraph_marks_its_end_where_it_comes_or_goes_whole_and_else_ends_in_a_space(runs: tuple[Words, ...], mark: bool, space: bool) -> None:
    file = WordFile(Cover("Marked copy", "T", "S", (), "F"), None, Marks("An edition", None))
    file.paragraph(runs)
    last = zipfile.ZipFile(io.BytesIO(file.bytes())).read("word/document.xml").decode().rsplit("<w:p>", 1)[1]
    assert ("<w:rPr><w:" in last.split("</w:pPr>")[0]) is mark
    assert ('<w:t xml:space="preserve"> </w:t>' in last) is space
