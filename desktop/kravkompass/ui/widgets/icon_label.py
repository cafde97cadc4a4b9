"""Icons that stand by themselves. They say nothing that the words beside them do not say."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from kravkompass.ui import icons, painting
from kravkompass.ui.look import look
from kravkompass.ui.palettes import Tone


class IconLabel(QWidget):
    """An icon in the colour of a tone, ``size`` pixels wide at the usual text size."""

    def __init__(self, icon: str, tone: Tone = Tone.NEUTRAL, size: int = 20) -> None:
        super().__init__()
        self._icon, self._tone, self._size = icon, tone, size
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._fit()

    def put(self, icon: str, tone: Tone | None = None) -> None:
        """Show another icon."""
        self._icon, self._tone = icon, tone or self._tone
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the text."""
        if event.type() == QEvent.Type.StyleChange:
            self._fit()
        super().changeEvent(event)

    def _fit(self) -> None:
        side = look().px(self._size)
        if self.width() != side or self.minimumWidth() != side:
            self.setFixedSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - all of it is drawn
        """Draw the icon."""
        painter = painting.start(self)
        icons.paint(painter, self._icon, look().colour(self._tone), QRectF(self.rect()))
        painter.end()


class Medal(IconLabel):
    """An icon on a soft round ground."""

    def __init__(self, icon: str, tone: Tone = Tone.ACCENT, size: int = 44) -> None:
        super().__init__(icon, tone, size)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - all of it is drawn
        """Draw the ground and the icon."""
        shades = look().palette.shades(self._tone)
        painter = painting.start(self)
        painting.rounded(painter, self.rect(), self.width() / 2, shades.soft)
        inset = self.width() * 0.26
        icons.paint(painter, self._icon, shades.on_soft, QRectF(self.rect()).adjusted(inset, inset, -inset, -inset))
        painter.end()
