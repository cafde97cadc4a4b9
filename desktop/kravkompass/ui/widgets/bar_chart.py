"""A chart of bars, drawn by us: reached by keyboard, read aloud bar by bar, with its numbers as words beside the bars."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kravkompass.ui import painting
from kravkompass.ui.look import SMALL, Text, look

if TYPE_CHECKING:
    from kravkompass.documents.outline import Bar, Figure

_STEP, _THICK = 34, 16


class BarChart(QWidget):
    """Bars below each other. Arrow keys go from bar to bar; the name says all of it, the description the bar one is at."""

    def __init__(self, figure: Figure) -> None:
        super().__init__()
        self._figure = figure
        self._at = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(figure.alternative)

    @property
    def current(self) -> Bar | None:
        """The bar one is at; None before the first arrow key."""
        return self._figure.bars[self._at] if 0 <= self._at < len(self._figure.bars) else None

    def sizeHint(self) -> QSize:
        """As high as its bars."""
        return QSize(look().px(420), look().px(_STEP) * max(len(self._figure.bars), 1))

    def minimumSizeHint(self) -> QSize:
        """Narrow, and still whole: labels and numbers are then shortened, and stand in the table."""
        return QSize(look().px(260), self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        """Measure again when the size of text changes."""
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from bar to bar."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Left: -1}
        step = steps.get(Qt.Key(event.key()))
        last = len(self._figure.bars) - 1
        if step is None or last < 0:
            super().keyPressEvent(event)
            return
        self._at = min(max(self._at + step, 0), last)
        bar = self._figure.bars[self._at]
        self.setAccessibleDescription(f"{bar.label}: {bar.words}")
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - all of it is drawn
        """Draw the bars, each with its label before and its number behind."""
        worn = look()
        painter = painting.start(self)
        metrics, strong = QFontMetrics(worn.font()), QFontMetrics(worn.font(Text.STRONG))
        bars = self._figure.bars
        most = max((bar.value for bar in bars), default=0.0) or 1.0
        gap = worn.px(SMALL)
        labels = min(max((metrics.horizontalAdvance(bar.label) for bar in bars), default=0), self.width() * 2 // 5) + 2 * gap
        words = max((strong.horizontalAdvance(bar.words) for bar in bars), default=0) + 2 * gap
        room = max(self.width() - labels - words - gap, 1)
        for place, bar in enumerate(bars):
            line = QRect(0, place * worn.px(_STEP), self.width(), worn.px(_STEP))
            self._paint_bar(painter, bar, line, labels, room, bar.value / most)
            if place == self._at and self.hasFocus():
                painting.ring(painter, line.adjusted(1, 1, -1, -1), worn.px(6))
        if self.hasFocus() and self._at < 0:
            painting.ring(painter, self.rect(), worn.px(6))
        painter.end()

    def _paint_bar(self, painter: QPainter, bar: Bar, line: QRect, labels: int, room: int, part: float) -> None:
        worn, palette = look(), look().palette
        gap = worn.px(SMALL)
        painter.setFont(worn.font())
        painter.setPen(QColor(palette.text))
        label = QFontMetrics(worn.font()).elidedText(bar.label, Qt.TextElideMode.ElideRight, labels - gap)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRect(gap // 2, line.y(), labels, line.height()), middle, label)
        thick = worn.px(_THICK)
        top = line.y() + (line.height() - thick) / 2
        painting.rounded(painter, QRectF(labels, top, room, thick), worn.px(4), palette.accent.soft)
        if part > 0:
            painting.rounded(painter, QRectF(labels, top, max(room * part, worn.px(4)), thick), worn.px(4), palette.accent.strong)
        painter.setFont(worn.font(Text.STRONG))
        painter.setPen(QColor(palette.text))
        painter.drawText(QRect(labels + room + gap, line.y(), self.width() - labels - room - gap, line.height()), middle, bar.words)
