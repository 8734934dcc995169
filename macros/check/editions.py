"""Rules on editions: their entries, folders, pages, ids and links."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from macros import records
from macros.check import files
from macros.check.references import cut, renamed
from macros.check.telling import EDITIONS, entries_of, is_read, is_whole, one_of, problem
from macros.problems import Problem
from macros.read.site import ARRANGEMENTS, Site, topic_of


def current_edition_exists(site: Site) -> Iterator[Problem]:
    """The current edition is one of the editions, and no edition is entered twice."""
    document = site.register("editions").document
    if site.current not in site.order:
        yield problem(
            document, ("current",), f"the current edition is {site.current}, which is not among the editions.", f"Use {one_of(site.order)}."
        )
    names = [entry.id for entry in entries_of(site)]
    for i, name in enumerate(names):
        if name in names[:i]:
            yield problem(document, ("editions", i, "id"), f"the edition {name} is entered twice.", "Keep one of the two entries.")


def current_edition_is_told(site: Site) -> Iterator[Problem]:
    """What a draft leaves to be told of itself and of its document is told before it becomes the current edition."""
    editions, sources = site.register("editions"), site.register("sources")
    entry = next((each for each in entries_of(site) if each.id == site.current), None)
    if entry is None:
        return
    at, source = entries_of(site).index(entry), sources.by_id.get(entry.source)
    if entry.status == records.BEING_PREPARED:
        what = f"{entry.id} is the current edition, and its status is still that of a draft."
        yield problem(editions.document, ("editions", at, "status"), what, "Say in a sentence what its standing is, as its document tells it.")
    if source and source.what == records.BEING_PREPARED:
        what = f"{source.id} is the document of the current edition, and nothing is told of it."
        mend = "Say under “what” which parts it has and what of it did not reach us, and under “dated” its date."
        yield problem(sources.document, (*sources.places[source.id], "what"), what, mend)


def editions_have_folders(site: Site) -> Iterator[Problem]:
    """Every edition has a folder and every folder an edition."""
    document, folders = site.register("editions").document, {edition: page.path for (edition, _), page in reversed(list(site.pages.items()))}
    for i, entry in enumerate(entries_of(site)):
        if entry.id not in folders:
            mend = f"Make the folder {ARRANGEMENTS}/{entry.id}/ with its pages, or delete the entry."
            yield problem(document, ("editions", i, "id"), f"the edition {entry.id} has no folder.", mend)
    for name, path in folders.items():
        if name not in site.order:
            mend = f"Add an entry for {name} to {EDITIONS}, or move the folder's pages where they belong."
            yield Problem(path, 1, f"the folder of edition {name} has no entry among the editions.", mend)


def topics_have_pages(site: Site) -> Iterator[Problem]:
    """Every topic of an edition has a page, every page is among its edition's topics, and no topic is listed twice."""
    document, folders = site.register("editions").document, {edition for edition, _ in site.pages}
    misnamed = set(files.misnamed(site).values())
    for i, edition in enumerate(entries_of(site)):
        for j, topic in enumerate(edition.topics):
            place, path = ("editions", i, "topics", j), f"{ARRANGEMENTS}/{edition.id}/{topic}.md"
            if topic in edition.topics[:j]:
                yield problem(document, place, f"edition {edition.id} lists the topic {topic} twice.", "Keep one of the two.")
            elif edition.id in folders and (edition.id, topic) not in site.pages and path not in misnamed:
                what = f"edition {edition.id} lists the topic {topic}, which has no page."
                yield problem(document, place, what, f"Add the page {path}, or take the topic off the list.")
    for (name, topic), page in site.pages.items():
        if name in site.order and topic not in site.editions[name].topics:
            mend = f"Add “{topic}” to the topics of {name} in {EDITIONS}, where the document has it."
            yield Problem(page.path, 1, f"this page is not among the topics of edition {name}.", mend)


def pages_name_their_document(site: Site) -> Iterator[Problem]:
    """A page of an edition restates the document of its edition."""
    document, known = site.register("editions").document, site.register("sources").ids
    entries = [(i, entry) for i, entry in enumerate(entries_of(site)) if entry.source in known and site.editions[entry.id].entry is entry]
    for i, entry in entries:
        heads = [(page, page.meta) for page in site.editions[entry.id].pages if page.meta is not None and page.meta.source in known]
        others = [(page, head) for page, head in heads if head.source != entry.source]
        if len(others) == len(heads) > 1 and len({head.source for _, head in heads}) == 1:
            what = f"edition {entry.id} restates {entry.source}, and all of its pages restate {heads[0][1].source}."
            yield problem(document, ("editions", i, "source"), what, f"Write “source: {heads[0][1].source}”, or mend the line in each page.")
            continue
        for page, head in others:
            what = f"this page restates {head.source}, and its edition, {entry.id}, restates {entry.source}."
            yield problem(page.head, ("source",), what, f"Write “source: {entry.source}”: a page stands in the edition whose document it restates.")


def titles_are_unique_in_an_edition(site: Site) -> Iterator[Problem]:
    """No two topics of an edition have the same title."""
    for edition in site.editions.values():
        first: dict[str, str] = {}
        for page in {page.path: page for page in edition.pages}.values():
            title = page.meta.title.casefold() if page.meta else ""
            if title and title in first:
                what = f"this page has the title of {first[title]}."
                yield problem(page.head, ("title",), what, "Write the topic's own title, as printed: readers choose by it.")
            first.setdefault(title, page.path)


def ids_are_unique_in_an_edition(site: Site) -> Iterator[Problem]:
    """An id is used once in an edition."""
    for edition in site.editions.values():
        first: dict[str, str] = {}
        pages = {page.path: page for page in edition.pages}.values()  # each once, though a topic may be listed twice
        for page, each in ((on, each) for on in pages for each in on.provisions if each.id):
            if each.id in first:
                what = f"the id {each.id} is used twice in edition {edition.id}; it is first used in {first[each.id]}."
                yield Problem(page.path, each.line, what, "Give one of the two another id that names its idea.")
            first.setdefault(each.id, f"{page.path}, line {each.line}")


def links_lead_somewhere(site: Site) -> Iterator[Problem]:
    """A link on an edition's page leads to a page and a provision that exist, or to a record of the links."""
    pages = {page.path: page for page in (*site.pages.values(), *site.others)}
    for page in site.pages.values():
        for target, line in page.links:
            if target.startswith("ref:"):
                yield from by_reference(site, page.path, line, target[4:])
                continue
            name, _, anchor = target.partition("#")
            path = posixpath.normpath(posixpath.join(posixpath.dirname(page.path), name)) if name else page.path
            if path in site.unread or (path not in pages and files.is_asked_for(site, path)):
                continue
            if path not in pages:
                mend = "Write the name of a page's file, with .md at its end."
                yield Problem(page.path, line, f"this links to {name}, which does not exist.", mend)
            elif anchor and path.startswith(f"{ARRANGEMENTS}/") and anchor not in {each.id for each in pages[path].provisions}:
                yield Problem(page.path, line, f"this links to #{anchor}, which {path} does not have.", "Use the id of a provision on that page.")


def by_reference(site: Site, path: str, line: int, name: str) -> Iterator[Problem]:
    """A link by reference names a record of the links, or a page or provision of the current edition.

    Args:
        site: the site.
        path: the page that links.
        line: the line of the link.
        name: what stands in the second square brackets.
    """
    word, slash, rest = name.partition("/")
    topic, mark, identifier = rest.partition("#")
    now = site.editions.get(site.current)
    if word != "current" or (slash and not rest):
        if is_read(site, "links") and "links" not in cut(site) and name not in site.register("links").ids and ("links", name) not in renamed(site):
            mend = "Use an id of data/links.yaml, or add the address there first."
            yield Problem(path, line, f"this links to “{name}”, which is not among the links.", mend)
    elif now is None or not slash or not is_whole(now):
        return
    elif topic not in now.topics:
        yield Problem(path, line, f"this links to the topic {topic}, which the current edition does not have.", f"Use {one_of(now.topics)}.")
    elif mark and (identifier not in now.by_id or topic_of(now.page_of[identifier]) != topic):
        what = f"this links to #{identifier}, which {topic} does not have in the current edition."
        yield Problem(path, line, what, "Use the id of a provision on that page.")


RULES = (
    current_edition_exists, current_edition_is_told, editions_have_folders, topics_have_pages, pages_name_their_document,
    titles_are_unique_in_an_edition, ids_are_unique_in_an_edition, links_lead_somewhere,
)  # fmt: skip
