"""Rules on the timeline: an event's date stands somewhere, once, and a page that tells it was seen on a day."""

from __future__ import annotations

from collections.abc import Iterator

from macros import records
from macros.check.references import cut
from macros.check.telling import all_fields, is_read, is_sound, problem
from macros.problems import Problem
from macros.read import occasions
from macros.read.site import Site

_MEND = "Write reports/year/statement, with “when” where the statement has no date, or register/record/day, of a later fact of that day."


def events_are_drawn_from_what_has_a_date(site: Site) -> Iterator[Problem]:
    """An event that is drawn from another record names one that has a date, or gives the date that the record lacks."""
    for document, field in all_fields(site):
        if field.name == "of" and isinstance(field.shape, records.Occasion) and _is_read(site, field.value):
            if occasions.dated(site, field.shape) is None:
                what = f"{field.owner} is drawn from {field.value}, where no date stands."
                yield problem(document, field.place, what, _MEND)
            elif field.shape.when and occasions.has_date(site, field.value):
                what = f"{field.owner} gives a date, and so does {field.value}, from which it is drawn."
                yield problem(document, field.place, what, "Delete “when” and “to” here: a date stands in one place.")


def _is_read(site: Site, of: str) -> bool:
    """Whether the file that is named could be read, or there is none."""
    register, year, _ = of.split("/")
    if register in site.registers:
        return is_read(site, register) and is_sound(site.registers[register]) and register not in cut(site)
    path = f"data/reports/{year}.yaml" if register == "reports" else f"data/{register}.yaml"
    return path not in site.files or is_sound(site.files[path])


def events_end_after_they_begin(site: Site) -> Iterator[Problem]:
    """What took a time ends after it began."""
    for document, field in all_fields(site):
        if field.name == "to" and isinstance(field.shape, records.Occasion) and field.value < (field.shape.when or "")[: len(field.value)]:
            what = f"{field.owner} ends in {field.value}, before it begins."
            yield problem(document, field.place, what, "Let “when” be its beginning and “to” its end.")


def pages_were_seen_on_a_day(site: Site) -> Iterator[Problem]:
    """What an event or a theme of guidance has from an official page says on which day the page was seen."""
    links = site.register("links").ids
    for document, field in all_fields(site):
        told = field.shape
        if field.name == "source" and isinstance(told, records.Occasion | records.Theme) and told.source in links and told.seen is None:
            mend = "Add “seen: …” with the day on which you saw the page, as 2026-11-22."
            yield problem(document, field.place, f"{field.owner} has something from a page, without the day on which it was seen.", mend)


RULES = (events_are_drawn_from_what_has_a_date, events_end_after_they_begin, pages_were_seen_on_a_day)
