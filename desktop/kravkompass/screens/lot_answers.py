"""Answers for the lots of the wizard's purchase: taken over from the whole purchase, and changed where a lot differs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kravkompass.guidance.lot_answers import name_in, own_answers

if TYPE_CHECKING:
    from kravkompass.guidance.guide import Asked
    from kravkompass.guidance.purchase import Lot, Purchase
    from kravkompass.screens.wizard import Wizard


class LotAnswers:
    """What is answered for each lot."""

    def __init__(self, wizard: Wizard) -> None:
        self._wizard = wizard

    @property
    def purchase(self) -> Purchase:
        """The purchase as it stands now."""
        return self._wizard.purchase

    @property
    def lots(self) -> tuple[Lot, ...]:
        """The lots, in order."""
        return self._wizard.purchase.lots

    def given(self, lot: str, asked: Asked) -> str:
        """Give the answer that holds for a lot: its own, else the whole purchase's, else what is usual; empty when there is none."""
        answer = own_answers(self.purchase, lot).get(asked.question.id)
        return str(answer or self.purchase.facts.words(asked.question.id) or asked.usual or "")

    def is_own(self, lot: str, question: str) -> bool:
        """Whether a lot has an answer of its own."""
        return question in own_answers(self.purchase, lot)

    def differing(self, question: str) -> int:
        """Give how many lots have an answer of their own to a question."""
        return sum(self.is_own(lot.id, question) for lot in self.lots)

    def answer(self, lot: str, asked: Asked, answer: str) -> None:
        """Answer a question for a lot; the whole purchase's answer is followed again, also when that is changed later."""
        question = asked.question.id
        same = answer == (self.purchase.facts.words(question) or asked.usual)
        self._wizard.answer(name_in(lot, question), None if same else answer)
