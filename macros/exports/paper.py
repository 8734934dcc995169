"""Pages of the built site as tagged PDF (PDF/UA-1): the same articles, under a style sheet for paper."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from markupsafe import Markup

from macros.offers import Offer

MISSING = (
    "PDF files need the system's text library pango and a font, which are missing here. Install them first: "
    "sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-liberation"
)
STYLES = "assets/paper.css"
GONE = ("script", "style", "template", "input", "fieldset", "button")
HIDDEN = frozenset(
    ("permalink", "heading-tools", "tools", "changed-here", "show-changes", "mark", "screen", "views", "jump", "kept", "take-away", "headerlink")
)
"""What a sheet of paper has no use for, by tag and by class."""


class NoPaper(RuntimeError):
    """The system lacks what PDF files need."""


def renderer() -> Any:
    """WeasyPrint.

    Raises: NoPaper, with what to install, where the system lacks its libraries.
    """
    try:
        import weasyprint
    except (ImportError, OSError) as error:
        raise NoPaper(MISSING) from error
    return weasyprint


@dataclass(frozen=True)
class Press:
    """What turns pages of a built site into PDF.

    Args:
        folder: the built site.
        render: draws a template by its name with what it is given.
        home: the site's own address; empty while it has none, and links to other pages are then words only.
        built: the day of the state that the site is built from.
    """

    folder: Path
    render: Callable[..., str]
    home: str = ""
    built: date | None = None

    def html(self, offer: Offer, **said: Any) -> str:
        """The pages of an offer as one document for paper."""
        import lxml.html

        ids = {page: f"page-{number}-" if len(offer.pages) > 1 else "" for number, page in enumerate(offer.pages, 1)}
        articles = {}
        for page in offer.pages:
            article = articles[f"{ids[page]}top"] = lxml.html.parse(str(self.folder / page / "index.html")).getroot().find(".//article")
            self._for_paper(article, page, ids)
        known = {f"#{each}" for each in articles} | {
            f"#{each.get('id')}" for article in articles.values() for each in article.iter() if each.get("id")
        }
        for link in [each for article in articles.values() for each in article.iter("a")]:
            if link.get("href", "").startswith("#") and link.get("href") not in known:  # what it led to has no place on paper
                link.drop_tag()
        found = [(top, Markup("".join(lxml.html.tostring(child, encoding="unicode") for child in article))) for top, article in articles.items()]
        return self.render("paper.html", offer=offer, articles=found, built=self.built, **said)

    def _for_paper(self, article: Any, page: str, ids: Mapping[str, str]) -> None:
        for each in list(article.iter()):
            if not isinstance(each.tag, str) or each.tag in GONE or HIDDEN & set((each.get("class") or "").split()):
                if each.getparent() is not None:
                    each.drop_tree()
                continue
            if each.tag == "div" and each.getparent() is not None and each.getparent().tag == "dl":
                if each.get("id") and len(each) and not each[0].get("id"):
                    each[0].set("id", each.get("id"))
                each.drop_tag()  # a group of a description list is a list in the tags of a PDF only without it
                continue
            if each.get("id"):
                each.set("id", ids[page] + each.get("id"))
            if each.tag == "a" and each.get("href"):
                self._link(each, page, ids)

    def _link(self, link: Any, page: str, ids: Mapping[str, str]) -> None:
        """A link within the document, to the site's own address, or, while it has none, no link."""
        href = link.get("href")
        if re.match(r"[a-z]+:", href):
            return
        path, _, fragment = href.partition("#")
        goal = posixpath.normpath(posixpath.join(page, path)).lstrip(".").lstrip("/")
        goal = f"{goal}/" if goal and not posixpath.splitext(goal)[1] else goal
        if not path or goal in ids:
            link.set("href", f"#{ids[goal if path else page]}{fragment or 'top'}")
        elif self.home:
            link.set("href", f"{self.home}{goal}" + (f"#{fragment}" if fragment else ""))
        else:
            link.drop_tag()

    def pdf(self, offer: Offer, **said: Any) -> bytes:
        """One PDF; the same bytes from the same pages with the same fonts."""
        html = renderer().HTML(string=self.html(offer, **said), base_url=str(self.folder) + "/")
        return bytes(
            html.write_pdf(stylesheets=[str(self.folder / STYLES)], pdf_variant="pdf/ua-1", pdf_identifier=_identifier(offer), finisher=_scopes)
        )


def _scopes(_: Any, pdf: Any) -> None:
    """Says of each head of a table whether it is a column's or a row's: WeasyPrint links cells to heads, and leaves out a head without cells."""
    import pydyf

    for each in pdf.objects:
        if isinstance(each, pydyf.Dictionary) and each.get("S") == "/TH" and "A" in each:
            row = int(each["ID"].string.split("-")[1])
            each["A"]["Scope"] = "/Row" if row else "/Column"


def _identifier(offer: Offer) -> bytes:
    return re.sub(r"\W+", "-", offer.path).encode()
