"""The miniature as it is built by the kit: what every page must be, whatever its words."""

from __future__ import annotations

import filecmp
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from macros.compare import comparison
from macros.pages.addresses import anchor
from macros.read.site import Site

from .conftest import MINIATURE, ROOT, beside_the_kit, mkdocs
from .scan import SCANS, Built, Page, nothing_is_left_of_macros

Edit = Callable[[str, str, str], None]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The miniature, built without a warning."""
    folder = beside_the_kit(Path(shutil.copytree(MINIATURE, tmp_path_factory.mktemp("miniature") / "mini")))
    done = mkdocs(folder, folder.parent / "site")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "WARNING" not in done.stderr
    return Built(folder.parent / "site")


@pytest.mark.parametrize("scan", [*SCANS, nothing_is_left_of_macros], ids=lambda scan: scan.__name__)
def test_every_page(built: Built, scan: Callable[[Built], Iterator[str]]) -> None:
    assert list(scan(built)) == []


FAULTS = [
    # what stands on a page · the scan that finds it
    ('<p id="a">x</p><p id="a">y</p>', "ids_are_unique"),
    ('<a href="../nowhere/">x</a>', "links_lead_somewhere"),
    ('<a href="#nowhere">x</a>', "links_lead_somewhere"),
    ('<link rel="stylesheet" href="nowhere.css">', "links_lead_somewhere"),
    ('<link rel="stylesheet" href="https://example.org/x.css">', "no_request_leaves_the_site"),
    ('<script src="//example.org/x.js"></script>', "no_request_leaves_the_site"),
    ('<a href="java\tscript:alert(1)">x</a>', "addresses_are_relative_or_https"),
    ('<a href=" JavaScript:alert(1)">x</a>', "addresses_are_relative_or_https"),
    ('<a href="data:text/html,x">x</a>', "addresses_are_relative_or_https"),
    ('<a href="http://example.org/">x</a>', "addresses_are_relative_or_https"),
    ("<script>alert(1)</script>", "no_script_but_the_themes"),
    ('<script src="assets/javascripts/ours.js"></script>', "no_script_but_the_themes"),
    ('<svg onload="alert(1)"></svg>', "no_script_but_the_themes"),
    ('<p style="color: red">x</p>', "no_script_but_the_themes"),
    ('<img src="index.html" alt="">', "no_script_but_the_themes"),
    ('<iframe srcdoc="x"></iframe>', "no_script_but_the_themes"),
    ('<base href="/">', "no_script_but_the_themes"),
    ('<meta http-equiv="refresh" content="0">', "no_script_but_the_themes"),
    ("<p>x</p>", "every_page_forbids_what_is_not_its_own"),
    ("<p>\ue0007\ue001</p>", "nothing_is_left_of_marks"),
    ("<p>\x02wzxhzdk:1\x03</p>", "nothing_is_left_of_marks"),
    ("<p>{{ agency_list() }}</p>", "nothing_is_left_of_macros"),
    ("<p>&lt;span&gt;x&lt;/span&gt;</p>", "nothing_is_left_of_macros"),
    ("<p>this &amp;amp; that</p>", "nothing_is_left_of_macros"),
]


@pytest.mark.parametrize(("html", "expected"), FAULTS)
def test_the_scans_find_what_they_are_for(tmp_path: Path, html: str, expected: str) -> None:
    (tmp_path / "search").mkdir()
    (tmp_path / "search/search_index.json").write_text('{"docs": []}')
    (tmp_path / "sitemap.xml").write_text("<urlset/>")
    (tmp_path / "index.html").write_text(f"<!doctype html><title>x</title>{html}", "utf-8")
    assert expected in [scan.__name__ for scan in (*SCANS, nothing_is_left_of_macros) if list(scan(Built(tmp_path)))]


@pytest.mark.parametrize(
    "entry", ['"title": "<b>x</b>", "text": ""', '"title": "x", "text": "<p id=x>x</p>"', '"title": "x", "text": "", "tags": ["<i>"]']
)
def test_the_scans_read_the_search_index(tmp_path: Path, entry: str) -> None:
    (tmp_path / "search").mkdir()
    (tmp_path / "search/search_index.json").write_text(f'{{"docs": [{{"location": "", {entry}}}]}}')
    scan = next(scan for scan in SCANS if scan.__name__ == "the_search_holds_words")
    assert len(list(scan(Built(tmp_path)))) == 1


def test_every_page_puts_help_first_and_says_who_runs_it(built: Built, loaded: Site) -> None:
    assert "404.html" in built.pages
    address = loaded.register("links").by_id[loaded.partnership.help].url
    for where, page in built.pages.items():
        assert page.words.index("Immediate danger: call 999.") < page.words.index("Unofficial. Run by nobody;"), where
        assert address in page.links, where


def test_the_parser_and_the_built_page_agree_on_every_id(built: Built, loaded: Site) -> None:
    tags = {"heading": ("h1", "h2", "h3", "h4", "h5"), "paragraph": ("p",), "item": ("li",)}
    for (edition, topic), page in loaded.pages.items():
        found = {str(tag.get("id")): tag.name for tag in built.pages[f"arrangements/{edition}/{topic}/"].tags}
        for each in page.provisions:
            assert found.get(each.id) in tags[each.kind], (edition, topic, each.id, found.get(each.id))


def test_every_item_stands_on_exactly_one_page_of_comparison_that_it_belongs_to(built: Built, loaded: Site) -> None:
    for each in comparison.neighbours(loaded):
        for part in each.parts:
            ids = built.pages[f"compare/{each.name}/{part}/"].ids
            for change in each.of(part):
                assert ids[anchor(change.id)] == 1, (part, change.id)


def test_a_page_that_is_not_in_force_says_so_everywhere(built: Built, loaded: Site) -> None:
    sitemap = (built.folder / "sitemap.xml").read_text("utf-8")
    for edition, topic in loaded.pages:
        address = f"arrangements/{edition}/{topic}/"
        page, current = built.pages[address], edition == loaded.current
        superseded, draft = loaded.editions[edition].superseded, loaded.editions[edition].draft
        title = page.soup.title.get_text() if page.soup.title else ""
        assert (", superseded" in title, " (draft)" in title) == (superseded, draft), address
        assert ('<meta name="robots" content="noindex">' in page.source) is not current, address
        assert ("This is not the current edition." in page.words) is superseded, address
        assert ("Draft: not in force. Nothing on this page applies." in page.words) is draft, address
        assert (address in sitemap) is current, address
        assert (f"check {loaded.partnership.check}" in page.words) is current, address
        if not current:
            assert f"../../{loaded.current}/{topic if loaded.now.page(topic) else ''}".rstrip("/") + "/" in page.links, address


def test_every_comparison_says_what_it_is(built: Built, loaded: Site) -> None:
    for each in comparison.neighbours(loaded):
        found = [address for address in built.pages if re.fullmatch(rf"compare/{each.name}/(for/)?([^/]+/)?", address)]
        assert len(found) > 8
        for address in found:
            assert re.search("[Oo]ur words, not the documents'", built.pages[address].words), address
            for sentence in (f"{each.old.name}: {each.old.status}", each.new.gap or ""):
                assert sentence in built.pages[address].words, (address, sentence)


def test_every_edition_is_in_the_navigation_the_current_one_first_and_drafts_have_no_tab(built: Built, loaded: Site) -> None:
    tabs = [tag.get_text(strip=True) for tag in built.pages[""].soup.select(".md-tabs__link")]
    earlier = [edition.name for edition in reversed(loaded.issued) if not edition.current]
    assert tabs == ["Home", "Guidance", "Agencies", f"Arrangements, {loaded.now.name}", "Compare", *earlier, "Reports", "About", "Editing"]
    below = [tag.get_text(strip=True) for tag in built.pages["editing/"].soup.select("nav.menu li.active a")]
    assert loaded.drafts and {draft.name for draft in loaded.drafts} <= {*below}


def test_a_build_of_the_same_state_gives_the_same_bytes(built: Built, buildable: Path, tmp_path: Path) -> None:
    assert mkdocs(buildable, tmp_path / "again", PYTHONHASHSEED="7").returncode == 0
    assert differing(built.folder, tmp_path / "again") == []


def differing(left: Path, right: Path) -> list[str]:
    """The names of files that two folders do not have alike."""
    seen = filecmp.dircmp(left, right)
    found = [*seen.left_only, *seen.right_only, *filecmp.cmpfiles(left, right, seen.common_files, shallow=False)[1]]
    return found + [name for folder in seen.common_dirs for name in differing(left / folder, right / folder)]


MEETINGS = "docs/arrangements/2002/meetings.md"
MISTAKES = [
    # what an editor did · the file · the words there · what they became
    ("a wrong year", "data/agencies.yaml", '"2002": {name: Schools', '"2020": {name: Schools'),
    ("a missing quotation mark", "data/agencies.yaml", '"2001": {name: Schools', '"2001: {name: Schools'),
    ("a tab", "data/posts.yaml", "  organisation", "\torganisation"),
    ("an id twice in a register", "data/groups.yaml", "- id: papers-group", "- id: board-meeting"),
    ("a deleted id line", MEETINGS, "{: #minutes-kept }\n", ""),
    ("a stray {{", MEETINGS, "Minutes will be published.", "Minutes {{ will be published."),
    ("code in a page", "docs/about/index.md", "# About", "{{ cycler.__init__.__globals__.os.popen('id').read() }}"),
    ("code in a page's head", "docs/people/index.md", "title: People", 'title: "{{ 1 + 1 }}"'),
    ("an empty name", "data/partnerships.yaml", "{name: Town Forum}", "{name: }"),
    ("an unknown sector", "data/representation.yaml", "sector: education", "sector: educaton"),
    ("an unknown source", "data/editions.yaml", "source: second-document", "source: third-document"),
    ("HTML in an edition", MEETINGS, "Members must:", "Members <script>must</script>:"),
    ("marks of a conflict", "docs/glossary.md", "# Glossary", "<<<<<<< HEAD\n# Glossary"),
    ("a deleted page", "docs/calendar.md", "", ""),
    ("a deleted register", "data/terms.yaml", "", ""),
]


def make(mistake: tuple[str, str, str, str], folder: Path, edit: Edit) -> None:
    """Makes an editor's mistake."""
    _, path, old, new = mistake
    if old:
        edit(path, old, new)
    else:
        (folder / path).unlink()


def test_nothing_is_published_of_a_broken_edit(buildable: Path, edit: Edit, tmp_path: Path) -> None:
    """One build with an editor's mistakes of many kinds: the whole report, no traceback, no site."""
    for mistake in MISTAKES:
        make(mistake, buildable, edit)
    built = mkdocs(buildable, tmp_path / "site")
    said = built.stdout + built.stderr
    assert built.returncode == 1
    assert "Traceback" not in said
    assert "Nothing has been published. Help: docs/editing/messages.md" in said
    assert [path for _, path, _, _ in MISTAKES if path not in said] == []
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake[0])
def test_a_failed_build_leaves_the_published_site_as_it_was(buildable: Path, edit: Edit, mistake: tuple[str, str, str, str]) -> None:
    """`make build` with each single mistake: exit not 0, the report, no traceback, and site/ untouched."""
    for name in ("Makefile", "pyproject.toml", "constraints.txt"):
        (buildable / name).symlink_to(ROOT / name)
    (buildable / "ready").touch()
    (buildable / "site").mkdir()
    (buildable / "site/index.html").write_text("published before")
    make(mistake, buildable, edit)
    command = ["make", "build", f"BIN={Path(sys.executable).parent}", "READY=ready"]
    done = subprocess.run(command, cwd=buildable, capture_output=True, text=True, check=False)
    said = done.stdout + done.stderr
    assert done.returncode != 0
    assert "Nothing has been published." in said and "Traceback" not in said
    assert mistake[1] in said
    assert (buildable / "site/index.html").read_text() == "published before"


def test_a_repository_brings_edit_links_and_citations_an_address_but_no_request(buildable: Path, tmp_path: Path) -> None:
    where = {"REPO_URL": "https://github.com/example/site", "EDIT_URI": "edit/main/docs/", "SITE_URL": "https://example.org/town/"}
    assert mkdocs(buildable, tmp_path / "site", **where).returncode == 0
    page = Page((tmp_path / "site/arrangements/2002/agency-list/index.html").read_text("utf-8"))
    assert "https://github.com/example/site/edit/main/docs/arrangements/2002/agency-list.md" in page.links
    assert "https://github.com/example/site/edit/main/data/agencies.yaml" in page.links
    assert "(restated). https://example.org/town/arrangements/2002/agency-list/#agency-list-full<" in page.source
    assert 'data-md-component="source"' not in page.source  # the theme would ask the repository's host for its stars
    assert [fault for scan in SCANS for fault in scan(Built(tmp_path / "site", "town/"))] == []


def test_each_page_is_built_from_the_miniature_alone(built: Built, loaded: Site) -> None:
    """A site has the pages that its own files and data ask for, and no word of another partnership."""
    from macros import blocks

    kept = [page.path.removeprefix("docs/") for page in (*loaded.pages.values(), *loaded.others)]
    paths = [re.sub(r"(^|/)index\.md$", r"\1", path).removesuffix(".md") for path in (*kept, *blocks.made(loaded))]
    assert sorted(built.pages) == sorted(["404.html", *(path + "/" if path and not path.endswith("/") else path for path in paths)])
