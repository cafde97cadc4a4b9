"""What a meeting comes to: outcomes, promises, deviations and done activities, and nothing that nobody said."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from tests.followup.agreed import ALL, DAY, FRUIT, GREENS, deviating, found, planned, promised, required, start_meeting
from tests.purchases.meeting_samples import matter, meeting

from kravkompass.catalog.terms import Country, Method, Severity
from kravkompass.followup.activity import State, Status
from kravkompass.followup.agenda import Known
from kravkompass.followup.closing import Closing, closing, proposes_deviation
from kravkompass.followup.deviation import DeviationState
from kravkompass.followup.meeting import Matter, MatterKind, Meeting, Pledge, PromiseState, Side
from kravkompass.followup.raising import first_deadline

AT = "2027-09-01T12:30:00.000+00:00"
K1, K2 = required("K1", Severity.SERIOUS), required("K2")


def about(requirement: str, status: Status | None, note: str = "", **changes: Any) -> Matter:  # noqa: ANN401 - the fields of a matter
    fields: dict[str, Any] = {"pledges": (), "evidence": (), "raise_deviation": None}
    return matter("c", "m", about=requirement, status=status, note=note, **{**fields, **changes})


def held(*activities: str, supplier: str = "all", **changes: object) -> Meeting:
    return meeting("c", supplier, id="m", day=DAY, activities=activities, **{"began": "2027-09-01T11:00:00.000+00:00", **changes})


def closed(*matters: Matter, known: Known | None = None, of: Meeting | None = None) -> Closing:
    return closing(of or held(), matters, known or Known((K1, K2)), (ALL,), AT, Country.SWEDEN)


def test_every_status_becomes_an_outcome() -> None:
    outcomes = closed(about("k1", Status.MET, "Fint"), about("k2", Status.NOT_CHECKED)).outcomes
    assert [(one.requirement, one.status, one.note, one.day, one.supplier, one.meeting) for one in outcomes] == [
        ("k1", Status.MET, "Fint", DAY, "all", "m"),
        ("k2", Status.NOT_CHECKED, "", DAY, "all", "m"),
    ]
    assert [one.method for one in outcomes] == [Method.MEETING, None]


def test_what_nobody_came_to_leaves_no_outcome() -> None:
    assert closed(about("k1", None, "Bara en anteckning")) == Closing((), (), (), ())


def test_an_outcome_belongs_to_the_activity_that_wanted_it() -> None:
    wanted, other = planned("k1"), planned("k2", id="other")
    known = Known((K1, K2), (wanted, other))
    outcomes = closed(about("k1", Status.MET), about("k2", Status.MET), known=known, of=held(wanted.id)).outcomes
    assert [one.activity for one in outcomes] == [wanted.id, ""]


def test_what_is_promised_is_kept_with_what_it_is_about() -> None:
    pledge = Pledge("Skicka listan", "Bo Berg", Side.SUPPLIER, date(2027, 10, 1))
    ours = Pledge("Beställa i tid", "Åsa Öst", Side.BUYER)
    earlier = promised("p", requirement="k2")
    known = Known((K1, K2), promises=(earlier,), deviations=(deviating("d", "k1"),))
    promises = closed(
        about("k1", Status.MET, pledges=(pledge, Pledge())),
        about("d", None, kind=MatterKind.DEVIATION, pledges=(ours,)),
        about("p", None, kind=MatterKind.PROMISE, pledges=(pledge,)),
        about("", None, kind=MatterKind.POINT, pledges=(pledge,)),
        known=known,
    ).promises
    assert [(one.what, one.owner, one.side, one.due, one.requirement, one.deviation, one.meeting) for one in promises] == [
        ("Skicka listan", "Bo Berg", Side.SUPPLIER, date(2027, 10, 1), "k1", "", "m"),
        ("Beställa i tid", "Åsa Öst", Side.BUYER, None, "", "d", "m"),
        ("Skicka listan", "Bo Berg", Side.SUPPLIER, date(2027, 10, 1), "k2", "", "m"),
        ("Skicka listan", "Bo Berg", Side.SUPPLIER, date(2027, 10, 1), "", "", "m"),
    ]
    assert {one.state for one in promises} == {PromiseState.OPEN}


@pytest.mark.parametrize(
    ("status", "state", "done"),
    [
        (Status.MET, PromiseState.KEPT, DAY),
        (Status.NOT_MET, PromiseState.BROKEN, None),
        (Status.NOT_APPLICABLE, PromiseState.DROPPED, None),
    ],
)
def test_an_earlier_promise_is_settled(status: Status, state: PromiseState, done: date | None) -> None:
    known = Known(promises=(promised("p"),))
    (after,) = closed(about("p", status, "Sagt", kind=MatterKind.PROMISE), known=known).promises
    assert (after.id, after.state, after.done, after.note) == ("p", state, done, "Sagt")


@pytest.mark.parametrize("status", [Status.PARTLY, Status.NOT_CHECKED, None])
def test_a_promise_not_settled_stays_open_with_what_was_said(status: Status | None) -> None:
    known = Known(promises=(promised("p"),))
    (after,) = closed(about("p", status, "Snart", kind=MatterKind.PROMISE), known=known).promises
    assert (after.state, after.note) == (PromiseState.OPEN, "Snart")
    assert closed(about("p", status, kind=MatterKind.PROMISE), known=known).promises == ()


@pytest.mark.parametrize(("status", "severity"), [(Status.PARTLY, Severity.ORDINARY), (Status.NOT_MET, Severity.SERIOUS)])
def test_what_is_not_as_agreed_is_proposed_as_a_deviation(status: Status, severity: Severity) -> None:
    (raised,) = closed(about("k1", status, "Ingen lista", evidence=("e",))).deviations
    assert (raised.requirement, raised.what, raised.severity, raised.found) == ("k1", "Ingen lista", severity, DAY)
    assert (raised.meeting, raised.supplier, raised.evidence) == ("m", "all", ("e",))
    assert raised.deadline == first_deadline(severity, DAY, Country.SWEDEN)


def test_a_deviation_nobody_described_says_what_the_requirement_says_of_it() -> None:
    deviations = closed(about("k1", Status.NOT_MET), about("k2", Status.PARTLY), of=held(language="nb")).deviations
    assert [one.what for one in deviations] == ["not_met K1 nb", "partly K2 nb"]
    (elsewhere,) = closed(about("k1", Status.NOT_MET), of=held(language="nn")).deviations
    assert elsewhere.what == "not_met K1 sv"


def test_the_buyer_can_decide_against_a_deviation() -> None:
    assert closed(about("k1", Status.NOT_MET, raise_deviation=False)).deviations == ()
    assert len(closed(about("k1", Status.NOT_MET, raise_deviation=True)).deviations) == 1


def test_a_deviation_is_not_raised_twice() -> None:
    there = Known((K1,), deviations=(deviating("d", "k1"),))
    assert closed(about("k1", Status.NOT_MET), known=there).deviations == ()
    elsewhere = Known((K1,), deviations=(deviating("d", "k1", "greens"), deviating("e", "k1", state=DeviationState.CLOSED)))
    assert len(closed(about("k1", Status.NOT_MET), known=elsewhere).deviations) == 1


@pytest.mark.parametrize("status", [Status.MET, Status.NOT_CHECKED, Status.NOT_APPLICABLE, None])
def test_nothing_else_is_a_deviation(status: Status | None) -> None:
    assert not proposes_deviation(about("k1", status), ())
    assert not proposes_deviation(about("p", Status.NOT_MET, kind=MatterKind.PROMISE), ())


def test_an_activity_is_done_when_all_it_checks_has_been_looked_at() -> None:
    one = planned("k1", "k2")
    known = Known((K1, K2), (one,))
    (done,) = closed(about("k1", Status.MET), about("k2", Status.NOT_MET), known=known, of=held(one.id)).activities
    assert (done.id, done.state, done.done) == (one.id, State.DONE, DAY)
    for other in (about("k2", Status.NOT_CHECKED), about("k2", None)):
        assert closed(about("k1", Status.MET), other, known=known, of=held(one.id)).activities == ()
    assert closed(about("k1", Status.MET), about("k2", Status.MET), known=known).activities == ()


@pytest.mark.parametrize("method", [Method.TEST, Method.SITE_VISIT, Method.OFFICE_AUDIT, Method.FACTORY_AUDIT])
def test_a_visit_is_not_done_by_talking_about_it(method: Method) -> None:
    one = planned("k1", methods=(Method.MEETING, method))
    assert closed(about("k1", Status.MET), known=Known((K1,), (one,)), of=held(one.id)).activities == ()


def test_an_activity_for_several_suppliers_is_done_when_all_of_them_are_checked() -> None:
    one = planned("k1")
    first = held(one.id, supplier="fruit")
    alone = closing(first, [about("k1", Status.MET)], Known((K1,), (one,)), (FRUIT, GREENS), AT, Country.SWEDEN)
    assert alone.activities == ()
    before = found("k1", Status.MET, "greens", activity=one.id)
    both = closing(first, [about("k1", Status.MET)], Known((K1,), (one,), (before,)), (FRUIT, GREENS), AT, Country.SWEDEN)
    assert [done.id for done in both.activities] == [one.id]


def test_a_lot_is_only_asked_of_the_suppliers_it_concerns() -> None:
    one = planned("k1")
    known = Known((required("K1", lots=("1",)),), (one,))
    done = closing(held(one.id, supplier="fruit"), [about("k1", Status.MET)], known, (FRUIT, GREENS), AT, Country.SWEDEN)
    assert [activity.id for activity in done.activities] == [one.id]


def test_the_minutes_of_the_meeting_are_shared_out_as_they_were_planned() -> None:
    long, short = planned("k1", minutes=60), planned("k2", minutes=30, id="short")
    known = Known((K1, K2), (long, short))
    matters = (about("k1", Status.MET), about("k2", Status.MET))
    assert [one.used for one in closed(*matters, known=known, of=held(long.id, "short")).activities] == [60, 30]
    interrupted = held(long.id, "short", began="2027-08-31T11:00:00.000+00:00")
    assert [one.used for one in closed(*matters, known=known, of=interrupted).activities] == [None, None]


def test_the_start_meeting_of_the_plan_is_done_by_being_held() -> None:
    one = start_meeting("k1", "k2")
    known = Known((K1, K2), (one,))
    assert [done.id for done in closed(about("k1", Status.MET), known=known, of=held("start")).activities] == ["start"]


def test_the_start_meeting_is_held_with_every_supplier() -> None:
    one = start_meeting("k1")
    first = held("start", supplier="fruit")
    assert closing(first, [about("k1", Status.MET)], Known((K1,), (one,)), (FRUIT, GREENS), AT, Country.SWEDEN).activities == ()
    before = found("k1", Status.NOT_CHECKED, "greens", activity="start")
    both = closing(first, [], Known((K1,), (one,), (before,)), (FRUIT, GREENS), AT, Country.SWEDEN)
    assert [done.id for done in both.activities] == ["start"]
