"""What must not be overlooked where a text changes: a “not”, a verb of duty, a number, an end that is lost."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher

from macros import records
from macros.compare import engine

_DENIALS = re.compile(r"\b(not|no|never|neither|nor|none|cannot|without|unless|except)\b|\w(n['’]t)\b", re.I)
_NUMBER = re.compile(r"\d+(?:[.,:/-]\d+)*")
_SENTENCE = re.compile(r"[.!?…][”’\"')\]]*(?=\s|$)")
_FEW = 4


def on(old: str, new: str, forces: Mapping[str, str]) -> Iterator[str]:
    """What to look at twice where one text takes another's place, each as a sentence.

    Args:
        old: the text as it was.
        new: the text as it is.
        forces: each form of a verb of duty, and the verb.
    """
    if records.is_silence(old) or records.is_silence(new):
        yield from _on_silence(old, new)
        return
    denied, denies = _denials(old), _denials(new)
    yield from (f"“{word}” was put in." for word in (denies - denied).elements())
    yield from (f"“{word}” was taken out." for word in (denied - denies).elements())
    before, after = _verbs("removed", old, new, forces), _verbs("added", old, new, forces)
    if before - after and after - before:
        yield f"The verb of duty changed: {_listed(before - after)} became {_listed(after - before)}."
    elif before != after and engine.verbs(old, forces) != engine.verbs(new, forces):
        yield f"A verb of duty is {'gone' if before - after else 'new'}: {_listed(before ^ after)}."
    yield from _numbers(old, new)
    if ends_early(old, new):
        yield "The end of the text is gone."


def _on_silence(old: str, new: str) -> Iterator[str]:
    """What to look at where one of two texts is a silence, which is no sentence in which a word could be missed."""
    if records.is_silence(old) and records.is_silence(new):
        yield f"One silence became another: “{old}” was, “{new}” is. Which of them does the source call for?"
    elif records.is_silence(old):
        yield f"It was “{old}”, and something stands there now. Does a source say it, and which?"
    else:
        yield f"It is “{new}” now. Does the source really say nothing?"


def _denials(text: str) -> Counter[str]:
    return Counter((found[1] or "not").casefold() for found in _DENIALS.finditer(text))


def _verbs(kind: str, old: str, new: str, forces: Mapping[str, str]) -> frozenset[str]:
    """The verbs of duty in what was taken out, or put in."""
    return engine.verbs(" … ".join(run.text for run in engine.marked(old, new) if run.kind == kind), forces)


def _listed(verbs: frozenset[str]) -> str:
    return " and ".join(f"“{verb}”" for verb in sorted(verbs))


def _numbers(old: str, new: str) -> Iterator[str]:
    before, after = _NUMBER.findall(old), _NUMBER.findall(new)
    changed = [each for each in SequenceMatcher(None, before, after, autojunk=False).get_opcodes() if each[0] == "replace"]
    pairs = [f"{', '.join(before[a:b])} became {', '.join(after[c:d])}" for _, a, b, c, d in changed]
    if pairs:
        more = f"; and {len(pairs) - _FEW} more" if len(pairs) > _FEW else ""
        yield f"A number changed: {'; '.join(pairs[:_FEW])}{more}."


def ends_early(old: str, new: str) -> bool:
    """Whether a text is another whose end is gone."""
    before, after = " ".join(old.split()), " ".join(new.split()).rstrip(".…")
    return bool(after) and len(after) < len(before.rstrip(".…")) and before.startswith(after)


def sentences(text: str) -> int:
    """How many sentences a text holds; words without a full stop are one."""
    ends = list(_SENTENCE.finditer(text))
    rest = text[ends[-1].end() :] if ends else text
    return len(ends) + bool(re.search(r"\w", rest))
