"""A comparison as text, Markdown, JSON and CSV: for a terminal, and as downloads of the site."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from macros.compare import engine, items
from macros.compare.comparison import Comparison
from macros.compare.engine import Change
from macros.exports.table import caution, help_line, table

MARKS = {
    "text": {"same": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"},
    "markdown": {"same": "{}", "removed": "~~{}~~", "added": "**{}**"},
}
"""How words are marked: in text as git's word diff shows them, in Markdown struck through and bold."""
COLUMNS = ("kind", "also", "id", "topic", "old", "new", "old place", "new place", "what", "why", "reason's source", "affects", "act")


def _words(change: Change, form: str) -> str:
    return "".join(_marked(run.kind, run.text, form) for run in change.words)


def _marked(kind: str, text: str, form: str) -> str:
    """A run with its mark; spaces at its ends stay outside the mark."""
    inner = text if kind == "same" else text.strip()
    if not inner:
        return text
    before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    return text if kind == "same" else before + MARKS[form][kind].format(inner) + after


def _found(each: Comparison, topic: str | None) -> tuple[Change, ...]:
    return each.changes if topic is None else each.of(topic)


def as_text(each: Comparison, topic: str | None = None) -> str:
    """The comparison for a terminal: counts, then every change but those of the same meaning."""
    found = _found(each, topic)
    lines = [caution(each), ", ".join(f"{kind}: {count}" for kind, count in engine.counts(found).items()), ""]
    for change in _changed(found):
        why = " (through its lead-in)" if change.by_lead_in else ""
        lines += [f"{', '.join(change.kinds)}{why}: {change.id}", f"    {_words(change, 'text')}", ""]
    return "\n".join(lines)


def as_markdown(each: Comparison, topic: str | None = None) -> str:
    """The comparison as Markdown, to be pasted into minutes or a pull request."""
    found = _found(each, topic)
    lines = [f"**{help_line(each.site)}**", "", caution(each), ""]
    lines += [f"- {kind}: {count}" for kind, count in engine.counts(found).items()] + [""]
    part = ""
    for change in _changed(found):
        here = (change.new or change.old)[0].part
        if here != part:
            part = here
            lines += [f"## {each.title_of(part)}", ""]
        lines += [f"- *{', '.join(change.kinds)}*: {_words(change, 'markdown')}".replace("\n", " ")]
        lines += [f"    - {note.what} (why: {note.why})" for note in each.notes_of(change)]
    return "\n".join(lines) + "\n"


def rows(each: Comparison, topic: str | None = None) -> Iterator[dict[str, str]]:
    """Every change as a flat record, those of the same meaning too: nothing is left out."""
    sources = each.site.register("sources").by_id
    for change in _found(each, topic):
        notes = each.notes_of(change)
        reasons = [sources[note.source].short + (f", {note.place}" if note.place else "") for note in notes if note.source]
        yield {
            "kind": change.kind,
            "also": ", ".join(change.kinds[1:]),
            "id": change.id,
            "topic": (change.new or change.old)[0].part,
            "old": "\n".join(item.text for item in change.old),
            "new": "\n".join(item.text for item in change.new),
            "old place": "; ".join(items.place(each.old, item) for item in change.old),
            "new place": "; ".join(items.place(each.new, item) for item in change.new),
            "what": " ".join(note.what for note in notes),
            "why": "; ".join(dict.fromkeys(note.why for note in notes)),
            "reason's source": "; ".join(dict.fromkeys(reasons)),
            "affects": ", ".join(dict.fromkeys(sector for note in notes for sector in note.affects)),
            "act": "yes" if any(note.act == "yes" for note in notes) else "no" if notes else "",
        }


def as_json(each: Comparison, topic: str | None = None) -> str:
    """The comparison as JSON: what it is, counts, and every change."""
    return _json(each, _found(each, topic), rows(each, topic))


def _json(each: Comparison, found: tuple[Change, ...], written: Iterable[dict[str, str]]) -> str:
    value: dict[str, Any] = {
        "help": help_line(each.site),
        "about": caution(each),
        "counts": engine.counts(found),
        "changes": list(written),
    }
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def as_csv(each: Comparison) -> str:
    """The comparison as a table for a spreadsheet; its last two lines say what it is and where help is."""
    return _csv(each, rows(each))


def _csv(each: Comparison, written: Iterable[dict[str, str]]) -> str:
    notes = [{"kind": "note", "what": line} for line in (caution(each), help_line(each.site))]
    return table(COLUMNS, [*written, *notes])


def downloads(each: Comparison) -> Iterator[tuple[str, bytes]]:
    """A comparison's files, by their path from the site's root; the rows are made once for both."""
    written = list(rows(each))
    yield f"compare/{each.name}/changes.json", _json(each, each.changes, written).encode()
    yield f"compare/{each.name}/changes.csv", _csv(each, written).encode()


def _changed(found: tuple[Change, ...]) -> Iterator[Change]:
    return (change for change in found if change.kind != engine.SAME)
