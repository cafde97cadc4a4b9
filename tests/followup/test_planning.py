"""The follow-up plan: checks laid out over the contract and gathered into few occasions."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.guidance.made import FOLLOW_UP, decision, guided, purchase, requirement

from kravkompass.catalog.requirement import FollowUp, Requirement
from kravkompass.catalog.terms import Effort, Interval, Method, Severity, Stage, Who
from kravkompass.followup.planning import (
    DEFAULT_MONTHS,
    EVALUATION_MINUTES,
    EXTENSION_MINUTES,
    MOST_MONTHS,
    START_MEETING_MINUTES,
    Activity,
    Occasion,
    Period,
    Plan,
    period_of,
    plan,
)
from kravkompass.guidance.facts import Answer, Facts
from kravkompass.guidance.listing import Listed
from kravkompass.language import Language

MONDAY = date(2027, 3, 1)


def rows(*requirements: Requirement) -> tuple[Listed, ...]:
    decided = purchase(*(decision(one.id) for one in requirements))
    return guided(decided, *requirements).rows(Language.SWEDISH)


def checked(name: str = "SE-X-01", **changes: Any) -> Requirement:  # noqa: ANN401 - the fields of a follow-up
    return requirement(name, follow_up=replace(FOLLOW_UP, **changes))


def laid(period: Period, *requirements: Requirement) -> Plan:
    return plan(rows(*requirements), period)


def months(made: Plan, name: str = "SE-X-01") -> list[int]:
    return [one.month for one in made.activities if one.occasion is Occasion.CHECK and name in one.requirements]


# ---- the period ----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("answers", "period"),
    [
        ({}, Period(None, DEFAULT_MONTHS)),
        ({"contract-start": "2027-03-01", "contract-months": 36, "extension-months": 12}, Period(MONDAY, 36, 12)),
        ({"contract-months": 0}, Period(None, DEFAULT_MONTHS)),
        ({"contract-months": -3, "extension-months": -1}, Period(None, DEFAULT_MONTHS, 0)),
        ({"contract-months": 0.5}, Period(None, DEFAULT_MONTHS)),
        ({"contract-months": 18.0}, Period(None, 18)),
        ({"contract-months": "unknown", "contract-start": "unknown"}, Period(None, DEFAULT_MONTHS)),
        ({"contract-start": "soon"}, Period(None, DEFAULT_MONTHS)),
        ({"contract-months": 10**12, "extension-months": 10**12}, Period(None, MOST_MONTHS, MOST_MONTHS)),
    ],
)
def test_the_period_comes_from_the_answers_whatever_they_are(answers: dict[str, Answer], period: Period) -> None:
    assert period_of(Facts(answers)) == period


@pytest.mark.parametrize(
    ("start", "month", "day"),
    [
        ("2027-03-01", 0, "2027-03-01"),
        ("2027-03-01", 1, "2027-04-01"),
        ("2027-03-01", 12, "2028-03-01"),
        ("2027-12-15", 1, "2028-01-17"),  # 15 January 2028 is a Saturday
        ("2027-01-31", 1, "2027-03-01"),  # 28 February 2027 is a Sunday
        ("2028-01-31", 1, "2028-02-29"),
        ("2028-02-29", 12, "2029-02-28"),
        ("2028-02-29", 48, "2032-03-01"),  # 29 February 2032 is a Sunday
        ("2027-08-31", 3, "2027-11-30"),
        ("2027-10-31", 2, "2027-12-31"),
        ("2027-11-30", 1, "2027-12-30"),
    ],
)
def test_months_end_where_the_calendar_lets_them_and_weekends_become_mondays(start: str, month: int, day: str) -> None:
    assert Period(date.fromisoformat(start), 60).day(month) == date.fromisoformat(day)


@given(st.dates(date(2000, 1, 1), date(2100, 12, 31)), st.integers(0, MOST_MONTHS))
def test_a_day_is_a_working_day_in_the_month_meant_or_just_after(start: date, month: int) -> None:
    day = Period(start, MOST_MONTHS).day(month)
    assert day is not None
    assert day.weekday() < 5
    year, wanted = divmod(start.month - 1 + month, 12)
    first = date(start.year + year, wanted + 1, 1)
    assert first <= day <= first + timedelta(days=33)
    assert min(start.day, 28) <= day.day or day.day <= 2


def test_there_is_no_day_without_a_start_or_beyond_the_calendar() -> None:
    assert Period(None, 12).day(3) is None
    assert Period(date(9999, 1, 1), 12).day(0) is None
    assert Period(date(9990, 1, 1), MOST_MONTHS).day(MOST_MONTHS) is None


# ---- when a requirement is checked ---------------------------------------------------------------------------------------------

STAGES = [
    # stage, interval, first after months, contract months, months of the checks
    (Stage.BID, Interval.ONCE, 0, 24, []),
    (Stage.BID, Interval.YEARLY, 0, 24, [12]),
    (Stage.BID, Interval.YEARLY, 0, 36, [12, 24]),
    (Stage.START, Interval.ONCE, 0, 24, [0]),
    (Stage.START, Interval.YEARLY, 0, 24, [0, 12]),
    (Stage.START, Interval.QUARTERLY, 0, 12, [0, 3, 6, 9]),
    (Stage.START, Interval.YEARLY, 0, 1, [0]),
    (Stage.DURING, Interval.ONCE, 0, 24, [3]),
    (Stage.DURING, Interval.ONCE, 7, 24, [6]),
    (Stage.DURING, Interval.ONCE, 8, 24, [9]),
    (Stage.DURING, Interval.MONTHLY, 0, 4, [1, 2, 3]),
    (Stage.DURING, Interval.MONTHLY, 1, 4, [1, 2, 3]),
    (Stage.DURING, Interval.QUARTERLY, 2, 12, [3, 6, 9]),
    (Stage.DURING, Interval.HALF_YEARLY, 0, 24, [6, 12, 18]),
    (Stage.DURING, Interval.YEARLY, 6, 36, [6, 18, 30]),
    (Stage.DURING, Interval.YEARLY, 0, 12, [11]),
    (Stage.DURING, Interval.YEARLY, 0, 6, [5]),
    (Stage.DURING, Interval.EVERY_SECOND_YEAR, 0, 48, [24]),
    (Stage.DURING, Interval.EVERY_SECOND_YEAR, 0, 12, [11]),
    (Stage.DURING, Interval.YEARLY, 0, 1, [0]),
    (Stage.END, Interval.ONCE, 0, 24, [23]),
    (Stage.END, Interval.YEARLY, 0, 24, [23]),
    (Stage.END, Interval.ONCE, 0, 1, [0]),
]


@pytest.mark.parametrize(("stage", "interval", "first", "length", "expected"), STAGES)
def test_when_a_requirement_is_checked(stage: Stage, interval: Interval, first: int, length: int, expected: list[int]) -> None:
    one = checked(stage=stage, interval=interval, first_after_months=first)
    assert months(laid(Period(None, length), one)) == expected


def test_the_winning_tender_is_checked_once_for_all_that_it_must_show() -> None:
    made = laid(
        Period(MONDAY, 24), checked("SE-X-01", stage=Stage.BID, minutes=20), checked("SE-X-02", stage=Stage.BID, minutes=25)
    )
    first = made.activities[0]
    assert (first.occasion, first.month, first.day, first.minutes) == (Occasion.BID_CHECK, -1, None, 45)
    assert first.requirements == ("SE-X-01", "SE-X-02")
    assert not [one for one in laid(Period(MONDAY, 24), checked()).activities if one.occasion is Occasion.BID_CHECK]


def test_the_start_meeting_goes_through_what_begins_there() -> None:
    made = laid(Period(MONDAY, 24), checked("SE-X-01", stage=Stage.START), checked("SE-X-02"))
    meeting = next(one for one in made.activities if one.occasion is Occasion.START_MEETING)
    assert (meeting.month, meeting.day, meeting.minutes) == (0, MONDAY, START_MEETING_MINUTES)
    assert meeting.requirements == ("SE-X-01",)


def test_checks_on_the_same_day_by_the_same_person_are_one_occasion() -> None:
    made = laid(
        Period(MONDAY, 24),
        checked("SE-X-01", interval=Interval.YEARLY, method=Method.SITE_VISIT, minutes=60),
        checked("SE-X-02", interval=Interval.YEARLY, method=Method.REPORT, minutes=30, first_after_months=11),
        checked("SE-X-03", interval=Interval.YEARLY, method=Method.REPORT, minutes=15, who=Who.EXPERT),
        checked("SE-X-04", interval=Interval.YEARLY, method=Method.REPORT, minutes=5),
    )
    year = [one for one in made.activities if one.occasion is Occasion.CHECK]
    assert [(one.month, one.who, one.minutes) for one in year] == [(12, Who.BUYER, 95), (12, Who.EXPERT, 15)]
    assert year[0].requirements == ("SE-X-01", "SE-X-02", "SE-X-04")
    assert year[0].methods == (Method.REPORT, Method.SITE_VISIT)
    assert year[0].day == date(2028, 3, 1)


def test_the_extension_is_decided_half_a_year_before_the_end_and_the_contract_evaluated() -> None:
    made = laid(Period(MONDAY, 24, 12), checked())
    closing = {one.occasion: one for one in made.activities}
    assert (closing[Occasion.EXTENSION_DECISION].month, closing[Occasion.EXTENSION_DECISION].minutes) == (18, EXTENSION_MINUTES)
    assert (closing[Occasion.EVALUATION].month, closing[Occasion.EVALUATION].minutes) == (22, EVALUATION_MINUTES)
    assert Occasion.EXTENSION_DECISION not in {one.occasion for one in laid(Period(MONDAY, 24), checked()).activities}


def test_an_empty_list_still_has_a_start_and_an_evaluation() -> None:
    assert [one.occasion for one in plan((), Period(None, 24)).activities] == [Occasion.START_MEETING, Occasion.EVALUATION]


# ---- the whole plan ------------------------------------------------------------------------------------------------------------


def test_hours_are_counted_by_year_of_the_contract() -> None:
    activities = tuple(Activity(Occasion.CHECK, month, None, Who.BUYER, minutes) for month, minutes in
                       ((-1, 30), (0, 30), (11, 60), (12, 90), (24, 15)))  # fmt: skip
    made = Plan(Period(None, 36), activities)
    assert made.hours_by_year == {1: 2.0, 2: 1.5, 3: 0.25}
    assert made.minutes == 225
    assert Plan(Period(None, 12), ()).hours_by_year == {}


follow_ups = st.builds(
    FollowUp,
    st.sampled_from(Stage),
    st.sampled_from(Method),
    st.sampled_from(Interval),
    st.sampled_from(Who),
    st.integers(0, 600),
    st.sampled_from(Effort),
    st.sampled_from(Severity),
    st.integers(0, 60),
)
periods = st.builds(Period, st.none() | st.dates(date(2020, 1, 1), date(2040, 1, 1)), st.integers(1, 120), st.integers(0, 48))


@given(st.lists(follow_ups, max_size=6), periods)
def test_every_requirement_is_followed_up_within_the_contract_in_order_and_no_minute_is_lost(
    given_follow_ups: list[FollowUp], period: Period
) -> None:
    requirements = [requirement(f"SE-X-{number:02}", follow_up=one) for number, one in enumerate(given_follow_ups)]
    made = laid(period, *requirements)
    assert {name for one in made.activities for name in one.requirements} == {one.id for one in requirements}
    assert all(-1 <= one.month < period.months for one in made.activities)
    assert [one.month for one in made.activities] == sorted(one.month for one in made.activities)
    assert made.minutes == sum(one.minutes for one in made.activities)
    assert abs(sum(made.hours_by_year.values()) * 60 - made.minutes) < 0.01
    assert all((one.day is None) == (period.start is None or one.month < 0) for one in made.activities)
    occasions = [(one.occasion, one.month, one.who) for one in made.activities]
    assert len(occasions) == len(set(occasions))


@given(follow_ups, st.integers(1, 120))
def test_a_requirement_is_never_checked_twice_on_one_occasion(follow_up: FollowUp, length: int) -> None:
    made = laid(Period(None, length), requirement(follow_up=follow_up))
    found = months(made)
    assert len(found) == len(set(found))
    assert all(one.requirements.count("SE-X-01") <= 1 for one in made.activities)
