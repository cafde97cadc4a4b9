"""What Norwegian law adds when a list is looked over."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kravkompass.catalog.terms import RiskArea, RiskLevel, Theme
from kravkompass.guidance.environment_rule import Ruling, is_asked, judge
from kravkompass.guidance.facts import YES
from kravkompass.guidance.findings import Finding, Found, Weight
from kravkompass.guidance.guide import Guide
from kravkompass.guidance.listing import Listed
from kravkompass.guidance.situation import ABOVE

WAGES_LAW = "forskrift om lønns- og arbeidsvilkår i offentlige kontrakter"
SERIOUS_FROM = "2024-01-01"
"""The day from which the national model holds for works."""
TIERS = "subcontractor-tiers"
TRANSPARENCY = frozenset({"transparency-account", "transparency-answers"})
_RULINGS = {
    Ruling.OPEN: Found.NO_ENVIRONMENT_OPEN,
    Ruling.WEIGHT_TOO_LOW: Found.NO_ENVIRONMENT_WEIGHT,
    Ruling.PRIORITY_TOO_LOW: Found.NO_ENVIRONMENT_PRIORITY,
    Ruling.NO_CRITERION: Found.NO_ENVIRONMENT_CRITERION,
    Ruling.NO_REQUIREMENT: Found.NO_ENVIRONMENT_REQUIREMENT,
    Ruling.REASON_MISSING: Found.NO_ENVIRONMENT_REASON,
    Ruling.NOT_YET: Found.NO_ENVIRONMENT_NOT_YET,
}


def review_norway(guide: Guide, rows: Sequence[Listed]) -> Iterator[Finding]:
    """§ 7-9, pay and working conditions, apprentices, tiers, serious business, vehicles, the high-risk list, the transparency act."""
    yield from _environment(guide, rows)
    for look in (_wages, _apprentices, _tiers, _seriousness, _vehicles, _supply_chain):
        yield from look(guide, rows)


def _environment(guide: Guide, rows: Sequence[Listed]) -> Iterator[Finding]:
    if not is_asked(guide.purchase.country, guide.picture.least_procedure):
        return
    verdict = judge(guide.purchase.facts, rows, guide.picture.rules, guide.picture.day)
    if verdict.is_met:
        return
    values = {"limit": f"{verdict.limit:g}"} if verdict.limit is not None else {}
    yield Finding(_RULINGS[verdict.ruling], Weight.ERROR, "environment", values=values, law="FOA § 7-9")


def _is_covered(guide: Guide, *types: str) -> bool:
    """Whether the purchase is of one of these types and reaches the threshold, which is the same for works and special services."""
    if not guide.picture.purchase_types & set(types):
        return False
    value = guide.purchase.facts.number("value")
    limit = guide.picture.rules.amount("no-wages-threshold", guide.picture.day)
    if value is None or limit is None:
        return guide.picture.fact("procedure") == ABOVE
    return value >= limit


def _lacks(rows: Sequence[Listed], duty: str) -> bool:
    return not any(row.requirement.duty == duty for row in rows)


def _wages(guide: Guide, rows: Sequence[Listed]) -> Iterator[Finding]:
    if _is_covered(guide, "services", "works") and _lacks(rows, "no-wages"):
        yield Finding(Found.NO_WAGES, Weight.ERROR, "requirements", guide.with_duty("no-wages"), law=WAGES_LAW)


def _apprentices(guide: Guide, rows: Sequence[Listed]) -> Iterator[Finding]:
    months = guide.purchase.facts.number("contract-months")
    limit = guide.picture.rules.amount("no-apprentice-months", guide.picture.day)
    relevant = guide.picture.fact("trade-certificate") == YES and _is_covered(guide, "services", "works")
    if not relevant or months is None or limit is None or months <= limit:
        return
    if _lacks(rows, "no-apprentices"):
        law = "forskrift om plikt til å stille krav om bruk av lærlinger"
        values = {"months": f"{limit:g}"}
        yield Finding(Found.NO_APPRENTICES, Weight.ERROR, "requirements", guide.with_duty("no-apprentices"), values, law)


def _tiers(guide: Guide, rows: Sequence[Listed]) -> Iterator[Finding]:
    covered = _is_covered(guide, "works") or (_is_covered(guide, "services") and guide.picture.has_group("cleaning-services"))
    most = guide.picture.rules.amount("no-max-tiers", guide.picture.day)
    limited = any(row.requirement.feature == TIERS for row in rows) or not _lacks(rows, "no-tiers")
    if covered and most is not None and not limited:
        values = {"n": f"{most:g}"}
        yield Finding(Found.NO_TIERS, Weight.ERROR, "requirements", guide.with_duty("no-tiers"), values, "FOA §§ 8-13, 19-3")


def _seriousness(guide: Guide, rows: Sequence[Listed]) -> Iterator[Finding]:
    if _is_covered(guide, "works") and guide.picture.day >= SERIOUS_FROM and _lacks(rows, "no-seriousness"):
        yield Finding(
            Found.NO_SERIOUSNESS,
            Weight.ERROR,
            "requirements",
            guide.with_duty("no-seriousness"),
            law=f"Norgesmodellen, {WAGES_LAW}",
        )


def _vehicles(guide: Guide, rows: Sequence[Listed]) -> Iterator[Finding]:
    if guide.picture.has_group("cars-vans") and _lacks(rows, "no-vehicles"):
        law = "forskrift om energi- og miljøkrav ved anskaffelse av kjøretøy til veitransport"
        yield Finding(Found.NO_VEHICLES, Weight.WARNING, "requirements", guide.with_duty("no-vehicles"), law=law)


def _supply_chain(guide: Guide, rows: Sequence[Listed]) -> Iterator[Finding]:
    high = any(guide.picture.risk(area).height >= RiskLevel.HIGH.height for area in (RiskArea.HUMAN_RIGHTS, RiskArea.LABOUR))
    if not high:
        return
    if not any(row.requirement.theme is Theme.SUPPLY_CHAIN for row in rows):
        law = "anskaffelsesloven § 5, DFØs høyrisikoliste"
        yield Finding(Found.NO_HIGH_RISK, Weight.WARNING, "requirements", guide.with_duty("no-human-rights"), law=law)
    if not guide.picture.is_small and not any(row.requirement.feature in TRANSPARENCY for row in rows):
        offered = next((one.requirement.id for one in guide.recommendations if one.requirement.feature in TRANSPARENCY), "")
        yield Finding(Found.NO_TRANSPARENCY, Weight.HINT, "requirements", offered, law="åpenhetsloven §§ 4–6")
