"""Titles, search weight, robots and keywords follow from the current edition."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from macros.pages import head
from macros.pages.head import Draft

from ..drawn import Shown, checked

Edit = Callable[[str, str, str], None]

SUPERSEDED = ("arrangements/2001/meetings.md", "Meetings – 2001 (draft text), superseded", {"boost": 0.01}, True)
CURRENT = ("arrangements/2002/meetings.md", "Meetings – March 2002", None, False)
INDEX = ("arrangements/2001/index.md", "All topics – 2001 (draft text), superseded", {"boost": 0.01}, True)
OTHER = ("about/index.md", "About", None, False)
COMPARED = ("compare/2001-2002/meetings.md", "Meetings: what changed – 2001 (draft text) and March 2002", {"exclude": True}, False)
FIRST = ("compare/2001-2002/index.md", "What changed by March 2002", None, False)


@pytest.mark.parametrize(
    ("path", "title", "search", "noindex"),
    [SUPERSEDED, CURRENT, INDEX, OTHER, COMPARED, FIRST],
    ids=lambda each: each if isinstance(each, str) else "",
)
def test_title_search_and_robots_follow_from_current(shown: Shown, path: str, title: str, search: object, noindex: bool) -> None:
    found = shown.head(path)
    assert (found.title, found.search, found.noindex) == (title, search, noindex)


def test_making_the_older_edition_current_turns_everything_round(turned: Shown) -> None:
    now, then = turned.head("arrangements/2001/meetings.md"), turned.head("arrangements/2002/meetings.md")
    assert (then.title, then.noindex, then.search, then.tags) == ("Meetings – March 2002 (draft)", True, {"exclude": True}, ())
    assert then.draft == Draft("Example arrangements, March 2002 (draft)", "2001 (draft text)", "../../2001/meetings/")
    assert then.about and then.about.current_page == "../../2001/meetings/"
    assert (now.title, now.noindex, now.search) == ("Meetings – 2001 (draft text)", False, None)


def test_an_edition_s_page_says_what_it_is(shown: Shown) -> None:
    assert shown.head("arrangements/2002/meetings.md").description == "Example arrangements, March 2002: When the board meets."
    about = shown.head("arrangements/2002/meetings.md").about
    assert about and about.changed and about.changed.isoformat() == "2026-01-02"
    assert shown.head("arrangements/2002/index.md").about is None
    assert shown.head("about/index.md").about is None


def test_a_superseded_page_has_its_year_as_its_only_word(mini: Path, edit: Edit) -> None:
    """Who types the year means it; the words of the topic lead to the current page."""
    edit("docs/arrangements/2001/meetings.md", "description:", "keywords: [gathering]\ndescription:")
    edit("docs/arrangements/2002/meetings.md", "description:", "keywords: [gathering]\ndescription:")
    shown = Shown(checked(mini))
    assert shown.head("arrangements/2001/meetings.md").tags == ("2001",)
    assert shown.head("arrangements/2002/meetings.md").tags == ("gatherings",)


def test_a_topic_is_found_by_the_words_of_its_terms(mini: Path, edit: Edit) -> None:
    edit("data/terms.yaml", '    "2002": {name: The board, means', '    "2002": {name: The board, where: meetings, means')
    edit("data/terms.yaml", "- id: board\n  kind: term\n", "- id: board\n  kind: term\n  also: [committee, gathering]\n")
    edit("docs/arrangements/2002/meetings.md", "description:", "keywords: [gathering, quorum]\ndescription:")
    shown = Shown(checked(mini))
    assert shown.head("arrangements/2002/meetings.md").keywords == ("gathering", "quorum", "committee")
    assert shown.head("arrangements/2002/meetings.md").tags == ("gatherings", "quorums", "committees")
    assert shown.head("arrangements/2002/agency-list.md").keywords == ()
    assert "Also called or searched as: gathering, quorum, committee" in shown.page("arrangements/2002/meetings.md")
    assert "Also called" not in shown.page("arrangements/2002/agency-list.md")


def test_a_page_outside_the_editions_has_the_words_and_the_weight_that_its_head_gives(shown: Shown) -> None:
    found = shown.head("about/index.md", keywords=["copyright"], search={"boost": 2})
    assert (found.tags, found.search) == (("copyrights",), {"boost": 2})


def test_what_a_head_gives_is_text_for_the_theme(shown: Shown) -> None:
    found = shown.head("about/index.md", title="<b>{{ 7*7 }}</b>", description='" onload="x', keywords=["<i>"])
    assert (found.title, found.heading, found.description) == ("&lt;b&gt;&#123;&#123; 7*7 &#125;&#125;&lt;/b&gt;",) * 2 + ("&quot; onload=&quot;x",)
    assert found.tags == ("&lt;i&gt;s",)


KEYWORDS = [
    (["nursery"], ["nursery", "nurseries"]),
    (["thresholds"], ["thresholds"]),
    (["church"], ["churches"]),
    (["children's home"], ["childrens homes"]),
    (["children’s home"], ["childrens homes"]),
    (["LSP"], ["LSPs"]),
    (["wife", "knife"], ["wife", "wives", "knife", "knives"]),
    (["day"], ["days"]),
    (["box"], ["boxes"]),
    (["dish"], ["dishes"]),
    (["Section 11"], ["Section 11"]),
    (["BUS"], ["BUS"]),
    (["tea", "teas"], ["teas"]),
    ([], []),
]


@pytest.mark.parametrize(("keywords", "forms"), KEYWORDS)
def test_keywords_get_the_forms_that_a_search_without_stemmer_needs(keywords: list[str], forms: list[str]) -> None:
    assert head.forms(keywords) == forms


DRAFTED = [
    ("arrangements/2004/meetings.md", "Meetings – May 2004 (draft)", "../../2002/meetings/"),
    ("arrangements/2004/visits.md", "Visits – May 2004 (draft)", "../../2002/"),
    ("arrangements/2004/index.md", "All topics – May 2004 (draft)", "../2002/"),
    ("compare/2002-2004/index.md", "What changed by May 2004 (draft) – March 2002 and May 2004 (draft)", "../../arrangements/2002/"),
    ("compare/2002-2004/meetings.md", "Meetings: what changed – March 2002 and May 2004 (draft)", "../../../arrangements/2002/"),
]


@pytest.mark.parametrize(("path", "title", "address"), DRAFTED, ids=[row[0] for row in DRAFTED])
def test_a_page_of_a_draft_is_in_no_search_and_leads_to_what_is_in_force(shown: Shown, path: str, title: str, address: str) -> None:
    found = shown.head(path)
    assert (found.title, found.search, found.noindex, found.tags) == (title, {"exclude": True}, True, ())
    assert found.draft == Draft("Example arrangements, May 2004 (draft)", "March 2002", address)


def test_a_made_page_whose_title_is_too_long_says_only_what_it_is_about(mini: Path, edit: Edit) -> None:
    path = "compare/2001-2002/for/education.md"
    assert Shown(checked(mini)).head(path).title == "What changed for you: Education – 2001 (draft text) and March 2002"
    edit("data/sectors.yaml", "  name: Education\n", "  name: Education and more\n")
    found = Shown(checked(mini)).head(path)
    assert (found.title, found.heading) == ("Education and more – 2001 (draft text) and March 2002", "What changed for you: Education and more")
