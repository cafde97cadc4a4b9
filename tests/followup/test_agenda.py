"""What a meeting goes through, and why: from the plan and from what was left open, only this supplier's, the most serious first."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from tests.followup.agreed import ALL, DAY, FRUIT, GREENS, deviating, found, planned, promised, required, start_meeting
from tests.purchases.meeting_samples import matter

from kravkompass.catalog.terms import Severity
from kravkompass.followup.activity import State, Status
from kravkompass.followup.agenda import AHEAD_DAYS, Known, agenda, due_activities, only_of
from kravkompass.followup.deviation import DeviationState
from kravkompass.followup.meeting import MatterKind, MeetingKind, PromiseState, Why
from kravkompass.followup.planning import Occasion

K1, K2, K3 = required("K1"), required("K2"), required("K3")


def reasons(known: Known, kind: MeetingKind = MeetingKind.FOLLOW_UP) -> dict[str, Why]:
    return {one.about: one.why for one in agenda(kind, DAY, known)}


def test_a_start_meeting_goes_through_everything() -> None:
    known = Known((K1, K2, K3), (start_meeting("k1"),), (found("k2", Status.MET),))
    assert reasons(known, MeetingKind.START) == {"k1": Why.DUE, "k3": Why.UNANSWERED, "k2": Why.ADDED}


def test_each_requirement_says_why_it_is_gone_through() -> None:
    checked = (found("k1", Status.MET), found("k2", Status.PARTLY))
    assert reasons(Known((K1, K2, K3), (planned("k1"),), checked)) == {"k1": Why.DUE, "k2": Why.LEFT_OPEN, "k3": Why.UNANSWERED}


@pytest.mark.parametrize("status", [Status.PARTLY, Status.NOT_MET, Status.NOT_CHECKED])
def test_what_was_left_open_comes_back(status: Status) -> None:
    assert reasons(Known((K1,), (), (found("k1", status),))) == {"k1": Why.LEFT_OPEN}


@pytest.mark.parametrize("status", [Status.MET, Status.NOT_APPLICABLE])
def test_what_is_settled_and_not_due_is_not_asked_again(status: Status) -> None:
    assert reasons(Known((K1,), (), (found("k1", status),))) == {}


def test_the_latest_outcome_counts() -> None:
    before, after = found("k1", Status.NOT_MET), found("k1", Status.MET, day=date(2027, 4, 1))
    assert reasons(Known((K1,), (), (before, after))) == {}


def test_what_was_on_the_agenda_last_time_and_not_reached_comes_back() -> None:
    last = (matter("c", "m", about="k1", status=None, note="", pledges=(), evidence=()), matter("c", "m", about="k2", status=Status.MET))
    checked = (found("k1", Status.MET), found("k2", Status.MET))
    assert reasons(Known((K1, K2), (), checked, matters=last)) == {"k1": Why.LEFT_OPEN}


@pytest.mark.parametrize(("days", "is_due"), [(-400, True), (0, True), (AHEAD_DAYS, True), (AHEAD_DAYS + 1, False)])
def test_what_the_plan_wants_up_to_the_meeting_and_a_little_ahead_is_due(days: int, is_due: bool) -> None:
    one = planned("k1", day=DAY + timedelta(days=days))
    assert bool(due_activities((one,), MeetingKind.FOLLOW_UP, DAY)) is is_due


@pytest.mark.parametrize("state", [State.DONE, State.DROPPED])
def test_what_is_done_or_dropped_is_not_due(state: State) -> None:
    assert due_activities((planned("k1", state=state),), MeetingKind.FOLLOW_UP, DAY) == ()


def test_only_a_start_meeting_does_the_start_meeting_of_the_plan() -> None:
    activities = (start_meeting(), planned("k1"))
    assert [one.occasion for one in due_activities(activities, MeetingKind.START, DAY)] == [Occasion.START_MEETING]
    assert [one.occasion for one in due_activities(activities, MeetingKind.FOLLOW_UP, DAY)] == [Occasion.CHECK]
    assert due_activities(activities, MeetingKind.EXTRA, DAY) == ()


def test_an_extra_meeting_takes_up_only_what_was_left_open() -> None:
    known = Known((K1, K2, K3), (planned("k1"),), (found("k2", Status.NOT_MET),))
    assert reasons(known, MeetingKind.EXTRA) == {"k2": Why.LEFT_OPEN}


def test_the_most_serious_and_statutory_come_first() -> None:
    known = Known((
        required("K1"),
        required("K2", statutory=True),
        required("K3", Severity.SERIOUS),
        required("K4", Severity.ZERO_TOLERANCE),
        required("K5", Severity.ZERO_TOLERANCE, statutory=True),
        required("K10"),
    ))
    assert list(reasons(known)) == ["k5", "k4", "k3", "k2", "k1", "k10"]


def test_promises_and_deviations_come_before_the_requirements() -> None:
    known = Known(
        (required("K1", Severity.ZERO_TOLERANCE), K2),
        promises=(promised("late", due=date(2027, 8, 1)), promised("later", due=date(2027, 10, 1)), promised("serious", requirement="k1", due=None)),
        deviations=(deviating("small"), deviating("grave", severity=Severity.SERIOUS)),
    )
    matters = agenda(MeetingKind.FOLLOW_UP, DAY, known)
    assert [one.about for one in matters] == ["serious", "late", "later", "grave", "small", "k1", "k2"]
    assert [one.kind for one in matters[:5]] == [MatterKind.PROMISE] * 3 + [MatterKind.DEVIATION] * 2
    assert [one.position for one in matters] == list(range(7))


def test_what_is_settled_is_not_on_the_agenda() -> None:
    known = Known(
        promises=(promised("kept", state=PromiseState.KEPT),),
        deviations=(deviating("closed", state=DeviationState.CLOSED), deviating("part"), deviating("whole", gathers=("part",))),
    )
    assert [one.about for one in agenda(MeetingKind.FOLLOW_UP, DAY, known)] == ["whole"]


def test_nothing_of_another_supplier_is_known() -> None:
    requirements = (required("K1", lots=("1",)), required("K2", lots=("2",)), required("K3"))
    known = Known(
        requirements,
        (planned("k1", supplier="fruit"), planned("k2", supplier="greens"), planned("k3")),
        (found("k3", Status.NOT_MET, "greens"), found("k1", Status.MET, "fruit")),
        (promised("p1", "fruit"), promised("p2", "greens")),
        (deviating("d1", supplier="fruit"), deviating("d2", supplier="greens")),
    )
    mine = only_of(FRUIT, known)
    assert [one.id for one in mine.requirements] == ["k1", "k3"]
    assert {one.supplier for one in mine.activities} == {"fruit", ""}
    suppliers = [one.supplier for one in mine.outcomes] + [one.supplier for one in mine.promises] + [one.supplier for one in mine.deviations]
    assert suppliers == ["fruit"] * 3
    assert {one.about for one in agenda(MeetingKind.FOLLOW_UP, DAY, mine)} == {"p1", "d1", "k1", "k3"}
    assert {one.about for one in agenda(MeetingKind.FOLLOW_UP, DAY, only_of(GREENS, known))} == {"p2", "d2", "k2", "k3"}
    assert [one.id for one in only_of(ALL, known).requirements] == ["k1", "k2", "k3"]
