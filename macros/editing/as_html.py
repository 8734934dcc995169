"""A review as one file of HTML that needs nothing else: no other file, no script, no network."""

from __future__ import annotations

from pathlib import Path

import jinja2

from macros.editing import sections
from macros.editing.review import Reviewed

TEMPLATE = "review.html"


def written(reviewed: Reviewed) -> str:
    """A review as HTML: every text in it is escaped."""
    env = jinja2.Environment(
        loader=jinja2.FileSystemLoader(Path(__file__).parent), autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return env.get_template(TEMPLATE).render(title=sections.title(reviewed), sections=sections.of(reviewed))
