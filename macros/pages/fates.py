"""An address that is no longer there tells what became of it."""

from __future__ import annotations

from macros.pages.addresses import Here
from macros.pages.draw import Draw
from macros.read import fates


def title(draw: Draw, here: Here) -> str:
    """The title of the page that keeps an address, safe for the theme."""
    return draw.words("_fate.html", "title", fates.pages(draw.site)[here.path])


def body(draw: Draw, here: Here) -> str:
    """What became of a page."""
    return draw.page("fate.html", here, fate=fates.pages(draw.site)[here.path])


def below(draw: Draw, here: Here) -> str:
    """What became of ids that once stood on a page, to stand below its words; empty where none did."""
    found = fates.on_page(draw.site, here.address)
    return "\n\n" + draw.page("fates_here.html", here, found=found) if found else ""
