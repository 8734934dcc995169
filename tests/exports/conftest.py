"""Two editions are enough to be exported and changed; all three are in ``loaded``."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture
def mini(pair: Path) -> Path:
    """A copy of the miniature with its first two editions."""
    return pair
