"""That nothing was made."""

from __future__ import annotations


class Refused(Exception):
    """Why nothing was made, as sentences for an editor."""
