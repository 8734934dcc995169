"""The miniature's pages, drawn."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from macros.read.site import Site

from ..drawn import Shown, checked


@pytest.fixture
def shown(loaded: Site) -> Shown:
    return Shown(loaded, {"docs/arrangements/2002/meetings.md": date(2026, 1, 2)}, home="https://example.org/")


@pytest.fixture
def turned(mini: Path, edit: Callable[[str, str, str], None]) -> Shown:
    """The miniature with its older edition as the current one."""
    edit("data/editions.yaml", 'current: "2002"', 'current: "2001"')
    edit("docs/index.md", "[Meetings][current/meetings#meetings-frequency]", "[Meetings][current]")
    edit("data/not-covered.yaml", "provision: [refreshments-see]", "provision: [refreshments]")
    return Shown(checked(mini))
