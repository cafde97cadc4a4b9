"""Drawing what the style sheet cannot: round shapes, the focus ring, and text that wraps inside a control."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QWidget

from kravkompass.ui.look import look

RING = 2
"""How thick the focus ring is, in pixels."""
WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter
_WIDEST = 10_000
_SLACK = 3
_LONGEST_LINE = 60
"""After so many average letters the text inside a control prefers to break into lines."""


def start(widget: QWidget) -> QPainter:
    """Give a painter for a widget that draws smooth edges. The caller ends it."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return painter


def rounded(
    painter: QPainter, where: QRect | QRectF, radius: float, fill: str | QColor | None, edge: str | None = None, width: float = 1
) -> None:
    """Draw a rectangle with round corners; its edge lies inside it."""
    inset = width / 2 if edge else 0
    painter.setPen(QPen(QColor(edge), width) if edge else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(fill) if fill else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(where).adjusted(inset, inset, -inset, -inset), radius, radius)


def ring(painter: QPainter, where: QRect | QRectF, radius: float) -> None:
    """Draw the ring around what has the keyboard, just inside ``where``."""
    rounded(painter, where, radius, None, look().palette.focus, RING)


def shifted(colour: str, amount: int) -> QColor:
    """Make a colour a little darker in a light look and a little lighter in a dark one; ``amount`` in per cent."""
    return QColor(colour).lighter(100 + amount) if look().palette.dark else QColor(colour).darker(100 + amount)


@dataclass(frozen=True, slots=True)
class TextBox:
    """How much room a text takes inside a control, with what stands around it, in pixels."""

    text: str
    metrics: QFontMetrics
    beside: int
    """Width of everything left and right of the text."""
    above_below: int
    least: int
    """Height of the control when one line is enough."""

    def preferred(self) -> QSize:
        """Give the size with the text on one line, or on more when it is long."""
        width = min(self._text_width(), self.metrics.averageCharWidth() * _LONGEST_LINE)
        width = max(width, self._longest_word())
        return QSize(width + self.beside, self.height_for(width + self.beside))

    def smallest(self) -> QSize:
        """Give the size below which a word would be cut."""
        width = self._longest_word() + self.beside
        return QSize(width, self.least)

    def height_for(self, width: int) -> int:
        """Give the height that the text needs when the control is so wide."""
        inner = max(width - self.beside, 1)
        text = self.metrics.boundingRect(QRect(0, 0, inner, _WIDEST), WRAPPED, self.text)
        return max(text.height() + self.above_below, self.least)

    def _text_width(self) -> int:
        # A little more than measured: rounding must never push the last word to a line of its own.
        return max((self.metrics.horizontalAdvance(line) + _SLACK for line in self.text.splitlines()), default=0)

    def _longest_word(self) -> int:
        return max((self.metrics.horizontalAdvance(word) + _SLACK for word in self.text.split()), default=0)
