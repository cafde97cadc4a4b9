"""Which requirements are proposed, offered or waiting, and why: in small cases made for one thing each."""

from __future__ import annotations

from typing import Any

import pytest
from tests.guidance.made import TODAY, Shelf, guided, purchase, requirement

from kravkompass.catalog.condition import FactIs, HasGroup, RiskAtLeast
from kravkompass.catalog.requirement import Origin, Relations, Requirement
from kravkompass.catalog.terms import Confidence, Country, Kind, Level, Priority, RiskArea, RiskLevel, Theme
from kravkompass.guidance.guide import guide
from kravkompass.guidance.profile import Profile
from kravkompass.guidance.purchase import Purchase, RiskOverride
from kravkompass.guidance.reasons import SENTENCES, Code, Reason
from kravkompass.guidance.recommending import MORE_IN_PRIORITY, MOST_USEFUL_IN_THEME, Recommendation, Standing

RECOMMENDED, OFFERED, WAITING = Standing
CHILDREN = FactIs("children", frozenset({"yes"}))
HIGH = {area: RiskOverride(area, RiskLevel.HIGH, "") for area in RiskArea}


def found(bought: Purchase, *requirements: Requirement) -> dict[str, Recommendation]:
    return {one.requirement.id: one for one in guided(bought, *requirements).recommendations}


def one(bought: Purchase, **changes: Any) -> Recommendation | None:  # noqa: ANN401 - any field
    return found(bought, requirement(**changes)).get("SE-X-01")


@pytest.mark.parametrize(
    "changes",
    [
        {"country": Country.NORWAY},
        {"groups": frozenset({"cleaning"})},
        {"groups": frozenset()},
        {"retired": True},
        {"when": HasGroup("cleaning")},
        {"when": FactIs("country", frozenset({"no"}))},
    ],
)
def test_what_does_not_apply_is_not_there(changes: dict[str, Any]) -> None:
    assert one(purchase(), **changes) is None


@pytest.mark.parametrize("groups", [{"food"}, {"fish"}, {"all"}, {"fish", "roof"}])
def test_a_requirement_fits_its_group_its_area_or_everything(groups: set[str]) -> None:
    assert one(purchase(groups=("fish",)), groups=frozenset(groups)) is not None
    assert one(purchase(groups=()), groups=frozenset(groups)) is None


def test_a_requirement_about_one_group_is_not_for_its_whole_area() -> None:
    assert one(purchase(groups=("food",)), groups=frozenset({"fish"})) is None


ORDINARY: dict[str, Any] = {}
AWARD = {"kind": Kind.AWARD}
STANDINGS: list[tuple[dict[str, Any], Standing, Code]] = [
    ({"priority": Priority.CORE}, RECOMMENDED, Code.CORE),
    (ORDINARY, RECOMMENDED, Code.USEFUL),
    ({"priority": Priority.EXTRA}, OFFERED, Code.EXTRA),
    ({"common_practice": True, "confidence": Confidence.LOW}, OFFERED, Code.EXTRA),
    ({"level": Level.SPEARHEAD, "priority": Priority.CORE}, OFFERED, Code.HIGHER_LEVEL),
    ({"level": Level.ADVANCED}, OFFERED, Code.HIGHER_LEVEL),
    ({"level": Level.ADVANCED, "priority": Priority.CORE}, RECOMMENDED, Code.CORE),
    ({"statutory": True, "priority": Priority.EXTRA}, RECOMMENDED, Code.STATUTORY),
    (AWARD, OFFERED, Code.AWARD_OFFERED),
    ({**AWARD, "statutory": True}, RECOMMENDED, Code.STATUTORY),
]


@pytest.mark.parametrize(("changes", "standing", "code"), STANDINGS)
def test_how_a_requirement_stands_by_nature(changes: dict[str, Any], standing: Standing, code: Code) -> None:
    found_one = one(purchase(), **changes)
    assert found_one is not None
    assert (found_one.standing, found_one.reasons[0].code) == (standing, code)


@pytest.mark.parametrize(
    ("priority", "standing"), [(Priority.CORE, RECOMMENDED), (Priority.USEFUL, RECOMMENDED), (Priority.EXTRA, OFFERED)]
)
def test_award_criteria_are_proposed_when_more_than_price_is_compared(priority: Priority, standing: Standing) -> None:
    found_one = one(purchase(answers={"award-criteria": "yes"}), kind=Kind.AWARD, priority=priority)
    assert found_one is not None
    assert found_one.standing is standing


@pytest.mark.parametrize(
    ("changes", "standing", "code"),
    [
        (ORDINARY, OFFERED, Code.SMALL),
        ({"priority": Priority.CORE}, RECOMMENDED, Code.CORE),
        ({"statutory": True}, RECOMMENDED, Code.STATUTORY),
        ({"level": Level.ADVANCED, "theme": Theme.SUPPLY_CHAIN}, OFFERED, Code.HIGHER_LEVEL),
    ],
)
def test_a_direct_purchase_gets_a_short_list(changes: dict[str, Any], standing: Standing, code: Code) -> None:
    found_one = one(purchase(answers={"procedure": "direct"}, risks=HIGH), **changes)
    assert found_one is not None
    assert (found_one.standing, found_one.reasons[0].code) == (standing, code)


@pytest.mark.parametrize("theme", Theme)
@pytest.mark.parametrize("level", [RiskLevel.MEDIUM, RiskLevel.UNKNOWN, RiskLevel.HIGH, RiskLevel.VERY_HIGH])
def test_high_risk_raises_the_terms_about_people_to_advanced(theme: Theme, level: RiskLevel) -> None:
    risks = {RiskArea.LABOUR: RiskOverride(RiskArea.LABOUR, level, "")}
    found_one = one(purchase(risks=risks), level=Level.ADVANCED, theme=theme)
    assert found_one is not None
    raised = level.height >= RiskLevel.HIGH.height and theme in {Theme.SUPPLY_CHAIN, Theme.INTEGRITY, Theme.WORKING_CONDITIONS}
    assert found_one.standing is (RECOMMENDED if raised else OFFERED)


@pytest.mark.parametrize(("answer", "standing"), [("yes", RECOMMENDED), ("unknown", WAITING), (None, WAITING)])
def test_a_requirement_waits_for_the_answer_that_decides(answer: str | None, standing: Standing) -> None:
    found_one = one(purchase(answers={"children": answer} if answer else {}), when=CHILDREN)
    assert found_one is not None
    assert found_one.standing is standing
    asked = Reason(Code.WAITS, {"question": "children"})
    assert (asked in found_one.reasons) == (standing is WAITING)


def test_a_requirement_is_gone_when_the_answer_is_no() -> None:
    assert one(purchase(answers={"children": "no"}), when=CHILDREN) is None


def test_the_reasons_tell_what_it_rests_on() -> None:
    unknown = FactIs("outside-eea", frozenset({"yes", "unknown"}))
    found_one = one(
        purchase(groups=("fish",), risks=HIGH, answers={"children": "yes"}),
        groups=frozenset({"fish", "food", "all"}),
        when=unknown,
        theme=Theme.SUPPLY_CHAIN,
        confidence=Confidence.MEDIUM,
        origin=Origin("eu", "EU GPP"),
    )
    assert found_one is not None
    assert found_one.reasons == (
        Reason(Code.USEFUL),
        Reason(Code.GROUP, {"group": "fish"}),
        Reason(Code.GROUP, {"group": "food"}),
        Reason(Code.NOT_KNOWN, {"question": "outside-eea"}),
        Reason(Code.RISK, {"area": "human-rights", "level": "high"}),
        Reason(Code.RISK, {"area": "labour", "level": "high"}),
        Reason(Code.CHECK_BEFORE_USE),
        Reason(Code.ELSEWHERE, {"origin": "eu"}),
    )


def test_an_answer_is_a_reason_and_common_practice_is_told() -> None:
    found_one = one(
        purchase(answers={"children": "yes"}),
        groups=frozenset({"all"}),
        when=CHILDREN,
        common_practice=True,
        confidence=Confidence.LOW,
    )
    assert found_one is not None
    codes = [reason.code for reason in found_one.reasons]
    assert codes == [Code.EXTRA, Code.ALL_GROUPS, Code.ANSWER, Code.COMMON_PRACTICE]
    assert found_one.reasons[2].values == {"question": "children", "answer": "yes"}


def test_every_reason_has_a_sentence() -> None:
    assert SENTENCES.keys() == set(Code)


def standings(bought: Purchase, *requirements: Requirement) -> dict[str, Standing]:
    return {name: each.standing for name, each in found(bought, *requirements).items()}


# ---- proportion ----------------------------------------------------------------------------------------------------------------


def useful(number: int, **changes: Any) -> Requirement:  # noqa: ANN401 - any field
    return requirement(f"SE-X-{number:02}", **changes)


def test_a_few_useful_ones_are_proposed_in_each_theme_those_for_the_group_first() -> None:
    general = [useful(number, groups=frozenset({"all"})) for number in range(1, 4)]
    own = [useful(number) for number in range(4, 7)]
    other_theme = useful(7, theme=Theme.CLIMATE)
    shown = found(purchase(), *general, *own, other_theme)
    proposed = [name for name, each in shown.items() if each.standing is RECOMMENDED]
    assert proposed == ["SE-X-07", "SE-X-01", "SE-X-04", "SE-X-05", "SE-X-06"]
    assert len(proposed) == MOST_USEFUL_IN_THEME + 1
    assert shown["SE-X-02"].reasons[0].code is Code.ENOUGH


def test_core_law_and_the_contracts_side_of_a_qualification_are_not_counted() -> None:
    many = [useful(number, groups=frozenset({"all"})) for number in range(10, 16)]
    core, law = useful(1, priority=Priority.CORE), useful(2, statutory=True)
    qualification = useful(3, kind=Kind.QUALIFICATION, theme=Theme.CLIMATE, relations=Relations(repeat_as=("SE-X-15",)))
    proposed = {
        name for name, standing in standings(purchase(), *many, core, law, qualification).items() if standing is RECOMMENDED
    }
    assert proposed == {"SE-X-01", "SE-X-02", "SE-X-03", "SE-X-10", "SE-X-11", "SE-X-12", "SE-X-13", "SE-X-15"}


def test_what_took_anothers_place_is_not_left_out_for_proportion() -> None:
    many = [useful(number) for number in range(10, 16)]
    lower = useful(1, priority=Priority.CORE, theme=Theme.ENVIRONMENT)
    higher = useful(20, groups=frozenset({"all"}), relations=Relations(replaces=("SE-X-01",)))
    assert standings(purchase(), *many, lower, higher)["SE-X-20"] is RECOMMENDED


def test_what_the_risk_calls_for_takes_nobodys_place() -> None:
    many = [useful(number, theme=Theme.SUPPLY_CHAIN, groups=frozenset({"all"})) for number in range(10, 14)]
    risky = useful(1, theme=Theme.SUPPLY_CHAIN, when=RiskAtLeast(RiskArea.LABOUR, RiskLevel.HIGH))
    raised = useful(2, theme=Theme.SUPPLY_CHAIN, level=Level.ADVANCED)
    calm = standings(purchase(), *many, risky, raised)
    assert [name for name, standing in calm.items() if standing is RECOMMENDED] == [f"SE-X-{number}" for number in range(10, 14)]
    assert set(standings(purchase(risks=HIGH), *many, risky, raised).values()) == {RECOMMENDED}


def test_the_order_is_by_theme_and_id_whatever_the_order_given() -> None:
    several = [useful(3), useful(1), useful(2, theme=Theme.CLIMATE), useful(4, theme=Theme.INTEGRITY)]
    assert list(found(purchase(), *several)) == ["SE-X-02", "SE-X-01", "SE-X-03", "SE-X-04"]
    assert list(found(purchase(), *several[::-1])) == ["SE-X-02", "SE-X-01", "SE-X-03", "SE-X-04"]


# ---- the municipality's profile ------------------------------------------------------------------------------------------------


def with_profile(profile: Profile, *requirements: Requirement, **changes: Any) -> dict[str, Recommendation]:  # noqa: ANN401
    whole = guide(purchase(**changes), Shelf(requirements), TODAY, profile)
    return {one.requirement.id: one for one in whole.recommendations}


@pytest.mark.parametrize(
    ("wanted", "proposed"),
    [(Level.BASE, []), (Level.ADVANCED, ["SE-X-02"]), (Level.SPEARHEAD, ["SE-X-02", "SE-X-03"])],
)
def test_a_profile_that_goes_further_raises_what_is_proposed(wanted: Level, proposed: list[str]) -> None:
    levels = (useful(2, level=Level.ADVANCED), useful(3, level=Level.SPEARHEAD))
    elsewhere = useful(4, level=Level.ADVANCED, theme=Theme.CLIMATE)
    shown = with_profile(Profile(levels={Theme.ENVIRONMENT: wanted}), *levels, elsewhere)
    assert [name for name, one in shown.items() if one.standing is RECOMMENDED] == proposed


def test_a_profile_does_not_make_a_small_purchase_large() -> None:
    profile = Profile(levels={Theme.ENVIRONMENT: Level.SPEARHEAD}, priorities=(Theme.ENVIRONMENT,))
    shown = with_profile(profile, useful(1), useful(2, level=Level.ADVANCED), answers={"procedure": "direct"})
    assert {one.standing for one in shown.values()} == {OFFERED}


@pytest.mark.parametrize("level", [Level.BASE, Level.ADVANCED])
def test_a_priority_gives_room_for_a_few_more_and_is_a_reason(level: Level) -> None:
    many = [useful(number, level=level) for number in range(1, 10)]
    wanted = {Theme.ENVIRONMENT: Level.ADVANCED}
    counts = []
    for priorities in ((), (Theme.CLIMATE,), (Theme.ENVIRONMENT,)):
        shown = with_profile(Profile(levels=wanted, priorities=priorities), *many)
        counts.append(sum(one.standing is RECOMMENDED for one in shown.values()))
        told = any(reason.code is Code.PROFILE for one in shown.values() for reason in one.reasons)
        assert told == (Theme.ENVIRONMENT in priorities)
    assert counts == [MOST_USEFUL_IN_THEME, MOST_USEFUL_IN_THEME, MOST_USEFUL_IN_THEME + MORE_IN_PRIORITY]
