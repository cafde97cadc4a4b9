"""What is read of contracts and their parts, as frozen values."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import Select, func, select

from kravkompass.catalog.terms import Country, RiskLevel
from kravkompass.followup.activity import KeptActivity, Outcome, State, Status
from kravkompass.followup.contract import Classification, Contract, FrozenRequirement, Supplier
from kravkompass.followup.deviation import Deviation, DeviationState
from kravkompass.followup.event import Event, Verb
from kravkompass.purchases.errors import PartMissingError
from kravkompass.purchases.parts import EVENTS, shelf_of
from kravkompass.purchases.rows import ContractRow

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from kravkompass.purchases.parts import P

T = TypeVar("T")
_HEIGHTS = {level.value: level.height for level in RiskLevel}


def read_part(session: Session, kind: type[P], identity: str) -> P:
    """Read one part by its id. Raises PartMissingError."""
    shelf = shelf_of(kind)
    found = session.execute(select(shelf.table).where(shelf.table.c.id == identity)).mappings().one_or_none()
    if found is None:
        raise PartMissingError(id=identity)
    value: P = shelf.value(dict(found))
    return value


def read_parts(session: Session, kind: type[P], equal: Mapping[str, str | bool | None], order: tuple[str, ...] = ()) -> tuple[P, ...]:
    """Read the parts whose columns have these values, in the order of some columns and of their ids."""
    shelf = shelf_of(kind)
    table = shelf.table
    wanted = [table.c[name] == value for name, value in equal.items()]
    found = session.execute(select(table).where(*wanted).order_by(*(table.c[name] for name in order), table.c.id))
    return tuple(shelf.value(dict(row)) for row in found.mappings())


def read_events(session: Session, contract: str) -> tuple[Event, ...]:
    """Read the log of a contract, in the order it was written."""
    found = session.execute(select(EVENTS).where(EVENTS.c.contract == contract).order_by(EVENTS.c.number))
    return tuple(Event(**{**row, "verb": Verb(row["verb"])}) for row in found.mappings())


def read_contract_rows(session: Session, *, deleted: bool) -> tuple[ContractRow, ...]:
    """Read the contracts as light rows, those in the trash or the others, by title."""
    table = shelf_of(Contract).table
    in_trash = table.c.deleted != "" if deleted else table.c.deleted == ""
    names = _suppliers(session)
    requirements = _counts(session, FrozenRequirement)
    checked = _checked(session)
    planned = shelf_of(KeptActivity).table
    open_ones = planned.c.state == State.PLANNED.value
    next_days: dict[str, str] = _each(session, select(planned.c.contract, func.min(planned.c.day)).where(open_ones).group_by(planned.c.contract))
    deviations = _open_deviations(session)
    columns = ("id", "country", "title", "reference", "organisation", "start", "months", "classification", "ended", "deleted")
    rows = session.execute(select(*(table.c[name] for name in columns), table.c.risks).where(in_trash).order_by(table.c.title, table.c.id))
    return tuple(
        ContractRow(
            **{
                **{name: row[name] for name in columns},
                "country": Country(row["country"]),
                "classification": Classification(row["classification"]),
                "start": row["start"] or "",
                "ended": row["ended"] or "",
            },
            suppliers=names.get(row["id"], ()),
            requirements=requirements.get(row["id"], 0),
            checked=checked.get(row["id"], 0),
            next_day=next_days.get(row["id"], ""),
            risk=RiskLevel(max(row["risks"].values(), key=_HEIGHTS.__getitem__, default=RiskLevel.LOW)),
            deviations=deviations.get(row["id"], 0),
        )
        for row in rows.mappings()
    )


def _each(session: Session, wanted: Select[str, T]) -> dict[str, T]:
    """Run a query of contracts and one value each."""
    return {row[0]: row[1] for row in session.execute(wanted)}


def _counts(session: Session, kind: type[Any]) -> dict[str, int]:
    table = shelf_of(kind).table
    return _each(session, select(table.c.contract, func.count()).group_by(table.c.contract))


def _checked(session: Session) -> dict[str, int]:
    """Count the requirements somebody has looked at, by contract."""
    table = shelf_of(Outcome).table
    looked = table.c.status != Status.NOT_CHECKED.value
    number = func.count(func.distinct(table.c.requirement))
    return _each(session, select(table.c.contract, number).where(looked).group_by(table.c.contract))


def _open_deviations(session: Session) -> dict[str, int]:
    table = shelf_of(Deviation).table
    still_open = table.c.state == DeviationState.OPEN.value
    return _each(session, select(table.c.contract, func.count()).where(still_open).group_by(table.c.contract))


def _suppliers(session: Session) -> dict[str, tuple[str, ...]]:
    table = shelf_of(Supplier).table
    found: dict[str, tuple[str, ...]] = {}
    for contract, name in session.execute(select(table.c.contract, table.c.name).order_by(table.c.name, table.c.id)):
        found[contract] = (*found.get(contract, ()), name)
    return found
