"""The contracts at the window: the few that press first, all of them in a table that can be sorted, opened and deleted from by keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot
from tests.benchmarks.many_contracts import fill
from tests.catalog.real import catalog

from kravkompass.purchases.rows import ContractRow
from kravkompass.purchases.store import Store
from kravkompass.screens.contracts import Contracts
from kravkompass.ui.application import Desk
from kravkompass.ui.view import View
from kravkompass.ui.views.contract import ContractView
from kravkompass.ui.views.contracts import ROWS_SHOWN, ContractsView
from kravkompass.ui.widgets.list_row import ListRow
from kravkompass.ui.widgets.table import DataTable
from kravkompass.ui.work import Workers

MANY = ROWS_SHOWN + 3
EARLY, LATE = date(2027, 1, 4), date(2028, 1, 4)


@pytest.fixture
def store(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with fill(tmp_path_factory.mktemp("contracts"), getattr(request, "param", MANY)) as filled:
        yield filled


@pytest.fixture
def workers() -> Iterator[Workers]:
    made = Workers()
    yield made
    made.close()


def shown(desk: Desk, store: Store, qtbot: QtBot, workers: Workers, today: date = LATE) -> ContractsView:
    view = ContractsView(desk.voice, Contracts(lambda: store, catalog, lambda: today), workers)
    qtbot.addWidget(view)
    view.resize(1240, 900)
    view.refresh()
    view.show()
    QApplication.processEvents()
    return view


def table(view: ContractsView) -> DataTable[ContractRow]:
    (found,) = view.findChildren(DataTable)
    return found


def cell(found: DataTable[ContractRow], place: int, column: int) -> str:
    return str(found.model().index(place, column).data())


@pytest.mark.parametrize("store", [ROWS_SHOWN], indirect=True)
def test_a_few_contracts_need_no_table(desk: Desk, store: Store, qtbot: QtBot, workers: Workers) -> None:
    view = shown(desk, store, qtbot, workers)
    assert len(view.findChildren(ListRow)) == ROWS_SHOWN
    assert not view.findChildren(DataTable)


def test_of_many_the_first_stand_as_rows_and_all_in_a_table(desk: Desk, store: Store, qtbot: QtBot, workers: Workers) -> None:
    view = shown(desk, store, qtbot, workers)
    rows = view.findChildren(ListRow)
    assert len(rows) == ROWS_SHOWN
    assert table(view).model().rowCount() == MANY
    assert "1 öppen avvikelse" in rows[1].accessibleDescription()


@pytest.mark.parametrize(("today", "said"), [(EARLY, "2027-10-31"), (LATE, "Försenat sedan 2027-10-31")])
def test_what_is_overdue_is_said_in_words(desk: Desk, store: Store, qtbot: QtBot, workers: Workers, today: date, said: str) -> None:
    assert cell(table(shown(desk, store, qtbot, workers, today)), 0, 4) == said


def test_the_table_is_sorted_and_opened_by_keyboard(desk: Desk, store: Store, qtbot: QtBot, workers: Workers) -> None:
    view = shown(desk, store, qtbot, workers)
    gone: list[View] = []
    view.go.connect(gone.append)
    found = table(view)
    for _ in range(2):
        QTest.keyClick(found, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert cell(found, 0, 0) == f"Avtal {MANY - 1:03d} om varor och tjänster"
    found.selectRow(0)
    QTest.keyClick(found, Qt.Key.Key_Return)
    (opened,) = gone
    assert isinstance(opened, ContractView)
    qtbot.addWidget(opened)


def test_a_contract_further_down_is_deleted_and_can_be_put_back(desk: Desk, store: Store, qtbot: QtBot, workers: Workers) -> None:
    view = shown(desk, store, qtbot, workers)
    undo: list[object] = []
    view.message.connect(lambda _wording, back: undo.append(back))
    found = table(view)
    delete = next(one for one in view.findChildren(QPushButton) if one.text() == "Ta bort det valda avtalet")
    assert not delete.isEnabled()
    found.selectRow(MANY - 1)
    qtbot.mouseClick(delete, Qt.MouseButton.LeftButton)
    assert len(store.contracts()) == MANY - 1
    (back,) = undo
    assert callable(back)
    back()
    assert len(store.contracts()) == MANY


def test_the_words_of_a_chip_are_not_drawn_under_it_too(
    desk: Desk, store: Store, qtbot: QtBot, workers: Workers, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kravkompass.ui.widgets.table._Cells._chip", lambda *_drawn: None)
    found = table(shown(desk, store, qtbot, workers))
    found.setCurrentIndex(found.model().index(1, 0))
    cell_of = found.visualRect(found.model().index(0, 4)).adjusted(2, 2, -2, -2)
    drawn = found.viewport().grab(cell_of).toImage()
    assert len({drawn.pixel(x, y) for x in range(drawn.width()) for y in range(drawn.height())}) == 1
