"""What another municipality found when it checked a supplier, and what was decided about it here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from kravkompass.catalog.organisation_number import digits_of
from kravkompass.catalog.terms import Country, Level, Method
from kravkompass.followup.activity import Status


class Seen(StrEnum):
    """A kind of evidence somebody looked at. The evidence itself is never shared."""

    DOCUMENT = "document"
    TABLE = "table"
    PICTURE = "picture"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Conditions:
    """What was agreed, as far as it can be compared with what others have agreed.

    ``requirement`` and ``revision`` name it in the catalog, ``feature`` is what it is about, ``values`` are the parameters filled in, and
    ``wording`` is the demand as it was agreed, by language.
    """

    requirement: str
    revision: int
    feature: str
    level: Level
    values: Mapping[str, str | int | float] = field(default_factory=dict)
    wording: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SharedFinding:
    """The outcome of a check that another municipality made. No person is named in it.

    ``origin`` is the municipality, ``source`` the outcome's id there, ``package`` the checksum of the package it came in, ``received`` the
    day it was read in. ``day`` is the day of the check. ``note`` is there only when the sender chose to send it along.
    """

    id: str
    contract: str
    origin: str
    country: Country
    supplier: str
    number: str
    """The supplier's organisation number, as the sender wrote it."""
    agreed: Conditions
    day: date
    status: Status
    method: Method | None = None
    evidence: tuple[Seen, ...] = ()
    note: str = ""
    source: str = ""
    package: str = ""
    received: date | None = None


class Use(StrEnum):
    """What can be done with a finding: it stands for a check of one's own, for a part of it, or for none."""

    REUSE = "reuse"
    PARTIAL = "partial"
    OWN_CHECK = "own-check"


@dataclass(frozen=True, slots=True)
class Spared:
    """A planned activity that became lighter: its id, its key and supplier in the plan, and the minutes it was spared."""

    activity: str
    key: str
    supplier: str
    minutes: int


@dataclass(frozen=True, slots=True)
class TakenOver:
    """The decision about a shared finding: for which requirement (a frozen one) at which supplier, what the rules proposed and why.

    ``because`` are the codes of the rules' reasons on ``day``, ``reason`` is the buyer's own. A reuse has an ``outcome`` (its id);
    ``spared`` says which activities it made lighter.
    """

    id: str
    contract: str
    finding: str
    requirement: str
    supplier: str
    proposed: Use
    decided: Use
    day: date
    because: tuple[str, ...] = ()
    reason: str = ""
    outcome: str = ""
    spared: tuple[Spared, ...] = ()


def number_key(written: str) -> str:
    """Give what a supplier's number is known by, however it is written: its digits, or for another country's its letters and digits."""
    return digits_of(written) or "".join(letter for letter in written.casefold() if letter.isalnum())
