"""What became of addresses that were published and are no longer there."""

from __future__ import annotations

from typing import Annotated

from pydantic import StringConstraints

from macros.records.base import Record, Text, WholeDay

Address = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, pattern=r"^([a-z0-9-]+/)+(#[a-z0-9-]+)?$")]
"""A page of this site, with or without an id on it after a hash sign."""


class AddressFate(Record):
    """An address that was published, and what became of it."""

    address: Address
    """As it was published."""
    on: WholeDay
    """The day on which it went."""
    why: Text
    """Why, as a sentence."""
    to: Address | None = None
    """Where it went; left out where nothing stands for it."""
