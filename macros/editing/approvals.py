"""Whose approval a change needs, as ``data/review-rules.yaml`` says."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Any

from macros.editing.edits import Edit
from macros.records.reviewing import ReviewRule

_LINKS = "links/"


@dataclass(frozen=True)
class Approval:
    """An approval that is needed.

    Args:
        rule: the rule that asks for it.
        of: what it is asked for.
    """

    rule: ReviewRule
    of: tuple[str, ...]

    @property
    def says(self) -> str:
        """The approval as a sentence."""
        return f"{self.rule.what}: {self.rule.who}." + (f" {self.rule.why}" if self.rule.why else "")


def needed(rules: Iterable[ReviewRule], found: Iterable[Edit]) -> tuple[Approval, ...]:
    """Every approval that some edits need, in the rules' order.

    Args:
        rules: the rules.
        found: the edits.
    """
    asked: dict[str, list[str]] = {}
    rules = tuple(rules)
    for each in found:
        concerned = [rule for rule in rules if not rule.otherwise and _is_about(rule, each)] or [rule for rule in rules if rule.otherwise]
        for rule in concerned:
            asked.setdefault(rule.id, []).append(each.what)
    return tuple(Approval(rule, tuple(dict.fromkeys(asked[rule.id]))) for rule in rules if rule.id in asked)


def _is_about(rule: ReviewRule, each: Edit) -> bool:
    if rule.editions:
        return bool(each.editions)
    linked = {name.removeprefix(_LINKS) for name in each.names if name.startswith(_LINKS)}
    return any(fnmatchcase(each.path, pattern) for pattern in rule.files) or bool(linked & set(rule.links))


def rules_of(*sites: Any) -> tuple[ReviewRule, ...]:
    """The rules of the first of some states that has any: the older one's, so that no change can excuse itself."""
    found = (tuple(site.register("review-rules")) for site in sites)
    return next((rules for rules in found if rules), ())
