"""How a contract's suppliers look: who they are, their numbers and lots, and whom to talk to."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from kravkompass.screens.contract_agreement import is_doubtful
from kravkompass.ui.layout import Flow, clear, column, row
from kravkompass.ui.look import SMALL, TIGHT, Text
from kravkompass.ui.palettes import Tone
from kravkompass.ui.views.agreement_prompts import ask_contact, ask_supplier
from kravkompass.ui.widgets.button import Button, IconButton, Weight
from kravkompass.ui.widgets.chip import Chip
from kravkompass.ui.widgets.label import Label
from kravkompass.ui.widgets.surfaces import Card, Divider

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

    from kravkompass.followup.contract import Contact, Supplier
    from kravkompass.screens.contract import ContractScreen
    from kravkompass.screens.contract_agreement import Agreement, Altered
    from kravkompass.ui.language import Voice


class SuppliersCard(Card):
    """The suppliers. ``altered(change, wording)`` comes after something was changed, with words for it or None."""

    altered = Signal(object, object)

    def __init__(self, voice: Voice, screen: ContractScreen, agreement: Agreement) -> None:
        super().__init__()
        self._voice, self._screen, self._agreement = voice, screen, agreement
        self._list = column()
        self.add(self._list)
        add = Button(voice, lambda t: t.say("Add a supplier"), Weight.SECONDARY, "add")
        add.clicked.connect(lambda: self._ask(None))
        line = row()
        line.addWidget(add)
        line.addStretch()
        self.add(line)

    def refresh(self) -> None:
        """Show the suppliers there are."""
        clear(self._list)
        suppliers = self._screen.suppliers
        if not suppliers:
            self._list.addWidget(Label(self._voice, lambda t: t.say("No supplier yet"), Text.MUTED))
        for place, supplier in enumerate(suppliers):
            if place:
                self._list.addWidget(Divider())
            self._list.addLayout(self._supplier(supplier))

    def _supplier(self, supplier: Supplier) -> QVBoxLayout:
        inside, head = column(gap=SMALL), row(gap=TIGHT)
        words = column(gap=TIGHT)
        words.addWidget(Label(self._voice, supplier.name, Text.STRONG))
        chips = Flow(gap=SMALL)
        chips.add(self._chips(supplier))
        words.addLayout(chips)
        head.addLayout(words, 1)
        talk = Button(self._voice, lambda t: t.say("Add a contact"), Weight.QUIET, "add")
        talk.clicked.connect(lambda: self._ask_contact(supplier, len(supplier.contacts)))
        edit = IconButton(self._voice, lambda t: t.say("Change {title}", title=supplier.name), "edit")
        edit.clicked.connect(lambda: self._ask(supplier))
        delete = IconButton(self._voice, lambda t: t.say("Delete {title}", title=supplier.name), "delete")
        delete.clicked.connect(lambda: self._drop(supplier))
        for one in (talk, edit, delete):
            head.addWidget(one)
        inside.addLayout(head)
        for place, contact in enumerate(supplier.contacts):
            inside.addLayout(self._contact(supplier, place, contact))
        return inside

    def _chips(self, supplier: Supplier) -> Iterator[Chip]:
        if is_doubtful(supplier.number):
            yield Chip(self._voice, lambda t: t.say("Check the organisation number {number}", number=supplier.number), Tone.WARNING, "warning")
        elif supplier.number:
            yield Chip(self._voice, lambda t: t.say("Organisation number {number}", number=supplier.number))
        else:
            yield Chip(self._voice, lambda t: t.say("No organisation number"))
        titles = self._screen.contract.lots
        for one in supplier.lots:
            yield Chip(self._voice, f"{one}  {titles.get(one, '')}".strip(), Tone.ACCENT)

    def _contact(self, supplier: Supplier, place: int, contact: Contact) -> QHBoxLayout:
        line = row(gap=TIGHT)
        said = " · ".join(part for part in (contact.name, contact.role, contact.email, contact.telephone) if part)
        line.addWidget(Label(self._voice, said).selectable(), 1)
        edit = IconButton(self._voice, lambda t: t.say("Change {title}", title=contact.name), "edit")
        edit.clicked.connect(lambda: self._ask_contact(supplier, place))
        delete = IconButton(self._voice, lambda t: t.say("Delete {title}", title=contact.name), "delete")
        delete.clicked.connect(lambda: self._keep(replace(supplier, contacts=supplier.contacts[:place] + supplier.contacts[place + 1 :])))
        line.addWidget(edit)
        line.addWidget(delete)
        return line

    def _ask(self, before: Supplier | None) -> None:
        given = ask_supplier(self._voice, self, self._screen.contract.lots, before)
        if given is not None:
            name, number, lots = given
            kept = (before.contacts, before.id) if before else ((), "")
            self._done(self._agreement.keep_supplier(name, number, kept[0], lots, kept[1]))

    def _ask_contact(self, supplier: Supplier, place: int) -> None:
        before = supplier.contacts[place] if place < len(supplier.contacts) else None
        given = ask_contact(self._voice, self, before)
        if given is not None:
            self._keep(replace(supplier, contacts=(*supplier.contacts[:place], given, *supplier.contacts[place + 1 :])))

    def _keep(self, supplier: Supplier) -> None:
        self._done(self._agreement.keep_supplier(supplier.name, supplier.number, supplier.contacts, supplier.lots, supplier.id))

    def _drop(self, supplier: Supplier) -> None:
        altered = self._agreement.drop_supplier(supplier)
        self.altered.emit(altered, lambda t: t.say("{title} has been deleted.", title=supplier.name))

    def _done(self, altered: Altered) -> None:
        self.altered.emit(altered, None)
