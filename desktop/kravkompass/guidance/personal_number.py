"""Recognises national identity numbers of people in what somebody writes, so that a note can warn before they are kept.

Swedish personnummer and samordningsnummer (the day of birth + 60) end with a check digit by the Luhn method; Norwegian fødselsnummer and
D-numbers (the day of birth + 40) with two by weights modulo 11. A number counts only when its day of birth exists and its check digits are
right, so that organisation numbers, case numbers and telephone numbers are left alone.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

_APART = r"(?<![0-9A-Za-z])(?<![0-9][-./:,])"
_ENDS = r"(?![0-9A-Za-z])(?![-./:,][0-9])"
_SWEDISH = re.compile(
    rf"{_APART}(?P<century>18|19|20)?(?P<date>[0-9]{{6}})[-+–−  ]?(?P<end>[0-9]{{4}}){_ENDS}"
    rf"|{_APART}(?P<year>(?:18|19|20)[0-9]{{2}})-(?P<month>[0-9]{{2}})-(?P<day>[0-9]{{2}})[-+](?P<last>[0-9]{{4}}){_ENDS}"
)
_NORWEGIAN = re.compile(
    rf"{_APART}(?P<date>[0-9]{{6}}|[0-9]{{2}}\.[0-9]{{2}}\.[0-9]{{2}})[-–−  ]?(?P<end>[0-9]{{5}}){_ENDS}"
)
_COORDINATION, _D_NUMBER = 60, 40
_FIRST_WEIGHTS = (3, 7, 6, 1, 8, 9, 4, 5, 2)
_SECOND_WEIGHTS = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2)


class NumberKind(StrEnum):
    """A kind of identity number, by the name it has in its own country."""

    PERSONNUMMER = "personnummer"
    SAMORDNINGSNUMMER = "samordningsnummer"
    FODSELSNUMMER = "fødselsnummer"
    D_NUMBER = "D-nummer"


@dataclass(frozen=True, slots=True)
class PersonalNumber:
    """An identity number in a text: its kind, and from which character to which it stands."""

    kind: NumberKind
    start: int
    end: int


def personal_numbers(words: str) -> tuple[PersonalNumber, ...]:
    """Find the identity numbers in a text, in the order they stand."""
    return tuple(sorted((*_swedish(words), *_norwegian(words)), key=lambda one: one.start))


def has_personal_number(words: str) -> bool:
    """Whether there is an identity number in a text."""
    return bool(personal_numbers(words))


def _swedish(words: str) -> Iterator[PersonalNumber]:
    for found in _SWEDISH.finditer(words):
        if found["date"]:
            year, date, end = (found["century"] or "") + found["date"][:2], found["date"], found["end"]
        else:
            year, date, end = found["year"], found["year"][2:] + found["month"] + found["day"], found["last"]
        day = int(date[4:])
        moved = day > _COORDINATION
        if _is_luhn(date + end) and _is_day(year, int(date[2:4]), day - _COORDINATION * moved):
            kind = NumberKind.SAMORDNINGSNUMMER if moved else NumberKind.PERSONNUMMER
            yield PersonalNumber(kind, *found.span())


def _norwegian(words: str) -> Iterator[PersonalNumber]:
    for found in _NORWEGIAN.finditer(words):
        digits = found["date"].replace(".", "") + found["end"]
        day = int(digits[:2])
        moved = day > _D_NUMBER
        year = _norwegian_year(int(digits[4:6]), int(digits[6:9]))
        if year and _is_day(year, int(digits[2:4]), day - _D_NUMBER * moved) and _has_norwegian_checks(digits):
            yield PersonalNumber(NumberKind.D_NUMBER if moved else NumberKind.FODSELSNUMMER, *found.span())


def _norwegian_year(year: int, individual: int) -> str:
    """Give the year of birth in full, by the series of the individual numbers; nothing where no series has such a year."""
    series = (
        (range(500), range(100), 1900),
        (range(500, 750), range(54, 100), 1800),
        (range(500, 1000), range(40), 2000),
        (range(900, 1000), range(40, 100), 1900),
    )
    return next((str(century + year) for numbers, years, century in series if individual in numbers and year in years), "")


def _is_day(year: str, month: int, day: int) -> bool:
    """Whether there is such a day. A year of two figures is enough to tell a leap year, but for 1900, which was none."""
    whole = int(year) if len(year) > 2 else 2000 + int(year)
    return 1 <= month <= 12 and 1 <= day <= monthrange(whole, month)[1]


def _is_luhn(digits: str) -> bool:
    doubled = [int(digit) * (2 - place % 2) for place, digit in enumerate(digits)]
    return sum(number - 9 * (number > 9) for number in doubled) % 10 == 0


def _has_norwegian_checks(digits: str) -> bool:
    return all(_weighed(digits[: len(weights)], weights) == int(digits[len(weights)]) for weights in (_FIRST_WEIGHTS, _SECOND_WEIGHTS))


def _weighed(digits: str, weights: Sequence[int]) -> int:
    """Give the check digit; 10 where no number may be given out."""
    return -sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=True)) % 11
