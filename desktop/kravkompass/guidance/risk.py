"""Supply-chain risk, due diligence step one: from published levels per product group, step and area, with reasons."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kravkompass.catalog.risk import ProductRisk
from kravkompass.catalog.terms import RiskArea, RiskLevel
from kravkompass.guidance.facts import NO
from kravkompass.guidance.purchase import Purchase
from kravkompass.guidance.reasons import Code, Reason
from kravkompass.guidance.situation import Picture


@dataclass(frozen=True, slots=True)
class RiskView:
    """The risk in one area, what it rests on, and whether the buyer set it."""

    area: RiskArea
    level: RiskLevel
    published: RiskLevel
    reasons: tuple[Reason, ...]
    overruled: bool = False


def assess(picture: Picture, published: Sequence[ProductRisk]) -> tuple[RiskView, ...]:
    """Give the risk in every area: product first, then where it is made, then the buyer's own view with a reason."""
    return tuple(_area(area, picture, published) for area in RiskArea)


def levels(views: Sequence[RiskView]) -> Mapping[RiskArea, RiskLevel]:
    """Give the level per area, as conditions ask for it."""
    return {view.area: view.level for view in views}


def applies(purchase: Purchase, picture: Picture, published: Sequence[ProductRisk]) -> bool:
    """Whether there is a supply chain to assess: some chosen group has a published level, or something is made outside the EEA."""
    known = {risk.group for risk in published}
    return bool(known & set(purchase.groups)) or picture.fact("outside-eea") not in {NO, None}


def _area(area: RiskArea, picture: Picture, published: Sequence[ProductRisk]) -> RiskView:
    found = [risk for risk in published if risk.area is area and picture.has_group(risk.group)]
    reasons = [_product_reason(risk) for risk in sorted(found, key=lambda risk: -risk.level.height)]
    level = max((risk.level for risk in found), key=lambda level: level.height, default=RiskLevel.LOW)
    made_outside = picture.fact("outside-eea")
    if made_outside == NO:
        level = min(level, RiskLevel.MEDIUM, key=lambda level: level.height)
        reasons.append(Reason(Code.INSIDE_EEA))
    elif picture.purchase.facts.is_open("outside-eea") and found:
        reasons.append(Reason(Code.PRODUCTION_UNKNOWN))
    if not found:
        reasons.append(Reason(Code.NO_RISK_DATA))
    override = picture.purchase.risks.get(area)
    if override is None:
        return RiskView(area, level, level, tuple(reasons))
    own = Reason(Code.OVERRULED, {"reason": override.reason})
    return RiskView(area, override.level, level, (own, *reasons), overruled=True)


def _product_reason(risk: ProductRisk) -> Reason:
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
