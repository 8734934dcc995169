"""Every address that this site publishes: pages, provisions and records. What was once on the list stays, or tells its fate."""

from __future__ import annotations

from collections.abc import Iterator

from macros import blocks, happenings
from macros.read.site import Site

_RECORDS = ("agencies", "groups", "posts", "duties")


def addresses(site: Site) -> tuple[str, ...]:
    """Every address from the site's root, sorted; those whose fate is told are among them."""
    return tuple(sorted({*_pages(site), *_provisions(site), *_records(site), *(each.address for each in site.register("fates"))}))


def _pages(site: Site) -> Iterator[str]:
    kept = [page.path.removeprefix("docs/") for page in (*site.others, *site.pages.values())]
    for path in (*kept, *blocks.made(site)):
        name = path.removesuffix(".md")
        yield name.removesuffix("index") if name == "index" or name.endswith("/index") else f"{name}/"


def _provisions(site: Site) -> Iterator[str]:
    for edition in site.editions.values():
        for identifier in edition.by_id:
            yield happenings.of_topic(edition, happenings.topic_of(edition.page_of[identifier]), identifier)


def _records(site: Site) -> Iterator[str]:
    """Where records stand: of most, those of which the current edition prints something; of words, matters and events, all."""
    issued = {edition.id for edition in site.issued}
    yield from (f"glossary/#word-{term.id}" for term in site.register("terms") if issued & term.editions.keys())
    yield from (f"guidance/not-covered/#{matter.id}" for matter in site.register("not-covered"))
    yield from (f"timeline/#event-{event.id}" for event in site.register("timeline"))
    for register in _RECORDS:
        for record, _ in site.now.entries(register):
            yield happenings.home_of(site, register, record.id)


def is_kept(site: Site, address: str) -> bool:
    """Whether an address that was published is still there, or tells its fate.

    Args:
        site: the site.
        address: as it was published.
    """
    page = address.partition("#")[0]
    return bool({address, page} & {each.address for each in site.register("fates")}) or address in addresses(site)


def downloads(site: Site) -> Iterator[tuple[str, bytes]]:
    """The list, by its path from the site's root."""
    yield "addresses.txt", ("\n".join(addresses(site)) + "\n").encode()
