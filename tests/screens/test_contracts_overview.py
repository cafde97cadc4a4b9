"""All contracts together, each figure beside a sample made by hand: as they stand today, by risk and quarter, and as a year held them."""

from __future__ import annotations

from datetime import date

import pytest
from tests.catalog.real import catalog
from tests.documents.meaning import meant
from tests.purchases.contract_samples import activity, contract, frozen, outcome, supplier

from kravkompass.catalog.terms import RiskArea, RiskLevel, Severity
from kravkompass.documents.overview_contracts import figures, key_facts
from kravkompass.documents.overview_year import year_facts, year_figures
from kravkompass.followup.activity import State, Status
from kravkompass.followup.contract import Classification
from kravkompass.followup.deviation import Deviation, DeviationState
from kravkompass.followup.employment import JobOutcome, JobPromise, PromiseKind, Target
from kravkompass.language import Language, Languages, translation
from kravkompass.purchases.rows import ContractRow
from kravkompass.purchases.store import Store
from kravkompass.screens.contracts_overview import contracts_of_year, portfolio
from kravkompass.screens.overview import Overview
from kravkompass.screens.risk_by_quarter import Spot, When, risk_by_quarter

SV = translation(Language.SWEDISH)
TODAY = date(2028, 2, 29)
HIGH, LOW = {RiskArea.LABOUR: RiskLevel.HIGH}, {RiskArea.LABOUR: RiskLevel.LOW}


@pytest.fixture
def sample(store: Store) -> Store:
    """Fruit at high risk from 2027, floors at low risk from 2028, a bridge that was over with 2026, and one in the trash."""
    with store.change() as change:
        keep = change.contracts.keep
        common = {"ended": None, "ended_reason": "", "extensions": (), "hours": 0}
        fruit = keep(contract(title="Frukt", risks=HIGH, classification=Classification.CRITICAL, **common)).id
        floor = keep(contract(title="Golv", risks=LOW, start=date(2028, 1, 1), classification=Classification.SMALL, **common)).id
        bridge = keep(contract(title="Bro", start=date(2026, 1, 1), months=12, **{**common, "ended": date(2026, 12, 31)})).id
        trash = keep(contract(title="Borta", deleted="2027-01-01", **common)).id
        firm = keep(supplier(fruit, "Grönt AB")).id
        one, two, _ = (keep(frozen(fruit, f"K0{number}")).id for number in (1, 2, 3))
        keep(frozen(floor, "K01"))
        for requirement, day, status in (
            (one, date(2027, 12, 31), Status.NOT_MET),
            (one, date(2028, 1, 1), Status.MET),
            (two, date(2027, 5, 1), Status.NOT_CHECKED),
        ):
            keep(outcome(fruit, requirement, supplier=firm, day=day, status=status))
        for of, day, minutes, state, done, used in (
            (fruit, date(2027, 12, 30), 60, State.DONE, date(2028, 1, 3), 75),
            (fruit, date(2027, 6, 1), 30, State.DONE, date(2027, 6, 1), None),
            (fruit, date(2028, 2, 28), 15, State.PLANNED, None, None),
            (fruit, date(2028, 9, 1), 45, State.PLANNED, None, None),
            (floor, date(2028, 3, 31), 120, State.PLANNED, None, None),
            (floor, date(2028, 4, 1), 90, State.DROPPED, None, None),
            (trash, date(2028, 1, 1), 600, State.DONE, date(2028, 1, 1), 600),
        ):
            keep(activity(of, day, key=f"{day}", minutes=minutes, state=state, done=done, used=used))
        for found, closed in ((date(2027, 12, 31), date(2028, 1, 1)), (date(2027, 7, 1), None)):
            stands = DeviationState.CLOSED if closed else DeviationState.OPEN
            keep(Deviation("", fruit, firm, one, found, "Brist", Severity.SERIOUS, state=stands, closed=closed))
        for of in (fruit, trash):
            promise = keep(JobPromise("", of, firm, PromiseKind.INTERNSHIP, 4, (Target(2027, 1), Target(2028, 3)))).id
            keep(JobOutcome("", of, promise, 2028, 1, 2))
        assert bridge
    return store


def test_the_overview_counts_the_contracts_as_they_stand(sample: Store) -> None:
    whole = portfolio(sample, TODAY, SV)
    assert [row.title for row in whole.contracts] == ["Frukt", "Golv"], "the greatest risk first, and nothing that is over"
    assert dict(key_facts(whole)) == {
        "Avtal": "2",
        "Krav som följs upp": "25\xa0%",  # one requirement of four
        "Öppna avvikelser": "1",
        "Använda timmar 2028": "1,2 av 3 h",  # 75 minutes used; 15 + 45 + 120 planned
    }
    said = {one.caption: [(bar.label, bar.words) for bar in one.bars] for one in figures(whole)}
    assert said["Avtal efter risk"] == [
        ("Mycket hög risk", "0"),
        ("Hög risk", "1"),
        ("Okänd risk", "0"),
        ("Medelhög risk", "0"),
        ("Låg risk", "1"),
    ]
    assert said["Planerade och använda timmar"] == [
        ("2027, planerat", "1,5 h"),
        ("2027, använt", "0,5 h"),
        ("2028, planerat", "3 h"),
        ("2028, använt", "1,2 h"),
    ]
    assert said["Jobb genom avtal 2028"] == [("Praktik: mål för året", "3"), ("Praktik: genomfört", "2")]


def test_risk_by_quarter_counts_every_contract_once(sample: Store) -> None:
    lines = risk_by_quarter(sample.contracts(), TODAY)
    assert [(one.when, one.year, one.quarter) for one in lines] == [
        (When.OVERDUE, 0, 0),
        *((When.QUARTER, 2028, number) for number in (1, 2, 3, 4)),
        (When.LATER, 0, 0),
        (When.NOTHING, 0, 0),
    ]
    assert {one.when: one.spots for one in lines if one.spots} == {
        When.OVERDUE: {RiskLevel.HIGH: Spot(1, date(2028, 2, 28))},
        When.QUARTER: {RiskLevel.LOW: Spot(1, date(2028, 3, 31))},
        When.NOTHING: {RiskLevel.HIGH: Spot(1)},  # the bridge
    }


@pytest.mark.parametrize(
    ("day", "place"),
    [("2028-02-28", 0), ("2028-02-29", 1), ("2028-03-31", 1), ("2028-04-01", 2), ("2028-12-31", 4), ("2029-01-01", 5), ("", 6)],
)
def test_a_day_lies_in_one_quarter(sample: Store, day: str, place: int) -> None:
    row = sample.contracts()[0]
    moved = ContractRow(**{name: getattr(row, name) for name in row.__slots__} | {"next_day": day})
    lines = risk_by_quarter([moved, moved], TODAY)
    assert [one.whole.number for one in lines] == [2 if place == where else 0 for where in range(7)]
    assert lines[place].whole.day == (date.fromisoformat(day) if day else None)


@pytest.mark.parametrize(
    ("year", "facts"),
    [
        (2026, ["1", "0 av 3 (0\xa0%)", "0", "0", "0", "0 av 0 h"]),
        (2027, ["1", "1 av 3 (33\xa0%)", "2", "0", "2", "0,5 av 1,5 h"]),
        (2028, ["2", "1 av 4 (25\xa0%)", "0", "1", "1", "1,2 av 3 h"]),
    ],
)
def test_a_year_holds_what_happened_in_it(sample: Store, year: int, facts: list[str]) -> None:
    with sample.change() as change:
        bridge = next(row for row in sample.contracts() if row.title == "Bro")
        for number in (1, 2, 3):
            change.contracts.keep(frozen(bridge.id, f"K0{number}"))
    of = contracts_of_year(sample, year, TODAY, SV)
    assert [words for _, words in year_facts(of)] == facts
    assert [one.row.title for one in of.rows] == {2026: ["Bro"], 2027: ["Frukt"], 2028: ["Frukt", "Golv"]}[year]
    drawn = {one.caption: {bar.label: bar.words for bar in one.bars} for one in year_figures(of)}
    outcomes = drawn["Vad årets senaste kontroll av varje krav visade"]
    assert sum(int(words) for words in outcomes.values()) == of.agreed
    assert outcomes["Uppfyllt"] == str(int(year == 2028))
    assert outcomes["Ej uppfyllt"] == str(int(year == 2027))
    if year == 2028:
        assert drawn["Jobb genom avtal 2028"] == {"Praktik: mål för året": "3", "Praktik: genomfört": "2"}
    sum_used, sum_planned = of.minutes
    hours = sample.overview(year).hours
    assert (sum_planned, sum_used) == next(((one.planned, one.used) for one in hours if one.year == year), (0, 0))


def test_the_report_tells_years_apart_and_offers_those_in_force(sample: Store) -> None:
    screen = Overview(sample, catalog(), TODAY)
    assert screen.years() == (2028, 2027, 2026)
    earlier, now = (screen.outline(year, Languages(Language.SWEDISH)) for year in (2027, 2028))
    assert "Golv" in meant(now)
    assert "Golv" not in meant(earlier)
    assert "2027-03-01 till 2027-12-31" in meant(earlier)
    assert "till och med 2028-02-29" in meant(now)
    with sample.change() as change:
        first = sample.parts(Deviation)[0]
        change.contracts.keep(Deviation("", first.contract, first.supplier, first.requirement, TODAY, "Ny brist"))
    assert screen.outline(2028, Languages(Language.SWEDISH)).identity != now.identity
    assert screen.outline(2027, Languages(Language.SWEDISH)).identity == earlier.identity
