"""Conditions with three answers: yes, no, and open where a fact that decides is not known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from kravkompass.catalog.condition import (
    ALWAYS,
    RELATIONS,
    All,
    Any,
    Condition,
    FactCompares,
    FactIs,
    HasGroup,
    Not,
    RiskAtLeast,
    Scalar,
    Truth,
    facts_in,
    groups_in,
    holds,
)
from kravkompass.catalog.entries import Problem, entries_in
from kravkompass.catalog.reading_condition import condition_in
from kravkompass.catalog.terms import RiskArea, RiskLevel

NO, OPEN, YES = Truth.NO, Truth.OPEN, Truth.YES
HEIGHTS = {NO: 0, OPEN: 1, YES: 2}


@dataclass(frozen=True)
class Told:
    """A situation with exactly these facts, groups and risks."""

    facts: Mapping[str, Scalar | frozenset[str]] = field(default_factory=dict)
    groups: frozenset[str] = frozenset()
    risks: Mapping[RiskArea, RiskLevel] = field(default_factory=dict)

    def fact(self, name: str) -> Scalar | frozenset[str] | None:
        return self.facts.get(name)

    def has_group(self, group: str) -> bool:
        return group in self.groups

    def risk(self, area: RiskArea) -> RiskLevel:
        return self.risks.get(area, RiskLevel.LOW)


def ask(name: str) -> Condition:
    return FactIs(name, frozenset({"yes"}))


def told(**answers: Truth) -> Told:
    return Told({name: "yes" if answer is YES else "no" for name, answer in answers.items() if answer is not OPEN})


ALL_TABLE = {(YES, YES): YES, (YES, OPEN): OPEN, (OPEN, OPEN): OPEN}
ANY_TABLE = {(NO, NO): NO, (NO, OPEN): OPEN, (OPEN, OPEN): OPEN}


@pytest.mark.parametrize(("first", "second"), [*product(Truth, repeat=2)])
def test_all_and_any_of_two(first: Truth, second: Truth) -> None:
    situation = told(a=first, b=second)
    pair = tuple(sorted((first, second), key=lambda truth: -HEIGHTS[truth]))
    mirrored = tuple(sorted((first, second), key=lambda truth: HEIGHTS[truth]))
    assert holds(All((ask("a"), ask("b"))), situation) is ALL_TABLE.get(pair, NO)  # type: ignore[arg-type]
    assert holds(Any((ask("a"), ask("b"))), situation) is ANY_TABLE.get(mirrored, YES)  # type: ignore[arg-type]


@pytest.mark.parametrize(("part", "turned"), [(YES, NO), (NO, YES), (OPEN, OPEN)])
def test_not(part: Truth, turned: Truth) -> None:
    assert holds(Not(ask("a")), told(a=part)) is turned


def test_nothing_to_hold_always_holds_and_nothing_to_choose_from_never_does() -> None:
    assert holds(ALWAYS, Told()) is YES
    assert holds(Any(()), Told()) is NO


@pytest.mark.parametrize(
    ("given", "values", "truth"),
    [
        ("yes", {"yes"}, YES),
        ("no", {"yes"}, NO),
        (None, {"yes"}, OPEN),
        ("unknown", {"yes"}, OPEN),
        (None, {"yes", "unknown"}, YES),
        ("unknown", {"yes", "unknown"}, YES),
        ("no", {"yes", "unknown"}, NO),
        (frozenset({"goods", "works"}), {"works"}, YES),
        (frozenset({"goods"}), {"works", "services"}, NO),
        (frozenset(), {"works"}, NO),
        (5, {"yes"}, NO),
    ],
)
def test_a_fact_has_one_of_the_values(given: Scalar | frozenset[str] | None, values: set[Scalar], truth: Truth) -> None:
    situation = Told({} if given is None else {"fact": given})
    assert holds(FactIs("fact", frozenset(values)), situation) is truth


@pytest.mark.parametrize(
    ("relation", "below", "at", "above"),
    [("at-least", NO, YES, YES), ("more-than", NO, NO, YES), ("at-most", YES, YES, NO), ("less-than", YES, NO, NO)],
)
def test_a_fact_is_compared_at_its_bound(relation: str, below: Truth, at: Truth, above: Truth) -> None:
    condition = FactCompares("value", relation, 100_000)
    assert [holds(condition, Told({"value": value})) for value in (99_999.99, 100_000, 100_001)] == [below, at, above]


@pytest.mark.parametrize("given", [None, "unknown", "many", frozenset({"1"})])
def test_what_cannot_be_compared_is_open(given: Scalar | frozenset[str] | None) -> None:
    situation = Told({} if given is None else {"value": given})
    assert holds(FactCompares("value", "at-least", 100_000), situation) is OPEN


def test_dates_are_compared_as_dates() -> None:
    condition = FactCompares("announced", "at-least", "2026-07-01")
    assert holds(condition, Told({"announced": "2026-06-30"})) is NO
    assert holds(condition, Told({"announced": "2026-07-01"})) is YES
    assert holds(condition, Told({"announced": 20260701})) is OPEN


def test_a_group_is_there_or_not() -> None:
    assert holds(HasGroup("fish"), Told(groups=frozenset({"fish"}))) is YES
    assert holds(HasGroup("meat"), Told(groups=frozenset({"fish"}))) is NO


@pytest.mark.parametrize("level", RiskLevel)
@pytest.mark.parametrize("least", RiskLevel)
def test_risk_is_compared_by_height_and_unknown_stands_between_medium_and_high(level: RiskLevel, least: RiskLevel) -> None:
    heights = ["low", "medium", "unknown", "high", "very-high"]
    truth = holds(RiskAtLeast(RiskArea.LABOUR, least), Told(risks={RiskArea.LABOUR: level}))
    assert (truth is YES) == (heights.index(level.value) >= heights.index(least.value))
    assert truth is not OPEN


def test_the_facts_and_groups_of_a_condition_are_found_at_any_depth() -> None:
    condition = All((Any((ask("a"), Not(HasGroup("fish")))), Not(All((FactCompares("value", "at-least", 1), HasGroup("meat"))))))
    assert facts_in(condition) == {"a", "value"}
    assert groups_in(condition) == {"fish", "meat"}
    assert facts_in(RiskAtLeast(RiskArea.LABOUR, RiskLevel.HIGH)) == frozenset() == groups_in(ALWAYS)


# ---- properties ------------------------------------------------------------------------------------------------------------------

answers = st.sampled_from(["yes", "no", "unknown"])
names = st.sampled_from(["a", "b", "c"])
leaves = st.one_of(
    st.builds(FactIs, names, st.frozensets(answers, min_size=1, max_size=2)),
    st.builds(FactCompares, st.just("value"), st.sampled_from(sorted(RELATIONS)), st.integers(0, 3)),
    st.builds(HasGroup, st.sampled_from(["fish", "meat"])),
    st.builds(RiskAtLeast, st.sampled_from(RiskArea), st.sampled_from(RiskLevel)),
)
conditions: st.SearchStrategy[Condition] = st.recursive(
    leaves,
    lambda parts: st.one_of(
        st.builds(All, st.lists(parts, max_size=3).map(tuple)),
        st.builds(Any, st.lists(parts, max_size=3).map(tuple)),
        st.builds(Not, parts),
    ),
    max_leaves=8,
)
facts: st.SearchStrategy[dict[str, Scalar | frozenset[str]]] = st.fixed_dictionaries(
    {}, optional={"a": answers, "b": answers, "c": answers, "value": st.integers(0, 3)}
)
situations = st.builds(
    Told,
    facts,
    st.frozensets(st.sampled_from(["fish", "meat"])),
    st.dictionaries(st.sampled_from(RiskArea), st.sampled_from(RiskLevel)),
)


@given(st.lists(conditions, max_size=4).map(tuple), situations)
def test_de_morgan(parts: tuple[Condition, ...], situation: Told) -> None:
    assert holds(Not(All(parts)), situation) is holds(Any(tuple(Not(part) for part in parts)), situation)
    assert holds(Not(Any(parts)), situation) is holds(All(tuple(Not(part) for part in parts)), situation)


@given(conditions, situations)
def test_denied_twice_is_the_same(condition: Condition, situation: Told) -> None:
    assert holds(Not(Not(condition)), situation) is holds(condition, situation)


@given(st.lists(conditions, max_size=3).map(tuple), conditions, situations)
def test_another_part_never_raises_all_and_never_lowers_any(
    parts: tuple[Condition, ...], another: Condition, situation: Told
) -> None:
    assert HEIGHTS[holds(All((*parts, another)), situation)] <= HEIGHTS[holds(All(parts), situation)]
    assert HEIGHTS[holds(Any((*parts, another)), situation)] >= HEIGHTS[holds(Any(parts), situation)]


def takes_open_as_an_answer(condition: Condition) -> bool:
    """Whether some part holds because a fact is unknown: then an answer may turn it."""
    match condition:
        case All(parts) | Any(parts):
            return any(map(takes_open_as_an_answer, parts))
        case Not(part):
            return takes_open_as_an_answer(part)
        case FactIs(_, values):
            return "unknown" in values
        case _:
            return False


@given(conditions, situations, facts)
def test_more_answers_never_turn_a_settled_condition(
    condition: Condition, situation: Told, more: dict[str, Scalar | frozenset[str]]
) -> None:
    if takes_open_as_an_answer(condition):
        return
    settled = {name: answer for name, answer in situation.facts.items() if answer != "unknown"}
    richer = Told({**more, **settled}, situation.groups, situation.risks)
    before = holds(condition, situation)
    assert before is OPEN or holds(condition, richer) is before


@given(conditions, situations)
def test_only_the_facts_named_decide(condition: Condition, situation: Told) -> None:
    named = facts_in(condition)
    bare = Told({name: fact for name, fact in situation.facts.items() if name in named}, situation.groups, situation.risks)
    assert holds(condition, bare) is holds(condition, situation)


# ---- as they stand in the files --------------------------------------------------------------------------------------------------


def read(tmp_path: Path, condition: object) -> tuple[Condition, list[str]]:
    file = tmp_path / "list.yaml"
    file.write_text(yaml.safe_dump([{"when": condition}]), encoding="utf-8")
    problems: list[Problem] = []
    (entry,) = entries_in(file, "list.yaml", problems)
    return condition_in(entry), [problem.message for problem in problems]


@pytest.mark.parametrize(
    ("written", "condition"),
    [
        ({"fact": "children", "is": "yes"}, FactIs("children", frozenset({"yes"}))),
        ({"fact": "children", "is": ["yes", "unknown"]}, FactIs("children", frozenset({"yes", "unknown"}))),
        ({"fact": "value", "at-least": 100000}, FactCompares("value", "at-least", 100000)),
        ({"fact": "share", "less-than": 2.5}, FactCompares("share", "less-than", 2.5)),
        ({"fact": "announced", "at-most": "2026-06-30"}, FactCompares("announced", "at-most", "2026-06-30")),
        ({"group": "meat"}, HasGroup("meat")),
        ({"risk": "labour", "at-least": "high"}, RiskAtLeast(RiskArea.LABOUR, RiskLevel.HIGH)),
        ({"not": {"group": "meat"}}, Not(HasGroup("meat"))),
        ({"all": [{"group": "meat"}, {"any": [{"group": "fish"}]}]}, All((HasGroup("meat"), Any((HasGroup("fish"),))))),
    ],
)
def test_a_condition_is_read(tmp_path: Path, written: object, condition: Condition) -> None:
    assert read(tmp_path, written) == (condition, [])


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        ({"fakt": "children"}, "a condition is one of: all, any, not, fact, group, risk"),
        ("children", "expected fields (name: value) here"),
        ({"fact": "children"}, "say what “children” should be: is, at-least, more-than, at-most, less-than"),
        ({"fact": "children", "is": []}, "“is” needs a value"),
        ({"fact": "value", "at-least": None}, "“at-least” needs a value"),
        ({"fact": "children", "is": "yes", "group": "fish"}, "unknown field “fact”"),
        ({"risk": "weather", "at-least": "high"}, "“risk” cannot be “weather”; choose one of: "),
        ({"risk": "labour", "at-least": "huge"}, "“at-least” cannot be “huge”; choose one of: "),
        ({"risk": "labour"}, "“at-least” is missing"),
        ({"all": {"group": "fish"}}, "“all” should be a list"),
        ({"not": ["a"]}, "expected fields (name: value) here"),
    ],
)
def test_a_faulty_condition_is_told(tmp_path: Path, written: object, problem: str) -> None:
    _, problems = read(tmp_path, written)
    assert any(said.startswith(problem) for said in problems), problems
