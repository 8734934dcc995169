"""A fingerprint of words: the same words, the same fingerprint, wherever and whenever they are read."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from macros.compare import items, merged
from macros.read.site import Edition


def of_words(texts: Iterable[str]) -> str:
    """Twelve signs that stand for some texts in their order."""
    return hashlib.sha256("\n".join(texts).encode()).hexdigest()[:12]


def of_edition(edition: Edition, part: str | None = None) -> str:
    """The fingerprint of what an edition prints, as restated here.

    Args:
        edition: the edition.
        part: the topic, or None for all.
    """
    return of_words(item.text for item in merged.printed(items.of(edition)) if part in (None, item.part))
