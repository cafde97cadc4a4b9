"""Deadlines, deviations out of outcomes, and small deviations that together are a serious one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.followup.deviation_samples import fresh
from tests.purchases.contract_samples import frozen, outcome

from kravkompass.app import Parts
from kravkompass.catalog.terms import Country, Severity
from kravkompass.followup.activity import Status
from kravkompass.followup.calendar import closed
from kravkompass.followup.deadlines import DAYS, suggested
from kravkompass.followup.deviation import Deviation, DeviationState
from kravkompass.followup.gathering import PRACTICE, SOURCE, gatherings
from kravkompass.followup.ladder import Step
from kravkompass.followup.raising import raised_from

TODAY = date(2028, 2, 29)


@pytest.mark.parametrize(
    ("step", "severity", "day", "expected"),
    [
        (Step.DIALOGUE, Severity.ORDINARY, date(2027, 9, 1), date(2027, 9, 15)),
        (Step.DIALOGUE, Severity.ZERO_TOLERANCE, date(2027, 9, 3), date(2027, 9, 6)),  # a Saturday goes to Monday
        (Step.NOTICE, Severity.ORDINARY, date(2028, 2, 1), date(2028, 2, 29)),
        (Step.NOTICE, Severity.SERIOUS, date(2027, 12, 20), date(2028, 1, 3)),
        (Step.ACTION_PLAN, Severity.ZERO_TOLERANCE, date(2028, 2, 24), date(2028, 2, 29)),
        (Step.SUSPENSION, Severity.SERIOUS, date(2027, 9, 1), None),
        (Step.PENALTY, Severity.ORDINARY, date(2027, 9, 1), None),
        (Step.TERMINATION, Severity.ORDINARY, date(2027, 9, 1), None),
        (Step.NOTICE, Severity.ORDINARY, date.max, None),
    ],
)
def test_deadlines(step: Step, severity: Severity, day: date, expected: date | None) -> None:
    assert suggested(step, severity, day, Country.SWEDEN) == expected


def test_a_check_is_made_when_the_plan_is_done() -> None:
    day = date(2027, 9, 1)
    assert suggested(Step.CHECK, Severity.ORDINARY, day, Country.SWEDEN, date(2027, 10, 30)) == date(2027, 11, 1)
    assert suggested(Step.CHECK, Severity.ORDINARY, day, Country.SWEDEN, day) == day
    assert suggested(Step.CHECK, Severity.ORDINARY, day, Country.SWEDEN, day - timedelta(days=1)) == date(2027, 9, 29)


@pytest.mark.parametrize("step", DAYS)
def test_what_is_more_serious_has_less_time(step: Step) -> None:
    ordinary, serious, zero = (DAYS[step][severity] for severity in Severity)
    assert ordinary >= serious >= zero > 0


@pytest.mark.parametrize(
    ("country", "day", "expected"),
    [
        (Country.SWEDEN, date(2027, 12, 10), date(2027, 12, 27)),  # Christmas Eve is a Friday
        (Country.NORWAY, date(2027, 5, 3), date(2027, 5, 18)),  # the constitution day is a Monday, and Whit Monday too
        (Country.SWEDEN, date(2027, 5, 3), date(2027, 5, 17)),
        (Country.SWEDEN, date(2027, 5, 23), date(2027, 6, 7)),  # the national day is a Sunday
        (Country.NORWAY, date(2028, 3, 30), date(2028, 4, 18)),  # Maundy Thursday to Easter Monday
    ],
)
def test_deadlines_are_moved_off_holidays(country: Country, day: date, expected: date) -> None:
    assert suggested(Step.DIALOGUE, Severity.ORDINARY, day, country) == expected


@given(st.sampled_from(Step), st.sampled_from(Severity), st.dates(date(2020, 1, 1), date(2040, 1, 1)), st.sampled_from(Country))
def test_no_deadline_falls_before_its_step_or_when_nobody_works(step: Step, severity: Severity, day: date, country: Country) -> None:
    found = suggested(step, severity, day, country)
    assert found is None or (found > day and not closed(found, country))


@pytest.mark.parametrize("status", Status)
def test_only_what_is_not_met_or_partly_met_is_a_deviation(status: Status) -> None:
    proposed = raised_from(outcome("c", "r", id="o", status=status), frozen("c", id="r"), TODAY, Country.SWEDEN)
    assert (proposed is not None) == (status in {Status.NOT_MET, Status.PARTLY})


def test_a_deviation_out_of_an_outcome() -> None:
    requirement = frozen("c", id="r")
    found = outcome("c", "r", id="o", status=Status.NOT_MET, note="", day=date(2028, 2, 28))
    assert raised_from(found, requirement, TODAY, Country.SWEDEN, "nb") == Deviation(
        id="", contract="c", supplier="s", requirement="r", found=date(2028, 2, 28), what="not_met K01 nb", severity=Severity.SERIOUS,
        deadline=date(2028, 3, 7), meeting="m", activity="a", outcome="o",
    )  # fmt: skip
    partly = raised_from(replace(found, status=Status.PARTLY, note=" Ett saknas "), requirement, TODAY, Country.SWEDEN)
    assert partly is not None
    assert (partly.severity, partly.what, partly.deadline) == (Severity.ORDINARY, "Ett saknas", date(2028, 3, 14))
    unknown = raised_from(replace(found, status=Status.PARTLY), requirement, TODAY, Country.SWEDEN, "nn")
    assert unknown is not None
    assert unknown.what == "partly K01 sv"


def small(number: int, **changes: object) -> Deviation:
    return fresh(**{"id": f"d{number}", "found": TODAY - timedelta(days=number), **changes})


def test_three_small_ones_on_a_requirement_are_shown() -> None:
    some = [small(1), small(2)]
    assert gatherings(some, TODAY) == ()
    (found,) = gatherings([*some, small(3, state=DeviationState.CLOSED)], TODAY)
    assert (found.supplier, found.requirement) == ("s", "r")
    assert [one.id for one in found.deviations] == ["d3", "d2", "d1"]


def test_small_ones_on_several_requirements_count_at_a_supplier() -> None:
    (found,) = gatherings([small(1), small(2, requirement="q"), small(3, requirement="")], TODAY)
    assert (found.supplier, found.requirement, len(found.deviations)) == ("s", "", 3)
    assert gatherings([small(1), small(2, requirement="q"), small(3, supplier="t")], TODAY) == ()


def test_serious_ones_and_old_ones_do_not_count() -> None:
    some = [small(1), small(2)]
    assert gatherings([*some, small(3, severity=Severity.SERIOUS)], TODAY) == ()
    assert len(gatherings([*some, small(3, found=date(2027, 2, 28))], TODAY)) == 1  # a leap day less twelve months
    assert gatherings([*some, small(3, found=date(2027, 2, 27))], TODAY) == ()
    assert gatherings([*some, small(3, found=TODAY + timedelta(days=1))], TODAY) == ()


def test_what_is_gathered_already_is_not_shown_again() -> None:
    some = [small(1), small(2), small(3)]
    together = small(0, severity=Severity.SERIOUS, gathers=("d1", "d2", "d3"))
    assert gatherings([*some, together], TODAY) == ()


@given(st.lists(st.tuples(st.sampled_from("st"), st.sampled_from(("", "q", "r"))), max_size=12))
def test_what_is_shown_is_enough_and_counted_once(places: list[tuple[str, str]]) -> None:
    every = [small(number, supplier=supplier, requirement=requirement) for number, (supplier, requirement) in enumerate(places)]
    shown = gatherings(every, TODAY)
    counted = [one.id for group in shown for one in group.deviations]
    assert all(len(group.deviations) >= PRACTICE.number for group in shown)
    assert len(counted) == len(set(counted))
    left = [one for one in every if one.id not in counted]
    assert gatherings(left, TODAY) == ()


def test_the_practice_has_a_source() -> None:
    source = Parts().catalog.source(Country.NORWAY, SOURCE)
    assert source is not None
    assert source.seen
    assert source.address.startswith("https://")
