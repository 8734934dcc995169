"""The navigation: the editions and their comparisons put into that of ``mkdocs.yml``."""

from __future__ import annotations

from typing import Any

from macros.compare import comparison
from macros.compare.comparison import Comparison
from macros.pages import addresses, made
from macros.pages.draw import Draw, safe
from macros.read.provisions import Page
from macros.read.site import Edition, topic_of


def with_editions(nav: list[Any], draw: Draw) -> list[Any]:
    """The navigation of mkdocs.yml with the editions put in.

    Args:
        nav: as MkDocs reads it; the entries “current edition”, “comparisons” and “earlier editions” hold the places.
        draw: the templates, which hold the titles of pages that are made.

    Returns:
        The same, with the current edition's topics, every comparison, and the earlier editions, newest first; drafts stand in its last section.
    """
    site, result = draw.site, []
    for entry in _with_figures(nav, draw):
        name = next(iter(entry)) if isinstance(entry, dict) and list(entry.values()) == [None] else entry
        if name == "current edition":
            result.append({f"Arrangements, {safe(site.now.name)}": _topics(site.now)})
        elif name == "earlier editions":
            result += [{safe(edition.name): _topics(edition)} for edition in reversed(site.issued) if not edition.current]
        elif name == "comparisons":
            issued = [each for each in comparison.neighbours(site) if not each.new.draft]
            result.append({"Compare": ["compare/index.md", *({_title(each): _compared(each, draw)} for each in issued)]})
        else:
            result.append(entry)
    return [*result[:-1], _with_drafts(result[-1], draw)] if result and site.drafts else result


def _with_figures(nav: list[Any], draw: Draw) -> list[Any]:
    """The navigation with the figures of each report behind the report."""
    found: list[Any] = []
    for entry in nav:
        goals = list(entry.values()) if isinstance(entry, dict) else [entry]
        if isinstance(goals[0], list):
            entry = {next(iter(entry)): _with_figures(goals[0], draw)}
        path = f"{str(goals[0]).removesuffix('.md')}/figures.md"
        page = made.pages(draw.site).get(path)
        found += [entry, {made.title(draw, page): path}] if page and len(goals) == 1 else [entry]
    return found


def _with_drafts(last: Any, draw: Draw) -> Any:
    """The last entry of the navigation, which is for editors, with the drafts below it: they have no tab of their own."""
    found: list[Any] = []
    for edition in reversed(draw.site.drafts):
        compared = comparison.before(edition)
        pages = {_title(compared): _compared(compared, draw)} if compared else {}
        found.append({safe(edition.name): [*_topics(edition), *({name: each} for name, each in pages.items())]})
    name, below = next(iter(last.items())) if isinstance(last, dict) else ("Drafts", [last])
    return {name: [*(below if isinstance(below, list) else [below]), *found]}


def _topics(edition: Edition) -> list[Any]:
    found = [{safe(_numbered(page)): f"{addresses.EDITIONS}/{edition.id}/{topic_of(page)}.md"} for page in edition.pages]
    return [f"{addresses.EDITIONS}/{edition.id}/index.md", *found]


def _numbered(page: Page) -> str:
    return f"{page.meta.section}. {page.meta.title}" if page.meta.section.isdigit() else page.meta.title


def _title(each: Comparison) -> str:
    return safe(f"{each.old.name} and {each.new.name}")


def _compared(each: Comparison, draw: Draw) -> list[Any]:
    """The pages of a comparison: its summaries, then its topics and registers, then what changed for each sector."""
    found = {page.name: {made.short_title(draw, page): page.path} for page in made.pages_of(each)}
    parts = [found.pop(part) for part in each.parts]
    sectors = [found.pop(name) for name in list(found) if name.startswith("for/")]
    first = next(iter(found.pop("index").values()))
    return [first, *found.values(), {"Topic by topic": parts}, {"What changed for you": sectors}]
