"""A page that was taken down keeps its address, and none of its words is left anywhere."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from macros.exports import downloads

from ..drawn import Shown, checked, words

Edit = Callable[[str, str, str], None]
LEVEL, MEETINGS = "docs/guidance/support-levels/first-level.md", "docs/arrangements/2002/meetings.md"
GONE = "withdrawn: {on: 2026-11-22, why: It was wrong., instead: %s}\ndescription:"


def test_a_page_of_guidance_shows_only_that_it_was_withdrawn_and_where_to_go(mini: Path, edit: Edit) -> None:
    edit(LEVEL, "description:", GONE % "guidance/support-levels/")
    shown = Shown(checked(mini))
    page = shown.page(LEVEL.removeprefix("docs/"))
    assert words(page) == ("Withdrawn on 22 November 2026. It was wrong. What stood here must no longer be used. Go instead to: Support levels")
    assert '<a href="../">Support levels</a>' in page
    head = shown.head(LEVEL.removeprefix("docs/"))
    assert (head.noindex, head.search, head.tags, head.description) == (True, {"exclude": True}, (), "")
    assert not shown.pages.needs_macros(LEVEL.removeprefix("docs/"), '{{ support_level("first-level") }}')


def test_it_may_lead_to_an_official_page(mini: Path, edit: Edit) -> None:
    edit(LEVEL, "description:", GONE % "example-page")
    page = Shown(checked(mini)).page(LEVEL.removeprefix("docs/"))
    assert '<a href="https://example.org/page">Example page</a>' in page


def test_the_words_of_an_edition_s_page_go_from_comparisons_lists_and_downloads_too(mini: Path, edit: Edit) -> None:
    sentence = "Minutes will be published."
    before = checked(mini)
    assert any(sentence.encode() in content for _, content in downloads(before, None))
    edit(MEETINGS, "description:", GONE % "calendar/")
    site = checked(mini)
    shown = Shown(site)
    for path in shown.pages.everything():
        assert sentence not in shown.html(shown.pages.body(path, "")), path
    assert [name for name, content in downloads(site, None) if sentence.encode() in content] == []
    assert site.now.by_id["minutes-published"].text == "Withdrawn."
