"""What changed lately, and when each page last did."""

from __future__ import annotations

from datetime import date

import pytest

from macros.pages import history
from macros.pages.addresses import Here
from macros.read.site import Site

from ..drawn import Shown, words

DAYS = {
    "docs/about/index.md": date(2026, 1, 1),
    "docs/agencies/index.md": date(2026, 1, 2),
    "data/agencies.yaml": date(2026, 1, 5),
    "data/terms.yaml": date(2026, 1, 7),
    "docs/index.md": date(2026, 1, 9),
}
LAST = [
    # a page · the day that it says
    ("about/index.md", date(2026, 1, 7)),  # it shows the sources, and so is drawn from lists
    ("agencies/index.md", date(2026, 1, 5)),
    ("editing/index.md", None),
    ("compare/2001-2002/index.md", date(2026, 1, 7)),
    ("glossary.md", date(2026, 1, 7)),
]


@pytest.mark.parametrize(("path", "day"), LAST, ids=[path for path, _ in LAST])
def test_a_page_says_when_it_or_its_list_last_changed(loaded: Site, path: str, day: date | None) -> None:
    assert history.last_change(loaded, Here(path), DAYS) == day


def test_what_happened_comes_the_newest_first(loaded: Site) -> None:
    page = words(Shown(loaded).block("about/changes.md", "recent_changes"))
    told = (
        "1 June 2003 · amendment by the partnership Minutes online . Since 1 June 2003:",
        "May 2003 · move",
        "1 February 2003 · approval Support levels . Reviewed without change by The Board.",
    )
    assert [page.index(each) for each in told] == sorted(page.index(each) for each in told)
    assert "Not known : this copy of the site was built without the history of its files." in page


def test_pages_and_lists_are_told_by_day_in_plain_words(loaded: Site) -> None:
    shown = Shown(loaded)
    shown.draw.history = {
        date(2026, 1, 3): {"docs/arrangements/2002/meetings.md": 2, "data/agencies.yaml": 1, "data/changes/2001-2002.yaml": 7, "docs/gone.md": 4},
        date(2026, 1, 2): {"macros/git.py": 9},
    }
    page = shown.block("about/changes.md", "recent_changes")
    assert "<summary>3 January 2026 (3 pages and lists)</summary>" in page and "2 January 2026" not in page
    assert '<a href="../../arrangements/2002/meetings/">Example arrangements, March 2002: Meetings</a> <span class="where">(2 lines)</span>' in page
    assert (
        'Change notes, a list <span class="where">(7 lines)</span>' in page
        and 'Relevant agencies, a list <span class="where">(1 line)</span>' in page
    )
