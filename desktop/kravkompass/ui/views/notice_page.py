"""How the notice helper looks: each field of the form with the boxes to tick, and why."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from kravkompass.guidance.notice import FIELDS, LABELS, Box, notice
from kravkompass.ui.layout import column, row
from kravkompass.ui.look import MEDIUM, TIGHT, Text
from kravkompass.ui.palettes import Tone
from kravkompass.ui.views.page import WizardPage
from kravkompass.ui.widgets.button import Button
from kravkompass.ui.widgets.callout import Callout
from kravkompass.ui.widgets.label import Label
from kravkompass.ui.widgets.surfaces import Card

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLayout

    from kravkompass.language import Translation
    from kravkompass.screens.wizard import Wizard
    from kravkompass.ui.language import Voice, Wording
    from kravkompass.ui.work import Workers

GENERAL = "BT-06"
"""The field whose boxes only sum up the others."""
NO_BREAK_HYPHEN = "\N{NON-BREAKING HYPHEN}"


class NoticePage(WizardPage):
    """The boxes, copyable."""

    def __init__(self, voice: Voice, wizard: Wizard, workers: Workers) -> None:
        super().__init__(voice, wizard, workers)
        copy = Button(voice, lambda t: t.say("Copy"), icon="copy")
        copy.clicked.connect(self._copy)
        self.set_actions([copy])
        self._shown: tuple[Box, ...] | None = None
        self._titles: Mapping[str, str] = {}

    def refresh(self) -> None:
        """Compute the boxes anew."""
        current = self.wizard.guide
        rows = current.rows(self.language)
        boxes = notice(rows, current.picture)
        titles = {row.requirement.id: row.texts.title for row in rows}
        if (boxes, titles) == (self._shown, self._titles):
            return
        self._shown, self._titles = boxes, titles
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
        for code in box.codes:
            card.add(self._code(box, code))
        return card

    def _code(self, box: Box, code: str) -> QLayout:
        """What to tick, its code in small, and which requirements it comes from."""
        words = column(gap=TIGHT)
        words.addLayout(self._named(lambda t: t.say(LABELS[code]), code, Text.STRONG))
        because = box.because.get(code, ())
        if box.field == GENERAL:
            n = len(because)
            if n:
                words.addWidget(Label(self.voice, lambda t: _below(n, t), Text.MUTED))
            return words
        for name in because:
            words.addLayout(self._named(self._titles[name], name.replace("-", NO_BREAK_HYPHEN), Text.BODY))
        return words

    def _named(self, wording: Wording, small: str, kind: Text) -> QLayout:
        line = row(gap=MEDIUM)
        line.addWidget(Label(self.voice, wording, kind), 1)
        line.addWidget(Label(self.voice, small, Text.CAPTION, wraps=False), 0, Qt.AlignmentFlag.AlignTop)
        return line

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


def _below(n: int, t: Translation) -> str:
    return t.count("From {n} requirement, named below.", "From {n} requirements, named below.", n)
