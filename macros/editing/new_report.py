"""A new annual report: a commented template, its page, its source and its place in the navigation."""

from __future__ import annotations

import re
from pathlib import Path

from macros import check, problems
from macros.editing.refused import Refused
from macros.editing.written import appended

_REPORT = """# The annual report for {name}, restated: what it says, its figures as published, and what does not agree.
# Fill in what stands empty; the check asks for each line. Quote no sentence, give the place of everything, never use an id twice in this
# file. No case details, no counts by district, no quotations, no contact details. Where the report is silent, write: not stated.
title: Annual report, {name}
short: {short} annual report {year}
board: {board}
source: {source}
# Its first month and its last, such as 2026-04.
period: {{from: , to: }}
# What of it we hold, as a sentence: the whole text, or a part of it.
held:
# By whom and when it was approved, and when it was published.
approved: not stated
published: not stated
# The report in three to ten lines of ours.
says:
  -
# Its parts, under its own headings and in its order. For each: what it says in a sentence or two, and its statements.
#   - id: foreword
#     title: Foreword
#     answer: In one or two sentences, what this part says.
#     statements:
#       - id: numbers-rose
#         kind: headline   (or activity, impact, finding, decision, plan, structure, person, evaluation, message, context)
#         place: The report's heading and sub-heading
#         sectors: [health]   (ids of sectors.yaml; leave it out where it speaks of all)
#         says: What it says, in our words.
sections:
# Its figures, as printed. From a spreadsheet: python -m macros import-figures FILE.csv --report {year}
figures: []
# What can be recalculated: sums as {{total: id, of: [id, id]}}, shares as {{share: id, part: id, whole: id}}.
sums: []
shares: []
"""
_PAGE = """---
title: "Annual report, {name}"
description: What the annual report for {name} says, its figures as published, and what does not agree.
---
# Annual report, {name}

{{{{ report() }}}}
"""


def new_report(root: Path, year: str, name: str | None = None) -> str:
    """Makes a template of a report, its page, its source and its line in the navigation.

    Args:
        root: the project's folder.
        year: as its file is to be called.
        name: the time that it is about, in words; the year where nothing is given.

    Returns: what was made.

    Raises:
        Refused: where the project has problems, or there is such a report. Nothing is written then.
    """
    site, found = check.check(root)
    if found:
        raise Refused(f"There are problems to mend first.\n{problems.report(found)}")
    if not re.fullmatch(r"[a-z0-9]+-[a-z0-9]+", year):
        raise Refused(f"“{year}” cannot be a report's name. Write its two years, such as 2026-27.")
    if f"data/reports/{year}.yaml" in site.files or f"docs/reports/{year}.md" in site.listing:
        raise Refused(f"There is a report {year} already.")
    name, partnership, source = name or year, site.partnership, f"annual-report-{year}"
    words = {"name": name, "year": year, "short": partnership.short, "board": partnership.name, "source": source}
    (root / f"data/reports/{year}.yaml").write_text(_REPORT.format(**words), "utf-8")
    (root / f"docs/reports/{year}.md").write_text(_PAGE.format(**words), "utf-8")
    stub = {"id": source, "title": f"{partnership.short} annual report, {name}", "short": f"{partnership.short} annual report {year}"}
    stub |= {"publisher": partnership.name, "dated": "not stated", "what": f"The partnership's report on {name}."}
    sources = root / "data/sources.yaml"
    sources.write_text(appended(sources.read_text("utf-8"), stub), "utf-8")
    listed = _listed(root / "mkdocs.yml", year, name)
    told = "its line in mkdocs.yml" if listed else f"no line in mkdocs.yml: put reports/{year}.md into its navigation"
    return (
        f"Made: data/reports/{year}.yaml, its page docs/reports/{year}.md, its record in data/sources.yaml, {told}.\n"
        f"Fill in data/reports/{year}.yaml from the top; the check asks for what is still empty."
    )


def _listed(settings: Path, year: str, name: str) -> bool:
    """Puts a report first among those in the navigation, where that has a list of reports."""
    if not settings.is_file():
        return False
    text = settings.read_text("utf-8")
    found = re.search(r"^( *)- reports/index\.md *\n", text, re.M)
    if found:
        settings.write_text(f'{text[: found.end()]}{found[1]}- "{name}": reports/{year}.md\n{text[found.end() :]}', "utf-8")
    return bool(found)
