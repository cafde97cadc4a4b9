"""The supplier's action plan as it came in: cause, measures with role and day, and how people are protected."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kravkompass.catalog.terms import Severity
from kravkompass.followup.deviation import Measure
from kravkompass.ui.layout import Flow, column
from kravkompass.ui.look import MEDIUM, SMALL, Text, look
from kravkompass.ui.views.deviation_writing import Writing
from kravkompass.ui.views.kept_file import KeptFile
from kravkompass.ui.widgets.button import Button, Weight
from kravkompass.ui.widgets.field import Field
from kravkompass.ui.widgets.label import Label
from kravkompass.ui.widgets.note_field import NoteArea, NoteLine
from kravkompass.ui.widgets.surfaces import Divider
from kravkompass.ui.widgets.value_fields import DateField

if TYPE_CHECKING:
    from kravkompass.followup.deviation import ActionPlan
    from kravkompass.screens.contract_deviations import Deviations
    from kravkompass.screens.deviation_dossiers import Dossier
    from kravkompass.ui.language import Voice

FIRST_MEASURES = 2
_ROLE_WIDE = 260


class MeasureFields(QWidget):
    """One measure: what, which role, by when."""

    def __init__(self, voice: Voice, place: int, measure: Measure) -> None:
        super().__init__()
        self.what, self.who, self.by = NoteLine(voice), NoteLine(voice), DateField(voice)
        self.what.put_value(measure.what)
        self.who.put_value(measure.who)
        self.by.put_value(measure.by)
        inside = column(self, gap=SMALL)
        self.who.setMinimumWidth(look().px(_ROLE_WIDE))
        n = place + 1
        inside.addWidget(Field(voice, lambda t: t.say("Measure {n}", n=t.formats.number(n)), self.what))
        beside = Flow(gap=MEDIUM)
        who = Field(voice, lambda t: t.say("Measure {n}: responsible role", n=t.formats.number(n)), self.who)
        beside.add([who, Field(voice, lambda t: t.say("Measure {n}: by when", n=t.formats.number(n)), self.by)])
        inside.addLayout(beside)
        inside.addWidget(Divider())

    def written(self) -> Measure:
        """Give the measure as it is written now."""
        self.by.commit()
        return Measure(self.what.value, self.who.value, self.by.value)


class PlanForm(Writing):
    """The fields of a plan. ``kept`` comes once it is kept."""

    kept = Signal()

    def __init__(self, voice: Voice, deviations: Deviations, dossier: Dossier, plan: ActionPlan) -> None:
        super().__init__(voice)
        self._deviations, self._plan = deviations, plan
        self._zero = dossier.deviation.severity is Severity.ZERO_TOLERANCE
        self.sent, self.cause, self.people = DateField(voice), NoteArea(voice, lines=(2, 8)), NoteArea(voice, lines=(2, 8))
        self.sent.put_value(plan.sent)
        self.cause.put_value(plan.cause)
        self.people.put_value(plan.people)
        self.file = KeptFile(voice, deviations.screen.evidence)
        self.file.put(plan.document)
        self._measures = column(gap=MEDIUM)
        self.measures: list[MeasureFields] = []
        self._lay_out()
        blanks = [Measure("")] * max(FIRST_MEASURES - len(plan.measures), 0)
        for measure in (*plan.measures, *blanks):
            self.add_measure(measure)

    def _lay_out(self) -> None:
        voice = self._voice
        self.add(Label(voice, lambda t: t.say("The supplier's action plan"), Text.HEADING))
        self.add(Label(voice, lambda t: t.say("Write it down as the supplier sent it. Roles, no names of people."), Text.MUTED))
        self.add(Field(voice, lambda t: t.say("The plan came in"), self.sent))
        if self._zero:
            self.add(
                Field(
                    voice,
                    lambda t: t.say("How the people affected are protected"),
                    self.people,
                    help_text=lambda t: t.say("They come first. Write it without their names."),
                )
            )
        self.add(Field(voice, lambda t: t.say("Cause"), self.cause))
        self.add(self._measures)
        more = Button(voice, lambda t: t.say("One more measure"), Weight.QUIET, "add")
        more.clicked.connect(lambda _on=False: self.add_measure(Measure("")).what.setFocus())
        line = Flow(gap=SMALL)
        line.add([more])
        self.add(line)
        self.add(Field(voice, lambda t: t.say("The plan as the supplier sent it"), self.file))
        self.finish(lambda t: t.say("Keep the plan"), self.keep)

    def add_measure(self, measure: Measure) -> MeasureFields:
        """Make room for one more measure."""
        made = MeasureFields(self._voice, len(self.measures), measure)
        self.measures.append(made)
        self._measures.addWidget(made)
        return made

    def first_focus(self) -> QWidget:
        """Begin with what comes first."""
        return self.people if self._zero else self.cause

    def keep(self) -> None:
        """Keep the plan. Raises as ``Deviations.keep_plan``."""
        notes: list[NoteArea | NoteLine] = [self.cause, self.people, *(field for one in self.measures for field in (one.what, one.who))]
        if any(one.points_out for one in notes):
            return
        self.sent.commit()
        measures = tuple(one for one in (fields.written() for fields in self.measures) if one.what or one.who or one.by)
        plan = replace(
            self._plan,
            sent=self.sent.value or self._plan.sent,
            cause=self.cause.value,
            people=self.people.value,
            measures=measures,
            document=self.file.checksum,
        )
        self._deviations.keep_plan(plan)
        self.kept.emit()
