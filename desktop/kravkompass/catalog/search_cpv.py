"""CPV codes: how far two of them go together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from kravkompass.errors import KnownError
from kravkompass.language import text

_CODE = re.compile(r"(?<!\d)(\d{8})(?:-\d)?(?!\d)")
_WRITTEN = re.compile(r"\d{2,8}(-\d)?", re.ASCII)
_EXACT, _BROADER, _NARROWER = 0.92, 0.3, 0.5
_FURTHER_CODES = 0.45
"""What a code counts beside the first one."""


class CpvCodeError(KnownError):
    """Something is no CPV code. Value: code."""

    sentence = text("“{code}” is not a CPV code. Write two to eight digits, such as 03222110 or 03222110-4.")


def check_cpv(code: str) -> None:
    """Look whether a code has the form of a CPV code. Raises CpvCodeError."""
    if not _WRITTEN.fullmatch(code.strip()):
        raise CpvCodeError(code=code)


def digits(code: str) -> str:
    """Give the digits of a code that say something: 15300000-1 is 153, 30000000 is 30."""
    plain = code.strip().split("-")[0]
    return plain[:2] + plain[2:].rstrip("0") if plain.isdigit() else ""


def codes_in(text: str) -> list[str]:
    """Give the CPV codes written in a text."""
    return _CODE.findall(text)


def by_group(codes: Iterable[str], known: Mapping[str, Iterable[str]]) -> Iterator[tuple[str, float, str, str]]:
    """Give each group that a code points to, with the weight (0–1), the code and the known code it falls under.

    The group with the longest code in common stands first; those above it and below it count less.
    """
    for number, code in enumerate(dict.fromkeys(codes)):
        wanted = digits(code)
        if not wanted:
            continue
        counts = 1.0 if number == 0 else _FURTHER_CODES
        over = {group: max((own for own in its if wanted.startswith(own)), key=len, default="") for group, its in known.items()}
        longest = max(map(len, over.values()), default=0)
        for group, its in known.items():
            if own := over[group]:
                yield group, counts * (_EXACT if len(own) == longest else _BROADER), code, own
            elif below := min((own for own in its if own.startswith(wanted)), key=len, default=""):
                yield group, counts * _NARROWER, code, below
