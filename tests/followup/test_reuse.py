"""Already checked? The three tests, each at its edges, and what they come to; a check that a reuse makes lighter is never lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.catalog.real import catalog
from tests.guidance.made import texts
from tests.purchases.contract_samples import frozen

from kravkompass.catalog.terms import Country, Level, Method, Stricter
from kravkompass.followup.activity import Status
from kravkompass.followup.contract import FrozenRequirement
from kravkompass.followup.reuse import Answer, Assessment, Because, Point, assess, conditions, last_day
from kravkompass.followup.shared_finding import SharedFinding, Use

TODAY = date(2028, 3, 15)
WAYS = {"report-days": Stricter.LOWER, "share": Stricter.HIGHER}


def ours(days: int = 30, share: float = 50, **changes: object) -> FrozenRequirement:
    """An agreed requirement with two values in its wording."""
    wording = {"sv": texts("Krav", f"Minst {share:g} procent ska rapporteras inom {days} dagar.".replace(".5 ", ",5 "))}
    values = {"report-days": days, "share": share}
    return replace(frozen("c", id="r", lots=(), texts=wording, values=values), **changes)  # type: ignore[arg-type]


def finding(requirement: FrozenRequirement | None = None, **changes: object) -> SharedFinding:
    """What another municipality found a year ago about the same requirement, with changes."""
    found = SharedFinding(
        "f",
        "",
        "Grannköping",
        Country.SWEDEN,
        "Grönt i Provstad AB",
        "556000-0000",
        conditions(requirement or ours()),
        date(2027, 3, 15),
        Status.MET,
        Method.DOCUMENT_REVIEW,
    )
    return replace(found, **changes)  # type: ignore[arg-type]


def judge(one: SharedFinding, mine: FrozenRequirement | None = None, today: date = TODAY, years: float | None = 3) -> Assessment:
    return assess(one, mine or ours(), today, years, WAYS)


def because(assessment: Assessment) -> set[Because]:
    return {one.because for one in assessment.judged}


def test_the_same_requirement_checked_in_the_same_way_a_year_ago_is_reused() -> None:
    found = judge(finding())
    assert found.use is Use.REUSE
    assert because(found) == {Because.SAME_CONDITIONS, Because.SAME_METHOD, Because.RECENT, Because.MET}


@pytest.mark.parametrize(
    ("checked", "last"),
    [
        (date(2025, 3, 15), date(2028, 3, 15)),
        (date(2024, 2, 29), date(2027, 2, 28)),
        (date(2025, 2, 28), date(2028, 2, 28)),
        (date(2025, 3, 1), date(2028, 3, 1)),
        (date(2024, 12, 31), date(2027, 12, 31)),
    ],
)
def test_three_years_to_the_day(checked: date, last: date) -> None:
    assert last_day(checked, 3) == last
    for today, use, answer in (
        (last - timedelta(days=1), Use.REUSE, Answer.YES),
        (last, Use.REUSE, Answer.YES),
        (last + timedelta(days=1), Use.OWN_CHECK, Answer.NO),
    ):
        found = judge(finding(day=checked), today=today)
        assert (found.use, found.answer(Point.AGE)) == (use, answer)


def test_a_leap_day_stays_a_leap_day_where_there_is_one() -> None:
    assert last_day(date(2024, 2, 29), 4) == date(2028, 2, 29)
    assert last_day(date(9998, 2, 28), 3) == date(9999, 2, 28)


def test_today_counts_and_tomorrow_does_not() -> None:
    assert judge(finding(day=TODAY)).use is Use.REUSE
    assert judge(finding(day=TODAY + timedelta(days=1))).use is Use.OWN_CHECK


def test_an_unknown_limit_is_left_to_the_buyer() -> None:
    found = judge(finding(day=date(2020, 1, 1)), years=None)
    assert (found.use, found.answer(Point.AGE)) == (Use.PARTIAL, Answer.JUDGE)


@pytest.mark.parametrize(
    ("days", "share", "use", "reason"),
    [
        (20, 50, Use.REUSE, Because.VALUE_SAME_OR_STRICTER),
        (40, 50, Use.PARTIAL, Because.VALUE_WEAKER),
        (30, 60, Use.REUSE, Because.VALUE_SAME_OR_STRICTER),
        (30, 40, Use.PARTIAL, Because.VALUE_WEAKER),
        (30, 62.5, Use.REUSE, Because.VALUE_SAME_OR_STRICTER),
        (20, 40, Use.PARTIAL, Because.VALUE_WEAKER),
    ],
)
def test_values_are_compared_the_way_the_catalog_says(days: int, share: float, use: Use, reason: Because) -> None:
    found = judge(finding(ours(days, share)))
    assert found.use is use
    assert reason in because(found)
    assert Because.WORDED_DIFFERENTLY not in because(found)


def test_a_value_without_a_known_way_is_never_guessed() -> None:
    found = assess(finding(ours(20)), ours(), TODAY, 3, {})
    assert (found.use, found.answer(Point.CONDITIONS)) == (Use.PARTIAL, Answer.JUDGE)
    assert Because.VALUE_UNCLEAR in because(found)


def test_a_value_only_one_of_them_has_is_for_the_buyer() -> None:
    agreed = finding().agreed
    found = judge(finding(agreed=replace(agreed, values={"share": 50})))
    assert (found.use, Because.VALUE_MISSING in because(found)) == (Use.PARTIAL, True)


def test_a_number_in_a_wording_of_ones_own_does_not_pass_for_a_value() -> None:
    own = ours(texts={"sv": texts("Krav", "Minst 20 procent ska rapporteras inom 30 dagar.")})
    found = judge(finding(own))
    assert (found.use, Because.WORDED_DIFFERENTLY in because(found)) == (Use.PARTIAL, True)


def test_wordings_in_different_languages_are_for_the_buyer() -> None:
    other = ours(texts={"nb": texts("Krav", "Minst 50 prosent.")})
    found = judge(finding(other))
    assert (found.use, Because.NO_COMMON_LANGUAGE in because(found)) == (Use.PARTIAL, True)


@pytest.mark.parametrize(
    ("level", "answer", "reason"),
    [
        (Level.ADVANCED, Answer.YES, Because.LEVEL_HIGHER),
        (Level.BASE, Answer.JUDGE, Because.WORDED_DIFFERENTLY),
    ],
)
def test_another_requirement_about_the_same_thing(level: Level, answer: Answer, reason: Because) -> None:
    other = ours(requirement="SE-FOOD-52", level=level, texts={"sv": texts("Krav", "Annat om samma sak.")}, values={})
    found = judge(finding(other))
    assert (found.answer(Point.CONDITIONS), reason in because(found)) == (answer, True)


def test_a_lower_level_is_not_enough() -> None:
    mine = ours(level=Level.SPEARHEAD)
    found = judge(finding(ours(requirement="SE-FOOD-52", level=Level.ADVANCED)), mine)
    assert (found.use, found.answer(Point.CONDITIONS)) == (Use.PARTIAL, Answer.NO)
    assert because(found) & {Because.LEVEL_LOWER, Because.SAME_CONDITIONS} == {Because.LEVEL_LOWER}


@pytest.mark.parametrize("theirs", list(Method))
def test_the_method_is_the_same_or_heavier(theirs: Method) -> None:
    found = judge(finding(method=theirs))
    lighter = list(Method).index(theirs) < list(Method).index(Method.DOCUMENT_REVIEW)
    assert found.use is (Use.PARTIAL if lighter else Use.REUSE)
    assert (Because.LIGHTER_METHOD in because(found)) is lighter


def test_a_method_nobody_said_is_for_the_buyer() -> None:
    assert judge(finding(method=None)).use is Use.PARTIAL


@pytest.mark.parametrize(
    ("status", "use"),
    [
        (Status.MET, Use.REUSE),
        (Status.PARTLY, Use.PARTIAL),
        (Status.NOT_MET, Use.PARTIAL),
        (Status.NOT_CHECKED, Use.OWN_CHECK),
        (Status.NOT_APPLICABLE, Use.OWN_CHECK),
    ],
)
def test_what_they_found_counts_too(status: Status, use: Use) -> None:
    assert judge(finding(status=status)).use is use


def test_weaker_conditions_and_a_lighter_method_together_are_nothing_to_build_on() -> None:
    assert judge(finding(ours(40), method=Method.REPORT)).use is Use.OWN_CHECK


@given(
    theirs=st.tuples(st.integers(1, 90), st.integers(1, 100)),
    mine=st.tuples(st.integers(1, 90), st.integers(1, 100)),
    method=st.sampled_from(Method),
    status=st.sampled_from(Status),
    age=st.integers(-10, 2000),
)
def test_a_reuse_is_never_proposed_where_one_test_fails(
    theirs: tuple[int, int], mine: tuple[int, int], method: Method, status: Status, age: int
) -> None:
    one = finding(ours(*theirs), method=method, status=status, day=TODAY - timedelta(days=age))
    found = judge(one, ours(*mine))
    strict = theirs[0] <= mine[0] and theirs[1] >= mine[1]
    similar = list(Method).index(method) >= list(Method).index(Method.DOCUMENT_REVIEW)
    recent = age >= 0 and last_day(one.day, 3) >= TODAY
    assert (found.use is Use.REUSE) is (strict and similar and recent and status is Status.MET)
    assert all(found.answer(point) in Answer for point in Point)


def test_every_direction_in_the_catalog_names_a_number_of_its_requirement() -> None:
    named = [(one, name) for one in catalog().requirements() for name in one.stricter]
    assert len(named) > 200
    for one, name in named:
        parameter = one.parameter(name)
        assert parameter is not None
        assert parameter.type.is_number
