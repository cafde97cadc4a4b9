"""Fields to choose answers in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QSizePolicy, QWidget

from kravkompass.ui import painting
from kravkompass.ui.layout import column, grows_down, row
from kravkompass.ui.look import HIT, ROUND, SMALL, Text, look
from kravkompass.ui.widgets.option import Answer, Option, Tick

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Sequence

    from kravkompass.ui.language import Voice, Wording


@dataclass(frozen=True, slots=True)
class Alternative:
    """One answer that can be chosen: its value, its words, and a note under them."""

    value: Hashable
    wording: Wording
    note: Wording = ""


class Choice(QWidget):
    """One answer of several, each on a row of its own; None while none is chosen. Arrow keys go from one to the next."""

    changed = Signal(object)

    def __init__(self, voice: Voice, alternatives: Sequence[Alternative]) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self._values = tuple(alternative.value for alternative in alternatives)
        self._inside = self._layout()
        for place, alternative in enumerate(alternatives):
            option = self._option(voice, alternative, place, len(alternatives))
            self._group.addButton(option, place)
            self._inside.addWidget(option)
        self._group.idClicked.connect(lambda place: self.changed.emit(self._values[place]))

    @property
    def value(self) -> Hashable | None:
        """The value of the chosen answer, None for none."""
        place = self._group.checkedId()
        return None if place < 0 else self._values[place]

    def put_value(self, value: Hashable | None) -> None:
        """Show which answer is chosen; None, or a value that is no answer, for none."""
        if value in self._values:
            self._group.button(self._values.index(value)).setChecked(True)
        elif (chosen := self._group.checkedButton()) is not None:
            self._group.setExclusive(False)
            chosen.setChecked(False)
            self._group.setExclusive(True)

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Give the keyboard to the chosen answer, or to the first."""
        button = self._group.checkedButton() or self._group.button(0)
        button.setFocus(reason)

    def _layout(self) -> QBoxLayout:
        return column(self, gap=SMALL)

    def _option(self, voice: Voice, alternative: Alternative, _place: int, _of: int) -> Answer:
        return Option(voice, alternative.wording, alternative.note)


class MultiChoice(QWidget):
    """Any number of answers, each on a row of its own. Values are frozen sets."""

    changed = Signal(object)

    def __init__(self, voice: Voice, alternatives: Sequence[Alternative]) -> None:
        super().__init__()
        self._ticks: dict[Hashable, Tick] = {}
        inside = column(self, gap=SMALL)
        for alternative in alternatives:
            tick = Tick(voice, alternative.wording, alternative.note)
            tick.clicked.connect(lambda _on=False: self.changed.emit(self.value))
            self._ticks[alternative.value] = tick
            inside.addWidget(tick)

    @property
    def value(self) -> frozenset[Hashable]:
        """The values of the chosen answers."""
        return frozenset(value for value, tick in self._ticks.items() if tick.isChecked())

    def put_value(self, value: Iterable[Hashable] | None) -> None:
        """Show which answers are chosen."""
        chosen = frozenset(value or ())
        for answer, tick in self._ticks.items():
            tick.setChecked(answer in chosen)


    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Give the keyboard to the first answer."""
        first = next((tick for tick in self._ticks.values() if not tick.isHidden()), None)
        if first is not None:
            first.setFocus(reason)

    def show_only(self, values: Iterable[Hashable]) -> None:
        """Offer some of the answers alone; one that is not offered is not chosen either."""
        offered = frozenset(values)
        for answer, tick in self._ticks.items():
            tick.setVisible(answer in offered)
            tick.setChecked(tick.isChecked() and answer in offered)


class Segments(Choice):
    """One answer of a few short ones, side by side in one control: Yes, No, Don't know."""

    def __init__(self, voice: Voice, alternatives: Sequence[Alternative]) -> None:
        super().__init__(voice, alternatives)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)

    def _layout(self) -> QBoxLayout:
        return row(self, gap=0)

    def _option(self, voice: Voice, alternative: Alternative, place: int, of: int) -> Answer:
        return _Segment(voice, alternative, first=place == 0, last=place == of - 1)


def yes_no(voice: Voice, unknown: Hashable | None = None) -> Segments:
    """Make a field for True, False and, when given, a value that stands for "don't know"."""
    answers = [Alternative(value=True, wording=lambda t: t.say("Yes")), Alternative(value=False, wording=lambda t: t.say("No"))]
    if unknown is not None:
        answers.append(Alternative(unknown, lambda t: t.say("Don’t know")))
    return Segments(voice, answers)


class _Segment(Option):
    def __init__(self, voice: Voice, alternative: Alternative, *, first: bool, last: bool) -> None:
        self._first, self._last = first, last
        super().__init__(voice, alternative.wording, alternative.note)
        grows_down(self, QSizePolicy.Policy.Preferred)

    def _box(self) -> painting.TextBox:
        worn = look()
        metrics = QFontMetrics(worn.font(Text.STRONG))
        return painting.TextBox(self._words(), metrics, 2 * worn.px(18), worn.px(16), worn.px(HIT + 2))

    def sizeHint(self) -> QSize:
        """Give the size that suits the words."""
        size = self._box().preferred()
        return size.expandedTo(QSize(look().px(84), 0))

    def minimumSizeHint(self) -> QSize:
        """Give the size below which a word would be cut."""
        return self._box().smallest()

    def heightForWidth(self, width: int) -> int:
        """Tell how high it is when so wide."""
        return self._box().height_for(width)

    def event(self, event: QEvent) -> bool:
        """Stand above the neighbours while having the keyboard, so that the ring is whole."""
        if event.type() == QEvent.Type.FocusIn:
            self.raise_()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - all of it is drawn
        """Draw the segment."""
        worn, palette = look(), look().palette
        on = self.isChecked()
        painter = painting.start(self)
        radius = worn.px(ROUND)
        # Drawn wider than shown on the inner sides, so that only the outer corners are round.
        body = QRectF(self.rect()).adjusted(0 if self._first else -radius - 1, 0, 0 if self._last else radius, 0)
        chosen = palette.accent.strong if self.isEnabled() else palette.accent.soft
        fill = chosen if on else palette.hover if self.underMouse() and self.isEnabled() else palette.raised
        painting.rounded(painter, body, radius, fill, chosen if on else palette.edge, 1)
        self._part(painter, on=on)
        if self.hasFocus():
            inner = QRectF(self.rect())
            painting.rounded(painter, inner, radius, None, palette.raised, 4)
            painting.ring(painter, inner, radius)
        painter.setFont(worn.font(Text.STRONG if on else Text.BODY))
        free = palette.accent.on_strong if on else palette.text
        ink = free if self.isEnabled() else palette.accent.on_soft if on else palette.muted
        painter.setPen(QColor(ink))
        side = worn.px(14)
        where = QRect(side, 0, self.width() - 2 * side, self.height())
        painter.drawText(where, painting.WRAPPED | Qt.AlignmentFlag.AlignHCenter, self._words())
        painter.end()

    def _part(self, painter: QPainter, *, on: bool) -> None:
        if not self._last and not on:
            painter.fillRect(self.width() - 1, 1, 1, self.height() - 2, QColor(look().palette.edge))
