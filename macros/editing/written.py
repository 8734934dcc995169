"""Records written as YAML, behind those that a file has."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping


def appended(text: str, record: Mapping[str, object]) -> str:
    """A list of records, one longer."""
    indent = next((" " * (len(line) - len(line.lstrip())) for line in reversed(text.splitlines()) if re.match(r" *- (?:\{ *)?id:", line)), "")
    lines = [f"{indent}{'- ' if i == 0 else '  '}{key}: {_written(value)}" for i, (key, value) in enumerate(record.items())]
    return f"{text.rstrip()}\n" + "\n".join(lines) + "\n"


def _written(value: object) -> str:
    """A value as YAML: a text in quotation marks where it could be read as something else."""
    if isinstance(value, tuple):
        return f"[{', '.join(map(_written, value))}]"
    text = str(value)
    return text if re.fullmatch(r"[A-Za-z][\w .'’()–-]*", text) else json.dumps(text, ensure_ascii=False)
