"""Ten thousand corruptions of the real files: each is told in an editor's words, or the site is drawn, and no word is lost in silence."""

from __future__ import annotations

import os
import time
import traceback
from collections.abc import Iterator

import pytest

from .corruptions import Case, Project, drawn, lost, unclear

FIRST = int(os.environ.get("FIRST_SEED", "1"))
"""Another beginning gives ten thousand others."""
CASES = int(os.environ.get("CORRUPTIONS", "10000"))
DRAWN = int(os.environ.get("DRAWN", "3"))
"""Of so many batches one is drawn: to draw the site takes three times as long as to check it. 1 draws them all."""
HOW = "python -m tests.trust.corruptions --one SEED"


def together(cases: list[Case]) -> Iterator[dict[str, Case]]:
    """Cases put together, one a file, so that the rules and the pages are tried on many at once."""
    left = cases
    while left:
        batch: dict[str, Case] = {}
        more = []
        for case in left:
            more += [case] if case.path in batch else []
            batch.setdefault(case.path, case)
        yield batch
        left = more


def fails(project: Project, batch: dict[str, Case], *, drawing: bool = True) -> list[str]:
    """What breaks where the cases of a batch are checked, and drawn once those are left out of which something is told."""
    left = dict(batch)
    try:
        while left:
            site, found = project.checked({path: case.text for path, case in left.items()})
            lengths = {path: len(text.split("\n")) for path, text in project.texts.items()} | {
                path: len(case.text.split("\n")) for path, case in left.items()
            }
            if wrong := unclear(found, lengths):
                return wrong
            if not found:
                if drawing:
                    drawn(site)
                break
            told = {each.path for each in found} & left.keys() or set(list(left)[::2])
            left = {path: case for path, case in left.items() if path not in told}
    except Exception:
        return [traceback.format_exc(limit=-3)]
    return []


def found_in(project: Project, batch: dict[str, Case], *, drawing: bool = True) -> list[str]:
    """The same, told of single cases as far as one alone breaks something."""
    wrong = fails(project, batch, drawing=drawing)
    if not wrong or len(batch) == 1:
        return [f"{next(iter(batch.values()))}: {each}" for each in wrong]
    paths = list(batch)
    halves = ({path: batch[path] for path in paths[start::2]} for start in (0, 1))
    return [each for half in halves for each in found_in(project, half)] or [
        f"{', '.join(str(case.seed) for case in batch.values())} together: {wrong[0]}"
    ]


@pytest.mark.trust
def test_a_corruption_is_told_or_drawn_and_no_word_is_lost() -> None:
    print(f"seeds {FIRST} to {FIRST + CASES - 1}; to see one again: {HOW}")
    project = Project()
    wrong: list[str] = []
    read_well: list[Case] = []
    refused: list[Case] = []
    for case in (project.case(seed) for seed in range(FIRST, FIRST + CASES)):
        if case.text == project.texts[case.path]:
            continue
        try:
            found, problems = project.read(case)
            wrong += [f"{case}: {each}" for each in unclear(problems, {case.path: len(case.text.split("\n"))})]
            if not problems and (missing := lost(case, found)):
                wrong.append(f"{case}: lost in silence: {missing}")
        except Exception:
            wrong.append(f"{case}: {traceback.format_exc(limit=-3)}")
            continue
        (refused if problems else read_well).append(case)
    read_in = time.process_time()
    for n, batch in enumerate((*together(read_well), *together(refused))):
        wrong += found_in(project, batch, drawing=n % DRAWN == 0)
    print(
        f"{len(refused)} refused where they are read ({read_in:.0f} s), {len(read_well)} read and put to the rules ({time.process_time() - read_in:.0f} s)"
    )
    assert wrong == [], f"{len(wrong)} of them\n" + "\n".join(wrong[:40])
