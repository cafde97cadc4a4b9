"""A short message that comes and goes, with a way to take back what was just done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRectF, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent, QColor, QEnterEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QWidget

from kravkompass.ui import icons, painting
from kravkompass.ui.layout import row
from kravkompass.ui.look import MEDIUM, ROUNDER, SMALL, WIDE, Text, look
from kravkompass.ui.palettes import Tone
from kravkompass.ui.widgets.button import Button, IconButton, Weight
from kravkompass.ui.widgets.callout import TONE_ICONS
from kravkompass.ui.widgets.label import Label

if TYPE_CHECKING:
    from collections.abc import Callable

    from kravkompass.ui.language import Voice, Wording

STAYS = 8_000
"""How many milliseconds a message stays; longer while the pointer or the keyboard is on it."""


class Toast(QFrame):
    """Floats at the bottom of a widget. A new message takes the place of the old one."""

    def __init__(self, voice: Voice, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self._undo: Callable[[], None] | None = None
        self._tone = Tone.NEUTRAL
        self._label = Label(voice, "", Text.BODY)
        self._button = Button(voice, lambda t: t.say("Undo"), Weight.QUIET, "undo")
        self._close = IconButton(voice, lambda t: t.say("Close"), "close")
        self._timer = QTimer(self, interval=STAYS, singleShot=True)
        self._timer.timeout.connect(self._leave)
        self._button.clicked.connect(self._take_back)
        self._close.clicked.connect(self.hide)
        self._inside = inside = row(self, gap=MEDIUM, margins=(MEDIUM + 34, SMALL, SMALL, SMALL))
        inside.addWidget(self._label, 1)
        inside.addWidget(self._button)
        inside.addWidget(self._close)
        over.installEventFilter(self)
        self.hide()

    def show_message(self, wording: Wording, undo: Callable[[], None] | None = None, tone: Tone = Tone.POSITIVE) -> None:
        """Show a message, with a button to undo when there is something to undo."""
        self._undo, self._tone = undo, tone
        self._label.put(wording)
        self._button.setVisible(undo is not None)
        self.show()
        self.raise_()
        self._place()
        self.update()
        self._timer.start()
        self.setAccessibleName(self._label.text())
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def _take_back(self) -> None:
        undo, self._undo = self._undo, None
        self.hide()
        if undo is not None:
            undo()

    def _leave(self) -> None:
        holder = QApplication.focusWidget()
        if self.underMouse() or (holder is not None and self.isAncestorOf(holder)):
            self._timer.start()
        else:
            self.hide()

    def _place(self) -> None:
        over = self._over
        gap = look().gap(WIDE)
        beside = self._inside.sizeHint().width() - self._label.sizeHint().width()
        wanted = beside + self._label.fontMetrics().horizontalAdvance(self._label.text()) + look().px(MEDIUM)
        width = min(max(wanted, look().px(360)), over.width() - 2 * gap, look().px(640))
        height = max(self._inside.heightForWidth(width), self.sizeHint().height())
        self.setGeometry((over.width() - width) // 2, over.height() - height - gap, width, height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the bottom when the widget below changes its size."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Wait while the pointer is here."""
        self._timer.start()
        super().enterEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - all of it is drawn
        """Draw the ground, with a soft shadow, and the icon."""
        worn, palette = look(), look().palette
        painter = painting.start(self)
        radius = worn.px(ROUNDER)
        painting.rounded(painter, self.rect(), radius, palette.raised, palette.edge)
        shades = palette.shades(self._tone)
        band = QRectF(self.rect()).adjusted(1, 1, 0, -1)
        band.setWidth(worn.px(MEDIUM + 24))
        painter.setClipRect(band)
        painting.rounded(painter, QRectF(self.rect()).adjusted(1, 1, -1, -1), radius - 1, QColor(shades.soft))
        size = worn.px(20)
        icons.paint(
            painter,
            TONE_ICONS[self._tone],
            shades.strong,
            QRectF(band.center().x() - size / 2, (self.height() - size) // 2, size, size),
        )
        painter.end()
