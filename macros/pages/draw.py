"""Templates drawn with autoescape, and kept out of Markdown's way: what data says is never an instruction.

What a template draws enters a page as a mark and is put in its place after Markdown has run (``markdown.py``). No HTML
stands here: it is all in ``overrides/macros/``.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any

import jinja2
from markupsafe import Markup

from macros import records
from macros.pages import addresses
from macros.pages.addresses import Address, Here
from macros.pages.compiled import COMPILED
from macros.read.helpline import help_line
from macros.read.site import Site, section_name

PIECE = re.compile("\ue000(\\d+)\ue001")
HEADING = re.compile("\ue002(\\d+)\ue003")
"""The marks of a drawn piece and of a drawn heading: signs that no font and no text has."""
ASIDE = re.compile(r"<(\w+)[^>]*\bdata-search-exclude\b.*?[<]/\1>", re.S)
_ID = re.compile(r' id="([^"]+)"')
LATER = re.compile("<!--\ue000(\\d+)\ue001-->")
"""The mark of a piece that comes into its page after the search has read it."""


@dataclass(frozen=True)
class Heading:
    """A heading that a template draws, which the contents list must see."""

    level: int
    text: str
    id: str
    classes: str = ""


@dataclass
class Stash:
    """What has been drawn for one page: pieces of HTML and headings, by the number in their mark."""

    pieces: list[str | Heading] = field(default_factory=list)

    def piece(self, drawn: str) -> str:
        """The mark that stands for drawn HTML."""
        self.pieces.append(drawn)
        return f"\ue000{len(self.pieces) - 1}\ue001"

    def heading(self, level: int, text: str, identifier: str, classes: str = "") -> str:
        """The mark that stands for a heading; of a text that a template has escaped already, the text is taken."""
        plain = text.unescape() if isinstance(text, Markup) else str(text)
        self.pieces.append(Heading(level, plain, str(identifier), classes))
        return f"\ue002{len(self.pieces) - 1}\ue003"

    def aside(self, number: int) -> bool:
        """Whether a piece is one element that the search leaves out: such pieces come into their pages after it has read them."""
        piece = self.pieces[number]
        return isinstance(piece, str) and (found := ASIDE.match(piece)) is not None and found.end() == len(piece)

    @property
    def anchors(self) -> set[str]:
        """Every id that drawn HTML carries."""
        return {found for piece in self.pieces if isinstance(piece, str) for found in _ID.findall(piece)}


class Draw:
    """The templates of the block macros, ready to draw.

    Args:
        site: the site, without problems.
        templates: the folder of the templates.
        edit: where files of the project are edited (empty where no repository is set).
        home: the site's own address (empty while it has none).
        built: the day for which the site is built, or None.
        engine: what draws templates: one that lets them run nothing of Python, where nobody has read them yet.
        repository: the repository's own page (empty where none is set).
    """

    def __init__(
        self,
        site: Site,
        templates: str,
        edit: Address = "",
        home: Address = "",
        built: date | None = None,
        engine: type[jinja2.Environment] = jinja2.Environment,
        repository: Address = "",
    ) -> None:
        self.site, self.edit, self.home, self.built, self.repository = site, edit, home, built, repository.rstrip("/")
        self.history: Mapping[date, Mapping[str, int]] = MappingProxyType({})
        """What changed on which day, where git knows it."""
        self.stash = Stash()
        self.env = engine(
            loader=jinja2.FileSystemLoader(Path(templates).absolute()),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            auto_reload=False,  # they are read anew for each build, and asked of 13,000 times in one
            cache_size=-1,
            bytecode_cache=COMPILED,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self.env.tests["silence"] = records.is_silence
        self.env.filters.update(section_name=section_name, day=day)
        self.env.globals.update(site=site, partnership=site.partnership, link=self.link, cited=site.cited, by_id=self.by_id, edit=self.edit_link)
        self.env.globals["help"] = self.help = help_line(site)
        self.env.globals["edit_record"] = self.edit_record
        self.env.globals["heading"] = lambda level, text, identifier, classes="": self.stash.heading(level, text, identifier, classes)

    def begin(self) -> None:
        """Forgets what was drawn for the page before."""
        self.stash.pieces.clear()

    def page(self, template: str, here: Here, **values: Any) -> str:
        """One template as part of a page.

        Args:
            template: its file name.
            here: the page that it is drawn on.
            values: what it is given.

        Returns: Markdown: a mark for each piece of HTML and each heading, in their order.
        """
        return self.placed(self._render(template, here, values))

    def inline(self, template: str, here: Here, **values: Any) -> str:
        """One template within a line of text, as a mark."""
        return self.placed_inline(self._render(template, here, values))

    def macro(self, template: str, name: str, here: Here, **values: Any) -> Callable[..., str]:
        """A macro of a template, for what a page draws many times: what it takes from other templates is got ready once.

        Args:
            template: the template's file name.
            name: the macro's.
            here: the page that it draws on.
            values: what the template is given.
        """
        macro: Callable[..., str] = getattr(self.env.get_template(template).make_module({"here": here, "to": here.to, **values}), name)
        return macro

    def placed(self, drawn: str) -> str:
        """What was drawn as part of a page: a mark for each piece of HTML and each heading, in their order."""
        return "\n\n".join(self._marks(drawn)) + "\n"

    def placed_inline(self, drawn: str) -> str:
        """What was drawn within a line of text, as a mark."""
        return self.stash.piece(" ".join(drawn.split()))

    def _render(self, template: str, here: Here, values: dict[str, Any]) -> str:
        return self.env.get_template(template).render(here=here, to=here.to, **values)

    def _marks(self, drawn: str) -> Iterable[str]:
        at = 0
        for found in HEADING.finditer(drawn):
            if between := drawn[at : found.start()].strip():
                yield self.stash.piece(between)
            yield found[0]
            at = found.end()
        if rest := drawn[at:].strip():
            yield self.stash.piece(rest)

    def words(self, template: str, name: str, *arguments: Any) -> str:
        """What a macro of a template says, as text that is safe in HTML and in an attribute."""
        return " ".join(str(getattr(self.env.get_template(template).module, name)(*arguments)).split())

    def link(self, identifier: str) -> records.Link:
        """An outside link by its id."""
        return self.site.register("links").by_id[identifier]

    def by_id(self, register: str, identifier: str) -> Any:
        """A record of a register by its id."""
        return self.site.register(register).by_id[identifier]

    def edit_link(self, path: str) -> Address:
        """Where a file is edited; empty where no repository is set."""
        return f"{self.edit}{path}" if self.edit else ""

    def edit_record(self, register: str, identifier: str) -> Address:
        """Where a record is edited, at its line; empty where no repository is set."""
        return self.edit_link(addresses.of_record(self.site, register, identifier)) if self.edit else ""


def safe(text: str) -> str:
    """A text for the theme, whose templates escape nothing: no tag, no attribute's end, and nothing that Jinja would run."""
    return html.escape(text, quote=True).replace("{", "&#123;").replace("}", "&#125;")


def day(value: date | str) -> str:
    """A date as people write it: 22 November 2026, November 2026, 2026; words that are not a date stay as they are."""
    if isinstance(value, date):
        return f"{value.day} {value:%B %Y}"
    found = re.fullmatch(r"(\d{4})-(\d\d)(?:-(\d\d))?", value)
    if not found:
        return value
    day_of_month = f"{int(found[3])} " if found[3] else ""
    return f"{day_of_month}{date(int(found[1]), int(found[2]), 1):%B %Y}"
