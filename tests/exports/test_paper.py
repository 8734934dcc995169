"""PDF: the pages' own articles for paper, tagged, the same bytes each time."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from macros import offers
from macros.exports import paper, shelf
from macros.offers import Offer

from ..conftest import ROOT, STATE
from ..trust import judges

BUILT = date(2026, 11, 25)
PAGE = """<html><body><article><h1 id="top-of-it">Title</h1><p id="x">Text <a class="permalink" href="#x">§</a></p>
<p><a href="#x">here</a> <a href="../two/#y">the other</a> <a href="../three/">elsewhere</a> <a href="https://example.org/">outside</a></p>
<p id="y"><a href="../two/">the whole other</a> <a href="#gone">what is gone</a></p>
<dl><div><dt>Term</dt><dd>Meaning</dd></div></dl><details class="changed-here">was, is</details><p class="screen">for screens</p><script>run()</script></article></body></html>"""


@pytest.fixture
def press(tmp_path: Path) -> paper.Press:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "index.html").write_text(PAGE, "utf-8")
    return paper.Press(tmp_path, lambda _, **said: "".join(article for _, article in said["articles"]), "", BUILT)


def offer(*pages: str) -> Offer:
    return Offer("downloads/pdf/x.pdf", offers.PDF, offers.PAGE, "X", "To try.", pages)


def test_what_paper_has_no_use_for_is_left_out(press: paper.Press) -> None:
    html = press.html(offer("one/"))
    assert all(words not in html for words in ("§", "was, is", "for screens", "run()", "<div>"))
    assert "<dl><dt>Term</dt><dd>Meaning</dd></dl>" in html


@pytest.mark.parametrize(
    ("pages", "home", "links"),
    [
        (("one/",), "", ['href="#x"', 'href="https://example.org/"']),
        (
            ("one/",),
            "https://a.test/",
            [
                'href="#x"',
                'href="https://a.test/two/#y"',
                'href="https://a.test/three/"',
                'href="https://example.org/"',
                'href="https://a.test/two/"',
            ],
        ),
        (("one/", "two/"), "", ['href="#page-1-x"', 'href="#page-2-y"', 'href="https://example.org/"', 'href="#page-2-top"'] * 2),
    ],
)
def test_a_link_leads_within_the_document_or_to_the_site_or_nowhere(press: paper.Press, pages: tuple[str, ...], home: str, links: list[str]) -> None:
    html = paper.Press(press.folder, press.render, home, BUILT).html(offer(*pages))
    found = re.findall(r'href="[^"]*"', html)
    assert [each.replace("#page-2-x", "#page-1-x") for each in found] == links
    assert "elsewhere" in html and "what is gone" in html and "#gone" not in html


def test_without_the_systems_library_one_sentence_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    with pytest.raises(paper.NoPaper, match="sudo apt-get install libpango"):
        paper.renderer()


GUESSED = "TBL-010"
"""A guess of the judge's: a table of one or two notes has more heads than cells, and is a table for all that."""


@pytest.mark.trust
def test_every_pdf_is_tagged_without_an_error(shelved: Path, count: Callable[[str, int], None]) -> None:

    found = sorted((shelved / "downloads/pdf").glob("*.pdf"))
    assert len(found) == sum(each.form == offers.PDF for each in _offers())
    done = subprocess.run(
        [str(Path(sys.executable).parent / "outloud"), "-q", "--no-info", "--skip", GUESSED, *map(str, found)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
    count("PDF files without an error in outloud", len(found))
    pages = {
        each.path: subprocess.run([judges.command("pdfinfo"), str(shelved / each.path)], capture_output=True, text=True, check=True).stdout
        for each in _offers()
        if each.form == offers.PDF
    }
    assert "Pages:           2\n" in next(said for path, said in pages.items() if "-pack" in path)
    assert "Pages:           1\n" in pages["downloads/pdf/escalation.pdf"]


def _offers() -> tuple[Offer, ...]:
    from macros.check import check

    return offers.offers(check(ROOT)[0])


@pytest.mark.trust
def test_the_clean_copy_as_pdf_has_every_provision_in_order(shelved: Path) -> None:
    from macros.check import check

    site, _ = check(ROOT)
    for each in (each for each in _offers() if each.edition and each.form == offers.PDF):
        said = subprocess.run([judges.command("pdftotext"), str(shelved / each.path), "-"], capture_output=True, text=True, check=True).stdout
        words, at = re.sub(r"\W+", "", said), 0
        for page in site.editions[each.edition].pages:
            for provision in (part for part in page.provisions if part.kind == "heading"):
                found = words.find(re.sub(r"\W+", "", provision.text), at)
                assert found >= 0, provision.text
                at = found


@pytest.mark.trust
def test_two_makings_have_the_same_bytes(shelved: Path, site: Path, tmp_path: Path) -> None:
    import shutil

    again = Path(shutil.copytree(site, tmp_path / "site"))
    subprocess.run([sys.executable, "-m", "macros", "take-away", str(again)], cwd=ROOT, check=True, env=STATE, capture_output=True)
    assert (again / shelf.SUMS).read_text("utf-8") == (shelved / shelf.SUMS).read_text("utf-8")
