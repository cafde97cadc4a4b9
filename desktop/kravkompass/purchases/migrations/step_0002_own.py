"""The tables of the municipality's own requirements, and of requirements as they were taken, in the second released form."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy import text as sql


def upgrade() -> None:
    """Make the tables; answers are told from which earlier purchase they come."""
    op.add_column("answer", sa.Column("source", sa.Text(), nullable=False, server_default=sql("''")))
    op.create_table(
        "own_requirement",
        sa.Column("number", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("key", sa.String(36), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("state", sa.String(100), nullable=False),
        sa.Column("standard", sa.Boolean(), nullable=False),
        sa.Column("deleted", sa.String(40)),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.UniqueConstraint("key", name="uq_own_requirement_key"),
    )
    op.create_table(
        "taken_requirement",
        sa.Column("requirement", sa.String(100), primary_key=True),
        sa.Column("revision", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("body", sa.Text(), nullable=False),
    )
