"""The follow-up plan: every requirement's checks laid out over the contract, gathered into as few occasions as possible."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import MAXYEAR, date, timedelta
from enum import StrEnum
from typing import Protocol

from kravkompass.catalog.requirement import FollowUp
from kravkompass.catalog.terms import Country, Interval, Method, Severity, Stage, Who
from kravkompass.followup.calendar import SATURDAY, moved
from kravkompass.guidance.facts import Facts

DEFAULT_MONTHS = 24
MOST_MONTHS = 600
START_MEETING_MINUTES = 90
MEETING_MINUTES = 60
EVALUATION_MINUTES = 120
EXTENSION_MINUTES = 60
MONTHS_BEFORE_END = 6
QUARTER = 3
LAST_YEAR = MAXYEAR - 1
REPORTS = frozenset({Method.REPORT, Method.STATISTICS, Method.SELF_REPORT})
"""What the supplier hands in by itself, as often as the contract says."""


class Followed(Protocol):
    """What is followed up: a requirement on the list, or one frozen in a contract."""

    @property
    def id(self) -> str:
        """What the plan calls it by."""

    @property
    def follow_up(self) -> FollowUp:
        """How it is checked."""

    @property
    def statutory(self) -> bool:
        """Whether the law asks for it."""


class Occasion(StrEnum):
    """What an activity is."""

    BID_CHECK = "bid-check"
    START_MEETING = "start-meeting"
    MEETING = "meeting"
    CHECK = "check"
    EVIDENCE = "evidence"
    EXTENSION_DECISION = "extension-decision"
    EVALUATION = "evaluation"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class Activity:
    """Something to do. ``month`` counts from the contract's start (0); ``day`` is known when the start is. ``minutes`` are the buyer's.

    ``supplier`` is the id of the one it is done with, where the contract has any.
    """

    occasion: Occasion
    month: int
    day: date | None
    who: Who
    minutes: int
    requirements: tuple[str, ...] = ()
    methods: tuple[Method, ...] = ()
    supplier: str = ""


@dataclass(frozen=True, slots=True)
class Period:
    """The contract's time: start (when known), months, and months of possible extension.

    Days are working days of the country; without one only weekends are none.
    """

    start: date | None
    months: int
    extension: int = 0
    country: Country | None = None

    def wanted(self, month: int) -> date | None:
        """Give the day a number of months after the start, whatever day that is; nothing beyond the calendar's end."""
        if self.start is None or self.start.year + month // 12 >= LAST_YEAR:
            return None
        return months_after(self.start, month)

    def day(self, month: int) -> date | None:
        """Give the first working day from a number of months after the start."""
        wanted = self.wanted(month)
        if wanted is None:
            return None
        return _monday(wanted) if self.country is None else moved(wanted, self.country).day


@dataclass(frozen=True, slots=True)
class Pace:
    """How closely a contract is followed: months between status meetings (0: none), and at least so many between two checks.

    The second holds for what the buyer checks and is neither serious nor asked for by law; reports come as the contract says.
    """

    meetings: int = 0
    least: int = 0

    def between(self, one: Followed) -> int:
        """Give the months between two checks of a requirement; 0 for once."""
        again = one.follow_up.interval.months
        eased = one.follow_up.severity is Severity.ORDINARY and not one.statutory and one.follow_up.method not in REPORTS
        return max(again, self.least) if again and eased else again


AS_THE_CATALOG_SAYS = Pace()


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


def period_of(facts: Facts, country: Country | None = None) -> Period:
    """Give the contract's period from the facts; 24 months where the length is not given, and never more than fifty years."""
    months = int(facts.number("contract-months") or 0)
    extension = int(facts.number("extension-months") or 0)
    length = months if months > 0 else DEFAULT_MONTHS
    return Period(facts.day("contract-start"), min(length, MOST_MONTHS), min(max(extension, 0), MOST_MONTHS), country)


def plan(rows: Sequence[Followed], period: Period, pace: Pace = AS_THE_CATALOG_SAYS) -> Plan:
    """Lay out the checks of every requirement over the period, gathered into as few occasions as possible."""
    return gathered(singly(rows, period, pace))


def singly(rows: Sequence[Followed], period: Period, pace: Pace = AS_THE_CATALOG_SAYS) -> Plan:
    """Lay out the checks of every requirement over the period, each by itself."""
    meetings = range(pace.meetings, period.months, pace.meetings) if pace.meetings else range(0)
    at_meetings = [row for row in rows if meetings and row.follow_up.method is Method.MEETING and row.follow_up.stage is not Stage.END]
    talked = {row.id for row in at_meetings}
    activities = [
        *_bid_checks(rows),
        Activity(Occasion.START_MEETING, 0, period.day(0), Who.BUYER, START_MEETING_MINUTES, _ids(rows, Stage.START)),
        *(_meeting(at_meetings, month, period) for month in meetings),
        *_checks([row for row in rows if row.id not in talked], period, pace),
        *_closing(period),
    ]
    return Plan(period, tuple(sorted(activities, key=in_order)))


def gathered(whole: Plan) -> Plan:
    """Put the checks of one month that the same person does with the same supplier together into one."""
    together: dict[tuple[int, Who, str], list[Activity]] = {}
    for one in whole.activities:
        if one.occasion is Occasion.CHECK:
            together.setdefault((one.month, one.who, one.supplier), []).append(one)
    others = [one for one in whole.activities if one.occasion is not Occasion.CHECK]
    return Plan(whole.period, tuple(sorted((*others, *map(_one_of, together.values())), key=in_order)))


def _one_of(parts: Sequence[Activity]) -> Activity:
    used = {method for part in parts for method in part.methods}
    requirements = tuple(one for part in parts for one in part.requirements)
    minutes = sum(part.minutes for part in parts)
    return replace(parts[0], minutes=minutes, requirements=requirements, methods=tuple(one for one in Method if one in used))


def in_order(activity: Activity) -> tuple[int, int, int]:
    """Give what activities are sorted by: time, then what they are and who does them."""
    return activity.month, list(Occasion).index(activity.occasion), list(Who).index(activity.who)


def _ids(rows: Iterable[Followed], stage: Stage) -> tuple[str, ...]:
    return tuple(row.id for row in rows if row.follow_up.stage is stage)


def _bid_checks(rows: Sequence[Followed]) -> Iterable[Activity]:
    checked = [row for row in rows if row.follow_up.stage is Stage.BID]
    if checked:
        minutes = sum(one.follow_up.minutes for one in checked)
        yield Activity(Occasion.BID_CHECK, -1, None, Who.BUYER, minutes, tuple(one.id for one in checked))


def _meeting(rows: Sequence[Followed], month: int, period: Period) -> Activity:
    minutes = MEETING_MINUTES + sum(row.follow_up.minutes for row in rows)
    return Activity(Occasion.MEETING, month, period.day(month), Who.BUYER, minutes, tuple(row.id for row in rows))


def _checks(rows: Sequence[Followed], period: Period, pace: Pace) -> Iterable[Activity]:
    for row in rows:
        how = row.follow_up
        for month in check_months(row, period, pace):
            yield Activity(Occasion.CHECK, month, period.day(month), how.who, how.minutes, (row.id,), (how.method,))


def check_months(row: Followed, period: Period, pace: Pace = AS_THE_CATALOG_SAYS) -> list[int]:
    """Give the months of the contract a requirement is checked in, apart from the check of the tender."""
    follow_up = row.follow_up
    if follow_up.stage is Stage.END:
        return [max(period.months - 1, 0)]
    again = pace.between(row)
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


def _closing(period: Period) -> Iterable[Activity]:
    if period.extension:
        month = max(period.months - MONTHS_BEFORE_END, 0)
        yield Activity(Occasion.EXTENSION_DECISION, month, period.day(month), Who.BUYER, EXTENSION_MINUTES)
    month = max(period.months - 2, 0)
    yield Activity(Occasion.EVALUATION, month, period.day(month), Who.BUYER, EVALUATION_MINUTES)


def months_after(start: date, months: int) -> date:
    """Give the day so many months later; the last of the month where it has no such day."""
    year, month = divmod(start.month - 1 + months, 12)
    year += start.year
    last = (date(year + (month == 11), (month + 1) % 12 + 1, 1) - timedelta(days=1)).day
    return date(year, month + 1, min(start.day, last))


def _monday(day: date) -> date:
    return day + timedelta(days=7 - day.weekday()) if day.weekday() >= SATURDAY else day
