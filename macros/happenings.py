"""What happened, in one list: facts known since, change notes, approvals, corrections, withdrawals.

Feeds, the home page and the page of recent changes tell from it, so that none of them knows of something that the others do not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from macros import records
from macros.compare import approved, comparison, items
from macros.compare.comparison import Comparison
from macros.read import amendments, heads, withdrawn
from macros.read.document import Document, Path
from macros.read.site import ARRANGEMENTS, Edition, Site, kept, topic_of

FACT, NOTE, AMENDMENT = "fact known since", "change between editions", "amendment by the partnership"
APPROVAL, CORRECTION, WITHDRAWAL, MOVE = "approval", "correction", "withdrawal", "move"
KINDS = (FACT, NOTE, AMENDMENT, APPROVAL, CORRECTION, WITHDRAWAL, MOVE)
"""What can happen, as a reader of feeds sorts by it."""
SITE_FEED = "feeds/site.xml"
"""The feed that tells everything."""
DATED = ("agencies", "groups", "posts", "duties")
"""The registers whose records carry dated later facts."""
TOLD = ("key", "notable")
"""The weights of the change notes that are told; wording is no news."""


@dataclass(frozen=True)
class Happening:
    """One thing that happened.

    Args:
        kind: one of ``KINDS``.
        id: for all time: it hangs on ids and days of records, not on words, addresses or order.
        day: the day, month or year, as far as it is known; empty for a change between editions, whose day is not.
        title: what it is about.
        says: what happened, in a sentence or two.
        address: where it stands, from the site's root.
        sectors: whom it concerns, by id.
        topics: the topics of the current edition that it concerns.
        place: the file, and the first and last line of what says it.
        fact: the later fact that it is, or None.
    """

    kind: str
    id: str
    day: str
    title: str
    says: str
    address: str
    sectors: tuple[str, ...]
    topics: tuple[str, ...]
    place: tuple[str, int, int]
    fact: records.LaterFact | None = None


@dataclass(frozen=True)
class Feed:
    """What one feed tells.

    Args:
        path: the file's, from the site's root.
        title: what it is about.
        address: the page that it belongs to.
        found: what it tells.
    """

    path: str
    title: str
    address: str
    found: tuple[Happening, ...]


@kept
def feeds(site: Site) -> tuple[Feed, ...]:
    """Every feed: the site's, one for each topic of the current edition, one for each sector."""
    found = [Feed(SITE_FEED, "Everything", "", of(site))]
    topics: dict[str, list[Happening]] = {topic_of(page): [] for page in site.now.pages}
    sectors: dict[str, list[Happening]] = {sector.id: [] for sector in site.register("sectors")}
    for each in of(site):
        for told, concerned in ((topics, each.topics), (sectors, each.sectors)):
            for name in dict.fromkeys(concerned):
                if name in told:
                    told[name].append(each)
    for page in site.now.pages:
        topic = topic_of(page)
        found.append(Feed(f"feeds/topics/{topic}.xml", page.meta.title, of_topic(site.now, topic), tuple(topics[topic])))
    for sector in site.register("sectors"):
        found.append(Feed(f"feeds/sectors/{sector.id}.xml", sector.name, f"agencies/{sector.id}/", tuple(sectors[sector.id])))
    return tuple(found)


@kept
def of(site: Site) -> tuple[Happening, ...]:
    """Everything that happened, in the order in which files tell it; an edition that is not yet in force tells nothing."""
    return (*_facts(site), *_of_editions(site), *_amendments(site), *_notes(site), *_approvals(site), *_withdrawals(site), *_fates(site))


def newest(site: Site) -> tuple[Happening, ...]:
    """What has a day, the newest first."""
    return tuple(sorted((each for each in of(site) if each.day), key=lambda each: each.day, reverse=True))


def home_of(site: Site, register: str, identifier: str) -> str:
    """Where a record's entry stands, from the site's root; the calendar shows no duty that only an older edition prints."""
    if register == "duties":
        printed = site.current in site.register(register).by_id[identifier].editions
        return f"calendar/#duty-{identifier}" if printed else "calendar/"
    return f"agencies/#agency-{identifier}" if register == "agencies" else f"people/#{register.removesuffix('s')}-{identifier}"


def of_topic(edition: Edition, topic: str, identifier: str = "") -> str:
    """Where a topic, or a provision of it, stands."""
    return f"{ARRANGEMENTS.removeprefix('docs/')}/{edition.id}/{topic}/" + (f"#{identifier}" if identifier else "")


def called(site: Site, record: Any) -> str:
    """What a record is called in a list: its title, its name, or what the newest edition that has it prints."""
    own = getattr(record, "title", "") or getattr(record, "name", "")
    if own or not getattr(record, "editions", None):
        return own or record.id.replace("-", " ")
    entry = heads.printed(site, record)
    name = getattr(entry, "office", "") or getattr(entry, "name", "")
    return name if name and not records.is_silence(name) else getattr(entry, "short", None) or record.id.replace("-", " ")


@kept
def _ends(site: Site, path: str) -> dict[Path, int]:
    """The last line of every place of a data file at which something begins."""
    found: dict[Path, int] = {}
    for place, line in site.files[path].document.lines.items():
        for length in range(len(place) + 1):
            found[place[:length]] = max(line, found.get(place[:length], 0))
    return found


def _place(site: Site, document: Document, *place: str | int) -> tuple[str, int, int]:
    """The lines of a data file on which something stands."""
    first = document.line(*place)
    return document.path, first, max(first, _ends(site, document.path).get(place, first))


def _numbered(found: Iterable[tuple[str, Any]]) -> Iterator[tuple[str, Any]]:
    """Ids that are each there once: the second and later of a day and a source get a number."""
    count: dict[str, int] = {}
    for name, each in found:
        count[name] = count.get(name, 0) + 1
        yield (name if count[name] == 1 else f"{name}-{count[name]}"), each


def _facts(site: Site) -> Iterator[Happening]:
    for register in DATED:
        file = site.register(register)
        for place, record in (each for each in file.records if _is_in_force(site, each[1])):
            for field in ("since", "recorded"):
                facts = enumerate(getattr(record, field, ()))
                named = ((f"{register}/{record.id}/{fact.when}/{fact.source}", (i, fact)) for i, fact in facts)
                for name, (i, fact) in _numbered(named):
                    yield Happening(
                        FACT,
                        name if field == "since" else f"{name}/{field}",
                        fact.when,
                        called(site, record),
                        fact.words,
                        home_of(site, register, record.id),
                        _sectors(site, register, record),
                        _topics(site, register, record),
                        _place(site, file.document, *place, field, i),
                        fact,
                    )


def _is_in_force(site: Site, record: Any) -> bool:
    """Whether a record stands in the current edition or an older one, or in none at all."""
    last = site.order.index(site.current)
    return not record.editions or any(site.order.index(each) <= last for each in record.editions)


def _sectors(site: Site, register: str, record: Any) -> tuple[str, ...]:
    """The sectors that a record concerns."""
    if register == "agencies":
        return (record.sector,)
    entry = record.editions.get(site.current)
    names = {record.id, *getattr(entry, "by", ())}
    of_all = "relevant-agencies" in names
    return tuple(each.id for each in site.register("sectors") if of_all or names & {each.id, *each.groups, *each.attends, *each.posts})


def _topics(site: Site, register: str, record: Any) -> tuple[str, ...]:
    """The topics of the current edition that print a record, or on whose provisions it rests."""
    now, entry = site.now, record.editions.get(site.current)
    if entry is None:
        return ()
    named = (*getattr(entry, "provision", ()), *getattr(entry, "provisions", ()))
    found = [topic_of(now.page_of[each]) for each in named if each in now.by_id]
    found += [each for each in (getattr(entry, "where", None) or "", items.homes(site).get(register, "")) if each in now.topics]
    return tuple(dict.fromkeys(found))


def _of_editions(site: Site) -> Iterator[Happening]:
    """What is known since of the guidance under which the current edition was written: it concerns every topic and everybody."""
    file = site.register("editions")
    at = site.order.index(site.current)
    everybody = tuple(each.id for each in site.register("sectors"))
    named = ((f"editions/{site.current}/{fact.when}/{fact.source}", (i, fact)) for i, fact in enumerate(site.now.since))
    for name, (i, fact) in _numbered(named):
        place = _place(site, file.document, "editions", at, "since", i)
        yield Happening(FACT, name, fact.when, site.now.title, fact.words, "about/currency/#guidance", everybody, tuple(site.now.topics), place, fact)


def _amendments(site: Site) -> Iterator[Happening]:
    file = site.register("amendments")
    everybody = tuple(each.id for each in site.register("sectors"))
    for each in amendments.of(site.now):
        topics = amendments.topics(site.now, each)
        first = each.editions[site.current].provision[0]
        yield Happening(
            AMENDMENT,
            f"amendments/{each.id}",
            each.when,
            each.title,
            each.words,
            of_topic(site.now, topics[0], first),
            everybody if "all" in each.affects else tuple(each.affects),
            topics,
            _place(site, file.document, *file.places[each.id]),
            each,
        )


def in_force(site: Site) -> tuple[Comparison, ...]:
    """The comparisons of editions up to the current one."""
    last = site.order.index(site.current)
    return tuple(each for each in comparison.neighbours(site) if site.order.index(each.new.id) <= last)


def _notes(site: Site) -> Iterator[Happening]:
    everybody = tuple(each.id for each in site.register("sectors"))
    for each in in_force(site):
        file = site.notes.get((each.old.id, each.new.id))
        if file is None:
            continue
        for told in each.told:
            note = told.note
            if note.weight not in TOLD or note.id not in file.places:
                continue
            parts = [part for i in note.where for part in _parts(each, i)]
            says = " ".join(filter(None, (f"{each.old.name}: {note.was}" if note.was else "", f"{each.new.name}: {note.is_}" if note.is_ else "")))
            yield Happening(
                NOTE,
                f"changes/{each.name}/{note.id}",
                "",
                f"{each.new.name}: {note.title}",
                says,
                f"compare/{each.name}/{told.part}/#{told.change.id.replace('/', '-')}",
                everybody if "all" in note.affects else tuple(note.affects),
                tuple(dict.fromkeys(part for part in (told.part, *parts) if part in site.now.topics)),
                _place(site, file.document, *file.places[note.id]),
            )


def _parts(each: Comparison, identifier: str) -> Iterator[str]:
    for edition in (each.new, each.old):
        if item := items.by_id(edition).get(identifier):
            yield item.part


def _approvals(site: Site) -> Iterator[Happening]:
    file = site.register("approvals")
    for each in approved.standings(site):
        approval, (edition, _, topic) = each.approval, each.approval.what.partition("/")
        if edition in site.order and site.order.index(edition) > site.order.index(site.current):
            continue
        topics = (topic,) if topic in site.now.topics else tuple(site.now.topics) if edition == site.current else ()
        address = f"about/approvals/#approval-{approval.id}"
        place = file.places[approval.id]
        name = approved.name(site, approval.what)
        how = "Approved" if approval.how == "approved" else "Reviewed without change"
        says = f"{how} by {approval.by}. {approval.minuted}"
        at = _place(site, file.document, *place)
        yield Happening(APPROVAL, f"approvals/{approval.id}", approval.on.isoformat(), name, says, address, (), topics, at)
        named = ((f"approvals/{approval.id}/{found.on}", (i, found)) for i, found in enumerate(approval.corrections))
        for identifier, (i, found) in _numbered(named):
            at = _place(site, file.document, *place, "corrections", i)
            yield Happening(CORRECTION, identifier, found.on.isoformat(), name, found.what, address, (), topics, at)


def _withdrawals(site: Site) -> Iterator[Happening]:
    pages = {page.path.removeprefix("docs/"): page for page in (*site.others, *site.pages.values())}
    sectors = site.register("sectors").by_id
    for path, given in withdrawn.pages(site).items():
        head, (edition, topic) = pages[path].head, _topic(path)
        if edition in site.order and site.order.index(edition) > site.order.index(site.current):
            continue
        stem = PurePosixPath(path).stem
        address = f"{path.removesuffix('.md')}/" if stem != "index" else path.removesuffix("index.md")
        concerned = (stem,) if path.startswith("agencies/") and stem in sectors else ()
        at = (head.path, head.line("withdrawn"), head.line("withdrawn"))
        topics = (topic,) if topic in site.now.topics else ()
        title = str(head.value.get("title", path))
        yield Happening(WITHDRAWAL, f"withdrawn/{path}", given.on.isoformat(), title, given.why, address, concerned, topics, at)


def _fates(site: Site) -> Iterator[Happening]:
    file = site.register("fates")
    for place, fate in file.records:
        _, topic = _topic(fate.address.partition("#")[0].rstrip("/"))
        kind, at = (MOVE if fate.to else WITHDRAWAL), _place(site, file.document, *place)
        topics = (topic,) if topic in site.now.topics else ()
        yield Happening(kind, f"fates/{fate.id}", fate.on.isoformat(), fate.address, fate.why, fate.address, (), topics, at)


def _topic(path: str) -> tuple[str, str]:
    """The edition and the topic of an edition's page; empty of another page."""
    folder = f"{ARRANGEMENTS.removeprefix('docs/')}/"
    edition, _, name = path.removeprefix(folder).partition("/")
    return (edition, name.removesuffix(".md")) if path.startswith(folder) else ("", "")
