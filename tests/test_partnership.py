"""What the kit does not know of a partnership and takes from its data."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from .drawn import Shown, checked

Edit = Callable[[str, str, str], None]


def test_a_sector_page_shows_what_is_expected_of_named_agencies_and_leads_to_the_list(mini: Path, edit: Edit) -> None:
    shown = Shown(checked(mini)).block("agencies/education.md", "for_agency", "education")
    assert '<li>Members must: <a class="cite" href="../../arrangements/2002/meetings/#members-duties">March 2002 s.2, Meetings 4</a> <ul>' in shown
    assert '<a href="../../arrangements/2002/agency-list/">The whole list, as printed</a>' in shown
    edit("data/partnership.yaml", "expectations: members-duties", "expectations: agency-list-full")
    shown = Shown(checked(mini)).block("agencies/education.md", "for_agency", "education")
    assert 'href="../../arrangements/2002/agency-list/#agency-list-full">March 2002 Appendix 1' in shown


def test_the_page_of_people_says_what_is_known_of_the_picture(mini: Path, edit: Edit) -> None:
    assert "accountable. </p>" in Shown(checked(mini)).block("people/index.md", "people")
    edit("data/editions.yaml", "    written_under: guidance-2002\n", "    written_under: guidance-2002\n    picture: Its picture is <lost>.\n")
    assert "accountable. Its picture is &lt;lost&gt;.</p>" in Shown(checked(mini)).block("people/index.md", "people")


def test_each_stage_of_a_dispute_is_named_and_says_what_follows(mini: Path) -> None:
    text = Shown(checked(mini)).block("guidance/escalation/index.md", "escalation_routes")
    stages = [(record.id, entry) for record, entry in checked(mini).now.entries("escalation") if record.route == "partnership"]
    assert stages
    for identifier, entry in stages:
        assert f'<h3 id="{identifier}">{entry.name}: {entry.title}</h3>' in text
        assert f"{entry.at} {entry.does}." in text
