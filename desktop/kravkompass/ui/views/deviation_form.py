"""Noting a deviation, or changing what was noted: what was found is all that must be written."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from kravkompass.catalog.naming import source_name
from kravkompass.catalog.terms import Severity
from kravkompass.ui.look import Text
from kravkompass.ui.views.deviation_writing import Writing
from kravkompass.ui.widgets.choice import Alternative, Choice
from kravkompass.ui.widgets.field import Field
from kravkompass.ui.widgets.label import Label
from kravkompass.ui.widgets.note_field import NoteArea
from kravkompass.ui.widgets.select import Select
from kravkompass.ui.widgets.value_fields import DateField

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from kravkompass.followup.deviation import Deviation
    from kravkompass.language import Translation
    from kravkompass.screens.contract_deviations import Deviations
    from kravkompass.ui.language import Voice

SEVERITY_NOTES = {
    Severity.ORDINARY: lambda t: t.say("A slip or a small shortcoming. Several can together be a serious one."),
    Severity.SERIOUS: lambda t: t.say("Harms what was bought, people or the environment, or comes again."),
    Severity.ZERO_TOLERANCE: lambda t: t.say("Forced labour, child labour, danger to life, serious environmental harm, large-scale corruption."),
}


class DeviationForm(Writing):
    """The fields of a deviation. ``noted`` comes with it and what takes it back once it is kept."""

    noted = Signal(object, object)

    def __init__(self, voice: Voice, deviations: Deviations, deviation: Deviation) -> None:
        super().__init__(voice)
        self._deviations, self._deviation = deviations, deviation
        self._new = not deviation.id
        self._own_deadline = not self._new
        suppliers, requirements = deviations.screen.suppliers, deviations.screen.requirements
        language = voice.translation.language
        self.what = NoteArea(voice, lines=(3, 10))
        self.supplier = Select(voice, [Alternative(one.id, one.name) for one in suppliers])
        self.requirement = Select(
            voice, [Alternative("", _whole), *(Alternative(one.id, deviations.title(one, language)) for one in requirements)]
        )
        self.found, self.deadline = DateField(voice), DateField(voice)
        self.severity = Choice(voice, [_severity(one) for one in Severity])
        self._lay_out(several=len(suppliers) > 1)
        self._put(deviation)
        self.requirement.changed.connect(self._requirement_chosen)
        self.severity.changed.connect(lambda _value: self._suggest())
        self.found.changed.connect(lambda _value: self._suggest())
        self.deadline.changed.connect(self._deadline_chosen)

    def _lay_out(self, *, several: bool) -> None:
        voice = self._voice
        self.add(Label(voice, lambda t: t.say("Note a deviation") if self._new else t.say("Change the deviation"), Text.HEADING))
        self.add(Field(voice, lambda t: t.say("What was found"), self.what, help_text=lambda t: t.say("What you saw, where and how many.")))
        who = Field(voice, lambda t: t.say("Supplier"), self.supplier)
        who.setVisible(several)
        self.add(who)
        self.add(Field(voice, lambda t: t.say("Requirement"), self.requirement))
        self.add(Field(voice, lambda t: t.say("Found"), self.found))
        self.add(Field(voice, lambda t: t.say("How serious it is"), self.severity))
        self.add(
            Field(
                voice,
                lambda t: t.say("Last day"),
                self.deadline,
                help_text=lambda t: t.say("Our suggestion, by how serious it is. What the contract says goes first."),
            )
        )
        self.finish(lambda t: t.say("Note it") if self._new else t.say("Keep the changes"), self.keep)

    def first_focus(self) -> QWidget:
        """Begin with what was found."""
        return self.what

    def keep(self) -> None:
        """Keep the deviation. Raises as ``Deviations.note``."""
        if self.what.points_out:
            return
        for field in (self.found, self.deadline):
            field.commit()
        self.noted.emit(*self._deviations.note(self._written()))

    def _put(self, deviation: Deviation) -> None:
        self.what.put_value(deviation.what)
        self.supplier.put_value(deviation.supplier or None)
        self.requirement.put_value(deviation.requirement)
        self.found.put_value(deviation.found)
        self.severity.put_value(deviation.severity)
        self.deadline.put_value(deviation.deadline)

    def _written(self) -> Deviation:
        return replace(
            self._deviation,
            what=self.what.value,
            supplier=str(self.supplier.value or ""),
            requirement=str(self.requirement.value or ""),
            found=self.found.value or self._deviation.found,
            severity=Severity(str(self.severity.value)),
            deadline=self.deadline.value,
        )

    def _requirement_chosen(self, requirement: object) -> None:
        if self._new and not self._deviation.gathers:
            self.severity.put_value(self._deviations.propose.severity_of(str(requirement or "")))
        self._suggest()

    def _deadline_chosen(self, _day: date | None) -> None:
        self._own_deadline = True

    def _suggest(self) -> None:
        """Suggest a last day, unless the buyer has chosen one."""
        if not self._own_deadline:
            severity = Severity(str(self.severity.value))
            self.deadline.put_value(self._deviations.propose.deadline(severity, self._deviations.screen.today))


def _whole(t: Translation) -> str:
    return t.say("The whole contract")


def _severity(severity: Severity) -> Alternative:
    return Alternative(severity, lambda t: t.say(source_name(severity)), SEVERITY_NOTES[severity])
