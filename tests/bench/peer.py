"""One comparison by a differ that others wrote: ``python tests/bench/peer.py NAME OLD NEW`` prints what it cost and marked, as JSON.

OLD and NEW hold a paragraph a line. Words are what stands between blanks, the same for all.
"""

from __future__ import annotations

import difflib
import html
import json
import re
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

Run = tuple[str, str]
"""A run of words: same, removed or added; and the words."""
TAGS = {"del": "removed", "ins": "added"}


def marks(runs: Iterable[Run]) -> tuple[float, int, int]:
    """What a reader sees of a comparison.

    Returns: the share of the words of both texts that is shown as removed or added, in per cent; runs so shown; and single
    words left between two of them.
    """
    joined: list[tuple[str, int]] = []
    for kind, text in runs:
        if words := len(re.findall(r"\w+", text)):
            joined = [*joined[:-1], (kind, joined[-1][1] + words)] if joined and joined[-1][0] == kind else [*joined, (kind, words)]
    changed = sum(words for kind, words in joined if kind != "same")
    same = sum(words for kind, words in joined if kind == "same")
    single = sum(1 for kind, words in joined[1:-1] if kind == "same" and words == 1)
    return 100 * changed / (changed + 2 * same), sum(1 for kind, _ in joined if kind != "same"), single


def of_difflib(old: str, new: str) -> Iterator[Run]:
    """Python's own, on words, exact."""
    a, b = old.split(), new.split()
    for tag, i, j, k, m in difflib.SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        yield from [("same", " ".join(b[k:m]))] if tag == "equal" else [("removed", " ".join(a[i:j])), ("added", " ".join(b[k:m]))]


def of_git(old: str, new: str) -> Iterator[Run]:
    """git's word diff."""
    for name, text in (("old", old), ("new", new)):
        Path(name).write_text(text, encoding="utf-8")
    words = ["git", "diff", "--no-index", "--unified=1000000", "--word-diff=porcelain", "old", "new"]
    said = subprocess.run(words, capture_output=True, text=True, check=False).stdout.partition("\n@@")[2].splitlines()[1:]
    kinds = {"-": "removed", "+": "added", " ": "same"}
    return ((kinds[line[0]], line[1:]) for line in said if line[:1] in kinds)


def of_lxml(old: str, new: str) -> Iterator[Run]:
    """lxml.html.diff, on HTML of the same paragraphs."""
    from lxml.html.diff import htmldiff

    a, b = ("".join(f"<p>{html.escape(line)}</p>" for line in text.splitlines()) for text in (old, new))
    kind = "same"
    for piece in re.split(r"(<[^>]*>)", htmldiff(a, b)):
        if (tag := piece.strip("</>")) in TAGS and piece.startswith("<"):
            kind = "same" if piece.startswith("</") else TAGS[tag]
        elif not piece.startswith("<"):
            yield kind, html.unescape(piece)


def of_redlines(old: str, new: str) -> Iterator[Run]:
    """redlines, which makes tracked changes out of two texts."""
    from redlines import Redlines

    kind = "same"
    for piece in re.split(r"(<del>|</del>|<ins>|</ins>)", Redlines(old, new, markdown_style="none").output_markdown):
        if (tag := piece.strip("</>")) in TAGS and piece.startswith("<"):
            kind = "same" if piece.startswith("</") else TAGS[tag]
        else:
            yield kind, piece.replace("¶", " ")


def of_diff_match_patch(old: str, new: str) -> Iterator[Run]:
    """diff-match-patch on words, as its wiki tells, without its limit of a second, and tidied for people."""
    from diff_match_patch import diff_match_patch

    differ = diff_match_patch()
    differ.Diff_Timeout = 0
    a, b, words = differ.diff_linesToChars("\n".join(old.split()) + "\n", "\n".join(new.split()) + "\n")
    found = differ.diff_main(a, b, False)
    differ.diff_charsToLines(found, words)
    differ.diff_cleanupSemantic(found)
    return (({-1: "removed", 0: "same", 1: "added"}[way], text) for way, text in found)


PEERS: dict[str, Callable[[str, str], Iterator[Run]]] = {
    "git": of_git,
    "lxml": of_lxml,
    "difflib": of_difflib,
    "redlines": of_redlines,
    "diff-match-patch": of_diff_match_patch,
}


def main(name: str, old: str, new: str) -> None:
    """Compares once; a first comparison of two words brings the imports in."""
    list(PEERS[name]("one two", "one three"))
    start = _cpu()
    runs = list(PEERS[name](Path(old).read_text(encoding="utf-8"), Path(new).read_text(encoding="utf-8")))
    print(json.dumps([_cpu() - start, *marks(runs)]))


def _cpu() -> float:
    """Processor time of this process and of those that it waited for."""
    child = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + child.ru_utime + child.ru_stime


if __name__ == "__main__":
    main(*sys.argv[1:])
