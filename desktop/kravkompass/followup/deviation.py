"""What was not as agreed, and what was done about it: deviations, the steps taken on the ladder, and the supplier's action plans."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kravkompass.catalog.terms import Severity
from kravkompass.followup.ladder import Step
from kravkompass.followup.letter import LetterKind
from kravkompass.followup.remedy import Remedy


class DeviationState(StrEnum):
    """How a deviation stands."""

    OPEN = "open"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Deviation:
    """Something that was not as agreed, at one supplier.

    ``requirement`` is the id of a frozen requirement; empty for what no requirement is about. ``what`` is what was found, in the
    buyer's words. It came from a ``meeting``, an ``activity`` or an ``outcome`` (their ids), or from none of them. ``gathers`` are the
    ids of the small deviations that this one treats together. ``verification`` says how it was seen that all is put right, on the day
    ``verified``, with ``evidence`` (ids of evidence). ``closing_reason`` is there when it was closed without that;
    ``reopened_reason`` when it was opened again. ``confirmation`` is the checksum of the letter that says that it is closed.
    """

    id: str
    contract: str
    supplier: str
    requirement: str
    found: date
    what: str
    severity: Severity = Severity.ORDINARY
    deadline: date | None = None
    meeting: str = ""
    activity: str = ""
    outcome: str = ""
    gathers: tuple[str, ...] = ()
    state: DeviationState = DeviationState.OPEN
    verified: date | None = None
    verification: str = ""
    evidence: tuple[str, ...] = ()
    closed: date | None = None
    closing_reason: str = ""
    reopened_reason: str = ""
    confirmation: str = ""

    @property
    def is_open(self) -> bool:
        """Whether something is still to be done."""
        return self.state is DeviationState.OPEN

    def is_overdue(self, today: date) -> bool:
        """Whether it is open and its deadline has passed; the last day itself is still in time."""
        return self.is_open and self.deadline is not None and self.deadline < today


@dataclass(frozen=True, slots=True)
class LadderStep:
    """A step that was taken on the ladder.

    Its document is an original that is kept (``document``, its checksum), a ``letter``, or a place where it is written down
    (``reference``, such as a case number). ``skipped`` is the reason for going past earlier steps. ``concerns`` is the product or the
    sub-supplier a stop or a replacement is about, ``clause`` where the contract agrees on the step, ``remedy`` and ``claim`` what is
    demanded and how it was reckoned. ``language``, ``contact`` and ``free`` are what the letter was written with, so that it can be made
    again. ``came_of`` is what came of the step.
    """

    id: str
    contract: str
    deviation: str
    step: Step
    day: date
    ground: str
    document: str = ""
    letter: LetterKind | None = None
    reference: str = ""
    deadline: date | None = None
    concerns: str = ""
    clause: str = ""
    remedy: Remedy | None = None
    claim: str = ""
    skipped: str = ""
    language: str = ""
    contact: str = ""
    free: str = ""
    came_of: str = ""


class PlanState(StrEnum):
    """How a supplier's action plan stands."""

    SENT = "sent"
    APPROVED = "approved"
    SENT_BACK = "sent-back"


@dataclass(frozen=True, slots=True)
class Measure:
    """Something the supplier will do: what, who answers for it (a role, no name), and by when."""

    what: str
    who: str = ""
    by: date | None = None


@dataclass(frozen=True, slots=True)
class ActionPlan:
    """The supplier's plan to put a deviation right.

    ``number`` counts the plans for the deviation, from 1. ``sent`` is the day the supplier sent it, ``cause`` why the deviation came
    about, ``people`` how those affected are protected (without their names), ``reason`` what is missing when it was sent back,
    ``decided`` the day of the answer and ``verified`` the day it was seen that the measures were carried out. ``document`` is the
    checksum of the plan as it was sent, ``answer`` that of the letter it was answered with.
    """

    id: str
    contract: str
    deviation: str
    sent: date
    cause: str
    number: int = 1
    measures: tuple[Measure, ...] = ()
    people: str = ""
    document: str = ""
    answer: str = ""
    state: PlanState = PlanState.SENT
    decided: date | None = None
    reason: str = ""
    verified: date | None = None

    @property
    def done_by(self) -> date | None:
        """The last day of the measures; nothing when one of them has no day."""
        days = [one.by for one in self.measures]
        return max((day for day in days if day is not None), default=None) if None not in days else None
