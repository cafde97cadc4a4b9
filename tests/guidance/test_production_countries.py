"""Risk by what is bought, where it is made, and both together: every level with reasons that name source and year."""

from __future__ import annotations

from datetime import date

import pytest
from tests.catalog.real import catalog

from kravkompass.catalog.requirement import ProductGroup
from kravkompass.catalog.risk import ProductRisk
from kravkompass.catalog.rules import Rules
from kravkompass.catalog.terms import Country, PurchaseType, RiskArea, RiskLevel
from kravkompass.guidance.facts import Answer, Facts
from kravkompass.guidance.guide import guide
from kravkompass.guidance.purchase import Purchase
from kravkompass.guidance.reasons import Code
from kravkompass.guidance.risk import Published, RiskView, applies, assess, product_reason
from kravkompass.guidance.saying import said_reason
from kravkompass.guidance.situation import COUNTRIES, Picture
from kravkompass.language import Language, translation

TODAY = date(2026, 11, 22)
LOW, MEDIUM, UNKNOWN, HIGH = RiskLevel.LOW, RiskLevel.MEDIUM, RiskLevel.UNKNOWN, RiskLevel.HIGH
LABOUR = RiskArea.LABOUR


def _published(*labour: RiskLevel, group: str = "things") -> Published:
    risks = tuple(ProductRisk(group, "Thing", LABOUR, "processing", level, "Agency", "2026", "") for level in labour)
    return Published(risks, catalog().countries, catalog().goods)


def _picture(group: str = "things", of: PurchaseType = PurchaseType.GOODS, **answers: Answer) -> Picture:
    facts = Facts({name.replace("_", "-"): answer for name, answer in answers.items()})
    purchase = Purchase("", Country.SWEDEN, "", groups=(group,), facts=facts)
    return Picture(purchase, {group: ProductGroup(group, {}, type=of)}, Rules(), TODAY)


def _labour(picture: Picture, published: Published) -> RiskView:
    return next(view for view in assess(picture, published) if view.area is LABOUR)


@pytest.mark.parametrize(
    ("product", "countries", "level"),
    [
        (HIGH, {"SE"}, MEDIUM),
        (LOW, {"SE"}, LOW),
        (LOW, {"CN"}, MEDIUM),
        (HIGH, {"CN"}, HIGH),
        (MEDIUM, {"BD"}, HIGH),
        (LOW, {"SE", "BD"}, HIGH),
        (LOW, {"SE", "ZZ"}, UNKNOWN),
        (LOW, {"XX"}, UNKNOWN),
        (HIGH, {"ZZ"}, HIGH),
    ],
)
def test_product_first_then_country(product: RiskLevel, countries: set[str], level: RiskLevel) -> None:
    view = _labour(_picture(countries=frozenset(countries)), _published(product))
    assert (view.level, view.published) == (level, level)


def test_not_knowing_where_it_is_made_is_a_risk_with_goods() -> None:
    for picture in (_picture(), _picture(countries="unknown"), _picture(outside_eea="yes"), _picture(outside_eea="unknown")):
        view = _labour(picture, _published(LOW))
        assert view.level is UNKNOWN
        assert Code.PRODUCTION_UNKNOWN in {reason.code for reason in view.reasons}
    assert _labour(_picture(outside_eea="no"), _published(HIGH)).level is MEDIUM


def test_work_done_here_is_not_made_somewhere() -> None:
    assert _labour(_picture(of=PurchaseType.SERVICES), _published(MEDIUM)).level is MEDIUM


def test_what_is_told_of_countries_goes_before_the_short_answer() -> None:
    assert _labour(_picture(outside_eea="no", countries=frozenset({"BD"})), _published(LOW)).level is HIGH


def test_a_country_alone_is_enough() -> None:
    view = _labour(_picture(countries=frozenset({"BD"})), Published((), catalog().countries, ()))
    assert view.level is HIGH
    assert {reason.code for reason in view.reasons} == {Code.COUNTRY_RISK, Code.NO_RISK_DATA}


def test_a_known_abuse_makes_it_high_in_the_areas_of_people_only() -> None:
    picture = _picture("medical-consumables", countries=frozenset({"MY"}))
    views = {view.area: view for view in assess(picture, _published(LOW, group="medical-consumables"))}
    assert (views[LABOUR].level, views[RiskArea.HUMAN_RIGHTS].level) == (HIGH, HIGH)
    assert views[RiskArea.ENVIRONMENT].level is LOW
    first = views[LABOUR].reasons[0]
    assert first.code is Code.GOOD_FROM_COUNTRY
    assert first.values == {
        "good": "rubber-gloves",
        "country": "MY",
        "abuse": "forced",
        "publisher": "US Department of Labor",
        "year": "2022",
    }


def test_a_safe_country_says_why_it_is_not_low() -> None:
    codes = {reason.code for reason in _labour(_picture(countries=frozenset({"SE"})), _published(HIGH)).reasons}
    assert codes == {Code.PRODUCT_RISK, Code.COUNTRY_RISK, Code.WELL_GOVERNED}


def test_every_published_reason_has_its_source_and_year() -> None:
    facts = Facts({COUNTRIES: frozenset({"EC", "ES"})})
    purchase = Purchase("", Country.SWEDEN, "", groups=("fruit-vegetables",), facts=facts)
    risks = guide(purchase, catalog(), TODAY).risks
    sourced = {Code.PRODUCT_RISK, Code.COUNTRY_RISK, Code.GOOD_FROM_COUNTRY}
    reasons = [reason for view in risks for reason in view.reasons if reason.code in sourced]
    assert {reason.code for reason in reasons} == sourced
    assert all(reason.values["publisher"] and reason.values["year"] for reason in reasons)


def test_naming_a_country_puts_the_risk_on_the_route() -> None:
    picture = _picture(countries=frozenset({"BD"}))
    assert applies(picture.purchase, picture, Published())
    assert not applies(_picture().purchase, _picture(), Published())


@pytest.mark.parametrize("language", Language)
def test_the_products_of_published_risks_are_named_in_the_reader_s_language(language: Language) -> None:
    shelf, t = catalog(), translation(language)
    for risk in shelf.risks:
        assert risk.names[language.value] in said_reason(product_reason(risk), t, shelf)
