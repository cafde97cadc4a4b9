"""What Norwegian law adds when a list is looked over."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kravkompass.guidance.environment_rule import Ruling, is_asked, judge
from kravkompass.guidance.facts import YES
from kravkompass.guidance.findings import Finding, Found, Weight
from kravkompass.guidance.guide import Guide
from kravkompass.guidance.listing import Listed
from kravkompass.guidance.situation import ABOVE

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
    """§ 7-9, pay and working conditions, apprentices."""
    yield from _environment(guide, rows)
    yield from _wages(guide, rows)
    yield from _apprentices(guide, rows)


def _environment(guide: Guide, rows: Sequence[Listed]) -> Iterator[Finding]:
    if not is_asked(guide.purchase.country, guide.picture.fact("procedure")):
        return
    verdict = judge(guide.purchase.facts, rows, guide.picture.rules, guide.picture.day)
    if verdict.is_met:
        return
    values = {"limit": f"{verdict.limit:g}"} if verdict.limit is not None else {}
    yield Finding(_RULINGS[verdict.ruling], Weight.ERROR, "environment", values=values, law="FOA § 7-9")


def _wages(guide: Guide, rows: Sequence[Listed]) -> Iterator[Finding]:
    covered = bool(guide.picture.purchase_types & {"services", "works"}) and guide.picture.fact("procedure") == ABOVE
    if covered and not any(row.requirement.duty == "no-wages" for row in rows):
        law = "forskrift om lønns- og arbeidsvilkår i offentlige kontrakter"
        yield Finding(Found.NO_WAGES, Weight.ERROR, "requirements", law=law)


def _apprentices(guide: Guide, rows: Sequence[Listed]) -> Iterator[Finding]:
    months = guide.purchase.facts.number("contract-months")
    limit = guide.picture.rules.amount("no-apprentice-months", guide.picture.day)
    relevant = guide.picture.fact("trade-certificate") == YES and guide.picture.fact("procedure") == ABOVE
    if not relevant or months is None or limit is None or months <= limit:
        return
    if not any(row.requirement.duty == "no-apprentices" for row in rows):
        law = "forskrift om plikt til å stille krav om bruk av lærlinger"
        yield Finding(Found.NO_APPRENTICES, Weight.ERROR, "requirements", values={"months": f"{limit:g}"}, law=law)
