"""Lots in the store: kept in their order, with the purchase's product groups theirs."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import pytest
from tests.purchases.samples import decision, purchase
from tests.purchases.test_store import added, told_by

from kravkompass.guidance.lots import divided
from kravkompass.guidance.purchase import Lot
from kravkompass.purchases.change import Change
from kravkompass.purchases.kinds import Kind
from kravkompass.purchases.store import Store

FRUIT = Lot("1", "Frukt och grönt", ("fruit-vegetables",), 1_200_000)
MEAT = Lot("2", "Kött", ("meat",), 0.5)
FISH = Lot("3")


def test_what_goes_in_comes_out(store: Store) -> None:
    limited = replace(purchase(), decisions={"SE-FOOD-51": decision(lots=("2", "1"), taken_from="Frukt 2024")})
    key = added(store, divided(limited, (MEAT, FRUIT, FISH)))
    kept = store.purchase(key)
    assert kept.lots == (MEAT, FRUIT, FISH)
    assert kept.groups == ("meat", "fruit-vegetables")
    assert (kept.decisions["SE-FOOD-51"].lots, kept.decisions["SE-FOOD-51"].taken_from) == (("2", "1"), "Frukt 2024")


def test_lots_are_added_moved_changed_and_removed(store: Store) -> None:
    key = added(store)
    steps: tuple[tuple[tuple[Lot, ...], tuple[str, ...]], ...] = (
        ((FRUIT, MEAT), ("fruit-vegetables", "meat")),
        ((MEAT, FRUIT), ("meat", "fruit-vegetables")),
        ((replace(MEAT, title="Kött & chark", groups=("meat", "fish"), value=None), FRUIT, FISH), ("meat", "fish", "fruit-vegetables")),
        ((FRUIT,), ("fruit-vegetables",)),
        ((), ("fruit-vegetables",)),
    )
    for lots, groups in steps:
        before = store.purchase(key)
        act = partial(Change.set_lots, purchase_id=key, lots=lots)
        assert told_by(store, act) == [{Kind.GROUPS}]
        after = store.purchase(key)
        assert (after.lots, after.groups) == (lots, groups)
        assert after.version > before.version
        assert told_by(store, act) == []


def test_a_lot_without_an_id_gets_one_of_its_own(store: Store) -> None:
    key = added(store)
    with store.change() as change:
        change.set_lots(key, (Lot("", "a"), Lot("", "b")))
    first, second = store.purchase(key).lots
    assert "" not in {first.id, second.id}
    assert first.id != second.id


def test_a_lot_that_comes_back_finds_what_was_decided_for_it(store: Store) -> None:
    key = added(store, divided(purchase(), (FRUIT, MEAT)))
    with store.change() as change:
        change.decide(key, decision(lots=("2",)))
        change.set_lots(key, (FRUIT,))
    assert store.purchase(key).decisions["SE-FOOD-51"].lots == ("2",)
    with store.change() as change:
        change.set_lots(key, (FRUIT, MEAT))
    assert store.purchase(key).lots == (FRUIT, MEAT)


def test_the_groups_of_a_purchase_with_lots_are_not_set_beside_them(store: Store) -> None:
    key = added(store, divided(purchase(), (FRUIT, MEAT)))
    with pytest.raises(ValueError, match="lots"), store.change() as change:
        change.set_groups(key, ["food"])


def test_a_copy_has_lots_of_its_own(store: Store) -> None:
    key = added(store, divided(purchase(), (FRUIT, MEAT)))
    with store.change() as change:
        copy = change.copy(key, "Frukt 2028")
        change.set_lots(key, ())
    kept = store.purchase(copy)
    assert (kept.lots, kept.reference, kept.decisions["SE-FOOD-51"].taken_from) == (
        (FRUIT, MEAT), "", "Frukt och grönt till förskolor · KS 2026/114",
    )  # fmt: skip


def test_deciding_anew_is_no_longer_taken_from_elsewhere_but_undoing_is(store: Store) -> None:
    key = added(store)
    with store.change() as change:
        copy = change.copy(key, "Frukt 2028")
    taken = store.purchase(copy).decisions["SE-FOOD-51"]
    with store.change() as change:
        change.decide(copy, replace(taken, reason="Ny upphandling", decided_by="", decided_at=""))
    assert store.purchase(copy).decisions["SE-FOOD-51"].taken_from == ""
    with store.change() as change:
        change.decide(copy, taken)
    assert store.purchase(copy).decisions["SE-FOOD-51"] == taken
