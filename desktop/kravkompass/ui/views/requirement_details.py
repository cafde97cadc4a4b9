"""The values a buyer fills in for a requirement, and all there is to know about it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from kravkompass.catalog.naming import name, own_origin, revised, source_date, source_name
from kravkompass.catalog.terms import ParameterType
from kravkompass.guidance.listing import suggested_values
from kravkompass.guidance.saying import said_reason
from kravkompass.language import text
from kravkompass.ui.layout import Flow, clear, column
from kravkompass.ui.look import LARGE, SMALL, Text
from kravkompass.ui.widgets.field import Field
from kravkompass.ui.widgets.key_values import KeyValues
from kravkompass.ui.widgets.label import Label
from kravkompass.ui.widgets.text_fields import TextField
from kravkompass.ui.widgets.value_fields import DateField, NumberField

if TYPE_CHECKING:
    from kravkompass.catalog.catalog import Catalog
    from kravkompass.catalog.requirement import Parameter, Source
    from kravkompass.guidance.reasons import Reason
    from kravkompass.language import Translation
    from kravkompass.screens.requirements import Choice, Requirements
    from kravkompass.ui.language import Voice

_UNITS = {
    ParameterType.PERCENT: text("percent"),
    ParameterType.DAYS: text("days"),
    ParameterType.WEEKS: text("weeks"),
    ParameterType.MONTHS: text("months"),
    ParameterType.YEARS: text("years"),
    ParameterType.HOURS: text("hours"),
    ParameterType.KG: text("kg"),
}
ValueField = NumberField | DateField | TextField


class RequirementDetails(QWidget):
    """Fields for the values; and, for an opened card, reasons, evidence, follow-up and sources."""

    def __init__(self, voice: Voice, screen: Requirements, catalog: Catalog, choice: Choice) -> None:
        super().__init__()
        self._voice = voice
        self._screen = screen
        self._catalog = catalog
        self._choice = choice
        self._fields: dict[str, ValueField] = {}
        flow = Flow(self, gap=LARGE, low=True)
        flow.add(self._field(parameter) for parameter in choice.requirement.parameters)
        # Said to stay hidden, never to show itself: it stands nowhere yet, and would show itself as a window.
        if not self._fields:
            self.hide()

    def take_keyboard(self) -> bool:
        """Give the keyboard to the first value that is not filled in, or else to the first; False when there is none."""
        fields = list(self._fields.values())
        if not fields:
            return False
        next((one for one in fields if one.value in {None, ""}), fields[0]).setFocus()
        return True

    def put(self, choice: Choice) -> None:
        """Show the values as they are filled in."""
        self._choice = choice
        values = {**suggested_values(choice.requirement), **(choice.decision.values if choice.decision else {})}
        for parameter in choice.requirement.parameters:
            _put(self._fields[parameter.name], values.get(parameter.name))

    def _field(self, parameter: Parameter) -> Field:
        control = self._control(parameter)
        control.changed.connect(lambda value, name=parameter.name: self._filled(name, value))
        control.setObjectName(parameter.name)
        self._fields[parameter.name] = control
        return Field(self._voice, _label(parameter), control, unit=self._unit(parameter))

    def _control(self, parameter: Parameter) -> ValueField:
        if parameter.type is ParameterType.DATE:
            return DateField(self._voice)
        if parameter.type is ParameterType.TEXT:
            return TextField(self._voice)
        least, most = (None if bound is None else Decimal(str(bound)) for bound in (parameter.min, parameter.max))
        return NumberField(self._voice, least=least, most=most, decimals=_decimals(parameter))

    def _unit(self, parameter: Parameter) -> Callable[[Translation], str] | str:
        if parameter.type is ParameterType.AMOUNT:
            return self._choice.requirement.country.currency
        source = _UNITS.get(parameter.type, "")
        return (lambda t: t.say(source)) if source else parameter.unit

    def _filled(self, parameter: str, value: object) -> None:
        if isinstance(value, Decimal):
            value = int(value) if value == value.to_integral_value() else float(value)
        if isinstance(value, date):
            value = value.isoformat()
        self._screen.fill_in(self._choice.requirement.id, {parameter: "" if value is None else value})  # type: ignore[dict-item]

    def fill(self, sheet: QWidget) -> None:
        """Show all there is to know on a sheet."""
        layout = sheet.layout()
        if layout is None:
            return
        clear(layout)
        reasons = column(gap=SMALL)
        for reason in self._choice.reasons:
            reasons.addWidget(Label(self._voice, self._reason(reason), Text.MUTED))
        holder = QWidget()
        holder.setLayout(reasons)
        layout.addWidget(holder)
        layout.addWidget(KeyValues(self._voice, self._pairs()))

    def _reason(self, reason: Reason) -> Callable[[Translation], str]:
        return lambda t: said_reason(reason, t, self._catalog)

    def _pairs(self) -> list[tuple[Callable[[Translation], str], Callable[[Translation], str] | str]]:
        texts, requirement = self._choice.texts, self._choice.requirement
        follow_up = requirement.follow_up
        pairs: list[tuple[Callable[[Translation], str], Callable[[Translation], str] | str]] = [
            (lambda t: t.say("Why"), texts.why),
            (lambda t: t.say("Evidence"), texts.evidence),
            (lambda t: t.say("Accepted as proof"), self._labels),
            (lambda t: t.say("To be met"), lambda t: t.say(source_name(requirement.fulfilled))),
            (lambda t: t.say("Follow-up"), texts.follow_up),
            (lambda t: t.say("Ask at the meeting"), texts.question),
            (
                lambda t: t.say("Effort"),
                lambda t: t.say(
                    "{method}, {interval}; you {n} min each time, the supplier: {effort}",
                    method=name(follow_up.method, t),
                    interval=name(follow_up.interval, t).lower(),
                    n=follow_up.minutes,
                    effort=name(follow_up.supplier_effort, t).lower(),
                ),
            ),
            (lambda t: t.say("May stand in"), lambda t: ", ".join(name(place, t) for place in sorted(requirement.place))),
            (lambda t: t.say("Replaces"), lambda t: ", ".join(self._screen.titles(requirement.relations.replaces, t.language))),
            (lambda t: t.say("Id"), lambda t: revised(requirement.id, requirement.revision, t)),
        ]
        if (written := requirement.written) is not None:
            pairs.append((lambda t: t.say("Source"), lambda t: own_origin(written, t)))
        pairs += [(lambda t: t.say("Source"), _source(source)) for source in self._screen.sources(requirement)]
        if self._choice.decision is not None and self._choice.decision.reason:
            pairs.append((lambda t: t.say("Your reason"), self._choice.decision.reason))
        return [pair for pair in pairs if self._voice.word(pair[1])]

    def _labels(self, t: Translation) -> str:
        known = self._catalog.labels
        names = [known[label].names[t.language.value] for label in self._choice.requirement.labels if label in known]
        return t.say("{labels}, or equivalent", labels=", ".join(names)) if names else ""


def _source(source: Source) -> Callable[[Translation], str]:
    def said(t: Translation) -> str:
        checked = t.say("Checked {day}", day=t.formats.kept_date(source.seen))
        return f"{source.title}. {source.publisher}, {source_date(source, t)}. {checked}. {source.address}"

    return said


def _label(parameter: Parameter) -> Callable[[Translation], str]:
    plain = parameter.name.replace("-", " ").capitalize()
    return lambda t: parameter.labels.get(t.language.value) or next(iter(parameter.labels.values()), plain)


def _decimals(parameter: Parameter) -> int:
    given = (parameter.default, parameter.min, parameter.max)
    return 2 if any(isinstance(value, float) and not value.is_integer() for value in given) else 0


def _put(field: ValueField, value: str | float | None) -> None:
    if isinstance(field, NumberField):
        field.put_value(Decimal(str(value)) if isinstance(value, int | float) else None)
    elif isinstance(field, DateField):
        field.put_value(date.fromisoformat(str(value)) if value else None)
    else:
        field.put_value(str(value) if value is not None else "")
