"""How a situation question is answered lot by lot: what was answered for the whole purchase stands there, and can be changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from kravkompass.guidance.saying import said_lot
from kravkompass.ui.layout import column
from kravkompass.ui.look import MEDIUM
from kravkompass.ui.widgets.choice import Segments
from kravkompass.ui.widgets.expander import Expander
from kravkompass.ui.widgets.field import Field

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kravkompass.guidance.guide import Asked
    from kravkompass.guidance.purchase import Lot
    from kravkompass.language import Translation
    from kravkompass.screens.lot_answers import LotAnswers
    from kravkompass.ui.language import Voice, Wording
    from kravkompass.ui.widgets.choice import Alternative


class LotQuestions(Expander):
    """The lots' answers to a question, made when they are first looked at."""

    def __init__(self, voice: Voice, screen: LotAnswers, asked: Asked, answers: Sequence[Alternative]) -> None:
        super().__init__(voice, "")
        self._voice, self._screen, self._asked, self._answers = voice, screen, asked, answers
        self._fields: dict[str, Segments] = {}
        self.setObjectName(f"lots {asked.question.id}")
        self.put(self._said)
        self.opened.connect(lambda on: self._build() if on and not self._fields else None)

    def _said(self, t: Translation) -> str:
        n = self._screen.differing(self._asked.question.id)
        return t.count("Lot by lot: {n} differs", "Lot by lot: {n} differ", n) if n else t.say("Lot by lot")

    def _build(self) -> None:
        content = QWidget()
        inside = column(content, gap=MEDIUM)
        for lot in self._screen.lots:
            choice = Segments(self._voice, self._answers)
            choice.setObjectName(f"{self._asked.question.id} {lot.id}")
            choice.changed.connect(lambda answer, lot=lot: self._screen.answer(lot.id, self._asked, str(answer)))
            self._fields[lot.id] = choice
            inside.addWidget(Field(self._voice, self._named(lot), choice, help_text=self._from(lot)))
        self.put_content(content)
        self.refresh()

    def refresh(self) -> None:
        """Show the answers as they stand now."""
        self.put(self._said)
        for lot, choice in self._fields.items():
            choice.put_value(self._screen.given(lot, self._asked))
        for field in self.findChildren(Field):
            field.retranslate()

    def _named(self, lot: Lot) -> Wording:
        return lambda t: said_lot(self._screen.purchase, lot, t)

    def _from(self, lot: Lot) -> Wording:
        def said(t: Translation) -> str:
            own = self._screen.is_own(lot.id, self._asked.question.id)
            return t.say("Answered for this lot.") if own else t.say("Taken from the answer for the whole purchase. Change it if the lot differs.")

        return said
