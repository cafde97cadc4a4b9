"""Answers for a lot: it takes over what was answered for the whole purchase, and the buyer can answer otherwise for it.

An answer of a lot's own is kept among the purchase's answers, under a name with the lot in it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from kravkompass.catalog.condition import Truth, facts_in, holds
from kravkompass.catalog.requirement import Requirement
from kravkompass.catalog.terms import RiskArea, RiskLevel
from kravkompass.guidance.facts import Answer, Facts
from kravkompass.guidance.purchase import Lot, Purchase

_PREFIX = "lot."


def name_in(lot: str, question: str) -> str:
    """Give the name that the answer to a question for a lot is kept under."""
    return f"{_PREFIX}{lot}.{question}"


def own_answers(purchase: Purchase, lot: str) -> Mapping[str, Answer]:
    """Give the answers that differ from the whole purchase's, by question."""
    begin = name_in(lot, "")
    found = {name.removeprefix(begin): answer for name, answer in purchase.facts.answers.items() if name.startswith(begin)}
    return {name: answer for name, answer in found.items() if purchase.facts.get(name) != answer}


def answers_differ(purchase: Purchase) -> bool:
    """Whether something was answered otherwise for a lot than for the whole purchase."""
    return any(own_answers(purchase, lot.id) for lot in purchase.lots)


def part_of(purchase: Purchase, lot: Lot) -> Purchase:
    """Give a lot as a purchase of its own: what is bought in it, and what was answered for it or else for the whole."""
    shared = {name: answer for name, answer in purchase.facts.answers.items() if not name.startswith(_PREFIX)}
    facts = Facts(MappingProxyType({**shared, **own_answers(purchase, lot.id)}))
    return replace(purchase, groups=lot.groups or purchase.groups, lots=(), facts=facts)


@dataclass(frozen=True, slots=True)
class _Answered:
    """A situation of which only the answers are known; the risk is taken to be the same everywhere."""

    purchase: Purchase
    level: RiskLevel

    def fact(self, name: str) -> Answer | None:
        return self.purchase.facts.get(name)

    def has_group(self, group: str) -> bool:
        return group == "all" or group in self.purchase.groups

    def risk(self, _area: RiskArea) -> RiskLevel:
        return self.level


def is_ruled_out(requirement: Requirement, lot: Lot, purchase: Purchase) -> bool:
    """Whether what holds for a lot leaves no way that the requirement could be about it, however great the risk.

    Asked only where lots are answered differently: else the requirement stands or falls with the whole purchase.
    """
    asked = facts_in(requirement.when)
    if all(asked.isdisjoint(own_answers(purchase, one.id)) for one in purchase.lots):
        return False
    part = part_of(purchase, lot)
    return all(holds(requirement.when, _Answered(part, level)) is Truth.NO for level in (RiskLevel.LOW, RiskLevel.VERY_HIGH))
