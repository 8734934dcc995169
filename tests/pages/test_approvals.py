"""What pages say of their approval."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from macros.read.site import Site

from ..drawn import Shown, checked, words

Edit = Callable[[str, str, str], None]
NOT_YET = "Not yet confirmed by the partnership."
LINES = [
    ("arrangements/2004/visits.md", "Approved by Al Example, Chair, 2 January 2005 (Board, minute 3). Corrected 3 February 2005: A name was mended."),
    ("arrangements/2002/meetings.md", NOT_YET),
    ("guidance/support-levels/index.md", "Reviewed without change by The Board, 1 February 2003 (minute 7)."),
    ("guidance/support-levels/first-level.md", "Reviewed without change by The Board, 1 February 2003 (minute 7)."),
    ("agencies/index.md", NOT_YET),
    ("about/index.md", ""),
    ("compare/2001-2002/index.md", ""),
]


@pytest.mark.parametrize(("path", "line"), LINES, ids=[path for path, _ in LINES])
def test_a_page_says_whether_its_words_are_approved(loaded: Site, path: str, line: str) -> None:
    assert Shown(loaded).head(path).approved == line


def test_a_page_says_that_its_words_have_changed_since(mini: Path, edit: Edit) -> None:
    edit("data/approvals.yaml", "what: support-levels", "what: 2002")
    said = "Reviewed without change by The Board, 1 February 2003 (minute 7). Words have changed since, and no correction is recorded."
    shown = Shown(checked(mini))
    assert shown.head("arrangements/2002/meetings.md").approved == said
    assert "Words have changed since, and no correction is recorded." in shown.block("about/approvals.md", "approvals")


def test_the_page_lists_every_approval_with_its_corrections(loaded: Site) -> None:
    page = words(Shown(loaded).block("about/approvals.md", "approvals"))
    assert "Example arrangements, May 2004 (draft): Visits : Approved by Al Example, Chair, 2 January 2005 (Board, minute 3)." in page
    assert "Corrected 3 February 2005: A name was mended." in page


def test_where_nothing_is_approved_the_page_says_so(mini: Path) -> None:
    (mini / "data/approvals.yaml").write_text("approvals: []\n")
    page = words(Shown(checked(mini)).block("about/approvals.md", "approvals"))
    assert page.startswith("Nothing here has been approved by the partnership.")
