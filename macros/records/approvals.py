"""What the partnership approved, or reviewed without change, and what was corrected since."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import StringConstraints

from macros.records.base import Record, Shape, Text, WholeDay

Fingerprint = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, pattern=r"^[0-9a-f]{12}$")]
"""Twelve signs that stand for some words; ``python -m macros fingerprint`` tells them."""


class Correction(Shape):
    """A correction of words after they were approved."""

    on: WholeDay
    """The day on which it was made."""
    what: Text
    """What was corrected, as a sentence."""
    fingerprint: Fingerprint
    """The fingerprint of the words as corrected."""


class Approval(Record):
    """Words of this site that an office of the partnership approved, or reviewed and left as they were."""

    what: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, pattern=r"^[a-z0-9-]+(/[a-z0-9-]+)?$")]
    """An edition, an edition and a topic of it with a slash between, or a list: the name of its file."""
    how: Literal["approved", "reviewed without change"]
    """What was decided."""
    by: Text
    """The office."""
    on: WholeDay
    """The day."""
    minuted: Text
    """Where it is minuted."""
    fingerprint: Fingerprint
    """The fingerprint of the words as approved."""
    corrections: tuple[Correction, ...] = ()
    """What was corrected since, the oldest first."""
