"""A page of an edition: its status, its marks of change, its permalinks and citations, and its short forms explained."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from markupsafe import escape

from macros import records
from macros.compare import comparison, engine, findings
from macros.compare.comparison import Comparison
from macros.compare.engine import Change
from macros.pages import addresses, promised
from macros.pages import comparison as compared_page
from macros.pages.addresses import Address, Here
from macros.pages.draw import Draw
from macros.read import amendments
from macros.read.provisions import ID_LINE, MACRO, Page, Provision
from macros.read.site import Edition, Site, kept


@dataclass(frozen=True)
class Status:
    """What a page of an edition says of itself, for the theme's templates.

    Args:
        edition: the edition.
        section: the printed section.
        source: the document that it restates.
        link: where the document is, if an address is known.
        changed: the day of the last commit, or None.
        before: the edition before, or None.
        after: the edition after, where there is none before; a draft is none.
        changes: how many changes there are between the two.
        comparison: the address of that comparison.
        current_page: the same topic in the current edition.
        current_name: the current edition's name.
        promised: how many of its provisions promise something that is held against a report.
        promises: the address of the page of promises.
    """

    edition: Edition
    section: str
    source: records.Source
    link: records.Link | None
    changed: date | None
    before: Edition | None
    after: Edition | None
    changes: int
    comparison: Address
    current_page: Address
    current_name: str
    promised: int
    promises: Address


def status(site: Site, here: Here, changed: date | None) -> Status:
    """What the page of a topic says of itself.

    Args:
        site: the site.
        here: the page.
        changed: the day of its last commit, or None.
    """
    edition, topic = site.editions[here.edition], here.topic
    page = site.pages[edition.id, topic]
    compared = comparison.before(edition) or comparison.after(edition)
    source = site.register("sources").by_id[page.meta.source]
    now = site.now
    return Status(
        edition,
        page.meta.section,
        source,
        site.register("links").by_id[source.link] if source.link else None,
        changed,
        site.neighbour(edition.id, -1),
        later if (later := site.neighbour(edition.id, 1)) and not later.draft else None,
        sum(findings.counts(compared.of(topic)).values()) if compared else 0,
        here.to(addresses.of_comparison(compared, topic)) if compared else "",
        here.to(addresses.of_topic(now, topic) if now.page(topic) else addresses.of_edition(now)),
        now.name,
        sum(1 for each in page.provisions if promised.marks(edition, each.id)),
        here.to("reports/promised/"),
    )


@dataclass(frozen=True)
class Mark:
    """What changed in an item since the edition before (in the oldest: by the next), and where it is compared."""

    change: Change
    comparison: Comparison
    later: bool
    other: Edition
    address: Address

    @property
    def kinds(self) -> tuple[str, ...]:
        """What kinds of change it is."""
        return self.change.kinds


@kept
def _marked(site: Site) -> Mapping[tuple[str, str], tuple[Change, Comparison]]:
    """Each changed item of each edition: its change, in the comparison with the edition before or else with the next that is no draft."""
    marks: dict[tuple[str, str], tuple[Change, Comparison]] = {}
    for each in comparison.neighbours(site):
        for change in each.changes:
            if change.kind != engine.SAME:
                marks |= {(each.new.id, item.id): (change, each) for item in change.new}
                for item in change.old if not each.new.draft else ():
                    marks.setdefault((each.old.id, item.id), (change, each))
    return marks


def mark(edition: Edition, identifier: str, here: Here) -> Mark | None:
    """The mark of an item that changed; None for one that did not.

    Args:
        edition: the edition that prints it.
        identifier: its id, or register/id.
        here: the page that shows the mark.
    """
    found = _marked(edition.site).get((edition.id, identifier))
    if not found:
        return None
    change, compared = found
    later = edition is compared.old
    part = (change.new or change.old)[0].part
    address = here.to(addresses.of_comparison(compared, part, change.id))
    return Mark(change, compared, later, compared.new if later else compared.old, address)


def body(draw: Draw, here: Here) -> str:
    """The Markdown of a page of an edition: its own text, with marks for all that is drawn into it.

    Args:
        draw: the templates.
        here: the page.
    """
    return _Body(draw, here).markdown()


class _Body:
    def __init__(self, draw: Draw, here: Here) -> None:
        self.draw, self.here = draw, here
        self.edition = draw.site.editions[here.edition]
        self.page = draw.site.pages[here.edition, here.topic]
        self.raised = int(title_is_printed(self.page))
        self.words = dict(_short_forms(draw.site)[here.edition])
        self.opened: dict[str, Callable[..., str]] = {}
        """What draws a change in its place, by the comparison that found it."""

    def markdown(self) -> str:
        from macros.pages import lists

        by_line = {each.line: each for each in self.page.provisions}
        lines: list[str] = []
        provision: Provision | None = None
        for number, line in enumerate(self.page.body.split("\n"), self.page.first_line):
            provision = by_line.get(number, provision)
            if provision and provision.kind == "item" and provision.line == number:
                while lines and not lines[-1].strip() and _follows_item(lines):
                    lines.pop()
            call = MACRO.match(line.rstrip())
            if call:
                lines.append(lists.ON_EDITIONS[call["name"]](self.draw, self.here))
            elif provision is None or not ID_LINE.match(line):
                lines.append(line)
            else:
                self._finish(lines, provision, line)
                provision = None
        return "\n".join(lines)

    def _finish(self, lines: list[str], provision: Provision, id_line: str) -> None:
        """Ends a provision whose text stands in the last line: short forms, tools, id, and its change, to be opened in place."""
        amended = amendments.of_provision(self.edition, provision.id)
        if provision.kind == "heading":
            self._finish_heading(lines, provision)
            if amended:
                lines += ["", self.draw.page("amended_here.html", self.here, found=amended)]
            return
        lines[-1] = self._explained(lines[-1]) + " " + self.draw.inline("provision.html", self.here, **self._tools(provision))
        if amended:
            lines[-1] += " " + self.draw.inline("amended_here.html", self.here, found=amended)
        if told := promised.marks(self.edition, provision.id):
            lines[-1] += " " + self.draw.inline("promised_here.html", self.here, told=told)
        changed = self._changed(provision)
        if changed and provision.kind == "item":
            lines[-1] += " " + self.draw.placed_inline(changed)
        lines.append(id_line)
        if changed and provision.kind != "item":
            lines += ["", self.draw.placed(changed)]

    def _finish_heading(self, lines: list[str], provision: Provision) -> None:
        if self.raised and provision is self.page.provisions[0]:
            lines[-1] += " " + self.draw.inline("heading_suffix.html", self.here, suffix=name_of(self.edition))
        label = self.draw.stash.piece(str(escape(provision.text)))
        lines[-1] = f'{lines[-1][self.raised :]} {{: #{provision.id} data-toc-label="{label}" }}'
        lines += ["", self.draw.page("heading_tools.html", self.here, **self._tools(provision))]
        if changed := self._changed(provision):
            lines.append(self.draw.placed(changed))

    def _tools(self, provision: Provision) -> dict[str, Any]:
        return {"provision": provision, "citation": self.edition.citation(provision.id), "home": self.draw.home}

    def _changed(self, provision: Provision) -> str:
        """What opens below a provision that changed; nothing for one that did not, or only through the words that introduce it."""
        marked = mark(self.edition, provision.id, self.here)
        if not marked or marked.change.by_lead_in:
            return ""
        each = marked.comparison
        if each.name not in self.opened:
            told = {"bodies": partial(compared_page.bodies, each), "reported": partial(findings.reported, each)}
            self.opened[each.name] = self.draw.macro("_changed_here.html", "changed_here", self.here, old=each.old, new=each.new, **told)
        return self.opened[each.name](compared_page.row(marked.change, each, self.here), marked, provision)

    def _explained(self, line: str) -> str:
        """A line with the first use on its page of each short form explained in place."""
        if not any(short in line for short in self.words):
            return line
        pieces = re.split(r"(\]\([^)]*\)|\]\[[^\]]*\]|\ue000\d+\ue001)", line)
        for short in sorted((short for short in self.words if short in line), key=len, reverse=True):
            used = re.compile(rf"(?<![\w-])({re.escape(short)})(?=s?(?![\w-]))")
            uses = ((i, use) for i, piece in enumerate(pieces) if i % 2 == 0 and (use := used.search(piece)))
            at, found = next(uses, (0, None))
            if found is None:
                continue
            meaning = self.words.pop(short)
            if f"({short}" not in line and meaning not in line:
                drawn = self.draw.inline("abbreviation.html", self.here, short=short, words=meaning)
                pieces[at : at + 1] = [pieces[at][: found.start()], drawn, pieces[at][found.end() :]]
        return "".join(pieces)


@kept
def _short_forms(site: Site) -> Mapping[str, Mapping[str, str]]:
    """The short forms that each edition prints, and what they stand for."""
    words: dict[str, dict[str, str]] = {edition: {} for edition in site.order}
    for term in site.register("terms"):
        for edition, entry in term.editions.items():
            if entry.short and " " not in entry.short and not records.is_silence(entry.name):
                words[edition][entry.short] = entry.name
    return words


def name_of(edition: Edition) -> str:
    """An edition's name as titles carry it: a superseded one says so, and a draft's name does already."""
    return edition.name + (", superseded" if edition.superseded else "")


def title_is_printed(page: Page) -> bool:
    """Whether a page's first printed heading is its title: then it is the page's heading, and those below rise with it."""
    first = page.provisions[0]
    return first.kind == "heading" and first.text.casefold() == page.meta.title.casefold()


def level_of(edition: Edition, topic: str, macro: str) -> int:
    """The level of the heading under which a page calls a block macro.

    Args:
        edition: the edition.
        topic: the page's topic.
        macro: the block macro's name.
    """
    page = edition.page(topic)
    assert page
    call: Any = next(part for part in page.parts if not isinstance(part, Provision) and part.name == macro)
    above = edition.by_id.get(call.heading)
    return (above.level if above else 1) - title_is_printed(page)


def _follows_item(lines: list[str]) -> bool:
    """Whether the last line that is not blank is the id of a list item: a list without blank lines gives ``<li id>``."""
    last = next((line for line in reversed(lines) if line.strip()), "")
    return bool(ID_LINE.match(last)) and last.startswith("    ")
