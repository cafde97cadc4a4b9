"""One answer to choose: a whole row to press, with a ring or a box before its words."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton

from kravkompass.ui import icons, painting
from kravkompass.ui.language import Speaking
from kravkompass.ui.layout import grows_down
from kravkompass.ui.look import ROUND, Look, Text, look

if TYPE_CHECKING:
    from kravkompass.ui.language import Voice, Wording
    from kravkompass.ui.palettes import Shades

    _Button = QAbstractButton
else:
    _Button = object

_SIDE = 14
_MARK = 20
_BETWEEN = 12
_LEAST = 46
_AROUND = 22


class Answer(Speaking, _Button):
    """Mixed into Qt's radio button and check box: the words wrap, a note may stand under them, the whole row can be pressed."""

    words_kind: ClassVar[Text] = Text.BODY
    note_kind: ClassVar[Text] = Text.CAPTION
    mark: ClassVar[int] = _MARK

    def __init__(self, voice: Voice, wording: Wording, note: Wording = "") -> None:
        super().__init__()
        self._voice = voice
        self._wording = wording
        self._note_wording = note
        self._note = ""
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        grows_down(self)
        self.retranslate()

    def put(self, wording: Wording, note: Wording = "") -> None:
        """Stand for another answer."""
        self._wording, self._note_wording = wording, note
        self.retranslate()
        self.update()

    def retranslate(self) -> None:
        """Say the words in the language of the window."""
        words = self._voice.word(self._wording)
        self._note = self._voice.word(self._note_wording)
        self.setText(words.replace("&", "&&"))
        self.setAccessibleName(words)
        self.setAccessibleDescription(self._note)
        self.updateGeometry()

    def _words(self) -> str:
        return self.text().replace("&&", "&")

    def _boxes(self) -> tuple[painting.TextBox, painting.TextBox]:
        worn = look()
        beside = 2 * worn.px(_SIDE) + worn.px(self.mark) + worn.px(_BETWEEN)
        words = painting.TextBox(self._words(), QFontMetrics(worn.font(self.words_kind)), beside, 0, 0)
        note = painting.TextBox(self._note, QFontMetrics(worn.font(self.note_kind)), beside, 0, 0)
        return words, note

    def _height(self, width: int) -> int:
        words, note = self._boxes()
        text = words.height_for(width) + (note.height_for(width) + look().px(2) if self._note else 0)
        return max(text + look().px(_AROUND), look().px(_LEAST))

    def sizeHint(self) -> QSize:
        """Give the size that suits the words."""
        width = max(box.preferred().width() for box in self._boxes())
        return QSize(width, self._height(width))

    def minimumSizeHint(self) -> QSize:
        """Give the size below which a word would be cut."""
        return QSize(max(box.smallest().width() for box in self._boxes()), look().px(_LEAST))

    def hasHeightForWidth(self) -> bool:
        """A narrow row is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Tell how high it is when so wide."""
        return self._height(width)

    def hitButton(self, pos: QPoint) -> bool:
        """Let the whole row be pressed."""
        return self.rect().contains(pos)

    def changeEvent(self, event: QEvent) -> None:
        """Measure again when the size of text changes."""
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - all of it is drawn
        """Draw the row."""
        worn, palette = look(), look().palette
        painter = painting.start(self)
        radius = worn.px(ROUND)
        body = QRectF(self.rect())
        on = self.isChecked()
        shades = self._shades()
        fill = shades.soft if on else palette.hover if self.underMouse() and self.isEnabled() else palette.raised
        edge = shades.strong if on else palette.line
        painting.rounded(painter, body, radius, fill, edge, 2 if on else 1)
        if self.hasFocus():
            painting.rounded(painter, body, radius, None, palette.surface, 4)
            painting.ring(painter, body, radius)
        side = worn.px(self.mark)
        self._paint_mark(painter, QRectF(worn.px(_SIDE), (self.height() - side) / 2, side, side))
        self._paint_words(painter, worn)
        painter.end()

    def _shades(self) -> Shades:
        """Give the colours it has when it is chosen."""
        return look().palette.accent

    def _paint_mark(self, painter: QPainter, where: QRectF) -> None:
        raise NotImplementedError

    def _paint_words(self, painter: QPainter, worn: Look) -> None:
        palette = worn.palette
        words, note = self._boxes()
        left = worn.px(_SIDE) + worn.px(self.mark) + worn.px(_BETWEEN)
        width = self.width() - left - worn.px(_SIDE)
        first = words.height_for(self.width())
        second = note.height_for(self.width()) + worn.px(2) if self._note else 0
        top = (self.height() - first - second) // 2
        ink = palette.muted if not self.isEnabled() else self._shades().on_soft if self.isChecked() else palette.text
        painter.setFont(worn.font(self.words_kind))
        painter.setPen(QColor(ink))
        painter.drawText(QRect(left, top, width, first), painting.WRAPPED, self._words())
        if self._note:
            painter.setFont(worn.font(self.note_kind))
            painter.setPen(QColor(self._shades().on_soft if self.isChecked() else palette.muted))
            painter.drawText(QRect(left, top + first + worn.px(2), width, second), painting.WRAPPED, self._note)


class Option(Answer, QRadioButton):
    """One of several answers that exclude each other."""

    def _paint_mark(self, painter: QPainter, where: QRectF) -> None:
        palette = look().palette
        edge = palette.accent.strong if self.isChecked() else palette.edge
        painter.setBrush(QColor(palette.raised))
        painter.setPen(QPen(QColor(edge), 2 if self.isChecked() else 1.5))
        painter.drawEllipse(where.adjusted(1, 1, -1, -1))
        if self.isChecked():
            inset = where.width() * 0.28
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(palette.accent.strong))
            painter.drawEllipse(where.adjusted(inset, inset, -inset, -inset))


class Tick(Answer, QCheckBox):
    """An answer that is chosen or not, whatever the others are."""

    def _paint_mark(self, painter: QPainter, where: QRectF) -> None:
        palette = look().palette
        on = self.isChecked()
        fill, edge = (palette.accent.strong, palette.accent.strong) if on else (palette.raised, palette.edge)
        painting.rounded(painter, where, where.width() / 4, fill, edge, 1.5)
        if on:
            inset = where.width() * 0.14
            icons.paint(painter, "check", palette.accent.on_strong, where.adjusted(inset, inset, -inset, -inset))
