"""What is read of all contracts together: the hours of each year, and the deviations by severity and by how far they have come."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Select, case, func, literal, or_, select, union_all

from kravkompass.catalog.terms import Severity
from kravkompass.followup.activity import KeptActivity, State
from kravkompass.followup.contract import Contract
from kravkompass.followup.deviation import Deviation, DeviationState, LadderStep
from kravkompass.followup.ladder import Step
from kravkompass.purchases.activity_time import TIME_USED, WHEN
from kravkompass.purchases.parts import shelf_of
from kravkompass.purchases.rows import DeviationCount, HoursOfYear, OverviewSums

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

YEARS_BEFORE, YEARS_AFTER = 1, 3
_ACTIVITY, _CONTRACT, _DEVIATION, _STEP = (shelf_of(one).table for one in (KeptActivity, Contract, Deviation, LadderStep))


def read_overview(session: Session, year: int) -> OverviewSums:
    """Sum up all contracts that are not in the trash, seen from a year: hours from the year before to three years after it."""
    return OverviewSums(_hours(session, year), _deviations(session, year))


def _hours(session: Session, year: int) -> tuple[HoursOfYear, ...]:
    """Sum up what was planned by the day it stands at, and what was used by the day it was done."""
    none = literal(0)
    planned = _by_year(_ACTIVITY.c.day, year, func.sum(_ACTIVITY.c.minutes), none)
    used = _by_year(WHEN, year, none, func.sum(TIME_USED))
    found: dict[int, tuple[int, int]] = {}
    for name, minutes, took in session.execute(union_all(planned, used)):
        before = found.get(int(name), (0, 0))
        found[int(name)] = (before[0] + minutes, before[1] + took)
    return tuple(HoursOfYear(one, *found[one]) for one in sorted(found))


def _by_year(day: ColumnElement[str], year: int, planned: ColumnElement[int], used: ColumnElement[int]) -> Select[Any]:
    of_year = func.substr(day, 1, 4)
    joined = select(of_year, planned, used).join(_CONTRACT, _CONTRACT.c.id == _ACTIVITY.c.contract)
    first, last = f"{year - YEARS_BEFORE:04d}-01-01", f"{year + YEARS_AFTER:04d}-12-31"
    states = [State.PLANNED.value, State.DONE.value]
    return joined.where(_CONTRACT.c.deleted == "", _ACTIVITY.c.state.in_(states), day.between(first, last)).group_by(of_year)


def _deviations(session: Session, year: int) -> tuple[DeviationCount, ...]:
    order = {step.value: place for place, step in enumerate(Step)}
    reached = func.max(case(order, value=_STEP.c.step))
    first, last = f"{year:04d}-01-01", f"{year:04d}-12-31"
    wanted = (
        select(_DEVIATION.c.severity, _DEVIATION.c.state, reached)
        .join(_CONTRACT, _CONTRACT.c.id == _DEVIATION.c.contract)
        .join(_STEP, _STEP.c.deviation == _DEVIATION.c.id, isouter=True)
        .where(
            _CONTRACT.c.deleted == "",
            or_(
                _DEVIATION.c.state == DeviationState.OPEN.value,
                _DEVIATION.c.found.between(first, last),
                _DEVIATION.c.closed.between(first, last),
            ),
        )
        .group_by(_DEVIATION.c.id, _DEVIATION.c.severity, _DEVIATION.c.state)
    )
    counted = Counter(tuple(row) for row in session.execute(wanted))
    steps = list(Step)
    return tuple(
        DeviationCount(Severity(severity), None if place is None else steps[place], state == DeviationState.OPEN.value, number)
        for (severity, state, place), number in sorted(counted.items(), key=str)
    )
