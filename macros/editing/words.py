"""What changed in pages: provisions and editor's notes of the editions, passages of every other page, heads, block macros."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher

from macros.compare import engine, items
from macros.compare.engine import Change, Item
from macros.editing import edits, named, remarks, values
from macros.editing.edits import Edit
from macros.read.provisions import Call, EditorNote, Page, Provision
from macros.read.site import Site, topic_of


def of_editions(base: Site, head: Site) -> Iterator[Edit]:
    """Every provision, editor's note and block macro that differs, edition by edition, and what else differs in their pages."""
    for edition in dict.fromkeys([*(edition for edition, _ in head.pages), *(edition for edition, _ in base.pages)]):
        old, new = _pages(base, edition), _pages(head, edition)
        broken = {topic for topic, page in new.items() if page.path in head.unread} | {
            topic for topic, page in old.items() if page.path in base.unread
        }
        old, new = ({topic: page for topic, page in pages.items() if topic not in broken} for pages in (old, new))
        if not new or not old:
            yield from _whole(edition, old, new)
            continue
        found = [*_provisions(base, head, edition, old, new), *_notes(edition, old, new), *_calls(old, new)]
        yield from found
        yield from _heads(list(old.values()), list(new.values()), edition)
        told = {each.path for each in found}
        for topic in old.keys() & new.keys():
            if old[topic].body != new[topic].body and new[topic].path not in told:
                yield from _passages(head, old[topic], new[topic])


def _pages(site: Site, edition: str) -> dict[str, Page]:
    return {topic: page for (of, topic), page in site.pages.items() if of == edition}


def _whole(edition: str, old: Mapping[str, Page], new: Mapping[str, Page]) -> Iterator[Edit]:
    """An edition that is new or gone, page by page."""
    for page in (*old.values(), *new.values()):
        words = "\n".join(each.text for each in page.provisions)
        gone = page.path in {each.path for each in old.values()}
        yield Edit(edits.PAGE, f"the {edition} page “{_title(page)}”", page.path, 1, words if gone else "", "" if gone else words)


def _title(page: Page) -> str:
    head = page.head.value if isinstance(page.head.value, dict) else {}
    return str(head.get("title") or topic_of(page))


def _items(pages: Mapping[str, Page]) -> dict[str, tuple[Item, Provision, Page]]:
    found = {}
    for topic, page in pages.items():
        for each in page.provisions:
            if each.id and each.id not in found:
                item = Item(each.id, each.text, each.heading or topic, each.lead_in, each.kind, "", topic, each.level)
                found[each.id] = (item, each, page)
    return found


def _provisions(base: Site, head: Site, edition: str, old: Mapping[str, Page], new: Mapping[str, Page]) -> Iterator[Edit]:
    before, after = _items(old), _items(new)
    pairs, forces = engine.between(before, after), items.forces(head)
    for change in engine.compare([each[0] for each in before.values()], [each[0] for each in after.values()], pairs, forces):
        told = tuple(_structure(change))
        was, now = "".join(each.text for each in change.old), "".join(each.text for each in change.new)
        links = () if not change.old or not change.new else _sources(before[change.id], after[change.id])
        if was == now and not told and not links:
            continue
        _, provision, page = after[change.id] if change.new else before[change.id]
        what = f"the {edition} provision {change.id} ({_title(page)})"
        if was == now and links:
            was, now = links
            told = (*told, "Its words are the same; a link or bold type in it is not.")
        heeded = tuple(remarks.on(was, now, forces)) if was and now else ()
        yield Edit(edits.PROVISION, what, page.path, provision.line, was, now, (change.id,), (edition,), heeded, told)


def _structure(change: Change) -> Iterator[str]:
    """What changed of a provision's place and form, as sentences."""
    if not change.old or not change.new:
        return
    old, new = change.old[0], change.new[0]
    if old.part != new.part:
        yield f"It stands on another page: {old.part} before, {new.part} now."
    elif engine.MOVED in change.kinds:
        yield f"It stands under another heading: {old.place} before, {new.place} now." if old.place != new.place else "It stands in another order."
    if (old.form, old.level) != (new.form, new.level):
        yield f"It was {_form(old)} and is {_form(new)}."
    if old.lead_in != new.lead_in:
        yield f"Other words introduce it: {old.lead_in or 'none'} before, {new.lead_in or 'none'} now."


def _form(item: Item) -> str:
    return (
        f"a heading of level {item.level}"
        if item.form == "heading"
        else f"a list item of depth {item.level}"
        if item.form == "item"
        else "a paragraph"
    )


def _sources(old: tuple[Item, Provision, Page], new: tuple[Item, Provision, Page]) -> tuple[str, str] | tuple[()]:
    """A provision as typed in both states, where its links or bold type differ."""
    typed = _typed(old[1], old[2]), _typed(new[1], new[2])
    return typed if typed[0] != typed[1] else ()


def _typed(provision: Provision, page: Page) -> str:
    lines, found = page.body.split("\n"), []
    for line in lines[provision.line - page.first_line :]:
        if not line.strip() or line.strip().startswith("{:"):
            break
        found.append(line.strip())
    return " ".join(found).lstrip("#-*+ ")


def _notes(edition: str, old: Mapping[str, Page], new: Mapping[str, Page]) -> Iterator[Edit]:
    """Editor's notes: one is the same note where it follows the same provision, or says the same elsewhere."""
    for topic in dict.fromkeys([*new, *old]):
        before, after = (list(pages[topic].notes) if topic in pages else [] for pages in (old, new))
        page = new.get(topic) or old[topic]
        same = [(each.text, each.after) for each in after]
        gone = [each for each in before if (each.text, each.after) not in same]
        known = [(each.text, each.after) for each in before]
        for each in (each for each in after if (each.text, each.after) not in known):
            was = next((one for one in gone if one.after == each.after), None) or next((one for one in gone if one.text == each.text), None)
            if was:
                gone.remove(was)
            told = (
                (f"It follows another provision: {was.after or 'none'} before, {each.after or 'none'} now.",)
                if was and was.after != each.after
                else ()
            )
            heeded = tuple(remarks.on(was.text, each.text, {})) if was else ()
            yield Edit(edits.NOTE, _of_note(edition, each, page), page.path, each.line, was.text if was else "", each.text, heeded=heeded, told=told)
        for each in gone:
            yield Edit(edits.NOTE, _of_note(edition, each, page), page.path, each.line, each.text, "")


def _of_note(edition: str, note: EditorNote, page: Page) -> str:
    return f"the {edition} editor's note {'on ' + note.after if note.after else 'at the top'} ({_title(page)})"


def _calls(old: Mapping[str, Page], new: Mapping[str, Page]) -> Iterator[Edit]:
    for topic in dict.fromkeys([*new, *old]):
        before, after = ([each for each in pages[topic].parts if isinstance(each, Call)] if topic in pages else [] for pages in (old, new))
        written = [_call(each) for each in before], [_call(each) for each in after]
        page = new.get(topic) or old[topic]
        for tag, a, b, c, d in SequenceMatcher(None, *written, autojunk=False).get_opcodes():
            if tag != "equal":
                line = (after[c:d] or before[a:b])[0].line
                yield Edit(edits.PASSAGE, f"a block macro of {page.path}", page.path, line, " ".join(written[0][a:b]), " ".join(written[1][c:d]))


def _call(each: Call) -> str:
    given = ", ".join(f'"{one}"' for one in each.arguments)
    return f"{each.name}({given})"


def _heads(old: list[Page], new: list[Page], edition: str = "") -> Iterator[Edit]:
    """What the heads of pages say differently, and pages of an edition that are new or gone."""
    before, after = {page.path: page for page in old}, {page.path: page for page in new}
    of, touched = (f"{edition} ", (edition,)) if edition else ("", ())
    for path in dict.fromkeys([*after, *before]):
        was, now = before.get(path), after.get(path)
        page = now or was
        assert page
        if not was or not now:
            yield Edit(edits.PAGE, f"the {of}page “{_title(page)}”", path, 1, _all(was), _all(now), editions=() if now else touched)
            continue
        for each in values.differences(was.head.value, now.head.value):
            document = was.head if each.new is None else now.head
            what = f"the {named.path(each.trail)} of the {of}page “{_title(was)}”"
            prints = touched if each.trail[0] in ("title", "section") else ()
            heeded = tuple(remarks.on(values.flat(each.old), values.flat(each.new), {})) if each.old and each.new else ()
            told = tuple(_HEADS[name] for name in each.trail[:1] if name in _HEADS)
            yield Edit(edits.FACT, what, path, document.line(*each.place), values.flat(each.old), values.flat(each.new), (), prints, heeded, told)


_HEADS = {
    "title": "The navigation and the links that carry this title change with it.",
    "description": "It is read by search engines.",
    "keywords": "Under these words the search finds the page.",
}
"""Where what a head says is seen."""


def _all(page: Page | None) -> str:
    return " ".join(page.body.split()) or "(an empty page)" if page else ""


def of_others(base: Site, head: Site) -> Iterator[Edit]:
    """Every passage and head that differs in the pages outside the editions."""
    yield from _heads(list(base.others), list(head.others))
    before = {page.path: page for page in base.others}
    for page in head.others:
        if page.path in before and page.body != before[page.path].body:
            yield from _passages(head, before[page.path], page)


def _passages(site: Site, old: Page, new: Page) -> Iterator[Edit]:
    """The paragraphs of a page that differ."""
    before, after = _paragraphs(old), _paragraphs(new)
    matched = SequenceMatcher(None, [text for _, text in before], [text for _, text in after], autojunk=False)
    for tag, a, b, c, d in matched.get_opcodes():
        if tag == "equal":
            continue
        was, now = "\n".join(text for _, text in before[a:b]), "\n".join(text for _, text in after[c:d])
        line = (after[c:d] or before[a:b])[0][0]
        heeded = tuple(remarks.on(was, now, items.forces(site))) if was and now else ()
        yield Edit(edits.PASSAGE, f"a passage of the page “{_title(new)}”", new.path, line, was, now, heeded=heeded)


def _paragraphs(page: Page) -> list[tuple[int, str]]:
    found: list[tuple[int, str]] = []
    fresh = True
    for number, line in enumerate(page.body.split("\n"), page.first_line):
        if not line.strip():
            fresh = True
        elif fresh or line.lstrip().startswith(("-", "*", "+", "{{")):
            found.append((number, line.rstrip()))
            fresh = False
        else:
            found[-1] = (found[-1][0], f"{found[-1][1]}\n{line.rstrip()}")
    return found
