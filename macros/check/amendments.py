"""Rules on amendments between editions."""

from __future__ import annotations

from collections.abc import Iterator

from macros.check.telling import known_editions, one_of, problem
from macros.problems import Problem
from macros.read.site import Site


def amendments_are_of_known_editions(site: Site) -> Iterator[Problem]:
    """An amendment alters provisions of editions that exist."""
    file = site.register("amendments")
    for place, amendment in file.records:
        for edition in (each for each in amendment.editions if each not in known_editions(site)):
            what = f"{amendment.id} amends edition {edition}, which does not exist."
            yield problem(file.document, (*place, "editions", edition), what, f"Use {one_of(site.order)}.")


RULES = (amendments_are_of_known_editions,)
