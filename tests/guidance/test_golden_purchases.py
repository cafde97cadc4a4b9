"""Purchases as a clerk would describe them: what must be proposed, what must not, and how long the list may be."""

from __future__ import annotations

import pytest
from tests.catalog.real import catalog
from tests.guidance.golden_files import Golden, purchase_of, read
from tests.guidance.made import TODAY

from kravkompass.catalog.terms import Country
from kravkompass.guidance.guide import Guide, guide
from kravkompass.guidance.recommending import Standing

MOST_QUESTIONS = 15
"""What is left to answer when only the value is known, for the group that its area says least about."""
CASES = read("purchases.yaml")


def look(case: Golden) -> Guide:
    return guide(purchase_of(case), catalog(), TODAY)


def proposed(case: Golden) -> set[str]:
    return {one.requirement.id for one in look(case).recommendations if one.standing is Standing.RECOMMENDED}


def test_there_are_twelve_of_each_country_in_many_product_groups() -> None:
    assert [case["country"] for case in CASES] == ["se"] * 12 + ["no"] * 12
    for country in Country:
        assert len({group for case in CASES if case["country"] == country for group in case["groups"]}) >= 10


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_what_a_colleague_would_miss_is_proposed(case: Golden) -> None:
    assert set(case["must"]) - proposed(case) == set()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_what_a_colleague_would_wonder_at_is_not(case: Golden) -> None:
    assert all(catalog().requirement(name) for name in case["must-not"])
    assert set(case["must-not"]) & proposed(case) == set()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_the_list_is_in_proportion(case: Golden) -> None:
    assert len(proposed(case)) <= case["most"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_few_questions_are_asked(case: Golden) -> None:
    seen = look(case)
    open_ones = [one for one in seen.questions if seen.purchase.facts.is_open(one.question.id) and one.usual is None]
    assert len(open_ones) <= MOST_QUESTIONS
