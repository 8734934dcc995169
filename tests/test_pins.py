"""The pins hold: on the oldest Python that is promised, and as what is installed."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import Distribution, distributions

import pytest
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name
from packaging.version import Version

from .conftest import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
OLDEST = PROJECT["project"]["requires-python"].removeprefix(">=")
"""The oldest Python that pyproject.toml names: three numbers, since packages may ask for a third."""
PINS = dict(line.split("==") for line in (ROOT / "constraints.txt").read_text("utf-8").splitlines() if line and not line.startswith("#"))
INSTALLED: dict[str, Distribution] = {canonicalize_name(each.metadata["Name"]): each for each in distributions()}
OF_VENV = {"setuptools"}
"""What Python's own venv puts in before anything is installed (up to 3.11)."""


def closure(group: str) -> set[str]:
    """Every package that a group brings, with what those ask for in turn, as far as it is installed."""
    waiting = [(Requirement(line), frozenset[str]()) for line in _lines(group)]
    found, seen = set[str](), set[tuple[str, frozenset[str]]]()
    while waiting:
        asked, extras = waiting.pop()
        if asked.marker and not any(asked.marker.evaluate({"extra": extra}) for extra in extras or ("",)):
            continue
        name, wanted = canonicalize_name(asked.name), frozenset(asked.extras)
        if (name, wanted) in seen:
            continue
        seen.add((name, wanted))
        found.add(name)
        if each := INSTALLED.get(name):
            waiting += [(Requirement(line), wanted | {""}) for line in each.requires or ()]
    return found


def _lines(group: str) -> list[str]:
    found: list[str] = []
    for line in PROJECT["dependency-groups"][group]:
        found += [line] if isinstance(line, str) else _lines(line["include-group"])
    return found


SELDOM = ("trust", "bench")
"""The groups that no everyday test wants."""


def may_be_absent() -> set[str]:
    """What seldom groups alone bring, as far as they are not installed: of an absent package that nothing here asks for, nobody else can have asked."""
    pinned: set[str] = {canonicalize_name(name) for name in PINS}
    here = [group for group in SELDOM if _own(group) <= INSTALLED.keys()]
    if len(here) == len(SELDOM):  # then all that they bring is here, and holds
        return set()
    return pinned - closure("test").union(*(closure(group) for group in here))


def _own(group: str) -> set[str]:
    return {canonicalize_name(Requirement(line).name) for line in PROJECT["dependency-groups"][group] if isinstance(line, str)}


def excluded_here(name: str) -> bool:
    """Whether a package is asked for only with markers that are false on this machine."""
    lines = [line for group in PROJECT["dependency-groups"].values() for line in group if isinstance(line, str)]
    lines += [line for each in INSTALLED.values() for line in each.requires or ()]
    asked = [Requirement(line) for line in lines]
    markers = [each.marker for each in asked if canonicalize_name(each.name) == name]
    return bool(markers) and all(marker is not None and not marker.evaluate({"extra": ""}) for marker in markers)


def test_the_oldest_python_is_said_in_full_and_the_readme_says_the_same() -> None:
    assert re.fullmatch(r"3\.\d+\.\d+", OLDEST)
    assert f"Python {OLDEST} or newer" in (ROOT / "README.md").read_text("utf-8")


@pytest.mark.parametrize("name", PINS)
def test_a_pin_holds_on_the_oldest_python(name: str) -> None:
    each = INSTALLED.get(canonicalize_name(name))
    if each is None:
        pytest.skip(f"{name} is not installed on this machine")
    wants = (each.metadata.get_all("Requires-Python") or [""])[0]
    assert SpecifierSet(wants).contains(Version(OLDEST)), f"{name} {each.version} wants Python {wants}; pyproject.toml promises {OLDEST}"


def test_the_constraints_are_what_is_installed() -> None:
    pinned = {canonicalize_name(name): version for name, version in PINS.items()}
    installed = {name: each.version for name, each in INSTALLED.items() if name not in OF_VENV}
    wrong = {name: (version, installed.get(name)) for name, version in pinned.items() if installed.get(name) != version}
    absent = may_be_absent()
    assert {name: both for name, both in wrong.items() if both[1] or not (name in absent or excluded_here(name))} == {}
    assert sorted(installed.keys() - pinned.keys()) == []
