"""The hours there are against the hours the plan asks for: what will be checked, and what will not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kravkompass.catalog.terms import Severity
from kravkompass.followup.planning import Activity, Followed, Occasion, Plan

ALWAYS = frozenset(Occasion) - {Occasion.CHECK}


@dataclass(frozen=True, slots=True)
class Budget:
    """The plan against the hours a year. ``needed`` and ``hours`` are hours a year; ``left_out`` are the checks there is no time for."""

    hours: int
    needed: Mapping[int, float]
    left_out: tuple[Activity, ...]

    @property
    def is_enough(self) -> bool:
        """Whether every year's checks fit (also when no hours were said)."""
        return not self.left_out

    @property
    def unchecked(self) -> frozenset[str]:
        """The ids of requirements that some check will be missing for."""
        return frozenset(name for activity in self.left_out for name in activity.requirements)


def fit(plan: Plan, rows: Sequence[Followed], hours: int) -> Budget:
    """Fit a plan into hours a year: meetings and decisions always, then the checks of what matters most, earlier ones first.

    A check that is too long for what is left of the year gives way to shorter ones. A check that costs the buyer nothing is always made.
    """
    if hours <= 0:
        return Budget(0, plan.hours_by_year, ())
    weights = {row.id: _weight(row) for row in rows}
    left: list[Activity] = []
    for year in plan.hours_by_year:
        of_year = [one for one in plan.activities if _year(one) == year]
        minutes = hours * 60 - sum(one.minutes for one in of_year if one.occasion in ALWAYS)
        for activity in sorted(of_year, key=lambda one: (-_importance(one, weights), one.month)):
            if activity.occasion in ALWAYS or activity.minutes == 0:
                continue
            if activity.minutes <= minutes:
                minutes -= activity.minutes
            else:
                left.append(activity)
    return Budget(hours, plan.hours_by_year, tuple(sorted(left, key=lambda one: one.month)))


def _year(activity: Activity) -> int:
    return max(activity.month, 0) // 12 + 1


def _importance(activity: Activity, weights: Mapping[str, int]) -> int:
    return max((weights.get(name, 0) for name in activity.requirements), default=0)


def _weight(row: Followed) -> int:
    severity = list(Severity).index(row.follow_up.severity)
    return 2 * severity + (1 if row.statutory else 0)
