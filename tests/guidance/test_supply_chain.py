"""Supply-chain risk: the product first, then where it is made, then the buyer's own view with a reason."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from tests.guidance.made import guided, purchase

from kravkompass.catalog.country_risk import CountryRisk
from kravkompass.catalog.goods import Good
from kravkompass.catalog.risk import ProductRisk
from kravkompass.catalog.terms import RiskArea, RiskLevel
from kravkompass.guidance.purchase import RiskOverride
from kravkompass.guidance.reasons import Code
from kravkompass.guidance.risk import RiskView

LABOUR, CORRUPTION = RiskArea.LABOUR, RiskArea.CORRUPTION
LOW, MEDIUM, UNKNOWN, HIGH, VERY_HIGH = RiskLevel


def published(level: RiskLevel, group: str = "fish", area: RiskArea = LABOUR, step: str = "processing") -> ProductRisk:
    return ProductRisk(group, f"Produkt {group}", area, step, level, "Myndigheten", "2026", "https://example.org")


COUNTRIES = {
    code: CountryRisk(code, percentile, "Banken", "2025") for code, percentile in (("SE", 95.0), ("XB", 45.0), ("XC", 5.0))
}
GOOD = Good(
    "shrimp",
    {"sv": "Räkor"},
    ("fish",),
    child=frozenset({"XB"}),
    forced=frozenset(),
    inputs=frozenset(),
    publisher="Departementet",
    year="2024",
)


def views(*risks: ProductRisk, answers: Mapping[str, Any] | None = None, **changes: Any) -> dict[RiskArea, RiskView]:  # noqa: ANN401
    goods = changes.pop("goods", ())
    bought = purchase(groups=("fish",), answers=dict(answers or {}), **changes)
    return {view.area: view for view in guided(bought, risks=risks, countries=COUNTRIES, goods=goods).risks}


def codes(view: RiskView) -> list[Code]:
    return [reason.code for reason in view.reasons]


def test_every_area_is_looked_at_in_order() -> None:
    assert list(views()) == list(RiskArea)


def test_the_highest_level_of_the_chosen_groups_counts_and_every_step_is_a_reason() -> None:
    seen = views(
        published(MEDIUM, step="raw-material"), published(HIGH), published(VERY_HIGH, "roof"), published(LOW, area=CORRUPTION)
    )
    assert seen[LABOUR].level is HIGH
    assert [reason.values["level"] for reason in seen[LABOUR].reasons if reason.code is Code.PRODUCT_RISK] == ["high", "medium"]
    shown = seen[LABOUR].reasons[0].values
    assert (shown["product"], shown["step"], shown["publisher"], shown["year"]) == (
        "Produkt fish",
        "processing",
        "Myndigheten",
        "2026",
    )


def test_what_is_published_about_a_whole_area_counts_for_its_groups() -> None:
    assert views(published(HIGH, "food"))[LABOUR].level is HIGH


def test_without_published_levels_nothing_is_made_up() -> None:
    seen = views()[LABOUR]
    assert (seen.level, codes(seen)) == (LOW, [Code.NO_RISK_DATA])


@pytest.mark.parametrize("answer", [None, "unknown", ""])
def test_not_knowing_where_goods_are_made_counts_as_a_risk(answer: str | None) -> None:
    answers = {} if answer is None else {"outside-eea": answer}
    low = views(published(LOW), answers=answers)[LABOUR]
    assert low.level is UNKNOWN
    assert Code.PRODUCTION_UNKNOWN in codes(low)
    assert views(published(HIGH), answers=answers)[LABOUR].level is HIGH


@pytest.mark.parametrize(("level", "left"), [(LOW, LOW), (MEDIUM, MEDIUM), (HIGH, MEDIUM), (VERY_HIGH, MEDIUM)])
def test_inside_the_eea_the_risk_is_medium_at_most(level: RiskLevel, left: RiskLevel) -> None:
    seen = views(published(level), answers={"outside-eea": "no"})[LABOUR]
    assert seen.level is left
    assert Code.INSIDE_EEA in codes(seen)


@pytest.mark.parametrize(
    ("countries", "level"),
    [
        ({"SE"}, MEDIUM),
        ({"XB"}, HIGH),
        ({"XC"}, HIGH),
        ({"SE", "XC"}, HIGH),
        ({"ZZ"}, HIGH),
        ({"QQ"}, HIGH),
    ],
)
def test_named_countries_are_weighed_with_the_product(countries: set[str], level: RiskLevel) -> None:
    seen = views(published(HIGH), answers={"countries": frozenset(countries), "outside-eea": "yes"})[LABOUR]
    assert seen.level is level


@pytest.mark.parametrize(("country", "level"), [("SE", LOW), ("XB", MEDIUM), ("XC", HIGH), ("ZZ", UNKNOWN), ("QQ", UNKNOWN)])
def test_the_country_alone_can_raise_a_low_product(country: str, level: RiskLevel) -> None:
    seen = views(published(LOW), answers={"countries": frozenset({country})})[LABOUR]
    assert seen.level is level


def test_a_good_known_for_abuse_in_a_country_is_high_at_least_where_people_are_concerned() -> None:
    seen = views(published(LOW), published(LOW, area=CORRUPTION), answers={"countries": frozenset({"XB"})}, goods=(GOOD,))
    assert seen[LABOUR].level is HIGH
    assert codes(seen[LABOUR])[0] is Code.GOOD_FROM_COUNTRY
    assert seen[CORRUPTION].level is MEDIUM
    elsewhere = views(published(LOW), answers={"countries": frozenset({"SE"})}, goods=(GOOD,))
    assert Code.GOOD_FROM_COUNTRY not in codes(elsewhere[LABOUR])


@pytest.mark.parametrize("level", RiskLevel)
def test_the_buyer_can_overrule_with_a_reason_and_the_published_level_stays_to_be_seen(level: RiskLevel) -> None:
    override = RiskOverride(LABOUR, level, "Vi har besökt fabriken.")
    seen = views(published(HIGH), answers={"outside-eea": "yes"}, risks={LABOUR: override})
    assert (seen[LABOUR].level, seen[LABOUR].published, seen[LABOUR].overruled) == (level, HIGH, True)
    assert seen[LABOUR].reasons[0].code is Code.OVERRULED
    assert seen[LABOUR].reasons[0].values == {"reason": "Vi har besökt fabriken."}
    assert codes(seen[LABOUR])[1:] == codes(views(published(HIGH), answers={"outside-eea": "yes"})[LABOUR])
    assert not seen[CORRUPTION].overruled


def test_the_levels_reach_the_conditions() -> None:
    whole = guided(purchase(groups=("fish",), answers={"outside-eea": "yes"}), risks=(published(HIGH),))
    assert whole.picture.risk(LABOUR) is HIGH
    assert whole.picture.risk(CORRUPTION) is LOW


@pytest.mark.parametrize(
    ("answers", "risks", "on_route"),
    [
        ({}, (published(HIGH),), True),
        ({}, (), False),
        ({"outside-eea": "yes"}, (), True),
        ({"outside-eea": "unknown"}, (), True),
        ({"outside-eea": "no"}, (), False),
        ({"countries": frozenset({"SE"})}, (), True),
    ],
)
def test_the_page_of_risk_is_there_when_there_is_a_supply_chain(
    answers: dict[str, Any], risks: tuple[ProductRisk, ...], on_route: bool
) -> None:
    whole = guided(purchase(groups=("fish",), answers=answers), risks=risks)
    assert ("risk" in [page.id for page in whole.pages]) is on_route
