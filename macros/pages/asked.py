"""Under ``mkdocs serve``, what a save has left: a page, the search or a download is made when somebody asks for it.

A save loads and checks the whole site and builds what every page hangs on; then browsers are shown it. Each page is drawn from that
very state as it is asked for, and the rest while nobody asks for anything. Nothing drawn is kept, so nothing can be out of date.
"""

from __future__ import annotations

import gc
import logging
import threading
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

DOWNLOADS = "downloads"
"""The name of what is left where the downloads are: they are made together, when a file is asked for that is not there."""
_QUIET = 1.0
"""So many seconds after a browser has asked for something, it may ask for more."""


class Asked:
    """What is left of one build, by the path of its file from the site's root, in the order in which it is made where nobody asks."""

    def __init__(self) -> None:
        self.serving, self._tidy = False, True
        self._left: dict[str, Callable[[], None]] = {}
        self._lock = threading.RLock()
        self._asked = 0.0

    def serve(self, server: Any) -> None:
        """Stands between MkDocs' server and whoever asks it.

        Args:
            server: its builds go on as before, but nothing is made of one while the next is at work.
        """
        self.serving = True
        server.builder = self._alone(server.builder)
        server.set_app(self._answering(server.get_app(), Path(server.root), server.mount_path))
        threading.Thread(target=self._go_on, daemon=True).start()

    def leave(self, left: dict[str, Callable[[], None]]) -> None:
        """Says what a build has left to make, in place of what the build before has left."""
        self._left = left

    def make(self, names: Iterable[str]) -> None:
        """Makes what is left of some files. What cannot be made stays as it is, and the terminal is told."""
        for name in [each for each in names if each in self._left]:
            job = self._left.pop(name)
            try:
                job()
            except (Exception, SystemExit):  # by which mkdocs-macros ends
                logging.getLogger("mkdocs").exception("%s could not be made.", name)
        if not self._tidy and not self._left.keys() - {DOWNLOADS}:
            self._tidy_up()

    def _alone(self, work: Callable[..., None]) -> Callable[..., None]:
        def alone(*arguments: Any) -> None:
            with self._lock:
                self._left, self._tidy = {}, False
                work(*arguments)
                self._asked = time.monotonic()

        return alone

    def _answering(self, answer: Callable[..., Iterable[bytes]], root: Path, home: str) -> Callable[..., Iterable[bytes]]:
        def app(environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
            path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
            if path.startswith(home) and not path.startswith("/livereload/"):
                name = path.removeprefix(home)
                with self._lock:
                    self._asked = time.monotonic()
                    file = f"{name}index.html" if name == "" or name.endswith("/") else name
                    self.make([file] if file in self._left or (root / file).exists() else [DOWNLOADS])
            return answer(environ, start)

        return app

    def _go_on(self) -> None:
        while True:
            time.sleep(0.05)
            with self._lock:
                if time.monotonic() > self._asked + _QUIET:
                    self.make([name for name in self._left if name != DOWNLOADS][:1])

    def _tidy_up(self) -> None:
        """Gives back the memory of the builds before, now that every page of this one is made: nobody looked for it while an editor waited."""
        gc.unfreeze()
        gc.collect()
        gc.freeze()
        self._tidy = True


ASKED = Asked()
"""What is left of the last build of this process."""
