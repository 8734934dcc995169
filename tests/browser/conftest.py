"""A browser for the tests of a module."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from . import chromium


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium, started as the tests want it."""
    path = chromium.find()
    assert path, chromium.MISSING
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=path, args=chromium.ARGUMENTS)
        yield found
        found.close()
