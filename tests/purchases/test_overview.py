"""What all contracts come to together: the risk and the open deviations of each, hours by year, deviations by how far they have come."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.purchases.contract_samples import activity, contract

from kravkompass.catalog.terms import RiskArea, RiskLevel, Severity
from kravkompass.followup.activity import State
from kravkompass.followup.contract import Contract
from kravkompass.followup.deviation import Deviation, DeviationState, LadderStep
from kravkompass.followup.ladder import Step
from kravkompass.purchases.rows import DeviationCount, HoursOfYear
from kravkompass.purchases.store import Store


@pytest.fixture
def kept(store: Store) -> Contract:
    with store.change() as change:
        return change.contracts.keep(contract(ended=None))


def deviation(of: Contract, severity: Severity = Severity.SERIOUS, **changes: object) -> Deviation:
    found = Deviation("", of.id, "s", "r", date(2027, 5, 1), "Lådorna saknas", severity)
    return replace(found, **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("risks", "greatest"),
    [
        ({}, RiskLevel.LOW),
        ({RiskArea.LABOUR: RiskLevel.MEDIUM, RiskArea.ENVIRONMENT: RiskLevel.HIGH}, RiskLevel.HIGH),
        ({RiskArea.LABOUR: RiskLevel.MEDIUM, RiskArea.CORRUPTION: RiskLevel.UNKNOWN}, RiskLevel.UNKNOWN),
    ],
)
def test_a_row_has_the_greatest_risk(store: Store, kept: Contract, risks: dict[RiskArea, RiskLevel], greatest: RiskLevel) -> None:
    with store.change() as change:
        change.contracts.keep(replace(kept, risks=risks))
    assert [row.risk for row in store.contracts()] == [greatest]


def test_a_row_counts_the_open_deviations(store: Store, kept: Contract) -> None:
    with store.change() as change:
        for state in (DeviationState.OPEN, DeviationState.OPEN, DeviationState.CLOSED):
            change.contracts.keep(deviation(kept, state=state))
    assert [row.deviations for row in store.contracts()] == [2]


def test_hours_are_those_of_what_is_planned_and_done_by_year(store: Store, kept: Contract) -> None:
    with store.change() as change:
        for day, state, minutes, used, done in (
            (date(2027, 12, 31), State.DONE, 60, 90, date(2027, 12, 31)),
            (date(2027, 6, 1), State.DONE, 30, None, None),
            (date(2027, 12, 30), State.DONE, 15, 20, date(2028, 1, 1)),
            (date(2027, 9, 1), State.DROPPED, 500, None, None),
            (date(2028, 1, 1), State.PLANNED, 45, None, None),
            (date(2020, 1, 1), State.DONE, 45, 45, date(2020, 1, 1)),
        ):
            change.contracts.keep(activity(kept.id, day, state=state, minutes=minutes, used=used, done=done))
    assert store.overview(2027).hours == (HoursOfYear(2027, 105, 120), HoursOfYear(2028, 45, 20))


def test_deviations_by_severity_and_by_the_highest_step_taken(store: Store, kept: Contract) -> None:
    with store.change() as change:
        one = change.contracts.keep(deviation(kept))
        change.contracts.keep(deviation(kept, Severity.ORDINARY))
        change.contracts.keep(deviation(kept, state=DeviationState.CLOSED, found=date(2026, 5, 1), closed=date(2027, 1, 1)))
        change.contracts.keep(deviation(kept, state=DeviationState.CLOSED, found=date(2025, 5, 1), closed=date(2026, 12, 31)))
        for step in (Step.ACTION_PLAN, Step.DIALOGUE, Step.NOTICE):
            change.contracts.keep(LadderStep("", kept.id, one.id, step, date(2027, 6, 1), "Grund"))
    assert set(store.overview(2027).deviations) == {
        DeviationCount(Severity.SERIOUS, Step.ACTION_PLAN, open=True, number=1),
        DeviationCount(Severity.ORDINARY, None, open=True, number=1),
        DeviationCount(Severity.SERIOUS, None, open=False, number=1),
    }


def test_what_is_in_the_trash_does_not_count(store: Store, kept: Contract) -> None:
    with store.change() as change:
        change.contracts.keep(activity(kept.id, date(2027, 6, 1)))
        change.contracts.keep(deviation(kept))
        change.contracts.keep(replace(kept, deleted="2027-01-01"))
    sums = store.overview(2027)
    assert (sums.hours, sums.deviations) == ((), ())
