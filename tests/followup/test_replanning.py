"""The plan laid out anew over the one that is kept: nothing that was done, moved or dropped is lost, and the rest follows the contract."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.followup.contracts_made import contract, contracts, frozen, requirement_lists, supplier, supplier_lists

from kravkompass.catalog.terms import Interval, RiskArea, RiskLevel, Who
from kravkompass.followup.activity import KeptActivity, State
from kravkompass.followup.contract import Classification, Contract, Extension, FrozenRequirement, Supplier
from kravkompass.followup.evidence import SOON_DAYS, Evidence
from kravkompass.followup.laying_out import Gap, LaidOut, Why, evidence_key, lay_out
from kravkompass.followup.planning import Occasion
from kravkompass.followup.replanning import is_moved, overdue, replan, unchecked

ROWS = (frozen("K01", interval=Interval.HALF_YEARLY),)
ONE = [supplier("S1")]


def kept_after(kept: tuple[KeptActivity, ...], laid_out: LaidOut) -> tuple[KeptActivity, ...]:
    """Do what replanning says, as the store would."""
    changes = replan(kept, laid_out)
    altered = {one.id: one for one in changes.altered}
    gone = {one.id for one in changes.taken}
    stays = [altered.get(one.id, one) for one in kept if one.id not in gone]
    number = 1 + max((int(one.id) for one in kept), default=0)
    return (*stays, *(replace(one, id=str(number + place)) for place, one in enumerate(changes.added)))


def laid(one: Contract, suppliers: list[Supplier] | None = None) -> LaidOut:
    return lay_out(one, ROWS, ONE if suppliers is None else suppliers)


def first(one: Contract, suppliers: list[Supplier] | None = None) -> tuple[KeptActivity, ...]:
    return kept_after((), laid(one, suppliers))


def at(kept: tuple[KeptActivity, ...], key: str) -> KeptActivity:
    return next(one for one in kept if one.key == key)


def changed(kept: tuple[KeptActivity, ...], key: str, **fields: object) -> tuple[KeptActivity, ...]:
    return tuple(replace(one, **fields) if one.key == key else one for one in kept)  # type: ignore[arg-type]


def checks(kept: tuple[KeptActivity, ...]) -> list[str]:
    return sorted(one.day.isoformat() for one in kept if one.occasion is Occasion.CHECK)


# ---- the contract changes ------------------------------------------------------------------------------------------------------------


def test_a_later_start_moves_what_is_planned_and_nothing_else() -> None:
    before = first(contract())
    before = changed(before, "start-meeting/buyer", state=State.DONE, done=date(2027, 3, 2), used=80)
    before = changed(before, "check/buyer/6", day=date(2027, 10, 4), reason="Semester")
    after = kept_after(before, laid(contract(start=date(2027, 5, 3))))
    assert {one.id for one in after} == {one.id for one in before}
    assert at(after, "start-meeting/buyer") == at(before, "start-meeting/buyer")
    moved = at(after, "check/buyer/6")
    assert (moved.planned, moved.day, moved.reason) == (date(2027, 11, 3), date(2027, 10, 4), "Semester")
    assert at(after, "check/buyer/12").day == date(2028, 5, 3)


def test_an_extension_that_is_used_adds_a_year_and_its_decision_is_done() -> None:
    before = first(contract(extensions=(Extension(12), Extension(12))))
    assert checks(before) == ["2027-09-01", "2028-03-01", "2028-09-01"]
    used = contract(extensions=(Extension(12, used=True, decided=date(2028, 8, 28), reason="Går bra"), Extension(12)))
    after = kept_after(before, laid(used))
    assert checks(after) == ["2027-09-01", "2028-03-01", "2028-09-01", "2029-03-01", "2029-09-03"]
    decision = at(after, "extension-decision/buyer/1")
    assert (decision.state, decision.done) == (State.DONE, date(2028, 8, 28))
    assert at(after, "extension-decision/buyer/2").state is State.PLANNED
    assert [one.day.year for one in after if one.occasion is Occasion.EVALUATION] == [2030]


def test_an_extension_decided_after_the_contract_had_run_out_still_brings_its_checks() -> None:
    before = first(contract(extensions=(Extension(12),)))
    late = contract(extensions=(Extension(12, used=True, decided=date(2029, 5, 2), reason="Sent beslut"),))
    after = kept_after(before, laid(late))
    assert "2029-03-01" in checks(after)
    assert at(after, "extension-decision/buyer/1").done == date(2029, 5, 2)
    assert {"meeting/buyer/24", "check/buyer/24"} <= {one.key for one in overdue(after, date(2029, 5, 2))}


def test_a_declined_extension_is_decided_and_the_contract_ends_as_it_would() -> None:
    before = first(contract(extensions=(Extension(12),)))
    after = kept_after(before, laid(contract(extensions=(Extension(12, used=False, decided=date(2028, 8, 28)),))))
    assert checks(after) == checks(before)
    assert at(after, "extension-decision/buyer/1").state is State.DONE


def test_extended_and_then_ended_early_keeps_what_was_done_and_moved() -> None:
    used = (Extension(12, used=True, decided=date(2028, 9, 1)),)
    kept = first(contract(extensions=used))
    kept = changed(kept, "check/buyer/6", state=State.DONE, done=date(2027, 9, 2))
    kept = changed(kept, "check/buyer/18", state=State.DROPPED, reason="Inget nytt")
    kept = changed(kept, "check/buyer/30", day=date(2029, 10, 1), reason="Efter semestern")
    after = kept_after(kept, laid(contract(extensions=used, ended=date(2029, 2, 14), ended_reason="Överenskommet")))
    assert checks(after) == ["2027-09-01", "2028-03-01", "2028-09-01", "2029-10-01"]
    assert [one.day.isoformat() for one in after if one.occasion is Occasion.EVALUATION] == ["2029-02-14"]


def test_fewer_hours_take_planned_checks_away_and_more_bring_them_back() -> None:
    rows = (frozen("K01", minutes=300, interval=Interval.YEARLY),)
    enough, few = (lay_out(contract(months=36, hours=hours), rows, ()) for hours in (20, 3))
    whole = kept_after((), enough)
    less = kept_after(whole, few)
    assert checks(less) == []
    assert [gap.why for gap in unchecked(less, few)] == [Why.NO_TIME]
    assert checks(kept_after(less, enough)) == checks(whole)


def test_a_first_supplier_takes_over_what_was_planned_before_it_was_known() -> None:
    before = first(contract(), [])
    before = changed(before, "start-meeting/buyer", state=State.DONE, done=date(2027, 3, 1))
    after = kept_after(before, laid(contract()))
    assert {one.id for one in after} == {one.id for one in before}
    assert {one.supplier for one in after if one.occasion is Occasion.CHECK} == {"S1"}
    assert at(after, "start-meeting/buyer").state is State.DONE


def test_a_second_supplier_brings_activities_of_its_own() -> None:
    before = first(contract())
    after = kept_after(before, laid(contract(), [*ONE, supplier("S2")]))
    assert {one.id for one in before} <= {one.id for one in after}
    assert {one.supplier for one in after[len(before) :]} == {"S2"}


def test_what_the_buyer_added_stays_whatever_the_plan() -> None:
    own = KeptActivity("99", "c", "", Occasion.OWN, date(2040, 1, 1), date(2040, 1, 1), Who.BUYER, 30, "Ring", ("K01",))
    assert own in kept_after((*first(contract()), own), laid(contract(start=None)))


def test_evidence_with_another_last_day_is_asked_for_anew_and_a_day_taken_back_is_not() -> None:
    one = contract(months=48)
    paper = Evidence("e", one.id, "f", "Intyg", "application/pdf", 1, date(2027, 3, 1), valid_to=date(2028, 6, 30))

    def plan(last: date) -> LaidOut:
        return lay_out(one, ROWS, ONE, evidence=[replace(paper, valid_to=last)])

    first_day, later = date(2028, 6, 30), date(2029, 6, 30)
    kept = changed(kept_after((), plan(first_day)), evidence_key("e"), state=State.DONE, done=date(2028, 5, 2))
    assert not replan(kept, plan(first_day))
    after = kept_after(kept, plan(later))
    days = [(one.state, one.planned) for one in after if one.occasion is Occasion.EVIDENCE]
    assert days == [(State.DONE, first_day - timedelta(days=SOON_DAYS)), (State.PLANNED, later - timedelta(days=SOON_DAYS))]
    assert not replan(after, plan(later))
    assert kept_after(after, plan(first_day)) == kept


def test_the_order_of_requirements_means_nothing() -> None:
    rows = (frozen("K01"), frozen("K02"))
    laid_out = lay_out(contract(), rows, ONE)
    turned = tuple(replace(one, requirements=one.requirements[::-1]) for one in kept_after((), laid_out))
    assert not replan(turned, laid_out)


# ---- what will not be checked ----------------------------------------------------------------------------------------------------------


def test_what_was_dropped_is_said_with_how_much_of_it() -> None:
    kept = changed(first(contract()), "check/buyer/12", state=State.DROPPED, reason="Nyss kontrollerat")
    assert unchecked(kept, laid(contract())) == (Gap("K01", "S1", Why.DROPPED, 1, 3),)


def test_what_the_buyer_plans_herself_is_no_longer_said_to_lack_time() -> None:
    rows = (frozen("K01", minutes=300),)
    found = lay_out(contract(hours=3), rows, ONE)
    assert [gap.why for gap in unchecked((), found)] == [Why.NO_TIME]
    own = KeptActivity("1", "c", "", Occasion.OWN, date(2028, 1, 3), date(2028, 1, 3), Who.BUYER, 30, "Ring", ("K01",))
    assert unchecked([own], found) == ()
    assert unchecked([replace(own, state=State.DROPPED, reason="Hinner inte")], found) != ()
    assert unchecked([replace(own, supplier="S2")], found) != ()


def test_overdue_is_what_was_planned_before_today_the_oldest_first() -> None:
    kept = first(contract())
    late = overdue(kept, date(2028, 3, 1))
    assert [one.day.isoformat() for one in late] == ["2027-02-15", "2027-03-01", "2027-09-01"][3 - len(late) :]
    assert overdue(changed(kept, "check/buyer/6", state=State.DONE), date(2027, 9, 2)) == overdue(kept, date(2027, 9, 1))


# ---- whatever the contract -------------------------------------------------------------------------------------------------------------

states = st.lists(st.sampled_from(["planned", "planned", "moved", "done", "dropped"]), min_size=1, max_size=20)
changes = st.fixed_dictionaries(
    {},
    optional={
        "start": st.dates(date(2024, 1, 1), date(2032, 12, 31)),
        "months": st.integers(1, 72),
        "ended": st.dates(date(2024, 1, 1), date(2034, 12, 31)),
        "classification": st.sampled_from(Classification),
        "risks": st.dictionaries(st.sampled_from(RiskArea), st.sampled_from(RiskLevel)),
        "hours": st.integers(0, 40),
    },
)


def lived(kept: tuple[KeptActivity, ...], lives: list[str]) -> tuple[KeptActivity, ...]:
    """Let things happen to the activities, in turn."""
    happened = []
    for place, one in enumerate(kept):
        match lives[place % len(lives)]:
            case "moved":
                happened.append(replace(one, day=one.day + timedelta(days=40), reason="Senare"))
            case "done":
                happened.append(replace(one, state=State.DONE, done=one.day, used=30, note="Klart"))
            case "dropped":
                happened.append(replace(one, state=State.DROPPED, reason="Behövs inte"))
            case _:
                happened.append(one)
    return tuple(happened)


@given(contracts, requirement_lists, supplier_lists, states, changes)
def test_laying_out_anew_loses_nothing_and_settles_at_once(
    one: Contract, rows: tuple[FrozenRequirement, ...], suppliers: tuple[Supplier, ...], lives: list[str], change: dict[str, object]
) -> None:
    kept = lived(kept_after((), lay_out(one, rows, suppliers)), lives)
    now = lay_out(replace(one, **change), rows, suppliers)  # type: ignore[arg-type]
    after = kept_after(kept, now)
    there = {activity.id: activity for activity in after}
    for activity in kept:
        if activity.state is not State.PLANNED:
            assert there[activity.id] == activity
        elif is_moved(activity):
            assert (there[activity.id].day, there[activity.id].reason) == (activity.day, activity.reason)
    assert not replan(after, now)
    identities = [(activity.key, activity.supplier) for activity in after]
    assert len(set(identities)) == len(identities)
    assert {(activity.key, activity.supplier) for activity in now.activities} <= set(identities)


@given(contracts, requirement_lists, supplier_lists, states, changes)
def test_every_requirement_still_has_an_activity_or_stands_among_what_is_not_checked(
    one: Contract, rows: tuple[FrozenRequirement, ...], suppliers: tuple[Supplier, ...], lives: list[str], change: dict[str, object]
) -> None:
    now = lay_out(replace(one, **change), rows, suppliers)  # type: ignore[arg-type]
    after = kept_after(lived(kept_after((), lay_out(one, rows, suppliers)), lives), now)
    checked = {name for activity in after if activity.state is not State.DROPPED for name in activity.requirements}
    told = {gap.requirement for gap in unchecked(after, now)}
    assert {row.id for row in rows} <= checked | told


@given(contracts, requirement_lists, supplier_lists, changes)
def test_a_change_that_is_taken_back_gives_the_plan_there_was(
    one: Contract, rows: tuple[FrozenRequirement, ...], suppliers: tuple[Supplier, ...], change: dict[str, object]
) -> None:
    before, other = lay_out(one, rows, suppliers), lay_out(replace(one, **change), rows, suppliers)  # type: ignore[arg-type]
    assume_undecided = replace(before, decided={})
    first_plan = kept_after((), assume_undecided)
    back = kept_after(kept_after(first_plan, replace(other, decided={})), assume_undecided)
    assert {replace(activity, id="") for activity in back} == {replace(activity, id="") for activity in first_plan}


@pytest.mark.parametrize("state", State)
def test_moved_is_what_the_buyer_gave_a_reason_for(state: State) -> None:
    activity = replace(first(contract())[0], state=state, reason="Semester")
    assert is_moved(activity) is (state is not State.DROPPED)
    assert not is_moved(replace(activity, reason=""))
