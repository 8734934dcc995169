"""The part of Markdown that puts drawn pieces in their places; Markdown itself never reads them."""

from __future__ import annotations

import html
import re
import xml.etree.ElementTree as etree
from collections.abc import Mapping
from typing import Any

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.preprocessors import Preprocessor
from markdown.util import AtomicString

from macros.pages.draw import HEADING, LATER, PIECE, Heading, Stash


class Drawn(Extension):
    """Swaps the marks of a page for what was drawn.

    Args:
        stash: what was drawn for the page that is read.
    """

    def __init__(self, stash: Stash) -> None:
        super().__init__()
        self.stash = stash

    def extendMarkdown(self, md: Markdown) -> None:
        """Registers the three steps: pieces that stand alone before HTML is looked for, headings, pieces within a line."""
        md.preprocessors.register(_Pieces(md, self.stash), "drawn_pieces", 20.5)
        md.parser.blockprocessors.register(_Headings(md, self.stash), "drawn_headings", 200)
        md.inlinePatterns.register(_Inline(md, self.stash), "drawn_inline", 200)


class _Pieces(Preprocessor):
    def __init__(self, md: Markdown, stash: Stash) -> None:
        super().__init__(md)
        self.stash = stash

    def run(self, lines: list[str]) -> list[str]:
        return [self._swapped(line) for line in lines]

    def _swapped(self, line: str) -> str:
        found = PIECE.fullmatch(line.strip())
        piece = _get(self.stash, found[1], str) if found else None
        return line if found is None or piece is None else self.md.htmlStash.store(_or_mark(self.stash, found[1], piece))


class _Headings(BlockProcessor):
    def __init__(self, md: Markdown, stash: Stash) -> None:
        super().__init__(md.parser)
        self.md, self.stash = md, stash

    def test(self, parent: etree.Element, block: str) -> bool:
        return bool(HEADING.fullmatch(block.strip()))

    def run(self, parent: etree.Element, blocks: list[str]) -> bool:
        heading = _get(self.stash, HEADING.fullmatch(blocks[0].strip())[1], Heading)  # type: ignore[index]
        if heading is None:
            return False
        blocks.pop(0)
        element = etree.SubElement(parent, f"h{min(max(heading.level, 1), 6)}")
        element.text = AtomicString(self.md.htmlStash.store(html.escape(heading.text, quote=False)))
        for name, value in (("id", heading.id), ("class", heading.classes)):
            if value:
                element.set(name, value)
        return True


class _Inline(InlineProcessor):
    def __init__(self, md: Markdown, stash: Stash) -> None:
        super().__init__(PIECE.pattern, md)
        self.stash = stash

    def handleMatch(self, m: re.Match[str], data: str) -> Any:
        piece = _get(self.stash, m[1], str)
        return (self.md.htmlStash.store(_or_mark(self.stash, m[1], piece)), m.start(0), m.end(0)) if piece is not None else (None, None, None)


def _or_mark(stash: Stash, number: str, piece: str) -> str:
    """What enters the page now: a piece, or the mark of one that comes in after the search has read the page."""
    return f"<!--\ue000{number}\ue001-->" if stash.aside(int(number)) else piece


def completed(content: str, later: Mapping[str, str]) -> str:
    """A page's HTML with the pieces that the search leaves out.

    Args:
        content: as Markdown left it.
        later: those pieces, by the number in their mark.
    """
    return LATER.sub(lambda mark: later.get(mark[1], mark[0]), content)


def later(content: str, stash: Stash) -> dict[str, str]:
    """The pieces that a page's HTML still lacks, by the number in their mark."""
    return {number: piece for number in LATER.findall(content) if (piece := _get(stash, number, str)) is not None}


def _get(stash: Stash, number: str, kind: type) -> Any:
    """What a mark stands for; None for a mark that nobody drew, which stays as it is typed."""
    found = stash.pieces[int(number)] if int(number) < len(stash.pieces) else None
    return found if isinstance(found, kind) else None
