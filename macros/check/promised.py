"""Rules on promises: each is held against reports that exist, on evidence that stands there, and once."""

from __future__ import annotations

from collections.abc import Iterator

from macros import records
from macros.check.telling import one_of, problem
from macros.problems import Problem
from macros.read.promised import evidence
from macros.read.site import Site
from macros.read.yamltext import Path
from macros.records.promised import NOT_REPORTED

Held = tuple[Path, records.Promised, str, records.Telling]


def _held(site: Site) -> Iterator[Held]:
    """Every telling of every promise: its place, the promise, the report's name and what it tells."""
    for place, promise in site.register("promised").records:
        for edition, entry in promise.editions.items():
            for year, telling in entry.reports.items():
                yield (*place, "editions", edition, "reports", year), promise, year, telling


def promises_name_reports(site: Site) -> Iterator[Problem]:
    """A promise is held against reports that exist."""
    document = site.register("promised").document
    known = {path.removeprefix("data/reports/").removesuffix(".yaml") for path, file in site.files.items() if file.kind == "reports"}
    for place, promise, year, _ in _held(site):
        if year not in known:
            mend = f"Use {one_of(sorted(known))}, or add data/reports/{year}.yaml first."
            yield problem(document, place, f"{promise.id} is held against the report {year}, which does not exist.", mend)


def what_is_reported_has_its_evidence(site: Site) -> Iterator[Problem]:
    """A promise that is reported, or in part, says what the report says and where; and where is a statement or figure of that report."""
    document = site.register("promised").document
    for place, promise, year, telling in _held(site):
        for field in ("says", "where"):
            if telling.reported != NOT_REPORTED and not getattr(telling, field):
                what = f"{promise.id} is “{telling.reported}” in {year}, without “{field}”."
                mend = "Add what the report says, and the ids of its statements or figures that say so; or call it not reported."
                yield problem(document, (*place, "reported"), what, mend)
        if year not in site.reports:
            continue
        for i, name in enumerate(telling.where):
            if name not in evidence(site.reports[year]):
                what = f"{promise.id} names {name} as evidence, which the report {year} does not have."
                yield problem(document, (*place, "where", i), what, f"Use the id of a statement or figure in data/reports/{year}.yaml.")


def a_provision_is_promised_once(site: Site) -> Iterator[Problem]:
    """A provision stands in one promise of its edition."""
    file = site.register("promised")
    first: dict[tuple[str, str], str] = {}
    for place, promise in file.records:
        for edition, entry in promise.editions.items():
            for i, name in enumerate(entry.provision):
                if (edition, name) in first:
                    what = f"{promise.id} names {name} of {edition}, which {first[edition, name]} names already."
                    mend = "Make the two one promise, or name the provision in one of them only."
                    yield problem(file.document, (*place, "editions", edition, "provision", i), what, mend)
                first.setdefault((edition, name), promise.id)


RULES = (promises_name_reports, what_is_reported_has_its_evidence, a_provision_is_promised_once)
