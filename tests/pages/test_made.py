"""The pages that nobody writes."""

from __future__ import annotations

import pytest

from macros import blocks
from macros.compare import comparison
from macros.pages import made
from macros.read import fates
from macros.read.site import Site

from ..drawn import Shown, words


def test_every_comparison_has_its_first_page_its_summaries_its_parts_and_its_sectors(loaded: Site) -> None:
    each = comparison.between(loaded, "2001", "2002")
    assert [page.name for page in made.pages_of(each)] == [
        "index",
        "table",
        "table-notable",
        "table-wording",
        "promises",
        "terms",
        "group-fates",
        "untold",
        "pack",
        "annex-redline",
        "meetings",
        "agency-list",
        "groups",
        "posts",
        "escalation",
        "duties",
        "report-contents",
        "for/education",
        "for/health",
    ]
    assert {page.kind for page in made.pages_of(each)} == {"index", *blocks.SUMMARIES, "part", "for"}


def test_the_table_of_blocks_knows_the_same_pages(loaded: Site) -> None:
    assert sorted(blocks.made(loaded)) == sorted((*made.pages(loaded), *fates.pages(loaded)))


TITLES = [
    (
        "index",
        "What changed by March 2002",
        "The changes between 2001 (draft text) and March 2002 that everybody must know, and the ways into all the others.",
    ),
    (
        "table",
        "Every noted change",
        "Every noted change between 2001 (draft text) and March 2002 by topic: was, is, on whom a duty lies, for whom it is.",
    ),
    (
        "promises",
        "What became of each promise",
        "Promises of 2001 (draft text) by what became of them in March 2002: no counterpart, weaker, stronger, replaced, carried on.",
    ),
    ("terms", "Terms that changed", "Defined terms that 2001 (draft text) and March 2002 name or explain differently, and where each is used."),
    (
        "group-fates",
        "What became of each group",
        "Every group of 2001 (draft text), what March 2002 prints for it, and what is said of the link.",
    ),
    (
        "untold",
        "What the editions leave open",
        "What the duties of March 2002 leave open, and every ambiguity, slip and silence of 2001 (draft text) and March 2002.",
    ),
    (
        "pack",
        "Board pack",
        "2001 (draft text) and March 2002 compared on two pages to print: key changes, promises weaker or gone, what is due, open questions, sign-off.",
    ),
    (
        "table-notable",
        "Notable changes",
        "Every notable change between 2001 (draft text) and March 2002 by topic: was, is, on whom a duty lies, for whom it is.",
    ),
    ("table-wording", "Changes of wording", "Every change of wording between 2001 (draft text) and March 2002 by topic, and why it is one."),
    ("annex-redline", "Annex: redline", "Every change between 2001 (draft text) and March 2002 word by word, to print."),
    ("meetings", "Meetings: what changed", "What changed in “Meetings” between 2001 (draft text) and March 2002, one by one."),
    ("groups", "Groups: what changed", "What changed in “Groups” between 2001 (draft text) and March 2002, one by one."),
    ("for/health", "What changed for you: Health", "What changed between 2001 (draft text) and March 2002 for the sector “Health”."),
]


@pytest.mark.parametrize(("name", "title", "description"), TITLES, ids=[row[0] for row in TITLES])
def test_a_page_has_its_title_and_its_description(shown: Shown, name: str, title: str, description: str) -> None:
    page = made.pages(shown.site)[f"compare/2001-2002/{name}.md"]
    assert (made.title(shown.draw, page), made.description(shown.draw, page)) == (title, description)
    assert made.short_title(shown.draw, page) == (title if page.kind in ("index", *blocks.SUMMARIES) else page.about)


def test_every_page_that_is_made_says_what_it_compares(shown: Shown) -> None:
    for path, page in made.pages(shown.site).items():
        if page.kind == "figures":
            continue
        text = words(shown.page(path))
        for edition in (page.comparison.old, page.comparison.new):
            assert edition.title in text or edition.name in text, path
