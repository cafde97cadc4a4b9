"""How the amounts of law look that the buyer can confirm: what we know, from when and from where, and a field for her own."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from kravkompass.language import text
from kravkompass.ui.widgets.field import Field
from kravkompass.ui.widgets.surfaces import Card
from kravkompass.ui.widgets.value_fields import NumberField

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kravkompass.catalog.rules import Rule, RuleRow
    from kravkompass.catalog.terms import Country
    from kravkompass.language import Translation
    from kravkompass.screens.profile import Municipality
    from kravkompass.ui.language import Voice

_UNITS = {"percent": text("percent"), "months": text("months"), "count": ""}


class LawCard(Card):
    """The amounts of one country's law."""

    def __init__(self, voice: Voice, screen: Municipality, country: Country) -> None:
        super().__init__()
        self._voice, self._screen = voice, screen
        self._amounts: dict[str, NumberField] = {}
        for rule, current, _ in screen.rules(country):
            if rule.unit:
                self.add(self._amount(rule, current))

    def put(self, confirmed: Mapping[str, float]) -> None:
        """Show what has been confirmed."""
        for name, field in self._amounts.items():
            given = confirmed.get(name)
            field.put_value(None if given is None else Decimal(str(given)))

    def _amount(self, rule: Rule, current: RuleRow | None) -> Field:
        field = NumberField(self._voice, least=0, decimals=2)
        field.setObjectName(rule.id)
        field.changed.connect(lambda value: self._screen.confirm(rule.id, None if value is None else float(value)))
        self._amounts[rule.id] = field

        def known(t: Translation) -> str:
            if current is None or current.value is None:
                note = current.note.get(t.language.value, "") if current is not None else ""
                return " ".join(part for part in (t.say("Not known to us: to be confirmed by you."), note, rule.law) if part)
            value = t.formats.number(current.value) if isinstance(current.value, int | float) else str(current.value)
            return t.say(
                "We know: {value} {unit}, from {day} ({law}).",
                value=value,
                unit=t.say(_UNITS.get(rule.unit, rule.unit)),
                day=t.formats.short_date(date.fromisoformat(current.valid_from)),
                law=rule.law,
            )

        return Field(self._voice, lambda t: rule.names[t.language.value], field, help_text=known)
