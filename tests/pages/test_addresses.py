"""Addresses: from the site's root, and from one page to another."""

from __future__ import annotations

import pytest

from macros.compare import comparison
from macros.pages import addresses
from macros.pages.addresses import Here
from macros.read.site import Site

PLACES = [
    ("index.md", "", "", ""),
    ("glossary.md", "glossary/", "", ""),
    ("about/index.md", "about/", "", ""),
    ("about/gaps.md", "about/gaps/", "", ""),
    ("arrangements/2002/index.md", "arrangements/2002/", "2002", ""),
    ("arrangements/2002/meetings.md", "arrangements/2002/meetings/", "2002", "meetings"),
    ("arrangements/index.md", "arrangements/", "", ""),
    ("compare/2001-2002/for/health.md", "compare/2001-2002/for/health/", "", ""),
]


@pytest.mark.parametrize(("path", "address", "edition", "topic"), [row for row in PLACES if row[0] != "arrangements/index.md"])
def test_a_page_knows_where_it_is(path: str, address: str, edition: str, topic: str) -> None:
    here = Here(path)
    assert (here.address, here.edition, here.topic) == (address, edition, topic)


WAYS = [
    ("index.md", "about/", "about/"),
    ("about/index.md", "", "../"),
    ("about/gaps.md", "about/", "../"),
    ("about/gaps.md", "glossary/#word", "../../glossary/#word"),
    ("arrangements/2002/meetings.md", "compare/2001-2002/meetings/#a", "../../../compare/2001-2002/meetings/#a"),
    ("arrangements/2002/meetings.md", "arrangements/2002/meetings/#a", "./#a"),
    ("index.md", "calendar/duties.csv", "calendar/duties.csv"),
    ("calendar.md", "calendar/duties.csv", "duties.csv"),
]


@pytest.mark.parametrize(("path", "there", "way"), WAYS)
def test_the_way_from_a_page_to_an_address(path: str, there: str, way: str) -> None:
    assert Here(path).to(there) == way


def test_addresses_of_editions_topics_and_comparisons(loaded: Site) -> None:
    each = comparison.between(loaded, "2001", "2002")
    assert addresses.of_edition(loaded.now) == "arrangements/2002/"
    assert addresses.of_topic(loaded.now, "meetings") == "arrangements/2002/meetings/"
    assert addresses.of_topic(loaded.now, "meetings", "members-read") == "arrangements/2002/meetings/#members-read"
    assert addresses.of_comparison(each) == "compare/2001-2002/"
    assert addresses.of_comparison(each, "agency-list", "agencies/college") == "compare/2001-2002/agency-list/#agencies-college"


EDITS = [
    ("", "edit/main/docs/", ""),
    ("https://github.com/example/site", "", ""),
    ("https://github.com/example/site", "edit/main/docs/", "https://github.com/example/site/edit/main/"),
    ("https://github.com/example/site/", "edit/main/docs", "https://github.com/example/site/edit/main/"),
    ("https://github.com/example/site/", "/edit/main/docs/", "https://github.com/example/site/edit/main/"),
    ("https://github.com/example/site", "https://edit.example.org/docs/", "https://edit.example.org/"),
    ("https://github.com/example/site", "edit/main/", "https://github.com/example/site/edit/main/"),
]


@pytest.mark.parametrize(("repository", "edit", "base"), EDITS)
def test_where_files_are_edited(repository: str, edit: str, base: str) -> None:
    assert addresses.edit_base(repository, edit) == base


HOMES = [
    (None, ""),
    ("", ""),
    ("http://127.0.0.1:8000/", ""),
    ("http://localhost:8000/", ""),
    ("http://[::1]:8000/", ""),
    ("https://example.org", "https://example.org/"),
    ("https://example.org/kscmp/", "https://example.org/kscmp/"),
]


@pytest.mark.parametrize(("given", "home"), HOMES)
def test_a_local_address_is_none_that_a_citation_may_carry(given: str | None, home: str) -> None:
    assert addresses.home(given) == home
