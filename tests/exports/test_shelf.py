"""Places where a page names a file: told once the file is there."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import jinja2
import pytest

from macros import offers
from macros.exports import shelf
from macros.read.site import Site

from ..conftest import ROOT


@pytest.mark.parametrize("sizes", [(999, "1 kB"), (1500, "2 kB"), (999_000, "999 kB"), (5_830_000, "5.8 MB")])
def test_a_size_reads_as_people_write_it(sizes: tuple[int, str]) -> None:
    assert shelf._size(sizes[0]) == sizes[1]


def test_a_page_tells_of_a_file_once_it_is_there_and_again_when_it_changes(loaded: Site, tmp_path: Path) -> None:
    env = jinja2.Environment(loader=jinja2.FileSystemLoader(str(ROOT / "overrides/macros")), autoescape=True, undefined=jinja2.StrictUndefined)
    found = {each.path: each for each in offers.offers(loaded)}
    path = "downloads/pdf/escalation.pdf"
    page = tmp_path / "guidance/escalation/index.html"
    page.parent.mkdir(parents=True)
    page.write_text(f"<p>Before</p><!--offer line {path}--><!--/offer--><!--offer row {path}-->old<!--/offer--><p>After</p>", "utf-8")
    show = shelf._shower(env, found, tmp_path, date(2026, 11, 25))
    shelf._tell(tmp_path, show)
    assert "<a" not in page.read_text("utf-8") and "not built here" in page.read_text("utf-8")
    for content, size in ((b"x" * 3000, "3 kB"), (b"y" * 5000, "5 kB")):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(content)
        shelf._tell(tmp_path, show)
        text = page.read_text("utf-8")
        assert text.count(f'href="../../{path}"') == 2 and f"{size}, 25 November 2026" in text and "not built here" not in text
        assert text.startswith("<p>Before</p>") and text.endswith("<p>After</p>")
