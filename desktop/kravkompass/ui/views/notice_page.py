"""How the notice helper looks: each field of the form with the boxes to tick, and why."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from kravkompass.guidance.notice import FIELDS, LABELS, Box, notice
from kravkompass.ui.look import Text
from kravkompass.ui.palettes import Tone
from kravkompass.ui.views.page import WizardPage
from kravkompass.ui.widgets.button import Button
from kravkompass.ui.widgets.callout import Callout
from kravkompass.ui.widgets.key_values import KeyValues
from kravkompass.ui.widgets.label import Label
from kravkompass.ui.widgets.surfaces import Card

if TYPE_CHECKING:
    from kravkompass.language import Translation
    from kravkompass.screens.wizard import Wizard
    from kravkompass.ui.language import Voice
    from kravkompass.ui.work import Workers

NO_BREAK_HYPHEN = "\N{NON-BREAKING HYPHEN}"


class NoticePage(WizardPage):
    """The boxes, copyable."""

    def __init__(self, voice: Voice, wizard: Wizard, workers: Workers) -> None:
        super().__init__(voice, wizard, workers)
        copy = Button(voice, lambda t: t.say("Copy"), icon="copy")
        copy.clicked.connect(self._copy)
        self.set_actions([copy])
        self._shown: tuple[Box, ...] | None = None

    def refresh(self) -> None:
        """Compute the boxes anew."""
        current = self.wizard.guide
        boxes = notice(current.rows(self.language), current.picture)
        if boxes == self._shown:
            return
        self._shown = boxes
        self.empty()
        for box in boxes:
            self.add(self._card(box))
        self.add(
            Callout(
                self.voice,
                Tone.INFO,
                lambda t: t.say("From your choices"),
                lambda t: t.say(
                    "The boxes follow from the requirements on your list. Help, not legal advice: the notice is yours."
                ),
            )
        )

    def _card(self, box: Box) -> Card:
        card = Card()
        card.add(Label(self.voice, lambda t: f"{t.say(FIELDS[box.field])} ({box.field})", Text.HEADING))
        card.add(KeyValues(self.voice, [(code, _why(box, code)) for code in box.codes]))
        return card

    def _copy(self) -> None:
        translation = self.voice.translation
        lines = [
            f"{box.field} {translation.say(FIELDS[box.field])}: {', '.join(_named(code, translation) for code in box.codes)}"
            for box in self._shown or ()
        ]
        QGuiApplication.clipboard().setText("\n".join(lines))
        self.message.emit(lambda t: t.say("Copied."), None)


def _named(code: str, t: Translation) -> str:
    return f"{code} ({t.say(LABELS[code])})"


def _why(box: Box, code: str) -> Callable[[Translation], str]:
    ids = box.because.get(code, ())

    def said(t: Translation) -> str:
        if not ids:
            return t.say(LABELS[code])
        return t.say(
            "{label}. Because of {ids}.",
            label=t.say(LABELS[code]),
            ids=", ".join(one.replace("-", NO_BREAK_HYPHEN) for one in ids),
        )

    return said
