"""How the page about the purchase looks: what, for whom, how much, when."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from kravkompass.catalog.naming import source_name
from kravkompass.catalog.terms import Country
from kravkompass.language import text
from kravkompass.ui.layout import Flow
from kravkompass.ui.look import LARGE
from kravkompass.ui.views.page import WizardPage
from kravkompass.ui.widgets.choice import Alternative, Choice, Segments
from kravkompass.ui.widgets.field import Field
from kravkompass.ui.widgets.surfaces import Card, SectionTitle
from kravkompass.ui.widgets.text_fields import TextArea, TextField
from kravkompass.ui.widgets.value_fields import AmountField, DateField, NumberField

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kravkompass.language import Translation
    from kravkompass.screens.wizard import Wizard
    from kravkompass.ui.language import Voice
    from kravkompass.ui.work import Workers

LONGEST_CONTRACT = 240
_PROCEDURES = {
    "direct": text("Direct purchase"),
    "below-threshold": text("Below the EU/EEA threshold"),
    "above-threshold": text("Above the EU/EEA threshold"),
}


class PurchasePage(WizardPage):
    """The purchase in the buyer's own words, and its basic facts."""

    def __init__(self, voice: Voice, wizard: Wizard, workers: Workers) -> None:
        super().__init__(voice, wizard, workers)
        self._texts: dict[str, TextField | TextArea] = {}
        self._days: dict[str, DateField] = {}
        self._numbers: dict[str, NumberField] = {}
        self._country = Segments(voice, [_country(one) for one in Country])
        self._country.changed.connect(lambda country: wizard.set_country(Country(country)))
        self._procedure = Choice(voice, [_procedure(name, words) for name, words in _PROCEDURES.items()])
        self._procedure.changed.connect(lambda answer: wizard.answer("procedure", str(answer)))
        self._lay_out()

    def _lay_out(self) -> None:
        voice = self.voice
        what = Card()
        what.add(
            self._text(
                "title",
                TextField(voice),
                lambda t: t.say("What are you going to buy?"),
                lambda t: t.say("A short title, such as “Fruit and vegetables for preschools”"),
            )
        )
        what.add(
            self._text(
                "description",
                TextArea(voice, lines=(4, 14)),
                lambda t: t.say("Describe it in your own words"),
                lambda t: t.say(
                    "What, for whom, where it is used, and what matters to you. The program looks for fitting product groups in your text."
                ),
            )
        )
        what.add(
            Field(
                voice,
                lambda t: t.say("Country"),
                self._country,
                help_text=lambda t: t.say("Decides which law and which national requirements are used."),
            )
        )
        self.add(what)
        self.add(SectionTitle(voice, lambda t: t.say("Value and time"), lambda t: t.say("Leave empty what you do not know yet.")))
        when = Card()
        when.add(
            self._number(
                "value",
                AmountField(voice),
                lambda t: t.say("Estimated value, without VAT"),
                lambda _t: self.wizard.purchase.country.currency,
            )
        )
        when.add(Field(voice, lambda t: t.say("Kind of procurement"), self._procedure, help_text=self._procedure_help))
        line = Flow(gap=LARGE)
        line.addWidget(self._day("announced", lambda t: t.say("Announced on")))
        line.addWidget(self._day("contract-start", lambda t: t.say("Contract starts")))
        when.add(line)
        more = Flow(gap=LARGE)
        more.addWidget(
            self._number(
                "contract-months",
                NumberField(voice, least=1, most=LONGEST_CONTRACT),
                lambda t: t.say("Length"),
                lambda t: t.say("months"),
            )
        )
        more.addWidget(
            self._number(
                "extension-months",
                NumberField(voice, least=0, most=LONGEST_CONTRACT),
                lambda t: t.say("Possible extension"),
                lambda t: t.say("months"),
            )
        )
        when.add(more)
        self.add(when)
        self.add(SectionTitle(voice, lambda t: t.say("On the documents")))
        who = Card()
        who.add(self._text("organisation", TextField(voice), lambda t: t.say("Organisation")))
        who.add(self._text("reference", TextField(voice), lambda t: t.say("Reference number")))
        who.add(self._text("buyer", TextField(voice), lambda t: t.say("Responsible buyer")))
        who.add(
            self._text(
                "supplier", TextField(voice), lambda t: t.say("Supplier"), lambda t: t.say("Fill in when the contract is signed.")
            )
        )
        self.add(who)

    def _text(
        self,
        name: str,
        control: TextField | TextArea,
        label: Callable[[Translation], str],
        help_text: Callable[[Translation], str] | str = "",
    ) -> Field:
        control.changed.connect(lambda words: self.wizard.describe(**{name: words}))
        control.setObjectName(name)
        self._texts[name] = control
        return Field(self.voice, label, control, help_text=help_text)

    def _number(
        self, name: str, control: NumberField, label: Callable[[Translation], str], unit: Callable[[Translation], str]
    ) -> Field:
        control.changed.connect(lambda value: self.wizard.answer(name, None if value is None else int(value)))
        control.setObjectName(name)
        self._numbers[name] = control
        return Field(self.voice, label, control, unit=unit)

    def _day(self, name: str, label: Callable[[Translation], str]) -> Field:
        control = DateField(self.voice)
        control.changed.connect(lambda day: self.wizard.answer(name, day.isoformat() if day else None))
        control.setObjectName(name)
        self._days[name] = control
        return Field(self.voice, label, control)

    def _procedure_help(self, t: Translation) -> str:
        if not self.wizard.purchase.facts.is_open("procedure"):
            return t.say("As you have said.")
        found = self.wizard.guide.picture.procedure
        if found is None:
            return t.say("Fill in the value, or choose yourself. Where the threshold is not known to us, you decide.")
        return t.say(
            "According to the value: {procedure}. Choose another if that is wrong.", procedure=t.say(_PROCEDURES[found]).lower()
        )

    def first_focus(self) -> QWidget:
        """Begin at the title."""
        return self._texts["title"]

    def refresh(self) -> None:
        """Show what is known."""
        purchase = self.wizard.purchase
        for name, control in self._texts.items():
            control.put_value(getattr(purchase, name))
        for name, number in self._numbers.items():
            value = purchase.facts.number(name)
            number.put_value(None if value is None else Decimal(int(value)))
        for name, day in self._days.items():
            given = purchase.facts.text(name)
            day.put_value(date.fromisoformat(given) if given else None)
        self._country.put_value(purchase.country.value)
        self._country.setEnabled(not purchase.decisions)
        self._procedure.put_value(purchase.facts.text("procedure") or self.wizard.guide.picture.procedure)
        for field in self.findChildren(Field):
            field.retranslate()


def _country(country: Country) -> Alternative:
    return Alternative(country.value, lambda t: t.say(source_name(country)))


def _procedure(name: str, words: str) -> Alternative:
    return Alternative(name, lambda t: t.say(words))
