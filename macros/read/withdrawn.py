"""Which pages were withdrawn, and how the words of an edition's page then go from everywhere."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from pydantic import ValidationError

from macros.read.provisions import Page, Provision
from macros.read.site import Site, kept
from macros.records.withdrawn import Withdrawn

WORDS = "Withdrawn."
"""What stands in the place of a provision whose page was withdrawn: in comparisons, lists and downloads too."""


@kept
def pages(site: Site) -> Mapping[str, Withdrawn]:
    """The pages that were withdrawn, by their paths below ``docs/``."""
    found = {page.path: page.meta.withdrawn for page in site.pages.values() if page.meta and page.meta.withdrawn}
    found |= {page.path: each for page in site.others if (each := _of(page))}
    return MappingProxyType({path.removeprefix("docs/"): each for path, each in found.items()})


def _of(page: Page) -> Withdrawn | None:
    given = page.head.value.get("withdrawn") if isinstance(page.head.value, dict) else None
    try:
        return Withdrawn.model_validate(given) if given else None
    except ValidationError:  # which is told of the head as a whole
        return None


def without_words(page: Page) -> Page:
    """An edition's page whose words are withdrawn: the ids of its provisions stay, so that nothing that leads to them breaks."""
    parts = (replace(part, text=WORDS) if isinstance(part, Provision) and part.kind != "heading" else part for part in page.parts)
    return replace(page, parts=tuple(parts), notes=())


def taken_down(site: Site) -> Site:
    """A site without the words that were withdrawn; the same site where none were."""
    gone = pages(site)
    if not any(page.path.removeprefix("docs/") in gone for page in site.pages.values()):
        return site
    kept_pages = {at: without_words(page) if page.path.removeprefix("docs/") in gone else page for at, page in site.pages.items()}
    return replace(site, pages=MappingProxyType(kept_pages), memo={})
