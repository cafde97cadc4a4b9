"""Preparing a meeting: with whom, what for, which day, and what to go through."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from kravkompass.followup.meeting import MeetingKind
from kravkompass.followup.meeting_naming import KIND_NAMES, WHY_NAMES
from kravkompass.followup.subjects import subjects_of
from kravkompass.language import Language
from kravkompass.screens.export import own_language
from kravkompass.ui.layout import Flow, clear, column
from kravkompass.ui.look import MEDIUM, Text
from kravkompass.ui.widgets.button import Button, Weight
from kravkompass.ui.widgets.choice import Alternative, MultiChoice, Segments
from kravkompass.ui.widgets.expander import Expander
from kravkompass.ui.widgets.field import Field
from kravkompass.ui.widgets.label import Label
from kravkompass.ui.widgets.select import Select
from kravkompass.ui.widgets.surfaces import Card
from kravkompass.ui.widgets.value_fields import DateField

if TYPE_CHECKING:
    from kravkompass.followup.contract import Supplier
    from kravkompass.followup.meeting import Matter
    from kravkompass.followup.subjects import Subjects
    from kravkompass.screens.contract import ContractScreen
    from kravkompass.screens.contract_meetings import Meetings
    from kravkompass.ui.language import Voice, Wording


class Preparing(Card):
    """A form for the next meeting. ``prepared`` comes with the meeting's id and whether it begins at once."""

    prepared = Signal(str, bool)
    cancelled = Signal()

    def __init__(self, voice: Voice, screen: ContractScreen, meetings: Meetings) -> None:
        super().__init__()
        self._voice = voice
        self._contract = screen
        self._meetings = meetings
        self.supplier = Select(voice)
        self.kind = Segments(voice, [Alternative(kind, _kind(kind)) for kind in MeetingKind])
        self.day = DateField(voice)
        self.matters = MultiChoice(voice, [])
        self._agenda = column(gap=MEDIUM)
        self._count = Label(voice, "", Text.LEAD)
        self.supplier.changed.connect(lambda _supplier: self._other_supplier())
        self.kind.changed.connect(lambda _kind: self._propose())
        self.day.changed.connect(lambda _day: self._propose())
        self._supplier_field = Field(voice, lambda t: t.say("Supplier"), self.supplier)
        for field in (
            self._supplier_field,
            Field(voice, lambda t: t.say("What kind of meeting?"), self.kind),
            Field(voice, lambda t: t.say("Day"), self.day),
        ):
            self.add(field)
        self.add(self._count)
        self.add(self._buttons(voice))
        shelf = QWidget()
        shelf.setLayout(self._agenda)
        self.add(Expander(voice, lambda t: t.say("Choose what to go through"), shelf))

    def _buttons(self, voice: Voice) -> Flow:
        self.now = Button(voice, lambda t: t.say("Begin now"), Weight.PRIMARY, "meeting")
        self.now.clicked.connect(lambda: self._make(begins=True))
        later = Button(voice, lambda t: t.say("Keep for later"))
        later.clicked.connect(lambda: self._make(begins=False))
        cancel = Button(voice, lambda t: t.say("Cancel"), Weight.QUIET)
        cancel.clicked.connect(self.cancelled)
        buttons = Flow(gap=MEDIUM)
        buttons.add([self.now, later, cancel])
        return buttons

    def begin(self) -> None:
        """Begin with the first supplier, today."""
        suppliers = self._contract.suppliers
        self.supplier.offer([Alternative(one.id, one.name) for one in suppliers])
        self.supplier.put_value(suppliers[0].id)
        self._supplier_field.setVisible(len(suppliers) > 1)
        self.day.put_value(self._contract.today)
        self._other_supplier()

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Begin at the button: the proposal usually fits."""
        self.now.setFocus(reason)

    def _chosen(self) -> Supplier:
        return next(one for one in self._contract.suppliers if one.id == self.supplier.value)

    def _other_supplier(self) -> None:
        self.kind.put_value(self._meetings.kind_for(self._chosen().id))
        self._propose()

    def _propose(self) -> None:
        """Show what would be gone through, all of it chosen."""
        day = self.day.value or self._contract.today
        proposal = self._meetings.propose(self._chosen(), MeetingKind(str(self.kind.value)), day)
        subjects, speaks = subjects_of(proposal.known), self._voice.translation.language
        self.matters = MultiChoice(self._voice, [_matter(one, subjects, speaks) for one in proposal.matters])
        self.matters.put_value([one.about for one in proposal.matters])
        self.matters.changed.connect(lambda chosen: self._counted(len(chosen)))
        clear(self._agenda)
        self._agenda.addWidget(self.matters)
        self._counted(len(proposal.matters))

    def _counted(self, n: int) -> None:
        self._count.put(lambda t: t.count("{n} matter to go through", "{n} matters to go through", n))

    def _make(self, *, begins: bool) -> None:
        self.day.commit()
        day, kind = self.day.value or self._contract.today, MeetingKind(str(self.kind.value))
        contract = self._contract.contract
        language = Language.parse(contract.language) if contract.language else own_language(contract.country)
        proposed = {one.about for one in self._meetings.propose(self._chosen(), kind, day).matters}
        without = proposed - {str(one) for one in self.matters.value}
        self.prepared.emit(self._meetings.prepare(self._chosen(), kind, day, language, without), begins)


def _kind(kind: MeetingKind) -> Wording:
    return lambda t: t.say(KIND_NAMES[kind])


def _matter(matter: Matter, subjects: Subjects, language: Language) -> Alternative:
    subject, why = subjects.of(matter, language), matter.why
    number = f"{subject.number}  " if subject.texts is not None else ""
    return Alternative(matter.about, f"{number}{subject.title}", lambda t: t.say(WHY_NAMES[why]))
