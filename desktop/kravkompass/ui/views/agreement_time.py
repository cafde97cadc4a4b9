"""How a contract's time looks: start, length, extensions with what was decided about them, notice, and an early end."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from kravkompass.ui.layout import Flow, clear, column, row
from kravkompass.ui.look import LARGE, SMALL, TIGHT, Text
from kravkompass.ui.palettes import Tone
from kravkompass.ui.views.agreement_prompts import LONGEST_EXTENSION, ask_decision, ask_end, ask_extension
from kravkompass.ui.widgets.button import Button, IconButton, Weight
from kravkompass.ui.widgets.chip import Chip
from kravkompass.ui.widgets.field import Field
from kravkompass.ui.widgets.label import Label
from kravkompass.ui.widgets.surfaces import Card
from kravkompass.ui.widgets.value_fields import DateField, NumberField

if TYPE_CHECKING:
    from PySide6.QtWidgets import QHBoxLayout, QWidget

    from kravkompass.followup.contract import Contract, Extension
    from kravkompass.language import Translation
    from kravkompass.screens.contract import ContractScreen
    from kravkompass.screens.contract_agreement import Agreement, Altered
    from kravkompass.ui.language import Voice, Wording

LONGEST_NOTICE = 60


class TimeCard(Card):
    """The contract's time. ``altered(change, wording)`` comes after something was changed, with words for it or None."""

    altered = Signal(object, object)

    def __init__(self, voice: Voice, screen: ContractScreen, agreement: Agreement) -> None:
        super().__init__(gap=LARGE)
        self._voice, self._screen, self._agreement = voice, screen, agreement
        self._signed, self._start = DateField(voice), DateField(voice)
        self._months = NumberField(voice, least=1, most=LONGEST_EXTENSION)
        self._notice = NumberField(voice, least=0, most=LONGEST_NOTICE)
        self._signed.changed.connect(lambda day: self._done(agreement.alter(signed=day)))
        self._start.changed.connect(lambda day: self._done(agreement.alter(start=day)))
        self._months.changed.connect(lambda value: self._done(agreement.alter(months=int(value or 1))))
        self._notice.changed.connect(lambda value: self._done(agreement.alter(notice=int(value or 0))))
        self._last = Label(voice, "", Text.STRONG)
        self._extensions = column(gap=SMALL)
        self._ended = Label(voice, "")
        self._lay_out()

    def _lay_out(self) -> None:
        voice = self._voice
        days, buttons = Flow(gap=LARGE), Flow(gap=SMALL)
        days.addWidget(Field(voice, lambda t: t.say("Signed"), self._signed))
        days.addWidget(Field(voice, lambda t: t.say("Contract starts"), self._start))
        months: Wording = lambda t: t.say("months")  # noqa: E731
        days.addWidget(Field(voice, lambda t: t.say("Length"), self._months, unit=months))
        notice: Wording = lambda t: t.say("How long before the end an extension must be called for.")  # noqa: E731
        self.add(days)
        self.add(self._last)
        self.add(self._extensions)
        self.add(Field(voice, lambda t: t.say("Notice of an extension"), self._notice, unit=months, help_text=notice))
        self.add(self._ended)
        add = Button(voice, lambda t: t.say("Add an extension"), Weight.SECONDARY, "add")
        add.clicked.connect(self._add_extension)
        self._end = Button(voice, "", Weight.SECONDARY)
        self._end.clicked.connect(self._end_or_resume)
        buttons.add([add, self._end])
        self.add(buttons)

    def first_focus(self) -> QWidget:
        """Begin at the start."""
        return self._start

    def refresh(self) -> None:
        """Show the time as it stands."""
        contract = self._screen.contract
        self._signed.put_value(contract.signed)
        self._start.put_value(contract.start)
        self._months.put_value(Decimal(contract.months))
        self._notice.put_value(Decimal(contract.notice))
        clear(self._extensions)
        for place, extension in enumerate(contract.extensions):
            self._extensions.addLayout(self._extension(place, extension))
        last = self._agreement.last_day
        self._last.put(lambda t: t.say("Last day: {day}", day=t.formats.short_date(last)) if last else t.say("The last day is known once the start is."))
        self._ended.setVisible(contract.ended is not None)
        self._ended.put(lambda t: _said_end(contract, t))
        self._end.put(
            (lambda t: t.say("It did not end early")) if contract.ended else (lambda t: t.say("The contract ended early …")),
            "undo" if contract.ended else "stop",
        )

    def _extension(self, place: int, extension: Extension) -> QHBoxLayout:
        whole = row(gap=TIGHT)
        words = column(gap=TIGHT)
        head = Flow(gap=SMALL)
        head.addWidget(Label(self._voice, lambda t: t.count("Extension of {n} month", "Extension of {n} months", extension.months), Text.STRONG, wraps=False))
        head.addWidget(self._standing(extension))
        words.addLayout(head)
        if extension.decided is not None:
            words.addWidget(Label(self._voice, lambda t: _said_decision(extension, t), Text.MUTED))
        whole.addLayout(words, 1)
        if place == self._agreement.open_extension:
            decide = Button(self._voice, lambda t: t.say("Decide …"), Weight.SECONDARY, "check")
            decide.clicked.connect(lambda: self._decide(place, extension))
            whole.addWidget(decide)
        if extension.used is None:
            name: Wording = lambda t: t.count("Delete the extension of {n} month", "Delete the extension of {n} months", extension.months)  # noqa: E731
            delete = IconButton(self._voice, name, "delete")
            delete.clicked.connect(lambda: self._done(self._agreement.drop_extension(place)))
            whole.addWidget(delete)
        return whole

    def _standing(self, extension: Extension) -> Chip:
        if extension.used is None:
            return Chip(self._voice, lambda t: t.say("Not decided"))
        if extension.used:
            return Chip(self._voice, lambda t: t.say("Used"), Tone.POSITIVE, "check")
        return Chip(self._voice, lambda t: t.say("Not used"), Tone.NEUTRAL, "leave")

    def _add_extension(self) -> None:
        months = ask_extension(self._voice, self)
        if months is not None:
            self._done(self._agreement.add_extension(months))

    def _decide(self, place: int, extension: Extension) -> None:
        given = ask_decision(self._voice, self, extension.months, self._screen.today)
        if given is not None:
            altered = self._agreement.decide(place, given.day, given.reason, used=given.used)
            wording: Wording = (lambda t: t.say("The extension is used.")) if given.used else (lambda t: t.say("The extension is not used."))
            self.altered.emit(altered, wording)

    def _end_or_resume(self) -> None:
        if self._screen.contract.ended is not None:
            self.altered.emit(self._agreement.resume(), lambda t: t.say("The contract goes on."))
        elif (given := ask_end(self._voice, self, self._screen.today)) is not None:
            self.altered.emit(self._agreement.end(*given), lambda t: t.say("The contract has ended."))

    def _done(self, altered: Altered) -> None:
        self.altered.emit(altered, None)


def _said_decision(extension: Extension, t: Translation) -> str:
    day = t.formats.short_date(extension.decided) if extension.decided else ""
    return t.say("Decided on {day}: {reason}", day=day, reason=extension.reason)


def _said_end(contract: Contract, t: Translation) -> str:
    day = t.formats.short_date(contract.ended) if contract.ended else ""
    return t.say("The contract ended early on {day}: {reason}", day=day, reason=contract.ended_reason)
