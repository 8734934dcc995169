"""Printed figures recalculated: sums, shares and changes. Pure: it knows no report and no file.

A published figure is never altered. What does not follow from the published values is told beside it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

_NUMBER = re.compile(r"(?P<sign>[-+−–]?)\s*£?\s*(?P<digits>\d{1,3}(?:,\d{3})+|\d+)(?P<decimals>\.\d+)?\s*(?P<unit>%|m|k)?")
_SUPPRESSED = re.compile(r"<\s*\d+")


@dataclass(frozen=True)
class Number:
    """A printed number.

    Args:
        value: the number itself, a percentage in percent, a printed “£23m” in millions as units.
        places: how many decimal places are printed.
        suppressed: whether it is a suppressed count such as <5, with which nothing may be reckoned.
    """

    value: Decimal
    places: int
    suppressed: bool = False


def printed_number(text: str) -> Number | None:
    """A number as printed; None for a text that is none."""
    text = text.strip()
    if _SUPPRESSED.fullmatch(text):
        return Number(Decimal(text.lstrip("< ")), 0, True)
    found = _NUMBER.fullmatch(text)
    if not found:
        return None
    try:
        value = Decimal(found["digits"].replace(",", "") + (found["decimals"] or ""))
    except InvalidOperation:  # pragma: no cover (the expression allows nothing else)
        return None
    value *= {"m": 1_000_000, "k": 1_000}.get(found["unit"] or "", 1)
    return Number(-value if found["sign"] in ("-", "−", "–") else value, len(found["decimals"] or ".") - 1)


@dataclass(frozen=True)
class Check:
    """A published figure held against the values from which it should follow.

    Args:
        published: as printed.
        recalculated: the same, reckoned anew and rounded as printed; empty where nothing may be reckoned.
        follows: whether the two agree; None where nothing may be reckoned.
        how: the reckoning, as people write it.
        otherwise: another reckoning that does come to the published figure; empty where none is known.
    """

    published: str
    recalculated: str
    follows: bool | None
    how: str
    otherwise: str = ""


def change(published: str, value: str, before: str) -> Check:
    """A published change in percent against its two values; where it does not follow, whether the newer value was divided by."""
    told, now, then = (printed_number(each) for each in (published, value, before))
    how = f"({value} − {before}) ÷ {before}"
    if told is None or now is None or then is None or now.suppressed or then.suppressed or not then.value:
        return Check(published, "", None, how)
    printed, reckoned = _rounded(told.value, told.places), _rounded((now.value - then.value) / then.value * 100, told.places)
    by_newer = reckoned != printed and now.value and _rounded((now.value - then.value) / now.value * 100, told.places) == printed
    return Check(published, f"{reckoned:+}%", reckoned == printed, how, f"({value} − {before}) ÷ {value}" if by_newer else "")


def total(published: str, parts: Sequence[str]) -> Check:
    """A published total against the sum of its parts."""
    told, found = printed_number(published), [printed_number(each) for each in parts]
    how = " + ".join(parts)
    if told is None or any(each is None or each.suppressed for each in found):
        return Check(published, "", None, how)
    reckoned = sum((each.value for each in found if each), Decimal())
    return Check(published, _written(reckoned, published), reckoned == told.value, how)


def share(published: str, part: str, whole: str) -> Check:
    """A published percentage against its part and its whole."""
    told, of, by = (printed_number(each) for each in (published, part, whole))
    how = f"{part} ÷ {whole}"
    if told is None or of is None or by is None or of.suppressed or by.suppressed or not by.value:
        return Check(published, "", None, how)
    reckoned = _rounded(of.value / by.value * 100, told.places)
    return Check(published, f"{reckoned}%", reckoned == _rounded(told.value, told.places), how)


def _rounded(value: Decimal, places: int) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def _written(value: Decimal, like: str) -> str:
    """A number written as another one is: with pounds, separators and pence where that one has them."""
    pounds = "£" if "£" in like else ""
    places = 2 if pounds and value != value.to_integral_value() else max(0, -int(value.normalize().as_tuple().exponent))
    return f"{pounds}{value:,.{places}f}"
