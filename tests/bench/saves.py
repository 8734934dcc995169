"""Saves under ``mkdocs serve``: what each costs until the page shows it, and whether memory stays level."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

from measure import QUIET, Cost

TICK = os.sysconf("SC_CLK_TCK")


def saves(project: Path, number: int) -> Iterator[tuple[str, Cost]]:
    """One word changed in one provision, and one in one record, so many times in turn.

    Args:
        project: a copy, whose files are changed.
        number: how many saves there are.

    Returns:
        For each save what was changed, and what it cost until the page showed it. Memory is what the server holds; after a record's save, when
        every other page and the search are made too, which nobody waits for.
    """
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    page, record = project / "docs/arrangements/2024/voice.md", project / "data/duties.yaml"
    way = {"provision": (page, "arrangements/2024/voice/"), "record": (record, "calendar/")}
    command = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "--dev-addr", address]
    server = subprocess.Popen(
        command, cwd=project, env=os.environ | QUIET | {"SERVING": "true"}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        _shown(f"http://{address}/", "</html>", server)
        for n in range(number):
            what = ("provision", "record")[n % 2]
            file, url = way[what]
            word, last = f"benchmark{n}", f"benchmark{n - 2}"
            text = file.read_text(encoding="utf-8")
            if n > 1:
                text = text.replace(last, word)
            elif what == "provision":
                text = text.replace("are dedicated to", f"are dedicated {word} to", 1)
            else:
                text = text.replace("  title: ", f"  title: {word} ", 1)
            cpu, start = _cpu(server.pid), time.perf_counter()
            file.write_text(text, encoding="utf-8")
            _shown(f"http://{address}/{url}", word, server)
            cpu, wall = _cpu(server.pid) - cpu, time.perf_counter() - start
            if what == "record":
                _shown(f"http://{address}/search/search_index.json", word, server)
            yield what, Cost(cpu, wall, _memory(server.pid))
    finally:
        server.terminate()
        server.wait()


def _shown(url: str, word: str, server: subprocess.Popen[bytes]) -> None:
    """Waits until a page shows a word.

    Raises: RuntimeError where it does not in ten minutes, or the server has ended.
    """
    for _ in range(12000):
        if server.poll() is not None:
            break
        try:
            with urllib.request.urlopen(url, timeout=600) as answer:
                if word in answer.read().decode():
                    return
        except OSError:
            pass
        time.sleep(0.05)
    raise RuntimeError(f"{url} does not show “{word}”.")


def _cpu(process: int) -> float:
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICK


def _memory(process: int) -> float:
    line = next(line for line in Path(f"/proc/{process}/status").read_text().splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024
