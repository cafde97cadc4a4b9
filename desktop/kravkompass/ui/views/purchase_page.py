"""How the page about the purchase looks: what, for whom, how much, when."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, TypeAlias

from kravkompass.catalog.naming import source_name
from kravkompass.catalog.terms import Country
from kravkompass.guidance.saying import PROCEDURES
from kravkompass.language import within_sentence
from kravkompass.ui.layout import Flow
from kravkompass.ui.look import LARGE
from kravkompass.ui.views.page import WizardPage
from kravkompass.ui.widgets.choice import Alternative, Choice, Segments
from kravkompass.ui.widgets.field import Field
from kravkompass.ui.widgets.suggest_field import SuggestField
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
Said: TypeAlias = "Callable[[Translation], str]"


def _length(t: Translation) -> str:
    return t.say("Length")


def _extension(t: Translation) -> str:
    return t.say("Possible extension")


class PurchasePage(WizardPage):
    """The purchase in the buyer's own words, and its basic facts."""

    def __init__(self, voice: Voice, wizard: Wizard, workers: Workers) -> None:
        super().__init__(voice, wizard, workers)
        self._texts: dict[str, TextField | TextArea] = {}
        self._days: dict[str, DateField] = {}
        self._numbers: dict[str, NumberField] = {}
        self._country = Segments(voice, [_country(one) for one in Country])
        self._country.changed.connect(lambda country: wizard.set_country(Country(country)))
        self._procedure = Choice(voice, [_procedure(name, words) for name, words in PROCEDURES.items()])
        self._procedure.changed.connect(lambda answer: wizard.answer("procedure", str(answer)))
        self._lay_out()

    def _lay_out(self) -> None:
        self.add(self._what())
        self.add(
            SectionTitle(self.voice, lambda t: t.say("Value and time"), lambda t: t.say("Leave empty what you do not know yet."))
        )
        self.add(self._how_much())
        self.add(SectionTitle(self.voice, lambda t: t.say("On the documents")))
        self.add(self._who())

    def _what(self) -> Card:
        card = Card()
        title = TextField(self.voice)
        card.add(
            self._text(
                "title",
                title,
                lambda t: t.say("What are you going to buy?"),
                lambda t: t.say("A short title, such as “Fruit and vegetables for preschools”"),
            )
        )
        card.add(
            self._text(
                "description",
                TextArea(self.voice, lines=(4, 14)),
                lambda t: t.say("Describe it in your own words"),
                lambda t: t.say(
                    "What, for whom, where it is used, and what matters to you. The program looks for fitting product groups in your text."
                ),
            )
        )
        help_text: Said = lambda t: t.say("Decides which law and which national requirements are used.")  # noqa: E731
        card.add(Field(self.voice, lambda t: t.say("Country"), self._country, help_text=help_text))
        return card

    def _how_much(self) -> Card:
        card = Card()
        value = AmountField(self.voice)
        currency: Said = lambda _t: self.wizard.purchase.country.currency  # noqa: E731
        card.add(self._number("value", value, lambda t: t.say("Estimated value, without VAT"), currency))
        card.add(Field(self.voice, lambda t: t.say("Kind of procurement"), self._procedure, help_text=self._procedure_help))
        days = Flow(gap=LARGE)
        days.addWidget(self._day("announced", lambda t: t.say("Announced on")))
        days.addWidget(self._day("contract-start", lambda t: t.say("Contract starts")))
        card.add(days)
        lengths = Flow(gap=LARGE)
        for name, least, label in (("contract-months", 1, _length), ("extension-months", 0, _extension)):
            months = NumberField(self.voice, least=least, most=LONGEST_CONTRACT)
            lengths.addWidget(self._number(name, months, label, lambda t: t.say("months")))
        card.add(lengths)
        return card

    def _who(self) -> Card:
        card = Card()
        organisation = SuggestField(self.voice, self._organisations)
        help_text: Said = lambda t: t.say("Write the beginning of the municipality's name, or any name.")  # noqa: E731
        card.add(self._text("organisation", organisation, lambda t: t.say("Organisation"), help_text))
        card.add(self._text("reference", TextField(self.voice), lambda t: t.say("Reference number")))
        card.add(self._text("buyer", TextField(self.voice), lambda t: t.say("Responsible buyer")))
        later: Said = lambda t: t.say("Fill in when the contract is signed.")  # noqa: E731
        card.add(self._text("supplier", TextField(self.voice), lambda t: t.say("Supplier"), later))
        return card

    def _text(
        self,
        name: str,
        control: TextField | TextArea,
        label: Said,
        help_text: Said | str = "",
    ) -> Field:
        control.changed.connect(lambda words: self.wizard.describe(**{name: words}))
        control.setObjectName(name)
        self._texts[name] = control
        return Field(self.voice, label, control, help_text=help_text)

    def _organisations(self, words: str) -> list[Alternative]:
        return [Alternative(one.number, one.organisation, one.county) for one in self.wizard.organisations(words)]

    def _number(self, name: str, control: NumberField, label: Said, unit: Said) -> Field:
        control.changed.connect(lambda value: self.wizard.answer(name, None if value is None else int(value)))
        control.setObjectName(name)
        self._numbers[name] = control
        return Field(self.voice, label, control, unit=unit, help_text=lambda t: self._from_earlier(name, t))

    def _from_earlier(self, name: str, t: Translation) -> str:
        source = self.wizard.purchase.borrowed.get(name, "")
        return t.say("From your purchase “{title}”. Change it if it is different here.", title=source) if source else ""

    def _day(self, name: str, label: Said) -> Field:
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
            "According to the value: {procedure}. Choose another if that is wrong.",
            procedure=within_sentence(t.say(PROCEDURES[found])),
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
            given = purchase.facts.words(name)
            day.put_value(date.fromisoformat(given) if given else None)
        self._country.put_value(purchase.country.value)
        self._country.setEnabled(not purchase.decisions)
        self._procedure.put_value(purchase.facts.words("procedure") or self.wizard.guide.picture.procedure)
        for field in self.findChildren(Field):
            field.retranslate()


def _country(country: Country) -> Alternative:
    return Alternative(country.value, lambda t: t.say(source_name(country)))


def _procedure(name: str, words: str) -> Alternative:
    return Alternative(name, lambda t: t.say(words))
