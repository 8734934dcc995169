"""How costs grow with a site: by which power of its size check, comparison, build, memory and output rise, and stock's own beside them."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import grown
from measure import ROOT, Row, apart, build, exponent, megabytes, run, started


@dataclass(frozen=True)
class Way:
    """One way to grow.

    Args:
        steps: what makes the site so large, one after the other.
        sizes: how large, for ten minutes' measuring.
        whole: how large, where there is time.
    """

    steps: tuple[Callable[[Path, int], None], ...]
    sizes: tuple[int, ...]
    whole: tuple[int, ...]


WAYS: Mapping[str, Way] = {
    "topics": Way((grown.topics,), (1, 4), (1, 4, 16)),
    "topics and records": Way((grown.topics, grown.records), (), (1, 4, 16)),
    "editions": Way((grown.editions,), (2, 4), (2, 4, 10)),
    "agencies": Way((grown.agencies,), (1, 10), (1, 10)),
    "notes": Way((grown.notes,), (1, 10), (1, 10)),
}


def growth(folder: Path) -> Iterator[Row]:
    """Every way to grow, as far as ten minutes allow."""
    yield from _grown(folder, {name: way.sizes for name, way in WAYS.items()})


def large(folder: Path) -> Iterator[Row]:
    """Every way to grow, whole: sixteen times the topics, with the larger registers too, and ten editions."""
    yield from _grown(folder, {name: way.whole for name, way in WAYS.items()})


def _grown(folder: Path, ways: Mapping[str, tuple[int, ...]]) -> Iterator[Row]:
    smallest = _costs(folder, "as it is", (), 1)
    for name, sizes in ways.items():
        found = [smallest, *(_costs(folder, name, WAYS[name].steps, size) for size in sizes[1:])] if sizes else []
        for measure in smallest if found else ():
            values = [each[measure] for each in found]
            for size, value in zip(sizes, values, strict=True):
                yield f"growth: {name} ×{size}: {measure}", value, measure.rpartition(", ")[2]
            goal = "" if measure.startswith("stock") else "(goal 1.1)"
            yield f"growth: {name}: {measure}: exponent", exponent(list(sizes), values), goal
            if len(sizes) > 2:
                yield f"growth: {name}: {measure}: last step", exponent(list(sizes[-2:]), values[-2:]), goal


def _grow(project: Path, steps: tuple[Callable[[Path, int], None], ...], size: int) -> None:
    grown.copy(ROOT, project)
    for step in steps:
        step(project, size)
    if steps:
        grown.explained(project)


def _costs(folder: Path, name: str, steps: tuple[Callable[[Path, int], None], ...], size: int) -> dict[str, float]:
    """What a site of one size costs; the build that is measured also writes its Markdown for stock MkDocs, which takes next to nothing."""
    started(f"{name} ×{size}")
    project, stock = folder / "grown", folder / "grown-stock"
    for each in (project, stock):
        shutil.rmtree(each, ignore_errors=True)
    apart(_grow, project, steps, size)
    editions = grown.order(project)
    checked = run([sys.executable, "-m", "macros", "check"], project)
    compared = run([sys.executable, "-m", "macros", "compare", editions[-2], editions[-1], "--format", "json"], project)
    ours = run([sys.executable, str(ROOT / "tests/bench/stock.py"), str(project), str(stock), str(project / "site")], project)
    theirs = build(stock, stock / "site")
    return {
        "check, s": checked.cpu,
        "comparison, s": compared.cpu,
        "build, s": ours.cpu,
        "stock's build, s": theirs.cpu,
        "check's memory, MB": checked.memory,
        "build's memory, MB": ours.memory,
        "stock's memory, MB": theirs.memory,
        "output, MB": megabytes(project / "site"),
        "stock's output, MB": megabytes(stock / "site"),
        "search index, MB": megabytes(project / "site/search"),
    }
