"""The time zones of the two countries, as a calendar file tells them: with the rule that Outlook understands, not with lists of dates."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from zoneinfo import ZoneInfo

import icalendar

from kravkompass.catalog.terms import Country

WINTER, SUMMER = dt.timedelta(hours=1), dt.timedelta(hours=2)
# The rule of Directive 2000/84/EC, kept in both countries since 1996: last Sunday of March and of October, at 01:00 UTC.
SUMMER_BEGINS, WINTER_BEGINS = dt.datetime(1996, 3, 31, 2), dt.datetime(1996, 10, 27, 3)  # noqa: DTZ001 - local time is meant


@dataclass(frozen=True, slots=True)
class Zone:
    """A time zone by its name in the time zone database."""

    name: str

    @property
    def info(self) -> ZoneInfo:
        """The zone as Python knows it."""
        return ZoneInfo(self.name)


ZONES = {Country.SWEDEN: Zone("Europe/Stockholm"), Country.NORWAY: Zone("Europe/Oslo")}


def time_zone(country: Country) -> icalendar.Timezone:
    """Give the description of a country's time zone that a calendar file carries."""
    zone = icalendar.Timezone()
    zone.add("tzid", ZONES[country].name)
    zone.add_component(_part(icalendar.TimezoneDaylight(), "CEST", WINTER, SUMMER, SUMMER_BEGINS))
    zone.add_component(_part(icalendar.TimezoneStandard(), "CET", SUMMER, WINTER, WINTER_BEGINS))
    return zone


def _part(
    part: icalendar.TimezoneDaylight | icalendar.TimezoneStandard, name: str, before: dt.timedelta, after: dt.timedelta, begins: dt.datetime
) -> icalendar.TimezoneDaylight | icalendar.TimezoneStandard:
    part.add("tzoffsetfrom", before)
    part.add("tzoffsetto", after)
    part.add("tzname", name)
    part.add("dtstart", begins)
    part.add("rrule", {"freq": "yearly", "bymonth": begins.month, "byday": "-1SU"})
    return part
