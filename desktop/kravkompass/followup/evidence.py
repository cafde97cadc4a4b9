"""What proves that a requirement is met: files with their dates, and when one has to be asked for anew."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from types import MappingProxyType

SOON_DAYS = 60
"""How long before its last day a piece of evidence is said to expire soon: time to ask for a new certificate and get it."""
NO_CHECKS: Mapping[str, date] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Evidence:
    """A file that proves something, kept as an original under its checksum.

    ``media_type`` is as in "application/pdf", ``size`` bytes. ``valid_to`` is the last day it is valid, None for what has no end.
    ``requirements`` are ids of frozen requirements; ``supplier``, ``meeting`` and ``deviation`` are ids, empty for none, and so is
    ``replaced_by``, the newer piece that has taken its place.
    """

    id: str
    contract: str
    fingerprint: str
    name: str
    media_type: str
    size: int
    received: date
    issued: date | None = None
    valid_to: date | None = None
    requirements: tuple[str, ...] = ()
    supplier: str = ""
    meeting: str = ""
    deviation: str = ""
    replaced_by: str = ""
    note: str = ""

    @property
    def is_picture(self) -> bool:
        """Whether it is a photo or another picture."""
        return self.media_type.startswith("image/")


class Validity(StrEnum):
    """How a piece of evidence stands in time, the most pressing first."""

    EXPIRED = "expired"
    BEFORE_CHECK = "before-check"
    SOON = "soon"
    VALID = "valid"
    NO_END = "no-end"


@dataclass(frozen=True, slots=True)
class Expiry:
    """A piece of evidence that has expired or will, and the last day it is valid."""

    evidence: Evidence
    validity: Validity
    day: date


def validity(evidence: Evidence, today: date, next_check: date | None = None, soon: int = SOON_DAYS) -> Validity:
    """Say how a piece of evidence stands today. It is valid through its last day; ``soon`` is a number of days.

    One that ends before ``next_check`` is said to do so when it does not also end soon.
    """
    last = evidence.valid_to
    if last is None:
        return Validity.NO_END
    if last < today:
        return Validity.EXPIRED
    if last <= today + timedelta(days=soon):
        return Validity.SOON
    return Validity.BEFORE_CHECK if next_check is not None and last < next_check else Validity.VALID


def expiries(
    evidence: Iterable[Evidence], today: date, next_checks: Mapping[str, date] = NO_CHECKS, soon: int = SOON_DAYS
) -> tuple[Expiry, ...]:
    """Give all that has an end and has not been replaced, the earliest end first: what has expired, and what will.

    ``next_checks`` are the days of the next planned check by requirement; the earliest of those a piece proves counts.
    """
    found = []
    for one in evidence:
        if one.valid_to is not None and not one.replaced_by:
            checks = [next_checks[requirement] for requirement in one.requirements if requirement in next_checks]
            found.append(Expiry(one, validity(one, today, min(checks, default=None), soon), one.valid_to))
    return tuple(sorted(found, key=lambda expiry: (expiry.day, expiry.evidence.name, expiry.evidence.id)))
