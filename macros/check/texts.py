"""Rules on texts: what no text of ours holds, in data, in heads and in pages."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from macros.check.telling import problem
from macros.problems import Problem
from macros.read import unseen, yamltext
from macros.read.again import AGAIN
from macros.read.provisions import Page
from macros.read.site import DataFile, Site, kept

_NO_FACT = re.compile(
    r"(tb[acd]|to be (confirmed|decided|agreed|announced|appointed|advised|added|inserted|completed)|unknown|\[[^\[\]]*\]|insert [\w ]+ here"
    r"|n\.?/?a\.?|x{2,}|\?+|[-–—_.…]+|none|null|nil|~|todo|fixme)|.*\blorem ipsum\b.*",
    re.I | re.S,
)
"""What editors write where they do not know yet."""
_TELEPHONE = re.compile(r"(?<![\w/.#-])(?!\d\d?\.\d\d?\.\d{4}\b)(?:\+44[ .(]*|\(?0)(?:[ ().-]*\d){9,10}(?![\w/-])")
_MAIL = re.compile(r"\w@\w[\w-]*\.\w|\w ?[(\[{<] ?at ?[)\]}>] ?\w[\w-]*(?:\.| ?[(\[{<]? ?dot ?[)\]}>]? ?)\w", re.I)
_NO_NAME = re.compile(r"yes|no|true|false|on|off", re.I)
_NAMES = frozenset({"name", "office", "holder", "title", "says", "what", "organisation"})
_BROKEN = re.compile(r"â(?:€[^ ]?|[\x80-\x9f]{1,2})|Ã[\x80-\xbf‚ƒ„…†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œ©¨§¶]|Â[\xa0-\xbf]|ï»¿|\ufffd")


def _documents(site: Site) -> Iterator[yamltext.Document]:
    """Every data file and every head of a page."""
    yield from (file.document for file in site.files.values())
    yield from (page.head for page in (*site.pages.values(), *site.others))


def _texts(value: Any, place: yamltext.Path = ()) -> Iterator[tuple[yamltext.Path, str]]:
    """Every text of a document, with its place."""
    if isinstance(value, str):
        yield place, value
    for key, each in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield from _texts(each, (*place, key))


@kept
def _all(site: Site) -> tuple[tuple[yamltext.Document, yamltext.Path, str, str], ...]:
    """Every text of every document, with its place and the name of the line that it stands in."""
    return tuple(
        (document, place, text, next((part for part in reversed(place) if isinstance(part, str)), ""))
        for document in _documents(site)
        for place, text in _texts(document.value)
    )


def of_files(rule: Callable[[Site], Iterator[Problem]], site: Site) -> Iterator[Problem]:
    """What a rule of this module finds, file by file: in one that has not changed since the build before, what it found then."""
    for file, one in _alone(site):
        yield from AGAIN.once((rule, file.path), file, lambda one=one: tuple(rule(one)))  # type: ignore[misc]


@kept
def _alone(site: Site) -> tuple[tuple[DataFile | Page, Site], ...]:
    """Each data file and each page, with a site that holds nothing else."""
    files = ((file, Site(site.root, files={path: file})) for path, file in site.files.items())
    pages = ((page, Site(site.root, pages={at: page})) for at, page in site.pages.items())
    return (*files, *pages, *((page, Site(site.root, others=(page,))) for page in site.others))


def texts_hold_no_unseen_characters(site: Site) -> Iterator[Problem]:
    """No text of data, and no page outside the editions, holds a character that nobody can see."""
    for document, place, text, _ in _all(site):
        for character in _unseen(text):
            yield problem(document, place, unseen.told(character), unseen.MEND)
    for page in site.others:  # the reader of an edition's page tells it itself
        for number, line in enumerate(page.body.split("\n"), page.first_line):
            for character in _unseen(line):
                yield Problem(page.path, number, unseen.told(character), unseen.MEND)


def _unseen(text: str) -> tuple[str, ...]:
    """The characters that nobody can see, without those of broken ones, which are told themselves."""
    found = tuple(unseen.unseen(text))
    return found and tuple(unseen.unseen(_BROKEN.sub("", text)))


def texts_are_not_broken(site: Site) -> Iterator[Problem]:
    """No text holds what is left of a character after it was saved under one encoding and read under another."""
    data = ((document.path, document.line(*place), text) for document, place, text, _ in _all(site) if _broken(text))
    pages = ((page.path, n, line) for page in (*site.pages.values(), *site.others) for n, line in enumerate(page.body.split("\n"), page.first_line))
    mend = "Type them anew: they are what is left of a sign such as ’ or é."
    for path, line, text in (*data, *pages):
        for found in _broken(text):
            yield Problem(path, line, f"there are broken characters here: “{found}”.", mend)


def _broken(text: str) -> tuple[str, ...]:
    """What is broken in a text, each once."""
    return () if text.isascii() else tuple(dict.fromkeys(_BROKEN.findall(text)))


def quotation_marks_have_partners(site: Site) -> Iterator[Problem]:
    """Quotation marks in a text of data have their partners, and none that are curly stand around the whole of it."""
    for document, place, text, name in _all(site):
        if text.count('"') % 2 or text.count("“") != text.count("”"):
            mend = "Add the one that is missing, or delete this one."
            yield problem(document, place, f"“{name}” holds a quotation mark without its partner.", mend)
        elif text.startswith(("“", "‘", "«")) and re.fullmatch(r"[“‘«][^“”‘«»]*[”’»]", text):
            mend = "Delete the curly marks; where YAML asks for quotation marks, use straight ones."
            yield problem(document, place, f"curly quotation marks stand around the whole of “{name}”.", mend)


def is_placeholder(text: str) -> bool:
    """Whether a text as a whole stands in the place of one."""
    return bool(_NO_FACT.fullmatch(text.strip()))


def texts_are_facts(site: Site) -> Iterator[Problem]:
    """No text is a placeholder, and no name is a mere “yes” or “no”."""
    for document, place, text, name in _all(site):
        if is_placeholder(text) or (name == (place[-1] if place else "") and name in _NAMES and _NO_NAME.fullmatch(text.strip())):
            yield problem(document, place, f"“{text.strip()[:40]}” is no fact.", "Write what the source says, or “not stated” where it is silent.")


def texts_give_no_contacts(site: Site) -> Iterator[Problem]:
    """No text gives a telephone number or an e-mail address: they go out of date, and may be a person's own."""
    mend = "Delete it; name the office, and link through data/links.yaml to the page that gives it."
    for document, place, text, _ in _all(site):
        if _gives_a_number(text):
            yield problem(document, place, "there is a telephone number here.", mend)
        if "@" in text and _MAIL.search(text):
            yield problem(document, place, "there is an e-mail address here.", mend)
    for page in (*site.pages.values(), *site.others):  # of e-mail addresses with their sign the readers of pages tell
        for number, line in enumerate(page.body.split("\n"), page.first_line):
            if _gives_a_number(line):
                yield Problem(page.path, number, "there is a telephone number here.", mend)
            if "@" not in line and _MAIL.search(line):
                yield Problem(page.path, number, "there is an e-mail address here.", mend)


def _gives_a_number(text: str) -> bool:
    return ("0" in text or "+44" in text) and _TELEPHONE.search(text) is not None


RULES = (texts_hold_no_unseen_characters, texts_are_not_broken, quotation_marks_have_partners, texts_are_facts, texts_give_no_contacts)
"""Each looks at one file at a time: ``of_files`` counts on it."""
