"""A build whose processor time is sampled: ``python tests/bench/sampled.py GOAL SITE`` builds the site of the folder and writes samples by part."""

from __future__ import annotations

import json
import signal
import sys
from collections import Counter
from pathlib import Path
from types import FrameType

EVERY = 0.004
"""Seconds of processor time between two samples."""
COMPILING = "Jinja: compiling templates"
PARTS = (
    ("/overrides/macros/", "ours: templates of block macros"),
    ("/overrides/", "the frame of a page: theme and ours"),
    ("material/templates/", "the frame of a page: theme and ours"),
    ("/macros/check/", "ours: check"),
    ("/macros/read/", "ours: read"),
    ("/macros/records/", "ours: records, and their models"),
    ("/macros/compare/", "ours: comparison"),
    ("/macros/pages/", "ours: pages"),
    ("/macros/exports/", "ours: downloads"),
    ("/macros/", "ours: the rest"),
    ("mkdocs/contrib/search/", "search index"),
    ("material/plugins/search/", "search index"),
    ("mkdocs_macros/", "mkdocs-macros"),
    ("jinja2/compiler.py", COMPILING),
    ("jinja2/parser.py", COMPILING),
    ("jinja2/lexer.py", COMPILING),
    ("jinja2/idtracking.py", COMPILING),
    ("jinja2/nodes.py", COMPILING),
    ("jinja2/visitor.py", COMPILING),
    ("site-packages/markdown/", "Markdown"),
    ("site-packages/pymdownx/", "Markdown"),
    ("site-packages/material/", "Material's own"),
    ("site-packages/mkdocs/", "MkDocs"),
    ("<frozen importlib", "imports"),
)
"""What the paths of files hold, and the part to which they count; the first that fits decides."""


def part(frame: FrameType | None) -> str:
    """The nearest part that is at work."""
    while frame is not None:
        path = frame.f_code.co_filename
        if path.endswith("jinja2/environment.py") and frame.f_code.co_name in ("_compile", "_generate", "_parse"):
            return COMPILING
        for piece, name in PARTS:
            if piece in path:
                return name
        frame = frame.f_back
    return "start and end"


def main(goal: Path, site: Path) -> None:
    """Builds, and writes how many samples fell to each part."""
    found: Counter[str] = Counter()
    signal.signal(signal.SIGPROF, lambda _, frame: found.update((part(frame),)))
    signal.setitimer(signal.ITIMER_PROF, EVERY, EVERY)
    from mkdocs.__main__ import cli

    sys.path.insert(0, str(Path.cwd()))
    cli(["build", "--site-dir", str(site)], standalone_mode=False)
    signal.setitimer(signal.ITIMER_PROF, 0)
    goal.write_text(json.dumps(found), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
