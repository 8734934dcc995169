"""Text that would be an instruction, in every field that takes text: it comes out as typed, everywhere, and does nothing.

The miniature is built twice: with hostile text in every text of its records and heads, and with as many plain words in the same
places. The two sites must have the same elements with the same attributes, and wherever a text is shown, it is shown as typed.
"""

from __future__ import annotations

import copy
import csv
import inspect
import io
import json
import re
import shutil
import types
import xml.etree.ElementTree as etree
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import icalendar
import pytest
import yaml
from bs4 import BeautifulSoup, Tag
from pydantic import AfterValidator, BaseModel

from macros import records
from macros.check import check
from macros.records.base import Text
from macros.records.editions import Head, PageHead

from .conftest import MINIATURE, beside_the_kit, mkdocs
from .scan import SCANS, Built

HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>"',
    "' onfocus='alert(1)",
    "</title></p></div></main><h1>taken</h1>",
    "<!-- hidden",
    "<![CDATA[ <b>",
    "&lt;",
    "a < b & c",
    "R&D;",
    "&#x3c;script&#x3e;",
    "{{ 7*7 }}",
    "{% raw %}",
    "{# gone #}",
    "{: onclick=x }",
    "{: #stolen .x }",
    "{ onclick=x }",
    "[x](javascript:alert(1))",
    "[x][example-page]",
    "[example-page]: javascript:alert(1)",
    "![x](//example.org/x.png)",
    "<https://example.org/auto>",
    "# not a heading",
    "## nor this {: #no }",
    "`code`",
    "*stars* _and_ lines",
    "**bold** __too__",
    r"a \<b\> \\ \* \`",
    "- item",
    "1. item",
    "> said",
    "!!! note",
    "[TOC]",
    "| a | b |",
    "***",
    "agency_list()",
    "<t@example>",
)
"""What Markdown, Jinja, HTML, an attribute or a browser would take for an instruction."""
IN_WORDS = (
    "' onfocus='alert(1)",
    "a < b & c > d",
    "R&D",
    '"quoted" 5 < 6',
    "# not a heading",
    "- item",
    "1. item",
    "> said",
    "!!! note",
    "[TOC]",
    "agency_list()",
)
"""What may stand in the words of a page, and is text there too: the rest is refused, see tests/test_attacks.py."""
WITHOUT_NUMBERS = tuple(each for each in HOSTILE if not re.search(r"\d", each))
NOT_IN_HEADS = ("{{", "}}", "{%", "{#")
"""What ``check`` refuses in the head of a page."""
AS_TIMES = {(records.reports.Figure, "at"), (records.reports.Value, "at")}
"""Texts whose numbers must be years: they get the hostile texts that hold no number."""
NOT_TEXT = {
    # the texts of these fields name something else, and `check` sees to it
    (records.Editions, "current"),
    (records.Note, "where"),
    (records.Note, "removed"),
    (records.Lineage, "old"),
    (records.Lineage, "new"),
    (records.notes.Fate, "of"),
    # the verbs of duty and the names of guidance, which are looked for in the text
    (records.Term, "name"),
    (records.Guidance, "names"),
    (records.Guidance, "unnamed"),
}


LEFT_OUT = {
    # what may not be said beside what is said
    (records.LaterFact, "from_"),
    (records.LaterFact, "by"),
    (records.LaterFact, "to"),
    (records.LaterFact, "name"),
    (records.LaterFact, "says"),
    (records.registers.RouteEntry, "first_to"),  # in place of a policy to use
    (records.reports.Figure, "change"),  # needs the value before
    *NOT_TEXT,
}
BESIDE: Mapping[tuple[type[BaseModel], str], str] = {(records.Event, "place"): "of"}
"""What may not be said beside one other field: the record that an event is drawn from has its place."""
MADE: Mapping[Any, Mapping[str, Any]] = {
    # inner records, of which the miniature has none in some places
    records.LaterFact: {"says": "given", "from": "2003-04-01", "source": "example-page", "seen": "2026-11-22"},
    records.registers.Step: {"link": "example-page", "seen": "2026-11-22"},
    records.registers.Seen: {"source": "example-page", "seen": "2026-11-22"},
    records.registers.Indicators: {"date": "2026-11-22"},
    records.approvals.Correction: {"on": "2026-11-22", "fingerprint": "000000000000"},
    records.reports.Listed: {},
    records.reports.Review: {"id": "made-review"},
}


MARK = re.compile(r"q[a-j]+z")
"""The mark that each text has of its own, see ``marked``."""


class Filling:
    """Texts put into every field that takes text, each with a mark of its own.

    Args:
        turn: how far the texts are turned: which of them comes first in a field.
        hostile: whether they are hostile, or as many plain words.
    """

    def __init__(self, turn: int, hostile: bool) -> None:
        self.turn, self.hostile = turn, hostile
        self.places: dict[tuple[str, ...], int] = {}
        self.typed: dict[str, tuple[str, str]] = {}
        self.fields: set[tuple[str, str]] = set()

    def text(self, place: tuple[str, ...], given: str, among: tuple[str, ...], most: int = 0) -> str:
        """What becomes of a text that stood at a place: an edition's entry and another's get the same."""
        number = self.places.setdefault(place, len(self.places))
        at = (self.turn if among is IN_WORDS else number + self.turn) % len(among)  # words are compared: they stay alike
        first, *rest = (*among[at:], *among[:at])
        if not self.hostile:
            first, rest = plain(first), [plain(each) for each in rest]
        mark = marked(number)
        if most:  # of a text that may have only so many words, what stood there makes room
            given, room = "", most - len(first.split()) - 1
            while sum(len(each.split()) for each in rest) > room:
                rest.pop()
        tail = " ".join((*rest, mark))
        self.typed[mark] = (first, tail)
        if "TermEntry" in place:  # the glossary files a word under its first letter, which is to stay
            return " ".join((given, first, tail))
        return " ".join(filter(None, (first, given, tail)))

    def value(self, hint: Any, value: Any, place: tuple[str, ...], among: tuple[str, ...] = HOSTILE) -> Any:
        """A value of a data file or head, with texts in all its texts.

        Args:
            hint: the type that a record's shape gives it.
            value: as the file gives it.
            place: where it stands, editions left out.
            among: the texts.
        """
        kinds = list(_kinds(hint))
        if isinstance(value, str):
            return self.text(place, value, among, _most(hint)) if Text in kinds else value
        if isinstance(value, list):
            inner = [get_args(kind)[0] for kind in kinds if get_origin(kind) is tuple]
            return [self.value(inner[0], each, (*place, str(i)), among) for i, each in enumerate(value)] if inner else value
        if not isinstance(value, dict):
            return value
        shape = next((kind for kind in kinds if isinstance(kind, type) and issubclass(kind, BaseModel)), None)
        if shape is None:
            inner = [get_args(kind)[1] for kind in kinds if get_origin(kind) is dict]
            return {key: self.value(inner[0], each, place, among) for key, each in value.items()} if inner else value
        return self.record(shape, value, (*place, shape.__name__, value.get("id", "")), among)

    def record(self, shape: type[BaseModel], value: Mapping[str, Any], place: tuple[str, ...], among: tuple[str, ...]) -> dict[str, Any]:
        """A record, with texts in all its texts."""
        hints, found = get_type_hints(shape, include_extras=True), {}
        for key, each in (dict(value) | self._missing(shape, value, hints)).items():
            name = next((name for name, field in shape.model_fields.items() if field.alias == key), key)
            fixed = (shape, name) in NOT_TEXT or (shape is records.Term and value.get("kind") == "force" and name == "also")
            fixed = fixed or each == "TEAS"  # looked for in the text, and explained there
            mine = WITHOUT_NUMBERS if among is HOSTILE and (shape, name) in AS_TIMES else among
            found[key] = each if fixed else self.value(hints[name], each, (*place, key), mine)
            if not fixed and found[key] != each:
                self.fields.add((shape.__name__, name))
        return found

    @staticmethod
    def _missing(shape: type[BaseModel], value: Mapping[str, Any], hints: Mapping[str, Any]) -> dict[str, Any]:
        """What a record could say and does not: every text, list of texts and inner record of its shape."""
        found: dict[str, Any] = {}
        for name in (name for name, field in shape.model_fields.items() if (field.alias or name) not in value and (shape, name) not in LEFT_OUT):
            if BESIDE.get((shape, name), "") in value:
                continue
            key = shape.model_fields[name].alias or name
            for kind in _kinds(hints[name]):
                inner = get_args(kind)[0] if get_origin(kind) is tuple else None
                if kind == Text or inner == Text:
                    found[key] = "given" if kind == Text else ["given"]
                elif kind in MADE or inner in MADE:
                    found[key] = MADE[kind] if kind in MADE else [MADE[inner]]
        return found

    def head(self, path: Path, shape: type[BaseModel]) -> None:
        """A page's head."""
        _, head, body = path.read_text("utf-8").split("---\n", 2)
        among = tuple(each for each in HOSTILE if not any(mark in each for mark in NOT_IN_HEADS))
        value = self.record(
            shape, yaml.load(head, yaml.BaseLoader), (shape.__name__, path.parent.name if shape is PageHead else "", path.name), among
        )
        path.write_text(f"---\n{written(value)}---\n{body}", "utf-8")

    def words(self, path: Path) -> None:
        """A page's own words: each heading, paragraph, list item and note."""
        lines = path.read_text("utf-8").split("\n")
        for i, line in enumerate(lines[:-1]):
            if identifier := re.fullmatch(r" *\{: #([a-z-]+) \}", lines[i + 1]):
                lines[i] = self._ended(("words", "Words", "", identifier[1]), line)
            elif line.startswith("# ") or lines[i - 1].startswith("!!! note"):
                lines[i] = self._ended(("words", "Words", path.as_posix(), str(i)), line)
        path.write_text("\n".join(lines), "utf-8")

    def _ended(self, place: tuple[str, ...], line: str) -> str:
        """A line with texts at its end, before its colon."""
        colon = line[len(line.rstrip(":")) :]
        indent = line[: len(line) - len(line.lstrip())]
        mark, *_ = re.findall(r"^(?:#+ +|- +)?", line.lstrip())
        given = line.strip().removeprefix(mark).rstrip(":")
        ended = self.text(place, "", IN_WORDS)
        return f"{indent}{mark}{given} {' '.join(ended.split())}{colon}"

    def site(self, folder: Path) -> None:
        """Every data file and every page below a folder."""
        for kind in records.KINDS.values():
            for path in folder.glob(kind.path):
                value = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)
                at, where = value, [value]
                for part in kind.place or ():
                    where.append(at := at[part])
                one = kind.place is None
                filled = self.value(kind.shape if one else tuple[kind.shape, ...], at, (path.name,))  # type: ignore[name-defined]
                path.write_text(written(filled if one or not kind.place else {kind.place[0]: filled}), "utf-8")
        for path in sorted((folder / "docs").rglob("*.md")):
            of_edition = "arrangements" in path.parts and path.name != "index.md"
            text = path.read_text("utf-8")
            self.head(path, Head if of_edition else PageHead)
            self.words(path)
            title, heading = re.search("(?m)^title: (.*)$", text), re.search("(?m)^## (.*)$", text)
            if title and heading and title[1] == heading[1]:  # the printed heading is the page's, and stays its title
                self._titled(path)

    @staticmethod
    def _titled(path: Path) -> None:
        """Gives a page the title that its first heading has."""
        _, head, body = path.read_text("utf-8").split("---\n", 2)
        heading = re.search("(?m)^## (.*)$", body)
        assert heading
        path.write_text(f"---\n{written(yaml.load(head, yaml.BaseLoader) | {'title': heading[1]})}---\n{body}", "utf-8")


def marked(number: int) -> str:
    """The mark of a text, in letters: a number could be taken for a year."""
    return f"q{''.join('abcdefghij'[int(digit)] for digit in str(number))}z"


def plain(text: str) -> str:
    """As many words, which say nothing to anybody."""
    return " ".join("plain" for _ in text.split())


def written(value: Any) -> str:
    """A value as YAML that this site reads: each text on a line of its own."""
    return str(yaml.dump(value, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10**9))


class _Dumper(yaml.SafeDumper):
    def ignore_aliases(self, data: Any) -> bool:
        return True


def _most(hint: Any) -> int:
    """How many words a text may have at most; 0 where any number may stand, or where it is no text."""
    if get_origin(hint) in (types.UnionType, Union):
        return max(map(_most, get_args(hint)))
    limits = [each.func for each in getattr(hint, "__metadata__", ()) if isinstance(each, AfterValidator)]
    return next((inspect.getclosurevars(limit).nonlocals["words"] for limit in limits if limit.__qualname__.startswith("_at_most")), 0)


def _kinds(hint: Any) -> Iterator[Any]:
    """The types that a field may have, without what else is said of them."""
    if hint == Text or _most(hint):
        yield Text
    elif get_origin(hint) in (types.UnionType, Union):
        for each in get_args(hint):
            yield from _kinds(each)
    elif hasattr(hint, "__metadata__"):
        yield hint.__origin__
    elif get_origin(hint) is not Literal:
        yield hint


ADDED: Mapping[str, Mapping[str, Any]] = {
    # what the miniature may not have: a short form that the text uses, routes with steps and without, a group that is shared
    "terms": {"id": "tea-short", "kind": "abbreviation", "entry": {"name": "Tea and Evening Assembly", "short": "TEAS"}},
    "escalation": {"id": "quarrel", "route": "practice", "entry": {"name": "Policy", "steps": ["Talk"]}},
    "escalation-2": {"id": "strife", "route": "practice", "entry": {"name": "Other policy", "steps": "not supplied", "link": "example-page"}},
    "duties": {
        "id": "all-asked",
        "title": "Asking",
        "entry": {
            "provision": ["meetings-frequency"],
            "by": ["relevant-agencies"],
            "cadence": "quarterly",
            "actor": "All",
            "frequency": "quarterly",
        },
    },
    "groups": {"id": "shared-group", "kind": "forum", "entry": {"name": "Shared Forum", "joint": "yes", "under": "board-meeting"}},
}


def filled(folder: Path, turn: int, hostile: bool) -> Filling:
    """Fills a copy of the miniature, to which some records are added."""
    editions = [each["id"] for each in yaml.safe_load((folder / "data/editions.yaml").read_text("utf-8"))["editions"]]
    for name, record in ADDED.items():
        path = folder / f"data/{name.partition('-')[0]}.yaml"
        new = {key: value for key, value in record.items() if key != "entry"} | {"editions": {each: dict(record["entry"]) for each in editions}}
        path.write_text(path.read_text("utf-8").rstrip("\n") + "\n" + written([new]), "utf-8")
    for page in folder.glob("docs/arrangements/*/meetings.md"):
        page.write_text(page.read_text("utf-8").replace("Minutes will be kept.", "Minutes will be kept by TEAS."), "utf-8")
    filling = Filling(turn, hostile)
    filling.site(folder)
    return filling


TURNS = [0, 3, *(pytest.param(turn, marks=pytest.mark.trust) for turn in range(1, len(HOSTILE)) if turn != 3)]


@pytest.fixture(scope="module", params=TURNS)
def pair(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Filling, Built, Built]:
    """What was put in, the site that was built of it, and the same site with plain words."""
    built = []
    for name, hostile in (("hostile", True), ("plain", False)):
        folder = beside_the_kit(Path(shutil.copytree(MINIATURE, tmp_path_factory.mktemp(name) / "mini")))
        filling = filled(folder, request.param, hostile)
        done = mkdocs(folder, folder.parent / "site")
        assert done.returncode == 0, done.stdout + done.stderr
        built.append((filling, Built(folder.parent / "site")))
    return built[0][0], built[0][1], built[1][1]


def test_every_text_of_every_shape_is_filled(tmp_path: Path) -> None:
    """No field that takes text is left out because the miniature does not use it."""
    filling = filled(Path(shutil.copytree(MINIATURE, tmp_path / "mini")), 0, True)
    shapes: set[type[BaseModel]] = {Head, PageHead, *(kind.shape for kind in records.KINDS.values())}
    waiting: list[type[BaseModel]] = list(shapes)
    texts: set[tuple[str, str]] = set()
    while waiting:
        shape = waiting.pop()
        for name, hint in get_type_hints(shape, include_extras=True).items():
            if name in shape.model_fields:
                for kind in _within(hint):
                    if kind == Text and (shape, name) not in NOT_TEXT:
                        texts.add((shape.__name__, name))
                    elif isinstance(kind, type) and issubclass(kind, BaseModel) and kind not in shapes:
                        shapes.add(kind)
                        waiting.append(kind)
    assert sorted(texts - filling.fields) == []
    assert len(texts) > 60


def _within(hint: Any) -> Iterator[Any]:
    for kind in _kinds(hint):
        yield kind
        for each in get_args(kind) if get_origin(kind) in (tuple, dict) else ():
            yield from _within(each)


def test_what_check_refuses_is_told_and_nothing_else(mini: Path) -> None:
    """Each of the texts is taken by a data file; by a head, all but those that look like an instruction to Jinja."""
    register, head = mini / "data/not-covered.yaml", mini / "docs/people/index.md"
    (value,) = yaml.load(register.read_text("utf-8"), yaml.BaseLoader)
    register.write_text(written([value | {"id": f"fact-{i}", "says": f"{text} x"} for i, text in enumerate(HOSTILE)]), "utf-8")
    keywords = written({"keywords": [f"{text} x" for text in HOSTILE]})
    head.write_text(head.read_text("utf-8").replace("---\n# ", f"{keywords}---\n# "), "utf-8")
    lines = head.read_text("utf-8").split("\n")
    first = lines.index("keywords:") + 2
    refused = [(each.path, HOSTILE[each.line - first]) for each in check(mini)[1]]
    assert refused == [("docs/people/index.md", text) for text in HOSTILE if any(mark in text for mark in NOT_IN_HEADS)]


@pytest.mark.parametrize("scan", SCANS, ids=lambda scan: scan.__name__)
def test_every_page_is_as_it_must_be(pair: tuple[Filling, Built, Built], scan: Any) -> None:
    assert list(scan(pair[1])) == []


def shape_of(page: BeautifulSoup) -> Counter[str]:
    """The elements of a page, each with those around it and the names of its attributes."""
    return Counter(
        " ".join([*reversed([above.name for above in tag.parents]), tag.name, *sorted(tag.attrs), str(tag.get("class", ""))])
        for tag in page.find_all(True)
    )


def test_every_page_has_the_elements_that_plain_words_give_it(pair: tuple[Filling, Built, Built]) -> None:
    _, hostile, plain_ = pair
    assert list(hostile.pages) == list(plain_.pages)
    for address, page in hostile.pages.items():
        got, wanted = shape_of(page.soup), shape_of(plain_.pages[address].soup)
        assert (got - wanted, wanted - got) == (Counter(), Counter()), address


def test_the_search_index_has_the_entries_that_plain_words_give_it(pair: tuple[Filling, Built, Built]) -> None:
    shapes: list[list[Any]] = []
    for built in pair[1:]:
        shapes.append([])
        for entry in built.indexed:
            parts = [shape_of(BeautifulSoup(str(entry[name]), "html.parser")) for name in ("title", "text")]
            shapes[-1].append((str(entry["location"]).partition("#")[0], *parts, len(entry.get("tags", ())), entry.get("boost")))
    assert shapes[0] == shapes[1]


BLOCKS = ("p", "li", "td", "th", "dt", "dd", "summary", "caption", "title", "h1", "h2", "h3", "h4", "h5", "h6", "label", "a", "div", "aside")


def without(block: Tag, name: str) -> str:
    """What a redline says of one edition: its text without the words of the other."""
    other = copy.copy(block)
    for tag in other.select(f"{name}, .said"):
        tag.extract()
    return other.get_text()


def shown(built: Built) -> Iterator[tuple[str, str]]:
    """Everywhere that a text is shown: where, and what stands there as a reader, a screen reader or a machine gets it."""
    for address, page in built.pages.items():
        for string in page.soup.find_all(string=True):
            if MARK.search(string):
                block = next(above for above in string.parents if above.name in BLOCKS)
                yield f"{address} <{block.name}>", "\n".join({block.get_text(), without(block, "del"), without(block, "ins")})
        for tag, name, value in page.attributes():
            if name not in ("id", "href", "for"):
                yield f"{address} <{tag.name} {name}>", value
    for entry in built.indexed:
        tags = entry.get("tags", [])
        for text in (entry["title"], entry["text"], *(tags if isinstance(tags, list) else ())):
            yield f"search: {entry['location']}", BeautifulSoup(str(text), "html.parser").get_text()
    for path in sorted(path for folder in ("compare", "data") for path in (built.folder / folder).rglob("*.json")):
        yield from ((path.name, text) for text in texts_of(json.loads(path.read_text("utf-8"))))
    for path in sorted((built.folder / "feeds").rglob("*.xml")):
        for part in etree.fromstring(path.read_text("utf-8")).iter():
            text = part.text or ""
            yield path.name, BeautifulSoup(text, "html.parser").get_text() if part.get("type") == "html" else text
    for path in sorted(built.folder.rglob("*.csv")):
        for row in csv.reader(io.StringIO(path.read_text("utf-8-sig"))):
            yield from ((path.name, text) for cell in row for text in texts_of(inner(cell)))
    for path in sorted(built.folder.rglob("*.ics")):
        for event in icalendar.Calendar.from_ical(path.read_text("utf-8")).walk():
            yield from ((path.name, str(value)) for value in event.values())


def texts_of(value: Any) -> Iterator[str]:
    """Every text of what JSON holds."""
    if isinstance(value, str):
        yield value
    for each in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from texts_of(each)


def inner(cell: str) -> Any:
    """What a cell of a table holds: a record within a record stands there as JSON."""
    try:
        return json.loads(cell)
    except ValueError:
        return cell


def as_read(text: str) -> str:
    """A text without what lists and keywords may change: capitals, runs of spaces, apostrophes."""
    return " ".join(text.casefold().replace("'", "").replace("’", "").split())


def field_of(place: tuple[str, ...]) -> tuple[str, str]:
    """The shape and the field of a place."""
    at = max(i for i, part in enumerate(place) if part[:1].isupper())
    return place[at], place[at + 2]


def test_every_text_is_shown_as_it_was_typed(pair: tuple[Filling, Built, Built]) -> None:
    filling, hostile, _ = pair
    wrong, met = [], set()
    for where, text in shown(hostile):
        for mark in set(MARK.findall(text)):
            met.add(mark)
            first, tail = filling.typed[mark]
            if as_read(tail) not in as_read(text) or as_read(first) not in as_read(text):
                wrong.append((where, mark, text))
    assert wrong == []
    places = {marked(number): place for place, number in filling.places.items()}
    fields = {mark: field_of(place) for mark, place in places.items()}
    assert set(fields.values()) - {fields[mark] for mark in met} == set()  # what no page shows, the open data do
