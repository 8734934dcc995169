"""The page of promises and reports, and the mark on each provision."""

from __future__ import annotations

import pytest

from macros.pages import promised
from macros.pages.addresses import Here
from macros.read import promised as read
from macros.read.site import Site

from ..drawn import Shown, words

PAGE, MEETINGS = "reports/promised.md", "arrangements/2002/meetings.md"


@pytest.fixture
def page(shown: Shown) -> str:
    return shown.block(PAGE, "promised")


def test_promises_are_counted_against_each_report_and_stand_by_topic(loaded: Site) -> None:
    found = promised.against(loaded.now)
    assert [(one.year, one.counts, one.total) for one in found] == [("2003-04", {"reported": 1, "in part": 1, "not reported": 1}, 3)]
    assert [(page.meta.title, len(mine)) for page, mine in found[0].topics] == [("Meetings", 3)]
    assert promised.against(loaded.editions["2001"]) == []


def test_the_page_opens_with_the_answer_and_what_it_does_not_mean(page: str) -> None:
    assert words(page).startswith(
        "Of 3 promises of March 2002: 1 reported, 1 in part, 1 not reported by December 2003. So the 2003 report tells, in our reading. "
        "Not reported does not mean not done."
    )
    assert "not done" not in words(page).replace("does not mean not done", "")


def test_a_row_says_what_the_report_says_and_leads_there(page: str) -> None:
    row = page.partition('<tr id="told-2002-2003-04-members-take-part-promised" class="is-reported">')[2].partition("</tr>")[0]
    assert "Members voted in January 2002." in row
    assert '<a class="cite" href="../2003-04/#schools-met">Schools</a>' in row
    assert '<a class="cite" href="../2003-04/figures/#figure-children">Numbers</a>' in row
    silent = page.partition('<tr id="told-2002-2003-04-minutes-promised" class="is-not-reported">')[2].partition("</tr>")[0]
    answer, _, folded = silent.partition("<details")
    assert words(answer).endswith("Not reported by December 2003 We found nothing of it in the report.")
    assert words(f"<details{folded}").startswith("The words : Minutes kept and published Minutes will be kept.")


def test_a_row_can_lead_to_the_page_on_which_more_of_it_stands(page: str) -> None:
    row = page.partition('<tr id="told-2002-2003-04-board-meets-promised" class="is-in-part">')[2].partition("</tr>")[0]
    assert 'Schools met twice. <a href="../coverage/">Read more of it</a>.' in row


def test_the_page_of_a_report_leads_to_what_was_promised(shown: Shown) -> None:
    drawn = words(shown.block("reports/2003-04.md", "report"))
    assert (
        "What was promised, and what this report tells of it: March 2002 , 1 reported, 1 in part, 1 not reported by December 2003. Not reported does not mean not done."
        in drawn
    )


def test_the_table_says_whether_a_promise_is_reported_and_what_the_report_says(shown: Shown) -> None:
    drawn = words(shown.page("compare/2001-2002/table.md"))
    assert "The board meets quarterly : in part. Schools met twice." in drawn
    assert "Not reported does not mean not done." in drawn


def test_places_that_come_again_are_told_apart(loaded: Site) -> None:
    each = next(each for each in read.answered(loaded.now) if each.promise.id == "members-take-part-promised")
    twice = each.telling.model_copy(update={"where": ("girls", "boys", "schools-met")})
    again = read.Answered(each.edition, each.promise, each.provision, twice, each.year, each.report)
    assert promised.evidence_links(again, Here(PAGE)) == [
        ("Numbers", "../2003-04/figures/#figure-girls"),
        ("Numbers (2)", "../2003-04/figures/#figure-boys"),
        ("Schools", "../2003-04/#schools-met"),
    ]


def test_a_provision_that_promises_has_a_mark_which_leads_to_its_row(shown: Shown, page: str) -> None:
    drawn = shown.page(MEETINGS)
    marks = [each.partition("</a>")[0] for each in drawn.split('<a class="mark told-of" data-search-exclude href="../../../reports/promised/#')[1:]]
    assert [(mark.partition('"')[0], mark.partition(">")[2].partition("<")[0]) for mark in marks] == [
        ("told-2002-2003-04-board-meets-promised", "Reported in part"),
        ("told-2002-2003-04-minutes-promised", "Not reported by December 2003"),
        ("told-2002-2003-04-minutes-promised", "Not reported by December 2003"),
        ("told-2002-2003-04-members-take-part-promised", "Reported"),
    ]
    assert all(f'id="{mark.partition(chr(34))[0]}"' in page for mark in marks)


def test_a_note_says_what_is_reported_of_the_promises_that_it_speaks_of(shown: Shown) -> None:
    drawn = shown.page("compare/2001-2002/meetings.md")
    assert (
        '<p class="why since"><strong>2003 report:</strong> <a href="../../../reports/promised/#told-2002-2003-04-board-meets-promised">'
        "The board meets quarterly</a>: in part. Schools met twice.</p>" in drawn
    )


def test_an_edition_of_which_no_report_tells_has_no_marks(loaded: Site) -> None:
    assert promised.marks(loaded.editions["2001"], "meetings-frequency") == ()
