"""What tests share: the miniature site, to break, and the real site, built once."""

from __future__ import annotations

import fcntl
import functools
import http.server
import os
import shutil
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from macros.check import check
from macros.exports.headers import headers
from macros.read.site import Site

settings.register_profile("busy", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("busy")  # a machine that others work on is no fault of the code

ROOT = Path(__file__).parent.parent
MINIATURE = Path(__file__).parent / "site"


LATER = "2004"
"""The third edition of the miniature. Every line of data that speaks of it has its year, so that it can be left out."""
ONLY_LATER = "groups: [visits-group]"
"""The one line that has no year of its own and names what only the third edition prints."""


DEEP = ("test_corruptions.py", "test_hostile.py", "test_articles.py", "test_every_page.py")
"""The modules whose long proofs are the longest."""


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks the longest proofs, so that they can be left to a run of their own."""
    for item in items:
        if item.path.name in DEEP and item.get_closest_marker("trust"):
            item.add_marker("deep")


@pytest.fixture
def count(record_property: Callable[[str, object], None]) -> Callable[[str, int], None]:
    """Counts what a proof has gone through: the figures stand at the end of the run, added up over all workers."""
    return lambda what, number: record_property(f"count: {what}", number)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Tells the figures of what was proved."""
    figures: Counter[str] = Counter()
    for report in (*terminalreporter.getreports("passed"), *terminalreporter.getreports("failed")):
        for name, number in report.user_properties:
            if name.startswith("count: ") and isinstance(number, int):
                figures[name.removeprefix("count: ")] += number
    if figures:
        terminalreporter.section("what was gone through")
        for name, number in sorted(figures.items()):
            terminalreporter.line(f"{number:>9,} {name}")


@pytest.fixture
def mini(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """A copy of the miniature, for one test to change."""
    folder = Path(shutil.copytree(MINIATURE, tmp_path / "mini"))
    return without_later(folder) if request.path.name in OF_TWO else folder


OF_TWO = ("test_check.py",)
"""The modules whose tables are about two editions, so that what one mistake earns stays short. A package says so in its conftest."""


@pytest.fixture
def pair(tmp_path: Path) -> Path:
    """A copy of the miniature with its first two editions alone, for one test to change."""
    return without_later(Path(shutil.copytree(MINIATURE, tmp_path / "pair")))


def without_later(folder: Path) -> Path:
    """Leaves the third edition out of a copy of the miniature."""
    shutil.rmtree(folder / f"docs/arrangements/{LATER}")
    for path in (folder / "data").rglob("*.yaml"):
        if LATER in path.name:
            path.unlink()
        else:
            path.write_text(
                "".join(line for line in path.read_text("utf-8").splitlines(keepends=True) if LATER not in line and ONLY_LATER not in line), "utf-8"
            )
    return folder


@pytest.fixture(scope="session")
def loaded() -> Site:
    """The miniature, loaded whole and without problems; it is shared, and nobody changes it."""
    site, problems = check(MINIATURE)
    assert [str(each) for each in problems] == []
    return site


def mkdocs(folder: Path, goal: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Builds the site of a folder with MkDocs."""
    known = {"NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1700000000"}
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(goal)],
        cwd=folder,
        env=os.environ | known | environment,
        capture_output=True,
        text=True,
        check=False,
    )


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves a folder without a word, under the site's own policy, and lets linkchecker go at full speed."""

    def end_headers(self) -> None:
        for name, value in (*headers().items(), ("LinkChecker", "1")):
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, *_: object) -> None:
        pass


class Server(http.server.ThreadingHTTPServer):
    """Says nothing when a browser leaves before it has been served."""

    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        pass


@pytest.fixture(scope="session")
def home(site: Path) -> Iterator[str]:
    """The address of the real site, served."""
    server = Server(("127.0.0.1", 0), functools.partial(Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site, built as `make build` builds it: once, by the first of pytest-xdist's workers that wants it."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    goal = shared / "built"
    with (shared / "built.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # let go when the file is closed, also by a worker that dies
        if not goal.exists():
            done = mkdocs(ROOT, base / "building")
            assert done.returncode == 0, done.stdout + done.stderr
            (base / "building").rename(goal)
    return goal


def beside_the_kit(folder: Path) -> Path:
    """A copy of the miniature with the kit beside it, fit for MkDocs."""
    for name in ("overrides", "macros"):
        (folder / name).symlink_to(ROOT / name)
    return folder


STATE = {**os.environ, "SOURCE_DATE_EPOCH": "1700000000"}
"""An environment in which the day of the state is known."""


@pytest.fixture(scope="session")
def shelved(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site with everything that is slow to make, as `make offline` makes it."""
    from .trust import judges

    judges.pango()
    goal = Path(shutil.copytree(site, tmp_path_factory.mktemp("shelved") / "site"))
    done = subprocess.run([sys.executable, "-m", "macros", "take-away", str(goal)], cwd=ROOT, capture_output=True, text=True, env=STATE, check=False)
    assert done.returncode == 0, done.stderr
    print(done.stdout)
    return goal


@pytest.fixture
def buildable(mini: Path) -> Path:
    """A copy of the miniature that MkDocs can build."""
    return beside_the_kit(mini)


@pytest.fixture
def edit(mini: Path) -> Callable[[str, str, str], None]:
    """Replaces words in a file of the miniature, which must be there."""

    def replace(path: str, old: str, new: str) -> None:
        text = (mini / path).read_text("utf-8")
        assert old in text, f"{path} does not say: {old}"
        (mini / path).write_text(text.replace(old, new), "utf-8")

    return replace
