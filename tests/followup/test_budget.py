"""The hours there are against the hours the plan asks for: meetings always, then what matters most, and never a word too little."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.guidance.made import FOLLOW_UP, decision, guided, purchase, requirement

from kravkompass.catalog.requirement import Requirement
from kravkompass.catalog.terms import Interval, Severity, Stage, Who
from kravkompass.followup.budget import ALWAYS, Budget, fit
from kravkompass.followup.planning import EVALUATION_MINUTES, START_MEETING_MINUTES, Activity, Occasion, Period, Plan, plan
from kravkompass.guidance.listing import Listed
from kravkompass.language import Language

YEAR = Period(None, 12)
MEETINGS = (START_MEETING_MINUTES + EVALUATION_MINUTES) / 60
"""Hours that a contract of a year takes before anything is checked: three and a half."""


def rows(*requirements: Requirement) -> tuple[Listed, ...]:
    decided = purchase(*(decision(one.id) for one in requirements))
    return guided(decided, *requirements).rows(Language.SWEDISH)


def checked(name: str, minutes: int, severity: Severity = Severity.ORDINARY, month: int = 3, **changes: Any) -> Requirement:  # noqa: ANN401
    """A requirement checked once, in a month of its own."""
    once = replace(FOLLOW_UP, interval=Interval.ONCE, minutes=minutes, severity=severity, first_after_months=month)
    return requirement(name, follow_up=once, **changes)


def fitted(hours: int, *requirements: Requirement, period: Period = YEAR) -> Budget:
    listed = rows(*requirements)
    return fit(plan(listed, period), listed, hours)


# ---- enough, or not --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("hours", "enough"), [(0, True), (-5, True), (5, False), (6, True), (100, True)])
def test_hours_are_enough_or_not_and_not_said_is_no_limit(hours: int, enough: bool) -> None:
    budget = fitted(hours, checked("SE-X-01", 150))
    assert budget.needed == {1: MEETINGS + 2.5}
    assert budget.is_enough is enough
    assert budget.unchecked == (frozenset() if enough else {"SE-X-01"})
    assert budget.hours == max(hours, 0)


def test_meetings_and_decisions_are_kept_also_when_they_alone_are_too_much() -> None:
    bid = requirement("SE-X-02", follow_up=replace(FOLLOW_UP, stage=Stage.BID, interval=Interval.ONCE, minutes=600))
    budget = fitted(1, checked("SE-X-01", 30), bid, period=Period(None, 12, 12))
    assert [(one.occasion, one.requirements) for one in budget.left_out] == [(Occasion.CHECK, ("SE-X-01",))]
    assert "SE-X-02" not in budget.unchecked


def test_a_check_that_costs_the_buyer_nothing_is_always_made() -> None:
    assert fitted(1, checked("SE-X-01", 0)).is_enough
    assert fitted(1, checked("SE-X-01", 1)).unchecked == {"SE-X-01"}


def test_every_year_has_its_own_hours() -> None:
    yearly = requirement("SE-X-01", follow_up=replace(FOLLOW_UP, interval=Interval.YEARLY, minutes=240))
    budget = fitted(5, yearly, period=Period(None, 48))
    assert budget.needed == {1: 1.5, 2: 4.0, 3: 4.0, 4: 6.0}
    assert [one.month for one in budget.left_out] == [36]


# ---- what matters most -----------------------------------------------------------------------------------------------------------


def test_zero_tolerance_goes_before_serious_before_statutory_before_ordinary() -> None:
    zero = checked("SE-X-04", 60, Severity.ZERO_TOLERANCE, 9)
    serious = checked("SE-X-03", 60, Severity.SERIOUS, 6)
    statutory = checked("SE-X-02", 60, Severity.ORDINARY, 6, statutory=True)
    statutory = replace(statutory, follow_up=replace(statutory.follow_up, who=Who.EXPERT))
    ordinary = checked("SE-X-01", 60, Severity.ORDINARY, 3)
    found = [fitted(hours, ordinary, statutory, serious, zero).unchecked for hours in range(4, 9)]
    assert found == [
        {"SE-X-01", "SE-X-02", "SE-X-03", "SE-X-04"},
        {"SE-X-01", "SE-X-02", "SE-X-03"},
        {"SE-X-01", "SE-X-02"},
        {"SE-X-01"},
        frozenset(),
    ]


def test_of_equals_the_earlier_check_is_made() -> None:
    assert fitted(5, checked("SE-X-01", 60, month=9), checked("SE-X-02", 60, month=3)).unchecked == {"SE-X-01"}


def test_an_occasion_is_as_important_as_the_most_serious_thing_on_it() -> None:
    together = (checked("SE-X-01", 30, month=6), checked("SE-X-02", 30, Severity.ZERO_TOLERANCE, 6))
    assert fitted(5, checked("SE-X-03", 60, Severity.SERIOUS, 3), *together).unchecked == {"SE-X-03"}


def test_time_that_is_too_short_for_an_audit_goes_to_what_it_is_enough_for() -> None:
    budget = fitted(5, checked("SE-X-01", 600, Severity.ZERO_TOLERANCE), checked("SE-X-02", 60, month=6))
    assert budget.unchecked == {"SE-X-01"}


# ---- whatever the plan -------------------------------------------------------------------------------------------------------------

NAMES = [f"SE-X-{number:02}" for number in range(5)]
activities = st.builds(
    Activity,
    st.sampled_from(Occasion),
    st.integers(-1, 47),
    st.none(),
    st.sampled_from(Who),
    st.integers(0, 400),
    st.lists(st.sampled_from(NAMES), max_size=3, unique=True).map(tuple),
)
plans = st.lists(activities, max_size=15).map(lambda made: Plan(Period(None, 48), tuple(made)))
listings = st.lists(st.tuples(st.sampled_from(Severity), st.booleans()), min_size=5, max_size=5).map(
    lambda kinds: rows(
        *(checked(name, 30, severity, statutory=statutory) for name, (severity, statutory) in zip(NAMES, kinds, strict=True))
    )
)


def _year(one: Activity) -> int:
    return max(one.month, 0) // 12 + 1


def _severity(one: Activity, listed: tuple[Listed, ...]) -> int:
    given_ids = [row.requirement for row in listed if row.requirement.id in one.requirements]
    return max((list(Severity).index(each.follow_up.severity) for each in given_ids), default=-1)


@given(plans, listings, st.integers(1, 40))
def test_only_checks_are_left_out_and_what_is_made_fits(made: Plan, listed: tuple[Listed, ...], hours: int) -> None:
    budget = fit(made, listed, hours)
    assert all(one.occasion is Occasion.CHECK and one.minutes > 0 for one in budget.left_out)
    assert [one.month for one in budget.left_out] == sorted(one.month for one in budget.left_out)
    kept = list(made.activities)
    for one in budget.left_out:
        kept.remove(one)
    for year in made.hours_by_year:
        always = sum(one.minutes for one in kept if _year(one) == year and one.occasion in ALWAYS)
        checks = sum(one.minutes for one in kept if _year(one) == year and one.occasion not in ALWAYS)
        assert checks == 0 or always + checks <= hours * 60


@given(plans, listings, st.integers(1, 40))
def test_no_check_is_left_out_that_fits_beside_what_is_at_least_as_serious(
    made: Plan, listed: tuple[Listed, ...], hours: int
) -> None:
    budget = fit(made, listed, hours)
    kept = list(made.activities)
    for one in budget.left_out:
        kept.remove(one)
    for one in budget.left_out:
        before = sum(
            other.minutes
            for other in kept
            if _year(other) == _year(one) and (other.occasion in ALWAYS or _severity(other, listed) >= _severity(one, listed))
        )
        assert before + one.minutes > hours * 60


@given(plans, listings, st.integers(1, 40), st.integers(0, 40))
def test_more_hours_never_cost_the_most_serious_check_that_they_change(
    made: Plan, listed: tuple[Listed, ...], hours: int, more: int
) -> None:
    fewer, larger = fit(made, listed, hours), fit(made, listed, hours + more)
    for year in made.hours_by_year:
        lost = [one for one in larger.left_out if _year(one) == year and larger.left_out.count(one) > fewer.left_out.count(one)]
        gained = [one for one in fewer.left_out if _year(one) == year and fewer.left_out.count(one) > larger.left_out.count(one)]
        most_lost = max((_severity(one, listed) for one in lost), default=-1)
        assert not lost or max((_severity(one, listed) for one in gained), default=-2) >= most_lost


@given(plans, listings, st.integers(1, 40), st.integers(0, 40))
def test_what_is_enough_stays_enough(made: Plan, listed: tuple[Listed, ...], hours: int, more: int) -> None:
    if fit(made, listed, hours).is_enough:
        assert fit(made, listed, hours + more).is_enough
    most = max(made.hours_by_year.values(), default=0)
    assert fit(made, listed, int(most) + 1).is_enough
