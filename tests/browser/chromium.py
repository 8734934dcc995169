"""Where the browser for the tests is: found on this machine, or Playwright's own."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MISSING = "No browser was found for the browser tests. Install Chromium (as root on Debian: apt-get install chromium), or set CHROMIUM to its path."


def find() -> str | None:
    """The path of a Chromium, from $CHROMIUM, the PATH or Playwright; None where there is none."""
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if found:
        return found
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
    return own if Path(own).exists() else None


if __name__ == "__main__":
    path = find()
    if "--quiet" not in sys.argv:
        print(path or MISSING)
    sys.exit(0 if path else 1)
