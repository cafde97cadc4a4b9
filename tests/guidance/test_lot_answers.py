"""Answers for lots: taken over from the purchase, changed for one of them, and what that does to its requirements."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from tests.catalog.real import catalog
from tests.guidance.made import decision, guided, purchase, requirement
from tests.guidance.situations import TODAY
from tests.guidance.test_lots import divided_purchases

from kravkompass.catalog.condition import Any, FactIs, RiskAtLeast, facts_in
from kravkompass.catalog.terms import Priority, RiskArea, RiskLevel
from kravkompass.guidance.facts import Answer
from kravkompass.guidance.guide import guide
from kravkompass.guidance.lot_answers import answers_differ, is_ruled_out, name_in, own_answers, part_of
from kravkompass.guidance.lots import divided, fitting
from kravkompass.guidance.purchase import Lot, Purchase
from kravkompass.guidance.recommending import Standing
from kravkompass.language import Language

FISH, FOOD = Lot("a", "Fisk", ("fish",)), Lot("b", "Annan mat", ("food",))
FOR_CHILDREN = requirement(when=FactIs("children", frozenset({"yes"})), priority=Priority.CORE)


def bought(**answers: Answer) -> Purchase:
    """Two lots of food, with answers; ``a`` and ``b`` are those for the lots about children."""
    named = {name_in(name, "children") if name in {"a", "b"} else name: answer for name, answer in answers.items()}
    whole = divided(purchase(), (FISH, FOOD))
    return replace(whole, facts=replace(whole.facts, answers=named))


@pytest.mark.parametrize(
    ("answers", "standing", "lots"),
    [
        ({"children": "yes"}, Standing.RECOMMENDED, ()),
        ({"children": "no"}, None, ()),
        ({"children": "yes", "b": "no"}, Standing.RECOMMENDED, ("a",)),
        ({"children": "no", "b": "yes"}, Standing.RECOMMENDED, ("b",)),
        ({"b": "no"}, Standing.WAITING, None),
    ],
)
def test_a_requirement_stands_where_it_stands_best_and_holds_for_the_lots_it_is_not_ruled_out_of(
    answers: dict[str, str], standing: Standing | None, lots: tuple[str, ...] | None
) -> None:
    found = guided(bought(**answers), FOR_CHILDREN)
    assert [one.standing for one in found.recommendations] == ([] if standing is None else [standing])
    rows = found.rows(Language.SWEDISH)
    assert [row.lots for row in rows] == ([lots] if standing is Standing.RECOMMENDED else [])


def test_a_lot_follows_the_purchase_until_it_has_an_answer_of_its_own() -> None:
    whole = bought(children="yes", b="yes")
    assert not answers_differ(whole)
    assert part_of(whole, FOOD).facts.get("children") == "yes"
    other = bought(children="no", b="yes")
    assert (own_answers(other, "a"), own_answers(other, "b")) == ({}, {"children": "yes"})
    assert [part_of(other, lot).facts.answers for lot in other.lots] == [{"children": "no"}, {"children": "yes"}]


def test_what_the_risk_may_still_call_for_is_not_ruled_out() -> None:
    either = requirement(when=Any((FactIs("children", frozenset({"yes"})), RiskAtLeast(RiskArea.LABOUR, RiskLevel.HIGH))))
    whole = bought(children="yes", b="no")
    assert is_ruled_out(FOR_CHILDREN, FOOD, whole)
    assert not is_ruled_out(either, FOOD, whole)


def test_one_that_every_lot_rules_out_but_is_decided_about_holds_for_all_of_them() -> None:
    whole = replace(bought(children="yes", a="no", b="no"), decisions={FOR_CHILDREN.id: decision(FOR_CHILDREN.id)})
    assert [row.lots for row in guided(whole, FOR_CHILDREN).rows(Language.SWEDISH)] == [()]


@given(divided_purchases())
def test_whatever_a_lot_answers_every_requirement_fits_a_lot_and_the_law_loses_nothing(whole: Purchase) -> None:
    if not whole.lots:
        return
    answers = {**whole.facts.answers, name_in(whole.lots[0].id, "children"): "yes", name_in(whole.lots[0].id, "outside-eea"): "no"}
    other = replace(whole, facts=replace(whole.facts, answers=answers))
    before, after = (guide(one, catalog(), TODAY) for one in (whole, other))
    assert all(fitting(one, other, catalog().groups) for one in catalog().requirements(whole.country))
    if len(whole.lots) > 1:
        unasked = [one for one in before.recommendations if one.requirement.statutory and not facts_in(one.requirement.when)]
        assert {one.requirement.id for one in unasked} <= {one.requirement.id for one in after.recommendations}
