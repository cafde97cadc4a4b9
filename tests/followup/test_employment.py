"""Promised jobs: sums per quarter and year, shares, the dialogue's next step, and Norway's duty to have apprentices."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.catalog.real import catalog
from tests.purchases.chain_samples import dialogue, job_outcome, job_promise
from tests.purchases.contract_samples import contract

from kravkompass.catalog.terms import Country
from kravkompass.followup.apprentices import Duty, apprentice_share, may_have_duty
from kravkompass.followup.employment import (
    After,
    JobOutcome,
    PromiseKind,
    Talk,
    Target,
    Unit,
    by_quarter,
    contract_year,
    in_all,
    in_year,
    quarter_of,
    year_sums,
    years,
)

RULES = catalog().rules
INTERNSHIP = job_promise("c", id="i")
JOB = job_promise("c", id="j", kind=PromiseKind.JOB, number=2, targets=(Target(2028, 2),))


def done(promise: str, year: int, quarter: int, number: int, **changes: object) -> JobOutcome:
    return job_outcome("c", promise, **{"year": year, "quarter": quarter, "number": number, "extent": None, "after": {}, **changes})


OUTCOMES = (
    done("i", 2027, 3, 1, extent=2.5, after={After.HIRED: 1}),
    done("i", 2028, 1, 1, extent=3, after={After.STUDIES: 1}),
    done("i", 2028, 4, 1, extent=1),
    done("j", 2028, 4, 1, after={After.GOES_ON: 1}),
)


def test_sums_over_the_contract_and_per_year() -> None:
    whole = in_all(INTERNSHIP, OUTCOMES)
    assert (whole.promised, whole.done, whole.extent, whole.share) == (4, 3, 6.5, 0.75)
    assert whole.after == {After.HIRED: 1, After.STUDIES: 1}
    assert (in_year(INTERNSHIP, OUTCOMES, 2027).share, in_year(INTERNSHIP, OUTCOMES, 2028).done) == (1.0, 2)
    assert in_year(INTERNSHIP, OUTCOMES, 2029).share is None


def test_sums_per_quarter_in_order() -> None:
    assert [(at, one.done) for at, one in by_quarter(INTERNSHIP, reversed(OUTCOMES)).items()] == [
        ((2027, 3), 1), ((2028, 1), 1), ((2028, 4), 1),
    ]


def test_a_year_by_kind_for_the_report() -> None:
    sums = year_sums([INTERNSHIP, JOB], OUTCOMES, 2028)
    assert list(sums) == [PromiseKind.INTERNSHIP, PromiseKind.JOB]
    assert (sums[PromiseKind.JOB].promised, sums[PromiseKind.JOB].done) == (2, 1)
    assert year_sums([INTERNSHIP, JOB], OUTCOMES, 2030) == {}
    assert years([INTERNSHIP, JOB], OUTCOMES) == (2027, 2028)


@given(st.lists(st.tuples(st.integers(2027, 2030), st.integers(1, 4), st.integers(0, 5))))
def test_the_quarters_and_the_years_come_to_the_whole(rows: list[tuple[int, int, int]]) -> None:
    outcomes = [done("i", *row) for row in rows]
    whole = in_all(INTERNSHIP, outcomes).done
    assert sum(one.done for one in by_quarter(INTERNSHIP, outcomes).values()) == whole
    assert sum(in_year(INTERNSHIP, outcomes, year).done for year in range(2027, 2031)) == whole


@pytest.mark.parametrize(("month", "quarter"), [(1, 1), (3, 1), (4, 2), (6, 2), (7, 3), (9, 3), (10, 4), (12, 4)])
def test_quarters(month: int, quarter: int) -> None:
    assert quarter_of(date(2028, month, 1)) == quarter


@pytest.mark.parametrize(
    ("start", "day", "year"),
    [
        (None, date(2028, 1, 1), 1),
        (date(2027, 3, 1), date(2027, 2, 28), 1),
        (date(2027, 3, 1), date(2028, 2, 29), 1),
        (date(2027, 3, 1), date(2028, 3, 1), 2),
        (date(2028, 2, 29), date(2029, 2, 28), 1),
        (date(2028, 2, 29), date(2029, 3, 1), 2),
    ],
)
def test_years_of_the_contract(start: date | None, day: date, year: int) -> None:
    assert contract_year(start, day) == year


def test_the_next_step_of_a_dialogue() -> None:
    assert dialogue("c", asked=None, held=None, minutes="", agreed=None).next_step is Talk.ASKED
    assert dialogue("c", minutes="", agreed=None).next_step is Talk.MINUTES
    assert dialogue("c").next_step is None


def test_what_extent_is_counted_in() -> None:
    assert [kind.unit for kind in PromiseKind] == [Unit.NONE, Unit.HOURS, Unit.MONTHS, Unit.HOURS, Unit.MONTHS]


NORWEGIAN = contract(country=Country.NORWAY, signed=date(2027, 2, 15), value=5_000_000.0, months=24)
APPRENTICE = job_promise("c", id="a", kind=PromiseKind.APPRENTICESHIP)


def share(*outcomes: JobOutcome, signed: date = date(2027, 2, 15)) -> tuple[float | None, Duty]:
    signed_then = contract(country=Country.NORWAY, signed=signed)
    found = apprentice_share(signed_then, [APPRENTICE, INTERNSHIP], outcomes, RULES)
    return found.percent, found.standing


@pytest.mark.parametrize(("hours", "standing"), [(100.0, Duty.ENOUGH), (99.9, Duty.TOO_LITTLE), (250.0, Duty.ENOUGH)])
def test_a_tenth_of_the_hours_is_enough(hours: float, standing: Duty) -> None:
    told = done("a", 2027, 3, 1, extent=hours, all_hours=1000.0, tried="")
    other = done("i", 2027, 3, 9, extent=999.0, all_hours=1.0, tried="x")
    percent, found = share(told, other)
    assert (round(percent or 0, 9), found) == (round(hours / 10, 9), standing)


def test_quarters_whose_hours_are_not_known_do_not_count() -> None:
    known, unknown = (done("a", 2027, q, 1, extent=120.0, all_hours=hours, tried="") for q, hours in ((3, 1000.0), (4, None)))
    assert share(known, unknown) == (12.0, Duty.ENOUGH)
    assert share(unknown) == (None, Duty.NOT_KNOWN)


def test_documented_attempts_count() -> None:
    assert share(done("a", 2027, 3, 0, all_hours=1000.0, tried="Opplæringskontoret")) == (0.0, Duty.TRIED)


def test_before_the_share_was_in_force_nothing_is_judged() -> None:
    assert share(done("a", 2025, 3, 0, all_hours=1000.0, tried=""), signed=date(2025, 7, 31))[1] is Duty.NOT_KNOWN
    assert share(done("a", 2025, 3, 0, all_hours=1000.0, tried=""), signed=date(2025, 8, 1))[1] is Duty.TOO_LITTLE


def test_whom_the_duty_can_hold() -> None:
    assert may_have_duty(NORWEGIAN, RULES)
    assert not may_have_duty(contract(country=Country.SWEDEN), RULES)
    assert not may_have_duty(contract(country=Country.NORWAY, months=3, value=5_000_000.0), RULES)
    assert may_have_duty(contract(country=Country.NORWAY, months=4, value=5_000_000.0), RULES)
    assert not may_have_duty(contract(country=Country.NORWAY, value=2_499_999.0), RULES)
    assert may_have_duty(contract(country=Country.NORWAY, value=2_500_000.0), RULES)
    assert may_have_duty(contract(country=Country.NORWAY, value=None), RULES)
