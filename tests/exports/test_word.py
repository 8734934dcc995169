"""Word files: all changes accepted they are the newer edition, all rejected the older one, to the letter."""

from __future__ import annotations

import io
import json
import re
import shutil
import subprocess
import time
import zipfile
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from docx_revisions import RevisionDocument

from macros.check import check
from macros.compare import comparison, fingerprint, items, merged
from macros.compare.comparison import Comparison
from macros.exports import changes, word
from macros.exports.wordfile import bookmark
from macros.read.site import Edition, Site

from ..conftest import ROOT

BUILT = date(2026, 11, 25)
COVER = {"Title", "Cover", "Cover Kind"}
Edit = Callable[[str, str, str], None]


@pytest.fixture(scope="module")
def real() -> Comparison:
    site, problems = check(ROOT)
    assert problems == []
    return comparison.neighbours(site)[-1]


def texts(edition: Edition, part: str | None = None) -> list[str]:
    """What an edition prints, paragraph by paragraph."""
    return [item.text for item in merged.printed(items.of(edition)) if part in (None, item.part)]


def judged(content: bytes, verdict: str) -> list[str]:
    """The paragraphs below the cover after all changes are accepted, or rejected, by docx-revisions (which leaves empty paragraphs behind)."""
    file = RevisionDocument(io.BytesIO(content))
    getattr(file, f"{verdict}_all")()
    found = [each.text.rstrip(" ") for each in file.document.paragraphs if each.style.name not in COVER]
    return [text for text in found if text]


def part_of(content: bytes, name: str) -> str:
    return zipfile.ZipFile(io.BytesIO(content)).read(name).decode()


@pytest.mark.parametrize(("old", "new"), [("2001", "2002"), ("2002", "2004"), ("2001", "2004"), ("2004", "2001")])
def test_all_accepted_is_the_newer_edition_and_all_rejected_the_older(loaded: Site, old: str, new: str) -> None:
    each = comparison.between(loaded, old, new)
    for part in (None, "meetings", "agency-list"):
        content = word.tracked(each, BUILT, part)
        assert judged(content, "accept") == texts(each.new, part)
        assert judged(content, "reject") == texts(each.old, part)


def test_the_real_editions_come_back_to_the_letter(real: Comparison) -> None:
    content = word.tracked(real, BUILT)
    accepted, rejected = judged(content, "accept"), judged(content, "reject")
    print(f"accepted {len(accepted)}, rejected {len(rejected)} paragraphs")
    assert accepted == texts(real.new) and rejected == texts(real.old)


def test_every_note_is_a_comment_once_and_every_changed_paragraph_is_marked(real: Comparison) -> None:
    content = word.tracked(real, BUILT)
    comments, document = part_of(content, "word/comments.xml"), part_of(content, "word/document.xml")
    told = json.loads(changes.as_json(real))
    assert comments.count("<w:comment ") == document.count("<w:commentReference ") == len(told["notes"])
    tracked = {identifier for line in merged.lines(real) if [run.kind for run in line.runs] != ["same"] for identifier in word._ids(line)}
    of_meaning = {
        row["id"] for row in told["changes"] if row["counted"] == "yes" and row["kind"] in ("added", "removed", "reworded", "split", "merged")
    }
    assert {each for each in of_meaning if "/" not in each} <= tracked


def test_the_newer_edition_is_the_author_and_its_printed_month_the_date(real: Comparison) -> None:
    document = part_of(word.tracked(real, BUILT, "voice"), "word/document.xml")
    assert set(re.findall(r'<w:(?:ins|del) w:id="\d+" (.*?)/?>', document)) == {f'w:author="{real.new.title}" w:date="2024-12-01T00:00:00Z"'}


def test_a_comment_tells_the_note_and_its_reason(loaded: Site) -> None:
    comments = part_of(word.tracked(comparison.between(loaded, "2001", "2002"), BUILT, "meetings"), "word/comments.xml")
    said = re.sub(r"<[^>]+>", "", comments)
    assert "The board will meet quarterly (key)" in said
    assert "Why: said to be required: The guidance asks for it. (Second document, 2002, section 1)" in said
    assert "Why: not stated in the sources." in part_of(word.tracked(comparison.between(loaded, "2002", "2004"), BUILT), "word/comments.xml")


def test_a_file_says_what_it_is_before_anything_else_and_on_every_page(loaded: Site) -> None:
    each = comparison.between(loaded, "2001", "2002")
    marked, clean = word.tracked(each, BUILT), word.clean(each.new, BUILT)
    first = {"Marked copy": marked, "Clean copy": clean}
    for kind, content in first.items():
        said = re.findall(r"<w:t[^>]*>([^<]*)<", part_of(content, "word/document.xml"))
        assert said[0] == kind
        assert any("999" in line for line in said[:8]) and any("Made from the state of 25 November 2026." in line for line in said[:8])
        assert f">{kind}: " in part_of(content, "word/header1.xml") and "999" in part_of(content, "word/footer1.xml")
        assert f"<dc:title>{kind}: " in part_of(content, "docProps/core.xml")
    assert fingerprint.of_edition(each.new) in part_of(marked, "word/document.xml")
    assert fingerprint.of_edition(each.new) in part_of(clean, "word/document.xml")


def test_a_clean_copy_marks_nothing_and_carries_the_editors_notes(loaded: Site) -> None:
    edition = loaded.editions["2002"]
    content = word.clean(edition, BUILT)
    said = part_of(content, "word/document.xml")
    assert "<w:ins" not in said and "<w:del" not in said
    file = RevisionDocument(io.BytesIO(content)).document.paragraphs
    assert [each.text for each in file if each.style.name not in COVER | {"Note"}] == texts(edition)
    assert [each.text for each in file if each.style.name == "Note"] == [
        f"Editor's note: {note.text}" for page in edition.pages for note in page.notes
    ]


def test_a_sectors_file_has_each_note_that_is_for_it_and_its_words(loaded: Site) -> None:
    each = comparison.between(loaded, "2001", "2002")
    lines = word._Lines(each)
    for sector in loaded.register("sectors"):
        content = word.for_sector(lines, sector, BUILT)
        headings = [each.text for each in RevisionDocument(io.BytesIO(content)).document.paragraphs if each.style.name == "Heading 2"]
        found = word.findings.for_sector(each, sector)
        assert headings == [told.note.title for told in (*(told for told, _ in (*found.duties, *found.agencies)), *found.named)]


def test_the_same_bytes_seconds_apart(pair: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site, _ = check(pair)
    first = dict(word.files(site, BUILT))
    then = time.time() + 4000
    monkeypatch.setattr(time, "time", lambda: then)
    monkeypatch.setattr(time, "localtime", lambda *_: time.gmtime(then))
    assert dict(word.files(site, BUILT)) == first


def test_every_provision_has_a_hidden_bookmark_whose_id_is_kept(real: Comparison) -> None:
    content = word.tracked(real, BUILT)
    names = re.findall(r'<w:bookmarkStart w:id="\d+" w:name="([^"]+)"', part_of(content, "word/document.xml"))
    kept = dict(re.findall(r'<bookmark name="([^"]+)" id="([^"]+)"/>', part_of(content, "customXml/bookmarks.xml")))
    ids = {item.id for edition in (real.old, real.new) for item in merged.printed(items.of(edition))}
    assert set(kept.values()) == ids and sorted(kept) == sorted(names) == sorted(map(bookmark, ids))
    assert all(re.fullmatch(r"_\w{1,39}", name) for name in names)


def test_without_a_day_a_file_says_that_it_is_not_known(loaded: Site) -> None:
    assert "The day of the state that it was made from is not known." in part_of(word.clean(loaded.now), "word/document.xml")


def pandoc(path: Path, verdict: str) -> list[str]:
    """The paragraphs that pandoc reads after accepting or rejecting all."""
    import pypandoc

    read = json.loads(pypandoc.convert_file(str(path), "json", format="docx", extra_args=[f"--track-changes={verdict}"]))
    return [text for text in (" ".join(_words(block).split()) for block in _paragraphs(read["blocks"])) if text]


def _paragraphs(blocks: list[Any]) -> Iterator[Any]:
    for block in blocks:
        if block["t"] in ("Para", "Plain", "Header"):
            yield block["c"][-1] if block["t"] == "Header" else block["c"]
        elif block["t"] == "BulletList":
            for item in block["c"]:
                yield from _paragraphs(item)
        elif block["t"] in ("Div", "BlockQuote"):
            yield from _paragraphs(block["c"][1] if block["t"] == "Div" else block["c"])
        else:
            raise AssertionError(block["t"])


def _words(found: Any) -> str:
    if isinstance(found, list):
        return "".join(map(_words, found))
    if not isinstance(found, dict):
        return ""
    if found["t"] == "Str":
        return str(found["c"])
    if found["t"] in ("Space", "SoftBreak", "LineBreak"):
        return " "
    return _words(found["c"][1]) if found["t"] in ("Span", "Quoted") else _words(found.get("c", [])) if found["t"] != "Note" else ""


@pytest.mark.trust
def test_pandoc_reads_both_editions_back(real: Comparison, tmp_path: Path) -> None:
    path = tmp_path / "tracked.docx"
    path.write_bytes(word.tracked(real, BUILT))
    for verdict, edition in (("accept", real.new), ("reject", real.old)):
        wanted = [" ".join(text.split()) for text in texts(edition)]
        assert pandoc(path, verdict)[-len(wanted) :] == wanted


def office(*arguments: str, home: Path) -> None:
    program = shutil.which("soffice") or shutil.which("libreoffice")
    assert program, "LibreOffice is missing: sudo apt-get install libreoffice-writer-nogui"
    subprocess.run([program, f"-env:UserInstallation=file://{home}", "--headless", *arguments], check=True, capture_output=True, timeout=300)


@pytest.mark.trust
def test_libreoffice_opens_the_marked_copy_with_its_comments(real: Comparison, tmp_path: Path) -> None:
    path = tmp_path / "tracked.docx"
    path.write_bytes(word.tracked(real, BUILT, "scrutiny"))
    office("--convert-to", "pdf", "--outdir", str(tmp_path), str(path), home=tmp_path / "home")
    assert (tmp_path / "tracked.pdf").stat().st_size > 20_000
