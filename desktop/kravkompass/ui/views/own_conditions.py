"""When an own requirement is proposed, beside its product groups: one line for each condition, and adding another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kravkompass.catalog.condition import Condition
from kravkompass.catalog.naming import source_name
from kravkompass.catalog.terms import Country, PurchaseType, RiskArea, RiskLevel
from kravkompass.guidance.own import blank
from kravkompass.guidance.own_conditions import (
    BELOW_BOUND,
    CHOICES,
    Ground,
    Sort,
    begun,
    condition_of,
    ground_of,
    grounds,
    joined,
    parts_of,
)
from kravkompass.guidance.saying import PROCEDURES
from kravkompass.language import text
from kravkompass.ui.layout import clear, column, row
from kravkompass.ui.look import MEDIUM, SMALL
from kravkompass.ui.widgets.button import IconButton
from kravkompass.ui.widgets.choice import Alternative
from kravkompass.ui.widgets.field import Field
from kravkompass.ui.widgets.select import Select
from kravkompass.ui.widgets.value_fields import AmountField, NumberField

if TYPE_CHECKING:
    from collections.abc import Callable

    from kravkompass.catalog.catalog import Catalog
    from kravkompass.catalog.requirement import Requirement
    from kravkompass.language import Translation
    from kravkompass.ui.language import Voice

LONGEST = 600
"""Months."""
_CHOICES: Mapping[Sort, Mapping[str, str]] = {
    Sort.ANSWER: {"yes": text("Yes"), "yes-or-unknown": text("Yes, or not known yet"), "no": text("No")},
    Sort.PROCEDURE: PROCEDURES,
    Sort.RISK: {RiskLevel.MEDIUM: text("Medium risk or more"), RiskLevel.HIGH: text("High risk or more")},
}


class OwnConditions(QWidget):
    """The conditions. ``drafted`` comes with the requirement as it is after a change."""

    drafted = Signal(object)

    def __init__(self, voice: Voice, catalog: Catalog) -> None:
        super().__init__()
        self._voice, self._catalog = voice, catalog
        self._draft = blank(Country.SWEDEN)
        self._shown: tuple[Ground, ...] | None = None
        self._controls: dict[str, Select | NumberField] = {}
        self._lines = column(gap=MEDIUM)
        self._more = Select(voice, placeholder=lambda t: t.say("Choose what it depends on"))
        self._more.setObjectName("new condition")
        self._more.changed.connect(self._add)
        whole = column(self, gap=MEDIUM)
        whole.addWidget(
            Field(
                voice,
                lambda t: t.say("Only when"),
                self._more,
                help_text=lambda t: t.say(
                    "Leave it empty for every purchase it fits. All conditions must hold; what is not answered yet is asked."
                ),
            )
        )
        whole.addLayout(self._lines)

    def put(self, draft: Requirement) -> None:
        """Show the conditions as they stand."""
        self._draft = draft
        held = [found for one in parts_of(draft.when) or () if (found := ground_of(one)) is not None]
        shown = tuple(ground for ground, _value in held)
        if shown != self._shown:
            self._shown = shown
            clear(self._lines)
            self._controls = {}
            for ground in shown:
                self._lines.addWidget(self._line(ground))
            self._more.offer(
                [self._alternative(one) for one in grounds(draft.country, self._catalog.questions.values()) if one not in shown]
            )
            self._more.put_value(None)
        for ground, value in held:
            control = self._controls[ground.key]
            if isinstance(control, NumberField):
                control.put_value(Decimal(str(value)))
            else:
                control.put_value(value)

    def _line(self, ground: Ground) -> QWidget:
        control = self._control(ground)
        control.setObjectName(ground.key)
        control.changed.connect(lambda value: self._set(ground, value))
        self._controls[ground.key] = control
        unit: Callable[[Translation], str] | str = ""
        if ground.sort is Sort.AMOUNT:
            unit = self._draft.country.currency
        elif ground.sort is Sort.MONTHS:
            unit = lambda t: t.say("months")  # noqa: E731
        remove = IconButton(
            self._voice, lambda t: t.say("Take away the condition: {what}", what=self._named(ground, t)), "delete"
        )
        remove.setObjectName(f"remove {ground.key}")
        remove.clicked.connect(lambda _on=False: self._remove(ground))
        holder = QWidget()
        line = row(holder, gap=SMALL)
        line.addWidget(Field(self._voice, lambda t: self._named(ground, t), control, unit=unit), 1)
        line.addWidget(remove)
        return holder

    def _control(self, ground: Ground) -> Select | NumberField:
        if ground.sort is Sort.AMOUNT:
            return AmountField(self._voice)
        if ground.sort is Sort.MONTHS:
            return NumberField(self._voice, least=0, most=LONGEST)
        return Select(self._voice, [_choice(ground.sort, value) for value in CHOICES[ground.sort]])

    def _alternative(self, ground: Ground) -> Alternative:
        return Alternative(ground, lambda t: self._named(ground, t))

    def _named(self, ground: Ground, t: Translation) -> str:
        """Say what a condition is about."""
        if ground.sort is Sort.ANSWER:
            question = self._catalog.questions.get(ground.about)
            return question.ask[t.language.value] if question is not None else ground.about
        if ground.sort is Sort.RISK:
            return t.say("Risk in the supply chain: {area}", area=t.say(source_name(RiskArea(ground.about))))
        if ground.sort is Sort.AMOUNT:
            return t.say("The value is less than") if ground.relation == BELOW_BOUND else t.say("The value is at least")
        return {
            Sort.PROCEDURE: t.say("Kind of procurement"),
            Sort.TYPE: t.say("What is bought"),
            Sort.MONTHS: t.say("The contract is at least"),
        }[ground.sort]

    def _add(self, ground: object) -> None:
        if isinstance(ground, Ground):
            self._put_parts((*self._parts, begun(ground)))
            if ground.key in self._controls:
                self._controls[ground.key].setFocus()

    def _set(self, ground: Ground, value: object) -> None:
        number = float(value) if isinstance(value, Decimal) else value
        given = int(number) if isinstance(number, float) and number.is_integer() else number
        made = condition_of(ground, given if isinstance(given, str | int | float) else 0)
        self._put_parts(tuple(made if self._about(one) == ground else one for one in self._parts))

    def _remove(self, ground: Ground) -> None:
        self._more.setFocus()
        self._put_parts(tuple(one for one in self._parts if self._about(one) != ground))

    @property
    def _parts(self) -> tuple[Condition, ...]:
        return parts_of(self._draft.when) or ()

    def _put_parts(self, parts: tuple[Condition, ...]) -> None:
        self.drafted.emit(replace(self._draft, when=joined(parts)))

    @staticmethod
    def _about(one: Condition) -> Ground | None:
        found = ground_of(one)
        return found[0] if found is not None else None


def _choice(sort: Sort, value: str) -> Alternative:
    words = source_name(PurchaseType(value)) if sort is Sort.TYPE else _CHOICES[sort][value]
    return Alternative(value, lambda t: t.say(words))
