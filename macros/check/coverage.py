"""Rules on coverage: every content that a list requires has its record, and every record a verdict on every report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from macros.check.telling import is_read, is_sound, known_editions, one_of, problem
from macros.problems import Problem
from macros.read import evidence, yamltext
from macros.read.site import DataFile, Site
from macros.records.coverage import ReportList, Requirement


def _lists(site: Site) -> Mapping[str, ReportList]:
    return site.register("report-lists").by_id


def _is_whole(site: Site, register: str) -> bool:
    """Whether every record of a register could be read; else nobody can say what it lacks."""
    return is_read(site, register) and is_sound(site.register(register))


def _asked(site: Site) -> Iterator[tuple[yamltext.Path, Requirement, ReportList]]:
    """Every requirement whose list exists, with its place."""
    for place, record in site.register("coverage").records:
        if record.of in _lists(site):
            yield place, record, _lists(site)[record.of]


def reports_are_held(site: Site) -> Iterator[Problem]:
    """A list, and a verdict, is about reports that this site holds."""
    years = evidence.years(site)
    lists, coverage = site.register("report-lists"), site.register("coverage")
    named: list[tuple[DataFile, str, yamltext.Path, str]] = []
    for place, each in lists.records:
        named += [(lists, each.id, (*place, "outside", i, "report"), outside.report) for i, outside in enumerate(each.outside)]
        named += [(lists, each.id, (*place, "quoted"), each.quoted)] if each.quoted else []
    for place, record in coverage.records:
        named += [(coverage, record.id, (*place, "verdicts", year), year) for year in record.verdicts]
    for file, owner, place, year in named:
        if year not in years:
            mend = f"Use {one_of(years)}: the name of a file in data/reports/, without its ending."
            yield problem(file.document, place, f"{owner} names the report {year}, which this site does not hold.", mend)


def lists_stand_for_editions(site: Site) -> Iterator[Problem]:
    """Every edition that prints what a report is to include has a list, and a list that names an edition names such a one."""
    file, contents = site.register("report-lists"), site.register("report-contents")
    printing = [edition for edition in site.order if any(edition in record.editions for record in contents)]
    for place, each in file.records:
        unlisted = each.edition in known_editions(site) and each.edition not in site.order  # of a folder without an entry, only that is told
        if each.edition and each.edition not in printing and not unlisted and _is_whole(site, "report-contents"):
            what = f"{each.id} names edition {each.edition}, which prints nothing that a report is to include."
            yield problem(file.document, (*place, "edition"), what, f"Use {one_of(printing)}, or name the report that quotes the list.")
    for edition in printing if _is_whole(site, "report-lists") else ():
        if edition not in [each.edition for each in file]:
            what = f"edition {edition} prints what a report is to include, and no list stands for it."
            yield problem(file.document, (), what, f"Add a list with “edition: {edition}”.")


def requirements_stand_for_contents(site: Site) -> Iterator[Problem]:
    """Every content that a list holds has one record, and every record stands for a content that its list holds."""
    file, contents = site.register("coverage"), site.register("report-contents")
    first: dict[tuple[str, str], str] = {}
    for place, record, of in _asked(site):
        named = (record.content if of.edition else record.statement) or ""
        if not _holds(site, of, record, named):
            key = "content" if of.edition else "statement"
            where = f"record of {contents.path} that edition {of.edition} prints" if of.edition else f"statement of data/reports/{of.quoted}.yaml"
            mend = f"Write “{key}: …” with the id of a {where}, and nothing else of the kind."
            yield problem(file.document, (*place, key), f"{record.id} names nothing that its list, {of.id}, holds.", mend)
        elif (of.id, named) in first:
            what = f"{record.id} stands for {named}, for which {first[of.id, named]} stands already."
            yield problem(file.document, (*place, "id"), what, "Delete one of the two, or name another content.")
        first.setdefault((of.id, named), record.id)
    for of in _lists(site).values() if _is_whole(site, "coverage") and _is_whole(site, "report-contents") else ():
        for content in (each for each in contents if of.edition in each.editions and (of.id, each.id) not in first):
            what = f"{content.id} is to be included, by {of.id}, and no record says whether reports do."
            yield problem(file.document, (), what, f"Add a record with “of: {of.id}” and “content: {content.id}”.")


def _holds(site: Site, of: ReportList, record: Requirement, named: str) -> bool:
    """Whether a list holds what a record names; yes, where that is told of another place already."""
    if record.content and record.statement:
        return False
    if of.edition:
        known = site.register("report-contents").by_id
        if not any(of.edition in each.editions for each in known.values()):
            return True
        return of.edition in known[named].editions if named in known else bool(named)
    return named in evidence.of(site, of.quoted) if of.quoted in site.reports else True


def verdicts_are_whole(site: Site) -> Iterator[Problem]:
    """A record has a verdict on every report for which its list was in force, and on no other."""
    file, lists = site.register("coverage"), site.register("report-lists")
    for of in lists:
        asked = [(place, record) for place, record, its in _asked(site) if its is of]
        outside = {each.report for each in of.outside}
        for year in evidence.years(site):
            without = [(place, record) for place, record in asked if year not in record.verdicts]
            if year in outside:
                for place, record in (each for each in asked if each not in without):
                    what = f"{record.id} has a verdict on the report {year}, for which its list was not in force."
                    yield problem(file.document, (*place, "verdicts", year), what, f"Delete it, or take {year} from “outside” in {lists.path}.")
            elif len(without) == len(asked) > 1:
                what = f"no record of {of.id} has a verdict on the report {year}."
                mend = f"Add a verdict to each, or name the report under “outside” in {lists.path}, with the reason why the list was not in force."
                yield problem(lists.document, (*lists.places[of.id], "id"), what, mend)
            else:
                for place, record in without:
                    what = f"{record.id} has no verdict on the report {year}."
                    yield problem(file.document, (*place, "id"), what, "Add one below “verdicts”: how to is told at the top of the file.")


def evidence_stands_in_the_report(site: Site) -> Iterator[Problem]:
    """What a verdict names as evidence is a statement, a section or a figure of that report."""
    file = site.register("coverage")
    for place, record in file.records:
        for year, verdict in record.verdicts.items():
            known = evidence.of(site, year) if year in site.reports else {}
            for i, named in enumerate(verdict.where) if known else ():
                if named not in known:
                    what = f"{record.id} names “{named}” as evidence, which the report {year} does not have."
                    mend = f"Use the id of a statement, a section or a figure of data/reports/{year}.yaml."
                    yield problem(file.document, (*place, "verdicts", year, "where", i), what, mend)


RULES = (reports_are_held, lists_stand_for_editions, requirements_stand_for_contents, verdicts_are_whole, evidence_stands_in_the_report)
