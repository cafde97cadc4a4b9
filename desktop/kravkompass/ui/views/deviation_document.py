"""The document of a step: a letter, a file that is copied in, or a word on where it is written down."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kravkompass.followup.letter import LETTER_NAMES
from kravkompass.ui.layout import column
from kravkompass.ui.look import LARGE
from kravkompass.ui.views.deviation_letter import LetterFields
from kravkompass.ui.views.kept_file import KeptFile
from kravkompass.ui.widgets.choice import Alternative, Segments
from kravkompass.ui.widgets.field import Field
from kravkompass.ui.widgets.note_field import NoteLine

if TYPE_CHECKING:
    from kravkompass.followup.deviation import LadderStep
    from kravkompass.followup.letter import LetterKind
    from kravkompass.purchases.evidence_folder import EvidenceFolder
    from kravkompass.ui.language import Voice

LETTER, FILE, ELSEWHERE = "letter", "file", "elsewhere"


class DocumentFields(QWidget):
    """Asks for a step's document. ``look`` asks to see the pages of the letter."""

    look = Signal()

    def __init__(self, voice: Voice, letter: LetterKind | None, folder: EvidenceFolder) -> None:
        super().__init__()
        self._voice, self._letter = voice, letter
        self.way = Segments(voice, [one for one in _ways(letter) if one is not None])
        self.letter = LetterFields(voice)
        self.letter.look.connect(self.look)
        self.reference = NoteLine(voice)
        self.file = KeptFile(voice, folder)
        self._pages = {LETTER: self.letter, FILE: self.file, ELSEWHERE: self._elsewhere_page()}
        inside = column(self, gap=LARGE)
        inside.addWidget(Field(voice, lambda t: t.say("Document of the step"), self.way))
        for page in self._pages.values():
            inside.addWidget(page)
        self.way.changed.connect(lambda _value: self._show())

    def put(self, step: LadderStep, contact: str) -> None:
        """Show what a step has for a document."""
        self.file.put(step.document if step.letter is None else "", step.reference)
        self.letter.put(step.language, step.contact or contact, step.free)
        self.reference.put_value(step.reference)
        self.way.put_value(LETTER if step.letter is not None else FILE if self.file.checksum else ELSEWHERE)
        self._show()

    def written(self, step: LadderStep) -> LadderStep:
        """Give the step with the document that has been chosen."""
        bare = replace(step, letter=None, document="", reference="", language="", contact="", free="")
        match self.way.value:
            case str(way) if way == LETTER:
                letter = self.letter
                return replace(
                    bare, letter=self._letter, language=str(letter.spoken), contact=letter.contact.value, free=letter.free.value
                )
            case str(way) if way == FILE:
                return replace(bare, document=self.file.checksum, reference=self.file.name)
        return replace(bare, reference=self.reference.value)

    @property
    def points_out(self) -> bool:
        """Whether what is written points out a person."""
        return self.letter.free.points_out or self.reference.points_out

    def _show(self) -> None:
        for way, page in self._pages.items():
            page.setVisible(way == self.way.value)

    def _elsewhere_page(self) -> Field:
        return Field(
            self._voice,
            lambda t: t.say("Where it is written down"),
            self.reference,
            help_text=lambda t: t.say("For example minutes of a meeting, or a case number in the register."),
        )


def _ways(letter: LetterKind | None) -> tuple[Alternative | None, ...]:
    return (
        Alternative(LETTER, lambda t: t.say(LETTER_NAMES[letter])) if letter is not None else None,
        Alternative(FILE, lambda t: t.say("A file")),
        Alternative(ELSEWHERE, lambda t: t.say("Written down elsewhere")),
    )
