"""A letter without a step: the answer to a plan, or the confirmation that a deviation is closed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from kravkompass.followup.deviation import PlanState
from kravkompass.followup.ladder import Step
from kravkompass.followup.letter import LETTER_NAMES, LetterKind
from kravkompass.ui.look import Text
from kravkompass.ui.views.deviation_letter import LetterFields
from kravkompass.ui.views.deviation_writing import Writing
from kravkompass.ui.widgets.field import Field
from kravkompass.ui.widgets.label import Label
from kravkompass.ui.widgets.note_field import NoteArea
from kravkompass.ui.widgets.value_fields import DateField

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kravkompass.documents.letters import Letter
    from kravkompass.screens.contract_deviations import Deviations
    from kravkompass.screens.deviation_dossiers import Dossier
    from kravkompass.screens.deviation_letters import Letters
    from kravkompass.ui.language import Voice

STATES = {LetterKind.PLAN_APPROVED: PlanState.APPROVED, LetterKind.PLAN_SENT_BACK: PlanState.SENT_BACK}


class AnswerForm(Writing):
    """Writes the letter of a kind. ``sent`` comes once what it answers and the letter are kept; ``look`` asks to see the letter."""

    sent = Signal()
    look = Signal()

    def __init__(self, voice: Voice, deviations: Deviations, letters: Letters, dossier: Dossier, kind: LetterKind) -> None:
        super().__init__(voice)
        self._deviations, self._letters = deviations, letters
        self._dossier, self._kind = dossier, kind
        self.reason, self.deadline, self.letter = NoteArea(voice, lines=(3, 8)), DateField(voice), LetterFields(voice)
        self.letter.put(deviations.language.value, letters.contact(), "")
        self.letter.look.connect(self.look)
        self.add(Label(voice, lambda t: t.say(LETTER_NAMES[kind]), Text.HEADING))
        if kind is LetterKind.PLAN_SENT_BACK:
            self.deadline.put_value(deviations.propose.step(dossier, Step.ACTION_PLAN).deadline)
            self.add(Field(voice, lambda t: t.say("What is missing in the plan"), self.reason))
            self.add(Field(voice, lambda t: t.say("Last day for the new plan"), self.deadline))
        self.add(self.letter)
        self.finish(lambda t: t.say("Keep it and the letter"), self.send)

    def first_focus(self) -> QWidget:
        """Begin with what is missing, or with whom to answer."""
        return self.reason if self._kind is LetterKind.PLAN_SENT_BACK else self.letter.contact

    def made(self) -> Letter:
        """Give the letter as it is written now. Raises NoSupplierError."""
        plan = self._dossier.plan
        if plan is not None and self._kind in STATES:
            plan = replace(plan, state=STATES[self._kind], reason=self.reason.value)
        return self._letters.written(
            self._dossier,
            self._kind,
            self.letter.spoken,
            self.letter.contact.value,
            self.letter.free.value,
            plan=plan,
            deadline=self.deadline.value,
        )

    def send(self) -> None:
        """Keep the answer and its letter. Raises as ``Deviations.answer``."""
        if self.reason.points_out or self.letter.free.points_out:
            return
        self.deadline.commit()
        self._keep()
        self.sent.emit()

    def _keep(self) -> None:
        made, plan = self.made(), self._dossier.plan
        if self._kind is LetterKind.CLOSED:
            self._letters.confirmed(self._dossier.deviation.id, made)
        elif plan is not None:
            answered = self._deviations.answer(plan, STATES[self._kind], self.reason.value, self.deadline.value)
            self._letters.answered(answered, made)
