"""What downloads share: a table that a spreadsheet opens and does not run, and the lines that each of them says of itself."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal

from macros.compare.comparison import Comparison
from macros.read import helpline
from macros.read.site import Site

_RUN = ("=", "+", "-", "@", "\t", "\r")
"""How a cell begins that a spreadsheet would take for a formula."""


def table(columns: Sequence[str], rows: Iterable[Mapping[str, str | Decimal]]) -> str:
    """A table as CSV, with the mark by which spreadsheets know UTF-8.

    A text that a spreadsheet would run is led by an apostrophe, which the spreadsheet shows as text; a number stays one.
    """
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows({name: _harmless(value) for name, value in row.items()} for row in rows)
    return "\ufeff" + out.getvalue()


def _harmless(value: str | Decimal) -> str:
    return f"'{value}" if isinstance(value, str) and value.startswith(_RUN) else f"{value:f}" if isinstance(value, Decimal) else value


def caution(each: Comparison) -> str:
    """What every comparison says of itself, in one line."""
    gap = f" {each.new.gap}" if each.new.gap else ""
    return (
        f"{each.old.title} (the base) compared with {each.new.title}. Our words, not the documents'. "
        f"{each.old.name}: {each.old.status}{gap} "
        f"Written under {each.new.written_under}; check {each.site.partnership.check}."
    )


def help_line(site: Site) -> str:
    """The line that comes before everything."""
    return helpline.help_line(site).text


def about(site: Site) -> str:
    """What a download of the current edition says of itself, in one line."""
    now = site.now
    return f"{now.title}, restated: our words, not the document's. Written under {now.written_under}; check {site.partnership.check}."


def state(built: date | None) -> str:
    """Of which day's state a download was made, in one line."""
    return f"Made from the state of {built.day} {built:%B %Y}." if built else "The day of the state that it was made from is not known."


def reading(site: Site) -> str:
    """What a download of records says of itself, in one line: whose words they are, and which editions they are from."""
    others = " ".join(f"{each.name}: {each.status}" for each in site.issued if not each.current)
    now = site.now
    told = f"Our words, not the documents'; where the two differ, the document holds. {others}"
    return f"{told} {now.name}: written under {now.written_under}; check {site.partnership.check}."
