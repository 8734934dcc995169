"""What the site costs: builds against stock MkDocs, growth, the check, the comparison against its peers, pages, and forty partnerships.

``make bench`` measures what fits ten minutes on two quiet cores, prints a table and writes ``.bench.json``; ``python tests/bench/bench.py stock peers``
does only these parts. Parts that take longer run only when they are named. Runs that are compared follow one another in turn, and medians are given:
on a busy machine trust ratios and processor time.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from builds import check, modules, nation, serve, stock
from growth import growth, large
from measure import ROOT, Row, machine
from peers import peers
from readers import lighthouse, readers

Part = Callable[[Path], Iterator[Row]]
PARTS: dict[str, Part] = {each.__name__: each for each in (stock, modules, check, serve, peers, readers, growth)}
"""What fits ten minutes together."""
LONG: dict[str, Part] = {each.__name__: each for each in (lighthouse, large, nation)}
"""What runs only when it is named: five minutes, half an hour, and ten minutes."""


def main(names: list[str]) -> None:
    """Prints one line a figure as it is found, and writes them all."""
    known = PARTS | LONG
    if unknown := [name for name in names if name not in known]:
        sys.exit(f"No part is called {', '.join(unknown)}. They are: {', '.join(PARTS)}; and, where there is time: {', '.join(LONG)}.")
    found: list[Row] = []
    print(machine(), flush=True)
    for name in names or PARTS:
        start = time.perf_counter()
        with tempfile.TemporaryDirectory() as folder:
            for row in known[name](Path(folder)):
                found.append(row)
                print(f"{row[0]:<76} {row[1]:>10.3f} {row[2]}", flush=True)
        found.append((f"measuring: {name}", time.perf_counter() - start, "s"))
        print(f"{found[-1][0]:<76} {found[-1][1]:>10.0f} s\n", flush=True)
    figures = [{"figure": figure, "value": round(value, 4), "unit": unit} for figure, value, unit in found]
    (ROOT / ".bench.json").write_text(json.dumps({"machine": machine(), "figures": figures}, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
