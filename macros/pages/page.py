"""One page, whole: its head and its Markdown, whatever kind of page it is."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import Any

from macros import blocks
from macros.pages import (
    agencies,
    approvals,
    comparison,
    coverage,
    currency,
    downloads,
    edition,
    edits,
    fates,
    follow,
    guidance,
    head,
    history,
    later,
    lists,
    made,
    open_data,
    promised,
    reports,
    timeline,
    withdrawn,
)
from macros.pages.addresses import EDITIONS, Here
from macros.pages.draw import Draw
from macros.pages.head import PageHead
from macros.read import fates as gone
from macros.read.provisions import Page
from macros.read.site import Site

REFERENCE = re.compile(r"\]\[([^\]]+)\]")
_CALLS = re.compile(r"^\{\{ *([a-z_]+)\(([^)]*)\) *\}\}$", re.M)
CURRENT = re.compile(r"current(?:/([a-z-]+)(?:#([a-z-]+))?)?")

_FUNCTIONS: tuple[Callable[..., str], ...] = (
    *lists.ON_EDITIONS.values(),
    lists.agencies_by_sector,
    lists.source_list,
    lists.tell_us,
    lists.topic_list,
    comparison.comparison_list,
    guidance.search_box,
    guidance.support_levels,
    guidance.support_level,
    guidance.escalation_routes,
    guidance.duty_calendar,
    guidance.glossary,
    guidance.not_covered,
    agencies.for_agency,
    agencies.people,
    currency.currency,
    currency.gaps,
    currency.names,
    approvals.approvals,
    follow.follow,
    history.recent_changes,
    currency.whats_new,
    reports.report_list,
    reports.report,
    promised.promised,
    reports.figure_findings,
    open_data.open_data,
    coverage.coverage,
    later.later_guidance,
    timeline.timeline,
    downloads.downloads,
)
DRAWN: Mapping[str, Callable[..., str]] = MappingProxyType({each.__name__: each for each in _FUNCTIONS if each.__name__ in blocks.BLOCKS})
"""How each block macro of ``blocks.BLOCKS`` is drawn: given the templates, the page, and the macro's own arguments."""


class Pages:
    """Every page of a site.

    Args:
        draw: the templates.
        days: on which files last changed, by path from the project's root.
    """

    def __init__(self, draw: Draw, days: Mapping[str, date] = MappingProxyType({})) -> None:
        self.draw, self.days = draw, days

    @property
    def site(self) -> Site:
        """The site."""
        return self.draw.site

    def head(self, path: str, given: Mapping[str, Any]) -> PageHead:
        """A page's head.

        Args:
            path: the page's, below ``docs/``.
            given: what its file gives.
        """
        return head.of(self.draw, Here(path), given, self.days)

    def given(self, path: str) -> Mapping[str, Any]:
        """What a page's file gives as its head, as the site read it: MkDocs reads “no” or a year as something else than text."""
        return self._heads.get(f"docs/{path}", MappingProxyType({}))

    @cached_property
    def _heads(self) -> Mapping[str, Mapping[str, Any]]:
        found = (*self.site.others, *self.site.pages.values())
        return {page.path: page.head.value for page in found if isinstance(page.head.value, dict)}

    def edited(self, path: str) -> str:
        """Where what a page shows is edited; empty where no repository is set."""
        return self.draw.edit_link(edits.file_of(self.site, Here(path)))

    def needs_macros(self, path: str, markdown: str) -> bool:
        """Whether a page's own text calls block macros through mkdocs-macros; an edition's page and a made one never do."""
        if withdrawn.is_withdrawn(self.draw, Here(path)):
            return False
        return "{{" in markdown and not Here(path).topic and path not in made.pages(self.site)

    def call(self, name: str, path: str, *arguments: str) -> str:
        """A block macro on a page.

        Args:
            name: the macro's name.
            path: the page's path below ``docs/``.
            arguments: as the page gives them.

        Returns:
            Marks that stand for what was drawn: nothing of it passes through Jinja or Markdown.
        """
        return DRAWN[name](self.draw, Here(path), *arguments)

    def body(self, path: str, markdown: str) -> str:
        """A page's Markdown.

        Args:
            path: the page's, below ``docs/``.
            markdown: its own text, after its block macros were called.
        """
        here = Here(path)
        page = made.pages(self.site).get(path)
        take_away = downloads.take_away(self.draw, here)
        if page:
            return made.body(self.draw, page) + take_away
        if withdrawn.is_withdrawn(self.draw, here):
            return withdrawn.body(self.draw, here)
        if here.path in gone.pages(self.site):
            return fates.body(self.draw, here)
        words = head.keywords(self.site.editions[here.edition], here.topic) if here.topic else self._keywords.get(f"docs/{path}", ())
        text = edition.body(self.draw, here) if here.topic else markdown
        also = "\n\n" + self.draw.page("also.html", here, also=words) if words else ""
        return text + also + take_away + fates.below(self.draw, here) + self._references(here, text)

    @cached_property
    def _keywords(self) -> Mapping[str, tuple[str, ...]]:
        return {page.path: _words(page) for page in self.site.others}

    def _references(self, here: Here, markdown: str) -> str:
        """The addresses of the links that a page makes by reference, as Markdown's link definitions.

        A reference names a record of ``links.yaml``, or ``current``, or ``current/<topic>`` with or without ``#<id>``: a
        page of the current edition, whichever it is.
        """
        links = self.site.register("links").by_id
        lines = []
        for name in dict.fromkeys(REFERENCE.findall(markdown)):
            if name in links:
                lines.append(f"[{name}]: {links[name].url}")
            elif CURRENT.fullmatch(name):
                topic, hash_mark, identifier = name.removeprefix("current").removeprefix("/").partition("#")
                goal = f"{EDITIONS}/{self.site.current}/{topic or 'index'}.md"
                lines.append(f"[{name}]: {posixpath.relpath(goal, posixpath.dirname(here.path))}{hash_mark}{identifier}")
        return "\n\n" + "\n".join(lines) + "\n"

    @property
    def paths(self) -> tuple[str, ...]:
        """The path of every page below ``docs/``: those that are kept, those that are made, and those that keep the place of one that is gone."""
        kept = (page.path.removeprefix("docs/") for page in (*self.site.pages.values(), *self.site.others))
        return (*kept, *made.pages(self.site), *gone.pages(self.site))

    def drawn(self, path: str) -> tuple[PageHead, str]:
        """A page as MkDocs has it drawn: its head, and its Markdown, whose marks stand for what the stash then holds."""
        self.draw.begin()
        return self.head(path, self.given(path)), self.body(path, _CALLS.sub(lambda found: self._called(path, found), self._texts.get(path, "")))

    def _called(self, path: str, found: re.Match[str]) -> str:
        return self.call(found[1], path, *re.findall(r'"([^"]*)"', found[2]))

    @cached_property
    def _texts(self) -> Mapping[str, str]:
        return {page.path.removeprefix("docs/"): page.body for page in self.site.others}

    def everything(self) -> Iterator[str]:
        """Draws every page, one after the other, and gives the path of each: what cannot be drawn, raises."""
        for path in self.paths:
            self.drawn(path)
            yield path


def _words(page: Page) -> tuple[str, ...]:
    value = page.head.value.get("keywords", ()) if isinstance(page.head.value, dict) else ()
    return tuple(map(str, value)) if isinstance(value, list) else ()
