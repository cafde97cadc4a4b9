"""How the page of situation questions looks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kravkompass.guidance.facts import NO, UNKNOWN, YES
from kravkompass.guidance.situation import OUTSIDE_EEA
from kravkompass.screens.lot_answers import LotAnswers
from kravkompass.ui.views.lot_questions import LotQuestions
from kravkompass.ui.views.page import WizardPage
from kravkompass.ui.widgets.choice import Alternative, Segments
from kravkompass.ui.widgets.field import Field
from kravkompass.ui.widgets.surfaces import Card

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from kravkompass.guidance.guide import Asked
    from kravkompass.language import Translation
    from kravkompass.screens.wizard import Wizard
    from kravkompass.ui.language import Voice
    from kravkompass.ui.work import Workers

_ANSWERS = (
    Alternative(YES, lambda t: t.say("Yes")),
    Alternative(NO, lambda t: t.say("No")),
    Alternative(UNKNOWN, lambda t: t.say("Don’t know")),
)


class SituationPage(WizardPage):
    """One card a question, each saying why it is asked and what it changes."""

    def __init__(self, voice: Voice, wizard: Wizard, workers: Workers) -> None:
        super().__init__(voice, wizard, workers)
        self._fields: dict[str, Segments] = {}
        self._lots = LotAnswers(wizard)
        self._of_lots: list[LotQuestions] = []
        self._shown: tuple[str, ...] = ()

    def refresh(self) -> None:
        """Show the questions the facts call for, with the answers given."""
        asked = self.wizard.guide.questions
        shown = (*(one.question.id for one in asked), *(lot.id for lot in self._lots.lots))
        if shown != self._shown:
            self._shown = shown
            self._build(asked)
        facts = self.wizard.purchase.facts
        for one in asked:
            self._fields[one.question.id].put_value(facts.words(one.question.id) or one.usual)
        for field in self.findChildren(Field):
            field.retranslate()
        for lots in self._of_lots:
            lots.refresh()

    def _build(self, asked: tuple[Asked, ...]) -> None:
        self.empty()
        self._fields, self._of_lots = {}, []
        for one in asked:
            choice = Segments(self.voice, _ANSWERS)
            choice.setObjectName(one.question.id)
            choice.changed.connect(lambda answer, name=one.question.id: self.wizard.answer(name, str(answer)))
            self._fields[one.question.id] = choice
            card = Card()
            card.add(Field(self.voice, _ask(one), choice, help_text=self._changes(one), why=_why(one)))
            if self._lots.lots:
                self._of_lots.append(LotQuestions(self.voice, self._lots, one, _ANSWERS))
                card.add(self._of_lots[-1])
            self.add(card)

    def _changes(self, one: Asked) -> Callable[[Translation], str]:
        def said(t: Translation) -> str:
            changes = t.count("Changes {n} requirement.", "Changes {n} requirements.", one.changes) if one.changes else ""
            source = self.wizard.purchase.borrowed.get(one.question.id, "")
            if source:
                earlier = t.say("From your purchase “{title}”. Change it if it is different here.", title=source)
                return f"{changes} {earlier}".strip()
            filled_in = one.usual and self.wizard.purchase.facts.is_open(one.question.id)
            usual = self._filled_in(one.question.id, t) if filled_in else ""
            return " ".join(part for part in (changes, usual) if part)

        return said

    def _filled_in(self, question: str, t: Translation) -> str:
        if question == OUTSIDE_EEA and self.wizard.guide.picture.made_outside_eea:
            return t.say("Follows from the countries on the page about risk.")
        return t.say("Filled in with what is usual for the product groups.")

    def first_focus(self) -> QWidget | None:
        """Begin at the first question that is open."""
        facts = self.wizard.purchase.facts
        return next((field for name, field in self._fields.items() if facts.is_open(name)), None)


def _ask(one: Asked) -> Callable[[Translation], str]:
    return lambda t: one.question.ask[t.language.value]


def _why(one: Asked) -> Callable[[Translation], str]:
    return lambda t: one.question.why[t.language.value]
