"""The pages for practitioners: each block macro is one method over the registers, drawn by the renderer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from macros import items, records
from macros.load import topic_of
from macros.provisions import Provision
from macros.render import Address, Renderer, day, relative


@dataclass(frozen=True)
class Said:
    """A provision as a guidance page quotes it: with the words that introduce it, the address of its page and its citation."""

    provision: Provision
    lead_in: str
    address: Address
    citation: str


@dataclass(frozen=True)
class Branch:
    """A group in the structure, with those that report to it."""

    group: records.Group
    printed: records.GroupPrinted
    below: tuple[Branch, ...]


class Guidance:
    """The block macros of the guidance pages. Each is called with the address of the page that it stands on.

    Arguments: the renderer that draws them.
    """

    def __init__(self, renderer: Renderer) -> None:
        self.base, self.site = renderer, renderer.site

    def _draw(self, template: str, here: Address, **values: Any) -> str:
        edition = self.site.edition(self.site.current)
        before = self.site.before(self.site.current)
        compared = relative(here or ".", f"compare/{before}-{edition.id}/") if before else ""
        return self.base.draw(
            template,
            edition=edition,
            before=self.site.edition(before) if before else None,
            compared=compared,
            to=lambda path: relative(here or ".", path),
            said=lambda ids, of="": self._said(here, ids, of),
            **values,
        )

    def _said(self, here: Address, ids: tuple[str, ...], edition: str = "") -> list[Said]:
        """Provisions of an edition (the current one unless told), as this page quotes them."""
        edition = edition or self.site.current
        found = []
        for identifier in ids:
            page = next(page for page in self.site.topics(edition) if any(each.id == identifier for each in page.provisions))
            provision = next(each for each in page.provisions if each.id == identifier)
            address = relative(here or ".", f"arrangements/{edition}/{topic_of(page)}/") + f"#{identifier}"
            texts = {each.id: each.text for each in page.provisions}
            found.append(Said(provision, texts.get(provision.lead_in, ""), address, items.citation(self.site, edition, provision)))
        return found

    def _entries(self, register: str) -> list[tuple[Any, Any]]:
        return list(items.entries(self.site, register, self.site.current))

    # --- support levels and escalation -----------------------------------------------------------------------------

    def support_levels(self, here: Address) -> str:
        """The levels side by side, each with its own page."""
        return self._draw("support_levels.html", here, levels=self._entries("support-levels"))

    def support_level(self, here: Address, identifier: str) -> str:
        """One level: the official page and what to do first, then what the editions say of it."""
        level = self.site.registers["support-levels"].by_id[identifier]
        editions = [
            (self.site.edition(e), level.editions[e], self._said(here, level.editions[e].provisions, e))
            for e in reversed(self.site.order)
            if e in level.editions
        ]
        return self._draw("support_level.html", here, level=level, editions=editions)

    def escalation_routes(self, here: Address) -> str:
        """Which route is mine: every route by which a disagreement or a risk is taken further."""
        routes: dict[str, list[Any]] = {}
        for record, printed in self._entries("escalation"):
            routes.setdefault(record.route, []).append((record, printed))
        older = [
            (record, edition, printed)
            for record in self.site.registers["escalation"]
            if record.route == "practice"
            for edition, printed in ((self.site.edition(e), record.editions[e]) for e in self.site.order if e in record.editions)
        ]
        return self._draw("escalation_routes.html", here, routes=routes, policies=older)

    # --- agencies and people ---------------------------------------------------------------------------------------

    def for_agency(self, here: Address, identifier: str) -> str:
        """Everything the registers hold for one sector."""
        sector = self.site.registers["sectors"].by_id[identifier]
        current = self.site.current
        before = self.site.before(current)
        groups = [(group, group.editions[current]) for group in self._groups_of(sector)]
        passages = sector.editions[current].provision if current in sector.editions else ()
        rule = {each.id for page in self.site.topics(current) for each in page.provisions if self._lists_agencies(topic_of(page))}
        return self._draw(
            "for_agency.html",
            here,
            sector=sector,
            agencies=[(agency, printed) for agency, printed in self._entries("agencies") if agency.sector == identifier],
            rows=[(row, printed) for row, printed in self._entries("representation") if row.sector == identifier],
            groups=groups,
            passages=tuple(each for each in passages if each in rule),
            elsewhere=tuple(each for each in passages if each not in rule),
            duties=[(duty, printed) for duty, printed in self._entries("duties") if any(each in passages for each in printed.provision)],
            group_duties=[(duty, printed) for duty, printed in self._entries("duties") if self._by_group(groups, passages, printed)],
            facts=[fact for fact in self.site.registers["report-facts"] if identifier in fact.sectors],
            changes=self._changes(here, before, identifier) if before else "",
            sources=self.site.registers["sources"].by_id,
        )

    def _changes(self, here: Address, before: str, sector: str) -> Address:
        """Where the changes for a sector are told: its own page of the comparison, or the table of all."""
        folder = f"compare/{before}-{self.site.current}"
        own = any(page.path == f"docs/{folder}/for/{sector}.md" for page in self.site.others)
        return relative(here, f"{folder}/for/{sector}/" if own else f"{folder}/table/")

    def _groups_of(self, sector: records.Sector) -> list[records.Group]:
        return [group for group in self.site.registers["groups"] if group.id in sector.groups and self.site.current in group.editions]

    def _lists_agencies(self, topic: str) -> bool:
        """Whether a topic says who is a relevant agency: it prints the list or the representation."""
        return topic in (items.homes(self.site)["agencies"], items.homes(self.site)["representation"])

    def _by_group(self, groups: list[Any], passages: tuple[str, ...], printed: records.DutyPrinted) -> bool:
        """Whether a duty's printed actor is one of a sector's groups, and no passage on the sector says it already."""
        actor = printed.actor.casefold()
        return any(each.name.casefold() in actor for _, each in groups) and not any(each in passages for each in printed.provision)

    def people(self, here: Address) -> str:
        """Posts and their holders by edition, what is known since, and the structure as the words state it."""
        posts = list(self.site.registers["posts"])
        by_edition = [(self.site.edition(e), [(post, post.editions[e]) for post in posts if e in post.editions]) for e in reversed(self.site.order)]
        return self._draw(
            "people.html",
            here,
            posts=by_edition,
            tree=self.structure(),
            apart=[pair for pair in self._entries("groups") if self._stands_apart(pair)],
        )

    def structure(self) -> tuple[Branch, ...]:
        """The current edition's groups under those to which they report: only lines that the words state."""
        found = self._entries("groups")
        under = {group.id: printed.under for group, printed in found}
        tops = [pair for pair in found if not pair[1].under and pair[0].id in under.values()]
        return tuple(self._branch(pair, found) for pair in tops)

    def _branch(self, pair: tuple[Any, Any], found: list[tuple[Any, Any]]) -> Branch:
        return Branch(*pair, tuple(self._branch(each, found) for each in found if each[1].under == pair[0].id))

    def _stands_apart(self, pair: tuple[Any, Any]) -> bool:
        return not pair[1].under and pair[0].id not in {printed.under for _, printed in self._entries("groups")}

    # --- duties, words, currency -----------------------------------------------------------------------------------

    def duty_calendar(self, here: Address) -> str:
        """Each recurring duty and dated commitment of the current edition, by actor and by frequency."""
        found = self._entries("duties")
        by_actor: dict[str, list[Any]] = {}
        by_time: dict[str, list[Any]] = {}
        for pair in found:
            by_actor.setdefault(pair[1].actor, []).append(pair)
            by_time.setdefault(pair[1].date or pair[1].frequency or "not stated", []).append(pair)
        order = sorted(by_actor, key=lambda actor: (records.is_silence(actor), actor.casefold()))
        times = sorted(by_time, key=lambda time: (records.is_silence(time), time.casefold()))
        return self._draw(
            "duty_calendar.html", here, actors=[(actor, by_actor[actor]) for actor in order], times=[(time, by_time[time]) for time in times]
        )

    def glossary(self, here: Address) -> str:
        """Terms and abbreviations, edition by edition, in the order of the alphabet."""
        lists = []
        for edition in reversed(self.site.order):
            found = [(term, term.editions[edition]) for term in self.site.registers["terms"] if edition in term.editions]
            lists.append((self.site.edition(edition), sorted(found, key=lambda pair: _sorted_as(pair[1]))))
        return self._draw("glossary.html", here, lists=lists)

    def not_covered(self, here: Address) -> str:
        """What this site does not hold, each with the official page where one is known."""
        return self._draw("not_covered.html", here, records=list(self.site.registers["not-covered"]))

    def currency(self, here: Address) -> str:
        """What promises a review and what is recorded of it, what is due for checking, and where each name appears."""
        reviews = [(duty, printed) for duty, printed in self._entries("duties") if duty.reviews]
        return self._draw(
            "currency.html",
            here,
            reviews=reviews,
            config_day=self.base.built,
            checks=sorted(self._checks()),
            names=self._names(here),
        )

    def _checks(self) -> Iterator[tuple[str, str, str, str]]:
        """Every link, holder and dated fact.

        Returns: rows of the day it was last seen (empty where it was never seen but in print, and so comes first), how that
        is told, what kind it is, and what it says.
        """
        sources = self.site.registers["sources"].by_id
        dated = sources[self.site.edition(self.site.current).source].dated
        for _, post in self._entries("posts"):
            if not records.is_silence(post.holder):
                yield "", f"as printed, {dated}", "holder", f"{post.holder}, {post.office}"
        for register in ("agencies", "groups", "posts"):
            for record in self.site.registers[register]:
                for fact in record.since:
                    told = day(fact.seen) if fact.seen else f"as told in the {sources[fact.source].short}"
                    yield fact.seen.isoformat() if fact.seen else "", told, "dated fact", fact.name or fact.says
        for link in self.site.registers["links"]:
            yield link.seen.isoformat(), day(link.seen), "link", link.title

    def _names(self, here: Address) -> list[tuple[str, list[tuple[str, Address]]]]:
        """Names of holders, groups and agencies of the current edition, and the pages whose text has them."""
        names = [post.holder for _, post in self._entries("posts") if not records.is_silence(post.holder)]
        names += [printed.name for register in ("groups", "agencies") for _, printed in self._entries(register)]
        texts: dict[tuple[str, str], str] = {}
        for edition in reversed(self.site.order):
            for item in items.of_edition(self.site, edition):
                texts[edition, item.part] = texts.get((edition, item.part), "") + "\n" + item.text.casefold()
        found = []
        for name in sorted(set(names), key=str.casefold):
            places = [place for place, text in texts.items() if place in self.site.pages and name.casefold() in text]
            pages = [
                (f"{self.site.pages[place].meta.title}, {self.site.edition(place[0]).name}", relative(here, f"arrangements/{place[0]}/{place[1]}/"))
                for place in places
            ]
            found.append((name, pages))
        return found

    def gaps(self, here: Address) -> str:
        """Every “not stated”, “not supplied” and “not named” of the data, and what else is not held."""
        found: dict[str, list[tuple[str, str, str]]] = {}
        for name, register in self.site.registers.items():
            for record in register:
                rows = list(_silences(record, ()))
                if rows:
                    found.setdefault(name, []).extend((record.id, self._place(place), value) for place, value in rows)
        levels = [level for level in self.site.registers["support-levels"] if not level.indicators.supplied]
        return self._draw("gaps.html", here, found=found, levels=levels, total=sum(map(len, found.values())))

    def _place(self, place: tuple[str, ...]) -> str:
        names = {edition: self.site.edition(edition).name for edition in self.site.order}
        return ", ".join(names.get(part, part.replace("_", " ").rstrip()) for part in place if part != "editions")

    def whats_new(self, here: Address) -> str:
        """The newest dated facts of the registers, and the current edition."""
        dated = [
            (fact.from_, getattr(record.editions.get(self.site.current), "name", ""), fact)
            for register in ("agencies", "groups", "posts")
            for record in self.site.registers[register]
            for fact in record.since
            if fact.from_[:4].isdigit()
        ]
        return self._draw("whats_new.html", here, facts=sorted(dated, key=lambda each: each[0], reverse=True)[:3])


def _sorted_as(printed: records.TermPrinted) -> str:
    return (printed.short or printed.name).removeprefix("the ").casefold()


def _silences(value: object, place: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str]]:
    """Every silent value in a record, with the names that lead to it."""
    if records.is_silence(value):
        yield place, str(value)
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _silences(getattr(value, name), (*place, name))
    elif isinstance(value, Mapping):
        for key, each in value.items():
            yield from _silences(each, (*place, key))
