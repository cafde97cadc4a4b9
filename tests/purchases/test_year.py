"""Activities across all contracts: counted by month, listed a part at a time, sought by supplier, kind and responsible."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from tests.purchases.contract_samples import activity, contract, supplier

from kravkompass.catalog.terms import RiskArea, RiskLevel
from kravkompass.followup.activity import State
from kravkompass.followup.planning import Occasion
from kravkompass.purchases.activity_rows import MonthSum, Sought

if TYPE_CHECKING:
    from kravkompass.purchases.store import Store

YEAR = Sought(date(2027, 1, 1), date(2027, 12, 31))
BOTH = frozenset({State.PLANNED, State.DONE})


@pytest.fixture
def two(store: Store) -> dict[str, str]:
    """Two contracts with a supplier each, and one in the trash."""
    with store.change() as change:
        keep = change.contracts.keep
        fruit = keep(contract(title="Frukt", ended=None)).id
        floor = keep(contract(title="Golv", responsible="Bo Berg", value=None, ended=None)).id
        gone = keep(contract(title="Borta", deleted="2027-01-01", ended=None)).id
        ended = keep(contract(title="Slut")).id
        green = keep(supplier(fruit, "Grönt AB")).id
        hard = keep(supplier(floor, "Hårt AB")).id
        for number, day in enumerate((date(2027, 1, 31), date(2027, 2, 1), date(2027, 12, 31), date(2028, 2, 29))):
            keep(activity(fruit, day, key=str(number), supplier=green, minutes=60, done=None, used=None))
        keep(activity(floor, date(2027, 2, 15), supplier=hard, minutes=30, state=State.DONE, done=date(2027, 2, 15), used=50, occasion=Occasion.MEETING))
        keep(activity(floor, date(2027, 2, 20), supplier="", minutes=120, used=None, occasion=Occasion.EVALUATION))
        keep(activity(gone, date(2027, 2, 2), supplier=""))
    return {"fruit": fruit, "floor": floor, "ended": ended}


@pytest.mark.usefixtures("two")
def test_months_are_counted_with_their_minutes(store: Store) -> None:
    found = store.months(Sought(YEAR.first, YEAR.last, BOTH))
    assert found == {1: MonthSum(1, 60), 2: MonthSum(2, 180, 1, 50), 12: MonthSum(1, 60)}
    assert store.months(Sought(date(2026, 1, 1), date(2026, 12, 31), BOTH)) == {}


def test_what_is_done_counts_on_the_day_it_was_done_with_the_time_it_took(store: Store, two: dict[str, str]) -> None:
    with store.change() as change:
        for key, done, used in (("late", date(2028, 1, 1), None), ("nothing", date(2027, 12, 31), 0)):
            kept = activity(two["floor"], date(2027, 12, 30), key=key, minutes=45, state=State.DONE, done=done, used=used)
            change.contracts.keep(kept)
    assert store.months(Sought(YEAR.first, YEAR.last, BOTH))[12] == MonthSum(1, 60, 1, 0)
    next_year = Sought(date(2028, 1, 1), date(2028, 12, 31), frozenset({State.DONE}))
    assert store.months(next_year) == {1: MonthSum(done=1, used=45)}
    assert [(one.day, one.minutes) for one in store.activities(next_year, 9)] == [(date(2028, 1, 1), 45)]


@pytest.mark.usefixtures("two")
def test_a_list_comes_a_part_at_a_time_in_the_order_of_days(store: Store) -> None:
    whole = store.activities(YEAR, 100)
    assert [(one.contract_title, one.supplier, one.day.isoformat()) for one in whole] == [
        ("Frukt", "Grönt AB", "2027-01-31"),
        ("Frukt", "Grönt AB", "2027-02-01"),
        ("Golv", "", "2027-02-20"),
        ("Frukt", "Grönt AB", "2027-12-31"),
    ]
    assert store.activities(YEAR, 2) + store.activities(YEAR, 2, 2) == whole
    assert store.activity_count(YEAR) == 4


@pytest.mark.parametrize(
    ("wanted", "days"),
    [
        (Sought(supplier="Hårt AB"), ["2027-02-20"]),
        (Sought(supplier="Hårt AB", states=BOTH), ["2027-02-15", "2027-02-20"]),
        (Sought(occasion=Occasion.EVALUATION), ["2027-02-20"]),
        (Sought(responsible="Bo Berg", states=BOTH), ["2027-02-15", "2027-02-20"]),
        (Sought(last=date(2027, 1, 31)), ["2027-01-31"]),
        (Sought(first=date(2028, 2, 29)), ["2028-02-29"]),
        (Sought(supplier="Ingen"), []),
    ],
)
@pytest.mark.usefixtures("two")
def test_activities_are_sought_by_supplier_kind_responsible_and_day(store: Store, wanted: Sought, days: list[str]) -> None:
    assert [one.day.isoformat() for one in store.activities(wanted, 100)] == days
    assert store.activity_count(wanted) == len(days)


@pytest.mark.usefixtures("two")
def test_there_are_suppliers_and_people_to_choose_from(store: Store) -> None:
    suppliers, people = store.activity_choices()
    assert set(suppliers) == {"Grönt AB", "Hårt AB"}
    assert set(people) == {"Åsa Öst", "Bo Berg"}


def test_contracts_in_force_are_weighed(store: Store, two: dict[str, str]) -> None:
    found = {one.id: (one.value, one.risks) for one in store.weights()}
    high = {RiskArea.LABOUR: RiskLevel.HIGH}
    assert found == {two["fruit"]: (3_200_000.0, high), two["floor"]: (None, high)}
