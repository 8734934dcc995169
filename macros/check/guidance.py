"""Rules on the statutory guidance: what editions are written under, what replaces it, and what was checked against it."""

from __future__ import annotations

from collections.abc import Iterator

from macros.check.telling import entries_of, is_sound, is_whole, one_of, problem
from macros.problems import Problem
from macros.read import later
from macros.read.site import DataFile, Site


def _whole(site: Site) -> DataFile | None:
    """The file of guidance, where it could be read whole."""
    file = site.register("guidance")
    return file if file.records and is_sound(file) else None


def editions_name_their_guidance(site: Site) -> Iterator[Problem]:
    """The guidance under which an edition is written stands in the list of guidance, once, and so does what a later one replaces."""
    file = _whole(site)
    if file is None:
        return
    known, document = site.guidance, site.register("editions").document
    for i, entry in enumerate(entries_of(site)):
        if entry.written_under not in known:
            what = f"{entry.id} is written under {entry.written_under}, which is not among the guidance."
            mend = f"Use {one_of(known)}, or add it to {file.path} first."
            yield problem(document, ("editions", i, "written_under"), what, mend)
    listed = [each for record in file for each in record.guidance]
    for i, each in enumerate(listed):
        if each.id in [other.id for other in listed[:i]]:
            what = f"{each.id} stands twice among the guidance."
            yield problem(file.document, ("guidance", i, "id"), what, "Make them one record, or give one of them another id.")
        if each.replaces and (each.replaces not in known or each.replaces == each.id):
            what = f"{each.id} is said to replace {each.replaces}, which is no other guidance of this list."
            yield problem(file.document, ("guidance", i, "replaces"), what, f"Use {one_of(name for name in known if name != each.id)}.")


def checks_name_what_is_listed(site: Site) -> Iterator[Problem]:
    """What was checked against later guidance is an item of the list of what is to be checked."""
    file, edition = _whole(site), site.editions.get(site.current)
    if file is None or edition is None or edition.entry.written_under not in site.guidance or not is_whole(edition):
        return
    if not edition.later_guidance or not all(is_sound(site.register(register)) for register in later.RESTING):
        return
    known = later.items(site)
    for record in file:
        for i, each in enumerate(record.checked):
            if each.item not in known:
                what = f"{each.item} was checked, which is not among what is to be checked against later guidance."
                mend = "Use the id of a provision that the page of later guidance lists, or of a duty or a content of the report, as duties/its-id."
                yield problem(file.document, ("checked", i, "item"), what, mend)


RULES = (editions_name_their_guidance, checks_name_what_is_listed)
