from datetime import date

import pytest

from macros import items, render
from macros.check import check
from macros.comparing import Comparisons
from macros.render import Renderer

from .conftest import MINIATURE, ROOT


@pytest.fixture(scope="module")
def renderer() -> Renderer:
    site, problems = check(MINIATURE)
    assert problems == []
    return Renderer(site, str(ROOT / "overrides/macros"), {"docs/arrangements/2002/meetings.md": date(2026, 1, 2)}, home="https://example.org/")


CITATIONS = [
    ("meetings", "Example arrangements, March 2002, section 2, Meetings"),
    ("minutes-published", "Example arrangements, March 2002, section 2, Meetings, provision 3"),
    ("members-attend", "Example arrangements, March 2002, section 2, Meetings, item 2"),
    ("members-vote", "Example arrangements, March 2002, section 2, Meetings, item 2.1"),
    ("refreshments-see", "Example arrangements, March 2002, section 2, Refreshments, provision 1"),
    ("agency-list-full", "Example arrangements, March 2002, Appendix 1, List of agencies"),
]


@pytest.mark.parametrize(("identifier", "citation"), CITATIONS)
def test_a_citation_names_the_edition_the_section_the_heading_and_the_place(renderer: Renderer, identifier: str, citation: str) -> None:
    provision = next(p for page in renderer.site.topics("2002") for p in page.provisions if p.id == identifier)
    assert items.citation(renderer.site, "2002", provision) == citation


def test_a_page_says_what_it_is(renderer: Renderer) -> None:
    status = renderer.status("2001", "meetings")
    assert (status.current, status.section, status.changed, status.current_page, status.current_name) == (
        False, "1", None, "../../2002/meetings/", "March 2002")
    assert renderer.status("2002", "meetings").changed == date(2026, 1, 2)
    assert status.comparison == "../../../compare/2001-2002/meetings/"
    assert dict(renderer.status("2002", "meetings").counts) == {"added": 1, "removed": 1, "split": 1, "force changed": 5, "same meaning": 2}


def test_a_page_is_dressed_with_marks_permalinks_and_citations(renderer: Renderer) -> None:
    lines = renderer.edition_page("2002", "meetings").splitlines()
    assert lines[0].startswith('# Meetings <span class="unseen">– March 2002</span> <small') and lines[0].endswith('{: #meetings data-toc-label="Meetings" }')
    sentence = next(line for line in lines if line.startswith("The board will meet quarterly."))
    assert 'href="../../../compare/2001-2002/meetings/#meetings-frequency">force changed<' in sentence
    assert "Cite as: Example arrangements, March 2002, section 2, Meetings, provision 1 (restated). https://example.org/arrangements/2002/meetings/#meetings-frequency" in sentence
    assert "\n    {: #members-read }\n-   attend, and" in "\n".join(lines)


def test_the_older_edition_marks_what_is_gone(renderer: Renderer) -> None:
    assert renderer.mark("2001", "tea-served", "arrangements/2001/meetings/")["kinds"] == ("removed",)
    assert renderer.mark("2001", "meetings", "arrangements/2001/meetings/") is None


def test_names_are_escaped_and_later_facts_stand_beside_the_current_edition(renderer: Renderer) -> None:
    now, then = renderer.agency_list("2002", "agency-list"), renderer.agency_list("2001", "agency-list")
    assert "Town &amp; County Hospital (TCH)" in now
    assert "Since 1 April 2003: Shire Hospital" in now and "Shire Hospital" not in then
    assert "Old Clinic" in then and "Old Clinic" not in now


def test_the_comparison_says_added_and_removed_in_words(renderer: Renderer) -> None:
    text = Comparisons(renderer).comparison("2001", "2002", "meetings")
    assert '<del><span class="said">[removed: </span>should<span class="said">]</span></del>' in text
    assert '<ins><span class="said">[added: </span>will<span class="said">]</span></ins>' in text
    assert "These are our words, not the documents'" in text
    assert "A revision between the two is not among the sources." in text
    assert "2001 (draft text): A draft text." in text
    assert "statutory guidance (Second document, 2002, section 1)" in text
    assert '<em class="silence">not stated in the source</em>' in text


def test_every_change_of_a_topic_has_its_anchor_once(renderer: Renderer) -> None:
    import re
    text = Comparisons(renderer).comparison("2001", "2002", "meetings")
    anchors = re.findall(r'id="([a-z-]+)"|\{: #([a-z-]+) \}', text)
    names = [a or b for a, b in anchors if not (a or b).startswith(("note-", "view-"))]
    assert sorted(names) == ["meetings", "meetings-frequency", "members-attend", "members-duties", "members-read", "members-vote",
                             "minutes-kept", "refreshments", "refreshments-see", "tea-served"]


def test_an_agency_says_where_it_is_named(renderer: Renderer) -> None:
    text = renderer.agencies_by_sector()
    college = text[text.index('id="agency-college"'):].split("</li>")[0]
    assert '<span class="not-named">not in the list of 2001 (draft text)</span> <span class="named">March 2002</span> <span class="named">Yearly report</span>' in college
    assert "Yearly report prints: New College of Town" in college


LINKS = [
    ("index.md", "[a][current]", "[current]: arrangements/2002/index.md"),
    ("agencies/index.md", "[a][current/meetings#members-read]", "[current/meetings#members-read]: ../arrangements/2002/meetings.md#members-read"),
    ("index.md", "[a][example-page]", "[example-page]: https://example.org/page"),
]


@pytest.mark.parametrize(("path", "markdown", "definition"), LINKS)
def test_links_by_reference_get_their_address(renderer: Renderer, path: str, markdown: str, definition: str) -> None:
    assert renderer.references(path, markdown).strip() == definition


@pytest.mark.parametrize(("value", "text"), [(date(2026, 1, 2), "2 January 2026"), ("2025-10-13", "13 October 2025"), ("2024-10", "October 2024"), ("in 2022", "in 2022")])
def test_days_are_written_as_people_write_them(value: date | str, text: str) -> None:
    assert render.day(value) == text
