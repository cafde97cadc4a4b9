"""The class of a contract among all contracts: 10, 30 and 60 per cent as a start, weighed by value and risk."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kravkompass.catalog.terms import RiskArea, RiskLevel
from kravkompass.followup.classification import Ground, Proposal, Weighed, greatest, is_high, pace_of, propose
from kravkompass.followup.contract import Classification

CRITICAL, MEDIUM, SMALL = Classification
HIGH = {RiskArea.LABOUR: RiskLevel.HIGH, RiskArea.ENVIRONMENT: RiskLevel.LOW}


def many(number: int) -> list[Weighed]:
    """Contracts of 1, 2, 3 … million."""
    return [Weighed(str(place), place * 1_000_000.0) for place in range(1, number + 1)]


def test_of_a_hundred_contracts_ten_are_critical_and_thirty_medium() -> None:
    all_of_them = many(100)
    classes = [propose(one, all_of_them).classification for one in all_of_them]
    assert [classes.count(one) for one in Classification] == [10, 30, 60]
    assert classes == sorted(classes, key=[SMALL, MEDIUM, CRITICAL].index)


@pytest.mark.parametrize(
    ("number", "expected"),
    [(1, [0, 0, 1]), (2, [0, 1, 1]), (5, [0, 2, 3]), (9, [0, 4, 5]), (10, [1, 3, 6]), (19, [1, 7, 11]), (20, [2, 6, 12])],
)
def test_few_contracts_are_divided_with_care(number: int, expected: list[int]) -> None:
    all_of_them = many(number)
    classes = [propose(one, all_of_them).classification for one in all_of_them]
    assert [classes.count(one) for one in Classification] == expected


def test_a_proposal_says_what_it_rests_on() -> None:
    all_of_them = many(20)
    assert propose(all_of_them[18], all_of_them) == Proposal(CRITICAL, Ground.RANK, 2, 20, None, RiskLevel.LOW)
    assert propose(all_of_them[0], all_of_them[:3]).ground is Ground.FEW
    assert propose(Weighed("new", None), all_of_them) == Proposal(SMALL, Ground.NO_VALUE, 21, 21, None, RiskLevel.LOW)
    assert propose(Weighed("new", None, HIGH), all_of_them).ground is Ground.NO_VALUE_HIGH_RISK


def test_risk_lifts_a_contract_past_larger_ones() -> None:
    all_of_them = many(10)
    without = propose(Weighed("6", 6_000_000.0), all_of_them)
    assert (without.place, without.classification) == (5, SMALL)
    with_risk = propose(Weighed("6", 6_000_000.0, HIGH), all_of_them)
    assert (with_risk.place, with_risk.classification, with_risk.area, with_risk.level) == (1, CRITICAL, RiskArea.LABOUR, RiskLevel.HIGH)


@pytest.mark.parametrize(("level", "high"), [("low", False), ("medium", False), ("unknown", False), ("high", True), ("very-high", True)])
def test_high_begins_above_unknown(level: str, high: bool) -> None:
    assert is_high({RiskArea.CORRUPTION: RiskLevel(level)}) is high


def test_the_greatest_risk_counts() -> None:
    assert greatest(HIGH) == (RiskArea.LABOUR, RiskLevel.HIGH)
    assert greatest({}) == (None, RiskLevel.LOW)


@pytest.mark.parametrize("risks", [{}, HIGH])
def test_a_higher_class_is_never_followed_less(risks: dict[RiskArea, RiskLevel]) -> None:
    for closer, looser in pairwise(pace_of(one, risks) for one in Classification):
        assert closer.meetings < looser.meetings
        assert closer.least <= looser.least


@pytest.mark.parametrize("classification", Classification)
def test_high_risk_means_more(classification: Classification) -> None:
    ordinary, closer = pace_of(classification, {}), pace_of(classification, HIGH)
    assert closer.meetings < ordinary.meetings
    assert closer.least <= ordinary.least


weighed = st.lists(
    st.builds(
        Weighed,
        st.just(""),
        st.one_of(st.none(), st.floats(0, 1e9)),
        st.dictionaries(st.sampled_from(RiskArea), st.sampled_from(RiskLevel)),
    ),
    min_size=1,
    max_size=40,
).map(lambda made: [Weighed(str(place), one.value, one.risks) for place, one in enumerate(made)])


@given(weighed)
def test_every_contract_has_a_place_and_the_top_class_is_never_crowded(all_of_them: list[Weighed]) -> None:
    found = [propose(one, all_of_them) for one in all_of_them]
    assert all(1 <= one.place <= one.of == len(all_of_them) for one in found)
    assert sum(one.classification is CRITICAL for one in found) <= len(all_of_them) // 10
    assert sum(one.classification is not SMALL and one.ground in {Ground.RANK, Ground.FEW} for one in found) <= round(0.4 * len(found))


def test_contracts_that_weigh_the_same_are_not_all_critical() -> None:
    alike = [Weighed(str(place), 500_000.0) for place in range(20)]
    assert {propose(one, alike).classification for one in alike} == {SMALL}
    top = [*many(20), Weighed("21", 20_000_000.0)]
    assert [propose(one, top).place for one in top[-2:]] == [2, 2]
