"""The block macros that print lists."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import yaml

from macros.read.site import Site

from ..conftest import ROOT
from ..drawn import Shown, checked, words

Edit = Callable[[str, str, str], None]
NOW, THEN = "arrangements/2002/agency-list.md", "arrangements/2001/agency-list.md"


def test_names_are_escaped_and_later_facts_stand_beside_the_current_edition(shown: Shown) -> None:
    now, then = shown.block(NOW, "agency_list"), shown.block(THEN, "agency_list")
    assert "Town &amp; County Hospital (TCH)" in now
    assert "From 1 April 2003 its name is Shire Hospital." in now and "Shire Hospital" not in then
    assert "Old Clinic" in then and "Old Clinic" not in now


def test_agencies_stand_under_the_headings_of_the_list(shown: Shown) -> None:
    shown.block(NOW, "agency_list")
    assert [(level, name) for level, name, _ in shown.contents] == [(3, "Education"), (3, "Health")]


def test_a_record_has_its_anchor_and_its_mark(shown: Shown) -> None:
    now, then = shown.block(NOW, "agency_list"), shown.block(THEN, "agency_list")
    assert (
        '<li id="agencies-college">New College <a class="mark" data-search-exclude href="../../../compare/2001-2002/agency-list/#agencies-college">added<span class="unseen"> since 2001 (draft text): see the comparison</span></a>'
        in now
    )
    assert 'removed<span class="unseen"> by March 2002: see the comparison</span>' in then
    assert '<li id="agencies-schools">Schools\n' in then


def test_an_editor_s_note_stands_with_its_record(mini: Path, edit: Edit) -> None:
    edit(
        "data/agencies.yaml",
        '"2002": {name: New College, group: Education}',
        '"2002": {name: New College, group: Education, says: all of it, note: A slip.}',
    )
    page = Shown(checked(mini)).block(NOW, "agency_list")
    assert "New College – all of it" in page and "Editor's note: A slip." in page


def test_a_list_can_be_edited_where_a_repository_is_set(shown: Shown) -> None:
    assert "Edit this list" not in shown.block(NOW, "agency_list")
    page = Shown(shown.site, edit="https://example.org/edit/").block(NOW, "agency_list")
    assert '<a href="https://example.org/edit/data/agencies.yaml">Edit this list (data/agencies.yaml)</a>' in page


def test_who_represents_whom_is_a_table(shown: Shown) -> None:
    page = shown.block(THEN, "representation")
    assert (
        '<tr id="representation-schools-represented"><th scope="row">Schools</th><td data-label="Role">Teach</td><td data-label="Represented by">Papers Group</td></tr>'
        in page
    )
    later = shown.block(NOW, "representation")
    assert '<th scope="row">Schools</th>' in later  # what a draft changes is no change of what is in force


def test_a_body_that_is_named_elsewhere_is_not_in_the_list(shown: Shown) -> None:
    assert "Town Forum" in shown.block(THEN, "strategic_partnerships")
    assert "Town Forum" not in shown.block(NOW, "strategic_partnerships")


def test_bodies_stand_under_the_labels_of_the_diagram(mini: Path, edit: Edit) -> None:
    edit("data/partnerships.yaml", '"2001": {name: Town Forum}', '"2001": {name: Town Forum, group: Around us}')
    shown = Shown(checked(mini))
    shown.block(THEN, "strategic_partnerships")
    assert [(level, name) for level, name, _ in shown.contents] == [(3, "Around us")]


def test_the_stages_of_a_dispute_say_where_it_stands_what_is_done_and_what_follows(mini: Path, edit: Edit) -> None:
    stage = "{name: Talk, title: Members, at: The members, does: talk it over, unresolved: Else it goes to the Board.}"
    edit(
        "data/escalation.yaml",
        "# A miniature: one stage.\n",
        f'- id: first\n  route: partnership\n  editions:\n    "2001": {stage}\n    "2002": {stage}\n',
    )
    page = Shown(checked(mini)).block(NOW, "dispute_stages")
    assert (
        '<li><strong>Talk: Members</strong> <span>The members talk it over.</span> <span class="route-next">Else it goes to the Board.</span></li>\n'
        "<li><strong>Stage 1: Board</strong> <span>The Board settles it.</span></li>"
    ) in page


def of_agency(page: str, agency: str) -> str:
    return page[page.index(f'<li id="agency-{agency}">') :].split("</li>")[0]


def test_an_agency_says_where_it_is_not_named(shown: Shown) -> None:
    page = shown.block("agencies/index.md", "agencies_by_sector")
    assert "An entry without a remark is named in every list: 2001 (draft text), March 2002, Yearly report." in page
    assert '<strong>Schools</strong> <span class="named-in">not in Yearly report</span>' in of_agency(page, "schools")
    assert '<strong>New College</strong> <span class="named-in">not in 2001 (draft text)</span>' in of_agency(page, "college")
    assert '<strong>Old Clinic</strong> <span class="named-in">named only in 2001 (draft text)</span>' in of_agency(page, "clinic")


def test_an_agency_that_every_list_names_has_no_remark(mini: Path, edit: Edit) -> None:
    edit(
        "data/agencies.yaml",
        "- id: hospital\n",
        "- id: hospital\n  reports:\n    yearly-report: {name: Town & County Hospital, short: TCH, group: Health}\n",
    )
    assert "named-in" not in of_agency(Shown(checked(mini)).block("agencies/index.md", "agencies_by_sector"), "hospital")


def test_printed_forms_are_told_only_where_they_differ(shown: Shown) -> None:
    page = shown.block("agencies/index.md", "agencies_by_sector")
    assert "How it is printed" not in of_agency(page, "schools")
    assert '<p class="printed-as">Yearly report: New College of Town</p>' in of_agency(page, "college")
    hospital = of_agency(page, "hospital")
    assert "2001 (draft text): Town Hospital (TH)" in hospital
    assert "March 2002" not in hospital  # as it is called now, also with its “&”
    assert "May 2004" not in hospital  # a draft


def test_an_agency_that_no_list_prints_is_called_as_a_later_fact_has_it(mini: Path, edit: Edit) -> None:
    edit(
        "data/agencies.yaml",
        "- id: clinic\n",
        "- id: ward\n  sector: health\n  since:\n    - {from: 2003, name: New Ward, source: example-page, seen: 2026-11-22}\n- id: clinic\n",
    )
    page = Shown(checked(mini)).block("agencies/index.md", "agencies_by_sector")
    assert '<li id="agency-ward"><strong>New Ward</strong> <span class="named-in">in no list</span>' in page


def test_sectors_stand_in_the_order_of_their_list_and_empty_ones_are_left_out(mini: Path, edit: Edit) -> None:
    shown = Shown(checked(mini))
    shown.block("agencies/index.md", "agencies_by_sector")
    assert [name for _, name, _ in shown.contents] == ["Education", "Health"]


def test_sources_are_told_with_their_date_or_that_it_is_not_stated(shown: Shown) -> None:
    page = shown.block("about/index.md", "source_list")
    first = page[page.index('id="source-first-document"') :].split("</li>")[0]
    assert 'Date: <em class="silence">not stated</em>' in first and "<a " not in first
    assert '<a href="https://example.org/page">Example page</a> (seen 22 November 2026).' in page


def test_topics_stand_in_the_order_of_the_document(shown: Shown) -> None:
    now, then = shown.block("arrangements/2002/index.md", "topic_list"), shown.block("arrangements/2001/index.md", "topic_list")
    assert words(now) == (
        "Current edition The first revision. Written under Guidance 2002; check the Town Council for later guidance. "
        "Meetings section 2 When the board meets. Agency list Appendix 1 Who is on the list."
    )
    assert words(then).startswith("Superseded A draft text. Written under Guidance 2000. Meetings section 1")
    assert '<a href="meetings/">Meetings</a>' in now


def test_the_forms_stand_where_there_is_a_repository(loaded: Site) -> None:
    with_one, without = (Shown(loaded, repository=each).page("about/tell-us.md") for each in ("https://github.com/example/site/", ""))
    assert '<a href="https://github.com/example/site/issues/new?template=take-this-down.yml">Take this down</a>' in with_one
    assert "<a" not in without and 'Forms: <em class="silence">not supplied</em>' in without


def test_the_contact_of_those_without_an_account_is_a_setting(shown: Shown, mini: Path, edit: Edit) -> None:
    assert "A contact: not supplied ." in words(shown.page("about/tell-us.md"))
    edit("data/partnership.yaml", "calendar:", "contact: example-page\ncalendar:")
    page = Shown(checked(mini)).page("about/tell-us.md")
    assert 'id="contact">Without an account</h2>\n<p><a href="https://example.org/page">Example page</a>.' in page


def test_every_form_that_the_page_offers_exists() -> None:
    offered = re.findall(r'\("([a-z-]+)", "([^"]+)", "', (ROOT / "overrides/macros/tell_us.html").read_text("utf-8"))
    forms = {
        path.stem: yaml.safe_load(path.read_text("utf-8"))["name"]
        for path in (ROOT / ".github/ISSUE_TEMPLATE").glob("*.yml")
        if path.stem != "config"
    }
    assert forms == dict(offered)
