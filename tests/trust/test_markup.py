"""The long proof of the HTML: every page is valid."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from . import judges

pytestmark = pytest.mark.trust

RULES = {"root": True, "extends": ["html-validate:standard"], "rules": {"no-trailing-whitespace": "off"}}
"""The standard rules, but for blanks at ends of lines, which templates leave and no reader meets."""
THEMES = {
    # the theme's boxes to tick say `autocomplete`, lest a browser that goes back opens the menu; its frame has no place to leave that out
    ("valid-autocomplete", "#__drawer"),
    ("valid-autocomplete", "#__search"),
}
"""What the theme does, and why it stays."""


def test_every_page_is_valid(site: Path, tmp_path: Path, count: Callable[..., None]) -> None:
    rules = tmp_path / "rules.json"
    rules.write_text(json.dumps(RULES), "utf-8")
    words = [str(judges.html_validate()), "--config", str(rules), "--formatter", f"json={tmp_path}/found.json", str(site / "**/*.html")]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert (tmp_path / "found.json").exists(), done.stderr[-2000:]
    pages = json.loads((tmp_path / "found.json").read_text("utf-8"))
    found = {
        (fault["ruleId"], fault.get("selector")): (page["filePath"], fault["line"], fault["message"]) for page in pages for fault in page["messages"]
    }
    count("pages read by html-validate", len(list(site.rglob("*.html"))))
    assert {fault: where for fault, where in found.items() if fault not in THEMES} == {}
