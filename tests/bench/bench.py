"""What checking, comparing and building cost, here and at ten times the text: medians of five runs, in seconds."""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
sys.path.insert(0, str(ROOT))

from macros.check import check  # noqa: E402
from macros.compare import comparison, engine, items  # noqa: E402

RUNS = 5


def median(task: Callable[[], object]) -> float:
    """The median time of a task, in seconds."""
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        task()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def times_ten(found: tuple[engine.Item, ...]) -> list[engine.Item]:
    """Ten copies of an edition with ids of their own."""
    return [replace(each, id=f"{each.id}-{n}", place=f"{each.place}-{n}", lead_in=f"{each.lead_in}-{n}") for n in range(10) for each in found]


def compared(old: list[engine.Item], new: list[engine.Item], pairs: engine.Pairs) -> None:
    """One comparison with every marked word."""
    for change in engine.compare(old, new, pairs, {verb: verb for verb in ("must", "will", "should", "may")}):
        _ = change.words


def main() -> None:
    """Prints one line a measurement."""
    site, _ = check(ROOT)
    each = comparison.between(site, site.order[0], site.order[-1])
    old, new, pairs = items.of(each.old), items.of(each.new), each.pairs
    wide = frozenset((f"{a}-{n}", f"{b}-{n}") for a, b in pairs for n in range(10))
    print(f"{len(old)} and {len(new)} items")
    print(
        f"python -m macros check, whole process  {median(lambda: subprocess.run([sys.executable, '-m', 'macros', 'check'], cwd=ROOT, check=True, capture_output=True)):.2f}"
    )
    once = median(lambda: compared(list(old), list(new), pairs))
    ten = median(lambda: compared(times_ten(old), times_ten(new), wide))
    print(f"comparison engine                      {once:.3f}")
    print(f"comparison engine, ten times the text  {ten:.3f} (x{ten / once:.1f})")
    with tempfile.TemporaryDirectory() as goal:
        build = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", f"{goal}/site"]
        print(f"mkdocs build, whole process            {median(lambda: subprocess.run(build, cwd=ROOT, check=True, capture_output=True)):.2f}")


if __name__ == "__main__":
    main()
