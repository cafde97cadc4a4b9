"""The plan of a signed contract: what is to be done on which working day, and what will not be checked, and why.

Laid out anew from the contract as it stands each time. What has been done about it is not known here: see ``replanning``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum

from kravkompass.catalog.terms import Stage, Who
from kravkompass.followup.activity import KeptActivity
from kravkompass.followup.budget import Budget, fit
from kravkompass.followup.calendar import moved
from kravkompass.followup.classification import pace_of
from kravkompass.followup.contract import Contract, FrozenRequirement, Supplier
from kravkompass.followup.evidence import SOON_DAYS, Evidence
from kravkompass.followup.planning import (
    EXTENSION_MINUTES,
    MONTHS_BEFORE_END,
    MOST_MONTHS,
    Activity,
    Occasion,
    Pace,
    Period,
    Plan,
    check_months,
    gathered,
    in_order,
    months_after,
    singly,
)

EVIDENCE_MINUTES = 15
BEFORE_NOTICE = 2
"""Months before the last day to call for an extension that it is decided in, so that there is time to ask and to choose."""
_EVERY_MONTH = frozenset({Occasion.CHECK, Occasion.MEETING, Occasion.EVALUATION})


class Why(StrEnum):
    """Why a requirement will not be checked, or not as often as the catalog says."""

    NO_START = "no-start"
    NO_SUPPLIER = "no-supplier"
    NO_TIME = "no-time"
    ENDED = "ended"
    DROPPED = "dropped"
    SELDOM = "seldom"
    """Not left out: only less often, since the contract is small or medium and without high risk."""


@dataclass(frozen=True, slots=True)
class Gap:
    """Checks of a requirement that will not be made: ``missing`` of ``of``, at one supplier (empty: at all), and why."""

    requirement: str
    supplier: str
    why: Why
    missing: int
    of: int

    @property
    def is_whole(self) -> bool:
        """Whether it is not checked at all."""
        return self.missing >= self.of and self.why is not Why.SELDOM


@dataclass(frozen=True, slots=True)
class LaidOut:
    """A contract's plan: its activities without ids, in order; what will not be checked; and the hours against the hours there are.

    ``decided`` are the days on which extensions were decided about, by the key of the activity for that.
    """

    activities: tuple[KeptActivity, ...] = ()
    gaps: tuple[Gap, ...] = ()
    budget: Budget = field(default_factory=lambda: Budget(0, {}, ()))
    decided: Mapping[str, date] = field(default_factory=dict)


def lay_out(
    contract: Contract,
    requirements: Sequence[FrozenRequirement],
    suppliers: Sequence[Supplier],
    hours: int = 0,
    evidence: Iterable[Evidence] = (),
) -> LaidOut:
    """Lay out a contract's plan. ``hours`` are those a year where the contract says none; 0 is no limit."""
    if contract.start is None:
        return LaidOut(gaps=tuple(Gap(one.id, "", Why.NO_START, 1, 1) for one in requirements))
    period = period_in_force(contract)
    pace = pace_of(contract.classification, contract.risks)
    delivered = _delivered(requirements, suppliers)
    wanted = Plan(period, tuple(_wanted(contract, delivered, period, pace)))
    budget = fit(wanted, requirements, contract.hours or hours)
    left = set(budget.left_out)
    fits = gathered(Plan(period, tuple(one for one in wanted.activities if one not in left)))
    made = [_kept(contract, one, period) for one in fits.activities]
    made += [_expiring(contract, one) for one in evidence if _runs_out(one, contract)]
    gaps = [*_undelivered(requirements, delivered), *_no_time(budget, wanted), *_seldom(contract, delivered, period, pace)]
    gaps += _after_the_end(contract, delivered, wanted)
    decided = {decision_key(place): one.decided for place, one in enumerate(contract.extensions) if one.decided is not None}
    return LaidOut(tuple(sorted(made, key=_by_day)), tuple(gaps), budget, decided)


def last_day(contract: Contract) -> date | None:
    """Give the last day of a contract, with the extensions in use; the day it ended when that was before. None without a start."""
    if contract.start is None:
        return None
    whole = months_after(contract.start, min(contract.months_in_force, MOST_MONTHS)) - timedelta(days=1)
    return whole if contract.ended is None else min(whole, contract.ended)


def period_in_force(contract: Contract) -> Period:
    """Give the time a contract runs, in whole months begun: with the extensions in use, and no further than to its early end."""
    months = min(max(contract.months_in_force, 1), MOST_MONTHS)
    if contract.start is not None and contract.ended is not None:
        months = min(months, _months_begun(contract.start, contract.ended))
    return Period(contract.start, months, country=contract.country)


def _months_begun(start: date, last: date) -> int:
    """Count the months that have begun from the first day to the last, both included; 0 when it ended before it began."""
    if last < start:
        return 0
    months = (last.year - start.year) * 12 + last.month - start.month
    return months + 1 if months_after(start, months) <= last else months


# -- the activities


def _delivered(requirements: Sequence[FrozenRequirement], suppliers: Sequence[Supplier]) -> Mapping[str, tuple[FrozenRequirement, ...]]:
    """Give what each supplier has promised to meet, by its id; everything under no id while there is no supplier."""
    if not suppliers:
        return {"": tuple(requirements)}
    return {one.id: tuple(row for row in requirements if row.holds_for(one)) for one in suppliers}


def _wanted(
    contract: Contract, delivered: Mapping[str, tuple[FrozenRequirement, ...]], period: Period, pace: Pace
) -> Iterator[Activity]:
    """Give everything there would be to do if there were time: with each supplier, and once for the whole contract.

    Checks stand by themselves until it is known which there is time for: a short one must not go with a long one.
    """
    found: list[Activity] = []
    for supplier, rows in delivered.items():
        whole = singly(rows, period, pace).activities if period.months else ()
        found += [replace(one, supplier=supplier) for one in whole if one.occasion is not Occasion.EVALUATION]
    found += [one for one in singly((), period).activities if one.occasion is Occasion.EVALUATION]
    found += _extension(contract, period)
    return iter(sorted(found, key=in_order))


def open_extension(contract: Contract) -> int | None:
    """Give the place of the extension that is to be decided about next; None when there is none, or one before it was declined."""
    if contract.ended is not None or any(one.used is False for one in contract.extensions):
        return None
    return next((place for place, one in enumerate(contract.extensions) if one.used is None), None)


def _extension(contract: Contract, period: Period) -> Iterator[Activity]:
    if open_extension(contract) is not None:
        month = max(period.months - max(MONTHS_BEFORE_END, contract.notice + BEFORE_NOTICE), 0)
        yield Activity(Occasion.EXTENSION_DECISION, month, period.day(month), Who.BUYER, EXTENSION_MINUTES)


def decision_key(place: int) -> str:
    """Give the key of the decision about an extension."""
    return f"{Occasion.EXTENSION_DECISION}/{Who.BUYER}/{place + 1}"


def evidence_key(identity: str) -> str:
    """Give the key of the activity that asks for a piece of evidence anew."""
    return f"{Occasion.EVIDENCE}/{identity}"


def _key(contract: Contract, activity: Activity) -> str:
    """Give what tells an activity from the others with the same supplier, whenever the contract began."""
    if activity.occasion is Occasion.EXTENSION_DECISION:
        return decision_key(open_extension(contract) or 0)
    key = f"{activity.occasion}/{activity.who}"
    return f"{key}/{activity.month}" if activity.occasion in _EVERY_MONTH else key


def _kept(contract: Contract, activity: Activity, period: Period) -> KeptActivity:
    planned = period.wanted(max(activity.month, 0)) or contract.start or date.max
    if activity.occasion is Occasion.BID_CHECK:
        planned = min(contract.signed or planned, planned)
    elif contract.ended is not None and activity.occasion is Occasion.EVALUATION:
        planned = last_day(contract) or planned
    return KeptActivity(
        id="",
        contract=contract.id,
        key=_key(contract, activity),
        occasion=activity.occasion,
        planned=planned,
        day=moved(planned, contract.country).day,
        who=activity.who,
        minutes=activity.minutes,
        requirements=activity.requirements,
        methods=activity.methods,
        supplier=activity.supplier,
    )


def _runs_out(evidence: Evidence, contract: Contract) -> bool:
    """Whether a piece of evidence has to be asked for anew while the contract runs."""
    last = last_day(contract)
    return evidence.valid_to is not None and not evidence.replaced_by and last is not None and evidence.valid_to < last


def _expiring(contract: Contract, evidence: Evidence) -> KeptActivity:
    planned = (evidence.valid_to or date.max) - timedelta(days=SOON_DAYS)
    return KeptActivity(
        id="",
        contract=contract.id,
        key=evidence_key(evidence.id),
        occasion=Occasion.EVIDENCE,
        planned=planned,
        day=moved(planned, contract.country).day,
        who=Who.BUYER,
        minutes=EVIDENCE_MINUTES,
        title=evidence.name,
        requirements=evidence.requirements,
        supplier=evidence.supplier,
    )


def _by_day(activity: KeptActivity) -> tuple[date, int, str, str]:
    return activity.day, list(Occasion).index(activity.occasion), activity.key, activity.supplier


# -- what will not be checked


def _undelivered(
    requirements: Sequence[FrozenRequirement], delivered: Mapping[str, tuple[FrozenRequirement, ...]]
) -> Iterator[Gap]:
    there = {row.id for rows in delivered.values() for row in rows}
    return (Gap(one.id, "", Why.NO_SUPPLIER, 1, 1) for one in requirements if one.id not in there)


def _no_time(budget: Budget, wanted: Plan) -> Iterator[Gap]:
    of = _occurrences(wanted.activities)
    for (requirement, supplier), missing in _occurrences(budget.left_out).items():
        yield Gap(requirement, supplier, Why.NO_TIME, missing, of[requirement, supplier])


def _after_the_end(contract: Contract, delivered: Mapping[str, tuple[FrozenRequirement, ...]], wanted: Plan) -> Iterator[Gap]:
    """Give what is never checked since the contract ended first."""
    if contract.ended is None:
        return
    there = _occurrences(wanted.activities)
    for supplier, rows in delivered.items():
        yield from (Gap(row.id, supplier, Why.ENDED, 1, 1) for row in rows if (row.id, supplier) not in there)


def _seldom(
    contract: Contract, delivered: Mapping[str, tuple[FrozenRequirement, ...]], period: Period, pace: Pace
) -> Iterator[Gap]:
    for supplier, rows in delivered.items():
        for row in rows:
            if row.follow_up.stage is not Stage.END and pace.between(row) != row.follow_up.interval.months:
                of, now = len(check_months(row, period)), len(check_months(row, period, pace))
                if now < of and contract.start is not None:
                    yield Gap(row.id, supplier, Why.SELDOM, of - now, of)


def _occurrences(activities: Iterable[Activity]) -> dict[tuple[str, str], int]:
    found: dict[tuple[str, str], int] = {}
    for activity in activities:
        for requirement in activity.requirements:
            found[requirement, activity.supplier] = found.get((requirement, activity.supplier), 0) + 1
    return found
