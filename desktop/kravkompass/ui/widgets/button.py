"""Things to press."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from kravkompass.ui import icons, painting
from kravkompass.ui.language import Speaking
from kravkompass.ui.layout import grows_down
from kravkompass.ui.look import HIT, ROUND, Text, look

if TYPE_CHECKING:
    from kravkompass.ui.language import Voice, Wording

_ICON = 18
_SIDE = 16
_QUIET_SIDE = 10
_FLUSH_SIDE = 0
_BETWEEN = 8


class Weight(StrEnum):
    """How much a button asks to be pressed. A page has one primary button at most."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    QUIET = "quiet"
    DANGER = "danger"


@dataclass(frozen=True, slots=True)
class _Coat:
    fill: QColor | None
    edge: str | None
    ink: str


class Button(Speaking, QPushButton):
    """A button with words, and an icon before them if it helps. Long words wrap instead of being cut."""

    def __init__(self, voice: Voice, wording: Wording, weight: Weight = Weight.SECONDARY, icon: str = "") -> None:
        super().__init__()
        self._side = _SIDE if weight is not Weight.QUIET else _QUIET_SIDE
        self._voice = voice
        self._wording = wording
        self._weight = weight
        self._icon = icon
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        grows_down(self, QSizePolicy.Policy.Maximum)
        self.retranslate()

    def flush(self) -> Button:
        """Stand with the icon almost at the left edge, in line with text above and below."""
        self._side = _FLUSH_SIDE
        return self

    def put(self, wording: Wording, icon: str | None = None) -> None:
        """Show other words, and another icon."""
        self._wording = wording
        self._icon = self._icon if icon is None else icon
        self.retranslate()
        self.update()

    def retranslate(self) -> None:
        """Say the words in the language of the window."""
        words = self._voice.word(self._wording)
        # A "&" is a sign here, not a keyboard hint: the words may be content.
        self.setText(words.replace("&", "&&"))
        self.setAccessibleName(words)
        self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it as Space does, outside prompts too."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def _words(self) -> str:
        return self.text().replace("&&", "&")

    def _kind(self) -> QFont:
        return look().font(Text.STRONG)

    def _box(self) -> painting.TextBox:
        worn = look()
        metrics = QFontMetrics(self._kind())
        side = worn.px(self._side)
        return painting.TextBox(self._words(), metrics, 2 * side + self._lead(), worn.px(14), worn.px(HIT))

    def _lead(self) -> int:
        if not self._icon:
            return 0
        return look().px(_ICON) + (look().px(_BETWEEN) if self._words() else 0)

    def sizeHint(self) -> QSize:
        """Give the size that suits the words."""
        return self._box().preferred()

    def minimumSizeHint(self) -> QSize:
        """Give the size below which a word would be cut."""
        return self._box().smallest()

    def hasHeightForWidth(self) -> bool:
        """A narrow button is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Tell how high it is when so wide."""
        return self._box().height_for(width)

    def changeEvent(self, event: QEvent) -> None:
        """Measure again when the size of text changes."""
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
        super().changeEvent(event)

    def _coat(self) -> _Coat:
        palette = look().palette
        if not self.isEnabled():
            return _Coat(None if self._weight is Weight.QUIET else QColor(palette.sunken), None, palette.muted)
        amount = 30 if self.isDown() else 15 if self.underMouse() else 0
        match self._weight:
            case Weight.PRIMARY:
                return _Coat(painting.shifted(palette.accent.strong, amount), None, palette.accent.on_strong)
            case Weight.DANGER:
                return _Coat(painting.shifted(palette.negative.strong, amount), None, palette.negative.on_strong)
            case Weight.SECONDARY:
                return _Coat(QColor(palette.hover if amount else palette.raised), palette.edge, palette.text)
            case Weight.QUIET:
                return _Coat(QColor(palette.accent.soft) if amount else None, None, palette.accent.strong)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - all of it is drawn
        """Draw the button."""
        painter = painting.start(self)
        coat = self._coat()
        radius = look().px(ROUND)
        body = QRectF(self.rect())
        if self.hasFocus():
            painting.ring(painter, body, radius)
            body.adjust(4, 4, -4, -4)
            radius = max(radius - 3, 1)
        painting.rounded(painter, body, radius, coat.fill, coat.edge)
        self._paint_words(painter, coat.ink)
        painter.end()

    def _paint_words(self, painter: QPainter, ink: str) -> None:
        worn = look()
        box = self._box()
        painter.setFont(self._kind())
        painter.setPen(QColor(ink))
        inner = max(self.width() - box.beside, 1)
        flags = painting.WRAPPED | Qt.AlignmentFlag.AlignLeft
        taken = box.metrics.boundingRect(QRect(0, 0, inner, 10_000), flags, self._words()).width() if self._words() else 0
        left = 0 if self._side == _FLUSH_SIDE else (self.width() - taken - self._lead()) // 2
        if self._icon:
            size = worn.px(_ICON)
            icons.paint(painter, self._icon, ink, QRectF(left, (self.height() - size) // 2, size, size))
            left += self._lead()
        painter.drawText(QRect(left, 0, taken + 1, self.height()), flags, self._words())


class IconButton(Button):
    """A button with an icon only; its words are its accessible name and its tool tip."""

    def __init__(self, voice: Voice, wording: Wording, icon: str) -> None:
        super().__init__(voice, wording, Weight.QUIET, icon)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def retranslate(self) -> None:
        """Say the name in the language of the window."""
        words = self._voice.word(self._wording)
        self.setAccessibleName(words)
        self.setToolTip(words)

    def sizeHint(self) -> QSize:
        """Give a square that is easy to hit."""
        return QSize(look().px(HIT), look().px(HIT))

    def minimumSizeHint(self) -> QSize:
        """Give the same square."""
        return self.sizeHint()

    def hasHeightForWidth(self) -> bool:
        """It is a square."""
        return False
