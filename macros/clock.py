"""Which day it is: the one for which the site is built, and the latest that it can be where the words were written."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime, timedelta, timezone


def build_day() -> date | None:
    """The day for which the site is built, from SOURCE_DATE_EPOCH; None where it is not set."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(epoch), UTC).date() if epoch.isdigit() else None


def latest_day() -> date:
    """The latest day that it can be: an editor may live where it is tomorrow already, and a machine's clock may be slow."""
    furthest = datetime.now(timezone(timedelta(hours=14))).date()
    return max(furthest, build_day() or furthest)
