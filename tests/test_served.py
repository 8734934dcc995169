"""A served site is, after every save, what a clean build of the same files is: byte for byte, but for the script that reloads it."""

from __future__ import annotations

import os
import random
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from .conftest import MINIATURE, ROOT, mkdocs

RELOADS = re.compile(rb"<script>\nvar livereload = .*?livereload\((\d+), \d+\);\n</script>", re.S)
SERVED = {"NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1700000000", "SERVING": "true"}


class Served:
    """The site of a folder under ``mkdocs serve``."""

    def __init__(self, folder: Path, port: int) -> None:
        self.folder, self.home, self.said = folder, f"http://127.0.0.1:{port}/", folder.parent / "said"
        self.holds = folder.parent / "temporary"
        self.holds.mkdir()
        command = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "--dev-addr", f"127.0.0.1:{port}"]
        environment = os.environ | SERVED | {"TMPDIR": str(self.holds)}
        with self.said.open("w") as said:
            self.process = subprocess.Popen(command, cwd=folder, env=environment, stdout=said, stderr=said)
        self.until(lambda: "Serving on" in self.said.read_text("utf-8"))
        self.shown = self.moment()

    def until(self, found: Callable[[], object]) -> None:
        """Waits until something is so."""
        end = time.monotonic() + 120
        while not found():
            assert self.process.poll() is None and time.monotonic() < end, self.said.read_text("utf-8")
            time.sleep(0.05)

    def get(self, address: str) -> bytes:
        """What the server answers, with its script."""
        with urllib.request.urlopen(self.home + urllib.parse.quote(address), timeout=120) as answer:
            return bytes(answer.read())

    def moment(self) -> int:
        """Which state of the site is shown."""
        found = RELOADS.search(self.get("index.html"))
        assert found
        return int(found[1])

    def save(self, edits: Callable[[], None]) -> None:
        """Makes edits and waits until the server shows them."""
        edits()
        self.until(lambda: self.moment() != self.shown)  # a page is answered when the build that is at work has ended
        while self.moment() != self.shown:
            self.shown = self.moment()
            time.sleep(0.8)  # where two files were seen one after the other, there is a second build

    def refuse(self, edits: Callable[[], None]) -> None:
        """Makes edits, and waits until the server says that they cannot be built."""
        before = self.said.read_text("utf-8").count("appear stuck")
        edits()
        self.until(lambda: self.said.read_text("utf-8").count("appear stuck") > before)

    def differs(self, built: Path) -> list[str]:
        """The files that are not what a clean build made."""
        (root,) = self.holds.glob("mkdocs_*")
        names = [path.relative_to(built).as_posix() for path in sorted(built.rglob("*")) if path.is_file()]
        random.Random(len(names)).shuffle(names)
        wrong = [name for name in names if RELOADS.sub(b"", self.get(name)) != (built / name).read_bytes()]
        there = {path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()}
        return sorted([*wrong, *there.symmetric_difference(names)])


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    """The miniature, served from a copy with all that its look hangs on."""
    folder = Path(shutil.copytree(MINIATURE, tmp_path / "mini"))
    shutil.copytree(ROOT / "overrides", folder / "overrides")
    (folder / "macros").symlink_to(ROOT / "macros")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = Served(folder, port)
    yield server
    server.process.terminate()
    server.process.wait()


def test_what_is_asked_for_after_a_save_is_what_a_clean_build_makes(served: Served, tmp_path: Path) -> None:
    served.save(lambda: put(served.folder, "data/duties.yaml", "title: ", "title: Newly "))
    assert b"Newly" in served.get("calendar/") and b"Newly" in served.get("calendar/duties.csv")
    served.refuse(lambda: put(served.folder, "data/duties.yaml", "title: Newly ", "titel: Newly "))
    served.save(lambda: put(served.folder, "data/duties.yaml", "titel: Newly ", "title: Once "))
    assert served.differs(clean(served, tmp_path)) == []
    served.save(lambda: put(served.folder, "docs/about/index.md", "# About", "# About\n\n[Nowhere](../calendar.md#nowhere)\n"))
    served.until(lambda: "With these warnings, make build refuses the site." in served.said.read_text("utf-8"))  # nobody asked for that page


def put(folder: Path, path: str, old: str, new: str) -> None:
    """Replaces words in a file, where they stand first."""
    text = (folder / path).read_text("utf-8")
    assert old in text, f"{path} does not say: {old}"
    (folder / path).write_text(text.replace(old, new, 1), "utf-8")


def clean(served: Served, goal: Path) -> Path:
    """A clean build of what is served."""
    site = goal / "site"
    shutil.rmtree(site, ignore_errors=True)
    done = mkdocs(served.folder, site, SERVING="true", SITE_URL=served.home)
    assert done.returncode == 0, done.stderr
    return site


Turn = tuple[Callable[[Path], None], Callable[[Path], None]]
"""Edits, and those that take them back."""


def words(path: str, old: str, new: str) -> Turn:
    """Other words in a file, and the first ones again."""
    return lambda folder: put(folder, path, old, new), lambda folder: put(folder, path, new, old)


def of_editions(old: str, new: str) -> Turn:
    """Other words in a page of two editions, and the first ones again."""

    def say(folder: Path, old: str, new: str) -> None:
        for edition in ("2002", "2004"):
            put(folder, f"docs/arrangements/{edition}/meetings.md", old, new)

    return lambda folder: say(folder, old, new), lambda folder: say(folder, new, old)


def _add(folder: Path) -> None:
    (folder / "docs/guidance/added.md").write_text("---\ntitle: Added\ndescription: A page that comes and goes.\n---\n# Added\n\nWords.\n", "utf-8")
    put(folder, "mkdocs.yml", "      - Glossary: glossary.md\n", "      - Glossary: glossary.md\n      - guidance/added.md\n")


def _drop(folder: Path) -> None:
    put(folder, "mkdocs.yml", "      - guidance/added.md\n", "")
    (folder / "docs/guidance/added.md").unlink()


def _move(old: str, new: str) -> Callable[[Path], None]:
    def move(folder: Path) -> None:
        (folder / f"docs/{old}").rename(folder / f"docs/{new}")
        put(folder, "mkdocs.yml", f"Old levels: {old}", f"Old levels: {new}")

    return move


TURNS: dict[str, Turn] = {
    "a provision": of_editions("Minutes will be kept.", "Minutes will be kept for good."),
    "a note": words("docs/arrangements/2002/meetings.md", "is not defined", "is defined nowhere"),
    "a record": words("data/duties.yaml", "title: Board meetings", "title: Meetings of the Board"),
    "a term": words("data/terms.yaml", "Not explained.", "Explained nowhere."),
    "whose site it is": words("data/partnership.yaml", "short: ETCP", "short: TCP"),
    "a page": words("docs/about/index.md", "# About", "# About this"),
    "the navigation": words("mkdocs.yml", "Calendar: calendar.md", "Dates: calendar.md"),
    "a setting": words("mkdocs.yml", "adopted: false", "adopted: true"),
    "the site's name": words("mkdocs.yml", "site_name: Example Town", "site_name: Example City"),
    "a template of a macro": words("overrides/macros/duty_calendar.html", "under heads of ours", "under our own heads"),
    "a template of the theme": words("overrides/partials/copyright.html", "Unofficial.", "Not official."),
    "a style": words("overrides/assets/site.css", "The site's look", "The look of the site"),
    "a page more": (_add, _drop),
    "a page of another name": (
        _move("guidance/old-levels.md", "guidance/older-levels.md"),
        _move("guidance/older-levels.md", "guidance/old-levels.md"),
    ),
}
REFUSED = (words("data/duties.yaml", "id: board-meets", "identifier: board-meets"), words("docs/index.md", "description: Home", "descripton: Home"))


@pytest.mark.trust
@pytest.mark.parametrize("seed", range(2))
def test_after_any_edits_in_any_order_it_is_what_a_clean_build_makes(
    served: Served, tmp_path: Path, seed: int, count: Callable[[str, int], None]
) -> None:
    chance, made = random.Random(seed), dict.fromkeys(TURNS, False)
    for n, name in enumerate([*chance.sample(list(TURNS), len(TURNS)), *chance.choices(list(TURNS), k=6)]):
        edits, made[name] = partial(TURNS[name][made[name]], served.folder), not made[name]
        if n % 5:
            served.save(edits)
        else:
            breaks, mends = (partial(each, served.folder) for each in chance.choice(REFUSED))
            served.refuse(breaks)
            served.refuse(edits)
            served.save(mends)
        for address in chance.sample(
            ["", "calendar/", "search/search_index.json", "compare/2001-2002/table/", "data/duties.json"], chance.randrange(3)
        ):
            served.get(address)
        if n % 3:  # else the next save comes while pages are left
            assert served.differs(clean(served, tmp_path)) == [], f"after {name}"
            count("served states held against clean builds", 1)
