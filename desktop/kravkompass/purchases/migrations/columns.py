"""The columns that the migration steps make tables of. Not the model's: a shipped step stays as it is."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op


def of_contract(table: str, *columns: sa.Column[Any], index: tuple[str, ...]) -> None:
    """Make a table of something that belongs to a contract, with an index."""
    contract = sa.Column("contract", sa.String(36), nullable=False)
    op.create_table(table, identity(), contract, *columns, number("version"), belongs(table))
    op.create_index(f"ix_{table}_{'_'.join(index)}", table, list(index))


def identity() -> sa.Column[str]:
    """Make the column of the id, a UUID."""
    return sa.Column("id", sa.String(36), primary_key=True)


def words(column: str) -> sa.Column[str]:
    """Make a column for text of any length."""
    return sa.Column(column, sa.Text(), nullable=False)


def name(column: str, *, empty: bool = False) -> sa.Column[str]:
    """Make a column for a word of a closed list."""
    return sa.Column(column, sa.String(100), nullable=empty)


def day(column: str, *, empty: bool = False) -> sa.Column[str]:
    """Make a column for a day as an ISO text."""
    return sa.Column(column, sa.String(10), nullable=empty)


def number(column: str) -> sa.Column[int]:
    """Make a column for a whole number."""
    return sa.Column(column, sa.Integer(), nullable=False)


def values(column: str) -> sa.Column[Any]:
    """Make a column for several values together, as JSON."""
    return sa.Column(column, sa.JSON(), nullable=False)


def belongs(table: str) -> sa.ForeignKeyConstraint:
    """Tie a table to its contract: what belongs to a contract goes with it."""
    return sa.ForeignKeyConstraint(["contract"], ["contract.id"], name=f"fk_{table}_contract_contract", ondelete="CASCADE")
