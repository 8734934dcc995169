"""What a YAML file says, and on which line it says it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

Path = tuple[str | int, ...]
"""A place in a document: the keys and positions that lead there."""


@dataclass(frozen=True)
class Document:
    """What a YAML file, or the head of a page, says, and where.

    Args:
        path: the file.
        value: text, lists and mappings only: what stands unquoted stays text.
        lines: the line of every place in it.
        faulty: the places of which a fault of reading is told; what stands there is not judged again.
    """

    path: str
    value: Any
    lines: Mapping[Path, int]
    faulty: tuple[Path, ...] = ()

    def line(self, *place: str | int) -> int:
        """The line of a place, or of the nearest place around it."""
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines.get(place, 1)

    def get(self, *place: str | int) -> Any:
        """What stands at a place, or None."""
        value = self.value
        for part in place:
            if isinstance(value, dict):
                value = value.get(part)
            elif isinstance(value, list) and isinstance(part, int) and part < len(value):
                value = value[part]
            else:
                return None
        return value

    def is_faulty(self, place: Path) -> bool:
        """Whether a fault of reading is told of a place, of what stands in it, or of what it stands in."""
        return any(place[: len(each)] == each[: len(place)] for each in self.faulty)
