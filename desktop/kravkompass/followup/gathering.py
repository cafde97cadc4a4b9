"""Small deviations that together are a serious one: shown, never decided by themselves.

That several small deviations can be a large one is the advice of Upphandlingsmyndigheten. How many, and within how long, nobody has
said: the numbers are our practice.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from kravkompass.catalog.terms import Severity
from kravkompass.followup.deviation import Deviation
from kravkompass.followup.planning import months_after


@dataclass(frozen=True, slots=True)
class Practice:
    """How many ordinary deviations, found within how many months, are looked at together."""

    number: int
    months: int


PRACTICE = Practice(3, 12)
SOURCE = "se/uhm-realisera-avtalet"
"""The id of the advice it rests on, in both countries."""


@dataclass(frozen=True, slots=True)
class Gathering:
    """Small deviations to treat together as a serious one: at one supplier, on one requirement or (empty) on several."""

    supplier: str
    requirement: str
    deviations: tuple[Deviation, ...]


def gatherings(deviations: Iterable[Deviation], today: date, practice: Practice = PRACTICE) -> tuple[Gathering, ...]:
    """Give the small deviations that together should be treated as a serious one.

    Open and closed ones count, those that a kept deviation already gathers do not. First those on one requirement; what is left at a
    supplier counts together, whatever it is about.
    """
    every = tuple(deviations)
    already = {one for deviation in every for one in deviation.gathers}
    since = months_after(today, -practice.months)
    small = sorted(
        (one for one in every if one.severity is Severity.ORDINARY and one.id not in already and since <= one.found <= today),
        key=lambda one: (one.found, one.id),
    )
    found: list[Gathering] = []
    by_supplier: dict[str, list[Deviation]] = defaultdict(list)
    for (supplier, requirement), group in _grouped(small).items():
        if requirement and len(group) >= practice.number:
            found.append(Gathering(supplier, requirement, tuple(group)))
        else:
            by_supplier[supplier] += group
    for supplier, group in by_supplier.items():
        if len(group) >= practice.number:
            found.append(Gathering(supplier, "", tuple(sorted(group, key=lambda one: (one.found, one.id)))))
    return tuple(found)


def _grouped(small: Sequence[Deviation]) -> dict[tuple[str, str], list[Deviation]]:
    groups: dict[tuple[str, str], list[Deviation]] = defaultdict(list)
    for one in small:
        groups[one.supplier, one.requirement].append(one)
    return groups
