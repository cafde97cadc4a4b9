"""How closely a contract is followed: its value, class, risks and hours, with what the class is proposed from and what it means."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from kravkompass.catalog.naming import source_name
from kravkompass.catalog.terms import RiskArea, RiskLevel
from kravkompass.followup.classification import pace_of
from kravkompass.followup.contract import Classification
from kravkompass.followup.plan_naming import CLASS_MEANINGS, CLASS_NAMES, said_pace, said_proposal
from kravkompass.ui.layout import Flow
from kravkompass.ui.look import LARGE, Text
from kravkompass.ui.palettes import Tone
from kravkompass.ui.views.plan_prompts import ask_reason
from kravkompass.ui.widgets.button import Button, Weight
from kravkompass.ui.widgets.callout import Callout
from kravkompass.ui.widgets.choice import Alternative, Choice
from kravkompass.ui.widgets.field import Field
from kravkompass.ui.widgets.label import Label
from kravkompass.ui.widgets.select import Select
from kravkompass.ui.widgets.surfaces import Card
from kravkompass.ui.widgets.value_fields import AmountField, NumberField

if TYPE_CHECKING:
    from kravkompass.followup.classification import Proposal
    from kravkompass.language import Translation
    from kravkompass.screens.contract import ContractScreen
    from kravkompass.screens.contract_agreement import Agreement, Altered
    from kravkompass.ui.language import Voice, Wording

MOST_HOURS = 2000
NOT_ASSESSED = ""


class ClassCard(Card):
    """Value, class, risks and hours. ``altered(change, wording)`` comes after something was changed."""

    altered = Signal(object, object)

    def __init__(self, voice: Voice, screen: ContractScreen, agreement: Agreement) -> None:
        super().__init__(gap=LARGE)
        self._voice, self._screen, self._agreement = voice, screen, agreement
        self._value = AmountField(voice)
        self._value.changed.connect(lambda value: self._done(agreement.alter(value=None if value is None else float(value))))
        self._class = Choice(voice, [_alternative(one) for one in Classification])
        self._class.changed.connect(lambda value: self._classify(Classification(str(value))))
        self._take = Button(voice, lambda t: t.say("Take the proposal"), Weight.SECONDARY)
        self._take.clicked.connect(self._take_proposal)
        self._proposed = Callout(voice, Tone.INFO, "", "", [self._take])
        self._reason, self._pace = Label(voice, ""), Label(voice, "", Text.MUTED)
        self._risks = {area: self._risk(area) for area in RiskArea}
        self._hours = NumberField(voice, least=0, most=MOST_HOURS)
        self._hours.changed.connect(lambda value: self._done(agreement.alter(hours=int(value or 0))))
        self._lay_out()

    def _lay_out(self) -> None:
        voice = self._voice
        currency: Wording = lambda _t: self._screen.contract.country.currency  # noqa: E731
        self.add(Field(voice, lambda t: t.say("Value of the whole contract, without VAT"), self._value, unit=currency))
        risks = Flow(gap=LARGE)
        for area, select in self._risks.items():
            risks.addWidget(Field(voice, _area(area), select))
        self.add(risks)
        source: Wording = lambda t: t.say(  # noqa: E731
            "After SKR's advice of 7 May 2024: some 10 % of all contracts are critical or large, 30 % medium and 60 % small."
        )
        self.add(Field(voice, lambda t: t.say("Class"), self._class, help_text=source))
        self.add(self._reason)
        self.add(self._proposed)
        self.add(self._pace)
        self.add(
            Field(voice, lambda t: t.say("Hours a year for this contract"), self._hours, unit=lambda t: t.say("hours"), help_text=self._hours_help)
        )

    def refresh(self) -> None:
        """Show what stands now."""
        contract, proposal = self._screen.contract, self._agreement.proposal()
        self._value.put_value(None if contract.value is None else Decimal(contract.value))
        self._class.put_value(contract.classification)
        for area, select in self._risks.items():
            select.put_value(contract.risks.get(area, NOT_ASSESSED))
        self._hours.put_value(Decimal(contract.hours))
        self._reason.setVisible(bool(contract.classification_reason))
        self._reason.put(lambda t: t.say("Reason: {reason}", reason=contract.classification_reason))
        agrees = proposal.classification is contract.classification
        self._proposed.put(Tone.POSITIVE if agrees else Tone.INFO, lambda t: _said(proposal, t), lambda t: said_proposal(proposal, t))
        self._take.setVisible(not agrees)
        self._pace.put(lambda t: said_pace(pace_of(contract.classification, contract.risks), t))
        for field in self.findChildren(Field):
            field.retranslate()

    def _risk(self, area: RiskArea) -> Select:
        none = Alternative(NOT_ASSESSED, lambda t: t.say("Not assessed"))
        select = Select(self._voice, [none, *(_level(one) for one in RiskLevel)])
        select.changed.connect(lambda value: self._done(self._agreement.set_risk(area, RiskLevel(value) if value else None)))
        return select

    def _hours_help(self, t: Translation) -> str:
        hours = self._screen.profile.hours
        if hours:
            return t.say("0: the {n} hours of your profile.", n=t.formats.number(hours))
        return t.say("0: no limit. With a limit, what matters most is checked first, and what there is no time for is shown.")

    def _classify(self, chosen: Classification) -> None:
        if chosen is self._agreement.proposal().classification:
            self._done(self._agreement.classify(chosen, ""))
            return
        reason = ask_reason(
            self._voice,
            lambda t: t.say("Class: {name}", name=t.say(CLASS_NAMES[chosen])),
            lambda t: t.say("You go another way than the proposal. The reason is kept with the contract."),
            lambda t: t.say("Keep"),
            self,
        )
        if reason is None:
            self._class.put_value(self._screen.contract.classification)
        else:
            self._done(self._agreement.classify(chosen, reason))

    def _take_proposal(self) -> None:
        self._done(self._agreement.classify(self._agreement.proposal().classification, ""))

    def _done(self, altered: Altered) -> None:
        self.altered.emit(altered, None)


def _said(proposal: Proposal, t: Translation) -> str:
    return t.say("Proposed: {name}", name=t.say(CLASS_NAMES[proposal.classification]).lower())


def _alternative(one: Classification) -> Alternative:
    return Alternative(one, lambda t: t.say(CLASS_NAMES[one]), lambda t: t.say(CLASS_MEANINGS[one]))


def _area(area: RiskArea) -> Wording:
    return lambda t: t.say(source_name(area))


def _level(level: RiskLevel) -> Alternative:
    return Alternative(level, lambda t: t.say(source_name(level)))
