"""What the site costs its readers: bytes, requests and elements of each kind of page, and how long a slow phone takes; and what Lighthouse says."""

from __future__ import annotations

import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import grown
from measure import ROOT, Row, build, run, started
from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright
from served import packed, served

sys.path.insert(0, str(ROOT))

from macros.exports.headers import headers
from tests.browser import chromium

VISITS = 3
WORD = "dispute"
SLOW: dict[str, float] = {"latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 750e3 / 8}
"""A slow phone's network, as Lighthouse has it: 150 ms there and back, 1.6 Mbit a second."""
SLOWER = 4
"""How many times slower than this machine the phone is."""
PHONE = ViewportSize(width=390, height=844)
FIRST_PAINT = "performance.getEntriesByName('first-contentful-paint').map(each => each.startTime)[0] || 0"
ENOUGH = 2500
"""Elements that no page should go beyond."""
ELEMENTS = "document.querySelectorAll('*').length"
LARGE = 10
"""Pages whose elements a browser counts: those that have the most in their files, for scripts add a dozen to each."""
KEPT = ROOT / ".venv/judges/bench"
"""Where Lighthouse is installed."""
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
STOCK = ("home", "comparison, one topic", "comparison, table")
"""The kinds whose performance stands beside that of stock MkDocs and Material: on a slow machine the theme's own scripts cost some points."""
WEIGHED = ("accessibility", "best-practices", "seo")
"""The categories whose findings are right or wrong, and no matter of time."""


def kinds(project: Path) -> dict[str, str]:
    """The main kinds of page, and the address of one of each."""
    older, newer = grown.order(project)[-2:]
    topic = "dispute-resolution/"
    return {
        "home": "",
        "guidance": "guidance/escalation/",
        "support level": "guidance/support-levels/intensive-support/",
        "edition": f"arrangements/{newer}/{topic}",
        "earlier edition": f"arrangements/{older}/{topic}",
        "comparison, first page": f"compare/{older}-{newer}/",
        "comparison, one topic": f"compare/{older}-{newer}/{topic}",
        "comparison, table": f"compare/{older}-{newer}/table/",
        "board pack": f"compare/{older}-{newer}/pack/",
        "report": "reports/2024-25/",
    }


def readers(folder: Path) -> Iterator[Row]:
    """Bytes and elements of all pages; and of each main kind one on a slow phone that has never been here."""
    site = folder / "site"
    with served(site, headers()) as home:
        build(ROOT, site, SITE_URL=home)
        yield from _sizes(site)
        if not (browser := chromium.find()):
            print(chromium.MISSING, flush=True)
            return
        with sync_playwright() as playwright:
            chrome = playwright.chromium.launch(executable_path=browser, args=chromium.ARGUMENTS)
            yield from _looked_at(chrome, site, home)
            chrome.close()


def _looked_at(chrome: Browser, site: Path, home: str) -> Iterator[Row]:
    """What only a browser tells: elements with those that scripts add, requests, times."""
    most = {path.relative_to(site).as_posix().removesuffix("index.html"): _tags(path) for path in site.rglob("*.html")}
    large = sorted(most, key=most.__getitem__)[-LARGE:]
    page = chrome.new_page(viewport=PHONE)
    for address in {*large, *kinds(ROOT).values()}:
        page.goto(home + address, wait_until="load")
        most[address] = page.evaluate(ELEMENTS)
    page.close()
    over = [address for address, number in most.items() if number > ENOUGH]
    yield f"readers: pages of more than {ENOUGH:,} elements", len(over), "(goal 0)"
    for address in over or sorted(most, key=most.__getitem__)[-1:]:
        yield f"readers: most elements: {address}", most[address], "elements"
    yield "readers: elements of the median page", statistics.median(most.values()), ""
    for kind, address in kinds(ROOT).items():
        started(kind)
        visits = [_visit(chrome, home + address) for _ in range(VISITS)]
        yield f"readers: {kind}: elements", most[address], ""
        for i, (what, unit) in enumerate(VISITED):
            yield f"readers: {kind}: {what}", statistics.median(visit[i] for visit in visits), unit
    started("search")
    yield "readers: first result of a search, slow phone", statistics.median(_search(chrome, home) for _ in range(VISITS)), "s from the tap"


VISITED = (("requests", ""), ("compressed", "kB"), ("first paint, slow phone", "s"))
"""What a first visit tells, and in what."""


def _tags(path: Path) -> int:
    """The elements that a page's file opens."""
    return len(re.findall(r"<[a-zA-Z]", path.read_text(encoding="utf-8")))


def _phone(chrome: Browser, address: str) -> tuple[Page, list[float]]:
    """A page asked for by a slow phone that has never been here, and the bytes of each thing that it got."""
    page = chrome.new_context(viewport=PHONE, is_mobile=True, has_touch=True).new_page()
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", {"offline": False, **SLOW})
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    weights: list[float] = []
    session.on("Network.loadingFinished", lambda done: weights.append(done["encodedDataLength"]))
    page.goto(address)
    page.wait_for_load_state("networkidle")
    return page, weights


def _visit(chrome: Browser, address: str) -> tuple[float, ...]:
    """A first visit on a slow phone: see ``VISITED``."""
    page, weights = _phone(chrome, address)
    found = len(weights), sum(weights) / 1000, page.evaluate(FIRST_PAINT) / 1000
    page.context.close()
    return found


def _search(chrome: Browser, address: str) -> float:
    """From the tap on the search button to the first result, on the same phone; a tap that came too early is made again."""
    page, _ = _phone(chrome, address)
    box = page.locator("input.md-search__input")
    start = time.perf_counter()
    while not box.is_visible():
        page.locator(".search-button").click()
        page.wait_for_timeout(300)
    box.fill(WORD)
    page.wait_for_selector(".md-search-result__item", state="attached", timeout=120_000)
    found = time.perf_counter() - start
    page.context.close()
    return found


def _sizes(site: Path) -> Iterator[Row]:
    """What is fetched, counted in the files."""
    weights = {path.relative_to(site).as_posix(): len(packed(path)) / 1000 for path in site.rglob("*.html")}
    heaviest = max(weights, key=weights.__getitem__)
    yield "readers: pages", len(weights), ""
    yield "readers: median page", statistics.median(weights.values()), "kB compressed"
    yield f"readers: heaviest page, {heaviest.removesuffix('index.html')}", weights[heaviest], "kB compressed"
    parts = re.findall(r'<(?:link rel="stylesheet"|script) (?:href|src)="([^"]+)"', (site / "index.html").read_text(encoding="utf-8"))
    first = weights["index.html"] + sum(len(packed(site / part)) for part in parts) / 1000
    yield f"readers: first visit, home and its {len(parts)} files", first, "kB compressed (goal 90)"
    yield "readers: search index, when search is used", len(packed(site / "search/search_index.json")) / 1000, "kB compressed"


def lighthouse(folder: Path) -> Iterator[Row]:
    """Lighthouse in four categories on each kind of page, as a phone; what it finds fault with stands beside the score."""
    program, missing = _lighthouse()
    browser = chromium.find()
    if not program or not browser:
        print(missing or chromium.MISSING, flush=True)
        return
    site = folder / "site"
    with served(site, headers()) as home:
        build(ROOT, site, SITE_URL=home)
        for kind, address in kinds(ROOT).items():
            started(kind)
            found = _judged(program, browser, home + address, folder / "found.json")
            if not found:
                print(f"Lighthouse could not judge {address}: the machine is too busy. Try again.", flush=True)
                continue
            for name in CATEGORIES:
                category = found["categories"][name]
                faults = [each["id"] for each in category["auditRefs"] if _is_fault(found["audits"][each["id"]], each["weight"])]
                yield f"lighthouse: {kind}: {name}", 100 * (category["score"] or 0), " ".join(["(goal 100)", *(faults if name in WEIGHED else ())])
    run([sys.executable, str(ROOT / "tests/bench/stock.py"), str(ROOT), str(folder / "stock"), str(site)], folder)
    theirs = folder / "stock-site"
    with served(theirs, {}) as home:
        build(folder / "stock", theirs)
        for kind in STOCK:
            started(f"{kind}, stock")
            if found := _judged(program, browser, home + kinds(ROOT)[kind], folder / "found.json"):
                yield f"lighthouse: {kind}, the same words in stock: performance", 100 * (found["categories"]["performance"]["score"] or 0), ""


def _is_fault(audit: dict[str, Any], weight: float) -> bool:
    score = audit["score"]
    return weight > 0 and isinstance(score, int | float) and score < 1


def _judged(program: Path, browser: str, address: str, goal: Path) -> dict[str, dict[str, dict[str, Any]]]:
    """What Lighthouse says of a page; nothing where it gives up three times, as it does on a busy machine."""
    flags = f"--chrome-flags={' '.join(['--headless=new', *chromium.ARGUMENTS])}"
    words = [str(program), address, "--output=json", f"--output-path={goal}", "--quiet", flags, f"--only-categories={','.join(CATEGORIES)}"]
    for _ in range(3):
        done = subprocess.run(words, env={**os.environ, "CHROME_PATH": browser}, capture_output=True, text=True, check=False)
        if done.returncode == 0:
            found: dict[str, dict[str, dict[str, Any]]] = json.loads(goal.read_text(encoding="utf-8"))
            return found
    return {}


def _lighthouse() -> tuple[Path | None, str]:
    """Where Lighthouse is, installed first at the version of package.json where need be; or what is missing, in a sentence."""
    wanted = json.loads((ROOT / "tests/bench/package.json").read_text(encoding="utf-8"))
    program, oldest = KEPT / "node_modules/.bin/lighthouse", int(wanted["engines"]["node"].strip(">="))
    node, npm = shutil.which("node"), shutil.which("npm")
    version = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout.strip() if node else ""
    if not npm or not version or int(version[1:].split(".")[0]) < oldest:
        return None, f"Lighthouse is left out: it wants Node.js {oldest} or newer with npm, and this machine has {version or 'none'}."
    kept = KEPT / "node_modules/lighthouse/package.json"
    if not kept.exists() or json.loads(kept.read_text(encoding="utf-8"))["version"] != wanted["dependencies"]["lighthouse"]:
        KEPT.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / "tests/bench/package.json", KEPT)
        words = [npm, "install", "--silent", "--no-package-lock", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix", str(KEPT)]
        subprocess.run(words, cwd=KEPT, capture_output=True, check=False)
    return (program, "") if program.exists() else (None, "Lighthouse is left out: npm could not install it. Is there a network?")
