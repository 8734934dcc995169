"""Rules on pages: their heads, their block macros, and what stands in those outside the editions."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from macros import blocks
from macros.check import files
from macros.check.editions import by_reference
from macros.check.judge import judged
from macros.check.references import renamed
from macros.check.telling import entries_of, is_read, is_whole, one_of, problem
from macros.compare import items
from macros.problems import Problem
from macros.read import provisions, yamltext
from macros.read.provisions import Call, Page
from macros.read.site import ARRANGEMENTS, Site, kept
from macros.records.editions import PageHead

PRINTS: Mapping[str, str] = {**items.PRINTS, "dispute_stages": "escalation"}
"""The block macros of editions' pages, with the register of which they print the entries."""


@dataclass(frozen=True)
class Called:
    """A call of a block macro: its name, its arguments, the page's path and the line; the edition, of an edition's page."""

    name: str
    arguments: tuple[str, ...]
    path: str
    line: int
    edition: str = ""


@kept
def calls(site: Site) -> tuple[Called, ...]:
    """Every call of a block macro that stands alone on its line."""
    found = []
    for (edition, topic), page in site.pages.items():
        if edition in site.order and topic in site.editions[edition].topics:
            found += [Called(each.name, each.arguments, page.path, each.line, edition) for each in page.parts if isinstance(each, Call)]
    for page in site.others:
        for line, number in provisions.calls(page.body, page.first_line):
            if call := provisions.MACRO.match(line.rstrip()):
                found.append(Called(call["name"], tuple(re.findall(r'"([^"]*)"', call["arguments"])), page.path, number))
    return tuple(found)


def heads_are_known(site: Site) -> Iterator[Problem]:
    """The head of a page outside the editions has a title and a description, and nothing that changes how the site works."""
    for page in site.others:
        value = page.head.value if isinstance(page.head.value, dict) else {}
        for key in (key for key in value if key not in PageHead.model_fields):
            mend = f"Use {one_of(PageHead.model_fields)}, or delete the line."
            yield problem(page.head, (key,), f"the head of this page has “{key}”, which is not known here.", mend)
        known = replace(page.head, value={key: each for key, each in value.items() if key in PageHead.model_fields})
        for each in yamltext.shaped(known, PageHead)[1]:
            yield replace(each, what=each.what.replace("the file", "the head of this page", 1))


def pages_run_only_our_macros(site: Site) -> Iterator[Problem]:
    """A page holds no instruction to the site but calls of our block macros, each alone on its line."""
    mend = "Delete them. A page may only call a block macro, alone on its line, with texts in double quotation marks."
    of_editions = {page.path for page in site.pages.values()}
    for page in (*site.others, *site.pages.values()):
        for line, number in provisions.calls(page.text, 1):
            in_head = number < page.first_line
            if in_head or not (page.path in of_editions or provisions.MACRO.match(line.rstrip())):
                yield Problem(page.path, number, "there are curly brackets here that are instructions to the site, not text.", mend)
    bare = re.compile(rf"\W*({'|'.join(blocks.BLOCKS)}) *\([^()]*\)\W*")
    for page in (*site.others, *site.pages.values()):
        for number, line in enumerate(page.body.split("\n"), page.first_line):
            if (found := bare.fullmatch(line)) and "{{" not in line and "}}" not in line:
                what = f"“{found[1]}” stands here without its curly brackets, and would be shown as text."
                mend = f"Write {{{{ {found[1]}() }}}}, alone on its line, with its text in the brackets if it takes one."
                yield Problem(page.path, number, what, mend)


def calls_stand_where_they_may(site: Site) -> Iterator[Problem]:
    """A block macro stands on a page of its kind, and is given what it takes."""
    for call in calls(site):
        kind = "edition" if call.edition else "site"
        block = blocks.BLOCKS.get(call.name)
        if block is None or block.on != kind:
            allowed = sorted(name for name, each in blocks.BLOCKS.items() if each.on == kind)
            yield Problem(call.path, call.line, f"“{call.name}” is not a block macro for this page.", f"Use {one_of(allowed)}.")
        elif len(call.arguments) != len(block.takes):
            what = f"“{call.name}” takes {_texts(len(block.takes))} here, and is given {_texts(len(call.arguments))}."
            mend = "the page knows its edition" if call.edition else "compare it with another page that calls it"
            given = ", ".join('"…"' for _ in block.takes)
            yield Problem(call.path, call.line, what, f"Write {{{{ {call.name}({given}) }}}}: {mend}.")
        else:
            yield from _arguments(site, call, block)


def _arguments(site: Site, call: Called, block: blocks.Block) -> Iterator[Problem]:
    for register, name in zip(block.takes, call.arguments, strict=True):
        known = sorted(site.register(register).ids)
        if (register, name) in renamed(site):
            continue
        if is_read(site, register) and name not in known:
            yield Problem(call.path, call.line, f"“{call.name}” names {name}, which does not exist.", f"Use {one_of(known)}.")
        elif name != _stem(call.path):
            what = f"“{call.name}” names {name} on a page that has another name."
            yield Problem(call.path, call.line, what, f"Name the page {name}.md, for that is where links lead, or name what the page is about.")


def _stem(path: str) -> str:
    return posixpath.basename(path).removesuffix(".md")


def _texts(count: int) -> str:
    return "no text" if count == 0 else "1 text" if count == 1 else f"{count} texts"


def calls_stand_once(site: Site) -> Iterator[Problem]:
    """A block macro is called once on a page, and once in an edition."""
    first: dict[tuple[str, ...], Called] = {}
    for call in calls(site):
        key = (call.edition or call.path, call.name, *call.arguments)
        if key in first:
            what = f"“{call.name}” is called twice; it is first called in {first[key].path}, line {first[key].line}."
            yield Problem(call.path, call.line, what, "Keep one of the two.")
        first.setdefault(key, call)


def pages_call_what_they_are_for(site: Site) -> Iterator[Problem]:
    """A page that exists for a block macro is there and calls it, and so is the list of topics of an edition."""
    called = {(call.path, call.name) for call in calls(site)}
    others = {page.path: page for page in site.others}
    homes = [(f"docs/{block.home}", name) for name, block in blocks.BLOCKS.items() if block.home]
    homes += [(f"{ARRANGEMENTS}/{edition}/index.md", "topic_list") for edition in site.order if any(each == edition for each, _ in site.pages)]
    for path, name in homes:
        if path not in site.listing:
            if path not in files.misnamed(site).values():
                what = f"this page is missing, on which “{name}” stands."
                yield Problem(path, 1, what, f"Put it back, with the line {{{{ {name}() }}}}: undo the change that deleted it.")
        elif path in others and (path, name) not in called and name not in others[path].body:
            yield Problem(path, 1, f"this page does not call “{name}”, for which it is there.", f"Put back the line {{{{ {name}() }}}}.")


def editions_print_their_lists(site: Site) -> Iterator[Problem]:
    """An edition that has entries of a list that its pages print prints it."""
    called = {(call.edition, call.name): call for call in calls(site)}
    document = site.register("editions").document
    for i, entry in enumerate(entries_of(site)):
        edition = site.editions[entry.id]
        for name, register in PRINTS.items():
            if name in blocks.BLOCKS and is_whole(edition) and edition.entries(register) and (entry.id, name) not in called:
                page = _page_that_called(site, entry.id, name, called)
                what = f"edition {entry.id} has entries in {register}, but no page of it calls “{name}”."
                mend = f"Put the line {{{{ {name}() }}}} on the page where the document prints the list."
                yield Problem(page.path, page.first_line, what, mend) if page else problem(document, ("editions", i, "id"), what, mend)


def _page_that_called(site: Site, edition: str, name: str, called: Mapping[tuple[str, str], Called]) -> Page | None:
    """The page of an edition that should call a block macro: that of the topic that calls it in another edition, or none."""
    topics = [_stem(call.path) for (_, each), call in called.items() if each == name]
    return next((site.pages[edition, topic] for topic in topics if (edition, topic) in site.pages), None)


def records_have_their_page(site: Site) -> Iterator[Problem]:
    """Every record for which a block macro draws a page of its own has that page."""
    called = {(call.name, _stem(call.path)) for call in calls(site)}
    coming = {_stem(path) for path in files.misnamed(site).values()}
    for name, block in blocks.BLOCKS.items():
        for register in block.takes if block.on == "site" else ():
            file = site.register(register)
            for place, record in file.records:
                if (name, record.id) not in called and record.id not in coming and record.id not in renamed(site).values():
                    mend = f'Make a page {record.id}.md with the line {{{{ {name}("{record.id}") }}}}, beside its neighbours.'
                    yield problem(file.document, (*place, "id"), f"{record.id} has no page: “{name}” is called for it nowhere.", mend)


def pages_hold_no_html(site: Site) -> Iterator[Problem]:
    """A page outside the editions holds no HTML, no picture, no address of its own, and no attributes but ids and classes."""
    for page in site.others:
        found = judged(site, page.path)
        for _, line in found.html:
            yield Problem(page.path, line, "there is HTML here.", "Delete the tag and keep the words; for & write the sign itself.")
        for name, line in found.attributes:
            mend = "Delete it: only an id and classes may stand in {: #id .class }, and the columns of a table are not aligned."
            yield Problem(page.path, line, f"there is an attribute here that pages do not have: {name}.", mend)
        for _, line in found.pictures:
            yield Problem(page.path, line, "there is a picture here.", "Delete it; pages here hold words only.")
        for name, line in found.definitions:
            mend = "Delete it, put the address into data/links.yaml, and write [the words][its-id] where you link."
            yield Problem(page.path, line, f"this page defines the address “{name}” itself.", mend)
        for address, line in found.addresses:
            mend = "Put the address into data/links.yaml and write [the words][its-id] here."
            yield Problem(page.path, line, f"there is an address in the text: {address}.", mend)


def pages_have_an_outline(site: Site) -> Iterator[Problem]:
    """A page outside the editions has one title, headings that skip no level, and each id once."""
    drawn = {call.path for call in calls(site)}
    for page in site.others:
        found, above = judged(site, page.path), 0
        for level, line in found.headings:
            if level == 1 and above:
                yield Problem(page.path, line, "this page has a second title.", "Write a heading with ##: one # stands above the page's title alone.")
            elif level > above + 1 and above and page.path not in drawn:  # what a block macro draws has headings too
                yield Problem(page.path, line, "this heading skips a level.", "Below ## stands ###, and so on: write one # less.")
            above = level
        for name, line in found.twice:
            yield Problem(
                page.path, line, f"the id {name} stands twice on this page.", "Give one of the two another id: links lead to the first alone."
            )


def pages_link_to_what_is_there(site: Site) -> Iterator[Problem]:
    """A link on a page outside the editions leads to a page and a heading that exist, or to a record of the links."""
    known = frozenset(path for path in site.listing if path.endswith(".md")) | {f"docs/{path}" for path in blocks.made(site)}
    for page in site.others:
        found = judged(site, page.path)
        defined = {name for name, _ in found.definitions}
        for name, line in found.references:
            if name.lower() not in defined:
                yield from by_reference(site, page.path, line, name)
        for address, line in found.links:
            name, _, anchor = address.partition("#")
            path = posixpath.normpath(posixpath.join(posixpath.dirname(page.path), name)) if name else page.path
            if re.match(r"[a-z][a-z0-9+.-]*:|[\\/]{2}", address, re.I):
                mend = "Put the address into data/links.yaml and write [the words][its-id] here."
                yield Problem(page.path, line, "there is an outside address here.", mend)
            elif not address or (path not in known and not files.is_asked_for(site, path)):
                mend = "Write the way to a page’s file, such as guidance/index.md or ../index.md."
                yield Problem(page.path, line, f"this links to {name or 'nothing'}, which does not exist.", mend)
            elif anchor and (ids := _anchors(site, path)) is not None and anchor not in ids:
                mend = "Use the id of a heading or provision on that page."
                yield Problem(page.path, line, f"this links to #{anchor}, which {path} does not have.", mend)


def _anchors(site: Site, path: str) -> frozenset[str] | None:
    """The ids on a page; None where nobody can say: it is made, could not be read, or has block macros, which draw headings too."""
    found: Mapping[str, frozenset[str]] = _all_anchors(site)
    return found.get(path)


@kept
def _all_anchors(site: Site) -> Mapping[str, frozenset[str]]:
    drawn = {call.path for call in calls(site)}
    found = {page.path: judged(site, page.path).ids for page in site.others if page.path not in drawn}
    return found | {page.path: frozenset(each.id for each in page.provisions) for page in site.pages.values() if page.path not in site.unread}


RULES = (
    heads_are_known, pages_run_only_our_macros, calls_stand_where_they_may, calls_stand_once, pages_call_what_they_are_for,
    editions_print_their_lists, records_have_their_page, pages_hold_no_html, pages_have_an_outline, pages_link_to_what_is_there,
)  # fmt: skip
