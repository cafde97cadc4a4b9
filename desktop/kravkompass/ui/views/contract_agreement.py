"""How the agreement looks: suppliers, time, value and class, lots, what stands on the documents, and what was frozen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kravkompass.screens.contract_agreement import Agreement
from kravkompass.ui.layout import Flow, clear, column, row
from kravkompass.ui.look import SMALL, Text
from kravkompass.ui.palettes import Tone
from kravkompass.ui.views.agreement_class import ClassCard
from kravkompass.ui.views.agreement_prompts import ask_lot
from kravkompass.ui.views.agreement_suppliers import SuppliersCard
from kravkompass.ui.views.agreement_time import TimeCard
from kravkompass.ui.views.contract_page import ContractPage
from kravkompass.ui.views.plan_verbs import said_changes
from kravkompass.ui.widgets.button import Button, IconButton, Weight
from kravkompass.ui.widgets.callout import Callout
from kravkompass.ui.widgets.field import Field
from kravkompass.ui.widgets.key_values import KeyValues
from kravkompass.ui.widgets.label import Label
from kravkompass.ui.widgets.page import READING
from kravkompass.ui.widgets.surfaces import Card, SectionTitle
from kravkompass.ui.widgets.text_fields import TextField

if TYPE_CHECKING:
    from PySide6.QtWidgets import QHBoxLayout, QWidget

    from kravkompass.language import Translation
    from kravkompass.screens.contract import ContractScreen
    from kravkompass.screens.contract_agreement import Altered
    from kravkompass.ui.language import Voice, Wording
    from kravkompass.ui.work import Workers

_NAMES: dict[str, Wording] = {
    "title": lambda t: t.say("Title"),
    "organisation": lambda t: t.say("Organisation"),
    "reference": lambda t: t.say("Reference number"),
    "responsible": lambda t: t.say("Responsible"),
}


class AgreementPage(ContractPage):
    """The agreement. Every change moves the plan with it, and says how."""

    section = "agreement"

    def __init__(self, voice: Voice, screen: ContractScreen, workers: Workers) -> None:
        super().__init__(voice, screen, workers, width=READING)
        self._agreement = Agreement(screen)
        self._parts = tuple(kind(voice, screen, self._agreement) for kind in (SuppliersCard, TimeCard, ClassCard))
        for part in self._parts:
            part.altered.connect(self._altered)
        self._texts = {name: self._text(name) for name in _NAMES}
        self._lots = column(gap=SMALL)
        self._frozen = KeyValues(voice)
        read = Button(voice, lambda t: t.say("Read what was agreed"), Weight.SECONDARY, "requirement")
        read.clicked.connect(lambda: self.jump.emit("requirements", ""))
        self._newer = Callout(voice, Tone.INFO, "")
        self._lay_out(read)

    def _lay_out(self, read: Button) -> None:
        suppliers, time, value = self._parts
        self.add(SectionTitle(self.voice, lambda t: t.say("Suppliers"), lambda t: t.say("A framework can have several.")))
        self.add(suppliers)
        self.add(SectionTitle(self.voice, lambda t: t.say("Time")))
        self.add(time)
        self.add(SectionTitle(self.voice, lambda t: t.say("Value, class and risk")))
        self.add(value)
        self.add(SectionTitle(self.voice, lambda t: t.say("Lots"), lambda t: t.say("Only when the contract is divided.")))
        self.add(self._lots_card())
        self.add(SectionTitle(self.voice, lambda t: t.say("On the documents")))
        names = Card()
        for name, control in self._texts.items():
            names.add(Field(self.voice, _NAMES[name], control))
        self.add(names)
        self.add(SectionTitle(self.voice, lambda t: t.say("Frozen at the signing")))
        frozen = Card()
        frozen.add(self._frozen)
        line = row()
        line.addWidget(read)
        line.addStretch()
        frozen.add(line)
        self.add(frozen)
        self.add(self._newer)

    def _lots_card(self) -> Card:
        card = Card()
        card.add(self._lots)
        add = Button(self.voice, lambda t: t.say("Add a lot"), Weight.SECONDARY, "add")
        add.clicked.connect(self._add_lot)
        buttons = Flow(gap=SMALL)
        buttons.addWidget(add)
        card.add(buttons)
        return card

    def _text(self, name: str) -> TextField:
        control = TextField(self.voice)
        control.setObjectName(name)
        control.changed.connect(lambda words: self._altered(self._agreement.alter(**{name: words}), None))
        return control

    def first_focus(self) -> QWidget | None:
        """Begin at the first supplier."""
        return self._parts[0].findChild(Button)

    def refresh(self) -> None:
        """Show the agreement as it stands."""
        contract = self.contract_screen.contract
        for part in self._parts:
            part.refresh()
        for name, control in self._texts.items():
            control.put_value(getattr(contract, name))
        clear(self._lots)
        for number, title in contract.lots.items():
            self._lots.addLayout(self._lot(number, title))
        count = len(self.contract_screen.requirements)
        self._frozen.put([
            (lambda t: t.say("Requirements"), lambda t: t.formats.number(count)),
            (lambda t: t.say("Checksum of the list"), contract.checksum or (lambda t: t.say("No checksum kept"))),
            (lambda t: t.say("Signed"), lambda t: t.formats.short_date(contract.signed) if contract.signed else t.say("Not known")),
        ])
        newer = self._agreement.newer()
        self._newer.setVisible(bool(newer))
        numbers = [one.number for one in newer]
        self._newer.put(
            Tone.INFO,
            lambda t: t.count("{n} requirement has a newer wording in the catalog", "{n} requirements have a newer wording in the catalog", len(numbers)),
            lambda t: t.say("What was agreed stays as it is: {numbers}. Use the newer wording in the next purchase.", numbers=t.formats.all_of(numbers)),
        )

    def _lot(self, number: str, title: str) -> QHBoxLayout:
        line = row(gap=SMALL)
        line.addWidget(Label(self.voice, f"{number}  {title}", Text.STRONG), 1)
        delete = IconButton(self.voice, lambda t: t.say("Delete {title}", title=title), "delete")
        delete.clicked.connect(lambda: self._altered(self._agreement.drop_lot(number), None))
        line.addWidget(delete)
        return line

    def _add_lot(self) -> None:
        given = ask_lot(self.voice, self)
        if given is not None:
            self._altered(self._agreement.set_lot(*given), None)

    def _altered(self, altered: Altered, wording: Wording | None) -> None:
        """Tell what a change did to the plan, with a way back; nothing where it did nothing to tell of."""
        plan = altered.plan

        def said(t: Translation) -> str:
            changes = said_changes(len(plan.added), len(plan.altered), len(plan.taken), t) if plan else ""
            first = wording(t) if callable(wording) else t.say("The plan has been changed.") if plan else ""
            return " ".join(part for part in (first, changes) if part)

        if plan or wording:
            self.message.emit(said, altered.undo)
