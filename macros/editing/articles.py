"""The article of every page: all that stands on it between the site's frame, without a build.

Drawn as a build draws it: what the block macros draw, the page's own Markdown, and what the theme's ``content.html`` puts around
them. Two states of the project are drawn by the program that runs, for the same day, each with its own words, data, settings and
templates; the day on which a page last changed is part of its article. A template that nobody has read yet runs nothing of Python.
"""

from __future__ import annotations

import os
import posixpath
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from html import unescape
from pathlib import Path
from typing import Any

import jinja2
from jinja2.sandbox import SandboxedEnvironment

from macros.check.judge import EXTENSIONS
from macros.pages import addresses, extra
from macros.pages.addresses import Here
from macros.pages.draw import Draw, Stash, day
from macros.pages.page import Pages
from macros.read import yamltext
from macros.read.load import SETTINGS
from macros.read.site import Site

NOT_FOUND = "404.html"
_OF_THE_THEME = {
    "partials/tags.html": "",
    "partials/actions.html": "{{ page.edit_url }}",
    "partials/source-file.html": "",
    "main.html": "{% block content %}{% endblock %}",
    "base.html": "{% block content %}{% endblock %}",
}
"""What the theme's own templates put into an article: nothing but the way to edit it."""
_LINK = re.compile(r'(?<=href=")([^"#:?]*\.md)(?=[#"])')
_TAG = re.compile(r"<[^>]+>")


@dataclass(frozen=True, eq=False)
class Article:
    """One page's article.

    Args:
        source: all that it is made of; two with the same source are the same.
        render: gives it as HTML.
    """

    source: tuple[Any, ...]
    render: Callable[[], str] = field(repr=False)

    @cached_property
    def html(self) -> str:
        """As HTML."""
        return self.render()

    @cached_property
    def text(self) -> str:
        """Its words, and where its links lead, on one line."""
        led = " ".join(re.findall(r'href="([^"]*)"', self.html))
        return " ".join(unescape(_TAG.sub(" ", self.html) + " " + led).split())


class Kept(jinja2.BytecodeCache):
    """Templates that two states of the project share are translated once."""

    def __init__(self) -> None:
        self.code: dict[str, bytes] = {}

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """The template's name: the same template lies in another folder in another state."""
        return name

    def load_bytecode(self, bucket: jinja2.bccache.Bucket) -> None:
        """Takes what was translated, if it was of the same text."""
        if bucket.key in self.code:
            bucket.bytecode_from_string(self.code[bucket.key])

    def dump_bytecode(self, bucket: jinja2.bccache.Bucket) -> None:
        """Keeps what was translated."""
        self.code[bucket.key] = bucket.bytecode_to_string()


_KEPT: dict[type[jinja2.Environment], Kept] = {}
"""What is translated already, by what draws it."""


def settings(folder: Path) -> dict[str, Any]:
    """What a state's ``mkdocs.yml`` says, with what comes from the environment put in."""
    path = folder / SETTINGS
    text = path.read_text("utf-8", "replace") if path.is_file() else ""
    value = yamltext.read(SETTINGS, text, whose="settings")[0].value
    found = value if isinstance(value, dict) else {}
    return {name: _from_outside(each) if name in ("site_url", "repo_url", "edit_uri") else each for name, each in found.items()}


def _from_outside(value: Any) -> str:
    if isinstance(value, list) and value:
        return next((os.environ[name] for name in value[:-1] if name in os.environ), str(value[-1]))
    return str(value)


@dataclass(frozen=True)
class Around:
    """What two states that are compared have in common.

    Args:
        root: the project's own folder, whose templates are as much to be trusted as its program.
        built: the day for which both are built.
    """

    root: Path
    built: date | None

    def engine(self, folder: Path) -> type[jinja2.Environment]:
        """What draws the templates of a folder: those that are not the project's own may run nothing of Python."""
        return jinja2.Environment if _templates(folder) == _templates(self.root) else SandboxedEnvironment


def _templates(folder: Path) -> dict[str, bytes]:
    at = folder / "overrides"
    return {path.relative_to(at).as_posix(): path.read_bytes() for path in sorted(at.rglob("*.html")) if path.is_file()}


@dataclass(frozen=True)
class Known:
    """What git knows of a state.

    Args:
        days: on which files last changed.
        history: what changed on which day.
    """

    days: Mapping[str, date]
    history: Mapping[date, Mapping[str, int]]


def of(site: Site, folder: Path, known: Known, around: Around) -> dict[str, Article]:
    """The article of every page of a site.

    Args:
        site: the site.
        folder: the folder that holds its settings and templates.
        known: what git knows of it.
        around: what it has in common with the state that it is compared with.

    Returns: articles by address from the site's root, ``404.html`` among them. What cannot be drawn, raises.
    """
    drawer = _Drawer(site, folder, known, around)
    found = {Here(path).address: drawer.article(path) for path in drawer.pages.paths}
    return found | {NOT_FOUND: drawer.not_found()}


class _Drawer:
    def __init__(self, site: Site, folder: Path, known: Known, around: Around) -> None:
        given, engine, built = settings(folder), around.engine(folder), around.built
        kept = _KEPT.setdefault(engine, Kept())
        edit = addresses.edit_base(given.get("repo_url", ""), given.get("edit_uri", ""))
        home = addresses.home(given.get("site_url"))
        self.draw = Draw(site, str(folder / "overrides/macros"), edit, home, built, engine, given.get("repo_url", ""))
        self.draw.history = known.history
        self.draw.env.bytecode_cache = kept
        self.pages = Pages(self.draw, known.days)
        loader = jinja2.ChoiceLoader([jinja2.DictLoader(_OF_THE_THEME), jinja2.FileSystemLoader(str(folder / "overrides"))])
        self.theme = engine(loader=loader, bytecode_cache=kept)
        self.theme.filters |= {"url": lambda address: address, "day": day}
        given_extra = given.get("extra")
        own = _plain(given_extra) if isinstance(given_extra, dict) else {}
        self.config = {"extra": own | extra.of(self.draw, own.get("search_ways", ())), "site_name": given.get("site_name", "")}

    def article(self, path: str) -> Article:
        head, markdown = self.pages.drawn(path)
        pieces = tuple(self.draw.stash.pieces)
        around = self._around(path, head, "\ue004")
        return Article((around, markdown, pieces), lambda: self._around(path, head, self._html(path, markdown, pieces)))

    def _around(self, path: str, head: Any, content: str) -> str:
        """What the theme makes of a page; its own text may hold a heading of the first level, on which that depends."""
        page = {"meta": vars(head), "title": head.title, "content": content, "is_homepage": False, "edit_url": self.pages.edited(path)}
        return self.theme.get_template("partials/content.html").render(page=page, config=self.config)

    def _html(self, path: str, markdown: str, pieces: Sequence[Any]) -> str:
        from markdown import Markdown

        from macros.pages.markdown import Drawn, completed, later

        stash = Stash(list(pieces))
        html = Markdown(extensions=[*EXTENSIONS, Drawn(stash)]).convert(markdown)
        return _LINK.sub(lambda found: _address(path, found[1]), completed(html, later(html, stash)))

    def not_found(self) -> Article:
        try:
            text = self.theme.get_template(NOT_FOUND).render(page=None, config=self.config)
        except jinja2.TemplateNotFound:
            text = ""
        return Article((text,), lambda: text)


def _address(path: str, link: str) -> str:
    """Where a link from one page's file to another's leads."""
    return Here(path).to(Here(posixpath.normpath(posixpath.join(posixpath.dirname(path), link))).address)


def _plain(value: Any) -> Any:
    """What a settings file says, with yes and no as the theme reads them."""
    if isinstance(value, dict):
        return {name: _plain(each) for name, each in value.items()}
    return {"true": True, "false": False}.get(value, value) if isinstance(value, str) else value


def differing(old: Mapping[str, Article], new: Mapping[str, Article]) -> Iterator[str]:
    """The addresses whose articles differ, those that are gone or new too, in the newer order."""
    for address in dict.fromkeys([*new, *old]):
        before, after = old.get(address), new.get(address)
        if before is None or after is None or (before.source != after.source and before.html != after.html):
            yield address
