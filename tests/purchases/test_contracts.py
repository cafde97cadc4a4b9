"""Contracts in the store: what goes in comes out, changes are told and logged, and what belongs together goes together."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.purchases.contract_samples import activity, contract, frozen, outcome, supplier

from kravkompass.followup.activity import KeptActivity, Outcome, State, Status
from kravkompass.followup.contract import Contract, FrozenRequirement, Supplier
from kravkompass.followup.event import Verb
from kravkompass.purchases.errors import PartMissingError
from kravkompass.purchases.kinds import Kind
from kravkompass.purchases.parts import SHELVES
from kravkompass.purchases.settings import Settings
from kravkompass.purchases.store import Store


@pytest.fixture
def kept(store: Store) -> Contract:
    with store.change() as change:
        return change.contracts.keep(contract())


def test_what_goes_in_comes_out(store: Store, kept: Contract) -> None:
    assert store.part(Contract, kept.id) == kept == contract(id=kept.id)
    for part in (supplier(kept.id), frozen(kept.id), activity(kept.id), outcome(kept.id, "r")):
        with store.change() as change:
            stored = change.contracts.keep(part)
        assert stored == replace(part, id=stored.id)
        assert store.part(type(part), stored.id) == stored
        assert store.parts(type(part), contract=kept.id) == (stored,)
        assert store.parts(type(part), contract="another") == ()


def test_empty_values_come_out_empty(store: Store) -> None:
    bare = contract(id="", signed=None, start=None, value=None, extensions=(), lots={}, risks={}, ended=None)
    with store.change() as change:
        stored = change.contracts.keep(bare)
    assert store.part(Contract, stored.id) == replace(bare, id=stored.id)


def test_what_changes_is_told(store: Store, kept: Contract) -> None:
    told: list[frozenset[Kind]] = []
    store.when_changed(told.append)
    with store.change() as change:
        change.contracts.keep(kept)
    assert told == []
    with store.change() as change:
        change.contracts.keep(replace(kept, title="Annat"))
    with store.change() as change:
        change.contracts.keep(activity(kept.id))
    assert told == [{Kind.CONTRACTS}, {Kind.ACTIVITIES}]


def test_every_change_stands_in_the_log(store: Store, kept: Contract) -> None:
    with store.change() as change:
        change.keep_settings(Settings(name="Åsa Öst"))
        one = change.contracts.keep(activity(kept.id))
    with store.change() as change:
        change.contracts.keep(replace(one, state=State.DONE, done=date(2027, 9, 3)))
    with store.change() as change:
        change.contracts.drop(one)
    log = store.events(kept.id)
    assert [(event.verb, event.part) for event in log] == [
        (Verb.ADDED, "contract"),
        (Verb.ADDED, "activity"),
        (Verb.CHANGED, "activity"),
        (Verb.REMOVED, "activity"),
    ]
    assert [event.who for event in log] == ["", *["Åsa Öst"] * 3]
    assert log[2].changed_fields() == ("state", "done")
    assert (log[2].before["state"], log[2].after["done"]) == ("planned", "2027-09-03")
    assert (log[1].before, log[3].after) == ({}, {})


def test_a_failed_change_leaves_no_entry(store: Store, kept: Contract) -> None:
    with pytest.raises(RuntimeError), store.change() as change:
        change.contracts.keep(activity(kept.id))
        raise RuntimeError
    assert store.parts(KeptActivity) == ()
    assert len(store.events(kept.id)) == 1


def test_a_contract_takes_everything_along(store: Store, kept: Contract) -> None:
    with store.change() as change:
        for part in (supplier(kept.id), frozen(kept.id), activity(kept.id), outcome(kept.id, "r")):
            change.contracts.keep(part)
    with store.change() as change:
        change.contracts.drop(kept)
    assert [store.parts(kind) for kind in SHELVES] == [()] * len(SHELVES)
    assert store.events(kept.id) == ()


def test_what_is_not_there_is_told(store: Store, kept: Contract) -> None:
    with pytest.raises(PartMissingError):
        store.part(Supplier, "nobody")
    with pytest.raises(PartMissingError), store.change() as change:
        change.contracts.drop(supplier(kept.id))


def test_texts_are_made_fit(store: Store, kept: Contract) -> None:
    with store.change() as change:
        stored = change.contracts.keep(replace(supplier(kept.id), name="A\x00B\r\nC", lots=("1\x07",)))
    assert (stored.name, stored.lots) == ("AB\nC", ("1",))


def test_rows(store: Store, kept: Contract) -> None:
    with store.change() as change:
        one, two = (change.contracts.keep(frozen(kept.id, number)) for number in ("K01", "K02"))
        change.contracts.keep(supplier(kept.id))
        change.contracts.keep(supplier(kept.id, "Bananer AB"))
        change.contracts.keep(activity(kept.id, date(2027, 5, 1), state=State.DONE))
        change.contracts.keep(activity(kept.id, date(2027, 7, 1)))
        change.contracts.keep(activity(kept.id, date(2027, 9, 1)))
        change.contracts.keep(outcome(kept.id, one.id))
        change.contracts.keep(outcome(kept.id, one.id, status=Status.MET))
        change.contracts.keep(outcome(kept.id, two.id, status=Status.NOT_CHECKED))
    (row,) = store.contracts()
    assert row.suppliers == ("Bananer AB", "Grönt i Provstad AB")
    assert (row.requirements, row.checked, row.next_day, row.start) == (2, 1, "2027-07-01", "2027-03-01")
    assert store.contracts(deleted=True) == ()
    with store.change() as change:
        change.contracts.keep(replace(kept, deleted="2027-01-01T00:00:00.000+00:00"))
    assert store.contracts() == ()
    assert [one.id for one in store.contracts(deleted=True)] == [kept.id]


def test_order_of_fields(store: Store, kept: Contract) -> None:
    with store.change() as change:
        for number in ("K02", "K10", "K01"):
            change.contracts.keep(frozen(kept.id, number))
    assert [one.number for one in store.parts(FrozenRequirement, ("number",), contract=kept.id)] == ["K01", "K02", "K10"]


def test_outcomes_in_order_of_day(store: Store, kept: Contract) -> None:
    with store.change() as change:
        for day in (date(2028, 2, 29), date(2027, 9, 1)):
            change.contracts.keep(outcome(kept.id, "r", day=day))
    assert [one.day for one in store.parts(Outcome, ("day",), contract=kept.id)] == [date(2027, 9, 1), date(2028, 2, 29)]
