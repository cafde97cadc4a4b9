"""How the question of where it is made looks: countries to pick by name, “Do not know”, and what to ask the supplier."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication

from kravkompass.screens.production import Production
from kravkompass.ui.palettes import Tone
from kravkompass.ui.widgets.button import Button, Weight
from kravkompass.ui.widgets.callout import Callout
from kravkompass.ui.widgets.choice import Alternative, MultiChoice
from kravkompass.ui.widgets.field import Field
from kravkompass.ui.widgets.picker import Picker
from kravkompass.ui.widgets.surfaces import Card

if TYPE_CHECKING:
    from kravkompass.language import Language, Translation
    from kravkompass.screens.wizard import Wizard
    from kravkompass.ui.language import Voice

UNKNOWN = "unknown"


class ProductionCard(Card):
    """The production countries."""

    message = Signal(object, object)

    def __init__(self, voice: Voice, wizard: Wizard) -> None:
        super().__init__()
        self._voice = voice
        self._screen = Production(wizard)
        self._countries = Picker(voice, self._found, lambda t: t.say("Write the name of a country"), "country")
        self._countries.added.connect(lambda code: self._screen.add(str(code)))
        self._countries.removed.connect(lambda code: self._screen.remove(str(code)))
        self.search = self._countries.search
        self.search.setObjectName("countries")
        self._field = Field(
            voice,
            lambda t: t.say("Where is it made?"),
            self._countries,
            help_text=lambda t: t.say(
                "All countries you know of: final manufacture, parts and raw material. Pick one at a time."
            ),
        )
        self._unknown = MultiChoice(
            voice,
            [
                Alternative(
                    UNKNOWN,
                    lambda t: t.say("I do not know all of the countries"),
                    lambda t: t.say("What is not known counts as a risk."),
                )
            ],
        )
        self._unknown.changed.connect(lambda values: self._screen.set_unknown(on=UNKNOWN in values))
        self._ask = self._question()
        for part in (self._field, self._unknown, self._ask):
            self.add(part)

    def _question(self) -> Callout:
        copy = Button(self._voice, lambda t: t.say("Copy the question"), Weight.SECONDARY, "copy")
        copy.clicked.connect(self._copy)
        return Callout(
            self._voice,
            Tone.INFO,
            lambda t: t.say("Ask the supplier"),
            lambda _t: self._screen.question(),
            [copy],
        )

    def refresh(self) -> None:
        """Show the countries as they are now."""
        chosen, unknown = self._screen.chosen(self._language), self._screen.is_unknown
        self._unknown.put_value({UNKNOWN} if unknown else ())
        self._ask.setVisible(unknown)
        self._ask.put(Tone.INFO, lambda t: t.say("Ask the supplier"), lambda _t: self._screen.question())
        self._countries.put(chosen)

    def _found(self, words: str) -> list[Alternative]:
        return [Alternative(code, name) for code, name in self._screen.find(words, self._language)]

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._screen.question())
        self.message.emit(_copied, None)

    @property
    def _language(self) -> Language:
        return self._voice.translation.language


def _copied(t: Translation) -> str:
    return t.say("The question is copied. Paste it into a message to the supplier.")
