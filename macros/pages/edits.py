"""Where what a page shows is edited: in its own file, or in the data that draws it."""

from __future__ import annotations

import re

from macros import records
from macros.blocks import BLOCKS
from macros.pages import addresses, made
from macros.pages.addresses import Here
from macros.read import fates, withdrawn
from macros.read.provisions import MACRO
from macros.read.site import Site

_SUMMARIES = {"terms": "terms", "group-fates": "groups"}
"""The registers whose records a summary of a comparison tells; the others tell change notes."""


def file_of(site: Site, here: Here) -> str:
    """The file in which a page is edited, from the project's root.

    It is the page's own, unless nobody wrote that page or it holds nothing but one block macro: then it is the data file
    that draws it. What a withdrawn page shows stands in its own head, and what became of a page that is gone in the list of fates.
    """
    if here.path in fates.pages(site):
        return addresses.of_record(site, "fates", fates.pages(site)[here.path].id)
    if here.path in withdrawn.pages(site):
        return f"docs/{here.path}"
    page = made.pages(site).get(here.path)
    if fate := fates.pages(site).get(here.path):
        return addresses.of_record(site, "fates", fate.id)
    return _of_made(site, page) if page else _of_block(site, here) or f"docs/{here.path}"


def _of_made(site: Site, page: made.Made | made.Figures) -> str:
    if isinstance(page, made.Figures):
        return next(path for path, file in site.files.items() if file.kind == "reports" and path.endswith(f"/{page.held.year}.yaml"))
    pair = page.comparison.old.id, page.comparison.new.id
    if page.kind == "index":
        return next((path for path, file in site.files.items() if file.kind == "key-changes" and path.endswith(f"/{'-'.join(pair)}.yaml")), "")
    register = _SUMMARIES.get(page.kind, page.name)
    if register in site.registers:
        return records.KINDS[register].path
    return site.notes[pair].path if pair in site.notes else ""


def _of_block(site: Site, here: Here) -> str:
    """The data file of the one block macro that a page consists of, at the record that it names; empty where the page holds more."""
    body = next((page.body for page in site.others if page.path == f"docs/{here.path}"), "")
    lines = [line for line in body.splitlines() if line.strip() and not line.startswith("#")]
    found = MACRO.match(lines[0].rstrip()) if len(lines) == 1 else None
    block = BLOCKS.get(found["name"]) if found else None
    if not found or not block or not block.data:
        return ""
    if block.takes:
        return addresses.of_record(site, block.takes[0], *re.findall(r'"([^"]*)"', found["arguments"]))
    return block.data.replace("*", here.path.rpartition("/")[2].removesuffix(".md"))
