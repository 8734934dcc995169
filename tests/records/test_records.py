"""Records: typed, frozen, and what a field may say."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import BaseModel, TypeAdapter, ValidationError

from macros import records
from macros.records import base
from macros.records.editions import PageHead
from macros.records.registers import LaterFact, SupportLevel


def told(shape: Any, value: object) -> str:
    """What is said of a value that a shape refuses; empty where it takes it."""
    try:
        TypeAdapter(shape).validate_python(value)
    except ValidationError as error:
        return "; ".join(each["msg"] for each in error.errors())
    return ""


def test_records_cannot_be_changed() -> None:
    record = TypeAdapter(records.Sector).validate_python({"id": "education", "name": "Education", "editions": {"2001": {"provision": ["meetings"]}}})
    with pytest.raises(ValidationError):
        record.name = "Health"
    with pytest.raises(TypeError):
        record.editions["2002"] = record.editions["2001"]


def test_a_record_knows_no_field_that_is_not_named() -> None:
    assert "Extra" in told(records.Sector, {"id": "a", "name": "A", "nmae": "B"})


DAYS = [
    ("2026", True),
    ("2026-11", True),
    ("2026-11-22", True),
    ("2024-02-29", True),
    ("2026-02-29", False),
    ("2026-13", False),
    ("2026-00", False),
    ("2024-10-45", False),
    ("1799", False),
    ("2201", False),
    ("soon", False),
    ("2026-1-2", False),
    ("22 November 2026", False),
]


@pytest.mark.parametrize(("value", "exists"), DAYS)
def test_a_day_is_one_that_exists_as_far_as_it_is_known(value: str, exists: bool) -> None:
    assert (told(base.Day, value) == "") is exists


WHOLE = [("2026-11-22", True), ("2026-11", False), ("2026", False), ("2026-02-30", False), ("1700000000", False)]


@pytest.mark.parametrize(("value", "whole"), WHOLE)
def test_a_whole_day_has_year_month_and_day(value: str, whole: bool) -> None:
    assert (told(base.WholeDay, value) == "") is whole


IDS = [("kent-police", True), ("stage-1", True), ("Kent", False), ("a b", False), ("-a", False), ("a--b", False), ("", False), ("é", False)]


@pytest.mark.parametrize(("value", "good"), IDS)
def test_an_id_is_small_letters_digits_and_hyphens(value: str, good: bool) -> None:
    assert (told(base.Id, value) == "") is good


@pytest.mark.parametrize("value", ["not stated", "not supplied", "not named"])
def test_silences_are_known(value: str) -> None:
    assert records.is_silence(value)


@pytest.mark.parametrize("value", ["none stated", "Not stated", "", None, ("not stated",)])
def test_nothing_else_is_a_silence(value: object) -> None:
    assert not records.is_silence(value)


FACTS = [
    ("from a day", {"from": "2003-04-01"}, True),
    ("from a day to a day", {"from": "2003", "to": "2004"}, True),
    ("by a day", {"by": "2003"}, True),
    ("without a day", {}, False),
    ("from and by", {"from": "2003", "by": "2004"}, False),
    ("to alone", {"to": "2003"}, False),
    ("by and to", {"by": "2003", "to": "2004"}, False),
    ("a day that does not exist", {"from": "2003-13"}, False),
]


@pytest.mark.parametrize(("what", "days", "good"), FACTS, ids=[row[0] for row in FACTS])
def test_a_later_fact_says_when(what: str, days: dict[str, str], good: bool) -> None:
    assert (told(LaterFact, {"says": "It met.", "source": "a", **days}) == "") is good


def test_a_later_fact_says_something() -> None:
    assert "Say what is known" in told(LaterFact, {"from": "2003", "source": "a"})
    named, said = (TypeAdapter(LaterFact).validate_python({"by": "2003", "source": "a", key: "It"}) for key in ("name", "says"))
    assert (named.words, said.words, named.when) == ("It", "It", "2003")


LINKS = [
    ("https://example.org/page?a=b#c", True),
    ("http://example.org", False),
    ("//example.org", False),
    ("javascript:alert(1)", False),
    ("https://example.org/a b", False),
    ('https://example.org/">', False),
    ("https://example.org/{{ x }}", False),
    ("https://example.org/(x)", False),
]


@pytest.mark.parametrize(("url", "good"), LINKS)
def test_an_outside_address_is_https_and_nothing_else(url: str, good: bool) -> None:
    assert (told(records.Link, {"id": "a", "title": "A", "url": url, "seen": "2026-11-22"}) == "") is good


INDICATORS = {"version": "3", "date": "2026-01-02", "approved_by": "The board", "listed": ["Tired"]}


@pytest.mark.parametrize("missing", ["", *INDICATORS])
def test_indicators_are_supplied_with_version_date_and_approver(missing: str) -> None:
    given = {name: value for name, value in INDICATORS.items() if name != missing}
    level = {"id": "a", "level": "1", "indicators": given, "editions": {"2002": {"name": "A", "heading": "a", "provisions": ["b"]}}}
    assert TypeAdapter(SupportLevel).validate_python(level).indicators.supplied is (missing == "")


def test_search_takes_a_weight_or_leaves_a_page_out() -> None:
    head = {"title": "A", "description": "A"}
    assert told(PageHead, head | {"search": {"boost": "2"}}) == told(PageHead, head | {"search": {"exclude": "true"}}) == ""
    assert told(PageHead, head | {"search": {"boost": "high"}}) and told(PageHead, head | {"search": {"exclude": "no"}})


def test_every_kind_of_file_has_its_shape_and_one_path() -> None:
    paths = [kind.path for kind in records.KINDS.values()]
    assert len(set(paths)) == len(paths)
    assert all(issubclass(kind.shape, BaseModel) and kind.path.startswith("data/") and kind.path.endswith(".yaml") for kind in records.KINDS.values())
