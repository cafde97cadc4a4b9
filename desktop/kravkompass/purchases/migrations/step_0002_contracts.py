"""The tables of contracts in the second released form."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op


def upgrade() -> None:
    """Make the tables."""
    _contract()
    _of_contract("supplier", _words("name"), _words("number"), _list("contacts"), _list("lots"), index=("contract",))
    _frozen_requirement()
    _activity()
    _outcome()
    _log()


def _contract() -> None:
    op.create_table(
        "contract",
        _id(),
        _name("country"),
        *(_words(name) for name in ("title", "purchase", "reference", "organisation", "responsible", "language")),
        _day("signed", empty=True),
        _day("start", empty=True),
        _number("months"),
        _list("extensions"),
        sa.Column("value", sa.Float()),
        _list("lots"),
        _words("checksum"),
        _name("classification"),
        _words("classification_reason"),
        _list("risks"),
        _number("hours"),
        _day("ended", empty=True),
        *(_words(name) for name in ("ended_reason", "created", "deleted")),
        _number("version"),
    )


def _frozen_requirement() -> None:
    _of_contract(
        "frozen_requirement",
        _words("number"),
        _words("requirement"),
        _number("revision"),
        *(_name(name) for name in ("kind", "theme", "level")),
        _list("texts"),
        _list("follow_up"),
        sa.Column("statutory", sa.Boolean(), nullable=False),
        _list("lots"),
        _words("feature"),
        _list("values"),
        index=("contract",),
    )


def _activity() -> None:
    _of_contract(
        "activity",
        _words("key"),
        _name("occasion"),
        _day("planned"),
        _day("day"),
        _name("who"),
        _number("minutes"),
        _words("title"),
        _list("requirements"),
        _list("methods"),
        _words("supplier"),
        _name("state"),
        _words("reason"),
        _day("done", empty=True),
        sa.Column("used", sa.Integer()),
        _words("note"),
        index=("contract",),
    )
    op.create_index("ix_activity_state_day", "activity", ["state", "day"])


def _outcome() -> None:
    _of_contract(
        "outcome",
        _words("supplier"),
        _words("requirement"),
        _day("day"),
        _name("status"),
        _name("method", empty=True),
        *(_words(name) for name in ("note", "meeting", "activity", "taken_over", "at")),
        index=("contract", "requirement", "day"),
    )


def _log() -> None:
    op.create_table(
        "contract_event",
        sa.Column("number", sa.Integer(), primary_key=True, autoincrement=True),
        sa.Column("contract", sa.String(36), nullable=False),
        sa.Column("at", sa.String(40), nullable=False),
        _words("who"),
        _name("verb"),
        _name("part"),
        sa.Column("about", sa.String(36), nullable=False),
        _list("before"),
        _list("after"),
        _foreign("contract_event"),
    )
    op.create_index("ix_contract_event_contract_number", "contract_event", ["contract", "number"])


def _of_contract(table: str, *columns: sa.Column[Any], index: tuple[str, ...]) -> None:
    """Make a table of something that belongs to a contract."""
    belongs = sa.Column("contract", sa.String(36), nullable=False)
    op.create_table(table, _id(), belongs, *columns, _number("version"), _foreign(table))
    op.create_index(f"ix_{table}_{'_'.join(index)}", table, list(index))


def _id() -> sa.Column[str]:
    return sa.Column("id", sa.String(36), primary_key=True)


def _words(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=False)


def _name(name: str, *, empty: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.String(100), nullable=empty)


def _day(name: str, *, empty: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.String(10), nullable=empty)


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=False)


def _list(name: str) -> sa.Column[Any]:
    """Make a column for several values together, as JSON."""
    return sa.Column(name, sa.JSON(), nullable=False)


def _foreign(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(["contract"], ["contract.id"], name=f"fk_{table}_contract_contract", ondelete="CASCADE")
