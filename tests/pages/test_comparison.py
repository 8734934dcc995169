"""The pages that compare two editions."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.compare import comparison as compared
from macros.compare import engine
from macros.pages import comparison
from macros.pages.addresses import Here

from ..drawn import Shown, checked, words

Edit = Callable[[str, str, str], None]
PAGE = "compare/2001-2002/{}.md"
CHANGES = "data/changes/2001-2002.yaml"


def test_the_comparison_says_added_and_removed_in_words(shown: Shown) -> None:
    page = shown.page(PAGE.format("meetings"))
    assert '<del><span class="said">[removed: </span>should<span class="said">]</span></del>' in page
    assert '<ins><span class="said">[added: </span>will<span class="said">]</span></ins>' in page
    assert "These are our words, not the documents'" in page
    assert "A revision between the two is not among the sources." in page
    assert "2001 (draft text): A draft text." in page
    assert "statutory guidance (Second document, 2002, section 1)" in page
    assert '<em class="silence">not stated in the source</em>' in page


def test_every_change_of_a_topic_has_its_anchor_once(shown: Shown) -> None:
    page = shown.page(PAGE.format("meetings"))
    names = [name for name in re.findall(r'\bid="([a-z-]+)"', page) if not name.startswith(("note-", "view-"))]
    assert sorted(names) == [
        "meetings",
        "meetings-frequency",
        "members-attend",
        "members-duties",
        "members-read",
        "members-vote",
        "minutes-kept",
        "refreshments",
        "refreshments-see",
        "tea-served",
    ]


def test_both_sides_stand_beside_the_redline(shown: Shown) -> None:
    page = shown.page(PAGE.format("meetings"))
    assert '<span class="side-name">2001 (draft text)</span><p>The board <del>should</del> meet quarterly.</p>' in page
    assert '<span class="side-name">March 2002</span><p>The board <ins>will</ins> meet quarterly.</p>' in page
    gone = page[page.index('id="tea-served"') :].split('<p class="places">')[0]
    assert '<span class="side-name">March 2002</span><p><em class="silence">not in this edition</em></p>' in gone


def jumps(page: str) -> list[tuple[str, str, str]]:
    """Each change of a page with the anchors before and after it."""
    return [
        (own, *(next(iter(re.findall(f'<a href="#([a-z-]+)">{name}</a>', rest)), "") for name in ("Change before", "Next change")))
        for own, rest in re.findall(r'<div class="change" id="([a-z-]+)">(.*?)(?=<div class="change"|\Z)', page, re.S)
    ]


def test_one_jumps_from_change_to_change_and_to_the_first(shown: Shown) -> None:
    page = shown.page(PAGE.format("meetings"))
    changed = [
        "meetings-frequency",
        "minutes-kept",
        "members-duties",
        "members-read",
        "members-attend",
        "members-vote",
        "tea-served",
        "refreshments-see",
    ]
    assert jumps(page) == [(own, *around) for own, around in zip(changed, zip(["", *changed], [*changed[1:], ""], strict=False), strict=True)]
    assert '<p class="jump"><a href="#meetings-frequency">Go to the first change</a></p>' in page


def test_a_change_names_both_places(shown: Shown) -> None:
    page = shown.page(PAGE.format("meetings"))
    split = page[page.index('id="minutes-kept"') :].split('<p class="places">')[1].split("</p>")[0]
    assert re.findall(r'href="([^"]+)"', split) == [
        "../../../arrangements/2001/meetings/#minutes-kept-published",
        "../../../arrangements/2002/meetings/#minutes-kept",
        "../../../arrangements/2002/meetings/#minutes-published",
    ]
    assert words(split) == (
        "Example arrangements, 2001 (draft text), section 1, Meetings, provision 2 → Example arrangements, March 2002, section 2, Meetings, "
        "provision 2 ; Example arrangements, March 2002, section 2, Meetings, provision 3"
    )


def test_a_note_stands_in_full_where_it_comes_first(shown: Shown) -> None:
    page = shown.page(PAGE.format("meetings"))
    assert page.count('id="note-meetings-stronger"') == 1
    assert page.index('id="meetings-frequency"') < page.index('id="note-meetings-stronger"') < page.index('id="minutes-kept"')
    again = page[page.index('id="members-duties"') : page.index('id="members-read"')]
    assert '<a href="#note-meetings-stronger">' in again


def test_what_means_the_same_is_folded_in_runs_between_changes(mini: Path, edit: Edit) -> None:
    """One changed, two the same, one changed: the two are folded together, and lead to where they stand."""
    for year in ("2001", "2002"):
        edit(
            f"docs/arrangements/{year}/meetings.md",
            "### Refreshments\n{: #refreshments }",
            "One stays.\n{: #one-stays }\n\nTwo stays.\n{: #two-stays }\n\n### Refreshments\n{: #refreshments }",
        )
    page = Shown(checked(mini)).page(PAGE.format("meetings"))
    folded = re.findall(r'<details class="same"><summary>(\d) with the same meaning, in our reading</summary>(.*?)</details>', page, re.S)
    assert [number for number, _ in folded] == ["2"]
    assert (
        '<li id="one-stays">One stays. <a class="permalink" href="../../../arrangements/2002/meetings/#one-stays" aria-label="Open in Example arrangements, March 2002, section 2, Meetings, provision 5">§</a></li>'
        in folded[0][1]
    )
    assert "two-stays" in folded[0][1]
    assert not [own for own, *_ in jumps(page) if own in ("one-stays", "two-stays")]


def test_a_heading_stands_at_the_deeper_of_its_two_levels(mini: Path, edit: Edit) -> None:
    for year in ("2002", "2001"):
        edit(f"docs/arrangements/{year}/meetings.md", "### Refreshments", "## Refreshments")
        shown = Shown(checked(mini))
        shown.page(PAGE.format("meetings"))
        assert shown.contents == ((2, "Meetings", "meetings"), (3 if year == "2002" else 2, "Refreshments", "refreshments"))


def test_a_heading_that_is_new_or_gone_says_so(mini: Path, edit: Edit) -> None:
    edit(
        "docs/arrangements/2002/meetings.md", "### Refreshments\n{: #refreshments }", "### Cakes\n{: #cakes }\n\n### Refreshments\n{: #refreshments }"
    )
    edit(CHANGES, "where: [refreshments-see]", "where: [refreshments-see, cakes]")
    shown = Shown(checked(mini))
    shown.page(PAGE.format("meetings"))
    assert (3, "Cakes (added)", "cakes") in shown.contents


def test_a_list_that_no_page_prints_has_its_own_page(shown: Shown) -> None:
    page = shown.page(PAGE.format("groups"))
    assert "Read the pages" not in page
    assert "<p>Nothing changed, in our reading.</p>" in page
    assert '<li id="groups-board-meeting">The Board</li>' in page


def test_a_record_that_names_its_provisions_has_the_notes_on_them(mini: Path, edit: Edit) -> None:
    edit(
        "data/duties.yaml",
        '"2002": {provision: [meetings-frequency], actor: The Board, frequency: quarterly}',
        '"2002": {provision: [meetings-frequency], actor: The Board, frequency: monthly}',
    )
    page = Shown(checked(mini)).page(PAGE.format("duties"))
    assert "Actor: The Board. Frequency: " in page and 'id="note-meetings-stronger"' in page


# --- the first page and the summaries -----------------------------------------------------------------------------------


def test_the_first_page_counts_and_maps(shown: Shown) -> None:
    page = shown.page(PAGE.format("index"))
    each = compared.between(shown.site, "2001", "2002")
    assert f"<caption>{len(each.changes)} provisions and records, by what became of them</caption>" in page
    row = page[page.index('<th scope="row"><a href="meetings/">') :].split("</tr>")[0]
    assert words(row) == "Meetings section 2 1 added, 1 removed, 1 split, 5 force changed"
    assert '<td data-label="2001 (draft text)">section 1</td>' in page
    assert '<a href="changes.csv">' in page and '<a href="changes.json">' in page
    assert "5 notes: what, why, for whom" in page
    assert [name for level, name, _ in shown.contents if level == 2] == [
        "In short",
        "What changed for you",
        "Section map",
        "Lists, record by record",
        "Downloads",
    ]


def test_the_first_page_leads_to_every_list(shown: Shown) -> None:
    page = shown.page(PAGE.format("index"))
    lists = page[page.index('id="lists"') : page.index('id="downloads"')]
    assert sorted(set(re.findall(r'href="([a-z-]+)/"', lists))) == ["agency-list", "duties", "escalation", "groups", "posts", "report-contents"]


def test_the_table_tells_every_note_once_and_leads_to_its_change(shown: Shown) -> None:
    page = shown.page(PAGE.format("table"))
    assert page.startswith('<div class="caution"')
    assert re.findall(r'href="\.\./([a-z-]+)/#note-([a-z-]+)"', page) == [
        ("meetings", "meetings-stronger"),
        ("meetings", "minutes-split"),
        ("meetings", "clinic-gone"),
        ("meetings", "refreshments-new"),
        ("agency-list", "agencies-named"),
    ]
    assert [name for _, name, _ in shown.contents] == ["Meetings", "Agency list"]
    row = page[page.index("note-meetings-stronger") :].split("</tr>")[0]
    assert '<td data-label="Why">statutory guidance (Second document, 2002, section 1)</td><td data-label="For whom">everybody</td>' in row


def test_a_sector_is_told_what_names_it_and_what_binds_everybody(shown: Shown) -> None:
    page = shown.page(PAGE.format("for/health"))
    own, everybody = page.split('<h2 id="everybody">')
    assert re.findall(r"#note-([a-z-]+)", own) == ["clinic-gone", "agencies-named"]
    assert '<a href="../../table/#table-meetings">Meetings</a> (1)' in everybody
    assert "minutes-split" in shown.page(PAGE.format("for/education"))


def test_a_sector_that_no_note_names_is_told_so(mini: Path, edit: Edit) -> None:
    edit(CHANGES, "affects: [health]", "affects: [education]")
    edit(CHANGES, "affects: [health, education]", "affects: [education]")
    assert "No change is noted for this sector alone." in Shown(checked(mini)).page(PAGE.format("for/health"))


def test_promises_are_dropped_weakened_strengthened_or_neither(shown: Shown) -> None:
    page = shown.page(PAGE.format("promises"))
    assert [(name, anchor) for _, name, anchor in shown.contents] == [
        ("Dropped (1)", "dropped"),
        ("Weakened (0)", "weaker"),
        ("Strengthened (5)", "stronger"),
        ("Force changed otherwise (0)", "neither"),
    ]
    assert 'id="dropped-tea-served"' in page and 'id="stronger-meetings-frequency"' in page
    assert page.count("<p>None, in our reading.</p>") == 2


def test_terms_say_what_they_meant_and_where_they_are_used(shown: Shown) -> None:
    page = shown.page(PAGE.format("terms"))
    found = page[page.index('id="term-board"') : page.index('id="only-2001"')]
    assert "The members who meet." in found and "The members and the officers who meet." in found
    assert 'Used in: <a href="../../../arrangements/2001/meetings/">Meetings</a>' in found
    assert 'Used in: <a href="../../../arrangements/2002/meetings/">Meetings</a>' in found


def test_terms_of_one_edition_only_are_listed_under_it(mini: Path, edit: Edit) -> None:
    edit("data/terms.yaml", "- id: board\n", '- id: tea\n  kind: term\n  editions:\n    "2002": {name: Tea, short: T, means: A meal.}\n- id: board\n')
    shown = Shown(checked(mini))
    page = shown.page(PAGE.format("terms"))
    assert "<li><strong>Tea (T)</strong>: A meal.</li>" in page[page.index('id="only-2002"') :]
    assert [name for _, name, _ in shown.contents] == [
        "Explained or named differently (1)",
        "Only in 2001 (draft text) (0)",
        "Only in March 2002 (1)",
    ]


def test_what_is_not_told_counts_the_reasons_and_shows_the_editor_s_notes(shown: Shown) -> None:
    page = shown.page(PAGE.format("untold"))
    assert "For 4 of 5 changes of substance, no source held here states a reason." in page
    assert "<summary>Meetings (1)</summary>" in page
    assert '"Quarterly" is not defined.' in page.replace("&#34;", '"')
    assert '<a href="../../../arrangements/2002/meetings/#meetings-frequency">Read it there</a>' in page


def test_an_edition_that_gives_general_reasons_says_them(mini: Path, edit: Edit) -> None:
    assert "That is not taken here" not in Shown(checked(mini)).page(PAGE.format("untold"))
    edit("data/editions.yaml", "status: The first revision.", "status: The first revision.\n    says_why: It says that times changed.")
    assert "It says that times changed. That is not taken here as the reason of any one change." in Shown(checked(mini)).page(PAGE.format("untold"))


def test_the_pack_holds_the_table_the_redline_the_questions_and_a_place_to_sign(shown: Shown) -> None:
    page = shown.page(PAGE.format("pack"))
    assert [name for level, name, _ in shown.contents if level == 2] == ["Summary", "Table of changes", "Redline", "Open questions", "Sign-off"]
    assert "<strong>5</strong> changes of substance are told below, 1 of which" in page
    assert "A reason is stated for 1." in page
    assert "<strong>1</strong> promises of 2001 (draft text) have no counterpart" in page
    assert "(through the words that introduce the list)" in page
    assert "<summary>" not in page


def test_comparisons_are_listed_the_newest_first(shown: Shown) -> None:
    page = shown.block("compare/index.md", "comparison_list")
    assert re.findall(r'href="([^"]+)"', page) == [f"{each.name}/" for each in reversed(compared.neighbours(shown.site))]


def test_rows_know_their_neighbours_among_what_changed(shown: Shown) -> None:
    each = compared.between(shown.site, "2001", "2002")
    rows = comparison.rows(each.of("meetings"), each, Here(PAGE.format("meetings")))
    same = [row for row in rows if row.change.kind == engine.SAME]
    assert [(row.anchor, row.before, row.after) for row in rows][1] == ("meetings-frequency", "", "minutes-kept")
    assert all((row.before, row.notes) == ("", ()) for row in same)


@pytest.mark.parametrize("name", ["index", "table", "promises", "terms", "untold", "meetings"])
def test_every_page_says_which_edition_is_the_base(shown: Shown, name: str) -> None:
    assert (
        "Compared: <strong>Example arrangements, 2001 (draft text)</strong> (the base) with <strong>Example arrangements, March 2002</strong>."
        in shown.page(PAGE.format(name))
    )
