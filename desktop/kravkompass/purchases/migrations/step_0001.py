"""The first released form: purchases, their answers, decisions and risks, and the user's settings."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the tables."""
    _purchases()
    _lists()
    _answers()
    _decisions()
    _risks()
    op.create_table("setting", _name("name", primary_key=True), sa.Column("value", sa.Text(), nullable=False))


def _purchases() -> None:
    op.create_table(
        "purchase",
        sa.Column("id", sa.String(36), primary_key=True),
        sa.Column("country", sa.String(2), nullable=False),
        *(_words(name) for name in ("title", "description", "organisation", "reference", "buyer", "supplier")),
        _name("page"),
        _name("example"),
        sa.Column("created", sa.String(40), nullable=False),
        sa.Column("changed", sa.String(40), nullable=False),
        sa.Column("deleted", sa.String(40)),
        sa.Column("version", sa.Integer(), nullable=False),
    )
    op.create_index("ix_purchase_deleted_changed", "purchase", ["deleted", "changed"])


def _lists() -> None:
    for table, column in (("purchase_group", "product_group"), ("purchase_cpv", "code")):
        op.create_table(
            table,
            sa.Column("purchase_id", sa.String(36), primary_key=True),
            sa.Column("position", sa.Integer(), primary_key=True),
            _name(column),
            _of_purchase(table),
        )


def _answers() -> None:
    op.create_table(
        "answer",
        *_own_id(),
        _name("question"),
        sa.Column("value", sa.JSON(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        _of_purchase("answer"),
        sa.UniqueConstraint("purchase_id", "question", name="uq_answer_purchase_id_question"),
    )


def _decisions() -> None:
    op.create_table(
        "decision",
        *_own_id(),
        _name("requirement"),
        sa.Column("revision", sa.Integer(), nullable=False),
        _name("verdict"),
        sa.Column("parameters", sa.JSON(), nullable=False),
        _name("reason_code"),
        _words("reason"),
        sa.Column("wording", sa.JSON(), nullable=False),
        _words("decided_by"),
        sa.Column("decided_at", sa.String(40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        _of_purchase("decision"),
        sa.UniqueConstraint("purchase_id", "requirement", name="uq_decision_purchase_id_requirement"),
    )
    op.create_index("ix_decision_purchase_id_verdict", "decision", ["purchase_id", "verdict"])


def _risks() -> None:
    op.create_table(
        "risk_override",
        *_own_id(),
        _name("area"),
        _name("level"),
        _words("reason"),
        sa.Column("version", sa.Integer(), nullable=False),
        _of_purchase("risk_override"),
        sa.UniqueConstraint("purchase_id", "area", name="uq_risk_override_purchase_id_area"),
    )


def _own_id() -> tuple[sa.Column[str], sa.Column[str]]:
    return sa.Column("id", sa.String(36), primary_key=True), sa.Column("purchase_id", sa.String(36), nullable=False)


def _name(name: str, *, primary_key: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.String(100), primary_key=primary_key, nullable=False)


def _words(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=False)


def _of_purchase(table: str) -> sa.ForeignKeyConstraint:
    name = f"fk_{table}_purchase_id_purchase"
    return sa.ForeignKeyConstraint(["purchase_id"], ["purchase.id"], name=name, ondelete="CASCADE")
