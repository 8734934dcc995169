"""The editions as Word files: each comparison with its changes tracked, whole, by topic and by sector; and a clean copy of each edition."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from functools import cached_property

from macros import offers, records
from macros.compare import comparison, findings, fingerprint, items, merged
from macros.compare.comparison import Comparison
from macros.compare.engine import Change, Item, Words
from macros.compare.merged import Line
from macros.exports.changes import noted
from macros.exports.table import caution, help_line, state
from macros.exports.wordfile import Comment, Cover, Marks, WordFile
from macros.read.site import Edition, Site, topic_of

HEADINGS = {2: "Heading 1", 3: "Heading 2", 4: "Heading 3"}
BULLETS = {1: "List Bullet", 2: "List Bullet 2", 3: "List Bullet 3"}


def files(site: Site, built: date | None = None) -> Iterator[tuple[str, bytes]]:
    """Every Word file that the site offers, by its path from the site's root.

    Args:
        site: the site.
        built: the day of the state that they are made from.
    """
    lines = {each.name: _Lines(each) for each in comparison.neighbours(site)}
    sectors = site.register("sectors").by_id
    for offer in offers.offers(site):
        if offer.form != offers.WORD:
            continue
        if offer.edition:
            yield offer.path, clean(site.editions[offer.edition], built)
        elif offer.path == offers.tracked_for(lines[offer.comparison].each, offer.about):
            yield offer.path, for_sector(lines[offer.comparison], sectors[offer.about], built)
        else:
            yield offer.path, tracked(lines[offer.comparison].each, built, offer.about or None)


def tracked(each: Comparison, built: date | None = None, part: str | None = None) -> bytes:
    """Two editions in one file, changes tracked: all accepted it is the newer edition, all rejected the older one, to the letter.

    Args:
        each: the comparison.
        built: the day of the state that it is made from.
        part: the topic, or None for all.
    """
    title = "All that changed" if part is None else each.title_of(part)
    paper = WordFile(_cover(each, title, built, part, whole=part is None), built, _marks(each))
    seen: set[str] = set()
    found = merged.lines(each, part)
    shown = {note.id for line in found for note in each.notes_of(line.change) if each.is_told_with(note, line.change)}
    apart = [told.note for told in each.told if part in (None, told.part) and told.note.id not in shown]
    if apart:
        paper.text(
            "Notes that belong to no one paragraph below stand in the comments on this line.", "Cover", [_comment(each, note) for note in apart]
        )
    for line in found:
        _line(paper, each, line, seen)
    return paper.bytes()


class _Lines:
    """The paragraphs of a comparison by the change that they belong to, found once for every sector's file."""

    def __init__(self, each: Comparison) -> None:
        self.each = each

    @cached_property
    def of(self) -> Mapping[str, tuple[Line, ...]]:
        found: dict[str, list[Line]] = {}
        for line in merged.lines(self.each):
            found.setdefault(line.change.id, []).append(line)
        return {change: tuple(lines) for change, lines in found.items()}

    @cached_property
    def changes(self) -> Mapping[str, tuple[Change, ...]]:
        """The changes with which each note is told, by the note's id."""
        found: dict[str, list[Change]] = {}
        for change in self.each.changes:
            for note in self.each.notes_of(change):
                if self.each.is_told_with(note, change):
                    found.setdefault(note.id, []).append(change)
        return {note: tuple(changes) for note, changes in found.items()}


def for_sector(lines: _Lines, sector: records.Sector, built: date | None = None) -> bytes:
    """What changed for one sector, changes tracked: note by note, each with the paragraphs that it speaks of.

    Args:
        lines: the paragraphs of the comparison.
        sector: the sector.
        built: the day of the state that it is made from.
    """
    each = lines.each
    found = findings.for_sector(each, sector)
    paper = WordFile(_cover(each, f"What changed for {sector.name}", built, None, whole=False), built, _marks(each))
    groups = (
        ("Duties that changed", [told for told, _ in found.duties]),
        ("What is expected of every named agency, and changed", [told for told, _ in found.agencies]),
        ("Also noted for this sector", list(found.named)),
    )
    seen: set[str] = set()
    for heading, notes in groups:
        paper.text(f"{heading} ({len(notes)})", "Heading 1")
        for told in notes:
            paper.text(told.note.title, "Heading 2", [_comment(each, told.note)])
            mine = lines.changes.get(told.note.id, ())
            fresh = [line for change in mine if change.id not in seen for line in lines.of.get(change.id, ())]
            seen |= {change.id for change in mine}
            told_of, introduced = {line.item.id for line in fresh}, ""
            for line in fresh:
                words = _introduction(each, line)
                if words != introduced and not told_of & set(_leads(each, line)):
                    introduced = words
                    if words:
                        paper.text(f"{words} …", "Note")
                paper.paragraph(line.runs, _style(line.item, below=True), _ids(line))
            if not fresh:
                paper.text("Its words stand further up, or in a list that no page prints whole.", "Note")
        if not notes:
            paper.text("None.")
    rest = f"{len(found.others)} more changes that concern everybody, and {len(found.wording)} of wording, stand in the file of all that changed."
    paper.text("Left out here", "Heading 1")
    paper.text(rest)
    return paper.bytes()


def clean(edition: Edition, built: date | None = None) -> bytes:
    """One edition, nothing marked, with the editor's notes.

    Args:
        edition: the edition.
        built: the day of the state that it is made from.
    """
    lines = (
        f"{edition.title}, restated: our words, not the document's. {edition.status}",
        f"Written under {edition.written_under}; check {edition.site.partnership.check}.",
        f"Fingerprint of its words: {fingerprint.of_edition(edition)}. {state(built)}",
        help_line(edition.site),
    )
    paper = WordFile(Cover(offers.CLEAN, edition.title, f"{edition.title}, restated", lines, help_line(edition.site)), built)
    for page in edition.pages:
        notes = list(page.notes)
        for item in (each for each in merged.printed(items.of(edition)) if each.part == topic_of(page)):
            provision = edition.by_id.get(item.id)
            while provision and notes and notes[0].line < provision.line:
                paper.text(f"Editor's note: {notes.pop(0).text}", "Note")
            paper.paragraph((Words("same", item.text),), _style(item), (item.id,))
        for note in notes:
            paper.text(f"Editor's note: {note.text}", "Note")
    return paper.bytes()


def _line(paper: WordFile, each: Comparison, line: Line, seen: set[str]) -> None:
    """One paragraph with the notes on it, each where it comes first."""
    notes = [note for note in each.notes_of(line.change) if note.id not in seen and each.is_told_with(note, line.change)]
    seen |= {note.id for note in notes}
    paper.paragraph(line.runs, _style(line.item), _ids(line), [_comment(each, note) for note in notes])


def _leads(each: Comparison, line: Line) -> tuple[str, ...]:
    """The ids of what introduces a paragraph, the nearest first."""
    return items.lead_ins(each.new if line.new else each.old, line.item)


def _introduction(each: Comparison, line: Line) -> str:
    """The words that introduce a list item in its edition."""
    among = items.by_id(each.new if line.new else each.old)
    return " ".join(among[i].text for i in reversed(_leads(each, line)))


def _ids(line: Line) -> tuple[str, ...]:
    return tuple(item.id for item in (line.new, line.old) if item)


def _style(item: Item, below: bool = False) -> str:
    if item.form == "heading":
        return "Heading 3" if below else HEADINGS.get(item.level, "Heading 4")
    if item.form == "record":
        return BULLETS[1]
    return BULLETS.get(item.level, BULLETS[3]) if item.form == "item" else "Normal"


def _comment(each: Comparison, note: records.Note) -> Comment:
    """A note and its reason as a comment, whose author is this site and not the partnership."""
    said = noted(each, note)
    heads = {"was": "Was", "is": "Is", "why": "Why", "finding": "Later found", "duty": "Duty", "since": "Since", "fate": "What became of it"}
    lines = [f"{said['title']} ({said['weight']})", *(f"{name}: {said[key]}" for key, name in heads.items() if said[key])]
    if not said["why"]:
        lines.append("Why: not stated in the sources.")
    return Comment(f"Note of this site on {each.new.name}", tuple(lines))


def _marks(each: Comparison) -> Marks:
    """The newer edition as the author of its changes, with the first day of the month that its document prints."""
    return Marks(each.new.title, _printed_month(each.site.cited(each.new.source).dated))


def _printed_month(dated: str) -> date | None:
    found = re.search(r"(?:(\d{1,2}) )?([A-Z][a-z]+) (\d{4})", dated)
    if not found:
        return None
    try:
        return datetime.strptime(f"{found[1] or 1} {found[2]} {found[3]}", "%d %B %Y").date()
    except ValueError:
        return None


def _cover(each: Comparison, title: str, built: date | None, part: str | None, *, whole: bool) -> Cover:
    """What a marked copy says of itself."""
    pair = f"{each.old.name} to {each.new.name}"
    prints = f"{fingerprint.of_edition(each.old, part)} ({each.old.name}), {fingerprint.of_edition(each.new, part)} ({each.new.name})"
    lines = (
        f"Changes are tracked: {offers.accepting(each, whole=whole)}. This is not the text as it stands.",
        caution(each),
        f"Fingerprints of the words: {prints}. {state(built)}",
        help_line(each.site),
    )
    return Cover(offers.MARKED, f"{title}: {pair}", f"{each.old.title}, compared with {each.new.title}", lines, help_line(each.site))
