"""The follow-up plan: every requirement's checks laid out over the contract, gathered into as few occasions as possible."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta
from enum import StrEnum

from kravkompass.catalog.terms import Interval, Method, Stage, Who
from kravkompass.guidance.facts import Facts
from kravkompass.guidance.listing import Listed

DEFAULT_MONTHS = 24
MOST_MONTHS = 600
START_MEETING_MINUTES = 90
EVALUATION_MINUTES = 120
EXTENSION_MINUTES = 60
MONTHS_BEFORE_END = 6
QUARTER = 3
SATURDAY = 5
LAST_YEAR = MAXYEAR - 1


class Occasion(StrEnum):
    """What an activity is."""

    BID_CHECK = "bid-check"
    START_MEETING = "start-meeting"
    CHECK = "check"
    EXTENSION_DECISION = "extension-decision"
    EVALUATION = "evaluation"


@dataclass(frozen=True, slots=True)
class Activity:
    """Something to do. ``month`` counts from the contract's start (0); ``day`` is known when the start is. ``minutes`` are the buyer's."""

    occasion: Occasion
    month: int
    day: date | None
    who: Who
    minutes: int
    requirements: tuple[str, ...] = ()
    methods: tuple[Method, ...] = ()


@dataclass(frozen=True, slots=True)
class Period:
    """The contract's time: start (when known), months, and months of possible extension."""

    start: date | None
    months: int
    extension: int = 0

    def day(self, month: int) -> date | None:
        """Give the day a number of months after the start, moved to Monday from a weekend; nothing beyond the calendar's end."""
        if self.start is None or self.start.year + month // 12 >= LAST_YEAR:
            return None
        return _working_day(_months_after(self.start, month))


@dataclass(frozen=True, slots=True)
class Plan:
    """All activities in order, over a period."""

    period: Period
    activities: tuple[Activity, ...]

    @property
    def minutes(self) -> int:
        """The buyer's minutes in all."""
        return sum(activity.minutes for activity in self.activities)

    @property
    def hours_by_year(self) -> Mapping[int, float]:
        """The buyer's hours per year of the contract, the first being year 1."""
        years: dict[int, float] = {}
        for activity in self.activities:
            year = max(activity.month, 0) // 12 + 1
            years[year] = years.get(year, 0) + activity.minutes / 60
        return years


def period_of(facts: Facts) -> Period:
    """Give the contract's period from the facts; 24 months where the length is not given, and never more than fifty years."""
    months = int(facts.number("contract-months") or 0)
    extension = int(facts.number("extension-months") or 0)
    length = months if months > 0 else DEFAULT_MONTHS
    return Period(facts.day("contract-start"), min(length, MOST_MONTHS), min(max(extension, 0), MOST_MONTHS))


def plan(rows: Sequence[Listed], period: Period) -> Plan:
    """Lay out the checks of every listed requirement over the period."""
    activities = [
        *_bid_checks(rows),
        Activity(Occasion.START_MEETING, 0, period.day(0), Who.BUYER, START_MEETING_MINUTES, _ids(rows, Stage.START)),
        *_gathered(_checks(rows, period), period),
        *_closing(period),
    ]
    return Plan(period, tuple(sorted(activities, key=_order)))


def _order(activity: Activity) -> tuple[int, int, int]:
    return activity.month, list(Occasion).index(activity.occasion), list(Who).index(activity.who)


def _ids(rows: Iterable[Listed], stage: Stage) -> tuple[str, ...]:
    return tuple(row.requirement.id for row in rows if row.requirement.follow_up.stage is stage)


def _bid_checks(rows: Sequence[Listed]) -> Iterable[Activity]:
    checked = [row.requirement for row in rows if row.requirement.follow_up.stage is Stage.BID]
    if checked:
        minutes = sum(one.follow_up.minutes for one in checked)
        yield Activity(Occasion.BID_CHECK, -1, None, Who.BUYER, minutes, tuple(one.id for one in checked))


def _checks(rows: Sequence[Listed], period: Period) -> Iterable[tuple[int, Method, Who, str, int]]:
    for row in rows:
        follow_up = row.requirement.follow_up
        for month in _months(row, period):
            yield month, follow_up.method, follow_up.who, row.requirement.id, follow_up.minutes


def _months(row: Listed, period: Period) -> Iterable[int]:
    follow_up = row.requirement.follow_up
    if follow_up.stage is Stage.END:
        return [max(period.months - 1, 0)]
    again = follow_up.interval.months
    begins_early = follow_up.stage in {Stage.BID, Stage.START}
    first = again if begins_early else follow_up.first_after_months or again or 3
    if first == 0 or (follow_up.interval is Interval.ONCE and follow_up.stage is not Stage.DURING):
        return [0] if follow_up.stage is Stage.START else []
    first = min(_on_quarter(first), max(period.months - 1, 0))
    repeated = range(first, period.months, again) if again else [first]
    return sorted({0, *repeated}) if follow_up.stage is Stage.START else list(repeated)


def _on_quarter(month: int) -> int:
    """Move a check to the nearest quarter after the start, so that checks meet on the same day; monthly ones stay."""
    return max(round(month / QUARTER), 1) * QUARTER if month > 1 else month


def _gathered(checks: Iterable[tuple[int, Method, Who, str, int]], period: Period) -> Iterable[Activity]:
    together: dict[tuple[int, Who], list[tuple[str, Method, int]]] = {}
    for month, method, who, requirement, minutes in checks:
        together.setdefault((month, who), []).append((requirement, method, minutes))
    for (month, who), parts in together.items():
        ids = tuple(requirement for requirement, _, _ in parts)
        used = {method for _, method, _ in parts}
        methods = tuple(method for method in Method if method in used)
        minutes = sum(minutes for _, _, minutes in parts)
        yield Activity(Occasion.CHECK, month, period.day(month), who, minutes, ids, methods)


def _closing(period: Period) -> Iterable[Activity]:
    if period.extension:
        month = max(period.months - MONTHS_BEFORE_END, 0)
        yield Activity(Occasion.EXTENSION_DECISION, month, period.day(month), Who.BUYER, EXTENSION_MINUTES)
    month = max(period.months - 2, 0)
    yield Activity(Occasion.EVALUATION, month, period.day(month), Who.BUYER, EVALUATION_MINUTES)


def _months_after(start: date, months: int) -> date:
    year, month = divmod(start.month - 1 + months, 12)
    year += start.year
    last = (date(year + (month == 11), (month + 1) % 12 + 1, 1) - timedelta(days=1)).day
    return date(year, month + 1, min(start.day, last))


def _working_day(day: date) -> date:
    return day + timedelta(days=7 - day.weekday()) if day.weekday() >= SATURDAY else day
