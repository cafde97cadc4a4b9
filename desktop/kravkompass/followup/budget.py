"""The hours there are against the hours the plan asks for: what will be checked, and what will not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kravkompass.catalog.terms import Severity
from kravkompass.followup.planning import Activity, Occasion, Plan
from kravkompass.guidance.listing import Listed

ALWAYS = frozenset({Occasion.BID_CHECK, Occasion.START_MEETING, Occasion.EXTENSION_DECISION, Occasion.EVALUATION})


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


def fit(plan: Plan, rows: Sequence[Listed], hours: int) -> Budget:
    """Fit a plan into hours a year: meetings and decisions always, then the checks of what matters most, earlier ones first."""
    if hours <= 0:
        return Budget(0, plan.hours_by_year, ())
    weight = {row.requirement.id: _weight(row) for row in rows}
    left: list[Activity] = []
    for year in plan.hours_by_year:
        of_year = [one for one in plan.activities if max(one.month, 0) // 12 + 1 == year]
        minutes = hours * 60 - sum(one.minutes for one in of_year if one.occasion in ALWAYS)
        checks = [one for one in of_year if one.occasion not in ALWAYS]
        for activity in sorted(checks, key=lambda one: (-max((weight.get(name, 0) for name in one.requirements), default=0), one.month)):
            if activity.minutes <= minutes:
                minutes -= activity.minutes
            else:
                left.append(activity)
    return Budget(hours, plan.hours_by_year, tuple(sorted(left, key=lambda one: one.month)))


def _weight(row: Listed) -> int:
    severity = list(Severity).index(row.requirement.follow_up.severity)
    return 2 * severity + (1 if row.requirement.statutory else 0)
