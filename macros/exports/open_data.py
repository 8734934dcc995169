"""Everything as open data: each table as CSV, each file's records as JSON, what every column means, and a Data Package of it all."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from typing import Any

from macros import records
from macros.exports.table import help_line, reading, table
from macros.read import tables
from macros.read.site import Site
from macros.read.tables import Holding, Table
from macros.records import schema
from macros.records.columns import Column

FOLDER = "data"
REMARK = "#"
"""How the lines at the end of a table begin that are no record."""
_TYPES = {"number": "number", "count": "integer", "day": "date"}


def as_csv(site: Site, each: Table) -> str:
    """A table for a spreadsheet; its last two lines say what it is and where help is."""
    heads = [column.name for column in each.columns]
    return table(heads, [*each.rows, *({heads[0]: f"{REMARK} {line}"} for line in (reading(site), help_line(site)))])


def as_json(site: Site, each: Holding, built: date | None) -> str:
    """A file's records as they are, with what they are, of which day, and where help is.

    Args:
        site: the site.
        each: what the file gives.
        built: the day for which the site is built.
    """
    value: dict[str, Any] = {
        "help": help_line(site),
        "title": each.title,
        "about": each.about,
        "caution": reading(site),
        "licence": tables.LICENCE,
        "day": built.isoformat() if built else None,
        "schema": f"{FOLDER}/schemas/{each.schema}.json" if each.schema else None,
        "records" if isinstance(each.value, list) else "record": each.value,
    }
    return json.dumps({name: said for name, said in value.items() if said is not None}, ensure_ascii=False, indent=1) + "\n"


def package(site: Site, files: dict[str, bytes], built: date | None) -> dict[str, Any]:
    """The Data Package that describes every table.

    Args:
        site: the site.
        files: the tables as written, by their addresses below ``data/``.
        built: the day for which the site is built.
    """
    links = site.register("links").by_id
    sources = [{"title": each.title} | ({"path": links[each.link].url} if each.link else {}) for each in site.register("sources")]
    every = [each for holding in tables.holdings(site) for each in holding.tables]
    about = {
        "name": site.partnership.calendar,
        "title": f"{site.partnership.name}: the arrangements as open data",
        "description": f"{reading(site)} {help_line(site)}",
        "licenses": [{"title": tables.LICENCE, "path": "index.html"}],
        "sources": sources,
        "resources": [_resource(each, files[f"{each.path}.csv"]) for each in every],
    }
    day = {"version": built.isoformat(), "created": f"{built.isoformat()}T00:00:00Z"} if built else {}
    return about | day


def _resource(each: Table, content: bytes) -> dict[str, Any]:
    """A table, as the Data Package describes it."""
    keys = [_key(name, column) for column in each.columns if (name := column.names)]
    return {
        "name": _name(each.path),
        "path": f"{each.path}.csv",
        "title": each.title,
        "description": each.about,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{sha256(content).hexdigest()}",
        "dialect": {"commentChar": REMARK},
        "schema": {"fields": [_field(column) for column in each.columns]}
        | ({"primaryKey": list(each.key)} if each.key else {})
        | ({"foreignKeys": keys} if keys else {}),
    }


def _name(path: str) -> str:
    return path.replace("/", "-")


def _key(name: str, column: Column) -> dict[str, Any]:
    return {"fields": [column.name], "reference": {"resource": _name(name), "fields": ["id"]}}


def _field(column: Column) -> dict[str, Any]:
    """A column, as a table schema describes it."""
    bounds: dict[str, Any] = ({"required": True} if column.required else {}) | ({"enum": list(column.words)} if column.words else {})
    found = {"name": column.name, "type": _TYPES.get(column.holds, "string"), "description": column.means}
    return found | ({"constraints": bounds} if bounds else {})


def downloads(site: Site, built: date | None) -> Iterator[tuple[str, bytes]]:
    """The files of the open data, by their path from the site's root.

    Args:
        site: the site.
        built: the day for which it is built.
    """
    every = tables.holdings(site)
    written = {f"{each.path}.csv": as_csv(site, each).encode() for holding in every for each in holding.tables}
    yield from ((f"{FOLDER}/{path}", content) for path, content in written.items())
    yield from ((f"{FOLDER}/{each.path}.json", as_json(site, each, built).encode()) for each in every)
    yield from ((f"{FOLDER}/schemas/{name}.json", schema.written(schema.of_records(name)).encode()) for name in records.KINDS)
    yield f"{FOLDER}/datapackage.json", schema.written(package(site, written, built)).encode()
