"""Asking and telling in a window of its own, in our look: for what must be answered before anything else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QScrollArea, QWidget

from kravkompass.ui.language import Speaking
from kravkompass.ui.layout import Flow, column, last_held, row
from kravkompass.ui.look import LARGE, SMALL, WIDE, Text, look
from kravkompass.ui.palettes import Tone
from kravkompass.ui.widgets.button import Button, Weight
from kravkompass.ui.widgets.callout import TONE_ICONS
from kravkompass.ui.widgets.icon_label import Medal
from kravkompass.ui.widgets.label import Label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kravkompass.errors import KnownError
    from kravkompass.ui.language import Voice, Wording

_FRAME = 48
"""Room in pixels for the frame that the desktop puts around a window."""


class Prompt(Speaking, QDialog):
    """A heading, a text, whatever else belongs there, and buttons. The first button is the one for Enter."""

    def __init__(
        self, voice: Voice, heading: Wording, text: Wording = "", tone: Tone = Tone.INFO, over: QWidget | None = None
    ) -> None:
        super().__init__(over)
        self._voice, self._heading, self._text = voice, heading, text
        self.setModal(True)
        self.setMinimumWidth(look().px(440))
        self._inside = inside = column(self, gap=WIDE, margins=WIDE)
        self._line = line = row(gap=LARGE)
        line.addWidget(Medal(TONE_ICONS[tone], tone), 0, Qt.AlignmentFlag.AlignTop)
        self._words = column(gap=SMALL)
        self._words.addWidget(Label(voice, heading, Text.HEADING))
        if text:
            self._words.addWidget(Label(voice, text).selectable())
        line.addLayout(self._words, 1)
        inside.addLayout(line)
        self._buttons = Flow(gap=SMALL, end=True)
        inside.addLayout(self._buttons)
        self.retranslate()

    def add(self, widget: QWidget) -> None:
        """Put something under the text."""
        self._words.addWidget(widget)

    def offer(self, buttons: Sequence[tuple[Button, int]]) -> None:
        """Show buttons and what each gives as the result of `exec`. Escape gives 0."""
        for button, result in reversed(buttons):
            button.clicked.connect(lambda _on=False, result=result: self.done(result))
            self._buttons.addWidget(button)
        buttons[0][0].setDefault(True)
        buttons[0][0].setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Be as high as the wrapped text needs, and no higher; scroll where the screen is too low for it."""
        wanted = self._inside.heightForWidth(self.width())
        room = self.screen().availableSize().height() - look().px(_FRAME)
        if wanted > room:
            self._scroll()
        self.resize(self.width(), min(wanted, room))
        super().showEvent(event)

    def _scroll(self) -> None:
        """Let everything but the buttons scroll."""
        if self._line.parent() is not self._inside:
            return
        holder, sheet, scroll = last_held(self), QWidget(), QScrollArea()
        self._inside.removeItem(self._line)
        self._line.setParent(None)
        sheet.setObjectName("page")
        sheet.setLayout(self._line)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setMinimumWidth(sheet.minimumSizeHint().width() + scroll.verticalScrollBar().sizeHint().width())
        scroll.setWidget(sheet)
        self._inside.insertWidget(0, scroll, 1)
        self._inside.activate()
        if holder is not None:
            holder.setFocus()

    def retranslate(self) -> None:
        """Name the window in the language of the window."""
        self.setWindowTitle(self._voice.word(self._heading))
        self.setAccessibleDescription(self._voice.word(self._text))


def tell(voice: Voice, heading: Wording, text: Wording = "", tone: Tone = Tone.INFO, over: QWidget | None = None) -> None:
    """Tell something that the person must have seen."""
    prompt = Prompt(voice, heading, text, tone, over)
    prompt.offer([(Button(voice, lambda t: t.say("OK"), Weight.PRIMARY), 1)])
    prompt.exec()


def ask(
    voice: Voice, heading: Wording, text: Wording, do_it: Wording, over: QWidget | None = None, *, danger: bool = False
) -> bool:
    """Ask before doing something; the button says what will be done. What is dangerous is not on Enter."""
    prompt = Prompt(voice, heading, text, Tone.WARNING if danger else Tone.INFO, over)
    yes = Button(voice, do_it, Weight.DANGER if danger else Weight.PRIMARY)
    no = Button(voice, lambda t: t.say("Cancel"))
    prompt.offer([(no, 0), (yes, 1)] if danger else [(yes, 1), (no, 0)])
    return prompt.exec() == 1


def tell_error(voice: Voice, error: KnownError, over: QWidget | None = None) -> None:
    """Tell what went wrong and what to do about it, in the language of the window."""
    tell(voice, lambda t: t.say("That did not work"), error.said, Tone.WARNING, over)
