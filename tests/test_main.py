"""The command line, in a Python that has no MkDocs."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from .conftest import ROOT

BARE = """
import runpy, sys
for name in ("mkdocs", "material", "mkdocs_macros", "markdown"):
    sys.modules[name] = None
sys.argv = ["macros", *sys.argv[1:]]
runpy.run_module("macros", run_name="__main__")
"""


def run(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", BARE, "--root", str(folder), *arguments], cwd=ROOT, capture_output=True, text=True, check=False,
                          env={"PATH": "", **environment})


def test_check_says_that_all_is_well(mini: Path) -> None:
    done = run(mini, "check")
    assert (done.returncode, done.stdout, done.stderr) == (0, "No problems: 2 editions, 22 pages, 15 registers.\n", "")


def test_check_reports_problems_and_fails(mini: Path, edit: Callable[[str, str, str], None]) -> None:
    edit("data/agencies.yaml", "sector: health\n  editions:\n    \"2001\": {name: Town", "sector: helth\n  editions:\n    \"2001\": {name: Town")
    done = run(mini, "check")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        "data/agencies.yaml, line 8: hospital names “helth” as its “sector”, which does not exist.\n"
        "    Use all, education or health, or add helth to data/sectors.yaml first.\n".replace("all, ", "")
        + "1 problem. Nothing has been published. Help: docs/editing/messages.md\n")


def test_a_pull_request_gets_annotations(mini: Path, edit: Callable[[str, str, str], None]) -> None:
    edit("docs/about/index.md", "# About", "<b>")
    done = run(mini, "check", GITHUB_ACTIONS="true")
    assert done.stdout.startswith("::error file=docs/about/index.md,line=5::there is HTML here. Delete the tag")


def test_compare_shows_two_editions(mini: Path) -> None:
    done = run(mini, "compare", "2001", "2002", "--topic", "meetings")
    assert done.returncode == 0
    assert "The board [-should-]{+will+} meet quarterly." in done.stdout


def test_compare_knows_its_editions_and_topics(mini: Path) -> None:
    assert run(mini, "compare", "2001", "1999").stderr == "There is no edition 1999. Use one of: 2001, 2002.\n"
    assert run(mini, "compare", "2001", "2002", "--topic", "tea").stderr == "There is no topic tea. Use one of: agency-list, duties, escalation, groups, meetings, partnerships, posts, report-contents, representation.\n"
