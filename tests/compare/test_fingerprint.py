"""The same words, the same fingerprint."""

from __future__ import annotations

from macros.compare import fingerprint
from macros.read.site import Site


def test_a_fingerprint_hangs_on_the_words_and_their_order() -> None:
    assert fingerprint.of_words(["one", "two"]) == fingerprint.of_words(iter(["one", "two"])) == "21066d108d53"
    assert fingerprint.of_words(["one", "two"]) != fingerprint.of_words(["two", "one"])


def test_a_topic_has_its_own(loaded: Site) -> None:
    found = {fingerprint.of_edition(loaded.now, part) for part in (None, *loaded.now.topics)}
    assert len(found) == 1 + len(loaded.now.topics)
