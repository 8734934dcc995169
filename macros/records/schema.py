"""What each field means, said once in the docstring below it; and each kind of data file as a JSON Schema, which says so too."""

from __future__ import annotations

import ast
import inspect
import json
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any, get_args

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema

from macros.records.base import Ref, marks
from macros.records.kinds import KINDS, Kind

FOLDER = ".schemas"
"""Where the schemas for editors are kept: those of files as they are typed."""


def meaning(shape: type[BaseModel]) -> str:
    """What a shape is, from its docstring's first paragraph, without the path that it may begin with."""
    told = _plain((inspect.getdoc(shape) or "").partition("\n\n")[0])
    path, colon, rest = told.partition(": ")
    return rest[:1].upper() + rest[1:] if colon and path.startswith("data/") else told


@cache
def meanings(shape: type[BaseModel]) -> Mapping[str, str]:
    """What each field of a shape means, by the field's name."""
    found: dict[str, str] = {}
    for each in reversed(shape.__mro__):
        found |= _docstrings(each.__module__).get(each.__name__, {}) if issubclass(each, BaseModel) and each is not BaseModel else {}
    return MappingProxyType({name: found.get(name, "") for name in shape.model_fields})


@cache
def _docstrings(module: str) -> dict[str, dict[str, str]]:
    """The docstrings under the fields of a module's classes."""
    tree = ast.parse(inspect.getsource(sys.modules[module]))
    return {node.name: dict(_under_fields(node)) for node in tree.body if isinstance(node, ast.ClassDef)}


def _under_fields(node: ast.ClassDef) -> Iterator[tuple[str, str]]:
    for field, below in zip(node.body, node.body[1:], strict=False):
        if isinstance(field, ast.AnnAssign) and isinstance(below, ast.Expr) and isinstance(below.value, ast.Constant):
            yield ast.unparse(field.target), _plain(str(below.value.value))


def _plain(text: str) -> str:
    return " ".join(text.replace("``", "").split())


def of_records(name: str) -> dict[str, Any]:
    """The schema of a kind's records as they are published: a list of them, or one alone."""
    kind = KINDS[name]
    shape, shapes = _shape(kind)
    return _whole(name, shape if kind.place is None else {"type": "array", "items": shape}, shapes)


def of_file(name: str) -> dict[str, Any]:
    """The schema of a kind's file as it is typed: an editor takes 2026 for a number, where this site reads a text."""
    kind = KINDS[name]
    shape, shapes = _shape(kind)
    whole: dict[str, Any] = shape if kind.place is None else {"type": "array", "items": shape}
    for part in reversed(kind.place or ()):
        whole = {"type": "object", "properties": {part: whole}, "required": [part], "additionalProperties": False}
    return _typed(_whole(name, whole, shapes))


def written(schema: Mapping[str, Any]) -> str:
    """A schema as the text of a file."""
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def for_editors() -> Iterator[tuple[str, str]]:
    """The schema of every kind for editors, by its path from the project's root."""
    return ((f"{FOLDER}/{name}.json", written(of_file(name))) for name in KINDS)


def names_schema(kind: str) -> str:
    """The line of a data file by which an editor finds the schema of its kind."""
    return f"# yaml-language-server: $schema={'../' * KINDS[kind].path.count('/')}{FOLDER}/{kind}.json"


def _whole(name: str, schema: dict[str, Any], shapes: dict[str, Any]) -> dict[str, Any]:
    kind = KINDS[name]
    head = {"$schema": GenerateJsonSchema.schema_dialect, "title": kind.title or name, "description": meaning(kind.shape)}
    return {**head, **{key: value for key, value in schema.items() if key not in head}, **({"$defs": shapes} if shapes else {})}


def _shape(kind: Kind) -> tuple[dict[str, Any], dict[str, Any]]:
    """A kind's shape, and the shapes inside it by name; each says what it and its fields are."""
    made = kind.shape.model_json_schema(by_alias=True)
    inside = made.pop("$defs", {})
    known = {each.__name__: each for each in reached(kind.shape)}
    return _told(made, kind.shape), {name: _told(each, known[name]) for name, each in inside.items()}


def reached(shape: type[BaseModel]) -> tuple[type[BaseModel], ...]:
    """A shape and every shape that stands inside it, each once."""
    found: dict[type[BaseModel], None] = {}
    waiting: list[Any] = [shape]
    while waiting:
        part = waiting.pop()
        if isinstance(part, type) and issubclass(part, BaseModel):
            if part not in found:
                found[part] = None
                waiting += [about.annotation for about in part.model_fields.values()]
        else:
            waiting += get_args(part)
    return tuple(found)


def _told(schema: dict[str, Any], shape: type[BaseModel]) -> dict[str, Any]:
    """A shape's schema with what it means; without what only pydantic needs."""
    fields = {about.alias or name: (name, about) for name, about in shape.model_fields.items()}
    told = {}
    for key, value in schema.get("properties", {}).items():
        name, about = fields[key]
        names = [f"Names {_register(mark)}." for mark in marks(about, Ref)]
        told[key] = {"description": " ".join(filter(None, (meanings(shape)[name], *dict.fromkeys(names)))), **_bare(value)}
    return {**{key: value for key, value in schema.items() if key != "title"}, "description": meaning(shape), "properties": told}


def _register(mark: Ref) -> str:
    what = {"topic": "a topic of the edition", "provision": "a provision of the edition", "page": "a page of this site"}.get(mark.kind)
    return " or ".join([what or f"a record of {mark.kind}", *(f"“{other}”" for other in mark.others)])


def _bare(value: Any) -> Any:
    """A schema without titles and defaults, and without null: where nothing is known, a field is left out."""
    if isinstance(value, list):
        return [_bare(each) for each in value]
    if not isinstance(value, dict):
        return value
    choices = [each for each in value.get("anyOf", ()) if each != {"type": "null"}]
    if len(choices) == 1:
        value = {**{key: each for key, each in value.items() if key != "anyOf"}, **choices[0]}
    elif choices:
        value = {**value, "anyOf": choices}
    return {key: _bare(each) for key, each in value.items() if key not in ("title", "default")}


def _typed(value: Any) -> Any:
    """A schema for what is typed: a text may look like a number."""
    if isinstance(value, list):
        return [_typed(each) for each in value]
    if not isinstance(value, dict):
        return value
    found = {key: _typed(each) for key, each in value.items()}
    return {**found, "type": ["string", "number"]} if value.get("type") == "string" and not {"const", "enum", "format"} & set(value) else found
