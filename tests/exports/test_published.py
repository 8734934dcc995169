"""The list of every address, and that none goes without a word."""

from __future__ import annotations

import pytest

from macros.exports import published
from macros.read.site import Site

KEPT = [
    ("guidance/tea/", True),
    ("guidance/tea/#biscuits", True),
    ("arrangements/2002/meetings/#tea-drunk", True),
    ("arrangements/2002/meetings/#minutes-kept", True),
    ("arrangements/2001/", True),
    ("", True),
    ("people/#post-chair", True),
    ("compare/2001-2002/meetings/", True),
    ("glossary/#word-board", True),
    ("guidance/not-covered/#tea-times", True),
    ("timeline/#event-board-begins", True),
    ("glossary/#word-visit", False),  # a draft promises nothing yet
    ("glossary/#word-table", False),
    ("timeline/#event-board-ends", False),
    ("arrangements/2002/meetings/#tea-poured", False),
    ("guidance/coffee/", False),
]


@pytest.mark.parametrize(("address", "kept"), KEPT)
def test_an_address_is_there_or_tells_its_fate_or_is_lost(loaded: Site, address: str, kept: bool) -> None:
    assert published.is_kept(loaded, address) is kept


def test_the_list_is_a_download_of_the_site(loaded: Site) -> None:
    ((name, content),) = published.downloads(loaded)
    assert name == "addresses.txt"
    assert content.decode().splitlines() == sorted(set(published.addresses(loaded)))
