"""A card that something about a deviation is written in: its fields, what is wrong, and the buttons below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from kravkompass.errors import KnownError
from kravkompass.ui.layout import Flow
from kravkompass.ui.look import SMALL
from kravkompass.ui.palettes import Tone
from kravkompass.ui.widgets.button import Button, Weight
from kravkompass.ui.widgets.callout import Callout
from kravkompass.ui.widgets.surfaces import Card

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from kravkompass.ui.language import Voice, Wording


class Writing(Card):
    """A form in the page. ``cancelled`` comes when the buyer changes her mind."""

    cancelled = Signal()

    def __init__(self, voice: Voice) -> None:
        super().__init__()
        self._voice = voice
        self.wrong = Callout(voice, Tone.NEGATIVE, "")
        self.wrong.hide()

    def first_focus(self) -> QWidget:
        """Give the field that gets the keyboard."""
        raise NotImplementedError

    def finish(self, do_it: Wording, do: Callable[[], object]) -> None:
        """Add what is wrong, and the buttons, at the end. A known error is told in place and nothing more happens."""
        self.add(self.wrong)
        keep = Button(self._voice, do_it, Weight.PRIMARY, "check")
        keep.clicked.connect(lambda _on=False: self._try(do))
        cancel = Button(self._voice, lambda t: t.say("Cancel"))
        cancel.clicked.connect(lambda _on=False: self.cancelled.emit())
        line = Flow(gap=SMALL)
        line.add([keep, cancel])
        self.add(line)

    def _try(self, do: Callable[[], object]) -> None:
        self.wrong.hide()
        try:
            do()
        except KnownError as problem:
            self.wrong.put(Tone.NEGATIVE, problem.said)
            self.wrong.show()
