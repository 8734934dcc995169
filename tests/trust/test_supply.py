"""The long proof of what others bring: licences that are known, no known weakness, and an heir of MkDocs that builds the same site."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from packaging.utils import canonicalize_name

from ..conftest import ROOT
from ..test_pins import PINS, closure
from . import judges
from .licences import licences

pytestmark = pytest.mark.trust

FREE = re.compile(r"\b(MIT|BSD|[0-3]-?Clause|Apache|ISC|PSF|Python Software|Mozilla|MPL|0BSD|Unlicense|CC0|Zlib|HPND)", re.I)
"""What asks for no more than its own text."""
HEIR = "properdocs==1.6.7"


def test_what_the_site_is_built_with_asks_nothing_of_whoever_publishes_it(count: Callable[..., None]) -> None:
    """Of the judges of the tests, which nobody publishes, some are under the GPL and its kin: `make licences` names each."""
    site = {canonicalize_name(name) for name in closure("site")}
    found = {name: named for name, named in licences().items() if canonicalize_name(name.split()[0]) in site}
    count("packages whose licence was read", len(licences()))
    assert len(found) > 20
    assert {name: named for name, named in found.items() if not FREE.search(named)} == {}


def test_no_version_has_a_known_weakness(count: Callable[..., None]) -> None:
    audit = judges.environment("pip-audit", "pip-audit")
    words = [str(audit / "pip-audit"), "--requirement", "constraints.txt", "--no-deps", "--disable-pip", "--progress-spinner", "off"]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False)
    said = done.stdout + done.stderr
    if done.returncode and "Found" not in said:
        pytest.skip("pip-audit does not reach its list of weaknesses from here: whether a version has one is not known.")
    count("versions without a known weakness", len(PINS))
    assert done.returncode == 0, said[-3000:]


def test_an_heir_of_mkdocs_builds_the_same_site(site: Path, tmp_path: Path) -> None:
    """Strictly, with the versions of here; but the one line that names the generator."""
    bare = tmp_path / "constraints.txt"
    bare.write_text("".join(f"{name}=={version}\n" for name, version in PINS.items() if name != "mkdocs"), "utf-8")
    heir = judges.environment("properdocs", "--constraint", str(bare), "--group", "site", HEIR)
    words = [str(heir / "properdocs"), "build", "--strict", "--config-file", "mkdocs.yml", "--site-dir", str(tmp_path / "site")]
    environment = os.environ | {"SOURCE_DATE_EPOCH": "1700000000", "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(words, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-3000:]
    assert tree(tmp_path / "site") == tree(site)


GENERATOR = re.compile(rb'<meta name="generator" content="[^"]*">')


def tree(folder: Path) -> dict[str, bytes]:
    """Every file by its path, without the line that names the generator."""
    return {
        path.relative_to(folder).as_posix(): GENERATOR.sub(b"", path.read_bytes())
        for path in folder.rglob("*")
        if path.is_file() and path.suffix != ".gz"
    }
