"""Rules on change notes: nothing vanishes, every change is explained, every note speaks of something."""

from __future__ import annotations

from collections.abc import Iterator

from macros import records
from macros.check import files, references
from macros.check.telling import is_read, is_sound, is_whole, known_editions, one_of, place_of, problem
from macros.compare import comparison, engine, findings, items
from macros.compare.comparison import Comparison
from macros.problems import Problem
from macros.read import yamltext
from macros.read.site import Edition, NotesFile, Site


def _notes_path(each: Comparison) -> str:
    return f"data/changes/{each.name}.yaml"


def _notes_file(each: Comparison) -> NotesFile | None:
    """The notes of a comparison, or None where they are missing or cannot be read whole: then nobody can say what they lack."""
    file = each.site.notes.get((each.old.id, each.new.id))
    return file if file and file.path not in each.site.unread and is_sound(file) else None


def neighbours_have_notes(site: Site) -> Iterator[Problem]:
    """Two neighbouring editions have their file of changes."""
    for each in comparison.neighbours(site):
        path = _notes_path(each)
        if path not in site.files and path not in files.misnamed(site).values():
            what = f"there is no file for the changes from {each.old.id} to {each.new.id}."
            yield Problem(path, 1, what, "Add it, with a line “notes: []” to begin with.")


def notes_are_about_neighbours(site: Site) -> Iterator[Problem]:
    """A file of changes is about two neighbouring editions."""
    known = {(each.old.id, each.new.id) for each in comparison.neighbours(site)}
    for (old, new), file in site.notes.items():
        if (old, new) not in known and not {old, new} & (known_editions(site) - set(site.order)):
            mend = "Name the file <older edition>-<newer edition>.yaml, with the ids of two neighbouring editions."
            yield Problem(file.path, 1, f"this file is about {old} and {new}, which are not neighbours among the editions.", mend)


def nothing_vanishes_silently(site: Site) -> Iterator[Problem]:
    """Every provision and every entry of an older edition stays in the next, or a change note says what became of it."""
    for each in comparison.neighbours(site):
        file = _notes_file(each)
        if file is None:
            continue
        fates = file.removed | {old for old, _ in file.lineage}
        gone = list(_gone_records(each, fates))
        if is_whole(each.old) and is_whole(each.new):
            gone += [name for name in each.old.by_id if name not in each.new.by_id and name not in fates]
        for name in gone:
            path, line = place_of(each.old, name)
            what = f"{name} is in {each.old.id} but not in {each.new.id}, and no change note says what became of it."
            mend = f"the same id in {each.new.id}" if "/" not in name else f"an entry for {each.new.id} too"
            yield Problem(path, line, what, f"If it stays, give it {mend}; else name it in {file.path} under “replaces” or “removed”.")


def _gone_records(each: Comparison, fates: frozenset[str]) -> Iterator[str]:
    """Records that the newer edition does not print, and whose fate nobody tells."""
    for register in each.site.registers:
        follows = register in items.BY_PROVISION or register not in items.COMPARED
        for record, entry in each.old.entries(register) if register in _with_entries(each.site) else ():
            name, mistyped = f"{register}/{record.id}", any(edition not in each.site.order for edition in record.editions)
            if each.new.id in record.editions or name in fates or mistyped:
                continue
            ids = (*getattr(entry, "provision", ()), *getattr(entry, "provisions", ()))
            if not (follows and ids and all(i in fates for i in ids)):
                yield name


def _with_entries(site: Site) -> frozenset[str]:
    return frozenset(name for name in site.registers if "editions" in records.KINDS[name].shape.model_fields)


def definitions_do_not_vanish(site: Site) -> Iterator[Problem]:
    """A word that the older edition explains and the newer one does not is named by a change note."""
    for each in comparison.neighbours(site):
        file = _notes_file(each)
        if file is None:
            continue
        for record, entry in each.old.entries("terms"):
            after, name = record.editions.get(each.new.id), f"terms/{record.id}"
            if after and entry.means and not after.means and name not in each.named:
                path, line = place_of(each.old, name)
                what = f"{name} is explained in {each.old.id} but not in {each.new.id}, and no change note says so."
                mend = f"Write what {each.new.id} says under “means”, or name {name} under “where” in a note of {file.path}."
                yield Problem(path, line, what, mend)


def notes_point_somewhere(site: Site) -> Iterator[Problem]:
    """A change note names provisions and records that exist, on the side of the change where they stand."""
    for each in comparison.neighbours(site):
        file = site.notes.get((each.old.id, each.new.id))
        if file is None:
            continue
        for place, note in file.records:
            for field, name, sides, at in _named_by(each, note):
                if any(_has(side, name) for side in sides):
                    if field == "removed" and _has(each.new, name):
                        mend = "Take it off the list, or give the provision another id if its idea is another."
                        yield problem(file.document, (*place, *at), f"{note.id} says that {name} was removed, but {each.new.id} has it.", mend)
                elif not any(_is_told(side, name) for side in sides):
                    editions = " or ".join(side.id for side in sides)
                    mend = "Use the id of a provision, or register/id for a record, such as agencies/some-agency."
                    yield problem(file.document, (*place, *at), f"{note.id} names {name} under “{field}”, which {editions} does not have.", mend)


Named = tuple[str, str, tuple[Edition, ...], tuple[str | int, ...]]


def _named_by(each: Comparison, note: records.Note) -> Iterator[Named]:
    """What a note names: the field, the id, the editions of which one must have it, and its place in the note."""
    yield from (("where", name, (each.old, each.new), ("where", i)) for i, name in enumerate(note.where))
    yield from (("removed", name, (each.old,), ("removed", i)) for i, name in enumerate(note.removed))
    for i, step in enumerate(note.replaces):
        yield from (("replaces", name, (each.old,), ("replaces", i, "old", j)) for j, name in enumerate(step.old))
        yield from (("replaces", name, (each.new,), ("replaces", i, "new", j)) for j, name in enumerate(step.new))


def _has(edition: Edition, name: str) -> bool:
    """Whether an edition has a provision, or prints a record."""
    register, slash, identifier = name.partition("/")
    if not slash:
        return name in edition.by_id
    record = edition.site.registers[register].by_id.get(identifier) if register in edition.site.registers else None
    return edition.id in getattr(record, "editions", ())


def _is_told(edition: Edition, name: str) -> bool:
    """Whether it is told already why an edition does not seem to have a provision or record: its page or list has a fault."""
    register, slash, identifier = name.partition("/")
    if not slash:
        return not is_whole(edition)
    file = edition.site.registers.get(register)
    return file is not None and (
        identifier in references.cut(edition.site).get(register, ())
        or not is_read(edition.site, register)
        or identifier in file.ids - file.by_id.keys()
    )


def weights_have_a_floor(site: Site) -> Iterator[Problem]:
    """A note that tells a removal, a new or stronger duty or a change of force is no wording, unless it says why."""
    for each, file, place, note in _noted(site):
        if note.weight == "wording" and not note.wording_because and (note.removed or note.binds or _changes_force(each, note)):
            what = f"{note.id} is called wording, but it tells a removal, a new or stronger duty or a change of force."
            mend = "Call it notable or key, or add “wording_because: …” with the reason why it is wording all the same."
            yield problem(file.document, (*place, "weight"), what, mend)


def notes_tell_a_difference(site: Site) -> Iterator[Problem]:
    """What a note says was and what it says is are two sentences."""
    for _, file, place, note in _noted(site):
        if note.was and note.was == note.is_:
            what = f"{note.id} says the same under “was” and under “is”."
            yield problem(file.document, (*place, "is"), what, "Say what each of the two editions says, or leave one line out where it says nothing.")


def _noted(site: Site) -> Iterator[tuple[Comparison, NotesFile, yamltext.Path, records.Note]]:
    """Every note, with the comparison, the file and the place in it where it stands."""
    for each in comparison.neighbours(site):
        file = _notes_file(each)
        if file is not None:
            yield from ((each, file, place, note) for place, note in file.records)


def _changes_force(each: Comparison, note: records.Note) -> bool:
    """Whether a note names a provision whose own verb of duty changed, and no other note answers for that change."""
    found = (each.change_of.get((side, name)) for name in note.where for side in ("old", "new"))
    forced = (change for change in found if change and engine.FORCE in change.kinds and not change.by_lead_in and change.form != "record")
    return any(all(other.weight == "wording" and not other.wording_because for other in each.notes_of(change)) for change in forced)


def promises_have_a_fate(site: Site) -> Iterator[Problem]:
    """An older provision with a verb of duty that has no equal in the newer edition has a fate in a change note."""
    for each in comparison.neighbours(site):
        if _notes_file(each) is None or not (is_whole(each.old) and is_whole(each.new)):
            continue
        for item in findings.promises_without_fate(each):
            path, line = place_of(each.old, item.id)
            what = f"{item.id} is a promise of {each.old.id} that {each.new.id} does not print alike, and no change note says what became of it."
            yield Problem(path, line, what, f"Name it under “fates” in a note of {_notes_path(each)}: {one_of(records.FATES)}.")


def fates_are_of_older_provisions(site: Site) -> Iterator[Problem]:
    """A fate is told of a provision that the older edition has, and once."""
    for each in comparison.neighbours(site):
        file, first = _notes_file(each), dict[str, str]()
        if file is None or not is_whole(each.old):
            continue
        for place, note in file.records:
            for i, fate in enumerate(note.fates):
                for j, name in enumerate(fate.of):
                    at = (*place, "fates", i, "of", j)
                    if name not in each.old.by_id:
                        what = f"{note.id} tells the fate of {name}, which {each.old.id} does not have."
                        yield problem(file.document, at, what, "Use the id of a provision of the older edition.")
                    elif name in first:
                        what = f"{note.id} tells the fate of {name}, which {first[name]} tells too."
                        yield problem(file.document, at, what, "Keep one of the two: a promise has one fate.")
                    first.setdefault(name, note.id)


def key_changes_are_about_neighbours(site: Site) -> Iterator[Problem]:
    """A file of key changes is about two neighbouring editions, and is there where a note asks for it."""
    known = {f"data/key-changes/{each.name}.yaml": each for each in comparison.neighbours(site)}
    for path in (file.path for file in site.files.values() if file.kind == "key-changes" and file.path not in known):
        if not set(path.rpartition("/")[2].removesuffix(".yaml").split("-")) & (known_editions(site) - set(site.order)):
            mend = "Name the file as its file of change notes: <older edition>-<newer edition>.yaml."
            yield Problem(path, 1, "this file is about two editions that are not neighbours.", mend)
    for path, each in known.items():
        notes = _notes_file(each)
        if notes and path not in site.files and path not in files.misnamed(site).values() and any(map(_is_summed_up, notes)):
            yield Problem(path, 1, "this file is missing.", f"Put it back, or call no note of {notes.path} key and let none belong to “throughout”.")


def _is_summed_up(note: records.Note) -> bool:
    """Whether the file of key changes has to have something for a note."""
    return note.weight == "key" or note.throughout is not None


def key_changes_sum_up_key_notes(site: Site) -> Iterator[Problem]:
    """Every note whose weight is key is summed up by exactly one of the key changes, and these name notes that exist."""
    for each in comparison.neighbours(site):
        notes, file = _notes_file(each), site.files.get(f"data/key-changes/{each.name}.yaml")
        if notes is None or file is None or file.path in site.unread or not is_sound(file):
            continue
        first: dict[str, str] = {}
        for _, found in file.records:
            for i, change in enumerate(found.key):
                for j, name in enumerate(change.notes):
                    at = ("key", i, "notes", j)
                    if name not in notes.by_id:
                        yield problem(
                            file.document, at, f"{change.id} sums up the note {name}, which does not exist.", f"Use the id of a note of {notes.path}."
                        )
                    elif name in first:
                        what = f"{change.id} sums up the note {name}, which {first[name]} sums up too."
                        yield problem(file.document, at, what, "Let one of the two name it.")
                    first.setdefault(name, change.id)
            lines = {line.id for line in found.throughout}
            for place, note in notes.records:
                if note.weight == "key" and note.id not in first:
                    what = f"{note.id} is called key, and no key change of {file.path} sums it up."
                    yield problem(notes.document, (*place, "weight"), what, "Add its id under “notes” of a key change, or call it notable.")
                if note.throughout and note.throughout not in lines:
                    what = f"{note.id} belongs to the line “{note.throughout}”, which {file.path} does not have."
                    yield problem(notes.document, (*place, "throughout"), what, f"Use {one_of(sorted(lines))}." if lines else "Delete the line.")


def changes_are_explained(site: Site) -> Iterator[Problem]:
    """Every addition, removal, move, split, merger, new name and change of force is told by a change note."""
    for each in comparison.neighbours(site):
        if _notes_file(each) is None or not (is_whole(each.old) and is_whole(each.new)):
            continue
        for change in each.changes:
            if change.kinds == (engine.REWORDED,) or change.kind == engine.SAME or each.is_explained(change):
                continue
            path, line = place_of(each.new if change.new else each.old, change.id)
            what = f"{change.id} is {change.kind} between {each.old.id} and {each.new.id}, and no change note says so."
            yield Problem(path, line, what, f"Name it under “where” in a note of {_notes_path(each)}: what changed, why, for whom.")


RULES = (
    neighbours_have_notes, notes_are_about_neighbours, nothing_vanishes_silently, definitions_do_not_vanish, notes_point_somewhere,
    weights_have_a_floor, notes_tell_a_difference, promises_have_a_fate, fates_are_of_older_provisions,
    key_changes_are_about_neighbours, key_changes_sum_up_key_notes,
)  # fmt: skip
