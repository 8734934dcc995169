"""What was taken down, when, why, and where to go instead."""

from __future__ import annotations

from typing import Annotated

from pydantic import StringConstraints

from macros.records.base import Shape, Text, WholeDay


class Withdrawn(Shape):
    """In the head of a page: the page keeps its address, and shows this and nothing else."""

    on: WholeDay
    """The day."""
    why: Text
    """Why, as a sentence; of a person or a child, nothing."""
    instead: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, pattern=r"^[a-z0-9-]+(/([a-z0-9-]+/)*)?$")]
    """Where to go: the address of a page of this site, ending in a slash, or the id of a link."""
