"""What every built page must be, whatever its words: one reader of pages, and the faults that it finds."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as etree
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString, PageElement, PreformattedString

from macros.exports import headers

LEFT = ("{{", "}}", "{%", "%}", "{#", "{:", "Macro Rendering Error", "Undefined", "&lt;", "&amp;", "</", "<span", "<p", "<div")
"""What words of ours never hold: what Jinja, Markdown or a template left behind."""
MARKS = re.compile("[\ue000-\uf8ff\x00-\x08\x0e-\x1f\x7f]|wzxhzdk|klzzwxh")
"""Marks of drawn pieces, ours and Markdown's own."""
ADDRESSES = frozenset({"href", "src", "action", "formaction", "srcset", "data", "poster", "cite", "xlink:href", "background", "ping", "manifest"})
LOADING = ("iframe", "frame", "object", "embed", "applet", "base", "style", "portal", "template", "math", "video", "audio", "img")
"""Elements that no page of ours has: each loads or runs something, or changes what addresses mean."""
POLICY = ("Content-Security-Policy", headers.policy())
INDEXED = frozenset({"p", "code", "pre", "li", "ol", "ul", "sub", "sup"})
"""The elements that the theme's search keeps in its index."""


class Page:
    """One page as a browser reads it.

    Args:
        text: its HTML.
    """

    def __init__(self, text: str) -> None:
        self.source, self.soup = text, BeautifulSoup(text, "html.parser")

    @cached_property
    def tags(self) -> list[Tag]:
        """Every element."""
        return self.soup.find_all(True)

    @cached_property
    def ids(self) -> Counter[str]:
        """Every id, counted."""
        return Counter(str(tag["id"]) for tag in self.tags if tag.has_attr("id"))

    @cached_property
    def links(self) -> list[str]:
        """Where its links lead, as written."""
        return [str(tag["href"]) for tag in self.tags if tag.name == "a" and tag.has_attr("href")]

    @cached_property
    def words(self) -> str:
        """What a reader sees of it, without code, in one line."""
        return " ".join(" ".join(self._strings).split())

    @property
    def _strings(self) -> Iterator[str]:
        waiting: list[PageElement] = [self.soup]
        while waiting:
            each = waiting.pop()
            if isinstance(each, Tag):
                waiting += [] if each.name in ("script", "style", "code", "pre") else reversed(each.contents)
            elif isinstance(each, NavigableString) and not isinstance(each, PreformattedString):
                yield str(each)

    def attributes(self) -> Iterator[tuple[Tag, str, str]]:
        """Every attribute: its element, its name and its value."""
        for tag in self.tags:
            for name, value in tag.attrs.items():
                yield tag, name, " ".join(value) if isinstance(value, list) else str(value)


@dataclass(frozen=True)
class Built:
    """A site as it was built.

    Args:
        folder: where.
        below: the path at which it is published, of a site that does not have its host to itself.
    """

    folder: Path
    below: str = ""

    @cached_property
    def pages(self) -> Mapping[str, Page]:
        """Every page by its address from the site's root."""
        found = sorted(self.folder.rglob("*.html"))
        return {path.relative_to(self.folder).as_posix().removesuffix("index.html"): Page(path.read_text("utf-8")) for path in found}

    @cached_property
    def indexed(self) -> list[dict[str, Any]]:
        """What the search knows."""
        return list(json.loads((self.folder / "search/search_index.json").read_text("utf-8"))["docs"])


def ids_are_unique(built: Built) -> Iterator[str]:
    """An id stands once on a page."""
    for address, page in built.pages.items():
        yield from (f"{address}: the id {name} twice" for name, count in page.ids.items() if count > 1)


def links_lead_somewhere(built: Built) -> Iterator[str]:
    """Every link, anchor and file of the site itself is there."""
    for address, page in built.pages.items():
        written = [value for _, name, value in page.attributes() if name in ADDRESSES]
        for link in written:
            goal = urlsplit(urljoin(f"https://site/{built.below}{address}", link))
            path = unquote(goal.path.removeprefix(f"/{built.below}")).removesuffix("index.html")
            if goal.netloc != "site":
                continue
            if path not in built.pages:
                if not (built.folder / path).is_file():
                    yield f"{address}: {link} leads nowhere"
            elif goal.fragment and unquote(goal.fragment) not in built.pages[path].ids:
                yield f"{address}: {link} has no such anchor"


def no_request_leaves_the_site(built: Built) -> Iterator[str]:
    """Nothing is loaded from elsewhere."""
    for address, page in built.pages.items():
        for tag, name, value in page.attributes():
            loads = name in ADDRESSES and tag.name != "a" and tag.get("rel") not in (["canonical"], ["prev"], ["next"])
            if loads and urlsplit(urljoin("https://site/", value)).netloc != "site":
                yield f"{address}: <{tag.name}> loads {value}"


def addresses_are_relative_or_https(built: Built) -> Iterator[str]:
    """No address has a scheme but https, as a browser reads it."""
    for address, page in built.pages.items():
        for tag, name, value in page.attributes():
            read = re.sub(r"[\x00-\x20\x7f]+", "", value)
            scheme = re.match(r"[a-z][a-z0-9+.-]*:", read, re.I)
            canonical = tag.get("rel") == ["canonical"] and read.startswith("http://127.0.0.1:8000/")  # before the site has an address
            if name in ADDRESSES and scheme and scheme[0].lower() != "https:" and not canonical:
                yield f"{address}: <{tag.name} {name}> leads to {value}"


def no_script_but_the_themes(built: Built) -> Iterator[str]:
    """No script but the theme's file and our two, no handler, no style and nothing that loads; the policy that says so is on every page."""
    for address, page in built.pages.items():
        for tag in page.tags:
            if tag.name in LOADING or (tag.name == "meta" and tag.has_attr("http-equiv") and (tag["http-equiv"], tag.get("content")) != POLICY):
                yield f"{address}: <{tag.name}>"
            if tag.name == "script":
                yield from (f"{address}: {fault}" for fault in _script(tag))
        for tag, name, _ in page.attributes():
            if name.startswith("on") or name in ("style", "srcdoc", "formaction"):
                yield f"{address}: <{tag.name} {name}>"


def _script(tag: Tag) -> Iterator[str]:
    text, source = tag.string or "", str(tag.get("src", ""))
    if tag.get("type") == "application/json" and not source:
        json.loads(text)
    elif source and (text or not re.fullmatch(r"((\.\./)+|(/[\w-]+)*/|\./)?assets/(javascripts/bundle\.\w+\.min|site|start)\.js", source)):
        yield f"a script from {source}"
    elif not source:
        yield f"a script: {text[:80]}"


def every_page_forbids_what_is_not_its_own(built: Built) -> Iterator[str]:
    """The policy stands above everything that a page could load."""
    for address, page in built.pages.items():
        loading = [tag.get("http-equiv", tag.name) for tag in page.tags if tag.name in ("script", "link") or tag.has_attr("http-equiv")]
        if loading[:1] != [POLICY[0]]:
            yield f"{address}: {loading[:1]} before the policy"


def nothing_is_left_of_marks(built: Built) -> Iterator[str]:
    """No mark of a drawn piece is left, in no file that is made of words."""
    for path in (path for path in sorted(built.folder.rglob("*")) if path.suffix in (".html", ".json", ".xml", ".csv", ".ics")):
        if "assets" not in path.relative_to(built.folder).parts and (found := MARKS.search(path.read_text("utf-8"))):
            yield f"{path.relative_to(built.folder)}: {found[0]!r}"


def the_search_holds_words(built: Built) -> Iterator[str]:
    """What the search shows is words, in the few elements that the theme keeps, without attributes."""
    for entry in built.indexed:
        for name, allowed in (("title", frozenset[str]()), ("text", INDEXED), ("tags", frozenset[str]())):
            value = entry.get(name, "")
            for text in value if isinstance(value, list) else [value]:
                for tag in BeautifulSoup(str(text), "html.parser").find_all(True):
                    if tag.name not in allowed or tag.attrs:
                        yield f"{entry['location']}, {name}: {str(tag)[:80]}"


def the_sitemap_can_be_read(built: Built) -> Iterator[str]:
    """The sitemap is XML, and names pages that are there."""
    for found in etree.fromstring((built.folder / "sitemap.xml").read_text("utf-8")).iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc"):
        path = re.sub(rf"^https?://[^/]+/{built.below}", "", found.text or "")
        if path not in built.pages:
            yield f"the sitemap names {found.text}"


MOST = 2450
"""So many elements a page may have as it is written: the theme adds a few, and a phone is slow beyond 2,500."""


def no_page_is_too_long_for_a_phone(built: Built) -> Iterator[str]:
    """No page has more elements than a phone draws without delay."""
    for address, page in built.pages.items():
        if (number := len(page.tags)) > MOST:
            yield f"{address} has {number} elements: divide it, as macros/compare/sheets.py does, or say more with fewer"


SCANS: tuple[Callable[[Built], Iterator[str]], ...] = (
    ids_are_unique,
    links_lead_somewhere,
    no_request_leaves_the_site,
    addresses_are_relative_or_https,
    no_script_but_the_themes,
    every_page_forbids_what_is_not_its_own,
    nothing_is_left_of_marks,
    the_search_holds_words,
    the_sitemap_can_be_read,
    no_page_is_too_long_for_a_phone,
)
"""What holds whatever the words are."""


def nothing_is_left_of_macros(built: Built) -> Iterator[str]:
    """Nothing is left of what Jinja, Markdown and the templates read: for words that hold none of it themselves."""
    for address, page in built.pages.items():
        yield from (f"{address}: {left}" for left in LEFT if left in page.words)
