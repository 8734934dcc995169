"""The accessibility statement names those who run the site as the foot of every page does."""

from __future__ import annotations

import yaml

from ..conftest import ROOT


class Loader(yaml.SafeLoader):
    """Reads MkDocs' settings without asking the environment."""


Loader.add_multi_constructor("!", lambda loader, suffix, node: None)


def test_the_accessibility_statement_says_who_runs_the_site_and_whether_it_is_adopted() -> None:
    extra = yaml.load((ROOT / "mkdocs.yml").read_text("utf-8"), Loader)["extra"]
    statement = (ROOT / "docs/about/accessibility.md").read_text("utf-8")
    assert f"It is run by {extra['run_by']}." in statement
    assert ("the partnership has not adopted it" in statement) is not extra["adopted"]
