"""What an edition says will happen, held against what reports tell of it: a page of all, and a mark on each provision."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from macros.pages.addresses import Address, Here
from macros.pages.draw import Draw
from macros.pages.guidance import drawn
from macros.read.promised import Answered, answered, by_provision, evidence
from macros.read.provisions import Page
from macros.read.reports import figure_address
from macros.read.site import Edition, topic_of
from macros.records.promised import TELLINGS
from macros.records.reports import Figure, Report


@dataclass(frozen=True)
class Against:
    """The promises of an edition against one report.

    Args:
        edition: the edition.
        year: the report, as its file is called.
        report: the report.
        topics: the promises by the page on which the first provision of each stands.
        counts: how many are reported, in part, and not.
    """

    edition: Edition
    year: str
    report: Report
    topics: tuple[tuple[Page, tuple[Answered, ...]], ...]
    counts: Mapping[str, int]

    @property
    def total(self) -> int:
        """How many promises are held against it."""
        return sum(self.counts.values())


def against(edition: Edition) -> list[Against]:
    """The promises of an edition against each report that tells of them, the newest first, topic by topic."""
    found: dict[str, list[Answered]] = {}
    for each in answered(edition):
        found.setdefault(each.year, []).append(each)
    return [Against(edition, year, mine[0].report, _by_topic(edition, mine), _counted(mine)) for year, mine in found.items()]


def _counted(found: list[Answered]) -> Mapping[str, int]:
    counted: Counter[str] = Counter(each.telling.reported for each in found)
    return {telling: counted[telling] for telling in TELLINGS}


def _by_topic(edition: Edition, found: list[Answered]) -> tuple[tuple[Page, tuple[Answered, ...]], ...]:
    topics: dict[str, list[Answered]] = {topic_of(page): [] for page in edition.pages}
    for each in found:
        topics[topic_of(edition.page_of[each.provision[0]])].append(each)
    return tuple((page, tuple(mine)) for page in edition.pages if (mine := topics[topic_of(page)]))


def evidence_links(each: Answered, here: Here) -> list[tuple[str, Address]]:
    """Where the report says it: the place there, with a number where a place comes again, and the address.

    Args:
        each: the promise and its report.
        here: the page that shows it.
    """
    known, met, found = evidence(each.report), Counter[str](), []
    for identifier in each.telling.where:
        place = known[identifier].place
        met[place] += 1
        is_figure = isinstance(known[identifier], Figure)
        address = figure_address(each.year, identifier) if is_figure else f"reports/{each.year}/#{identifier}"
        found.append((f"{place} ({met[place]})" if met[place] > 1 else place, here.to(address)))
    return found


def promised(draw: Draw, here: Here) -> str:
    """Every promise of the current edition, then of others: whether a report tells of it, what it says, and where."""
    now = draw.site.now
    found = [one for edition in (now, *(each for each in reversed(draw.site.issued) if each is not now)) for one in against(edition)]
    return drawn(draw, "promised.html", here, found=found, topic_of=topic_of, evidence_of=lambda each: evidence_links(each, here))


def marks(edition: Edition, identifier: str) -> tuple[Answered, ...]:
    """What reports tell of the promise that a provision makes, the newest report first; empty where it makes none.

    Args:
        edition: the edition that prints it.
        identifier: its id.
    """
    return by_provision(edition).get(identifier, ())
