"""Facts are never changed, only replaced."""

from __future__ import annotations

from dataclasses import FrozenInstanceError
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kravkompass.guidance.facts import Answer, Facts, day_of

answers: st.SearchStrategy[Answer] = st.one_of(
    st.text(max_size=8), st.integers(), st.floats(allow_nan=False), st.frozensets(st.text(max_size=3))
)
names = st.sampled_from(["a", "b", "c"])


@given(st.dictionaries(names, answers), names, answers)
def test_a_new_answer_leaves_the_old_facts_and_the_other_answers_as_they_were(
    given_answers: dict[str, Answer], name: str, answer: Answer
) -> None:
    before = Facts(dict(given_answers))
    after = before.with_answer(name, answer)
    assert dict(before.answers) == given_answers
    assert after.get(name) == answer
    assert {key: after.get(key) for key in given_answers if key != name} == {
        key: value for key, value in given_answers.items() if key != name
    }


@given(st.dictionaries(names, answers), names, answers)
def test_an_answer_taken_away_is_as_if_it_had_never_been_given(
    given_answers: dict[str, Answer], name: str, answer: Answer
) -> None:
    without = {key: value for key, value in given_answers.items() if key != name}
    assert Facts(without).with_answer(name, answer).with_answer(name, None) == Facts(without)
    assert Facts(without).with_answer(name, None) == Facts(without)


def test_nothing_can_be_set() -> None:
    facts = Facts({"a": "yes"}).with_answer("b", "no")
    with pytest.raises(FrozenInstanceError):
        facts.answers = {}  # type: ignore[misc]
    with pytest.raises(TypeError):
        facts.answers["a"] = "no"  # type: ignore[index]


def test_an_answer_is_read_as_what_it_is() -> None:
    facts = Facts({"word": "yes", "whole": 3, "part": 0.5, "many": frozenset({"a"}), "day": "2026-11-22"})
    assert (facts.words("word"), facts.words("whole"), facts.words("many"), facts.words("none")) == ("yes", "", "", "")
    assert (facts.number("whole"), facts.number("part"), facts.number("word"), facts.number("none")) == (3, 0.5, None, None)
    assert (facts.day("day"), facts.day("word"), facts.day("whole"), facts.day("none")) == (date(2026, 11, 22), None, None, None)


@pytest.mark.parametrize(
    ("answer", "is_open"),
    [
        (None, True),
        ("", True),
        ("unknown", True),
        ("no", False),
        (0, False),
        (frozenset(), False),
        (frozenset({"unknown"}), False),
    ],
)
def test_unknown_counts_as_open(answer: Answer | None, is_open: bool) -> None:
    assert Facts().with_answer("a", answer).is_open("a") is is_open


@pytest.mark.parametrize("written", ["", "soon", "2026-02-29", "2026-13-01", "22.11.2026", "2026-11-22T10:00:00", "9" * 400])
def test_what_is_no_date_is_none(written: str) -> None:
    assert day_of(written) is None
