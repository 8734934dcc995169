"""Everything on disk becomes one Site; whatever an editor may have saved, nothing is raised."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from macros import records
from macros.read.load import load
from macros.read.site import Site

from ..conftest import MINIATURE

Edit = Callable[[str, str, str], None]
MEETINGS = "docs/arrangements/2002/meetings.md"


def said(folder: Path) -> list[str]:
    return [f"{p.path}:{p.line}: {p.what}" for p in load(folder)[1]]


def test_the_miniature_is_loaded_whole(loaded: Site) -> None:
    assert set(loaded.registers) == {name for name, kind in records.KINDS.items() if kind.place == ()}
    assert {page.path for page in loaded.pages.values()} | {page.path for page in loaded.others} == {
        path.relative_to(MINIATURE).as_posix() for path in (MINIATURE / "docs").rglob("*.md")
    }
    assert loaded.unread == frozenset()
    assert loaded.pages["2002", "meetings"].meta.title == "Meetings"


def test_an_edition_s_index_is_a_page_like_others(loaded: Site) -> None:
    assert ("2002", "index") not in loaded.pages
    assert "docs/arrangements/2002/index.md" in {page.path for page in loaded.others}


def test_a_page_saved_on_windows_reads_alike(mini: Path) -> None:
    before = load(mini)[0].pages["2002", "meetings"]
    path = mini / MEETINGS
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    site, problems = load(mini)
    assert problems == []
    assert site.pages["2002", "meetings"].parts == before.parts
    assert site.pages["2002", "meetings"].meta == before.meta


def test_a_list_saved_on_windows_reads_alike(mini: Path) -> None:
    before = tuple(load(mini)[0].register("agencies"))
    path = mini / "data/agencies.yaml"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    site, problems = load(mini)
    assert (problems, tuple(site.register("agencies"))) == ([], before)


def test_a_mark_of_byte_order_is_no_text(mini: Path) -> None:
    before = load(mini)[0].pages["2002", "meetings"].parts
    path = mini / MEETINGS
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    site, problems = load(mini)
    assert (problems, site.pages["2002", "meetings"].parts) == ([], before)


OUTER = [
    ("empty", "", "data/agencies.yaml:1: this file is empty."),
    ("comment only", "# Nothing.\n", "data/agencies.yaml:1: this file is empty."),
    ("a word", "agencies\n", "data/agencies.yaml:1: this file should be a list of records."),
    ("named lines", "id: a\n", "data/agencies.yaml:1: this file should be a list of records."),
    ("words in a list", "- a\n", "data/agencies.yaml:1: this is no record."),
]


@pytest.mark.parametrize(("what", "text", "sentence"), OUTER, ids=[row[0] for row in OUTER])
def test_a_register_is_a_list_of_records(mini: Path, what: str, text: str, sentence: str) -> None:
    (mini / "data/agencies.yaml").write_text(text)
    assert said(mini) == [sentence]
    assert load(mini)[0].unread == {"data/agencies.yaml"}


@pytest.mark.parametrize("text", ["", "# Nothing.\n", "- a\n", "a\n"])
def test_editions_that_cannot_be_read_leave_no_edition(mini: Path, text: str) -> None:
    (mini / "data/editions.yaml").write_text(text)
    site, problems = load(mini)
    assert [p.path for p in problems] == ["data/editions.yaml"]
    assert (site.listed, site.order, site.current) == (None, (), "")


@pytest.mark.parametrize("text", ["- a\n", "a\n", "notes:\n  a: b\n", "other: []\n", "notes: []\nmore: []\n"])
def test_a_file_of_changes_holds_notes_and_nothing_else(mini: Path, text: str) -> None:
    (mini / "data/changes/2001-2002.yaml").write_text(text)
    site, problems = load(mini)
    assert [(p.path, p.line) for p in problems] == [("data/changes/2001-2002.yaml", 1)]
    assert tuple(site.notes["2001", "2002"]) == ()


@pytest.mark.parametrize("text", ["notes: []\n", "notes:\n"])
def test_a_file_of_changes_may_hold_no_note_yet(mini: Path, text: str) -> None:
    (mini / "data/changes/2001-2002.yaml").write_text(text)
    site, problems = load(mini)
    assert (problems, tuple(site.notes["2001", "2002"])) == ([], ())


def test_a_record_that_is_wrong_is_left_out_and_its_id_is_still_known(mini: Path, edit: Edit) -> None:
    edit("data/agencies.yaml", "{name: New College, group: Education}", "{name: New College}")
    site, problems = load(mini)
    register = site.register("agencies")
    assert [p.path for p in problems] == ["data/agencies.yaml"]
    assert "college" not in register.by_id and "college" in register.ids


@pytest.mark.parametrize("identifier", ["[a]", "{a: b}", "''"])
def test_an_id_that_is_no_word_is_a_problem_and_no_fall(mini: Path, edit: Edit, identifier: str) -> None:
    edit("data/agencies.yaml", "- id: college", f"- id: {identifier}")
    site, problems = load(mini)
    assert [p.path for p in problems] == ["data/agencies.yaml"]
    assert "college" not in site.register("agencies").ids


def test_a_missing_file_is_told_and_its_list_is_empty(mini: Path) -> None:
    (mini / "data/posts.yaml").unlink()
    assert said(mini) == ["data/posts.yaml:1: this file is missing."]
    assert tuple(load(mini)[0].register("posts")) == ()


def test_without_any_data_there_is_a_site_and_a_report(mini: Path) -> None:
    shutil.rmtree(mini / "data")
    site, problems = load(mini)
    assert {p.what for p in problems} == {"this file is missing."}
    assert site.order == ()


def test_every_path_is_listed_and_symbolic_links_are_known(mini: Path) -> None:
    (mini / "docs/link.md").symlink_to(mini / "docs/index.md")
    (mini / "docs/picture.png").write_bytes(b"")
    site, _ = load(mini)
    assert (site.listing["docs/link.md"], site.listing["docs/picture.png"], site.listing["data/changes"]) == (True, False, False)


def test_the_navigation_is_that_of_the_settings(mini: Path) -> None:
    (mini / "mkdocs.yml").write_text("site_name: x\nnav:\n  - Home: index.md\n  - More:\n      - a.md\n      - Deep: [b/c.md]\n")
    assert load(mini)[0].navigation == ("index.md", "a.md", "b/c.md")
    (mini / "mkdocs.yml").write_text("site_name: x\n")
    assert load(mini)[0].navigation is None
    (mini / "mkdocs.yml").unlink()
    assert load(mini)[0].navigation is None


def test_settings_with_tags_of_their_own_are_read(mini: Path) -> None:
    (mini / "mkdocs.yml").write_text('site_url: !ENV [SITE_URL, "http://127.0.0.1:8000/"]\nnav: [index.md]\n')
    site, problems = load(mini)
    assert (problems, site.navigation) == ([], ("index.md",))
