"""The agreement: suppliers, extensions, early end, class and risks; the plan follows and everything can be taken back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from tests.screens.planned import planned

from kravkompass.catalog.terms import RiskArea, RiskLevel
from kravkompass.followup.activity import KeptActivity, State
from kravkompass.followup.contract import Classification, Contact, Extension
from kravkompass.followup.planning import Occasion
from kravkompass.purchases.store import Store
from kravkompass.screens.contract import ContractScreen
from kravkompass.screens.contract_agreement import Agreement, Altered, is_doubtful

TODAY = date(2028, 9, 15)


@pytest.fixture
def screen(store: Store) -> ContractScreen:
    return planned(store, lambda: TODAY, extensions=(Extension(12),))


@pytest.fixture
def agreement(screen: ContractScreen) -> Agreement:
    return Agreement(screen)


def everything(screen: ContractScreen) -> object:
    return screen.contract, screen.suppliers, screen.store.parts(KeptActivity, contract=screen.id)


CHANGES: list[Callable[[Agreement, ContractScreen], Altered]] = [
    lambda one, _: one.alter(start=date(2027, 5, 3), months=36),
    lambda one, _: one.decide(0, date(2028, 8, 28), "Går bra", used=True),
    lambda one, _: one.decide(0, date(2028, 8, 28), "Ny upphandling", used=False),
    lambda one, _: one.add_extension(6),
    lambda one, _: one.drop_extension(0),
    lambda one, _: one.end(date(2028, 10, 1), "Överenskommet"),
    lambda one, _: one.classify(Classification.CRITICAL, "Varje dag till alla förskolor"),
    lambda one, _: one.set_risk(RiskArea.LABOUR, RiskLevel.HIGH),
    lambda one, _: one.set_lot("1", "Frukt"),
    lambda one, _: one.keep_supplier("Rött AB", "5560125790", (Contact("Bo Berg"),), ("1",)),
    lambda one, screen: one.drop_supplier(screen.suppliers[0]),
    lambda one, _: one.alter(hours=3, notice=9),
]


@pytest.mark.parametrize("change", CHANGES)
def test_every_change_can_be_taken_back_with_what_it_did_to_the_plan(
    agreement: Agreement, screen: ContractScreen, change: Callable[[Agreement, ContractScreen], Altered]
) -> None:
    before = everything(screen)
    altered = change(agreement, screen)
    assert everything(screen) != before
    altered.undo()
    assert everything(screen) == before


def test_an_extension_in_use_prolongs_the_plan(agreement: Agreement, screen: ContractScreen) -> None:
    assert (agreement.last_day, agreement.open_extension) == (date(2029, 2, 28), 0)
    altered = agreement.decide(0, date(2028, 8, 28), "Går bra", used=True)
    assert agreement.last_day == date(2030, 2, 28)
    assert agreement.open_extension is None
    assert {one.day.year for one in altered.plan.added} == {2029, 2030}
    decisions = [one for one in screen.store.parts(KeptActivity, contract=screen.id) if one.occasion is Occasion.EXTENSION_DECISION]
    assert [(one.state, one.done) for one in decisions] == [(State.DONE, date(2028, 8, 28))]


def test_a_contract_that_goes_on_after_all_has_its_plan_again(agreement: Agreement, screen: ContractScreen) -> None:
    before = {(one.key, one.day) for one in screen.store.parts(KeptActivity, contract=screen.id)}
    agreement.end(date(2028, 10, 1), "Överenskommet")
    assert agreement.last_day == date(2028, 10, 1)
    agreement.resume()
    assert {(one.key, one.day) for one in screen.store.parts(KeptActivity, contract=screen.id)} == before


def test_a_second_supplier_is_planned_for_and_one_that_leaves_keeps_what_was_done(agreement: Agreement, screen: ContractScreen) -> None:
    altered = agreement.keep_supplier("Rött AB", "SE556012579001", (), ())
    red = next(one for one in screen.suppliers if one.name == "Rött AB")
    assert red.number == "556012-5790"
    assert {one.supplier for one in altered.plan.added} == {red.id}
    one = altered.plan.added[0]
    with screen.change() as change:
        change.contracts.keep(replace(one, state=State.DONE, done=TODAY))
    agreement.drop_supplier(red)
    assert [each.id for each in screen.store.parts(KeptActivity, contract=screen.id) if each.supplier == red.id] == [one.id]


def test_a_supplier_that_changes_its_name_keeps_its_plan(agreement: Agreement, screen: ContractScreen) -> None:
    (before,) = screen.suppliers
    altered = agreement.keep_supplier("Grönt i Stad AB", "123", (), (), before.id)
    assert not altered.plan
    assert [(one.id, one.name, one.number) for one in screen.suppliers] == [(before.id, "Grönt i Stad AB", "123")]


@pytest.mark.parametrize(("number", "doubtful"), [("", False), ("556012-5790", False), ("923 609 016", False), ("556012-5791", True), ("x", True)])
def test_a_wrong_organisation_number_is_told(number: str, doubtful: bool) -> None:
    assert is_doubtful(number) is doubtful


def test_the_class_is_proposed_among_all_contracts(store: Store, screen: ContractScreen) -> None:
    for value in range(1, 20):
        planned(store, lambda: TODAY, rows=(), value=value * 10_000.0)
    assert Agreement(screen).proposal().classification is Classification.CRITICAL
    planned(store, lambda: TODAY, rows=(), value=9_000_000.0, ended=date(2028, 1, 1))
    assert Agreement(screen).proposal().of == 20


def test_a_newer_revision_is_told_and_changes_nothing(store: Store) -> None:
    screen = planned(store, lambda: TODAY)
    agreement = Agreement(screen)
    assert agreement.newer() == ()
    known = screen.catalog.requirements()[0]
    one = screen.requirements[0]
    with screen.change() as change:
        change.contracts.keep(replace(one, requirement=known.id, revision=known.revision - 1))
    assert [each.id for each in agreement.newer()] == [one.id]
    assert screen.requirements[0].texts == one.texts
