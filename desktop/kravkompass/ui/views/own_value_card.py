"""One value to fill in of an own requirement: its name, what is written, its unit and bounds, and the suggestion."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kravkompass.catalog.terms import ParameterType
from kravkompass.guidance.facts import day_of
from kravkompass.guidance.own_values import UNITED, ValueFault, retyped, value_faults
from kravkompass.language import text
from kravkompass.ui.layout import Flow
from kravkompass.ui.look import LARGE, SMALL, Text
from kravkompass.ui.views.own_fields import alternatives
from kravkompass.ui.widgets.button import Button, Weight
from kravkompass.ui.widgets.field import Field
from kravkompass.ui.widgets.label import Label
from kravkompass.ui.widgets.select import Select
from kravkompass.ui.widgets.surfaces import Card
from kravkompass.ui.widgets.text_fields import TextField
from kravkompass.ui.widgets.value_fields import DateField, NumberField

if TYPE_CHECKING:
    from kravkompass.catalog.requirement import Parameter
    from kravkompass.catalog.terms import Country
    from kravkompass.language import Translation
    from kravkompass.ui.language import Voice, Wording

LARGEST = 10**15
DECIMALS = 2
FAULTS = {
    ValueFault.LABEL: text("Say what the value is called, in the language of the contract."),
    ValueFault.ORDER: text("The least is larger than the most."),
    ValueFault.SUGGESTION: text("The suggestion lies outside the bounds."),
    ValueFault.UNIT: text("Say what the number counts, such as “kWh” or “km”."),
}
_PLACES = {
    ValueFault.LABEL: "label",
    ValueFault.ORDER: "max",
    ValueFault.SUGGESTION: "number",
    ValueFault.UNIT: "unit",
}


class ValueCard(Card):
    """One value. ``changed`` comes with the fields that are to be changed."""

    changed = Signal(object)
    wanted = Signal()
    removed = Signal()

    def __init__(self, voice: Voice, name: str) -> None:
        super().__init__()
        self._voice = voice
        self._parameter: Parameter | None = None
        self._language, self._used = "", False
        self._label = TextField(voice)
        self._type = Select(voice, alternatives(ParameterType))
        self._unit = TextField(voice)
        self._numbers = {
            part: NumberField(voice, least=-LARGEST, most=LARGEST, decimals=DECIMALS) for part in ("min", "max", "number")
        }
        self._day = DateField(voice)
        self._words = TextField(voice)
        self._where = Label(voice, self._said, Text.MUTED)
        self._fields: dict[str, Field] = {}
        for part, control in self._controls().items():
            control.setObjectName(f"{part} {name}")
        self._lay_out()
        self._connect()

    @property
    def first(self) -> QWidget:
        """Where the writing begins."""
        return self._type

    def _controls(self) -> dict[str, QWidget]:
        return {
            "label": self._label,
            "type": self._type,
            "unit": self._unit,
            **self._numbers,
            "day": self._day,
            "words": self._words,
        }

    def _lay_out(self) -> None:
        said = {
            "label": lambda t: t.say("What it is called"),
            "type": lambda t: t.say("What is filled in"),
            "unit": lambda t: t.say("Unit"),
            "min": lambda t: t.say("At least"),
            "max": lambda t: t.say("At most"),
            "number": lambda t: t.say("Suggested"),
            "day": lambda t: t.say("Suggested"),
            "words": lambda t: t.say("Suggested"),
        }
        self._fields = {part: Field(self._voice, said[part], control) for part, control in self._controls().items()}
        flow = Flow(gap=LARGE)
        flow.add(field for part, field in self._fields.items() if part != "label")
        self.add(self._fields["label"])
        self.add(flow)
        self.add(self._where)
        put = Button(self._voice, lambda t: t.say("Put it in the demand"), Weight.SECONDARY, "add")
        put.clicked.connect(lambda _on=False: self.wanted.emit())
        remove = Button(self._voice, lambda t: t.say("Take away the value"), Weight.SECONDARY, "delete")
        remove.clicked.connect(lambda _on=False: self.removed.emit())
        buttons = Flow(gap=SMALL)
        buttons.add((put, remove))
        self.add(buttons)

    def _connect(self) -> None:
        self._label.changed.connect(self._name_it)
        self._type.changed.connect(self._retype)
        self._unit.changed.connect(lambda words: self.changed.emit({"unit": str(words).strip()}))
        for part, field in self._numbers.items():
            name = "default" if part == "number" else part
            field.changed.connect(lambda value, name=name: self.changed.emit({name: _plain(value)}))
        self._day.changed.connect(lambda day: self.changed.emit({"default": day.isoformat() if isinstance(day, date) else None}))
        self._words.changed.connect(lambda words: self.changed.emit({"default": str(words) or None}))

    def put(self, parameter: Parameter, country: Country, language: str, *, used: bool) -> None:
        """Show a value as it stands; ``used`` tells whether a text asks for it."""
        self._parameter, self._language, self._used = parameter, language, used
        self._label.put_value(parameter.labels.get(language, ""))
        self._type.put_value(parameter.type)
        self._unit.put_value(parameter.unit)
        for part, value in (("min", parameter.min), ("max", parameter.max), ("number", parameter.default)):
            self._numbers[part].put_value(Decimal(str(value)) if isinstance(value, int | float) else None)
        words = parameter.default if isinstance(parameter.default, str) else ""
        self._day.put_value(day_of(words) if parameter.type is ParameterType.DATE else None)
        self._words.put_value(words)
        shown = _shown(parameter.type)
        for part, field in self._fields.items():
            field.setVisible(part in shown)
        self._where.retranslate()
        self._tell(
            {
                fault
                for fault in value_faults(parameter, country.languages[0])
                if fault in {ValueFault.ORDER, ValueFault.SUGGESTION}
            }
        )

    def tell(self, country: Country) -> None:
        """Say everything that is wrong, at its place."""
        if self._parameter is not None:
            self._tell(set(value_faults(self._parameter, country.languages[0])))

    def _tell(self, faults: set[ValueFault]) -> None:
        for fault, part in _PLACES.items():
            self._fields[part].show_error(_wrong(FAULTS[fault]) if fault in faults else "")

    def _said(self, t: Translation) -> str:
        name = f"{{{self._parameter.name}}}" if self._parameter is not None else ""
        if self._used:
            return t.say("Stands in the texts as {name}.", name=name)
        return t.say(
            "{name} stands in none of the texts. A value that no text asks for is let go when you keep the requirement.",
            name=name,
        )

    def _name_it(self, words: object) -> None:
        if self._parameter is not None:
            self.changed.emit({"labels": {**self._parameter.labels, self._language: str(words).strip()}})

    def _retype(self, value: object) -> None:
        if self._parameter is not None:
            self.changed.emit(retyped(ParameterType(str(value)), self._parameter))


def _wrong(sentence: str) -> Wording:
    return lambda t: t.say(sentence)


def _shown(type_: ParameterType) -> frozenset[str]:
    """Give the fields that a type of value has."""
    always = frozenset({"label", "type"})
    if type_ is ParameterType.DATE:
        return always | {"day"}
    if type_ is ParameterType.TEXT:
        return always | {"words"}
    return always | {"min", "max", "number"} | ({"unit"} if type_ in UNITED else set())


def _plain(value: object) -> int | float | None:
    if not isinstance(value, Decimal):
        return None
    return int(value) if value == value.to_integral_value() else float(value)
