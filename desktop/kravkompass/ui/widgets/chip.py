"""A few words on a coloured ground: level, kind, status."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QRectF, QSize
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from kravkompass.ui import icons, painting
from kravkompass.ui.layout import grows_down
from kravkompass.ui.look import Text, look
from kravkompass.ui.palettes import Tone
from kravkompass.ui.widgets.label import Label

if TYPE_CHECKING:
    from kravkompass.ui.language import Voice, Wording

_SIDE = 9
_ICON = 14
_BETWEEN = 5
_LEAST = 24


class Chip(Label):
    """A few words on a coloured ground. The colour only underlines what the words say."""

    def __init__(self, voice: Voice, wording: Wording, tone: Tone = Tone.NEUTRAL, icon: str = "") -> None:
        self._tone = tone
        self._icon = icon
        super().__init__(voice, wording, Text.CAPTION)
        grows_down(self, QSizePolicy.Policy.Maximum)

    def put(self, wording: Wording, tone: Tone | None = None, icon: str | None = None) -> None:
        """Show other words, tone and icon."""
        self._tone = tone or self._tone
        self._icon = self._icon if icon is None else icon
        super().put(wording)
        self.update()

    def _font(self) -> QFont:
        font = look().font(Text.CAPTION)
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def _lead(self) -> int:
        return look().px(_ICON) + look().px(_BETWEEN) if self._icon else 0

    def _box(self) -> painting.TextBox:
        worn = look()
        return painting.TextBox(
            self.text(), QFontMetrics(self._font()), 2 * worn.px(_SIDE) + self._lead(), worn.px(6), worn.px(_LEAST)
        )

    def sizeHint(self) -> QSize:
        """Give the size that suits the words."""
        return self._box().preferred()

    def minimumSizeHint(self) -> QSize:
        """Give the size below which a word would be cut."""
        return self._box().smallest()

    def heightForWidth(self, width: int) -> int:
        """Tell how high it is when so wide."""
        return self._box().height_for(width)

    def changeEvent(self, event: QEvent) -> None:
        """Measure again when the size of text changes."""
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - all of it is drawn
        """Draw the chip."""
        worn = look()
        shades = worn.palette.shades(self._tone)
        painter = painting.start(self)
        painting.rounded(painter, self.rect(), min(self.height() / 2, worn.px(12)), shades.soft)
        left = worn.px(_SIDE)
        if self._icon:
            size = worn.px(_ICON)
            icons.paint(painter, self._icon, shades.on_soft, QRectF(left, (self.height() - size) // 2, size, size))
            left += self._lead()
        painter.setFont(self._font())
        painter.setPen(QColor(shades.on_soft))
        painter.drawText(QRect(left, 0, self.width() - left - worn.px(_SIDE) + 1, self.height()), painting.WRAPPED, self.text())
        painter.end()
