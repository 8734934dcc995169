"""What is slow to make, made into a built site; and each place where a page names such a file told of it: its size, day and fingerprint."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import jinja2

from macros import offers
from macros.exports import headers, offline, paper, word
from macros.exports.table import about, help_line, state
from macros.offers import Offer
from macros.read.site import Site

SUMS = "downloads/SHA256SUMS"
MARK = re.compile(r"<!--offer (\w+) ([\w./-]+?)-->.*?<!--/offer-->", re.S)
"""Where a page names a file: how it is shown, and its path."""


@dataclass(frozen=True)
class Made:
    """A file that is there.

    Args:
        size: in kB or MB, as people write it.
        day: of the state that it was made from, or None.
        fingerprint: the first twelve signs of its SHA-256.
        way: to it, from the page that names it.
    """

    size: str
    day: date | None
    fingerprint: str
    way: str


def fill(site: Site, folder: Path, templates: str, built: date | None = None, home: str = "", *, zipped: bool = True) -> tuple[str, ...]:
    """Makes what is slow to make into a built site, and says of each file on its pages that it is there.

    Args:
        site: the site.
        folder: where it was built.
        templates: the folder of the templates.
        built: the day of the state that it was built from.
        home: the site's own address; empty while it has none.
        zipped: whether the copy that works offline is made too.

    Returns: the paths made.

    Raises: NoPaper, before anything is written, where the system cannot make PDF files.
    """
    paper.renderer()
    env = jinja2.Environment(loader=jinja2.FileSystemLoader(templates), autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True)
    found = {offer.path: offer for offer in offers.offers(site)}
    for path, content in word.files(site, built):
        _write(folder / path, content)
    press = paper.Press(folder, lambda name, **values: env.get_template(name).render(**values), home, built)
    for offer in found.values():
        if offer.form == offers.PDF:
            _write(folder / offer.path, press.pdf(offer, lines=_lines(site, offer, built), foot=help_line(site)))
    show = _shower(env, found, folder, built)
    _tell(folder, show)
    if zipped:
        (copy,) = (offer for offer in found.values() if offer.form == offers.OFFLINE)
        _write(folder / copy.path, offline.bundle(folder, offers.slug(site), (headers.NETLIKE, headers.NGINX)))
        _tell(folder, show)
    made = sorted(path.relative_to(folder).as_posix() for path in (folder / "downloads").rglob("*") if path.is_file() and path.suffix != ".html")
    sums = "".join(
        f"{hashlib.sha256((folder / name).read_bytes()).hexdigest()}  {name.removeprefix('downloads/')}\n" for name in made if name != SUMS
    )
    _write(folder / SUMS, sums.encode())
    return tuple(made)


def _lines(site: Site, offer: Offer, built: date | None) -> tuple[str, ...]:
    """What a PDF says of itself."""
    edition = site.editions.get(offer.edition, site.now)
    own = (
        about(site)
        if edition.current
        else f"{edition.title}, restated: our words, not the document's. {edition.status} Written under {edition.written_under}."
    )
    return own, state(built), help_line(site)


def _shower(env: jinja2.Environment, found: dict[str, Offer], folder: Path, built: date | None) -> Callable[[str, str, str], str]:
    """What draws one place where a page names a file."""
    module = env.get_template("_offer.html").module

    def show(how: str, path: str, up: str) -> str:
        file = folder / path
        made = Made(_size(file.stat().st_size), built, hashlib.sha256(file.read_bytes()).hexdigest()[:12], up + path) if file.is_file() else None
        return str(getattr(module, how)(found[path], made))

    return show


def _tell(folder: Path, show: Callable[[str, str, str], str]) -> None:
    for path in sorted(folder.rglob("*.html")):
        text = path.read_text("utf-8")
        if "<!--offer " not in text:
            continue
        up = "../" * (len(path.relative_to(folder).parts) - 1)
        path.write_text(MARK.sub(lambda found, up=up: show(found[1], found[2], up), text), "utf-8")  # type: ignore[misc]


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def _size(count: int) -> str:
    return f"{count / 1_000_000:.1f} MB" if count >= 1_000_000 else f"{max(1, round(count / 1000))} kB"
