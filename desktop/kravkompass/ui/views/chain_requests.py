"""What the supplier has been asked about its chain, and what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from kravkompass.followup.chain_naming import OUTCOME_NAMES
from kravkompass.followup.supply_chain import RequestOutcome
from kravkompass.ui.layout import Flow, clear, column, row
from kravkompass.ui.look import LARGE, MEDIUM, SMALL, Text
from kravkompass.ui.palettes import Tone
from kravkompass.ui.prompts import Prompt
from kravkompass.ui.widgets.button import Button, Weight
from kravkompass.ui.widgets.chip import Chip
from kravkompass.ui.widgets.choice import Alternative, Choice
from kravkompass.ui.widgets.expander import Expander
from kravkompass.ui.widgets.field import Field
from kravkompass.ui.widgets.label import Label
from kravkompass.ui.widgets.note_field import NoteArea
from kravkompass.ui.widgets.surfaces import Card, SectionTitle
from kravkompass.ui.widgets.text_fields import TextArea
from kravkompass.ui.widgets.value_fields import DateField

if TYPE_CHECKING:
    from kravkompass.followup.supply_chain import DisclosureRequest
    from kravkompass.language import Translation
    from kravkompass.screens.contract_chain import ChainScreen
    from kravkompass.ui.language import Voice, Wording

TONES = {
    RequestOutcome.WAITING: Tone.INFO,
    RequestOutcome.TOLD: Tone.POSITIVE,
    RequestOutcome.PARTLY: Tone.WARNING,
    RequestOutcome.REFUSED: Tone.NEGATIVE,
    RequestOutcome.NO_ANSWER: Tone.NEGATIVE,
}
SETTLED = (RequestOutcome.TOLD, RequestOutcome.PARTLY, RequestOutcome.REFUSED, RequestOutcome.NO_ANSWER)


class AskingForm(Card):
    """A question to the supplier, ready to copy, with the day the answer is due."""

    asked = Signal(object)
    cancelled = Signal()

    def __init__(self, voice: Voice) -> None:
        super().__init__(gap=LARGE)
        self._request: DisclosureRequest | None = None
        self.words, self.due = TextArea(voice, lines=(5, 16)), DateField(voice)
        self.add(Label(voice, lambda t: t.say("Ask the supplier"), Text.HEADING))
        self.add(Field(voice, lambda t: t.say("Question"), self.words, help_text=lambda t: t.say("In the language of the contract. Change it as you like.")))
        self.add(Field(voice, lambda t: t.say("Answer due"), self.due))
        self.copy = Button(voice, lambda t: t.say("Copy and keep the request"), Weight.PRIMARY, "copy")
        self.copy.clicked.connect(self._ask)
        cancel = Button(voice, lambda t: t.say("Cancel"), Weight.QUIET)
        cancel.clicked.connect(self.cancelled)
        buttons = Flow(gap=MEDIUM)
        buttons.add([self.copy, cancel])
        self.add(buttons)

    def begin(self, request: DisclosureRequest) -> None:
        """Show a request that is proposed."""
        self._request = request
        self.words.put_value(request.about)
        self.due.put_value(request.due)

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Begin at the words."""
        self.words.setFocus(reason)

    def _ask(self) -> None:
        from dataclasses import replace

        if self._request is not None:
            self.due.commit()
            QGuiApplication.clipboard().setText(self.words.value)
            self.asked.emit(replace(self._request, about=self.words.value, due=self.due.value))


class Requests(QWidget):
    """The requests, the latest first."""

    message = Signal(object, object)

    def __init__(self, voice: Voice, screen: ChainScreen) -> None:
        super().__init__()
        self._voice, self._screen = voice, screen
        self._inside = column(self, gap=MEDIUM)

    def refresh(self) -> None:
        """Show the requests as they stand."""
        clear(self._inside)
        requests = self._screen.requests
        self.setVisible(bool(requests))
        if requests:
            self._inside.addWidget(SectionTitle(self._voice, lambda t: t.say("What has been asked for")))
        names = {one.id: one.name for one in self._screen.contract.suppliers}
        for request in requests:
            self._inside.addWidget(self._card(request, names.get(request.supplier, "")))

    def _card(self, request: DisclosureRequest, supplier: str) -> Card:
        card = Card()
        line = row(gap=MEDIUM)
        line.addWidget(Label(self._voice, lambda t: _heading(request, supplier, t), Text.STRONG), 1)
        late = request.is_late(self._screen.contract.today)
        line.addWidget(Chip(self._voice, _late, Tone.NEGATIVE, "warning") if late else Chip(self._voice, _outcome(request), TONES[request.outcome]))
        card.add(line)
        if request.note:
            card.add(Label(self._voice, request.note))
        about = Label(self._voice, request.about, Text.MUTED).selectable()
        card.add(Expander(self._voice, lambda t: t.say("What was asked"), about))
        buttons = Flow(gap=SMALL)
        settle = Button(self._voice, lambda t: t.say("What came of it"), icon="edit")
        settle.clicked.connect(lambda: self.settle(request))
        copy = Button(self._voice, lambda t: t.say("Copy the question"), Weight.QUIET, "copy")
        copy.clicked.connect(lambda: self._copy(request))
        drop = Button(self._voice, lambda t: t.say("Take away"), Weight.QUIET, "delete")
        drop.clicked.connect(lambda: self.message.emit(_taken_away, self._screen.drop_request(request)))
        buttons.add([settle, copy, drop])
        card.add(buttons)
        return card

    def settle(self, request: DisclosureRequest) -> None:
        """Ask what came of a request, and keep it."""
        voice = self._voice
        prompt = Prompt(voice, lambda t: t.say("What came of it"), over=self)
        outcome = Choice(voice, [Alternative(one, _words(OUTCOME_NAMES[one])) for one in SETTLED])
        day, note = DateField(voice), NoteArea(voice)
        outcome.put_value(None if request.outcome is RequestOutcome.WAITING else request.outcome)
        day.put_value(request.answered or self._screen.contract.today)
        note.put_value(request.note)
        prompt.add(outcome)
        prompt.add(Field(voice, lambda t: t.say("Answered"), day))
        prompt.add(Field(voice, lambda t: t.say("Note"), note))
        keep = Button(voice, lambda t: t.say("Save"), Weight.PRIMARY)
        keep.setEnabled(outcome.value is not None)
        outcome.changed.connect(lambda _value: keep.setEnabled(True))
        prompt.offer([(keep, 1), (Button(voice, lambda t: t.say("Cancel")), 0)])
        if prompt.exec() == 1 and outcome.value is not None:
            day.commit()
            self._screen.settle(request, RequestOutcome(str(outcome.value)), day.value, note.value)

    def _copy(self, request: DisclosureRequest) -> None:
        QGuiApplication.clipboard().setText(request.about)
        self.message.emit(lambda t: t.say("The question is copied. Paste it into a message to the supplier."), None)


def _heading(request: DisclosureRequest, supplier: str, t: Translation) -> str:
    asked = t.say("asked {day}", day=t.formats.short_date(request.asked))
    due = t.say("answer due {day}", day=t.formats.short_date(request.due)) if request.due else ""
    return " · ".join(part for part in (supplier, asked, due) if part)


def _outcome(request: DisclosureRequest) -> Wording:
    if request.answered is None:
        return lambda t: t.say(OUTCOME_NAMES[request.outcome])
    day = request.answered
    return lambda t: f"{t.say(OUTCOME_NAMES[request.outcome])}, {t.formats.short_date(day)}"


def _words(source: str) -> Wording:
    return lambda t: t.say(source)


def _late(t: Translation) -> str:
    return t.say("Late")


def _taken_away(t: Translation) -> str:
    return t.say("The request has been taken away.")
