"""The pages that compare two editions."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.compare import comparison as compared
from macros.compare import engine, sheets
from macros.pages import comparison, made
from macros.pages.addresses import Here

from ..drawn import Shown, checked, words

Edit = Callable[[str, str, str], None]
PAGE = "compare/2001-2002/{}.md"
CHANGES = "data/changes/2001-2002.yaml"


def test_the_comparison_says_added_and_removed_in_words(shown: Shown) -> None:
    page = shown.page(PAGE.format("meetings"))
    assert '<del><span class="said">[removed: </span>should<span class="said">]</span></del>' in page
    assert '<ins><span class="said">[added: </span>will<span class="said">]</span></ins>' in page
    assert page.startswith("""<details class="caution"><summary>Our words, not the documents': <strong>2001 (draft text)</strong> (the base)""")
    assert "A revision between the two is not among the sources." in page
    assert "2001 (draft text): A draft text." in page
    assert '<strong>Required:</strong> The guidance asks for it. <span class="where">(Second document, 2002, section 1)</span>' in page
    assert page.count('<p class="why"><strong>') == 1  # no reason is told where no source gives one


def test_every_change_of_a_topic_has_its_anchor_once(shown: Shown) -> None:
    page = shown.page(PAGE.format("meetings"))
    names = [name for name in re.findall(r'\bid="([a-z-]+)"', page) if not name.startswith(("note-", "view-")) and not name.endswith("--what")]
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


def test_what_is_in_one_edition_only_is_marked_once_and_has_no_sides(shown: Shown) -> None:
    page = shown.page(PAGE.format("meetings"))
    gone = page[page.index('<section class="change is-removed" id="tea-served">') :].split("</section>")[0]
    assert '<p class="redline"><del>Tea will be served.</del></p>' in gone and "sides" not in gone and "said" not in gone
    assert '<section class="change is-added" id="refreshments-see">' in page


def jumps(page: str) -> list[tuple[str, str]]:
    """Each change of a page with the anchor of the next."""
    return [
        (own, next(iter(re.findall('<a class="jump" href="#([a-z-]+)">Next change', rest)), ""))
        for own, rest in re.findall(r'<section class="change[^"]*" id="([a-z-]+)"(.*?)</section>', page, re.S)
    ]


def test_one_jumps_from_change_to_change_and_to_the_first(shown: Shown) -> None:
    page = shown.page(PAGE.format("meetings"))
    changed = ["meetings-frequency", "minutes-kept", "members-duties", "tea-served", "refreshments-see"]
    assert jumps(page) == list(zip(changed, [*changed[1:], ""], strict=True))
    assert (
        '<p class="counted"><strong>5 changes</strong>: 1 added, 1 removed, 1 split, 2 verb of duty changed. '
        '<a class="jump" href="#meetings-frequency">Go to the first</a></p>'
    ) in page


def test_a_change_is_named_by_its_kind_and_its_note(shown: Shown) -> None:
    page = shown.page(PAGE.format("meetings"))
    named = dict(re.findall(r'<section class="change[^"]*" id="([a-z-]+)">\n<p class="kinds">(.*?)</p>', page))
    assert words(named["meetings-frequency"]) == "verb of duty changed The board will meet quarterly key"
    assert words(named["tea-served"]) == "removed Old Clinic and tea"


def test_what_changed_only_through_its_introduction_is_folded(shown: Shown) -> None:
    page = shown.page(PAGE.format("meetings"))
    folded = re.findall(r'<details class="same"><summary>(.*?)</summary>(.*?)</details>', page, re.S)
    assert [name for name, _ in folded] == ["3 changed only through the words that introduce them"]
    assert re.findall(r'<li id="([a-z-]+)">', folded[0][1]) == ["members-read", "members-attend", "members-vote"]


def test_a_change_names_both_places(shown: Shown) -> None:
    page = shown.page(PAGE.format("meetings"))
    split = page[page.index('id="minutes-kept"') :].split('<p class="places">')[1].split("</p>")[0]
    assert re.findall(r'href="([^"#]+#[^"]+)"', split) == [
        "../../../arrangements/2001/meetings/#minutes-kept-published",
        "../../../arrangements/2002/meetings/#minutes-kept",
        "../../../arrangements/2002/meetings/#minutes-published",
    ]
    assert words(split).startswith(
        "2001 (draft text): section 1, Meetings, provision 2 → March 2002: section 2, Meetings, provision 2 ; section 2, Meetings, provision 3 ·"
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
        '<li id="one-stays">One stays. <a class="permalink" href="../../../arrangements/2002/meetings/#one-stays" aria-label="Open in March 2002, section 2, Meetings, provision 5">§</a></li>'
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
    assert (3, "Cakes (added)", "cakes--heading") in shown.contents  # its change, with its note, has the anchor


def test_a_list_that_no_page_prints_has_its_own_page(shown: Shown) -> None:
    page = shown.page(PAGE.format("groups"))
    assert "Read the pages" not in page
    assert '<p class="counted">Nothing changed, in our reading.</p>' in page
    assert '<li id="groups-board-meeting">The Board <a class="permalink" href="../../../arrangements/2002/meetings/#meetings-frequency"' in page


def test_a_record_that_names_its_provisions_has_the_notes_on_them(mini: Path, edit: Edit) -> None:
    edit(
        "data/duties.yaml",
        '"2002": {provision: [meetings-frequency], by: [board-meeting], cadence: quarterly, actor: The Board, frequency: quarterly}',
        '"2002": {provision: [meetings-frequency], by: [board-meeting], cadence: quarterly, actor: The Board, frequency: once a quarter}',
    )
    page = Shown(checked(mini)).page(PAGE.format("duties"))
    change = page[page.index('<section class="change" id="duties-board-meets"') :].split("</section>")[0]
    assert '<del><span class="said">[removed: </span>quarterly' in change and '<ins><span class="said">[added: </span>once a quarter' in change
    assert 'id="note-meetings-stronger"' in change


# --- the first page and the summaries -----------------------------------------------------------------------------------


def test_the_first_page_tells_the_key_changes_then_counts_and_maps(shown: Shown) -> None:
    page = shown.page(PAGE.format("index"))
    assert [name for level, name, _ in shown.contents if level == 2] == [
        "The change to know first",
        "Throughout",
        "Read on",
        "What changed for you",
        "Section map",
        "Lists, record by record",
        "Downloads",
    ]
    key = page[page.index('<tbody id="key-board-meets">') :].split("</tbody>")[0]
    assert '<a href="table/#told-meetings-stronger">The board will meet</a>' in key
    assert words(key) == "The board will meet The board should meet quarterly. The board will meet quarterly. The Board"
    assert "<strong>Why:</strong> The second document says that guidance changed." in page
    assert "<li>Pages point to one another.</li>" in page
    assert "<strong>8 changes</strong>: 2 added, 2 removed, 1 split, 2 verb of duty changed, 1 renamed." in page
    assert words(page[page.index('<a href="table/">Every noted') :]).startswith(
        "Every noted change, in tables Was, is, on whom a duty lies. Key (1) first; notable (3) and of wording (1) on pages of their own"
    )
    assert "<p>1 no counterpart, 1 stronger, 1 carried on</p>" in page
    row = page[page.index('<th scope="row"><a href="meetings/">') :].split("</tr>")[0]
    assert words(row) == (
        "Meetings section 1 section 2 The board will meet quarterly; Minutes in two sentences; Old Clinic and tea. "
        "1 added, 1 removed, 1 split, 2 verb of duty changed"
    )
    assert '<td data-label="2001 (draft text)">section 1</td>' in page
    assert '<a href="changes.csv">' in page and '<a href="changes.json">' in page


def test_what_is_known_since_stands_with_its_key_change(shown: Shown) -> None:
    page = shown.page("compare/2002-2004/index.md")
    key = page[page.index('<tbody id="key-visits">') :].split("</tbody>")[0]
    assert words(key).endswith("Since: Two schools were visited. (Yearly report)")


def test_the_first_page_leads_to_every_list_once(shown: Shown) -> None:
    page = shown.page(PAGE.format("index"))
    lists = page[page.index('id="lists"') : page.index('id="downloads"')]
    assert sorted(re.findall(r'href="([a-z-]+)/"', lists)) == ["agency-list", "duties", "escalation", "groups", "posts", "report-contents"]


def test_the_table_tells_every_note_once_and_leads_to_its_change(shown: Shown) -> None:
    rows = {
        name: (
            page := shown.page(PAGE.format(name)),
            re.findall(r'href="\.\./([a-z-]+)/#note-([a-z-]+)"', page),
            [each[1] for each in shown.contents],
        )
        for name in ("table", "table-notable", "table-wording")
    }
    assert all(page.startswith('<details class="caution"') for page, *_ in rows.values())
    assert {name: found for name, (_, *found) in rows.items()} == {
        "table": [[("meetings", "meetings-stronger")], ["Meetings", "Agency list"]],
        "table-notable": [
            [("meetings", "minutes-split"), ("meetings", "clinic-gone"), ("agency-list", "agencies-named")],
            ["Meetings", "Agency list"],
        ],
        "table-wording": [[("meetings", "refreshments-new")], ["Meetings"]],
    }
    page = rows["table"][0]
    assert '<details class="shelf"><summary>1 key: The board will meet' in page  # folded by topic, the key ones told
    told = page[page.index('<tbody id="told-meetings-stronger">') :].split("</tbody>")[0]
    assert '<td data-label="Was">The board should meet quarterly.</td><td data-label="Is">The board will meet quarterly.</td>' in told
    assert (
        '<td data-label="Duty"><strong>stronger</strong>, on The Board. <strong>new</strong>, on named Relevant Agencies. For: everybody</td>' in told
    )
    assert "<strong>Required:</strong> The guidance asks for it." in told
    page = rows["table-notable"][0]
    gone = page[page.index('<tbody id="told-clinic-gone">') :].split("</tbody>")[0]
    assert '<td data-label="Is"><span class="nothing">says nothing of it</span></td>' in gone
    assert '<td data-label="Duty"><strong>ended</strong>; nobody is named. For: health' in gone and 'class="more"' not in gone
    assert "<strong>Since May 2003:</strong> They are on a board in the hall." in page[page.index("told-minutes-split") :].split("</tbody>")[0]
    found = page[page.index('<tbody id="told-agencies-named">') :].split("</tbody>")[0]
    assert "<strong>A review found:</strong> The report found the old name in use." in found
    assert '<li id="told-refreshments-new">' in rows["table-wording"][0]


def test_an_address_of_a_note_in_the_table_leads_on_to_its_row(shown: Shown) -> None:
    page = shown.page(PAGE.format("table"))
    titles = page[page.index("<summary>2 notable, 1 of wording</summary>") :].split("</details>")[0]
    assert re.findall(r'<a id="([a-z-]+)" href="([^"]+)"', titles) == [
        ("told-minutes-split", "../table-notable/#told-minutes-split"),
        ("told-clinic-gone", "../table-notable/#told-clinic-gone"),
        ("told-refreshments-new", "../table-wording/#told-refreshments-new"),
    ]


def test_what_is_long_has_several_pages_each_of_which_leads_to_every_topic(mini: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheets, "MOST", {"table-notable": 2, "table-wording": 2, "annex-redline": 5})
    shown = Shown(checked(mini))
    names = [page.name for page in made.pages_of(compared.between(shown.site, "2001", "2002"))]
    assert names[:4] == ["index", "table", "table-notable", "table-notable-2"] and names[10:12] == ["annex-redline", "annex-redline-2"]
    first, second = shown.page(PAGE.format("table-notable")), shown.page(PAGE.format("table-notable-2"))
    ways = '<ul class="ways">\n<li><a href="#table-meetings">Meetings</a></li>\n<li id="table-agency-list"><a href="../table-notable-2/#table-agency-list">'
    assert ways in first and '<li id="table-meetings"><a href="../table-notable/#table-meetings">Meetings</a></li>' in second
    assert '<tbody id="told-clinic-gone">' in first and '<tbody id="told-agencies-named">' in second
    assert 'href="../table-notable-2/#told-agencies-named"' in shown.page(PAGE.format("table"))
    page = made.pages(shown.site)[PAGE.format("table-notable-2")]
    assert (page.kind, made.title(shown.draw, page), made.short_title(shown.draw, page)) == ("table-notable", *["Notable changes, 2 of 2"] * 2)
    assert '<h2 id="annex-agency-list">' in shown.page(PAGE.format("annex-redline-2"))


def test_a_sector_is_told_its_duties_the_key_changes_and_what_names_it(shown: Shown) -> None:
    page = shown.page(PAGE.format("for/health"))
    assert [name for level, name, _ in shown.contents if level == 2] == [
        "Amended since March 2002",
        "Duties on you that changed (0)",
        "Key changes that concern you or everybody",
        "Also noted for you (2)",
        "Left out here",
    ]
    assert "None that names this sector, its groups or its offices." in page
    assert "<li><strong>The board will meet.</strong> The board will meet quarterly.</li>" in page
    assert re.findall(r"#note-([a-z-]+)", page[page.index('id="named"') :]) == ["clinic-gone", "agencies-named"]
    assert "minutes-split" not in page


def test_a_named_sector_is_told_what_is_expected_of_all_and_how_that_changed(shown: Shown) -> None:
    page = shown.page(PAGE.format("for/education"))
    assert "<strong>A relevant agency?</strong> Yes, schools are on the list." in page
    expected = page[page.index('<h2 id="expected">') :].split("<h2 ")[1]
    assert "Members must:" in expected and "<li>read the papers</li>" in expected
    assert '#note-meetings-stronger">The board will meet quarterly</a> (new)' in expected
    assert "note-minutes-split" in page


def test_a_sector_that_no_note_names_has_no_list_of_its_own(mini: Path, edit: Edit) -> None:
    edit(CHANGES, "affects: [health]", "affects: [education]")
    edit(CHANGES, "affects: [health, education]", "affects: [education]")
    page = Shown(checked(mini)).page(PAGE.format("for/health"))
    assert "Duties on you that changed (0)" in page and 'id="named"' not in page and "Left out here" in page


def test_promises_stand_under_their_fates(shown: Shown) -> None:
    page = shown.page(PAGE.format("promises"))
    assert [(name, anchor) for _, name, anchor in shown.contents] == [
        ("No counterpart (1)", "no-counterpart"),
        ("Weaker (0)", "weaker"),
        ("Stronger (1)", "stronger"),
        ("Replaced (0)", "replaced"),
        ("Time passed (0)", "time-passed"),
        ("Said to be in place (0)", "in-place"),
        ("Carried on (1)", "carried-on"),
    ]
    gone = page[page.index('<h2 id="no-counterpart">') :].split("<h2 ")[1]
    assert "Tea will be served." in gone and "../../../arrangements/2001/meetings/#tea-served" in gone
    stronger = page[page.index('<h2 id="stronger">') :].split("<h2 ")[1]
    assert "The board should meet quarterly." in stronger and "The board will meet quarterly." in stronger and "Members should:" in stronger


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
        "No longer explained (0)",
        "Explained differently (1)",
        "Named differently, or explained only in March 2002 (0)",
        "Only in 2001 (draft text) (0)",
        "Only in March 2002 (1)",
    ]


def test_what_is_left_open_counts_the_reasons_and_shows_the_editor_s_notes(shown: Shown) -> None:
    page = shown.page(PAGE.format("untold"))
    assert "For 1 of the 5 noted changes this site shows, beyond that, a reason that a source gives" in page
    assert "<summary>Meetings (1)</summary>" in page
    assert '"Quarterly" is not defined.' in page.replace("&#34;", '"')
    assert '<a href="../../../arrangements/2002/meetings/#meetings-frequency">Read it there<' in page
    assert page.count("<p>None, in our reading.</p>") == 1 and page.count("<p>None is noted.</p>") == 1
    later = shown.page("compare/2002-2004/untold.md")
    assert "What duties of May 2004 (draft) leave open (1)" in later and "<strong>Board meetings</strong>: from which month is not said" in later


def test_an_edition_that_gives_general_reasons_says_them(mini: Path, edit: Edit) -> None:
    assert "The second document says that guidance changed. For 1 of the 5" in Shown(checked(mini)).page(PAGE.format("untold"))
    edit("data/editions.yaml", "status: The first revision.", "status: The first revision.\n    says_why: It says that times changed.")
    edit("data/key-changes/2001-2002.yaml", "general: The second document says that guidance changed.\n", "")
    page = Shown(checked(mini)).page(PAGE.format("untold"))
    assert "It says that times changed. For 1 of the 5 noted changes" in page and "guidance changed" not in page


def test_the_pack_holds_the_key_changes_what_is_gone_what_is_due_the_questions_and_a_place_to_sign(shown: Shown) -> None:
    page = shown.page("compare/2002-2004/pack.md")
    assert [name for level, name, _ in shown.contents if level == 2] == [
        "Promises weaker or gone",
        "Due when",
        "Open questions on duties",
        "Sign-off",
    ]
    assert page.index('<tbody id="key-visits">') < page.index('id="pack-promises"')
    assert '<th scope="row">Review of the visits</th><td><em class="silence">not stated</em></td><td>by 31 May</td>' in page
    assert "<strong>Board meetings:</strong> from which month is not said" in page
    assert "Weaker (0):</strong> none.</p>" in page
    assert '<a href="../table-notable/">' in page and '<a href="../annex-redline/">' in page


def test_a_pack_without_duties_with_a_day_says_so(shown: Shown) -> None:
    page = shown.page(PAGE.format("pack"))
    assert "No counterpart in March 2002 (1):</strong> Old Clinic and tea.</p>" in page
    assert "<p>No duty with a day is printed.</p>" in page and "<p>None, in our reading.</p>" in page


def test_the_annexes_are_the_table_and_the_redline_without_what_changed_through_its_introduction(shown: Shown) -> None:
    titles = {"table": "table of changes", "table-notable": "table of changes, notable", "table-wording": "table of changes, wording"}
    for name, title in (titles | {"annex-redline": "redline"}).items():
        page = shown.page(PAGE.format(name))
        assert f'<p class="running annex" aria-hidden="true">Annex: {title} · 2001 (draft text) and March 2002</p>' in page
    redline = shown.page(PAGE.format("annex-redline"))
    assert re.findall(r'<p class="pack-change"><strong>(.*?):</strong>', redline)[:5] == [
        "verb of duty changed",
        "split",
        "verb of duty changed",
        "removed",
        "added",
    ]
    assert "read the papers" not in redline


def test_every_group_has_its_fate(shown: Shown) -> None:
    page = shown.page("compare/2002-2004/group-fates.md")
    assert re.findall(r'<tr id="fate-([a-z-]+)"><th scope="row">(.*?)</th><td data-label="May 2004 \(draft\)">(.*?)</td>', page) == [
        ("board-meeting", "The Board", 'The Board<div class="where">Chaired in turn.</div>'),
        ("papers-group", "Papers Group", "Papers Group"),
    ]
    assert "Since April 2003: The group met twice." in page[page.index("fate-papers-group") :].split("</tr>")[0]
    assert "Named only in May 2004 (draft) (1)" in page and "Visits Group" in page[page.index('id="only-new"') :]


def test_comparisons_are_listed_the_newest_first_and_those_with_a_draft_apart(shown: Shown) -> None:
    page, drafts = shown.block("compare/index.md", "comparison_list").split('<h2 id="drafts">')
    assert re.findall(r'href="([0-9-]+/)', page) == ["2001-2002/"]
    assert re.findall(r'href="([0-9-]+/)">(.*?)<', drafts) == [("2002-2004/", "March 2002 and May 2004 (draft)")]


def test_rows_know_their_neighbours_among_what_changed(shown: Shown) -> None:
    each = compared.between(shown.site, "2001", "2002")
    rows = comparison.rows(each.of("meetings"), each, Here(PAGE.format("meetings")))
    same = [row for row in rows if row.change.kind == engine.SAME]
    assert [(row.anchor, row.before, row.after) for row in rows][1] == ("meetings-frequency", "", "minutes-kept")
    assert all((row.before, row.notes) == ("", ()) for row in same)


@pytest.mark.parametrize(
    "name",
    ["index", "table", "table-notable", "table-wording", "promises", "terms", "group-fates", "untold", "pack", "meetings", "groups", "for/health"],
)
def test_every_page_says_which_edition_is_the_base(shown: Shown, name: str) -> None:
    page = shown.page(PAGE.format(name))
    assert (
        "<summary>Our words, not the documents': <strong>2001 (draft text)</strong> (the base) and <strong>March 2002</strong> compared</summary>"
        in page
    )
    assert "Compared: Example arrangements, 2001 (draft text), with Example arrangements, March 2002." in page
