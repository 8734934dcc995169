"""The house rules of design.md that a machine can hold."""

from __future__ import annotations

import ast
from pathlib import Path

from .conftest import ROOT

ORDER = ("problems", "records", "yamltext", "provisions", "compare", "load", "items", "digest", "check", "exports", "revision", "render", "comparing", "guidance", "navigation", "__main__", "__init__")
"""The dependency direction: a module imports only modules that stand before it."""
MODULES = sorted((ROOT / "macros").glob("*.py"))


def imports(path: Path) -> list[tuple[str, bool]]:
    """Every module that a file imports, with whether it does so at the top of the file."""
    tree = ast.parse(path.read_text("utf-8"))
    found = []
    for node in ast.walk(tree):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom) and node.module:
            names = [f"{node.module}.{alias.name}" for alias in node.names] if node.module == "macros" else [node.module]
        found += [(name, node in tree.body) for name in names]
    return found


def test_every_module_has_its_place() -> None:
    assert sorted(ORDER) == sorted(path.stem for path in MODULES)


def test_arrows_point_one_way() -> None:
    wrong = [f"{path.stem} imports {name}" for path in MODULES for name, _ in imports(path)
             if name.startswith("macros.") and ORDER.index(name.split(".")[1]) >= ORDER.index(path.stem)]
    assert wrong == []


def test_mkdocs_is_imported_only_inside_define_env() -> None:
    assert [(path.stem, name, top) for path in MODULES for name, top in imports(path) if name.startswith("mkdocs")] == [
        ("__init__", "mkdocs.exceptions", False)]


def test_importing_the_package_imports_nothing_of_ours_or_mkdocs() -> None:
    assert [name for name, top in imports(ROOT / "macros/__init__.py") if top and name not in ("__future__", "collections.abc", "typing")] == []


def test_the_engine_knows_no_other_module() -> None:
    assert [name for name, _ in imports(ROOT / "macros/compare.py") if name.startswith("macros")] == []


def test_no_html_in_python_and_no_year() -> None:
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                assert "</" not in node.value, f"{path.name}, line {node.lineno}: HTML belongs in overrides/"
                assert "2019" not in node.value and "2024" not in node.value, f"{path.name}, line {node.lineno}: a year"


def test_templates_hold_no_script_or_style() -> None:
    for path in (ROOT / "overrides").rglob("*.html"):
        text = path.read_text("utf-8")
        assert not [each for each in ("<script", "style=", "<style", "onclick", "| safe") if each in text], path.name


def test_no_index_host_or_machine_path_in_any_file() -> None:
    import subprocess
    names = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split("\n")
    for name in filter(None, names):
        path = ROOT / name
        if path.suffix in (".py", ".yml", ".yaml", ".toml", ".txt", ".css", ".html") or path.name in ("Makefile", "run"):
            text = path.read_text("utf-8")
            for mark in ("index" + "-url", "/" + "work/", "/" + "root/", "pypi" + ".org"):
                assert mark not in text, f"{name} names {mark}"
