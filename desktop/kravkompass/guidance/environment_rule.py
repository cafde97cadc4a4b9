"""Norway's FOA § 7-9: climate and environment must weigh enough, or be replaced by requirements, or be exempt; each with its reason.

Sources: DFØ's guide to the rule (2024) for the rule in force from 1 January 2024; DFØ's national notice codes (2026) for the revision in force from
1 July 2026. The shares and numbers are dated data (``no-environment-weight``, ``no-environment-priority``).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from kravkompass.catalog.rules import Rules
from kravkompass.catalog.terms import Country, Kind, Theme
from kravkompass.guidance.facts import Facts
from kravkompass.guidance.listing import Listed

FROM = "2024-01-01"
REVISED = "2026-07-01"
GREEN = frozenset({Theme.CLIMATE, Theme.ENVIRONMENT, Theme.CHEMICALS})


class Way(StrEnum):
    """How the buyer meets the rule."""

    WEIGHT = "weight"
    PRIORITY = "priority"
    REQUIREMENTS = "requirements"
    INSIGNIFICANT = "insignificant"
    VITAL_INTERESTS = "vital-interests"
    NATIONAL_MINIMUM = "national-minimum"


_ONLY_REVISED = frozenset({Way.VITAL_INTERESTS, Way.NATIONAL_MINIMUM})
WITH_REASON = frozenset({Way.REQUIREMENTS, Way.INSIGNIFICANT, Way.VITAL_INTERESTS, Way.NATIONAL_MINIMUM})


class Ruling(StrEnum):
    """What came of looking."""

    NOT_IN_FORCE = "not-in-force"
    OPEN = "open"
    MET = "met"
    WEIGHT_TOO_LOW = "weight-too-low"
    PRIORITY_TOO_LOW = "priority-too-low"
    NO_CRITERION = "no-criterion"
    NO_REQUIREMENT = "no-requirement"
    REASON_MISSING = "reason-missing"
    NOT_YET = "not-yet"


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether § 7-9 is met. ``limit`` is the share in percent or the place in the order that holds on the day."""

    ruling: Ruling
    way: Way | None = None
    limit: float | None = None

    @property
    def is_met(self) -> bool:
        """Whether nothing more is needed."""
        return self.ruling in {Ruling.MET, Ruling.NOT_IN_FORCE}


def ways_on(day: str) -> tuple[Way, ...]:
    """Give the ways that can be taken on a day (ISO text)."""
    return tuple(way for way in Way if way not in _ONLY_REVISED or day >= REVISED)


def judge(facts: Facts, rows: Sequence[Listed], rules: Rules, day: str) -> Verdict:
    """Look whether the rule is met on the day of announcement (ISO text)."""
    if day < FROM:
        return Verdict(Ruling.NOT_IN_FORCE)
    given = facts.words("environment-way")
    if given not in set(Way):
        return Verdict(Ruling.OPEN)
    way = Way(given)
    if way not in ways_on(day):
        return Verdict(Ruling.NOT_YET, way)
    if way in WITH_REASON:
        return _reasoned(way, facts, rows)
    return _weight(facts, rows, rules, day) if way is Way.WEIGHT else _priority(facts, rows, rules, day)


def _reasoned(way: Way, facts: Facts, rows: Sequence[Listed]) -> Verdict:
    if way is Way.REQUIREMENTS and not has_green(rows, Kind.SPECIFICATION):
        return Verdict(Ruling.NO_REQUIREMENT, way)
    return Verdict(Ruling.MET if facts.words("environment-reason").strip() else Ruling.REASON_MISSING, way)


def _weight(facts: Facts, rows: Sequence[Listed], rules: Rules, day: str) -> Verdict:
    least = rules.amount("no-environment-weight", day)
    weight = facts.number("environment-weight")
    if weight is None or least is None:
        return Verdict(Ruling.OPEN, Way.WEIGHT, least)
    if weight < least:
        return Verdict(Ruling.WEIGHT_TOO_LOW, Way.WEIGHT, least)
    return Verdict(Ruling.MET if has_green(rows, Kind.AWARD) else Ruling.NO_CRITERION, Way.WEIGHT, least)


def _priority(facts: Facts, rows: Sequence[Listed], rules: Rules, day: str) -> Verdict:
    last = rules.amount("no-environment-priority", day)
    place = facts.number("environment-priority")
    if place is None or last is None:
        return Verdict(Ruling.OPEN, Way.PRIORITY, last)
    if place > last:
        return Verdict(Ruling.PRIORITY_TOO_LOW, Way.PRIORITY, last)
    return Verdict(Ruling.MET if has_green(rows, Kind.AWARD) else Ruling.NO_CRITERION, Way.PRIORITY, last)


def has_green(rows: Sequence[Listed], kind: Kind) -> bool:
    """Whether the list has a climate, environment or chemicals requirement of a kind."""
    return any(row.requirement.kind is kind and row.requirement.theme in GREEN for row in rows)


def is_asked(country: Country, procedure: object) -> bool:
    """Whether the rule is a matter in a purchase: Norwegian, and above the national threshold (part II and III of FOA)."""
    return country is Country.NORWAY and procedure in {"below-threshold", "above-threshold"}
