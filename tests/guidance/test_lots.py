"""Lots: which requirements hold for which of them. Nothing is lost between lots, and nothing strays into another's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.catalog.real import catalog
from tests.guidance.made import GROUPS, decision, guided, purchase, requirement
from tests.guidance.situations import GROUPS as REAL_GROUPS
from tests.guidance.situations import TODAY, purchases

from kravkompass.catalog.requirement import Requirement
from kravkompass.guidance.findings import Found
from kravkompass.guidance.guide import guide
from kravkompass.guidance.lots import divided, fits, fitting, groups_of, holds_for_all, lots_of, number_of, review_lots, rows_of
from kravkompass.guidance.purchase import Decision, Lot, Purchase, Verdict
from kravkompass.guidance.situation import with_areas
from kravkompass.language import Language

FISH, BREAD, CLEANING = Lot("a", "Fisk", ("fish",)), Lot("b", "Bröd", ("food",)), Lot("c", "Städning", ("cleaning",))
THREE = divided(purchase(), (FISH, BREAD, CLEANING))


@st.composite
def divided_purchases(draw: st.DrawFn) -> Purchase:
    """Any purchase in up to four lots, with decisions that are limited to any of them, or to lots that are gone."""
    names = draw(st.lists(st.sampled_from(["1", "2", "3", "4"]), unique=True, max_size=4))
    groups = st.lists(st.sampled_from(REAL_GROUPS), unique=True, max_size=2).map(tuple)
    whole = divided(draw(purchases()), [Lot(name, f"Del {name}", draw(groups)) for name in names])
    known = [one for one in catalog().requirements(whole.country) if not one.retired]
    chosen = draw(st.lists(st.sampled_from(known), unique_by=lambda one: one.id, max_size=6))
    limits = st.lists(st.sampled_from(["1", "2", "3", "4", "gone"]), unique=True).map(tuple)
    decisions = {one.id: Decision(one.id, 1, draw(st.sampled_from(Verdict)), lots=draw(limits)) for one in chosen}
    return Purchase(**{name: getattr(whole, name) for name in Purchase.__slots__} | {"decisions": decisions})


@given(divided_purchases())
def test_every_row_stands_in_at_least_one_lot_and_no_lot_holds_what_is_about_another(bought: Purchase) -> None:
    rules = guide(bought, catalog(), TODAY)
    rows = rules.rows(Language.SWEDISH)
    lists = {lot.id: rows_of(lot, rows) for lot in bought.lots}
    if bought.lots:
        assert {row.requirement.id for own in lists.values() for row in own} == {row.requirement.id for row in rows}
    for lot in bought.lots:
        own = lists[lot.id]
        assert [row for row in rows if row in own] == list(own)
        held = with_areas(lot.groups, catalog().groups) | {"all"}
        for row in own:
            about_another = any(fits(row.requirement, other, catalog().groups) for other in bought.lots if other is not lot)
            assert row.requirement.groups & held or not about_another


@given(divided_purchases())
def test_a_requirement_about_everything_holds_for_every_lot_unless_the_buyer_limits_it(bought: Purchase) -> None:
    for one in catalog().requirements(bought.country):
        found = bought.decisions.get(one.id)
        if "all" in one.groups and not (found and found.lots):
            assert lots_of(one, found, bought, catalog().groups) == bought.lots


@given(purchases())
def test_a_purchase_without_lots_is_one_whole(bought: Purchase) -> None:
    for one in catalog().requirements(bought.country)[:40]:
        assert lots_of(one, None, bought, catalog().groups) == ()
        assert holds_for_all(one, None, bought, catalog().groups)
    assert divided(bought, ()) == bought


@given(divided_purchases())
def test_the_groups_of_the_purchase_are_those_of_its_lots(bought: Purchase) -> None:
    if bought.lots:
        assert set(bought.groups) == {group for lot in bought.lots for group in lot.groups}
        assert bought.groups == groups_of(bought.lots)


@pytest.mark.parametrize(
    ("groups", "lots"),
    [
        ({"fish"}, (FISH,)),
        ({"food"}, (FISH, BREAD)),
        ({"cleaning", "fish"}, (FISH, CLEANING)),
        ({"all"}, (FISH, BREAD, CLEANING)),
        ({"roof"}, (FISH, BREAD, CLEANING)),
    ],
)
def test_the_lots_a_requirement_fits(groups: set[str], lots: tuple[Lot, ...]) -> None:
    assert fitting(requirement(groups=frozenset(groups)), THREE, GROUPS) == lots


@pytest.mark.parametrize(
    ("limited", "lots"),
    [((), (FISH, BREAD)), (("b",), (BREAD,)), (("b", "a"), (FISH, BREAD)), (("c",), (FISH, BREAD)), (("gone",), (FISH, BREAD))],
)
def test_the_buyer_limits_a_requirement_to_some_of_the_lots_it_fits(limited: tuple[str, ...], lots: tuple[Lot, ...]) -> None:
    food = requirement(groups=frozenset({"food"}))
    assert lots_of(food, decision(food.id, lots=limited), THREE, GROUPS) == lots
    assert holds_for_all(food, decision(food.id, lots=limited), THREE, GROUPS) is False


def test_numbers_are_places() -> None:
    assert [number_of(THREE, lot) for lot in THREE.lots] == [1, 2, 3]
    assert number_of(divided(THREE, (CLEANING, FISH)), FISH) == 2


def found(bought: Purchase, *requirements: Requirement) -> list[tuple[Found, dict[str, str]]]:
    return [(one.found, dict(one.values)) for one in review_lots(guided(bought, *requirements), ())]


def test_a_lot_that_buys_nothing_is_found() -> None:
    assert found(divided(purchase(), (FISH, Lot("b", "Okänt"), Lot("c", "", ("no-such-group",))))) == [
        (Found.LOT_WITHOUT_GROUPS, {"n": "2"}),
        (Found.LOT_WITHOUT_GROUPS, {"n": "3"}),
    ]


@pytest.mark.parametrize(
    ("values", "whole", "differ"), [((1, 2), 3, False), ((1, 2), 4, True), ((1, None), 4, False), ((1, 2), None, False)]
)
def test_values_that_do_not_add_up_are_found(values: tuple[int | None, int | None], whole: int | None, differ: bool) -> None:
    lots = [Lot(str(place), "Fisk", ("fish",), value) for place, value in enumerate(values)]
    bought = purchase(answers={} if whole is None else {"value": whole})
    assert found(divided(bought, lots)) == ([(Found.LOT_VALUES, {})] if differ else [])
    assert found(bought) == []
