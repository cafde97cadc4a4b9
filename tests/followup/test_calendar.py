"""Working days: holidays of both countries in our own words, eves on which municipalities are closed, and days that move past them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kravkompass.catalog.terms import Country
from kravkompass.followup import calendar
from kravkompass.followup.calendar import NAMES, OTHER_HOLIDAY, WEEKEND, Shift, closed, moved, said_shift, working_day_before
from kravkompass.language import Language, Translation, translation

SE, NO = Country.SWEDEN, Country.NORWAY


def on(day: str) -> date:
    return date.fromisoformat(day)


@pytest.mark.parametrize(
    ("day", "country", "becomes", "why"),
    [
        ("2024-06-06", SE, "2024-06-07", "Sweden's national day"),
        ("2024-06-06", NO, "2024-06-06", ""),
        ("2028-05-17", NO, "2028-05-18", "Norway's constitution day"),
        ("2028-05-17", SE, "2028-05-17", ""),
        ("2027-05-17", NO, "2027-05-18", "Norway's constitution day"),  # Whit Monday too
        ("2027-05-17", SE, "2027-05-17", ""),  # Whit Monday is a working day in Sweden since 2005
        ("2004-05-31", SE, "2004-06-01", "Whit Monday"),
        ("2027-03-25", NO, "2027-03-30", "Maundy Thursday"),
        ("2027-03-25", SE, "2027-03-25", ""),
        ("2027-03-26", SE, "2027-03-30", "Good Friday"),
        ("2027-03-27", SE, "2027-03-30", "Easter Sunday"),  # a plain Saturday, but the holiday says why it is not Monday
        ("2027-06-25", SE, "2027-06-28", "Midsummer Eve"),
        ("2027-06-25", NO, "2027-06-25", ""),
        ("2027-06-26", SE, "2027-06-28", "Midsummer Day"),
        ("2026-06-19", SE, "2026-06-22", "Midsummer Eve"),  # the earliest there is
        ("2026-12-24", SE, "2026-12-28", "Christmas Eve"),
        ("2026-12-24", NO, "2026-12-28", "Christmas Eve"),
        ("2026-12-29", NO, "2026-12-29", ""),  # romjula is working
        ("2026-12-31", SE, "2027-01-04", "New Year's Eve"),
        ("2025-12-31", SE, "2026-01-02", "New Year's Eve"),
        ("2026-01-06", SE, "2026-01-07", "Epiphany"),
        ("2026-01-06", NO, "2026-01-06", ""),
        ("2026-10-31", SE, "2026-11-02", "All Saints' Day"),
        ("2008-05-01", SE, "2008-05-02", "the first of May"),  # Ascension Day too
        ("2028-02-29", NO, "2028-02-29", ""),
        ("2032-02-29", SE, "2032-03-01", "the weekend"),
        ("2027-02-27", SE, "2027-03-01", "the weekend"),
    ],
)
def test_a_day_moves_to_the_next_working_day_and_says_why(day: str, country: Country, becomes: str, why: str) -> None:
    assert moved(on(day), country) == Shift(on(day), on(becomes), why)


@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)), st.sampled_from(Country))
def test_what_is_moved_lands_on_a_working_day_within_a_week_and_then_stays(day: date, country: Country) -> None:
    there = moved(day, country)
    assert not closed(there.day, country)
    assert there.day.weekday() < 5
    assert timedelta(0) <= there.day - day <= timedelta(days=6)
    assert bool(there.why) is (there.day != day)
    assert moved(there.day, country) == Shift(there.day, there.day)
    before = working_day_before(day, country)
    assert not closed(before, country)
    assert timedelta(0) <= day - before <= timedelta(days=6)
    assert (before == day) is (there.day == day)


@pytest.mark.parametrize("country", Country)
def test_every_holiday_has_a_name_of_our_own(country: Country, each_translation: Translation) -> None:
    for year in range(1990, 2101):
        for one in range(366):
            why = closed(date(year, 1, 1) + timedelta(days=one), country)
            assert why != OTHER_HOLIDAY
            assert why in {"", WEEKEND, calendar.MIDSUMMER_EVE, *NAMES.values(), *calendar.CLOSED_EVES[country].values()}
            assert not why or each_translation.say(why)


def test_a_holiday_the_library_has_that_we_do_not_know_is_still_a_holiday(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(calendar, "NAMES", {})
    assert closed(date(2027, 1, 1), SE) == OTHER_HOLIDAY


def test_the_reason_is_said_in_words() -> None:
    shift = moved(on("2024-06-06"), SE)
    assert said_shift(shift, translation(Language.SWEDISH)) == "Flyttat från 2024-06-06: Sveriges nationaldag"
    assert said_shift(moved(on("2028-05-17"), NO), translation(Language.NYNORSK)) == "Flytta frå 17.05.2028: grunnlovsdagen 17. mai"
    assert said_shift(moved(on("2024-06-07"), SE), translation(Language.BOKMAL)) == ""


def test_at_the_end_of_the_calendar_nothing_moves() -> None:
    assert moved(date.max, SE) == Shift(date.max, date.max)
