"""What the site offers to take away besides its tables: Word files, PDFs, a copy that works offline. Pages name them; exports make them.

They are slow to make: ``make build`` leaves them out, and says so; ``make pdf`` and ``make offline`` make them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from macros.compare import comparison, sheets
from macros.compare.comparison import Comparison
from macros.read.site import ARRANGEMENTS, Site

EDITIONS = ARRANGEMENTS.removeprefix("docs/")
MARKED, CLEAN, PAGE, COPY = "Marked copy", "Clean copy", "Page", "Copy of the site"
WORD, PDF, OFFLINE = "Word", "PDF", "Offline"
TABLE = ("table", "table-notable", "table-wording")
"""The summaries of a comparison that hold its change notes, those that weigh most first."""


@dataclass(frozen=True)
class Offer:
    """One file to take away.

    Args:
        path: its path from the site's root.
        form: Word, PDF or Offline.
        kind: so that nobody mistakes one for another: a marked copy, a clean copy, a page, a copy of the site.
        title: what it holds.
        what_for: what it is for, in a sentence.
        pages: the addresses of the pages that a PDF holds, in order.
        about: the topic or sector that a Word file is about; empty where it is about all.
        edition: the edition of a clean copy; empty elsewhere.
        comparison: the folder of the comparison that a marked copy belongs to; empty elsewhere.
    """

    path: str
    form: str
    kind: str
    title: str
    what_for: str
    pages: tuple[str, ...] = ()
    about: str = ""
    edition: str = ""
    comparison: str = ""


def offers(site: Site) -> tuple[Offer, ...]:
    """Every file that the site offers to take away; none of a draft, which could be taken for what is in force."""
    return (*_offline(site), *_clean(site), *_marked(site), *_pages(site))


def slug(site: Site) -> str:
    """How names of files begin."""
    return f"{site.partnership.short.lower().replace(' ', '-')}-arrangements"


def whole(each: Comparison) -> str:
    """The path of the Word file of a whole comparison."""
    return f"downloads/word/{each.name}/{slug(each.site)}-{each.old.id}-to-{each.new.id}-tracked.docx"


def tracked(each: Comparison, part: str) -> str:
    """The path of the Word file of one topic."""
    return f"downloads/word/{each.name}/{part}-tracked.docx"


def tracked_for(each: Comparison, sector: str) -> str:
    """The path of the Word file of one sector."""
    return f"downloads/word/{each.name}/for-{sector}-tracked.docx"


def _offline(site: Site) -> Iterator[Offer]:
    yield Offer(
        f"downloads/{slug(site)}-offline.zip",
        OFFLINE,
        COPY,
        "The whole site",
        "For a place without signal: unpack it and open index.html; the search works too.",
    )


def _clean(site: Site) -> Iterator[Offer]:
    for edition in reversed(site.issued):
        what_for = "To read, quote or forward the edition; nothing is marked in it."
        pages = tuple(f"{EDITIONS}/{edition.id}/{topic}/" for topic in edition.topics if edition.page(topic))
        yield Offer(f"downloads/word/{slug(site)}-{edition.id}-clean.docx", WORD, CLEAN, edition.title, what_for, edition=edition.id)
        yield Offer(f"downloads/pdf/{slug(site)}-{edition.id}-clean.pdf", PDF, CLEAN, edition.title, what_for, pages, edition=edition.id)


def accepting(each: Comparison, *, whole: bool) -> str:
    """What accepting or rejecting every change of a marked copy gives; of a part, nobody gets an edition by it.

    Args:
        each: the comparison.
        whole: whether the copy holds all that changed.
    """
    if whole:
        return f"accept all to get {each.new.name}, reject all to get {each.old.name}"
    return f"accept all to get what {each.new.name} says here, reject all for {each.old.name}"


def _marked(site: Site) -> Iterator[Offer]:
    for each in (each for each in reversed(comparison.neighbours(site)) if not each.new.draft):
        pair, at = f"{each.old.name} to {each.new.name}", f"compare/{each.name}"
        accept, of_part = (f"Changes tracked: {accepting(each, whole=all_of_it)}." for all_of_it in (True, False))
        yield Offer(whole(each), WORD, MARKED, f"All that changed: {pair}", accept, comparison=each.name)
        for part in each.parts:
            if each.old.page(part) or each.new.page(part):
                yield Offer(tracked(each, part), WORD, MARKED, f"{each.title_of(part)}: {pair}", of_part, about=part, comparison=each.name)
        for sector in site.register("sectors"):
            title = f"What changed for {sector.name}: {pair}"
            yield Offer(tracked_for(each, sector.id), WORD, MARKED, title, of_part, about=sector.id, comparison=each.name)
        for name, held, title, what_for in (
            ("pack", ("pack",), "Board pack", "Two pages for a board: the key changes, what is weaker or gone, what is due, a place to sign."),
            ("annex-table", TABLE, "Annex to the board pack: table of changes", "Every change note by topic, those that matter most first."),
            ("annex-redline", ("annex-redline",), "Annex to the board pack: redline", "Every change word by word, to print."),
        ):
            path = f"downloads/pdf/{each.name}-{name}.pdf"
            pages = tuple(f"{at}/{page}/" for page in sheets.names(each, held))
            yield Offer(path, PDF, MARKED, f"{title}: {pair}", what_for, pages, comparison=each.name)


def _pages(site: Site) -> Iterator[Offer]:
    yield Offer(
        "downloads/pdf/escalation.pdf", PDF, PAGE, "Disagreement and escalation", "One sheet for the wall or the file.", ("guidance/escalation/",)
    )
    latest = comparison.before(site.now)
    for sector in site.register("sectors"):
        pages = (f"agencies/{sector.id}/", *((f"compare/{latest.name}/for/{sector.id}/",) if latest else ()))
        what_for = "What is expected of you, and what changed for you, to forward or print."
        yield Offer(f"downloads/pdf/{sector.id}.pdf", PDF, PAGE, sector.name, what_for, pages)
