"""Records into templates: every block macro, the marks that are drawn into an edition's page, and a page's status.

No HTML stands here: it is all in ``overrides/macros/``.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import Any

import jinja2

from macros import compare, digest, items, records
from macros.compare import Change, Item
from macros.load import ARRANGEMENTS, Site, topic_of
from macros.provisions import ID_LINE, Page, Provision

Address = str
REFERENCE = re.compile(r"\]\[([^\]]+)\]")
CURRENT = re.compile(r"current(?:/([a-z-]+)(?:#([a-z-]+))?)?")


@dataclass(frozen=True)
class Status:
    """What a page of an edition says of itself, for the theme's templates.

    Arguments: the ``edition``; whether it is ``current``; the printed ``section``; its ``source`` and the ``link`` to it;
    ``changed``, the day of the last commit or None; who ``confirmed`` it or None; ``counts`` of changes since the edition
    before, by kind, with the ``comparison``'s address; ``current_page``, the same topic in the current edition, and
    ``current_name``.
    """

    edition: records.Edition
    current: bool
    section: str
    source: records.Source
    link: records.Link | None
    changed: date | None
    confirmed: records.Confirmed | None
    before: records.Edition | None
    after: records.Edition | None
    counts: Mapping[str, int]
    comparison: Address
    current_page: Address
    current_name: str


@dataclass(frozen=True)
class Row:
    """One change on a page of comparison: its anchor, its places in both editions, its notes, and its neighbours' anchors."""

    change: Change
    anchor: str
    old: tuple[tuple[Item, str, Address], ...]
    new: tuple[tuple[Item, str, Address], ...]
    notes: tuple[records.Note, ...]
    seen_notes: tuple[tuple[records.Note, str], ...]
    before: str
    after: str


@dataclass(frozen=True)
class Block:
    """A heading (its change, its level) or nothing, and the rows below it: changed ones alone, the same ones folded."""

    heading: Change | None
    level: int
    row: Row | None
    runs: tuple[tuple[bool, tuple[Row, ...]], ...]


def anchor(identifier: str) -> str:
    """An item's id as an anchor in a page: records have a slash in theirs."""
    return identifier.replace("/", "-")


class Renderer:
    """Everything that pages ask for, from one loaded site.

    Arguments: the ``site``, without problems; ``templates``, the folder of the block macros' templates; ``days`` on which
    files last changed; ``addresses``, the repository's address for editing a file (empty where none is set) and the
    site's own (empty where it has none yet).
    """

    def __init__(self, site: Site, templates: str, days: Mapping[str, date] = MappingProxyType({}), edit: Address = "", home: Address = "") -> None:
        self.site, self.days, self.edit, self.home = site, days, edit, home
        self.env = jinja2.Environment(
            loader=jinja2.FileSystemLoader(templates),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            extensions=["jinja2.ext.do"],
        )
        self.env.tests["silence"] = records.is_silence
        self.env.filters["section_name"] = items.section_name
        self.env.filters["anchor"] = anchor
        self.env.filters["day"] = day
        self.env.filters["listed"] = listed
        self.env.globals.update(site=site, link=self.link, register=self.register, entries=self.entries)

    def draw(self, template: str, **values: Any) -> str:
        """One template, drawn; lines that are blank but for spaces are made empty, so that Markdown reads them so."""
        return re.sub(r"(?m)^[ \t]+$", "", self.env.get_template(template).render(**values)).strip() + "\n"

    def link(self, identifier: str) -> records.Link:
        """An outside link by its id."""
        return self.site.registers["links"].by_id[identifier]

    def register(self, name: str) -> Iterable[Any]:
        """The records of a register."""
        return self.site.registers[name]

    def entries(self, register: str, edition: str) -> Iterable[Any]:
        """The records of a register that an edition prints, with what it prints."""
        return items.entries(self.site, register, edition)

    # --- an edition's page -------------------------------------------------------------------------------------------

    def status(self, edition: str, topic: str) -> Status:
        """What the page of a topic says of itself."""
        page = self.site.pages[edition, topic]
        before, after = self.site.before(edition), self.site.after(edition)
        pair = (before, edition) if before else (edition, after) if after else None
        found = items.changes(self.site, *pair, topic) if pair else ()
        source = self.site.registers["sources"].by_id[page.meta.source]
        here = f"arrangements/{edition}/{topic}/"
        goal = f"arrangements/{self.site.current}/{topic}/" if (self.site.current, topic) in self.site.pages else f"arrangements/{self.site.current}/"
        return Status(
            self.site.edition(edition),
            edition == self.site.current,
            page.meta.section,
            source,
            self.link(source.link) if source.link else None,
            self.days.get(page.path),
            page.meta.confirmed,
            self.site.edition(before) if before else None,
            self.site.edition(after) if after else None,
            MappingProxyType(items.counts(found)),
            relative(here, comparison_address(*pair, topic)) if pair else "",
            relative(here, goal),
            self.site.edition(self.site.current).name,
        )

    def _provisions(self, edition: str) -> Mapping[str, Provision]:
        return self._by_edition[edition]

    @cached_property
    def _by_edition(self) -> Mapping[str, Mapping[str, Provision]]:
        return {edition: {each.id: each for page in self.site.topics(edition) for each in page.provisions} for edition in self.site.order}

    @cached_property
    def _marks(self) -> Mapping[tuple[str, str], tuple[Change, str, str]]:
        """Each changed item of each edition: its change, with the two editions compared. The edition before wins."""
        marks: dict[tuple[str, str], tuple[Change, str, str]] = {}
        for old, new in zip(self.site.order, self.site.order[1:], strict=False):
            for change in items.changes(self.site, old, new):
                if change.kind != compare.SAME:
                    for item in change.new:
                        marks[new, item.id] = (change, old, new)
                    for item in change.old:
                        marks.setdefault((old, item.id), (change, old, new))
        return marks

    def mark(self, edition: str, identifier: str, here: Address) -> Mapping[str, Any] | None:
        """What changed in an item since the edition before (in the oldest: by the next), and where it is compared."""
        found = self._marks.get((edition, identifier))
        if not found:
            return None
        change, old, new = found
        topic = (change.new or change.old)[0].part
        return {
            "kinds": change.kinds,
            "later": edition == old,
            "other": self.site.edition(new if edition == old else old),
            "address": relative(here, comparison_address(old, new, topic)) + "#" + anchor(change.id),
        }

    def edition_page(self, edition: str, topic: str) -> str:
        """A page of an edition, with marks, permalinks and citations drawn in, as Markdown."""
        page = self.site.pages[edition, topic]
        here = f"arrangements/{edition}/{topic}/"
        by_line = {each.line: each for each in page.provisions}
        raised = int(self._title_is_printed(page))
        lines: list[str] = []
        provision: Provision | None = None
        for number, line in enumerate(page.body.split("\n"), page.first_line):
            provision = by_line.get(number, provision)
            if provision and provision.kind == "item" and provision.line == number:
                while lines and not lines[-1].strip() and _follows_item(lines):
                    lines.pop()
            if provision is None or not ID_LINE.match(line):
                lines.append(line)
                continue
            tools = self.draw(
                "provision.html",
                provision=provision,
                citation=items.citation(self.site, edition, provision),
                home=self.home,
                here=here,
                mark=self.mark(edition, provision.id, here),
            )
            lines[-1] += " " + " ".join(tools.split())
            if provision.kind == "heading":
                lines[-1] = lines[-1][raised:]
                label = provision.text.replace('"', "”")
                lines[-1] += f' {{: #{provision.id} data-toc-label="{label}" }}'
            else:
                lines.append(line)
            provision = None
        return "\n".join(lines)

    @staticmethod
    def _title_is_printed(page: Page) -> bool:
        """Whether a page's first printed heading is its title: then it is the page's heading, and those below rise with it."""
        first = page.provisions[0]
        return first.kind == "heading" and first.text.casefold() == page.meta.title.casefold()

    def references(self, path: str, markdown: str) -> str:
        """The addresses of the links that a page makes by reference, as Markdown link definitions to be added to it.

        Arguments: the page's ``path`` below ``docs/``; its ``markdown``. A reference names a record of ``links.yaml``, or
        ``current``, or ``current/<topic>`` with or without ``#<id>``: a page of the current edition, whichever it is.
        """
        links = self.site.registers["links"].by_id
        lines = []
        for name in dict.fromkeys(REFERENCE.findall(markdown)):
            if name in links:
                lines.append(f"[{name}]: {links[name].url}")
            elif CURRENT.fullmatch(name):
                topic, hash_mark, identifier = name.removeprefix("current").removeprefix("/").partition("#")
                goal = f"arrangements/{self.site.current}/{topic or 'index'}.md"
                lines.append(f"[{name}]: {posixpath.relpath(goal, posixpath.dirname(path))}{hash_mark}{identifier}")
        return "\n\n" + "\n".join(lines) + "\n"

    # --- block macros ------------------------------------------------------------------------------------------------

    def agency_list(self, edition: str, topic: str) -> str:
        """An edition's list of relevant agencies, under the headings of the list."""
        here = f"arrangements/{edition}/{topic}/"
        groups: dict[str, list[Any]] = {}
        for record, printed in self.entries("agencies", edition):
            groups.setdefault(printed.group, []).append((record, printed, self.mark(edition, f"agencies/{record.id}", here)))
        return self.draw(
            "agency_list.html",
            groups=groups,
            edition=edition,
            level=self._level(edition, topic, "agency_list") + 1,
            edit=self._edit("data/agencies.yaml"),
        )

    def representation(self, edition: str, topic: str) -> str:
        """An edition's table of how relevant agencies are represented."""
        here = f"arrangements/{edition}/{topic}/"
        rows = [
            (record, printed, self.mark(edition, f"representation/{record.id}", here)) for record, printed in self.entries("representation", edition)
        ]
        return self.draw("representation.html", rows=rows, edit=self._edit("data/representation.yaml"))

    def strategic_partnerships(self, edition: str, topic: str) -> str:
        """An edition's strategic partnership bodies, under the labels of its diagram where it has one."""
        here = f"arrangements/{edition}/{topic}/"
        found = [
            (record, printed, self.mark(edition, f"partnerships/{record.id}", here))
            for record, printed in self.entries("partnerships", edition)
            if not printed.elsewhere
        ]
        groups: dict[str, list[Any]] = {}
        for each in found:
            groups.setdefault(each[1].group or "", []).append(each)
        return self.draw(
            "strategic_partnerships.html",
            groups=groups,
            level=self._level(edition, topic, "strategic_partnerships") + 1,
            edit=self._edit("data/partnerships.yaml"),
        )

    def dispute_stages(self, edition: str, topic: str) -> str:
        """The stages of the partnership-level dispute resolution at a glance, each with who decides."""
        stages = [(record, printed) for record, printed in self.entries("escalation", edition) if record.route == "partnership"]
        return self.draw("dispute_stages.html", stages=stages, edit=self._edit("data/escalation.yaml"))

    def agencies_by_sector(self) -> str:
        """Every agency by sector: where each is named, how it is printed, and what is known since."""
        reports = dict.fromkeys(report for record in self.register("agencies") for report in record.reports)
        sectors = [(sector, [agency for agency in self.register("agencies") if agency.sector == sector.id]) for sector in self.register("sectors")]
        return self.draw(
            "agencies_by_sector.html",
            sectors=[(sector, found) for sector, found in sectors if found],
            editions=self.site.editions.editions,
            reports=[self.site.registers["sources"].by_id[r] for r in reports],
            latest=self._latest_name,
            edit=self._edit("data/agencies.yaml"),
        )

    def _latest_name(self, agency: records.Agency) -> str:
        printed = [agency.editions[e] for e in self.site.order if e in agency.editions] or list(agency.reports.values())
        return printed[-1].name + (f" ({printed[-1].short})" if printed[-1].short else "")

    def source_list(self) -> str:
        """The documents that this site restates."""
        return self.draw("source_list.html", sources=self.register("sources"))

    def topic_list(self, edition: str) -> str:
        """An edition's pages in the order of the document."""
        return self.draw("topic_list.html", edition=self.site.edition(edition), pages=self.site.topics(edition), topic_of=topic_of)

    def comparison_list(self) -> str:
        """Every pair of neighbouring editions, the newest first."""
        pairs = list(zip(self.site.order, self.site.order[1:], strict=False))
        return self.draw("comparison_list.html", pairs=[(self.site.edition(a), self.site.edition(b)) for a, b in reversed(pairs)])

    def _pair(self, old: str, new: str, **values: Any) -> dict[str, Any]:
        """What every page about two editions needs, and more."""
        return {"old": self.site.edition(old), "new": self.site.edition(new), "kinds": compare.KINDS, **values}

    def comparison_index(self, old: str, new: str) -> str:
        """Two editions at a glance: counts, the section map, the lists, and the ways into the rest."""
        found = items.changes(self.site, old, new)
        registers = [part for part in items.parts(self.site, old, new) if (old, part) not in self.site.pages and (new, part) not in self.site.pages]
        lists = [(part, items.part_title(self.site, old, new, part), items.counts(items.changes(self.site, old, new, part))) for part in registers]
        homes = [(part, items.part_title(self.site, old, new, part)) for part in items.homes(self.site).values() if part not in registers]
        titles = {part: items.part_title(self.site, old, new, part) for part in items.parts(self.site, old, new)}
        return self.draw(
            "comparison_index.html",
            **self._pair(
                old,
                new,
                rows=digest.section_map(self.site, old, new),
                titles=titles,
                lists=lists,
                homes=homes,
                counts=items.counts(found),
                total=len(found),
                sectors=self._sector_pages(old, new),
                told=digest.told(self.site, old, new),
            ),
        )

    def _sector_pages(self, old: str, new: str) -> list[records.Sector]:
        """The sectors that have a page of their own in a comparison."""
        paths = {page.path for page in self.site.others}
        return [sector for sector in self.register("sectors") if f"docs/compare/{old}-{new}/for/{sector.id}.md" in paths]

    def change_table(self, old: str, new: str) -> str:
        """Every change note by topic: what, why, for whom, and whether somebody must act."""
        found = digest.told(self.site, old, new)
        parts = [
            (part, items.part_title(self.site, old, new, part), [each for each in found if each.part == part])
            for part in items.parts(self.site, old, new)
        ]
        return self.draw("change_table.html", **self._pair(old, new, parts=[each for each in parts if each[2]], total=len(found)))

    def changes_for(self, old: str, new: str, sector: str) -> str:
        """What changed for one sector, on one printed page."""
        own, everybody = digest.for_sector(digest.told(self.site, old, new), sector)
        titles = {part: items.part_title(self.site, old, new, part) for part in items.parts(self.site, old, new)}
        by_topic = [(part, title, found) for part, title in titles.items() if (found := [each for each in everybody if each.part == part])]
        return self.draw(
            "changes_for.html",
            **self._pair(old, new, sector=self.site.registers["sectors"].by_id[sector], own=own, everybody=everybody, by_topic=by_topic),
        )

    def promises(self, old: str, new: str) -> str:
        """Promises dropped or weakened in one list, and every change of force in another."""
        here = f"compare/{old}-{new}/promises/"
        weaker, stronger, neither = digest.shifted(self.site, old, new)
        lists = {"dropped": digest.dropped(self.site, old, new), "weaker": weaker, "stronger": stronger, "neither": neither}
        return self.draw("promises.html", **self._pair(old, new, lists={name: self._rows(found, old, new, here) for name, found in lists.items()}))

    def changed_terms(self, old: str, new: str) -> str:
        """Terms that the two editions print or explain differently, each with where it is used."""
        return self.draw(
            "changed_terms.html",
            **self._pair(
                old,
                new,
                terms=digest.changed_terms(self.site, old, new),
                topic_of=topic_of,
                only={e: self._only_in(e, new if e == old else old) for e in (old, new)},
            ),
        )

    def _only_in(self, edition: str, other: str) -> list[records.Term]:
        return [term for term in self.register("terms") if term.kind == "term" and edition in term.editions and other not in term.editions]

    def untold(self, old: str, new: str) -> str:
        """What the editions do not tell: reasons, and every ambiguity, slip and silence that the editor noted."""
        found = digest.told(self.site, old, new)
        return self.draw(
            "untold.html",
            **self._pair(
                old,
                new,
                told=found,
                silent=[each for each in found if records.is_silence(each.note.why)],
                topic_of=topic_of,
                questions={e: digest.open_questions(self.site, e) for e in (new, old)},
            ),
        )

    def pack(self, old: str, new: str) -> str:
        """The board pack: cover, summary, table, redline, open questions and a place to sign."""
        here = f"compare/{old}-{new}/pack/"
        found = digest.told(self.site, old, new)
        changes = items.changes(self.site, old, new)
        weaker, stronger, _ = digest.shifted(self.site, old, new)
        parts = [
            (
                part,
                items.part_title(self.site, old, new, part),
                [each for each in found if each.part == part],
                [row for row in self._rows(items.changes(self.site, old, new, part), old, new, here) if row.change.kind != compare.SAME],
            )
            for part in items.parts(self.site, old, new)
        ]
        return self.draw(
            "pack.html",
            **self._pair(
                old,
                new,
                parts=[each for each in parts if each[2] or each[3]],
                counts=items.counts(changes),
                total=len(changes),
                told=found,
                dropped=digest.dropped(self.site, old, new),
                weaker=weaker,
                stronger=stronger,
                topic_of=topic_of,
                sources=self.site.registers["sources"].by_id,
                questions=digest.open_questions(self.site, new),
            ),
        )

    def comparison(self, old: str, new: str, topic: str) -> str:
        """One topic of two editions, change by change: redline and side by side, counts, legend, jumps and notes."""
        found = items.changes(self.site, old, new, topic)
        here = comparison_address(old, new, topic)
        rows = self._rows(found, old, new, here)
        pages = {edition: self.site.pages.get((edition, topic)) for edition in (old, new)}
        first = next((row.anchor for row in rows if row.change.kind != compare.SAME), "")
        return self.draw(
            "comparison.html",
            **self._pair(
                old,
                new,
                blocks=self._blocks(rows),
                counts=items.counts(found),
                total=len(found),
                first=first,
                pages=pages,
                at={e: relative(here, f"arrangements/{e}/{topic}/") for e in (old, new)},
            ),
        )

    def _rows(self, found: Iterable[Change], old: str, new: str, here: Address) -> list[Row]:
        """Changes with their places, their notes (each in full where it comes first) and their neighbours."""
        found = tuple(found)
        by_id = digest.named(self.site, old, new)
        quiet = self._quiet(old, new)
        changed = [anchor(change.id) for change in found if change.kind != compare.SAME]
        first_at: dict[str, str] = {}
        rows = []
        for change in found:
            own = anchor(change.id)
            mine = [note for note in digest.notes_of(self.site, old, new, change, by_id) if change.kind != compare.SAME or note.id in quiet]
            fresh = tuple(note for note in mine if note.id not in first_at)
            seen = tuple((note, first_at[note.id]) for note in mine if note.id in first_at)
            first_at.update({note.id: own for note in fresh})
            at = changed.index(own) if own in changed else -1
            rows.append(
                Row(
                    change,
                    own,
                    self._places(change.old, old, here),
                    self._places(change.new, new, here),
                    fresh,
                    seen,
                    changed[at - 1] if at > 0 else "",
                    changed[at + 1] if -1 < at < len(changed) - 1 else "",
                )
            )
        return rows

    def _quiet(self, old: str, new: str) -> frozenset[str]:
        """Notes that speak only of what has the same meaning: they are shown there, and nowhere else."""
        return frozenset(each.note.id for each in digest.told(self.site, old, new) if each.change.kind == compare.SAME)

    def _places(self, found: tuple[Item, ...], edition: str, here: Address) -> tuple[tuple[Item, str, Address], ...]:
        places = []
        for item in found:
            provision = self._provisions(edition).get(item.id)
            elsewhere = self._elsewhere(item.id, edition)
            topic = elsewhere or item.part
            page = self.site.pages.get((edition, topic))
            if provision:
                name = items.citation(self.site, edition, provision)
            else:
                name = self.site.edition(edition).title + (f", {items.section_name(page.meta.section)}" if page else "")
            address = relative(here, f"arrangements/{edition}/{topic}/") + ("" if elsewhere else f"#{anchor(item.id)}") if page else ""
            places.append((item, name, address))
        return tuple(places)

    def _elsewhere(self, identifier: str, edition: str) -> str | None:
        """The topic that names a record of an edition, where the list that prints its register does not."""
        register, slash, name = identifier.partition("/")
        return getattr(self.site.registers[register].by_id[name].editions[edition], "elsewhere", None) if slash else None

    def _blocks(self, rows: list[Row]) -> list[Block]:
        blocks: list[tuple[Row | None, list[Row]]] = [(None, [])]
        for row in rows:
            if row.change.form == "heading":
                blocks.append((row, []))
            else:
                blocks[-1][1].append(row)
        return [Block(row.change if row else None, self._heading_level(row), row, tuple(_runs(below))) for row, below in blocks if row or below]

    def _heading_level(self, row: Row | None) -> int:
        if row is None:
            return 2
        identifier = row.change.id
        return max(each[identifier].level for each in self._by_edition.values() if identifier in each)

    def _level(self, edition: str, topic: str, macro: str) -> int:
        """The level of the heading under which a page calls a macro."""
        page: Page = self.site.pages[edition, topic]
        call = next(part for part in page.parts if not isinstance(part, Provision) and part.name == macro)
        above = self._provisions(edition).get(call.heading)
        return (above.level if above else 1) - self._title_is_printed(page)

    def _edit(self, path: str) -> Address:
        return f"{self.edit}{path}" if self.edit else ""


def _follows_item(lines: list[str]) -> bool:
    """Whether the last line that is not blank is the id of a list item: a list without blank lines gives ``<li id>``."""
    last = next((line for line in reversed(lines) if line.strip()), "")
    return bool(ID_LINE.match(last)) and last.startswith("    ")


def _folded(row: Row) -> bool:
    return row.change.kind == compare.SAME and not row.notes


def _runs(rows: list[Row]) -> Iterable[tuple[bool, tuple[Row, ...]]]:
    """Rows in runs: changed ones, and those of the same meaning, which are folded."""
    run: list[Row] = []
    for row in rows:
        if run and _folded(row) != _folded(run[0]):
            yield _folded(run[0]), tuple(run)
            run = []
        run.append(row)
    if run:
        yield _folded(run[0]), tuple(run)


def comparison_address(old: str, new: str, topic: str) -> Address:
    """Where two editions' texts of a topic are compared, from the site's root."""
    return f"compare/{old}-{new}/{topic}/"


def relative(here: Address, there: Address) -> Address:
    """An address of this site as a link from another, both from the site's root and ending in a slash."""
    return posixpath.relpath(there, here) + "/"


def day(value: date | str) -> str:
    """A date as people write it, 22 November 2026 or November 2026; words that are not a date stay as they are."""
    if isinstance(value, str):
        found = re.fullmatch(r"(\d{4})-(\d\d)(?:-(\d\d))?", value)
        if not found:
            return value
        day_of_month = f"{int(found[3])} " if found[3] else ""
        return f"{day_of_month}{date(int(found[1]), int(found[2]), 1):%B %Y}"
    return f"{value.day} {value:%B %Y}"


def listed(values: Iterable[str]) -> str:
    """Several words as a sentence lists them: a, b and c."""
    *most, last = list(values) or [""]
    return f"{', '.join(most)} and {last}" if most else last


def edition_of(path: str) -> tuple[str, str] | None:
    """The edition and topic of a page's path below ``docs/``, or None for another page."""
    found = re.fullmatch(rf"{ARRANGEMENTS.removeprefix('docs/')}/([^/]+)/([^/]+)\.md", path)
    return (found[1], found[2]) if found and found[2] != "index" else None
