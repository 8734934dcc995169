"""The copy that works offline, opened from a folder: no server, no network, the search too."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from . import chromium

pytestmark = pytest.mark.trust


def test_the_copy_opens_from_a_folder_and_searches(shelved: Path, tmp_path: Path) -> None:
    (copy,) = (shelved / "downloads").glob("*-offline.zip")
    zipfile.ZipFile(copy).extractall(tmp_path)
    (folder,) = tmp_path.iterdir()
    said: list[str] = []
    path = chromium.find()
    assert path, chromium.MISSING
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=chromium.ARGUMENTS)
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.goto((folder / "index.html").as_uri())
        page.click(".md-search__input")
        page.keyboard.type("escalation")
        page.click(".md-search-result__item a")
        page.wait_for_url(f"{(folder / 'guidance/escalation/index.html').as_uri()}*")
        page.goto((folder / "downloads/index.html").as_uri())
        away = page.eval_on_selector_all("a[download]", "links => links.map(link => link.href)")
        assert len(away) > 40 and all(Path(link.removeprefix("file://")).is_file() for link in away)
        browser.close()
    assert said == []
