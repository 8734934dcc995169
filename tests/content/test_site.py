"""This partnership's site as it is built: the same scans as of the miniature, and what its pages promise."""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from macros.check import check
from macros.compare import comparison
from macros.pages.addresses import anchor
from macros.problems import report
from macros.read.site import Site

from ..conftest import ROOT, mkdocs
from ..scan import SCANS, Built, Page, nothing_is_left_of_macros


@pytest.fixture(scope="module")
def built(site: Path) -> Built:
    """The site, built."""
    return Built(site)


@pytest.fixture(scope="module")
def loaded() -> Site:
    """The site, loaded and without problems."""
    found, problems = check(ROOT)
    assert report(problems) == ""
    return found


def test_it_keeps_every_rule() -> None:
    assert report(check(ROOT)[1]) == ""


@pytest.mark.parametrize("scan", [*SCANS, nothing_is_left_of_macros], ids=lambda scan: scan.__name__)
def test_every_page(built: Built, scan: Callable[[Built], Iterator[str]]) -> None:
    assert list(scan(built)) == []


def test_every_page_puts_help_first_and_says_who_runs_it(built: Built) -> None:
    assert "404.html" in built.pages
    for where, page in built.pages.items():
        assert "Immediate danger: call 999." in page.words, where
        assert "https://www.kscmp.org.uk/guidance/worried-about-a-child" in page.links, where
        assert "Unofficial. Run by" in page.words, where


def test_the_parser_and_the_built_page_agree_on_every_id(built: Built, loaded: Site) -> None:
    tags = {"heading": ("h1", "h2", "h3", "h4", "h5"), "paragraph": ("p",), "item": ("li",)}
    for (edition, topic), page in loaded.pages.items():
        found = {str(tag.get("id")): tag.name for tag in built.pages[f"arrangements/{edition}/{topic}/"].tags}
        for each in page.provisions:
            assert found.get(each.id) in tags[each.kind], (edition, topic, each.id, found.get(each.id))


def test_every_item_stands_on_exactly_one_page_of_comparison_that_it_belongs_to(built: Built, loaded: Site) -> None:
    for each in comparison.neighbours(loaded):
        for part in each.parts:
            ids = Counter(built.pages[f"compare/{each.name}/{part}/"].ids)
            for change in each.of(part):
                assert ids[anchor(change.id)] == 1, (part, change.id)


def test_a_superseded_page_says_so_everywhere(built: Built, loaded: Site) -> None:
    sitemap = (built.folder / "sitemap.xml").read_text("utf-8")
    for edition, topic in loaded.pages:
        address = f"arrangements/{edition}/{topic}/"
        page, current = built.pages[address], edition == loaded.current
        assert bool(re.search("superseded( – KSCMP arrangements)?</title>", page.source)) is not current, address
        assert ('<meta name="robots" content="noindex">' in page.source) is not current, address
        assert ("This is not the current edition." in page.words) is not current, address
        assert (address in sitemap) is current, address
        assert ("check GOV.UK for later guidance" in page.words) is current, address
        if not current and (loaded.current, topic) in loaded.pages:
            assert f"../../{loaded.current}/{topic}/" in page.links


def test_every_comparison_says_what_it_is(built: Built, loaded: Site) -> None:
    gone = {fate.address for fate in loaded.register("fates")}
    found = [address for address in built.pages.keys() - gone if re.fullmatch(r"compare/[^/]+/(for/)?([^/]+/)?", address)]
    assert len(found) > 20
    for address in found:
        assert re.search("[Oo]ur words, not the documents'", built.pages[address].words), address
        for sentence in ("2019 (draft text): A draft text.", "is not among the sources."):
            assert sentence in built.pages[address].words, (address, sentence)


def test_a_repository_brings_edit_links_and_citations_an_address_but_no_request(tmp_path: Path) -> None:
    where = {"REPO_URL": "https://github.com/example/site", "EDIT_URI": "edit/main/docs/", "SITE_URL": "https://example.org/kscmp/"}
    assert mkdocs(ROOT, tmp_path / "site", **where).returncode == 0
    page = Page((tmp_path / "site/arrangements/2024/relevant-agency-list/index.html").read_text("utf-8"))
    assert "https://github.com/example/site/edit/main/docs/arrangements/2024/relevant-agency-list.md" in page.links
    assert "https://github.com/example/site/edit/main/data/agencies.yaml" in page.links
    assert "(restated). https://example.org/kscmp/arrangements/2024/relevant-agency-list/#agency-list<" in page.source
    assert 'data-md-component="source"' not in page.source  # the theme would ask the repository's host for its stars


def test_every_link_and_anchor_is_there_by_another_judge(site: Path, count: Callable[..., None]) -> None:
    lychee = Path(sys.executable).parent / "lychee"
    if not lychee.exists():
        pytest.skip("lychee has no wheel for this machine")
    words = [str(lychee), "--offline", "--include-fragments", "--index-files", "index.html", "--root-dir", str(site), "--no-progress", "."]
    done = subprocess.run(words, cwd=site, capture_output=True, text=True, check=False)
    total = re.search(r"(\d+) Total", done.stdout)
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-1000:]
    assert total and int(total[1]) > 10_000, done.stdout[-500:]
    count("links and anchors that lychee followed", int(total[1]))


def test_no_page_is_an_orphan(built: Built) -> None:
    """Every page is reached from home, link by link; 404 is nobody's goal."""
    seen, waiting = set[str](), [""]
    while waiting:
        address = waiting.pop()
        if address in seen or address not in built.pages:
            continue
        seen.add(address)
        goals = (urlsplit(urljoin(f"https://site/{address}", link)) for link in built.pages[address].links)
        waiting += [unquote(goal.path[1:]).removesuffix("index.html") for goal in goals if goal.netloc == "site"]
    assert built.pages.keys() - seen == {"404.html"}


def test_links_lead_outside_only_to_what_the_register_names(built: Built, loaded: Site) -> None:
    known = {each.url for each in loaded.register("links")}
    found = {link for page in built.pages.values() for link in page.links if re.match("[a-z]+:", link)}
    assert found - known == set()


def test_titles_are_unique(built: Built) -> None:
    titles = Counter(page.soup.title.get_text() for page in built.pages.values() if page.soup.title)
    assert [title for title, count in titles.items() if count > 1] == []
    assert sum(titles.values()) == len(built.pages)


def test_a_missing_page_helps_on(built: Built) -> None:
    page = built.pages["404.html"]
    assert page.soup.title and page.soup.title.get_text() == "There is no such page – KSCMP arrangements"
    assert {"/.", "/arrangements/2024/", "/glossary/", "/agencies/", "/guidance/not-covered/"} <= set(page.links)


@pytest.fixture
def anyones() -> Iterator[str]:
    """A folder that any user reaches: pytest's own are this user's alone."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o777)
        yield folder


@pytest.mark.trust
def test_linkchecker_finds_nothing(home: str, anyones: str, count: Callable[..., None]) -> None:
    """Of root it makes another user, who has no folder of its own: it gets one."""
    words = [str(Path(sys.executable).parent / "linkchecker"), "--no-status", "--ignore-url", f"^(?!{home})", home]
    done = subprocess.run(words, cwd=anyones, capture_output=True, text=True, check=False, env={"HOME": anyones, "PATH": "/usr/bin:/bin"})
    found = re.search(r"(\d+) links in .* (\d+) warnings? found.* (\d+) errors? found", done.stdout)
    assert done.returncode == 0 and found, done.stdout[-3000:] + done.stderr[-2000:]
    assert int(found[1]) > 250 and found[2] == found[3] == "0", done.stdout[-500:]
    count("addresses that linkchecker asked", int(found[1]))
