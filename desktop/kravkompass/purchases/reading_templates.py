"""Templates as they are read from the data file."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from kravkompass.catalog.terms import Country
from kravkompass.guidance.again import as_template
from kravkompass.guidance.purchase import Purchase
from kravkompass.purchases.errors import TemplateMissingError
from kravkompass.purchases.exchange import parse_purchase
from kravkompass.purchases.model import TemplateRecord
from kravkompass.purchases.rows import TemplateRow

KEPT_AS = Path("template")


def read_template(session: Session, template_id: str) -> Purchase:
    """What a template keeps, with its name for a title; also of one in the trash. Raises TemplateMissingError."""
    record = template_record(session, template_id)
    return as_template(parse_purchase(record.content.encode(), KEPT_AS).purchase, record.name)


def read_template_rows(session: Session) -> tuple[TemplateRow, ...]:
    """The templates as light rows, by name; those in the trash are left out."""
    found = session.scalars(select(TemplateRecord).where(TemplateRecord.deleted.is_(None)))
    rows = (TemplateRow(one.id, one.name, Country(one.country), one.chosen, one.lots, one.changed) for one in found)
    return tuple(sorted(rows, key=lambda row: (row.name.casefold(), row.id)))


def template_record(session: Session, template_id: str) -> TemplateRecord:
    """A template as it is kept, also one in the trash. Raises TemplateMissingError."""
    record = session.get(TemplateRecord, template_id)
    if record is None:
        raise TemplateMissingError(id=template_id)
    return record
