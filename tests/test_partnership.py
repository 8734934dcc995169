"""What the kit does not know of a partnership and takes from its data."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from .drawn import Shown, checked

Edit = Callable[[str, str, str], None]


def test_a_sector_page_leads_to_the_list_and_to_what_is_expected(mini: Path, edit: Edit) -> None:
    shown = Shown(checked(mini)).block("agencies/health.md", "for_agency", "health")
    assert '<a href="../../arrangements/2002/agency-list/">The whole list, as printed</a>' in shown
    assert '<a href="../../arrangements/2002/meetings/">What relevant agencies must do</a>' in shown
    assert '<a href="../../arrangements/2002/meetings/#members-duties">what section 2 expects of them</a>' in shown
    assert "read it together with what section 2 says." in shown
    edit("data/partnership.yaml", "expected: members-duties", "expected: agency-list-full")
    shown = Shown(checked(mini)).block("agencies/health.md", "for_agency", "health")
    assert '<a href="../../arrangements/2002/agency-list/#agency-list-full">what Appendix 1 expects of them</a>' in shown


def test_the_page_of_people_says_what_is_known_of_the_picture(mini: Path, edit: Edit) -> None:
    assert "accountable. </p>" in Shown(checked(mini)).block("people/index.md", "people")
    edit("data/editions.yaml", "    written_under: Guidance 2002\n", "    written_under: Guidance 2002\n    picture: Its picture is <lost>.\n")
    assert "accountable. Its picture is &lt;lost&gt;.</p>" in Shown(checked(mini)).block("people/index.md", "people")


def test_the_stages_are_counted(mini: Path, edit: Edit) -> None:
    stages = len([record for record, _ in checked(mini).now.entries("escalation") if record.route == "partnership"])
    assert stages > 0
    text = Shown(checked(mini)).block("guidance/escalation/index.md", "escalation_routes")
    assert f"Partners or agencies disagree: {stages} stage{'' if stages == 1 else 's'}</h2>" in text
