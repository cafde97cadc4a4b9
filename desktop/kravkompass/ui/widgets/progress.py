"""How far a piece of work has come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from kravkompass.ui.language import Speaking
from kravkompass.ui.layout import column, row
from kravkompass.ui.look import MEDIUM, TIGHT, Text
from kravkompass.ui.widgets.button import Button, Weight
from kravkompass.ui.widgets.label import Label

if TYPE_CHECKING:
    from kravkompass.ui.language import Voice, Wording


class ProgressLine(Speaking, QWidget):
    """What is being done, a thin bar, and a button to stop it where it can be stopped."""

    stop = Signal()

    def __init__(self, voice: Voice, wording: Wording = "", *, stoppable: bool = False) -> None:
        super().__init__()
        self._voice = voice
        self._wording = wording
        self._label = Label(voice, wording, Text.CAPTION)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._stop = Button(voice, lambda t: t.say("Stop"), Weight.QUIET, "stop")
        self._stop.clicked.connect(self.stop)
        line = row(self, gap=MEDIUM)
        words = column(gap=TIGHT)
        words.addWidget(self._label)
        words.addWidget(self._bar)
        line.addLayout(words, 1)
        line.addWidget(self._stop)
        self._stop.setVisible(stoppable)
        self.retranslate()

    def put(self, done: int, of: int, wording: Wording | None = None) -> None:
        """Show how far it has come; ``of`` 0 when nobody knows how long it takes."""
        self._bar.setRange(0, of)
        self._bar.setValue(done)
        if wording is not None:
            self._wording = wording
            self._label.put(wording)
            self.retranslate()

    def retranslate(self) -> None:
        """Name the bar in the language of the window."""
        self._bar.setAccessibleName(self._voice.word(self._wording) or self._voice.say("Progress"))
