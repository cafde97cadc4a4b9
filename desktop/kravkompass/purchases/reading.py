"""What is read from the data file, as frozen values."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sqlalchemy import Select, column, func, select, table
from sqlalchemy.orm import Session, selectinload

from kravkompass.catalog.terms import Country
from kravkompass.guidance.purchase import Purchase, Verdict
from kravkompass.purchases.errors import PurchaseMissingError
from kravkompass.purchases.model import DecisionRecord, PurchaseRecord, SettingRecord
from kravkompass.purchases.own_records import read_taken
from kravkompass.purchases.rows import PurchaseRow
from kravkompass.purchases.settings import Settings
from kravkompass.purchases.values import purchase_of

_PARTS = (
    PurchaseRecord.groups,
    PurchaseRecord.lots,
    PurchaseRecord.cpv,
    PurchaseRecord.answers,
    PurchaseRecord.decisions,
    PurchaseRecord.risks,
)
# The table by its names alone: the parts of a contract are not needed to list purchases.
_CONTRACT = table("contract", column("id"), column("purchase"), column("signed"), column("deleted"))
_SIGNED = select(_CONTRACT.c.purchase, _CONTRACT.c.id).where(_CONTRACT.c.deleted == "").order_by(_CONTRACT.c.signed, _CONTRACT.c.id)
_COLUMNS = ("id", "country", "title", "organisation", "reference", "page", "example", "created", "changed", "deleted")


def read_rows(session: Session, *, deleted: bool) -> tuple[PurchaseRow, ...]:
    """The purchases, or those in the trash, the latest changed first."""
    counts: dict[str, dict[str, int]] = {}
    grouped = select(DecisionRecord.purchase_id, DecisionRecord.verdict, func.count()).group_by(
        DecisionRecord.purchase_id, DecisionRecord.verdict
    )
    for purchase, verdict, number in session.execute(grouped):
        counts.setdefault(purchase, {})[verdict] = number
    signed = dict(iter(session.execute(_SIGNED)))
    listed = session.execute(_listed(deleted=deleted))
    return tuple(_row(found._asdict(), counts.get(found.id, {}), signed.get(found.id, "")) for found in listed)


def read_purchase(session: Session, purchase_id: str) -> Purchase:
    """A purchase with all that belongs to it, also one in the trash. Raises PurchaseMissingError."""
    whole = select(PurchaseRecord).where(PurchaseRecord.id == purchase_id).options(*(selectinload(part) for part in _PARTS))
    record = session.scalars(whole.execution_options(populate_existing=True)).one_or_none()
    if record is None:
        raise PurchaseMissingError(id=purchase_id)
    return replace(purchase_of(record), taken=read_taken(session, purchase_id))


def read_settings(session: Session) -> Settings:
    """The user's settings."""
    return Settings.of({row.name: row.value for row in session.scalars(select(SettingRecord))})


def _listed(*, deleted: bool) -> Select[Any]:
    wanted = PurchaseRecord.deleted.is_not(None) if deleted else PurchaseRecord.deleted.is_(None)
    columns = [getattr(PurchaseRecord, name) for name in _COLUMNS]
    return select(*columns).where(wanted).order_by(PurchaseRecord.changed.desc(), PurchaseRecord.id)


def _row(found: dict[str, Any], counts: dict[str, int], contract: str) -> PurchaseRow:
    left_out = counts.get(Verdict.LEFT_OUT, 0)
    plain = {**found, "country": Country(found["country"]), "deleted": found["deleted"] or ""}
    return PurchaseRow(**plain, chosen=sum(counts.values()) - left_out, left_out=left_out, contract=contract)
