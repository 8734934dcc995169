"""Adds today's addresses to the list of those that were ever published; none is ever taken off it. Run it before a release."""

from __future__ import annotations

import sys
from pathlib import Path

LIST = Path(__file__).parent / "published.txt"
ROOT = LIST.parent.parent.parent
if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))

from macros.check import check  # noqa: E402
from macros.exports import published  # noqa: E402


def listed() -> set[str]:
    """Every address that was ever published."""
    return set(LIST.read_text("utf-8").splitlines()) if LIST.exists() else set()


if __name__ == "__main__":
    before, now = listed(), set(published.addresses(check(ROOT)[0]))
    LIST.write_text("\n".join(sorted(before | now)) + "\n", "utf-8")
    print(f"{len(before | now)} addresses, {len(now - before)} of them new.")
