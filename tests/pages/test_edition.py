"""A page of an edition: its status, marks, permalinks, citations and short forms."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from macros.pages import edition
from macros.pages.addresses import Here
from macros.read.site import Site

from ..conftest import MINIATURE
from ..drawn import Shown, checked, words

Edit = Callable[[str, str, str], None]
MEETINGS = "docs/arrangements/2002/meetings.md"
HERE, BEFORE = Here("arrangements/2002/meetings.md"), Here("arrangements/2001/meetings.md")


def test_a_page_says_what_it_is(loaded: Site) -> None:
    status = edition.status(loaded, BEFORE, None)
    assert (status.edition.current, status.section, status.changed, status.current_page, status.current_name) == (
        False,
        "1",
        None,
        "../../2002/meetings/",
        "March 2002",
    )
    assert status.comparison == "../../../compare/2001-2002/meetings/"
    assert (status.before, status.after) == (None, loaded.editions["2002"])
    now = edition.status(loaded, HERE, date(2026, 1, 2))
    assert now.changed == date(2026, 1, 2)
    assert now.before is loaded.editions["2001"]
    assert now.changes == 5  # one added, one removed, one split, two of force; what changed through its introduction is not counted again


def test_a_page_names_its_source_and_where_it_is(loaded: Site) -> None:
    assert edition.status(loaded, BEFORE, None).link is None
    now = edition.status(loaded, HERE, None)
    assert (now.source.short, now.link.url if now.link else "") == ("Second document, 2002", "https://example.org/page")


def test_a_topic_that_the_current_edition_has_not_leads_to_that_edition(loaded: Site) -> None:
    status = edition.status(loaded, Here("arrangements/2004/visits.md"), None)
    assert (status.current_page, status.current_name) == ("../../2002/", "March 2002")


def test_an_item_that_stayed_is_marked_by_what_became_of_it_next_but_never_by_a_draft(loaded: Site, tmp_path: Path) -> None:
    here = Here("arrangements/2002/agency-list.md")
    assert edition.mark(loaded.now, "representation/schools-represented", here) is None
    later = Path(shutil.copytree(MINIATURE, tmp_path / "later")) / "data/editions.yaml"
    later.write_text(later.read_text("utf-8").replace('current: "2002"', 'current: "2004"'), "utf-8")
    found = edition.mark(checked(tmp_path / "later").editions["2002"], "representation/schools-represented", here)
    assert found and (found.kinds, found.later, found.other.id) == (("reworded",), True, "2004")
    assert edition.mark(loaded.now, "meetings", HERE) is None


def test_a_page_is_dressed_with_marks_permalinks_and_citations(shown: Shown) -> None:
    page = shown.page(HERE.path)
    first = page.split("</h1>")[0]
    assert shown.contents == ((1, "Meetings", "meetings"), (2, "Refreshments", "refreshments"))
    assert first == '<h1 id="meetings">Meetings <span class="unseen">– March 2002</span>'
    assert page.split("</h1>")[1].startswith('\n<p class="heading-tools" data-search-exclude><small class="tools" data-search-exclude>')
    assert '<a class="permalink" href="#meetings" aria-label="Link to this heading: Meetings">' in page
    sentence = page[page.index('<p id="meetings-frequency">') :].split("</p>")[0]
    assert sentence.startswith('<p id="meetings-frequency">The board will meet quarterly. <small')
    assert 'href="#meetings-frequency" aria-label="Link to this provision: 1"' in sentence
    assert 'aria-label="Link to this provision: item 2.1"' in page
    assert (
        "Cite as: Example arrangements, March 2002, section 2, Meetings, provision 1 (restated). https://example.org/arrangements/2002/meetings/#meetings-frequency"
        in sentence
    )
    assert '<li id="members-read">read the papers <small' in page
    assert re.search(r'<li id="members-attend">attend, and <small.*?</small>.*?<ul>\s*<li id="members-vote">vote <small', page, re.S)


def opened(page: str) -> dict[str, str]:
    """What opens below each provision of a page."""
    found: dict[str, str] = {}
    for before, inner in re.findall(r'(.*?)<details class="changed-here" data-search-exclude>(.*?)</details>', page, re.S):
        found[re.findall(r'<(?:p|h\d|li) id="([a-z-]+)"', before)[-1]] = inner
    return found


def test_a_change_opens_in_place_word_for_word_as_the_comparison_has_it(shown: Shown) -> None:
    found, compared = opened(shown.page(HERE.path)), shown.page("compare/2001-2002/meetings.md")
    assert list(found) == ["meetings-frequency", "minutes-kept", "minutes-published", "members-duties", "refreshments-see"]
    for inner in found.values():
        lines = re.findall(r'<p class="redline">.*?</p>', inner, re.S)
        assert len(lines) == 1 and lines[0] in compared
    first = found["meetings-frequency"]
    assert words(first).startswith("verb of duty changed since 2001 (draft text): The board will meet quarterly The board")
    note = compared[compared.index('<div class="change-note" id="note-meetings-stronger">') :].split("</div>")[0].split(">", 1)[1]
    assert f'<div class="change-note">{note}</div>' in first
    assert '<a href="../../../compare/2001-2002/meetings/#meetings-frequency">See it in the comparison' in first


def test_what_changed_only_through_its_introduction_opens_nothing(shown: Shown) -> None:
    page = shown.page(HERE.path)
    assert "changed-here" not in page[page.index('<li id="members-read">') : page.index('id="refreshments"')]


def test_what_the_next_edition_changed_opens_in_the_oldest(shown: Shown) -> None:
    assert words(opened(shown.page(BEFORE.path))["tea-served"]).startswith("removed by March 2002: Old Clinic and tea Tea will be served.")


def test_without_an_address_of_its_own_a_citation_has_none(loaded: Site) -> None:
    page = Shown(loaded).page(HERE.path)
    assert "provision 1 (restated)</span>" in page


def test_the_tools_are_left_out_of_search(shown: Shown) -> None:
    page = shown.page(HERE.path)
    assert page.count('<small class="tools" data-search-exclude>') == page.count("<small") == 10


def test_a_page_whose_first_heading_is_not_its_title_keeps_its_levels(shown: Shown, loaded: Site) -> None:
    assert edition.title_is_printed(loaded.pages["2002", "meetings"]) and not edition.title_is_printed(loaded.pages["2002", "agency-list"])
    assert '<h2 id="agency-list-full">List of agencies</h2>' in shown.page("arrangements/2002/agency-list.md")
    assert shown.contents == ((2, "List of agencies", "agency-list-full"), (3, "Education", "education"), (3, "Health", "health"))
    assert edition.level_of(loaded.now, "agency-list", "agency_list") == 2
    assert '<h2 id="refreshments">Refreshments' in shown.page(HERE.path)


def test_the_older_edition_marks_what_is_gone(loaded: Site) -> None:
    gone = edition.mark(loaded.editions["2001"], "tea-served", BEFORE)
    assert gone and (gone.kinds, gone.later, gone.other.id, gone.address) == (
        ("removed",),
        True,
        "2002",
        "../../../compare/2001-2002/meetings/#tea-served",
    )
    assert edition.mark(loaded.editions["2001"], "meetings", BEFORE) is None
    new = edition.mark(loaded.now, "refreshments-see", HERE)
    assert new and (new.kinds, new.later, new.other.id) == (("added",), False, "2001")


def test_a_record_has_its_mark_too(loaded: Site) -> None:
    found = edition.mark(loaded.now, "agencies/hospital", Here("arrangements/2002/agency-list.md"))
    assert found and (found.kinds, found.address) == (("renamed", "reworded"), "../../../compare/2001-2002/agency-list/#agencies-hospital")


def test_links_of_a_page_lead_on(shown: Shown) -> None:
    page = shown.page(HERE.path)
    assert '<a href="agency-list.md#agency-list-full">list</a>' in page
    assert '<a href="https://example.org/page">page</a>' in page


def test_an_editor_s_note_is_a_box(shown: Shown) -> None:
    assert '<div class="admonition note">\n<p class="admonition-title">Editor\'s note</p>\n<p>"Quarterly" is not defined.</p>\n</div>' in shown.page(
        HERE.path
    )


@pytest.fixture
def short_forms(mini: Path, edit: Edit) -> Path:
    edit(
        "data/terms.yaml",
        "- id: board\n",
        '- id: bg\n  kind: abbreviation\n  editions:\n    "2001": {name: Board <Group>, short: BG}\n    "2002": {name: Board <Group>, short: BG}\n- id: board\n',
    )
    return mini


SHORT = '<abbr tabindex="0" title="Board &lt;Group&gt;" data-words="Board &lt;Group&gt;">BG</abbr>'
USED = [
    ("the first use only", "The BG met. The BG left.", f"The {SHORT} met. The BG left."),
    ("the plural", "The BGs met.", f"The {SHORT}s met."),
    ("no part of a word", "The BGX and a BG-like met.", "The BGX and a BG-like met."),
    ("where it is written out", "The Board &lt;Group&gt; (BG) met.", None),
]


@pytest.mark.parametrize(("what", "text", "shown_as"), [row for row in USED if row[2]], ids=[row[0] for row in USED if row[2]])
def test_the_first_use_of_a_short_form_is_explained(short_forms: Path, edit: Edit, what: str, text: str, shown_as: str) -> None:
    edit(MEETINGS, "Minutes will be kept.", text)
    page = Shown(checked(short_forms)).page(HERE.path)
    assert f'<p id="minutes-kept">{shown_as} <small' in page


def test_a_short_form_is_explained_once_a_page_and_not_where_it_is_introduced(short_forms: Path, edit: Edit) -> None:
    edit(MEETINGS, "Minutes will be kept.", "The group (BG) keeps minutes.")
    edit(MEETINGS, "Minutes will be published.", "The BG publishes them.")
    page = Shown(checked(short_forms)).page(HERE.path)
    assert '<p id="minutes-kept">The group (BG) keeps minutes. <small' in page
    assert page.count("<abbr") == 0
    edit(MEETINGS, "The group (BG) keeps minutes.", "Minutes are kept by the BG.")
    assert Shown(checked(short_forms)).page(HERE.path).count("<abbr") == 1


def test_a_short_form_is_not_explained_inside_a_link(short_forms: Path, edit: Edit) -> None:
    edit(MEETINGS, "[page][example-page]", "[BG page][example-page]")
    page = Shown(checked(short_forms)).page(HERE.path)
    assert '<a href="https://example.org/page">' in page and "](" not in page and "][" not in page


def test_a_superseded_edition_says_so(loaded: Site) -> None:
    assert [edition.name_of(each) for each in (loaded.editions["2001"], loaded.now)] == ["2001 (draft text), superseded", "March 2002"]
