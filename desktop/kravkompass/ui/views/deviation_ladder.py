"""How the ladder of a deviation looks: its steps under each other, where it stands, what comes next, and what was done at each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kravkompass.followup.escalation import Reach
from kravkompass.followup.ladder import LADDER, STEP_NAMES
from kravkompass.ui import icons, painting
from kravkompass.ui.layout import column, row
from kravkompass.ui.look import MEDIUM, SMALL, TIGHT, Text, look
from kravkompass.ui.views.deviation_record import StepRecord
from kravkompass.ui.widgets.button import Button, Weight
from kravkompass.ui.widgets.label import Label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QHBoxLayout

    from kravkompass.followup.ladder import Rung, Step
    from kravkompass.language import Translation
    from kravkompass.screens.deviation_dossiers import Dossier
    from kravkompass.screens.deviation_letters import Letters
    from kravkompass.ui.language import Voice, Wording

_SIZE = 28
_DOWN = 8
"""How far below the top of its row a mark stands, so that it is in line with the name and the button."""
_ICONS = {Reach.TAKEN: "check", Reach.SKIPPED: "more"}


class RungMark(QWidget):
    """The mark of a step: its number, or a sign when it was taken or passed, and the line to its neighbours."""

    def __init__(self, place: int, of: int, reach: Reach) -> None:
        super().__init__()
        self._place, self._of, self._reach = place, of, reach
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the text."""
        if event.type() == QEvent.Type.StyleChange:
            self._fit()
        super().changeEvent(event)

    def _fit(self) -> None:
        side = look().px(_SIZE)
        if self.minimumWidth() != side:
            self.setFixedWidth(side)
            self.setMinimumHeight(side + look().px(_DOWN))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - all of it is drawn
        """Draw the mark and the line."""
        worn, palette = look(), look().palette
        size = float(worn.px(_SIZE))
        where = QRectF(0, worn.px(_DOWN), size, size)
        painter = painting.start(self)
        if self._place < self._of - 1:
            painter.setPen(QPen(QColor(palette.line), 2))
            painter.drawLine(QPointF(size / 2, where.bottom() + 3), QPointF(size / 2, self.height() + where.top() - 3))
        fill, edge, ink = self._colours()
        painting.rounded(painter, where, size / 2, fill, edge, 1.5)
        if self._reach in _ICONS:
            inset = size * 0.24
            icons.paint(painter, _ICONS[self._reach], ink, where.adjusted(inset, inset, -inset, -inset))
        else:
            painter.setFont(worn.font(Text.STRONG))
            painter.setPen(QColor(ink))
            painter.drawText(where, Qt.AlignmentFlag.AlignCenter, str(self._place + 1))
        painter.end()

    def _colours(self) -> tuple[str, str, str]:
        palette = look().palette
        match self._reach:
            case Reach.TAKEN:
                return palette.positive.soft, palette.positive.soft, palette.positive.on_soft
            case Reach.NEXT:
                return palette.accent.strong, palette.accent.strong, palette.accent.on_strong
            case Reach.SKIPPED:
                return palette.neutral.soft, palette.edge, palette.neutral.on_soft
            case _:
                return palette.raised, palette.edge, palette.muted


class StepButton(Button):
    """A button beside a step: its words are short, and its accessible name says which step."""

    def __init__(self, voice: Voice, short: Wording, whole: Wording, weight: Weight) -> None:
        super().__init__(voice, short, weight)
        self._whole = whole
        self.retranslate()

    def retranslate(self) -> None:
        """Say both in the language of the window."""
        super().retranslate()
        if (whole := getattr(self, "_whole", None)) is not None:  # the kit says it once before there is one
            self.setAccessibleName(self._voice.word(whole))


class LadderSteps(QWidget):
    """The ladder of one deviation. ``wanted`` asks to take a step, ``came`` to write what came of one (its id)."""

    wanted = Signal(object)
    came = Signal(str)
    message = Signal(object, object)

    def __init__(self, voice: Voice, letters: Letters, dossier: Dossier) -> None:
        super().__init__()
        self._voice, self._letters, self._dossier = voice, letters, dossier
        inside = column(self, gap=0)
        for place, rung in enumerate(LADDER):
            inside.addLayout(self._rung(place, rung))

    def _rung(self, place: int, rung: Rung) -> QHBoxLayout:
        reach = self._dossier.standing.reach(rung.step)
        line = row(gap=MEDIUM)
        line.addWidget(RungMark(place, len(LADDER), reach))
        words = column(gap=TIGHT, margins=(0, TIGHT, 0, MEDIUM))
        head = row(gap=SMALL)
        head.addWidget(Label(self._voice, lambda t: t.say(rung.name), Text.STRONG), 1)
        if self._dossier.deviation.is_open:
            head.addWidget(self._button(rung.step, reach), 0, Qt.AlignmentFlag.AlignTop)
        words.addLayout(head)
        words.addWidget(Label(self._voice, lambda t: self._stands(rung, reach, t), Text.MUTED))
        for one in self._dossier.of(rung.step):
            if one.came_of:
                words.addWidget(Label(self._voice, one.came_of).selectable())
            record = StepRecord(self._voice, self._letters, self._dossier, one)
            record.came.connect(self.came)
            record.message.connect(self.message)
            words.addWidget(record)
        line.addLayout(words, 1)
        return line

    def _button(self, step: Step, reach: Reach) -> Button:
        again = reach is Reach.TAKEN
        short: Wording = (lambda t: t.say("Take again …")) if again else (lambda t: t.say("Take the step …"))

        def whole(t: Translation) -> str:
            name = t.say(STEP_NAMES[step])
            return t.say("Take again: {step}", step=name) if again else t.say("Take the step: {step}", step=name)

        button = StepButton(self._voice, short, whole, Weight.PRIMARY if reach is Reach.NEXT else Weight.QUIET)
        button.setObjectName(f"take {step.value}")
        button.clicked.connect(lambda _on=False: self.wanted.emit(step))
        return button

    def _stands(self, rung: Rung, reach: Reach, t: Translation) -> str:
        standing = self._dossier.standing
        match reach:
            case Reach.TAKEN:
                days = [t.formats.short_date(one.day) for one in self._dossier.of(rung.step)]
                return t.say("Taken on {days}", days=t.formats.all_of(days))
            case Reach.SKIPPED:
                return t.say("Passed with a reason")
            case Reach.NEXT:
                return t.say("Next step. {does}", does=t.say(rung.does))
            case Reach.ANYTIME:
                return t.say("Zero tolerance does not wait for this step. It can be taken at any time.")
            case _:
                return t.count(
                    "Goes past {n} step that has not been taken, which wants a written reason.",
                    "Goes past {n} steps that have not been taken, which wants a written reason.",
                    len(standing.passed_by(rung.step)),
                )
