"""A change reviewed: what it takes away, what it says otherwise, what readers will see of it, and who must approve it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from macros import check as rules
from macros import clock, git
from macros.editing import approvals, articles, edits, effects, facts, gone, revisions, words
from macros.editing.approvals import Approval
from macros.editing.articles import Around, Article, Known
from macros.editing.edits import Edit
from macros.editing.effects import Effect
from macros.editing.revisions import Revision
from macros.problems import Problem
from macros.read.load import SETTINGS, load
from macros.read.withdrawn import taken_down

WORKING = "the working copy"
_PROGRAM = ("macros/",)
_SEEN = 12


@dataclass(frozen=True, eq=False)
class Reviewed:
    """What there is to say of a change.

    Args:
        base: the older state's name.
        head: the newer state's name.
        gone: what it takes away, each as a sentence.
        problems: what is wrong with the newer state, each with whether the older one had it too.
        edits: all that was changed.
        seen: on which pages each edit is seen, in the order of ``edits``.
        effects: what that does to the comparison of editions.
        pages: the addresses of the pages whose articles differ; None where they cannot be told.
        approvals: whose approval it needs.
        unread: what could not be reviewed, and why, as sentences.
        names: what readers call each edition, by id.
        drafts: the ids of those that were never in force.
    """

    base: str
    head: str
    gone: tuple[str, ...]
    problems: tuple[tuple[Problem, bool], ...]
    edits: tuple[Edit, ...]
    seen: tuple[tuple[str, ...], ...]
    effects: tuple[Effect, ...]
    pages: tuple[str, ...] | None
    approvals: tuple[Approval, ...]
    unread: tuple[str, ...]
    names: Mapping[str, str]
    drafts: frozenset[str]


def review(root: Path, base: str | None = None, head: str | None = None) -> Reviewed:
    """Reviews what lies between two states of the project.

    Args:
        root: the project's folder.
        base: the older state, a revision of git; where the newer one left the main branch, if none is named.
        head: the newer one; the working copy, if none is named.

    Raises: Unknown, where git does not know one of them.
    """
    with rules.unsearched(), ExitStack() as stack:
        after = stack.enter_context(revisions.at(root, head)) if head else Revision(WORKING, revisions.commit_of(root, "HEAD"), root)
        before = stack.enter_context(revisions.at(root, base or revisions.fork_point(root, after.commit)))
        paths = revisions.touched(root, before.commit, after.commit if head else None)
        return _Review(root, before, after, paths).reviewed()


class _Review:
    def __init__(self, root: Path, before: Revision, after: Revision, paths: Mapping[str, str]) -> None:
        self.root, self.before, self.after, self.paths = root, before, after, paths
        self.base = taken_down(load(before.folder)[0])
        self.head, self.problems = rules.check(after.folder)
        self.unread: list[str] = []

    def reviewed(self) -> Reviewed:
        found = self._edits()
        drawn = self._drawn()
        pages = None if drawn is None else tuple(articles.differing(*drawn))
        seen = tuple(_seen(each, pages, *drawn) if drawn and pages else () for each in found)
        had = set(rules.check(self.before.folder)[1]) if self.problems else set()
        same = {(each.path, each.what) for each in had}
        return Reviewed(
            self.before.name,
            self.after.name,
            tuple(gone.told(self.base, self.head, found)),
            tuple((each, (each.path, each.what) in same) for each in self.problems),
            found,
            seen,
            self._effects(),
            pages,
            approvals.needed(approvals.rules_of(self.base, self.head), found),
            tuple(self.unread),
            {edition.id: edition.name for site in (self.base, self.head) for edition in site.editions.values()},
            frozenset(edition.id for edition in self.head.editions.values() if edition.draft and self._was_draft(edition.id)),
        )

    def _was_draft(self, edition: str) -> bool:
        """Whether the older state did not have an edition in force: one that is taken out of force is still frozen."""
        return edition not in self.base.editions or self.base.editions[edition].draft

    def _edits(self) -> tuple[Edit, ...]:
        """All that was changed; a file of which nothing is told besides is told as a file."""
        base, head = self.base, self.head
        found = [*words.of_editions(base, head), *facts.of_data(base, head), *words.of_others(base, head)]
        found += facts.of_settings(self.before.folder, self.after.folder)
        found = [each for each in found if each.old != each.new or each.told]
        told = {each.path for each in found}
        found += [self._of_file(path, did) for path, did in self.paths.items() if path not in told and not self._is_unread(path)]
        return tuple(sorted(found, key=lambda each: edits.KINDS.index(each.kind)))

    def _of_file(self, path: str, did: str) -> Edit:
        """A file of which nothing more is told than that it was added, removed or changed."""
        words = path in (*self.base.files, *self.head.files, SETTINGS) or (path.startswith("docs/") and path.endswith(".md"))
        kind = edits.LAYOUT if words else edits.OTHER if path.startswith(("data/", "docs/")) else edits.PROGRAM
        return Edit(kind, path, path, 1, "" if did == "added" else "as it was", "" if did == "removed" else "as it is")

    def _is_unread(self, path: str) -> bool:
        """Whether what a file changed cannot be told; that is said."""
        if path in self._broken() and path in self.head.listing:
            self.unread.append(f"{path} cannot be read, so nothing can be said of what changed in it.")
            return True
        return False

    def _broken(self) -> frozenset[str]:
        """The files that cannot be read in one of the states; one that is empty or missing is none: that is told as what is gone."""
        found = frozenset[str]()
        for site in (self.base, self.head):
            found |= facts.unreadable(site) | {path for path in site.unread if path in site.listing and path not in site.files}
        return found

    def _drawn(self) -> tuple[dict[str, Article], dict[str, Article]] | None:
        """The articles of both states; None, with the reason, where one of them cannot be drawn."""
        if self._broken():
            self.unread.append("The pages that change cannot be told, as not every file can be read.")
            return None
        around = Around(self.root, clock.build_day() or revisions.day_of(self.root, self.after.commit))
        drawn = []
        for site, state, name in ((self.base, self.before, "The state before"), (self.head, self.after, "The state after")):
            try:
                known = Known(git.last_changes(self.root, state.commit), git.recent(self.root, state.commit))
                drawn.append(articles.of(site, state.folder, known, around))
            except Exception:
                because = "; it has problems" if site is self.head and self.problems else ""
                self.unread.append(f"{name} cannot be drawn{because}, so the pages that change cannot be told.")
                return None
        if any(path.startswith(_PROGRAM) and path.endswith((".py", ".yml")) for path in self.paths):
            self.unread.append(
                "The program itself changed. Both states are drawn here by the program that runs: what its change does to pages is not told."
            )
        return drawn[0], drawn[1]

    def _effects(self) -> tuple[Effect, ...]:
        if self._broken():
            return ()
        try:
            return tuple(effects.of(self.base, self.head))
        except Exception:
            self.unread.append("The editions cannot be compared until the problems are mended.")
            return ()


def _seen(each: Edit, pages: tuple[str, ...], old: Mapping[str, Article], new: Mapping[str, Article]) -> tuple[str, ...]:
    """The pages, of those that differ, that show an edit's old or new words."""
    was, now = _sought(each.old), _sought(each.new)
    if each.kind in edits.FILES:
        return ()
    return tuple(page for page in pages if _shows(was, old.get(page)) or _shows(now, new.get(page)))


def _sought(text: str) -> str:
    """A text as articles show it; none where it is an id, a date or a choice, which pages tell in other words."""
    return " ".join(text.split()) if re.search(r"\s|[^\W\d_a-z]|://", text) else ""


def _shows(text: str, article: Article | None) -> bool:
    return bool(text) and article is not None and text in article.text


def questions(reviewed: Reviewed) -> Iterator[str]:
    """What a reviewer must decide or look at twice, each as a sentence."""
    for each in reviewed.edits:
        yield from (f"{_capital(each.what)}: {sentence}" for sentence in each.heeded)
    touched: dict[str, list[str]] = {}
    for each in reviewed.edits:
        for edition in (edition for edition in each.editions if edition not in reviewed.drafts):
            touched.setdefault(edition, []).append(each.what)
    if touched:
        named = _and([f"{reviewed.names.get(edition, edition)} ({edits.counted(len(whats), 'place')})" for edition, whats in touched.items()])
        yield (
            f"What an edition prints reads otherwise here: {named}. An edition is frozen as printed. Is each change a correction of our restatement? "
            "What came later stands beside an edition, under “since”."
        )
    for effect in (each for each in reviewed.effects if each.parted):
        names = f"{effect.comparison.old.name} and {effect.comparison.new.name}"
        yield f"{effect.change.id} was the same in {names}, and is so no longer. Has the meaning changed, or must both be mended?"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def headline(reviewed: Reviewed) -> str:
    """What was changed, in a sentence or two; where it is little, by name, with the pages that it appears on."""
    found = reviewed.edits
    if not found:
        return "Nothing that can be read changed." if reviewed.unread else "Nothing changed."
    said = []
    for did in ("changed", "added", "removed"):
        counts = [(kind, sum(each.kind == kind and each.did == did for each in found)) for kind in edits.KINDS]
        if any(number for _, number in counts):
            said.append(f"{did} {_and([edits.counted(number, kind) for kind, number in counts if number])}")
    names = f": {_and([each.what for each in found])}" if len(found) <= _FEW else ""
    return f"You {_and(said)}{names}."


_FEW = 3


def _and(parts: list[str]) -> str:
    return " and ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)


def appears(reviewed: Reviewed) -> str:
    """On how many pages it appears, as a sentence."""
    if reviewed.pages is None:
        return "Which pages it changes cannot be told."
    if not reviewed.pages:
        return "No page's words change." + (
            "" if not reviewed.edits else " It may still show in the frame around them, in the search or in a download."
        )
    pages = edits.counted(len(reviewed.pages), "page")
    appears = "Once the problems are mended, it appears" if reviewed.problems else "It appears"
    return f"{appears} on {pages}: {', '.join(map(address, reviewed.pages[:_SEEN]))}" + (
        f" and {len(reviewed.pages) - _SEEN} more." if len(reviewed.pages) > _SEEN else "."
    )


def address(page: str) -> str:
    """A page's address from the site's root; the home page's is a slash."""
    return f"/{page}"
