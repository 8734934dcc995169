"""What was approved: the line that a page carries, and the page that lists all."""

from __future__ import annotations

from macros import blocks
from macros.compare import approved
from macros.pages.addresses import Here
from macros.pages.draw import Draw


def line(draw: Draw, here: Here) -> str:
    """What a page says of its approval, safe for the theme; empty on a page that shows no words that could be approved."""
    if here.topic:
        what: tuple[str, ...] = (f"{here.edition}/{here.topic}", here.edition)
    else:
        what = _lists(draw, here)
    return draw.words("_approved.html", "line", approved.of(draw.site, *what)) if what else ""


def _lists(draw: Draw, here: Here) -> tuple[str, ...]:
    """The lists that a page shows whole."""
    body = next((page.body for page in draw.site.others if page.path == f"docs/{here.path}"), "")
    return tuple(dict.fromkeys(each for name, block in blocks.BLOCKS.items() if f"{{{{ {name}(" in body for each in block.shows))


def approvals(draw: Draw, here: Here) -> str:
    """Every approval, with what was corrected since."""
    found = [(each, approved.name(draw.site, each.approval.what)) for each in approved.standings(draw.site)]
    return draw.page("approvals.html", here, standings=found)
