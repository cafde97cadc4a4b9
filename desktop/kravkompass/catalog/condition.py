"""Conditions as data: when a requirement or a question applies.

A condition is a small tree of ``all``, ``any``, ``not`` and tests of facts. It is looked at with three answers: yes, no, and open
(a fact that decides it is not known yet).
"""

from __future__ import annotations

from enum import Enum
from typing import Protocol, TypeAlias

import msgspec

from kravkompass.catalog.terms import RiskArea, RiskLevel

Scalar: TypeAlias = str | int | float
UNKNOWN = "unknown"


class Truth(Enum):
    """Whether a condition holds."""

    YES = "yes"
    NO = "no"
    OPEN = "open"


class Situation(Protocol):
    """What conditions are asked of: the facts of a purchase."""

    def fact(self, name: str) -> Scalar | frozenset[str] | None:
        """Give a fact, or nothing when it is not known."""

    def has_group(self, group: str) -> bool:
        """Whether the purchase has this product group (or one in this area)."""

    def risk(self, area: RiskArea) -> RiskLevel:
        """Give the supply-chain risk in an area."""


class All(msgspec.Struct, frozen=True, tag=True):
    """Every part holds."""

    parts: tuple[Condition, ...]


class Any(msgspec.Struct, frozen=True, tag=True):
    """At least one part holds."""

    parts: tuple[Condition, ...]


class Not(msgspec.Struct, frozen=True, tag=True):
    """The part does not hold."""

    part: Condition


class FactIs(msgspec.Struct, frozen=True, tag=True):
    """A fact has one of these values; ``unknown`` among them includes facts not answered."""

    fact: str
    values: frozenset[Scalar]


class FactCompares(msgspec.Struct, frozen=True, tag=True):
    """A fact (amount, months, date as ISO text) stands in a relation to a bound."""

    fact: str
    relation: str
    bound: Scalar


class HasGroup(msgspec.Struct, frozen=True, tag=True):
    """The purchase has this product group."""

    group: str


class RiskAtLeast(msgspec.Struct, frozen=True, tag=True):
    """The supply-chain risk in an area is at least this high."""

    area: RiskArea
    level: RiskLevel


Condition: TypeAlias = All | Any | Not | FactIs | FactCompares | HasGroup | RiskAtLeast
ALWAYS = All(())
RELATIONS = {
    "at-least": lambda a, b: a >= b,
    "more-than": lambda a, b: a > b,
    "at-most": lambda a, b: a <= b,
    "less-than": lambda a, b: a < b,
}


def holds(condition: Condition, situation: Situation) -> Truth:
    """Look whether a condition holds for a purchase."""
    match condition:
        case All(parts):
            return _all([holds(part, situation) for part in parts])
        case Any(parts):
            return _negated(_all([_negated(holds(part, situation)) for part in parts]))
        case Not(part):
            return _negated(holds(part, situation))
        case FactIs(fact, values):
            return _fact_is(situation.fact(fact), values)
        case FactCompares(fact, relation, bound):
            return _compares(situation.fact(fact), relation, bound)
        case HasGroup(group):
            return Truth.YES if situation.has_group(group) else Truth.NO
        case RiskAtLeast(area, level):
            return Truth.YES if situation.risk(area).height >= level.height else Truth.NO


def facts_in(condition: Condition) -> frozenset[str]:
    """Give the names of the facts a condition asks for."""
    match condition:
        case All(parts) | Any(parts):
            return frozenset().union(*(facts_in(part) for part in parts))
        case Not(part):
            return facts_in(part)
        case FactIs(fact, _) | FactCompares(fact, _, _):
            return frozenset({fact})
        case HasGroup() | RiskAtLeast():
            return frozenset()


def groups_in(condition: Condition) -> frozenset[str]:
    """Give the product groups a condition names."""
    match condition:
        case All(parts) | Any(parts):
            return frozenset().union(*(groups_in(part) for part in parts))
        case Not(part):
            return groups_in(part)
        case HasGroup(group):
            return frozenset({group})
        case _:
            return frozenset()


def _all(truths: list[Truth]) -> Truth:
    if Truth.NO in truths:
        return Truth.NO
    return Truth.OPEN if Truth.OPEN in truths else Truth.YES


def _negated(truth: Truth) -> Truth:
    return {Truth.YES: Truth.NO, Truth.NO: Truth.YES, Truth.OPEN: Truth.OPEN}[truth]


def _fact_is(given: Scalar | frozenset[str] | None, values: frozenset[Scalar]) -> Truth:
    if given is None or given == UNKNOWN:
        return Truth.YES if UNKNOWN in values else Truth.OPEN
    if isinstance(given, frozenset):
        return Truth.YES if given & values else Truth.NO
    return Truth.YES if given in values else Truth.NO


def _compares(given: Scalar | frozenset[str] | None, relation: str, bound: Scalar) -> Truth:
    if given is None or given == UNKNOWN or isinstance(given, frozenset):
        return Truth.OPEN
    if isinstance(given, str) != isinstance(bound, str):
        return Truth.OPEN
    return Truth.YES if RELATIONS[relation](given, bound) else Truth.NO
