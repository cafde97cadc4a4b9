"""Numbers, dates, money and lists."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from babel.dates import format_date
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from kravkompass.language import Formats, Language

SV, NB, NN = (Formats(language) for language in Language)
EACH = pytest.mark.parametrize("formats", [SV, NB, NN], ids=lambda formats: formats.language.value)
DAY = date(2026, 3, 2)


def _plain(said: str) -> str:
    return said.replace("\N{NO-BREAK SPACE}", " ")


@EACH
def test_numbers(formats: Formats) -> None:
    assert _plain(formats.number(1234567)) == "1 234 567"
    assert _plain(formats.number(-1200)) == "−1 200"
    assert _plain(formats.number(1234.5)) == "1 234,5"
    assert _plain(formats.number(Decimal("0.25"))) == "0,25"
    assert _plain(formats.number(3, decimals=1)) == "3,0"
    assert _plain(formats.number(2.0)) == "2"


@EACH
@given(st.integers(-(10**12), 10**12))
def test_whole_numbers_are_as_babel_writes_them(formats: Formats, value: int) -> None:
    assert formats.number(value) == format_decimal(value, locale=formats.language.locale).replace("-", "−")


@EACH
def test_shares(formats: Formats) -> None:
    assert _plain(formats.percent(25)) == "25 %"
    assert _plain(formats.percent(Decimal("12.5"))) == "12,5 %"


def test_money() -> None:
    assert _plain(SV.money(25_000, "SEK")) == "25 000 kr"
    assert _plain(SV.money(25_000, "NOK")) == "25 000 NOK"
    assert _plain(NN.money(25_000, "NOK")) == "25 000 kr"
    assert _plain(NB.money(Decimal("1499.50"), "NOK", decimals=2)) == "1 499,50 kr"
    assert _plain(NB.money(1499.6, "NOK")) == "1 500 kr"


@EACH
@given(st.dates(min_value=date(1900, 1, 1)))
def test_short_dates_are_as_babel_writes_them(formats: Formats, day: date) -> None:
    assert formats.short_date(day) == format_date(day, "short" if formats is SV else "dd.MM.y", locale=formats.language.locale)


def test_dates() -> None:
    assert [formats.short_date(DAY) for formats in (SV, NB, NN)] == ["2026-03-02", "02.03.2026", "02.03.2026"]
    assert [formats.long_date(DAY) for formats in (SV, NB, NN)] == ["2 mars 2026", "2. mars 2026", "2. mars 2026"]
    weekdays = [formats.date_with_weekday(DAY).partition(" ")[0] for formats in (SV, NB, NN)]
    assert weekdays == ["måndag", "mandag", "måndag"]
    assert [formats.month(DAY) for formats in (SV, NB, NN)] == ["mars 2026"] * 3
    assert [formats.month_name(date(2026, 6, 1)) for formats in (SV, NB, NN)] == ["juni"] * 3


def test_lists() -> None:
    assert SV.all_of(["a", "b", "c"]) == "a, b och c"
    assert NB.all_of(["a", "b", "c"]) == "a, b og c"
    assert NN.one_of(["a", "b"]) == "a eller b"
    assert SV.all_of([]) == ""
    assert SV.all_of(["a"]) == "a"


def test_which_in_a_row() -> None:
    assert [SV.ordinal(number) for number in (1, 2, 3, 11, 12, 21, 22, 111, 112)] == [
        "1:a", "2:a", "3:e", "11:e", "12:e", "21:a", "22:a", "111:e", "112:e",
    ]  # fmt: skip
    assert NB.ordinal(3) == NN.ordinal(3) == "3."


def test_a_date_that_is_kept_as_text_is_written_as_the_language_writes_it() -> None:
    assert [one.kept_date("2026-03-02") for one in (SV, NB, NN)] == ["2026-03-02", "02.03.2026", "02.03.2026"]
    assert NB.kept_date("2026-03") == "mars 2026"
    for kept in ("2024", "våren 2024", "", "2026-13-02", "2026-13"):
        assert SV.kept_date(kept) == kept
