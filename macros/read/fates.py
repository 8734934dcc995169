"""The fates of addresses: of whole pages, whose place a made page keeps, and of ids on pages that are there."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from macros.read.site import Site, kept
from macros.records.fates import AddressFate


@kept
def pages(site: Site) -> Mapping[str, AddressFate]:
    """The fates of whole pages, by the path below ``docs/`` that is made for each."""
    found = {f"{each.address.rstrip('/')}.md": each for each in site.register("fates") if "#" not in each.address}
    return MappingProxyType(found)


def on_page(site: Site, address: str) -> tuple[AddressFate, ...]:
    """The fates of ids that once stood on a page.

    Args:
        site: the site.
        address: the page's, from the site's root.
    """
    return tuple(each for each in site.register("fates") if each.address.partition("#")[0] == address and "#" in each.address)
