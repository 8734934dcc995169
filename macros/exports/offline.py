"""A built site as one zip that works from a folder, without a server and without a network, the search too."""

from __future__ import annotations

import json
import posixpath
import re
from pathlib import Path

from macros.exports.archive import packed

_HREF = re.compile(r'(<a\b[^>]*?\shref=")([^"]*)(")')
_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
INDEX, SCRIPT = "search/search_index.json", "assets/site.js"


def bundle(folder: Path, top: str, leave_out: tuple[str, ...] = ()) -> bytes:
    """The site as a zip; the same bytes from the same site.

    Args:
        folder: the built site.
        top: the folder that the zip opens into.
        leave_out: paths that stay out, such as the zip's own.
    """
    return packed((f"{top}/{name}", content) for name, content in sorted(_files(folder, leave_out).items()))


def _files(folder: Path, leave_out: tuple[str, ...]) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    for path in folder.rglob("*"):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and name not in leave_out:
            found[name] = page(path.read_text("utf-8")).encode() if name.endswith(".html") else path.read_bytes()
    if INDEX in found:
        index = json.loads(found[INDEX])
        for entry in index["docs"]:
            entry["location"] = to_file(entry["location"])
        found["search/search_index.js"] = f"var __index = {json.dumps(index, ensure_ascii=False)}".encode()
        workers = [name for name in found if re.fullmatch(r"assets/javascripts/workers/search\.[^/]*\.js", name)]
        found[SCRIPT] = f"window.__worker = {json.dumps(found[workers[0]].decode())};\n".encode() + found[SCRIPT]
    return found


def page(html: str) -> str:
    """A page whose links lead to files, under the browser's own policy for files."""
    return _POLICY.sub("", _HREF.sub(lambda found: found[1] + to_file(found[2]) + found[3], html))


def to_file(address: str) -> str:
    """An address within the site as that of a file: a folder's is its index."""
    path, mark, fragment = address.partition("#")
    outside = re.match(r"[a-z]+:|/", address)
    if outside or (not path and mark) or posixpath.splitext(path)[1]:
        return address
    return posixpath.join(path, "index.html").removeprefix("./") + mark + fragment
