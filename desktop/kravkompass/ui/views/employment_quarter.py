"""The form for what came of a promise in a quarter: how many, how much, and how it went on afterwards. Only numbers."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from kravkompass.followup.employment import After, JobOutcome, JobPromise, PromiseKind, Unit
from kravkompass.followup.employment_naming import AFTER_NAMES, KIND_NAMES, quarter_name
from kravkompass.ui.layout import Flow, column
from kravkompass.ui.look import LARGE, MEDIUM, SMALL, Text
from kravkompass.ui.widgets.button import Button, Weight
from kravkompass.ui.widgets.choice import Alternative
from kravkompass.ui.widgets.field import Field
from kravkompass.ui.widgets.label import Label
from kravkompass.ui.widgets.note_field import NoteArea
from kravkompass.ui.widgets.select import Select
from kravkompass.ui.widgets.surfaces import Card
from kravkompass.ui.widgets.value_fields import NumberField

if TYPE_CHECKING:
    from kravkompass.screens.contract_employment import EmploymentScreen
    from kravkompass.ui.language import Voice, Wording

MOST, MOST_HOURS = 9_999, 9_999_999


class QuarterForm(Card):
    """Asks for one outcome. ``kept`` comes with it as it was filled in, ``cancelled`` when nothing is to be kept."""

    kept = Signal(object)
    cancelled = Signal()

    def __init__(self, voice: Voice, screen: EmploymentScreen) -> None:
        super().__init__(gap=LARGE)
        self._voice, self._screen = voice, screen
        self._promise: JobPromise | None = None
        self._outcome: JobOutcome | None = None
        self._heading = Label(voice, "", Text.HEADING)
        self.quarter = Select(voice)
        self.quarter.changed.connect(lambda _at: self._show())
        self.number = NumberField(voice, least=0, most=MOST)
        self.extent = NumberField(voice, least=0, most=MOST_HOURS, decimals=1)
        self.all_hours = NumberField(voice, least=0, most=MOST_HOURS, decimals=1)
        self.after = {after: NumberField(voice, least=0, most=MOST) for after in After}
        self.tried, self.note = NoteArea(voice), NoteArea(voice)
        self.keep = Button(voice, lambda t: t.say("Save"), Weight.PRIMARY, "check")
        self.keep.clicked.connect(self._keep)
        for field in (self.tried, self.note):
            field.problem.connect(lambda _wrong: self.keep.setEnabled(not (self.tried.points_out or self.note.points_out)))
        self._lay_out(voice)

    def _lay_out(self, voice: Voice) -> None:
        self._extent = Field(voice, "", self.extent)
        self._all_hours = Field(
            voice,
            lambda t: t.say("Hours of all work on the contract"),
            self.all_hours,
            help_text=lambda t: t.say("For the share of the work that apprentices do."),
        )
        self._tried = Field(
            voice,
            lambda t: t.say("What was tried"),
            self.tried,
            help_text=lambda t: t.say("If no apprentice was found: whom the supplier asked and when. Never who."),
        )
        self.add(self._heading)
        self.add(Field(voice, lambda t: t.say("Quarter"), self.quarter))
        counts = Flow(gap=LARGE, low=True)
        counts.add([Field(voice, lambda t: t.say("How many people"), self.number), self._extent, self._all_hours])
        self.add(counts)
        ended = column(gap=SMALL)
        ended.addWidget(Label(voice, lambda t: t.say("How it went on, for those who ended in the quarter"), Text.STRONG))
        ended.addWidget(Label(voice, lambda t: t.say("Only how many."), Text.MUTED))
        flow = Flow(gap=LARGE, low=True)
        flow.add([Field(voice, _words(AFTER_NAMES[after]), field) for after, field in self.after.items()])
        ended.addLayout(flow)
        self.add(ended)
        self.add(self._tried)
        self.add(Field(voice, lambda t: t.say("Note"), self.note, help_text=lambda t: t.say("Never who is placed.")))
        cancel = Button(voice, lambda t: t.say("Cancel"), Weight.QUIET)
        cancel.clicked.connect(self.cancelled)
        buttons = Flow(gap=MEDIUM)
        buttons.add([self.keep, cancel])
        self.add(buttons)

    def begin(self, promise: JobPromise, at: tuple[int, int] | None = None) -> None:
        """Show a quarter of a promise: the one asked for, or the latest."""
        self._promise = promise
        quarters = self._screen.quarters()
        offered = quarters if at is None or at in quarters else (at, *quarters)
        self.quarter.offer([Alternative(one, _quarter(*one)) for one in offered])
        self.quarter.put_value(at or offered[0])
        self._heading.put(lambda t: t.say("What came of it: {promise}", promise=t.say(KIND_NAMES[promise.kind]).lower()))
        self._show()

    @property
    def value(self) -> JobOutcome | None:
        """The outcome as it is filled in; None while no number is."""
        for field in (self.number, self.extent, self.all_hours, *self.after.values()):
            field.commit()
        if self._outcome is None or self.number.value is None:
            return None
        return replace(
            self._outcome,
            number=int(self.number.value),
            extent=_plain(self.extent.value),
            all_hours=_plain(self.all_hours.value),
            after={after: int(field.value) for after, field in self.after.items() if field.value},
            tried=self.tried.value,
            note=self.note.value,
        )

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Begin at the number."""
        self.number.setFocus(reason)

    def _show(self) -> None:
        """Show what has been written in for the quarter that is chosen."""
        promise, at = self._promise, self.quarter.value
        if promise is None or not isinstance(at, tuple):
            return
        outcome = self._outcome = self._screen.outcome(promise, *at)
        self.number.put_value(Decimal(outcome.number) if outcome.id else None)
        self.extent.put_value(_decimal(outcome.extent))
        self.all_hours.put_value(_decimal(outcome.all_hours))
        for after, field in self.after.items():
            field.put_value(Decimal(outcome.after[after]) if after in outcome.after else None)
        self.tried.put_value(outcome.tried)
        self.note.put_value(outcome.note)
        self._extent.setVisible(promise.kind.unit is not Unit.NONE)
        months = promise.kind.unit is Unit.MONTHS
        self._extent.put((lambda t: t.say("Months in all")) if months else (lambda t: t.say("Hours in all")))
        apprentices = promise.kind is PromiseKind.APPRENTICESHIP and self._screen.apprentices() is not None
        self._all_hours.setVisible(apprentices)
        self._tried.setVisible(apprentices)

    def _keep(self) -> None:
        if (outcome := self.value) is not None:
            self.kept.emit(outcome)
        else:
            self.number.setFocus()


def _plain(number: Decimal | None) -> float | None:
    return None if number is None else float(number)


def _decimal(number: float | None) -> Decimal | None:
    return None if number is None else Decimal(str(number))


def _quarter(year: int, quarter: int) -> Wording:
    return lambda t: quarter_name(year, quarter, t)


def _words(source: str) -> Wording:
    return lambda t: t.say(source)
