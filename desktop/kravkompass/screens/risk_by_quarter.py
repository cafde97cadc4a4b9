"""The contracts by risk and by when something is to be done next: how many in each quarter, and the nearest day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from kravkompass.catalog.terms import RiskLevel
from kravkompass.followup.employment import quarter_of

if TYPE_CHECKING:
    from kravkompass.purchases.rows import ContractRow

QUARTERS = 4
"""So many quarters are shown one by one, this one first."""


class When(StrEnum):
    """When something is to be done next."""

    OVERDUE = "overdue"
    QUARTER = "quarter"
    LATER = "later"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Spot:
    """So many contracts, and the nearest of their days; None when there are none, or nothing is planned."""

    number: int = 0
    day: date | None = None


@dataclass(frozen=True, slots=True)
class WhenLine:
    """The contracts where something is to be done in one period, by risk. ``year`` and ``quarter`` are 0 where it is no quarter."""

    when: When
    year: int
    quarter: int
    spots: Mapping[RiskLevel, Spot]

    @property
    def whole(self) -> Spot:
        """All of them together."""
        days = [one.day for one in self.spots.values() if one.day is not None]
        return Spot(sum(one.number for one in self.spots.values()), min(days, default=None))


def risk_by_quarter(rows: Iterable[ContractRow], today: date) -> tuple[WhenLine, ...]:
    """Count the contracts by risk and next day: what is overdue, this quarter and the three after it, later, and where nothing is planned.

    What is to be done today is not overdue. Every contract counts once.
    """
    quarters = [_quarter(today, ahead) for ahead in range(QUARTERS)]
    periods = [(When.OVERDUE, 0, 0), *((When.QUARTER, *one) for one in quarters), (When.LATER, 0, 0), (When.NOTHING, 0, 0)]
    found: dict[tuple[When, int, int], dict[RiskLevel, Spot]] = {period: {} for period in periods}
    for row in rows:
        day = date.fromisoformat(row.next_day) if row.next_day else None
        spots = found[_period(day, today, quarters)]
        before = spots.get(row.risk, Spot())
        nearest = min((one for one in (before.day, day) if one is not None), default=None)
        spots[row.risk] = Spot(before.number + 1, nearest)
    return tuple(WhenLine(*period, spots) for period, spots in found.items())


def _quarter(today: date, ahead: int) -> tuple[int, int]:
    place = today.year * 4 + quarter_of(today) - 1 + ahead
    return place // 4, place % 4 + 1


def _period(day: date | None, today: date, quarters: list[tuple[int, int]]) -> tuple[When, int, int]:
    if day is None:
        return When.NOTHING, 0, 0
    if day < today:
        return When.OVERDUE, 0, 0
    its = day.year, quarter_of(day)
    return (When.QUARTER, *its) if its in quarters else (When.LATER, 0, 0)
