"""A built site, served as a web server serves it: compressed, and with the headers that the site asks for."""

from __future__ import annotations

import functools
import gzip
import http.server
import io
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

COMPRESSED = (".html", ".css", ".js", ".json", ".svg", ".xml", ".txt")


class _Handler(http.server.SimpleHTTPRequestHandler):
    """Compresses what is text."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *given: object, headers_of_site: Mapping[str, str], **named: object) -> None:
        self.headers_of_site = headers_of_site
        super().__init__(*given, **named)  # type: ignore[arg-type]

    def send_head(self) -> io.BytesIO | None:  # type: ignore[override]
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return None
        body = packed(path)
        self.send_response(200)
        self.send_header("Content-Type", f"{self.guess_type(str(path))}; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        if path.suffix in COMPRESSED:
            self.send_header("Content-Encoding", "gzip")
        for name, value in self.headers_of_site.items():
            self.send_header(name, value)
        self.end_headers()
        return io.BytesIO(body)

    def log_message(self, *_: object) -> None:
        pass


def packed(path: Path) -> bytes:
    """A file as it goes over the wire."""
    return gzip.compress(path.read_bytes(), 9, mtime=0) if path.suffix in COMPRESSED else path.read_bytes()


class _Server(http.server.ThreadingHTTPServer):
    """Says nothing when a browser leaves before it has been served."""

    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        pass


@contextmanager
def served(site: Path, headers_of_site: Mapping[str, str]) -> Iterator[str]:
    """The address of a site while it is served.

    Args:
        site: the built site; it may come to be there later.
        headers_of_site: what is sent with every file.
    """
    server = _Server(("127.0.0.1", 0), functools.partial(_Handler, directory=str(site), headers_of_site=headers_of_site))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
