"""Which file “edit this page” and “edit this record” open."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from macros.read.site import Site

from ..drawn import Shown, checked

BASE = "https://github.com/example/site/edit/main/"


@pytest.fixture
def editing(loaded: Site) -> Shown:
    return Shown(loaded, edit=BASE)


FILES = [
    ("index.md", "docs/index.md"),
    ("about/index.md", "data/sources.yaml"),
    ("arrangements/2002/meetings.md", "docs/arrangements/2002/meetings.md"),
    ("arrangements/2002/index.md", "data/editions.yaml"),
    ("people/index.md", "data/posts.yaml"),
    ("calendar.md", "data/duties.yaml"),
    ("glossary.md", "data/terms.yaml"),
    ("guidance/not-covered.md", "data/not-covered.yaml"),
    ("guidance/support-levels/first-level.md", "data/support-levels.yaml#L2"),
    ("agencies/health.md", "data/sectors.yaml#L8"),
    ("reports/2003-04.md", "data/reports/2003-04.yaml"),
    ("guidance/tea.md", "data/fates.yaml#L3"),
    ("compare/2001-2002/index.md", "data/key-changes/2001-2002.yaml"),
    ("compare/2001-2002/meetings.md", "data/changes/2001-2002.yaml"),
    ("compare/2001-2002/posts.md", "data/posts.yaml"),
    ("compare/2001-2002/terms.md", "data/terms.yaml"),
    ("compare/2001-2002/group-fates.md", "data/groups.yaml"),
    ("compare/2001-2002/promises.md", "data/changes/2001-2002.yaml"),
    ("compare/2001-2002/for/health.md", "data/changes/2001-2002.yaml"),
    ("guidance/tea.md", "data/fates.yaml#L3"),
]


@pytest.mark.parametrize(("page", "file"), FILES)
def test_a_page_is_edited_where_its_words_stand(editing: Shown, page: str, file: str) -> None:
    assert editing.pages.edited(page) == BASE + file


def test_a_page_with_words_beside_its_macro_is_edited_itself(mini: Path) -> None:
    page = mini / "docs/glossary.md"
    page.write_text(page.read_text("utf-8") + "\nMore words.\n", "utf-8")
    assert Shown(checked(mini), edit=BASE).pages.edited("glossary.md") == f"{BASE}docs/glossary.md"


RECORDS = ["people/index.md", "calendar.md", "glossary.md", "guidance/not-covered.md", "guidance/escalation/index.md", "agencies/index.md"]
RECORDS += ["guidance/support-levels/index.md", "arrangements/2002/agency-list.md", "compare/2001-2002/meetings.md", "about/index.md"]


@pytest.mark.parametrize("page", RECORDS)
def test_each_record_leads_to_its_own_line(editing: Shown, page: str) -> None:
    found = re.findall(
        rf'<a class="edit" data-search-exclude href="{BASE}([^"#]+)#L(\d+)">Edit<span class="unseen"> [^<]+</span></a>', editing.page(page)
    )
    assert found
    for path, line in found:
        text = (editing.site.root / path).read_text("utf-8").splitlines()[int(line) - 1]
        assert re.match(r" *- (id: |\{id: )", text), f"{path}:{line}: {text}"


def test_without_a_repository_nothing_leads_to_an_edit(loaded: Site) -> None:
    shown = Shown(loaded)
    assert shown.pages.edited("people/index.md") == ""
    assert [path for path in RECORDS if 'class="edit"' in shown.page(path)] == []


def test_every_page_can_be_drawn_with_its_edit_links(editing: Shown) -> None:
    for path in editing.pages.everything():
        file = editing.pages.edited(path).removeprefix(BASE).partition("#")[0]
        assert (editing.site.root / file).is_file(), path
