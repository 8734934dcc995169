"""A page that was withdrawn: it keeps its address, and shows that, when, why and where to go."""

from __future__ import annotations

from macros.pages.addresses import Here
from macros.pages.draw import Draw
from macros.read import withdrawn


def is_withdrawn(draw: Draw, here: Here) -> bool:
    """Whether a page was withdrawn."""
    return here.path in withdrawn.pages(draw.site)


def body(draw: Draw, here: Here, of: str = "") -> str:
    """All that a withdrawn page shows.

    Args:
        draw: the templates.
        here: the page.
        of: the path of the page with which it went; empty where it was withdrawn itself.
    """
    given = withdrawn.pages(draw.site)[of or here.path]
    where = draw.site.register("links").by_id.get(given.instead)
    return draw.page("withdrawn.html", here, withdrawn=given, outside=where, title=_title(draw, given.instead))


def _title(draw: Draw, address: str) -> str:
    """The title of the page at an address; the address where it has none."""
    for page in (*draw.site.others, *draw.site.pages.values()):
        if Here(page.path.removeprefix("docs/")).address == address and isinstance(page.head.value, dict):
            return str(page.head.value.get("title", address))
    return address
