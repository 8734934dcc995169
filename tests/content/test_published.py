"""An address that was ever published is still there, or tells its fate."""

from __future__ import annotations

from macros.check import check
from macros.exports import published

from ..conftest import ROOT
from .published import listed

HOW = "Give it its fate in data/fates.yaml: where it went, or that it is withdrawn."


def test_every_address_that_was_published_is_there_or_tells_its_fate() -> None:
    site, now = check(ROOT)[0], listed()
    there = set(published.addresses(site))
    assert len(now) > 1000
    assert [address for address in sorted(now - there) if not published.is_kept(site, address)] == [], HOW
