"""The timeline: the newest first, drawn from where a date stands, with what is told differently."""

from __future__ import annotations

from macros.pages import timeline
from macros.pages.addresses import Here
from macros.read.site import Site

from ..drawn import Shown, words

HERE = Here("timeline.md")


def test_events_come_newest_first_with_the_times_of_reports_among_them(loaded: Site) -> None:
    assert [(each.id, each.told.dated.when, each.told.dated.to, each.kind) for each in timeline.events(loaded, HERE)] == [
        ("papers-group-met", "2003-04", None, "groups and posts"),
        ("report-2003-04", "2003-01", "2003-12", "reports"),
        ("schools-met", "2002", "2003-02", "reviews and inspections"),
        ("board-begins", "2001-04-01", None, "board and arrangements"),
    ]


def test_an_event_has_its_date_and_source_from_the_record_that_it_names_and_leads_there(loaded: Site) -> None:
    found = {each.id: each for each in timeline.events(loaded, HERE)}
    told = [
        (name, found[name].told.dated.source, found[name].told.dated.place, found[name].told.address) for name in ("papers-group-met", "schools-met")
    ]
    assert told == [
        ("papers-group-met", "yearly-report", "Meetings", "../people/#group-papers-group"),
        ("schools-met", "yearly-report", "Schools", "../reports/2003-04/#schools-met"),
    ]


def test_what_is_told_differently_stands_beside_the_event(shown: Shown) -> None:
    text = words(shown.page("timeline.md"))
    assert "4 events, the newest first; 1 of them is told differently elsewhere, with another date or none, and both stand here." in text
    assert "The Papers Group meets. ( Yearly report, Meetings ) Told differently: May 2003. A month later. (First document, 2001, Meetings)" in text


def test_every_year_and_every_kind_is_jumped_to_and_each_event_says_its_kind_in_words(shown: Shown) -> None:
    page = shown.page("timeline.md")
    assert [anchor for level, _, anchor in shown.contents if level == 2] == ["kinds", "year-2003", "year-2002", "year-2001"]
    assert page.count('class="event-kind"') == 4
    for name in ("papers-group-met", "report-2003-04", "schools-met", "board-begins"):
        assert page.count(f'id="event-{name}"') == 1 and f'href="#event-{name}"' in page
