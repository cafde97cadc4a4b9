"""The months of a year as a wheel: how much there is in each, drawn as how full its part is."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLocale, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from kravkompass.ui import icons, painting
from kravkompass.ui.language import Speaking
from kravkompass.ui.look import Text, look
from kravkompass.ui.palettes import Tone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kravkompass.ui.language import Voice, Wording

MONTHS = 12
_PART = 360 / MONTHS
_SIZE = 400
_INNER = 0.46
_GAP = 1.4
"""Degrees between two parts."""
_CORNER = -0.34
"""How far from the middle of a part its sign stands, in parts."""
_EDGE = 14
"""Room around the wheel for the mark of this month."""


@dataclass(frozen=True, slots=True)
class WheelMonth:
    """What a month shows: a figure, a few words under it, everything in words, how full it is (0 to 1), and whether something is late."""

    figure: Wording
    under: Wording
    said: Wording
    share: float = 0.0
    late: bool = False


class YearWheel(Speaking, QWidget):
    """Twelve parts, January first from the top. Arrows go from one to the next, Enter or a click chooses it, or lets it go again.

    ``chosen(month)`` comes with 1 to 12, or None for the whole year.
    """

    chosen = Signal(object)

    def __init__(self, voice: Voice, name: Wording) -> None:
        super().__init__()
        self._voice, self._name = voice, name
        self._months: tuple[WheelMonth, ...] = (WheelMonth("", "", ""),) * MONTHS
        self._middle: tuple[Wording, Wording] = ("", "")
        self._at, self._now = 1, 0
        self._value: int | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.retranslate()

    @property
    def value(self) -> int | None:
        """The chosen month, None for the whole year."""
        return self._value

    def put(self, months: Sequence[WheelMonth], middle: tuple[Wording, Wording], now: int = 0, value: int | None = None) -> None:
        """Show other months, with a figure and words in the middle; ``now`` is this month, 0 for another year."""
        self._months, self._middle, self._now, self._value = tuple(months), middle, now, value
        if not self.hasFocus():
            self._at = value or now or 1
        self.retranslate()

    def retranslate(self) -> None:
        """Say the name and the month in the language of the window."""
        self.setAccessibleName(self._voice.word(self._name))
        self._tell()
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Give a square that grows with the text."""
        side = look().px(_SIZE)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """Give the same square."""
        return self.sizeHint()

    # -- going about it

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go round with the arrows; choose with Enter or Space; Escape shows the whole year."""
        steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}
        if event.key() in steps:
            self._go((self._at - 1 + steps[Qt.Key(event.key())]) % MONTHS + 1)
        elif event.key() in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            self._go(1 if event.key() == Qt.Key.Key_Home else MONTHS)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self._choose(self._at)
        elif event.key() == Qt.Key.Key_Escape and self._value is not None:
            self._choose(self._value)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the month under the pointer; the middle shows the whole year."""
        month = self._month_at(event.position())
        if month:
            self._go(month)
            self._choose(month)
        elif self._value is not None:
            self._choose(self._value)

    def event(self, event: QEvent) -> bool:
        """Say the month under the pointer."""
        if event.type() == QEvent.Type.ToolTip:
            month = self._month_at(QPointF(event.pos()))  # type: ignore[attr-defined] # a QHelpEvent
            QToolTip.showText(event.globalPos(), self._voice.word(self._months[month - 1].said) if month else "", self)  # type: ignore[attr-defined]
            return True
        return super().event(event)

    def _go(self, month: int) -> None:
        self._at = month
        self._tell()
        self.update()

    def _choose(self, month: int) -> None:
        self._value = None if month == self._value else month
        self.update()
        self.chosen.emit(self._value)

    def _tell(self) -> None:
        self.setAccessibleDescription(self._voice.word(self._months[self._at - 1].said))
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))

    def _month_at(self, where: QPointF) -> int:
        """Give the month at a place, 0 for none."""
        box = self._box()
        away = where - box.center()
        radius = math.hypot(away.x(), away.y())
        if not box.width() / 2 * _INNER <= radius <= box.width() / 2:
            return 0
        return int(math.degrees(math.atan2(away.x(), -away.y())) % 360 // _PART) + 1

    # -- drawing

    def _box(self) -> QRectF:
        edge = look().px(_EDGE)
        side = min(self.width(), self.height()) - 2 * edge
        return QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - all of it is drawn
        """Draw the wheel."""
        painter = painting.start(self)
        box = self._box()
        for month in range(1, MONTHS + 1):
            self._draw(painter, box, month)
        self._draw_middle(painter, box)
        painter.end()

    def _draw(self, painter: QPainter, box: QRectF, month: int) -> None:
        worn, palette, shown = look(), look().palette, self._months[month - 1]
        chosen, shades = month == self._value, look().palette.shades(Tone.ACCENT)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(palette.raised))
        painter.drawPath(_ring(box, month, 1.0))
        if shown.share > 0:
            painter.setBrush(QColor(shades.soft))
            painter.drawPath(_ring(box, month, _INNER + (1 - _INNER) * (0.18 + 0.82 * min(shown.share, 1.0))))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(shades.strong if chosen else palette.line), worn.px(2.5) if chosen else 1))
        painter.drawPath(_ring(box, month, 1.0))
        if self.hasFocus() and month == self._at:
            painter.setPen(QPen(QColor(palette.focus), painting.RING))
            painter.drawPath(_ring(box.adjusted(4, 4, -4, -4), month, 1.0))
        self._draw_words(painter, box, month)
        if month == self._now:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(shades.strong))
            painter.drawEllipse(_on(box, month, 1.0 + 0.55 * worn.px(_EDGE) / (box.width() / 2)), worn.px(4), worn.px(4))

    def _draw_words(self, painter: QPainter, box: QRectF, month: int) -> None:
        worn, shown = look(), self._months[month - 1]
        middle = _on(box, month, 0.755)
        name = self._voice.locale.standaloneMonthName(month, QLocale.FormatType.ShortFormat).rstrip(".")
        caption, figure = worn.font(Text.CAPTION), worn.font(Text.STRONG)
        caption.setPixelSize(round(worn.text_px(Text.CAPTION) * 0.92))
        line = worn.px(17)
        colour = QColor(worn.palette.text)
        top = middle.y() - line * 1.5
        for font, words in ((caption, name), (figure, self._voice.word(shown.figure)), (caption, self._voice.word(shown.under))):
            _write(painter, QRectF(middle.x() - 60, top, 120, line), words, font, colour)
            top += line
        if shown.late:
            size = worn.px(15)
            place = _on(box, month + _CORNER, 0.9)
            icons.paint(painter, "warning", worn.colour(Tone.WARNING), QRectF(place.x() - size / 2, place.y() - size / 2, size, size))

    def _draw_middle(self, painter: QPainter, box: QRectF) -> None:
        worn = look()
        head, words = (self._voice.word(one) for one in self._middle)
        width = box.width() * _INNER * 0.86
        room = QRectF(box.center().x() - width / 2, box.center().y() - worn.px(34), width, worn.px(34))
        _write(painter, room, head, worn.font(Text.TITLE), QColor(worn.palette.text))
        painter.setFont(worn.font(Text.CAPTION))
        painter.setPen(QColor(worn.palette.muted))
        below = QRectF(room.left(), room.bottom() + worn.px(2), width, worn.px(52))
        painter.drawText(below, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap, words)


def _write(painter: QPainter, where: QRectF, words: str, font: QFont, colour: QColor) -> None:
    painter.setFont(font)
    painter.setPen(colour)
    painter.drawText(where, Qt.AlignmentFlag.AlignCenter, words)


def _ring(box: QRectF, month: int, outer: float) -> QPainterPath:
    """Give the outline of a month's part, out to a share of the radius."""
    start = 90 - (month - 1) * _PART - _GAP / 2
    sweep = -(_PART - _GAP)
    path = QPainterPath()
    path.arcMoveTo(_scaled(box, outer), start)
    path.arcTo(_scaled(box, outer), start, sweep)
    path.arcTo(_scaled(box, _INNER), start + sweep, -sweep)
    path.closeSubpath()
    return path


def _scaled(box: QRectF, share: float) -> QRectF:
    side = box.width() * share
    return QRectF(box.center().x() - side / 2, box.center().y() - side / 2, side, side)


def _on(box: QRectF, month: float, share: float) -> QPointF:
    """Give the middle of a month's part at a share of the radius."""
    angle = math.radians((month - 0.5) * _PART)
    radius = box.width() / 2 * share
    return QPointF(box.center().x() + radius * math.sin(angle), box.center().y() - radius * math.cos(angle))
