"""The page on later guidance: what the current edition's next authors have to check against it, theme by theme."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from macros.pages.addresses import Here
from macros.pages.draw import Draw
from macros.pages.guidance import drawn
from macros.pages.quotes import Passage, passages
from macros.read import later
from macros.read.later import Row
from macros.read.site import Site

_HOMES = {"duties": "calendar/#duty-", "report-contents": ""}
"""Where a record that rests on a provision stands; one without a page of its own stands with its provision."""


def later_guidance(draw: Draw, here: Here) -> str:
    """Under which guidance each edition was written, what is told of later guidance, and every provision that is to be checked against it."""
    site = draw.site
    rows = later.rows(site)
    themes = [(theme, _listed(site, (rows[each] for each in rows if each in theme.provisions), here)) for theme in later.themes(site.now)]
    topics = [(page.meta.title, topic, _listed(site, found, here)) for page, topic, found in _by_topic(site)]
    return drawn(
        draw,
        "later_guidance.html",
        here,
        rows=rows,
        themes=themes,
        topics=topics,
        editions=tuple(reversed(site.editions.values())),
        later=site.now.later_guidance,
        done=[row for row in rows.values() if row.checked],
        naming=[row for row in rows.values() if row.why in (later.NAMES, later.INTRODUCED)],
        resting_on={register: _resting(rows.values(), register) for register in later.RESTING},
        home=lambda record: here.to(_HOMES[record.partition("/")[0]] + record.partition("/")[2]) if _HOMES[record.partition("/")[0]] else "",
    )


def _by_topic(site: Site) -> list[tuple[Any, str, tuple[Row, ...]]]:
    return [(page, topic, found) for topic, found in later.without_theme(site).items() if (page := site.now.page(topic))]


def _listed(site: Site, rows: Iterable[Row], here: Here) -> tuple[list[Row], list[Passage]]:
    """Rows with the passages that quote them, what introduces a list once above its items."""
    found = list(rows)
    return found, passages(site.now, [row.provision for row in found], here)


def _resting(rows: Iterable[Row], register: str) -> frozenset[str]:
    """The records of a register that rest on rows."""
    return frozenset(record for row in rows for record in row.records if record.startswith(f"{register}/"))
