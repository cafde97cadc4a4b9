"""Signing: a purchase's list becomes a contract whose requirements stay as they were agreed, whatever the catalog says later."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType

from kravkompass.catalog.requirement import ProductGroup, Texts
from kravkompass.catalog.terms import RiskArea, RiskLevel
from kravkompass.followup.contract import Contract, Extension, FrozenRequirement
from kravkompass.followup.planning import period_of
from kravkompass.guidance.listing import Listed, checksum, filled_texts, number, suggested_values
from kravkompass.guidance.lots import holds_for_all, lots_of, number_of
from kravkompass.guidance.purchase import Purchase


@dataclass(frozen=True, slots=True)
class Signed:
    """What a signing gives: the contract, and its requirements, which have no ids yet."""

    contract: Contract
    requirements: tuple[FrozenRequirement, ...]


def sign(
    purchase: Purchase,
    rows: Sequence[Listed],
    risks: Mapping[RiskArea, RiskLevel],
    language: str,
    day: date,
    groups: Mapping[str, ProductGroup] = MappingProxyType({}),
) -> Signed:
    """Freeze a purchase's list into a contract in a language, signed on a day; the contract's time and lots are the purchase's."""
    period = period_of(purchase.facts)
    contract = Contract(
        id="",
        country=purchase.country,
        title=purchase.title,
        purchase=purchase.id,
        reference=purchase.reference,
        organisation=purchase.organisation,
        responsible=purchase.buyer,
        language=language,
        signed=day,
        start=period.start,
        months=period.months,
        extensions=(Extension(period.extension),) if period.extension else (),
        value=purchase.facts.number("value"),
        lots={str(number_of(purchase, lot)): lot.title for lot in purchase.lots},
        checksum=checksum(rows),
        risks=dict(risks),
    )
    return Signed(
        contract, tuple(replace(frozen(row, place), lots=_lots(row, purchase, groups)) for place, row in enumerate(rows))
    )


def frozen(row: Listed, place: int) -> FrozenRequirement:
    """Freeze a row of the list, with its number there and its texts in every language they were agreed in."""
    requirement = row.requirement
    return FrozenRequirement(
        id="",
        contract="",
        number=number(place),
        requirement=requirement.id,
        revision=row.decision.revision,
        kind=requirement.kind,
        theme=requirement.theme,
        level=requirement.level,
        texts=_texts(row),
        follow_up=requirement.follow_up,
        statutory=requirement.statutory,
        feature=requirement.feature,
        values={**suggested_values(requirement), **row.decision.values},
    )


def _lots(row: Listed, purchase: Purchase, groups: Mapping[str, ProductGroup]) -> tuple[str, ...]:
    """Give the numbers of the lots a row holds for; none when it holds for the whole contract."""
    if holds_for_all(row.requirement, row.decision, purchase, groups):
        return ()
    return tuple(str(number_of(purchase, lot)) for lot in lots_of(row.requirement, row.decision, purchase, groups))


def _texts(row: Listed) -> dict[str, Texts]:
    """Give the texts by language. A wording the buyer adapted stands in its own languages only: the catalog's was not agreed."""
    agreed = set(row.decision.wording) or set(row.requirement.texts)
    languages = [one for one in row.requirement.texts if one in agreed] or [row.language]
    return {language: filled_texts(row.requirement, row.decision, language) for language in languages}
