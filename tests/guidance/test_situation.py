"""The picture of a purchase: the answers, what is usual, and the procedure at the very thresholds."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.catalog.real import catalog
from tests.guidance.made import GROUPS, TODAY, group, purchase, rule, rules

from kravkompass.catalog.rules import Rules
from kravkompass.catalog.terms import Country, PurchaseType, RiskArea, RiskLevel
from kravkompass.guidance.facts import Answer
from kravkompass.guidance.purchase import Purchase
from kravkompass.guidance.situation import ABOVE, BELOW, DIRECT, Picture


def picture(bought: Purchase, known: Rules | None = None) -> Picture:
    return Picture(bought, GROUPS, known or Rules(), TODAY)


def buying(groups: tuple[str, ...], country: Country, answers: dict[str, Answer]) -> Picture:
    """A purchase over the shipped catalog."""
    bought = replace(purchase(answers=answers), groups=groups, country=country)
    return Picture(bought, catalog().groups, catalog().rules, TODAY)


GOODS = next(one.id for one in catalog().groups.values() if one.type is PurchaseType.GOODS and one.area)
SERVICES = next(one.id for one in catalog().groups.values() if one.id == "cleaning-services")
WORKS = next(one.id for one in catalog().groups.values() if one.type is PurchaseType.WORKS)
SWEDEN, NORWAY = Country.SWEDEN, Country.NORWAY

PROCEDURES = [
    # Sweden, 2024–25: direct limit 700 000, thresholds 2 389 585 and 59 880 179.
    (SWEDEN, GOODS, "2025-12-31", 0, DIRECT),
    (SWEDEN, GOODS, "2025-12-31", 699_999, DIRECT),
    (SWEDEN, GOODS, "2025-12-31", 700_000, BELOW),
    (SWEDEN, GOODS, "2025-12-31", 2_389_584, BELOW),
    (SWEDEN, GOODS, "2025-12-31", 2_389_585, ABOVE),
    (SWEDEN, SERVICES, "2024-01-01", 2_389_585, ABOVE),
    (SWEDEN, GOODS, "2023-12-31", 2_236_730, BELOW),
    (SWEDEN, GOODS, "2023-12-31", 2_236_731, ABOVE),
    (SWEDEN, WORKS, "2025-12-31", 2_389_585, BELOW),
    (SWEDEN, WORKS, "2025-12-31", 59_880_178, BELOW),
    (SWEDEN, WORKS, "2025-12-31", 59_880_179, ABOVE),
    (SWEDEN, "care-services", "2025-12-31", 8_109_449, DIRECT),
    (SWEDEN, "care-services", "2025-12-31", 8_109_450, ABOVE),
    # Sweden, 2026–27: the amounts in SEK are not known.
    (SWEDEN, GOODS, "2026-01-01", 699_999, DIRECT),
    (SWEDEN, GOODS, "2026-01-01", 700_000, None),
    (SWEDEN, GOODS, "2026-01-01", 50_000_000, None),
    (SWEDEN, "care-services", "2026-01-01", 8_109_449, None),
    # Norway: direct limit 1 300 000, thresholds by date.
    (NORWAY, GOODS, "2026-04-20", 1_299_999, DIRECT),
    (NORWAY, GOODS, "2026-04-20", 1_300_000, BELOW),
    (NORWAY, GOODS, "2024-03-13", 2_199_999, BELOW),
    (NORWAY, GOODS, "2024-03-13", 2_200_000, ABOVE),
    (NORWAY, GOODS, "2024-03-14", 2_299_999, BELOW),
    (NORWAY, GOODS, "2024-03-14", 2_300_000, ABOVE),
    (NORWAY, GOODS, "2026-04-20", 2_300_000, ABOVE),
    (NORWAY, GOODS, "2026-04-21", 2_300_000, BELOW),
    (NORWAY, GOODS, "2026-04-21", 2_500_000, ABOVE),
    (NORWAY, WORKS, "2026-04-20", 57_799_999, BELOW),
    (NORWAY, WORKS, "2026-04-20", 57_800_000, ABOVE),
    (NORWAY, WORKS, "2026-04-21", 57_800_000, None),
    (NORWAY, "care-services", "2026-04-21", 9_000_000, None),
    # Before any rule we know of.
    (SWEDEN, GOODS, "2021-12-31", 100, None),
]


@pytest.mark.parametrize(("country", "group_id", "announced", "value", "procedure"), PROCEDURES)
def test_the_procedure_follows_the_value_on_the_day_of_the_announcement(
    country: Country, group_id: str, announced: str, value: int, procedure: str | None
) -> None:
    seen = buying((group_id,), country, {"value": value, "announced": announced})
    assert seen.fact("procedure") == procedure
    assert seen.is_small == (procedure == DIRECT)


def test_one_group_of_works_makes_it_a_purchase_of_works() -> None:
    answers: dict[str, Answer] = {"value": 5_000_000, "announced": "2025-12-31"}
    assert buying((GOODS,), SWEDEN, answers).fact("procedure") == ABOVE
    assert buying((GOODS, WORKS), SWEDEN, answers).fact("procedure") == BELOW


def test_special_services_keep_their_limits_only_when_nothing_else_is_bought() -> None:
    answers: dict[str, Answer] = {"value": 5_000_000, "announced": "2025-12-31"}
    assert buying(("care-services",), SWEDEN, answers).fact("procedure") == DIRECT
    assert buying(("care-services", SERVICES), SWEDEN, answers).fact("procedure") == ABOVE


@pytest.mark.parametrize("value", [None, "unknown", "much"])
def test_without_a_value_the_procedure_cannot_be_told(value: str | None) -> None:
    assert buying((GOODS,), SWEDEN, {"value": value} if value else {}).fact("procedure") is None


@pytest.mark.parametrize(("said", "seen"), [("direct", DIRECT), ("above-threshold", ABOVE), ("unknown", BELOW), ("", BELOW)])
def test_what_the_buyer_says_goes_before_the_value(said: str, seen: str) -> None:
    answers: dict[str, Answer] = {"value": 800_000, "announced": "2025-12-31", "procedure": said}
    assert buying((GOODS,), SWEDEN, answers).fact("procedure") == seen


@pytest.mark.parametrize("announced", ["", "soon", "2026-02-30"])
def test_without_a_real_day_the_rules_of_today_hold(announced: str) -> None:
    assert picture(purchase(answers={"announced": announced})).day == TODAY.isoformat()
    assert picture(purchase()).day == TODAY.isoformat()
    assert picture(purchase(answers={"announced": "2027-01-01"})).day == "2027-01-01"


def test_an_answer_goes_before_what_is_usual_and_unknown_stays_unknown() -> None:
    usual = {**GROUPS, "fish": group("fish", "food", facts={"outside-eea": "yes"})}

    def seen(**answers: Answer) -> Picture:
        return Picture(purchase(groups=("fish",), answers=answers), usual, Rules(), TODAY)

    assert seen().fact("outside-eea") == "yes"
    assert seen().is_usual("outside-eea")
    assert seen(outside_eea="no").fact("outside-eea") == "no"
    assert not seen(outside_eea="no").is_usual("outside-eea")
    assert seen(outside_eea="unknown").fact("outside-eea") == "unknown"
    assert seen(outside_eea="").fact("outside-eea") == "yes"
    assert seen().fact("children") is None


@pytest.mark.parametrize(
    ("first", "second", "together"),
    [
        ("yes", "yes", "yes"),
        ("yes", "no", "yes"),
        ("yes", None, "yes"),
        ("no", "no", "no"),
        ("no", None, None),
        (None, None, None),
    ],
)
def test_what_is_usual_for_several_groups(first: str | None, second: str | None, together: str | None) -> None:
    facts = [{"transport": answer} if answer else {} for answer in (first, second)]
    both = {"a": group("a", facts=facts[0]), "b": group("b", facts=facts[1])}
    assert Picture(purchase(groups=("a", "b")), both, Rules(), TODAY).usual("transport") == together
    assert Picture(purchase(groups=("b", "a")), both, Rules(), TODAY).usual("transport") == together


def test_a_group_brings_its_area_and_everything_is_in_all() -> None:
    seen = picture(purchase(groups=("fish", "gone")))
    assert [seen.has_group(name) for name in ("fish", "food", "all", "gone", "cleaning")] == [True, True, True, True, False]
    assert [one.id for one in seen.chosen] == ["fish"]


def test_facts_that_follow_from_the_purchase() -> None:
    seen = picture(purchase(groups=("fish", "roof")))
    assert seen.fact("country") == "se"
    assert seen.fact("purchase-type") == frozenset({"goods", "works"})
    assert picture(purchase(groups=())).fact("purchase-type") is None
    assert picture(purchase(answers={"purchase-type": "services"})).fact("purchase-type") == "services"
    assert picture(purchase(answers={"value": 0})).fact("value") == 0


def test_risk_is_low_where_nothing_is_said() -> None:
    seen = replace(picture(purchase()), risks={RiskArea.LABOUR: RiskLevel.HIGH})
    assert (seen.risk(RiskArea.LABOUR), seen.risk(RiskArea.CORRUPTION)) == (RiskLevel.HIGH, RiskLevel.LOW)


def test_a_threshold_of_its_own_kind_goes_before_the_general_one() -> None:
    known = rules(
        rule("se-direct-limit", ("2020-01-01", "", 100)),
        rule("se-direct-limit-special-services", ("2020-01-01", "", 500)),
        rule("se-threshold-goods-services", ("2020-01-01", "", 1000)),
        rule("se-threshold-special-services", ("2020-01-01", "", None)),
    )
    seen = {
        (groups, value): picture(purchase(groups=groups, answers={"value": value}), known).procedure
        for groups in (("fish",), ("care-services",))
        for value in (99, 100, 499, 500, 1000)
    }
    assert [seen[("fish",), value] for value in (99, 100, 1000)] == [DIRECT, BELOW, ABOVE]
    assert [seen[("care-services",), value] for value in (99, 499, 500, 1000)] == [DIRECT, DIRECT, None, None]
