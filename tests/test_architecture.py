"""The house rules of design.md that a machine can hold."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from .conftest import ROOT

FLOORS = (
    ("problems", "clock", "git", "figures"),
    ("records",),
    ("read",),
    ("compare",),
    ("blocks", "happenings", "offers"),
    ("check", "pages", "exports"),
    ("editing",),
    ("__main__", "__init__"),
)
"""The rooms of ``macros/``, the lowest floor first: a room imports only itself and rooms that stand below it."""
OUTSIDE = {
    "markdown": {"pages/markdown.py": True, "check/judge.py": False, "editing/articles.py": False},
    "mkdocs": {"__init__.py": False},
    "feedgenerator": {"exports/feeds.py": False},
    "icalendar": {"exports/duties.py": False},
    "docx": {"exports/wordfile.py": False},
    "lxml": {"exports/paper.py": False, "exports/wordfile.py": False},
    "weasyprint": {"exports/paper.py": False},
}
"""Libraries that few modules may import, and whether at the top of the file: what is imported inside a function need not be there."""
PURE = ("compare/engine.py", "problems.py")
OURS = {
    "main.html": """<script src="{{ 'assets/site.js' | url }}"></script>""",
    "partials/javascripts/palette.html": """<script src="{{ 'assets/start.js' | url }}"></script>""",
}
"""The frame loads the two files of ours, which hold all script there is."""
MODULES = sorted((ROOT / "macros").rglob("*.py"))


def name(path: Path) -> str:
    """A module's path below ``macros/``."""
    return path.relative_to(ROOT / "macros").as_posix()


def imports(path: Path) -> Iterator[tuple[str, bool]]:
    """Every module that a file imports, with whether it does so at the top of the file."""
    tree = ast.parse(path.read_text("utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node in tree.body) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{name(path)}, line {node.lineno}: name the whole module"
            names = [f"macros.{alias.name}" for alias in node.names] if node.module == "macros" else [node.module or ""]
            yield from ((each, node in tree.body) for each in names)


def room(path: Path) -> str:
    return path.relative_to(ROOT / "macros").parts[0].removesuffix(".py")


def floor(of: str) -> int:
    return next(i for i, rooms in enumerate(FLOORS) if of in rooms)


def test_every_room_has_its_floor() -> None:
    assert sorted(each for rooms in FLOORS for each in rooms) == sorted({room(path) for path in MODULES})


def test_arrows_point_one_way() -> None:
    wrong = []
    for path in MODULES:
        for each, _ in imports(path):
            there = each.split(".")[1] if each.startswith("macros.") else room(path)
            if there != room(path) and floor(there) >= floor(room(path)):
                wrong.append(f"{name(path)} imports {each}")
    assert wrong == []


def test_no_two_modules_import_each_other_at_the_top() -> None:
    """By way of others neither: a circle within a room would hang on which module comes first."""
    below = {f"macros.{name(path).removesuffix('.py').removesuffix('/__init__').replace('/', '.')}": _ours(path) for path in MODULES}
    open_, done = [], set()

    def visit(module: str) -> None:
        assert module not in open_, f"a circle: {' → '.join([*open_[open_.index(module) :], module])}"
        if module not in done:
            open_.append(module)
            for each in sorted(below.get(module, ())):
                visit(each)
            done.add(open_.pop())

    for module in below:
        visit(module)


def _ours(path: Path) -> set[str]:
    """The modules of ours that a file imports at its top; a package counts as its ``__init__``."""
    tree, found = ast.parse(path.read_text("utf-8")), set()
    for node in tree.body:
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("macros"):
            for alias in node.names:
                inner = f"{node.module}.{alias.name}"
                found.add(inner if _is_module(inner) else str(node.module))
    return found - {"macros"}


def _is_module(dotted: str) -> bool:
    path = ROOT / dotted.replace(".", "/")
    return path.is_dir() or path.with_suffix(".py").is_file()


@pytest.mark.parametrize("library", OUTSIDE)
def test_a_library_is_imported_only_where_it_may(library: str) -> None:
    found = {(name(path), top) for path in MODULES for each, top in imports(path) if each.split(".")[0] == library}
    assert found == set(OUTSIDE[library].items())


def test_pages_are_put_together_without_the_part_that_markdown_needs() -> None:
    """``python -m macros`` draws every page; the part for Markdown is loaded by the door to MkDocs, and by a review that must tell two pages apart."""
    found = [(name(path), top) for path in MODULES for each, top in imports(path) if each == "macros.pages.markdown"]
    assert found == [("__init__.py", False), ("editing/articles.py", False)]


def test_importing_the_package_imports_nothing_of_ours_or_mkdocs() -> None:
    assert [each for each, top in imports(ROOT / "macros/__init__.py") if top and each not in ("__future__", "functools", "typing")] == []


@pytest.mark.parametrize("path", PURE)
def test_what_is_pure_knows_no_other_module_and_no_library(path: str) -> None:
    assert [each for each, _ in imports(ROOT / "macros" / path) if each.split(".")[0] not in sys.stdlib_module_names] == []


def test_rules_read_the_loaded_site_and_never_the_disk() -> None:
    wrong = []
    for path in (path for path in MODULES if room(path) == "check"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Attribute) and node.attr in (
                "read_text",
                "read_bytes",
                "is_file",
                "is_dir",
                "exists",
                "glob",
                "rglob",
                "iterdir",
                "open",
                "stat",
            ):
                wrong.append(f"{name(path)}, line {node.lineno}: {node.attr}")
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "open":
                wrong.append(f"{name(path)}, line {node.lineno}: open")
    assert wrong == []


def test_no_html_in_python_and_no_year() -> None:
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                judges = name(path) == "check/judge.py"  # which looks at what Markdown makes
                assert judges or "</" not in node.value, f"{name(path)}, line {node.lineno}: HTML belongs in overrides/"
                assert "2019" not in node.value and "2024" not in node.value, f"{name(path)}, line {node.lineno}: a year"


def test_templates_hold_no_script_or_style() -> None:
    for path in (ROOT / "overrides").rglob("*.html"):
        text = path.read_text("utf-8")
        if ours := OURS.get(path.relative_to(ROOT / "overrides").as_posix()):
            assert text.count(ours) == 1
            text = text.replace(ours, "")
        assert not [each for each in ("<script", "style=", "<style", "onclick", "| safe", "|safe", "autoescape false") if each in text], path.name


def test_tests_mirror_the_rooms() -> None:
    """A module of a room with its own folder of tests has its own file there."""
    folders = {"compare": "compare", "pages": "pages", "exports": "exports"}
    wanted = [(folders[room(path)], path.stem) for path in MODULES if room(path) in folders and path.stem != "__init__"]
    assert [f"tests/{folder}/test_{stem}.py" for folder, stem in wanted if not (ROOT / f"tests/{folder}/test_{stem}.py").is_file()] == []


def test_no_index_host_or_machine_path_in_any_file() -> None:
    names = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split("\n")
    for each in filter(None, names):
        path = ROOT / each
        if path.is_file() and (path.suffix in (".py", ".yml", ".yaml", ".toml", ".txt", ".css", ".html") or path.name in ("Makefile", "run")):
            text = path.read_text("utf-8")
            for mark in ("index" + "-url", "/" + "work/", "/" + "root/", "pypi" + ".org"):
                assert mark not in text, f"{each} names {mark}"
