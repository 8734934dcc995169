"""Rules on the fates of addresses."""

from __future__ import annotations

from collections.abc import Iterator

from macros.check import files
from macros.check.references import addresses
from macros.check.telling import is_whole, problem
from macros.problems import Problem
from macros.read import fates
from macros.read.site import ARRANGEMENTS, Site


def fates_are_of_what_is_gone(site: Site) -> Iterator[Problem]:
    """An address whose fate is told is there no longer; its page, where it names an id, still is."""
    file = site.register("fates")
    there = _there(site)
    for place, fate in file.records:
        page, mark, name = fate.address.partition("#")
        if page in there and (not mark or _has(site, page, name)):
            what = f"{fate.id} tells the fate of {fate.address}, which is still there."
            yield problem(file.document, (*place, "address"), what, "Delete the record, or what stands at the address.")
        elif mark and page not in there and not _is_told(site, page):
            what = f"{fate.id} tells the fate of an id on {page}, which this site does not have."
            yield problem(file.document, (*place, "address"), what, "Tell the fate of the whole page, without # and what follows it.")


def fates_lead_somewhere(site: Site) -> Iterator[Problem]:
    """What moved leads to a page that is there, and to an id that its edition has."""
    file = site.register("fates")
    there = _there(site)
    for place, fate in file.records:
        page, mark, name = (fate.to or "").partition("#")
        if fate.to and not _is_told(site, page) and (page not in there or (mark and _is_of_edition(page) and not _has(site, page, name))):
            what = f"{fate.id} leads to {fate.to}, which this site does not have."
            yield problem(file.document, (*place, "to"), what, "Write the address of a page, such as guidance/escalation/, or leave the line out.")


def _there(site: Site) -> frozenset[str]:
    """The addresses of pages that are there, fates left out."""
    gone = {each.address for each in fates.pages(site).values()}
    kept = {page.path.removeprefix("docs/").removesuffix("index.md").removesuffix(".md") for page in (*site.others, *site.pages.values())}
    return (addresses(site) - gone) | {f"{each.rstrip('/')}/" for each in kept}


def _is_told(site: Site, page: str) -> bool:
    """Whether what is wrong with a page, or with its edition, is told already, so that nobody can say what is on it."""
    edition = site.editions.get(page.removeprefix(f"{ARRANGEMENTS.removeprefix('docs/')}/").partition("/")[0]) if _is_of_edition(page) else None
    asked = page not in _there(site) and any(files.is_asked_for(site, f"docs/{page[:-1]}{end}.md") for end in ("", "/index"))
    return asked or (edition is not None and not is_whole(edition))


def _is_of_edition(page: str) -> bool:
    return f"docs/{page}".startswith(f"{ARRANGEMENTS}/") and page.count("/") > 2


def _has(site: Site, page: str, name: str) -> bool:
    """Whether an edition's page has an id; of other pages nobody can say."""
    edition, _, topic = f"docs/{page}".removeprefix(f"{ARRANGEMENTS}/").strip("/").partition("/")
    found = site.pages.get((edition, topic))
    return found is not None and any(each.id == name for each in found.provisions)


RULES = (fates_are_of_what_is_gone, fates_lead_somewhere)
