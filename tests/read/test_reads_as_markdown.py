"""The parser and Python-Markdown read a page alike, whatever an editor writes that the parser accepts."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from macros.read import provisions
from macros.read.load import load
from macros.read.provisions import Call, Page, Provision
from tests.conftest import MINIATURE, ROOT
from tests.read.rendered import differences

HEAD = "---\ntitle: T\n---\n"
NAMES = [f"{first}-{second}" for first in ("one", "two", "three", "four", "five", "six") for second in ("a", "b", "c", "d", "e", "f", "g")]
_ODD = """# ## ### #word ##Word - -- --- -word * ** *** *word* **bold** **two words** ** _ __ _word_ __word__ snake_case + = == === ~ ~~ ~~~ ` `code` ``` | a|b > >word
! !! !!! !!!note ? ??? : :: data: metadata: https://example.org www.example.org name@example.org < <5 <b> </b> <!-- <? <5> << & &amp; &D; R&D; &copy; &copy &#65; &x
[ ] [sic] [1] [] [x [outside] [TOC] [^1] ![x](y) [words](other.md#there) [words][outside] [words][] [words](a_b.md) [words](x\u0020y) [**bold**](other.md) **[words](other.md)** (words)
[words]( ) [[x](y.md)](z.md) ] [ ( ) \\ \\* \\. \\[ 1. 2. 10. 1) (a) (1) a. a) ii. iv) A. • · – — ‑ … ’ ‘ “ ” " ' '' , . ; / @ ^ $ % é ß 漢 { } {} {{ }} {# {: {: #x } {:.x} {#x} {%
note "Editor's i.e. e.g. No. 2019. 2019 word Word WORD. words, it's"""
ODD = _ODD.split()
SPACES = ["\t", "\u00a0", "\u00ad", "\u200b", "\u2003", "\x0b", "\x0c", "\x1c", "\x85", "\u2028", "\ufeff", "  ", "   ", "    "]
PLAIN = ["The board", "will meet", "quarterly", "and", "listen.", "Members:", "as needed"]

plain_line = st.lists(st.sampled_from(PLAIN), min_size=1, max_size=4).map(" ".join)
odd_line = st.lists(st.sampled_from([*ODD, *SPACES, *PLAIN, *PLAIN]), min_size=1, max_size=5).flatmap(
    lambda pieces: st.sampled_from([" ", " ", ""]).map(lambda between: between.join(pieces))
)
any_line = st.text(st.sampled_from("ab #-*_+=~`|>!?:<&;[]()\\1.2)•–{}\"'x\t"), min_size=1, max_size=12)
odd = st.one_of(odd_line, odd_line, any_line)
GAPS = ["\n", "\n\n\n", "\n \n", "\n    \n", "\n\t\n"]


@st.composite
def pages(draw: st.DrawFn) -> str:
    """A page's body: in most of them one line, one gap or one depth is as an editor should not write it."""
    names, body, level, depth = iter(NAMES), draw(st.sampled_from(["", "", "", "", "", "\n", "\n \n", " \n"])), 1, 0
    count = draw(st.integers(1, 6))
    wrong = draw(st.integers(-1, count - 1))
    for at in range(count):
        odd_here = draw(st.sampled_from(["text", "text", "text", "gap", "depth"])) if at == wrong else ""
        lines = draw(st.lists(plain_line, min_size=1, max_size=2))
        if odd_here == "text":
            lines[draw(st.integers(0, len(lines) - 1))] = draw(odd)
        kind = draw(st.sampled_from(["heading", "paragraph", "item", "item", "item", "note"]))
        if kind == "heading":
            level = draw(st.integers(2, min(level + 1, 6)))
            deeper = draw(st.integers(-1, 5)) if odd_here == "depth" else 0
            body += "#" * (level + deeper) + f" {lines[0]}\n{{: #{next(names)} }}"
        elif kind == "item":
            if depth and body.endswith("}\n\n") and draw(st.booleans()):
                body = body[:-1]
            depth = draw(st.integers(1, depth + 1))
            indent = " " * (4 * depth - 4 + (draw(st.sampled_from([-4, -1, 1, 2, 3, 4])) if odd_here == "depth" else 0))
            body += f"{indent}-   " + f"\n{indent}    ".join([*lines, f"{{: #{next(names)} }}"])
        elif kind == "note":
            indent = " " * (draw(st.sampled_from([0, 3, 5, 8])) if odd_here == "depth" else 4)
            body += '!!! note "Editor\'s note"' + "".join(f"\n{indent}{each}" for each in lines)
        else:
            indent = " " * (draw(st.integers(1, 8)) if odd_here == "depth" else 0)
            body += f"\n{indent}".join([indent + lines[0], *lines[1:]]) + f"\n{{: #{next(names)} }}"
        depth = depth if kind == "item" else 0
        body += draw(st.sampled_from(GAPS)) if odd_here == "gap" else "\n\n"
    return body


def read(body: str) -> tuple[Page, list[str]]:
    """A page without its front matter."""
    page, problems = provisions.split("docs/x.md", HEAD + body)
    page, more = provisions.parse(replace(page, meta=SimpleNamespace(title="T")))
    return page, [f"{problem.line}: {problem.what}" for problem in (*problems, *more)]


@pytest.mark.parametrize("root", [MINIATURE, ROOT], ids=["the miniature", "the site"])
def test_every_page_is_shown_as_it_is_read(root: Path) -> None:
    for page in load(root)[0].pages.values():
        assert differences(page) == [], page.path


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(pages())
def test_what_is_accepted_is_shown_as_it_is_read_and_can_be_written(body: str) -> None:
    page, problems = read(body)
    if problems:
        return
    assert differences(page) == []
    again, problems = read(provisions.write(page.parts))
    assert problems == []
    assert [replace(each, line=0) for each in again.parts] == [replace(each, line=0) for each in page.parts]


@st.composite
def parts(draw: st.DrawFn) -> list[Provision | Call]:
    """The parts of a page, with the places that they have when they are written."""
    found: list[Provision | Call] = []
    headings: list[Provision] = []
    items: list[str] = []
    counts: list[int] = []
    lead_in, paragraphs, line, names = "", 0, 4, iter(NAMES)
    for kind in draw(st.lists(st.sampled_from(["heading", "paragraph", "item", "item", "call"]), max_size=9)):
        name, text, above = next(names), draw(plain_line), headings[-1].id if headings else ""
        if kind == "call":
            items = []
            found.append(Call("agency_list", tuple(draw(st.lists(plain_line, max_size=2))), line, above))
        elif kind == "heading":
            level = draw(st.integers(2, min(headings[-1].level + 1, 6) if headings else 2))
            headings = [each for each in headings if each.level < level]
            found.append(Provision(name, kind, text, line, level, headings[-1].id if headings else ""))
            headings.append(found[-1])
            items, counts, lead_in, paragraphs = [], [], "", 0
        elif kind == "paragraph":
            paragraphs, lead_in, items = paragraphs + 1, name, []
            found.append(Provision(name, kind, text, line, 0, above, "", str(paragraphs)))
        else:
            depth = draw(st.integers(1, len(items) + 1))
            items, counts = items[: depth - 1], [*counts, *[0] * depth][:depth]
            counts[-1] += 1
            found.append(Provision(name, kind, text, line, depth, above, items[-1] if items else lead_in, ".".join(map(str, counts))))
            items.append(name)
        line += 2 if kind == "call" else 3
    return found


@settings(deadline=None)
@given(parts())
def test_what_is_written_reads_as_what_it_was_written_from(found: list[Provision | Call]) -> None:
    page, problems = read(provisions.write(found))
    assert list(page.parts) == found
    assert problems == [] or not page.provisions
