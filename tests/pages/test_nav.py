"""The navigation: the current edition first, the rest newest first, every page that is made in its order."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from macros.pages import made, nav

from ..drawn import Shown, checked

FIGURES = {"Figures: Yearly report, 2003": "reports/2003-04/figures.md"}
PLACES = [
    {"Home": "index.md"},
    "current edition",
    {"comparisons": None},
    "earlier editions",
    {"Editing": ["editing/index.md", {"2003": "reports/2003-04.md"}]},
]


def leaves(entry: Any) -> list[str]:
    if isinstance(entry, str):
        return [entry]
    return [leaf for each in (entry.values() if isinstance(entry, dict) else entry) for leaf in leaves(each)]


def test_the_current_edition_comes_first_and_the_rest_newest_first(shown: Shown) -> None:
    found = nav.with_editions(PLACES, shown.draw)
    assert [next(iter(entry)) for entry in found][:3] == ["Home", "Arrangements, March 2002", "Compare"]
    assert [next(iter(entry)) for entry in found][3:] == ["2001 (draft text)", "Editing"]
    assert found[1]["Arrangements, March 2002"] == [
        "arrangements/2002/index.md",
        {"2. Meetings": "arrangements/2002/meetings.md"},
        {"Agency list": "arrangements/2002/agency-list.md"},
    ]


def test_an_older_edition_that_is_current_comes_first(turned: Shown) -> None:
    names = [next(iter(entry)) for entry in nav.with_editions(PLACES, turned.draw)]
    assert names == ["Home", "Arrangements, 2001 (draft text)", "Compare", "Editing"]


def test_a_draft_stands_with_its_comparison_below_the_last_section(shown: Shown) -> None:
    *kept, draft = nav.with_editions(PLACES, shown.draw)[-1]["Editing"]
    assert kept == ["editing/index.md", {"2003": "reports/2003-04.md"}, FIGURES] and list(draft) == ["May 2004 (draft)"]
    assert leaves(draft)[:4] == [f"arrangements/2004/{name}.md" for name in ("index", "agency-list", "meetings", "visits")]
    assert list(draft["May 2004 (draft)"][-1]) == ["March 2002 and May 2004 (draft)"] and "compare/2002-2004/index.md" in leaves(draft)


def test_every_page_that_is_made_stands_in_the_navigation_once(shown: Shown) -> None:
    found = leaves(nav.with_editions(PLACES, shown.draw))
    assert sorted(path for path in found if path in made.pages(shown.site)) == sorted(made.pages(shown.site))
    assert len(found) == len(set(found))


def test_comparisons_stand_in_the_order_of_their_editions(shown: Shown) -> None:
    compared = nav.with_editions(PLACES, shown.draw)[2]["Compare"]
    assert [next(iter(entry)) for entry in compared[1:]] == ["2001 (draft text) and March 2002"]


def test_a_comparison_leads_to_its_summaries_then_topics_then_sectors(shown: Shown) -> None:
    compared = nav.with_editions(PLACES, shown.draw)[2]["Compare"]
    assert compared[0] == "compare/index.md"
    pages = next(entry["2001 (draft text) and March 2002"] for entry in compared[1:] if "2001 (draft text) and March 2002" in entry)
    summaries = ("index", "table", "table-notable", "table-wording", "promises", "terms", "group-fates", "untold", "pack", "annex-redline")
    assert leaves(pages)[:10] == [f"compare/2001-2002/{name}.md" for name in summaries]
    assert [next(iter(entry)) for entry in pages[-2:]] == ["Topic by topic", "What changed for you"]
    assert pages[-1]["What changed for you"] == [{"Education": "compare/2001-2002/for/education.md"}, {"Health": "compare/2001-2002/for/health.md"}]
    assert pages[-2]["Topic by topic"][:2] == [{"Meetings": "compare/2001-2002/meetings.md"}, {"Agency list": "compare/2001-2002/agency-list.md"}]


def test_titles_are_text_for_the_theme(mini: Path, edit: Callable[[str, str, str], None]) -> None:
    edit("data/editions.yaml", "name: March 2002", "name: '<b>{{ x }}</b>'")
    names = [next(iter(each)) for each in nav.with_editions(PLACES, Shown(checked(mini)).draw)]
    assert names[1] == "Arrangements, &lt;b&gt;&#123;&#123; x &#125;&#125;&lt;/b&gt;"
