"""The page of the open data names every file, and says once what each column means."""

from __future__ import annotations

import re

from macros.exports import open_data
from macros.read import tables
from macros.read.site import Site

from ..drawn import BUILT, Shown, words


def test_the_page_names_every_file_and_no_other(loaded: Site) -> None:
    html = Shown(loaded).block("data.md", "open_data")
    named = {f"data/{each}" for each in re.findall(r'href="\./([^"]+)"', html)}
    schemas = {f"data/schemas/{each.schema}.json" for each in tables.holdings(loaded) if each.schema}
    assert named == {name for name, _ in open_data.downloads(loaded, BUILT) if "/schemas/" not in name} | schemas


def test_it_says_how_many_and_what_each_column_means(loaded: Site) -> None:
    html = Shown(loaded).block("data.md", "open_data")
    every = [each for holding in tables.holdings(loaded) for each in holding.tables]
    assert f"{len(every)} tables, {sum(len(each.rows) for each in every)} rows, as of 25 November 2026." in words(html)
    for each in every:
        for column in each.columns:
            assert f"<dt>{column.name}</dt>" in html, (each.path, column.name)
    assert "The sector under which this site groups it." in words(html)


def test_the_same_columns_are_told_once(loaded: Site) -> None:
    html = Shown(loaded).block("data.md", "open_data")
    assert [html.count(f"<p><strong>provisions/{edition}.csv") for edition in loaded.order] == [1, 0, 0]


def test_the_terms_stand_on_it(loaded: Site) -> None:
    assert tables.LICENCE.replace("'", "&#39;") in Shown(loaded).block("data.md", "open_data")
