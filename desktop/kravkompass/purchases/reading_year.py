"""What is read of activities across all contracts: how much there is in each month, and the activities a list shows, a part at a time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from typing import TYPE_CHECKING, Any

import msgspec
from sqlalchemy import ColumnElement, Select, and_, func, or_, select

from kravkompass.catalog.terms import RiskArea, RiskLevel
from kravkompass.followup.activity import KeptActivity, State
from kravkompass.followup.classification import Weighed
from kravkompass.followup.contract import Contract, Supplier
from kravkompass.purchases.activity_rows import ActivityRow, MonthSum
from kravkompass.purchases.activity_time import TIME, TIME_USED, WHEN
from kravkompass.purchases.parts import shelf_of

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from kravkompass.purchases.activity_rows import Sought

_ACTIVITY, _CONTRACT, _SUPPLIER = (shelf_of(one).table for one in (KeptActivity, Contract, Supplier))
_OF_ACTIVITY = ("id", "contract", "occasion", "planned", "who", "title", "requirements", "methods", "state", "reason")


def read_months(session: Session, sought: Sought) -> Mapping[int, MonthSum]:
    """Count the sought activities of one year by month (1 to 12), with their minutes."""
    month = func.substr(_when(sought), 6, 2)
    sums = select(month, _ACTIVITY.c.state, func.count(), func.sum(_ACTIVITY.c.minutes), func.sum(TIME_USED))
    found: dict[int, MonthSum] = {}
    for number, state, count, minutes, used in session.execute(_where(sums, sought).group_by(month, _ACTIVITY.c.state)):
        before = found.get(int(number), MonthSum())
        if state == State.DONE.value:
            found[int(number)] = MonthSum(before.planned, before.minutes, count, used)
        else:
            found[int(number)] = MonthSum(count, minutes, before.done, before.used)
    return found


def count_activities(session: Session, sought: Sought) -> int:
    """Count the sought activities."""
    number: int = session.execute(_where(select(func.count()), sought)).scalar_one()
    return number


def read_activities(session: Session, sought: Sought, limit: int, after: int = 0) -> tuple[ActivityRow, ...]:
    """Read so many of the sought activities, in the order of their days, after the first ``after``."""
    when = _when(sought)
    of_activity = [*(_ACTIVITY.c[name] for name in _OF_ACTIVITY), when.label("day"), TIME.label("minutes")]
    columns = [*of_activity, _CONTRACT.c.title.label("contract_title"), _CONTRACT.c.country]
    supplier = func.coalesce(_SUPPLIER.c.name, "").label("supplier")
    wanted = _where(select(*columns, _CONTRACT.c.responsible, supplier), sought)
    names = [one.name for one in fields(ActivityRow)]
    found = session.execute(wanted.order_by(when, _ACTIVITY.c.id).limit(limit).offset(after))
    return tuple(msgspec.convert({name: row[name] for name in names}, ActivityRow) for row in found.mappings())


def read_choices(session: Session) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give the names of all suppliers and of all who are responsible for a contract, to choose from."""
    there = _CONTRACT.c.deleted == ""
    suppliers = select(_SUPPLIER.c.name).join(_CONTRACT, _CONTRACT.c.id == _SUPPLIER.c.contract).where(there).distinct()
    people = select(_CONTRACT.c.responsible).where(there, _CONTRACT.c.responsible != "").distinct()
    return tuple(session.scalars(suppliers)), tuple(session.scalars(people))


def read_weights(session: Session) -> tuple[Weighed, ...]:
    """Give what the contracts in force are weighed by."""
    table = _CONTRACT
    wanted = select(table.c.id, table.c.value, table.c.risks).where(table.c.deleted == "", table.c.ended.is_(None))
    return tuple(Weighed(one, value, _risks(risks)) for one, value, risks in session.execute(wanted))


def _risks(kept: Mapping[str, str]) -> dict[RiskArea, RiskLevel]:
    return {RiskArea(area): RiskLevel(level) for area, level in kept.items()}


def _where(wanted: Select[Any], sought: Sought) -> Select[Any]:
    joined = wanted.select_from(_ACTIVITY).join(_CONTRACT, _CONTRACT.c.id == _ACTIVITY.c.contract)
    joined = joined.join(_SUPPLIER, _SUPPLIER.c.id == _ACTIVITY.c.supplier, isouter=True)
    return joined.where(_CONTRACT.c.deleted == "", _ACTIVITY.c.state.in_([one.value for one in sought.states]), *_conditions(sought))


def _conditions(sought: Sought) -> list[ColumnElement[bool]]:
    day = _when(sought)
    found: list[ColumnElement[bool]] = []
    if sought.first is not None:
        found.append(day >= _iso(sought.first))
    if sought.last is not None:
        found.append(day <= _iso(sought.last))
    if sought.occasion is not None:
        found.append(_ACTIVITY.c.occasion == sought.occasion.value)
    if sought.responsible:
        found.append(_CONTRACT.c.responsible == sought.responsible)
    if sought.supplier:
        # What is done about the whole contract concerns each of its suppliers.
        others = select(_SUPPLIER.c.contract).where(_SUPPLIER.c.name == sought.supplier)
        found.append(or_(_SUPPLIER.c.name == sought.supplier, and_(_ACTIVITY.c.supplier == "", _ACTIVITY.c.contract.in_(others))))
    return found


def _when(sought: Sought) -> ColumnElement[str]:
    """Give the day activities count to; where none is done it is a plain column, which is found by its index."""
    plain: ColumnElement[str] = _ACTIVITY.c.day
    return WHEN if State.DONE in sought.states else plain


def _iso(day: date) -> str:
    return day.isoformat()
