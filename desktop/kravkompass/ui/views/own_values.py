"""The values to fill in of an own requirement: what each is called, what can be written, and putting it in the demand."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kravkompass.catalog.requirement import Parameter
from kravkompass.catalog.terms import Country, ParameterType
from kravkompass.guidance.own import blank
from kravkompass.guidance.own_values import asked_for, faulty_values, undeclared, value_name
from kravkompass.ui.layout import clear, column, row
from kravkompass.ui.look import MEDIUM
from kravkompass.ui.palettes import Tone
from kravkompass.ui.views.own_value_card import ValueCard
from kravkompass.ui.widgets.button import Button, Weight
from kravkompass.ui.widgets.callout import Callout
from kravkompass.ui.widgets.field import Field
from kravkompass.ui.widgets.surfaces import Card
from kravkompass.ui.widgets.text_fields import TextField

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kravkompass.catalog.requirement import Requirement
    from kravkompass.language import Translation
    from kravkompass.ui.language import Voice, Wording

MOST_VALUES = 50
"""As many as a file can hold."""


class OwnValues(QWidget):
    """The values. ``drafted`` comes with the requirement after a change, ``wanted`` with the name of a value to put in the demand."""

    drafted = Signal(object)
    wanted = Signal(str)

    def __init__(self, voice: Voice) -> None:
        super().__init__()
        self._voice = voice
        self._draft, self._language = blank(Country.SWEDEN), ""
        self._cards: dict[str, ValueCard] = {}
        self._names: tuple[str, ...] = ()
        self._inside = column(gap=MEDIUM)
        self._unknown = column(gap=MEDIUM)
        self._label = TextField(voice, placeholder=lambda t: t.say("Such as “Days until they are collected”"))
        self._label.setObjectName("new value")
        self._add = Button(voice, lambda t: t.say("Add the value"), Weight.SECONDARY, "add")
        self._add.clicked.connect(lambda _on=False: self._begin())
        whole = column(self, gap=MEDIUM)
        whole.addLayout(self._inside)
        whole.addLayout(self._unknown)
        whole.addWidget(self._new())

    def _new(self) -> Card:
        card = Card()
        card.add(
            Field(
                self._voice,
                lambda t: t.say("A new value"),
                self._label,
                help_text=lambda t: t.say("What it is called. Each purchase fills it in anew, within the bounds you set."),
            )
        )
        line = row()
        line.addWidget(self._add)
        line.addStretch()
        card.add(line)
        return card

    def put(self, draft: Requirement, language: str) -> None:
        """Show the values as they stand, said in a language of the texts."""
        self._draft, self._language = draft, language
        names = tuple(one.name for one in draft.parameters)
        if names != self._names:
            self._names = names
            clear(self._inside)
            self._cards = {name: self._card(name) for name in names}
        used = asked_for(draft)
        for one in draft.parameters:
            self._cards[one.name].put(one, draft.country, language, used=one.name in used)
        self._add.setEnabled(len(names) < MOST_VALUES)
        self._offer(undeclared(draft))

    def tell_faults(self) -> bool:
        """Bring the keyboard to the first value that something is wrong with, and say what; False when all are right."""
        faulty = faulty_values(self._draft)
        for name in faulty:
            self._cards[name].tell(self._draft.country)
        if faulty:
            self._cards[faulty[0]].first.setFocus()
        return bool(faulty)

    def _card(self, name: str) -> ValueCard:
        card = ValueCard(self._voice, name)
        card.changed.connect(lambda fields: self._change(name, fields))
        card.wanted.connect(lambda: self.wanted.emit(name))
        card.removed.connect(lambda: self._remove(name))
        self._inside.addWidget(card)
        return card

    def _offer(self, names: Sequence[str]) -> None:
        """Offer to make values of what stands in braces and is none."""
        clear(self._unknown)
        for name in names:
            make = Button(self._voice, lambda t: t.say("Make it a value"), Weight.SECONDARY, "add")
            make.setObjectName(f"make {name}")
            make.clicked.connect(lambda _on=False, name=name: self._make(name, name.replace("-", " ").capitalize()))
            self._unknown.addWidget(Callout(self._voice, Tone.WARNING, _unknown(name), "", [make]))

    def _begin(self) -> None:
        self._label.commit()
        label = self._label.value.strip()
        if not label:
            self._label.setFocus()
            return
        self._label.clear()
        self._label.commit()
        self._make(value_name(label, {*self._names, *undeclared(self._draft)}), label)

    def _make(self, name: str, label: str) -> None:
        first = self._draft.country.languages[0]
        made = Parameter(name, ParameterType.DAYS, labels={first: label, self._language: label})
        self.drafted.emit(replace(self._draft, parameters=(*self._draft.parameters, made)))
        if name in self._cards:
            self._cards[name].first.setFocus()

    def _change(self, name: str, fields: dict[str, Any]) -> None:
        changed = tuple(replace(one, **fields) if one.name == name else one for one in self._draft.parameters)
        self.drafted.emit(replace(self._draft, parameters=changed))

    def _remove(self, name: str) -> None:
        self._label.setFocus()
        kept = tuple(one for one in self._draft.parameters if one.name != name)
        self.drafted.emit(replace(self._draft, parameters=kept))


def _unknown(name: str) -> Wording:
    def said(t: Translation) -> str:
        return t.say("{name} stands in a text and is no value yet.", name=f"{{{name}}}")

    return said
