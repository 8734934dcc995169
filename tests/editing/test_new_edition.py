"""A new edition, made as a draft, changed, and put in force: the whole way, on the miniature."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros import records
from macros.check import check
from macros.compare import comparison
from macros.compare.approved import fingerprint_of
from macros.editing.new_edition import new_edition
from macros.editing.refused import Refused
from macros.exports import duties
from macros.pages import made
from macros.problems import report

from ..conftest import without_later
from ..drawn import Shown, checked, words


@pytest.fixture
def pair(mini: Path) -> Path:
    """The miniature with its first two editions alone."""
    return without_later(mini)


@pytest.fixture
def drafted(pair: Path) -> Path:
    """The same with a draft of a third."""
    new_edition(pair, "2099", "2002", "June 2099")
    return pair


def edit(folder: Path, path: str, old: str, new: str) -> None:
    text = (folder / path).read_text("utf-8")
    assert old in text, f"{path} does not say: {old}"
    (folder / path).write_text(text.replace(old, new), "utf-8")


def entry(folder: Path, path: str, start: str) -> None:
    """Takes the draft's entry out of a register."""
    lines = (folder / path).read_text("utf-8").splitlines(keepends=True)
    left = [line for line in lines if not line.strip().startswith(f'"2099": {start}')]
    assert len(left) == len(lines) - 1
    (folder / path).write_text("".join(left), "utf-8")


def test_a_draft_keeps_every_rule_and_says_what_the_edition_before_says(drafted: Path) -> None:
    site = checked(drafted)
    draft, now = site.editions["2099"], site.now
    assert (draft.draft, now.id, draft.title, draft.status) == (True, "2002", "Example arrangements, June 2099 (draft)", "It is being prepared.")
    assert comparison.between(site, "2002", "2099").counts.keys() == {"same meaning"}
    for name in (name for name in site.registers if "editions" in records.KINDS[name].shape.model_fields):
        assert [record.id for record, _ in draft.entries(name)] == [record.id for record, _ in now.entries(name)], name
    assert {page.meta.source for page in draft.pages} == {draft.source} and site.register("sources").by_id[draft.source].dated == "not stated"


def test_what_is_made_keeps_every_line_that_was_there(pair: Path) -> None:
    before = {path: path.read_text("utf-8") for path in (pair / "data").rglob("*.yaml")}
    new_edition(pair, "2099")
    for path, text in before.items():
        after = path.read_text("utf-8").splitlines()
        assert [line for line in after if '"2099"' not in line][: len(text.splitlines())] == text.splitlines() or "{id:" in text, path


def test_nobody_approved_a_draft(pair: Path) -> None:
    approved = fingerprint_of(checked(pair), "2002/meetings")
    record = (
        f'  - {{id: meetings, what: 2002/meetings, how: approved, by: The Board, on: 2003-02-01, minuted: minute 7, fingerprint: "{approved}"}}\n'
    )
    edit(pair, "data/approvals.yaml", "approvals:\n", "approvals:\n" + record)
    new_edition(pair, "2099")
    shown = Shown(checked(pair))
    lines = [shown.head(f"arrangements/{edition}/meetings.md").approved for edition in ("2002", "2099")]
    assert lines == ["Approved by The Board, 1 February 2003 (minute 7).", "Not yet confirmed by the partnership."]


def as_shown(shown: Shown, path: str) -> tuple[object, ...]:
    head = shown.head(path)
    about = head.about and (head.about.after and head.about.after.id, head.about.changes, head.about.current_page)
    return head.title, head.noindex, head.search, head.tags, head.draft, about, shown.page(path)


def test_nothing_in_force_speaks_of_a_draft(pair: Path) -> None:
    before = Shown(checked(pair))
    pages = [page.path.removeprefix("docs/") for page in (*before.site.others, *before.site.pages.values())] + [*made.pages(before.site)]
    drawn = {path: as_shown(before, path) for path in pages}
    calendar = duties.as_csv(before.site), duties.as_ics(before.site, None)
    new_edition(pair, "2099", name="June 2099")
    edit(pair, "docs/arrangements/2099/meetings.md", "title: Meetings", "title: Meetings of the board")
    after = Shown(checked(pair))
    # but for the lists of comparisons, which name it as a draft
    changed = [path for path in pages if path not in ("compare/index.md", "data.md", "downloads.md") and as_shown(after, path) != drawn[path]]
    assert changed == []
    assert (duties.as_csv(after.site), duties.as_ics(after.site, None)) == calendar


REFUSED = [
    ("2002", None, "There is an edition 2002 already. Give the new one another id."),
    ("2 099", None, "“2 099” cannot be an edition's id. Use small letters and digits only, such as the year."),
    ("2099", "2001", "A new edition begins as the newest one, which is 2002. Use --from 2002."),
]


@pytest.mark.parametrize(("new", "old", "why"), REFUSED, ids=[row[2][:20] for row in REFUSED])
def test_what_cannot_be_made_is_refused_in_words(pair: Path, new: str, old: str | None, why: str) -> None:
    with pytest.raises(Refused) as refused:
        new_edition(pair, new, old)
    assert str(refused.value) == why and checked(pair).order == ("2001", "2002")


def test_nothing_is_made_from_what_has_problems(pair: Path) -> None:
    edit(pair, "data/agencies.yaml", "sector: health", "sector: helth")
    with pytest.raises(Refused, match="helth"):
        new_edition(pair, "2099")
    assert not (pair / "docs/arrangements/2099").exists()


def test_a_draft_with_a_change_a_removal_and_a_new_topic_is_put_in_force_by_one_edit(drafted: Path) -> None:
    # what its document says otherwise
    edit(drafted, "docs/arrangements/2099/meetings.md", "The board will meet quarterly.", "The board must meet monthly.")
    edit(drafted, "docs/arrangements/2099/meetings.md", "Minutes will be kept.\n{: #minutes-kept }\n\n", "")
    page = "---\ntitle: Visits\nsection: Part B\nsource: second-document-2099\ndescription: Visits.\n---\n## Visits\n{: #visits }\n\nThe board may visit schools.\n{: #visits-made }\n"
    (drafted / "docs/arrangements/2099/visits.md").write_text(page, "utf-8")
    topics = (drafted / "data/editions.yaml").read_text("utf-8").rpartition("topics: [")
    (drafted / "data/editions.yaml").write_text(topics[0] + topics[1] + "visits, " + topics[2], "utf-8")
    entry(drafted, "data/agencies.yaml", "{name: New College")
    edit(
        drafted,
        "data/duties.yaml",
        '"2099": {provision: [meetings-frequency], by: [board-meeting], cadence: quarterly, actor: The Board, frequency: quarterly',
        '"2099": {provision: [meetings-frequency], by: [board-meeting], cadence: other interval, actor: The Board, frequency: monthly',
    )

    # the check asks for each, once, and for nothing else
    assert sorted(each.what for each in check(drafted)[1]) == [
        "agencies/college is in 2002 but not in 2099, and no change note says what became of it.",
        "meetings-frequency is a promise of 2002 that 2099 does not print alike, and no change note says what became of it.",
        "meetings-frequency is force changed between 2002 and 2099, and no change note says so.",
        "minutes-kept is a promise of 2002 that 2099 does not print alike, and no change note says what became of it.",
        "minutes-kept is in 2002 but not in 2099, and no change note says what became of it.",
        "minutes-promised names the provision minutes-kept, which edition 2099 does not have.",
        "visits is added between 2002 and 2099, and no change note says so.",
        "visits-made is added between 2002 and 2099, and no change note says so.",
    ]
    promised = (drafted / "data/promised.yaml").read_text("utf-8").splitlines(keepends=True)
    left = [line for line in promised if not (line.strip().startswith('"2099"') and "minutes-kept" in line)]
    (drafted / "data/promised.yaml").write_text("".join(left), "utf-8")
    (drafted / "data/changes/2002-2099.yaml").write_text(NOTES, "utf-8")
    assert report(check(drafted)[1]) == ""

    # a draft still
    shown = Shown(checked(drafted))
    assert "quarterly" in shown.page("calendar.md") and "monthly" not in shown.page("calendar.md")
    assert "New College" in shown.page("agencies/education.md")

    # in force: one edit, once what a draft leaves to be told is told
    edit(drafted, "data/editions.yaml", 'current: "2002"', 'current: "2099"')
    assert sorted(each.what for each in check(drafted)[1]) == [
        "2099 is the current edition, and its status is still that of a draft.",
        "edition 2099 prints what a report is to include, and no list stands for it.",
        "second-document-2099 is the document of the current edition, and nothing is told of it.",
    ]
    edit(drafted, "data/editions.yaml", "It is being prepared.", "The second revision.")
    edit(drafted, "data/sources.yaml", "It is being prepared.", "The whole text.")
    with (drafted / "data/report-lists.yaml").open("a", encoding="utf-8") as lists:
        lists.write(
            '- {id: list-of-2099, title: The newest list, edition: "2099", force: It is in force from now., outside: [{report: "2003-04", why: It came before.}]}\n'
        )
    with (drafted / "data/coverage.yaml").open("a", encoding="utf-8") as requirements:
        requirements.write("- {id: attendance-of-2099, of: list-of-2099, content: report-attendance}\n")
    site = checked(drafted)
    shown = Shown(site)
    assert (site.now.title, site.now.draft, site.editions["2002"].superseded) == ("Example arrangements, June 2099", False, True)
    assert [head.draft for path in made.pages(site) if (head := shown.head(path)).draft] == []
    assert shown.head("arrangements/2099/meetings.md").noindex is False and shown.head("arrangements/2002/meetings.md").noindex is True
    calendar = words(shown.page("calendar.md"))
    assert "1 recurring duty or dated commitment of June 2099" in calendar and "must meet monthly" in calendar
    assert "must meet monthly" in duties.as_csv(site)
    education = words(shown.page("agencies/education.md"))
    assert "Yes, schools are on the list." in education and "New College" not in education
    level = words(shown.page("guidance/support-levels/first-level.md"))
    assert "First level" in level and "March 2002, superseded: the same meaning, in our reading" in level
    compared = comparison.between(site, "2002", "2099")
    assert {kind: count for kind, count in compared.counts.items() if kind != "same meaning"} == {
        "added": 2,
        "removed": 2,
        "force changed": 1,
        "reworded": 1,
    }
    assert "The board must meet monthly. everybody" in words(shown.page("compare/2002-2099/table-notable.md"))


NOTES = """notes:
  - id: monthly
    title: How often the board meets
    weight: notable
    where: [meetings-frequency, duties/board-meets, visits, visits-made]
    was: The board will meet quarterly.
    is: The board must meet monthly.
    affects: [all]
    fates:
      - {fate: stronger, of: [meetings-frequency]}
      - {fate: no counterpart, of: [minutes-kept]}
    removed: [minutes-kept, agencies/college, promised/minutes-promised]
"""
