"""Which pages come first, and what a page's head says: all that follows from ``current:``."""

from __future__ import annotations

from typing import Any

from macros import items
from macros.load import Site, topic_of
from macros.render import Renderer, edition_of

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


def _compared(site: Site, old: str, new: str) -> list[str]:
    return [f"compare/{old}-{new}/index.md", *(f"compare/{old}-{new}/{part}.md" for part in items.parts(site, old, new))]


def dress(renderer: Renderer, page: Any, markdown: str) -> str:
    """Gives a page its marks and its head what follows from its edition.

    Arguments: ``page``, MkDocs' page; its ``markdown``.
    Returns: the Markdown to render. The page's meta gets ``about``, ``noindex``, ``search`` and ``render_macros``.
    """
    found, site = edition_of(page.file.src_uri), renderer.site
    if found:
        edition, topic = found
        markdown = renderer.edition_page(edition, topic)
        status = renderer.status(edition, topic)
        page.meta["about"] = status
        page.meta["heading"] = page.meta["title"]
        page.meta["title"] = f"{page.meta['title']} – {status.edition.name}" + ("" if status.current else ", superseded")
        page.meta["description"] = f"{status.edition.title}: {page.meta['description']}"
    elif page.file.src_uri.startswith("arrangements/"):
        edition = page.file.src_uri.split("/")[1]
        page.meta["title"] = f"{page.meta['title']} – {site.edition(edition).name}" + ("" if edition == site.current else ", superseded")
    else:
        edition = site.current
    if edition != site.current:
        page.meta["noindex"] = True
        page.meta["search"] = {"boost": SUPERSEDED}
    elif page.file.src_uri.startswith("compare/"):
        page.meta["search"] = {"exclude": True}
        pair = page.file.src_uri.split("/")[1].split("-")
        if page.file.src_uri.count("/") == 2 and not page.is_index:
            page.meta["heading"] = page.meta["title"]
            page.meta["title"] += f" – {_pair(site, *pair)}"
    page.meta["render_macros"] = "{{" in markdown
    return markdown + renderer.references(page.file.src_uri, markdown)
