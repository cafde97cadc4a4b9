"""A contract's deviations: their list, noting one, the steps on its ladder, the supplier's plans, and closing it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from kravkompass.followup.contract import FrozenRequirement, texts_in
from kravkompass.followup.deviation import ActionPlan, Deviation, DeviationState, LadderStep, PlanState
from kravkompass.followup.errors import NoSupplierError, NotDescribedError, ReopeningReasonMissingError
from kravkompass.followup.escalation import (
    check_closing,
    check_plan,
    check_severity,
    check_step,
    check_taking_back,
)
from kravkompass.followup.gathering import SOURCE, Gathering, gatherings
from kravkompass.language import Language
from kravkompass.screens.deviation_dossiers import Dossier, dossiers
from kravkompass.screens.deviation_proposals import Proposals

if TYPE_CHECKING:
    from kravkompass.catalog.requirement import Source
    from kravkompass.followup.contract import Contract
    from kravkompass.screens.contract import ContractScreen

Undo = Callable[[], None]


class Deviations:
    """The deviations of one contract. What the rules refuse raises a KnownError and changes nothing."""

    def __init__(self, screen: ContractScreen) -> None:
        self.screen = screen
        self.propose = Proposals(screen)
        self._store = screen.store

    # -- what there is

    @property
    def contract(self) -> Contract:
        """The contract."""
        return self.screen.contract

    @property
    def language(self) -> Language:
        """The language the supplier is written to in where nothing else is asked for: the contract's."""
        return self.propose.language

    def dossiers(self) -> tuple[Dossier, ...]:
        """Give all deviations: open ones first, the earliest deadline before the others; then closed ones, the latest first."""
        return dossiers(self._store, self.screen.suppliers, self.screen.requirements, self.screen.id)

    def dossier(self, deviation: str) -> Dossier:
        """Give one deviation. Raises PartMissingError when it is not there."""
        found = next((one for one in self.dossiers() if one.deviation.id == deviation), None)
        if found is None:
            self._store.part(Deviation, deviation)  # says that it is gone
            raise AssertionError(deviation)
        return found

    def gatherings(self) -> tuple[Gathering, ...]:
        """Give the small deviations that together should be treated as a serious one."""
        return gatherings(self._store.parts(Deviation, contract=self.screen.id), self.screen.today)

    def practice_source(self) -> Source | None:
        """Give the advice that counting small deviations together rests on."""
        return self.screen.catalog.source(self.contract.country, SOURCE)

    # -- noting and changing

    def note(self, deviation: Deviation) -> tuple[Deviation, Undo]:
        """Keep a deviation, new or changed. Raises NotDescribedError, NoSupplierError, and SeverityError when its steps would not hold."""
        if not deviation.what.strip():
            raise NotDescribedError
        if not deviation.supplier:
            raise NoSupplierError
        before = self._store.part(Deviation, deviation.id) if deviation.id else None
        if before is not None:
            check_severity(deviation.severity, self.dossier(deviation.id).steps)
        with self.screen.change() as change:
            kept = change.contracts.keep(deviation)
        return kept, lambda: self._unnote(kept, before)

    # -- the ladder

    def check_step(self, step: LadderStep) -> None:
        """Make sure that a step may be taken, or stand as changed. Raises what ``escalation.check_step`` raises."""
        dossier = self.dossier(step.deviation)
        check_step(dossier.deviation, dossier.steps, step)

    def take(self, step: LadderStep) -> Undo:
        """Keep a step; its deadline becomes the deviation's. Raises what ``escalation.check_step`` raises."""
        self.check_step(step)
        before = self._store.part(Deviation, step.deviation)
        with self.screen.change() as change:
            kept = change.contracts.keep(step)
            if step.deadline is not None:
                change.contracts.keep(replace(before, deadline=step.deadline))
        return lambda: self._take_back(kept, before.deadline)

    def say_what_came(self, step: str, words: str) -> None:
        """Write what came of a step."""
        self._keep(replace(self._store.part(LadderStep, step), came_of=words))

    def _take_back(self, step: LadderStep, deadline: date | None) -> None:
        dossier = self.dossier(step.deviation)
        check_taking_back(dossier.deviation, dossier.steps, step)
        with self.screen.change() as change:
            change.contracts.drop(step)
            change.contracts.keep(replace(dossier.deviation, deadline=deadline))

    # -- the supplier's plan

    def keep_plan(self, plan: ActionPlan) -> ActionPlan:
        """Keep a plan, or the answer to one. Raises PlanEmptyError, PlanReasonMissingError or PeopleFirstError."""
        check_plan(self._store.part(Deviation, plan.deviation), plan)
        with self.screen.change() as change:
            return change.contracts.keep(plan)

    def answer(self, plan: ActionPlan, state: PlanState, reason: str = "", deadline: date | None = None) -> ActionPlan:
        """Approve a plan or send it back; the deadline for what comes next becomes the deviation's. Raises as ``keep_plan``."""
        answered = replace(plan, state=state, reason=reason, decided=self.screen.today)
        check_plan(self._store.part(Deviation, plan.deviation), answered)
        with self.screen.change() as change:
            kept = change.contracts.keep(answered)
            if deadline is not None:
                change.contracts.keep(replace(self._store.part(Deviation, plan.deviation), deadline=deadline))
        return kept

    # -- verifying, closing, opening again

    def verify(self, deviation: str, day: date, words: str, evidence: Iterable[str] = ()) -> None:
        """Write how it was seen that all is put right; an approved plan is verified with it. Raises VerificationMissingError."""
        dossier = self.dossier(deviation)
        verified = replace(dossier.deviation, verified=day, verification=words, evidence=tuple(evidence))
        check_closing(verified)
        with self.screen.change() as change:
            change.contracts.keep(verified)
            if (plan := dossier.plan) is not None and plan.state is PlanState.APPROVED:
                change.contracts.keep(replace(plan, verified=day))

    def close(self, deviation: str, reason: str = "") -> None:
        """Close a deviation. Raises ClosingReasonMissingError when it is neither verified nor is there a reason."""
        found = self._store.part(Deviation, deviation)
        closed = replace(found, state=DeviationState.CLOSED, closed=self.screen.today, closing_reason=reason)
        check_closing(closed)
        self._keep(closed)

    def reopen(self, deviation: str, reason: str) -> None:
        """Open a deviation again; what was verified no longer holds. Raises ReopeningReasonMissingError."""
        if not reason.strip():
            raise ReopeningReasonMissingError
        found = self._store.part(Deviation, deviation)
        self._keep(
            replace(
                found,
                state=DeviationState.OPEN,
                closed=None,
                closing_reason="",
                verified=None,
                verification="",
                evidence=(),
                confirmation="",
                reopened_reason=reason,
            )
        )

    def title(self, requirement: FrozenRequirement | None, language: Language) -> str:
        """Give a requirement's number and title; empty for none."""
        return f"{requirement.number}  {texts_in(requirement, language)[1].title}" if requirement is not None else ""

    def _keep(self, part: Deviation | LadderStep | ActionPlan) -> None:
        with self.screen.change() as change:
            change.contracts.keep(part)

    def _unnote(self, deviation: Deviation, before: Deviation | None) -> None:
        if before is not None:
            self.note(before)
            return
        dossier = self.dossier(deviation.id)
        with self.screen.change() as change:
            for step in dossier.steps:
                change.contracts.drop(step)
            for plan in dossier.plans:
                change.contracts.drop(plan)
            change.contracts.drop(dossier.deviation)
