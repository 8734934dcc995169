"""A shape as columns of a flat table, and a record as their cells."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache, cached_property
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from macros.figures import printed_number
from macros.records import schema
from macros.records.base import Printed, Ref, marks
from macros.records.kinds import KINDS

Cell = str | Decimal
Row = Mapping[str, Cell]
SHAPES, ENTRIES, _SHAPE, _LIST, _TEXT, _NUMBER, _DAY, _COUNT = "shapes", "entries", "shape", "list", "text", "number", "day", "count"
"""What a field can hold: records, entries by edition, one record, texts, a text, a number as printed, a day, a count."""


@dataclass(frozen=True)
class Column:
    """One column.

    Args:
        name: its head; a dot leads into a part of the record.
        means: what it says.
        holds: ``text``, ``list`` (one item a line), ``number``, ``count`` or ``day``.
        required: whether no cell of it is empty.
        words: the only words that stand in it; none where it is free.
        names: the register of which it names a record; empty where it names none, or several kinds.
    """

    name: str
    means: str
    holds: str = "text"
    required: bool = False
    words: tuple[str, ...] = ()
    names: str = ""


@cache
def named(shape: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    """The names of a shape's fields, each with the one that files give it."""
    return tuple((name, about.alias or name) for name, about in shape.model_fields.items())


def plain(value: Any) -> Any:
    """A record, or a part of one, as JSON has it: every field that says something, under the name that files give it."""
    if isinstance(value, str):  # as most are
        return value
    if isinstance(value, BaseModel):
        return {written: plain(each) for name, written in named(type(value)) if (each := getattr(value, name)) is not None}
    if isinstance(value, Mapping):
        return {str(key): plain(each) for key, each in value.items()}
    if isinstance(value, tuple):
        return [plain(each) for each in value]
    return value.isoformat() if isinstance(value, date) else value


@dataclass(frozen=True)
class Part:
    """One field of a record, or of a single part of it.

    Args:
        name: as a head of a column.
        way: the attributes that lead to it.
        shape: the shape that it is a field of.
        about: the field.
        form: what it holds.
        inner: the shape of what it holds, where it holds shapes.
        required: whether it is always there.
    """

    name: str
    way: tuple[str, ...]
    shape: type[BaseModel]
    about: FieldInfo
    form: str
    inner: type[BaseModel] | None
    required: bool

    @cached_property
    def counts(self) -> bool:
        """Whether it holds a number as printed."""
        return bool(marks(self.about, Printed))

    def of(self, value: Any) -> Any:
        """What a record says there."""
        for name in self.way:
            value = getattr(value, name) if value is not None else None
        return value

    def cells(self, value: Any) -> Iterator[tuple[str, Cell]]:
        """Its cells, by head."""
        said = self.of(value)
        yield self.name, _cell(said)
        if self.counts:
            number = printed_number(said) if said else None
            yield f"{self.name}.number", "" if number is None or number.suppressed else number.value

    def columns(self) -> Iterator[Column]:
        """Its columns: of a printed number, a second one holds the number alone."""
        registers = {mark.kind for mark in marks(self.about, Ref) if not mark.others}
        names = registers.pop() if len(registers) == 1 and self.form == _TEXT else ""
        means = schema.meanings(self.shape)[self.way[-1]] + (" One a line." if self.form == _LIST else "")
        yield Column(self.name, means, self.form, self.required, _words(self.about.annotation), names if names in KINDS else "")
        if self.counts:
            yield Column(f"{self.name}.number", "The same as a number alone: a percentage in percent; empty where the count is suppressed.", _NUMBER)


@cache
def parts(shape: type[BaseModel], before: str = "", asked: bool = True) -> tuple[Part, ...]:
    """The fields of a shape, those of single shapes inside it in their place.

    Args:
        shape: the shape.
        before: what the heads begin with.
        asked: whether the shape itself is always there.
    """
    return tuple(_parts(shape, before, (), asked))


def _parts(shape: type[BaseModel], before: str, way: tuple[str, ...], asked: bool) -> Iterator[Part]:
    """The fields of a shape that stands at some place.

    Args:
        shape: the shape.
        before: what the heads begin with.
        way: the attributes that lead to it.
        asked: whether the shape itself is always there.
    """
    for name, about in shape.model_fields.items():
        head, there = f"{before}{about.alias or name}", (*way, name)
        form, inner = _form(about.annotation)
        required = asked and about.is_required()
        if form == _SHAPE and inner:
            yield from _parts(inner, f"{head}.", there, required)
        else:
            together = not asked and form in (SHAPES, ENTRIES)  # records inside an entry stay in its cell, as JSON
            yield Part(head, there, shape, about, _TEXT if together else form, inner, required)


def _form(annotation: Any) -> tuple[str, type[BaseModel] | None]:
    """What a field holds, by its type, and the shape that it holds."""
    if get_origin(annotation) is Annotated:
        return _form(get_args(annotation)[0])
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return _SHAPE, annotation
    inside = [each for each in get_args(annotation) if each not in (type(None), ...)]
    if get_origin(annotation) in (tuple, dict):
        shape = _form(inside[-1])[1]
        return ((SHAPES if get_origin(annotation) is tuple else ENTRIES), shape) if shape else (_LIST, None)
    if get_origin(annotation) in (Union, UnionType):
        forms = [_form(each) for each in inside]
        return next((each for each in forms if each[0] != _TEXT), forms[0])
    return {int: _COUNT, date: _DAY}.get(annotation, _TEXT), None


def _words(annotation: Any) -> tuple[str, ...]:
    """The only words that a field may hold; none where it is free."""
    if get_origin(annotation) is Literal:
        return tuple(map(str, get_args(annotation)))
    inside = [each for each in get_args(annotation) if each is not type(None)]
    return _words(inside[0]) if len(inside) == 1 and get_origin(annotation) in (Union, UnionType) else ()


def _cell(value: Any) -> str:
    """What a record says, as the text of one cell."""
    if value is None:
        return ""
    if isinstance(value, tuple) and not any(isinstance(each, BaseModel) for each in value):
        return "\n".join(map(str, value))
    return json.dumps(plain(value), ensure_ascii=False) if isinstance(value, (tuple, Mapping)) else str(plain(value))
