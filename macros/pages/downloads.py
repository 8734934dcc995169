"""The page of what the site offers to take away."""

from __future__ import annotations

from collections.abc import Mapping

from macros import offers
from macros.offers import Offer
from macros.pages.addresses import Here
from macros.pages.draw import Draw
from macros.read.site import Site, kept

GROUPS = (
    ("The whole site, without a network", False, lambda offer: offer.form == offers.OFFLINE),
    ("One edition", False, lambda offer: bool(offer.edition)),
    ("For a board", False, lambda offer: offer.form == offers.PDF and bool(offer.comparison)),
    ("Comparison in Word, changes tracked", False, lambda offer: offer.form == offers.WORD and bool(offer.comparison) and not offer.about),
    ("For your agency, and disagreement", False, lambda offer: offer.kind == offers.PAGE),
    ("Topic by topic and agency by agency in Word, changes tracked", True, lambda offer: bool(offer.about)),
)
"""The groups of the page: title, whether it is folded, and what stands in it."""


def downloads(draw: Draw, here: Here) -> str:
    """Every file to take away, in groups by what it is for."""
    found = offers.offers(draw.site)
    groups = [(title, folded, [offer for offer in found if belongs(offer)]) for title, folded, belongs in GROUPS]
    return draw.page("downloads.html", here, groups=[group for group in groups if group[2]])


@kept
def _by_page(site: Site) -> Mapping[str, tuple[Offer, ...]]:
    """The files that hold a page, or the changes that it tells, by the page's address."""
    found: dict[str, list[Offer]] = {}
    for offer in offers.offers(site):
        at = f"compare/{offer.comparison}/"
        pages = offer.pages or ((f"{at}{offer.about}/", f"{at}for/{offer.about}/") if offer.about else (at,) if offer.comparison else ())
        for page in pages:
            found.setdefault(page, []).append(offer)
    return {page: tuple(each) for page, each in found.items()}


def take_away(draw: Draw, here: Here) -> str:
    """The files that hold a page or tell its changes, where there are any: shown once they are made."""
    found = _by_page(draw.site).get(here.address)
    return "\n\n" + draw.page("take_away.html", here, found=found) if found else ""
