"""Sending a self-report form: to whom, which form, in which language, and by when it is to be answered."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from kravkompass.catalog.terms import Confidence, Country
from kravkompass.followup.questionnaire import Form
from kravkompass.language import Languages
from kravkompass.ui.layout import Flow
from kravkompass.ui.look import LARGE, MEDIUM, Text
from kravkompass.ui.prompts import Prompt
from kravkompass.ui.widgets.button import Button, Weight
from kravkompass.ui.widgets.choice import Alternative, Choice, MultiChoice
from kravkompass.ui.widgets.document_languages import DocumentLanguages
from kravkompass.ui.widgets.field import Field
from kravkompass.ui.widgets.label import Label
from kravkompass.ui.widgets.select import Select
from kravkompass.ui.widgets.surfaces import Card
from kravkompass.ui.widgets.value_fields import DateField

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from kravkompass.followup.contract import Supplier
    from kravkompass.followup.questionnaire import Questionnaire
    from kravkompass.language import Translation
    from kravkompass.screens.contract_questionnaire import QuestionnaireScreen
    from kravkompass.ui.language import Voice

LARGE_SUPPLIER = "large"


FROM_FILE, FROM_PAPER = 1, 2
"""How a form from before the signing came."""


def ask_early(voice: Voice, suppliers: Sequence[Supplier], over: QWidget) -> tuple[str, int]:
    """Ask whose form from before the signing it is, and how it came; 0 when the buyer changed her mind."""
    prompt = Prompt(voice, lambda t: t.say("Read a form from before the signing"), over=over)
    which = Select(voice, [Alternative(one.id, one.name) for one in suppliers])
    which.put_value(suppliers[0].id)
    prompt.add(Field(voice, lambda t: t.say("Supplier"), which))
    prompt.offer([
        (Button(voice, lambda t: t.say("Choose a file"), Weight.PRIMARY), FROM_FILE),
        (Button(voice, lambda t: t.say("Type in from paper")), FROM_PAPER),
        (Button(voice, lambda t: t.say("Cancel"), Weight.QUIET), 0),
    ])
    answer = prompt.exec()
    return str(which.value), answer


class SendingForm(Card):
    """Asks how a questionnaire is sent. ``sent`` comes with it, ``cancelled`` when none is."""

    sent = Signal(object)
    cancelled = Signal()

    def __init__(self, voice: Voice, screen: QuestionnaireScreen) -> None:
        super().__init__(gap=LARGE)
        self._voice, self._screen = voice, screen
        self._proposed: Questionnaire | None = None
        self.supplier = Select(voice)
        self.large = MultiChoice(voice, [Alternative(LARGE_SUPPLIER, lambda t: t.say("The supplier is a large enterprise"), self._limits)])
        self.form = Choice(
            voice,
            [
                Alternative(Form.FULL, lambda t: t.say("Full form"), lambda t: t.say("Six steps, each described, with a plan where the answer is not yes.")),
                Alternative(Form.SIMPLIFIED, lambda t: t.say("Simplified form"), lambda t: t.say("The same six questions, each with one short answer.")),
            ],
        )
        self.languages = DocumentLanguages(voice, lambda t: t.say("Language of the form"))
        self.day, self.due = DateField(voice), DateField(voice)
        self.supplier.changed.connect(lambda _value: self._propose())
        self.large.changed.connect(lambda _value: self._propose())
        self._lay_out(voice)

    def _lay_out(self, voice: Voice) -> None:
        self._supplier = Field(voice, lambda t: t.say("Supplier"), self.supplier)
        self.add(Label(voice, lambda t: t.say("Send a self-report form"), Text.HEADING))
        self.add(self._supplier)
        self.add(self.large)
        self.add(Field(voice, lambda t: t.say("Which form?"), self.form))
        self.add(self.languages)
        days = Flow(gap=LARGE, low=True)
        days.add([
            Field(voice, lambda t: t.say("Day the form was sent"), self.day),
            Field(voice, lambda t: t.say("Answer due"), self.due, help_text=self._due_help),
        ])
        self.add(days)
        keep = Button(voice, lambda t: t.say("Keep as sent"), Weight.PRIMARY, "check")
        keep.clicked.connect(self._send)
        cancel = Button(voice, lambda t: t.say("Cancel"), Weight.QUIET)
        cancel.clicked.connect(self.cancelled)
        buttons = Flow(gap=MEDIUM)
        buttons.add([keep, cancel])
        self.add(buttons)
        self.keep = keep

    def begin(self) -> None:
        """Propose a form to the first supplier."""
        suppliers = self._screen.contract.suppliers
        self.supplier.offer([Alternative(one.id, one.name) for one in suppliers])
        self.supplier.put_value(suppliers[0].id if suppliers else None)
        self._supplier.setVisible(len(suppliers) > 1)
        self.large.setVisible(self._is_norwegian)
        self.large.put_value(())
        self._propose()

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Begin at the button: the proposal usually fits."""
        self.keep.setFocus(reason)

    @property
    def _is_norwegian(self) -> bool:
        return self._screen.contract.contract.country is Country.NORWAY

    def _propose(self) -> None:
        proposed = self._proposed = self._screen.propose(str(self.supplier.value or ""), is_large=LARGE_SUPPLIER in self.large.value)
        self.form.put_value(proposed.form)
        self.languages.put_value(Languages.parse(proposed.language))
        self.day.put_value(proposed.sent)
        self.due.put_value(proposed.due)

    def _send(self) -> None:
        if self._proposed is None or not self.supplier.value:
            return
        self.day.commit()
        self.due.commit()
        self.sent.emit(
            replace(
                self._proposed,
                form=Form(str(self.form.value)),
                language=str(self.languages.value),
                sent=self.day.value or self._proposed.sent,
                due=self.due.value,
            )
        )

    def _limits(self, t: Translation) -> str:
        """Say the limits in force with where they stand and how sure they are."""
        rows = self._screen.limits()
        value, employees, revenue, balance = ("?" if amount is None else t.formats.number(amount) for _, amount in rows)
        said = t.say(
            "Over {employees} employees, turnover over NOK {revenue} and balance over NOK {balance}. The full form is usual then for high-risk "
            "goods worth over NOK {value}.",
            employees=employees, revenue=revenue, balance=balance, value=value,
        )  # fmt: skip
        country, catalog = self._screen.contract.contract.country, self._screen.contract.catalog
        found = next((row for row, _ in rows if row is not None), None)
        names = [source.title for name in (found.sources if found else ()) if (source := catalog.source(country, name)) is not None]
        unsure = t.say("Check before use.") if found is not None and found.confidence is not Confidence.HIGH else ""
        return " ".join(part for part in (said, t.say("Source: {title}.", title="; ".join(names)) if names else "", unsure) if part)

    def _due_help(self, t: Translation) -> str:
        if self._is_norwegian:
            return t.say("The national form is sent with the signing and answered within the time shown here. What the contract says holds.")
        return t.say("What the contract says holds.")
