"""Characters that nobody can see, and what they are called: in pages and in data they are refused by name."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

_KINDS = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp", "Co", "Cn"})
_MORE = frozenset("\u034f\u115f\u1160\u2800\u3164\uffa0\ufe0e\ufe0f")
"""Letters and marks by their kind, which show nothing all the same."""
MEND = "Delete it, and type a space where one is needed."


def unseen(text: str) -> Iterator[str]:
    """The characters of a text that nobody can see, each once."""
    shown = text.replace("\n", "").replace("\t", "")
    if shown.isprintable() and (shown.isascii() or _MORE.isdisjoint(shown)):  # as nearly every text is: Python asks the same kinds
        return
    for character in dict.fromkeys(text):
        if (unicodedata.category(character) in _KINDS and character not in " \n\t") or character in _MORE:
            yield character


def told(character: str) -> str:
    """What is said of such a character."""
    name = unicodedata.name(character, "a control character").lower()
    return f"there is a character here that nobody can see: U+{ord(character):04X}, {name}."


def seen(text: str) -> str:
    """A text with a plain space for each space that is none, and without all else that nobody can see."""
    for character in unseen(text):
        text = text.replace(character, " " if unicodedata.category(character) == "Zs" else "")
    return text
