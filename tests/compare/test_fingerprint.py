"""A fingerprint of words."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

from macros.check import check
from macros.compare import fingerprint
from macros.read.site import Site


def test_the_same_words_have_the_same_fingerprint() -> None:
    assert fingerprint.of_words(["one", "two"]) == hashlib.sha256(b"one\ntwo").hexdigest()[:12]
    assert fingerprint.of_words(["one", "two"]) != fingerprint.of_words(["two", "one"])


def test_one_changed_word_changes_that_of_its_topic_and_edition_alone(mini: Path, edit: Callable[[str, str, str], None], loaded: Site) -> None:
    edit("docs/arrangements/2002/meetings.md", "Minutes will be kept.", "Minutes will be kept well.")
    changed, _ = check(mini)
    pairs = [(edition, part) for edition in changed.order for part in (None, "meetings", "agency-list")]
    differ = [(e, p) for e, p in pairs if fingerprint.of_edition(loaded.editions[e], p) != fingerprint.of_edition(changed.editions[e], p)]
    assert differ == [("2002", None), ("2002", "meetings")]
