"""A field to pick several things by name, one at a time; what has been picked stands under it, each with a way to take it away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QWidget

from kravkompass.ui.language import Speaking
from kravkompass.ui.layout import Flow, clear, column
from kravkompass.ui.look import SMALL
from kravkompass.ui.widgets.button import Button, Weight
from kravkompass.ui.widgets.choice import Alternative
from kravkompass.ui.widgets.suggest_field import SuggestField

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

    from kravkompass.ui.language import Voice, Wording

MOST_FOUND = 8
"""Suggestions at a time."""


class Picker(Speaking, QWidget):
    """Any number of things out of many. ``added`` and ``removed`` come with a value; what is shown is put from outside."""

    added = Signal(object)
    removed = Signal(object)

    def __init__(self, voice: Voice, find: Callable[[str], Sequence[Alternative]], placeholder: Wording, sort: str) -> None:
        """Make the field; ``sort`` is what the buttons of the picked things are called, such as “country NO”."""
        super().__init__()
        self._voice = voice
        self._sort = sort
        self._shown: tuple[tuple[Hashable, str], ...] = ()
        self._chosen: tuple[tuple[Hashable, Wording], ...] = ()
        self.search = SuggestField(voice, find, placeholder=placeholder, keeps=False)
        self.search.picked.connect(self.added)
        self._picked = QWidget()
        self._flow = Flow(self._picked, gap=SMALL)
        inside = column(self, gap=SMALL)
        inside.addWidget(self.search)
        inside.addWidget(self._picked)
        self._picked.hide()
        self.setFocusProxy(self.search)

    def put(self, chosen: Sequence[tuple[Hashable, Wording]]) -> None:
        """Show what has been picked, in this order."""
        self._chosen = tuple(chosen)
        self.retranslate()

    def retranslate(self) -> None:
        """Say the names in the language of the window."""
        shown = tuple((value, self._voice.word(wording)) for value, wording in self._chosen)
        if shown == self._shown:
            return
        self._shown = shown
        held = QApplication.focusWidget()
        inside = held is not None and self._picked.isAncestorOf(held)
        clear(self._flow)
        self._flow.add(self._button(value, name) for value, name in shown)
        self._picked.setVisible(bool(shown))
        if inside:
            self.search.setFocus()

    def setAccessibleName(self, name: str) -> None:
        """Name the field to write in."""
        self.search.setAccessibleName(name)

    def setAccessibleDescription(self, description: str) -> None:
        """Describe the field to write in."""
        self.search.setAccessibleDescription(description)

    def _button(self, value: Hashable, name: str) -> Button:
        button = Button(self._voice, name, Weight.SECONDARY, "close")
        button.setObjectName(f"{self._sort} {value}")
        button.setAccessibleDescription(self._voice.say("Take away"))
        button.setToolTip(self._voice.say("Take away"))
        button.clicked.connect(lambda: self.removed.emit(value))
        return button


def found(words: str, names: Sequence[tuple[Hashable, Wording]], voice: Voice) -> list[Alternative]:
    """Give the first things whose name in the language of the window has these words in it."""
    asked = words.casefold()
    return [Alternative(value, said) for value, said in names if asked in voice.word(said).casefold()][:MOST_FOUND]
