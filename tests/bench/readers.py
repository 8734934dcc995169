"""What the site costs its readers: bytes, requests and elements of each kind of page, and how long a slow phone takes; and what Lighthouse says."""

from __future__ import annotations

import json
import os
import re
import shutil
import statistics
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import grown
from measure import ROOT, Row, build, started
from served import packed, served

sys.path.insert(0, str(ROOT))

from macros.exports.headers import headers
from tests.browser import chromium

VISITS = 3
WORD = "dispute"
SLOW = {"latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 750e3 / 8}
"""A slow phone's network, as Lighthouse has it: 150 ms there and back, 1.6 Mbit a second."""
SLOWER = 4
"""How many times slower than this machine the phone is."""
PHONE = {"width": 390, "height": 844}
FIRST_PAINT = "performance.getEntriesByName('first-contentful-paint').map(each => each.startTime)[0] || 0"
ELEMENTS = "document.querySelectorAll('*').length"
KEPT = ROOT / ".venv/judges/bench"
"""Where Lighthouse is installed."""
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
WEIGHED = ("accessibility", "best-practices", "seo")
"""The categories whose findings are right or wrong, and no matter of time."""


def kinds(project: Path) -> dict[str, str]:
    """The kinds of page, and the address of one of each."""
    older, newer = grown.order(project)[-2:]
    topic = "dispute-resolution/"
    return {
        "home": "",
        "guidance": "guidance/escalation/",
        "support level": "guidance/support-levels/intensive-support/",
        "sector": "agencies/education/",
        "edition": f"arrangements/{newer}/{topic}",
        "earlier edition": f"arrangements/{older}/{topic}",
        "comparison, first page": f"compare/{older}-{newer}/",
        "comparison, one topic": f"compare/{older}-{newer}/{topic}",
        "comparison, table": f"compare/{older}-{newer}/table/",
        "board pack": f"compare/{older}-{newer}/pack/",
        "register": "glossary/",
        "calendar": "calendar/",
        "report": "reports/2024-25/",
        "about": "about/",
        "editing": "editing/",
    }


def readers(folder: Path) -> Iterator[Row]:
    """Bytes and elements of all pages; and of each kind one on a slow phone that has never been here: first paint, requests, first result of a search."""
    from playwright.sync_api import sync_playwright

    site = folder / "site"
    with served(site, headers()) as home:
        build(ROOT, site, SITE_URL=home)
        yield from _sizes(site)
        if not (browser := chromium.find()):
            print(chromium.MISSING, flush=True)
            return
        with sync_playwright() as playwright:
            chrome = playwright.chromium.launch(executable_path=browser, args=chromium.ARGUMENTS)
            most: dict[str, int] = {}
            page = chrome.new_page(viewport=PHONE)
            for path in sorted(site.rglob("*.html")):
                address = path.relative_to(site).as_posix().removesuffix("index.html")
                page.goto(home + address, wait_until="load")
                most[address] = page.evaluate(ELEMENTS)
            yield "readers: pages of more than 2,500 elements, in a browser", sum(1 for each in most.values() if each > 2500), "(goal 0)"
            for address in sorted(most, key=most.__getitem__)[-3:]:
                yield f"readers: most elements: {address}", most[address], "elements (goal 2,500)"
            for kind, address in kinds(ROOT).items():
                started(kind)
                visits = [_visit(chrome, home + address) for _ in range(VISITS)]
                yield f"readers: {kind}: elements", most[address], ""
                for i, (what, unit) in enumerate(VISITED):
                    yield f"readers: {kind}: {what}", statistics.median(visit[i] for visit in visits), unit
            chrome.close()


VISITED = (("requests", ""), ("compressed", "kB"), ("first paint, slow phone", "s"), ("first result of a search, slow phone", "s"))
"""What a visit tells, and in what."""


def _visit(chrome: object, address: str) -> tuple[float, ...]:
    """A first visit on a slow phone, and a search: see ``VISITED``."""
    context = chrome.new_context(viewport=PHONE, is_mobile=True, has_touch=True)  # type: ignore[attr-defined]
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", {"offline": False, **SLOW})
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    weights: list[float] = []
    session.on("Network.loadingFinished", lambda done: weights.append(done["encodedDataLength"]))
    page.goto(address, wait_until="networkidle")
    paint, requests, weight = page.evaluate(FIRST_PAINT) / 1000, len(weights), sum(weights) / 1000
    began = page.evaluate("performance.now()")
    page.locator(".search-button").click()
    page.locator("input.md-search__input").fill(WORD)
    page.wait_for_selector(".md-search-result__item", state="attached", timeout=120_000)
    result = (page.evaluate("performance.now()") - began) / 1000
    context.close()
    return requests, weight, paint, result


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
            for name in CATEGORIES:
                category = found["categories"][name]
                faults = [each["id"] for each in category["auditRefs"] if _is_fault(found["audits"][each["id"]], each["weight"])]
                yield f"lighthouse: {kind}: {name}", 100 * (category["score"] or 0), " ".join(["(goal 100)", *(faults if name in WEIGHED else ())])


def _is_fault(audit: dict[str, object], weight: float) -> bool:
    score = audit["score"]
    return weight > 0 and isinstance(score, int | float) and score < 1


def _judged(program: Path, browser: str, address: str, goal: Path) -> dict[str, dict[str, dict[str, object]]]:
    flags = f"--chrome-flags={' '.join(['--headless=new', *chromium.ARGUMENTS])}"
    words = [str(program), address, "--output=json", f"--output-path={goal}", "--quiet", flags, f"--only-categories={','.join(CATEGORIES)}"]
    done = subprocess.run(words, env={**os.environ, "CHROME_PATH": browser}, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr[-2000:])
    found: dict[str, dict[str, dict[str, object]]] = json.loads(goal.read_text(encoding="utf-8"))
    return found


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
