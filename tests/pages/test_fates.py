"""An address that went tells what became of it, to a reader without scripts too."""

from __future__ import annotations

from ..drawn import Shown, words


def test_a_page_that_went_keeps_its_address_and_leads_on(shown: Shown) -> None:
    page = shown.page("guidance/tea.md")
    assert words(page) == "Moved on 1 May 2003. The page was joined with another. Go to its new place"
    assert '<a href="../escalation/">Go to its new place</a>' in page
    head = shown.head("guidance/tea.md")
    assert (head.title, head.noindex, head.search) == ("This has moved", True, {"exclude": True})


def test_an_id_that_went_is_told_on_its_page(shown: Shown) -> None:
    assert '<p class="record-note" id="tea-drunk">What this address once showed: Moved on 2 May 2003.' in shown.page("arrangements/2002/meetings.md")
    assert "tea-drunk" not in shown.page("arrangements/2004/meetings.md")
