"""Rules on silences: what nobody knows, or a source does not say, is written in one way, and never as if it were a fact or a name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros import records
from macros.check.telling import Field, all_fields, one_of, problem
from macros.check.texts import is_placeholder
from macros.problems import Problem
from macros.read import yamltext
from macros.read.site import Site, kept

_SEARCHED = frozenset({"keywords", "also", "need", "names"})
"""Fields that hold words by which people search."""
_SILENT = re.compile(
    r"\W*(?:(?:not|none|never|no) (?:stated|supplied|named|known|given|specified|provided|recorded|listed|available)"
    r"|unnamed|unstated|unspecified|left blank|blank)\W*",
    re.I,
)
"""How people write that nothing is said."""
_GAP = re.compile(r"\b(?:tb[acdn]|\d\dxx|xx+ \d{4})\b", re.I)
"""What holds a place for a word or a year, in the midst of a text."""
_PLACE = re.compile(r"\b(?:TODO|FIXME|TB[ACD]|(?i:lorem ipsum|\d\dxx|xx [a-z]+ \d{4}|xx \d{4}))\b")
"""The same on a page; in small letters, “tba” may be part of a word."""
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|`[^`]*`")
"""What a page gives in the words of another."""
_LATER = re.compile(
    r"(?:to be|awaiting|pending) (?:\w+ )?(?:confirm\w*|decid\w*|decision|agree\w*|announc\w*|appoint\w*|advised|added|elect\w*|recruit\w*)\b.*", re.I
)
_SHORT = 80
"""A text of at most so many characters gives a name, a time or a fact; a longer one tells, and may tell of a gap."""
_NAMING = frozenset({"name", "office", "organisation", "at", "by", "dated", "date", "actor", "frequency", "minuted", "publisher"})
"""Fields of a few words each that give a name or a time."""
_NOBODY = re.compile(
    r"(?:(?:the|this|is|post|role|position|office|seat|chair|currently|now|presently|at present|still)\W+)*"
    r"(?:(?:vacan(?:t|cy)|unfilled|unappointed|unoccupied|n/?a|not applicable|no[ -]?one|nobody|ditto|as (?:above|before)|same"
    r"|see (?:above|below|the|note|page|web\w*|list))(?:\W.*)?"
    r"|pending|empty|interim|acting|awaiting .*|to be .*|unknown.*|a\.? ?n\.? other|jo[eh]n? (?:bloggs|doe)|j\.? bloggs"
    r"|(?:first )?name(?: (?:sur|last )?name)?"
    r"|(?:mr|ms|mrs|miss|dr)\.? ?[xyz]?)\W*",
    re.I,
)
"""What is written where a post has no holder, or the writer does not know the name."""


def silences_are_written_alike(site: Site) -> Iterator[Problem]:
    """That a source says nothing is written in the words that pages know as a silence."""
    for document, place, text, field in _texts(site):
        if field.name not in _SEARCHED and _SILENT.fullmatch(text) and not records.is_silence(text):
            mend = f"Write {one_of(f'“{each}”' for each in records.SILENCES)}, exactly so: pages then show that the source is silent."
            yield problem(document, place, f"“{text}” is not how a silence is written, and would be shown as a fact.", mend)


def texts_hold_no_gaps(site: Site) -> Iterator[Problem]:
    """No short text holds a place for what is not known yet, unless it says that so it is printed."""
    mend = "Write what the source says, or “not stated” where it is silent."
    for document, place, text, field in _texts(site):
        gap = " " in text and _GAP.search(_QUOTED.sub("", text))
        later = field.name in _NAMING and not _is_person(field) and _LATER.fullmatch(text)
        if field.name not in _SEARCHED and (gap or later) and "printed" not in text:
            yield problem(document, place, f"“{text}” holds a place for what is not known yet.", mend)


def pages_hold_no_gaps(site: Site) -> Iterator[Problem]:
    """No page holds a place for what is not known yet, unless in quotation marks, as a document prints it."""
    for page in (*site.pages.values(), *site.others):
        for number, line in enumerate(page.body.split("\n"), page.first_line):
            for found in _PLACE.findall(_QUOTED.sub("", line)):
                mend = "Write what is known, or leave the sentence out until it is."
                yield Problem(page.path, number, f"“{found}” holds a place for what is not known yet.", mend)


def holders_are_persons(site: Site) -> Iterator[Problem]:
    """A post's holder, and what a later fact names, is a name, and not that there is nobody."""
    mend = "Write the name as the source has it, or “not named”; that nobody holds a post is told under “since”, in “says”."
    for document, place, text, field in _texts(site):
        if _is_person(field) and _NOBODY.fullmatch(text):
            yield problem(document, place, f"“{text}” is no name.", mend)


def _is_person(field: Field) -> bool:
    """Whether a field names who holds a post, or how something is called since."""
    return field.name == "holder" or (field.name == "name" and isinstance(field.shape, records.LaterFact))


@kept
def _texts(site: Site) -> tuple[tuple[yamltext.Document, yamltext.Path, str, Field], ...]:
    """Every short text of every record, with its document, its place and its field; of one that is a placeholder as a whole, that is told already."""
    found: list[tuple[yamltext.Document, yamltext.Path, str, Field]] = []
    for document, field in all_fields(site):
        values = (((), field.value),) if isinstance(field.value, str) else enumerate(field.value) if isinstance(field.value, tuple) else ()
        for at, text in values:
            if isinstance(text, str) and len(text) <= _SHORT and not is_placeholder(text):
                found.append((document, (*field.place, at) if isinstance(at, int) else field.place, text, field))
    return tuple(found)


RULES = (silences_are_written_alike, texts_hold_no_gaps, pages_hold_no_gaps, holders_are_persons)
