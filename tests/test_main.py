"""The command line, in a Python that has no MkDocs."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from macros.records import KINDS

from .conftest import ROOT

EDITIONS = 3
REGISTERS = sum(kind.place == () for kind in KINDS.values())
MADE = 41
"""The pages of its comparisons, and the one that keeps an old address, which are made."""
BARE = """
import runpy, sys
for name in ("mkdocs", "material", "mkdocs_macros"):
    sys.modules[name] = None
sys.argv = ["macros", *sys.argv[1:]]
runpy.run_module("macros", run_name="__main__")
"""


def run(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", BARE, "--root", str(folder), *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        env={"PATH": "", **environment},
    )


def test_check_says_that_all_is_well(mini: Path) -> None:
    done = run(mini, "check")
    pages = len(list((mini / "docs").rglob("*.md")))
    assert (done.returncode, done.stdout, done.stderr) == (0, f"No problems: {EDITIONS} editions, {pages} pages, {REGISTERS} registers.\n", "")


def test_check_draws_every_page_where_there_are_templates(mini: Path) -> None:
    (mini / "overrides").symlink_to(ROOT / "overrides")
    pages = len(list((mini / "docs").rglob("*.md"))) + MADE
    assert run(mini, "check").stdout == f"No problems: {EDITIONS} editions, {pages} pages, {REGISTERS} registers.\n"


def test_check_waits_for_nothing_that_it_does_not_need(mini: Path) -> None:
    (mini / "overrides").symlink_to(ROOT / "overrides")
    code = "import sys\nfrom macros.__main__ import main\nmain(sys.argv[1:])\nprint(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code, "--root", str(mini), "check"], cwd=ROOT, capture_output=True, text=True, check=True)
    loaded = set(done.stdout.splitlines()[-1].split())
    unwanted = ("docx", "icalendar", "feedgenerator", "weasyprint", "macros.exports", "macros.editing.review", "macros.git")
    assert "macros.pages.page" in loaded and not loaded & set(unwanted)


def test_check_reports_problems_and_fails(mini: Path, edit: Callable[[str, str, str], None]) -> None:
    edit("data/agencies.yaml", 'sector: health\n  editions:\n    "2001": {name: Town', 'sector: helth\n  editions:\n    "2001": {name: Town')
    done = run(mini, "check")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        "data/agencies.yaml, line 9: hospital names “helth” as its “sector”, which does not exist.\n"
        "    Use education or health, or add helth to data/sectors.yaml first.\n"
        + "1 problem. Nothing has been published. Help: docs/editing/messages.md\n"
    )


def test_a_pull_request_gets_annotations(mini: Path, edit: Callable[[str, str, str], None]) -> None:
    edit("docs/about/index.md", "# About", "<b>")
    done = run(mini, "check", GITHUB_ACTIONS="true")
    assert done.stdout.startswith("::error file=docs/about/index.md,line=5::there is HTML here. Delete the tag")


def test_compare_shows_two_editions(mini: Path) -> None:
    done = run(mini, "compare", "2001", "2002", "--topic", "meetings")
    assert done.returncode == 0
    assert "The board [-should-]{+will+} meet quarterly." in done.stdout


def test_compare_knows_its_editions_and_topics(mini: Path) -> None:
    assert run(mini, "compare", "2001", "1999").stderr == "There is no edition 1999. Use one of: 2001, 2002, 2004.\n"
    assert (
        run(mini, "compare", "2001", "2002", "--topic", "tea").stderr
        == "There is no topic tea. Use one of: agency-list, duties, escalation, groups, meetings, posts, report-contents.\n"
    )
    assert run(mini, "compare", "2001", "1999").returncode == run(mini, "compare", "2001", "2002", "--topic", "tea").returncode == 2


def test_compare_writes_in_three_forms(mini: Path) -> None:
    text, markdown, value = (
        run(mini, "compare", "2001", "2002", "--topic", "meetings", "--format", form).stdout for form in ("text", "markdown", "json")
    )
    assert text == run(mini, "compare", "2001", "2002", "--topic", "meetings").stdout
    assert "~~should~~**will**" in markdown and "## Agency list" not in markdown
    assert json.loads(value)["counts"]["force changed"] == 2


def test_compare_refuses_a_site_with_problems(mini: Path, edit: Callable[[str, str, str], None]) -> None:
    edit("docs/about/index.md", "# About", "<b>")
    done = run(mini, "compare", "2001", "2002")
    assert (done.returncode, done.stdout) == (1, "") and "there is HTML here" in done.stderr


def test_a_terminal_that_is_not_utf_8_is_no_fall(mini: Path, edit: Callable[[str, str, str], None]) -> None:
    for edition in ("2002", "2004"):
        edit(f"docs/arrangements/{edition}/meetings.md", "Minutes will be kept.", "Minutes – all – will be kept.")
    done = run(mini, "compare", "2001", "2002", PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr) == (0, "") and "Minutes\\u2013" not in done.stdout and "\\u2013 all \\u2013" in done.stdout
    edit("docs/index.md", "[Meetings][current/", "[Meetings][curent/")
    assert "this links to \\u201ccurent/" in run(mini, "check", PYTHONIOENCODING="ascii").stderr


def test_a_closed_pipe_is_no_fall(mini: Path) -> None:
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(
        [sys.executable, "-m", "macros", "--root", str(mini), "compare", "2001", "2002"],
        cwd=ROOT,
        stdout=write,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    os.close(write)
    assert (done.returncode, done.stderr) == (0, "")


def test_schemas_are_written_and_every_data_file_names_its_own_once(mini: Path) -> None:
    done = run(mini, "schemas")
    kept = sorted(path.name for path in (mini / ".schemas").iterdir())
    assert (done.returncode, done.stdout) == (0, f"{len(kept)} schemas written to .schemas/. Read what changed: git diff .schemas data\n")
    assert "agencies.json" in kept
    first = (mini / "data/changes/2001-2002.yaml").read_text("utf-8")
    assert first.startswith("# yaml-language-server: $schema=../../.schemas/changes.json\n")
    assert run(mini, "schemas").returncode == 0
    assert (mini / "data/changes/2001-2002.yaml").read_text("utf-8") == first
    assert run(mini, "check").returncode == 0
