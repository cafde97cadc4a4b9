"""A contract seen from a year: in force from its first day to its last, and only what happened in the year counts to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from tests.followup.contracts_made import contract
from tests.purchases.contract_samples import activity, outcome

from kravkompass.followup.activity import State, Status
from kravkompass.followup.contract import Extension
from kravkompass.followup.contract_year import ContractYear, contract_year, days_in_force
from kravkompass.followup.deviation import Deviation, DeviationState

NEW_YEAR, LAST = date(2028, 1, 1), date(2028, 12, 31)


@pytest.mark.parametrize(
    ("start", "months", "ended", "days"),
    [
        (date(2027, 12, 31), 12, None, (NEW_YEAR, date(2028, 12, 30))),
        (NEW_YEAR, 12, None, (NEW_YEAR, LAST)),
        (date(2027, 1, 1), 12, None, None),  # its last day is 31 December the year before
        (date(2027, 1, 2), 12, None, (NEW_YEAR, NEW_YEAR)),
        (LAST, 24, None, (LAST, LAST)),
        (date(2029, 1, 1), 24, None, None),
        (date(2027, 3, 1), 48, date(2027, 12, 31), None),
        (date(2027, 3, 1), 48, NEW_YEAR, (NEW_YEAR, NEW_YEAR)),
        (date(2027, 3, 1), 48, None, (NEW_YEAR, LAST)),
        (None, 48, None, None),
    ],
)
def test_a_contract_is_in_force_through_its_last_day(
    start: date | None, months: int, ended: date | None, days: tuple[date, date] | None
) -> None:
    one = contract(start=start, months=months, ended=ended, extensions=())
    assert days_in_force(one, 2028) == days


def test_an_extension_that_is_used_keeps_it_in_force() -> None:
    one = contract(start=date(2027, 1, 1), months=12, extensions=(Extension(12, used=True, decided=date(2027, 6, 1)),))
    assert days_in_force(one, 2028) == (NEW_YEAR, LAST)
    assert days_in_force(replace(one, extensions=(Extension(12),)), 2028) is None


def seen(year: int = 2028, until: date = LAST, **parts: Sequence[object]) -> ContractYear:
    one = contract(start=date(2020, 1, 1), months=12, extensions=())
    given: dict[str, Sequence[object]] = {"activities": [], "outcomes": [], "deviations": [], **parts}
    return contract_year(one, year, until, **given)  # type: ignore[arg-type]


def test_hours_count_on_the_day_they_were_planned_for_and_on_the_day_they_were_used() -> None:
    over = activity("c", LAST, state=State.DONE, done=date(2029, 1, 1), minutes=60, used=90)
    kept = [
        over,
        activity("c", date(2027, 12, 31), state=State.DONE, done=NEW_YEAR, minutes=30, used=None),
        activity("c", NEW_YEAR, state=State.PLANNED, minutes=15),
        activity("c", NEW_YEAR, state=State.DROPPED, minutes=500),
    ]
    assert [(one.planned, one.used) for one in (seen(year, activities=kept) for year in (2027, 2028, 2029))] == [(30, 0), (75, 30), (0, 90)]


def test_the_last_check_of_the_year_counts_and_the_worst_where_several_deliver() -> None:
    def found(requirement: str, day: date, status: Status, supplier: str = "s", at: str = "") -> object:
        return outcome("c", requirement, day=day, status=status, supplier=supplier, at=at)

    year = seen(
        outcomes=[
            found("k1", NEW_YEAR, Status.NOT_MET),
            found("k1", LAST, Status.PARTLY, at="2"),
            found("k1", LAST, Status.NOT_MET, at="1"),
            found("k1", date(2029, 1, 1), Status.MET),
            found("k2", LAST, Status.MET),
            found("k2", NEW_YEAR, Status.PARTLY, "other"),
            found("k3", LAST, Status.NOT_CHECKED),
            found("k4", date(2027, 12, 31), Status.MET),
            found("k5", LAST, Status.NOT_APPLICABLE),
        ]
    )
    assert year.checked == {"k1": Status.PARTLY, "k2": Status.PARTLY, "k5": Status.NOT_APPLICABLE}


def test_deviations_are_found_closed_and_left_on_their_days() -> None:
    def deviation(name: str, found: date, closed: date | None = None) -> Deviation:
        state = DeviationState.OPEN if closed is None else DeviationState.CLOSED
        return Deviation(name, "c", "s", "r", found, "Brist", state=state, closed=closed)

    every: list[object] = [
        deviation("old", date(2027, 12, 31), NEW_YEAR),
        deviation("year", NEW_YEAR, LAST),
        deviation("over", LAST, date(2029, 1, 1)),
        deviation("open", date(2027, 12, 31)),
        deviation("next", date(2029, 1, 1)),
    ]
    year = seen(deviations=every)
    assert [[one.id for one in part] for part in (year.found, year.closed, year.left)] == [["year", "over"], ["old", "year"], ["over", "open"]]
    midsummer = seen(until=date(2028, 6, 24), deviations=every)
    assert [one.id for one in midsummer.left] == ["year", "open"]


def test_a_contract_that_is_over_belongs_to_a_year_in_which_something_was_done_about_it() -> None:
    assert not seen().counts
    assert seen(outcomes=[outcome("c", "k", day=LAST)]).counts
    assert seen(activities=[activity("c", LAST, state=State.DONE, done=LAST)]).counts
    assert not seen(activities=[activity("c", LAST, state=State.PLANNED)]).counts
