"""The long proof of the web server's part: a real nginx, told what the site's own file tells it, and a real browser."""

from __future__ import annotations

import os
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from macros.exports.headers import headers

from ..browser.conftest import browser  # noqa: F401 (a fixture)
from . import judges

pytestmark = pytest.mark.trust

CONFIGURATION = """daemon off; pid {folder}/nginx.pid; error_log stderr; {user}
events {{ }}
http {{
    access_log off;
    {paths}
    server {{ listen 127.0.0.1:{port}; root {site}; include {site}/nginx.conf; }}
}}
"""
TEMPORARY = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")


@pytest.fixture(scope="module")
def served(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the site, served by nginx."""
    nginx, folder = judges.command("nginx"), tmp_path_factory.mktemp("nginx")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    paths = " ".join(f"{each}_temp_path {folder}/{each};" for each in TEMPORARY)
    (folder / "mime.types").symlink_to("/etc/nginx/mime.types")
    user = "user root;" if os.geteuid() == 0 else ""
    (folder / "nginx.conf").write_text(CONFIGURATION.format(folder=folder, user=user, paths=paths, port=port, site=site), "utf-8")
    words = [nginx, "-p", str(folder), "-c", str(folder / "nginx.conf")]
    tried = subprocess.run([*words, "-t"], capture_output=True, text=True, check=False)
    assert tried.returncode == 0 and "[warn]" not in tried.stderr, tried.stderr
    with subprocess.Popen(words, stderr=subprocess.DEVNULL) as running:
        address = f"http://127.0.0.1:{port}/"
        for _ in range(100):
            try:
                urllib.request.urlopen(address).close()
                break
            except OSError:
                time.sleep(0.1)
        yield address
        running.terminate()


ANSWERS = [
    # path · what is answered · as what
    ("", 200, "text/html; charset=utf-8"),
    ("nowhere/", 404, "text/html; charset=utf-8"),
    ("assets/start.js", 200, "application/javascript; charset=utf-8"),
    ("search/search_index.json", 200, "application/json; charset=utf-8"),
    ("calendar/duties.csv", 200, "text/csv; charset=utf-8"),
    ("calendar/duties.ics", 200, "text/calendar; charset=utf-8"),
    ("nginx.conf", 404, "text/html; charset=utf-8"),
    ("_headers", 404, "text/html; charset=utf-8"),
]


@pytest.mark.parametrize(("path", "status", "kind"), ANSWERS)
def test_every_answer_carries_every_header(served: str, path: str, status: int, kind: str) -> None:
    try:
        answer = urllib.request.urlopen(served + path)
    except urllib.error.HTTPError as refused:
        answer = refused
    assert (answer.status, answer.headers["Content-Type"]) == (status, kind)
    assert {name: answer.headers.get_all(name) for name in headers()} == {name: [value] for name, value in headers().items()}
    assert answer.headers["Server"] == "nginx"
    answer.close()


def test_everything_works_under_the_policy(browser: Browser, served: str) -> None:  # noqa: F811
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page, said = context.new_page(), []
    page.on("console", lambda each: said.append(each.text))
    page.goto(served + "compare/2019-2024/leadership/")
    page.locator(".search-button").click()
    page.locator("input.md-search__input").press_sequentially("lado")
    page.wait_for_selector(".md-search-result__item")
    page.keyboard.press("Escape")
    page.locator(".palette button:visible").click()
    assert page.evaluate("document.body.dataset.mdColorScheme") == "slate"
    page.locator(".menu-button").click()
    page.get_by_role("link", name="Agencies", exact=True).click()
    assert page.url == served + "agencies/"
    assert said == []
    page.goto(served + "no/such/page/")
    assert page.locator("h1").inner_text() == "There is no such page"
    assert page.evaluate("getComputedStyle(document.querySelector('.md-header')).position") == "sticky"  # its styles were found
    context.close()


ATTACKS = [
    "const each = document.createElement('script'); each.textContent = 'window.taken = 1'; document.body.append(each)",
    "document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"window.taken = 1\">')",
    "document.body.insertAdjacentHTML('beforeend', '<a id=bad href=\"javascript:window.taken = 1\">x</a>'); document.getElementById('bad').click()",
    "const each = document.createElement('script'); each.src = 'data:text/javascript,window.taken = 1'; document.body.append(each)",
    "document.body.insertAdjacentHTML('beforeend', '<iframe srcdoc=\"<script>parent.taken = 1</script>\"></iframe>')",
]


@pytest.mark.parametrize("attack", ATTACKS)
def test_what_had_slipped_into_a_page_would_not_run(browser: Browser, served: str, attack: str) -> None:  # noqa: F811
    page = browser.new_page()
    page.goto(served)
    page.evaluate(f"() => {{ {attack} }}")
    page.wait_for_timeout(300)
    assert page.evaluate("window.taken") is None
    page.close()
