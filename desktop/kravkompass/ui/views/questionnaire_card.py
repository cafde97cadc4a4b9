"""A questionnaire that was sent: how it stands, the form to save, the answers, and every no to put right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kravkompass.followup.questionnaire import Answer
from kravkompass.followup.questionnaire_naming import ANSWER_NAMES, FORM_NAMES
from kravkompass.language import Languages
from kravkompass.ui.layout import Flow, column, row
from kravkompass.ui.look import MEDIUM, SMALL, Text
from kravkompass.ui.palettes import Tone
from kravkompass.ui.widgets.button import Button, Weight
from kravkompass.ui.widgets.callout import Callout
from kravkompass.ui.widgets.chip import Chip
from kravkompass.ui.widgets.expander import Expander
from kravkompass.ui.widgets.label import Label
from kravkompass.ui.widgets.surfaces import Card

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kravkompass.followup.questionnaire import Answered, Questionnaire
    from kravkompass.language import Translation
    from kravkompass.screens.contract_questionnaire import QuestionnaireScreen
    from kravkompass.ui.language import Voice, Wording

TONES = {Answer.YES: Tone.POSITIVE, Answer.PARTLY: Tone.WARNING, Answer.NO: Tone.NEGATIVE, Answer.NONE: Tone.NEUTRAL}


class QuestionnaireCard(Card):
    """One questionnaire. The signals come with what was asked for: how the form's file ends, or the name of a question."""

    save, read, typed, original, remove, deviate = Signal(str), Signal(), Signal(), Signal(), Signal(), Signal(str)

    def __init__(self, voice: Voice, screen: QuestionnaireScreen, questionnaire: Questionnaire) -> None:
        super().__init__()
        self._voice, self._screen, self._questionnaire = voice, screen, questionnaire
        name = next((one.name for one in screen.contract.suppliers if one.id == questionnaire.supplier), "")
        line = row(gap=MEDIUM)
        line.addWidget(Label(voice, name, Text.HEADING), 1)
        line.addWidget(self._standing())
        self.add(line)
        self.add(Label(voice, self._about, Text.MUTED))
        self.add(self._buttons())
        for part in self._answers():
            self.add(part)

    def _standing(self) -> Chip:
        one = self._questionnaire
        if one.returned is not None:
            day = one.returned
            return Chip(self._voice, lambda t: t.say("Came back {day}", day=t.formats.short_date(day)), Tone.POSITIVE, "check")
        if one.is_late(self._screen.contract.today):
            return Chip(self._voice, lambda t: t.say("Late"), Tone.NEGATIVE, "warning")
        return Chip(self._voice, lambda t: t.say("Waiting for an answer"), Tone.INFO)

    def _about(self, t: Translation) -> str:
        one = self._questionnaire
        due = t.say("answer due {day}", day=t.formats.short_date(one.due)) if one.due else ""
        sent = t.say("sent {day}", day=t.formats.short_date(one.sent))
        return " · ".join(part for part in (t.say(FORM_NAMES[one.form]), Languages.parse(one.language).own_names, sent, due) if part)

    def _buttons(self) -> Flow:
        voice, came = self._voice, bool(self._questionnaire.original)
        read = Button(voice, lambda t: t.say("Read an answer"), Weight.QUIET if came else Weight.SECONDARY, "open")
        read.clicked.connect(self.read)
        flow = Flow(gap=SMALL)
        flow.addWidget(read)
        typed = Button(voice, lambda t: t.say("Type in from paper"), Weight.QUIET, "edit")
        typed.clicked.connect(self.typed)
        flow.addWidget(typed)
        for ending, wording in (("pdf", _as_pdf), ("xlsx", _as_excel), ("paper", _on_paper)):
            button = Button(voice, wording, Weight.QUIET, "print" if ending == "paper" else "export")
            button.clicked.connect(lambda _on=False, ending=ending: self.save.emit(ending))
            flow.addWidget(button)
        if self._questionnaire.evidence:
            original = Button(voice, lambda t: t.say("Open the original"), Weight.QUIET, "file")
            original.clicked.connect(self.original)
            flow.addWidget(original)
        remove = Button(voice, lambda t: t.say("Take away"), Weight.QUIET, "delete")
        remove.clicked.connect(self.remove)
        flow.addWidget(remove)
        return flow

    def _answers(self) -> Iterator[QWidget]:
        one = self._questionnaire
        for name in one.to_correct:
            yield self._to_correct(name, one.answers[name])
        others = [name for name, answered in one.answers.items() if answered.answer is not Answer.NO]
        if others or one.told:
            sheet = QWidget()
            inside = column(sheet, gap=MEDIUM)
            for name in others:
                inside.addLayout(self._answer(name, one.answers[name]))
            for field, said in one.told.items():
                inside.addWidget(Label(self._voice, self._told(field, said), Text.MUTED))
            yield Expander(self._voice, lambda t: t.count("{n} other answer", "{n} other answers", len(others)), sheet)

    def _to_correct(self, name: str, answered: Answered) -> Callout:
        if self._screen.is_raised(self._questionnaire, name):
            action: QWidget = Chip(self._voice, lambda t: t.say("A deviation has been raised"), Tone.INFO, "check")
        else:
            action = Button(self._voice, lambda t: t.say("Raise a deviation"), Weight.SECONDARY, "deviation")
            action.clicked.connect(lambda: self.deviate.emit(name))
        words = "\n".join(part for part in (answered.words, answered.plan) if part)
        return Callout(
            self._voice,
            Tone.NEGATIVE,
            lambda t: t.say("To put right: {question}", question=self._screen.question(name, t)),
            lambda t: words or t.say("No plan was given."),
            [action],
        )

    def _answer(self, name: str, answered: Answered) -> Flow:
        whole = Flow(gap=SMALL)
        whole.addWidget(Chip(self._voice, _words(ANSWER_NAMES[answered.answer]), TONES[answered.answer]))
        whole.addWidget(Label(self._voice, lambda t: self._screen.question(name, t), Text.STRONG))
        for words in (answered.words, answered.plan):
            if words:
                whole.addWidget(Label(self._voice, words).selectable())
        return whole

    def _told(self, field: str, said: str) -> Wording:
        return lambda t: f"{self._screen.field_name(self._questionnaire, field)}: {t.say('Yes') if said == 'yes' else said}"


def _as_pdf(t: Translation) -> str:
    return t.say("Save the form as PDF")


def _as_excel(t: Translation) -> str:
    return t.say("Save the form as Excel")


def _on_paper(t: Translation) -> str:
    return t.say("Save the form to print")


def _words(source: str) -> Wording:
    return lambda t: t.say(source)
