"""Reading what a person typed: numbers and dates as people in Sweden and Norway write them."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

_UNITS = re.compile(r"(kr|sek|nok|%|:-|,-)\s*\.?$", re.IGNORECASE)
_WHOLE_IN_THREES = re.compile(r"[-−]?\d{1,3}([.,’']\d{3})+")
_PLAIN = re.compile(r"[-−]?\d+([.,]\d+)?|[-−]?[.,]\d+")
_YEAR_FIRST = re.compile(r"(\d{4})\D?(\d{1,2})\D?(\d{1,2})")
_DAY_FIRST = re.compile(r"(\d{1,2})\D+(\d{1,2})\D+(\d{4}|\d{2})")


def read_number(typed: str) -> Decimal | None:
    """Read ``1 500``, ``1.500``, ``1500,50`` or ``1 500 kr``; None when it is no number.

    A single point or comma before exactly three digits parts thousands, as in everyday figures of money.
    """
    bare = _UNITS.sub("", "".join(typed.split()))
    if _WHOLE_IN_THREES.fullmatch(bare):
        bare = re.sub(r"[.,’']", "", bare)
    if not _PLAIN.fullmatch(bare):
        return None
    return Decimal(bare.replace(",", ".").replace("−", "-"))


def read_day(typed: str) -> date | None:
    """Read ``2026-03-01``, ``20260301``, ``1.3.2026``, ``1/3 2026`` or ``01.03.26``; None when it is no day."""
    bare = typed.strip().rstrip(".")
    if found := _YEAR_FIRST.fullmatch(bare):
        year, month, day = (int(part) for part in found.groups())
    elif found := _DAY_FIRST.fullmatch(bare):
        day, month, year = (int(part) for part in found.groups())
    else:
        return None
    try:
        return date(year + 2000 if year < 100 else year, month, day)
    except ValueError:
        return None
