"""The real site as it is built: what every page must be, whatever its words."""

from __future__ import annotations

import filecmp
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from macros import items
from macros.check import check

from .conftest import ROOT, mkdocs
from .test_check import BROKEN

VOID_TEXT = ("{{", "}}", "{%", "{#", "{:", "Macro Rendering Error", "Undefined", "&lt;span", "&lt;p", "&lt;div")


class Reader(HTMLParser):
    """Ids, links, requests and texts of one page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.requests: list[str] = []
        self.styles: list[str] = []
        self.text: list[str] = []
        self.lists: dict[str, str] = {}
        self.off = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if "id" in given:
            self.ids.append(given["id"])
            self.lists[given["id"]] = tag
        if tag == "a" and "href" in given:
            self.links.append(given["href"])
        if tag in ("script", "img", "iframe", "source", "video", "audio") and "src" in given:
            self.requests.append(given["src"])
        if tag == "link" and given.get("rel") in ("stylesheet", "preconnect", "icon", "preload"):
            self.requests.append(given["href"])
        self.styles += [name for name in given if name == "style" or name.startswith("on")]
        if tag in ("script", "style", "code", "pre"):
            self.off = tag

    def handle_endtag(self, tag: str) -> None:
        if tag == self.off:
            self.off = ""

    def handle_data(self, data: str) -> None:
        if not self.off:
            self.text.append(data)


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, Reader]:
    """Every page by its address from the site's root."""
    return {path.relative_to(site).as_posix().removesuffix("index.html"): Reader(path.read_text("utf-8")) for path in sorted(site.rglob("*.html"))}


def test_nothing_is_left_of_macros_or_markdown(pages: dict[str, Reader]) -> None:
    left = [(address, mark) for address, page in pages.items() for mark in VOID_TEXT if mark in "\n".join(page.text)]
    assert left == []


def test_ids_are_unique_on_a_page(pages: dict[str, Reader]) -> None:
    assert {address: twice for address, page in pages.items() if (twice := [i for i, n in Counter(page.ids).items() if n > 1])} == {}


def test_every_link_and_anchor_inside_the_site_leads_somewhere(site: Path, pages: dict[str, Reader]) -> None:
    broken = []
    for address, page in pages.items():
        for link in page.links:
            goal = urlsplit(urljoin(f"https://site/{address}", link))
            path = unquote(goal.path.removeprefix("/")).removesuffix("index.html")
            if goal.netloc != "site" or goal.scheme != "https":
                continue
            if path not in pages:
                if not (site / path).is_file():
                    broken.append((address, link))
            elif goal.fragment and unquote(goal.fragment) not in pages[path].ids:
                broken.append((address, link))
    assert broken == []


def test_no_request_leaves_the_site_and_nothing_is_styled_or_scripted_inline(pages: dict[str, Reader]) -> None:
    assert [(address, request) for address, page in pages.items() for request in page.requests if urlsplit(request).netloc] == []
    assert {address: page.styles for address, page in pages.items() if page.styles} == {}


def test_every_page_puts_help_first_and_says_who_runs_it(site: Path, pages: dict[str, Reader]) -> None:
    for address, page in pages.items():
        text = " ".join(" ".join(page.text).split())
        assert "Immediate danger: call 999." in text, address
        assert "https://www.kscmp.org.uk/guidance/worried-about-a-child" in page.links, address
        assert "Unofficial. Run by" in text, address
    assert "404.html" in pages


def test_the_parser_and_the_built_page_agree_on_every_id(pages: dict[str, Reader]) -> None:
    tags = {"heading": ("h1", "h2", "h3", "h4", "h5"), "paragraph": ("p",), "item": ("li",)}
    loaded, _ = check(ROOT)
    for (edition, topic), page in loaded.pages.items():
        built = pages[f"arrangements/{edition}/{topic}/"]
        for each in page.provisions:
            assert built.lists.get(each.id) in tags[each.kind], (edition, topic, each.id, built.lists.get(each.id))


def test_every_item_stands_on_exactly_one_page_of_comparison_that_it_belongs_to(pages: dict[str, Reader]) -> None:
    loaded, _ = check(ROOT)
    for old, new in zip(loaded.order, loaded.order[1:], strict=False):
        for part in items.parts(loaded, old, new):
            ids = Counter(pages[f"compare/{old}-{new}/{part}/"].ids)
            for change in items.changes(loaded, old, new, part):
                assert ids[change.id.replace("/", "-")] == 1, (part, change.id)


def test_a_superseded_page_says_so_everywhere(site: Path, pages: dict[str, Reader]) -> None:
    loaded, _ = check(ROOT)
    sitemap = (site / "sitemap.xml").read_text("utf-8")
    for edition, topic in loaded.pages:
        address = f"arrangements/{edition}/{topic}/"
        text = (site / address / "index.html").read_text("utf-8")
        current = edition == loaded.current
        assert ("superseded – KSCMP arrangements</title>" in text) is not current, address
        assert ('<meta name="robots" content="noindex">' in text) is not current, address
        assert ("This is not the current edition." in text) is not current, address
        assert (address in sitemap) is current, address
        assert ("check GOV.UK for later guidance" in text) is current, address
        if not current and (loaded.current, topic) in loaded.pages:
            assert f"../../{loaded.current}/{topic}/" in pages[address].links


def test_every_comparison_says_what_it_is(pages: dict[str, Reader]) -> None:
    found = [address for address in pages if re.fullmatch(r"compare/[^/]+/([^/]+/)?", address) and "/pack/" not in address]
    assert len(found) > 20
    for address in found:
        text = " ".join(" ".join(pages[address].text).split())
        for sentence in ("These are our words, not the documents'", "2019 (draft text): A draft text.", "is not among the sources."):
            assert sentence in text, (address, sentence)


def test_a_build_of_the_same_state_gives_the_same_bytes(site: Path, tmp_path: Path) -> None:
    assert mkdocs(ROOT, tmp_path / "again", PYTHONHASHSEED="7").returncode == 0

    def differing(left: Path, right: Path) -> list[str]:
        seen = filecmp.dircmp(left, right)
        found = [*seen.left_only, *seen.right_only, *filecmp.cmpfiles(left, right, seen.common_files, shallow=False)[1]]
        return found + [name for folder in seen.common_dirs for name in differing(left / folder, right / folder)]

    assert differing(site, tmp_path / "again") == []


def test_nothing_is_published_of_a_broken_edit(buildable: Path, edit: Callable[[str, str, str], None], tmp_path: Path) -> None:
    """One build with an editor's mistakes of many kinds: the whole report, no traceback, no site."""
    done = []
    for what, path, old, new, _ in BROKEN:
        if not (buildable / path).is_symlink() and old in (buildable / path).read_text("utf-8"):
            edit(path, old, new)
            done.append(what)
    assert len(done) >= 12
    built = mkdocs(buildable, tmp_path / "site")
    said = built.stdout + built.stderr
    assert built.returncode == 1
    assert "Traceback" not in said
    assert "Nothing has been published. Help: docs/editing/messages.md" in said
    assert not (tmp_path / "site").exists()


SERIOUS = ["a wrong year", "a missing quotation mark", "a tab", "an id twice in a register", "a deleted id line", "a stray {{",
           "an empty name", "an unknown sector", "HTML in an edition", "marks of a conflict"]


@pytest.mark.parametrize("what", SERIOUS)
def test_a_failed_build_leaves_the_published_site_as_it_was(buildable: Path, edit: Callable[[str, str, str], None], what: str) -> None:
    """`make build` with each single mistake: exit not 0, the report, no traceback, and site/ untouched."""
    for name in ("Makefile", "pyproject.toml", "constraints.txt"):
        (buildable / name).symlink_to(ROOT / name)
    (buildable / "ready").touch()
    (buildable / "site").mkdir()
    (buildable / "site/index.html").write_text("published before")
    _, path, old, new, _ = next(row for row in BROKEN if row[0] == what)
    edit(path, old, new)
    done = subprocess.run(["make", "build", f"BIN={Path(sys.executable).parent}", "READY=ready"], cwd=buildable, capture_output=True, text=True, check=False)
    said = done.stdout + done.stderr
    assert done.returncode != 0
    assert "Nothing has been published." in said and "Traceback" not in said
    assert path in said
    assert (buildable / "site/index.html").read_text() == "published before"


def test_linkchecker_finds_nothing(home: str) -> None:
    done = subprocess.run([str(Path(sys.executable).parent / "linkchecker"), "--no-status", "--no-warnings", "--ignore-url", f"^(?!{home})", home],
                          capture_output=True, text=True, check=False, env={"HOME": "/nonexistent", "PATH": "/usr/bin:/bin"})
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-2000:]
    assert int(re.search(r"(\d+) links in", done.stdout)[1]) > 100, done.stdout[-500:]


def test_a_repository_brings_edit_links_and_citations_an_address_but_no_request(tmp_path: Path) -> None:
    where = {"REPO_URL": "https://github.com/example/site", "EDIT_URI": "edit/main/docs/", "SITE_URL": "https://example.org/kscmp/"}
    assert mkdocs(ROOT, tmp_path / "site", **where).returncode == 0
    text = (tmp_path / "site/arrangements/2024/relevant-agency-list/index.html").read_text("utf-8")
    links = Reader(text).links
    assert "https://github.com/example/site/edit/main/docs/arrangements/2024/relevant-agency-list.md" in links
    assert "https://github.com/example/site/edit/main/data/agencies.yaml" in links
    assert "(restated). https://example.org/kscmp/arrangements/2024/relevant-agency-list/#agency-list<" in text
    assert 'data-md-component="source"' not in text  # the theme would ask the repository's host for its stars
