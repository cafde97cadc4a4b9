"""Typing in a self-report that came on paper: the form's own fields in their order, and the scanned paper beside them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from kravkompass.documents.field import FieldKind
from kravkompass.documents.outline import plain
from kravkompass.ui.layout import Flow, clear, column
from kravkompass.ui.look import LARGE, MEDIUM, Text
from kravkompass.ui.widgets.button import Button, Weight
from kravkompass.ui.widgets.choice import Alternative, MultiChoice, Segments
from kravkompass.ui.widgets.field import Field
from kravkompass.ui.widgets.label import Label
from kravkompass.ui.widgets.note_field import NoteArea, NoteLine
from kravkompass.ui.widgets.surfaces import Card
from kravkompass.ui.widgets.value_fields import DateField

if TYPE_CHECKING:
    from datetime import date

    from kravkompass.documents.field import Field as Asked
    from kravkompass.language import Translation
    from kravkompass.screens.questionnaire_paper import PaperAnswers
    from kravkompass.ui.language import Voice

TICKED = "yes"
Read = Callable[[], str]


class PaperCard(Card):
    """A form to type in. ``taken`` comes when it is to be taken in, ``put_away`` when it is closed; what was typed is then kept."""

    taken = Signal()
    put_away = Signal()

    def __init__(self, voice: Voice) -> None:
        super().__init__(gap=LARGE)
        self._voice = voice
        self._paper: PaperAnswers | None = None
        self._read: dict[str, Read] = {}
        self._before: dict[str, str] = {}
        self._first: QWidget | None = None
        self.scans: tuple[Path, ...] = ()
        self._form = column(gap=MEDIUM)
        self.returned = DateField(voice)
        self._chosen = Label(voice, self._said_scans, Text.MUTED)
        self.add(Label(voice, lambda t: t.say("Type in from paper"), Text.HEADING))
        self.add(Label(voice, lambda t: t.say("The questions stand as they do on the paper. What you leave empty counts as not answered."), Text.LEAD))
        self.add(self._form)
        self._lay_out_end(voice)

    def _lay_out_end(self, voice: Voice) -> None:
        self.add(Field(voice, lambda t: t.say("The day the paper came"), self.returned))
        scan = Button(voice, lambda t: t.say("Choose the scanned paper"), icon="file")
        scan.clicked.connect(self._choose)
        beside = Flow(gap=MEDIUM)
        beside.add([scan, self._chosen])
        self.add(beside)
        self.take = Button(voice, lambda t: t.say("Keep as come in"), Weight.PRIMARY, "check")
        self.take.clicked.connect(self.taken)
        later = Button(voice, lambda t: t.say("Keep for later"))
        later.clicked.connect(self.put_away)
        buttons = Flow(gap=MEDIUM)
        buttons.add([self.take, later])
        self.add(buttons)

    @property
    def paper(self) -> PaperAnswers | None:
        """The answers that are being typed in; None when the card is put away."""
        return self._paper

    @property
    def values(self) -> dict[str, str]:
        """What is typed in, by the names of the fields."""
        return {name: read() for name, read in self._read.items()}

    def begin(self, paper: PaperAnswers, today: date) -> None:
        """Show the form with what is known of it already."""
        self._paper, self._read, self._first, self.scans = paper, {}, None, ()
        clear(self._form)
        known = paper.values()
        for part in paper.parts:
            if part.heading:
                self._form.addWidget(Label(self._voice, part.heading, Text.HEADING))
            for asked in part.fields:
                self._form.addWidget(self._field(asked, known[asked.name]))
        self._before = self.values
        self.returned.put_value(paper.questionnaire.returned or today)
        self._chosen.put(self._said_scans)

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Begin at the first field."""
        (self._first or self.take).setFocus(reason)

    def commit(self) -> None:
        """Keep what is typed in, so that it is there when one comes back."""
        if self._paper is not None and self.values != self._before:
            self._before = self.values
            self._paper.keep(self._before)

    def close_form(self) -> None:
        """Let go of the form."""
        self._paper, self._read = None, {}
        clear(self._form)
        self.hide()

    def choose_scans(self, files: Sequence[Path]) -> None:
        """Say which files are the scanned paper."""
        self.scans = tuple(files)
        self._chosen.put(self._said_scans)

    def _field(self, asked: Asked, value: str) -> QWidget:
        control, read = self._control(asked, value)
        self._read[asked.name] = read
        self._first = self._first or control
        # A tick says its own words.
        return control if asked.kind is FieldKind.TICK else Field(self._voice, plain(asked.label), control)

    def _control(self, asked: Asked, value: str) -> tuple[QWidget, Read]:
        if asked.kind is FieldKind.CHOICE:
            offered = [Alternative(option, plain(shown)) for option, shown in zip(asked.options, asked.choices, strict=True)]
            choice = Segments(self._voice, [*offered, Alternative("", lambda t: t.say("Not answered"))])
            choice.put_value(value)
            return choice, lambda: str(choice.value or "")
        if asked.kind is FieldKind.TICK:
            tick = MultiChoice(self._voice, [Alternative(TICKED, plain(asked.label))])
            tick.put_value([TICKED] if value else [])
            return tick, lambda: TICKED if tick.value else ""
        if asked.kind is FieldKind.LINES:
            area = NoteArea(self._voice)
            area.put_value(value)
            return area, lambda: area.value
        line = NoteLine(self._voice)
        line.put_value(value)
        return line, lambda: line.value

    def _choose(self) -> None:
        chosen, _ = QFileDialog.getOpenFileNames(self, self._voice.say("Choose the scanned paper"), str(Path.home()))
        if chosen:
            self.choose_scans([Path(one) for one in chosen])

    def _said_scans(self, t: Translation) -> str:
        if not self.scans:
            return t.say("No scan chosen: then keep the paper itself.")
        return ", ".join(one.name for one in self.scans)
