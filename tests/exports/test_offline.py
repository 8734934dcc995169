"""The site as a zip that works from a folder."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest

from macros.exports import offline


@pytest.mark.parametrize(
    ("address", "goal"),
    [
        (".", "index.html"),
        ("./", "index.html"),
        ("", "index.html"),
        ("../..", "../../index.html"),
        ("../voice/", "../voice/index.html"),
        ("../voice/#aims", "../voice/index.html#aims"),
        ("#aims", "#aims"),
        ("changes.csv", "changes.csv"),
        ("../../downloads/a-b.docx", "../../downloads/a-b.docx"),
        ("https://example.org/", "https://example.org/"),
        ("mailto:x", "mailto:x"),
        ("/404/", "/404/"),
    ],
)
def test_an_address_of_a_folder_becomes_that_of_its_index(address: str, goal: str) -> None:
    assert offline.to_file(address) == goal


def test_a_page_leads_to_files_and_loses_a_policy_that_knows_none() -> None:
    policy = '<meta http-equiv="Content-Security-Policy" content="default-src \'self\'">'
    page = f'<head>{policy}</head><a class="x" href="../voice/">Voice</a><link href="../">'
    assert offline.page(page) == ('<head></head><a class="x" href="../voice/index.html">Voice</a><link href="../">')


def test_the_zip_holds_everything_once_in_one_folder_and_has_the_same_bytes(tmp_path: Path) -> None:
    (tmp_path / "search").mkdir()
    (tmp_path / "assets/javascripts/workers").mkdir(parents=True)
    (tmp_path / "index.html").write_text('<a href="voice/">é</a>', "utf-8")
    (tmp_path / "search/search_index.json").write_text(json.dumps({"docs": [{"location": "voice/#aims", "text": "é"}]}), "utf-8")
    (tmp_path / "assets/javascripts/workers/search.abc.min.js").write_text('"work"', "utf-8")
    (tmp_path / "assets/site.js").write_text("run()", "utf-8")
    (tmp_path / "old.zip").write_bytes(b"old")
    made = offline.bundle(tmp_path, "copy", ("old.zip",))
    assert made == offline.bundle(tmp_path, "copy", ("old.zip",))
    archive = zipfile.ZipFile(io.BytesIO(made))
    assert sorted(archive.namelist()) == [
        "copy/assets/javascripts/workers/search.abc.min.js", "copy/assets/site.js", "copy/index.html", "copy/search/search_index.js", "copy/search/search_index.json",
    ]  # fmt: skip
    assert archive.read("copy/index.html").decode() == '<a href="voice/index.html">é</a>'
    assert archive.read("copy/search/search_index.js").decode() == 'var __index = {"docs": [{"location": "voice/index.html#aims", "text": "é"}]}'
    assert archive.read("copy/assets/site.js").decode() == 'window.__worker = "\\"work\\"";\nrun()'
