"""Rules of the ladder: where a deviation stands, which step may be taken next, and what a step wants.

Pure, and the same whatever the order of the steps: termination comes last, and going past a step wants a written reason.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from kravkompass.catalog.terms import Severity
from kravkompass.followup.deviation import ActionPlan, Deviation, LadderStep, PlanState
from kravkompass.followup.errors import (
    AgreementMissingError,
    ClosedError,
    ClosingReasonMissingError,
    PeopleFirstError,
    PlanEmptyError,
    PlanReasonMissingError,
    SeverityError,
    StepIncompleteError,
    StepNeededError,
    StepSkippedError,
    StepsMissingError,
    VerificationMissingError,
)
from kravkompass.followup.ladder import Step

_BESIDE = frozenset({Step.DIALOGUE, Step.NOTICE})
"""What may be done at any time where zero tolerance goes straight to the action plan."""
NEEDS_CLAUSE = frozenset({Step.PENALTY})
"""Steps that can only be taken where the contract has agreed on them."""
SAID_OF_WHAT = frozenset({Step.SUSPENSION, Step.REPLACEMENT})
"""Steps that are about a product or a sub-supplier."""
DEMANDS = frozenset({Step.PENALTY, Step.WARNING, Step.TERMINATION})
"""Steps that say what is demanded."""
LEGAL_ADVICE = frozenset({Step.WARNING, Step.TERMINATION})
"""Steps to take legal advice before."""


class Reach(StrEnum):
    """How a step stands: taken, passed with a reason, next, further up, or open at any time beside the road."""

    TAKEN = "taken"
    SKIPPED = "skipped"
    NEXT = "next"
    LATER = "later"
    ANYTIME = "anytime"


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a deviation stands on its ladder.

    ``road`` are the steps that lead up, ``taken`` those that have been taken and ``skipped`` those that were passed with a reason,
    each in the order of the ladder. ``next`` is the step that may be taken without a reason; nothing after the last.
    """

    road: tuple[Step, ...]
    taken: tuple[Step, ...]
    skipped: tuple[Step, ...]
    next: Step | None

    def reach(self, step: Step) -> Reach:
        """Tell how a step stands."""
        if step in self.taken:
            return Reach.TAKEN
        if step not in self.road:
            return Reach.ANYTIME
        if step in self.skipped:
            return Reach.SKIPPED
        return Reach.NEXT if step is self.next else Reach.LATER

    def passed_by(self, step: Step) -> tuple[Step, ...]:
        """Give the steps that taking this one would go past: each wants a reason."""
        if step not in self.road:
            return ()
        before = self.road[: self.road.index(step)]
        return tuple(one for one in before if one not in self.taken and one not in self.skipped)


def road(severity: Severity) -> tuple[Step, ...]:
    """Give the steps in order. Zero tolerance goes straight to an action plan: talk and notice are not waited for."""
    if severity is Severity.ZERO_TOLERANCE:
        return tuple(step for step in Step if step not in _BESIDE)
    return tuple(Step)


def standing(severity: Severity, steps: Sequence[LadderStep]) -> Standing:
    """Tell where a deviation of a severity stands after these steps."""
    way = road(severity)
    taken = {one.step for one in steps}
    passed: set[Step] = set()
    for one in steps:
        if one.skipped.strip() and one.step in way:
            passed |= set(way[: way.index(one.step)])
    skipped = passed - taken
    reached = max((way.index(step) for step in taken if step in way), default=-1)
    return Standing(
        way,
        tuple(step for step in Step if step in taken),
        tuple(step for step in way if step in skipped),
        way[reached + 1] if reached + 1 < len(way) else None,
    )


def is_sound(severity: Severity, steps: Sequence[LadderStep]) -> bool:
    """Whether every step has the earlier ones before it, or a reason for going past them."""
    return all(one.skipped.strip() or not standing(severity, _without(steps, one)).passed_by(one.step) for one in steps)


def check_step(deviation: Deviation, before: Sequence[LadderStep], step: LadderStep) -> None:
    """Make sure that a step may be taken after the ones before it, or stand changed among them.

    Raises:
        ClosedError: the deviation is closed.
        StepIncompleteError: it has no ground or no document, or does not say what it is about.
        AgreementMissingError: the contract's clause is not named where the step wants one.
        StepsMissingError: it is termination, earlier steps are missing and there is no reason for that.
        StepSkippedError: it goes past other steps without a reason.
    """
    if not deviation.is_open:
        raise ClosedError
    if lacks := missing(step):
        raise StepIncompleteError(step.step, lacks=lacks)
    if step.step in NEEDS_CLAUSE and not step.clause.strip():
        raise AgreementMissingError
    passed = standing(deviation.severity, _without(before, step)).passed_by(step.step)
    if passed and not step.skipped.strip():
        raise (StepsMissingError if step.step is Step.TERMINATION else StepSkippedError)(step.step, passed)


def missing(step: LadderStep) -> tuple[str, ...]:
    """Name what a step lacks of what every step wants: ``ground``, ``document``, ``concerns``, ``remedy``."""
    has_document = bool(step.document or step.letter or step.reference.strip())
    there = {
        "ground": bool(step.ground.strip()),
        "document": has_document,
        "concerns": step.step not in SAID_OF_WHAT or bool(step.concerns.strip()),
        "remedy": step.step not in DEMANDS or step.remedy is not None,
    }
    return tuple(name for name, found in there.items() if not found)


def check_taking_back(deviation: Deviation, steps: Sequence[LadderStep], step: LadderStep) -> None:
    """Make sure that a step may be taken back. Raises ClosedError, and StepNeededError when later steps rest on it."""
    if not deviation.is_open:
        raise ClosedError
    if not is_sound(deviation.severity, _without(steps, step)):
        raise StepNeededError(step.step)


def check_severity(severity: Severity, steps: Sequence[LadderStep]) -> None:
    """Make sure that a deviation may have a severity. Raises SeverityError when its steps would no longer hold."""
    if not is_sound(severity, steps):
        raise SeverityError


def check_plan(deviation: Deviation, plan: ActionPlan) -> None:
    """Make sure that an action plan, or the answer to it, holds.

    Raises:
        PlanEmptyError: it has no cause or no measure.
        PlanReasonMissingError: it is sent back without a reason.
        PeopleFirstError: it is approved though zero tolerance is at stake and it does not say how those affected are protected.
    """
    if plan.state is not PlanState.SENT_BACK and not (plan.cause.strip() and any(one.what.strip() for one in plan.measures)):
        raise PlanEmptyError
    if plan.state is PlanState.SENT_BACK and not plan.reason.strip():
        raise PlanReasonMissingError
    zero = deviation.severity is Severity.ZERO_TOLERANCE
    if plan.state is PlanState.APPROVED and zero and not plan.people.strip():
        raise PeopleFirstError


def check_closing(deviation: Deviation) -> None:
    """Make sure that a deviation may be closed as it stands.

    Raises:
        ClosingReasonMissingError: it was neither verified nor is there a reason to close it without.
        VerificationMissingError: it does not say how it was verified.
    """
    if deviation.verified is None and not deviation.closing_reason.strip():
        raise ClosingReasonMissingError
    if deviation.verified is not None and not deviation.verification.strip():
        raise VerificationMissingError


def _without(steps: Sequence[LadderStep], step: LadderStep) -> tuple[LadderStep, ...]:
    """Give the steps but one: itself, or the one with its id."""
    return tuple(one for one in steps if one is not step and (not step.id or one.id != step.id))
