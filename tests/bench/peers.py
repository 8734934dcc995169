"""The comparison beside differs that others wrote, on the same text: as printed, with sections in another order, four and sixteen times as long."""

from __future__ import annotations

import importlib.util
import json
import re
import resource
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import peer
from measure import ROOT, Row, exponent, started

sys.path.insert(0, str(ROOT))

from macros.compare import comparison, engine, items
from macros.read.load import load

LIMIT = 10
"""Seconds of processor time that a peer has for one comparison."""
PACKAGES = {"lxml": "lxml", "redlines": "redlines", "diff-match-patch": "diff_match_patch"}
"""What a peer is imported by, where it is a package."""
ORDERS, SIZES = ("as printed", "sections in another order"), (1, 4, 16)


def peers(folder: Path) -> Iterator[Row]:
    """Time, share of words marked, runs of marked words, and single words between two of them, of each differ."""
    site, _ = load(ROOT)
    found = comparison.between(site, site.order[-2], site.order[-1])
    old, new = ([item for item in items.of(edition) if items.is_printed(item)] for edition in (found.old, found.new))
    forces = items.forces(site)
    orders = {ORDERS[0]: new, ORDERS[1]: sorted(new, key=lambda item: item.part[::-1])}
    texts = {order: (old, after, found.pairs) for order, after in orders.items()}
    texts |= {f"×{size}": _many(old, new, found.pairs, size) for size in SIZES[1:]}
    for name, (before, after, pairs) in texts.items():
        yield from _row("ours", name, _ours(before, after, pairs, forces))
        for kind, each in (("old", before), ("new", after)):
            (folder / f"{kind} {name}").write_text("\n".join(item.text for item in each), encoding="utf-8")
    costs = {"ours": [_ours(*texts[name], forces)[0] for name in (ORDERS[0], *list(texts)[2:])]}
    for who in peer.PEERS:
        if importlib.util.find_spec(PACKAGES.get(who, "json")) is None:
            print(f"{who} is not installed: make bench installs it.", flush=True)
            continue
        costs[who] = []
        for name in texts:
            started(f"{who}, {name}")
            measured = _theirs(who, folder, name)
            if measured is None:
                yield f"comparison: {who}, {name}", LIMIT, "s processor, and was stopped; no larger text was tried"
                if name != ORDERS[1]:
                    break
                continue
            yield from _row(who, name, measured)
            costs[who] += [measured[0]] if name != ORDERS[1] else []
    for who, each in costs.items():
        if len(each) > 1:
            yield f"comparison: {who}: exponent, up to ×{SIZES[len(each) - 1]}", exponent(list(SIZES[: len(each)]), each), ""


def _row(who: str, name: str, measured: Sequence[float]) -> Iterator[Row]:
    cost, marked, runs, single = measured
    yield f"comparison: {who}, {name}", cost, "s processor"
    if name in ORDERS:
        ours = who == "ours"
        yield f"comparison: {who}, {name}: marked", marked, "% (goal 45)" if ours else "%"
        yield f"comparison: {who}, {name}: runs marked", runs, ""
        yield f"comparison: {who}, {name}: single words between marks", single, "(goal 0)" if ours else ""


def _ours(old: list[engine.Item], new: list[engine.Item], pairs: engine.Pairs, forces: dict[str, str]) -> Sequence[float]:
    start = time.process_time()
    changes = [change.words for change in engine.compare(old, new, pairs, forces)]
    cost = time.process_time() - start
    each = [peer.marks((one.kind, one.text) for one in words) for words in changes if words]
    whole = peer.marks((one.kind, one.text) for words in changes for one in words)
    return cost, whole[0], sum(one[1] for one in each), sum(one[2] for one in each)


def _theirs(who: str, folder: Path, name: str) -> Sequence[float] | None:
    """What a peer costs and marks; None where it was stopped."""
    done = subprocess.run(
        [sys.executable, str(ROOT / "tests/bench/peer.py"), who, f"old {name}", f"new {name}"],
        cwd=folder,
        capture_output=True,
        text=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (LIMIT, LIMIT + 1)),
        check=False,
    )
    if done.returncode > 0:
        raise RuntimeError(done.stderr[-2000:])
    return json.loads(done.stdout) if done.returncode == 0 else None


def _many(
    old: list[engine.Item], new: list[engine.Item], pairs: engine.Pairs, size: int
) -> tuple[list[engine.Item], list[engine.Item], engine.Pairs]:
    """So many copies of both texts, each with long words of its own."""
    many = [[_copied(item, n) for n in range(size) for item in each] for each in (old, new)]
    return many[0], many[1], frozenset((f"{a}-{n}", f"{b}-{n}") for a, b in pairs for n in range(size))


def _copied(item: engine.Item, n: int) -> engine.Item:
    text = re.sub(r"[a-z]{7,}", lambda found: f"{found[0]}{n}", item.text)
    return replace(item, id=f"{item.id}-{n}", place=f"{item.place}-{n}", lead_in=f"{item.lead_in}-{n}" if item.lead_in else "", text=text)
