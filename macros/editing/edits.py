"""One thing that somebody changed: a fact of a record, a provision, an editor's note, a passage of a page, a setting, a file."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from macros.compare import engine

FACT, RECORD, PROVISION, NOTE, PASSAGE, PAGE, SETTING = "fact", "record", "provision", "editor's note", "passage", "page", "setting"
LAYOUT, PROGRAM, OTHER = "file in its comments or layout", "file of the program", "file that the site does not read"
FILES = (OTHER, PROGRAM, LAYOUT)
"""The kinds of edit that are told of a file as a whole."""
KINDS = (PROVISION, RECORD, FACT, NOTE, PASSAGE, PAGE, SETTING, *FILES)
"""Every kind of edit, in the order in which a reviewer reads them."""
_PLURAL = {LAYOUT: "files in their comments or layout", PROGRAM: "files of the program", OTHER: "files that the site does not read"}


def counted(number: int, kind: str) -> str:
    """A number of things: “1 fact”, “2 editor's notes”."""
    return f"{number} {kind if number == 1 else _PLURAL.get(kind, kind + 's')}"


@dataclass(frozen=True, eq=False)
class Edit:
    """One thing that changed.

    Args:
        kind: what it is, of ``KINDS``.
        what: which one, as words that follow on “You changed”.
        path: the file that holds it.
        line: its line there, in the newer state, or in the older one where it is gone.
        old: its text as it was; empty where it is new.
        new: its text as it is; empty where it is gone.
        names: ids by which it is known: of a provision, of a record as register/id.
        editions: the editions that print it, where they were there before.
        heeded: what must not be overlooked.
        told: what else there is to say.
    """

    kind: str
    what: str
    path: str
    line: int
    old: str
    new: str
    names: tuple[str, ...] = ()
    editions: tuple[str, ...] = ()
    heeded: tuple[str, ...] = ()
    told: tuple[str, ...] = ()

    @property
    def did(self) -> str:
        """What was done: added, removed or changed."""
        return "added" if not self.old else "removed" if not self.new else "changed"

    @cached_property
    def words(self) -> tuple[engine.Words, ...]:
        """The old and the new text in one, word by word: also where only capitals or marks differ."""
        if engine.folded(self.old) != engine.folded(self.new):
            return engine.marked(self.old, self.new)
        return (engine.Words("removed", self.old), engine.Words("added", self.new)) if self.old != self.new else (engine.Words("same", self.new),)
