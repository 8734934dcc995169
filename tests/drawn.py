"""Pages as readers get them, drawn without MkDocs: what tests of pages and downloads look at."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any

from markdown import Markdown

from macros.check import check
from macros.check.judge import EXTENSIONS
from macros.pages.draw import Draw
from macros.pages.head import PageHead
from macros.pages.markdown import Drawn, completed, later
from macros.pages.page import Pages
from macros.problems import report
from macros.read.provisions import MACRO
from macros.read.site import Site

from .conftest import ROOT

TEMPLATES = str(ROOT / "overrides/macros")
BUILT = date(2026, 11, 25)
"""The day for which pages are drawn here."""


class Shown:
    """A site whose pages are drawn one at a time.

    Args:
        site: the site, without problems.
        days: on which files last changed.
        edit: where files are edited.
        home: the site's own address.
        built: the day for which it is built.
        repository: the repository's own page.
    """

    def __init__(
        self,
        site: Site,
        days: Mapping[str, date] = MappingProxyType({}),
        edit: str = "",
        home: str = "",
        built: date | None = BUILT,
        repository: str = "",
    ) -> None:
        self.site = site
        self.draw = Draw(site, TEMPLATES, edit, home, built, repository=repository)
        self.pages = Pages(self.draw, days)
        self.contents: tuple[tuple[int, str, str], ...] = ()

    def block(self, path: str, name: str, *arguments: str) -> str:
        """What a block macro draws on a page, as HTML."""
        self.draw.begin()
        return self.html(self.pages.call(name, path, *arguments))

    def page(self, path: str) -> str:
        """The words of a page, below its title as the theme draws it, as HTML."""
        self.draw.begin()
        own = next((page.body for page in self.site.others if page.path == f"docs/{path}"), "")
        lines = [self._called(path, line) for line in own.split("\n")]
        return self.html(self.pages.body(path, "\n".join(lines)))

    def head(self, path: str, **given: object) -> PageHead:
        """The head of a page whose file gives so much more than its own."""
        own = {page.path: page.head.value for page in (*self.site.others, *self.site.pages.values())}.get(f"docs/{path}", {})
        return self.pages.head(path, own | given)

    def _called(self, path: str, line: str) -> str:
        call = MACRO.match(line.rstrip())
        return self.pages.call(call["name"], path, *re.findall(r'"([^"]*)"', call["arguments"])) if call else line

    def html(self, markdown: str) -> str:
        """Markdown with the marks of what was drawn, as HTML; the headings of its contents list are kept as ``contents``."""
        parser = Markdown(extensions=[*EXTENSIONS, Drawn(self.draw.stash)])
        html = parser.convert(markdown) + "\n"
        html = completed(html, later(html, self.draw.stash))
        self.contents = tuple(_headings(parser.toc_tokens))
        return html


def _headings(tokens: list[dict[str, Any]]) -> Iterator[tuple[int, str, str]]:
    for token in tokens:
        yield token["level"], token["name"], token["id"]
        yield from _headings(token["children"])


def checked(folder: Path) -> Site:
    """The site of a folder, which keeps every rule."""
    site, problems = check(folder)
    assert not problems, report(problems)
    return site


def words(html: str) -> str:
    """HTML without its tags, on one line."""
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())
