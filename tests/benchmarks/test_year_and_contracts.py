"""300 contracts with 40 requirements each: the months of the year, beside plain SQL. Their windows are in ``test_contracts_shown``."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from statistics import median
from time import perf_counter

import pytest
from sqlalchemy import insert
from tests.catalog.real import catalog
from tests.followup.contracts_made import contract, frozen, supplier

from kravkompass.catalog.terms import Interval, Method, Severity
from kravkompass.followup.activity import KeptActivity
from kravkompass.followup.contract import Contract, FrozenRequirement, Supplier
from kravkompass.followup.laying_out import lay_out
from kravkompass.purchases.parts import Part, shelf_of
from kravkompass.purchases.settings import DATA_FILE
from kravkompass.purchases.store import Store
from kravkompass.screens.year import Filters, Year

CONTRACTS, REQUIREMENTS, TIMES = 300, 40, 7
TODAY = date(2028, 5, 17)
QUERY_AT_MOST = 12.0
"""How many times the same question as plain SQL."""
SQL = """
select substr(a.day, 6, 2), a.state, count(*), sum(a.minutes) from activity a join contract c on c.id = a.contract
where c.deleted = '' and a.state in ('planned', 'done') and a.day between '2028-01-01' and '2028-12-31' group by 1, 2
"""

pytestmark = pytest.mark.benchmark


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The contracts, each with its plan, written straight into the file."""
    rows = [
        frozen(f"K{place:02}", method=list(Method)[place % 12], interval=list(Interval)[2 + place % 4], severity=list(Severity)[place % 3])
        for place in range(REQUIREMENTS)
    ]
    with Store(tmp_path_factory.mktemp("many")) as opened:
        parts: dict[type, list[dict[str, object]]] = {kind: [] for kind in (Contract, Supplier, FrozenRequirement, KeptActivity)}
        for number in range(CONTRACTS):
            made = contract(id=f"c{number}", title=f"Avtal {number}", months=48, start=date(2027, 1, 4) + timedelta(days=2 * number))
            who = replace(supplier(f"s{number}"), contract=made.id, name=f"Leverantör {number % 90}")
            own = [replace(one, id=f"{made.id}-{one.id}", contract=made.id) for one in rows]
            plan = lay_out(made, own, [who]).activities
            kept = [replace(one, id=f"{made.id}-{place}") for place, one in enumerate(plan)]
            whole: list[Part] = [made, who, *own, *kept]
            for part in whole:
                parts[type(part)].append({**shelf_of(type(part)).row(part), "version": 1})
        with opened.change() as change:
            for kind, found in parts.items():
                change.contracts._session.execute(insert(shelf_of(kind).table), found)
        yield opened


def milliseconds(work: Callable[[], object]) -> float:
    work()
    found = []
    for _ in range(TIMES):
        begun = perf_counter()
        work()
        found.append((perf_counter() - begun) * 1000)
    return median(found)


def test_the_months_are_counted_as_fast_as_plain_sql_allows(store: Store, record_property: Callable[[str, object], None]) -> None:
    year = Year(lambda: store, catalog, lambda: TODAY)
    ours = milliseconds(lambda: year.months(2028, Filters()))
    with sqlite3.connect(Path(store.file.parent, DATA_FILE)) as plain:
        theirs = milliseconds(lambda: plain.execute(SQL).fetchall())
        number = plain.execute("select count(*) from activity").fetchone()[0]
    print(f"{number} activities: months {ours:.1f} ms, plain SQL {theirs:.1f} ms, {ours / theirs:.1f} times")
    record_property("months_ratio", f"{ours / theirs:.2f}")
    assert ours / theirs < QUERY_AT_MOST
