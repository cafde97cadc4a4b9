"""Something the person should notice, said in place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kravkompass.ui import painting
from kravkompass.ui.layout import Flow, column, row
from kravkompass.ui.look import LARGE, MEDIUM, ROUND, SMALL, TIGHT, Text, look
from kravkompass.ui.palettes import Tone
from kravkompass.ui.widgets.icon_label import IconLabel
from kravkompass.ui.widgets.label import Label

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kravkompass.ui.language import Voice, Wording

TONE_ICONS = {
    Tone.NEUTRAL: "info",
    Tone.ACCENT: "reason",
    Tone.INFO: "info",
    Tone.POSITIVE: "positive",
    Tone.WARNING: "warning",
    Tone.NEGATIVE: "negative",
}


class Callout(QWidget):
    """A softly coloured box with an icon, a heading, a text and buttons for what to do."""

    def __init__(self, voice: Voice, tone: Tone, heading: Wording, text: Wording = "", actions: Iterable[QWidget] = ()) -> None:
        super().__init__()
        self._tone = tone
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._icon = IconLabel(TONE_ICONS[tone], tone, 22)
        self._heading = Label(voice, heading, Text.STRONG)
        self._text = Label(voice, text)
        inside = row(self, gap=MEDIUM, margins=(LARGE, MEDIUM + 2, LARGE, MEDIUM + 2))
        aside = column(gap=0)
        aside.addWidget(self._icon)
        aside.addStretch()
        inside.addLayout(aside)
        words = column(gap=TIGHT)
        words.addWidget(self._heading)
        words.addWidget(self._text)
        inside.addLayout(words, 1)
        self._text.setVisible(bool(text))
        buttons = list(actions)
        if buttons:
            flow = Flow(gap=SMALL)
            flow.add(buttons)
            words.addSpacing(look().gap(TIGHT))
            words.addLayout(flow)

    def put(self, tone: Tone, heading: Wording, text: Wording = "") -> None:
        """Say something else."""
        self._tone = tone
        self._icon.put(TONE_ICONS[tone], tone)
        self._heading.put(heading)
        self._text.put(text)
        self._text.setVisible(bool(text))
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for as much height as the words need in the width there is: no more is given."""
        return super().sizeHint().expandedTo(QSize(0, self.heightForWidth(self.width())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask anew when the width is another."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - all of it is drawn
        """Draw the ground."""
        shades = look().palette.shades(self._tone)
        painter = painting.start(self)
        edge = QColor(shades.strong)
        edge.setAlphaF(0.35)
        painting.rounded(painter, self.rect(), look().px(ROUND + 2), shades.soft, edge.name(QColor.NameFormat.HexArgb))
        painter.end()
