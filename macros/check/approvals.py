"""Rules on approvals, and what is said of approved words that have changed."""

from __future__ import annotations

from collections.abc import Iterator

from macros.check.telling import is_read, problem
from macros.compare import approved
from macros.problems import Notice, Problem
from macros.read.site import Site


def approvals_name_what_is_there(site: Site) -> Iterator[Problem]:
    """An approval names an edition, a topic of one, or a list."""
    file = site.register("approvals")
    known = frozenset(approved.known(site))
    for place, approval in file.records:
        if approval.what not in known and all(is_read(site, register) for register in site.registers):
            what = f"{approval.id} approves {approval.what}, which is no edition, no topic of one and no list."
            mend = "Write the id of an edition, an edition and its topic with a slash between, or the name of a list, such as agencies."
            yield problem(file.document, (*place, "what"), what, mend)


def corrections_come_after(site: Site) -> Iterator[Problem]:
    """A correction was made on the day of the approval or later, and corrections stand in their order."""
    file = site.register("approvals")
    for place, approval in file.records:
        days = [approval.on, *(each.on for each in approval.corrections)]
        for i, (before, after) in enumerate(zip(days, days[1:], strict=False)):
            if after < before:
                what = f"a correction of {approval.id} is dated before what it corrects."
                yield problem(file.document, (*place, "corrections", i, "on"), what, "Put the corrections in their order, the oldest first.")


def notices(site: Site) -> Iterator[Notice]:
    """Words that were approved and have changed since, without a correction that says so."""
    file = site.register("approvals")
    for each in approved.standings(site):
        if each.changed:
            what = f"the words that {each.approval.id} approved have changed since, and no correction says so."
            mend = f"If that is right, add a correction to it: {{on: …, what: …, fingerprint: {each.now}}}. Until then the page says so too."
            yield Notice(file.path, file.line(*file.places[each.approval.id], "fingerprint"), what, mend)


RULES = (approvals_name_what_is_there, corrections_come_after)
