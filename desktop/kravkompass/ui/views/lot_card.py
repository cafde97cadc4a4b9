"""How a lot looks on the page of product groups: its number and title, its value, what is bought in it, and moving it."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from kravkompass.ui.layout import row
from kravkompass.ui.look import SMALL, Text
from kravkompass.ui.palettes import Tone
from kravkompass.ui.views.group_picker import GroupPicker, said
from kravkompass.ui.widgets.button import IconButton
from kravkompass.ui.widgets.chip import Chip
from kravkompass.ui.widgets.expander import Expander
from kravkompass.ui.widgets.field import Field
from kravkompass.ui.widgets.label import Label
from kravkompass.ui.widgets.surfaces import Card
from kravkompass.ui.widgets.text_fields import TextField
from kravkompass.ui.widgets.value_fields import AmountField

if TYPE_CHECKING:
    from PySide6.QtWidgets import QHBoxLayout

    from kravkompass.guidance.purchase import Lot
    from kravkompass.language import Translation
    from kravkompass.screens.lots import Lots
    from kravkompass.screens.wizard import Wizard
    from kravkompass.ui.language import Voice, Wording


class LotCard(Card):
    """One lot. ``moved`` comes with -1 or 1, ``removed`` when it is to be taken away."""

    moved = Signal(int)
    removed = Signal()

    def __init__(self, voice: Voice, wizard: Wizard, screen: Lots, lot: Lot) -> None:
        super().__init__()
        self._voice, self._wizard, self._screen, self._lot = voice, wizard, screen, lot
        number = screen.number(lot.id)
        self.title = TextField(voice, placeholder=lambda t: t.say("Such as “Fruit and vegetables”"))
        self.title.setObjectName(f"title {lot.id}")
        self.title.changed.connect(lambda words: screen.rename(lot.id, str(words)))
        self._value = AmountField(voice)
        self._value.changed.connect(lambda value: screen.set_value(lot.id, None if value is None else int(value)))
        self._count = Chip(voice, "", Tone.ACCENT)
        self._picker = GroupPicker(voice, wizard.catalog.groups, self)
        self._picker.changed.connect(lambda groups: screen.set_groups(lot.id, groups))
        self.add(self._head(number))
        self.add(Field(voice, lambda t: t.say("Title of lot {n}", n=number), self.title))
        self.add(Field(voice, _value_of(number), self._value, unit=lambda _t: wizard.purchase.country.currency))
        self.add(Label(voice, lambda t: t.say("What is bought in the lot"), Text.STRONG))
        self.add(self._picker.first)
        rest = Expander(voice, lambda t: t.say("All product groups"), self._picker.rest)
        rest.opened.connect(lambda on: self._picker.open_rest() if on else None)
        self.add(rest)

    def _head(self, number: int) -> QHBoxLayout:
        line = row(gap=SMALL)
        line.addWidget(Label(self._voice, lambda t: t.say("Lot {n}", n=number), Text.HEADING, wraps=False))
        line.addWidget(self._count)
        line.addStretch()
        last = number == len(self._screen.lots)
        for name, wording, by, possible in (("up", _up(number), -1, number > 1), ("down", _down(number), 1, not last)):
            button = IconButton(self._voice, wording, name)
            button.setObjectName(f"{name} {self._lot.id}")
            button.setEnabled(possible)
            button.clicked.connect(lambda _on=False, by=by: self.moved.emit(by))
            line.addWidget(button)
        remove = IconButton(self._voice, lambda t: t.say("Remove lot {n}", n=number), "delete")
        remove.setObjectName(f"remove {self._lot.id}")
        remove.clicked.connect(self.removed)
        line.addWidget(remove)
        return line

    def put(self, lot: Lot) -> None:
        """Show the lot as it stands now."""
        self._lot = lot
        self.title.put_value(lot.title)
        self._value.put_value(None if lot.value is None else Decimal(str(lot.value)))
        self._picker.put(said(self._screen.suggested(lot), self._voice.translation.language), lot.groups)
        count = self._screen.count(lot, self._voice.translation.language)
        self._count.put(lambda t: t.count("{n} requirement", "{n} requirements", count))


def _up(number: int) -> Wording:
    return lambda t: t.say("Move lot {n} up", n=number)


def _down(number: int) -> Wording:
    return lambda t: t.say("Move lot {n} down", n=number)


def _value_of(number: int) -> Wording:
    def said(t: Translation) -> str:
        return t.say("Estimated value of lot {n}, without VAT", n=number)

    return said
