"""Every file that the site offers besides its pages."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from macros.compare import comparison
from macros.exports import changes, duties, feeds, headers, open_data, published
from macros.read.site import Site


def downloads(site: Site, built: date | None, home: str = "") -> Iterator[tuple[str, bytes]]:
    """Every file: its path from the site's root, and its bytes.

    Args:
        site: the site.
        built: the day for which it is built.
        home: the site's own address, if it has one.
    """
    for each in comparison.neighbours(site):
        yield from changes.downloads(each)
    yield from duties.downloads(site, built)
    yield from open_data.downloads(site, built)
    yield from headers.downloads()
    yield from feeds.downloads(site, built, home)
    yield from published.downloads(site)


def write(site: Site, folder: Path, built: date | None = None, home: str = "") -> None:
    """Writes the downloads into a built site.

    Args:
        site: the site.
        folder: where it was built.
        built: the day for which it was built.
        home: the site's own address, if it has one.
    """
    for name, content in downloads(site, built, home):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
