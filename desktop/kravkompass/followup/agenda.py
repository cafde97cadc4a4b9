"""What to go through at a meeting with a supplier, and why: worked out from the plan and from what was left open."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from kravkompass.catalog.terms import Severity
from kravkompass.followup.activity import KeptActivity, Outcome, State, Status
from kravkompass.followup.contract import FrozenRequirement, Supplier
from kravkompass.followup.deviation import Deviation
from kravkompass.followup.meeting import Matter, MatterKind, MeetingKind, Promise, PromiseState, Why
from kravkompass.followup.planning import Occasion

AHEAD_DAYS = 30
"""What the plan wants done so many days after the meeting is taken up at it: nobody meets twice in a month for it."""
LATEST = date.max
_OPEN = frozenset({Status.PARTLY, Status.NOT_MET, Status.NOT_CHECKED})


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of one supplier of a contract before a meeting: nothing here is about any other supplier.

    ``outcomes`` are in the order they came about; ``matters`` are those of the last meeting.
    """

    requirements: tuple[FrozenRequirement, ...] = ()
    activities: tuple[KeptActivity, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    promises: tuple[Promise, ...] = ()
    deviations: tuple[Deviation, ...] = ()
    matters: tuple[Matter, ...] = ()

    def by_id(self) -> Mapping[str, FrozenRequirement]:
        """Give the requirements by id."""
        return {one.id: one for one in self.requirements}


def only_of(supplier: Supplier, known: Known) -> Known:
    """Leave out all that is another supplier's: its requirements by lot, its activities, outcomes, promises and deviations."""
    return Known(
        tuple(one for one in known.requirements if one.holds_for(supplier)),
        tuple(one for one in known.activities if one.supplier in {"", supplier.id}),
        tuple(one for one in known.outcomes if one.supplier == supplier.id),
        tuple(one for one in known.promises if one.supplier == supplier.id),
        tuple(one for one in known.deviations if one.supplier == supplier.id),
        known.matters,
    )


def due_activities(activities: Iterable[KeptActivity], kind: MeetingKind, day: date) -> tuple[KeptActivity, ...]:
    """Give the activities a meeting can do: planned ones up to the day and a little ahead; a start meeting only at a start meeting."""
    until = day + timedelta(days=AHEAD_DAYS)
    planned = [one for one in activities if one.state is State.PLANNED and one.day <= until]
    if kind is MeetingKind.EXTRA:
        return ()
    wanted = {Occasion.START_MEETING} if kind is MeetingKind.START else set(Occasion) - {Occasion.START_MEETING}
    return tuple(one for one in planned if one.occasion in wanted and (one.requirements or kind is MeetingKind.START))


def agenda(kind: MeetingKind, day: date, known: Known) -> tuple[Matter, ...]:
    """Give the matters of a meeting in order, without ids: what was promised, open deviations, then the requirements.

    Within each the most serious and statutory come first. A start meeting and a final one go through every requirement; an extra one
    only what was left open.
    """
    requirements = known.by_id()
    promises = sorted(
        (one for one in known.promises if one.state is PromiseState.OPEN),
        key=lambda one: (_weight(requirements.get(one.requirement)), one.due or LATEST, one.id),
    )
    gathered = {part for one in known.deviations if one.is_open for part in one.gathers}
    deviations = sorted(
        (one for one in known.deviations if one.is_open and one.id not in gathered),
        key=lambda one: (-_height(one.severity), one.deadline or LATEST, one.found, one.id),
    )
    reasons = _reasons(kind, day, known)
    asked = sorted(
        (one for one in known.requirements if one.id in reasons),
        key=lambda one: (_weight(one), list(Why).index(reasons[one.id]), len(one.number), one.number),
    )
    matters = [
        *(Matter("", "", "", 0, MatterKind.PROMISE, one.id, Why.PROMISED) for one in promises),
        *(Matter("", "", "", 0, MatterKind.DEVIATION, one.id, Why.DEVIATION) for one in deviations),
        *(Matter("", "", "", 0, MatterKind.REQUIREMENT, one.id, reasons[one.id]) for one in asked),
    ]
    return tuple(replace(one, position=place) for place, one in enumerate(matters))


def _reasons(kind: MeetingKind, day: date, known: Known) -> dict[str, Why]:
    """Say why each requirement is gone through; one that is not has no reason."""
    latest = {one.requirement: one.status for one in known.outcomes}
    not_reached = {one.about for one in known.matters if one.kind is MatterKind.REQUIREMENT and not one.is_dealt_with}
    left_open = {one for one, status in latest.items() if status in _OPEN} | not_reached
    due = {one for activity in due_activities(known.activities, kind, day) for one in activity.requirements}
    reasons: dict[str, Why] = {}
    for one in (requirement.id for requirement in known.requirements):
        if one in due:
            reasons[one] = Why.DUE
        elif one in left_open:
            reasons[one] = Why.LEFT_OPEN
        elif kind is not MeetingKind.EXTRA and one not in latest:
            reasons[one] = Why.UNANSWERED
        elif kind in {MeetingKind.START, MeetingKind.FINAL}:
            reasons[one] = Why.ADDED
    return reasons


def _weight(requirement: FrozenRequirement | None) -> tuple[int, bool]:
    """The most serious and statutory first; what is about no requirement last."""
    if requirement is None:
        return 1, True
    return -_height(requirement.follow_up.severity), not requirement.statutory


def _height(severity: Severity) -> int:
    return list(Severity).index(severity)
