"""What a meeting comes to when it is closed: outcomes, promises, deviations, and activities that are done."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from kravkompass.catalog.terms import Country, Method
from kravkompass.followup.activity import KeptActivity, Outcome, State, Status
from kravkompass.followup.agenda import Known
from kravkompass.followup.contract import Supplier
from kravkompass.followup.deviation import Deviation
from kravkompass.followup.meeting import Matter, MatterKind, Meeting, Promise, PromiseState
from kravkompass.followup.planning import Occasion
from kravkompass.followup.raising import DEVIATING, raised_from

AWAY_FROM_THE_TABLE = frozenset({Method.TEST, Method.SITE_VISIT, Method.OFFICE_AUDIT, Method.FACTORY_AUDIT})
"""What cannot be done by talking: an activity with one of these is not done by a meeting."""
LONGEST_MINUTES = 12 * 60
"""A meeting said to have lasted longer was interrupted; its time is then not counted."""
_CAME_OF = {Status.MET: PromiseState.KEPT, Status.NOT_MET: PromiseState.BROKEN, Status.NOT_APPLICABLE: PromiseState.DROPPED}


@dataclass(frozen=True, slots=True)
class Closing:
    """What is kept when a meeting is closed. New parts have no ids yet."""

    outcomes: tuple[Outcome, ...]
    promises: tuple[Promise, ...]
    """New ones, and earlier ones that something came of."""
    deviations: tuple[Deviation, ...]
    activities: tuple[KeptActivity, ...]


def closing(
    meeting: Meeting, matters: Iterable[Matter], known: Known, suppliers: Iterable[Supplier], at: str, country: Country
) -> Closing:
    """Work out what a meeting that is closed at a time (ISO, in UTC) comes to.

    ``known`` is what is known of the contract with all its suppliers: an activity for several is done when all of them are checked.
    ``country`` says which days are working days, for the first deadline of a deviation.
    """
    gone_through = tuple(matters)
    outcomes = tuple(_outcomes(meeting, gone_through, known))
    done = _done(meeting, outcomes, known, tuple(suppliers))
    return Closing(
        outcomes,
        (*_settled(meeting, gone_through, known), *_promised(meeting, gone_through, known)),
        tuple(_deviations(meeting, gone_through, known, outcomes, country)),
        _with_time(done, meeting, at),
    )


def proposes_deviation(matter: Matter, deviations: Iterable[Deviation]) -> bool:
    """Whether the rules propose a deviation: a requirement is not met, or partly, and no open deviation at the supplier says so already."""
    if matter.kind is not MatterKind.REQUIREMENT or matter.status not in DEVIATING:
        return False
    return not any(one.is_open and one.requirement == matter.about for one in deviations)


def _outcomes(meeting: Meeting, matters: Iterable[Matter], known: Known) -> Iterable[Outcome]:
    activities = {one.id: one for one in known.activities if one.id in meeting.activities}
    for matter in matters:
        if matter.kind is MatterKind.REQUIREMENT and matter.status is not None:
            of = next((one.id for one in activities.values() if matter.about in one.requirements), "")
            yield Outcome(
                id="",
                contract=meeting.contract,
                supplier=meeting.supplier,
                requirement=matter.about,
                day=meeting.day,
                status=matter.status,
                method=Method.MEETING if matter.status.is_checked else None,
                note=matter.note,
                meeting=meeting.id,
                activity=of,
            )


def _settled(meeting: Meeting, matters: Iterable[Matter], known: Known) -> Iterable[Promise]:
    """Give the earlier promises that something came of."""
    promises = {one.id: one for one in known.promises}
    for matter in matters:
        if matter.kind is MatterKind.PROMISE and matter.about in promises and (matter.note or matter.status in _CAME_OF):
            before = promises[matter.about]
            state = _CAME_OF.get(matter.status, before.state) if matter.status else before.state
            done = meeting.day if state is PromiseState.KEPT else None
            yield replace(before, state=state, done=done, note=matter.note or before.note)


def _promised(meeting: Meeting, matters: Iterable[Matter], known: Known) -> Iterable[Promise]:
    """Give what was promised at the meeting; a row in which nothing was written is none."""
    earlier = {one.id: one for one in known.promises}
    for matter in matters:
        about = earlier.get(matter.about)
        for pledge in matter.pledges:
            if pledge.what:
                yield Promise(
                    id="",
                    contract=meeting.contract,
                    supplier=meeting.supplier,
                    meeting=meeting.id,
                    what=pledge.what,
                    owner=pledge.owner,
                    side=pledge.side,
                    due=pledge.due,
                    requirement=_about(matter, MatterKind.REQUIREMENT) or (about.requirement if about else ""),
                    deviation=_about(matter, MatterKind.DEVIATION) or (about.deviation if about else ""),
                )


def _about(matter: Matter, kind: MatterKind) -> str:
    return matter.about if matter.kind is kind else ""


def _deviations(
    meeting: Meeting, matters: Iterable[Matter], known: Known, outcomes: Iterable[Outcome], country: Country
) -> Iterable[Deviation]:
    requirements, found = known.by_id(), {one.requirement: one for one in outcomes}
    at_supplier = tuple(one for one in known.deviations if one.supplier == meeting.supplier)
    for matter in matters:
        if matter.about not in requirements or matter.raise_deviation is False or not proposes_deviation(matter, at_supplier):
            continue
        # Minutes in two languages are kept with both; the first is the one that counts.
        language = meeting.language.partition("-")[0]
        raised = raised_from(found[matter.about], requirements[matter.about], meeting.day, country, language)
        if raised is not None:
            yield replace(raised, evidence=matter.evidence)


def _done(meeting: Meeting, outcomes: tuple[Outcome, ...], known: Known, suppliers: tuple[Supplier, ...]) -> tuple[KeptActivity, ...]:
    """Give the activities of the meeting that are done with it, at every supplier they are about.

    A start meeting is done by being held; another activity when all it checks has been looked at.
    """
    planned = (one for one in known.activities if one.id in meeting.activities and one.state is State.PLANNED)
    return tuple(one for one in planned if not set(one.methods) & AWAY_FROM_THE_TABLE and _is_done(one, meeting, outcomes, known, suppliers))


def _is_done(
    activity: KeptActivity, meeting: Meeting, outcomes: tuple[Outcome, ...], known: Known, suppliers: tuple[Supplier, ...]
) -> bool:
    of = [one for one in suppliers if activity.supplier in {"", one.id}]
    before = [one for one in known.outcomes if one.activity == activity.id]
    if activity.occasion is Occasion.START_MEETING:
        return {one.id for one in of} <= {meeting.supplier, *(one.supplier for one in before)}
    looked = {(one.requirement, one.supplier) for one in (*outcomes, *before) if one.status.is_checked}
    requirements = known.by_id()
    asked = [requirements[one] for one in activity.requirements if one in requirements]
    return {(one.id, supplier.id) for one in asked for supplier in of if one.holds_for(supplier)} <= looked


def _with_time(activities: tuple[KeptActivity, ...], meeting: Meeting, at: str) -> tuple[KeptActivity, ...]:
    """Mark activities as done on the day of the meeting, which gives them its minutes as they were planned beside each other."""
    minutes = _minutes(meeting.began, at)
    planned = sum(one.minutes for one in activities)
    shares: Mapping[str, int] = {
        one.id: round(minutes * (one.minutes / planned if planned else 1 / len(activities))) for one in activities if minutes
    }
    return tuple(replace(one, state=State.DONE, done=meeting.day, used=shares.get(one.id, one.used)) for one in activities)


def _minutes(began: str, closed: str) -> int:
    """Give the minutes between two ISO times; 0 when one is not known or the meeting was interrupted for long."""
    if not began or not closed:
        return 0
    passed = datetime.fromisoformat(closed) - datetime.fromisoformat(began)
    minutes = round(passed.total_seconds() / 60)
    return minutes if 0 < minutes <= LONGEST_MINUTES else 0
