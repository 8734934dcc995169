"""A zip that has the same bytes whenever it is made."""

from __future__ import annotations

import io
import zipfile

from macros.exports.archive import FIRST, packed


def test_files_stand_in_their_order_without_the_day_on_which_they_were_packed() -> None:
    made = packed([("b.txt", b"two"), ("a/é.txt", "é".encode())])
    archive = zipfile.ZipFile(io.BytesIO(made))
    assert [(each.filename, each.date_time, each.external_attr >> 16) for each in archive.infolist()] == [
        ("b.txt", FIRST, 0o644),
        ("a/é.txt", FIRST, 0o644),
    ]
    assert archive.read("a/é.txt").decode() == "é" and archive.testzip() is None
