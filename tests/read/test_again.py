"""What one build hands on to the next of the same process."""

from __future__ import annotations

import pytest

from macros.read.again import Again

BUILDS = [
    # each build: whether it is served, and what it asks for (thing and source) · how often each thing was found
    ([(False, "a1 a1"), (False, "a1")], {"a": 3}),
    ([(True, "a1 a1"), (True, "a1 b1")], {"a": 1, "b": 1}),
    ([(True, "a1"), (True, "a2"), (True, "a2"), (True, "a1")], {"a": 3}),
    ([(True, "a1 b1"), (True, "a1"), (True, "b1")], {"a": 1, "b": 2}),
    ([(True, "a1"), (False, ""), (True, "a1")], {"a": 2}),
]


@pytest.mark.parametrize(("builds", "expected"), BUILDS)
def test_a_thing_is_found_anew_where_its_source_is_other_or_the_build_before_did_not_ask(
    builds: list[tuple[bool, str]], expected: dict[str, int]
) -> None:
    again, found = Again(), dict.fromkeys(expected, 0)

    def find(thing: str, source: str) -> str:
        found[thing] += 1
        return f"{thing} of {source}"

    for on, asked in builds:
        again.begin(on)
        for thing, source in asked.split():
            assert again.once(thing, source, lambda thing=thing, source=source: find(thing, source)) == f"{thing} of {source}"
    assert found == expected
