"""What Jinja compiled: found again by the next process, and never where anything that had a part in it is another."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jinja2
import pytest
from jinja2.sandbox import SandboxedEnvironment

from macros.pages import compiled
from macros.pages.compiled import Compiled


@pytest.fixture
def templates(tmp_path: Path) -> Path:
    folder = tmp_path / "templates"
    folder.mkdir()
    (folder / "page.html").write_text("Dear {{ name }}{{ '!' | upper }}")
    return folder


class Process:
    """One process after another: each with a memory of its own, all with the same folder of what was compiled."""

    def __init__(self, templates: Path, cache: Path) -> None:
        self.templates, self.cache = templates, cache

    def draws(self, engine: type[jinja2.Environment] = jinja2.Environment, lasting: bool = True, **ways: Any) -> tuple[str, int]:
        """What the page says, and how many templates had to be compiled for it."""
        kept = Compiled(self.cache, (self.templates,) if lasting else ())
        env = engine(loader=jinja2.FileSystemLoader(self.templates), bytecode_cache=kept, **ways)
        times, compile = [], env.compile
        env.compile = lambda *given, **named: times.append(1) or compile(*given, **named)  # type: ignore[method-assign, func-returns-value]
        return env.get_template("page.html").render(name="A & B"), len(times)


@pytest.fixture
def process(templates: Path, tmp_path: Path) -> Process:
    return Process(templates, tmp_path / "cache")


def test_the_next_process_compiles_nothing(process: Process) -> None:
    assert [process.draws() for _ in range(3)] == [("Dear A & B!", 1), ("Dear A & B!", 0), ("Dear A & B!", 0)]


def test_another_text_is_compiled_anew(process: Process, templates: Path) -> None:
    process.draws()
    (templates / "page.html").write_text("Hello {{ name }}!")
    assert [process.draws() for _ in range(2)] == [("Hello A & B!", 1), ("Hello A & B!", 0)]


def test_another_way_of_drawing_is_compiled_anew(process: Process) -> None:
    process.draws()
    assert process.draws(autoescape=True) == ("Dear A &amp; B!", 1)
    assert process.draws(SandboxedEnvironment) == ("Dear A & B!", 1)
    assert process.draws() == ("Dear A & B!", 1)


def test_a_template_of_another_folder_is_compiled_anew(process: Process, tmp_path: Path) -> None:
    process.draws()
    other = tmp_path / "other"
    other.mkdir()
    (other / "page.html").write_text("Dear {{ name }}{{ '!' | upper }}")
    assert Process(other, process.cache).draws() == ("Dear A & B!", 1)


def test_another_program_compiles_anew(process: Process, monkeypatch: pytest.MonkeyPatch) -> None:
    process.draws()
    monkeypatch.setattr(compiled, "_program", lambda: "another")
    assert process.draws() == ("Dear A & B!", 1)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda whole: b"",
        lambda whole: whole[:40],
        lambda whole: whole[:-1],
        lambda whole: whole + b"\0",
        lambda whole: whole[:32] + bytes(len(whole) - 32),
        lambda whole: b"\0" + whole[1:],
        lambda whole: b"<<<<<<< not what was kept",
    ],
)
def test_what_is_spoilt_is_compiled_anew(process: Process, spoil: Callable[[bytes], bytes]) -> None:
    process.draws()
    (kept,) = process.cache.iterdir()
    kept.write_bytes(spoil(kept.read_bytes()))
    assert [process.draws() for _ in range(2)] == [("Dear A & B!", 1), ("Dear A & B!", 0)]


def test_a_folder_that_cannot_be_written_only_costs_time(process: Process) -> None:
    process.cache.write_text("a file stands in the way")
    assert [process.draws() for _ in range(2)] == [("Dear A & B!", 1)] * 2


def test_nothing_is_left_beside_what_is_kept(process: Process) -> None:
    process.draws()
    assert len(list(process.cache.iterdir())) == 1


def test_templates_that_pass_leave_nothing_behind(process: Process) -> None:
    assert process.draws(lasting=False) == ("Dear A & B!", 1)
    assert not process.cache.exists()


def test_what_is_kept_is_never_committed() -> None:
    ignored = subprocess.run(["git", "check-ignore", "-q", ".cache/templates/any"], cwd=compiled.PROJECT, check=False).returncode
    held = subprocess.run(["git", "ls-files", ".cache"], cwd=compiled.PROJECT, check=False, capture_output=True, text=True).stdout
    assert (ignored, held) in ((0, ""), (128, ""))  # 128: no repository, such as a tarball
