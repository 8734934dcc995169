"""What is wrong, where it stands, and how to mend it: the one way this project tells an editor."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

GUIDE = "docs/editing/messages.md"


@dataclass(frozen=True, order=True)
class Problem:
    """One thing to mend.

    Arguments: ``path`` from the project's root; ``line`` from 1; ``what`` is wrong; how to ``mend`` it. Both are sentences.
    """

    path: str
    line: int
    what: str
    mend: str

    def __str__(self) -> str:
        return f"{self.path}, line {self.line}: {self.what}\n    {self.mend}"


class Notice(Problem):
    """One thing to know, which keeps nothing from being published."""

    def __str__(self) -> str:
        return f"Notice: {super().__str__()}"


def report(problems: Iterable[Problem]) -> str:
    """Every problem once, sorted by place, with the count last.

    Returns: the text for a terminal; empty where there are no problems.
    """
    found = sorted(set(problems))
    if not found:
        return ""
    count = "1 problem" if len(found) == 1 else f"{len(found)} problems"
    return "\n".join([*map(str, found), f"{count}. Nothing has been published. Help: {GUIDE}"])


def workflow_commands(problems: Iterable[Problem], kind: str = "error") -> str:
    """The same problems as workflow commands, which a pull request shows on the changed lines.

    Args:
        problems: problems, or notices.
        kind: ``error`` or ``notice``.

    Returns:
        One line a problem, escaped as GitHub's workflow commands ask.
    """
    return "\n".join(f"::{kind} file={_escape(p.path, ',:')},line={p.line}::{_escape(f'{p.what} {p.mend}')}" for p in sorted(set(problems)))


def _escape(text: str, more: str = "") -> str:
    for character in "%\r\n" + more:
        text = text.replace(character, f"%{ord(character):02X}")
    return text
