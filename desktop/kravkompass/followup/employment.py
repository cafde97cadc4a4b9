"""Jobs through a contract: the dialogue with the supplier, what it has promised, and what came of it, in numbers only.

Nothing here can hold who was placed: there is no field for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class PromiseKind(StrEnum):
    """What a supplier can offer people who stand far from work, from the lightest."""

    STUDY_VISIT = "study-visit"
    LANGUAGE_TRAINING = "language-training"
    INTERNSHIP = "internship"
    APPRENTICESHIP = "apprenticeship"
    JOB = "job"

    @property
    def unit(self) -> Unit:
        """What its extent is counted in."""
        return _UNITS.get(self, Unit.HOURS)


class Unit(StrEnum):
    """What the extent of a placement is counted in."""

    NONE = ""
    HOURS = "hours"
    MONTHS = "months"


_UNITS = {PromiseKind.STUDY_VISIT: Unit.NONE, PromiseKind.INTERNSHIP: Unit.MONTHS, PromiseKind.JOB: Unit.MONTHS}


class After(StrEnum):
    """How it went on when a placement was over. Only counted."""

    HIRED = "hired"
    OTHER_JOB = "other-job"
    STUDIES = "studies"
    GOES_ON = "goes-on"
    NOTHING = "nothing"
    NOT_KNOWN = "not-known"


@dataclass(frozen=True, slots=True)
class Dialogue:
    """A year's talk with a supplier about jobs: the days its steps were taken. ``year`` counts from 1, the contract's first.

    ``agreed`` is the day both sides agreed on what is promised; from the second year on, the day it was checked again.
    ``minutes`` is the id of its minutes, kept as evidence.
    """

    id: str
    contract: str
    supplier: str
    year: int
    asked: date | None = None
    held: date | None = None
    agreed: date | None = None
    minutes: str = ""
    note: str = ""

    @property
    def next_step(self) -> Talk | None:
        """The first step that has not been taken; nothing when all have."""
        taken = {Talk.ASKED: self.asked, Talk.HELD: self.held, Talk.MINUTES: self.minutes, Talk.AGREED: self.agreed}
        return next((step for step in Talk if not taken[step]), None)


class Talk(StrEnum):
    """The steps of a year's talk, in order."""

    ASKED = "asked"
    HELD = "held"
    MINUTES = "minutes"
    AGREED = "agreed"


@dataclass(frozen=True, slots=True)
class Target:
    """How many are to be done in a calendar year."""

    year: int
    number: int


@dataclass(frozen=True, slots=True)
class JobPromise:
    """What a supplier has promised: so many of a kind over the whole contract.

    ``targets`` are the numbers per calendar year, where they are agreed. ``requirement`` is the id of the frozen requirement it
    comes from; empty for one that came out of the dialogue.
    """

    id: str
    contract: str
    supplier: str
    kind: PromiseKind
    number: int
    targets: tuple[Target, ...] = ()
    requirement: str = ""
    agreed: date | None = None
    note: str = ""

    def target(self, year: int) -> int:
        """Give the number for a calendar year; 0 where none is agreed."""
        return sum(one.number for one in self.targets if one.year == year)


@dataclass(frozen=True, slots=True)
class JobOutcome:
    """What came of a promise in a quarter (1–4) of a year: how many, and how much in the kind's unit.

    ``after`` counts how it went on for those whose placement ended in the quarter. ``all_hours`` are the hours of all work on the
    contract in the quarter, which apprentices' hours are a share of. ``tried`` says what was tried where no apprentice was found.
    """

    id: str
    contract: str
    promise: str
    year: int
    quarter: int
    number: int
    extent: float | None = None
    after: Mapping[After, int] = field(default_factory=dict)
    all_hours: float | None = None
    tried: str = ""
    note: str = ""


def quarter_of(day: date) -> int:
    """Give the quarter (1–4) a day lies in."""
    return (day.month + 2) // 3


def contract_year(start: date | None, day: date) -> int:
    """Give the year of the contract a day lies in, from 1; 1 also before the start or when it is not known."""
    if start is None or day < start:
        return 1
    return day.year - start.year + ((day.month, day.day) >= (start.month, start.day))


@dataclass(frozen=True, slots=True)
class Tally:
    """Promised against done. ``extent`` is in the unit of the kind."""

    promised: int
    done: int
    extent: float = 0.0
    after: Mapping[After, int] = field(default_factory=dict)

    @property
    def share(self) -> float | None:
        """The part of what was promised that is done, 1 for all of it; nothing where nothing was promised."""
        return self.done / self.promised if self.promised else None


def in_all(promise: JobPromise, outcomes: Iterable[JobOutcome]) -> Tally:
    """Sum a promise up over the whole contract."""
    return _tally(promise.number, [one for one in outcomes if one.promise == promise.id])


def in_year(promise: JobPromise, outcomes: Iterable[JobOutcome], year: int) -> Tally:
    """Sum a promise up over a calendar year, against that year's target; 0 promised where none is agreed."""
    return _tally(promise.target(year), [one for one in outcomes if one.promise == promise.id and one.year == year])


def by_quarter(promise: JobPromise, outcomes: Iterable[JobOutcome]) -> Mapping[tuple[int, int], Tally]:
    """Sum a promise up by year and quarter, in order; no quarter has a target of its own."""
    own = [one for one in outcomes if one.promise == promise.id]
    quarters = sorted({(one.year, one.quarter) for one in own})
    return {at: _tally(0, [one for one in own if (one.year, one.quarter) == at]) for at in quarters}


def year_sums(promises: Sequence[JobPromise], outcomes: Sequence[JobOutcome], year: int) -> Mapping[PromiseKind, Tally]:
    """Sum all promises up by kind over a calendar year, for a yearly report; only the kinds that something was promised or done of."""
    found = {}
    for kind in PromiseKind:
        each = [in_year(one, outcomes, year) for one in promises if one.kind is kind]
        tally = _joined(each)
        if tally.promised or tally.done:
            found[kind] = tally
    return found


def years(promises: Sequence[JobPromise], outcomes: Sequence[JobOutcome]) -> tuple[int, ...]:
    """Give the calendar years that something is promised or done in."""
    return tuple(sorted({target.year for one in promises for target in one.targets} | {one.year for one in outcomes}))


def _tally(promised: int, outcomes: Sequence[JobOutcome]) -> Tally:
    return _joined([Tally(promised, 0), *(Tally(0, one.number, one.extent or 0.0, one.after) for one in outcomes)])


def _joined(tallies: Sequence[Tally]) -> Tally:
    after = {end: sum(one.after.get(end, 0) for one in tallies) for end in After}
    return Tally(
        sum(one.promised for one in tallies),
        sum(one.done for one in tallies),
        sum(one.extent for one in tallies),
        {end: count for end, count in after.items() if count},
    )
