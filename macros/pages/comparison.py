"""The pages that compare two editions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType
from typing import Any

from macros import records
from macros.compare import comparison as compared
from macros.compare import engine, findings, items, sheets
from macros.compare.comparison import Comparison
from macros.compare.engine import Change, Item
from macros.pages import addresses, quotes
from macros.pages.addresses import Address, Here, anchor
from macros.pages.draw import Draw
from macros.read import amendments
from macros.read.site import Edition, Site, kept, topic_of


@dataclass(frozen=True)
class Place:
    """An item, where it stands in its edition, and the address there."""

    item: Item
    name: str
    address: Address


@dataclass(frozen=True)
class Led:
    """Provisions in the words of an edition, and the words that introduce them, once."""

    lead_in: str
    places: tuple[Place, ...]


@dataclass(frozen=True)
class Row:
    """One change on a page of comparison.

    Args:
        change: the change.
        anchor: its own on the page.
        old: its places in the older edition.
        new: its places in the newer one.
        notes: the change notes that stand here in full.
        seen_notes: those that stand further up, each with the anchor of its change.
        before: the anchor of the change before; empty for the first.
        after: the anchor of the next; empty for the last.
    """

    change: Change
    anchor: str
    old: tuple[Place, ...]
    new: tuple[Place, ...]
    notes: tuple[records.Note, ...]
    seen_notes: tuple[tuple[records.Note, str], ...]
    before: str
    after: str


@dataclass(frozen=True)
class Block:
    """A heading (its row, its level) or nothing, and the rows below it in runs: changed, changed by their introduction, the same."""

    row: Row | None
    level: int
    runs: tuple[tuple[str, tuple[Row, ...]], ...]


def _draw(draw: Draw, template: str, here: Here, each: Comparison, **values: Any) -> str:
    """What every page about two editions needs, and more."""
    way, summed = here.to(addresses.of_comparison(each)), findings.key_changes(each)
    return draw.page(
        template,
        here,
        old=each.old,
        new=each.new,
        kinds=engine.KINDS,
        titles=each.titles,
        way=way,
        summed=summed,
        bodies=partial(bodies, each),
        reported=partial(findings.reported, each),
        table_of=sheets.pages_of_notes(each),
        **values,
    )


@kept
def _sorts(edition: Edition) -> tuple[tuple[str, frozenset[str]], ...]:
    """Sorts of body in an edition that have several members: kinds of group, and offices with one capacity."""
    found: dict[str, set[str]] = {}
    for group, _ in edition.entries("groups"):
        found.setdefault(group.kind, set()).add(group.id)
    for post, entry in edition.entries("posts"):
        for capacity in entry.capacity[:1]:
            found.setdefault(capacity, set()).add(post.id)
    return tuple((sort, frozenset(members)) for sort, members in found.items() if len(members) > 2)


def bodies(each: Comparison, ids: Iterable[str]) -> list[tuple[str, str]]:
    """Those on whom a duty lies, for a template to name.

    Args:
        each: the comparison.
        ids: as a note gives them.

    Returns:
        Pairs: “every” and a sort of body, where all of that sort are meant; “name” and the body's name; or “other” and the id itself.
    """
    left, found = list(ids), []
    for sort, members in _sorts(each.new):
        if members <= set(left):
            found.append(("every", sort))
            left = [name for name in left if name not in members]
    return found + [_body(each, name) for name in left]


@kept
def _holders(site: Site) -> Counter[str]:
    """How many posts have an office, in whichever edition, by its name."""
    return Counter(office for post in site.register("posts") for office in {entry.office for entry in post.editions.values()})


def _body(each: Comparison, name: str) -> tuple[str, str]:
    site = each.site
    for register in ("groups", "posts", "sectors"):
        record = site.register(register).by_id.get(name)
        if record is None:
            continue
        if register == "sectors":
            return "name", record.name
        entry = record.editions.get(each.new.id) or record.editions.get(each.old.id) or next(iter(record.editions.values()))
        if register == "groups":
            return "name", record.people or entry.name
        body = "" if _holders(site)[entry.office] < 2 or records.is_silence(record.organisation) else f", {record.organisation}"
        return "name", entry.office + body
    return "other", name


def comparison_list(draw: Draw, here: Here) -> str:
    """Every pair of neighbouring editions, the newest first; those with a draft come after them all."""
    found = [(each, findings.key_changes(each), findings.counts(each.changes)) for each in reversed(compared.neighbours(draw.site))]
    issued, drafts = ([each for each in found if each[0].new.draft is draft] for draft in (False, True))
    return draw.page("comparison_list.html", here, comparisons=issued, drafts=drafts)


def index(draw: Draw, here: Here, each: Comparison) -> str:
    """Two editions at a glance: the key changes, what runs throughout, the ways into the rest, and the map of sections."""
    registers = [part for part in each.parts if not each.old.page(part) and not each.new.page(part)]
    return _draw(
        draw,
        "comparison_index.html",
        here,
        each,
        rows=findings.section_map(each),
        lists=[(part, findings.counts(each.of(part), everything=True)) for part in registers],
        homes=[part for part in items.homes(each.site).values() if part not in registers],
        counts=findings.counts(each.changes),
        sectors=draw.site.register("sectors"),
        told=each.told,
        promises=findings.promises(each),
    )


def table(draw: Draw, here: Here, each: Comparison) -> str:
    """Every key change note by topic: what it was and is, on whom a duty lies, and for whom it is; of the others the titles, which lead to them."""
    weights = {part: {weight: sheets.told(each, part, weight) for weight in ("key", "notable", "wording")} for part in each.parts}
    parts = [(part, found) for part, found in weights.items() if any(found.values())]
    return _draw(draw, "change_table.html", here, each, parts=parts, counted=_weights(each))


def table_notable(draw: Draw, here: Here, each: Comparison) -> str:
    """Every notable change note by topic, as the table tells the key ones."""
    return _of_weight(draw, here, each, "notable")


def table_wording(draw: Draw, here: Here, each: Comparison) -> str:
    """Every change note of wording by topic, and why it is one."""
    return _of_weight(draw, here, each, "wording")


def _of_weight(draw: Draw, here: Here, each: Comparison, weight: str) -> str:
    name, own = f"table-{weight}", _name(here)
    parts = [(part, sheets.told(each, part, weight)) for part in sheets.of(each)[own]]
    template = f"change_{name.replace('-', '_')}.html"
    return _draw(draw, template, here, each, parts=parts, ways=_ways(each, name), own=own, counted=_weights(each))


def _weights(each: Comparison) -> Counter[str]:
    """How many notes of each weight there are."""
    return Counter(told.note.weight for told in each.told)


def _name(here: Here) -> str:
    """The name of a page of a comparison."""
    return here.path.rpartition("/")[2].removesuffix(".md")


def _ways(each: Comparison, name: str) -> list[tuple[str, str]]:
    """The parts of a summary that is divided, each with the page on which it stands."""
    return [(part, page) for page, parts in sheets.of(each).items() if sheets.summary(page)[0] == name for part in parts]


def changes_for(draw: Draw, here: Here, each: Comparison, sector: str) -> str:
    """What changed for one sector, on one printed page.

    Args:
        draw: the templates.
        here: the page.
        each: the comparison.
        sector: the sector's id.
    """
    about = draw.by_id("sectors", sector)
    found = findings.for_sector(each, about)
    among = items.by_id(each.new)
    expected = led((among[i] for i in found.expected), each.new, here)
    entry = about.editions.get(each.new.id)
    answer = entry.answer if entry else None
    amended = quotes.amended(each.new, amendments.of_sector(each.new, sector), here)
    return _draw(draw, "changes_for.html", here, each, sector=about, answer=answer, found=found, expected=expected, amended=amended)


def promises(draw: Draw, here: Here, each: Comparison) -> str:
    """What became of the promises of the older edition, as notes decide it: one section a fate."""
    found = {
        fate: [(promise, led(promise.old, each.old, here), led(promise.new, each.new, here)) for promise in mine]
        for fate, mine in findings.promises(each).items()
    }
    return _draw(draw, "promises.html", here, each, fates=found)


def changed_terms(draw: Draw, here: Here, each: Comparison) -> str:
    """Terms that the two editions print or explain differently, each with where it is used."""
    found = findings.changed_terms(each)
    lists = {how: [term for term in found if term.how == how] for how in findings.TERM_CHANGES}
    only = {edition.id: _only_in(edition, other) for edition, other in ((each.old, each.new), (each.new, each.old))}
    shown = {term.term.id for term in found}
    only = {edition: [term for term in mine if term.id not in shown] for edition, mine in only.items()}
    return _draw(draw, "changed_terms.html", here, each, lists=lists, topic_of=topic_of, only=only)


def _only_in(edition: Edition, other: Edition) -> list[records.Term]:
    return [term for term in edition.site.register("terms") if term.kind == "term" and edition.id in term.editions and other.id not in term.editions]


def group_fates(draw: Draw, here: Here, each: Comparison) -> str:
    """What became of every group of the older edition, in one table."""
    found, only = findings.group_fates(each)
    return _draw(draw, "group_fates.html", here, each, found=found, only=only)


def untold(draw: Draw, here: Here, each: Comparison) -> str:
    """What the editions do not tell: what duties leave open, and every ambiguity, slip and silence that the editor noted."""
    questions = [(edition, findings.open_questions(edition)) for edition in (each.new, each.old)]
    reasons = [told for told in each.told if told.note.why]
    unclear = [(duty, entry, _where(each.new, entry.provision, here)) for duty, entry in findings.unclear(each.new)]
    return _draw(draw, "untold.html", here, each, told=each.told, reasons=reasons, topic_of=topic_of, questions=questions, unclear=unclear)


def _where(edition: Edition, ids: Iterable[str], here: Here) -> tuple[Place, ...]:
    among = items.by_id(edition)
    return _places(tuple(among[i] for i in ids if i in among), edition, here)


def pack(draw: Draw, here: Here, each: Comparison) -> str:
    """The board pack, two printed pages: key changes, what is weaker or gone, what is due when, open questions, a place to sign."""
    return _draw(
        draw,
        "pack.html",
        here,
        each,
        promises=findings.promises(each),
        due=findings.due(each.new),
        unclear=findings.unclear(each.new),
    )


def annex_redline(draw: Draw, here: Here, each: Comparison) -> str:
    """Every change of what the editions print, word by word, to print."""
    own, ways = _name(here), _ways(each, "annex-redline")
    parts = [(part, [row for row in rows(each.of(part), each, here) if _run(row) == CHANGED]) for part in sheets.of(each)[own]]
    return _draw(draw, "annex_redline.html", here, each, parts=parts, ways=ways, own=own)


SUMMARY: Mapping[str, Callable[[Draw, Here, Comparison], str]] = MappingProxyType(
    {
        "index": index,
        "table": table,
        "table-notable": table_notable,
        "table-wording": table_wording,
        "promises": promises,
        "terms": changed_terms,
        "group-fates": group_fates,
        "untold": untold,
        "pack": pack,
        "annex-redline": annex_redline,
    }
)
"""The first page of a comparison and its summaries; a summary that is divided is drawn for each of its pages."""


def comparison(draw: Draw, here: Here, each: Comparison, topic: str) -> str:
    """One topic of two editions, change by change: redline and side by side, counts, legend, jumps and notes.

    Args:
        draw: the templates.
        here: the page.
        each: the comparison.
        topic: the topic or register.
    """
    found = each.of(topic)
    shown = rows(found, each, here)
    first = next((row.anchor for row in shown if _run(row) == CHANGED), "")
    pages = [(edition, edition.page(topic), here.to(addresses.of_topic(edition, topic))) for edition in (each.new, each.old)]
    counts = findings.counts(found, everything=not sheets.is_printed(each, topic))
    amended = quotes.amended(each.new, amendments.of_topic(each.new, topic), here)
    return _draw(draw, "comparison.html", here, each, blocks=_blocks(shown), counts=counts, first=first, pages=pages, amended=amended)


def rows(found: Iterable[Change], each: Comparison, here: Here) -> list[Row]:
    """Changes with their places, their notes (each in full where it comes first) and their neighbours.

    Args:
        found: the changes.
        each: the comparison that they belong to.
        here: the page that shows them.
    """
    found = tuple(found)
    changed = [anchor(change.id) for change in found if change.kind != engine.SAME and not change.by_lead_in]
    place_of = {own: i for i, own in enumerate(changed)}
    first_at: dict[str, str] = {}
    result = []
    for change in found:
        own = anchor(change.id)
        mine = [note for note in each.notes_of(change) if change.kind != engine.SAME or note.id in each.quiet]
        fresh = tuple(note for note in mine if note.id not in first_at)
        seen = tuple((note, first_at[note.id]) for note in mine if note.id in first_at)
        first_at.update({note.id: own for note in fresh})
        at = place_of.get(own, -1)
        before = changed[at - 1] if at > 0 else ""
        after = changed[at + 1] if -1 < at < len(changed) - 1 else ""
        result.append(Row(change, own, _places(change.old, each.old, here), _places(change.new, each.new, here), fresh, seen, before, after))
    return result


def row(change: Change, each: Comparison, here: Here) -> Row:
    """One change by itself, for a page that shows it in place.

    Args:
        change: the change.
        each: the comparison that it belongs to.
        here: the page that shows it.
    """
    return rows((change,), each, here)[0]


def led(found: Iterable[Item], edition: Edition, here: Here) -> list[Led]:
    """Items with the words that introduce them, which stand once before those that they introduce.

    Args:
        found: the items.
        edition: the edition that prints them.
        here: the page that shows them.
    """
    found = tuple(found)
    shown, among = {item.id for item in found}, items.by_id(edition)
    result: list[tuple[str, list[Place]]] = []
    for place in _places(found, edition, here):
        above = [i for i in items.lead_ins(edition, place.item) if i not in shown]
        lead_in = " ".join(among[i].text for i in reversed(above))
        if not result or result[-1][0] != lead_in:
            result.append((lead_in, []))
        result[-1][1].append(place)
    return [Led(lead_in, tuple(places)) for lead_in, places in result]


def _places(found: tuple[Item, ...], edition: Edition, here: Here) -> tuple[Place, ...]:
    """Where items stand; a record that only tells again what provisions say, where these do."""
    places: dict[tuple[str, Address], Place] = {}
    for item in found:
        topic = items.printed_in(edition, item)
        if edition.page(topic):
            mark = anchor(item.id) if topic == item.part else ""
            own = [(items.place(edition, item), addresses.of_topic(edition, topic, mark))]
        else:
            own = [(edition.citation(i), addresses.of_topic(edition, topic_of(edition.page_of[i]), i)) for i in items.told_from(edition, item)]
        for name, address in own:
            place = Place(item, name.removeprefix(edition.title).removeprefix(", "), here.to(address))
            places.setdefault((item.id, place.address), place)
    return tuple(places.values())


def _blocks(shown: list[Row]) -> list[Block]:
    blocks: list[tuple[Row | None, list[Row]]] = [(None, [])]
    for row in shown:
        if row.change.form == "heading":
            blocks.append((row, []))
        else:
            blocks[-1][1].append(row)
    found, level = [], 1
    for head, below in blocks:
        level = min(_level(head), level + 1) if head else level
        if head or below:
            found.append(Block(head, level, tuple(_runs(below))))
    return found


def _level(head: Row | None) -> int:
    """The level of a heading: the deeper of the two editions'."""
    return max(item.level for item in (*head.change.old, *head.change.new)) if head else 2


CHANGED, LED, ALIKE = "changed", "led", "alike"
"""What a row is shown as: a change, one through the words that introduce it alone, or no change."""


def _run(each: Row) -> str:
    if each.change.kind == engine.SAME:
        return CHANGED if each.notes else ALIKE
    return LED if each.change.by_lead_in and not each.notes and engine.MOVED not in each.change.kinds else CHANGED


def _runs(shown: list[Row]) -> Iterable[tuple[str, tuple[Row, ...]]]:
    """Rows in runs of those that are shown alike."""
    run: list[Row] = []
    for each in shown:
        if run and _run(each) != _run(run[0]):
            yield _run(run[0]), tuple(run)
            run = []
        run.append(each)
    if run:
        yield _run(run[0]), tuple(run)
