"""The golden pages: every block macro and every kind of page that is made, drawn whole on the miniature.

``make bless`` writes them anew. Read what changed with ``git diff tests/golden`` before you commit it.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

FOLDER = Path(__file__).parent
if __name__ == "__main__":
    sys.path.insert(0, str(FOLDER.parent.parent))

from macros import blocks  # noqa: E402
from macros.compare import comparison  # noqa: E402
from macros.pages import made  # noqa: E402
from macros.read.site import Site  # noqa: E402
from tests.conftest import MINIATURE  # noqa: E402
from tests.drawn import Shown, checked  # noqa: E402

EDITED = "https://example.org/edit/main/"
HOME = "https://example.org/"


def pages(site: Site) -> Iterator[tuple[str, str]]:
    """Every golden page: its name, and what is drawn.

    Block macros of editions are drawn in each edition; the others with March 2002 as the current edition and, where that makes
    a difference, with May 2004, of which the lists hold more.
    """
    now, later = Shown(site, edit=EDITED, home=HOME), Shown(_later(site), edit=EDITED, home=HOME)
    for name, block in blocks.BLOCKS.items():
        if block.on == "edition":
            yield from ((f"{name}-{edition}", now.block(path, name)) for edition, path in _calling(site, name))
            continue
        for path, given in _arguments(site, name) if block.takes else [(block.home or _caller(site, name), "")]:
            stem, arguments = "-".join(filter(None, (name, given))), (given,) if given else ()
            yield stem, (drawn := now.block(path, name, *arguments))
            if (other := later.block(path, name, *arguments)) != drawn:
                yield f"{stem}-later", other
    for (edition, topic), page in site.pages.items():
        if page.provisions == page.parts:
            yield f"edition-{edition}-{topic}", now.page(f"arrangements/{edition}/{topic}.md")
    first, *_, last = comparison.neighbours(site)
    for page in made.pages_of(last):
        yield f"made-{page.name.replace('/', '-')}", now.page(page.path)
    for path, each in made.pages(site).items():
        if each.kind == "figures":
            yield "made-report-figures", now.page(path)
    yield "made-first-meetings", now.page(f"compare/{first.name}/meetings.md")


def _caller(site: Site, name: str) -> str:
    """A page that calls a block macro; the current edition's first page where none does."""
    found = (page.path.removeprefix("docs/") for page in site.others if f"{{{{ {name}(" in page.body)
    return next(found, f"arrangements/{site.current}/index.md")


def _later(site: Site) -> Site:
    """The same site with its newest edition as the current one."""
    listed = site.listed.model_copy(update={"current": site.order[-1]})  # type: ignore[union-attr]
    editions = site.register("editions")
    file = replace(editions, records=(((), listed),))
    return replace(site, files={**site.files, editions.path: file}, memo={})


def _calling(site: Site, name: str) -> Iterator[tuple[str, str]]:
    """The pages of editions that call a block macro, with their edition."""
    for (edition, _), page in site.pages.items():
        if name in [getattr(part, "name", "") for part in page.parts]:
            yield edition, page.path.removeprefix("docs/")


def _arguments(site: Site, name: str) -> Iterator[tuple[str, str]]:
    """The pages outside the editions that call a block macro with an argument, with it."""
    for page in site.others:
        if f'{{{{ {name}("' in page.body:
            yield page.path.removeprefix("docs/"), page.body.partition(f'{name}("')[2].partition('"')[0]


def bless() -> None:
    """Writes every golden page, and removes those that nothing draws any more."""
    drawn = dict(pages(checked(MINIATURE)))
    for path in FOLDER.glob("*.html"):
        if path.stem not in drawn:
            path.unlink()
    for name, html in drawn.items():
        (FOLDER / f"{name}.html").write_text(html, "utf-8")
    print(f"{len(drawn)} golden pages written. Read what changed: git diff tests/golden")


if __name__ == "__main__":
    bless()
