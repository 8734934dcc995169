"""The pages that nobody writes: those of each comparison, and of each report's figures, follow from the data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from macros.blocks import SUMMARIES
from macros.compare import comparison, sheets
from macros.compare.comparison import Comparison
from macros.pages import comparison as drawn
from macros.pages import withdrawn
from macros.pages.addresses import Here
from macros.pages.draw import Draw, safe
from macros.pages.reports import report_figures
from macros.read import reports
from macros.read.reports import Held
from macros.read.site import Site, kept


@dataclass(frozen=True)
class Made:
    """One page of a comparison.

    Args:
        comparison: the comparison that it belongs to.
        name: ``index``, a summary or a page of one, a topic or register, or ``for/`` and a sector.
    """

    comparison: Comparison
    name: str

    @property
    def path(self) -> str:
        """Its path below ``docs/``."""
        return f"compare/{self.comparison.name}/{self.name}.md"

    @property
    def kind(self) -> str:
        """What kind of page it is: ``index``, a summary's name, ``part`` or ``for``."""
        first = sheets.summary(self.name.partition("/")[0])[0]
        return first if first in ("index", "for", *SUMMARIES) else "part"

    @property
    def about(self) -> str:
        """The topic, register or sector that it is about, as a title; empty for a summary."""
        if self.kind == "for":
            return self.comparison.site.register("sectors").by_id[self.name.partition("/")[2]].name
        return self.comparison.title_of(self.name) if self.kind == "part" else ""

    @property
    def sheet(self) -> str:
        """Which page of its summary it is, where that has several."""
        pages = sheets.names(self.comparison, (self.kind,))
        return f"{pages.index(self.name) + 1} of {len(pages)}" if len(pages) > 1 else ""


@dataclass(frozen=True)
class Figures:
    """The page of an annual report's figures.

    Args:
        path: its path below ``docs/``.
        held: the report.
    """

    path: str
    held: Held
    name = kind = "figures"

    @property
    def about(self) -> str:
        """The report's title."""
        return self.held.report.title

    @property
    def report(self) -> str:
        """The path of the report's page, below ``docs/``."""
        return f"reports/{self.held.year}.md"

    def is_withdrawn(self, draw: Draw) -> bool:
        """Whether the report's page was withdrawn: its figures go with it."""
        return withdrawn.is_withdrawn(draw, Here(self.report))


def pages_of(each: Comparison) -> tuple[Made, ...]:
    """The pages of a comparison, in the order in which they are read."""
    sectors = (f"for/{sector.id}" for sector in each.site.register("sectors"))
    return tuple(Made(each, name) for name in ("index", *sheets.names(each, SUMMARIES), *each.parts, *sectors))


@kept
def pages(site: Site) -> Mapping[str, Made | Figures]:
    """Every page that is made, by its path."""
    found: dict[str, Made | Figures] = {page.path: page for each in comparison.neighbours(site) for page in pages_of(each)}
    return found | {path: Figures(path, held) for path, held in reports.figure_pages(site).items()}


def title(draw: Draw, page: Made | Figures) -> str:
    """A made page's title, safe for the theme."""
    if isinstance(page, Figures):
        return _braced(draw.words("_heads.html", "figures", page.about))
    return _braced(draw.words("_heads.html", "title", page.kind, page.comparison.old, page.comparison.new, page.about or page.sheet))


def short_title(draw: Draw, page: Made) -> str:
    """A made page's title in the navigation: what it is about, else its title."""
    return safe(page.about) if page.about else title(draw, page)


def description(draw: Draw, page: Made | Figures) -> str:
    """A made page's description, safe for the theme."""
    if isinstance(page, Figures):
        return _braced(draw.words("_heads.html", "of_figures", page.about))
    return _braced(draw.words("_heads.html", "description", page.kind, page.comparison.old, page.comparison.new, page.about or page.sheet))


def _braced(text: str) -> str:
    return text.replace("{", "&#123;").replace("}", "&#125;")


def body(draw: Draw, page: Made | Figures) -> str:
    """A made page's Markdown."""
    here = Here(page.path)
    if isinstance(page, Figures):
        return withdrawn.body(draw, here, page.report) if page.is_withdrawn(draw) else report_figures(draw, here, page.held)
    if page.kind == "for":
        return drawn.changes_for(draw, here, page.comparison, page.name.partition("/")[2])
    if page.kind == "part":
        return drawn.comparison(draw, here, page.comparison, page.name)
    return drawn.SUMMARY[page.kind](draw, here, page.comparison)
