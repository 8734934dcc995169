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

    from macros import blocks, check, clock, git, problems
    from macros.exports import headers
    from macros.pages import addresses, extra, nav
    from macros.pages.draw import Draw
    from macros.pages.markdown import Drawn
    from macros.pages.page import Pages
    from macros.read.again import AGAIN

    conf = env.conf
    root = Path(conf["config_file_path"]).parent
    AGAIN.begin(on=bool(conf["extra"].get("serving")))
    site, found = check.check(root)
    if found:
        raise PluginError("\n" + problems.report(found))
    gc.freeze()  # what the whole build keeps is not searched for rubbish again and again; a server does that while nobody asks
    edit, home = addresses.edit_base(conf.get("repo_url") or "", conf.get("edit_uri") or ""), addresses.home(conf["site_url"])
    draw = Draw(site, str(root / "overrides/macros"), edit, home, clock.build_day(), repository=conf.get("repo_url") or "")
    known = git.known(root)
    draw.history = AGAIN.once("history", known, lambda: git.recent(root))
    conf["nav"] = nav.with_editions(conf["nav"], draw)
    conf["markdown_extensions"].append(Drawn(draw.stash))
    conf["extra"] |= extra.of(draw, conf["extra"].get("search_ways", ()))
    if not conf["extra"].get("serving"):  # `mkdocs serve` puts a script into each page, which the policy would forbid
        conf["extra"] |= {"policy": headers.policy(), "referrer": headers.REFERRER}
    conf["pages"] = pages = Pages(draw, AGAIN.once("days", known, lambda: git.last_changes(root)))
    for name in blocks.BLOCKS:
        env.macro(partial(_call, env, name), name)
    conf.plugins["made pages"] = _made_pages(pages)
    left: set[str] = set()
    conf["left"] = left  # the pages that are not drawn before somebody asks for them
    if conf["extra"].get("serving"):
        conf.plugins["asked pages"] = _asked_pages(pages, left)


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

        def on_page_content(self, html: str, *, page: Any, config: Any, **_: Any) -> str:
            if page.file.src_uri not in config["left"]:
                page.present_anchor_ids |= pages.draw.stash.anchors
                self.later[page.file.src_uri] = markdown.later(html, pages.draw.stash)
            return html

        def on_page_context(self, context: Any, *, page: Any, **_: Any) -> Any:
            """What the search leaves out comes in when the search has read the page: this part stands behind it."""
            page.content = markdown.completed(page.content, self.later.pop(page.file.src_uri, {}))
            return context

    return MadePages()


def _asked_pages(pages: Any, left: set[str]) -> Any:
    """The part of MkDocs' build that leaves pages undrawn, once a server stands that has them drawn when they are asked for."""
    import logging
    from collections.abc import Iterator
    from contextlib import contextmanager
    from pathlib import Path

    from mkdocs import utils
    from mkdocs.commands import build
    from mkdocs.plugins import BasePlugin
    from mkdocs.structure.files import InclusionLevel

    from macros import exports
    from macros.pages.asked import ASKED, DOWNLOADS

    logger = logging.getLogger("mkdocs")

    class AskedPages(BasePlugin):
        def __init__(self) -> None:
            self.found: dict[str, list[Any]] = {}
            self.warned = utils.CountHandler(level=logging.WARNING)

        def on_serve(self, server: Any, **_: Any) -> Any:
            ASKED.serve(server)
            return server

        def on_nav(self, nav: Any, *, files: Any, **_: Any) -> Any:
            self.nav, self.files, self.shown = nav, files, files.documentation_pages(inclusion=InclusionLevel.is_in_serve)
            if ASKED.serving:
                left.update(file.src_uri for file in self.shown)
            return nav

        def on_page_read_source(self, *, page: Any, **_: Any) -> str | None:
            return "" if page.file.src_uri in left else None

        def on_page_markdown(self, markdown: str, *, page: Any, **_: Any) -> str:
            if page.file.src_uri in left:
                page.content, page.render = "", lambda *_: None
            return markdown

        def on_env(self, env: Any, **_: Any) -> Any:
            self.env = env
            return env

        def on_post_build(self, *, config: Any) -> None:
            if not ASKED.serving:
                return
            self.config, self.search = config, config.plugins["material/search"]
            named = {file.dest_uri: partial(self.draw, file) for file in self.shown}
            ASKED.leave(named | {"search/search_index.json": self.whole, DOWNLOADS: self.downloads})

        def draw(self, file: Any) -> None:
            """Draws a page as MkDocs' build would have done."""
            left.discard(file.src_uri)
            del file.page.render
            self.search.search_index.entries = self.found[file.src_uri] = []
            with self.counted():
                build._populate_page(file.page, self.config, self.files)
                build._build_page(file.page, self.config, self.shown, self.nav, self.env, excluded=file.inclusion.is_excluded())

        def whole(self) -> None:
            """What wants every page: the search, and whether links lead to anchors that are there."""
            ASKED.make([file.dest_uri for file in self.shown])
            self.search.search_index.entries = [entry for file in self.shown for entry in self.found.get(file.src_uri, ())]
            self.search.on_post_build(config=self.config)
            with self.counted():
                for file in self.shown:
                    file.page.validate_anchor_links(files=self.files, log_level=self.config.validation.links.anchors)
            if self.warned.counts:
                logger.error("With these warnings, make build refuses the site.")

        @contextmanager
        def counted(self) -> Iterator[None]:
            """Counts the warnings of what is made: MkDocs has counted those of the build itself."""
            logger.addHandler(self.warned)
            try:
                yield
            finally:
                logger.removeHandler(self.warned)

        def downloads(self) -> None:
            exports.write(pages.site, Path(self.config["site_dir"]), pages.draw.built, pages.draw.home)

    return AskedPages()


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
    if page.file.src_uri in env.conf["left"]:
        found["template"] = "left.html"
    page.meta.clear()  # the plugin holds this very dictionary
    page.meta.update({name: value for name, value in found.items() if value})


def on_post_page_macros(env: Any) -> None:
    """Draws a page last, after Jinja: what data says is never an instruction."""
    if env.page.file.src_uri not in env.conf["left"]:
        env.markdown = env.conf["pages"].body(env.page.file.src_uri, env.markdown)


def on_post_build(env: Any) -> None:
    """Writes out the downloads."""
    from pathlib import Path

    from macros import exports

    pages = env.conf["pages"]
    if not env.conf["left"]:
        exports.write(pages.site, Path(env.conf["site_dir"]), pages.draw.built, pages.draw.home)
