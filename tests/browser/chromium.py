"""The browser for the tests: found on this machine, else installed, with what Playwright's driver wants of the system."""

from __future__ import annotations

import ctypes
import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MISSING = "No browser was found for the browser tests. Install Chromium (as root on Debian: apt-get install chromium), or set CHROMIUM to its path."
UNABLE = "Playwright's browser does not start for want of libraries. Install them first, as root: {} install-deps chromium"
DRIVER = "Playwright's driver wants libatomic1, which is missing. Install it first: sudo apt-get install libatomic1"
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"]
"""How the tests start it."""


def find() -> str | None:
    """The path of a Chromium that starts, from $CHROMIUM, the PATH or Playwright; None where there is none."""
    if given := os.environ.get("CHROMIUM"):
        return given if starts(given) else None
    for name in NAMES:
        path = shutil.which(name)
        if path and not is_snap(path) and starts(path):
            return path
    own = playwright_own()
    return own if starts(own) else None


def playwright_own() -> str:
    """Where Playwright keeps a Chromium of its own, whether it is there or not."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        return playwright.chromium.executable_path


def is_snap(path: str) -> bool:
    """Whether it is Ubuntu's Chromium, a snap, which cannot read the folders that Playwright gives it."""
    file = Path(path).resolve()
    return file.name == "snap" or str(file).startswith("/snap/") or b"/snap/" in file.read_bytes()[:4000]


def starts(path: str) -> bool:
    """Whether a browser runs at all: one that lacks a library does not."""
    try:
        return subprocess.run([path, "--version"], capture_output=True, timeout=60, check=False).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def driver_runs() -> bool:
    """Whether the system holds the one library that Playwright's driver wants and does not bring."""
    try:
        ctypes.CDLL("libatomic.so.1")
    except OSError:
        return sys.platform != "linux"
    return True


def prepare() -> str:
    """Installs what is missing, as far as this user may.

    Returns: what is still missing, and how to get it, in a sentence; nothing when all is there.
    """
    root = os.geteuid() == 0
    apt = root and shutil.which("apt-get") is not None
    if not driver_runs():
        if apt:
            apt_install("libatomic1")
        if not driver_runs():
            return DRIVER
    if find():
        return ""
    if given := os.environ.get("CHROMIUM"):
        return f"CHROMIUM names {given}, which does not start."
    print("Installing a browser for the tests …", flush=True)
    playwright = str(Path(sys.executable).parent / "playwright")
    if apt and debian():
        apt_install("chromium")
    else:  # Ubuntu's chromium is a snap: Playwright brings its own, with its libraries where apt may install them.
        subprocess.run([playwright, "install", *(["--with-deps"] if apt else []), "chromium"], capture_output=True, check=False)
    if find():
        return ""
    return UNABLE.format(playwright) if Path(playwright_own()).exists() else MISSING


def debian() -> bool:
    """Whether this is Debian itself, whose chromium is a plain package."""
    try:
        return platform.freedesktop_os_release().get("ID") == "debian"
    except OSError:
        return False


def apt_install(*packages: str) -> None:
    """Installs packages of the system, quietly."""
    quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for words in (["update"], ["install", "-y", *packages]):
        subprocess.run(["apt-get", "-qq", *words], env=quiet, stdout=subprocess.DEVNULL, check=False)


if __name__ == "__main__":
    sys.exit(prepare() or 0)
