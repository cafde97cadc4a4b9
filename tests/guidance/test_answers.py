"""Answers that come from outside are looked at before the rules rely on them."""

from __future__ import annotations

import pytest
from hypothesis import given
from tests.catalog.real import catalog
from tests.guidance.made import question, requirement
from tests.guidance.situations import purchases

from kravkompass.catalog.requirement import Parameter
from kravkompass.catalog.terms import ParameterType
from kravkompass.guidance.answers import Fault, Wrong, faults, value_faults
from kravkompass.guidance.facts import Answer, Facts
from kravkompass.guidance.purchase import Purchase
from kravkompass.purchases.examples import EXAMPLES

NAMED = {"sv": "A", "nb": "A", "nn": "A"}
QUESTIONS = {
    "children": question("children"),
    "season": question("season", kind="one", options={"winter": NAMED, "summer": NAMED}),
}
YES_NO = ("yes", "no", "unknown")


def found(name: str, answer: Answer) -> list[Fault]:
    return list(faults(Facts({name: answer}), QUESTIONS))


@pytest.mark.parametrize(
    ("name", "answer"),
    [
        ("value", 0),
        ("value", 12.5),
        ("value", ""),
        ("contract-months", "unknown"),
        ("announced", "2026-11-22"),
        ("contract-start", ""),
        ("procedure", "direct"),
        ("procedure", "unknown"),
        ("purchase-type", frozenset({"goods", "works"})),
        ("children", "no"),
        ("children", ""),
        ("season", "winter"),
        ("season", frozenset({"winter", "unknown"})),
        ("of-another-catalog", "anything"),
    ],
)
def test_what_can_be_used_is_no_fault(name: str, answer: Answer) -> None:
    assert found(name, answer) == []


@pytest.mark.parametrize(
    ("name", "answer", "wrong", "known"),
    [
        ("value", "much", Wrong.NUMBER, ()),
        ("value", -1, Wrong.NUMBER, ()),
        ("extension-months", frozenset({"1"}), Wrong.NUMBER, ()),
        ("announced", "soon", Wrong.DAY, ()),
        ("announced", 20261122, Wrong.DAY, ()),
        ("contract-start", "2026-02-30", Wrong.DAY, ()),
        ("procedure", "open", Wrong.CHOICE, ("direct", "below-threshold", "above-threshold", "unknown")),
        ("purchase-type", frozenset({"goods", "loans"}), Wrong.CHOICE, ("goods", "services", "works", "unknown")),
        ("children", "ja", Wrong.CHOICE, YES_NO),
        ("children", 1, Wrong.CHOICE, YES_NO),
        ("season", "spring", Wrong.CHOICE, ("winter", "summer", "unknown")),
    ],
)
def test_what_cannot_be_used_is_told_with_what_can(name: str, answer: Answer, wrong: Wrong, known: tuple[str, ...]) -> None:
    assert found(name, answer) == [Fault(name, answer, wrong, known)]


def test_all_faults_are_found_in_the_order_given() -> None:
    several = Facts({"value": "much", "children": "yes", "announced": "soon"})
    assert [fault.question for fault in faults(several, QUESTIONS)] == ["value", "announced"]


@given(purchases())
def test_answers_the_program_itself_gives_are_no_fault(purchase: Purchase) -> None:
    assert not list(faults(purchase.facts, catalog().questions))


def test_the_examples_have_no_faults() -> None:
    assert not [fault for one in EXAMPLES for fault in faults(one.purchase().facts, catalog().questions)]


@pytest.mark.parametrize(
    ("values", "wrong"),
    [
        ({"days": 30}, []),
        ({"days": ""}, []),
        ({"days": 5}, []),
        ({"days": 4}, ["days"]),
        ({"days": -45}, ["days"]),
        ({"days": 91}, ["days"]),
        ({"days": "<b>inf</b>"}, ["days"]),
        ({"weeks": 3}, ["weeks"]),
    ],
)
def test_values_of_a_requirement(values: dict[str, str | int | float], wrong: list[str]) -> None:
    one = requirement(parameters=(Parameter("days", ParameterType.DAYS, 30, 5, 90),))
    assert list(value_faults(one, values)) == wrong
