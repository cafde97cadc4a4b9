"""Organisation numbers of both countries, as people write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kravkompass.catalog.organisation_number import country_of, digits_of, is_organisation_number, tidy
from kravkompass.catalog.terms import Country

SE, NO = Country.SWEDEN, Country.NORWAY


@pytest.mark.parametrize(
    ("written", "country", "as_written"),
    [
        ("556012-5790", SE, "556012-5790"),
        ("5560125790", SE, "556012-5790"),
        (" 556012 5790 ", SE, "556012-5790"),
        ("SE556012579001", SE, "556012-5790"),
        ("SE 556012-5790 01", SE, "556012-5790"),
        ("Org.nr: 556012-5790", SE, "556012-5790"),
        ("212000–0142", SE, "212000-0142"),  # a dash as a word processor makes it
        ("923609016", NO, "923 609 016"),
        ("923 609 016", NO, "923 609 016"),
        ("NO 923 609 016 MVA", NO, "923 609 016"),
        ("NO923609016MVA", NO, "923 609 016"),
        ("org nr 923.609.016", NO, "923 609 016"),
        ("556012-5791", None, "556012-5791"),
        ("923609017", None, "923609017"),
        ("DE123456789", None, "DE123456789"),
        ("55601257", None, "55601257"),
        ("", None, ""),
        ("okänt", None, "okänt"),
        ("٥٥٦٠١٢٥٧٩٠", None, "٥٥٦٠١٢٥٧٩٠"),
    ],
)
def test_a_number_is_known_by_its_digits(written: str, country: Country | None, as_written: str) -> None:
    assert country_of(written) is country
    assert is_organisation_number(written) is (country is not None)
    assert tidy(written) == as_written


@given(st.integers(0, 9_999_999_999), st.integers(1, 9))
def test_one_wrong_digit_is_always_noticed(number: int, more: int) -> None:
    digits = f"{number:010}"
    if country_of(digits) is SE:
        wrong = digits[:4] + str((int(digits[4]) + more) % 10) + digits[5:]
        assert country_of(wrong) is None


@given(st.text(max_size=40))
def test_whatever_is_written_is_told_never_refused(written: str) -> None:
    assert country_of(written) in {SE, NO, None}
    assert tidy(tidy(written)) == tidy(written)
    assert len(digits_of(written)) <= len(written)
