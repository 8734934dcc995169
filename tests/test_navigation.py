from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from macros import navigation
from macros.check import check
from macros.render import Renderer

from .conftest import MINIATURE, ROOT


def page(path: str, **meta: object) -> SimpleNamespace:
    return SimpleNamespace(file=SimpleNamespace(src_uri=path), meta={"title": "Meetings", "description": "When.", **meta}, is_index=path.endswith("index.md"))


@pytest.fixture(scope="module")
def renderer() -> Renderer:
    return Renderer(check(MINIATURE)[0], str(ROOT / "overrides/macros"))


def test_the_current_edition_comes_first_and_the_rest_newest_first(renderer: Renderer) -> None:
    nav = navigation.with_editions([{"Home": "index.md"}, "current edition", "comparisons", "earlier editions"], renderer.site)
    assert [next(iter(entry)) for entry in nav] == ["Home", "Arrangements, March 2002", "Compare", "2001 (draft text)"]
    assert nav[1]["Arrangements, March 2002"] == [
        "arrangements/2002/index.md", {"2. Meetings": "arrangements/2002/meetings.md"}, {"Agency list": "arrangements/2002/agency-list.md"}]


SUPERSEDED = ("arrangements/2001/meetings.md", "Meetings – 2001 (draft text), superseded", {"boost": 0.01}, True)
CURRENT = ("arrangements/2002/meetings.md", "Meetings – March 2002", None, None)


@pytest.mark.parametrize(("path", "title", "search", "noindex"), [SUPERSEDED, CURRENT])
def test_title_search_and_robots_follow_from_current(renderer: Renderer, path: str, title: str, search: object, noindex: object) -> None:
    dressed = page(path)
    navigation.dress(renderer, dressed, "")
    assert (dressed.meta["title"], dressed.meta.get("search"), dressed.meta.get("noindex")) == (title, search, noindex)


def test_making_the_older_edition_current_turns_everything_round(mini: Path, edit: Callable[[str, str, str], None]) -> None:
    edit("data/editions.yaml", 'current: "2002"', 'current: "2001"')
    edit("docs/index.md", "[Meetings][current/meetings#meetings-frequency]", "[Meetings][current]")
    site, problems = check(mini)
    assert problems == []
    dressed = page("arrangements/2002/meetings.md")
    navigation.dress(Renderer(site, str(ROOT / "overrides/macros")), dressed, "")
    assert dressed.meta["title"] == "Meetings – March 2002, superseded"
    assert dressed.meta["noindex"] is True
    assert dressed.meta["about"].current_page == "../../2001/meetings/"


def test_comparisons_stay_out_of_search(renderer: Renderer) -> None:
    dressed = page("compare/2001-2002/meetings.md", title="Meetings: what changed")
    text = navigation.dress(renderer, dressed, '{{ comparison("2001", "2002", "meetings") }}')
    assert dressed.meta["search"] == {"exclude": True}
    assert dressed.meta["render_macros"] is True
    assert text.startswith("{{ comparison")


KEYWORDS = [(["nursery"], ["nursery", "nurseries"]), (["thresholds"], ["thresholds"]), (["church"], ["churches"]), (["children's home"], ["childrens homes"]), (["LSP"], ["LSPs"])]


@pytest.mark.parametrize(("keywords", "forms"), KEYWORDS)
def test_keywords_get_the_forms_that_a_search_without_stemmer_needs(keywords: list[str], forms: list[str]) -> None:
    assert navigation.forms(keywords) == forms
