"""What Jinja has compiled, kept: for the next build of the same process, and below ``.cache`` for the next process.

A template is compiled anew where anything that had a part in it is another: its text, its file, what draws it, Python, Jinja, or
this program, whose filters Jinja runs on constants while it compiles. A folder that cannot be written only costs time. What is
kept there is code, to be trusted as Python's own ``__pycache__``: it is never committed.
"""

from __future__ import annotations

import marshal
import os
import sys
from contextlib import suppress
from functools import cache
from hashlib import sha256
from pathlib import Path
from types import CodeType

import jinja2

PROJECT = Path(__file__).parents[2]
_INSTALLED = Path(jinja2.__file__).parents[1]
_PASSING = ".passing"


class Compiled(jinja2.BytecodeCache):
    """Compiled templates, by all that had a part in them.

    Args:
        folder: where the next process finds them.
        lasting: the folders whose templates it will want; those of others are kept for this process alone.
    """

    def __init__(self, folder: Path, lasting: tuple[Path, ...]) -> None:
        self.folder, self.lasting = folder, lasting
        self.found: dict[str, CodeType | None] = {}

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """The name that a template is kept under, which says so where no other process will want it."""
        lasts = any(map(Path(filename or "").is_relative_to, self.lasting))
        return super().get_cache_key(name, filename) + ("" if lasts else _PASSING)

    def load_bytecode(self, bucket: jinja2.bccache.Bucket) -> None:
        """Takes what was compiled, if it is of the very same parts."""
        seal = _seal(bucket)
        if seal not in self.found and not bucket.key.endswith(_PASSING):
            with suppress(OSError):
                kept = (self.folder / bucket.key).read_bytes()
                if kept[:32] == sha256(seal.encode() + kept[32:]).digest():
                    self.found[seal] = marshal.loads(kept[32:])
        bucket.code = self.found.get(seal)

    def dump_bytecode(self, bucket: jinja2.bccache.Bucket) -> None:
        """Keeps what was compiled: written beside and swapped, so that no process reads a half."""
        seal, code = _seal(bucket), marshal.dumps(bucket.code)
        self.found[seal] = bucket.code
        if not bucket.key.endswith(_PASSING):
            with suppress(OSError):
                self.folder.mkdir(parents=True, exist_ok=True)
                beside = self.folder / f"{bucket.key}.{os.getpid()}"
                beside.write_bytes(sha256(seal.encode() + code).digest() + code)
                beside.replace(self.folder / bucket.key)


def _seal(bucket: jinja2.bccache.Bucket) -> str:
    """All that had a part in a template."""
    env = bucket.environment
    ways = (type(env).__qualname__, env.autoescape, env.trim_blocks, env.lstrip_blocks, sorted(env.extensions))
    return f"{bucket.key} {bucket.checksum} {ways} {_program()}"


@cache
def _program() -> str:
    """Python, Jinja and this program, as one sum."""
    texts = sorted(path.read_bytes() for path in (PROJECT / "macros").rglob("*.py"))
    return sha256(b"\0".join((sys.version.encode(), jinja2.__version__.encode(), *texts))).hexdigest()


COMPILED = Compiled(PROJECT / ".cache/templates", (PROJECT, _INSTALLED))
"""Ours and the theme's."""
