"""What a save has left is made when somebody asks for it, or when nobody does."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from macros.pages import asked
from macros.pages.asked import DOWNLOADS, Asked


class Server:
    """As much of MkDocs' server as is spoken to."""

    def __init__(self, root: Path, builder: Callable[[], None]) -> None:
        self.root, self.mount_path, self.builder = str(root), "/home/", builder

    def get_app(self) -> Callable[..., Iterable[bytes]]:
        return lambda environ, start: [environ["PATH_INFO"].encode()]

    def set_app(self, app: Callable[..., Iterable[bytes]]) -> None:
        self.app = app


@pytest.fixture
def made() -> list[str]:
    """What has been made, in its order."""
    return []


@pytest.fixture
def left(made: list[str], tmp_path: Path) -> dict[str, Callable[[], None]]:
    """What a build has left to make: pages, in whose place something stands, the search, and the downloads."""
    pages = ("index.html", "a/index.html", "é.html", "search.json")
    for name in ("there.css", *pages):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    return {name: lambda name=name: made.append(name) for name in (*pages, DOWNLOADS)}


def serve(site: Asked, root: Path, left: dict[str, Callable[[], None]]) -> Server:
    """A server whose builder leaves these things, after its first build."""
    server = Server(root, lambda: site.leave(dict(left)))
    site.serve(server)
    server.builder()
    return server


ASKED = [
    ("/home/", ["index.html"]),
    ("/home/a/", ["a/index.html"]),
    ("/home/a/index.html", ["a/index.html"]),
    ("/home/\u00c3\u00a9.html", ["é.html"]),
    ("/home/search.json", ["search.json"]),
    ("/home/there.css", []),
    ("/home/duties.csv", [DOWNLOADS]),
    ("/livereload/1/2", []),
    ("/elsewhere/", []),
]


@pytest.mark.parametrize(("path", "expected"), ASKED)
def test_what_is_asked_for_is_made_before_it_is_answered_and_once(
    tmp_path: Path, made: list[str], left: dict[str, Any], path: str, expected: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asked, "_QUIET", 60)
    server = serve(Asked(), tmp_path, left)
    for _ in range(2):
        assert list(server.app({"PATH_INFO": path}, None)) == [path.encode()]
    assert made == expected
    server.builder()
    list(server.app({"PATH_INFO": path}, None))
    assert made == expected * 2


def test_the_rest_is_made_when_nobody_asks_but_no_downloads(
    tmp_path: Path, made: list[str], left: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asked, "_QUIET", 0)
    serve(Asked(), tmp_path, left)
    end = time.monotonic() + 20
    while len(made) < 4 and time.monotonic() < end:
        time.sleep(0.02)
    time.sleep(0.1)
    assert made == ["index.html", "a/index.html", "é.html", "search.json"]


def test_what_cannot_be_made_is_told_and_keeps_nothing_else_from_being_made(
    tmp_path: Path, made: list[str], left: dict[str, Any], caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asked, "_QUIET", 60)

    def fail() -> None:
        raise ValueError("no words")

    server = serve(Asked(), tmp_path, {"index.html": fail, **{name: each for name, each in left.items() if name != "index.html"}})
    with caplog.at_level(logging.ERROR, "mkdocs"):
        assert list(server.app({"PATH_INFO": "/home/"}, None)) == [b"/home/"]
    assert [record.getMessage() for record in caplog.records] == ["index.html could not be made."]
    list(server.app({"PATH_INFO": "/home/a/"}, None))
    assert made == ["a/index.html"]


def test_a_build_that_fails_leaves_nothing_of_the_build_before(
    tmp_path: Path, made: list[str], left: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asked, "_QUIET", 60)
    site, builds = Asked(), iter([lambda: site.leave(dict(left)), lambda: 1 / 0])
    server = Server(tmp_path, lambda: next(builds)())
    site.serve(server)
    server.builder()
    with pytest.raises(ZeroDivisionError):
        server.builder()
    list(server.app({"PATH_INFO": "/home/"}, None))
    assert made == []
