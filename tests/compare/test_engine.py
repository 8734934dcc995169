"""The engine: what becomes of items, of their order and of their words; and what must hold of any two editions."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.compare import engine
from macros.compare.engine import Change, Item, Words, between, inverted, marked, then

FORCES = {form: form for form in ("must", "will", "will be required to", "should", "is expected to", "may", "can")} | {
    "are expected to": "is expected to"
}


def item(identifier: str, text: str = "", place: str = "", lead_in: str = "", name: str = "", form: str = "paragraph") -> Item:
    return Item(identifier, text or identifier, place, lead_in, form, name)


KINDS = [
    ("the same words", item("a", "It will."), item("a", "It will."), ("same meaning",), False),
    ("capitals only", item("a", "The Board."), item("a", "The board."), ("same meaning",), False),
    ("other words", item("a", "It will meet."), item("a", "It will sit."), ("reworded",), False),
    ("another verb of duty", item("a", "It should meet."), item("a", "It must meet."), ("force changed",), False),
    ("a verb of duty gone", item("a", "It will meet."), item("a", "It meets."), ("force changed",), False),
    ("another form of the same verb", item("a", "It is expected to meet."), item("a", "They are expected to meet."), ("reworded",), False),
    ("the longest form of a verb of duty", item("a", "It will meet."), item("a", "It will be required to meet."), ("force changed",), False),
    ("a verb of duty at the beginning", item("a", "Should it rain, it meets."), item("a", "It meets."), ("force changed",), False),
    ("will not", item("a", "It will meet."), item("a", "It will not meet."), ("force changed",), False),
    ("won't", item("a", "It will meet."), item("a", "It won't meet."), ("force changed",), False),
    ("won’t, with a curly mark", item("a", "It will meet."), item("a", "It won’t meet."), ("force changed",), False),
    ("must never", item("a", "It must meet."), item("a", "It must never meet."), ("force changed",), False),
    ("should no longer", item("a", "It should meet."), item("a", "It should no longer meet."), ("force changed",), False),
    ("cannot", item("a", "It can meet."), item("a", "It cannot meet."), ("force changed",), False),
    ("mustn't", item("a", "It must meet."), item("a", "It mustn't meet."), ("force changed",), False),
    ("a short form of not written out", item("a", "It won't meet."), item("a", "It will not meet."), ("reworded",), False),
    ("cannot in two words", item("a", "It cannot meet."), item("a", "It can not meet."), ("reworded",), False),
    ("May the month", item("a", "It will meet in May."), item("a", "It will meet in June."), ("reworded",), False),
    ("may the verb", item("a", "It may meet."), item("a", "It meets."), ("force changed",), False),
    ("a verb of duty in a heading", item("a", "What will be", form="heading"), item("a", "What is", form="heading"), ("reworded",), False),
    ("a verb of duty in a record", item("a", "Will", name="Will", form="record"), item("a", "Bill", name="Bill", form="record"), ("renamed",), False),
    ("a typographic apostrophe", item("a", "The board's hall."), item("a", "The board’s hall."), ("same meaning",), False),
    ("curly quotation marks", item("a", 'A "hub" meets.'), item("a", "A “hub” meets."), ("same meaning",), False),
    ("another kind of hyphen", item("a", "Multi-agency – work."), item("a", "Multi\u2011agency - work."), ("same meaning",), False),
    ("a space that does not break", item("a", "In 10 days."), item("a", "In 10\u00a0days."), ("same meaning",), False),
    ("a soft hyphen", item("a", "Safeguarding."), item("a", "Safe\u00adguarding."), ("same meaning",), False),
    ("a character without width", item("a", "The board."), item("a", "The\u200b board\ufeff."), ("same meaning",), False),
    (
        "a name in other capitals and marks",
        item("r", "Town's", name="Town's", form="record"),
        item("r", "TOWN’S", name="TOWN’S", form="record"),
        ("same meaning",),
        False,
    ),
    ("a sign that means something", item("a", "One, two."), item("a", "One; two."), ("reworded",), False),
    ("another heading", item("a", "It.", "one"), item("a", "It.", "two"), ("moved",), False),
    ("another heading and other words", item("a", "It is.", "one"), item("a", "It was.", "two"), ("moved", "reworded"), False),
    ("a heading's counterpart", item("a", "It.", "h"), item("a", "It.", "k"), ("same meaning",), False),
    ("another printed name", item("r", "Town", name="Town", form="record"), item("r", "City", name="City", form="record"), ("renamed",), False),
    (
        "another name and more",
        item("r", "Town (T)", name="Town", form="record"),
        item("r", "City (C)", name="City", form="record"),
        ("renamed", "reworded"),
        False,
    ),
    ("a weaker lead-in", item("a", "read", lead_in="l"), item("a", "read", lead_in="l"), ("force changed",), True),
    ("a lead-in in other words", item("a", "read", lead_in="m"), item("a", "read", lead_in="m"), ("reworded",), True),
]
AROUND = (
    [item("h", form="heading"), item("l", "They must:"), item("m", "They:")],
    [item("k", form="heading"), item("l", "They should:"), item("m", "Those:")],
)


@pytest.mark.parametrize(("what", "old", "new", "kinds", "by_lead_in"), KINDS, ids=[row[0] for row in KINDS])
def test_the_kind_of_a_change(what: str, old: Item, new: Item, kinds: tuple[str, ...], by_lead_in: bool) -> None:
    found = engine.compare([*AROUND[0], old], [*AROUND[1], new], between("hlmar", "klmar", [("h", "k")]), FORCES)
    change = next(change for change in found if change.new == (new,))
    assert (change.kinds, change.by_lead_in) == (kinds, by_lead_in)


def ids(found: tuple[Change, ...]) -> list[tuple[str, str, str]]:
    return [(change.kind, "".join(i.id for i in change.old), "".join(i.id for i in change.new)) for change in found]


ORDERS = [
    ("removals keep their place after their old neighbour", "abcd", "axd", [], "same a a, removed b -, removed c -, added - x, same d d"),
    ("a removal at the beginning stays there", "ab", "b", [], "removed a -, same b b"),
    ("the newer edition's order holds, and what stands elsewhere in it has moved", "abc", "cab", [], "moved c c, same a a, same b b"),
    ("two that change places are one move", "ab", "ba", [], "moved b b, same a a"),
    ("the same two, read backwards, are the same move", "ba", "ab", [], "same a a, moved b b"),
    ("what is added between is no move of its neighbours", "abc", "axbc", [], "same a a, added - x, same b b, same c c"),
    ("what is removed between is no move of its neighbours", "abc", "ac", [], "same a a, removed b -, same c c"),
    ("in one place only the fewest have moved", "abcde", "bcdea", [], "same b b, same c c, same d d, same e e, moved a a"),
    ("one becomes two", "abc", "axyc", [("b", "x"), ("b", "y")], "same a a, split b xy, same c c"),
    ("two become one", "abc", "xc", [("a", "x"), ("b", "x")], "merged ab x, same c c"),
    ("one stays and gives a part to another", "ab", "axb", [("a", "x")], "split a ax, same b b"),
    ("another id for the same idea", "ab", "xb", [("a", "x")], "reworded a x, same b b"),
]


@pytest.mark.parametrize(("what", "old", "new", "lineage", "expected"), ORDERS, ids=[row[0] for row in ORDERS])
def test_pairs_and_order(what: str, old: str, new: str, lineage: list[tuple[str, str]], expected: str) -> None:
    found = ids(engine.compare([item(i) for i in old], [item(i) for i in new], between(old, new, lineage)))
    assert ", ".join(f"{kind.split()[0]} {a or '-'} {b or '-'}" for kind, a, b in found) == expected


def test_steps_in_another_order_have_moved_and_headings_and_records_have_not() -> None:
    def order(form: str) -> list[str]:
        sides = [[item("h", form="heading"), *(item(i, place="h", form=form) for i in side)] for side in ("abc", "acb")]
        return [change.kind for change in engine.compare(*sides, between("habc", "habc"))[1:]]

    assert order("item") == ["same meaning", "moved", "same meaning"]
    assert order("paragraph") == ["same meaning", "moved", "same meaning"]
    assert order("heading") == order("record") == ["same meaning"] * 3


def test_order_is_asked_among_neighbours_only() -> None:
    """A list that moves as a whole under another heading has moved; its items keep their order, and are told once each."""
    old = [item("h", form="heading"), item("a", place="h"), item("b", place="h"), item("k", form="heading"), item("c", place="k")]
    new = [item("k", form="heading"), item("c", place="k"), item("h", form="heading"), item("a", place="h"), item("b", place="h")]
    assert {change.kind for change in engine.compare(old, new, between("habkc", "habkc"))} == {"same meaning"}


def test_changes_are_counted_under_the_kind_that_says_most() -> None:
    found = engine.compare(
        [item("a", "It will.", "one"), item("b"), item("c")], [item("a", "It must.", "two"), item("c")], between("abc", "ac"), FORCES
    )
    assert found[0].kinds == ("force changed", "moved")
    assert engine.counts(found) == {"removed": 1, "force changed": 1, "same meaning": 1}
    assert list(engine.counts(found)) == ["removed", "force changed", "same meaning"]


MARKED = [
    ("equal texts", "It is.", "It is.", "It is."),
    ("one word", "The board should meet quarterly.", "The board will meet quarterly.", "The board [should|will] meet quarterly."),
    (
        "a short run between changes is absorbed",
        "The old board of the county meets here every year",
        "The new board of a county meets here every year",
        "The [old board of the|new board of a] county meets here every year",
    ),
    ("a sign is not a word", "One, two and three of them.", "One; two and three of them.", "One[,|;] two and three of them."),
    ("capitals alone are never marked", "The Board meets in the hall.", "The board meets in the hall.", "The board meets in the hall."),
    (
        "capitals are not marked beside other words",
        "The Board meets here in the old hall.",
        "The board meets here in the new hall.",
        "The board meets here in the [old|new] hall.",
    ),
    (
        "kinds of mark are not marked",
        "The board's multi-agency hall is old.",
        "The board’s multi\u2011agency hall is new.",
        "The board’s multi\u2011agency hall is [old|new].",
    ),
    (
        "invisible characters are not marked",
        "The board meets in the old hall.",
        "\u200bThe board\ufeff meets in\u00a0the new ha\u00adll\u200b.",
        "\u200bThe board\ufeff meets in\u00a0the [old|new] ha\u00adll\u200b.",
    ),
    (
        "an apostrophe between words that change",
        "The boards hall is here every year.",
        "The board's hall is here every year.",
        "The [boards|board's] hall is here every year.",
    ),
    ("old whole and new whole", "A cat sat on a mat.", "Every dog may bark at night.", "[A cat sat on a mat.|Every dog may bark at night.]"),
    ("words that are added", "It meets in the hall.", "It meets in the hall. Tea is served.", "It meets in the hall.[| Tea is served.]"),
]


def shown(words: tuple[Words, ...]) -> str:
    text = ""
    for i, run in enumerate(words):
        after = words[i + 1].kind if i + 1 < len(words) else ""
        text += {
            "same": run.text,
            "removed": f"[{run.text}|" + ("" if after == "added" else "]"),
            "added": ("" if i and words[i - 1].kind == "removed" else "[|") + f"{run.text}]",
        }[run.kind]
    return text


@pytest.mark.parametrize(("what", "old", "new", "expected"), MARKED, ids=[row[0] for row in MARKED])
def test_marked_words(what: str, old: str, new: str, expected: str) -> None:
    assert shown(marked(old, new)) == expected


# --- what must hold of any two editions ---------------------------------------------------------------------------------

texts = st.lists(
    st.sampled_from(
        ["The", "board", "Board", "will", "must", "meet", ",", ".", "\n", " ", "a–b", "a\u2011b", "it's", "it’s", "\u200b", "bo\u00adard", "x"]
    ),
    max_size=14,
).map(" ".join)


@st.composite
def editions(draw: st.DrawFn) -> tuple[list[Item], list[Item], engine.Pairs]:
    names = st.lists(st.sampled_from("abcdefgh"), unique=True, max_size=8)
    sides = [
        [item(i, draw(texts), draw(st.sampled_from(["", "a", "b"])), draw(st.sampled_from(["", "a", "c"]))) for i in draw(names)] for _ in range(2)
    ]
    lineage = draw(st.lists(st.tuples(st.sampled_from("abcdefgh"), st.sampled_from("abcdefgh")), max_size=4))
    old, new = ({i.id for i in side} for side in sides)
    return sides[0], sides[1], between(old, new, [(a, b) for a, b in lineage if a in old and b in new])


@given(editions())
def test_every_item_of_either_edition_is_in_exactly_one_change(given_: tuple) -> None:
    old, new, pairs = given_
    found = engine.compare(old, new, pairs, FORCES)
    assert sorted(i.id for change in found for i in change.old) == sorted(i.id for i in old)
    assert sorted(i.id for change in found for i in change.new) == sorted(i.id for i in new)


@given(editions())
def test_an_edition_against_itself_has_no_change(given_: tuple) -> None:
    old, _, _ = given_
    found = engine.compare(old, old, between([i.id for i in old], [i.id for i in old]), FORCES)
    assert [change.kinds for change in found] == [("same meaning",)] * len(old)


SWAPPED = {"added": "removed", "removed": "added", "split": "merged", "merged": "split"}


@given(editions())
def test_swapped_editions_swap_added_and_removed_split_and_merged(given_: tuple) -> None:
    old, new, pairs = given_
    there = engine.compare(old, new, pairs, FORCES)
    back = engine.compare(new, old, inverted(pairs), FORCES)
    mirrored = {(frozenset(SWAPPED.get(k, k) for k in c.kinds), frozenset(c.old), frozenset(c.new)) for c in there}
    assert mirrored == {(frozenset(c.kinds), frozenset(c.new), frozenset(c.old)) for c in back}


@given(texts, texts)
def test_marked_words_give_both_texts_back_to_the_letter(old: str, new: str) -> None:
    words = marked(old, new)
    assert "".join(run.before for run in words if run.kind != "added") == old
    assert "".join(run.text for run in words if run.kind != "removed") == new


lineages = st.frozensets(st.tuples(st.sampled_from("abcd"), st.sampled_from("abcd")), max_size=8)


@given(lineages, lineages, lineages)
def test_lineage_composes_over_three_editions(first: engine.Pairs, second: engine.Pairs, third: engine.Pairs) -> None:
    assert then(then(first, second), third) == then(first, then(second, third))


@given(lineages, lineages)
def test_lineage_inverts(first: engine.Pairs, second: engine.Pairs) -> None:
    assert inverted(inverted(first)) == first
    assert inverted(then(first, second)) == then(inverted(second), inverted(first))
