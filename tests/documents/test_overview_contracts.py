"""The contracts in the yearly report: standard PDF in every language, charts that say their numbers, and the counts themselves."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from tests.benchmarks.many_contracts import fill
from tests.catalog.real import catalog
from tests.documents.meaning import meant
from tests.documents.test_real_documents import check

from kravkompass.documents.overview_contracts import figures, key_facts
from kravkompass.language import Language, Languages, translation
from kravkompass.purchases.store import Store
from kravkompass.screens.contracts_overview import portfolio
from kravkompass.screens.overview import Overview

NUMBER = 6


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with fill(tmp_path_factory.mktemp("contracts"), NUMBER) as filled:
        yield filled


@pytest.mark.parametrize("language", list(Language), ids=lambda language: language.value)
def test_the_report_has_the_contracts_and_keeps_the_standards(store: Store, language: Language) -> None:
    document = Overview(store, catalog(), date(2027, 6, 1)).outline(2027, Languages(language))
    check(document)
    assert "Avtal 003 om varor och tjänster" in meant(document)


def test_every_chart_says_its_numbers(store: Store) -> None:
    found = portfolio(store, date(2027, 6, 1), translation(Language.SWEDISH))
    drawn = list(figures(found))
    assert len(drawn) == 7
    for one in drawn:
        assert all(bar.words in one.alternative and bar.label in one.alternative for bar in one.bars)


def test_the_counts_are_those_of_the_contracts(store: Store) -> None:
    found = portfolio(store, date(2027, 6, 1), translation(Language.SWEDISH))
    facts = dict(key_facts(found))
    assert facts["Avtal"] == str(NUMBER)
    assert facts["Öppna avvikelser"] == str(sum(number % 4 for number in range(NUMBER)))
    assert (found.checked, found.requirements) == (NUMBER * 20, NUMBER * 40)
    by_class, by_risk, *_ = figures(found)
    assert sum(bar.value for bar in by_class.bars) == sum(bar.value for bar in by_risk.bars) == NUMBER


def test_the_greatest_risk_and_the_nearest_day_come_first(store: Store) -> None:
    rows = portfolio(store, date(2027, 6, 1), translation(Language.SWEDISH)).contracts
    assert [row.risk.height for row in rows] == sorted((row.risk.height for row in rows), reverse=True)
