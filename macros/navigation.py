"""Which pages come first, and what a page's head says: all that follows from ``current:``."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from macros import items
from macros.load import Site, topic_of
from macros.render import Renderer, edition_of

SUMMARIES = ("table", "promises", "terms", "untold", "pack")
"""The order in which a comparison's summaries are read."""
SUPERSEDED = 0.01
"""Search weight of a superseded page: weaker values lose against a hit in a title (measured, shared/tools.md 2.6)."""


def with_editions(nav: list[Any], site: Site) -> list[Any]:
    """The navigation of mkdocs.yml with the editions put in.

    Arguments: ``nav`` as MkDocs reads it, where the entries “current edition” and “earlier editions” hold the places.
    Returns: the same, with the current edition's topics and, newest first, those of the earlier ones.
    """
    result: list[Any] = []
    for entry in nav:
        if entry == {"current edition": None} or entry == "current edition":
            result.append({f"Arrangements, {site.edition(site.current).name}": _topics(site, site.current)})
        elif entry == "earlier editions":
            result += [{site.edition(edition).name: _topics(site, edition)} for edition in reversed(site.order) if edition != site.current]
        elif entry == "comparisons":
            result.append(
                {
                    "Compare": [
                        "compare/index.md",
                        *({_pair(site, a, b): _compared(site, a, b)} for a, b in zip(site.order, site.order[1:], strict=False)),
                    ]
                }
            )
        else:
            result.append(entry)
    return result


def _topics(site: Site, edition: str) -> list[Any]:
    found = [{_numbered(page): f"arrangements/{edition}/{topic_of(page)}.md"} for page in site.topics(edition)]
    return [f"arrangements/{edition}/index.md", *found]


def _numbered(page: Any) -> str:
    return f"{page.meta.section}. {page.meta.title}" if page.meta.section.isdigit() else page.meta.title


def _pair(site: Site, old: str, new: str) -> str:
    return f"{site.edition(old).name} and {site.edition(new).name}"


def _compared(site: Site, old: str, new: str) -> list[Any]:
    """The pages of a comparison: its summaries, then its topics and registers, then what changed for each sector."""
    folder = f"compare/{old}-{new}"
    own = [page for page in site.others if page.path.startswith(f"docs/{folder}/")]
    paths = {page.path.removeprefix("docs/"): str(page.head.value["title"]) for page in own}
    parts = [f"{folder}/{part}.md" for part in items.parts(site, old, new)]
    sectors = [f"{folder}/for/{sector.id}.md" for sector in site.registers["sectors"] if f"{folder}/for/{sector.id}.md" in paths]
    first = sorted((path for path in paths if path not in (*parts, *sectors, f"{folder}/index.md")), key=_summary)
    return [
        f"{folder}/index.md",
        *({paths[path]: path} for path in first),
        {"Topic by topic": [{items.part_title(site, old, new, path.rsplit("/", 1)[1].removesuffix(".md")): path} for path in parts]},
        *([{"What changed for you": [{paths[path].partition(": ")[2] or paths[path]: path} for path in sectors]}] if sectors else []),
    ]


def forms(keywords: Iterable[str]) -> list[str]:
    """Keywords with the plural of each last word, for a search that has no stemmer and takes every word typed as a beginning.

    So “thresholds” is found by “threshold” too, but “nurseries” is not by “nursery”: then both go in. The search drops
    question words such as “when” but not their plurals, so these work as well. Apostrophes go: few people type them.
    """
    found = []
    for keyword in (keyword.replace("'", "") for keyword in keywords):
        plural = keyword if re.search(r"[sS0-9]$", keyword) else keyword + ("es" if keyword.endswith(("ch", "sh", "x")) else "s")
        found += [keyword, re.sub(r"ys$", "ies", re.sub(r"fes$", "ves", plural))] if re.search(r"([^aeiou]y|fe)$", keyword) else [plural]
    return list(dict.fromkeys(found))


def _summary(path: str) -> tuple[int, str]:
    name = path.rsplit("/", 1)[1].removesuffix(".md")
    return SUMMARIES.index(name) if name in SUMMARIES else len(SUMMARIES), name


def dress(renderer: Renderer, page: Any, markdown: str) -> str:
    """Gives a page its marks and its head what follows from its edition.

    Arguments: ``page``, MkDocs' page; its ``markdown``.
    Returns: the Markdown to render. The page's meta gets ``about``, ``noindex``, ``search``, ``tags`` and ``render_macros``.
    """
    found, site = edition_of(page.file.src_uri), renderer.site
    keywords = tuple(page.meta.get("keywords", ()))
    if found:
        edition, topic = found
        keywords = renderer.keywords(edition, topic)
        markdown = renderer.edition_page(edition, topic)
        status = renderer.status(edition, topic)
        page.meta["about"] = status
        page.meta["heading"] = page.meta["title"]
        page.meta["title"] = f"{page.meta['title']} – {renderer.edition_name(edition)}"
        page.meta["description"] = f"{status.edition.title}: {page.meta['description']}"
    elif page.file.src_uri.startswith("arrangements/"):
        edition = page.file.src_uri.split("/")[1]
        page.meta["title"] = f"{page.meta['title']} – {renderer.edition_name(edition)}"
    else:
        edition = site.current
    if edition != site.current:
        page.meta["noindex"] = True
        page.meta["search"] = {"boost": SUPERSEDED}
        page.meta["tags"] = [edition]  # who types the year means it
    elif page.file.src_uri.startswith("compare/") and not page.is_index:
        page.meta["search"] = {"exclude": True}
        page.meta["heading"] = page.meta["title"]
        page.meta["title"] += f" – {_pair(site, *page.file.src_uri.split('/')[1].split('-'))}"
    else:
        page.meta["tags"] = forms(keywords)
        page.meta.setdefault("heading", page.meta["title"])
    page.meta["render_macros"] = "{{" in markdown
    return markdown + renderer.also(keywords) + renderer.references(page.file.src_uri, markdown)
