"""Deviations, steps and plans in the store: what goes in comes out, is told and logged, and goes with its contract."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.followup.deviation_samples import action_plan, deviation, fresh, ladder_step
from tests.purchases.contract_samples import contract

from kravkompass.followup.contract import Contract
from kravkompass.followup.deviation import ActionPlan, Deviation, LadderStep
from kravkompass.followup.event import Verb
from kravkompass.purchases.kinds import Kind
from kravkompass.purchases.store import Store


@pytest.fixture
def kept(store: Store) -> Contract:
    with store.change() as change:
        return change.contracts.keep(contract())


def test_what_goes_in_comes_out(store: Store, kept: Contract) -> None:
    told: list[frozenset[Kind]] = []
    store.when_changed(told.append)
    for part in (deviation(kept.id), ladder_step(contract=kept.id), action_plan(kept.id)):
        with store.change() as change:
            stored = change.contracts.keep(part)
        assert stored == replace(part, id=stored.id)
        assert store.parts(type(part), contract=kept.id) == (stored,)
    assert told == [{Kind.DEVIATIONS}] * 3
    assert [event.verb for event in store.events(kept.id)] == [Verb.ADDED] * 4


def test_empty_values_come_out_empty(store: Store, kept: Contract) -> None:
    bare_step = ladder_step(contract=kept.id, letter=None, remedy=None, deadline=None)
    bare_plan = action_plan(kept.id, measures=(), decided=None, verified=None)
    for part in (fresh(contract=kept.id), bare_step, bare_plan):
        with store.change() as change:
            stored = change.contracts.keep(part)
        assert store.part(type(part), stored.id) == replace(part, id=stored.id)


def test_all_of_it_goes_with_the_contract(store: Store, kept: Contract) -> None:
    with store.change() as change:
        for part in (deviation(kept.id), ladder_step(contract=kept.id), action_plan(kept.id)):
            change.contracts.keep(part)
    with store.change() as change:
        change.contracts.drop(kept)
    assert [store.parts(kind) for kind in (Deviation, LadderStep, ActionPlan)] == [()] * 3
