"""A calendar that opens under a field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QToolButton, QWidget

from kravkompass.ui import icons
from kravkompass.ui.layout import column
from kravkompass.ui.look import TIGHT, look

if TYPE_CHECKING:
    import datetime as dt

    from kravkompass.ui.language import Voice

_WEEKEND = (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday)


class Calendar(QFrame):
    """A month with the numbers of its weeks. ``picked(day)`` comes when one is chosen; Escape closes it."""

    picked = Signal(object)

    def __init__(self, voice: Voice, day: dt.date | None, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("part", "popup")
        month = QCalendarWidget()
        month.setLocale(voice.locale)
        month.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        month.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.ISOWeekNumbers)
        month.setAccessibleName(voice.say("Calendar"))
        _calm(month)
        _arrow(month, "qt_calendar_prevmonth", "back", voice.say("Month before"))
        _arrow(month, "qt_calendar_nextmonth", "next", voice.say("Month after"))
        if day is not None:
            month.setSelectedDate(QDate(day.year, day.month, day.day))
        month.activated.connect(self._chosen)
        month.clicked.connect(self._chosen)
        column(self, margins=TIGHT).addWidget(month)
        month.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _chosen(self, day: QDate) -> None:
        self.picked.emit(day.toPython())
        self.close()


def _calm(month: QCalendarWidget) -> None:
    """Write weekends like other days: Qt's red cannot be read on a dark ground."""
    letters = QTextCharFormat()
    letters.setForeground(QColor(look().palette.text))
    for day in _WEEKEND:
        month.setWeekdayTextFormat(day, letters)
    head = QTextCharFormat()
    head.setForeground(QColor(look().palette.muted))
    month.setHeaderTextFormat(head)


def _arrow(month: QCalendarWidget, name: str, icon: str, words: str) -> None:
    button = month.findChild(QToolButton, name)
    if button is not None:
        button.setIcon(icons.icon(icon))
        button.setAccessibleName(words)
        button.setToolTip(words)
