"""A review as JSON, for programs."""

from __future__ import annotations

import json
from typing import Any

from macros.editing import review
from macros.editing.edits import Edit
from macros.editing.effects import Effect
from macros.editing.review import Reviewed


def written(reviewed: Reviewed) -> str:
    """A review as JSON: ``pages`` are addresses from the site's root, null where they cannot be told."""
    value: dict[str, Any] = {
        "base": reviewed.base,
        "head": reviewed.head,
        "says": [review.headline(reviewed), review.appears(reviewed)],
        "fewer": list(reviewed.gone),
        "problems": [vars(each) | {"before": had} for each, had in reviewed.problems],
        "questions": list(review.questions(reviewed)),
        "unread": list(reviewed.unread),
        "approvals": [{"id": each.rule.id, "what": each.rule.what, "who": each.rule.who, "of": list(each.of)} for each in reviewed.approvals],
        "changes": [_edit(each, seen) for each, seen in zip(reviewed.edits, reviewed.seen, strict=True)],
        "comparisons": [_effect(each) for each in reviewed.effects],
        "pages": None if reviewed.pages is None else list(reviewed.pages),
    }
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _edit(each: Edit, seen: tuple[str, ...]) -> dict[str, Any]:
    found = {name: getattr(each, name) for name in ("kind", "did", "what", "path", "line", "old", "new")}
    words = [[run.kind, run.text] for run in each.words]
    return found | {"words": words, "editions": list(each.editions), "heeded": list(each.heeded), "told": list(each.told), "seen": list(seen)}


def _effect(each: Effect) -> dict[str, Any]:
    found = {"comparison": each.comparison.name, "id": each.change.id, "how": each.how, "before": list(each.was), "now": list(each.now)}
    return found | {"parted": each.parted, "says": each.says}
