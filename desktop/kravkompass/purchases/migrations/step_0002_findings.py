"""The tables of findings from other municipalities in the second released form."""

from __future__ import annotations

from kravkompass.purchases.migrations.columns import day, name, of_contract, values, words


def upgrade() -> None:
    """Make the tables."""
    of_contract(
        "shared_finding",
        words("origin"),
        name("country"),
        *(words(one) for one in ("supplier", "number")),
        values("agreed"),
        day("day"),
        name("status"),
        name("method", empty=True),
        values("evidence"),
        *(words(one) for one in ("note", "source", "package")),
        day("received", empty=True),
        index=("contract",),
    )
    of_contract(
        "taken_over",
        *(words(one) for one in ("finding", "requirement", "supplier")),
        *(name(one) for one in ("proposed", "decided")),
        day("day"),
        values("because"),
        *(words(one) for one in ("reason", "outcome")),
        values("spared"),
        index=("contract",),
    )
