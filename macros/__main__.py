"""``python -m macros check | compare OLD NEW | fingerprint WHAT``: the project's rules and its comparison, without MkDocs."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from macros import check, problems
from macros.check import approvals
from macros.compare import approved, comparison
from macros.exports import changes
from macros.pages.draw import Draw
from macros.pages.page import Pages
from macros.read.site import Site

WRITERS = {"text": changes.as_text, "markdown": changes.as_markdown, "json": changes.as_json}


def main(arguments: list[str] | None = None) -> int:
    """Runs one command.

    Returns: 0, or 1 where there are problems, or 2 where the call itself is wrong.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        code = _run(_parser().parse_args(arguments))
        sys.stdout.flush()
        return code
    except BrokenPipeError:  # whoever reads has closed the pipe: `| head` has had enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m macros", description="Checks and compares the editions of the arrangements.")
    parser.add_argument("--root", type=Path, default=Path(), help="the project's folder (default: the current folder)")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("check", help="say everything that is wrong with data/ and docs/, and how to mend it")
    compare = commands.add_parser("compare", help="show what changed between two editions")
    compare.add_argument("old")
    compare.add_argument("new")
    compare.add_argument("--topic", help="one topic only")
    compare.add_argument("--format", choices=WRITERS, default="text", help="how to write it (default: text)")
    fingerprint = commands.add_parser("fingerprint", help="say the fingerprint of words, for data/approvals.yaml")
    fingerprint.add_argument("what", help="an edition, an edition/topic, or a list such as agencies")
    return parser


def _run(options: argparse.Namespace) -> int:
    site, found = check.check(options.root)
    if found:
        print(problems.report(found), file=sys.stderr)
        if os.environ.get("GITHUB_ACTIONS") == "true":
            print(problems.workflow_commands(found))
        return 1
    if options.command == "check":
        return _check(site, options.root)
    return _fingerprint(site, options.what) if options.command == "fingerprint" else _compare(site, options)


def _check(site: Site, root: Path) -> int:
    """Says that all is well, after every page has been drawn once: what is accepted can be built."""
    templates = root / "overrides/macros"
    drawn = list(Pages(Draw(site, str(templates))).everything()) if templates.is_dir() else []
    pages = len(drawn) or len(site.pages) + len(site.others)
    print(f"No problems: {len(site.order)} editions, {pages} pages, {len(site.registers)} registers.")
    notices = tuple(approvals.notices(site))
    for each in notices:
        print(each)
    if notices and os.environ.get("GITHUB_ACTIONS") == "true":
        print(problems.workflow_commands(notices, "notice"))
    return 0


def _fingerprint(site: Site, what: str) -> int:
    found = approved.fingerprint_of(site, what)
    if not found:
        return _refuse(what, (*site.order, *site.registers, *(f"{edition}/TOPIC" for edition in site.order)))
    print(found)
    return 0


def _compare(site: Site, options: argparse.Namespace) -> int:
    unknown = next((edition for edition in (options.old, options.new) if edition not in site.order), None)
    if unknown:
        return _refuse(f"edition {unknown}", site.order)
    each = comparison.between(site, options.old, options.new)
    if options.topic and options.topic not in each.parts:
        return _refuse(f"topic {options.topic}", sorted(each.parts))
    print(WRITERS[options.format](each, options.topic))
    return 0


def _refuse(what: str, known: object) -> int:
    print(f"There is no {what}. Use one of: {', '.join(known)}.", file=sys.stderr)  # type: ignore[arg-type]
    return 2


if __name__ == "__main__":
    sys.exit(main())
