"""What all records share: texts, ids, days, references, silences."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import Annotated, Any, TypeVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, StringConstraints
from pydantic.fields import FieldInfo

Mark = TypeVar("Mark")

SILENCES = ("not stated", "not supplied", "not named")
"""What a record says where its source says nothing: a value of its own kind, shown as such and never filled in."""


def is_silence(value: object) -> bool:
    """Whether a value says that the source is silent."""
    return value in SILENCES


class Ref:
    """Marks a field that names something else.

    Args:
        kind: a register's name, two of them joined by “ or ”, or one of ``topic``, ``provision`` and ``page``. Topics and
            provisions are those of the edition under whose entry the field stands, else of the current edition.
        others: words that are allowed besides.
    """

    def __init__(self, kind: str, others: tuple[str, ...] = ()) -> None:
        self.kind, self.others = kind, others


class Printed:
    """Marks a field that holds a number as it is printed."""


def marks(about: FieldInfo, mark: type[Mark]) -> tuple[Mark, ...]:
    """The marks of one kind that a field carries, wherever they stand in its type."""
    return tuple(_marks((*about.metadata, about.annotation), mark))


def _marks(parts: Iterable[Any], mark: type[Mark]) -> Iterator[Mark]:
    for part in parts:
        if isinstance(part, mark):
            yield part
        else:
            yield from _marks((*getattr(part, "__metadata__", ()), *(each for each in getattr(part, "__args__", ()) if each is not ...)), mark)


def _day(value: str) -> str:
    found = re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", value)
    year, month, day = (int(part or 1) for part in found.groups()) if found else (0, 0, 0)
    if not (found and 1800 <= year <= 2200 and 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]):
        raise ValueError("Write a day that exists, as year, month and day: 2026-11-22; or 2026-11, or 2026, where no more is known.")
    return value


def _whole_day(value: object) -> object:
    if isinstance(value, str) and not re.fullmatch(r"\d{4}-\d\d-\d\d", value.strip()):
        raise ValueError("Write year, month and day: 2026-11-22.")
    return value


Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Id = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Day = Annotated[Text, AfterValidator(_day)]
"""A day, a month or a year as text, as far as it is known: 2026-11-22, 2026-11, 2026. Texts of it sort by time."""
WholeDay = Annotated[date, BeforeValidator(_whole_day)]
SectorId = Annotated[Id, Ref("sectors")]
SourceId = Annotated[Id, Ref("sources")]
LinkId = Annotated[Id, Ref("links")]
GroupId = Annotated[Id, Ref("groups")]
TopicId = Annotated[Id, Ref("topic")]
ProvisionId = Annotated[Id, Ref("provision")]
ProvisionIds = tuple[ProvisionId, ...]
CitedId = Annotated[Id, Ref("sources or links")]


def at_least_one(entries: dict[str, Any]) -> Mapping[str, Any]:
    """Entries by edition, of which there must be one."""
    if not entries:
        raise ValueError("Name at least one edition that prints it.")
    return MappingProxyType(entries)


class Shape(BaseModel):
    """What all records share: they cannot be changed, and know no field that is not named here."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)


class Record(Shape):
    """One thing, for all time, known by its id."""

    id: Id
    """Small letters, digits and hyphens; never changed once published."""
