"""How to follow what happens here: the feed that each page leads to, and the list of all."""

from __future__ import annotations

import posixpath

from macros import happenings
from macros.pages import made
from macros.pages.addresses import Here
from macros.pages.draw import Draw


def of(draw: Draw, here: Here) -> str:
    """The feed to which a page belongs, from the site's root: its topic's or its sector's, else the site's."""
    page = made.pages(draw.site).get(here.path)
    name = posixpath.basename(page.name if page else here.path).removesuffix(".md")
    about = "topics" if here.topic or (page and page.kind == "part") else "sectors"
    path = f"feeds/{about}/{name}.xml"
    return path if any(feed.path == path for feed in happenings.feeds(draw.site)) else happenings.SITE_FEED


def follow(draw: Draw, here: Here) -> str:
    """Every feed, with what it is about and how much it tells today."""
    site_feed, *others = happenings.feeds(draw.site)
    groups = (("Topics", [feed for feed in others if "/topics/" in feed.path]), ("Sectors", [feed for feed in others if "/sectors/" in feed.path]))
    return draw.page("follow.html", here, site_feed=site_feed, groups=groups, kinds=happenings.KINDS)
