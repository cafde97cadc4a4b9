"""What comes back in a list that was sent out: how the supplier, or a colleague, says that each requirement stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Standing(StrEnum):
    """How a requirement stands, as whoever fills in the list sees it. It is a statement, not what a check showed."""

    NONE = ""
    MET = "met"
    PARTLY = "partly"
    NOT_MET = "not-met"
    NOT_RELEVANT = "not-relevant"


@dataclass(frozen=True, slots=True)
class Reply:
    """What is filled in for one requirement: how it stands, the supplier's answer, a note, and the day of it."""

    standing: Standing = Standing.NONE
    answer: str = ""
    note: str = ""
    day: date | None = None


@dataclass(frozen=True, slots=True)
class KeptReply:
    """A reply as it was taken into the purchase: from which file (its name, and the checksum it is kept by as evidence).

    ``taken_by`` and ``taken_at`` say who took it and when (ISO time); empty ones are filled in when it is kept.
    """

    reply: Reply
    file: str = ""
    evidence: str = ""
    taken_by: str = ""
    taken_at: str = ""
