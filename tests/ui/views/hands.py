"""Hands at the keyboard of a window, and eyes that read all of it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QWidget

from kravkompass.followup.activity import Status
from kravkompass.ui.views.meeting import MeetingView
from kravkompass.ui.widgets.table import DataTable


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the keyboard is now."""
    holder = QApplication.focusWidget()
    assert holder is not None
    QTest.keyClick(holder, key, modifier)
    QApplication.processEvents()


def write(words: str) -> None:
    """Write words where the keyboard is now."""
    for letter in words:
        holder = QApplication.focusWidget()
        assert holder is not None
        # QTest.keyClicks knows ASCII only.
        QApplication.sendEvent(holder, QKeyEvent(QKeyEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter))
    QApplication.processEvents()


def seen(inside: QWidget) -> str:
    """All that can be read on the window."""
    QApplication.processEvents()
    said: list[str] = []
    for one in inside.findChildren(QWidget):
        if one.isVisible():
            said += [one.accessibleName(), one.accessibleDescription(), one.toolTip()]
            if isinstance(one, QLabel | QAbstractButton | QLineEdit):
                said.append(one.text())
            elif isinstance(one, QPlainTextEdit):
                said.append(one.toPlainText())
            elif isinstance(one, QComboBox):
                said += [one.itemText(place) for place in range(one.count())]
            elif isinstance(one, DataTable):
                model = one.model()
                said += [str(model.index(row, column).data()) for row in range(model.rowCount()) for column in range(model.columnCount())]
    return "\n".join(said)


def status_of(view: MeetingView) -> Status | None:
    """How the matter on the table stands."""
    assert view._screen.matter is not None
    return view._screen.matter.status
