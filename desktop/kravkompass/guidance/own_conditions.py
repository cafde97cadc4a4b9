"""When an own requirement is proposed, beside its product groups: simple conditions, all of which must hold. Declared as data."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from kravkompass.catalog.condition import ALWAYS, UNKNOWN, All, Condition, FactCompares, FactIs, RiskAtLeast
from kravkompass.catalog.requirement import Question
from kravkompass.catalog.terms import Country, PurchaseType, RiskArea, RiskLevel
from kravkompass.guidance.facts import NO, YES
from kravkompass.guidance.situation import ABOVE, BELOW, DIRECT

YES_OR_UNKNOWN = "yes-or-unknown"
ANSWERS: Mapping[str, frozenset[str]] = {
    YES: frozenset({YES}),
    YES_OR_UNKNOWN: frozenset({YES, UNKNOWN}),
    NO: frozenset({NO}),
}
"""The answers to a situation question that a condition can ask for, by a name of their own."""
LEAST, BELOW_BOUND = "at-least", "less-than"


class Sort(StrEnum):
    """What a condition is chosen from."""

    AMOUNT = "amount"
    MONTHS = "months"
    TYPE = "type"
    PROCEDURE = "procedure"
    ANSWER = "answer"
    RISK = "risk"


CHOICES: Mapping[Sort, tuple[str, ...]] = {
    Sort.TYPE: tuple(PurchaseType),
    Sort.PROCEDURE: (DIRECT, BELOW, ABOVE),
    Sort.ANSWER: tuple(ANSWERS),
    Sort.RISK: (RiskLevel.MEDIUM.value, RiskLevel.HIGH.value),
}
"""What can be chosen for the sorts that are not numbers."""


@dataclass(frozen=True, slots=True)
class Ground:
    """Something a condition can be about: a fact of the purchase, or an area of risk; a number stands in a relation."""

    sort: Sort
    about: str
    relation: str = ""

    @property
    def key(self) -> str:
        """Give the name that tells it from the others."""
        return f"{self.sort}.{self.about}.{self.relation}"


_SIMPLE = (
    Ground(Sort.AMOUNT, "value", LEAST),
    Ground(Sort.AMOUNT, "value", BELOW_BOUND),
    Ground(Sort.PROCEDURE, "procedure"),
    Ground(Sort.TYPE, "purchase-type"),
    Ground(Sort.MONTHS, "contract-months", LEAST),
)


def grounds(country: Country, questions: Iterable[Question]) -> tuple[Ground, ...]:
    """Give what conditions can be about in a country: the purchase itself, its risk, and the yes-no questions asked about it."""
    asked = (Ground(Sort.ANSWER, one.id) for one in questions if one.kind == "yes-no" and country in one.countries)
    return (*_SIMPLE, *(Ground(Sort.RISK, area.value) for area in RiskArea), *asked)


def begun(ground: Ground) -> Condition:
    """Give a condition about a ground as it is first put, with nothing decided but what is nearest."""
    return condition_of(ground, CHOICES[ground.sort][0] if ground.sort in CHOICES else 0)


def condition_of(ground: Ground, value: str | float) -> Condition:
    """Give the condition that a ground has a value."""
    if ground.sort is Sort.RISK:
        return RiskAtLeast(RiskArea(ground.about), RiskLevel(str(value)))
    if ground.sort is Sort.ANSWER:
        return FactIs(ground.about, ANSWERS[str(value)])
    if ground.sort in CHOICES:
        return FactIs(ground.about, frozenset({value}))
    return FactCompares(ground.about, ground.relation, value)


def ground_of(condition: Condition) -> tuple[Ground, str | int | float] | None:
    """Give what a simple condition is about, and its value; nothing for one that is put together of others."""
    match condition:
        case RiskAtLeast(area, level):
            return Ground(Sort.RISK, area.value), level.value
        case FactCompares(fact, relation, bound):
            found = next((one for one in _SIMPLE if (one.about, one.relation) == (fact, relation)), None)
            return None if found is None or isinstance(bound, str) else (found, bound)
        case FactIs(fact, values):
            return _chosen(fact, frozenset(str(one) for one in values))
        case _:
            return None


def _chosen(fact: str, values: frozenset[str]) -> tuple[Ground, str] | None:
    simple = next((one for one in _SIMPLE if one.about == fact and one.sort in CHOICES), None)
    if simple is None:
        answer = next((name for name, of in ANSWERS.items() if of == values), None)
        return None if answer is None else (Ground(Sort.ANSWER, fact), answer)
    return (simple, next(iter(values))) if len(values) == 1 and values <= set(CHOICES[simple.sort]) else None


def parts_of(condition: Condition) -> tuple[Condition, ...] | None:
    """Give the simple conditions that must all hold; nothing when the condition cannot be put so."""
    parts = condition.parts if isinstance(condition, All) else (condition,)
    return parts if all(ground_of(one) is not None for one in parts) else None


def joined(parts: Iterable[Condition]) -> Condition:
    """Give the condition that all parts hold; always, for none."""
    whole = tuple(parts)
    return All(whole) if whole else ALWAYS
