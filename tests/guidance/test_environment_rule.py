"""FOA § 7-9: the boundary cases, the exemptions from their date, and what the notice says of them."""

from __future__ import annotations

import pytest
from tests.catalog.real import catalog
from tests.guidance.made import TODAY, guided, purchase, requirement

from kravkompass.catalog.rules import Rules, read_rules
from kravkompass.catalog.terms import Confidence, Country, Kind, Theme
from kravkompass.guidance.environment_rule import REVISED, Ruling, Way, is_asked, judge, ways_on
from kravkompass.guidance.facts import Answer, Facts
from kravkompass.guidance.findings import Found, Weight
from kravkompass.guidance.guide import guide
from kravkompass.guidance.listing import Listed, proposed_decision
from kravkompass.guidance.purchase import Purchase
from kravkompass.guidance.reviewing import review
from kravkompass.language import Language
from kravkompass.paths import bundled

BEFORE, AFTER = "2026-06-30", REVISED


@pytest.fixture(scope="module")
def rules() -> Rules:
    """The rules that ship."""
    return read_rules(bundled("resources", "rules"), [])


def listed(kind: Kind, theme: Theme = Theme.CLIMATE) -> Listed:
    """A Norwegian requirement of a kind, on the list."""
    one = requirement("NO-X-01", country=Country.NORWAY, kind=kind, theme=theme, confidence=Confidence.HIGH)
    return Listed(one, proposed_decision(one), "sv", one.texts["sv"], proposed=False)


def facts(way: Way | None, **answers: Answer) -> Facts:
    """The answers about § 7-9."""
    given = {name.replace("_", "-"): value for name, value in answers.items()}
    return Facts({**({"environment-way": way.value} if way else {}), **given})


AWARD = (listed(Kind.AWARD),)
SPECIFICATION = (listed(Kind.SPECIFICATION),)


@pytest.mark.parametrize(
    ("way", "answers", "rows", "day", "ruling"),
    [
        (Way.WEIGHT, {"environment_weight": 29}, AWARD, AFTER, Ruling.WEIGHT_TOO_LOW),
        (Way.WEIGHT, {"environment_weight": 30}, AWARD, AFTER, Ruling.MET),
        (Way.WEIGHT, {"environment_weight": 29.9}, AWARD, BEFORE, Ruling.WEIGHT_TOO_LOW),
        (Way.WEIGHT, {"environment_weight": 30}, AWARD, BEFORE, Ruling.MET),
        (Way.WEIGHT, {"environment_weight": 100}, AWARD, AFTER, Ruling.MET),
        (Way.WEIGHT, {"environment_weight": 30}, SPECIFICATION, AFTER, Ruling.NO_CRITERION),
        (Way.WEIGHT, {}, AWARD, AFTER, Ruling.OPEN),
        (Way.PRIORITY, {"environment_priority": 3}, AWARD, AFTER, Ruling.MET),
        (Way.PRIORITY, {"environment_priority": 4}, AWARD, AFTER, Ruling.PRIORITY_TOO_LOW),
        (Way.PRIORITY, {"environment_priority": 1}, (), AFTER, Ruling.NO_CRITERION),
        (Way.REQUIREMENTS, {"environment_reason": "Klart bedre effekt"}, SPECIFICATION, AFTER, Ruling.MET),
        (Way.REQUIREMENTS, {"environment_reason": "Klart bedre effekt"}, SPECIFICATION, BEFORE, Ruling.MET),
        (Way.REQUIREMENTS, {"environment_reason": "  "}, SPECIFICATION, AFTER, Ruling.REASON_MISSING),
        (Way.REQUIREMENTS, {"environment_reason": "Klart bedre effekt"}, AWARD, AFTER, Ruling.NO_REQUIREMENT),
        (Way.INSIGNIFICANT, {}, (), AFTER, Ruling.REASON_MISSING),
        (Way.INSIGNIFICANT, {"environment_reason": "Rådgivning på papir"}, (), BEFORE, Ruling.MET),
        (Way.VITAL_INTERESTS, {"environment_reason": "Beredskap"}, (), BEFORE, Ruling.NOT_YET),
        (Way.VITAL_INTERESTS, {"environment_reason": "Beredskap"}, (), AFTER, Ruling.MET),
        (Way.VITAL_INTERESTS, {}, (), AFTER, Ruling.REASON_MISSING),
        (Way.NATIONAL_MINIMUM, {"environment_reason": "Standardkrav"}, (), BEFORE, Ruling.NOT_YET),
        (Way.NATIONAL_MINIMUM, {"environment_reason": "Standardkrav"}, (), AFTER, Ruling.MET),
        (None, {}, AWARD, AFTER, Ruling.OPEN),
        (Way.WEIGHT, {"environment_weight": 1}, (), "2023-12-31", Ruling.NOT_IN_FORCE),
    ],
)
def test_the_verdict(
    way: Way | None, answers: dict[str, Answer], rows: tuple[Listed, ...], day: str, ruling: Ruling, rules: Rules
) -> None:
    assert judge(facts(way, **answers), rows, rules, day).ruling is ruling


def test_the_ways_by_day() -> None:
    assert ways_on(BEFORE) == (Way.WEIGHT, Way.PRIORITY, Way.REQUIREMENTS, Way.INSIGNIFICANT)
    assert ways_on(AFTER) == tuple(Way)


def test_where_it_is_asked() -> None:
    assert is_asked(Country.NORWAY, "below-threshold")
    assert is_asked(Country.NORWAY, "above-threshold")
    assert not is_asked(Country.NORWAY, "direct")
    assert not is_asked(Country.NORWAY, None)
    assert not is_asked(Country.SWEDEN, "above-threshold")


def test_the_finding_says_the_limit(rules: Rules) -> None:
    bought = purchase(
        country=Country.NORWAY,
        answers={"procedure": "above-threshold", "announced": AFTER, "environment-way": "weight", "environment-weight": 29},
    )
    seen = guided(bought, AWARD[0].requirement, rules=rules)
    found = {finding.found: finding for finding in review(seen, seen.rows(Language.BOKMAL))}
    finding = found[Found.NO_ENVIRONMENT_WEIGHT]
    assert (finding.weight, finding.values["limit"], finding.law, finding.page) == (
        Weight.ERROR,
        "30",
        "FOA § 7-9",
        "environment",
    )


@pytest.mark.parametrize(("value", "asked"), [(1_299_999, False), (1_300_000, True), (4_500_000, True)])
def test_it_is_asked_of_works_above_the_national_limit_also_where_the_threshold_is_not_known(value: int, asked: bool) -> None:
    """No threshold for works is known from 21 April 2026 on: the kind of procurement is for the buyer to say, the rule is not."""
    bought = Purchase("", Country.NORWAY, "Kunstgras", groups=("civil-works",), facts=Facts({"value": value, "announced": "2027-01-15"}))
    whole = guide(bought, catalog(), TODAY)
    assert whole.picture.procedure == (None if asked else "direct")
    assert ("environment" in {page.id for page in whole.pages}) is asked
