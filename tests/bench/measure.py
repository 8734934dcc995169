"""Processes measured: processor time, wall time and memory, in turn with others, so that a busy machine is busy for all of them."""

from __future__ import annotations

import multiprocessing
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import log
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
QUIET = {"NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1700000000"}
Row = tuple[str, float, str]
"""A figure: what it is, its value, and its unit, or the goal that it is held against."""


def started(what: str) -> None:
    """Says on a terminal what is being measured."""
    print(f"  … {what}", file=sys.stderr, flush=True)


@dataclass(frozen=True)
class Cost:
    """What a process took: processor seconds (its own and the system's for it), wall seconds, and memory at its peak in MB."""

    cpu: float
    wall: float
    memory: float


def run(command: list[str], folder: Path, **settings: str) -> Cost:
    """Runs a process to its end.

    Args:
        command: the process.
        folder: where it runs.
        settings: variables of the environment.

    Raises: RuntimeError with what it said, where it fails.
    """
    start = time.perf_counter()
    with tempfile.TemporaryFile() as output:
        process = subprocess.Popen(command, cwd=folder, env=os.environ | QUIET | settings, stdout=output, stderr=subprocess.STDOUT)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        wall = time.perf_counter() - start
        if process.returncode:
            output.seek(0)
            raise RuntimeError(f"{' '.join(command)}\n{output.read().decode()[-3000:]}")
    return Cost(used.ru_utime + used.ru_stime, wall, used.ru_maxrss / 1024)


def apart(work: Callable[..., None], *given: object) -> None:
    """Does some work in a process of its own: what is run later counts as its own memory what this process holds.

    Args:
        work: the work.
        given: its arguments.

    Raises: RuntimeError where it fails.
    """
    process = multiprocessing.get_context("fork").Process(target=work, args=given)
    process.start()
    process.join()
    if process.exitcode:
        raise RuntimeError(f"{work.__name__} failed: see above.")


def build(folder: Path, goal: Path, **settings: str) -> Cost:
    """One build of a site.

    Args:
        folder: the project.
        goal: where the site goes.
        settings: variables of the environment.
    """
    return run([sys.executable, "-m", "mkdocs", "build", "--site-dir", str(goal)], folder, **settings)


def in_turn(tasks: Mapping[str, Callable[[], Cost]], runs: int) -> dict[str, list[Cost]]:
    """Every task so many times, one after the other and round again."""
    found: dict[str, list[Cost]] = {name: [] for name in tasks}
    for _ in range(runs):
        for name, task in tasks.items():
            found[name].append(task())
    return found


def median(costs: list[Cost]) -> Cost:
    """The median of each measure."""
    return Cost(*(statistics.median(getattr(each, name) for each in costs) for name in ("cpu", "wall", "memory")))


def ratio(ours: list[Cost], theirs: list[Cost]) -> float:
    """The median of the ratios of processor time, each of two runs that followed one another."""
    return statistics.median(one.cpu / other.cpu for one, other in zip(ours, theirs, strict=True))


def exponent(sizes: list[float], values: list[float]) -> float:
    """By which power of the size a value grows: the slope of a line fitted to both logarithms."""
    x, y = [log(each) for each in sizes], [log(max(each, 1e-9)) for each in values]
    mean_x, mean_y = statistics.mean(x), statistics.mean(y)
    return sum((a - mean_x) * (b - mean_y) for a, b in zip(x, y, strict=True)) / sum((a - mean_x) ** 2 for a in x)


def megabytes(folder: Path, ending: str = "") -> float:
    """The size of a folder's files with an ending, in MB."""
    return sum(each.stat().st_size for each in folder.rglob(f"*{ending}") if each.is_file()) / 1e6


def machine() -> str:
    """The machine, and how busy it is."""
    model = next((line.partition(":")[2].strip() for line in Path("/proc/cpuinfo").read_text().splitlines() if line.startswith("model name")), "")
    return f"{os.cpu_count()} × {model or platform.machine()}, {platform.system()}, Python {platform.python_version()}, load {os.getloadavg()[0]:.1f}"
