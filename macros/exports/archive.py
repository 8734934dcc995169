"""Files in one zip: the same bytes whenever it is made."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable

FIRST = zipfile.ZipInfo().date_time
"""The first day that a zip can name: every entry has it."""


def packed(files: Iterable[tuple[str, bytes]]) -> bytes:
    """Some files, each with its name, in their order, without the day on which they were packed."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files:
            entry = zipfile.ZipInfo(name, FIRST)
            entry.compress_type, entry.external_attr, entry.create_system = zipfile.ZIP_DEFLATED, 0o644 << 16, 3
            archive.writestr(entry, content)
    return out.getvalue()
