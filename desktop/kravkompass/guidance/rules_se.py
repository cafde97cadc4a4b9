"""What Swedish law adds when a list is looked over."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kravkompass.catalog.terms import Theme
from kravkompass.guidance.facts import UNKNOWN, YES
from kravkompass.guidance.findings import Finding, Found, Weight
from kravkompass.guidance.guide import Guide
from kravkompass.guidance.listing import Listed
from kravkompass.guidance.situation import ABOVE, DIRECT

VEHICLES_DUTY = "se-clean-light-vehicles"
COUNTED_GROUPS = ("cars-vans", "heavy-vehicles", "passenger-transport", "goods-transport", "waste-collection")
"""Vehicles, and services that are done with them, which the act on clean vehicles can cover."""
LABOUR_DUTY = "se-labour-terms"


def review_sweden(guide: Guide, rows: Sequence[Listed]) -> Iterator[Finding]:
    """Documentation of direct purchases, labour-law terms, accessibility, clean vehicles."""
    yield from _documentation(guide)
    yield from _labour_terms(guide, rows)
    yield from _accessibility(guide, rows)
    yield from _vehicles(guide, rows)


def _documentation(guide: Guide) -> Iterator[Finding]:
    value = guide.purchase.facts.number("value")
    row = guide.picture.rules.row("se-documentation-from", guide.picture.day)
    if row is None or not isinstance(row.value, int | float) or value is None:
        return
    if guide.picture.fact("procedure") == DIRECT and value >= row.value:
        amount = f"{row.value:,.0f}".replace(",", "\N{NO-BREAK SPACE}") + " SEK"
        yield Finding(Found.SE_DOCUMENT_DIRECT, Weight.HINT, "purchase", values={"amount": amount}, law="LOU 19 a kap. 11 §")


def _labour_terms(guide: Guide, rows: Sequence[Listed]) -> Iterator[Finding]:
    works_here = guide.picture.fact("on-premises") == YES
    risk = guide.picture.fact("labour-risk")
    law = "LOU 17 kap. 2–5 §§"
    if works_here and risk in {None, UNKNOWN}:
        yield Finding(Found.SE_LABOUR_NOT_ASSESSED, Weight.WARNING, "situation", law=law)
    has_terms = any(row.requirement.theme is Theme.WORKING_CONDITIONS and row.requirement.duty == LABOUR_DUTY for row in rows)
    if risk == YES and guide.picture.fact("procedure") == ABOVE and not has_terms:
        yield Finding(Found.SE_LABOUR_TERMS, Weight.ERROR, "requirements", guide.with_duty(LABOUR_DUTY), law=law)


def _accessibility(guide: Guide, rows: Sequence[Listed]) -> Iterator[Finding]:
    used = guide.picture.fact("used-by-people") == YES
    if used and not any(row.requirement.theme is Theme.ACCESSIBILITY for row in rows):
        above = guide.picture.fact("procedure") == ABOVE
        yield Finding(Found.SE_ACCESSIBILITY, Weight.ERROR if above else Weight.HINT, "requirements", law="LOU 9 kap. 2 §")


def _vehicles(guide: Guide, rows: Sequence[Listed]) -> Iterator[Finding]:
    counted = any(guide.picture.has_group(group) for group in COUNTED_GROUPS)
    in_force = guide.picture.rules.row(VEHICLES_DUTY, guide.picture.day) is not None
    if (
        counted
        and in_force
        and guide.picture.fact("procedure") == ABOVE
        and not any(row.requirement.duty == VEHICLES_DUTY for row in rows)
    ):
        light = guide.picture.has_group("cars-vans")
        weight = Weight.WARNING if light else Weight.HINT
        yield Finding(Found.SE_CLEAN_VEHICLES, weight, "requirements", guide.with_duty(VEHICLES_DUTY), law="lag (2011:846)")
