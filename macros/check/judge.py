"""What Python-Markdown makes of a page that people wrote outside the editions: the parser judges it, no regular expression of ours.

The parser is run with the extensions that MkDocs runs it with, on the page without its block macros, and what it hands on
unread, and every element that it builds, is looked at.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any
from xml.etree.ElementTree import Element

from macros.check.telling import is_read
from macros.read import provisions
from macros.read.again import AGAIN
from macros.read.provisions import Page
from macros.read.site import Site, kept

EXTENSIONS = ("admonition", "attr_list", "toc", "tables", "fenced_code")
"""Those of mkdocs.yml, and the two that MkDocs adds by itself."""
_ATTRIBUTES = frozenset({"id", "class"})
_MORE = {"a": frozenset({"href", "title"}), "ol": frozenset({"start"})}
_FENCE = re.compile(r"<pre([^>]*)><code([^>]*)>")
_HEADING = re.compile(r"h[1-6]")
_ENTITY = re.compile(r"&#?\w+;")
_UNSEEN = re.compile(r"[\x00-\x20\x7f]+")
_ADDRESS = re.compile(r"\bwww\.\w[\w.-]*|\b[a-z]{3,}://\S+|\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.I)


@dataclass(frozen=True)
class Judged:
    """What stands in a page, each with its line.

    Args:
        html: tags, comments and the like that would go through as they are.
        attributes: those that pages may not give an element, with the element.
        pictures: their addresses.
        links: the addresses of links, as a browser reads them.
        references: the ids in the second brackets of links.
        definitions: the ids of addresses that the page defines itself.
        addresses: those that stand in the text.
        ids: every id of an element.
        headings: the level of every heading that is typed, in order.
        twice: the ids that stand more than once.
    """

    html: tuple[tuple[str, int], ...]
    attributes: tuple[tuple[str, int], ...]
    pictures: tuple[tuple[str, int], ...]
    links: tuple[tuple[str, int], ...]
    references: tuple[tuple[str, int], ...]
    definitions: tuple[tuple[str, int], ...]
    addresses: tuple[tuple[str, int], ...]
    ids: frozenset[str]
    headings: tuple[tuple[int, int], ...]
    twice: tuple[tuple[str, int], ...]


@kept
def judged(site: Site, path: str) -> Judged:
    """What the parser makes of a page that stands outside the editions."""
    page = next(page for page in site.others if page.path == path)
    links = site.register("links").ids if is_read(site, "links") else frozenset()
    return AGAIN.once(("judged", path), (page, links), lambda: _judged(page, links))  # type: ignore[no-any-return]


def _judged(page: Page, links: Iterable[str]) -> Judged:
    body = "\n".join("" if provisions.MACRO.match(line.rstrip()) else line for line in page.body.split("\n"))
    known = {identifier: _KEPT + identifier for identifier in links}
    tree, stash, fences, references, defined = _parsed(body, known)
    lines = _Lines(body, page.first_line)
    elements = list(tree.iter())
    out = [each for each in elements if "href" in each.attrib and not each.get("href", "").startswith(_KEPT)]
    return Judged(
        html=tuple((raw, lines.of(raw)) for raw in stash),
        attributes=tuple((name, lines.of(name, value, *_marks_of(name))) for name, value in (*fences, *_refused(elements))),
        pictures=tuple((each.get("src", ""), lines.of(each.get("src", ""), "![")) for each in elements if each.tag == "img"),
        links=tuple((_as_read(each.get("href", "")), lines.of(each.get("href", ""), _as_read("".join(each.itertext())))) for each in out),
        references=tuple((each, lines.of(f"[{each}]", "[]")) for each in references),
        definitions=tuple((each, lines.of(f"[{each}]:")) for each in defined),
        addresses=tuple((each, lines.of(each)) for text in _texts(tree) for each in _ADDRESS.findall(text)),
        ids=frozenset(each.get("id") for each in elements if "id" in each.attrib),
        headings=tuple(
            (int(each.tag[1]), lines.of("#" * int(each.tag[1]) + " " + "".join(each.itertext()))) for each in elements if _HEADING.fullmatch(each.tag)
        ),
        twice=tuple(
            (name, lines.of(f"#{name}")) for name, count in Counter(each.get("id") for each in elements if "id" in each.attrib).items() if count > 1
        ),
    )


_KEPT = "kept:"


def _parsed(body: str, known: dict[str, str]) -> tuple[Any, list[str], list[tuple[str, str]], list[str], list[str]]:
    """A text as the parser sees it.

    Args:
        body: the text.
        known: the addresses that links may name by id.

    Returns:
        The tree; what goes through unread; attributes that blocks of code are given; the ids that links name; the ids that
        the text defines itself.
    """
    parser = _parser()
    parser.reset()
    parser.references.update({identifier: (address, None) for identifier, address in known.items()})
    parser.convert(body)
    seen: _Seen = parser.seen
    stash = [str(each) for each in parser.htmlStash.rawHtmlBlocks]
    opened = " ".join("".join(found) for each in stash[: seen.fenced] for found in _FENCE.findall(each)[:1])
    fences = [(name, value) for name, value in re.findall(r'([^\s=]+)="([^"]*)"', opened) if name not in _ATTRIBUTES]
    raw = [each for each in stash[seen.fenced :] if not (_ENTITY.fullmatch(each) and html.unescape(each) == each)]
    defined = [each for each, (address, _) in parser.references.items() if known.get(each) != address]
    return seen.tree, raw, fences, seen.named, defined


@dataclass
class _Seen:
    """What a parser has seen of the page that it has read last: blocks of code, the tree, and the ids that links name."""

    fenced: int = 0
    tree: Any = None
    named: list[str] = field(default_factory=list)

    def reset(self) -> None:
        """Forgets it: Python-Markdown calls this between two pages."""
        self.fenced, self.tree, self.named = 0, Element("div"), []


@cache
def _parser() -> Any:
    """One parser for all pages, which notes down what it sees."""
    import markdown
    from markdown.inlinepatterns import REFERENCE_RE, ReferenceInlineProcessor
    from markdown.preprocessors import Preprocessor
    from markdown.treeprocessors import Treeprocessor

    seen = _Seen()

    class AfterFences(Preprocessor):
        def run(self, lines: list[str]) -> list[str]:
            seen.fenced = len(self.md.htmlStash.rawHtmlBlocks)
            return lines

    class Last(Treeprocessor):
        def run(self, root: Any) -> None:
            seen.tree = root

    class Named(ReferenceInlineProcessor):
        def evalId(self, data: str, index: int, text: str) -> tuple[str | None, int, bool]:
            identifier, end, handled = super().evalId(data, index, text)
            if handled:  # as it is typed: the page's own brackets touch, and ids are written in small letters
                seen.named.append(data[index + 1 : end - 1] or text)
            return identifier, end, handled

    parser = markdown.Markdown(extensions=list(EXTENSIONS))
    parser.preprocessors.register(AfterFences(parser), "after-fences", 22)
    parser.treeprocessors.register(Last(parser), "last", -10)
    parser.inlinePatterns.register(Named(REFERENCE_RE, parser), "reference", 170)
    parser.registerExtension(seen)
    parser.seen = seen
    return parser


def _refused(elements: list[Any]) -> list[tuple[str, str]]:
    """The attributes that pages may not give an element, with their values."""
    allowed = {each.tag: _ATTRIBUTES | _MORE.get(each.tag, frozenset()) for each in elements}
    return [(name, value or "") for each in elements for name, value in each.items() if name not in allowed[each.tag] and each.tag != "img"]


def _marks_of(attribute: str) -> tuple[str, ...]:
    """What an attribute may have come from, where its name does not stand in the text: a table's column that is aligned."""
    return (":-", "-:") if attribute == "style" else ()


def _as_read(address: str) -> str:
    """An address as a browser reads it: without signs that nobody sees, its entities resolved."""
    return _UNSEEN.sub("", html.unescape(address.replace("\x02amp\x03", "&")))


def _texts(element: Any) -> Iterator[str]:
    """The texts of a page, but for code and for the words of links that lead out and are told themselves."""
    out = element.tag == "a" and ":" in _as_read(element.get("href", "")).removeprefix(_KEPT)
    if not out and element.tag not in ("code", "pre"):
        yield element.text or ""
        for child in element:
            yield from _texts(child)
            yield child.tail or ""


class _Lines:
    """Finds the line of a text: of a text that stands there several times, one after the other."""

    def __init__(self, body: str, first: int) -> None:
        self.lines, self.first = body.casefold().split("\n"), first
        self.met: Counter[str] = Counter()

    def of(self, *needles: str) -> int:
        for needle in (each.strip().split("\n")[0].casefold() for each in needles):
            found = [i for i, line in enumerate(self.lines) for _ in range(line.count(needle))] if needle else []
            if found:
                self.met[needle] += 1
                return self.first + found[min(self.met[needle], len(found)) - 1]
        return self.first
