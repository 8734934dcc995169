"""What there is to take away: on its own page, and on the pages that a file holds."""

from __future__ import annotations

import re

from macros import offers
from macros.read.site import Site

from ..drawn import Shown


def test_every_offer_stands_on_the_page_once_and_is_not_built_here(loaded: Site) -> None:
    html = Shown(loaded).block("downloads.md", "downloads")
    assert sorted(re.findall(r"<!--offer row (\S+?)-->", html)) == sorted(each.path for each in offers.offers(loaded))
    assert html.count("not built here") == len(offers.offers(loaded))


def test_a_page_names_the_files_that_hold_it_or_tell_its_changes(loaded: Site) -> None:
    shown = Shown(loaded)
    rows = {
        "guidance/escalation/index.md": ["downloads/pdf/escalation.pdf"],
        "compare/2001-2002/meetings.md": ["downloads/word/2001-2002/meetings-tracked.docx"],
        "compare/2001-2002/for/health.md": ["downloads/word/2001-2002/for-health-tracked.docx", "downloads/pdf/health.pdf"],
        "compare/2001-2002/pack.md": ["downloads/pdf/2001-2002-pack.pdf"],
        "glossary.md": [],
    }
    found = {path: re.findall(r"<!--offer line (\S+?)-->", shown.page(path)) for path in rows}
    assert found == rows
