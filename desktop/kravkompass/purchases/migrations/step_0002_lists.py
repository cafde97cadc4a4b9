"""The tables of lists that went out, and of the replies that came back, in the second released form."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "reply",
        sa.Column("id", sa.String(36), primary_key=True),
        sa.Column("purchase_id", sa.String(36), nullable=False),
        sa.Column("requirement", sa.String(100), nullable=False),
        sa.Column("standing", sa.String(100), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("answer", "note", "file", "taken_by")),
        sa.Column("day", sa.String(10)),
        sa.Column("evidence", sa.String(64), nullable=False),
        sa.Column("taken_at", sa.String(40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        _of_purchase("reply"),
        sa.UniqueConstraint("purchase_id", "requirement", name="uq_reply_purchase_id_requirement"),
    )
    op.create_table(
        "list_issue",
        sa.Column("purchase_id", sa.String(36), primary_key=True),
        sa.Column("number", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("fingerprint", sa.String(64), nullable=False),
        sa.Column("issued", sa.String(40), nullable=False),
        _of_purchase("list_issue"),
    )


def _of_purchase(table: str) -> sa.ForeignKeyConstraint:
    name = f"fk_{table}_purchase_id_purchase"
    return sa.ForeignKeyConstraint(["purchase_id"], ["purchase.id"], name=name, ondelete="CASCADE")
