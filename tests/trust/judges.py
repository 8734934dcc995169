"""The judges of the long proofs that are no packages of Python's: found on this machine, else installed as far as this user may, else told."""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from ..browser.chromium import apt_install
from ..conftest import ROOT

KEPT = ROOT / ".venv/judges"
"""Where judges are installed that no package of the system brings."""
HTML_VALIDATE, NODE = "10.17.0", 20
"""The version of html-validate, and the oldest Node.js on which it runs."""
PACKAGES = {
    "nginx": "nginx-light",
    "faketime": "faketime",
    "npm": "npm",
    "pdfinfo": "poppler-utils",
    "pdftotext": "poppler-utils",
    "soffice": "libreoffice-writer-nogui",
}
"""The packages of Debian that hold a command."""
PANGO = ("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0", "fonts-liberation")
"""The packages of Debian that PDF files are made with."""


@contextmanager
def _locked() -> Iterator[None]:
    """One installation at a time: apt-get refuses to be run twice at once."""
    KEPT.mkdir(parents=True, exist_ok=True)
    with (KEPT / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def command(name: str) -> str:
    """The path of a command of the system; a test that wants it is passed over with a sentence where it cannot be had."""
    where = os.environ["PATH"] + ":/usr/sbin:/sbin"
    with _locked():
        if not (found := shutil.which(name, path=where)) and os.geteuid() == 0 and shutil.which("apt-get"):
            apt_install(PACKAGES[name])
            found = shutil.which(name, path=where)
    if not found:
        pytest.skip(f"{name} is missing. Install it first: sudo apt-get install {PACKAGES[name]}")
    return found


def pango() -> None:
    """Sees to the libraries and the font that PDF files are made with; a test that wants them is passed over where they cannot be had."""
    program = "import weasyprint"
    with _locked():
        if (
            subprocess.run([sys.executable, "-c", program], capture_output=True, check=False).returncode
            and os.geteuid() == 0
            and shutil.which("apt-get")
        ):
            apt_install(*PANGO)
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False)
    if done.returncode:
        pytest.skip(f"pango is missing. Install it first: sudo apt-get install {' '.join(PANGO)}")


def html_validate() -> Path:
    """The path of html-validate."""
    npm = command("npm")
    version = subprocess.run(["node", "--version"], capture_output=True, text=True, check=False).stdout.strip()
    if not version.startswith("v") or int(version[1:].split(".")[0]) < NODE:
        pytest.skip(f"html-validate wants Node.js {NODE} or newer, and this is {version or 'none'}. Install it first.")
    folder = KEPT / f"html-validate-{HTML_VALIDATE}"
    path = folder / "node_modules/.bin/html-validate"
    if not path.exists():
        words = [npm, "install", "--silent", "--no-save", "--no-package-lock", "--no-audit", "--no-fund", "--prefix", str(folder)]
        folder.mkdir(parents=True, exist_ok=True)
        subprocess.run([*words, f"html-validate@{HTML_VALIDATE}"], capture_output=True, check=False)
    if not path.exists():
        pytest.skip(f"html-validate {HTML_VALIDATE} could not be installed with npm: is there a network?")
    return path


def environment(name: str, *packages: str) -> Path:
    """The folder of commands of a virtual environment of its own.

    Args:
        name: what it is called.
        packages: what pip installs into it, as pip reads it.
    """
    folder, ready = KEPT / name, KEPT / name / ".ready"
    if not ready.exists():
        shutil.rmtree(folder, ignore_errors=True)
        subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True, capture_output=True)
        pip = [str(folder / "bin/python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*pip, "--constraint", "constraints.txt", "pip"], cwd=ROOT, capture_output=True, check=False)
        done = subprocess.run([*pip, *packages], cwd=ROOT, capture_output=True, text=True, check=False)
        if done.returncode:
            pytest.skip(f"{name} could not be installed with pip: is there a network? {done.stderr.strip().splitlines()[-1:]}")
        ready.touch()
    return folder / "bin"
