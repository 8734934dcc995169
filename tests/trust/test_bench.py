"""The long proof that the larger sites which ``make bench`` measures are sites: `check` accepts them."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from macros.__main__ import main

from ..conftest import ROOT

sys.path.insert(0, str(ROOT / "tests/bench"))

import grown
from growth import WAYS

pytestmark = pytest.mark.trust


@pytest.mark.parametrize("name", WAYS)
def test_a_site_that_has_grown_is_accepted(name: str, tmp_path: Path) -> None:
    project, way = tmp_path / "grown", WAYS[name]
    grown.copy(ROOT, project)
    for step in way.steps:
        step(project, 2 * way.whole[0])
    grown.explained(project)  # raises with what the rules say
    assert main(["--root", str(project), "check"]) == 0, "its pages are drawn too"
