"""The rules that data and pages must keep: each a small function, whose first line is the rule.

The list of functions at the end reads as the specification. All problems are found at once; none stops another rule.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from pydantic import BaseModel

from macros import compare, digest, items, provisions
from macros.load import ARRANGEMENTS, Register, Site, load
from macros.problems import Problem
from macros.records import Ref

EDITIONS = "data/editions.yaml"
PAGE_CALLS: Mapping[str, Mapping[str, int]] = MappingProxyType(
    {
        "editions": dict.fromkeys(("agency_list", "representation", "dispute_stages", "strategic_partnerships"), 0),
        "compare": {"comparison": 3, "changes_for": 3, "comparison_list": 0}
        | dict.fromkeys(("comparison_index", "change_table", "promises", "changed_terms", "untold", "pack"), 2),
        "site": dict.fromkeys(("agencies_by_sector", "source_list", "topic_list"), 0),
        "guidance": {"support_level": 1, "for_agency": 1}
        | dict.fromkeys(("support_levels", "escalation_routes", "people", "duty_calendar", "glossary"), 0)
        | dict.fromkeys(("not_covered", "currency", "gaps", "whats_new"), 0),
    }
)
"""The block macros that pages may call, with how many texts each takes.

Those of ``editions`` stand on an edition's pages, those of ``compare`` on pages of ``docs/compare/``, the others elsewhere.
"""
_HEAD = {"title", "description", "keywords", "hide", "search"}


def check(root: Path) -> tuple[Site, list[Problem]]:
    """Loads a project and applies every rule.

    Arguments: ``root``, the folder that holds ``data/`` and ``docs/``.
    Returns: the site and all problems, sorted; the site is fit for use only where there are none.
    """
    site, problems = load(root)
    if site.editions is not None:
        for rule in RULES:
            problems += rule(site)
        broken = {problem.path for problem in problems}
        if not site.unread and not _notes_files(site) & broken:
            problems += [problem for problem in changes_are_explained(site) if problem.path not in broken]
    return site, sorted(set(problems))


def current_edition_exists(site: Site) -> Iterator[Problem]:
    """The current edition is one of the editions, and no edition is entered twice."""
    if site.current not in site.order:
        yield Problem(
            EDITIONS,
            site.editions_document.line("current"),
            f"the current edition is {site.current}, which is not among the editions.",
            f"Use {_or(site.order)}.",
        )
    for i, name in enumerate(site.order):
        if name in site.order[:i]:
            yield Problem(
                EDITIONS, site.editions_document.line("editions", i, "id"), f"the edition {name} is entered twice.", "Keep one of the two entries."
            )


def editions_have_folders(site: Site) -> Iterator[Problem]:
    """Every edition has a folder and every folder an edition."""
    for i, name in enumerate(site.order):
        if name not in site.folders:
            yield Problem(
                EDITIONS,
                site.editions_document.line("editions", i, "id"),
                f"the edition {name} has no folder.",
                f"Make the folder {ARRANGEMENTS}/{name}/ with its pages, or delete the entry.",
            )
    for name in site.folders:
        if name not in site.order:
            pages = [page.path for (edition, _), page in site.pages.items() if edition == name]
            yield Problem(
                pages[0] if pages else f"{ARRANGEMENTS}/{name}",
                1,
                f"the folder of edition {name} has no entry among the editions.",
                f"Add an entry for {name} to {EDITIONS}, or move the folder's pages where they belong.",
            )


def topics_have_pages(site: Site) -> Iterator[Problem]:
    """Every topic of an edition has a page, every page is among its edition's topics, and no topic is listed twice."""
    for i, edition in enumerate(site.editions.editions):
        for j, topic in enumerate(edition.topics):
            line = site.editions_document.line("editions", i, "topics", j)
            if not (site.root / ARRANGEMENTS / edition.id / f"{topic}.md").exists():
                yield Problem(
                    EDITIONS,
                    line,
                    f"edition {edition.id} lists the topic {topic}, which has no page.",
                    f"Add the page {ARRANGEMENTS}/{edition.id}/{topic}.md, or take the topic off the list.",
                )
            if topic in edition.topics[:j]:
                yield Problem(EDITIONS, line, f"edition {edition.id} lists the topic {topic} twice.", "Keep one of the two.")
        for (name, topic), page in site.pages.items():
            if name == edition.id and topic not in edition.topics:
                yield Problem(
                    page.path,
                    1,
                    f"this page is not among the topics of edition {edition.id}.",
                    f"Add “{topic}” to the topics of {edition.id} in {EDITIONS}, where the document has it.",
                )


def ids_are_unique_in_an_edition(site: Site) -> Iterator[Problem]:
    """An id is used once in an edition."""
    for edition in site.order:
        first: dict[str, tuple[str, int]] = {}
        for page in site.topics(edition):
            for each in page.provisions:
                if each.id and each.id in first:
                    path, line = first[each.id]
                    yield Problem(
                        page.path,
                        each.line,
                        f"the id {each.id} is used twice in edition {edition}; it is first used in {path}, line {line}.",
                        "Give one of the two another id that names its idea.",
                    )
                first.setdefault(each.id, (page.path, each.line))


def register_ids_are_unique(site: Site) -> Iterator[Problem]:
    """An id is used once in a register and once among the change notes of a file."""
    lists = [(register.document, ()) for register in site.registers.values()]
    lists += [(changes.document, ("notes",)) for changes in site.changes.values()]
    for document, place in lists:
        first: dict[str, int] = {}
        values = document.value if not place else (document.value or {}).get("notes", [])
        for i, value in enumerate(values if isinstance(values, list) else ()):
            name = value.get("id") if isinstance(value, dict) else None
            line = document.line(*place, i, "id")
            if name and name in first:
                yield Problem(
                    document.path,
                    line,
                    f"the id {name} is used twice; it is first used on line {first[name]}.",
                    "Give one of the two records another id, or make them one record.",
                )
            if name:
                first.setdefault(str(name), line)


def entries_name_known_editions(site: Site) -> Iterator[Problem]:
    """A record has entries only for editions that exist, and for reports that are among the sources."""
    for register in site.registers.values():
        for index, record in register.records:
            for edition in getattr(record, "editions", ()):
                if edition not in site.order:
                    yield Problem(
                        register.document.path,
                        register.line(index, "editions", edition),
                        f"{record.id} has an entry for edition {edition}, which does not exist.",
                        f"Use {_or(site.order)}, or add {edition} to {EDITIONS} first.",
                    )
            for report in getattr(record, "reports", ()):
                if report not in site.registers["sources"].ids and _readable(site, "sources"):
                    yield Problem(
                        register.document.path,
                        register.line(index, "reports", report),
                        f"{record.id} has an entry for the report {report}, which is not among the sources.",
                        f"Use {_or(sorted(site.registers['sources'].ids))}, or add it to data/sources.yaml first.",
                    )


def references_are_known(site: Site) -> Iterator[Problem]:
    """A field that names another record names one that exists."""
    for register in site.registers.values():
        for index, record in register.records:
            yield from _references(site, register.document, record, record.id, (index,))
    for i, edition in enumerate(site.editions.editions):
        yield from _references(site, site.editions_document, edition, edition.id, ("editions", i))
    for changes in site.changes.values():
        for index, note in changes.notes:
            yield from _references(site, changes.document, note, note.id, ("notes", index))
    for page in site.pages.values():
        if page.meta is not None:
            yield from _references(site, page.head, page.meta, "this page", ())


def _references(site: Site, document: Any, shape: BaseModel, name: str, place: tuple[str | int, ...]) -> Iterator[Problem]:
    for field, about in type(shape).model_fields.items():
        value, at = getattr(shape, field), (*place, about.alias or field)
        marks = [*about.metadata, *(m for a in getattr(about.annotation, "__args__", ()) for m in getattr(a, "__metadata__", ()))]
        for mark in marks:
            if isinstance(mark, Ref) and value is not None:
                yield from _reference(site, document, mark, value, name, field, at)
        if isinstance(value, BaseModel):
            yield from _references(site, document, value, name, at)
        elif isinstance(value, tuple):
            for i, each in enumerate(value):
                if isinstance(each, BaseModel):
                    yield from _references(site, document, each, name, (*at, i))
        elif hasattr(value, "items"):
            for key, each in value.items():
                yield from _references(site, document, each, name, (*at, key))


def _reference(site: Site, document: Any, mark: Ref, value: Any, name: str, field: str, at: tuple[str | int, ...]) -> Iterator[Problem]:
    registers = [site.registers[each] for each in mark.register.split(" or ")]
    if not all(_readable(site, register.name) for register in registers):
        return
    known = frozenset(mark.others).union(*(register.ids for register in registers))
    for i, each in enumerate(value if isinstance(value, tuple) else (value,)):
        if each not in known:
            where = " or ".join(register.document.path for register in registers)
            yield Problem(
                document.path,
                document.line(*at, i),
                f"{name} names “{each}” as its “{field.rstrip('_')}”, which does not exist.",
                f"Use {_or(sorted(known))}, or add {each} to {where} first."
                if len(known) <= 14
                else f"Use one of those in {where}, or add {each} there first.",
            )


def named_provisions_exist(site: Site) -> Iterator[Problem]:
    """A record that names provisions of an edition names ones that exist there."""
    if not _editions_readable(site):
        return
    for register in site.registers.values():
        for index, record in register.records:
            for edition, printed in getattr(record, "editions", {}).items():
                if edition not in site.order:
                    continue
                known = _provision_ids(site, edition)
                for field in ("provisions", "provision"):
                    for i, each in enumerate(getattr(printed, field, ())):
                        if each not in known:
                            yield Problem(
                                register.document.path,
                                register.line(index, "editions", edition, field, i),
                                f"{record.id} names the provision {each}, which edition {edition} does not have.",
                                f"Use an id that stands in {ARRANGEMENTS}/{edition}/.",
                            )


def nothing_vanishes_silently(site: Site) -> Iterator[Problem]:
    """Every id of an older edition stays in the next, or a change note says what became of it."""
    for old, new in zip(site.order, site.order[1:], strict=False):
        changes = site.changes.get((old, new))
        path = f"data/changes/{old}-{new}.yaml"
        if changes is None:
            yield Problem(path, 1, f"there is no file for the changes from {old} to {new}.", "Add it, with a line “notes: []” to begin with.")
            continue
        if changes.document.path in site.unread or not _editions_readable(site):
            continue
        fates = changes.removed | {a for a, _ in changes.lineage}
        after = {item.id for item in items.of_edition(site, new)}
        for item in items.of_edition(site, old):
            follows = item.id.partition("/")[0] in items.BY_PROVISION
            if item.id and not follows and item.id not in after and item.id not in fates:
                where, line = _place(site, old, item.id)
                yield Problem(
                    where,
                    line,
                    f"{item.id} is in {old} but not in {new}, and no change note says what became of it.",
                    f"If the idea stays, give it the same id in {new}; else name it in {path} under “replaces” or “removed”.",
                )


def change_notes_point_somewhere(site: Site) -> Iterator[Problem]:
    """A change note names provisions and records that exist, on the side of the change where they stand."""
    for (old, new), changes in site.changes.items():
        if old not in site.order or site.after(old) != new:
            yield Problem(
                changes.document.path,
                1,
                f"this file is about {old} and {new}, which are not neighbours among the editions.",
                "Name the file <older edition>-<newer edition>.yaml, with the ids of two neighbouring editions.",
            )
            continue
        before, after = ({item.id for item in items.of_edition(site, edition)} for edition in (old, new))
        listed = {f"{register.name}/{record.id}" for register in site.registers.values() for record in register if hasattr(record, "editions")}
        for index, note in changes.notes:
            sides = [("where", each, before | after | listed, f"{old} or {new}", ("where", i)) for i, each in enumerate(note.where)]
            sides += [("removed", each, before, old, ("removed", i)) for i, each in enumerate(note.removed)]
            for i, each in enumerate(note.replaces):
                sides += [("replaces", a, before, old, ("replaces", i, "old", j)) for j, a in enumerate(each.old)]
                sides += [("replaces", b, after, new, ("replaces", i, "new", j)) for j, b in enumerate(each.new)]
            for field, name, known, edition, place in sides:
                line = changes.document.line("notes", index, *place)
                kind, _, rest = name.partition("/")
                register = site.registers.get(kind)
                unread = rest in register.ids - register.by_id.keys() or not _readable(site, kind) if register else not _editions_readable(site)
                if unread:
                    continue  # its own problem says why it cannot be read
                if name not in known:
                    yield Problem(
                        changes.document.path,
                        line,
                        f"{note.id} names {name} under “{field}”, which {edition} does not have.",
                        "Use the id of a provision, or register/id for a record, such as agencies/kent-police.",
                    )
                elif field == "removed" and name in after:
                    yield Problem(
                        changes.document.path,
                        line,
                        f"{note.id} says that {name} was removed, but {new} has it.",
                        "Take it off the list, or give the provision another id if its idea is another.",
                    )


def changes_are_explained(site: Site) -> Iterator[Problem]:
    """Every addition, removal, move, split, merger, new name and change of force is named by a change note, or its heading is."""
    # Asked of files without other problems only: a mistyped line would else be told again as a change.
    for old, new in zip(site.order, site.order[1:], strict=False):
        named = digest.named(site, old, new)
        for change in items.changes(site, old, new):
            quiet = change.kinds == (compare.REWORDED,) or change.kind == compare.SAME or change.id.partition("/")[0] in items.BY_PROVISION
            if quiet or digest.is_named(site, old, new, change, named):
                continue
            edition = new if change.new else old
            path, line = _place(site, edition, change.id)
            yield Problem(
                path,
                line,
                f"{change.id} is {change.kind} between {old} and {new}, and no change note says so.",
                f"Name it under “where” in a note of data/changes/{old}-{new}.yaml: what changed, why, for whom.",
            )


def reasons_have_sources(site: Site) -> Iterator[Problem]:
    """A change note that states a reason names the source of the reason."""
    for changes in site.changes.values():
        for index, note in changes.notes:
            if note.why != "not stated" and not note.source:
                yield Problem(
                    changes.document.path,
                    changes.document.line("notes", index, "why"),
                    f"{note.id} gives a reason without its source.",
                    "Add “source: …”, or say “why: not stated”.",
                )


def topics_are_compared(site: Site) -> Iterator[Problem]:
    """Every topic of two neighbouring editions has its page of comparison."""
    for old, new in zip(site.order, site.order[1:], strict=False):
        known = {page.path for page in site.others}
        for topic in items.parts(site, old, new):
            path = f"docs/compare/{old}-{new}/{topic}.md"
            if path not in known and path not in site.unread:
                yield Problem(
                    EDITIONS,
                    site.editions_document.line("editions", site.order.index(new), "topics"),
                    f"{topic} has no page that compares {old} and {new}.",
                    f"Copy another page of docs/compare/{old}-{new}/ to {path}, and change its title and the topic named in it.",
                )


def links_lead_somewhere(site: Site) -> Iterator[Problem]:
    """A link on an edition's page leads to a page and a provision that exist, or to a record of the links."""
    known = {page.path: page for page in (*site.pages.values(), *site.others)}
    for page in site.pages.values():
        for target, line in page.links:
            if target.startswith("ref:"):
                yield from _by_reference(site, page.path, line, target[4:])
                continue
            name, _, anchor = target.partition("#")
            path = posixpath.normpath(posixpath.join(posixpath.dirname(page.path), name)) if name else page.path
            if path in site.unread:
                continue
            if path not in known:
                yield Problem(page.path, line, f"this links to {name}, which does not exist.", "Write the file name of a page, such as scrutiny.md.")
            elif anchor and anchor not in {each.id for each in known[path].provisions}:
                yield Problem(page.path, line, f"this links to #{anchor}, which {path} does not have.", "Use the id of a provision on that page.")


def _by_reference(site: Site, path: str, line: int, name: str) -> Iterator[Problem]:
    """A link by reference names a record of the links, or a page or provision of the current edition."""
    if not _readable(site, "links") or not _editions_readable(site):
        return
    word, slash, rest = name.partition("/")
    topic, hash_mark, identifier = rest.partition("#")
    if word != "current" or (slash and not rest):
        if name not in site.registers["links"].ids:
            yield Problem(
                path, line, f"this links to “{name}”, which is not among the links.", "Use an id of data/links.yaml, or add the address there first."
            )
    elif slash and (site.current, topic) not in site.pages:
        yield Problem(
            path,
            line,
            f"this links to the topic {topic}, which the current edition does not have.",
            f"Use {_or(topic for edition, topic in site.pages if edition == site.current)}.",
        )
    elif hash_mark and identifier not in {each.id for each in site.pages[site.current, topic].provisions}:
        yield Problem(
            path, line, f"this links to #{identifier}, which {topic} does not have in the current edition.", "Use the id of a provision on that page."
        )


def pages_run_only_our_macros(site: Site) -> Iterator[Problem]:
    """A page or .meta.yml holds no instruction to Jinja but our block macros with literal arguments, where they belong."""
    for page in (*site.others, *site.pages.values()):
        if page.path in site.unread:
            continue
        parsed = page in site.pages.values()
        allowed = _calls_of(page.path, parsed)
        text = (site.root / page.path).read_text("utf-8-sig")
        head = text.count("\n") - page.body.count("\n")
        for line, number in provisions.calls(text, 1):
            found = provisions.MACRO.match(line.rstrip())
            if not found or number <= head or not page.path.endswith(".md"):
                if not parsed or number <= head:
                    yield Problem(
                        page.path,
                        number,
                        "there are curly brackets here that are instructions to the site, not text.",
                        "Delete them. A page may only call a block macro, alone on its line, with texts in double quotation marks.",
                    )
            elif found["name"] not in allowed:
                yield Problem(page.path, number, f"“{found['name']}” is not a block macro for this page.", f"Use {_or(sorted(allowed))}.")


def macro_arguments_are_known(site: Site) -> Iterator[Problem]:
    """A page that compares names two editions and a topic that exist; other block macros take no argument."""
    for page in site.others:
        for line, number in provisions.calls(page.body, page.first_line):
            found = provisions.MACRO.match(line.rstrip())
            arguments = re.findall(r'"([^"]*)"', found["arguments"]) if found else []
            name = found["name"] if found else ""
            wants = _calls_of(page.path, parsed=False).get(name, 0)
            if found and len(arguments) != wants:
                yield Problem(
                    page.path, number, f"“{name}” takes {wants} texts, and is given {len(arguments)}.", "Compare it with another page that calls it."
                )
                continue
            named = {"changes_for": "sectors", "for_agency": "sectors", "support_level": "support-levels"}.get(name)
            if named and arguments[-1] not in site.registers[named].ids:
                known = sorted(site.registers[named].ids)
                yield Problem(page.path, number, f"“{name}” names {arguments[-1]}, which does not exist.", f"Use {_or(known)}.")
            unknown = [each for each in arguments[:2] if each not in site.order] if wants >= 2 else []
            topics = {part for old, new in zip(site.order, site.order[1:], strict=False) for part in items.parts(site, old, new)}
            for each in unknown:
                yield Problem(page.path, number, f"“{name}” names edition {each}, which does not exist.", f"Use {_or(site.order)}.")
            if wants == 3 and not named and arguments[2] not in topics:
                yield Problem(page.path, number, f"“{name}” names the topic {arguments[2]}, which no edition has.", f"Use {_or(sorted(topics))}.")
    for page in site.pages.values():
        for part in page.parts:
            if isinstance(part, provisions.Call) and part.arguments:
                yield Problem(
                    page.path, part.line, f"“{part.name}” takes no text here.", f"Write {{{{ {part.name}() }}}}: the page knows its edition."
                )


def pages_hold_no_html(site: Site) -> Iterator[Problem]:
    """A page outside the editions holds no HTML, no script link, no outside address and no attributes but ids and classes."""
    for page in site.others:
        if not page.path.endswith(".md"):
            continue
        fenced = False
        for number, line in enumerate(page.body.split("\n"), page.first_line):
            if re.match(r"^ *(```|~~~)", line):
                fenced = not fenced
            text = "" if fenced else re.sub(r"`[^`]*`", "", line)
            if re.search(r"<(?:[a-zA-Z/!?])|&#?\w+;", text):
                yield Problem(page.path, number, "there is HTML here.", "Delete the tag and keep the words; for & write the sign itself.")
            if re.search(r"(https?|mailto|javascript|data|vbscript):", text, re.I):
                yield Problem(
                    page.path, number, "there is an outside address here.", "Put the address into data/links.yaml and write [the words][its-id] here."
                )
            if not list(provisions.calls(text)) and re.search(r"\{", re.sub(r"\{:( *[#.][\w-]+)+ *\}", "", text)):
                yield Problem(page.path, number, "there is a curly bracket in the text.", "Delete it, or use a round bracket.")
            for words, target, reference in re.findall(r"\[([^\]]*)\](?:\(([^)]*)\)|\[([^\]]*)\])", text):
                if not target:
                    yield from _by_reference(site, page.path, number, reference or words)


def heads_are_known(site: Site) -> Iterator[Problem]:
    """The head of a page outside the editions has a title and a description, and nothing that changes how the site works."""
    for page in site.others:
        if not page.path.endswith(".md"):
            yield Problem(page.path, 1, "this site has no use for a .meta.yml file.", "Delete it, and write its lines at the top of each page.")
            continue
        head = page.head.value if isinstance(page.head.value, dict) else {}
        for key in head:
            if key not in _HEAD:
                yield Problem(
                    page.path,
                    page.head.line(key),
                    f"the page's head has “{key}”, which is not known here.",
                    f"Use {_or(sorted(_HEAD))}, or delete the line.",
                )
        if "keywords" in head and not (
            isinstance(head["keywords"], list) and all(isinstance(each, str) and each.strip() for each in head["keywords"])
        ):
            yield Problem(page.path, page.head.line("keywords"), "the “keywords” of this page are not a list of words.", "Write them as [one, two].")
        if "search" in head and not _is_search(head["search"]):
            yield Problem(page.path, page.head.line("search"), "the “search” of this page is not a weight.", "Write {boost: 2}, or {exclude: true}.")
        for key in ("title", "description"):
            if not str(head.get(key) or "").strip():
                yield Problem(page.path, 1, f"the page's head has no “{key}”.", f"Add a line “{key}: …” between the lines --- at its top.")


def _provision_ids(site: Site, edition: str) -> frozenset[str]:
    return frozenset(each.id for page in site.topics(edition) for each in page.provisions)


def _place(site: Site, edition: str, identifier: str) -> tuple[str, int]:
    """The file and line of a provision of an edition, or of a record."""
    register, slash, name = identifier.partition("/")
    if slash:
        found: Register = site.registers[register]
        return found.document.path, next(found.line(i, "id") for i, record in found.records if record.id == name)
    return next((page.path, each.line) for page in site.topics(edition) for each in page.provisions if each.id == identifier)


def _readable(site: Site, register: str) -> bool:
    """Whether a register could be read; of one that could not, only that is said, not all that then seems to be missing."""
    return site.registers[register].document.path not in site.unread


def _editions_readable(site: Site) -> bool:
    """Whether every page of an edition could be read."""
    return not any(path.startswith(f"{ARRANGEMENTS}/") for path in site.unread)


def _is_search(value: object) -> bool:
    """Whether a page's ``search`` is a weight or leaves the page out; scalars are text here."""
    if not isinstance(value, dict) or len(value) != 1:
        return False
    return value.get("exclude") == "true" or re.fullmatch(r"\d+(\.\d+)?", str(value.get("boost"))) is not None


def _calls_of(path: str, parsed: bool) -> Mapping[str, int]:
    """The block macros that a page may call; ``parsed`` pages are those of an edition."""
    if parsed:
        return PAGE_CALLS["editions"]
    return PAGE_CALLS["compare"] if path.startswith("docs/compare/") else {**PAGE_CALLS["site"], **PAGE_CALLS["guidance"]}


def _notes_files(site: Site) -> set[str]:
    return {changes.document.path for changes in site.changes.values()}


def leads_to_current_provisions(site: Site) -> Iterator[Problem]:
    """A record that leads to provisions of the current edition names ones that exist there."""
    if not _editions_readable(site):
        return
    known = _provision_ids(site, site.current) if site.current in site.order else frozenset()
    for index, record in site.registers["not-covered"].records:
        for i, each in enumerate(record.provision):
            if each not in known:
                yield Problem(
                    site.registers["not-covered"].document.path,
                    site.registers["not-covered"].line(index, "provision", i),
                    f"{record.id} names the provision {each}, which the current edition does not have.",
                    f"Use an id that stands in {ARRANGEMENTS}/{site.current}/.",
                )


def _or(names: Iterable[str]) -> str:
    *most, last = list(names) or ["nothing: there is none yet"]
    return f"{', '.join(most)} or {last}" if most else last


RULES: tuple[Callable[[Site], Iterator[Problem]], ...] = (
    current_edition_exists,
    editions_have_folders,
    topics_have_pages,
    ids_are_unique_in_an_edition,
    register_ids_are_unique,
    entries_name_known_editions,
    references_are_known,
    named_provisions_exist,
    leads_to_current_provisions,
    nothing_vanishes_silently,
    change_notes_point_somewhere,
    reasons_have_sources,
    topics_are_compared,
    links_lead_somewhere,
    pages_run_only_our_macros,
    macro_arguments_are_known,
    pages_hold_no_html,
    heads_are_known,
)
"""Every rule, in the order in which a person would check them."""
