"""A drawing of who stands behind whom: boxes in columns, joined by lines. Every box can be reached and heard."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLineF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QScrollArea, QWidget

from kravkompass.ui import painting
from kravkompass.ui.language import Speaking
from kravkompass.ui.letting_go import let_go
from kravkompass.ui.look import MEDIUM, ROUND, SMALL, Text, look
from kravkompass.ui.palettes import Tone

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kravkompass.ui.language import Voice, Wording

_BOX, _GAP, _BETWEEN = 204, 36, 10
"""Pixels at the usual size of text: how wide a box is, and the room beside and below it."""
_STRIPE = 5


@dataclass(frozen=True, slots=True)
class BoxItem:
    """A box: its id, its place (column and row, from 0), its title, the words under it, and the id of the box it hangs on.

    The words carry the meaning of the tone. A box with a broken edge stands for something that is not known.
    """

    id: str
    column: int
    row: int
    title: Wording
    words: Wording
    tone: Tone = Tone.NEUTRAL
    broken: bool = False
    parent: str = ""


class ChainDrawing(QScrollArea):
    """Boxes in columns with titles. Tab reaches the chosen box; arrows go along the lines and up and down; Enter opens.

    Left goes to the box this one hangs on, Right to the first that hangs on it; Up and Down to the box above and below.
    """

    chosen = Signal(str)
    opened = Signal(str)

    def __init__(self, voice: Voice, name: Wording) -> None:
        super().__init__()
        self._voice, self._name = voice, name
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._sheet = _Sheet(voice, self)
        self.setWidget(self._sheet)
        self._say_name()

    def put(self, columns: Sequence[Wording], boxes: Sequence[BoxItem]) -> None:
        """Show other boxes; the chosen one stays chosen when it is still there, and else the first one is."""
        had = any(box.hasFocus() for box in self._sheet.boxes.values())
        self._sheet.put(columns, boxes)
        self._fit()
        if had and self._sheet.current in self._sheet.boxes:
            self._sheet.boxes[self._sheet.current].setFocus()

    @property
    def value(self) -> str:
        """The id of the chosen box; empty when there is none."""
        return self._sheet.current

    def choose(self, identity: str) -> None:
        """Choose a box and bring it into sight; nothing happens when it is not there."""
        if identity in self._sheet.boxes:
            self._sheet.mark(identity)
            self.ensureWidgetVisible(self._sheet.boxes[identity], look().px(_GAP), 0)

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Give the keyboard to the chosen box."""
        if (box := self._sheet.boxes.get(self._sheet.current)) is not None:
            box.setFocus(reason)

    def changeEvent(self, event: QEvent) -> None:
        """Say the name again, and measure again when the size of text changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say_name()
        if event.type() in {QEvent.Type.LanguageChange, QEvent.Type.StyleChange, QEvent.Type.FontChange} and hasattr(self, "_sheet"):
            self._sheet.arrange()
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep room for the bar below when the drawing is wider than what is seen."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        bar = self.horizontalScrollBar().sizeHint().height() if self._sheet.width() > self.viewport().width() else 0
        self.setFixedHeight(self._sheet.height() + bar)

    def _say_name(self) -> None:
        self.setAccessibleName(self._voice.word(self._name))


class _Sheet(QWidget):
    """The boxes in their places, with the lines between them."""

    def __init__(self, voice: Voice, drawing: ChainDrawing) -> None:
        super().__init__()
        self._voice, self._drawing = voice, drawing
        self._columns: tuple[Wording, ...] = ()
        self.boxes: dict[str, _BoxButton] = {}
        self.current = ""
        self.setObjectName("page")

    def put(self, columns: Sequence[Wording], boxes: Sequence[BoxItem]) -> None:
        """Show other boxes."""
        for old in self.boxes.values():
            old.hide()
            let_go(old)
        self._columns = tuple(columns)
        self.boxes = {item.id: _BoxButton(self._voice, item, self) for item in boxes}
        self.mark(self.current if self.current in self.boxes else next(iter(self.boxes), ""))
        self.arrange()
        for box in self.boxes.values():
            box.show()

    def mark(self, identity: str) -> None:
        """Make a box the chosen one, and the one that Tab reaches."""
        self.current = identity
        for name, box in self.boxes.items():
            box.setChecked(name == identity)
            box.setFocusPolicy(Qt.FocusPolicy.StrongFocus if name == identity else Qt.FocusPolicy.ClickFocus)

    def arrange(self) -> None:
        """Give every box its place; rows are as high as the highest box in them."""
        worn = look()
        wide, step, between = worn.px(_BOX), worn.px(_BOX + _GAP), worn.gap(_BETWEEN)
        heights: dict[int, int] = {}
        for box in self.boxes.values():
            box.retranslate()
            heights[box.item.row] = max(heights.get(box.item.row, 0), box.heightForWidth(wide))
        tops, y = {}, self._head() + between
        for row in sorted(heights):
            tops[row] = y
            y += heights[row] + between
        for box in self.boxes.values():
            box.setGeometry(box.item.column * step + 2, tops[box.item.row], wide, heights[box.item.row])
        self.setFixedSize(max(len(self._columns) * step - worn.px(_GAP), 0) + 4, y if self.boxes else 0)
        self.update()

    def go(self, box: _BoxButton, key: int) -> None:
        """Go to the next box in a direction, if there is one."""
        item = box.item
        same = sorted((one.item.row, name) for name, one in self.boxes.items() if one.item.column == item.column)
        place = same.index((item.row, item.id))
        behind = sorted((one.item.row, name) for name, one in self.boxes.items() if one.item.parent == item.id and name != item.id)
        found: Mapping[int, str] = {
            Qt.Key.Key_Left: item.parent,
            Qt.Key.Key_Right: behind[0][1] if behind else "",
            Qt.Key.Key_Up: same[place - 1][1] if place else "",
            Qt.Key.Key_Down: same[place + 1][1] if place + 1 < len(same) else "",
            Qt.Key.Key_Home: next(iter(self.boxes)),
            Qt.Key.Key_End: next(reversed(self.boxes)),
        }
        if (target := self.boxes.get(found.get(key, ""))) is not None:
            self.choose(target)
            target.setFocus(Qt.FocusReason.TabFocusReason)

    def choose(self, box: _BoxButton) -> None:
        """Choose a box as the person does."""
        changed = box.item.id != self.current
        self._drawing.choose(box.item.id)
        if changed:
            self._drawing.chosen.emit(box.item.id)

    def open(self, box: _BoxButton) -> None:
        """Open a box as the person does."""
        self.choose(box)
        self._drawing.opened.emit(box.item.id)

    def _head(self) -> int:
        return QFontMetrics(look().font(Text.CAPTION)).lineSpacing() + look().gap(SMALL)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - all of it is drawn
        """Draw the titles of the columns and the lines."""
        worn = look()
        painter = painting.start(self)
        font = worn.font(Text.CAPTION)
        font.setWeight(font.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(worn.palette.muted))
        for place, wording in enumerate(self._columns):
            where = QRect(place * worn.px(_BOX + _GAP) + 4, 0, worn.px(_BOX), self._head())
            painter.drawText(where, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self._voice.word(wording))
        painter.setPen(QPen(QColor(worn.palette.edge), max(worn.px(1.5), 1)))
        for box in self.boxes.values():
            if (parent := self.boxes.get(box.item.parent)) is not None and parent is not box:
                self._line(painter, parent.geometry(), box.geometry())
        painter.end()

    def _line(self, painter: QPainter, parent: QRect, child: QRect) -> None:
        turn = child.left() - look().px(_GAP) / 2
        start, end = parent.center().y() + 0.5, child.center().y() + 0.5
        for line in (QLineF(parent.right(), start, turn, start), QLineF(turn, start, turn, end), QLineF(turn, end, child.left(), end)):
            painter.drawLine(line)


class _BoxButton(Speaking, QAbstractButton):
    """One box."""

    def __init__(self, voice: Voice, item: BoxItem, sheet: _Sheet) -> None:
        super().__init__(sheet)
        self.item = item
        self._voice, self._sheet = voice, sheet
        self.setCheckable(True)
        self.setObjectName(f"box {item.id}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(lambda: sheet.choose(self))
        self.retranslate()

    def retranslate(self) -> None:
        """Say the title and the words in the language of the window."""
        self._title, self._words = self._voice.word(self.item.title), self._voice.word(self.item.words)
        self.setText(self._title.replace("&", "&&"))
        self.setAccessibleName(self._title)
        self.setAccessibleDescription(self._words)

    def _parts(self) -> tuple[painting.TextBox, painting.TextBox]:
        worn = look()
        beside = worn.px(2 * MEDIUM + _STRIPE)
        title = painting.TextBox(self._title, QFontMetrics(worn.font(Text.STRONG)), beside, 0, 0)
        return title, painting.TextBox(self._words, QFontMetrics(worn.font(Text.CAPTION)), beside, 0, 0)

    def heightForWidth(self, width: int) -> int:
        """Tell how high the box is when so wide."""
        return sum(part.height_for(width) for part in self._parts()) + look().px(2 * SMALL + 4)

    def sizeHint(self) -> QSize:
        """Give the size that suits the words."""
        return QSize(look().px(_BOX), self.heightForWidth(look().px(_BOX)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go along the lines, or open."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self._sheet.open(self)
        elif event.key() in _GOING:
            self._sheet.go(self, event.key())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """What has the keyboard is chosen."""
        super().focusInEvent(event)
        self._sheet.choose(self)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - all of it is drawn
        """Draw the box."""
        worn, palette = look(), look().palette
        shades = palette.shades(self.item.tone)
        painter = painting.start(self)
        body = self.rect().adjusted(2, 2, -2, -2)
        painter.setBrush(QColor(shades.soft))
        edge = QPen(QColor(shades.strong), 2 if self.isChecked() else 1)
        edge.setStyle(Qt.PenStyle.DashLine if self.item.broken else Qt.PenStyle.SolidLine)
        painter.setPen(edge)
        painter.drawRoundedRect(body, worn.px(ROUND), worn.px(ROUND))
        if self.hasFocus():
            painting.ring(painter, self.rect(), worn.px(ROUND + 2))
        self._write(painter, QColor(shades.on_soft))
        painter.end()

    def _write(self, painter: QPainter, ink: QColor) -> None:
        worn = look()
        title, words = self._parts()
        left, inner = worn.px(MEDIUM + _STRIPE // 2), self.width() - title.beside
        painter.setPen(ink)
        painter.setFont(worn.font(Text.STRONG))
        flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft
        high = title.height_for(self.width())
        painter.drawText(QRect(left, worn.px(SMALL), inner, high), flags, self._title)
        painter.setFont(worn.font(Text.CAPTION))
        painter.drawText(QRect(left, worn.px(SMALL + 4) + high, inner, words.height_for(self.width())), flags, self._words)


_GOING = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End})
