"""Whose approval a change needs before it is published."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import StringConstraints, model_validator

from macros.records.base import LinkId, Record, Text

Glob = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, pattern=r"^[\w.*/?-]+$")]


class ReviewRule(Record):
    """What kind of change it is about, and whose approval such a change needs.

    A rule that names no files, no links and no editions is for every change that no other rule is about.
    """

    what: Text
    """The kind of change, as the beginning of a sentence."""
    who: Text
    """Whose approval it needs, as the end of that sentence."""
    why: Text | None = None
    """Why, as a sentence."""
    files: tuple[Glob, ...] = ()
    """The files that it is about, ``*`` for any part of a path."""
    links: tuple[LinkId, ...] = ()
    """The records of links.yaml that it is about."""
    editions: Literal["yes"] | None = None
    """Whether it is about what an edition prints."""

    @model_validator(mode="after")
    def _one_way(self) -> ReviewRule:
        if self.editions and (self.files or self.links):
            raise ValueError("Say “editions: yes” alone, without “files” and “links”.")
        return self

    @property
    def otherwise(self) -> bool:
        """Whether it is for what no other rule is about."""
        return not (self.files or self.links or self.editions)
