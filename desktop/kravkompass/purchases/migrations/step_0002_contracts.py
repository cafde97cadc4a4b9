"""The tables of contracts in the second released form."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from kravkompass.purchases.migrations.columns import belongs, day, identity, name, number, of_contract, values, words


def upgrade() -> None:
    """Make the tables."""
    _contract()
    of_contract("supplier", words("name"), words("number"), values("contacts"), values("lots"), index=("contract",))
    _frozen_requirement()
    _activity()
    _outcome()
    _log()


def _contract() -> None:
    op.create_table(
        "contract",
        identity(),
        name("country"),
        *(words(one) for one in ("title", "purchase", "reference", "organisation", "responsible", "language")),
        day("signed", empty=True),
        day("start", empty=True),
        number("months"),
        values("extensions"),
        number("notice"),
        sa.Column("value", sa.Float()),
        values("lots"),
        words("checksum"),
        name("classification"),
        words("classification_reason"),
        values("risks"),
        number("hours"),
        day("ended", empty=True),
        *(words(one) for one in ("ended_reason", "created", "deleted")),
        number("version"),
    )


def _frozen_requirement() -> None:
    of_contract(
        "frozen_requirement",
        words("number"),
        words("requirement"),
        number("revision"),
        *(name(one) for one in ("kind", "theme", "level")),
        values("texts"),
        values("follow_up"),
        sa.Column("statutory", sa.Boolean(), nullable=False),
        values("lots"),
        words("feature"),
        values("values"),
        index=("contract",),
    )


def _activity() -> None:
    of_contract(
        "activity",
        words("key"),
        name("occasion"),
        day("planned"),
        day("day"),
        name("who"),
        number("minutes"),
        words("title"),
        values("requirements"),
        values("methods"),
        words("supplier"),
        name("state"),
        words("reason"),
        day("done", empty=True),
        sa.Column("used", sa.Integer()),
        words("note"),
        index=("contract",),
    )
    op.create_index("ix_activity_state_day_contract", "activity", ["state", "day", "contract"])


def _outcome() -> None:
    of_contract(
        "outcome",
        words("supplier"),
        words("requirement"),
        day("day"),
        name("status"),
        name("method", empty=True),
        *(words(one) for one in ("note", "meeting", "activity", "taken_over", "at")),
        index=("contract", "requirement", "status"),
    )


def _log() -> None:
    op.create_table(
        "contract_event",
        sa.Column("number", sa.Integer(), primary_key=True, autoincrement=True),
        sa.Column("contract", sa.String(36), nullable=False),
        sa.Column("at", sa.String(40), nullable=False),
        words("who"),
        name("verb"),
        name("part"),
        sa.Column("about", sa.String(36), nullable=False),
        values("before"),
        values("after"),
        belongs("contract_event"),
    )
    op.create_index("ix_contract_event_contract_number", "contract_event", ["contract", "number"])
