"""The tables the user's data is kept in. Nothing here is particular to one database; nothing here leaves the package.

Times are ISO texts in UTC, ids are UUIDs as text. Records that people edit carry a version that counts their changes.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar
from uuid import uuid4

from sqlalchemy import JSON, Float, ForeignKey, Index, MetaData, String, Text, UniqueConstraint
from sqlalchemy import text as sql
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship

ID_LENGTH = 36
NAME_LENGTH = 100
TIME_LENGTH = 40


def new_id() -> str:
    """A new UUID."""
    return str(uuid4())


class Record(DeclarativeBase):
    """What all tables share: names of constraints that a later migration can refer to."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar[dict[Any, Any]] = {str: Text}


class PurchaseRecord(Record):
    """One purchase. ``deleted`` is the time it was put in the trash."""

    __tablename__ = "purchase"
    id: Mapped[str] = mapped_column(String(ID_LENGTH), primary_key=True)
    country: Mapped[str] = mapped_column(String(2))
    title: Mapped[str]
    description: Mapped[str]
    organisation: Mapped[str]
    reference: Mapped[str]
    buyer: Mapped[str]
    supplier: Mapped[str]
    page: Mapped[str] = mapped_column(String(NAME_LENGTH))
    example: Mapped[str] = mapped_column(String(NAME_LENGTH))
    created: Mapped[str] = mapped_column(String(TIME_LENGTH))
    changed: Mapped[str] = mapped_column(String(TIME_LENGTH))
    deleted: Mapped[str | None] = mapped_column(String(TIME_LENGTH))
    version: Mapped[int] = mapped_column()
    groups: Mapped[list[GroupRecord]] = relationship(cascade="all, delete-orphan", order_by="GroupRecord.position")
    lots: Mapped[list[LotRecord]] = relationship(cascade="all, delete-orphan", order_by="LotRecord.position")
    cpv: Mapped[list[CpvRecord]] = relationship(cascade="all, delete-orphan", order_by="CpvRecord.position")
    answers: Mapped[list[AnswerRecord]] = relationship(cascade="all, delete-orphan", order_by="AnswerRecord.question")
    decisions: Mapped[list[DecisionRecord]] = relationship(cascade="all, delete-orphan", order_by="DecisionRecord.requirement")
    risks: Mapped[list[RiskRecord]] = relationship(cascade="all, delete-orphan", order_by="RiskRecord.area")
    __mapper_args__: Mapping[str, Any] = {"version_id_col": version}
    __table_args__ = (Index(None, "deleted", "changed"),)


class GroupRecord(Record):
    """A product group of a purchase, in the buyer's order."""

    __tablename__ = "purchase_group"
    purchase_id: Mapped[str] = mapped_column(ForeignKey("purchase.id", ondelete="CASCADE"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    group: Mapped[str] = mapped_column("product_group", String(NAME_LENGTH))


class LotRecord(Record):
    """A lot of a purchase, in the buyer's order; ``key`` is its id within the purchase, ``groups`` its product groups."""

    __tablename__ = "lot"
    id: Mapped[str] = mapped_column(String(ID_LENGTH), primary_key=True, default=new_id)
    purchase_id: Mapped[str] = mapped_column(ForeignKey("purchase.id", ondelete="CASCADE"))
    key: Mapped[str] = mapped_column("lot_key", String(NAME_LENGTH))
    position: Mapped[int]
    title: Mapped[str]
    groups: Mapped[Any] = mapped_column("product_groups", JSON)
    value: Mapped[float | None] = mapped_column("estimated_value", Float)
    version: Mapped[int] = mapped_column()
    __mapper_args__: Mapping[str, Any] = {"version_id_col": version}
    __table_args__ = (UniqueConstraint("purchase_id", "lot_key"),)


class CpvRecord(Record):
    """A CPV code of a purchase, in the buyer's order."""

    __tablename__ = "purchase_cpv"
    purchase_id: Mapped[str] = mapped_column(ForeignKey("purchase.id", ondelete="CASCADE"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(String(NAME_LENGTH))


class AnswerRecord(Record):
    """An answer to a situation question; several choices are a sorted list."""

    __tablename__ = "answer"
    id: Mapped[str] = mapped_column(String(ID_LENGTH), primary_key=True, default=new_id)
    purchase_id: Mapped[str] = mapped_column(ForeignKey("purchase.id", ondelete="CASCADE"))
    question: Mapped[str] = mapped_column(String(NAME_LENGTH))
    value: Mapped[Any] = mapped_column(JSON)
    source: Mapped[str] = mapped_column(server_default=sql("''"))
    version: Mapped[int] = mapped_column()
    __mapper_args__: Mapping[str, Any] = {"version_id_col": version}
    __table_args__ = (UniqueConstraint("purchase_id", "question"),)


class DecisionRecord(Record):
    """What was decided about one requirement.

    ``parameters`` are the values filled in, ``wording`` the adapted demand, ``lots`` the keys of the lots it is limited to.
    """

    __tablename__ = "decision"
    id: Mapped[str] = mapped_column(String(ID_LENGTH), primary_key=True, default=new_id)
    purchase_id: Mapped[str] = mapped_column(ForeignKey("purchase.id", ondelete="CASCADE"))
    requirement: Mapped[str] = mapped_column(String(NAME_LENGTH))
    revision: Mapped[int]
    verdict: Mapped[str] = mapped_column(String(NAME_LENGTH))
    parameters: Mapped[Any] = mapped_column(JSON)
    reason_code: Mapped[str] = mapped_column(String(NAME_LENGTH))
    reason: Mapped[str]
    wording: Mapped[Any] = mapped_column(JSON)
    decided_by: Mapped[str]
    decided_at: Mapped[str] = mapped_column(String(TIME_LENGTH))
    lots: Mapped[Any] = mapped_column(JSON, server_default="[]")
    taken_from: Mapped[str] = mapped_column(server_default=sql("''"))
    version: Mapped[int] = mapped_column()
    __mapper_args__: Mapping[str, Any] = {"version_id_col": version}
    # The second index alone answers the counts on the home screen.
    __table_args__ = (UniqueConstraint("purchase_id", "requirement"), Index(None, "purchase_id", "verdict"))


class RiskRecord(Record):
    """The buyer's own view of a risk area."""

    __tablename__ = "risk_override"
    id: Mapped[str] = mapped_column(String(ID_LENGTH), primary_key=True, default=new_id)
    purchase_id: Mapped[str] = mapped_column(ForeignKey("purchase.id", ondelete="CASCADE"))
    area: Mapped[str] = mapped_column(String(NAME_LENGTH))
    level: Mapped[str] = mapped_column(String(NAME_LENGTH))
    reason: Mapped[str]
    version: Mapped[int] = mapped_column()
    __mapper_args__: Mapping[str, Any] = {"version_id_col": version}
    __table_args__ = (UniqueConstraint("purchase_id", "area"),)


class TemplateRecord(Record):
    """A template: what it keeps of a purchase, in the exchange form. ``deleted`` is the time it was put in the trash."""

    __tablename__ = "template"
    id: Mapped[str] = mapped_column(String(ID_LENGTH), primary_key=True)
    name: Mapped[str]
    country: Mapped[str] = mapped_column(String(2))
    content: Mapped[str]
    chosen: Mapped[int]
    lots: Mapped[int]
    created: Mapped[str] = mapped_column(String(TIME_LENGTH))
    changed: Mapped[str] = mapped_column(String(TIME_LENGTH))
    deleted: Mapped[str | None] = mapped_column(String(TIME_LENGTH))
    version: Mapped[int] = mapped_column()
    __mapper_args__: Mapping[str, Any] = {"version_id_col": version}


class SettingRecord(Record):
    """One of the user's settings."""

    __tablename__ = "setting"
    name: Mapped[str] = mapped_column(String(NAME_LENGTH), primary_key=True)
    value: Mapped[str]
