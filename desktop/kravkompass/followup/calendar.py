"""Working days in Sweden and Norway: when a municipality is closed, and to which day something is moved, with the reason.

Public holidays come from the library ``holidays``, which follows the acts: in Sweden lag (1989:253) om allmänna helgdagar, in Norway
lov om helligdager og helligdagsfred (1995) and lov om 1 og 17 mai som høgtidsdagar (1947). What they are called is said in our own words.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from kravkompass.catalog.terms import Country
from kravkompass.language import Translation, text

if TYPE_CHECKING:
    from holidays.holiday_base import HolidayBase

SATURDAY = 5
LAST_MOVED = date.max - timedelta(days=31)
"""Beyond it nothing is moved: the calendar ends."""
WEEKEND = text("the weekend")
MIDSUMMER_DAY = text("Midsummer Day")
MIDSUMMER_EVE = text("Midsummer Eve")

# By what the library calls them in the country's own language. Of several on one day the first here is named.
NAMES: Mapping[str, str] = {
    "Nyårsdagen": text("New Year's Day"),
    "Trettondedag jul": text("Epiphany"),
    "Långfredagen": text("Good Friday"),
    "Påskdagen": text("Easter Sunday"),
    "Annandag påsk": text("Easter Monday"),
    "Första maj": text("the first of May"),
    "Nationaldagen": text("Sweden's national day"),
    "Kristi himmelsfärdsdag": text("Ascension Day"),
    "Pingstdagen": text("Whit Sunday"),
    "Annandag pingst": text("Whit Monday"),
    "Midsommardagen": MIDSUMMER_DAY,
    "Alla helgons dag": text("All Saints' Day"),
    "Juldagen": text("Christmas Day"),
    "Annandag jul": text("the second day of Christmas"),
    "Første nyttårsdag": text("New Year's Day"),
    "Arbeidernes dag": text("the first of May"),
    "Grunnlovsdag": text("Norway's constitution day"),
    "Skjærtorsdag": text("Maundy Thursday"),
    "Langfredag": text("Good Friday"),
    "Første påskedag": text("Easter Sunday"),
    "Andre påskedag": text("Easter Monday"),
    "Kristi himmelfartsdag": text("Ascension Day"),
    "Første pinsedag": text("Whit Sunday"),
    "Andre pinsedag": text("Whit Monday"),
    "Første juledag": text("Christmas Day"),
    "Andre juledag": text("the second day of Christmas"),
}
OTHER_HOLIDAY = text("a public holiday")

# Eves that are no public holidays, but on which most municipalities are closed. In Sweden lag (1930:173) om beräkning av lagstadgad tid
# and semesterlagen put them on a level with holidays; in Norway it is custom and collective agreement. The days between Christmas and
# New Year, romjula, are working days.
CLOSED_EVES: Mapping[Country, Mapping[tuple[int, int], str]] = {
    Country.SWEDEN: {(12, 24): text("Christmas Eve"), (12, 31): text("New Year's Eve")},
    Country.NORWAY: {(12, 24): text("Christmas Eve"), (12, 31): text("New Year's Eve")},
}


@dataclass(frozen=True, slots=True)
class Shift:
    """A day that was wanted, the working day it became, and what stood in the way; ``why`` is empty when nothing did."""

    wanted: date
    day: date
    why: str = ""


def closed(day: date, country: Country) -> str:
    """Say why a municipality is closed on a day, as a text to be said; empty on a working day.

    A holiday that falls on a weekend is named.
    """
    if name := _holiday(day, country):
        return name
    return WEEKEND if day.weekday() >= SATURDAY else ""


def moved(day: date, country: Country) -> Shift:
    """Move a day that is not a working day to the next that is. A holiday on the way is named before the weekend."""
    if day > LAST_MOVED:
        return Shift(day, day)
    whys, moment = [], day
    while why := closed(moment, country):
        whys.append(why)
        moment += timedelta(days=1)
    return Shift(day, moment, next((why for why in whys if why != WEEKEND), WEEKEND) if whys else "")


def working_day_before(day: date, country: Country) -> date:
    """Give the day itself when it is a working day, or else the last one before it: for what must not come too late."""
    while day > date.min and closed(day, country):
        day -= timedelta(days=1)
    return day


def said_shift(shift: Shift, translation: Translation) -> str:
    """Say from which day something was moved, and why; empty when it was not."""
    if not shift.why:
        return ""
    day = translation.formats.short_date(shift.wanted)
    return translation.say("Moved from {day}: {reason}", day=day, reason=translation.say(shift.why))


def _holiday(day: date, country: Country) -> str:
    if eve := CLOSED_EVES[country].get((day.month, day.day)):
        return eve
    public = _public(country)
    if found := public.get(day):
        there = set(found.split("; "))
        return next((name for one, name in NAMES.items() if one in there), OTHER_HOLIDAY)
    if country is Country.SWEDEN and public.get(day + timedelta(days=1)) == "Midsommardagen":
        return MIDSUMMER_EVE
    return ""


@lru_cache(maxsize=len(Country))
def _public(country: Country) -> HolidayBase:
    """Give a country's public holidays. The library is slow to import, so it waits until a day is asked about."""
    if country is Country.SWEDEN:
        from holidays.countries.sweden import Sweden

        return Sweden(language=Sweden.default_language)
    from holidays.countries.norway import Norway

    return Norway(language=Norway.default_language)
