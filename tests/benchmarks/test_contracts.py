"""Three hundred contracts of forty requirements: reading the list and the overview, beside the same questions asked of SQLite directly."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from statistics import median
from time import process_time

import pytest
from tests.benchmarks.many_contracts import CONTRACTS, REQUIREMENTS, filled

from kravkompass.documents.overview_contracts import figures
from kravkompass.language import Language, translation
from kravkompass.purchases.store import Store
from kravkompass.screens.contracts_overview import portfolio

MOST_TIMES = 4.0
OF_LIST = (
    "SELECT id, country, title, reference, organisation, start, months, classification, ended, risks FROM contract WHERE deleted = '' ORDER BY title, id",
    "SELECT contract, name FROM supplier ORDER BY name, id",
    "SELECT contract, count(*) FROM frozen_requirement GROUP BY contract",
    "SELECT contract, count(DISTINCT requirement) FROM outcome WHERE status != 'not-checked' GROUP BY contract",
    "SELECT contract, min(day) FROM activity WHERE state = 'planned' GROUP BY contract",
    "SELECT contract, count(*) FROM deviation WHERE state = 'open' GROUP BY contract",
)
OF_OVERVIEW = (
    "SELECT substr(day, 1, 4), sum(minutes), sum(CASE state WHEN 'done' THEN coalesce(used, minutes) ELSE 0 END)"
    " FROM activity JOIN contract ON contract.id = activity.contract WHERE deleted = '' AND state IN ('planned', 'done')"
    " AND day BETWEEN '2027-01-01' AND '2031-12-31' GROUP BY 1 ORDER BY 1",
    "SELECT severity, state, max(step) FROM deviation JOIN contract ON contract.id = deviation.contract"
    " LEFT JOIN ladder_step ON ladder_step.deviation = deviation.id WHERE deleted = ''"
    " AND (state = 'open' OR found LIKE '2028%' OR closed LIKE '2028%') GROUP BY deviation.id, severity, state",
)

pytestmark = pytest.mark.benchmark


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with filled(tmp_path_factory.mktemp("many")) as opened:
        yield opened


def _milliseconds(do: Callable[[], object], times: int = 9) -> float:
    taken = []
    for _ in range(times):
        begun = process_time()
        do()
        taken.append((process_time() - begun) * 1000)
    return median(taken)


def _asked(file: Path, questions: tuple[str, ...]) -> Callable[[], object]:
    connection = sqlite3.connect(file)
    return lambda: [connection.execute(one).fetchall() for one in questions]


@pytest.mark.parametrize(
    ("name", "questions", "read"),
    [
        ("the list of contracts", OF_LIST, lambda store: store.contracts()),
        ("the sums of the overview", OF_OVERVIEW, lambda store: store.overview(2028)),
    ],
)
def test_reading_all_contracts(
    store: Store, name: str, questions: tuple[str, ...], read: Callable[[Store], object], record_property: Callable[[str, object], None]
) -> None:
    read(store)
    ours, plain = _milliseconds(lambda: read(store)), _milliseconds(_asked(store.file, questions))
    told = f"{name}: {ours:.1f} ms for {CONTRACTS} contracts of {REQUIREMENTS} requirements, plain SQL {plain:.1f} ms, {ours / plain:.1f} times"
    print(told)
    record_property("contracts", told)
    assert ours <= MOST_TIMES * plain, told


def test_all_contracts_together_are_put_together_at_once(store: Store, record_property: Callable[[str, object], None]) -> None:
    swedish = translation(Language.SWEDISH)
    taken = _milliseconds(lambda: list(figures(portfolio(store, date(2028, 1, 4), swedish))))
    plain = _milliseconds(_asked(store.file, OF_OVERVIEW))
    told = f"the overview with its charts: {taken:.1f} ms for {CONTRACTS} contracts, plain SQL {plain:.1f} ms, {taken / plain:.1f} times"
    print(told)
    record_property("overview", told)
    assert taken <= MOST_TIMES * plain, told
