"""What happened, as Atom feeds: for the site, for each topic of the current edition, for each sector.

An entry's id hangs on ids of records and stays under every rebuild. It counts as updated when the lines that say it were last changed,
so that one edit moves one entry; where git cannot tell, by its own day.
"""

from __future__ import annotations

import html
import io
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time
from functools import cache, partial

from macros import git, happenings
from macros.exports.table import about, help_line
from macros.happenings import Feed, Happening
from macros.read.site import Site

MOST = 100
"""So many entries at most stand in a feed, the newest."""
UNKNOWN = datetime.fromtimestamp(0, UTC)
"""When nobody can say when."""
Moments = Callable[[Happening], datetime]


def moments(site: Site, built: date | None) -> Moments:
    """A way to the moment at which what tells of a happening was last changed.

    Args:
        site: the site.
        built: the day for which it is built: the moment of what has no other.
    """
    lines = cache(partial(git.line_moments, site.root))

    @cache
    def changed(path: str, first: int, last: int) -> datetime | None:
        return max(filter(None, lines(path)[first - 1 : last]), default=None)

    def moment(each: Happening) -> datetime:
        return changed(*each.place) or own_day(each) or (_midnight(built) if built else UNKNOWN)

    return moment


def own_day(each: Happening) -> datetime | None:
    """The day that a happening itself tells, the first of a month or year where no more is known; None where it tells none."""
    year, month, day = (int(part) for part in (each.day.split("-") + ["1", "1"])[:3]) if each.day else (0, 0, 0)
    return _midnight(date(year, month, day)) if year else None


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)


def as_atom(site: Site, feed: Feed, moment: Moments, home: str = "") -> bytes:
    """One feed.

    Args:
        site: the site.
        feed: what it tells.
        moment: when each entry was last changed.
        home: the site's own address; without one, links lead from where the feed lies.
    """
    from feedgenerator import Atom1Feed

    base = home or "../" * feed.path.count("/")
    partnership = site.partnership

    class Atom(Atom1Feed):  # type: ignore[misc]
        def latest_post_date(self) -> datetime:
            own = [item["updateddate"] for item in self.items]
            return max(own or map(moment, happenings.of(site)), default=UNKNOWN)

    written = Atom(
        title=f"{partnership.short} arrangements: {feed.title}",
        link=base + feed.address or ".",
        feed_url=home + feed.path if home else None,
        feed_guid=_tag(site, feed.path),
        description=f"{about(site)} {help_line(site)}",
        author_name=f"{partnership.short} arrangements, restated",
        language="en-GB",
    )
    found = sorted(feed.found, key=moment, reverse=True)[:MOST]
    for each in found:
        written.add_item(
            title=each.title,
            link=base + each.address,
            description=html.escape(_summary(site, each)),
            unique_id=_tag(site, each.id),
            updateddate=moment(each),
            pubdate=own_day(each) if each.day.count("-") == 2 else None,
            categories=[each.kind],
        )
    out = io.StringIO()
    written.write(out, "utf-8")
    return out.getvalue().encode()


def _summary(site: Site, each: Happening) -> str:
    """What an entry says: its kind, its day, what happened; and of a fact its source, when that was seen, and where to confirm it."""
    said = f"{each.kind.capitalize()}{f', {each.day}' if each.day else ''}. {each.says}"
    if not each.fact:
        return said
    source = site.cited(each.fact.source)
    seen = f", seen {each.fact.seen}; confirm on the page: {source.url}" if each.fact.seen else f", {each.fact.place}" if each.fact.place else ""
    return f"{said} ({getattr(source, 'short', source.title)}{seen})"


def _tag(site: Site, name: str) -> str:
    return f"tag:{site.partnership.feeds}:{name}"


def downloads(site: Site, built: date | None, home: str = "") -> Iterator[tuple[str, bytes]]:
    """Every feed, by its path from the site's root.

    Args:
        site: the site.
        built: the day for which it is built.
        home: the site's own address, if it has one.
    """
    moment = moments(site, built)
    for feed in happenings.feeds(site):
        yield feed.path, as_atom(site, feed, moment, home)
