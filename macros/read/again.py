"""What one build hands on to the next of the same process, under ``mkdocs serve``: a file whose words are the same is read once."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any


class Again:
    """What was found last of each thing, with everything that it follows from: where any of that is other, it is found anew.

    One finding a thing is kept, and none of a thing that a build did not ask for: memory stays level.
    """

    def __init__(self) -> None:
        self.on = False
        self._before: dict[Hashable, tuple[Hashable, Any]] = {}
        self._now: dict[Hashable, tuple[Hashable, Any]] = {}

    def begin(self, on: bool) -> None:
        """Begins a build.

        Args:
            on: whether another may follow it in this process.
        """
        self.on, self._before, self._now = on, self._now if on else {}, {}

    def once(self, thing: Hashable, source: Hashable, find: Callable[[], Any]) -> Any:
        """What is found of a thing: now, or by the build before. Nobody may change it.

        Args:
            thing: what it is found of, and what kind of finding it is.
            source: everything that it follows from.
            find: what finds it.
        """
        if not self.on:
            return find()
        known = self._now.get(thing) or self._before.get(thing)
        if known is None or known[0] != source:
            known = source, find()
        self._now[thing] = known
        return known[1]


AGAIN = Again()
"""Off, unless a site is served."""
