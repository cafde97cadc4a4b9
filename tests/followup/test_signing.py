"""Signing freezes the list: numbers, wording in every language it was agreed in, and the contract's time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.catalog.real import catalog
from tests.guidance.made import TODAY

from kravkompass.catalog.terms import RiskArea, RiskLevel
from kravkompass.followup.contract import Extension, Supplier
from kravkompass.followup.signing import sign
from kravkompass.guidance.guide import guide
from kravkompass.guidance.listing import checksum
from kravkompass.guidance.lots import divided, lots_of
from kravkompass.guidance.purchase import Decision, Lot, Verdict
from kravkompass.language import Language
from kravkompass.purchases.examples import EXAMPLES

DAY = date(2027, 2, 15)


@pytest.mark.parametrize("name", [one.name for one in EXAMPLES])
def test_an_example_is_frozen_whole(name: str) -> None:
    purchase = next(one for one in EXAMPLES if one.name == name).purchase()
    rows = guide(purchase, catalog(), TODAY).rows(Language.SWEDISH)
    signed = sign(purchase, rows, {RiskArea.LABOUR: RiskLevel.HIGH}, "sv", DAY)
    assert [one.requirement for one in signed.requirements] == [row.requirement.id for row in rows]
    assert [one.number for one in signed.requirements][:2] == ["K01", "K02"]
    assert signed.contract.checksum == checksum(rows)
    assert (signed.contract.purchase, signed.contract.signed) == (purchase.id, DAY)
    for one, row in zip(signed.requirements, rows, strict=True):
        assert one.texts[row.language] == row.texts
        assert "{" not in "".join(texts.demand for texts in one.texts.values())
        assert one.follow_up == row.requirement.follow_up


def test_an_adapted_wording_stands_only_in_the_languages_it_was_agreed_in() -> None:
    purchase = EXAMPLES[0].purchase()
    rows = guide(purchase, catalog(), TODAY).rows(Language.SWEDISH)
    first = rows[0].requirement
    own = Decision(first.id, first.revision, Verdict.ADAPTED, wording={"sv": "Vår egen lydelse."})
    changed = replace(purchase, decisions={**purchase.decisions, first.id: own})
    rows = guide(changed, catalog(), TODAY).rows(Language.SWEDISH)
    frozen = next(one for one in sign(changed, rows, {}, "sv", DAY).requirements if one.requirement == first.id)
    assert {language: texts.demand for language, texts in frozen.texts.items()} == {"sv": "Vår egen lydelse."}


def test_the_time_of_the_contract_is_the_purchases() -> None:
    purchase = EXAMPLES[0].purchase()
    facts = purchase.facts.with_answer("contract-months", 36).with_answer("extension-months", 12).with_answer("contract-start", "2027-03-01")
    contract = sign(replace(purchase, facts=facts), (), {}, "sv", DAY).contract
    assert (contract.start, contract.months, contract.extensions) == (date(2027, 3, 1), 36, (Extension(12),))
    assert contract.months_in_force == 36
    assert replace(contract, extensions=(Extension(12, used=True),)).months_in_force == 48


def test_a_lots_requirements_hold_for_its_lot() -> None:
    purchase = EXAMPLES[0].purchase()
    lots = (Lot("a", "Frukt", ("fruit-vegetables",)), Lot("b", "Kaffe", ("coffee-tea-cocoa",)))
    made = divided(purchase, lots)
    rows = guide(made, catalog(), TODAY).rows(Language.SWEDISH)
    signed = sign(made, rows, {}, "sv", DAY, catalog().groups)
    assert signed.contract.lots == {"1": "Frukt", "2": "Kaffe"}
    for one, row in zip(signed.requirements, rows, strict=True):
        held = [str(place) for place, lot in enumerate(lots, 1) if lot in lots_of(row.requirement, row.decision, made, catalog().groups)]
        assert one.lots == (() if len(held) == len(lots) else tuple(held))
    fruit, coffee = (Supplier("", "", "A", lots=(number,)) for number in ("1", "2"))
    only = next(one for one in signed.requirements if one.lots == ("1",))
    assert only.holds_for(fruit)
    assert not only.holds_for(coffee)
