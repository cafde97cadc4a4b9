"""The overview of all contracts: charts reached by keyboard, each with its numbers in words, and a contract opened from the table."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot
from tests.benchmarks.many_contracts import fill

from kravkompass.language import Language, translation
from kravkompass.purchases.store import Store
from kravkompass.screens.contracts_overview import portfolio
from kravkompass.ui.application import Desk
from kravkompass.ui.view import View
from kravkompass.ui.views.contracts_overview import ContractsOverviewView
from kravkompass.ui.widgets.bar_chart import BarChart
from kravkompass.ui.widgets.expander import Expander
from kravkompass.ui.widgets.table import DataTable


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with fill(tmp_path_factory.mktemp("contracts"), 6) as filled:
        yield filled


@pytest.fixture
def opened() -> list[str]:
    return []


@pytest.fixture
def view(desk: Desk, store: Store, qtbot: QtBot, opened: list[str]) -> ContractsOverviewView:
    def show(contract: str) -> View:
        opened.append(contract)
        return made

    made = ContractsOverviewView(desk.voice, lambda t: portfolio(store, date(2027, 6, 1), t), show, lambda: made)
    qtbot.addWidget(made)
    made.resize(1200, 900)
    made.refresh()
    made.show()
    QApplication.processEvents()
    return made


def test_a_chart_is_read_bar_by_bar(view: ContractsOverviewView) -> None:
    chart = view.findChildren(BarChart)[0]
    assert chart.accessibleName().startswith("Avtal efter klass")
    assert chart.focusPolicy() == Qt.FocusPolicy.StrongFocus
    for key, label in ((Qt.Key.Key_Down, "Kritiskt eller stort"), (Qt.Key.Key_Down, "Medelstort"), (Qt.Key.Key_Up, "Kritiskt eller stort")):
        QTest.keyClick(chart, key)
        assert chart.current is not None
        assert chart.current.label == label
        assert chart.accessibleDescription() == f"{label}: {chart.current.words}"


def test_every_chart_has_its_table(view: ContractsOverviewView) -> None:
    assert len(view.findChildren(BarChart)) == len(view.findChildren(Expander)) == 7
    view.findChildren(Expander)[0].open()
    assert any(label.text() == "Kritiskt eller stort" for label in view.findChildren(QLabel))


def test_a_contract_is_opened_from_the_table(view: ContractsOverviewView, opened: list[str]) -> None:
    by_quarter, table = view.findChildren(DataTable)
    assert by_quarter.model().rowCount() == 7
    table.selectRow(0)
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert len(opened) == 1


def test_it_speaks_another_language(view: ContractsOverviewView, desk: Desk) -> None:
    desk.voice.switch(translation(Language.NYNORSK))
    QApplication.processEvents()
    assert any(chart.accessibleName().startswith("Kontraktar etter klasse") for chart in view.findChildren(BarChart))
