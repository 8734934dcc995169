"""The site's macros for MkDocs. This file alone touches MkDocs, and only inside ``define_env``."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any


def define_env(env: Any) -> None:
    """Loads and checks everything once a build, and gives pages their block macros.

    Raises: MkDocs' PluginError with the whole report, where there is any problem.
    """
    from pathlib import Path

    from mkdocs.exceptions import PluginError

    from macros import check, comparing, guidance, navigation, problems, render, revision

    root = Path(env.conf["config_file_path"]).parent
    site, found = check.check(root)
    if found:
        raise PluginError("\n" + problems.report(found))
    repository, edit = env.conf.get("repo_url") or "", env.conf.get("edit_uri") or ""
    edit = f"{repository.rstrip('/')}/{edit.strip('/').removesuffix('docs')}" if repository and edit else ""
    home = "" if "127.0.0.1" in (env.conf["site_url"] or "127.0.0.1") else env.conf["site_url"]
    renderer = render.Renderer(site, str(root / "overrides/macros"), revision.last_changes(root), edit, home, revision.build_day())
    env.conf["nav"] = navigation.with_editions(env.conf["nav"], site)
    env.conf["extra"] |= {"kscmp": {"help": renderer.link("worried-about-a-child"), "current": site.edition(site.current), "day": renderer.built}}
    env.conf["kscmp"] = renderer

    comparisons, guide = comparing.Comparisons(renderer), guidance.Guidance(renderer)

    def on_its_page(draw: Callable[..., str]) -> Callable[[], str]:
        return lambda: draw(*render.edition_of(env.page.file.src_uri))

    def at_its_address(draw: Callable[..., str]) -> Callable[..., str]:
        return lambda *arguments: draw(env.page.url, *arguments)

    for name in check.PAGE_CALLS["editions"]:
        env.macro(on_its_page(getattr(renderer, name)), name)
    for name in check.PAGE_CALLS["compare"]:
        env.macro(getattr(comparisons, name), name)
    for name in check.PAGE_CALLS["guidance"]:
        env.macro(at_its_address(getattr(guide, name)), name)
    env.macro(renderer.agencies_by_sector)
    env.macro(renderer.source_list)
    env.macro(lambda: renderer.topic_list(env.page.file.src_uri.split("/")[1]), "topic_list")


def on_pre_page_macros(env: Any) -> None:
    """Draws marks, permalinks and status into a page, and lets it call the block macros that the check has allowed."""
    from macros import navigation

    env.markdown = navigation.dress(env.conf["kscmp"], env.page, env.markdown)


def on_post_build(env: Any) -> None:
    """Writes out the downloads."""
    from pathlib import Path

    from macros import exports

    renderer = env.conf["kscmp"]
    exports.write(renderer.site, Path(env.conf["site_dir"]), renderer.built)
