"""Deadlines suggested for a deviation: our practice, shorter the more serious it is, and never on a day when nobody works.

They are suggestions. What the contract says about deadlines goes first.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from types import MappingProxyType

from kravkompass.catalog.terms import Country, Severity
from kravkompass.followup.calendar import moved
from kravkompass.followup.ladder import Step

DAYS: Mapping[Step, Mapping[Severity, int]] = MappingProxyType({
    Step.DIALOGUE: {Severity.ORDINARY: 14, Severity.SERIOUS: 7, Severity.ZERO_TOLERANCE: 1},
    Step.NOTICE: {Severity.ORDINARY: 28, Severity.SERIOUS: 14, Severity.ZERO_TOLERANCE: 5},
    Step.ACTION_PLAN: {Severity.ORDINARY: 28, Severity.SERIOUS: 14, Severity.ZERO_TOLERANCE: 5},
    Step.CHECK: {Severity.ORDINARY: 28, Severity.SERIOUS: 14, Severity.ZERO_TOLERANCE: 7},
    Step.WARNING: {Severity.ORDINARY: 28, Severity.SERIOUS: 14, Severity.ZERO_TOLERANCE: 7},
})  # fmt: skip
"""Days from the step, by severity. Where a step is missing the contract decides, or it lasts until all is put right."""
_LAST = date.max - timedelta(days=366)
"""From here on the calendar ends before a deadline does."""


def suggested(step: Step, severity: Severity, day: date, country: Country, plan_done: date | None = None) -> date | None:
    """Give the last day to suggest for a step taken on a day, a working day in the country; nothing where only the contract can say.

    A check is made when the plan says that all is done (``plan_done``), where the plan does.
    """
    if step is Step.CHECK and plan_done is not None and plan_done >= day:
        return moved(plan_done, country).day
    days = DAYS.get(step)
    if days is None or day > _LAST:
        return None
    return moved(day + timedelta(days=days[severity]), country).day
