"""The form for what a supplier promises: which kind, how many, and how many a year."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from kravkompass.followup.contract import texts_in
from kravkompass.followup.employment import JobPromise, PromiseKind, Target
from kravkompass.followup.employment_naming import KIND_NAMES
from kravkompass.ui.layout import Flow, clear, column
from kravkompass.ui.look import LARGE, MEDIUM, SMALL, Text
from kravkompass.ui.widgets.button import Button, Weight
from kravkompass.ui.widgets.choice import Alternative, Choice
from kravkompass.ui.widgets.field import Field
from kravkompass.ui.widgets.label import Label
from kravkompass.ui.widgets.note_field import NoteArea
from kravkompass.ui.widgets.select import Select
from kravkompass.ui.widgets.surfaces import Card
from kravkompass.ui.widgets.value_fields import DateField, NumberField

if TYPE_CHECKING:
    from kravkompass.screens.contract_employment import EmploymentScreen
    from kravkompass.ui.language import Voice, Wording

MOST = 9_999


class PromiseForm(Card):
    """Asks for one promise. ``kept`` comes with it as it was filled in, ``cancelled`` when nothing is to be kept."""

    kept = Signal(object)
    cancelled = Signal()

    def __init__(self, voice: Voice, screen: EmploymentScreen) -> None:
        super().__init__(gap=LARGE)
        self._voice, self._screen = voice, screen
        self._promise: JobPromise | None = None
        self._heading = Label(voice, "", Text.HEADING)
        self.kind = Choice(voice, [Alternative(kind, _words(KIND_NAMES[kind])) for kind in PromiseKind])
        self.number = NumberField(voice, least=1, most=MOST)
        self.agreed, self.note = DateField(voice), NoteArea(voice)
        self.requirement = Select(voice)
        self.targets: dict[int, NumberField] = {}
        self._targets = column(gap=SMALL)
        self._sum = Label(voice, "", Text.MUTED)
        self.keep = Button(voice, lambda t: t.say("Save"), Weight.PRIMARY, "check")
        self.keep.clicked.connect(self._keep)
        self._requirement = Field(voice, lambda t: t.say("Comes from"), self.requirement)
        self.add(self._heading)
        self.add(Field(voice, lambda t: t.say("What is promised?"), self.kind))
        self.add(Field(voice, lambda t: t.say("How many over the whole contract?"), self.number))
        self.add(self._targets)
        self.add(self._sum)
        self.add(self._requirement)
        self.add(Field(voice, lambda t: t.say("Agreed"), self.agreed))
        self.add(Field(voice, lambda t: t.say("Note"), self.note, help_text=lambda t: t.say("Never who is placed.")))
        self.add(self._buttons(voice))
        self.note.problem.connect(lambda wrong: self.keep.setEnabled(not wrong))

    def _buttons(self, voice: Voice) -> Flow:
        cancel = Button(voice, lambda t: t.say("Cancel"), Weight.QUIET)
        cancel.clicked.connect(self.cancelled)
        buttons = Flow(gap=MEDIUM)
        buttons.add([self.keep, cancel])
        return buttons

    def begin(self, promise: JobPromise) -> None:
        """Show a promise to fill in or to change."""
        self._promise = promise
        self._heading.put((lambda t: t.say("Change the promise")) if promise.id else (lambda t: t.say("A new promise")))
        self.kind.put_value(promise.kind)
        self.number.put_value(_decimal(promise.number))
        self.agreed.put_value(promise.agreed)
        self.note.put_value(promise.note)
        self._offer_targets(promise)
        speaks, own = self._voice.translation.language, self._screen.requirements()
        dialogue = Alternative("", lambda t: t.say("The dialogue, not a requirement"))
        self.requirement.offer([dialogue, *(Alternative(one.id, f"{one.number}  {texts_in(one, speaks)[1].title}") for one in own)])
        self.requirement.put_value(promise.requirement)
        self._requirement.setVisible(bool(own))

    @property
    def value(self) -> JobPromise | None:
        """The promise as it is filled in; None while no number is."""
        self.agreed.commit()
        for field in (self.number, *self.targets.values()):
            field.commit()
        if self._promise is None or self.number.value is None:
            return None
        targets = tuple(Target(year, int(field.value)) for year, field in self.targets.items() if field.value)
        return replace(
            self._promise,
            kind=PromiseKind(str(self.kind.value)),
            number=int(self.number.value),
            targets=targets,
            requirement=str(self.requirement.value or ""),
            agreed=self.agreed.value,
            note=self.note.value,
        )

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Begin at the kind."""
        self.kind.setFocus(reason)

    def _offer_targets(self, promise: JobPromise) -> None:
        clear(self._targets)
        self.targets = {}
        years = sorted({*self._screen.target_years(), *(one.year for one in promise.targets)})
        sheet = QWidget()
        flow = Flow(sheet, gap=LARGE)
        for year in years:
            field = NumberField(self._voice, least=0, most=MOST)
            field.put_value(_decimal(promise.target(year)) if promise.target(year) else None)
            field.changed.connect(lambda _value: self._summed())
            self.targets[year] = field
            flow.addWidget(Field(self._voice, str(year), field))
        self._targets.addWidget(Label(self._voice, lambda t: t.say("Target for each year"), Text.STRONG))
        self._targets.addWidget(Label(self._voice, lambda t: t.say("Leave empty where none is agreed."), Text.MUTED))
        self._targets.addWidget(sheet)
        self._summed()

    def _summed(self) -> None:
        n = sum(int(field.value) for field in self.targets.values() if field.value)
        self._sum.put((lambda t: t.say("The years come to {n}.", n=t.formats.number(n))) if n else "")

    def _keep(self) -> None:
        if (promise := self.value) is not None:
            self.kept.emit(promise)
        else:
            self.number.setFocus()


def _decimal(number: int) -> Decimal:
    return Decimal(number)


def _words(source: str) -> Wording:
    return lambda t: t.say(source)
