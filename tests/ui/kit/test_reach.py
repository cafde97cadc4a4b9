"""Everyone can use the kit: names for screen readers, keyboard, sizes to hit, nothing cut at large text."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot
from tests.ui.kit.showcase import KIT

from kravkompass.ui.application import Desk
from kravkompass.ui.gallery.views import FieldsView, ListsView, StepsView
from kravkompass.ui.look import Text, look
from kravkompass.ui.theme import Appearance
from kravkompass.ui.widgets.button import Button
from kravkompass.ui.widgets.expander import Expander
from kravkompass.ui.widgets.list_row import ListRow
from kravkompass.ui.widgets.step_list import Standing, StepItem, StepList
from kravkompass.ui.widgets.table import Column, DataTable
from kravkompass.ui.window import Destination, Window

if TYPE_CHECKING:
    from kravkompass.ui.language import Voice

CONTROLS = (QAbstractButton, QLineEdit, QPlainTextEdit, QComboBox, QAbstractItemView, QAbstractSpinBox)
VIEWS = {"lists": ListsView, "steps": StepsView, "fields": FieldsView}


@pytest.fixture(params=VIEWS)
def window(request: pytest.FixtureRequest, desk: Desk, qtbot: QtBot) -> Window:
    """The window with one page of the gallery in it."""
    view = VIEWS[request.param]
    made = Window(desk, [Destination("it", "Sida", "home", lambda: view(desk.voice))])
    qtbot.addWidget(made)
    made.go("it")
    made.show()
    return made


def controls(window: QWidget) -> list[QWidget]:
    """Whatever a person can use on the window."""
    own = [one for one in window.findChildren(QWidget) if "qt_" not in one.objectName()]
    # The head of a table is reached with the keys of the table itself.
    return [one for one in own if isinstance(one, CONTROLS) and not isinstance(one, QHeaderView) and one.isVisible()]


def test_every_control_has_a_name(window: Window) -> None:
    nameless = [one for one in controls(window) if not one.accessibleName()]
    assert not nameless


def test_every_control_takes_the_keyboard(window: Window) -> None:
    unreached = [one for one in controls(window) if one.isEnabled() and not one.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert not unreached


def test_tab_walks_through_the_whole_window(window: Window, qtbot: QtBot) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    seen: set[QWidget] = set()
    for _ in range(120):
        qtbot.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
        holder = QApplication.focusWidget()
        if holder is None or holder in seen:
            break
        seen.add(holder)
    grouped = [one for one in controls(window) if one.isEnabled() and getattr(one, "group", lambda: None)() is None]
    missed = [one.accessibleName() for one in grouped if one not in seen]
    assert not missed


def test_everything_is_large_enough_to_hit(window: Window) -> None:
    small = [(one.accessibleName(), one.size().toTuple()) for one in controls(window) if min(one.width(), one.height()) < 32]
    assert not small


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_nothing_is_cut_with_stretched_texts(desk: Desk, strange: Voice, qtbot: QtBot, scale: float) -> None:
    desk.theme.choose(Appearance.LIGHT, scale)
    for make in VIEWS.values():
        holder = Window(desk, [Destination("it", lambda t: t.say("Follow-up"), "home", partial(make, strange))])
        qtbot.addWidget(holder)
        holder.resize(1280, 900)
        holder.go("it")
        holder.show()
        QCoreApplication.sendPostedEvents()
        assert not cut(holder), make.__name__


@pytest.mark.parametrize("name", KIT)
def test_nothing_is_cut_where_it_is_narrow(name: str, desk: Desk, strange: Voice, qtbot: QtBot) -> None:
    desk.theme.choose(Appearance.LIGHT, 2.0)
    holder = QWidget()
    qtbot.addWidget(holder)
    layout = QVBoxLayout(holder)
    layout.addWidget(KIT[name](strange))
    layout.addStretch()
    width = max(layout.minimumSize().width(), 200)
    holder.resize(width, max(layout.heightForWidth(width), 900))
    holder.show()
    QCoreApplication.sendPostedEvents()
    assert not cut(holder)


def cut(window: QWidget) -> list[tuple[str, tuple[int, int], tuple[int, int]]]:
    """Every label and button whose text needs more room than it has."""
    found = []
    for one in window.findChildren(QWidget):
        if not one.isVisible() or not isinstance(one, QLabel | QAbstractButton) or not one.text():
            continue
        needed = one.heightForWidth(one.width()) if one.hasHeightForWidth() else one.sizeHint().height()
        if one.width() < one.minimumSizeHint().width() or one.height() < needed:
            found.append((one.text(), one.size().toTuple(), (one.minimumSizeHint().width(), needed)))
    return found


def test_measured_text_fits_where_it_is_drawn(voice: Voice, qtbot: QtBot) -> None:
    button = Button(voice, "Planera uppföljningen av leveranskedjan tillsammans med leverantören", icon="follow-up")
    qtbot.addWidget(button)
    for wanted in (120, 200, 320, 640):
        width = max(wanted, button.minimumSizeHint().width())
        box = button._box()
        room = QRect(0, 0, width - box.beside, box.height_for(width))
        drawn = box.metrics.boundingRect(QRect(0, 0, room.width(), 10_000), int(Qt.TextFlag.TextWordWrap), box.text)
        assert drawn.width() <= room.width()
        assert drawn.height() <= room.height()


def test_text_grows_while_running(desk: Desk, qtbot: QtBot) -> None:
    button = Button(desk.voice, "Nytt krav")
    qtbot.addWidget(button)
    usual = button.sizeHint()
    desk.theme.choose(Appearance.LIGHT, 2.0)
    assert button.sizeHint().width() > 1.8 * usual.width()
    assert look().text_px(Text.TITLE) > look().body


def test_steps_by_keyboard(voice: Voice, qtbot: QtBot) -> None:
    steps = StepList(voice)
    qtbot.addWidget(steps)
    items = [
        StepItem("one", "Ett", Standing.DONE),
        StepItem("two", "Två", Standing.LOOK_HERE, "Hög risk"),
        StepItem("three", "Tre"),
    ]
    steps.show_steps(items, "one")
    steps.show()
    steps.activateWindow()
    qtbot.waitUntil(steps.isActiveWindow)
    steps.focus_current()
    chosen: list[str] = []
    steps.chosen.connect(chosen.append)
    for key in (
        Qt.Key.Key_Down,
        Qt.Key.Key_Return,
        Qt.Key.Key_End,
        Qt.Key.Key_Space,
        Qt.Key.Key_Home,
        Qt.Key.Key_Up,
        Qt.Key.Key_Enter,
    ):
        qtbot.keyClick(QApplication.focusWidget(), key)
    assert chosen == ["two", "three", "one"]
    names = [button.accessibleName() for button in steps.findChildren(QAbstractButton)]
    assert len(set(names)) == 3
    assert all(title in name for title, name in zip(("Ett", "Två", "Tre"), names, strict=True))


def test_steps_keep_the_keyboard_when_they_change(voice: Voice, qtbot: QtBot) -> None:
    steps = StepList(voice)
    qtbot.addWidget(steps)
    steps.show_steps([StepItem("one", "Ett"), StepItem("two", "Två")], "one")
    steps.show()
    steps.activateWindow()
    qtbot.waitUntil(steps.isActiveWindow)
    steps.findChildren(QAbstractButton)[1].setFocus()
    steps.show_steps([StepItem("one", "Ett"), StepItem("new", "Nytt"), StepItem("two", "Två")], "one")
    holder = QApplication.focusWidget()
    assert holder is not None
    assert "Två" in holder.accessibleName()


def test_row_and_expander_by_keyboard(voice: Voice, qtbot: QtBot) -> None:
    row = ListRow(voice, "Frukt", "Kalmar", "food")
    qtbot.addWidget(row)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space):
        with qtbot.waitSignal(row.clicked):
            qtbot.keyClick(row, key)
    expander = Expander.of_text(voice, "Varför?", "Därför.")
    qtbot.addWidget(expander)
    qtbot.keyClick(expander.findChildren(QAbstractButton)[0], Qt.Key.Key_Space)
    assert expander.is_open


def test_table_by_keyboard_and_sorted(voice: Voice, qtbot: QtBot) -> None:
    columns: list[Column[int]] = [Column("Tal", lambda row, _t: str(row), order=lambda row: row)]
    table: DataTable[int] = DataTable(voice, "Tal", columns)
    qtbot.addWidget(table)
    table.put([10, 9, 100])
    assert [table.model().index(place, 0).data() for place in range(3)] == ["10", "9", "100"]
    table.selectRow(0)
    table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    assert [table.model().index(place, 0).data() for place in range(3)] == ["9", "10", "100"]
    assert table.value == 10
    qtbot.keyClick(table, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert [table.model().index(place, 0).data() for place in range(3)] == ["100", "10", "9"]
    table.put([100, 10])
    assert table.value == 10
    with qtbot.waitSignal(table.opened) as opened:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert opened.args == [10]
