"""``python -m macros check | compare | review | …``: the rules, the comparison and what editors do by command, without MkDocs.

Each command imports what it needs when it runs: ``check`` waits for no Word file and no review.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from macros import problems
from macros.editing.refused import Refused

if TYPE_CHECKING:
    from macros.read.site import Site

TEMPLATES = "overrides/macros"
WRITERS = ("text", "markdown", "json")
REVIEWS = ("text", "markdown", "html", "json")
"""How a comparison can be written, each by a function as_… of `exports/changes.py`, and a review, each by a module as_… of `editing/`."""


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
    commands.add_parser("schemas", help="write the schemas by which editors complete and check data files as one types")
    compare = commands.add_parser("compare", help="show what changed between two editions")
    compare.add_argument("old")
    compare.add_argument("new")
    compare.add_argument("--topic", help="one topic only")
    compare.add_argument("--format", choices=WRITERS, default="text", help="how to write it (default: text)")
    away = commands.add_parser("take-away", help="make the Word files, the PDFs and the copy that works offline into a built site")
    away.add_argument("site", type=Path, help="the folder of the built site")
    away.add_argument("--without-zip", action="store_true", help="leave out the copy that works offline")
    reviewed = commands.add_parser("review", help="say in plain words what a change does, what readers will see of it, and who must approve it")
    reviewed.add_argument("base", nargs="?", help="the revision to compare with (default: where the newer state left the main branch)")
    reviewed.add_argument("head", nargs="?", help="the revision to review (default: the working copy)")
    reviewed.add_argument("--format", choices=REVIEWS, default="text", help="how to write it (default: text)")
    made = commands.add_parser("new-edition", help="make a new edition as a draft, from the newest one")
    made.add_argument("id", help="its id, such as its year")
    made.add_argument("--from", dest="old", help="the edition that it begins as (the newest)")
    made.add_argument("--name", help="how pages call it (default: its id)")
    report = commands.add_parser("new-report", help="make a commented template of an annual report, with its page")
    report.add_argument("year", help="its two years, such as 2026-27")
    report.add_argument("--name", help="the time that it is about, in words (default: the years)")
    figures = commands.add_parser("import-figures", help="put a spreadsheet of figures, saved as CSV, into a report")
    figures.add_argument("sheet", nargs="?", type=Path, help="the spreadsheet")
    figures.add_argument("--report", help="the report's years, as its file is called")
    figures.add_argument("--template", action="store_true", help="print the first row of such a spreadsheet")
    fingerprint = commands.add_parser("fingerprint", help="say the fingerprint of words, for data/approvals.yaml")
    fingerprint.add_argument("what", help="an edition, an edition/topic, or a list such as agencies")
    return parser


def _new_edition(options: argparse.Namespace) -> str:
    from macros.editing.new_edition import new_edition

    return new_edition(options.root, options.id, options.old, options.name)


def _new_report(options: argparse.Namespace) -> str:
    from macros.editing.new_report import new_report

    return new_report(options.root, options.year, options.name)


def _import_figures(options: argparse.Namespace) -> str:
    from macros.editing.import_figures import import_figures, template

    if options.template:
        return template()
    if not options.sheet or not options.report:
        raise Refused("Name the file and the report: python -m macros import-figures FILE.csv --report YEARS")
    return import_figures(options.root, options.sheet, options.report)


_MAKING: dict[str, Callable[[argparse.Namespace], str]] = {
    "new-edition": _new_edition,
    "new-report": _new_report,
    "import-figures": _import_figures,
}
"""The commands that write files: each says what it did, or refuses."""


def _run(options: argparse.Namespace) -> int:
    if options.command == "schemas":
        return _schemas(options.root)
    if options.command == "review":
        return _review(options)
    if options.command in _MAKING:
        try:
            print(_MAKING[options.command](options))
        except Refused as refused:
            print(refused, file=sys.stderr)
            return 2
        return 0
    from macros import check

    site, found = check.check(options.root)
    if found:
        print(problems.report(found), file=sys.stderr)
        if os.environ.get("GITHUB_ACTIONS") == "true":
            print(problems.workflow_commands(found))
        return 1
    commands = {"check": _check, "compare": _compare, "take-away": _take_away, "fingerprint": _fingerprint}
    return commands[options.command](site, options)


def _take_away(site: Site, options: argparse.Namespace) -> int:
    """Makes what is slow to make into a built site, and says what it is."""
    from macros import clock
    from macros.exports import paper, shelf
    from macros.pages import addresses

    home = addresses.home(os.environ.get("SITE_URL"))
    try:
        made = shelf.fill(site, options.site, str(options.root / TEMPLATES), clock.build_day(), home, zipped=not options.without_zip)
    except paper.NoPaper as missing:
        print(missing, file=sys.stderr)
        return 1
    print(f"{len(made)} files to take away are in {options.site}/downloads/.")
    return 0


def _check(site: Site, options: argparse.Namespace) -> int:
    """Says that all is well, after every page has been drawn once: what is accepted can be built."""
    from macros.check import approvals, unsearched
    from macros.pages.draw import Draw
    from macros.pages.page import Pages

    templates = options.root / TEMPLATES
    with unsearched():
        drawn = list(Pages(Draw(site, str(templates))).everything()) if templates.is_dir() else []
    pages = len(drawn) or len(site.pages) + len(site.others)
    print(f"No problems: {len(site.order)} editions, {pages} pages, {len(site.registers)} registers.")
    notices = tuple(approvals.notices(site))
    for each in notices:
        print(each)
    if notices and os.environ.get("GITHUB_ACTIONS") == "true":
        print(problems.workflow_commands(notices, "notice"))
    return 0


def _fingerprint(site: Site, options: argparse.Namespace) -> int:
    """Says the fingerprint of some words."""
    from macros.compare import approved

    found = approved.fingerprint_of(site, options.what)
    if not found:
        return _refuse(options.what, (*site.order, *site.registers, *(f"{edition}/TOPIC" for edition in site.order)))
    print(found)
    return 0


def _schemas(root: Path) -> int:
    """Writes the schemas for editors, and into each data file that has none the line that names its own."""
    from macros import records
    from macros.records import schema

    for name, text in schema.for_editors():
        path = root / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
    for kind, pattern in ((name, each.path) for name, each in records.KINDS.items()):
        for path in sorted(root.glob(pattern)):
            text, line = path.read_text("utf-8"), schema.names_schema(kind)
            if line not in text.split("\n"):
                path.write_text(f"{line}\n{text}", "utf-8")
    print(f"{len(records.KINDS)} schemas written to {schema.FOLDER}/. Read what changed: git diff {schema.FOLDER} data")
    return 0


def _compare(site: Site, options: argparse.Namespace) -> int:
    from macros.compare import comparison
    from macros.exports import changes

    unknown = next((edition for edition in (options.old, options.new) if edition not in site.order), None)
    if unknown:
        return _refuse(f"edition {unknown}", site.order)
    each = comparison.between(site, options.old, options.new)
    if options.topic and options.topic not in each.parts:
        return _refuse(f"topic {options.topic}", sorted(each.parts))
    print(getattr(changes, f"as_{options.format}")(each, options.topic))
    return 0


def _review(options: argparse.Namespace) -> int:
    """Reviews a change: 1 where what it leads to has problems, which the review tells; 2 where git does not know a revision."""
    from macros.editing.review import review
    from macros.editing.revisions import Unknown

    try:
        found = review(options.root, options.base, options.head)
    except Unknown as unknown:
        print(unknown, file=sys.stderr)
        return 2
    print(import_module(f"macros.editing.as_{options.format}").written(found))
    return 1 if found.problems else 0


def _refuse(what: str, known: object) -> int:
    print(f"There is no {what}. Use one of: {', '.join(known)}.", file=sys.stderr)  # type: ignore[arg-type]
    return 2


if __name__ == "__main__":
    sys.exit(main())
