"""What this partnership's pages say of later guidance, and the events that its timeline tells."""

from __future__ import annotations

import re

import pytest

from macros.check.telling import all_fields
from macros.pages import timeline
from macros.pages.addresses import Here
from macros.read import later
from macros.read.site import Site
from macros.records import Theme

from ..conftest import ROOT
from ..drawn import Shown, checked, words

NAMED = re.compile(r"Working Together (?:to Safeguard Children[^.]*? )?2023|statutory guidance", re.I)


@pytest.fixture(scope="module")
def real() -> Shown:
    return Shown(checked(ROOT))


def of_pages() -> set[str]:
    """The ids of the current edition's provisions that name the guidance, read from its pages line by line and not by the kit."""
    found = set()
    for path in (ROOT / "docs/arrangements/2024").glob("*.md"):
        lines = path.read_text("utf-8").split("\n")
        for number, line in enumerate(lines):
            if NAMED.search(line) and not line.startswith(("source:", "description:", "    ")):
                mark = next(each for each in lines[number:] if "{: #" in each)
                found.add(mark.split("#")[1].split("}")[0].split()[0])
    return found


def test_every_provision_whose_words_name_the_guidance_is_listed(real: Shown) -> None:
    rows = later.rows(real.site)
    named = {identifier for identifier, row in rows.items() if row.why in (later.NAMES, later.UNNAMED)}
    assert named == of_pages() and len(named) > 20


def test_every_content_of_the_annual_report_is_listed(real: Shown) -> None:
    listed = {record for row in later.rows(real.site).values() for record in row.records}
    assert {f"report-contents/{record.id}" for record, _ in real.site.now.entries("report-contents")} <= listed


def test_later_guidance_is_told_each_time_with_its_source_and_the_day_and_nothing_is_said_to_fail_it(real: Shown) -> None:
    told = [field.shape for _, field in all_fields(real.site) if isinstance(field.shape, Theme) and field.name == "says"]
    assert len(told) == 7
    assert {(each.source, str(each.seen), each.says.partition(" the Leeds page tells: ")[0][:12]) for each in told} == {
        ("leeds-working-together-2026", "2026-11-25", "Of chapter 2"),
        ("leeds-working-together-2026", "2026-11-25", "Of chapter 3"),
    }
    text = words(real.block("guidance/later-guidance.md", "later_guidance"))
    assert not re.search(r"\b(fails|failed|breach|non-compliant|does not comply|unlawful)\b", text, re.I)


def test_the_timeline_begins_with_the_board_and_tells_no_event_of_a_child(real: Shown) -> None:
    found = timeline.events(real.site, Here("timeline.md"))
    assert (found[-1].told.dated.when, found[-1].id) == ("2006-04-01", "board-created")
    text = " ".join(each.says for each in found)
    assert not re.search(r"\b(died|death of|injur|murder|suicide|aged \d|months old)", text, re.I)


def test_known_conflicts_of_dates_stand_on_the_timeline(real: Shown) -> None:
    found = {each.id: [other.dated.when for other in each.others] for each in timeline.events(real.site, Here("timeline.md")) if each.others}
    assert found["trafficking-group-established"] == ["2011-11"]
    assert found["referral-unit-begins"] == ["2011-01"]
    assert found["arrangements-of-2019"] == [""]


def test_the_line_under_which_guidance_an_edition_was_written_is_one_record(real: Shown) -> None:
    site: Site = real.site
    line = "Working Together 2023, which a 2026 edition is said to replace"
    assert site.now.written_under == line
    assert [path for path in (ROOT / "data").rglob("*.yaml") if "is said to replace\n" in path.read_text("utf-8")] == [ROOT / "data/guidance.yaml"]
