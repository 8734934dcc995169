"""What the site costs: builds against stock MkDocs, growth, the check, the comparison against its peers, pages, and forty partnerships.

``make bench`` prints a table and writes ``.bench.json``; ``python tests/bench/bench.py stock peers`` does only these. ``nation`` takes half an hour, and runs only when it is named. Runs
that are compared follow one another in turn, and medians are given: on a busy machine trust ratios and processor time.
"""

from __future__ import annotations

import gzip
import json
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from difflib import SequenceMatcher
from pathlib import Path

import grown
from measure import ROOT, build, exponent, in_turn, machine, median, megabytes, ratio, run
from saves import saves

sys.path.insert(0, str(ROOT))

from macros.compare import comparison, engine, items
from macros.read.load import load

RUNS, SAVES = 3, 20
Row = tuple[str, float, str]
"""A figure: what it is, its value, and its unit, or the goal that it is held against."""
CHECK = [sys.executable, "-m", "macros", "check"]


def stock(folder: Path) -> Iterator[Row]:
    """A full build against the same rendered Markdown under stock MkDocs and Material."""
    run([sys.executable, str(ROOT / "tests/bench/stock.py"), str(ROOT), str(folder / "stock")], folder)
    found = in_turn({"ours": lambda: build(ROOT, folder / "site"), "stock": lambda: build(folder / "stock", folder / "stock-site")}, RUNS)
    ours, theirs = median(found["ours"]), median(found["stock"])
    yield "build: ours to stock", ratio(found["ours"], found["stock"]), "times (goal 1.10)"
    yield from (("build: ours", ours.cpu, "s processor"), ("build: ours, wall", ours.wall, "s"), ("build: ours, memory", ours.memory, "MB"))
    yield from (("build: stock", theirs.cpu, "s processor"), ("build: stock, wall", theirs.wall, "s"), ("build: stock, memory", theirs.memory, "MB"))


def growth(folder: Path) -> Iterator[Row]:
    """Check and build on grown sites: by which power of its size each rises."""
    ways: dict[str, tuple[tuple[int, ...], tuple[Callable[[Path, int], None], ...]]] = {
        "topics": ((1, 4, 16), (grown.topics,)),
        "agencies": ((1, 10), (grown.agencies,)),
        "change notes": ((1, 10), (grown.notes,)),
    }
    for name, (sizes, steps) in ways.items():
        costs: dict[str, list[float]] = {}
        for size in sizes:
            project, site = folder / f"{name}-{size}", folder / f"{name}-{size}-site"
            grown.copy(ROOT, project)
            for step in steps if size > 1 else ():
                step(project, size)
            grown.explained(project)
            checked, built = run(CHECK, project), build(project, site)
            measures = {"check, s": checked.cpu, "build, s": built.cpu, "build, MB memory": built.memory, "output, MB": megabytes(site)}
            for measure, value in measures.items():
                costs.setdefault(measure, []).append(value)
                yield f"growth: {name} ×{size}: {measure}", value, ""
        for measure, values in costs.items():
            yield f"growth: {name}: {measure}: exponent", exponent(list(sizes), values), "(goal 1.1)"
            yield f"growth: {name}: {measure}: last step", exponent(list(sizes[-2:]), values[-2:]), "(goal 1.1)"


def check(folder: Path) -> Iterator[Row]:
    """The check, as a whole process, and what of it is start and imports."""
    found = in_turn({"check": lambda: run(CHECK, ROOT), "imports": lambda: run([sys.executable, "-c", "import macros.check"], ROOT)}, 5)
    whole, imports = median(found["check"]), median(found["imports"])
    yield from (("check", whole.cpu, "s processor"), ("check, wall", whole.wall, "s"), ("check: start and imports", imports.cpu / whole.cpu, "of it"))


def serve(folder: Path) -> Iterator[Row]:
    """Twenty saves under ``make serve``: until the page shows them, and whether memory stays level."""
    project = folder / "served"
    grown.copy(ROOT, project)
    found = list(saves(project, SAVES))
    for what in ("provision", "record"):
        cost = median([cost for name, cost in found if name == what])
        yield f"save to reload: a {what}", cost.cpu, "s processor"
        yield f"save to reload: a {what}, wall", cost.wall, "s (goal 1.5)"
    half = len(found) // 2
    yield "serve: memory after the first save", found[0][1].memory, "MB"
    yield "serve: memory more a save, second half", (found[-1][1].memory - found[half][1].memory) / (len(found) - 1 - half), "MB"


def peers(folder: Path) -> Iterator[Row]:
    """Comparison against difflib and git's word diff, whole, and with the sections in another order."""
    site, _ = load(ROOT)
    each = comparison.between(site, site.order[0], site.order[-1])
    old, new = ([item for item in items.of(edition) if items.is_printed(item)] for edition in (each.old, each.new))
    shuffled = sorted(new, key=lambda item: item.part[::-1])
    for order, after in (("as printed", new), ("sections in another order", shuffled)):
        start = time.process_time()
        changes = [change.words for change in engine.compare(old, after, each.pairs, items.forces(site))]
        yield f"comparison: ours, {order}", time.process_time() - start, "s processor"
        yield f"comparison: ours, {order}: marked", _marked([(one.kind, one.text) for runs in changes for one in runs]), "% (goal 45)"
        single = sum(1 for runs in changes for one in runs[1:-1] if one.kind == "same" and _count(one.text) == 1)
        yield f"comparison: ours, {order}: runs of one word between marks", single, "(goal 0)"
        a, b = (re.findall(r"\S+", " ".join(item.text for item in found)) for found in (old, after))
        start = time.process_time()
        kept = sum(block.size for block in SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks())
        yield f"comparison: difflib, {order}", time.process_time() - start, "s processor"
        yield f"comparison: difflib, {order}: marked", 100 * (1 - 2 * kept / (len(a) + len(b))), "%"
        for name, found in (("old", old), ("new", after)):
            (folder / name).write_text("\n".join(item.text for item in found), encoding="utf-8")
        done = subprocess.run(
            ["git", "diff", "--no-index", "--word-diff=porcelain", "old", "new"], cwd=folder, capture_output=True, text=True, check=False
        )
        kinds = {"-": "removed", "+": "added", " ": "same"}
        lines = [line for line in done.stdout.splitlines()[5:] if line[:1] in kinds]
        yield f"comparison: git, {order}: marked", _marked([(kinds[line[0]], line[1:]) for line in lines]), "%"
    for times in (1, 4, 16):
        many = [[_copied(item, n) for n in range(times) for item in found] for found in (old, new)]
        pairs = frozenset((f"{a}-{n}", f"{b}-{n}") for a, b in each.pairs for n in range(times))
        start = time.process_time()
        _ = [change.words for change in engine.compare(many[0], many[1], pairs, items.forces(site))]
        yield f"comparison: ours ×{times}", time.process_time() - start, "s processor"


def _copied(item: engine.Item, n: int) -> engine.Item:
    return replace(item, id=f"{item.id}-{n}", place=f"{item.place}-{n}", lead_in=f"{item.lead_in}-{n}" if item.lead_in else "")


def _count(text: str) -> int:
    return len(re.findall(r"\w+", text))


def _marked(runs: list[tuple[str, str]]) -> float:
    """The share of the words of both texts that are shown as removed or added, in per cent."""
    changed = sum(_count(text) for kind, text in runs if kind != "same")
    return 100 * changed / (changed + 2 * sum(_count(text) for kind, text in runs if kind == "same"))


def readers(folder: Path) -> Iterator[Row]:
    """What a reader's first visit fetches, and how large pages are."""
    site = folder / "site"
    if not site.exists():
        build(ROOT, site)
    pages = {path.relative_to(site).as_posix(): path.read_text(encoding="utf-8") for path in site.rglob("*.html")}
    elements = {name: len(re.findall(r"<[a-zA-Z]", text)) for name, text in pages.items()}
    weights = {name: len(gzip.compress(text.encode(), 9)) / 1000 for name, text in pages.items()}
    for name in sorted(elements, key=elements.__getitem__)[-3:]:
        yield f"readers: {name}", elements[name], "elements (goal 2,500)"
    yield "readers: median page", statistics.median(weights.values()), "kB compressed"
    heaviest = max(weights, key=weights.__getitem__)
    yield f"readers: heaviest page, {heaviest}", weights[heaviest], "kB compressed"
    home = pages["index.html"]
    parts = [site / found for found in re.findall(r'<(?:link rel="stylesheet"|script) (?:href|src)="([^"]+)"', home)]
    first = weights["index.html"] + sum(len(gzip.compress(part.read_bytes(), 9)) for part in parts) / 1000
    yield f"readers: first visit, home and its {len(parts)} files", first, "kB compressed (goal 90)"
    yield (
        "readers: search index, when search is used",
        len(gzip.compress((site / "search/search_index.json").read_bytes(), 9)) / 1000,
        "kB compressed",
    )


def nation(folder: Path) -> Iterator[Row]:
    """Forty partnerships of this size, a site each, built one after the other in one environment."""
    costs = []
    for n in range(40):
        project = folder / f"partnership-{n}"
        grown.copy(ROOT, project)
        settings = project / "mkdocs.yml"
        settings.write_text(
            re.sub(r"^site_name: .*$", f"site_name: Partnership {n + 1}", settings.read_text(encoding="utf-8"), flags=re.M), encoding="utf-8"
        )
        costs.append(build(project, folder / "nation-site"))
    first, last = median(costs[:10]), median(costs[-10:])
    yield "nation: a site", median(costs).cpu, "s processor"
    yield "nation: the last ten sites to the first ten", last.cpu / first.cpu, "times"
    yield "nation: memory, the last ten to the first ten", last.memory / first.memory, "times"


FAMILIES: dict[str, Callable[[Path], Iterator[Row]]] = {each.__name__: each for each in (stock, growth, check, serve, peers, readers, nation)}


def main(names: list[str]) -> None:
    """Prints one line a figure as it is found, and writes them all."""
    found: list[Row] = []
    print(machine())
    with tempfile.TemporaryDirectory() as folder:
        for name in names or [each for each in FAMILIES if each != "nation"]:
            for row in FAMILIES[name](Path(folder)):
                found.append(row)
                print(f"{row[0]:<72} {row[1]:>10.3f} {row[2]}", flush=True)
    figures = [{"figure": figure, "value": round(value, 4), "unit": unit} for figure, value, unit in found]
    (ROOT / ".bench.json").write_text(json.dumps({"machine": machine(), "figures": figures}, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
