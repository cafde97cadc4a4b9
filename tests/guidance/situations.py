"""Purchases made up at random over the shipped catalog, for properties that must hold whatever is bought and answered."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import strategies as st
from tests.catalog.real import catalog

from kravkompass.catalog.requirement import Written
from kravkompass.catalog.terms import Country, Kind, Level, RiskArea, RiskLevel, Theme
from kravkompass.guidance.facts import Answer, Facts
from kravkompass.guidance.own import EMPTY, EVERY_GROUP, blank, id_of, settled, started_from
from kravkompass.guidance.profile import Profile
from kravkompass.guidance.purchase import Purchase
from kravkompass.guidance.situation import Picture

TODAY = date(2026, 11, 22)
VALUES = (0, 99_999, 100_000, 699_999, 700_000, 1_299_999, 1_300_000, 2_499_999, 2_500_000, 9_000_000, 80_000_000)
GROUPS = tuple(catalog().groups)
NATIONAL = tuple(one for one in catalog().requirements() if not one.retired)
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


@st.composite
def profiles(draw: st.DrawFn) -> Profile:
    """A municipality with up to eight requirements of its own: written anew or started from a national one, some of them standard."""
    made = []
    for number in range(1, draw(st.integers(0, 8)) + 1):
        if draw(st.booleans()):
            one = started_from(draw(st.sampled_from(NATIONAL)))
        else:
            one = blank(draw(st.sampled_from(Country)))
            groups = draw(st.sets(st.sampled_from([EVERY_GROUP, *GROUPS]), min_size=1, max_size=3))
            kind, theme, level = draw(st.sampled_from(Kind)), draw(st.sampled_from(Theme)), draw(st.sampled_from(Level))
            said = {one.country.languages[0]: replace(EMPTY, title="Eget krav", demand="Leverantören ska lämna uppgifter.")}
            one = replace(one, groups=frozenset(groups), kind=kind, theme=theme, level=level, texts=said, place=frozenset({kind.place}))
        retired = draw(st.integers(0, 5)) == 0
        made.append(settled(replace(one, id=id_of(number), retired=retired, written=Written(str(number), "Åsa Öst"))))
    standard = draw(st.sets(st.sampled_from([one.id for one in made]))) if made else set()
    return Profile(own=tuple(made), standard=frozenset(standard))


risks = st.dictionaries(st.sampled_from(RiskArea), st.sampled_from(RiskLevel))


def picture(purchase: Purchase, given_risks: dict[RiskArea, RiskLevel] | None = None) -> Picture:
    """A purchase as the rules see it, with these risks."""
    bare = Picture(purchase, catalog().groups, catalog().rules, TODAY)
    return replace(bare, risks=given_risks or {})
