"""The risk at one place of a chain: the same levels, reasons, sources and years as for a purchase."""

from __future__ import annotations

from tests.catalog.real import catalog
from tests.guidance.test_supply_chain import COUNTRIES, GOOD, HIGH, LOW, MEDIUM, UNKNOWN, VERY_HIGH, published

from kravkompass.catalog.requirement import ProductGroup
from kravkompass.catalog.risk import ProductRisk
from kravkompass.catalog.terms import RiskArea, RiskLevel
from kravkompass.guidance.place_risk import Place, highest, place_risk
from kravkompass.guidance.reasons import Code
from kravkompass.guidance.risk import Published

GROUPS = {"fish": ProductGroup("fish", {}, area="food"), "food": ProductGroup("food", {})}


def level(place: Place, *risks: ProductRisk, area: RiskArea = RiskArea.LABOUR) -> tuple[RiskLevel, list[Code]]:
    found = {view.area: view for view in place_risk(place, GROUPS, Published(risks, COUNTRIES, (GOOD,)))}[area]
    return found.level, [reason.code for reason in found.reasons]


def test_only_the_step_of_the_place_counts_where_it_is_known() -> None:
    risks = (published(VERY_HIGH, step="raw-material"), published(MEDIUM, step="processing"), published(HIGH, "roof"))
    assert level(Place("fish", "processing", "XB"), *risks, area=RiskArea.LABOUR) == (
        HIGH, [Code.GOOD_FROM_COUNTRY, Code.PRODUCT_RISK, Code.COUNTRY_RISK],
    )
    assert level(Place("fish", "raw-material", "XC"), *risks)[0] is VERY_HIGH
    assert level(Place("fish", "", "XC"), *risks)[0] is VERY_HIGH


def test_what_is_published_for_the_area_of_the_group_counts() -> None:
    assert level(Place("fish", "processing", "XC"), published(VERY_HIGH, "food"))[0] is VERY_HIGH


def test_an_unknown_country_counts_as_a_risk() -> None:
    assert level(Place("fish", "processing"), published(LOW)) == (UNKNOWN, [Code.PRODUCT_RISK, Code.PRODUCTION_UNKNOWN])
    assert level(Place("fish", "processing", "QQ"), published(LOW))[0] is UNKNOWN
    assert level(Place()) == (UNKNOWN, [Code.GROUP_NOT_SAID, Code.PRODUCTION_UNKNOWN])


def test_a_well_governed_country_makes_it_medium_at_most() -> None:
    assert level(Place("fish", "processing", "SE"), published(VERY_HIGH)) == (
        MEDIUM, [Code.PRODUCT_RISK, Code.COUNTRY_RISK, Code.WELL_GOVERNED],
    )
    assert level(Place("fish", "final-manufacture", "SE"), published(VERY_HIGH)) == (LOW, [Code.NO_RISK_DATA, Code.COUNTRY_RISK])


def test_the_highest_of_the_areas() -> None:
    assert highest(place_risk(Place("fish", "processing", "XC"), GROUPS, Published((published(VERY_HIGH),), COUNTRIES))) is VERY_HIGH
    assert highest(()) is UNKNOWN


def test_every_place_of_the_shipped_catalog_has_a_risk_with_a_reason() -> None:
    own = catalog()
    data = Published(own.risks, own.countries, own.goods)
    for group in own.groups:
        for country in ("", "SE", "EC", "CN"):
            views = place_risk(Place(group, "", country), own.groups, data)
            assert [view.area for view in views] == list(RiskArea)
            assert all(view.reasons for view in views)
            assert country or highest(views).height >= UNKNOWN.height
