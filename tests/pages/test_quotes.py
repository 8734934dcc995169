"""How pages of guidance quote an edition."""

from __future__ import annotations

from macros.pages import quotes
from macros.pages.addresses import Here

from ..drawn import Shown

HERE = Here("glossary.md")
MEETINGS = "../arrangements/2002/meetings/#"


def test_a_provision_is_quoted_with_its_address_and_its_short_citation(shown: Shown) -> None:
    found = [quotes.said(shown.site.now, each, HERE) for each in ("members-vote", "meetings-frequency", "meetings")]
    assert [(each.provision.text, each.address, each.citation) for each in found] == [
        ("vote", f"{MEETINGS}members-vote", "March 2002 s.2, Meetings item 2.1"),
        ("The board will meet quarterly.", f"{MEETINGS}meetings-frequency", "March 2002 s.2, Meetings 1"),
        ("Meetings", f"{MEETINGS}meetings", "March 2002 s.2, Meetings"),
    ]


def test_items_of_one_list_stand_together_below_the_words_that_introduce_it(shown: Shown) -> None:
    found = quotes.passages(shown.site.now, ["members-read", "meetings-frequency", "members-attend", "members-read"], HERE)
    assert [([lead.provision.id for lead in each.lead], [item.provision.id for item in each.items]) for each in found] == [
        (["members-duties"], ["members-read", "members-attend"]),
        ([], ["meetings-frequency"]),
    ]


def test_what_introduces_an_inner_list_is_told_from_the_outermost(shown: Shown) -> None:
    found = quotes.passages(shown.site.now, ["members-vote"], HERE)
    assert [[lead.provision.id for lead in each.lead] for each in found] == [["members-duties", "members-attend"]]


def test_words_that_introduce_a_list_alone_stand_without_it(shown: Shown) -> None:
    found = quotes.passages(shown.site.now, ["members-duties"], HERE)
    assert [([lead.provision.id for lead in each.lead], each.items) for each in found] == [(["members-duties"], [])]
