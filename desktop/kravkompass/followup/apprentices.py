"""Norway's duty to have apprentices do a part of the work: the share that is done, and whether it is enough.

After forskrift om plikt til å stille krav om bruk av lærlinger (FOR-2016-12-17-1708), § 6 as it is from 1 August 2025. The numbers stand
in the rules as dated data.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from kravkompass.catalog.rules import Rules
from kravkompass.catalog.terms import Country
from kravkompass.followup.contract import Contract
from kravkompass.followup.employment import JobOutcome, JobPromise, PromiseKind

MONTHS_RULE, SHARE_RULE, VALUE_RULE = "no-apprentice-months", "no-apprentice-share", "no-threshold-goods-services"


class Duty(StrEnum):
    """How the duty stands."""

    NOT_KNOWN = "not-known"
    ENOUGH = "enough"
    TRIED = "tried"
    TOO_LITTLE = "too-little"


@dataclass(frozen=True, slots=True)
class ApprenticeShare:
    """The apprentices' part of the work: hours of theirs, hours in all, and the least per cent in force; ``least`` is None where unknown."""

    hours: float
    all_hours: float
    least: float | None
    standing: Duty

    @property
    def percent(self) -> float | None:
        """The part in per cent; nothing while no hours are known."""
        return 100 * self.hours / self.all_hours if self.all_hours else None


def may_have_duty(contract: Contract, rules: Rules) -> bool:
    """Whether the duty can hold: a Norwegian contract that is long and large enough when it was signed. The trade decides the rest."""
    if contract.country is not Country.NORWAY:
        return False
    day = contract.signed or contract.start
    months = rules.amount(MONTHS_RULE, day) if day else None
    least = rules.amount(VALUE_RULE, day) if day else None
    is_long = months is None or contract.months > months
    return is_long and (least is None or contract.value is None or contract.value >= least)


def apprentice_share(contract: Contract, promises: Sequence[JobPromise], outcomes: Sequence[JobOutcome], rules: Rules) -> ApprenticeShare:
    """Sum the apprentices' hours up over all quarters whose hours are known, against the share in force when the contract was signed.

    A supplier with real and documented attempts counts as having met the duty.
    """
    own = {one.id for one in promises if one.kind is PromiseKind.APPRENTICESHIP}
    told = [one for one in outcomes if one.promise in own and one.all_hours]
    hours, in_all = sum(one.extent or 0.0 for one in told), sum(one.all_hours or 0.0 for one in told)
    day = contract.signed or contract.start
    least = rules.amount(SHARE_RULE, day) if day else None
    tried = any(one.tried for one in outcomes if one.promise in own)
    return ApprenticeShare(hours, in_all, least, _standing(hours, in_all, least, tried=tried))


def _standing(hours: float, in_all: float, least: float | None, *, tried: bool) -> Duty:
    if least is not None and in_all and 100 * hours >= least * in_all:
        return Duty.ENOUGH
    if tried:
        return Duty.TRIED
    return Duty.NOT_KNOWN if least is None or not in_all else Duty.TOO_LITTLE
