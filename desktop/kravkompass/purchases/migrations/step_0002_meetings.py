"""The tables of meetings, promises and evidence in the second released form."""

from __future__ import annotations

import sqlalchemy as sa

from kravkompass.purchases.migrations.columns import day, name, number, of_contract, values, words


def upgrade() -> None:
    """Make the tables."""
    _meeting()
    _matter()
    _promise()
    _evidence()


def _meeting() -> None:
    of_contract(
        "meeting",
        words("supplier"),
        day("day"),
        name("kind"),
        name("state"),
        words("language"),
        words("place"),
        values("present"),
        words("note"),
        day("next_day", empty=True),
        values("activities"),
        *(words(one) for one in ("began", "closed", "minutes")),
        index=("contract",),
    )
    of_contract(
        "meeting_draft",
        words("place"),
        values("present"),
        words("note"),
        day("next_day", empty=True),
        *(words(one) for one in ("language", "at", "saved")),
        index=("contract",),
    )


def _matter() -> None:
    of_contract(
        "matter",
        words("meeting"),
        number("position"),
        name("kind"),
        words("about"),
        name("why"),
        words("title"),
        name("status", empty=True),
        words("note"),
        values("pledges"),
        values("evidence"),
        sa.Column("raise_deviation", sa.Boolean()),
        words("saved"),
        index=("meeting", "position"),
    )


def _promise() -> None:
    of_contract(
        "promise",
        *(words(one) for one in ("supplier", "meeting", "what", "owner")),
        name("side"),
        day("due", empty=True),
        *(words(one) for one in ("requirement", "deviation")),
        name("state"),
        day("done", empty=True),
        words("note"),
        index=("contract",),
    )


def _evidence() -> None:
    of_contract(
        "evidence",
        *(words(one) for one in ("fingerprint", "name", "media_type")),
        number("size"),
        day("received"),
        day("issued", empty=True),
        day("valid_to", empty=True),
        values("requirements"),
        *(words(one) for one in ("supplier", "meeting", "deviation", "replaced_by", "note")),
        index=("contract",),
    )
