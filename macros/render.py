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

from macros import compare, items, records
from macros.compare import Change
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


def anchor(identifier: str) -> str:
    """An item's id as an anchor in a page: records have a slash in theirs."""
    return identifier.replace("/", "-")


class Renderer:
    """Everything that pages ask for, from one loaded site.

    Arguments: the ``site``, without problems; ``templates``, the folder of the block macros' templates; ``days`` on which
    files last changed; ``edit``, the repository's address for editing a file (empty where none is set);
    ``home``, the site's own (empty where it has none yet); ``built``, the day for which the site is built, or None.
    """

    def __init__(
        self,
        site: Site,
        templates: str,
        days: Mapping[str, date] = MappingProxyType({}),
        edit: Address = "",
        home: Address = "",
        built: date | None = None,
    ) -> None:
        self.site, self.days, self.edit, self.home, self.built = site, days, edit, home, built
        self.env = jinja2.Environment(
            loader=jinja2.FileSystemLoader(templates),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self.env.tests["silence"] = records.is_silence
        self.env.filters["section_name"] = items.section_name
        self.env.filters["day"] = day
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

    def provisions(self, edition: str) -> Mapping[str, Provision]:
        """An edition's provisions by id."""
        return self.by_edition[edition]

    @cached_property
    def by_edition(self) -> Mapping[str, Mapping[str, Provision]]:
        """Every edition's provisions by id."""
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
        words = dict(self._words[edition])
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
            if provision.kind != "heading":
                lines[-1] = self._explained(lines[-1], words)
            tools = self.draw(
                "provision.html",
                provision=provision,
                citation=items.citation(self.site, edition, provision),
                home=self.home,
                here=here,
                mark=self.mark(edition, provision.id, here),
                suffix=self.edition_name(edition) if raised and provision is page.provisions[0] else "",
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

    def edition_name(self, edition: str) -> str:
        """An edition's name as titles carry it: a superseded one says so."""
        return self.site.edition(edition).name + ("" if edition == self.site.current else ", superseded")

    def keywords(self, edition: str, topic: str) -> tuple[str, ...]:
        """The words under which practitioners look for a topic: its page's own, and those of the terms that stand there."""
        own = self.site.pages[edition, topic].meta.keywords
        terms = [term for term in self.register("terms") if edition in term.editions and term.editions[edition].where == topic]
        return tuple(dict.fromkeys([*own, *(word for term in terms for word in term.also)]))

    def also(self, keywords: Iterable[str]) -> str:
        """The line that shows a page's keywords, so that nobody is misled by what search finds; empty without any."""
        return "\n\n" + self.draw("also.html", also=tuple(keywords)) if keywords else ""

    @cached_property
    def _words(self) -> Mapping[str, Mapping[str, str]]:
        """The short forms that each edition prints, and what they stand for."""
        words: dict[str, dict[str, str]] = {edition: {} for edition in self.site.order}
        for term in self.register("terms"):
            for edition, printed in term.editions.items():
                if printed.short and " " not in printed.short and not records.is_silence(printed.name):
                    words[edition][printed.short] = printed.name
        return words

    def _explained(self, line: str, words: dict[str, str]) -> str:
        """A line with the first use on its page of each short form explained in place; what is explained leaves ``words``."""
        pieces = re.split(r"(\]\([^)]*\)|\]\[[^\]]*\])", line)
        for short in sorted(words, key=len, reverse=True):
            used = re.compile(rf"(?<![\w-])({re.escape(short)})(?=s?(?![\w-]))")
            at = next((i for i, piece in enumerate(pieces) if i % 2 == 0 and used.search(piece) and "<abbr" not in piece), None)
            if at is None:
                continue
            meaning = words.pop(short)
            if f"({short}" not in line and meaning not in line:
                drawn = self.draw("abbreviation.html", short=short, words=meaning).strip()
                pieces[at] = used.sub(lambda _, drawn=drawn: drawn, pieces[at], count=1)
        return "".join(pieces)

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
            edit=self.edit_link("data/agencies.yaml"),
        )

    def representation(self, edition: str, topic: str) -> str:
        """An edition's table of how relevant agencies are represented."""
        here = f"arrangements/{edition}/{topic}/"
        rows = [
            (record, printed, self.mark(edition, f"representation/{record.id}", here)) for record, printed in self.entries("representation", edition)
        ]
        return self.draw("representation.html", rows=rows, edit=self.edit_link("data/representation.yaml"))

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
            edit=self.edit_link("data/partnerships.yaml"),
        )

    def dispute_stages(self, edition: str, topic: str) -> str:
        """The stages of the partnership-level dispute resolution at a glance, each with who decides."""
        stages = [(record, printed) for record, printed in self.entries("escalation", edition) if record.route == "partnership"]
        return self.draw("dispute_stages.html", stages=stages, edit=self.edit_link("data/escalation.yaml"))

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
            edit=self.edit_link("data/agencies.yaml"),
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

    def _level(self, edition: str, topic: str, macro: str) -> int:
        """The level of the heading under which a page calls a macro."""
        page: Page = self.site.pages[edition, topic]
        call = next(part for part in page.parts if not isinstance(part, Provision) and part.name == macro)
        above = self.provisions(edition).get(call.heading)
        return (above.level if above else 1) - self._title_is_printed(page)

    def edit_link(self, path: str) -> Address:
        """Where a file is edited; empty where no repository is set."""
        return f"{self.edit}{path}" if self.edit else ""


def _follows_item(lines: list[str]) -> bool:
    """Whether the last line that is not blank is the id of a list item: a list without blank lines gives ``<li id>``."""
    last = next((line for line in reversed(lines) if line.strip()), "")
    return bool(ID_LINE.match(last)) and last.startswith("    ")


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


def edition_of(path: str) -> tuple[str, str] | None:
    """The edition and topic of a page's path below ``docs/``, or None for another page."""
    found = re.fullmatch(rf"{ARRANGEMENTS.removeprefix('docs/')}/([^/]+)/([^/]+)\.md", path)
    return (found[1], found[2]) if found and found[2] != "index" else None
