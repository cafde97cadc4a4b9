"""Organisation numbers: Swedish ones have ten digits and end with a check digit (Luhn), Norwegian ones nine (modulus 11)."""

from __future__ import annotations

import re

from kravkompass.catalog.terms import Country

_LENGTHS = {10: Country.SWEDEN, 9: Country.NORWAY}
_GAPS = re.compile(r"[\s:.\-\u2010-\u2015]")
# What people write around the digits, gaps taken away: "org.nr", the letters of a VAT number, "MVA".
_AROUND = re.compile(r"(?:org(?:anisation|anisasjon)?s?(?:nr|nummer))?(?:se|no)?(\d+)(?:mva|foretaksregisteret)?", re.IGNORECASE | re.ASCII)
_VAT_END = "01"
_WEIGHTS = (3, 2, 7, 6, 5, 4, 3, 2, 1)


def is_organisation_number(written: str) -> bool:
    """Whether a text is an organisation number of Sweden or Norway, however it is written."""
    return country_of(written) is not None


def country_of(written: str) -> Country | None:
    """Give the country whose organisation number a text is; None when its digits are wrong in both."""
    digits = digits_of(written)
    country = _LENGTHS.get(len(digits))
    right = _is_swedish if country is Country.SWEDEN else _is_norwegian
    return country if country is not None and right([int(one) for one in digits]) else None


def digits_of(written: str) -> str:
    """Give a number's digits, without what is written around them and a Swedish VAT number's ending; "" for what is no number."""
    found = _AROUND.fullmatch(_GAPS.sub("", written))
    digits = found[1] if found else ""
    return digits[:-2] if len(digits) == 12 and digits.endswith(_VAT_END) else digits


def tidy(written: str) -> str:
    """Give a right number as its country writes it (``556012-5790``, ``923 609 016``), and anything else as it was written."""
    digits, country = digits_of(written), country_of(written)
    if country is Country.SWEDEN:
        return f"{digits[:6]}-{digits[6:]}"
    return f"{digits[:3]} {digits[3:6]} {digits[6:]}" if country is Country.NORWAY else written.strip()


def _is_swedish(digits: list[int]) -> bool:
    doubled = [digit * (2 - place % 2) for place, digit in enumerate(digits)]
    return sum(digit // 10 + digit % 10 for digit in doubled) % 10 == 0


def _is_norwegian(digits: list[int]) -> bool:
    return sum(digit * weight for digit, weight in zip(digits, _WEIGHTS, strict=True)) % 11 == 0
