"""What Python-Markdown makes of an edition's page: the ids and texts that a reader sees, to hold the parser's against."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser
from types import SimpleNamespace
from typing import Any

import markdown

from macros.check.judge import EXTENSIONS
from macros.pages import edition
from macros.pages.addresses import Here
from macros.pages.draw import Stash
from macros.pages.markdown import Drawn
from macros.read.provisions import MACRO, Page, Provision

ADDRESS = "address-of-"
PLAIN = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "p", "ul", "li", "a", "strong", "div"})


@dataclass
class Rendered(HTMLParser):
    """The elements of a page that have an id, with their texts; its notes; its links; and what should not be there."""

    texts: dict[str, str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    odd: list[str] = field(default_factory=list)
    open: list[tuple[str, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag not in PLAIN:
            self.odd.append(f"<{tag}>")
        if tag == "a":
            self.links.append(given.get("href") or "")
        if tag == "div":
            self.notes.append("")
        name = given.get("id") or {"div": "note", "ul": "stop"}.get(tag, "")
        if given.get("class") == "admonition-title":
            name = "stop"
        if given.get("id"):
            if name in self.texts:
                self.odd.append(f"{name} twice")
            self.texts[name] = ""
        if tag not in ("br", "hr", "img"):
            self.open.append((tag, name))

    def handle_endtag(self, tag: str) -> None:
        if self.open and self.open[-1][0] == tag:
            self.open.pop()
        else:
            self.odd.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        name = next((name for _, name in reversed(self.open) if name), "")
        if name in self.texts:
            self.texts[name] += data
        elif name == "note":
            self.notes[-1] += data
        elif data.strip() and not (name == "stop" and data == "Editor's note"):
            self.odd.append(data.strip())


def of(page: Page) -> Rendered:
    """A page as the site renders it, without its block macros and what else is drawn into it."""
    page_edition = SimpleNamespace(
        id="old", current=True, superseded=False, draft=False, name="Old", citation=lambda _: "", entries=lambda _: (), memo={}
    )
    page = replace(page, body="\n".join("" if MACRO.match(line) else line for line in page.body.split("\n")))
    site = SimpleNamespace(editions={"old": page_edition}, pages={("old", "topic"): page}, order=("old",), register=lambda _: (), reports={}, memo={})
    page_edition.site = site
    stash = Stash()
    draw: Any = SimpleNamespace(site=site, home="", stash=stash, inline=lambda *_, **__: stash.piece(""), page=lambda *_, **__: stash.piece(""))
    body = edition.body(draw, Here("arrangements/old/topic.md"))
    names = dict.fromkeys(re.findall(r"\]\[([^\]]+)\]", body))
    body += "\n\n" + "\n".join(f"[{name}]: {ADDRESS}{name}" for name in names) + "\n"
    found = Rendered()
    found.feed(markdown.markdown(body, extensions=[*EXTENSIONS, Drawn(stash)]))
    found.close()
    return found


def differences(page: Page) -> list[str]:
    """Where the parser's reading of a page and the reader's differ; nothing where they are the same."""
    found = of(page)
    texts = [(name, " ".join(text.split())) for name, text in found.texts.items()]
    meant = [(part.id, part.text) for part in page.parts if isinstance(part, Provision)]
    links = [target.replace("ref:", ADDRESS, 1) if target.startswith("ref:") else target for target, _ in page.links]
    told = [f"odd: {each}" for each in found.odd]
    told += [f"{name}: {a!r} is shown, {b!r} is read" for name, a, b in _pairs(texts, meant)]
    notes = [" ".join(each.split()) for each in found.notes]
    if notes != [note.text for note in page.notes]:
        told.append(f"notes {notes} are shown, {[note.text for note in page.notes]} are read")
    if found.links != links:
        told.append(f"links {found.links} are shown, {links} are read")
    return told


def _pairs(shown: list[tuple[str, str]], read: list[tuple[str, str]]) -> list[tuple[str, Any, Any]]:
    if [name for name, _ in shown] != [name for name, _ in read]:
        return [("ids", [name for name, _ in shown], [name for name, _ in read])]
    return [(name, a, b) for (name, a), (_, b) in zip(shown, read, strict=True) if a != b]
