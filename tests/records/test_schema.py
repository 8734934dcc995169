"""What every field means stands once, under the field; schemas say it, and those for editors do not drift."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from macros.records import KINDS, schema
from macros.records.registers import Agency, LaterFact

from ..conftest import MINIATURE, ROOT

SHAPES = sorted({shape for kind in KINDS.values() for shape in schema.reached(kind.shape)}, key=lambda each: each.__name__)


class Editor(yaml.SafeLoader):
    """YAML as editors read it: 2024 is a number; yes and no, and days, are texts."""

    yaml_implicit_resolvers = {
        sign: [each for each in found if each[0] not in ("tag:yaml.org,2002:timestamp", "tag:yaml.org,2002:bool")]
        for sign, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


def typed(path: Path) -> Any:
    return json.loads(json.dumps(yaml.load(path.read_text("utf-8"), Editor)))


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.__name__)
def test_every_shape_and_every_field_says_what_it_is(shape: Any) -> None:
    assert schema.meaning(shape)
    assert [name for name, means in schema.meanings(shape).items() if not means] == []


def test_a_meaning_is_read_from_the_docstring_and_from_the_shapes_below() -> None:
    assert schema.meaning(Agency) == "A body, or a kind of body, that a list of relevant agencies names."
    assert schema.meaning(KINDS["partnership"].shape) == "Whose site this is, every name that the program must not know."
    assert schema.meanings(Agency)["id"] == "Small letters, digits and hyphens; never changed once published."
    assert schema.meanings(LaterFact)["from_"] == "The day, month or year from which it holds, or on which it happened."


def test_a_schema_says_what_a_field_means_and_what_it_names() -> None:
    made = schema.of_records("agencies")
    assert (made["title"], made["type"]) == ("Relevant agencies", "array")
    assert made["items"]["properties"]["sector"] == {
        "description": "The sector under which this site groups it. Names a record of sectors.",
        "minLength": 1,
        "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$",
        "type": "string",
    }
    assert made["$defs"]["LaterFact"]["properties"]["from"]["description"] == "The day, month or year from which it holds, or on which it happened."
    assert made["items"]["required"] == ["id", "sector"]


@pytest.mark.parametrize("name", KINDS)
def test_every_schema_is_one(name: str) -> None:
    for made in (schema.of_records(name), schema.of_file(name)):
        jsonschema.Draft202012Validator.check_schema(made)


FILES = [(name, path) for root in (ROOT, MINIATURE) for name, kind in KINDS.items() for path in sorted(root.glob(kind.path))]


@pytest.mark.parametrize(("name", "path"), FILES, ids=[str(path.relative_to(ROOT)) for _, path in FILES])
def test_an_editor_finds_nothing_wrong_with_a_file_that_is_right(name: str, path: Path) -> None:
    assert [each.message for each in jsonschema.Draft202012Validator(schema.of_file(name)).iter_errors(typed(path))] == []


WRONG = [
    ("a field that is not known", "agencies", [{"id": "schools", "sector": "education", "sectr": "x"}], "'sectr' was unexpected"),
    ("a field that is missing", "agencies", [{"id": "schools"}], "'sector' is a required property"),
    ("an id with a capital", "agencies", [{"id": "Schools", "sector": "education"}], "'Schools' does not match"),
    ("a word that is none of those", "groups", [{"id": "a", "kind": "bord", "editions": {}}], "'bord' is not one of"),
    ("notes without their head", "changes", [], "[] is not of type 'object'"),
]


@pytest.mark.parametrize(("what", "name", "value", "told"), WRONG, ids=[row[0] for row in WRONG])
def test_an_editor_is_told(what: str, name: str, value: Any, told: str) -> None:
    assert any(told in each.message for each in jsonschema.Draft202012Validator(schema.of_file(name)).iter_errors(value))


def test_the_schemas_that_are_kept_are_those_of_the_models() -> None:
    """Where this fails: `python -m macros schemas`."""
    kept = {path.relative_to(ROOT).as_posix(): path.read_text("utf-8") for path in (ROOT / schema.FOLDER).iterdir()}
    assert kept == dict(schema.for_editors())


@pytest.mark.parametrize(("name", "path"), [(name, path) for name, path in FILES if MINIATURE not in path.parents], ids=lambda each: str(each)[-30:])
def test_every_data_file_names_its_schema(name: str, path: Path) -> None:
    """Where this fails: `python -m macros schemas`."""
    line = next(line for line in path.read_text("utf-8").split("\n") if line == schema.names_schema(name))
    assert (path.parent / line.partition("=")[2]).resolve() == ROOT / schema.FOLDER / f"{name}.json"
