"""What every template of the theme is told of the site, whatever page it draws."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from macros.pages.addresses import EDITIONS
from macros.pages.draw import Draw


def of(draw: Draw, ways: Iterable[tuple[str, str]]) -> dict[str, Any]:
    """All of it, by the names that the templates use.

    Args:
        draw: the templates.
        ways: where an empty search points on, as the settings give them: “current edition” stands for the address of its first page.
    """
    now = f"{EDITIONS}/{draw.site.current}/"
    return {
        "help": draw.help,
        "partnership": draw.site.partnership,
        "current": draw.site.now,
        "day": draw.built,
        "editions": tuple(reversed(draw.site.issued)),
        "search_ways": [(name, now if way == "current edition" else way) for name, way in ways],
    }
