"""A contract's plan as its screen tells it: done, moved, dropped and own activities, hours, and taking everything back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tests.followup.contracts_made import frozen
from tests.screens.planned import planned

from kravkompass.catalog.terms import Country, Interval
from kravkompass.followup.activity import KeptActivity, State
from kravkompass.followup.laying_out import Why
from kravkompass.followup.planning import Occasion
from kravkompass.language import Language, Languages
from kravkompass.purchases.settings import Settings
from kravkompass.purchases.store import Store
from kravkompass.screens.contract import ContractScreen
from kravkompass.screens.contract_plan import ContractPlan, PlanView
from kravkompass.screens.contract_plan_files import write_plan
from kravkompass.screens.document_kinds import DocumentKind
from kravkompass.screens.export import file_name
from kravkompass.screens.export_formats import Format

TODAY = date(2027, 9, 15)


@pytest.fixture
def screen(store: Store) -> ContractScreen:
    return planned(store, lambda: TODAY)


@pytest.fixture
def plan(screen: ContractScreen) -> ContractPlan:
    return ContractPlan(screen)


def kept(screen: ContractScreen) -> tuple[KeptActivity, ...]:
    return screen.store.parts(KeptActivity, ("day", "key"), contract=screen.id)


def at(view: PlanView, key: str) -> KeptActivity:
    return next(one for one in view.activities if one.key == key)


def test_overdue_comes_first_then_what_is_coming(plan: ContractPlan) -> None:
    view = plan.view()
    assert [one.day.isoformat() for one in view.overdue] == ["2027-03-01", "2027-09-01"]
    assert {one.key for one in view.coming} == {"check/buyer/12", "meeting/buyer/12", "check/buyer/18", "evaluation/buyer/22"}
    assert (view.past, view.gaps, view.beyond) == ((), (), ())
    assert not view.outdated
    assert view.activities == (*view.overdue, *view.coming)


@pytest.mark.parametrize(
    ("verb", "state"),
    [
        (lambda plan, one: plan.finish(one, TODAY, 75, "Bra"), State.DONE),
        (lambda plan, one: plan.finish(one, TODAY, None, ""), State.DONE),
        (lambda plan, one: plan.move(one, date(2027, 10, 4), "Semester"), State.PLANNED),
        (lambda plan, one: plan.drop(one, "Nyss kontrollerat"), State.DROPPED),
    ],
)
def test_what_happens_to_an_activity_can_be_taken_back(
    plan: ContractPlan, screen: ContractScreen, verb: Callable[[ContractPlan, KeptActivity], Callable[[], None]], state: State
) -> None:
    before = kept(screen)
    one = at(plan.view(), "check/buyer/6")
    undo = verb(plan, one)
    now = plan.activity(one.id)
    assert now != one
    assert now.state is state
    undo()
    assert kept(screen) == before


def test_minutes_not_said_count_as_planned(plan: ContractPlan) -> None:
    hours = plan.view().hours
    assert hours is not None
    assert (hours.year, hours.there_are) == (1, 0)
    plan.finish(at(plan.view(), "start-meeting/buyer"), TODAY, None, "")
    plan.finish(at(plan.view(), "check/buyer/6"), TODAY, 15, "")
    after = plan.view().hours
    assert after is not None
    assert (after.planned, after.used) == (hours.planned - 2, 1.75)


def test_hours_are_those_of_the_year_of_the_contract(store: Store) -> None:
    with store.change() as change:
        change.keep_settings(replace(store.settings(), profile='{"format": "kravkompass-profile", "version": 1, "hours": 20}'))
    first, second = (ContractPlan(planned(store, lambda day=day: day)).view().hours for day in (date(2026, 1, 1), date(2028, 3, 1)))  # type: ignore[misc]
    assert first is not None
    assert second is not None
    assert (first.year, second.year, first.there_are) == (1, 2, 20)
    assert first.left == 20 - first.planned
    assert ContractPlan(planned(store, lambda: TODAY, start=None)).view().hours is None


def test_what_is_dropped_is_said_not_to_be_checked(plan: ContractPlan) -> None:
    plan.drop(at(plan.view(), "check/buyer/6"), "Nyss kontrollerat")
    (gap,) = plan.view().gaps
    assert (gap.why, gap.missing, gap.of) == (Why.DROPPED, 1, 3)
    plan.reopen(at(plan.view(), "check/buyer/6"))
    assert plan.view().gaps == ()


def test_reopening_follows_the_plan_again(plan: ContractPlan, screen: ContractScreen) -> None:
    before = kept(screen)
    one = at(plan.view(), "check/buyer/6")
    plan.move(one, date(2027, 12, 1), "Senare")
    plan.finish(plan.activity(one.id), date(2027, 12, 2), 30, "")
    plan.reopen(plan.activity(one.id))
    assert kept(screen) == before


def test_activities_of_ones_own(plan: ContractPlan, screen: ContractScreen) -> None:
    requirement = screen.requirements[0].id
    undo = plan.add("Ring om märkningen", date(2027, 9, 20), 20, (requirement,))
    (own,) = [one for one in plan.view().coming if one.occasion is Occasion.OWN]
    assert (own.title, own.requirements, own.key) == ("Ring om märkningen", (requirement,), "")
    back = plan.remove(own)
    assert own not in plan.view().coming
    back()
    assert own in plan.view().coming
    undo()
    assert own not in plan.view().coming


def test_a_contract_entered_late_drops_what_lies_before_today_with_one_reason(plan: ContractPlan, screen: ContractScreen) -> None:
    before = kept(screen)
    undo = plan.drop_overdue("Avtalet lades in sent")
    view = plan.view()
    assert view.overdue == ()
    assert {one.reason for one in view.past} == {"Avtalet lades in sent"}
    undo()
    assert kept(screen) == before


def test_the_plan_says_when_it_no_longer_fits_and_can_be_laid_out_anew(plan: ContractPlan, screen: ContractScreen) -> None:
    with screen.change() as change:
        change.contracts.keep(replace(screen.contract, months=36))
    outdated = plan.view().outdated
    assert {one.key for one in outdated.added} == {"check/buyer/24", "meeting/buyer/24", "check/buyer/30", "evaluation/buyer/34"}
    before = kept(screen)
    changes, undo = plan.lay_out_anew()
    assert len(changes.added) == len(outdated.added)
    assert all(one.id for one in changes.added)
    assert not plan.view().outdated
    undo()
    assert kept(screen) == before


def test_what_was_moved_beyond_the_end_is_told(plan: ContractPlan, screen: ContractScreen) -> None:
    one = at(plan.view(), "check/buyer/18")
    plan.move(one, date(2028, 12, 4), "Senare")
    assert plan.view().beyond == ()
    with screen.change() as change:
        change.contracts.keep(replace(screen.contract, ended=date(2028, 10, 1)))
    assert [two.id for two in plan.view().beyond] == [one.id]


@pytest.mark.parametrize(
    ("country", "start", "why"),
    [
        (Country.SWEDEN, date(2023, 12, 6), "Sweden's national day"),
        (Country.NORWAY, date(2027, 11, 17), "Norway's constitution day"),
        (Country.SWEDEN, date(2027, 3, 1), ""),
    ],
)
def test_a_holiday_that_moved_an_activity_is_named(store: Store, country: Country, start: date, why: str) -> None:
    screen = planned(store, lambda: TODAY, country=country, start=start)
    plan = ContractPlan(screen)
    one = next(each for each in kept(screen) if each.key == "check/buyer/6")
    assert plan.shift(one).why == why
    plan.move(one, date(2029, 1, 8), "Senare")
    assert plan.shift(plan.activity(one.id)).why == ""


def test_no_time_is_told_and_an_own_activity_answers_it(store: Store) -> None:
    with store.change() as change:
        change.keep_settings(Settings())
    rows = (frozen("K01", interval=Interval.YEARLY, minutes=600),)
    screen = planned(store, lambda: TODAY, hours=4, rows=rows)
    plan = ContractPlan(screen)
    assert [gap.why for gap in plan.view().gaps] == [Why.NO_TIME]
    plan.add("Titta ändå", date(2027, 12, 1), 60, (screen.requirements[0].id,))
    assert plan.view().gaps == ()


@pytest.mark.parametrize("language", list(Language))
def test_the_files_of_a_contract_and_of_its_purchase_can_lie_in_one_folder(screen: ContractScreen, tmp_path: Path, language: Language) -> None:
    forms = (Format.CALENDAR, Format.WORD)
    written = write_plan(screen, Languages(language), forms, tmp_path)
    of_purchase = {file_name(screen.contract.title, DocumentKind.FOLLOWUP_PLAN, language, form) for form in forms}
    assert of_purchase.isdisjoint({one.name for one in written})
    assert len({one.name for one in written}) == len(forms)
