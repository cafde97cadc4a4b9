"""The risk at one place of a supply chain: its product group and step first, then its country, with the same reasons as for a purchase."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kravkompass.catalog.requirement import ProductGroup
from kravkompass.catalog.risk import ProductRisk
from kravkompass.catalog.terms import RiskArea, RiskLevel
from kravkompass.guidance.reasons import Code, Reason
from kravkompass.guidance.risk import LABOUR_AREAS, Published, RiskView, country_risk, known_abuses, product_reason, together
from kravkompass.guidance.situation import UNNAMED


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a chain: the product group made there (an id of the catalog), the step, and the country's ISO 3166 code.

    All may be empty: what is not known. An unknown country counts as a risk; a step that is not known takes the highest of all steps.
    ``makes`` is False where nothing is made, such as at a carrier: only the country counts there.
    """

    group: str = ""
    step: str = ""
    country: str = ""
    makes: bool = True


def place_risk(place: Place, groups: Mapping[str, ProductGroup], published: Published) -> tuple[RiskView, ...]:
    """Give the risk at a place in every area, with reasons."""
    own = {place.group, groups[place.group].area} - {""} if place.group in groups else set[str]()
    return tuple(_area(area, place, own, published) for area in RiskArea)


def highest(views: Sequence[RiskView]) -> RiskLevel:
    """Give the highest level of several areas."""
    return max((view.level for view in views), key=lambda level: level.height, default=RiskLevel.UNKNOWN)


def _area(area: RiskArea, place: Place, own: set[str], published: Published) -> RiskView:
    found = [
        risk
        for risk in published.products
        if place.makes and risk.area is area and risk.group in {*own, "all"} and (not place.step or risk.step == place.step)
    ]
    product = max((risk.level for risk in found), key=lambda level: level.height, default=RiskLevel.LOW)
    making, made_in = country_risk(place.country or UNNAMED, published.countries)
    can_hit = place.makes and area in LABOUR_AREAS
    hits = tuple(known_abuses(own.__contains__, [place.country], published.goods)) if can_hit else ()
    level = together(product, making, hit=bool(hits))
    reasons = (*hits, *_product_reasons(found, place), made_in, *_lowered(level, product))
    return RiskView(area, level, level, reasons)


def _product_reasons(found: Sequence[ProductRisk], place: Place) -> Iterator[Reason]:
    yield from (product_reason(risk) for risk in sorted(found, key=lambda risk: -risk.level.height))
    if not found and place.makes:
        yield Reason(Code.NO_RISK_DATA if place.group else Code.GROUP_NOT_SAID)


def _lowered(level: RiskLevel, product: RiskLevel) -> Iterator[Reason]:
    if level.height < product.height:
        yield Reason(Code.WELL_GOVERNED)
