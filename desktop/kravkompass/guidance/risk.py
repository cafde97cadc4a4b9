"""Supply-chain risk, due diligence step one: what is bought first, then where it is made, then both together; always with reasons."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from kravkompass.catalog.country_risk import CountryRisk
from kravkompass.catalog.goods import Good
from kravkompass.catalog.risk import ProductRisk
from kravkompass.catalog.terms import PurchaseType, RiskArea, RiskLevel
from kravkompass.guidance.facts import NO
from kravkompass.guidance.purchase import Purchase
from kravkompass.guidance.reasons import Code, Reason
from kravkompass.guidance.situation import OUTSIDE_EEA, UNNAMED, Picture, countries_of

LABOUR_AREAS = frozenset({RiskArea.HUMAN_RIGHTS, RiskArea.LABOUR})
"""The areas that child labour and forced labour belong to."""


@dataclass(frozen=True, slots=True)
class Published:
    """The published sources that the risk rests on."""

    products: Sequence[ProductRisk] = ()
    countries: Mapping[str, CountryRisk] = field(default_factory=dict)
    goods: Sequence[Good] = ()


@dataclass(frozen=True, slots=True)
class RiskView:
    """The risk in one area, what it rests on, and whether the buyer set it."""

    area: RiskArea
    level: RiskLevel
    published: RiskLevel
    reasons: tuple[Reason, ...]
    overruled: bool = False


@dataclass(frozen=True, slots=True)
class _Making:
    """Where it is made: the risk that comes with it, and why. No level: it says nothing."""

    level: RiskLevel | None
    reasons: tuple[Reason, ...] = ()


def assess(picture: Picture, published: Published) -> tuple[RiskView, ...]:
    """Give the risk in every area: product first, then where it is made, then the buyer's own view with a reason."""
    return tuple(_area(area, picture, published) for area in RiskArea)


def levels(views: Sequence[RiskView]) -> Mapping[RiskArea, RiskLevel]:
    """Give the level per area, as conditions ask for it."""
    return {view.area: view.level for view in views}


def applies(purchase: Purchase, picture: Picture, published: Published) -> bool:
    """Whether there is a supply chain to assess: some chosen group has a published level, or something is made outside the EEA."""
    known = {risk.group for risk in published.products}
    return bool(known & set(purchase.groups) or countries_of(purchase)) or picture.fact(OUTSIDE_EEA) not in {NO, None}


def _area(area: RiskArea, picture: Picture, published: Published) -> RiskView:
    found = [risk for risk in published.products if risk.area is area and picture.has_group(risk.group)]
    product = max((risk.level for risk in found), key=_height, default=RiskLevel.LOW)
    making = _making(picture, published.countries, found)
    hits = tuple(known_abuses(picture.has_group, countries_of(picture.purchase), published.goods)) if area in LABOUR_AREAS else ()
    level = together(product, making.level, hit=bool(hits))
    reasons = (
        *hits,
        *(product_reason(risk) for risk in sorted(found, key=lambda risk: -risk.level.height)),
        *making.reasons,
        *([] if found else [Reason(Code.NO_RISK_DATA)]),
        *([Reason(Code.WELL_GOVERNED)] if level.height < product.height and countries_of(picture.purchase) else []),
    )
    override = picture.purchase.risks.get(area)
    if override is None:
        return RiskView(area, level, level, reasons)
    own = Reason(Code.OVERRULED, {"reason": override.reason})
    return RiskView(area, override.level, level, (own, *reasons), overruled=True)


def together(product: RiskLevel, making: RiskLevel | None, *, hit: bool) -> RiskLevel:
    """Give the higher of product and country; a safe country makes it medium at most, a known abuse high at least.

    Medium, not low, in a safe country: the raw material can come from elsewhere.
    """
    if making is RiskLevel.LOW:
        product = min(product, RiskLevel.MEDIUM, key=_height)
    least = RiskLevel.HIGH if hit else RiskLevel.LOW
    return max(product, making or RiskLevel.LOW, least, key=_height)


def _making(picture: Picture, known: Mapping[str, CountryRisk], found: Sequence[ProductRisk]) -> _Making:
    if countries := countries_of(picture.purchase):
        told = sorted(
            (country_risk(code, known) for code in countries), key=lambda one: (-one[0].height, one[1].values.get("country", ""))
        )
        return _Making(told[0][0], tuple(reason for _, reason in told))
    if picture.fact(OUTSIDE_EEA) == NO:
        return _Making(RiskLevel.LOW, (Reason(Code.INSIDE_EEA),))
    if not found:
        return _Making(None)
    goods = any(risk.group in picture.groups and picture.groups[risk.group].type is PurchaseType.GOODS for risk in found)
    return _Making(RiskLevel.UNKNOWN if goods else None, (Reason(Code.PRODUCTION_UNKNOWN),))


def country_risk(code: str, known: Mapping[str, CountryRisk]) -> tuple[RiskLevel, Reason]:
    """Give the risk that comes with making something in a country (UNNAMED for one that is not known), and why."""
    risk = known.get(code)
    if code == UNNAMED:
        return RiskLevel.UNKNOWN, Reason(Code.PRODUCTION_UNKNOWN)
    if risk is None:
        return RiskLevel.UNKNOWN, Reason(Code.COUNTRY_NOT_LISTED, {"country": code})
    values = {"country": code, "level": risk.level.value, "publisher": risk.publisher, "year": risk.year}
    return risk.level, Reason(Code.COUNTRY_RISK, values)


def known_abuses(has_group: Callable[[str], bool], countries: Iterable[str], goods: Sequence[Good]) -> Iterator[Reason]:
    """Give the goods of some product groups that are known to be made with child or forced labour in some countries."""
    for good in goods:
        if any(has_group(group) for group in good.groups):
            for country in sorted(countries):
                if (abuse := good.found_in(country)) is not None:
                    values = {"good": good.id, "country": country, "abuse": abuse.value}
                    yield Reason(Code.GOOD_FROM_COUNTRY, {**values, "publisher": good.publisher, "year": good.year})


def _height(level: RiskLevel) -> int:
    return level.height


def product_reason(risk: ProductRisk) -> Reason:
    """Give a published level as a reason."""
    return Reason(
        Code.PRODUCT_RISK,
        {
            "group": risk.group,
            "product": risk.product,
            "step": risk.step,
            "level": risk.level.value,
            "publisher": risk.publisher,
            "year": risk.year,
        },
    )
