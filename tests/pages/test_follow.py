"""The feed to which each page leads."""

from __future__ import annotations

import pytest

from macros.read.site import Site

from ..drawn import Shown, words

FEEDS = [
    ("arrangements/2002/meetings.md", "feeds/topics/meetings.xml"),
    ("arrangements/2004/visits.md", "feeds/site.xml"),
    ("compare/2001-2002/meetings.md", "feeds/topics/meetings.xml"),
    ("compare/2001-2002/for/health.md", "feeds/sectors/health.xml"),
    ("compare/2001-2002/pack.md", "feeds/site.xml"),
    ("agencies/health.md", "feeds/sectors/health.xml"),
    ("index.md", "feeds/site.xml"),
]


@pytest.mark.parametrize(("path", "feed"), FEEDS)
def test_a_page_leads_to_the_feed_of_its_subject(loaded: Site, path: str, feed: str) -> None:
    assert Shown(loaded).head(path).feed == feed


def test_the_page_lists_every_feed(loaded: Site) -> None:
    page = Shown(loaded).block("about/follow.md", "follow")
    for path in ("site", "topics/meetings", "topics/agency-list", "sectors/education", "sectors/health"):
        assert f'href="../../feeds/{path}.xml"' in page
    assert "Everything: the feed of the whole site" in words(page)
