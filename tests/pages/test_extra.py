"""What every template of the theme is told."""

from __future__ import annotations

from macros.pages import extra

from ..drawn import Shown


def test_every_template_is_told_whose_site_it_is_and_what_is_in_force(shown: Shown) -> None:
    found = extra.of(shown.pages.draw, [("All topics", "current edition"), ("Words", "glossary/")])
    assert (found["current"].id, found["partnership"].short, found["help"].page) == ("2002", "ETCP", "the partnership's own page")
    assert [edition.id for edition in found["editions"]] == ["2002", "2001"]
    assert found["search_ways"] == [("All topics", "arrangements/2002/"), ("Words", "glossary/")]
    assert found["day"] == shown.pages.draw.built
