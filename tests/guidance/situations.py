"""Purchases made up at random over the shipped catalog, for properties that must hold whatever is bought and answered."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import strategies as st
from tests.catalog.real import catalog

from kravkompass.catalog.terms import Country, RiskArea, RiskLevel
from kravkompass.guidance.facts import Answer, Facts
from kravkompass.guidance.purchase import Purchase
from kravkompass.guidance.situation import Picture

TODAY = date(2026, 11, 22)
VALUES = (0, 99_999, 100_000, 699_999, 700_000, 1_299_999, 1_300_000, 2_499_999, 2_500_000, 9_000_000, 80_000_000)
GROUPS = tuple(catalog().groups)
QUESTIONS = tuple(catalog().questions)


@st.composite
def purchases(draw: st.DrawFn) -> Purchase:
    """Any purchase of up to three product groups, with any answers."""
    answers: dict[str, Answer] = dict(
        draw(st.dictionaries(st.sampled_from(QUESTIONS), st.sampled_from(["yes", "no", "unknown"]), max_size=len(QUESTIONS)))
    )
    if draw(st.booleans()):
        answers["value"] = draw(st.sampled_from(VALUES))
    if draw(st.booleans()):
        answers["announced"] = draw(st.sampled_from(["2023-06-01", "2025-12-31", "2026-01-01", "2026-06-30", "2026-07-01"]))
    if draw(st.booleans()):
        answers["contract-months"] = draw(st.sampled_from([1, 3, 4, 12, 13, 24, 25, 48]))
    if draw(st.booleans()):
        answers["procedure"] = draw(st.sampled_from(["direct", "below-threshold", "above-threshold"]))
    groups = draw(st.lists(st.sampled_from(GROUPS), min_size=1, max_size=3, unique=True))
    return Purchase("", draw(st.sampled_from(Country)), "Ett köp", groups=tuple(groups), facts=Facts(answers))


risks = st.dictionaries(st.sampled_from(RiskArea), st.sampled_from(RiskLevel))


def picture(purchase: Purchase, given_risks: dict[RiskArea, RiskLevel] | None = None) -> Picture:
    """A purchase as the rules see it, with these risks."""
    bare = Picture(purchase, catalog().groups, catalog().rules, TODAY)
    return replace(bare, risks=given_risks or {})
