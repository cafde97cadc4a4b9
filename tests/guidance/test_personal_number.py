"""Identity numbers of people are recognised in a note; what only looks like one is left alone."""

from __future__ import annotations

from calendar import monthrange

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kravkompass.guidance.personal_number import NumberKind, has_personal_number, personal_numbers

# Well-known test numbers that belong to nobody; the others are worked out by the rules below.
PERSON, COORDINATION = "850709-9805", "701063-2391"


def luhn(nine: str) -> str:
    """The tenth digit, worked out the long way."""
    total = 0
    for place, digit in enumerate(nine):
        product = int(digit) * (2 if place % 2 == 0 else 1)
        total += product // 10 + product % 10
    return nine + str((10 - total % 10) % 10)


def norwegian(nine: str) -> str | None:
    """The number with its two check digits; none where the series skips it."""
    first = 11 - sum(int(a) * b for a, b in zip(nine, (3, 7, 6, 1, 8, 9, 4, 5, 2), strict=True)) % 11
    first = 0 if first == 11 else first
    if first == 10:
        return None
    ten = f"{nine}{first}"
    second = 11 - sum(int(a) * b for a, b in zip(ten, (5, 4, 3, 2, 7, 6, 5, 4, 3, 2), strict=True)) % 11
    second = 0 if second == 11 else second
    return None if second == 10 else f"{ten}{second}"


FNR = norwegian("010185001") or ""
DNR = norwegian("410185002") or norwegian("410185003") or ""


def kinds(words: str) -> list[NumberKind]:
    return [one.kind for one in personal_numbers(words)]


@pytest.mark.parametrize("written", ["850709-9805", "8507099805", "850709+9805", "850709 9805", "19850709-9805", "198507099805",
                                     "1985-07-09-9805", "850709–9805"])
def test_a_swedish_number_as_people_write_it(written: str) -> None:
    words = f"Praktikanten ({written}) började i mars."
    assert kinds(words) == [NumberKind.PERSONNUMMER]
    found = personal_numbers(words)[0]
    assert words[found.start : found.end] == written


def test_a_coordination_number() -> None:
    assert kinds(f"nr {COORDINATION}.") == [NumberKind.SAMORDNINGSNUMMER]
    assert kinds("19701063-2391") == [NumberKind.SAMORDNINGSNUMMER]


@pytest.mark.parametrize("form", ["{0}{1}", "{0} {1}", "{0}-{1}"])
def test_a_norwegian_number_as_people_write_it(form: str) -> None:
    assert kinds("Lærling " + form.format(FNR[:6], FNR[6:])) == [NumberKind.FODSELSNUMMER]
    assert kinds("Lærling " + form.format(DNR[:6], DNR[6:]) + ", 2. året") == [NumberKind.D_NUMBER]


def test_with_dots_in_the_date() -> None:
    assert kinds(f"f. {FNR[:2]}.{FNR[2:4]}.{FNR[4:6]} {FNR[6:]}") == [NumberKind.FODSELSNUMMER]


def test_several_in_order() -> None:
    assert kinds(f"{FNR} och {PERSON}, {COORDINATION}") == [
        NumberKind.FODSELSNUMMER, NumberKind.PERSONNUMMER, NumberKind.SAMORDNINGSNUMMER,
    ]


@pytest.mark.parametrize(
    "words",
    [
        "",
        "Tre praktikanter, 480 timmar",
        "KS 2026/114",
        "Dnr 2026-850709",
        "Diarienummer KS-2026-8507099805",
        "2026/850709-9805",
        "org.nr 556016-0680",  # a Swedish company
        "org.nr 165560160680",  # the same with its prefix
        "212000-0829",  # a municipality
        "802002-4280",  # an association
        "organisasjonsnummer 974 760 673",
        "974760673",
        "NO 974 760 673 MVA",
        "kontonummer 1234.56.78903",
        "12345678903",
        "2026-11-23 1430",
        "tel. 054-540 00 00",
        "+46 70 123 45 67",
        "850709-9806",  # a wrong check digit
        "851309-9802",  # a month that is none
        "850732-9806",  # a day that is none
        "7320508400013",  # an article number
        "SE8507099805",
        "https://example.org/850709-9805.1",
        "IBAN SE35 5000 0000 0549 1000 0003",
    ],
)
def test_what_only_looks_like_one(words: str) -> None:
    assert not has_personal_number(words)


def test_the_29th_of_february_needs_a_leap_year() -> None:
    assert has_personal_number(luhn("000229123"))
    assert has_personal_number(f"20{luhn('000229123')}")
    assert not has_personal_number(f"19{luhn('000229123')}")
    assert not has_personal_number(luhn("010229123"))


@given(st.dates(), st.integers(0, 999), st.booleans())
def test_every_number_the_swedish_series_can_give_is_found(day: object, birth: int, moved: bool) -> None:
    year, month, of_month = (int(part) for part in str(day).split("-"))
    number = luhn(f"{year % 100:02d}{month:02d}{of_month + 60 * moved:02d}{birth:03d}")
    if of_month <= monthrange(2000 + year % 100, month)[1]:
        expected = NumberKind.SAMORDNINGSNUMMER if moved else NumberKind.PERSONNUMMER
        assert kinds(f"{number[:6]}-{number[6:]}") == [expected]


@given(st.integers(1, 31), st.integers(1, 12), st.integers(0, 99), st.integers(0, 499), st.booleans())
def test_every_number_of_the_norwegian_series_is_found(day: int, month: int, year: int, individual: int, moved: bool) -> None:
    number = norwegian(f"{day + 40 * moved:02d}{month:02d}{year:02d}{individual:03d}")
    if number and day <= monthrange(1900 + year, month)[1]:
        assert kinds(number) == [NumberKind.D_NUMBER if moved else NumberKind.FODSELSNUMMER]


@given(st.text())
def test_any_text_can_be_asked(words: str) -> None:
    for found in personal_numbers(words):
        assert sum(letter.isdigit() for letter in words[found.start : found.end]) in {10, 11, 12}
