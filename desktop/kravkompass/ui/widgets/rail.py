"""The strip on the left of the window: where one can go, and how the window speaks and looks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPaintEvent
from PySide6.QtWidgets import QMenu, QScrollArea, QSizePolicy, QWidget

from kravkompass.ui import icons, painting
from kravkompass.ui.layout import column
from kravkompass.ui.look import ROUNDER, SMALL, TIGHT, Text, look
from kravkompass.ui.widgets.button import Button, Weight

if TYPE_CHECKING:
    from collections.abc import Callable

    from kravkompass.ui.language import Voice, Wording

_ICON = 22
_WIDTH = 76
_SIDE = 6
_LEAST_HIGH = 160


class Rail(QScrollArea):
    """Holds rail buttons: places at the top, the rest at the bottom. Scrolls where the text is large and the window low."""

    def __init__(self, top: list[RailButton], bottom: list[RailButton]) -> None:
        super().__init__()
        self.setProperty("part", "rail")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._sheet = _Sheet(self.updateGeometry)
        inside = column(self._sheet, gap=TIGHT, margins=SMALL)
        inside.addWidget(_Emblem(), 0, Qt.AlignmentFlag.AlignHCenter)
        inside.addSpacing(look().gap(SMALL))
        for button in top:
            inside.addWidget(button)
        inside.addStretch()
        for button in bottom:
            inside.addWidget(button)
        self.setWidget(self._sheet)
        self.viewport().setAutoFillBackground(False)
        self._sheet.setAutoFillBackground(False)
        self.verticalScrollBar().rangeChanged.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Be as wide as the buttons, with room for the bar when there is one."""
        wanted = self._sheet.sizeHint()
        return QSize(self._wide(wanted.width()), wanted.height())

    def minimumSizeHint(self) -> QSize:
        """Be as wide as the buttons; it can be as low as a few of them."""
        return QSize(self._wide(self._sheet.minimumSizeHint().width()), look().px(_LEAST_HIGH))

    def _wide(self, inside: int) -> int:
        bar = self.verticalScrollBar()
        return inside + 2 * self.frameWidth() + (bar.sizeHint().width() if bar.maximum() > 0 else 0)


class _Sheet(QWidget):
    """What the buttons stand on; tells when they have become wider."""

    def __init__(self, told: Callable[[], None]) -> None:
        super().__init__()
        self._told = told

    def event(self, event: QEvent) -> bool:
        """Tell of another size."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._told()
        return done


class _Emblem(QWidget):
    """The sign of the program."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(look().px(40), look().px(40))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - all of it is drawn
        """Draw the sign."""
        shades = look().palette.accent
        painter = painting.start(self)
        painting.rounded(painter, self.rect(), look().px(ROUNDER), shades.strong)
        inset = self.width() * 0.2
        icons.paint(painter, "kravkompass", shades.on_strong, QRectF(self.rect()).adjusted(inset, inset, -inset, -inset))
        painter.end()


class RailButton(Button):
    """A button with an icon above its words. One that is checkable stays marked while its place is shown."""

    def __init__(self, voice: Voice, wording: Wording, icon: str, menu: Callable[[], QMenu] | None = None) -> None:
        super().__init__(voice, wording, Weight.QUIET, icon)
        self._make_menu = menu
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        if menu is not None:
            self.clicked.connect(self._open_menu)

    def _open_menu(self) -> None:
        if self._make_menu is None:
            return
        menu = self._make_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.mapToGlobal(QPoint(self.width() + look().px(SMALL), 0)))
        corner = self.mapToGlobal(QPoint(self.width() + look().px(SMALL), self.height()))
        menu.move(corner - QPoint(0, menu.height()))

    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(look().font(Text.CAPTION))

    def sizeHint(self) -> QSize:
        """Give the size that suits the words, which wrap between words only."""
        worn = look()
        words = [self._metrics().horizontalAdvance(word) for word in self._words().split()]
        width = max([worn.px(_WIDTH), *(word + 2 * worn.px(_SIDE) + 2 for word in words)])
        inner = QRect(0, 0, width - 2 * worn.px(_SIDE), 1000)
        text = self._metrics().boundingRect(inner, painting.WRAPPED | Qt.AlignmentFlag.AlignHCenter, self._words())
        return QSize(width, worn.px(_ICON + 22) + text.height())

    def minimumSizeHint(self) -> QSize:
        """Give the same size."""
        return self.sizeHint()

    def hasHeightForWidth(self) -> bool:
        """The rail is as wide as its widest word."""
        return False

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - all of it is drawn
        """Draw the button."""
        worn, palette = look(), look().palette
        painter = painting.start(self)
        radius = worn.px(ROUNDER - 2)
        on = self.isChecked()
        if on or self.underMouse():
            painting.rounded(painter, self.rect(), radius, palette.accent.soft if on else palette.hover)
        if self.hasFocus():
            painting.ring(painter, self.rect(), radius)
        ink = palette.accent.on_soft if on else palette.text if self.underMouse() else palette.muted
        size = worn.px(_ICON)
        icons.paint(painter, self._icon, ink, QRectF((self.width() - size) // 2, worn.px(9), size, size))
        font = worn.font(Text.CAPTION)
        if on:
            font.setWeight(font.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(ink))
        top = worn.px(9) + size + worn.px(2)
        where = QRect(worn.px(2), top, self.width() - 2 * worn.px(2), self.height() - top - worn.px(5))
        painter.drawText(where, painting.WRAPPED | Qt.AlignmentFlag.AlignHCenter, self._words())
        painter.end()
