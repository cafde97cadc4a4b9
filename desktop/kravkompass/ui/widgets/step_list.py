"""The steps of a task, each with its number or tick, its title and how it stands."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QPushButton, QScrollArea, QWidget

from kravkompass.ui import icons, painting
from kravkompass.ui.language import Speaking
from kravkompass.ui.layout import clear, column, grows_down
from kravkompass.ui.look import MEDIUM, ROUND, WIDE, Text, look

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kravkompass.ui.language import Voice, Wording


class Standing(StrEnum):
    """How a step stands."""

    TO_DO = "to do"
    BEGUN = "begun"
    DONE = "done"
    LOOK_HERE = "look here"


@dataclass(frozen=True, slots=True)
class StepItem:
    """One step: its id, its title, how it stands, and a few words on that. With an icon it is a place rather than a step."""

    id: str
    title: Wording
    standing: Standing = Standing.TO_DO
    note: Wording = ""
    icon: str = ""


class StepList(QScrollArea):
    """Steps under each other. Arrow up and down, Home and End go between them; Enter or Space opens one."""

    chosen = Signal(str)

    def __init__(self, voice: Voice, name: Wording = lambda t: t.say("Steps")) -> None:
        super().__init__()
        self._voice = voice
        self._name = name
        self._rows: list[_StepRow] = []
        self._items: tuple[StepItem, ...] = ()
        self._current = ""
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        sheet = QWidget()
        sheet.setObjectName("page")
        self._column = column(sheet, gap=0, margins=(MEDIUM, WIDE, MEDIUM, WIDE))
        self.setWidget(sheet)

    def show_steps(self, steps: Sequence[StepItem], current: str) -> None:
        """Show the steps as they stand now; the keyboard stays on the step where it is."""
        if [item.id for item in steps] != [item.id for item in self._items]:
            self._build(steps)
        self._items, self._current = tuple(steps), current
        for row, item in zip(self._rows, steps, strict=True):
            row.show_item(item, current=item.id == current)
        self.setMinimumWidth(max((row.minimumSizeHint().width() for row in self._rows), default=0) + look().px(4 * MEDIUM))
        QTimer.singleShot(0, self, self._bring_current)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the step that is open in sight when there is less room."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._bring_current)

    def _bring_current(self) -> None:
        for row in self._rows:
            if row.isChecked():
                self.ensureWidgetVisible(row, 0, look().px(48))

    @property
    def current(self) -> str:
        """The id of the step that is open."""
        return self._current

    def focus_current(self) -> None:
        """Give the keyboard to the step that is open."""
        for row in self._rows:
            if row.isChecked():
                row.setFocus()

    def _build(self, steps: Sequence[StepItem]) -> None:
        held = next((row.item.id for row in self._rows if row.hasFocus()), "")
        clear(self._column)
        self._rows = [_StepRow(self._voice, place, len(steps), item, self) for place, item in enumerate(steps)]
        for row in self._rows:
            row.clicked.connect(lambda _on=False, row=row: self._open(row))
            self._column.addWidget(row)
            if row.item.id == held:
                row.setFocus()
        self._column.addStretch()

    def _open(self, row: _StepRow) -> None:
        row.setChecked(row.item.id == self._current)
        self.chosen.emit(row.item.id)

    def move_from(self, row: _StepRow, key: Qt.Key) -> bool:
        """Go from one step to another with the keyboard; False for a key that means nothing here."""
        here = self._rows.index(row)
        there = {Qt.Key.Key_Up: here - 1, Qt.Key.Key_Down: here + 1, Qt.Key.Key_Home: 0, Qt.Key.Key_End: len(self._rows) - 1}.get(
            key
        )
        if there is None:
            return False
        target = self._rows[min(max(there, 0), len(self._rows) - 1)]
        target.setFocus(Qt.FocusReason.TabFocusReason)
        self.ensureWidgetVisible(target)
        return True


class _StepRow(Speaking, QPushButton):
    """One step to press."""

    def __init__(self, voice: Voice, place: int, of: int, item: StepItem, steps: StepList) -> None:
        super().__init__()
        self._voice, self._place, self._of, self._steps = voice, place, of, steps
        self.item = item
        self._note = ""
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        grows_down(self)

    def show_item(self, item: StepItem, *, current: bool) -> None:
        """Show how the step stands."""
        self.item = item
        self.setChecked(current)
        self.retranslate()

    def retranslate(self) -> None:
        """Say the title and how it stands in the language of the window."""
        title = self._voice.word(self.item.title)
        self._note = self._voice.word(self.item.note)
        self.setText(title.replace("&", "&&"))
        self.setAccessibleName(title if self.item.icon else self._spoken(title))
        self.setAccessibleDescription(self._note)
        self.updateGeometry()
        self.update()

    def _spoken(self, title: str) -> str:
        step = self._voice.say("Step {n} of {all}: {title}", n=self._place + 1, all=self._of, title=title)
        return f"{step}. {self._standing()}"

    def _standing(self) -> str:
        say = self._voice.say
        if self.isChecked():
            return say("Open now")
        return {
            Standing.TO_DO: say("Not begun"),
            Standing.BEGUN: say("Begun"),
            Standing.DONE: say("Done"),
            Standing.LOOK_HERE: say("Needs a look"),
        }[self.item.standing]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to another step, or open this one."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        elif not self._steps.move_from(self, Qt.Key(event.key())):
            QAbstractButton.keyPressEvent(self, event)

    def _boxes(self) -> tuple[painting.TextBox, painting.TextBox]:
        worn = look()
        beside = self._left() + worn.px(12)
        title = painting.TextBox(self.text().replace("&&", "&"), QFontMetrics(worn.font(Text.STRONG)), beside, 0, 0)
        note = painting.TextBox(self._note, QFontMetrics(worn.font(Text.CAPTION)), beside, 0, 0)
        return title, note

    def _left(self) -> int:
        return look().px(10 + 28 + 12)

    def sizeHint(self) -> QSize:
        """Give the size that suits the words."""
        width = max(box.preferred().width() for box in self._boxes())
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Give the size below which a word would be cut."""
        return QSize(max(box.smallest().width() for box in self._boxes()), look().px(48))

    def hasHeightForWidth(self) -> bool:
        """A narrow step is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Tell how high it is when so wide."""
        title, note = self._boxes()
        text = title.height_for(width) + (note.height_for(width) if self._note else 0)
        return max(text + look().px(20), look().px(48))

    def changeEvent(self, event: QEvent) -> None:
        """Measure again when the size of text changes."""
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - all of it is drawn
        """Draw the step."""
        worn, palette = look(), look().palette
        painter = painting.start(self)
        body = QRectF(self.rect())
        if self.isChecked() or self.underMouse():
            painting.rounded(painter, body, worn.px(ROUND), palette.accent.soft if self.isChecked() else palette.hover)
        if self.hasFocus():
            painting.ring(painter, body, worn.px(ROUND))
        self._paint_mark(painter)
        title, note = self._boxes()
        first, second = title.height_for(self.width()), note.height_for(self.width()) if self._note else 0
        top = (self.height() - first - second) // 2
        width = self.width() - self._left() - worn.px(12) + 1
        painter.setFont(worn.font(Text.STRONG if self.isChecked() else Text.BODY))
        painter.setPen(QColor(palette.accent.on_soft if self.isChecked() else palette.text))
        painter.drawText(QRect(self._left(), top, width, first), painting.WRAPPED, title.text)
        if self._note:
            painter.setFont(worn.font(Text.CAPTION))
            ink = palette.warning.strong if self.item.standing is Standing.LOOK_HERE else palette.muted
            painter.setPen(QColor(palette.accent.on_soft if self.isChecked() else ink))
            painter.drawText(QRect(self._left(), top + first, width, second), painting.WRAPPED, self._note)
        painter.end()

    def _paint_mark(self, painter: QPainter) -> None:
        worn, palette = look(), look().palette
        size = worn.px(28)
        where = QRectF(worn.px(10), (self.height() - size) / 2, size, size)
        middle = where.center().x()
        painter.setPen(QPen(QColor(palette.line), 2))
        if self._place and not self.item.icon:
            painter.drawLine(QPointF(middle, 0), QPointF(middle, where.top() - 3))
        if self._place < self._of - 1 and not self.item.icon:
            painter.drawLine(QPointF(middle, where.bottom() + 3), QPointF(middle, self.height()))
        fill, edge, ink = self._mark_colours()
        painting.rounded(painter, where, size / 2, fill, edge, 1.5)
        icon = self.item.icon or {Standing.DONE: "check", Standing.LOOK_HERE: "warning"}.get(self.item.standing)
        if icon and (self.item.icon or not self.isChecked()):
            inset = size * 0.22
            icons.paint(painter, icon, ink, where.adjusted(inset, inset, -inset, -inset))
        else:
            painter.setFont(worn.font(Text.STRONG))
            painter.setPen(QColor(ink))
            painter.drawText(where, Qt.AlignmentFlag.AlignCenter, str(self._place + 1))

    def _mark_colours(self) -> tuple[str, str, str]:
        palette = look().palette
        if self.isChecked():
            return palette.accent.strong, palette.accent.strong, palette.accent.on_strong
        match self.item.standing:
            case Standing.DONE:
                return palette.positive.soft, palette.positive.soft, palette.positive.on_soft
            case Standing.LOOK_HERE:
                return palette.warning.soft, palette.warning.soft, palette.warning.on_soft
            case Standing.BEGUN:
                return palette.raised, palette.accent.strong, palette.accent.strong
            case Standing.TO_DO:
                return palette.raised, palette.edge, palette.muted
