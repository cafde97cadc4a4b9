"""How closely a contract is followed: its class among all the municipality's contracts, and what the class means for the plan.

The shares are SKR's advice of 7 May 2024 on following up contracts: some 10 % are critical to the business or large and are followed up
three times a year, 30 % once a year, 60 % every second year and when something calls for it. They are where to begin; the buyer decides.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from kravkompass.catalog.terms import RiskArea, RiskLevel
from kravkompass.followup.contract import Classification
from kravkompass.followup.planning import Pace

CRITICAL_PERCENT = 10
MEDIUM_PERCENT = 30
WEIGHTS: Mapping[RiskLevel, float] = {
    RiskLevel.LOW: 1,
    RiskLevel.MEDIUM: 1,
    RiskLevel.UNKNOWN: 1.5,
    RiskLevel.HIGH: 2,
    RiskLevel.VERY_HIGH: 3,
}
"""What a contract's value counts for when the greatest of its risks is this: our own scale, so that a risky contract stands before one as
large without the risk."""
_PACES: Mapping[Classification, tuple[Pace, Pace]] = {
    Classification.CRITICAL: (Pace(meetings=4), Pace(meetings=3)),
    Classification.MEDIUM: (Pace(meetings=12, least=12), Pace(meetings=6)),
    Classification.SMALL: (Pace(meetings=24, least=24), Pace(meetings=12, least=12)),
}


@dataclass(frozen=True, slots=True)
class Weighed:
    """What a contract is weighed by: its value in its currency (None when not known), and its risks."""

    id: str
    value: float | None
    risks: Mapping[RiskArea, RiskLevel] = field(default_factory=dict)

    @property
    def weight(self) -> float:
        """Its value, and more the greater the risk; 0 when the value is not known."""
        return (self.value or 0.0) * WEIGHTS[greatest(self.risks)[1]]


class Ground(StrEnum):
    """What a proposal rests on."""

    RANK = "rank"
    FEW = "few"
    NO_VALUE = "no-value"
    NO_VALUE_HIGH_RISK = "no-value-high-risk"


@dataclass(frozen=True, slots=True)
class Proposal:
    """A proposed class, and why: the contract's place among how many, and the greatest of its risks."""

    classification: Classification
    ground: Ground
    place: int
    of: int
    area: RiskArea | None
    level: RiskLevel


def greatest(risks: Mapping[RiskArea, RiskLevel]) -> tuple[RiskArea | None, RiskLevel]:
    """Give the greatest of the risks and its area; low in no area when nothing is known."""
    area = max((one for one in RiskArea if one in risks), key=lambda one: risks[one].height, default=None)
    return area, RiskLevel.LOW if area is None else risks[area]


def is_high(risks: Mapping[RiskArea, RiskLevel]) -> bool:
    """Whether some risk is high or very high."""
    return greatest(risks)[1].height >= RiskLevel.HIGH.height


def propose(contract: Weighed, all_of_them: Sequence[Weighed]) -> Proposal:
    """Propose a class from where the contract stands among all contracts (itself counted once), by value and risk together.

    With fewer than ten contracts none is among the largest tenth, so that none is proposed as critical. Contracts that weigh the same
    share the lowest of their places, so that no class is ever crowded.
    """
    others = [one for one in all_of_them if one.id != contract.id]
    of = len(others) + 1
    place = sum(one.weight >= contract.weight for one in others) + 1
    area, level = greatest(contract.risks)
    if contract.value is None:
        high = is_high(contract.risks)
        ground = Ground.NO_VALUE_HIGH_RISK if high else Ground.NO_VALUE
        return Proposal(Classification.MEDIUM if high else Classification.SMALL, ground, place, of, area, level)
    critical = of * CRITICAL_PERCENT // 100
    medium = round(of * (CRITICAL_PERCENT + MEDIUM_PERCENT) / 100)
    found = Classification.CRITICAL if place <= critical else Classification.MEDIUM if place <= medium else Classification.SMALL
    return Proposal(found, Ground.RANK if critical else Ground.FEW, place, of, area, level)


def pace_of(classification: Classification, risks: Mapping[RiskArea, RiskLevel]) -> Pace:
    """Give the pace of a class; high risk means more of everything."""
    ordinary, closer = _PACES[classification]
    return closer if is_high(risks) else ordinary
