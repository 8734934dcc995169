"""A comparison as text, Markdown, JSON and CSV: for a terminal, and as downloads of the site."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from macros import records
from macros.compare import engine, findings, items
from macros.compare.comparison import Comparison
from macros.compare.engine import Change
from macros.exports.table import caution, help_line, table
from macros.read import amendments
from macros.read.promised import Answered
from macros.records.amendments import Amendment
from macros.records.promised import NOT_REPORTED

MARKS = {
    "text": {"same": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"},
    "markdown": {"same": "{}", "removed": "~~{}~~", "added": "**{}**"},
}
"""How words are marked: in text as git's word diff shows them, in Markdown struck through and bold."""
NOTED = ("title", "weight", "was", "is", "why", "finding", "duty", "affects", "since", "reported", "fate")
"""What a row carries of the notes on a change; several notes stand in their order, divided by a bar."""
COLUMNS = ("kind", "also", "counted", "id", "topic", "old", "new", "old place", "new place", *NOTED, "amended")


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


def _named(each: Comparison, fact: Any) -> str:
    """Where a fact, a finding or a reason comes from."""
    cited = each.site.cited(fact.source)
    seen = f", seen {fact.seen}" if getattr(fact, "seen", None) else ""
    return getattr(cited, "short", cited.title) + (f", {fact.place}" if fact.place else "") + seen


def _when(fact: records.LaterFact) -> str:
    return f"by {fact.by}" if fact.by else f"{fact.from_} to {fact.to}" if fact.to else f"from {fact.from_}"


def _reported(told: Answered) -> str:
    """What a report tells of a promise: which, whether, until when, and what it says."""
    telling = told.telling
    whether = f"{telling.reported} by {told.report.period.to}" if telling.reported == NOT_REPORTED else telling.reported
    return f"{told.report.short}: {told.promise.title}: {whether}." + (f" {telling.says}" if telling.says else "")


def noted(each: Comparison, note: records.Note) -> dict[str, str]:
    """What a note says, as a flat record.

    Args:
        each: the comparison that it belongs to.
        note: the note.
    """
    why = note.why
    kind = {"stated": "reason stated", "required": "said to be required"}
    return {
        "title": note.title,
        "weight": note.weight,
        "was": note.was or "",
        "is": note.is_ or "",
        "why": f"{kind[why.kind]}: {why.says} ({_named(each, why)})" if why else "",
        "finding": f"{note.finding.says} ({_named(each, note.finding)})" if note.finding else "",
        "duty": "; ".join(f"{duty.how}: {', '.join(duty.on)}" for duty in note.duty),
        "affects": ", ".join(note.affects),
        "since": " ".join(f"{_when(fact)}: {' – '.join(filter(None, (fact.name, fact.says)))} ({_named(each, fact)})" for fact in note.since),
        "reported": " ".join(map(_reported, findings.reported(each, note))),
        "fate": "; ".join(f"{fate.fate}: {', '.join(fate.of)}" for fate in note.fates),
    }


def _several(each: Comparison, notes: tuple[records.Note, ...]) -> dict[str, str]:
    """What all notes on a change say, column by column, in the notes' order; a column that none of them fills stays empty."""
    said = [noted(each, note) for note in notes]
    return {name: " | ".join(one[name] for one in said) if any(one[name] for one in said) else "" for name in NOTED}


def as_text(each: Comparison, topic: str | None = None) -> str:
    """The comparison for a terminal: counts, then every change but those of the same meaning, with what notes say of it."""
    found = _found(each, topic)
    lines = [caution(each), "Changes: " + (", ".join(f"{kind}: {count}" for kind, count in _counts(each, found, topic).items()) or "none"), ""]
    for change in _changed(found):
        why = " (through its lead-in)" if change.by_lead_in else ""
        lines += [f"{', '.join(change.kinds)}{why}: {change.id}", f"    {_words(change, 'text')}"]
        lines += [f"    {line}" for note in each.notes_of(change) for line in _lines(each, note)] + [""]
    return "\n".join(lines)


def _lines(each: Comparison, note: records.Note) -> list[str]:
    said = noted(each, note)
    return [f"{said['title']} ({said['weight']})"] + [f"    {name}: {said[name]}" for name in NOTED[2:] if said[name]]


def as_markdown(each: Comparison, topic: str | None = None) -> str:
    """The comparison as Markdown, to be pasted into minutes or a pull request."""
    found = _found(each, topic)
    lines = [f"**{help_line(each.site)}**", "", caution(each), ""]
    lines += [f"- {kind}: {count}" for kind, count in _counts(each, found, topic).items()] + [""]
    if topic is None and (summed := findings.key_changes(each)):
        lines += ["## Key changes", "", *(f"- **{key.title}**. Was: {key.was} Is: {key.is_} Who: {key.who}" for key in summed.key), ""]
    part = ""
    for change in _changed(found):
        here = (change.new or change.old)[0].part
        if here != part:
            part = here
            lines += [f"## {each.title_of(part)}", ""]
        lines += [f"- *{', '.join(change.kinds)}*: {_words(change, 'markdown')}".replace("\n", " ")]
        for note in each.notes_of(change):
            said = noted(each, note)
            told = "; ".join(f"{name}: {said[name]}" for name in NOTED[2:] if said[name])
            lines += [f"    - {said['title']} ({said['weight']}). {told}"]
    return "\n".join(lines) + "\n"


def rows(each: Comparison, topic: str | None = None) -> Iterator[dict[str, str]]:
    """Every change as a flat record, those of the same meaning too: nothing is left out."""
    for change in _found(each, topic):
        yield {
            "kind": change.kind,
            "also": ", ".join(change.kinds[1:]),
            "counted": "yes" if findings.counts((change,)) else "no",
            "id": change.id,
            "topic": (change.new or change.old)[0].part,
            "old": "\n".join(item.text for item in change.old),
            "new": "\n".join(item.text for item in change.new),
            "old place": "; ".join(items.place(each.old, item) for item in change.old),
            "new place": "; ".join(items.place(each.new, item) for item in change.new),
            **_several(each, each.notes_of(change)),
            "amended": _amended(each, change),
        }


def _amended(each: Comparison, change: Change) -> str:
    """What the partnership has amended since of the newer edition's words."""
    found = {fact.id: fact for item in change.new for fact in amendments.of_provision(each.new, item.id)}
    return " ".join(f"{_when(fact)}: {fact.title}. {fact.words} ({_named(each, fact)})" for fact in found.values())


def as_json(each: Comparison, topic: str | None = None) -> str:
    """The comparison as JSON: what it is, what is key, counts, every change, and every note."""
    return _json(each, _counts(each, _found(each, topic), topic), rows(each, topic))


def _counts(each: Comparison, found: tuple[Change, ...], topic: str | None) -> dict[str, int]:
    """How many changes there are of each kind; on a list of ours, its own records are counted."""
    own = topic is not None and not each.old.page(topic) and not each.new.page(topic)
    return dict(findings.counts(found, everything=own))


def _json(each: Comparison, counts: dict[str, int], written: Iterable[dict[str, str]]) -> str:
    summed = findings.key_changes(each)
    value: dict[str, Any] = {
        "help": help_line(each.site),
        "about": caution(each),
        "counts": counts,
        "key": [_plain(key) for key in summed.key] if summed else [],
        "general": summed.general if summed else None,
        "throughout": [each.says for each in summed.throughout] if summed else [],
        "changes": list(written),
        "notes": [_plain(note) | _tellings(each, note) for note in each.notes],
        "amendments": [_whole(each, amendment) for amendment in amendments.of(each.new)],
    }
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _tellings(each: Comparison, note: records.Note) -> dict[str, Any]:
    """What reports tell of the promises that a note speaks of, as the notes' own field; nothing where they tell of none."""
    found = [{"promise": told.promise.id, "report": told.year, **_plain(told.telling)} for told in findings.reported(each, note)]
    return {"reported": found} if found else {}


def _plain(record: records.Shape) -> dict[str, Any]:
    """A record as its file gives it: every field that it has."""
    return record.model_dump(mode="json", by_alias=True, exclude_none=True, exclude_defaults=True)


def _whole(each: Comparison, amendment: Amendment) -> dict[str, Any]:
    """An amendment, with the provisions of the newer edition that it alters."""
    told = amendment.model_dump(mode="json", by_alias=True, exclude_none=True, exclude={"editions"})
    return told | {"provisions": list(amendment.editions[each.new.id].provision)}


def as_csv(each: Comparison) -> str:
    """The comparison as a table for a spreadsheet; its last two lines say what it is and where help is."""
    return _csv(each, rows(each))


def _csv(each: Comparison, written: Iterable[dict[str, str]]) -> str:
    lines = [{"kind": "note", "title": line} for line in (caution(each), help_line(each.site))]
    return table(COLUMNS, [*written, *lines])


def downloads(each: Comparison) -> Iterator[tuple[str, bytes]]:
    """A comparison's files, by their path from the site's root; the rows are made once for both."""
    written = list(rows(each))
    yield f"compare/{each.name}/changes.json", _json(each, _counts(each, each.changes, None), written).encode()
    yield f"compare/{each.name}/changes.csv", _csv(each, written).encode()


def _changed(found: tuple[Change, ...]) -> Iterator[Change]:
    return (change for change in found if change.kind != engine.SAME)
