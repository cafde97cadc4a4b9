"""The tables of the municipality's own requirements, and of requirements as purchases took them; reading both."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import msgspec
from sqlalchemy import String, and_, func, select
from sqlalchemy.orm import Mapped, mapped_column

from kravkompass.catalog.requirement import Requirement
from kravkompass.guidance.own import Own, State, id_of
from kravkompass.purchases.model import ID_LENGTH, NAME_LENGTH, TIME_LENGTH, DecisionRecord, PurchaseRecord, Record

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

MOST_REMEMBERED = 2_000


class OwnRecord(Record):
    """A requirement of the municipality's own. ``number`` is the one in its id; ``deleted`` is the time it was thrown away.

    A row is never removed, so that no number is used again.
    """

    __tablename__ = "own_requirement"
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    key: Mapped[str] = mapped_column(String(ID_LENGTH), unique=True)
    body: Mapped[str]
    state: Mapped[str] = mapped_column(String(NAME_LENGTH))
    standard: Mapped[bool]
    deleted: Mapped[str | None] = mapped_column(String(TIME_LENGTH))
    version: Mapped[int] = mapped_column()
    __mapper_args__: Mapping[str, Any] = {"version_id_col": version}


class TakenRecord(Record):
    """A requirement as it stood in a revision that some purchase took, kept once for all of them. It is never changed."""

    __tablename__ = "taken_requirement"
    requirement: Mapped[str] = mapped_column(String(NAME_LENGTH), primary_key=True)
    revision: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    body: Mapped[str]


def body_of(requirement: Requirement) -> str:
    """Give a requirement as it is kept: whole, as JSON."""
    return msgspec.json.encode(requirement, order="deterministic").decode()


@lru_cache(maxsize=MOST_REMEMBERED)
def requirement_in(body: str) -> Requirement:
    """Give the requirement that was kept so. Each is read once: the same ones are asked for at every step of the wizard."""
    return msgspec.json.decode(body, type=Requirement)


def read_own(session: Session, *, deleted: bool = False) -> tuple[Own, ...]:
    """The own requirements in the order of their numbers, or those thrown away."""
    wanted = OwnRecord.deleted.is_not(None) if deleted else OwnRecord.deleted.is_(None)
    rows = session.scalars(select(OwnRecord).where(wanted).order_by(OwnRecord.number))
    counted = select(DecisionRecord.requirement, func.count()).where(DecisionRecord.requirement.like("OWN-%"))
    used = dict(iter(session.execute(counted.group_by(DecisionRecord.requirement))))
    return tuple(
        Own(requirement_in(row.body), State(row.state), row.standard, used.get(id_of(row.number), 0)) for row in rows
    )


def read_taken(session: Session, purchase_id: str) -> Mapping[str, Requirement]:
    """The requirements as a purchase took them, by id, as far as they are kept."""
    same = and_(TakenRecord.requirement == DecisionRecord.requirement, TakenRecord.revision == DecisionRecord.revision)
    bodies = select(TakenRecord.body).join(DecisionRecord, same).where(DecisionRecord.purchase_id == purchase_id)
    found = (requirement_in(body) for body in session.scalars(bodies))
    return MappingProxyType({one.id: one for one in found})


def titles_using(session: Session, name: str) -> tuple[str, ...]:
    """The titles of the purchases in which something has been decided about a requirement, also those in the trash."""
    using = select(PurchaseRecord.title).join(DecisionRecord, DecisionRecord.purchase_id == PurchaseRecord.id)
    return tuple(session.scalars(using.where(DecisionRecord.requirement == name).order_by(PurchaseRecord.changed.desc())))
