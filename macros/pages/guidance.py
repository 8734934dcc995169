"""The pages for practitioners: levels, routes, duties, words, and what is not held."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from macros import records
from macros.compare import comparison
from macros.pages import addresses, quotes
from macros.pages.addresses import Here
from macros.pages.draw import Draw
from macros.read import heads, quoted
from macros.read.site import Edition
from macros.records.registers import CADENCES


def drawn(draw: Draw, template: str, here: Here, **values: Any) -> str:
    """A template of a page on the current edition.

    Args:
        draw: the templates.
        template: its file name.
        here: the page.
        values: what it is given besides.
    """
    edition = draw.site.now
    compared = comparison.before(edition)
    return draw.page(
        template,
        here,
        edition=edition,
        before=compared.old if compared else None,
        compared=here.to(addresses.of_comparison(compared)) if compared else "",
        said=lambda ids, of=None: [quotes.said(of or edition, each, here) for each in ids],
        passages=lambda ids, of=None: quotes.passages(of or edition, ids, here),
        whole=lambda identifier, of=None: quoted.whole(of or edition, (identifier,)),
        **values,
    )


def search_box(draw: Draw, here: Here) -> str:
    """A field that opens the site's search with what is typed into it."""
    return draw.page("search_box.html", here)


def support_levels(draw: Draw, here: Here) -> str:
    """The levels side by side, each with its own page."""
    return drawn(draw, "support_levels.html", here, levels=draw.site.now.entries("support-levels"))


def support_level(draw: Draw, here: Here, identifier: str) -> str:
    """One level: what to do first, then what the level is, then what it rests on.

    Args:
        draw: the templates.
        here: the page.
        identifier: the level's id.
    """
    level = draw.by_id("support-levels", identifier)
    now = draw.site.now
    printed = level.editions.get(now.id)
    older = [(each, level.editions[each.id]) for each in reversed(draw.site.issued) if each is not now and each.id in level.editions]
    words = quoted.words(now, printed.provisions) if printed else ""
    alike = {each.id for each, entry in older if quoted.words(each, entry.provisions) == words}
    levels = now.entries("support-levels")
    return drawn(draw, "support_level.html", here, level=level, printed=printed, older=older, alike=alike, levels=levels)


def escalation_routes(draw: Draw, here: Here) -> str:
    """Which route is mine: every route by which a disagreement or a risk is taken further."""
    routes: dict[str, list[Any]] = {}
    for record, entry in draw.site.now.entries("escalation"):
        routes.setdefault(record.route, []).append((record, entry))
    policies = [
        (record, edition, record.editions[edition.id])
        for record in draw.site.register("escalation")
        if record.route == "practice"
        for edition in reversed(draw.site.issued)
        if edition.id in record.editions and not edition.current
    ]
    return drawn(draw, "escalation_routes.html", here, routes=routes, policies=policies)


@dataclass(frozen=True)
class Due:
    """A duty on a page: its record, what the edition prints, and the heads under which it stands, by id and name."""

    duty: records.Duty
    entry: records.DutyEntry
    heads: tuple[tuple[str, str], ...]

    @property
    def printed(self) -> str:
        """How often or by when, as printed."""
        return self.entry.date or self.entry.frequency or records.SILENCES[0]


def dues(edition: Edition) -> list[Due]:
    """The duties of an edition by our cadences, and in the register's order within each."""
    site = edition.site
    found = [Due(duty, entry, tuple((each, heads.name(site, each)) for each in entry.by)) for duty, entry in edition.entries("duties")]
    return sorted(found, key=lambda each: (_SHOWN.index(each.entry.cadence), each.entry.due is None))


_SHOWN = ("by a date", *(each for each in CADENCES if each != "by a date"))
"""Our cadences in the order in which they are shown: what has a date first."""


def duty_calendar(draw: Draw, here: Here) -> str:
    """Each recurring duty and dated commitment of the current edition: by our cadences, then in full under our heads."""
    site, found = draw.site, dues(draw.site.now)
    times = [(cadence, own) for cadence in _SHOWN if (own := [each for each in found if each.entry.cadence == cadence])]
    done: set[str] = set()
    who: list[tuple[str, str, list[Due], list[Due]]] = []
    for head in heads.order(site):
        mine = [each for each in found if head in each.entry.by]
        if mine:
            own, also = [each for each in mine if each.duty.id not in done], [each for each in mine if each.duty.id in done]
            who.append((head, heads.name(site, head), own, also))
            done |= {each.duty.id for each in mine}
    return drawn(draw, "duty_calendar.html", here, times=times, who=who, total=len(found))


@dataclass(frozen=True)
class Word:
    """An entry of the glossary as it is shown.

    Args:
        shown: what it is filed under.
        term: the record; None for an entry that only leads to another.
        see: where it leads: the id and the shown words of another entry.
    """

    shown: str
    term: records.Term | None = None
    see: tuple[str, str] | None = None

    @property
    def key(self) -> str:
        """By what it is sorted: the words as shown, without “the”."""
        return self.shown.casefold().removeprefix("the ").lstrip("“\"'(")


def glossary(draw: Draw, here: Here) -> str:
    """Terms and abbreviations in the order of the alphabet, each with what every edition says of it, the current one first."""
    site, found = draw.site, []
    for term in site.register("terms"):
        if not any(edition.id in term.editions for edition in site.issued):
            continue
        entry = heads.printed(site, term)
        letters = entry.short if term.kind == "abbreviation" or records.is_silence(entry.name) else None
        shown = letters or entry.name
        found.append(Word(shown, term))
        if not letters and entry.short and entry.short[0].casefold() != Word(shown).key[0]:
            found.append(Word(entry.short, see=(term.id, shown)))
    letters_of: dict[str, list[Word]] = {}
    for word in sorted(found, key=lambda each: (each.key, each.see is not None)):
        first = word.key[0].upper()
        letters_of.setdefault(first if first.isalpha() else "0–9", []).append(word)
    editions = (site.now, *(each for each in reversed(site.issued) if not each.current))
    return drawn(draw, "glossary.html", here, letters=letters_of, editions=editions)


def not_covered(draw: Draw, here: Here) -> str:
    """What this site does not hold, by what brings people here, each with the official page where one is known."""
    needs: dict[str, list[Any]] = {}
    for record in draw.site.register("not-covered"):
        needs.setdefault(record.need, []).append(record)
    return drawn(draw, "not_covered.html", here, needs=needs)
