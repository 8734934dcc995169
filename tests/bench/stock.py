"""The same rendered Markdown as a site of stock MkDocs and Material: the peer of our own build.

As a program: ``python tests/bench/stock.py PROJECT GOAL SITE`` builds the project once, into SITE, and writes its pages' Markdown, after all
macros and with what they drew in its place, beside a mkdocs.yml of the same theme, navigation and search, without our code.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

import yaml


def dump(project: Path, goal: Path, site: Path) -> None:
    """Writes the stock project.

    Args:
        project: the folder of the site to be dumped.
        goal: the folder of the stock project; it is made.
        site: where the site itself is built.
    """
    from mkdocs.commands.build import build
    from mkdocs.config import load_config
    from mkdocs.plugins import BasePlugin, event_priority
    from mkdocs.utils.yaml import yaml_load

    dumped: dict[str, str] = {}

    class Dump(BasePlugin):  # type: ignore[type-arg]
        """Takes down every page as Markdown reads it."""

        @event_priority(-100)
        def on_page_markdown(self, markdown: str, *, page: Any, config: Any, **_: Any) -> str:
            stash = config["pages"].draw.stash
            head = {name: page.meta[name] for name in ("title", "description", "search", "tags", "hide") if name in page.meta}
            dumped[page.file.src_uri] = f"---\n{yaml.safe_dump(_plain(head), allow_unicode=True)}---\n{_in_place(markdown, stash)}"
            return markdown

    config = load_config(str(project / "mkdocs.yml"), site_dir=str(site), strict=False)
    config.plugins["dump"] = Dump()
    build(config)
    nav, theme = config["nav"], config["theme"]
    for path, text in dumped.items():
        file = goal / "docs" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    settings = yaml_load((project / "macros/settings.yml").read_text(encoding="utf-8"))
    stock = {
        "site_name": config["site_name"],
        "site_url": config["site_url"],
        "theme": {name: value for name, value in settings["theme"].items() if name != "custom_dir"},
        "markdown_extensions": settings["markdown_extensions"],
        "plugins": [each for each in settings["plugins"] if "search" in each],
        "nav": _plain(nav),
    }
    assert theme.name == "material"
    (goal / "mkdocs.yml").write_text(yaml.safe_dump(stock, sort_keys=False, allow_unicode=True), encoding="utf-8")


def _in_place(markdown: str, stash: Any) -> str:
    """A page's Markdown with what was drawn in the place of its marks."""

    def heading(found: re.Match[str]) -> str:
        each = stash.pieces[int(found[1])]
        classes = "".join(f" .{name}" for name in each.classes.split())
        return f"{'#' * each.level} {each.text} {{: #{each.id}{classes} }}" if each.id else f"{'#' * each.level} {each.text}"

    text = re.sub("\ue002(\\d+)\ue003", heading, markdown)
    return re.sub("\ue000(\\d+)\ue001", lambda found: stash.pieces[int(found[1])], text)


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(name): _plain(each) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    return value if isinstance(value, int | float | bool) else str(value)


if __name__ == "__main__":
    dump(*(Path(each).resolve() for each in sys.argv[1:4]))
