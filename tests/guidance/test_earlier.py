"""What earlier purchases have answered is filled in, and nothing else."""

from __future__ import annotations

from tests.guidance.made import purchase

from kravkompass.catalog.terms import Country
from kravkompass.guidance.earlier import Earlier, borrowed_for

QUESTIONS = ("children", "transport", "labour-risk")


def test_the_latest_of_the_same_kind_answers() -> None:
    latest = purchase(title="I fjol", answers={"children": "yes", "contract_months": 24})
    older = purchase(title="Förr", answers={"children": "no", "transport": "no"})
    assert borrowed_for(purchase(), [latest, older], QUESTIONS) == {
        "children": Earlier("yes", "I fjol"),
        "contract-months": Earlier(24, "I fjol"),
        "transport": Earlier("no", "Förr"),
    }


def test_what_has_been_answered_here_stays_also_when_it_is_unknown() -> None:
    here = purchase(answers={"children": "unknown", "transport": "yes"})
    assert borrowed_for(here, [purchase(answers={"children": "yes", "transport": "no"})], QUESTIONS) == {}


def test_assessments_amounts_and_what_was_borrowed_or_unknown_there_are_not_taken() -> None:
    there = purchase(
        answers={"labour_risk": "no", "value": 900_000, "children": "yes", "transport": "unknown"}, borrowed={"children": "Förr"}
    )
    assert borrowed_for(purchase(), [there], QUESTIONS) == {}


def test_another_kind_another_country_and_an_example_say_nothing() -> None:
    said = {"children": "yes"}
    others = [
        purchase(groups=("services",), answers=said),
        purchase(country=Country.NORWAY, answers=said),
        purchase(example="kalmar-fruit", answers=said),
        purchase(title="", answers=said),
    ]
    assert borrowed_for(purchase(), others, QUESTIONS) == {}
