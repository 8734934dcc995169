"""``python -m macros check | compare OLD NEW``: the project's rules and its comparison, without MkDocs."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from macros import check, exports, items, problems


def main(arguments: list[str] | None = None) -> int:
    """Runs one command.

    Returns: 0, or 1 where there are problems, or 2 where the call itself is wrong.
    """
    parser = argparse.ArgumentParser(prog="python -m macros", description="Checks and compares the editions of the arrangements.")
    parser.add_argument("--root", type=Path, default=Path(), help="the project's folder (this one unless told)")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("check", help="say everything that is wrong with data/ and docs/, and how to mend it")
    comparing = commands.add_parser("compare", help="show what changed between two editions")
    comparing.add_argument("old")
    comparing.add_argument("new")
    comparing.add_argument("--topic", help="one topic only")
    comparing.add_argument("--format", choices=("text", "markdown", "json"), default="text", help="how to write it (text unless told)")
    said = parser.parse_args(arguments)

    site, found = check.check(said.root)
    if found:
        print(problems.report(found), file=sys.stderr)
        if os.environ.get("GITHUB_ACTIONS") == "true":
            print(problems.annotations(found))
        return 1
    if said.command == "check":
        pages = len(site.pages) + len(site.others)
        print(f"No problems: {len(site.order)} editions, {pages} pages, {len(site.registers)} registers.")
        return 0
    unknown = [edition for edition in (said.old, said.new) if edition not in site.order]
    topics = set() if unknown else set(items.parts(site, said.old, said.new))
    if unknown or (said.topic and said.topic not in topics):
        asked = f"edition {unknown[0]}" if unknown else f"topic {said.topic}"
        known = site.order if unknown else sorted(topics)
        print(f"There is no {asked}. Use one of: {', '.join(known)}.", file=sys.stderr)
        return 2
    write = {"text": exports.as_text, "markdown": exports.as_markdown, "json": exports.as_json}[said.format]
    print(write(site, said.old, said.new, said.topic))
    return 0


if __name__ == "__main__":
    sys.exit(main())
