"""Looking a list over: what the law asks for by value and kind, themes that end without a choice, the same thing twice, what cannot be checked."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from tests.guidance.looking_over import expect, findings, refuse
from tests.guidance.made import GROUPS, decision, group, guided, left_out, purchase, requirement, rule, rules, texts

from kravkompass.catalog.requirement import Relations, Requirement
from kravkompass.catalog.risk import ProductRisk
from kravkompass.catalog.terms import Country, Kind, Level, PurchaseType, RiskArea, RiskLevel, Theme
from kravkompass.guidance.findings import Found, Weight
from kravkompass.guidance.purchase import Purchase, theme_reason
from kravkompass.guidance.reviewing import Beside, review
from kravkompass.language import Language

ERROR, WARNING, HINT = Weight
ONE = requirement("SE-X-01", feature="share", level=Level.ADVANCED)
EVERYWHERE = frozenset({"all"})
MORE_GROUPS = {
    one.id: one
    for one in (
        *GROUPS.values(),
        group("cleaning-services", "services", type=PurchaseType.SERVICES),
        group("vehicles"),
        group("cars-vans", "vehicles"),
        group("passenger-transport", "vehicles", type=PurchaseType.SERVICES),
    )
}
NORWAY = rules(
    rule("no-wages-threshold", ("2024-03-14", "", 2_500_000)),
    rule("no-threshold-works", ("2024-03-14", "", 57_800_000)),
    rule("no-max-tiers", ("2017-01-01", "", 2)),
    rule("no-apprentice-months", ("2017-01-01", "", 3)),
)


def norwegian(**changes: Any) -> Requirement:  # noqa: ANN401 - any field
    return requirement("NO-X-01", country=Country.NORWAY, groups=EVERYWHERE, **changes)


def in_norway(*groups: str, **answers: Any) -> Purchase:  # noqa: ANN401 - any answer
    return purchase(country=Country.NORWAY, groups=groups, answers=answers)


@pytest.mark.parametrize("duty", [Found.NO_WAGES, Found.NO_TIERS, Found.NO_SERIOUSNESS])
@pytest.mark.parametrize(("value", "found"), [(2_499_999, False), (2_500_000, True), (50_000_000, True)])
def test_duties_in_works_follow_the_value_and_not_the_threshold_for_works(duty: Found, value: int, found: bool) -> None:
    bought = in_norway("roof", value=value)
    assert guided(bought, rules=NORWAY).picture.procedure != "above-threshold"
    assert (duty in findings(bought, norwegian(), rules=NORWAY)) is found


@pytest.mark.parametrize(
    ("groups", "found"), [(("roof",), True), (("cleaning-services",), True), (("care-services",), False), (("fish",), False)]
)
def test_tiers_are_limited_in_works_and_cleaning(groups: tuple[str, ...], found: bool) -> None:
    bought = in_norway(*groups, value=3_000_000)
    assert (Found.NO_TIERS in findings(bought, norwegian(), rules=NORWAY, groups=MORE_GROUPS)) is found
    refuse(Found.NO_TIERS, bought, norwegian(duty="no-tiers"), rules=NORWAY, groups=MORE_GROUPS)
    refuse(Found.NO_TIERS, bought, norwegian(feature="subcontractor-tiers"), rules=NORWAY, groups=MORE_GROUPS)


def test_pay_is_demanded_in_care_from_the_same_value() -> None:
    expect(Found.NO_WAGES, ERROR, in_norway("care-services", value=2_500_000), norwegian(), rules=NORWAY)
    refuse(Found.NO_WAGES, in_norway("care-services", value=2_400_000), norwegian(), rules=NORWAY)
    refuse(Found.NO_WAGES, in_norway("fish", value=9_000_000), norwegian(), rules=NORWAY)


def test_apprentices_follow_the_value_too() -> None:
    answers: dict[str, Any] = {"contract_months": 12, "trade_certificate": "yes"}
    expect(Found.NO_APPRENTICES, ERROR, in_norway("roof", value=2_500_000, **answers), norwegian(), rules=NORWAY)
    refuse(Found.NO_APPRENTICES, in_norway("roof", value=2_000_000, **answers), norwegian(), rules=NORWAY)


def test_the_national_model_holds_from_its_day() -> None:
    bought = in_norway("roof", procedure="above-threshold", announced="2023-12-31")
    refuse(Found.NO_SERIOUSNESS, bought, norwegian(), rules=NORWAY)
    later = in_norway("roof", procedure="above-threshold", announced="2024-01-01")
    expect(Found.NO_SERIOUSNESS, ERROR, later, norwegian(), rules=NORWAY)
    refuse(Found.NO_SERIOUSNESS, later, norwegian(duty="no-seriousness"), rules=NORWAY)


def test_new_cars_without_emissions() -> None:
    expect(Found.NO_VEHICLES, WARNING, in_norway("cars-vans"), norwegian(), groups=MORE_GROUPS)
    refuse(Found.NO_VEHICLES, in_norway("cars-vans"), norwegian(duty="no-vehicles"), groups=MORE_GROUPS)
    refuse(Found.NO_VEHICLES, in_norway("passenger-transport"), norwegian(), groups=MORE_GROUPS)


@pytest.mark.parametrize("level", [RiskLevel.MEDIUM, RiskLevel.HIGH])
def test_a_high_risk_asks_for_due_diligence_and_the_public_account(level: RiskLevel) -> None:
    risks = (ProductRisk("fish", "Fisk", RiskArea.HUMAN_RIGHTS, "raw-material", level, "Utgiver", "2026", ""),)
    bought = in_norway("fish")
    found = findings(bought, norwegian(), risks=risks)
    assert {Found.NO_HIGH_RISK, Found.NO_TRANSPARENCY} & found.keys() == (
        {Found.NO_HIGH_RISK, Found.NO_TRANSPARENCY} if level is RiskLevel.HIGH else set()
    )
    kept = norwegian(theme=Theme.SUPPLY_CHAIN, feature="transparency-account")
    refuse(Found.NO_HIGH_RISK, bought, kept, risks=risks)
    refuse(Found.NO_TRANSPARENCY, bought, kept, risks=risks)


SHARE = rules(rule("se-clean-light-vehicles", ("2022-07-01", "2030-12-31", 38.5)))


@pytest.mark.parametrize(("bought", "weight"), [("cars-vans", WARNING), ("passenger-transport", HINT)])
def test_clean_vehicles_in_sweden(bought: str, weight: Weight) -> None:
    above = purchase(groups=(bought,), answers={"procedure": "above-threshold"})
    other = requirement(groups=EVERYWHERE)
    expect(Found.SE_CLEAN_VEHICLES, weight, above, other, groups=MORE_GROUPS, rules=SHARE)
    refuse(Found.SE_CLEAN_VEHICLES, above, other, groups=MORE_GROUPS)
    refuse(Found.SE_CLEAN_VEHICLES, purchase(groups=(bought,)), other, groups=MORE_GROUPS, rules=SHARE)
    shared = requirement(groups=EVERYWHERE, duty="se-clean-light-vehicles")
    refuse(Found.SE_CLEAN_VEHICLES, above, shared, groups=MORE_GROUPS, rules=SHARE)


def test_a_theme_without_anything_chosen_needs_a_reason() -> None:
    finding = expect(Found.THEME_NONE, WARNING, purchase(left_out("SE-X-01")), replace(ONE, level=Level.BASE))
    assert (finding.requirement, finding.values) == ("SE-X-01", {"theme": "environment"})
    explained = purchase(left_out("SE-X-01"), answers={theme_reason(Theme.ENVIRONMENT): "Ingår i ramavtalet."})
    refuse(Found.THEME_NONE, explained, replace(ONE, level=Level.BASE))
    refuse(Found.THEME_NONE, purchase(decision("SE-X-01")), ONE)
    refuse(Found.THEME_NONE, purchase(), replace(ONE, level=Level.BASE))


def test_the_same_thing_twice() -> None:
    other = replace(ONE, id="SE-X-02", level=Level.BASE)
    both = purchase(decision("SE-X-01"), decision("SE-X-02"))
    assert expect(Found.SAME_TWICE, WARNING, both, ONE, other).values["other"] == "Titel SE-X-01"
    expect(Found.SAME_TWICE, HINT, both, ONE, replace(other, level=Level.ADVANCED))
    refuse(Found.SAME_TWICE, both, ONE, replace(other, level=Level.ADVANCED, statutory=True))
    refuse(Found.SAME_TWICE, both, ONE, replace(other, relations=Relations(adds_to=("SE-X-01",))))
    refuse(Found.SAME_TWICE, both, ONE, replace(other, kind=Kind.SPECIFICATION))
    refuse(Found.SAME_TWICE, both, ONE, replace(other, feature="other"))


@pytest.mark.parametrize("blank", ["evidence", "follow_up"])
def test_what_cannot_be_checked(blank: str) -> None:
    silent = replace(ONE, texts={"sv": texts(**{blank: " "})})
    expect(Found.NOT_CHECKABLE, WARNING, purchase(decision("SE-X-01")), silent)
    refuse(Found.NOT_CHECKABLE, purchase(decision("SE-X-01")), ONE)


@pytest.mark.parametrize(("seen", "found"), [("2025-11-21", True), ("2025-11-22", False), ("2026-11-01", False)])
def test_sources_checked_more_than_a_year_ago(seen: str, found: bool) -> None:
    whole = guided(purchase(decision("SE-X-01")), ONE)
    rows = whole.rows(Language.SWEDISH)
    told = [one.found for one in review(whole, rows, Beside(seen={"SE-X-01": seen}))]
    assert (Found.SOURCES_OLD in told) is found


def test_more_follow_up_than_there_are_hours() -> None:
    whole = guided(purchase(decision("SE-X-01")), ONE)
    rows = whole.rows(Language.SWEDISH)
    finding = next(one for one in review(whole, rows, Beside(unchecked=3)) if one.found is Found.TOO_FEW_HOURS)
    assert (finding.page, finding.weight, finding.values) == ("follow-up", WARNING, {"n": "3"})
    assert Found.TOO_FEW_HOURS not in [one.found for one in review(whole, rows)]


def test_a_missing_duty_leads_to_the_requirement_that_meets_it() -> None:
    waits = replace(norwegian(duty="no-wages"), id="NO-X-02")
    out = replace(in_norway("roof", value=3_000_000), decisions={"NO-X-02": left_out("NO-X-02")})
    assert expect(Found.NO_WAGES, ERROR, out, norwegian(), waits, rules=NORWAY).requirement == "NO-X-02"
