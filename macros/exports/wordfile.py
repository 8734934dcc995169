"""A Word file: its cover, what stands at the head and foot of every page, tracked paragraphs, comments, bookmarks; the same bytes each time.

python-docx makes the file and its comments; tracked runs, which it does not know, are written as elements. python-docx's own ``text``
must not be asked of them: it leaves out tracked paragraphs in silence.
"""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from macros.compare.engine import Words
from macros.exports.archive import FIRST, packed

_UNWRITABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NAME_LENGTH = 40
_FONT = "Arial"
_TAGS = {"removed": "w:del", "added": "w:ins"}


@dataclass(frozen=True)
class Cover:
    """What a file says of itself before anything else, and on every page.

    Args:
        kind: “Marked copy” or “Clean copy”, so that nobody mistakes one for the other.
        title: its title.
        subject: what it is, in a line.
        lines: what it says of itself, a paragraph each.
        foot: what stands at the foot of every page.
    """

    kind: str
    title: str
    subject: str
    lines: tuple[str, ...]
    foot: str


@dataclass(frozen=True)
class Comment:
    """A comment on a paragraph: its author and its paragraphs."""

    author: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Marks:
    """Whose tracked changes they are, and of which day; no day where none is known."""

    author: str
    on: date | None


def bookmark(identifier: str) -> str:
    """The hidden bookmark of an id: Word's names have 40 signs at most, and neither hyphen nor slash."""
    name = "_" + re.sub(r"\W", "_", identifier)
    return name if len(name) <= _NAME_LENGTH else f"{name[:31]}_{hashlib.sha256(_clean(identifier).encode()).hexdigest()[:8]}"


class WordFile:
    """A Word file in the making.

    Args:
        cover: what it says of itself.
        built: the day of the state that it is made from, or None.
        marks: whose its tracked changes are, or None for a clean copy.
    """

    def __init__(self, cover: Cover, built: date | None, marks: Marks | None = None) -> None:
        from docx import Document
        from docx.oxml.ns import qn

        self._qn, self._marks, self._built = qn, marks, built
        self._file: Any = Document()
        self._body = self._file.element.body
        self._end = self._body.sectPr
        self._bookmarks: dict[str, str] = {}
        self._count = 0
        self._looks(cover)
        self._styles = {style.name: style.style_id for style in self._file.styles}
        self._properties(cover)
        self.text(cover.kind, "Cover Kind")
        self.text(cover.title, "Title")
        for line in cover.lines:
            self.text(line, "Cover")

    def text(self, words: str, style: str = "Normal", comments: Sequence[Comment] = ()) -> None:
        """A paragraph without tracked changes."""
        self.paragraph((Words("same", words),), style, comments=comments)

    def paragraph(self, runs: Sequence[Words], style: str = "Normal", ids: Iterable[str] = (), comments: Sequence[Comment] = ()) -> None:
        """A paragraph with tracked changes.

        One that is added or removed whole marks its end too. One whose last run is tracked ends in a space that is not: else
        some programs glue it to the next when changes are rejected.

        Args:
            runs: its words.
            style: the name of its style.
            ids: of what stands in it, each a hidden bookmark.
            comments: on it.
        """
        whole = runs[0].kind if len(runs) == 1 and runs[0].kind != "same" else ""
        kept = list(runs) if whole or runs[-1].kind == "same" else [*runs, Words("same", " ")]
        first, last = self._around(ids, comments)
        inner = [self._run(run) for run in kept]
        # What stands around the words of a paragraph that is added or removed whole goes and stays with them.
        inner = [self._tracked(whole, *first, self._words(kept[0]), *last)] if whole else [*first, *inner, *last]
        mark = [_element("w:rPr", {}, self._tracked(whole))] if whole else []
        head = _element("w:pPr", {}, _element("w:pStyle", {"w:val": self._styles[style]}), *mark)
        self._end.addprevious(_element("w:p", {}, head, *inner))

    def bytes(self) -> bytes:
        """The file; the same bytes whenever it is made."""
        self._table_of_bookmarks()
        made = io.BytesIO()
        self._file.save(made)
        with zipfile.ZipFile(made) as file:
            names = sorted(file.namelist(), key=lambda name: (name != "[Content_Types].xml", name))
            return packed((name, file.read(name)) for name in names)

    def _run(self, run: Words) -> Any:
        return self._words(run) if run.kind == "same" else self._tracked(run.kind, self._words(run))

    def _words(self, run: Words) -> Any:
        words = _element("w:delText" if run.kind == "removed" else "w:t", {"xml:space": "preserve"})
        words.text = _clean(run.text)
        return _element("w:r", {}, words)

    def _tracked(self, kind: str, *inner: Any) -> Any:
        assert self._marks
        self._count += 1
        on = {"w:date": _instant(self._marks.on)} if self._marks.on else {}
        return _element(_TAGS[kind], {"w:id": str(self._count), "w:author": _clean(self._marks.author), **on}, *inner)

    def _around(self, ids: Iterable[str], comments: Sequence[Comment]) -> tuple[list[Any], list[Any]]:
        """What stands before and behind a paragraph's words: the ends of its bookmarks and comments."""
        first: list[Any] = []
        last: list[Any] = []
        for identifier in dict.fromkeys(ids):
            name = bookmark(identifier)
            if name in self._bookmarks:  # an id has one place in a file
                continue
            self._bookmarks[name] = identifier
            self._count += 1
            first.append(_element("w:bookmarkStart", {"w:id": str(self._count), "w:name": name}))
            last.insert(0, _element("w:bookmarkEnd", {"w:id": str(self._count)}))
        for each in comments:
            made = self._file.part._comments_part.comments.add_comment("\n".join(map(_clean, each.lines)), author=_clean(each.author), initials="")
            made._comment_elm.set(self._qn("w:date"), _instant(self._built or date(*FIRST[:3])))
            own = {"w:id": str(made.comment_id)}
            first.append(_element("w:commentRangeStart", own))
            last += [_element("w:commentRangeEnd", own), _element("w:r", {}, _element("w:commentReference", own))]
        return first, last

    def _table_of_bookmarks(self) -> None:
        """The ids of the bookmarks, by their names: a part of the file that Word keeps and does not show."""
        from docx.opc.constants import RELATIONSHIP_TYPE
        from docx.opc.packuri import PackURI
        from docx.opc.part import Part
        from lxml import etree

        table = etree.Element("bookmarks", xmlns="urn:arrangements:bookmarks")
        for name, identifier in self._bookmarks.items():
            etree.SubElement(table, "bookmark", name=name, id=_clean(identifier))
        blob = etree.tostring(table, encoding="UTF-8", xml_declaration=True)
        part = Part(PackURI("/customXml/bookmarks.xml"), "application/xml", blob, self._file.part.package)
        self._file.part.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_XML)

    def _properties(self, cover: Cover) -> None:
        package = self._file.part.package
        for key, relation in list(package.rels.items()):  # a picture of an empty page
            if relation.reltype.endswith("/thumbnail"):
                package.rels.pop(key)
        told = self._file.core_properties
        told.title, told.subject, told.author = _clean(f"{cover.kind}: {cover.title}"), _clean(cover.subject), ""
        told.comments, told.language, told.revision = _clean(cover.foot), "en-GB", 1
        told.created = told.modified = datetime.combine(self._built or date(*FIRST[:3]), time())
        told.last_modified_by = ""

    def _looks(self, cover: Cover) -> None:
        """Styles of the file, and what stands at the head and foot of every page."""
        from docx.enum.style import WD_STYLE_TYPE
        from docx.shared import Cm, Pt, RGBColor

        styles = self._file.styles
        for lang in styles.element.iter(self._qn("w:lang")):
            lang.set(self._qn("w:val"), "en-GB")
        for name, size in (("Normal", 11), ("Title", 22), ("Heading 1", 16), ("Heading 2", 13), ("Heading 3", 12), ("Heading 4", 11)):
            font = styles[name].font
            font.name, font.size = _FONT, Pt(size)
            font.color.rgb = RGBColor(0, 0, 0)
            fonts = styles[name].element.get_or_add_rPr().get_or_add_rFonts()
            for kind in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
                fonts.attrib.pop(self._qn(f"w:{kind}"), None)
        for name, bold, size in (("Cover Kind", True, 16), ("Cover", False, 11), ("Note", False, 10), ("Head and foot", False, 9)):
            style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
            style.base_style, style.font.bold, style.font.size = styles["Normal"], bold, Pt(size)
        styles["Note"].paragraph_format.left_indent = Cm(1)
        styles["Note"].font.italic = True
        page = self._file.sections[0]
        page.page_width, page.page_height = Cm(21), Cm(29.7)
        page.left_margin = page.right_margin = Cm(2.3)
        for part, words in ((page.header, f"{cover.kind}: {cover.title}"), (page.footer, cover.foot)):
            paragraph = part.paragraphs[0]
            paragraph.style = styles["Head and foot"]
            paragraph.add_run(_clean(words))
        self._page_number(page.footer.add_paragraph(style="Head and foot"))

    def _page_number(self, paragraph: Any) -> None:
        number = _element("w:t", {})
        number.text = "1"
        paragraph.add_run("Page ")
        paragraph._p.append(_element("w:fldSimple", {"w:instr": " PAGE "}, _element("w:r", {}, number)))


def _element(tag: str, attributes: dict[str, str], *children: Any) -> Any:
    """An element of a Word file."""
    from docx.oxml.ns import qn
    from docx.oxml.parser import OxmlElement

    made = OxmlElement(tag, {qn(name): value for name, value in attributes.items()})
    made.extend(children)
    return made


def _clean(text: str) -> str:
    """A text without signs that no XML may hold."""
    return _UNWRITABLE.sub("\ufffd", text)


def _instant(on: date) -> str:
    return f"{on.isoformat()}T00:00:00Z"
