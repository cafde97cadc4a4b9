"""The tables of supply chains, questionnaires and promises of jobs in the second released form."""

from __future__ import annotations

import sqlalchemy as sa

from kravkompass.purchases.migrations.columns import day, name, number, of_contract, values, words


def upgrade() -> None:
    """Make the tables."""
    _chain()
    _questionnaire()
    _employment()


def _chain() -> None:
    of_contract(
        "chain_link",
        *(words(one) for one in ("supplier", "parent", "name")),
        name("role"),
        sa.Column("unknown", sa.Boolean(), nullable=False),
        *(words(one) for one in ("number", "country", "site", "product", "group")),
        values("certificates"),
        name("told"),
        day("told_on", empty=True),
        words("note"),
        index=("contract",),
    )
    of_contract(
        "disclosure_request",
        words("supplier"),
        day("asked"),
        words("about"),
        values("links"),
        day("due", empty=True),
        day("answered", empty=True),
        name("outcome"),
        words("evidence"),
        words("note"),
        index=("contract",),
    )


def _questionnaire() -> None:
    of_contract(
        "questionnaire",
        words("supplier"),
        name("form"),
        words("language"),
        day("sent"),
        day("due", empty=True),
        day("returned", empty=True),
        values("answers"),
        values("told"),
        words("original"),
        words("evidence"),
        values("earlier"),
        index=("contract",),
    )


def _employment() -> None:
    of_contract(
        "dialogue",
        words("supplier"),
        number("year"),
        *(day(one, empty=True) for one in ("asked", "held", "agreed")),
        words("minutes"),
        words("note"),
        index=("contract",),
    )
    of_contract(
        "job_promise",
        words("supplier"),
        name("kind"),
        number("number"),
        values("targets"),
        words("requirement"),
        day("agreed", empty=True),
        words("note"),
        index=("contract",),
    )
    of_contract(
        "job_outcome",
        words("promise"),
        *(number(one) for one in ("year", "quarter", "number")),
        sa.Column("extent", sa.Float()),
        values("after"),
        sa.Column("all_hours", sa.Float()),
        words("tried"),
        words("note"),
        index=("contract",),
    )
