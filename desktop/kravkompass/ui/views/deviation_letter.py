"""What a letter about a deviation is written with, and what can be done with one that is kept."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QFileDialog, QWidget

from kravkompass.language import Languages
from kravkompass.screens.export_formats import Format
from kravkompass.screens.taking_in import copy_out
from kravkompass.ui.layout import Flow, column
from kravkompass.ui.look import LARGE, SMALL, Text
from kravkompass.ui.widgets.button import Button, Weight
from kravkompass.ui.widgets.document_languages import DocumentLanguages
from kravkompass.ui.widgets.field import Field
from kravkompass.ui.widgets.label import Label
from kravkompass.ui.widgets.note_field import NoteArea
from kravkompass.ui.widgets.text_fields import TextField

if TYPE_CHECKING:
    from kravkompass.documents.letters import Letter
    from kravkompass.screens.deviation_letters import Letters
    from kravkompass.ui.language import Voice


class LetterFields(QWidget):
    """The languages of a letter, whom to answer, and what the buyer adds. ``look`` asks to see the letter's pages."""

    look = Signal()

    def __init__(self, voice: Voice) -> None:
        super().__init__()
        self.languages = DocumentLanguages(voice, lambda t: t.say("Language of the letter"))
        self.contact = TextField(voice)
        self.free = NoteArea(voice, lines=(3, 10))
        see = Button(voice, lambda t: t.say("Preview the letter"), Weight.SECONDARY, "file")
        see.clicked.connect(lambda _on=False: self.look.emit())
        inside = column(self, gap=LARGE)
        inside.addWidget(self.languages)
        inside.addWidget(
            Field(
                voice,
                lambda t: t.say("Whom to answer"),
                self.contact,
                help_text=lambda t: t.say("Name, role, telephone and e-mail, as they stand in the letter."),
            )
        )
        inside.addWidget(
            Field(
                voice,
                lambda t: t.say("Your own words"),
                self.free,
                help_text=lambda t: t.say("Stands in the letter as a part of its own. It can be left empty."),
            )
        )
        inside.addWidget(
            Label(
                voice,
                lambda t: t.say("A draft to read through before it is sent: help, not legal advice. The contract decides what you can ask for."),
                Text.MUTED,
            )
        )
        buttons = Flow(gap=SMALL)
        buttons.add([see])
        inside.addLayout(buttons)

    def put(self, language: str, contact: str, free: str) -> None:
        """Show what a letter is written with."""
        self.languages.put_value(Languages.parse(language))
        self.contact.put_value(contact)
        self.free.put_value(free)

    @property
    def spoken(self) -> Languages:
        """The languages of the letter."""
        return self.languages.value


def letter_buttons(
    voice: Voice, letters: Letters, made: Letter, over: QWidget, told: SignalInstance, kept: str = ""
) -> list[Button]:
    """Make the buttons that save a letter in both formats; ``kept`` is the checksum of the PDF where it has been sent already."""
    pdf = Button(voice, lambda t: t.say("Save as PDF"), Weight.QUIET, "export")
    word = Button(voice, lambda t: t.say("Save as Word"), Weight.QUIET, "export")

    def save(form: Format) -> None:
        proposed = Path.home() / letters.file_name(made, form)
        chosen, _ = QFileDialog.getSaveFileName(over, voice.say("Save the letter"), str(proposed), f"*.{form.value}")
        if not chosen:
            return
        file = Path(chosen)
        if kept and form is Format.PDF:
            copy_out(letters.folder, kept, file)
        else:
            letters.write(made, file)
        told.emit(lambda t: t.say("Saved: {file}", file=file.name), None)

    pdf.clicked.connect(lambda _on=False: save(Format.PDF))
    word.clicked.connect(lambda _on=False: save(Format.WORD))
    return [pdf, word]
