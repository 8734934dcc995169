"""Rules on files: what ``data/`` and ``docs/`` may hold, and what the navigation names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath

from macros import blocks, records
from macros.check.telling import known_editions, one_of
from macros.problems import Problem
from macros.read.site import ARRANGEMENTS, Site, kept

_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_COPY = re.compile(r"^copy of |([ _-]*(copy|conflict|backup)\b.*| *\(\d+\)|~)$")
_LEFT = r"(~|\.(bak|old|orig|rej|swp|swo|tmp|temp|part|crdownload))$"
_OTHER_FILES: tuple[tuple[str, str, str], ...] = (
    (rf"^(\.ds_store|thumbs\.db|desktop\.ini|\.~.*|~\$.*)$|{_LEFT}", "a file that a program left behind", "Delete it."),
    (r"\.(md|markdown|mkdn?|mdown|mdwn|mkdown|mdtxt|mdtext)$", "a page under a name that pages here do not have", ""),
    (r"\.(html?|xhtml|css|m?js|json|xml|wasm|php)$", "a file of a web page", "Delete it; the look of the site is in overrides/."),
    (r"\.(png|jpe?g|gif|webp|svg|ico|woff2?|ttf|mp[34])$", "a picture, a font or a recording", "Delete it; pages here hold words only."),
    (r"\.(pdf|docx?|odt|rtf|xlsx?|ods|csv|pptx?|txt)$", "a document", "Delete it; link to the page that publishes it, through data/links.yaml."),
    (r"\.(ya?ml|toml|ini|cfg)$", "a file of settings", "Delete it, and write its lines at the top of each page."),
)


def _parents(paths: Iterable[str]) -> frozenset[str]:
    return frozenset(str(parent) for path in paths for parent in PurePosixPath(path).parents)


def _folders(site: Site) -> frozenset[str]:
    """The folders that hold something; an empty one cannot be told from a file without an ending."""
    return _parents(site.listing)


def _below_a_told_folder(path: str, told: set[str]) -> bool:
    return any(str(parent) in told for parent in PurePosixPath(path).parents)


def _meant(path: str) -> str:
    """The path that a file with a mistaken name should have: small letters, its right ending, no mark of a copy."""
    folder, _, name = path.rpartition("/")
    name = re.sub(_LEFT, "", name.casefold())
    stem, dot, ending = name.rpartition(".")
    stem = re.sub(r"[^a-z0-9]+", "-", _COPY.sub("", stem.strip())).strip("-")
    stem = "index" if stem == "readme" else stem
    ending = {"yml": "yaml", "markdown": "md", "mkd": "md", "mkdn": "md", "mdown": "md"}.get(ending, ending)
    return f"{folder}/{stem}{dot}{ending}"


@kept
def misnamed(site: Site) -> Mapping[str, str]:
    """The paths of files that have a mistaken name, each with the path that it should have."""
    wrong = [problem.path for rule in (docs_hold_pages_only, data_holds_known_files_only) for problem in rule(site)]
    return {path: _meant(path) for path in wrong}


def is_asked_for(site: Site, path: str) -> bool:
    """Whether, if a page is missing, that is told of the page itself, and so not of what leads to it."""
    stems: frozenset[str]
    paths, stems = _asked_for(site)
    return path in paths or PurePosixPath(path).stem in stems


@kept
def _asked_for(site: Site) -> tuple[frozenset[str], frozenset[str]]:
    """The paths of pages that must be there, and the names of pages that a record must have."""
    homes = {f"docs/{block.home}" for block in blocks.BLOCKS.values() if block.home}
    topics = {f"{ARRANGEMENTS}/{each.id}/{topic}.md" for each in site.editions.values() for topic in ("index", *each.topics)}
    drawn = {record.id for block in blocks.BLOCKS.values() for register in block.takes for record in site.register(register)}
    return frozenset(homes | topics | set(misnamed(site).values())), frozenset(drawn)


def no_file_leads_elsewhere(site: Site) -> Iterator[Problem]:
    """No file or folder is a symbolic link."""
    for path, is_link in site.listing.items():
        if is_link:
            yield Problem(path, 1, "this is a symbolic link, not a file.", "Delete it, and put the file itself here if it is needed.")


def docs_hold_pages_only(site: Site) -> Iterator[Problem]:
    """Every path below docs/ is a folder or a page, named with small letters, digits and hyphens."""
    told: set[str] = set()
    folders = _folders(site) | _parents(f"docs/{block.home}" for block in blocks.BLOCKS.values())
    for path in site.listing:
        name = PurePosixPath(path).name
        if not path.startswith("docs/") or site.listing.get(path) or _below_a_told_folder(path, told):
            continue
        if path in folders:
            if not _NAME.fullmatch(name):
                told.add(path)
                what = f"the name of the folder {name} is not written in small letters, digits and hyphens."
                yield Problem(path, 1, what, "Rename the folder, or delete it if it does not belong here.")
        elif not re.fullmatch(rf"{_NAME.pattern}\.md", name) or name == "readme.md":
            kind, mend = next(((kind, mend) for ending, kind, mend in _OTHER_FILES if re.search(ending, name.casefold())), ("", ""))
            meant = _meant(path)
            beside = f"Move what is new into {meant}, which is there already, and delete this file." if meant in site.listing else ""
            mend = mend or (kind and (beside or f"Rename it to {PurePosixPath(meant).name}.")) or "Delete it; a page's name ends in .md."
            yield Problem(path, 1, f"this is no page: it is {kind or 'a file or an empty folder of another kind'}.", mend)


def data_holds_known_files_only(site: Site) -> Iterator[Problem]:
    """Every file below data/ is of a kind that this site reads."""
    patterns = [re.compile(re.escape(kind.path).replace(r"\*", r"[a-z0-9]+-[a-z0-9]+")) for kind in records.KINDS.values()]
    told: set[str] = set()
    known = _parents(kind.path for kind in records.KINDS.values())
    folders = _folders(site) | known
    for path in site.listing:
        if not path.startswith("data/") or site.listing.get(path) or _below_a_told_folder(path, told):
            continue
        if path in folders:
            if path not in known:
                told.add(path)
                yield Problem(path, 1, "this folder is none that this site reads.", f"Delete it, or use {one_of(sorted(known - {'.'}))}.")
        elif not any(pattern.fullmatch(path) for pattern in patterns):
            meant = _meant(path)
            if not any(pattern.fullmatch(meant) for pattern in patterns):
                yield Problem(path, 1, "this is no data file that this site reads.", "Delete it, or give it the name of the list that it is.")
            elif meant in site.listing:
                yield Problem(path, 1, f"this is a copy of {meant}, which nobody reads.", f"Move what is new into {meant}, and delete this file.")
            else:
                yield Problem(path, 1, f"this file should be called {meant}.", "Rename it; under this name it is not read.")


def made_pages_are_not_kept(site: Site) -> Iterator[Problem]:
    """No page is kept that the program makes from the data."""
    made = {f"docs/{path}" for path in blocks.made(site)}
    homes = {f"docs/{block.home}" for block in blocks.BLOCKS.values()}
    for page in site.others:
        if page.path in made or (page.path.startswith("docs/compare/") and page.path not in homes):
            yield Problem(page.path, 1, "this page is made from the data.", "Delete this file; the page will be there all the same.")


def navigation_names_pages(site: Site) -> Iterator[Problem]:
    """Every page stands in the navigation, but those that the program puts in, and the navigation names pages that exist."""
    if site.navigation is None:
        return
    named = {f"docs/{entry}" for entry in site.navigation}
    put_in = {"docs/compare/index.md", *(f"{ARRANGEMENTS}/{edition}/index.md" for edition in known_editions(site))}
    for page in site.others:
        if page.path not in named | put_in and not page.path.startswith("docs/compare/"):
            yield Problem(page.path, 1, "this page is not in the navigation.", "Add it under “nav” in mkdocs.yml, or delete it.")
    for entry in site.navigation:
        if entry.endswith(".md") and f"docs/{entry}" not in site.listing and not is_asked_for(site, f"docs/{entry}"):
            mend = "Put the page back, or take its line out of “nav” in mkdocs.yml."
            yield Problem("mkdocs.yml", 1, f"the navigation names {entry}, which does not exist.", mend)


RULES = (no_file_leads_elsewhere, docs_hold_pages_only, data_holds_known_files_only)
"""What is told first; of a file that breaks one of these, nothing else is told."""
MORE = (made_pages_are_not_kept, navigation_names_pages)
