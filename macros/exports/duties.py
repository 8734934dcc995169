"""The current edition's duties as a table and as a calendar."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

from macros import records
from macros.exports.table import about, help_line, table
from macros.read import amendments, heads, quoted
from macros.read.site import Site

COLUMNS = ("title", "duty", "by", "when", "actor", "frequency", "date", "note", "ambiguity", "since", "place")
"""``by`` and ``when`` are heads of ours; actor, frequency and date are as printed."""


def as_csv(site: Site) -> str:
    """The current edition's duties for a spreadsheet; its last two lines say what it is and where help is."""
    rows = []
    for duty, entry in site.now.entries("duties"):
        rows.append(
            {
                "title": duty.title,
                "duty": quoted.words(site.now, entry.provision),
                "by": "; ".join(heads.name(site, each) for each in entry.by),
                "when": entry.cadence,
                "actor": entry.actor,
                "frequency": entry.frequency or "",
                "date": entry.date or "",
                "note": entry.note or "",
                "ambiguity": entry.ambiguity or "",
                "since": since(site, duty),
                "place": "; ".join(map(site.now.citation, entry.provision)),
            }
        )
    return table(COLUMNS, [*rows, *({"title": line} for line in (about(site), help_line(site)))])


def since(site: Site, duty: records.Duty) -> str:
    """What later sources tell of a duty, each fact with its time and its source."""
    told = []
    entry = duty.editions.get(site.current)
    amended = {found.id: found for name in (entry.provision if entry else ()) for found in amendments.of_provision(site.now, name)}
    for fact in (*duty.since, *duty.recorded, *amended.values()):
        source = site.cited(fact.source)
        times = f"{fact.from_}/{fact.to}" if fact.to else fact.when
        told.append(f"{times}: {fact.words} ({getattr(source, 'short', source.title)}{f', {fact.place}' if fact.place else ''})")
    return " ".join(told)


def as_ics(site: Site, built: date | None) -> bytes:
    """The current edition's duties whose words fix a day, for a calendar (RFC 5545).

    A day is shown and not blocked. Where a duty comes every year on a day that most years lack, it comes on the last of its month.

    Args:
        site: the site.
        built: the day for which the site is built; it stamps the entries, so that the same state gives the same bytes.
    """
    from icalendar import Calendar, Event

    now = site.now
    calendar = Calendar()
    calendar.add("prodid", f"-//{now.title}//duties//EN")
    calendar.add("version", "2.0")
    for duty, entry in now.entries("duties"):
        if not entry.due:
            continue
        event = Event()
        event.add("uid", f"{duty.id}@{now.id}.{site.partnership.calendar}")
        event.add("dtstamp", datetime.combine(built or entry.due, time(), UTC))
        event.add("dtstart", entry.due)
        event.add("dtend", entry.due + timedelta(days=1))
        event.add("transp", "TRANSPARENT")
        event.add("summary", f"{duty.title}: {entry.date or entry.frequency} (actor: {entry.actor})")
        told = [quoted.words(now, entry.provision), entry.note, entry.ambiguity, since(site, duty), *map(now.citation, entry.provision)]
        event.add("description", "\n".join([*filter(None, told), about(site), help_line(site)]))
        if entry.repeats:
            leap = (entry.due.month, entry.due.day) == (2, 29)
            event.add("rrule", {"freq": entry.repeats} | ({"bymonth": 2, "bymonthday": -1} if leap else {}))
        calendar.add_component(event)
    return calendar.to_ical()


def downloads(site: Site, built: date | None) -> Iterator[tuple[str, bytes]]:
    """The files of the duties, by their path from the site's root."""
    yield "calendar/duties.csv", as_csv(site).encode()
    yield "calendar/duties.ics", as_ics(site, built)
