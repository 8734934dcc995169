"""The site's macros for MkDocs. This file alone touches MkDocs, and only inside its functions."""

from __future__ import annotations

from functools import partial
from typing import Any


def define_env(env: Any) -> None:
    """Loads and checks everything once a build, and gives pages their block macros.

    Raises: MkDocs' PluginError with the whole report, where there is any problem.
    """
    import gc
    from pathlib import Path

    from mkdocs.exceptions import PluginError

    from macros import blocks, check, git, problems
    from macros.exports import headers
    from macros.pages import addresses, extra, nav
    from macros.pages.draw import Draw
    from macros.pages.markdown import Drawn
    from macros.pages.page import Pages

    conf = env.conf
    root = Path(conf["config_file_path"]).parent
    gc.unfreeze()
    gc.collect()
    site, found = check.check(root)
    if found:
        raise PluginError("\n" + problems.report(found))
    gc.freeze()  # what the whole build keeps is not searched for rubbish again and again
    edit, home = addresses.edit_base(conf.get("repo_url") or "", conf.get("edit_uri") or ""), addresses.home(conf["site_url"])
    draw = Draw(site, str(root / "overrides/macros"), edit, home, git.build_day(), repository=conf.get("repo_url") or "")
    draw.history = git.recent(root)
    conf["nav"] = nav.with_editions(conf["nav"], draw)
    conf["markdown_extensions"].append(Drawn(draw.stash))
    conf["extra"] |= extra.of(draw, conf["extra"].get("search_ways", ()))
    if not conf["extra"].get("serving"):  # `mkdocs serve` puts a script into each page, which the policy would forbid
        conf["extra"] |= {"policy": headers.policy(), "referrer": headers.REFERRER}
    conf["pages"] = pages = Pages(draw, git.last_changes(root))
    for name in blocks.BLOCKS:
        env.macro(partial(_call, env, name), name)
    conf.plugins["made pages"] = _made_pages(pages)


def _call(env: Any, name: str, *arguments: str) -> str:
    return env.conf["pages"].call(name, env.page.file.src_uri, *arguments)


def _made_pages(pages: Any) -> Any:
    """The part of MkDocs' build that no macro reaches: pages without a file, and what Markdown and the search never read."""
    from mkdocs.plugins import BasePlugin
    from mkdocs.structure.files import File, Files, InclusionLevel

    from macros.pages import made, markdown
    from macros.pages.draw import COMPILED, day
    from macros.read import fates

    class MadePages(BasePlugin):
        def __init__(self) -> None:
            self.later: dict[str, dict[str, str]] = {}

        def on_files(self, files: Files, *, config: Any) -> Files:
            for path in made.pages(pages.site):
                files.append(File.generated(config, path, content=""))
            for path in fates.pages(pages.site):  # which keep an address, and stand in no menu
                files.append(File.generated(config, path, content="", inclusion=InclusionLevel.NOT_IN_NAV))
            return files

        def on_env(self, env: Any, **_: Any) -> Any:
            env.filters["day"] = day
            env.bytecode_cache = COMPILED
            return env

        def on_page_content(self, html: str, *, page: Any, **_: Any) -> str:
            page.present_anchor_ids |= pages.draw.stash.anchors
            self.later[page.file.src_uri] = markdown.later(html, pages.draw.stash)
            return html

        def on_page_context(self, context: Any, *, page: Any, **_: Any) -> Any:
            """What the search leaves out comes in when the search has read the page: this part stands behind it."""
            page.content = markdown.completed(page.content, self.later.pop(page.file.src_uri, {}))
            return context

    return MadePages()


def on_pre_page_macros(env: Any) -> None:
    """Gives a page its head, and says whether its own text calls block macros that the check has allowed."""
    pages, page = env.conf["pages"], env.page
    pages.draw.begin()
    given = pages.given(page.file.src_uri)
    head = pages.head(page.file.src_uri, given)
    found = {"title": head.title, "heading": head.heading, "description": head.description}
    found |= {"tags": list(head.tags) or None, "about": head.about, "approved": head.approved, "feed": head.feed, "changed": head.changed}
    found |= {"noindex": head.noindex or None, "draft": head.draft, "search": dict(head.search) if head.search else None}
    found |= {"hide": given.get("hide"), "render_macros": pages.needs_macros(page.file.src_uri, env.markdown)}
    page.edit_url = pages.edited(page.file.src_uri)
    page.meta.clear()  # the plugin holds this very dictionary
    page.meta.update({name: value for name, value in found.items() if value})


def on_post_page_macros(env: Any) -> None:
    """Draws a page last, after Jinja: what data says is never an instruction."""
    env.markdown = env.conf["pages"].body(env.page.file.src_uri, env.markdown)


def on_post_build(env: Any) -> None:
    """Writes out the downloads."""
    from pathlib import Path

    from macros import exports

    pages = env.conf["pages"]
    exports.write(pages.site, Path(env.conf["site_dir"]), pages.draw.built, pages.draw.home)
