"""What Norwegian law adds when a list is looked over."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kravkompass.catalog.terms import Kind, Theme
from kravkompass.guidance.facts import YES
from kravkompass.guidance.findings import Finding, Found, Weight
from kravkompass.guidance.guide import Guide
from kravkompass.guidance.listing import Listed
from kravkompass.guidance.situation import ABOVE, DIRECT

GREEN = frozenset({Theme.CLIMATE, Theme.ENVIRONMENT, Theme.CHEMICALS})


def review_norway(guide: Guide, rows: Sequence[Listed]) -> Iterator[Finding]:
    """§ 7-9, pay and working conditions, apprentices."""
    yield from _environment(guide, rows)
    yield from _wages(guide, rows)
    yield from _apprentices(guide, rows)


def _environment(guide: Guide, rows: Sequence[Listed]) -> Iterator[Finding]:
    if guide.picture.fact("procedure") == DIRECT:
        return
    share = guide.picture.rules.amount("no-environment-weight", guide.picture.day)
    if share is None:
        return
    values = {"share": f"{share:g}"}
    law = "FOA § 7-9"
    green = [row.requirement for row in rows if row.requirement.theme in GREEN]
    if any(one.kind is Kind.AWARD for one in green):
        return
    if any(one.kind is Kind.SPECIFICATION for one in green):
        yield Finding(Found.NO_ENVIRONMENT_MET, Weight.WARNING, "requirements", values=values, law=law)
    else:
        yield Finding(Found.NO_ENVIRONMENT, Weight.ERROR, "requirements", values=values, law=law)


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
