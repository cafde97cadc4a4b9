"""Taking a step on the ladder: day, ground, last day and document, and the reason when earlier steps are passed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from kravkompass.catalog.naming import source_name
from kravkompass.catalog.terms import Country
from kravkompass.followup.escalation import LEGAL_ADVICE, NEEDS_CLAUSE, SAID_OF_WHAT
from kravkompass.followup.ladder import LADDER, NORWEGIAN_SANCTIONS, STEP_NAMES, Step
from kravkompass.followup.letter import LETTER_OF
from kravkompass.followup.remedy import REMEDY_NAMES, Remedy, remedies
from kravkompass.language import text
from kravkompass.ui.look import Text
from kravkompass.ui.palettes import Tone
from kravkompass.ui.views.deviation_document import DocumentFields
from kravkompass.ui.views.deviation_writing import Writing
from kravkompass.ui.widgets.button import Button, Weight
from kravkompass.ui.widgets.callout import Callout
from kravkompass.ui.widgets.choice import Alternative, Choice
from kravkompass.ui.widgets.field import Field
from kravkompass.ui.widgets.label import Label
from kravkompass.ui.widgets.note_field import NoteArea, NoteLine
from kravkompass.ui.widgets.value_fields import DateField

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget

    from kravkompass.followup.deviation import LadderStep
    from kravkompass.language import Translation
    from kravkompass.screens.contract_deviations import Deviations
    from kravkompass.screens.deviation_dossiers import Dossier
    from kravkompass.screens.deviation_letters import Letters
    from kravkompass.ui.language import Voice

ASKS_CLAUSE = NEEDS_CLAUSE | SAID_OF_WHAT | LEGAL_ADVICE | {Step.ACTION_PLAN, Step.CHECK}
READY_REASONS = {
    Step.PENALTY: text("The contract has agreed on no price reduction and no penalty."),
    Step.REPLACEMENT: text("The deviation is at no sub-supplier."),
}
"""Reasons that are often right for passing a step, to take or leave."""


class StepForm(Writing):
    """The fields of a step. ``taken`` comes with a step that the rules let through; ``look`` asks to see its letter."""

    taken = Signal(object)
    look = Signal(object)

    def __init__(self, voice: Voice, deviations: Deviations, letters: Letters, dossier: Dossier, step: LadderStep) -> None:
        super().__init__(voice)
        self._deviations, self._step = deviations, step
        self._passed = dossier.standing.passed_by(step.step)
        self._offered = remedies(step.step, deviations.contract.country)
        self.day, self.deadline = DateField(voice), DateField(voice)
        self.ground, self.reason, self.claim = NoteArea(voice, lines=(3, 8)), NoteArea(voice, lines=(2, 6)), NoteArea(voice, lines=(2, 6))
        self.concerns, self.clause = NoteLine(voice), NoteLine(voice)
        self.remedy = Choice(voice, [_remedy(one) for one in self._offered])
        self.document = DocumentFields(voice, LETTER_OF.get(step.step), deviations.screen.evidence)
        self.document.look.connect(lambda: self.look.emit(self.written()))
        for part in self._parts(dossier):
            self.add(part)
        self.finish(lambda t: t.say("Take the step"), self.take)
        self.add(Label(voice, lambda t: t.say("Everything stands in the contract's log, with day and name."), Text.MUTED))
        self._put(step, letters.contact())

    def _parts(self, dossier: Dossier) -> Iterator[QWidget]:
        voice, step = self._voice, self._step.step
        rung = next(one for one in LADDER if one.step is step)
        yield Label(voice, lambda t: t.say("Take the step: {step}", step=t.say(rung.name)), Text.HEADING)
        yield Label(voice, lambda t: t.say(rung.does), Text.MUTED)
        yield from self._advice()
        if self._passed:
            yield self._passing()
            yield Field(voice, lambda t: t.say("Why the earlier steps are passed"), self.reason)
        yield Field(voice, lambda t: t.say("Day"), self.day)
        yield Field(
            voice, lambda t: t.say("Ground"), self.ground, help_text=lambda t: t.say("Which point of the contract is not kept, and what shows it.")
        )
        if step in SAID_OF_WHAT:
            yield Field(voice, lambda t: t.say("Which product or sub-supplier it is about"), self.concerns)
        if len(self._offered) > 1:
            yield Field(voice, lambda t: t.say("What you invoke"), self.remedy)
        if step in NEEDS_CLAUSE:
            yield Field(voice, lambda t: t.say("Extent, and how it was reckoned"), self.claim)
        if step in ASKS_CLAUSE:
            yield self._clause_field(needed=step in NEEDS_CLAUSE)
        yield Field(voice, lambda t: t.say("Last day"), self.deadline, help_text=lambda t: self._on_the_last_day(dossier, t))
        yield self.document

    def _on_the_last_day(self, dossier: Dossier, t: Translation) -> str:
        if self._step.deadline is None:
            return t.say("As the contract says. Leave it empty where it names no day.")
        severity = t.say(source_name(dossier.deviation.severity))
        return t.say("Our suggestion for: {severity}. What the contract says goes first.", severity=severity)

    def _advice(self) -> Iterator[Callout]:
        step, voice = self._step.step, self._voice
        if step in LEGAL_ADVICE:
            yield Callout(
                voice,
                Tone.WARNING,
                lambda t: t.say("Take legal advice first"),
                lambda t: t.say("Whether and how the contract can be ended depends on it and on the law that applies to it. This is help, not legal advice."),
            )
        if step in NEEDS_CLAUSE:
            norway = self._deviations.contract.country is Country.NORWAY
            yield Callout(
                voice,
                Tone.INFO,
                lambda t: t.say("Only what the contract has agreed on"),
                lambda t: t.say(NORWEGIAN_SANCTIONS)
                if norway
                else t.say("What can be demanded, and how much, depends on the contract. Nothing can be demanded that it does not give."),
            )

    def _passing(self) -> Callout:
        ready = [self._ready(READY_REASONS[step]) for step in self._passed if step in READY_REASONS]
        return Callout(
            self._voice,
            Tone.WARNING,
            lambda t: t.say("This goes past: {steps}", steps="; ".join(t.say(STEP_NAMES[one]) for one in self._passed)),
            lambda t: t.say("Take them first, or write why they are passed. The reason is kept and stands in the chronology."),
            ready,
        )

    def _ready(self, reason: str) -> Button:
        button = Button(self._voice, lambda t: t.say(reason), Weight.QUIET, "add")

        def take() -> None:
            said = self._voice.say(reason)
            self.reason.setPlainText("\n".join(part for part in (self.reason.value, said) if part))

        button.clicked.connect(lambda _on=False: take())
        return button

    def _clause_field(self, *, needed: bool) -> Field:
        return Field(
            self._voice,
            lambda t: t.say("Where the contract agrees on it") if needed else t.say("Where the contract agrees on it, if it does"),
            self.clause,
            help_text=lambda t: t.say("For example: point 12.3."),
        )

    def _put(self, step: LadderStep, contact: str) -> None:
        self.day.put_value(step.day)
        self.deadline.put_value(step.deadline)
        for field, words in (
            (self.ground, step.ground),
            (self.reason, step.skipped),
            (self.claim, step.claim),
            (self.concerns, step.concerns),
            (self.clause, step.clause),
        ):
            field.put_value(words)
        self.remedy.put_value(step.remedy)
        self.document.put(step, contact)

    def written(self) -> LadderStep:
        """Give the step as it is written now."""
        for field in (self.day, self.deadline):
            field.commit()
        chosen = Remedy(str(self.remedy.value)) if self.remedy.value is not None else None
        step = replace(
            self._step,
            day=self.day.value or self._step.day,
            deadline=self.deadline.value,
            ground=self.ground.value,
            skipped=self.reason.value if self._passed else "",
            concerns=self.concerns.value,
            clause=self.clause.value,
            claim=self.claim.value,
            remedy=chosen if len(self._offered) > 1 else self._step.remedy,
        )
        return self.document.written(step)

    def take(self) -> None:
        """Hand the step on when the rules let it through. Raises as ``Deviations.check_step``."""
        notes = (self.ground, self.reason, self.claim, self.concerns, self.clause, self.document)
        if any(one.points_out for one in notes):
            return
        step = self.written()
        self._deviations.check_step(step)
        self.taken.emit(step)

    def first_focus(self) -> QWidget:
        """Begin with the reason where one is wanted, else with the ground."""
        return self.reason if self._passed else self.ground


def _remedy(remedy: Remedy) -> Alternative:
    return Alternative(remedy, lambda t: t.say(REMEDY_NAMES[remedy]))
