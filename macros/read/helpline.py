"""The line of help, in the one place that has its words: pages, downloads and papers say it from here."""

from __future__ import annotations

from dataclasses import dataclass

from macros.read.site import Site


@dataclass(frozen=True)
class HelpLine:
    """The line that comes before everything.

    Args:
        danger: what to do in immediate danger.
        worried: whom the rest is for.
        page: what the page is called to which it leads.
        url: that page's address.
    """

    danger: str
    worried: str
    page: str
    url: str

    @property
    def text(self) -> str:
        """The line where a link cannot stand: with the address itself."""
        return f"{self.danger} {self.worried} {self.url}"


def help_line(site: Site) -> HelpLine:
    """The line of help of a site."""
    url = site.register("links").by_id[site.partnership.help].url
    return HelpLine("Immediate danger: call 999.", "Worried about a child:", "the partnership's own page", url)
