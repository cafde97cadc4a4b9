"""When an own requirement is proposed, and the values it asks for: as data, put together and taken apart again."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.catalog.real import catalog
from tests.guidance.made import TODAY, Shelf, purchase, requirement, texts
from tests.guidance.test_own import DAYS, own

from kravkompass.catalog.condition import ALWAYS, All, Any, FactCompares, FactIs, Not, RiskAtLeast
from kravkompass.catalog.requirement import Parameter
from kravkompass.catalog.terms import Country, ParameterType, RiskArea, RiskLevel
from kravkompass.guidance.guide import guide
from kravkompass.guidance.own import started_from
from kravkompass.guidance.own_conditions import CHOICES, Sort, begun, condition_of, ground_of, grounds, joined, parts_of
from kravkompass.guidance.own_values import ValueFault, asked_for, faulty_values, retyped, undeclared, value_faults, value_name
from kravkompass.guidance.profile import Profile
from kravkompass.guidance.recommending import Standing


@pytest.mark.parametrize("country", Country)
def test_every_ground_with_every_choice_is_a_condition_that_is_known_again(country: Country) -> None:
    offered = grounds(country, catalog().questions.values())
    assert {one.sort for one in offered} == set(Sort)
    assert len({one.key for one in offered}) == len(offered)
    for one in offered:
        assert parts_of(begun(one)) == (begun(one),)
        for value in CHOICES.get(one.sort, (700_000,)):
            assert ground_of(condition_of(one, value)) == (one, value)


def test_what_is_put_together_otherwise_cannot_be_shown_and_is_not_started_from() -> None:
    children, value = FactIs("children", frozenset({"yes"})), FactCompares("value", "at-least", 100)
    assert parts_of(ALWAYS) == ()
    assert joined(()) == ALWAYS
    assert parts_of(joined((children, value))) == (children, value)
    for other in (Any((children, value)), Not(children), All((children, Not(value))), FactCompares("value", "at-most", 1)):
        assert parts_of(other) is None
        assert started_from(requirement(when=other)).when == ALWAYS
    assert started_from(requirement(when=children)).when == children


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({"children": "yes", "value": 50_000}, Standing.RECOMMENDED),
        ({"children": "no", "value": 50_000}, None),
        ({"children": "yes", "value": 1_000}, None),
        ({"children": "yes"}, Standing.WAITING),
    ],
)
def test_a_standard_one_is_proposed_only_when_every_condition_holds(answers: dict[str, object], expected: Standing | None) -> None:
    when = joined((FactIs("children", frozenset({"yes"})), FactCompares("value", "at-least", 10_000)))
    ours = Profile(own=(own(when=when),), standard=frozenset({"OWN-001"}))
    found = guide(purchase(answers=answers), Shelf(), TODAY, ours).recommendations
    assert [one.standing for one in found] == ([] if expected is None else [expected])


def test_risk_can_be_a_condition() -> None:
    when = RiskAtLeast(RiskArea.LABOUR, RiskLevel.HIGH)
    ours = Profile(own=(own(when=when),), standard=frozenset({"OWN-001"}))
    assert guide(purchase(), Shelf(), TODAY, ours).recommendations == ()


def test_a_value_is_named_after_what_it_is_called() -> None:
    said = {"Dagar till hämtning": "dagar-till-hamtning", "Prosent økologisk": "prosent-okologisk", "  ": "n", "Æ!": "ae"}
    assert {label: value_name(label, ()) for label in said} == said
    assert value_name("Dagar", {"dagar", "dagar-2"}) == "dagar-3"


def test_what_is_wrong_with_a_value_is_told() -> None:
    right = replace(DAYS, labels={"sv": "Dagar"})
    assert value_faults(right, "sv") == ()
    assert value_faults(right, "nb") == (ValueFault.LABEL,)
    assert value_faults(replace(right, min=9, max=1), "sv") == (ValueFault.ORDER,)
    assert value_faults(replace(right, default=91), "sv") == (ValueFault.SUGGESTION,)
    assert value_faults(replace(right, type=ParameterType.NUMBER), "sv") == (ValueFault.UNIT,)
    assert faulty_values(own(parameters=(DAYS, replace(right, name="more")))) == ("days",)


def test_what_stands_in_braces_and_is_no_value_is_found() -> None:
    one = own(parameters=(DAYS,), texts={"sv": texts(demand="Inom {days} dagar och {km} km.", met="{km}")})
    assert asked_for(one) == {"days", "km"}
    assert undeclared(one) == ("km",)


def test_a_value_of_another_type_lets_go_of_what_no_longer_means_anything() -> None:
    kwh = Parameter("n", ParameterType.NUMBER, 5, 1, 9, "kWh")
    assert replace(kwh, **retyped(ParameterType.DAYS, kwh)) == Parameter("n", ParameterType.DAYS, 5, 1, 9)  # type: ignore[arg-type]
    assert replace(kwh, **retyped(ParameterType.TEXT, kwh)) == Parameter("n", ParameterType.TEXT)  # type: ignore[arg-type]
