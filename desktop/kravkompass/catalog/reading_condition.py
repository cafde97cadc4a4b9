"""Conditions as they stand in YAML, read into values."""

from __future__ import annotations

from kravkompass.catalog.condition import (
    ALWAYS,
    RELATIONS,
    All,
    Any,
    Condition,
    FactCompares,
    FactIs,
    HasGroup,
    Not,
    RiskAtLeast,
)
from kravkompass.catalog.entries import Entry
from kravkompass.catalog.terms import RiskArea, RiskLevel


def condition_in(entry: Entry, name: str = "when") -> Condition:
    """Read the condition under a field; always, when the field is left out."""
    if name not in entry:
        return ALWAYS
    below = entry.entry(name)
    return _condition(below) if below is not None else ALWAYS


def _condition(entry: Entry) -> Condition:
    condition = _read(entry)
    entry.finish()
    return condition


def _read(entry: Entry) -> Condition:
    if "all" in entry:
        return All(tuple(_condition(part) for part in entry.entries("all")))
    if "any" in entry:
        return Any(tuple(_condition(part) for part in entry.entries("any")))
    if "not" in entry:
        part = entry.entry("not")
        return Not(_condition(part)) if part is not None else ALWAYS
    if "group" in entry:
        return HasGroup(entry.words("group"))
    if "risk" in entry:
        return RiskAtLeast(entry.choice("risk", RiskArea), entry.choice("at-least", RiskLevel))
    if "fact" in entry:
        return _fact(entry)
    entry.problem("a condition is one of: all, any, not, fact, group, risk")
    return ALWAYS


def _fact(entry: Entry) -> Condition:
    fact = entry.words("fact")
    if "is" in entry:
        values = entry.list("is")
        if not values:
            entry.problem("“is” needs a value", "is")
        return FactIs(fact, frozenset(values))
    for relation in RELATIONS:
        if relation in entry:
            bound = entry.plain(relation)
            if bound is None:
                entry.problem(f"“{relation}” needs a value", relation)
                bound = 0
            return FactCompares(fact, relation, bound)
    entry.problem(f"say what “{fact}” should be: is, {', '.join(RELATIONS)}")
    return ALWAYS
