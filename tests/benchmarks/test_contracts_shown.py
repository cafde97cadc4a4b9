"""Three hundred contracts of forty requirements, and as many purchases, at the window.

Opening home, the contracts and the year is measured beside a bare window with a bare table: processor time from the moment the
destination is chosen until all of it has been painted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from statistics import median
from time import process_time

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QLabel, QTableView, QVBoxLayout, QWidget
from tests.benchmarks.many_contracts import CONTRACTS, REQUIREMENTS, filled
from tests.catalog.real import catalog

from kravkompass.language import Language, translation
from kravkompass.purchases.examples import EXAMPLES
from kravkompass.purchases.store import Store
from kravkompass.screens.contracts import Contracts
from kravkompass.screens.home import Home
from kravkompass.screens.overview import Overview
from kravkompass.screens.year import Year
from kravkompass.ui.application import set_up
from kravkompass.ui.language import Voice
from kravkompass.ui.theme import Appearance
from kravkompass.ui.view import View
from kravkompass.ui.views.contracts import ContractsView
from kravkompass.ui.views.home import HomeView
from kravkompass.ui.views.year import YearView
from kravkompass.ui.work import Workers

TODAY = date(2028, 2, 29)
MOST_TIMES = 8.0
"""So many times a bare window with a bare table of as many rows."""
PAIRS = 9

pytestmark = pytest.mark.benchmark


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with filled(tmp_path_factory.mktemp("many")) as opened:
        with opened.change() as change:
            for number in range(CONTRACTS):
                change.add(replace(EXAMPLES[0].purchase(), title=f"Upphandling {number:03d}"))
        yield opened


@pytest.fixture
def voice(qapp: QApplication) -> Iterator[Voice]:  # noqa: ARG001 - the application has to be there
    desk = set_up([], translation(Language.SWEDISH), Appearance.LIGHT)
    yield desk.voice
    desk.voice.fall_silent()


def _home(voice: Voice, store: Store, workers: Workers) -> View:
    def overview() -> Overview:
        return Overview(store, catalog(), TODAY)

    screen = Home(lambda: store, store.purchases, tuple, lambda: TODAY, overview)
    return HomeView(voice, screen, lambda _purchase: View(voice), workers)


def _contracts(voice: Voice, store: Store, workers: Workers) -> View:
    return ContractsView(voice, Contracts(lambda: store, catalog, lambda: TODAY), workers)


def _year(voice: Voice, store: Store, workers: Workers) -> View:
    return YearView(voice, Year(lambda: store, catalog, lambda: TODAY), workers)


def _bare(rows: int) -> QWidget:
    """A window with a line of words and a table of so many rows, as Qt makes them when nothing is asked of it."""
    window, table, model = QWidget(), QTableView(), QStandardItemModel(rows, 5)
    for place in range(rows):
        for column in range(5):
            model.setItem(place, column, QStandardItem(f"{place} {column}"))
    table.setModel(model)
    inside = QVBoxLayout(window)
    inside.addWidget(QLabel("Kravkompass"))
    inside.addWidget(table)
    return window


def _milliseconds(make: Callable[[], QWidget]) -> float:
    """Make a window and show it until all of it has been painted; gives the processor time, without taking it down again."""
    begun = process_time()
    window = make()
    window.resize(1240, 900)
    if isinstance(window, View):
        window.refresh()
    window.show()
    for _ in range(3):
        QApplication.processEvents()
    taken = (process_time() - begun) * 1000
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return taken


@pytest.mark.parametrize(
    ("name", "make", "rows"), [("home", _home, CONTRACTS), ("the contracts", _contracts, CONTRACTS), ("the year", _year, 100)]
)
def test_a_destination_is_there_at_once(
    store: Store,
    voice: Voice,
    name: str,
    make: Callable[[Voice, Store, Workers], View],
    rows: int,
    record_property: Callable[[str, object], None],
) -> None:
    workers = Workers()
    _milliseconds(lambda: make(voice, store, workers)), _milliseconds(lambda: _bare(rows))  # fonts, icons, what is read once
    pairs = [
        (_milliseconds(lambda: make(voice, store, workers)), _milliseconds(lambda: _bare(rows))) for _ in range(PAIRS)
    ]
    workers.close()
    ours, bare = median(one for one, _ in pairs), median(one for _, one in pairs)
    ratio = median(one / other for one, other in pairs)
    told = (
        f"{name}: {ours:.0f} ms with {CONTRACTS} purchases and contracts of {REQUIREMENTS} requirements,"
        f" a bare window with {rows} rows {bare:.0f} ms, {ratio:.1f} times"
    )
    print(told)
    record_property(name, told)
    assert ratio <= MOST_TIMES, told
