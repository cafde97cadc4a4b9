"""The tables of deviations, the steps taken on the ladder and action plans in the second released form."""

from __future__ import annotations

from kravkompass.purchases.migrations.columns import day, name, number, of_contract, values, words


def upgrade() -> None:
    """Make the tables."""
    _deviation()
    _ladder_step()
    _action_plan()


def _deviation() -> None:
    of_contract(
        "deviation",
        *(words(one) for one in ("supplier", "requirement")),
        day("found"),
        words("what"),
        name("severity"),
        day("deadline", empty=True),
        *(words(one) for one in ("meeting", "activity", "outcome")),
        values("gathers"),
        name("state"),
        day("verified", empty=True),
        words("verification"),
        values("evidence"),
        day("closed", empty=True),
        *(words(one) for one in ("closing_reason", "reopened_reason", "confirmation")),
        index=("contract", "state"),
    )


def _ladder_step() -> None:
    of_contract(
        "ladder_step",
        words("deviation"),
        name("step"),
        day("day"),
        *(words(one) for one in ("ground", "document")),
        name("letter", empty=True),
        words("reference"),
        day("deadline", empty=True),
        *(words(one) for one in ("concerns", "clause")),
        name("remedy", empty=True),
        *(words(one) for one in ("claim", "skipped", "language", "contact", "free", "came_of")),
        index=("contract", "deviation"),
    )


def _action_plan() -> None:
    of_contract(
        "action_plan",
        words("deviation"),
        day("sent"),
        words("cause"),
        number("number"),
        values("measures"),
        *(words(one) for one in ("people", "document", "answer")),
        name("state"),
        day("decided", empty=True),
        words("reason"),
        day("verified", empty=True),
        index=("contract", "deviation"),
    )
