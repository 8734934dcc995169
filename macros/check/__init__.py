"""The rules that data and pages must keep: each a small function, whose docstring is the rule.

``RULES`` reads as the specification. Every rule runs, whatever the others find; but what follows from a fault that is told
already is not told again.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path, PurePosixPath

from macros.check import (
    amendments,
    approvals,
    coverage,
    days,
    editions,
    fates,
    files,
    guidance,
    notes,
    pages,
    promised,
    references,
    registers,
    reports,
    silences,
    texts,
    timeline,
    withdrawn,
)
from macros.problems import Problem
from macros.read import withdrawn as words
from macros.read.again import AGAIN
from macros.read.load import load
from macros.read.site import Site

RULES: tuple[Callable[[Site], Iterator[Problem]], ...] = (
    *files.RULES,
    *files.MORE,
    *editions.RULES,
    *registers.RULES,
    *references.RULES,
    *days.RULES,
    *reports.RULES,
    *coverage.RULES,
    *promised.RULES,
    *guidance.RULES,
    *timeline.RULES,
    *texts.RULES,
    *silences.RULES,
    *notes.RULES,
    *pages.RULES,
    *approvals.RULES,
    *amendments.RULES,
    *fates.RULES,
    *withdrawn.RULES,
    notes.changes_are_explained,
)
"""Every rule, in the order in which a person would check them."""
_WITHOUT_EDITIONS = (*files.RULES, *texts.RULES)
"""The rules that can be kept where nobody can say which editions there are."""


def check(root: Path) -> tuple[Site, list[Problem]]:
    """Loads a project and applies every rule.

    Args:
        root: the folder that holds ``data/`` and ``docs/``.

    Returns:
        The site, without the words of pages that were withdrawn, and all problems, sorted; it is fit for use only where there are none.
    """
    with unsearched():
        return _checked(root)


@contextmanager
def unsearched() -> Iterator[None]:
    """While this lasts, Python looks for no rubbish: what we read lasts, and the search for what does not took a twelfth of a check."""
    searching = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if searching:
            gc.enable()


def _checked(root: Path) -> tuple[Site, list[Problem]]:
    site, problems = load(root)
    misnamed = files.misnamed(site)
    problems = [each for each in problems if each.path in site.listing or each.path not in misnamed.values()]
    of_pages = {page.path for page in site.pages.values()} & {each.path for each in problems}
    site = replace(site, unread=site.unread | of_pages)
    told = {each.path for rule in files.RULES for each in rule(site)}
    problems = [each for each in problems if not _stands_below(each.path, told)]
    for rule in RULES if site.listed else _WITHOUT_EDITIONS:
        whole = texts.of_files(rule, site) if AGAIN.on and rule in texts.RULES else rule(site)
        found = [each for each in whole if rule in files.RULES or not _stands_below(each.path, told)]
        if rule is notes.changes_are_explained:  # asked of files without other problems: a mistyped line would be told again as a change
            broken = {each.path for each in problems}
            found = [each for each in found if each.path not in broken]
        problems += found
    return words.taken_down(site), sorted(set(problems))


def _stands_below(path: str, told: set[str]) -> bool:
    """Whether a path, or a folder that it stands in, is among those of which something is told already."""
    return path in told or any(str(parent) in told for parent in PurePosixPath(path).parents)
