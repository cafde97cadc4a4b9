"""How a later version of a requirement is offered: what is changed against the one taken, word by word, and taking it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kravkompass.guidance.listing import text_language
from kravkompass.ui.layout import column
from kravkompass.ui.look import SMALL, Text
from kravkompass.ui.palettes import Tone
from kravkompass.ui.widgets.button import Button, Weight
from kravkompass.ui.widgets.callout import Callout
from kravkompass.ui.widgets.label import Label
from kravkompass.ui.widgets.word_changes import WordChanges

if TYPE_CHECKING:
    from kravkompass.language import Translation
    from kravkompass.screens.requirements import Choice
    from kravkompass.ui.language import Voice


class NewerWording(QWidget):
    """Shown only when there is a later version than the one taken. Nothing is taken until the buyer says so."""

    taken = Signal()

    def __init__(self, voice: Voice) -> None:
        super().__init__()
        take = Button(voice, lambda t: t.say("Take the new version"), Weight.SECONDARY, "check")
        take.clicked.connect(lambda _on=False: self.taken.emit())
        self._told = Callout(voice, Tone.INFO, "", lambda t: t.say("The purchase keeps the one taken until you take the new one."), [take])
        self._changes = {"demand": WordChanges(voice), "evidence": WordChanges(voice)}
        self._labels = {
            "demand": Label(voice, lambda t: t.say("Demand"), Text.CAPTION),
            "evidence": Label(voice, lambda t: t.say("Evidence"), Text.CAPTION),
        }
        inside = column(self, gap=SMALL)
        inside.addWidget(self._told)
        for name, changes in self._changes.items():
            inside.addWidget(self._labels[name])
            inside.addWidget(changes)
        self.hide()

    def put(self, choice: Choice) -> None:
        """Show what a later version changes, if there is one."""
        newer = choice.newer
        self.setVisible(newer is not None)
        if newer is None:
            return
        revision = newer.revision
        before = choice.requirement.texts[choice.language]
        after = newer.texts[text_language(newer, choice.language)]

        def heading(t: Translation) -> str:
            return t.say("There is a newer version ({n}) than the one you took ({taken})", n=revision, taken=choice.requirement.revision)

        self._told.put(Tone.INFO, heading, lambda t: t.say("The purchase keeps the one taken until you take the new one."))
        for name, changes in self._changes.items():
            was, now = getattr(before, name), getattr(after, name)
            differs = was != now or name == "demand"
            changes.setVisible(differs)
            self._labels[name].setVisible(differs)
            changes.put(was, now)
