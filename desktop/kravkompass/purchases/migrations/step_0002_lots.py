"""Lots, and templates of purchases, in the second released form."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy import text as sql


def upgrade() -> None:
    """Make the tables; decisions are told which lots they are limited to, and where they were taken from."""
    op.add_column("decision", sa.Column("lots", sa.JSON(), nullable=False, server_default="[]"))
    op.add_column("decision", sa.Column("taken_from", sa.Text(), nullable=False, server_default=sql("''")))
    op.create_table(
        "lot",
        sa.Column("id", sa.String(36), primary_key=True),
        sa.Column("purchase_id", sa.String(36), nullable=False),
        sa.Column("lot_key", sa.String(100), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("product_groups", sa.JSON(), nullable=False),
        sa.Column("estimated_value", sa.Float()),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["purchase_id"], ["purchase.id"], name="fk_lot_purchase_id_purchase", ondelete="CASCADE"),
        sa.UniqueConstraint("purchase_id", "lot_key", name="uq_lot_purchase_id_lot_key"),
    )
    op.create_table(
        "template",
        sa.Column("id", sa.String(36), primary_key=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("country", sa.String(2), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("chosen", sa.Integer(), nullable=False),
        sa.Column("lots", sa.Integer(), nullable=False),
        sa.Column("created", sa.String(40), nullable=False),
        sa.Column("changed", sa.String(40), nullable=False),
        sa.Column("deleted", sa.String(40)),
        sa.Column("version", sa.Integer(), nullable=False),
    )
