"""A self-report that has come back, before anything is changed: what it says, and what it says otherwise than before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from kravkompass.followup.questionnaire import Answer, Answered
from kravkompass.followup.questionnaire_naming import ANSWER_NAMES
from kravkompass.ui.layout import Flow, clear, column
from kravkompass.ui.look import LARGE, MEDIUM, Text
from kravkompass.ui.palettes import Tone
from kravkompass.ui.widgets.button import Button, Weight
from kravkompass.ui.widgets.callout import Callout
from kravkompass.ui.widgets.key_values import KeyValues
from kravkompass.ui.widgets.label import Label
from kravkompass.ui.widgets.surfaces import Card

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget

    from kravkompass.documents.questionnaire_form import OtherList
    from kravkompass.followup.questionnaire import Difference
    from kravkompass.language import Translation
    from kravkompass.screens.contract_questionnaire import QuestionnaireScreen
    from kravkompass.screens.questionnaire_back import CameBack
    from kravkompass.ui.language import Voice, Wording


class BackCard(Card):
    """Shows what came and asks whether to take it. Nothing is written over unless the person says so."""

    taken = Signal(object)
    cancelled = Signal()

    def __init__(self, voice: Voice, screen: QuestionnaireScreen) -> None:
        super().__init__(gap=LARGE)
        self._voice, self._screen = voice, screen
        self._inside = column(gap=MEDIUM)
        self.add(self._inside)
        self.take = Button(voice, "", Weight.PRIMARY)

    def begin(self, back: CameBack) -> None:
        """Show a file that came back."""
        clear(self._inside)
        self._inside.addWidget(Label(self._voice, lambda t: t.say("Came back: {file}", file=back.name), Text.HEADING))
        for part in self._parts(back):
            self._inside.addWidget(part)
        writes_over = back.writes_over
        self.take = Button(
            self._voice,
            (lambda t: t.say("Take these answers instead")) if writes_over else (lambda t: t.say("Take the answers in")),
            Weight.PRIMARY,
            "check",
        )
        self.take.clicked.connect(lambda: self.taken.emit(back))
        self.take.setEnabled(not back.is_the_same)
        cancel = Button(self._voice, (lambda t: t.say("Keep what I have")) if writes_over else (lambda t: t.say("Cancel")), Weight.QUIET)
        cancel.clicked.connect(self.cancelled)
        buttons = Flow(gap=MEDIUM)
        buttons.add([self.take, cancel])
        self._inside.addLayout(buttons)

    def _parts(self, back: CameBack) -> Iterator[QWidget]:
        voice = self._voice
        if back.is_the_same:
            yield Callout(voice, Tone.INFO, lambda t: t.say("This very file has been taken in already."))
        counts = {one: sum(each.answer is one for each in back.came.answers.values()) for one in Answer}
        facts = KeyValues(voice)
        facts.put([(_words(ANSWER_NAMES[one]), _number(counts[one])) for one in (Answer.YES, Answer.PARTLY, Answer.NO, Answer.NONE)])
        yield facts
        if counts[Answer.NO]:
            yield Callout(
                voice,
                Tone.NEGATIVE,
                lambda t: t.count("{n} answer is no", "{n} answers are no", counts[Answer.NO]),
                lambda t: t.say("Each is something to put right soon. You can raise a deviation when the answers have been taken in."),
            )
        if back.other_list is not None:
            yield self._other_list(back.other_list)
        if back.form.list_changed:
            yield Callout(voice, Tone.WARNING, lambda t: t.say("The form was made from another list than the contract's. Look at each answer."))
        if names := back.not_taken:
            yield Callout(
                voice,
                Tone.WARNING,
                lambda t: t.say("Answers that cannot be taken"),
                lambda t: "\n".join(self._name(name, t) for name in names),
            )
        if missing := back.form.missing:
            yield Callout(voice, Tone.WARNING, lambda t: t.count("{n} field is missing in the file", "{n} fields are missing in the file", len(missing)))
        if back.writes_over:
            yield from self._differences(back)

    def _other_list(self, other: OtherList) -> Callout:
        """Say that the form is from before the signing, and how its list differs from what was agreed."""
        if not other:
            return Callout(
                self._voice,
                Tone.POSITIVE,
                lambda t: t.say("The form was sent out before the signing"),
                lambda t: t.say("It asks about the contract terms as they were agreed."),
            )

        def said(t: Translation) -> str:
            reworded, not_asked, not_agreed = (
                "; ".join(self._screen.question(name, t) for name in names) for names in (other.reworded, other.not_asked, other.not_agreed)
            )
            parts = (
                t.say("Asked in other words than those agreed, so the answers are not taken: {terms}", terms=reworded) if reworded else "",
                t.say("Agreed, but not asked about: {terms}", terms=not_asked) if not_asked else "",
                t.say("Asked about, but not agreed with this supplier: {terms}", terms=not_agreed) if not_agreed else "",
            )
            return "\n".join(part for part in parts if part)

        return Callout(
            self._voice, Tone.WARNING, lambda t: t.say("The form was sent out before the signing, and the list has changed since"), said
        )

    def _differences(self, back: CameBack) -> Iterator[QWidget]:
        n = len(back.differs)
        yield Callout(
            self._voice,
            Tone.WARNING,
            lambda t: t.count("{n} answer differs from those you have", "{n} answers differ from those you have", n),
            lambda t: t.say("The earlier original stays among the evidence, whichever you choose."),
        )
        facts = KeyValues(self._voice)
        facts.put([(self._named(one), _difference(one)) for one in back.differs])
        yield facts

    def _named(self, one: Difference) -> Wording:
        return lambda t: self._name(one.name, t)

    def _name(self, name: str, t: Translation) -> str:
        question = name.removesuffix("-answer").removesuffix("-describe").removesuffix("-plan")
        return self._screen.question(question, t)


def _difference(one: Difference) -> Wording:
    return lambda t: f"{_said(one.before, t)} → {_said(one.after, t)}"


def _said(value: Answered | str, t: Translation) -> str:
    if isinstance(value, str):
        return value or "–"
    parts = (t.say(ANSWER_NAMES[value.answer]) if value.answer else "", value.words, value.plan)
    return ". ".join(part for part in parts if part) or "–"


def _words(source: str) -> Wording:
    return lambda t: t.say(source)


def _number(number: int) -> Wording:
    return lambda t: t.formats.number(number)


