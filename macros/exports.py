"""A comparison as text, Markdown, JSON and CSV: for a terminal, and as downloads of the site."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

from macros import compare, digest, items
from macros.compare import Change
from macros.load import Site

MARKS = {
    "text": {"same": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"},
    "markdown": {"same": "{}", "removed": "~~{}~~", "added": "**{}**"},
}
"""How words are marked: in text as git's word diff shows them, in Markdown struck through and bold."""
COLUMNS = ("kind", "also", "id", "topic", "old", "new", "old place", "new place", "what", "why", "reason's source", "affects", "act")


def _words(change: Change, form: str) -> str:
    parts = []
    for run in change.words:
        text = run.text if run.kind == "same" else run.text.strip()
        lost = run.text[: len(run.text) - len(run.text.lstrip())], run.text[len(run.text.rstrip()) :]
        parts.append(MARKS[form][run.kind].format(text) if run.kind == "same" or not text else lost[0] + MARKS[form][run.kind].format(text) + lost[1])
    return "".join(parts)


def caution(site: Site, old: str, new: str) -> str:
    """What every comparison says of itself, in one line."""
    gap = f" {site.edition(new).gap}" if site.edition(new).gap else ""
    return (
        f"{site.edition(old).title} (the base) compared with {site.edition(new).title}. Our words, not the documents'. "
        f"{site.edition(old).name}: {site.edition(old).status}{gap} "
        f"Written under {site.edition(new).written_under}; check GOV.UK for later guidance."
    )


def help_line(site: Site) -> str:
    """The line that comes before everything."""
    return f"Immediate danger: call 999. Worried about a child: {site.registers['links'].by_id['worried-about-a-child'].url}"


def as_text(site: Site, old: str, new: str, topic: str | None = None) -> str:
    """The comparison for a terminal: counts, then every change but those of the same meaning."""
    found = items.changes(site, old, new, topic)
    lines = [caution(site, old, new), ", ".join(f"{kind}: {count}" for kind, count in items.counts(found).items()), ""]
    for change in _changed(found):
        why = " (through its lead-in)" if change.by_lead_in else ""
        lines += [f"{', '.join(change.kinds)}{why}: {change.id}", f"    {_words(change, 'text')}", ""]
    return "\n".join(lines)


def as_markdown(site: Site, old: str, new: str, topic: str | None = None) -> str:
    """The comparison as Markdown, to be pasted into minutes or a pull request."""
    found = items.changes(site, old, new, topic)
    by_id = digest.named(site, old, new)
    lines = [f"**{help_line(site)}**", "", caution(site, old, new), ""]
    lines += [f"- {kind}: {count}" for kind, count in items.counts(found).items()] + [""]
    part = ""
    for change in _changed(found):
        here = (change.new or change.old)[0].part
        if here != part:
            part = here
            lines += [f"## {items.part_title(site, old, new, part)}", ""]
        lines += [f"- *{', '.join(change.kinds)}*: {_words(change, 'markdown')}".replace("\n", " ")]
        lines += [f"    - {note.what} (why: {note.why})" for note in digest.notes_of(site, old, new, change, by_id)]
    return "\n".join(lines) + "\n"


def rows(site: Site, old: str, new: str, topic: str | None = None) -> Iterator[dict[str, str]]:
    """Every change as a flat record, those of the same meaning too: nothing is left out."""
    by_id = digest.named(site, old, new)
    for change in items.changes(site, old, new, topic):
        notes = digest.notes_of(site, old, new, change, by_id)
        sources = [site.registers["sources"].by_id[note.source].short + (f", {note.place}" if note.place else "") for note in notes if note.source]
        yield {
            "kind": change.kind,
            "also": ", ".join(change.kinds[1:]),
            "id": change.id,
            "topic": (change.new or change.old)[0].part,
            "old": "\n".join(item.text for item in change.old),
            "new": "\n".join(item.text for item in change.new),
            "old place": "; ".join(items.place(site, old, item) for item in change.old),
            "new place": "; ".join(items.place(site, new, item) for item in change.new),
            "what": " ".join(note.what for note in notes),
            "why": "; ".join(dict.fromkeys(note.why for note in notes)),
            "reason's source": "; ".join(dict.fromkeys(sources)),
            "affects": ", ".join(dict.fromkeys(each for note in notes for each in note.affects)),
            "act": "yes" if any(note.act == "yes" for note in notes) else "no" if notes else "",
        }


def as_json(site: Site, old: str, new: str, topic: str | None = None) -> str:
    """The comparison as JSON: what it is, counts, and every change."""
    value: dict[str, Any] = {
        "help": help_line(site),
        "about": caution(site, old, new),
        "counts": items.counts(items.changes(site, old, new, topic)),
        "changes": list(rows(site, old, new, topic)),
    }
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def as_csv(site: Site, old: str, new: str) -> str:
    """The comparison as a table for a spreadsheet; its last two lines say what it is and where help is."""
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows(site, old, new))
    writer.writerows({"kind": "note", "what": line} for line in (caution(site, old, new), help_line(site)))
    return "\ufeff" + out.getvalue()


def duties_csv(site: Site) -> str:
    """The current edition's duties for a spreadsheet; its last two lines say what it is and where help is."""
    edition = site.edition(site.current)
    provisions = {each.id: each for page in site.topics(edition.id) for each in page.provisions}
    out = io.StringIO()
    writer = csv.DictWriter(out, ("duty", "actor", "frequency", "date", "ambiguity", "place"), lineterminator="\r\n")
    writer.writeheader()
    for _, printed in items.entries(site, "duties", edition.id):
        named = [provisions[each] for each in printed.provision]
        writer.writerow(
            {
                "duty": " ".join(each.text for each in named),
                "actor": printed.actor,
                "frequency": printed.frequency or "",
                "date": printed.date or "",
                "ambiguity": printed.ambiguity or "",
                "place": "; ".join(items.citation(site, edition.id, each) for each in named),
            }
        )
    writer.writerows({"duty": line} for line in (about(site), help_line(site)))
    return "\ufeff" + out.getvalue()


def duties_ics(site: Site, built: date | None) -> bytes:
    """The current edition's duties whose words fix a day, for a calendar (RFC 5545).

    Arguments: ``built``, the day for which the site is built; it stamps the entries, so that the same state gives the same bytes.
    """
    from icalendar import Calendar, Event

    edition = site.edition(site.current)
    provisions = {each.id: each for page in site.topics(edition.id) for each in page.provisions}
    calendar = Calendar()
    calendar.add("prodid", f"-//{edition.title}//duties//EN")
    calendar.add("version", "2.0")
    for duty, printed in items.entries(site, "duties", edition.id):
        if not printed.due:
            continue
        named = [provisions[each] for each in printed.provision]
        event = Event()
        event.add("uid", f"{duty.id}@{edition.id}.kscmp-arrangements")
        event.add("dtstamp", datetime.combine(built or printed.due, time(), UTC))
        event.add("dtstart", printed.due)
        event.add("summary", f"{named[0].text} ({printed.date or printed.frequency}; actor: {printed.actor})")
        event.add("description", "\n".join([*(items.citation(site, edition.id, each) for each in named), about(site), help_line(site)]))
        if printed.repeats:
            event.add("rrule", {"freq": printed.repeats})
        calendar.add_component(event)
    return calendar.to_ical()


def about(site: Site) -> str:
    """What a download of the current edition says of itself, in one line."""
    edition = site.edition(site.current)
    return f"{edition.title}, restated: our words, not the document's. Written under {edition.written_under}; check GOV.UK for later guidance."


def downloads(site: Site, built: date | None) -> Iterator[tuple[str, bytes]]:
    """Every file that the site offers besides its pages: its path from the site's root, and its bytes."""
    for old, new in zip(site.order, site.order[1:], strict=False):
        yield f"compare/{old}-{new}/changes.json", as_json(site, old, new).encode()
        yield f"compare/{old}-{new}/changes.csv", as_csv(site, old, new).encode()
    yield "calendar/duties.csv", duties_csv(site).encode()
    yield "calendar/duties.ics", duties_ics(site, built)


def write(site: Site, folder: Path, built: date | None = None) -> None:
    """Writes the downloads into a built site."""
    for name, content in downloads(site, built):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def _changed(found: tuple[Change, ...]) -> Iterator[Change]:
    return (change for change in found if change.kind != compare.SAME)
