"""Jobs through a contract: the dialogue with each supplier, its promises, and what came of them, in numbers only."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, TypeVar

from kravkompass.catalog.terms import Theme
from kravkompass.errors import KnownError
from kravkompass.followup.apprentices import ApprenticeShare, apprentice_share, may_have_duty
from kravkompass.followup.employment import (
    Dialogue,
    JobOutcome,
    JobPromise,
    PromiseKind,
    Tally,
    by_quarter,
    contract_year,
    in_all,
    in_year,
    quarter_of,
    years,
)
from kravkompass.followup.evidence import Evidence
from kravkompass.guidance.personal_number import personal_numbers
from kravkompass.language import text
from kravkompass.screens.taking_in import as_evidence, take_in

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from kravkompass.followup.contract import FrozenRequirement
    from kravkompass.screens.contract import ContractScreen

Undo = Callable[[], None]
P = TypeVar("P", Dialogue, JobPromise, JobOutcome)


class PointsOutAPersonError(KnownError):
    """What was written holds an identity number of a person. Value: kind (such as personnummer)."""

    sentence = text("There is a {kind} in the note. Take it away, then save: nothing here may point out the people who were placed.")


@dataclass(frozen=True, slots=True)
class PromiseView:
    """A promise as it is shown: over the whole contract, per year that has a target or an outcome, and per quarter."""

    promise: JobPromise
    whole: Tally
    by_year: Mapping[int, Tally]
    by_quarter: Mapping[tuple[int, int], Tally]
    outcomes: tuple[JobOutcome, ...]


class EmploymentScreen:
    """The dialogue, the promises and the outcomes of one contract."""

    def __init__(self, contract: ContractScreen) -> None:
        self.contract = contract
        self._store = contract.store

    @property
    def year(self) -> int:
        """The contract's year today, from 1."""
        kept = self.contract.contract
        return contract_year(kept.start or kept.signed, self.contract.today)

    @property
    def years(self) -> tuple[int, ...]:
        """The contract's years so far."""
        return tuple(range(1, self.year + 1))

    # -- the dialogue

    def dialogue(self, supplier: str, year: int) -> Dialogue:
        """Give a year's talk with a supplier; an empty one when it has not begun."""
        found = self._store.parts(Dialogue, contract=self.contract.id, supplier=supplier)
        return next((one for one in found if one.year == year), Dialogue("", self.contract.id, supplier, year))

    def put_dialogue(self, dialogue: Dialogue, **changes: date | str | None) -> Dialogue:
        """Say something of a year's talk: a day, a note. Raises PointsOutAPersonError."""
        return self._keep(replace(dialogue, **changes))  # type: ignore[arg-type] # the fields of a dialogue

    def keep_minutes(self, dialogue: Dialogue, file: Path) -> Dialogue:
        """Keep a file as the minutes of a year's talk. Raises a KnownError when it cannot be read or kept."""
        found = take_in(self.contract.evidence, file)
        today, supplier = self.contract.today, dialogue.supplier
        with self.contract.change() as change:
            kept = change.contracts.keep(as_evidence(found, self.contract.id, today, supplier))
            return change.contracts.keep(replace(dialogue, minutes=kept.id))

    def minutes(self, dialogue: Dialogue) -> Evidence | None:
        """Give the minutes of a year's talk; nothing when there are none, or they were taken away."""
        return next((one for one in self._store.parts(Evidence, contract=self.contract.id) if one.id == dialogue.minutes), None)

    # -- promises

    def promises(self, supplier: str) -> tuple[PromiseView, ...]:
        """Give a supplier's promises, the lightest kind first."""
        outcomes = self._store.parts(JobOutcome, ("year", "quarter"), contract=self.contract.id)
        found = self._store.parts(JobPromise, contract=self.contract.id, supplier=supplier)
        ordered = sorted(found, key=lambda one: (list(PromiseKind).index(one.kind), str(one.agreed or ""), one.id))
        return tuple(self._view(one, [each for each in outcomes if each.promise == one.id]) for one in ordered)

    def _view(self, promise: JobPromise, outcomes: list[JobOutcome]) -> PromiseView:
        by_year = {year: in_year(promise, outcomes, year) for year in years([promise], outcomes)}
        return PromiseView(promise, in_all(promise, outcomes), by_year, by_quarter(promise, outcomes), tuple(outcomes))

    def blank_promise(self, supplier: str) -> JobPromise:
        """Propose a promise agreed today."""
        own = self.requirements()
        requirement = own[0].id if len(own) == 1 else ""
        return JobPromise("", self.contract.id, supplier, PromiseKind.INTERNSHIP, 1, requirement=requirement, agreed=self.contract.today)

    def requirements(self) -> tuple[FrozenRequirement, ...]:
        """Give the requirements that are about jobs and inclusion."""
        return tuple(one for one in self.contract.requirements if one.theme is Theme.EMPLOYMENT)

    def target_years(self) -> tuple[int, ...]:
        """Give the calendar years that the contract touches, at most ten."""
        kept = self.contract.contract
        start = kept.start or kept.signed or self.contract.today
        last = start.year + (start.month - 1 + max(kept.months_in_force, 1) - 1) // 12
        return tuple(range(start.year, min(last, start.year + 9) + 1))

    def keep_promise(self, promise: JobPromise) -> JobPromise:
        """Add a promise, or replace it. Raises PointsOutAPersonError."""
        return self._keep(promise)

    def drop_promise(self, promise: JobPromise) -> Undo:
        """Take a promise away with its outcomes; gives what puts them back."""
        outcomes = self._store.parts(JobOutcome, contract=self.contract.id, promise=promise.id)
        with self.contract.change() as change:
            for one in outcomes:
                change.contracts.drop(one)
            change.contracts.drop(promise)

        def undo() -> None:
            with self.contract.change() as change:
                change.contracts.keep(promise)
                for one in outcomes:
                    change.contracts.keep(one)

        return undo

    # -- what came of them

    def outcome(self, promise: JobPromise, year: int, quarter: int) -> JobOutcome:
        """Give what came of a promise in a quarter; an empty one when nothing has been written in."""
        found = self._store.parts(JobOutcome, contract=self.contract.id, promise=promise.id)
        at = (year, quarter)
        return next((one for one in found if (one.year, one.quarter) == at), JobOutcome("", self.contract.id, promise.id, *at, 0))

    def quarters(self) -> tuple[tuple[int, int], ...]:
        """Give the quarters from the contract's start to today, the latest first; at least the one today is in."""
        kept, today = self.contract.contract, self.contract.today
        start = min(kept.start or kept.signed or today, today)
        first, last = start.year * 4 + quarter_of(start) - 1, today.year * 4 + quarter_of(today) - 1
        return tuple((at // 4, at % 4 + 1) for at in range(last, max(first, last - 39) - 1, -1))

    def keep_outcome(self, outcome: JobOutcome) -> JobOutcome:
        """Write in what came of a promise in a quarter, in place of what was written before. Raises PointsOutAPersonError."""
        return self._keep(outcome)

    # -- Norway

    def apprentices(self) -> ApprenticeShare | None:
        """Give the apprentices' share of the work where the Norwegian duty can hold; nothing where it cannot."""
        kept, rules = self.contract.contract, self.contract.catalog.rules
        if not may_have_duty(kept, rules):
            return None
        promises = self._store.parts(JobPromise, contract=self.contract.id)
        return apprentice_share(kept, promises, self._store.parts(JobOutcome, contract=self.contract.id), rules)

    def _keep(self, part: P) -> P:
        """Keep a part, unless something in it points out a person: what is in the log can never be taken out of it."""
        for one in fields(part):
            value = getattr(part, one.name)
            if isinstance(value, str) and one.name not in {"id", "contract", "supplier", "promise", "requirement", "minutes"}:
                for found in personal_numbers(value):
                    raise PointsOutAPersonError(kind=found.kind.value)
        with self.contract.change() as change:
            return change.contracts.keep(part)
