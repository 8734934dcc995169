"""Where everything is: addresses from the site's root, and from one page to another."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from functools import cached_property

from macros.compare.comparison import Comparison
from macros.read.site import ARRANGEMENTS, Edition, Site

Address = str
EDITIONS = ARRANGEMENTS.removeprefix("docs/")


@dataclass(frozen=True)
class Here:
    """A page on which something is drawn.

    Args:
        path: its path below ``docs/``.
    """

    path: str

    @cached_property
    def address(self) -> Address:
        """Its address from the site's root: empty for the home page, else ending in a slash."""
        name = self.path.removesuffix(".md")
        return f"{name}/" if posixpath.basename(name) != "index" else name.removesuffix("index")

    @cached_property
    def _folders(self) -> tuple[str, ...]:
        return tuple(filter(None, self.address.split("/")))

    @cached_property
    def edition(self) -> str:
        """The id of the edition whose page or index it is; empty elsewhere."""
        first, _, rest = self.path.partition("/")
        return rest.split("/")[0] if first == EDITIONS and "/" in rest else ""

    @cached_property
    def topic(self) -> str:
        """The topic whose page it is; empty elsewhere."""
        name = posixpath.basename(self.path).removesuffix(".md")
        return name if self.edition and name != "index" else ""

    def to(self, there: Address) -> Address:
        """The way to an address of this site, which may carry a fragment."""
        path, mark, fragment = there.partition("#")
        way = _way(tuple(filter(None, path.split("/"))), self._folders)
        return f"{way}{'' if path and not path.endswith('/') else '/'}{mark}{fragment}"


def _way(there: tuple[str, ...], here: tuple[str, ...]) -> str:
    """The way from one folder to another, both as their names from the site's root: as ``posixpath.relpath``, which asks the disk."""
    shared = next((i for i, (one, other) in enumerate(zip(there, here, strict=False)) if one != other), min(len(there), len(here)))
    return "/".join((*[".."] * (len(here) - shared), *there[shared:])) or "."


def anchor(identifier: str) -> str:
    """An item's id as an anchor in a page: records have a slash in theirs."""
    return identifier.replace("/", "-")


def of_topic(edition: Edition, topic: str, identifier: str = "") -> Address:
    """An edition's page of a topic, or a provision on it."""
    return f"{EDITIONS}/{edition.id}/{topic}/" + (f"#{identifier}" if identifier else "")


def of_edition(edition: Edition) -> Address:
    """An edition's first page."""
    return f"{EDITIONS}/{edition.id}/"


def of_comparison(comparison: Comparison, part: str = "", identifier: str = "") -> Address:
    """A comparison's first page, one of its topics, registers or summaries, or a change there."""
    return f"compare/{comparison.name}/" + (f"{part}/" if part else "") + (f"#{anchor(identifier)}" if identifier else "")


def of_record(site: Site, register: str, identifier: str) -> Address:
    """Where a record stands among the project's files: its file's path from the root, and its line as a fragment.

    Args:
        site: the site.
        register: the register's name, or the path of a data file.
        identifier: the record's id.
    """
    file = site.files[register] if register in site.files else site.register(register)
    return f"{file.path}#L{file.line(*file.places[identifier])}" if identifier in file.places else file.path


def edit_base(repository: str, edit: str) -> Address:
    """Where files of the project are edited, as MkDocs finds it for pages; empty where no repository or path is set.

    Args:
        repository: MkDocs' ``repo_url``.
        edit: MkDocs' ``edit_uri``: a path below the repository, or a whole address.
    """
    if not repository or not edit:
        return ""
    if "://" not in edit:
        edit = f"{repository.rstrip('/')}/{edit.lstrip('/')}"
    return edit.rstrip("/").removesuffix("/docs") + "/"


def home(site_url: str | None) -> Address:
    """The site's own address, as citations carry it; empty while it is a local one."""
    local = ("//127.0.0.1", "//localhost", "//[::1]")
    return "" if not site_url or any(each in site_url for each in local) else site_url.rstrip("/") + "/"
