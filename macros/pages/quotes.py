"""How pages of guidance quote an edition: what introduces a list once, above its items, each with a short citation."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from macros.pages import addresses
from macros.pages.addresses import Address, Here
from macros.read.provisions import Provision
from macros.read.quoted import citation, introduces
from macros.read.site import Edition, topic_of
from macros.records.amendments import Amendment


@dataclass(frozen=True)
class Said:
    """A provision as a page quotes it: with the address of its page and its short citation."""

    provision: Provision
    address: Address
    citation: str


@dataclass(frozen=True)
class Passage:
    """What is quoted together: the words that introduce it, the outermost first, and the provisions below them.

    A provision that introduces nothing that is quoted stands alone below no words.
    """

    lead: tuple[Said, ...]
    items: list[Said] = field(default_factory=list)


def said(edition: Edition, identifier: str, here: Here) -> Said:
    """One provision of an edition, as a page quotes it.

    Args:
        edition: the edition.
        identifier: the provision's id.
        here: the page that quotes it.
    """
    address = here.to(addresses.of_topic(edition, topic_of(edition.page_of[identifier]), identifier))
    return Said(edition.by_id[identifier], address, citation(edition, identifier))


def amended(edition: Edition, found: Iterable[Amendment], here: Here) -> list[tuple[Amendment, list[tuple[Address, str]]]]:
    """Amendments, each with the address and the citation of every provision that it alters.

    Args:
        edition: the edition.
        found: the amendments.
        here: the page that tells them.
    """
    told = []
    for each in found:
        places = [said(edition, name, here) for name in each.editions[edition.id].provision]
        told.append((each, [(place.address, place.citation) for place in places]))
    return told


def passages(edition: Edition, ids: Iterable[str], here: Here) -> list[Passage]:
    """Provisions of an edition in the order given, those of one list together below the words that introduce it.

    Args:
        edition: the edition.
        ids: the provisions.
        here: the page that quotes them.
    """
    found: dict[str, Passage] = {}
    for identifier in dict.fromkeys(ids):
        leads = edition.lead_ins(identifier)
        if leads:
            key = leads[0].id
            found.setdefault(key, Passage(tuple(said(edition, each.id, here) for each in reversed(leads))))
            found[key].items.append(said(edition, identifier, here))
        elif introduces(edition, identifier):
            found.setdefault(identifier, Passage((said(edition, identifier, here),)))
        else:
            found[identifier] = Passage((), [said(edition, identifier, here)])
    return list(found.values())
