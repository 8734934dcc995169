"""What changed lately, in plain words: what happened, and which pages and lists git saw change on which day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fnmatch import fnmatchcase

from macros import blocks, happenings, records
from macros.pages.addresses import Address, Here
from macros.pages.draw import Draw
from macros.read.site import Site

_NEWEST, _FIRST = 40, 10
"""So many happenings at most are told, and so many of them unfolded."""
_DAYS = 20
"""So many days of git's history at most are told."""


@dataclass(frozen=True)
class Touched:
    """A page or a list that changed on a day.

    Args:
        name: what readers call it.
        address: where it is; empty where it has no page of its own.
        lines: how many lines of it were written or written anew; a sentence stands on one line.
    """

    name: str
    address: Address
    lines: int


def recent_changes(draw: Draw, here: Here) -> str:
    """What happened, the newest first; then by day the pages and lists that changed, as far as git knows."""
    newest = happenings.newest(draw.site)
    days = [(day, _touched(draw.site, found, here)) for day, found in list(draw.history.items())[:_DAYS]]
    return draw.page(
        "recent_changes.html",
        here,
        happened=newest[:_FIRST],
        folded=newest[_FIRST:_NEWEST],
        more=len(newest[_NEWEST:]),
        days=[pair for pair in days if pair[1]],
    )


def _touched(site: Site, lines: Mapping[str, int], here: Here) -> list[Touched]:
    """The pages and lists among some files, each once, those of editions first."""
    titles = _titles(site)
    found: dict[tuple[str, Address], int] = {}
    for path, count in lines.items():
        name, address = titles.get(path) or (_list_name(path), "")
        if name:
            key = (name, here.to(address) if path in titles else "")
            found[key] = found.get(key, 0) + count
    return [Touched(name, address, count) for (name, address), count in sorted(found.items())]


def _titles(site: Site) -> dict[str, tuple[str, Address]]:
    """What readers call each page that is kept, and its address, by its path from the project's root."""
    found = {}
    for page in site.others:
        if isinstance(page.head.value, dict):
            found[page.path] = (str(page.head.value.get("title", page.path)), Here(page.path.removeprefix("docs/")).address)
    for (edition, _), page in site.pages.items():
        if edition in site.editions and page.meta:
            found[page.path] = (f"{site.editions[edition].title}: {page.meta.title}", Here(page.path.removeprefix("docs/")).address)
    return found


def _list_name(path: str) -> str:
    """What readers call the list that a data file holds; empty of another file."""
    kind = next((name for name, each in records.KINDS.items() if fnmatchcase(path, each.path)), "")
    return (records.KINDS[kind].title or kind.replace("-", " ").capitalize()) if kind else ""


def last_change(site: Site, here: Here, days: Mapping[str, date]) -> date | None:
    """The day on which a page, or a list that it is drawn from, last changed; None where git does not know.

    Args:
        site: the site.
        here: the page.
        days: on which files last changed.
    """
    page = next((page for page in site.others if page.path == f"docs/{here.path}"), None)
    called = [block for name, block in blocks.BLOCKS.items() if page and f"{{{{ {name}(" in page.body]
    if page and all(block.shows for block in called):
        paths = [page.path, *(site.register(each).path for block in called for each in block.shows)]
    else:  # drawn from many lists, or made
        paths = [path for path in days if path.startswith("data/") or path == f"docs/{here.path}"]
    return max((days[path] for path in paths if path in days), default=None)
