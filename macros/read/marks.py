"""What a line of the small Markdown may not begin with, and what may not stand inside it: tables, and how they are asked."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

Row = tuple[re.Pattern[str], str, str]
"""What is looked for, what is said of it, and how it is mended."""
Told = tuple[str, str]
"""What is said, and how it is mended."""

_LINK = re.compile(r"\[([^\[\]]*)\](?:\(([^()]*)\)|\[([^\[\]]*)\])")
_TARGET = re.compile(r"(?!/)[\w./#-]+", re.ASCII)
_REFERENCE = re.compile(r"[\w/#-]+", re.ASCII)
_BARE = re.compile(r"\[([^\[\]\0]*)\](?![\[(])")
_BOLD = re.compile(r"\*\*(?=[^\s*])([^*]*)(?<=[^\s*])\*\*")
_ENTITY = re.compile(r"&#?\w+;")

_PARTS = "Use headings, paragraphs, lists and editor's notes only; make a table or a footnote into provisions."
_DASH = "Begin each item of a list with a dash and three spaces; where this is no list, let the line begin with a word."
_DOTS = "•·‣⁃▪▫◦●○■□➢✓-"
_MARK = rf"(?:[{_DOTS}]|[–—−]|\(?(?:[a-z]|[ivxIVX]{{1,5}}|\d{{1,3}})[.)]|\([A-Z]\)|\d+\.)"
"""What other programs begin the items of a list with."""


def _no_part(name: str) -> str:
    return f"there is {name} here, which an edition's page cannot hold."


def _rows(*rows: tuple[str, str, str]) -> tuple[Row, ...]:
    return tuple((re.compile(pattern), what, mend) for pattern, what, mend in rows)


_STARTS = _rows(
    (
        r"!!! note \"Editor's note\"$",
        "this editor's note is indented.",
        "Delete the spaces before the exclamation marks: a note stands under no item.",
    ),
    (
        r"(?i)!+ *\[?!?note\b",
        "an editor's note does not begin like this.",
        'Write !!! note "Editor\'s note" alone on its line, and the note below it, indented by four spaces.',
    ),
    (r"[-*+]$", "this list item is empty.", "Write its text behind the dash, and its id on the next line, or delete the dash."),
    (r"([-*_])( *\1){2,}$", _no_part("a ruled line"), _PARTS),
    (r"(=+|--)$", _no_part("an underlined heading"), _PARTS),
    (
        r"#",
        "this line begins with #, and would be shown as a heading.",
        "Begin a heading with ## and a space, at the start of its own line, and any other line with a word.",
    ),
    (r"\|.*\|", _no_part("a table"), _PARTS),
    (r">", _no_part("a block quotation"), _PARTS),
    (r"```|~~~", _no_part("a code block"), _PARTS),
    (r"\[[^\]^]+\]:", _no_part("a link address"), _PARTS),
    (r"!!!|\?\?\?|===", _no_part("a box that is not an editor's note"), _PARTS),
    (r":( |$)", _no_part("a definition list"), _PARTS),
    (r"\[TOC\]$", _no_part("a list of contents"), _PARTS),
    (rf"{_MARK}(?: |$)|[{_DOTS}]", "this is not a list of this site.", _DASH),
)
"""What no line begins with: Markdown, or its reader, would take it for something else."""

_ADDRESSES = (
    r"\b(?:https?|ftp|mailto|javascript):[^\s()<>\[\]]*",
    r"\bdata:\w+/[^\s()<>\[\]]*",
    r"\bwww\.\w[^\s()<>\[\]]*",
    r"[\w.+-]+@\w[\w.-]*",
)
_INSIDE = _rows(
    (
        r"\{\{|\}\}|\{%|\{#|#\}|%\}",
        "there is “{}” in the text.",
        "Delete it: curly brackets of this kind are instructions to the site, not text.",
    ),
    (
        r"(\{:[^{}]*\}|\{ *[#.][^{}]*\}) *$",
        "an id stands on the same line as its text.",
        "Move it to a line of its own, straight below.",
    ),
    (r"[{}]", "there is a curly bracket in the text.", "Delete it, or use a round bracket."),
    (r"!\[[^\]]*\](?:\([^)]*\)|\[[^\]]*\])?", _no_part("a picture"), _PARTS),
    (r"\[\^[^\]]*\]?", _no_part("a footnote"), _PARTS),
    (r"`[^`]*`?", _no_part("a backtick"), _PARTS),
    (
        "(?i)" + "|".join(_ADDRESSES),
        "there is an outside address here.",
        "Put the address into data/links.yaml and write [the words][its-id] here.",
    ),
    (r"<[a-zA-Z/!?][^<>]*>?", "there is HTML here.", "Delete the tag and keep the words; for & write the sign itself."),
    (r"\\$|  $", _no_part("a forced line break"), _PARTS),
    (r"\\.", "there is a backslash in the text.", "Delete it: the sign behind it is shown as it is."),
    (r"\|", "there is an upright stroke in the text.", "Write a comma, a dash or “or” in its place."),
)
"""What may not stand inside a line. An x takes its place before the next row looks, so that one mistake is told once."""

_HTML = "there is HTML here.", "Delete the tag and keep the words; for & write the sign itself."
_PIECES: tuple[tuple[re.Pattern[str], re.Pattern[str] | None, str, str], ...] = (
    (
        re.compile(r"[\[\]]"),
        _BARE,
        "there is a square bracket here without its partner, or a link that is not closed.",
        "Write [the words][its-id] for a link, or use round brackets.",
    ),
    (
        re.compile(r"\*"),
        _BOLD,
        "there is a star (*) here that makes no words bold.",
        "Write two stars straight before and straight behind the words that are bold, **so**, and no other star.",
    ),
    (
        re.compile(r"(?<!\w)_|_(?!\w)"),
        None,
        "there is an underline (_) here, which may be taken for emphasis.",
        "Delete it; for bold words write two stars before and behind them, **so**.",
    ),
)
"""What may stand neither in a line, its links taken out, nor in the words of a link; and what is right of it."""


@dataclass(frozen=True)
class Inside:
    """What stands inside a line.

    Args:
        told: what must not, each as a sentence and its mend.
        links: where its links lead, if nothing is told; a target beginning with ``ref:`` naming a record of ``links.yaml``.
        bare: words in square brackets that are no link.
    """

    told: tuple[Told, ...]
    links: tuple[str, ...]
    bare: tuple[str, ...]


def visible(text: str) -> str:
    """A text as a reader sees it: without the marks of links and bold, one space where there are several."""
    return " ".join(_BOLD.sub(r"\1", _LINK.sub(r"\1", text)).split())


def at_start(line: str) -> Told | None:
    """What is said of a line that begins as no line may, as it is typed or as it is shown."""
    for form in dict.fromkeys((line.strip(), visible(line))):
        for pattern, what, mend in _STARTS:
            if pattern.match(form):
                return what, mend
    return None


def inside(line: str) -> Inside:
    """What stands inside a line, as it is typed and as it is shown."""
    told, rest = _taken_out(line)
    links = _LINK.findall(rest)
    whole = _LINK.sub("\0", rest)
    for bad, good, what, mend in _PIECES:
        if any(bad.search(good.sub("", piece) if good else piece) for piece in (whole, *(words for words, _, _ in links))):
            told.append((what, mend))
    told += [each for link in links if (each := _astray(*link))]
    shown = visible(line)
    if not told and shown != line.strip():
        told = _taken_out(shown)[0]
    if told:
        return Inside(tuple(dict.fromkeys(told)), (), ())
    return Inside((), tuple(target or f"ref:{reference}" for _, target, reference in links), tuple(_BARE.findall(whole)))


def _taken_out(text: str) -> tuple[list[Told], str]:
    """What is said of a text by the table, and the text without what it is said of."""
    told: list[Told] = []
    for pattern, what, mend in _INSIDE:
        found = pattern.search(text)
        if found:
            told.append((what.format(found[0]), mend))
            text = pattern.sub("x", text)
    if any(html.unescape(each) != each for each in _ENTITY.findall(text)):
        told.append(_HTML)
    return told, text


def _astray(words: str, target: str, reference: str) -> Told | None:
    """What is said of a link that does not lead to a page or to a record of the links."""
    mend = "Write the way to a page's file in round brackets, (the-page.md#its-id), or a link's id from data/links.yaml in square ones."
    if not words.strip():
        return "a link here has no words.", "Write the words that lead there between the square brackets."
    if not (target or reference):
        return f"the link “{words.strip()}” does not say where it leads.", mend
    if not (_TARGET.fullmatch(target) if target else _REFERENCE.fullmatch(reference)):
        return f"a link here leads to “{target or reference}”, which is no way to a page.", mend
    return None
