"""The year at the window: the wheel by keyboard and mouse, the filters, a part of the list at a time, and opening a contract."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.catalog.real import catalog
from tests.screens.planned import planned

from kravkompass.followup.planning import Occasion
from kravkompass.language import Language, translation
from kravkompass.purchases.activity_rows import ActivityRow
from kravkompass.purchases.store import Store
from kravkompass.screens import year as year_screen
from kravkompass.screens.year import Filters, Year
from kravkompass.ui.application import Desk
from kravkompass.ui.views.contract import ContractView
from kravkompass.ui.views.contract_plan import PlanPage
from kravkompass.ui.views.year import YearView
from kravkompass.ui.widgets.table import DataTable
from kravkompass.ui.widgets.year_wheel import YearWheel
from kravkompass.ui.work import Workers

TODAY = date(2028, 2, 29)


@pytest.fixture
def year(store: Store) -> Year:
    planned(store, lambda: TODAY, ("Grönt AB",), title="Frukt")
    planned(store, lambda: TODAY, ("Hårt AB",), title="Golv", responsible="Bo Berg", start=date(2027, 5, 31))
    return Year(lambda: store, catalog, lambda: TODAY)


@pytest.fixture
def view(desk: Desk, year: Year, qtbot: QtBot) -> Iterator[YearView]:
    workers = Workers()
    made = YearView(desk.voice, year, workers)
    qtbot.addWidget(made)
    made.resize(1240, 900)
    made.refresh()
    made.show()
    QApplication.processEvents()
    yield made
    workers.close()


def wheel(view: YearView) -> YearWheel:
    found = view.findChild(YearWheel)
    assert found is not None
    return found


def table(view: YearView) -> DataTable[ActivityRow]:
    (found,) = view.findChildren(DataTable)
    return found


def shown(view: YearView) -> list[ActivityRow]:
    model = table(view)._model
    return [model.row_at(place) for place in range(model.rowCount())]


# ---- the screen ----------------------------------------------------------------------------------------------------------------------


def test_the_list_of_this_year_begins_with_what_is_overdue_from_years_before(year: Year) -> None:
    rows = year.rows(2028, None, Filters())
    assert [one.day for one in rows] == sorted(one.day for one in rows)
    assert rows[0].day.year == 2027
    assert year.overdue(Filters()) == sum(one.day < TODAY for one in rows)
    assert {one.day.year for one in year.rows(2027, None, Filters())} == {2027}
    assert {(one.day.year, one.day.month) for one in year.rows(2028, 5, Filters())} == {(2028, 5)}


def test_months_count_what_there_is_and_what_is_late(year: Year) -> None:
    months = year.months(2027, Filters())
    assert sum(one.sum.planned for one in months) == len(year.rows(2027, None, Filters()))
    assert all(one.late == one.sum.planned for one in months)
    assert sum(one.late for one in year.months(2028, Filters())) == 0
    assert sum(one.late for one in year.months(2029, Filters())) == 0


@pytest.mark.parametrize(
    ("filters", "titles"),
    [
        (Filters(supplier="Hårt AB"), {"Golv"}),
        (Filters(responsible="Åsa Öst"), {"Frukt"}),
        (Filters(occasion=Occasion.EVALUATION), {"Frukt", "Golv"}),
        (Filters(done=True), set()),
    ],
)
def test_filters_hold_for_months_list_and_count(year: Year, filters: Filters, titles: set[str]) -> None:
    rows = [one for when in (2027, 2028, 2029) for one in year.rows(when, None, filters)]
    assert {one.contract_title for one in rows} == titles
    assert year.count(2027, None, filters) == sum(one.sum.planned for one in year.months(2027, filters) if not filters.done)


# ---- the window ----------------------------------------------------------------------------------------------------------------------


def test_the_wheel_is_gone_round_by_keyboard_and_says_every_month(view: YearView, qtbot: QtBot) -> None:
    one = wheel(view)
    one.setFocus()
    said = []
    for _ in range(12):
        said.append(one.accessibleDescription())
        qtbot.keyClick(one, Qt.Key.Key_Right)
    assert len(set(said)) == 12
    assert said[0].startswith("Februari: ")
    assert one.accessibleDescription() == said[0]
    qtbot.keyClick(one, Qt.Key.Key_Home)
    assert one.accessibleDescription().startswith("Januari")
    qtbot.keyClick(one, Qt.Key.Key_Left)
    assert one.accessibleDescription().startswith("December")


def test_a_month_is_chosen_and_let_go_again(view: YearView, qtbot: QtBot) -> None:
    one = wheel(view)
    one.setFocus()
    whole = shown(view)
    qtbot.keyClick(one, Qt.Key.Key_Home)
    qtbot.keyClick(one, Qt.Key.Key_Right)
    qtbot.keyClick(one, Qt.Key.Key_Right)
    qtbot.keyClick(one, Qt.Key.Key_Return)
    chosen = one.value
    assert chosen == 3
    assert {row.day.month for row in shown(view)} == {3}
    qtbot.keyClick(one, Qt.Key.Key_Escape)
    assert one.value is None
    assert shown(view) == whole


def test_a_month_is_chosen_with_the_mouse_where_it_is_drawn(view: YearView, qtbot: QtBot) -> None:
    one = wheel(view)
    middle, far = one.rect().center(), int(one.width() * 0.38)
    for month, (x, y) in {1: (0.26, -0.97), 4: (0.97, 0.26), 7: (-0.26, 0.97), 10: (-0.97, -0.26)}.items():
        qtbot.mouseClick(one, Qt.MouseButton.LeftButton, pos=middle + QPoint(int(far * x), int(far * y)))
        assert one.value == month
    qtbot.mouseClick(one, Qt.MouseButton.LeftButton, pos=middle)
    assert one.value is None


def test_the_list_comes_a_part_at_a_time(view: YearView, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(year_screen, "PART", 3)
    view.refresh()
    assert len(shown(view)) == 3
    view._show_more()
    assert len(shown(view)) == 6
    assert shown(view) == list(view._screen.rows(2028, None, Filters())) + list(view._screen.rows(2028, None, Filters(), 3))


def test_other_years_and_filters_are_chosen(view: YearView) -> None:
    view._go_to(2029)
    assert {one.day.year for one in shown(view)} == {2029}
    view._filter(supplier="Hårt AB")
    assert {one.supplier for one in shown(view)} <= {"Hårt AB", ""}
    view._filter(supplier="", done=True)
    assert shown(view) == []


def test_a_row_opens_its_contract_at_the_activity(view: YearView, qtbot: QtBot, desk: Desk) -> None:
    opened: list[ContractView] = []

    def show(made: ContractView) -> None:
        qtbot.addWidget(made)
        made.refresh()
        opened.append(made)

    view.go.connect(show)
    row = shown(view)[0]
    table(view).opened.emit(row)
    assert opened[0].title(desk.voice.translation) == row.contract_title
    page = opened[0].page
    assert isinstance(page, PlanPage)
    assert row.id in page._rows


def test_the_wheel_speaks_the_language_of_the_window(view: YearView, desk: Desk) -> None:
    desk.voice.switch(translation(Language.NYNORSK))
    view._wheel._go(3)
    assert wheel(view).accessibleName() == "Årshjul 2028"
    assert "aktivitet" in wheel(view).accessibleDescription()
