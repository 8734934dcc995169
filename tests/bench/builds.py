"""What builds, checks and saves cost: against stock MkDocs, by module, and for forty partnerships."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import grown
from measure import ROOT, Row, build, in_turn, median, ratio, run, started
from saves import saves

RUNS, SAVES, PARTNERSHIPS = 3, 20, 40


def stock(folder: Path) -> Iterator[Row]:
    """A full build against the same rendered Markdown under stock MkDocs and Material."""
    run([sys.executable, str(ROOT / "tests/bench/stock.py"), str(ROOT), str(folder / "stock"), str(folder / "site")], folder)
    found = in_turn({"ours": lambda: build(ROOT, folder / "site"), "stock": lambda: build(folder / "stock", folder / "stock-site")}, RUNS)
    ours, theirs = median(found["ours"]), median(found["stock"])
    yield "build: ours to stock", ratio(found["ours"], found["stock"]), "times (goal 1.10)"
    yield from (("build: ours", ours.cpu, "s processor"), ("build: ours, wall", ours.wall, "s"), ("build: ours, memory", ours.memory, "MB"))
    yield from (("build: stock", theirs.cpu, "s processor"), ("build: stock, wall", theirs.wall, "s"), ("build: stock, memory", theirs.memory, "MB"))


def modules(folder: Path) -> Iterator[Row]:
    """Where a build's processor time goes: a sample every few milliseconds of it, laid to the nearest part that is named."""
    whole = [_sampled(folder) for _ in range(RUNS)]
    parts = {part for each in whole for part in each}
    means = {part: sum(each.get(part, 0) for each in whole) / RUNS for part in parts}
    for part in sorted(parts, key=means.__getitem__, reverse=True):
        yield f"build, by module: {part}", means[part], f"s processor ({means[part] / sum(means.values()):.0%})"


def _sampled(folder: Path) -> dict[str, float]:
    cost = run([sys.executable, str(ROOT / "tests/bench/sampled.py"), str(folder / "samples.json"), str(folder / "site")], ROOT)
    samples: dict[str, int] = json.loads((folder / "samples.json").read_text(encoding="utf-8"))
    return {part: cost.cpu * number / sum(samples.values()) for part, number in samples.items()}


def check(folder: Path) -> Iterator[Row]:
    """The check, as a whole process, and what of it is start and imports."""
    tasks = {"check": lambda: run([sys.executable, "-m", "macros", "check"], ROOT), "imports": lambda: run([sys.executable, "-c", IMPORTS], ROOT)}
    found = in_turn(tasks, 5)
    whole, imports = median(found["check"]), median(found["imports"])
    yield from (("check", whole.cpu, "s processor"), ("check, wall", whole.wall, "s"), ("check: start and imports", imports.cpu, "s processor"))


IMPORTS = "import macros.check"


def serve(folder: Path) -> Iterator[Row]:
    """Twenty saves under ``make serve``: until the page shows them, and whether memory stays level."""
    project = folder / "served"
    grown.copy(ROOT, project)
    found = list(saves(project, SAVES))
    for what in ("provision", "record"):
        cost = median([cost for name, cost in found if name == what])
        yield f"save to reload: a {what}", cost.cpu, "s processor"
        yield f"save to reload: a {what}, wall", cost.wall, "s (goal 1.5)"
    whole = [cost.memory for name, cost in found if name == "record"]  # every second save
    half = len(whole) // 2
    yield "serve: memory after the first saves", whole[0], "MB"
    yield "serve: memory more a save, second half", (whole[-1] - whole[half]) / (len(whole) - 1 - half) / 2, "MB"


def nation(folder: Path) -> Iterator[Row]:
    """Forty partnerships of this size, a site each, built one after the other in one environment."""
    costs = []
    for n in range(PARTNERSHIPS):
        started(f"partnership {n + 1} of {PARTNERSHIPS}")
        project = folder / f"partnership-{n}"
        grown.copy(ROOT, project)
        settings = project / "mkdocs.yml"
        named = re.sub(r"^site_name: .*$", f"site_name: Partnership {n + 1}", settings.read_text(encoding="utf-8"), flags=re.M)
        settings.write_text(named, encoding="utf-8")
        costs.append(build(project, folder / "nation-site"))
    first, last = median(costs[:10]), median(costs[-10:])
    yield "nation: a site", median(costs).cpu, "s processor"
    yield "nation: a site, wall", median(costs).wall, "s"
    yield "nation: a site, memory", median(costs).memory, "MB"
    yield "nation: the last ten sites to the first ten", last.cpu / first.cpu, "times"
    yield "nation: memory, the last ten to the first ten", last.memory / first.memory, "times"
